#pragma once

#include <QWidget>

class QButtonGroup;

namespace trestle {

/// A row of choices in one frame, of which one is chosen. Tab reaches the chosen one, arrows choose its neighbours.
class Segments : public QWidget {
    Q_OBJECT
public:
    /// `purpose` is what the choice is about, for those who cannot see what stands around it.
    Segments(const QString& name, const QString& purpose, const QStringList& choices, QWidget* parent);

    [[nodiscard]] int chosen() const;
    void choose(int choice); ///< without a signal

Q_SIGNALS:
    /// The user has chosen another.
    void chose(int choice);

private:
    QButtonGroup* m_group;
};

} // namespace trestle
