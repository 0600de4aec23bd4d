#include "ui/dialogs/days_off_dialogs.h"

#include "models/decisions/leave_price.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/dialogs/date_ranges.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <map>
#include <string>

namespace trestle {

namespace {

/// Only weekend days lie between the two.
bool adjoin(Date earlier, Date later)
{
    for (Date day = earlier + std::chrono::days(1); day < later; day += std::chrono::days(1))
        if (isWeekday(day))
            return false;
    return true;
}

} // namespace

std::vector<NamedRange> rangesOf(const std::vector<DayOff>& days)
{
    std::vector<DayOff> sorted = days;
    std::sort(sorted.begin(), sorted.end());
    std::vector<NamedRange> ranges;
    for (const DayOff& day : sorted) {
        const QString label = format::text(day.label);
        if (!ranges.empty() && ranges.back().label == label && adjoin(ranges.back().range.last, day.date))
            ranges.back().range.last = day.date;
        else
            ranges.push_back({{day.date, day.date}, label});
    }
    return ranges;
}

std::vector<DayOff> daysOf(const std::vector<NamedRange>& ranges)
{
    std::map<Date, std::string> days; // the first label given to a day stays
    for (const NamedRange& entry : ranges)
        for (Date day = entry.range.first; day <= entry.range.last; day += std::chrono::days(1))
            if (isWeekday(day))
                days.emplace(day, format::utf8(entry.label));
    std::vector<DayOff> result;
    for (const auto& [date, label] : days)
        result.push_back({date, label});
    return result;
}

LeaveDialog::LeaveDialog(PlanDocument& document, std::size_t person, QWidget* parent)
    : FormDialog(QStringLiteral("leaveDialog"), tr("Days of %1").arg(format::text(document.inputs().team[person].name)),
                 tr("On leave of less than five working days, someone keeps their item and it waits. On longer leave "
                    "they hand it over."),
                 parent),
      m_document(document), m_person(person), m_later(new QCheckBox(tr("&Joins on"), this)),
      m_firstDay(new DateField(QStringLiteral("leaveFirstDay"), document.today(), this)),
      m_leaves(new QCheckBox(tr("Last &day is"), this)),
      m_lastDay(new DateField(QStringLiteral("leaveLastDay"), document.today(), this)),
      m_leave(new DateRanges(QStringLiteral("leave"), false, document.plan().startDate, document.today(), this)),
      m_price(new QLabel(this)), m_runner(new QuestionRunner(this))
{
    const Person& who = document.inputs().team[person];
    m_firstDay->setNotBefore(document.plan().startDate);
    m_firstDay->setDate(who.firstDay.value_or(document.plan().startDate));
    m_firstDay->setAccessibleName(tr("First day"));
    m_firstDay->setEnabled(who.firstDay.has_value());
    m_lastDay->setNotBefore(document.plan().startDate);
    m_lastDay->setDate(who.lastDay.value_or(document.plan().finishDate.likely));
    m_lastDay->setAccessibleName(tr("Last day"));
    m_lastDay->setEnabled(who.lastDay.has_value());
    m_leaves->setObjectName(QStringLiteral("leaveLeaves"));
    m_leaves->setChecked(who.lastDay.has_value());
    m_later->setObjectName(QStringLiteral("leaveJoinsLater"));
    m_later->setChecked(who.firstDay.has_value());
    std::vector<NamedRange> ranges;
    for (const DateRange& range : who.leave)
        ranges.push_back({range, {}});
    m_leave->setRanges(std::move(ranges));
    m_price->setObjectName(QStringLiteral("leavePrice"));
    m_price->setTextFormat(Qt::PlainText);
    m_price->setWordWrap(true);
    addFormRow(*form(), m_later, m_firstDay);
    addFormRow(*form(), m_leaves, m_lastDay);
    addWide(m_leave);
    addWide(m_price);
    setMinimumWidth(560);
    connect(m_later, &QCheckBox::toggled, m_firstDay, &QWidget::setEnabled);
    connect(m_later, &QCheckBox::toggled, this, &LeaveDialog::price);
    connect(m_firstDay, &TypedField::settled, this, &LeaveDialog::price);
    connect(m_leaves, &QCheckBox::toggled, m_lastDay, &QWidget::setEnabled);
    connect(m_leaves, &QCheckBox::toggled, this, &LeaveDialog::price);
    connect(m_lastDay, &TypedField::settled, this, &LeaveDialog::price);
    connect(m_leave, &DateRanges::changed, this, &LeaveDialog::price);
    price();
}

std::optional<Date> LeaveDialog::firstDay() const
{
    return m_later->isChecked() ? m_firstDay->date() : std::nullopt;
}

std::optional<Date> LeaveDialog::lastDay() const
{
    return m_leaves->isChecked() ? m_lastDay->date() : std::nullopt;
}

std::vector<DateRange> LeaveDialog::leave() const
{
    std::vector<DateRange> leave;
    for (const NamedRange& entry : m_leave->rangesWithTyped())
        leave.push_back(entry.range);
    return leave;
}

/// What the leave that stands in the dialog does to the likely plan, once it is worked out.
void LeaveDialog::price()
{
    m_price->setText(tr("Working out what this leave does to the finish…"));
    Inputs inputs = m_document.inputs();
    inputs.team[m_person].firstDay = firstDay();
    inputs.team[m_person].lastDay = lastDay();
    m_runner->ask(
        [catalogue = m_document.plan().catalogue, inputs = std::move(inputs), person = m_person,
         away = leave()](const QuestionOptions& /*options*/) { return leavePrice(catalogue, inputs, person, away); },
        [this, none = leave().empty()](const Result<LeavePrice>& price) {
            m_price->setText(!price ? wording::error(price.error())
                             : none ? tr("Without leave the likely plan ends on %1.").arg(format::date(price->without))
                                    : wording::leavePrice(*price));
        });
}

void LeaveDialog::accept()
{
    if (!settle() || !m_leave->add())
        return;
    m_document.edit(windowTitle(), [&](Inputs& inputs) {
        inputs.team[m_person].firstDay = firstDay();
        inputs.team[m_person].lastDay = lastDay();
        inputs.team[m_person].leave = leave();
    });
    FormDialog::accept();
}

} // namespace trestle
