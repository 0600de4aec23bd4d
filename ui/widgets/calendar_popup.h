#pragma once

#include "models/date.h"

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace trestle {

/// A calendar to pick a day from, in the window's colours. Goes when a day is picked, on Escape and on a click
/// elsewhere.
class CalendarPopup : public QFrame {
    Q_OBJECT
public:
    CalendarPopup(Date shown, QWidget* parent);

    void openBelow(const QWidget& field);
    /// The days that a plan may use.
    static QDate firstDay() { return {1970, 1, 1}; }
    static QDate lastDay() { return {2200, 12, 31}; }

Q_SIGNALS:
    void picked(Date date);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void colour();

    QCalendarWidget* m_calendar;
};

} // namespace trestle
