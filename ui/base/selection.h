#pragma once

#include <QObject>
#include <QString>

namespace trestle {

/// The node (phase or item id) that checklist, plan and inspector show as selected; empty for none. One per window.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] const QString& node() const { return m_node; }
    void select(const QString& node)
    {
        if (node == m_node)
            return;
        m_node = node;
        Q_EMIT changed(m_node);
    }

Q_SIGNALS:
    void changed(const QString& node);

private:
    QString m_node;
};

} // namespace trestle
