#include "ui/widgets/calendar_popup.h"

#include "ui/base/format.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

CalendarPopup::CalendarPopup(Date shown, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Calendar"));
    m_calendar->setObjectName(QStringLiteral("calendar"));
    m_calendar->setLocale(format::locale());
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setDateRange(firstDay(), lastDay());
    m_calendar->setSelectedDate(format::toQDate(shown));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_calendar);
    colour();
    const auto take = [this](QDate date) {
        Q_EMIT picked(format::fromQDate(date));
        close();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, take);
    connect(m_calendar, &QCalendarWidget::activated, this, take);
}

/// The bar with the month is Surface, its arrows are ours, and days off are muted rather than red.
void CalendarPopup::colour()
{
    const QColor ink = roleColor(Role::Text, palette());
    QTextCharFormat weekend;
    weekend.setForeground(roleColor(Role::TextMuted, palette()));
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(day, weekend);
    QTextCharFormat header;
    header.setForeground(roleColor(Role::TextMuted, palette()));
    header.setBackground(roleColor(Role::Surface, palette()));
    m_calendar->setHeaderTextFormat(header);
    constexpr int kIcon = 16;
    for (const auto& [name, direction] :
         {std::pair("qt_calendar_prevmonth", Qt::LeftArrow), std::pair("qt_calendar_nextmonth", Qt::RightArrow)})
        if (auto* button = m_calendar->findChild<QToolButton*>(QString::fromLatin1(name)))
            button->setIcon(shapes::chevronIcon(kIcon, direction, ink));
    for (QWidget* part : m_calendar->findChildren<QWidget*>()) {
        const QString name = part->objectName();
        if (name != u"qt_calendar_navigationbar" && !name.startsWith(u"qt_calendar_month") &&
            !name.startsWith(u"qt_calendar_year") && !name.startsWith(u"qt_calendar_prev") &&
            !name.startsWith(u"qt_calendar_next"))
            continue;
        QPalette colors = part->palette();
        colors.setColor(QPalette::Highlight, roleColor(Role::Surface, palette()));
        colors.setColor(QPalette::HighlightedText, ink);
        part->setPalette(colors);
    }
}

void CalendarPopup::openBelow(const QWidget& field)
{
    adjustSize();
    const QRect room = field.screen()->availableGeometry();
    QPoint place = field.mapToGlobal(QPoint(0, field.height() + 2));
    if (place.y() + height() > room.bottom())
        place.setY(field.mapToGlobal(QPoint(0, 0)).y() - height() - 2);
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(place);
    show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

void CalendarPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void CalendarPopup::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), kPopupRadius, roleColor(Role::Surface, palette()),
                  roleColor(Role::ControlBorder, palette()));
}

} // namespace trestle
