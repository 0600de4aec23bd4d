#include "ui/widgets/date_field.h"

#include "ui/base/format.h"
#include "ui/base/wording_typed.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/calendar_popup.h"

#include <QEvent>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace trestle {

DateField::DateField(const QString& name, Date today, QWidget* parent)
    : TypedField(parent), m_context{today, {}}, m_button(new QToolButton(this))
{
    setObjectName(name);
    m_button->setObjectName(name + QStringLiteral("Calendar"));
    m_button->setAccessibleName(tr("Calendar"));
    m_button->setToolTip(tr("Calendar (Alt+Down)"));
    m_button->setFocusPolicy(Qt::NoFocus); // Alt+Down opens it from the line
    m_button->setCursor(Qt::ArrowCursor);
    m_button->setProperty("quiet", true);
    setTextMargins(0, 0, m_button->sizeHint().width(), 0);
    setSample(QStringLiteral("28 Sep 2028"));
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
    drawButton();
    rewrite();
}

std::expected<Date, DateProblem> DateField::typed() const
{
    if (isWritten() && m_date)
        return *m_date;
    return readTypedDate(format::utf8(text()), m_context);
}

std::optional<Date> DateField::date() const
{
    const auto read = typed();
    if (read)
        return *read;
    return m_optional && read.error() == DateProblem::empty ? std::nullopt : m_date;
}

void DateField::setDate(std::optional<Date> date)
{
    const bool typing = isTyping();
    m_date = date;
    if (typing)
        refresh();
    else
        rewrite();
}

void DateField::setNotBefore(Date day)
{
    m_context.notBefore = day;
    refresh();
}

void DateField::setOptional(const QString& placeholder)
{
    m_optional = true;
    setPlaceholderText(placeholder);
    refresh();
}

TypedField::Reading DateField::read() const
{
    const auto date = typed();
    if (date)
        return {wording::dateMeaning(*date), {}};
    if (m_optional && date.error() == DateProblem::empty)
        return {};
    return {{}, wording::dateProblem(date.error())};
}

QString DateField::written() const
{
    return m_date ? format::mediumDate(*m_date) : QString();
}

bool DateField::store()
{
    const std::optional<Date> now = date();
    if (now == m_date)
        return false;
    m_date = now;
    return true;
}

void DateField::pick(Date date)
{
    setText(format::mediumDate(date));
    settle();
    selectAll();
}

void DateField::step(int steps, bool larger)
{
    if (!read().problem.isEmpty())
        return;
    const std::optional<Date> now = date();
    const QDate from = format::toQDate(now.value_or(m_context.notBefore.value_or(m_context.today)));
    const QDate to = !now ? from : larger ? from.addMonths(steps) : from.addDays(steps);
    if (to >= CalendarPopup::firstDay() && to <= CalendarPopup::lastDay())
        pick(format::fromQDate(to));
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier)) {
        openCalendar();
        event->accept();
        return;
    }
    TypedField::keyPressEvent(event);
}

void DateField::openCalendar()
{
    if (!isEnabled() || isReadOnly())
        return;
    setFocus(Qt::OtherFocusReason);
    auto* popup = new CalendarPopup(date().value_or(m_context.notBefore.value_or(m_context.today)), this);
    popup->setObjectName(objectName() + QStringLiteral("Popup"));
    connect(popup, &CalendarPopup::picked, this, &DateField::pick);
    popup->openBelow(*this);
}

void DateField::drawButton()
{
    constexpr int kIcon = 16;
    m_button->setIcon(shapes::calendarIcon(kIcon, roleColor(Role::TextMuted, palette())));
    m_button->setIconSize(QSize(kIcon, kIcon));
}

void DateField::resizeEvent(QResizeEvent* event)
{
    TypedField::resizeEvent(event);
    constexpr int kInset = 2;
    const int side = height() - 2 * kInset;
    m_button->setGeometry(width() - side - kInset, kInset, side, side);
    setTextMargins(0, 0, side, 0);
}

void DateField::changeEvent(QEvent* event)
{
    TypedField::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawButton();
}

} // namespace trestle
