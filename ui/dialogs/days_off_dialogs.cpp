#include "ui/dialogs/days_off_dialogs.h"

#include "ui/dialogs/date_ranges.h"
#include "ui/format.h"
#include "ui/plan_document.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>

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

DaysOffDialog::DaysOffDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("daysOffDialog"), tr("Days off"),
                 tr("Public holidays and closures on which nobody works. Weekends are days off anyway."), parent),
      m_document(document), m_days(new DateRanges(QStringLiteral("daysOff"), true, document.plan().startDate, this))
{
    m_days->setRanges(rangesOf(document.inputs().daysOff));
    addWide(m_days);
    setMinimumWidth(620);
}

void DaysOffDialog::accept()
{
    m_document.edit(tr("Days off"), [&](Inputs& inputs) { inputs.daysOff = daysOf(m_days->ranges()); });
    FormDialog::accept();
}

LeaveDialog::LeaveDialog(PlanDocument& document, std::size_t person, QWidget* parent)
    : FormDialog(QStringLiteral("leaveDialog"),
                 tr("First day and leave of %1").arg(format::text(document.inputs().team[person].name)),
                 tr("Someone who goes on leave keeps their item and comes back to it."), parent),
      m_document(document), m_person(person), m_later(new QCheckBox(tr("&Joins on"), this)),
      m_firstDay(new QDateEdit(this)),
      m_leave(new DateRanges(QStringLiteral("leave"), false, document.plan().startDate, this))
{
    const Person& who = document.inputs().team[person];
    setUpDateEdit(*m_firstDay, format::toQDate(who.firstDay.value_or(document.plan().startDate)));
    m_firstDay->setObjectName(QStringLiteral("leaveFirstDay"));
    m_firstDay->setAccessibleName(tr("First day"));
    m_firstDay->setEnabled(who.firstDay.has_value());
    m_later->setObjectName(QStringLiteral("leaveJoinsLater"));
    m_later->setChecked(who.firstDay.has_value());
    connect(m_later, &QCheckBox::toggled, m_firstDay, &QWidget::setEnabled);
    std::vector<NamedRange> ranges;
    for (const DateRange& range : who.leave)
        ranges.push_back({range, {}});
    m_leave->setRanges(std::move(ranges));
    form()->addRow(m_later, m_firstDay);
    addWide(m_leave);
    setMinimumWidth(560);
}

void LeaveDialog::accept()
{
    m_document.edit(windowTitle(), [&](Inputs& inputs) {
        Person& who = inputs.team[m_person];
        who.firstDay.reset();
        if (m_later->isChecked())
            who.firstDay = format::fromQDate(m_firstDay->date());
        who.leave.clear();
        for (const NamedRange& entry : m_leave->ranges())
            who.leave.push_back(entry.range);
    });
    FormDialog::accept();
}

} // namespace trestle
