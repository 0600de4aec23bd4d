#include "ui/gantt/gantt_words.h"

#include "models/plan/who_waits.h"
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

template <class Node>
QString nameOf(const Plan& plan, const Node& node, const QString& kind, const QString& state, bool withCost)
{
    QStringList parts{title(node), kind};
    if (!state.isEmpty())
        parts += state;
    if (node.hasWork)
        parts += dates(plan, node.when.likely);
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
    text += line(tr("Likely"), dates(plan, node.when.likely));
    text += sure;
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

QString settledTip(const QString& heading, const QString& state)
{
    return QStringLiteral("<b>%1</b><br>%2").arg(heading.toHtmlEscaped(), state.toHtmlEscaped());
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
                         : settledTip(heading, likelyNothing(phase, settled(phase)));
}

QString tooltip(const Plan& plan, const ItemPlan& item)
{
    const QString heading = title(item);
    if (!item.hasWork)
        return settledTip(heading, likelyNothing(item, settled(plan, item)));
    const QString state = item.state == ItemState::partial ? tr(" (partly in place)") : QString();
    return factsOf(plan, item, heading + state, item.waitsFor);
}

QString tooltip(const Plan& plan, const GanttRow& row, const std::optional<UntilFinish>& until)
{
    return row.isPhase() ? tooltip(plan, plan.phases[row.index], until) : tooltip(plan, plan.items[row.index]);
}

QString markLabel(const Plan& plan, const GanttMark& mark)
{
    using std::chrono::year_month_day;
    const bool sameYear = year_month_day(mark.date).year() == year_month_day(plan.startDate).year();
    const QString date = sameYear ? format::shortDate(mark.date) : format::mediumDate(mark.date);
    switch (mark.kind) {
    case GanttMark::Kind::AsOf: return tr("as of %1").arg(date);
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
