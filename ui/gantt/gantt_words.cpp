#include "ui/gantt/gantt_words.h"

#include "models/plan/who_waits.h"
#include "models/plan/work_dates.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

#include <QStringList>

#include <algorithm>

namespace trestle::ganttwords {

namespace {

QString dates(const Plan& plan, const Span& when)
{
    return format::dateRange(plan.calendar.startDate(when.start), plan.calendar.lastDate(when.start, when.finish));
}

/// The day until which a phase's finish is as sure as `until` says; empty where that is not known.
QString sureDay(const Plan& plan, const PhasePlan& phase, const std::optional<UntilFinish>& until)
{
    const auto index = static_cast<std::size_t>(&phase - plan.phases.data());
    const std::optional<Weeks> finish = until && phase.mayHaveWork() ? until->ofPhase(index) : std::nullopt;
    return finish ? format::mediumDate(plan.calendar.lastDate(0, *finish)) : QString();
}

QString sureLabel(const UntilFinish& until)
{
    return tr("%1 sure by").arg(format::wholePercent(until.confidence));
}

bool isOfFirstYear(const Plan& plan, Date date)
{
    using std::chrono::year_month_day;
    return year_month_day(date).year() == year_month_day(plan.startDate).year();
}

/// With its year where that is not the plan's first.
QString dayText(const Plan& plan, Date date)
{
    return isOfFirstYear(plan, date) ? format::shortDate(date) : format::mediumDate(date);
}

QString rangeText(const Plan& plan, const DateRange& range)
{
    return isOfFirstYear(plan, range.first) && isOfFirstYear(plan, range.last)
               ? format::shortDateRange(range.first, range.last)
               : format::dateRange(range.first, range.last);
}

QString took(double spent, double likely)
{
    return tr("took %1 (likely %2)").arg(format::effort(PersonWeeks{spent}), format::effort(PersonWeeks{likely}));
}

template <class Node>
QString promisedText(const Plan& plan, const Node& node)
{
    const std::optional<DateRange> range = promisedDates(plan, node);
    return range ? tr("baseline %1").arg(rangeText(plan, *range)) : QString();
}

template <class Node>
QString nameOf(const Plan& plan, const Node& node, const QString& kind, const QString& state, bool withCost)
{
    QStringList parts{title(node), kind};
    if (!state.isEmpty())
        parts += state;
    const QString past = recorded(plan, node);
    if (!past.isEmpty())
        parts += past;
    if (node.hasWork)
        parts += past.isEmpty() ? dates(plan, node.when.likely) : tr("the rest %1").arg(dates(plan, node.when.likely));
    if (const QString promise = promised(plan, node); !promise.isEmpty())
        parts += promise;
    if (withCost && node.mayHaveWork())
        parts += format::shownRange(node.shownCost.low, node.shownCost.high);
    if (node.drivesFinish)
        parts += tr("drives the finish");
    return parts.join(tr(", "));
}

QString line(const QString& label, const QString& value)
{
    return QStringLiteral("<tr><td style='padding-right:8px'>%1</td><td>%2</td></tr>")
        .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

template <class Node>
QString factsOf(const Plan& plan, const Node& node, const QString& heading, const WaitReason& wait,
                const QString& sure = {})
{
    QString text = QStringLiteral("<b>%1</b>").arg(heading.toHtmlEscaped()) + QStringLiteral("<table>");
    const QString past = recorded(plan, node);
    if (!past.isEmpty())
        text += line(tr("Done"), past);
    text += line(past.isEmpty() ? tr("Likely") : tr("The rest, likely"), dates(plan, node.when.likely));
    text += sure;
    if (const auto promise = promisedDates(plan, node))
        text += line(tr("Baseline"), rangeText(plan, *promise));
    text += line(tr("Work left"), format::personWeeks(node.effort.low, node.effort.high));
    text += line(tr("Cost"), format::shownRange(node.shownCost.low, node.shownCost.high));
    text += line(tr("If it slips"), wording::slack(node.slack));
    return text + line(tr("Start"), wording::wait(plan, wait)) + QStringLiteral("</table>");
}

// What has no likely work has its state all the same, and may take some.
template <class Node>
QString likelyNothing(const Node& node, const QString& state)
{
    if (!node.mayHaveWork())
        return state;
    return tr("%1, likely no work, up to %2").arg(state, format::personWeeks(node.effort.high, node.effort.high));
}

template <class Node>
QString settledTip(const Plan& plan, const Node& node, const QString& heading, const QString& state)
{
    QString text = QStringLiteral("<b>%1</b>").arg(heading.toHtmlEscaped());
    for (const QString& words : {state, recorded(plan, node), promised(plan, node)})
        if (!words.isEmpty())
            text += QStringLiteral("<br>") + words.toHtmlEscaped();
    return text;
}

} // namespace

QString title(const PhasePlan& phase)
{
    return format::text(phase.shortTitle.empty() ? phase.title : phase.shortTitle);
}

QString title(const ItemPlan& item)
{
    return format::text(item.title);
}

QString settled(const PhasePlan& phase)
{
    return wording::itemState(phase.state);
}

QString settled(const Plan& plan, const ItemPlan& item)
{
    return wording::itemStanding(plan, item);
}

QString recorded(const Plan& plan, const ItemPlan& item)
{
    QStringList parts;
    if (item.actual.started)
        parts += tr("started %1").arg(dayText(plan, *item.actual.started));
    if (item.actual.finished)
        parts += tr("finished %1").arg(dayText(plan, *item.actual.finished));
    if (item.actual.spent) {
        const double spent = *item.actual.spent;
        const double likely = expectedEffort(plan, item);
        parts += item.state == ItemState::done
                     ? took(spent, likely)
                     : tr("%1 spent (likely %2)")
                           .arg(format::effort(PersonWeeks{spent}), format::effort(PersonWeeks{likely}));
    }
    return parts.join(tr(", "));
}

QString recorded(const Plan& plan, const PhasePlan& phase)
{
    QStringList parts;
    if (const auto done = doneDates(plan, phase)) {
        if (!done->isOneDay)
            parts += tr("started %1").arg(dayText(plan, done->first));
        if (phase.state == ItemState::done)
            parts += tr("finished %1").arg(dayText(plan, done->last));
    }
    const auto index = static_cast<std::size_t>(&phase - plan.phases.data());
    if (index < plan.learning.phases.size() && plan.learning.phases[index].isObserved) {
        const PhaseLearning& says = plan.learning.phases[index];
        parts += phase.state == ItemState::done ? took(says.spent, says.likely)
                                                : tr("what is done %1").arg(took(says.spent, says.likely));
    }
    return parts.join(tr(", "));
}

QString promised(const Plan& plan, const PhasePlan& phase)
{
    return promisedText(plan, phase);
}

QString promised(const Plan& plan, const ItemPlan& item)
{
    return promisedText(plan, item);
}

QString summary(const Plan& plan, const PhasePlan& phase)
{
    return nameOf(plan, phase, tr("phase"), phase.hasWork ? QString() : likelyNothing(phase, settled(phase)), false);
}

QString accessibleName(const Plan& plan, const PhasePlan& phase, const std::optional<UntilFinish>& until)
{
    const QString name =
        nameOf(plan, phase, tr("phase"), phase.hasWork ? QString() : likelyNothing(phase, settled(phase)), true);
    const QString sure = sureDay(plan, phase, until);
    return sure.isEmpty() ? name : tr("%1, %2 %3").arg(name, sureLabel(*until), sure);
}

QString accessibleName(const Plan& plan, const ItemPlan& item)
{
    return nameOf(plan, item, tr("item of %1").arg(title(plan.phases[item.phase])), settled(plan, item), true);
}

QString accessibleName(const Plan& plan, const GanttRow& row, const std::optional<UntilFinish>& until)
{
    return row.isPhase() ? accessibleName(plan, plan.phases[row.index], until)
                         : accessibleName(plan, plan.items[row.index]);
}

QString tooltip(const Plan& plan, const PhasePlan& phase, const std::optional<UntilFinish>& until)
{
    const QString heading = format::text(phase.title);
    const QString day = sureDay(plan, phase, until);
    const QString sure = day.isEmpty() ? QString() : line(sureLabel(*until), day);
    return phase.hasWork ? factsOf(plan, phase, heading, waitOf(plan, phase), sure)
                         : settledTip(plan, phase, heading, likelyNothing(phase, settled(phase)));
}

QString tooltip(const Plan& plan, const ItemPlan& item)
{
    const QString heading = title(item);
    if (!item.hasWork)
        return settledTip(plan, item, heading, likelyNothing(item, settled(plan, item)));
    const QString state = item.state == ItemState::partial    ? tr(" (partly in place)")
                          : item.state == ItemState::underWay ? tr(" (under way)")
                                                              : QString();
    return factsOf(plan, item, heading + state, item.waitsFor);
}

QString tooltip(const Plan& plan, const GanttRow& row, const std::optional<UntilFinish>& until)
{
    return row.isPhase() ? tooltip(plan, plan.phases[row.index], until) : tooltip(plan, plan.items[row.index]);
}

QString markLabel(const Plan& plan, const GanttMark& mark)
{
    const QString date = dayText(plan, mark.date);
    switch (mark.kind) {
    case GanttMark::Kind::Status: return tr("status %1").arg(date);
    case GanttMark::Kind::Today: return tr("today");
    case GanttMark::Kind::Target: return mark.beyond ? tr("target %1 →").arg(date) : tr("target %1").arg(date);
    }
    return {};
}

QString daysOffLabel(const GanttDaysOff& column)
{
    if (column.isLeave)
        return column.labels.empty() ? tr("leave") : tr("%1 away").arg(format::text(column.labels.front()));
    if (column.labels.empty())
        return tr("day off");
    const std::string& first = column.labels.front();
    if (first == "Good Friday" || first == "Easter Monday")
        return tr("Easter");
    if (first == "Closed over Christmas" || first == "Christmas Day" || first == "Boxing Day" ||
        first == "Proclamation Day")
        return tr("Christmas");
    return format::text(first);
}

QString daysOffTip(const GanttDaysOff& column)
{
    QStringList names;
    if (!column.isLeave)
        for (const std::string& label : column.labels)
            names += format::text(label);
    const QString named = names.isEmpty() ? daysOffLabel(column) : names.join(tr(", "));
    return tr("%1: %2").arg(format::capitalised(named), format::dateRange(column.days.first, column.days.last));
}

QString monthLabel(const MonthTick& tick, bool yearOnly, YearStyle style)
{
    const int year = static_cast<int>(tick.month.year());
    const auto month = static_cast<int>(static_cast<unsigned>(tick.month.month()));
    if (yearOnly)
        return QString::number(year);
    if (!tick.withYear)
        return format::month(month);
    if (style == YearStyle::Long)
        return format::monthYear(year, month);
    return QStringLiteral("%1\u00a0’%2").arg(format::month(month)).arg(year % 100, 2, 10, QLatin1Char('0'));
}

QString untilLabel(std::optional<int> confidence)
{
    return confidence ? tr("until %1 sure").arg(format::wholePercent(*confidence)) : tr("until the high finish");
}

QString nothingLeft(const Plan& plan)
{
    if (plan.items.empty())
        return tr("This plan has no items.");
    const bool anyNeeded =
        std::ranges::any_of(plan.items, [](const ItemPlan& item) { return item.state != ItemState::excluded; });
    return anyNeeded ? tr("Nothing left to do: every item is in place or not needed.")
                     : tr("Nothing to do: every item is marked as not needed.");
}

} // namespace trestle::ganttwords
