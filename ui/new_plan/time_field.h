#pragma once

#include <QComboBox>

namespace trestle {

class ShareLine;

/// How much of a full week someone has: full-time, half-time, or typed ("0.6", "60 %", "3 days").
class TimeField : public QComboBox {
    Q_OBJECT
public:
    TimeField(const QString& name, double share, QWidget* parent);

    [[nodiscard]] double share() const;

Q_SIGNALS:
    void settled();

private:
    ShareLine* m_line;
};

} // namespace trestle
