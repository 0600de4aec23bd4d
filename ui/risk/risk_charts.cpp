#include "ui/risk/risk_charts.h"

#include "models/risk/promises.h"
#include "models/risk/statistics.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/risk/layer_words.h"
#include "ui/risk/movers.h"
#include "ui/risk/risk_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace trestle::riskcharts {

namespace {

constexpr std::array kQuantiles{0.1, 0.5, 0.8, 0.9};
/// A target further outside the simulated plans than this part of their spread does not stretch the axis.
constexpr double kStretch = 0.5;

struct Extent {
    double first;
    double last;
};

/// From the least to the most but for the farthest runs, with a limit that lies near, and a little air.
Extent extentOf(const std::vector<double>& sorted, std::optional<double> limit)
{
    constexpr double kFarthest = 0.005; // of the runs, at either end: they would press the rest into a corner
    Extent extent{quantileOf(sorted, kFarthest), quantileOf(sorted, 1 - kFarthest)};
    const double spread = extent.last - extent.first;
    if (limit && *limit > extent.first - kStretch * spread && *limit < extent.last + kStretch * spread)
        extent = {std::min(extent.first, *limit), std::max(extent.last, *limit)};
    const double air = 0.03 * (extent.last - extent.first);
    return {extent.first - air, extent.last + air};
}

std::optional<Weeks> targetWeek(const Plan& plan)
{
    const auto& date = plan.inputs.targetDate;
    return date ? std::optional(latestFinishBy(plan.calendar, *date)) : std::nullopt;
}

std::optional<double> budgetDollars(const Plan& plan)
{
    const auto& budget = plan.inputs.budget;
    return budget ? std::optional(budget->inDollars()) : std::nullopt;
}

bool isChosen(const Plan& plan, double q)
{
    return std::abs(probability(plan.inputs.confidence) - q) < 1e-9;
}

QString weekTick(double week)
{
    return format::axisNumber(week);
}

QString withPlus(double value, const QString& figure)
{
    return value > 0 ? u'+' + figure : figure;
}

QString targetLabel(const Plan& plan)
{
    return tr("target %1").arg(format::mediumDate(*plan.inputs.targetDate));
}

QString budgetLabel(const Plan& plan)
{
    return tr("budget %1").arg(format::amount(*plan.inputs.budget));
}

/// Rows by how much they move it, the most on top.
PhaseBars movers(const Plan& plan, const Risk& risk, double Sensitivity::* low, double Sensitivity::* high)
{
    std::vector<Mover> list = moversOf(plan, risk);
    std::ranges::stable_sort(list, std::greater{},
                             [&](const Mover& mover) { return std::abs(mover.moves.*high - mover.moves.*low); });
    PhaseBars bars;
    bars.kind = PhaseBars::Kind::Swing;
    for (const Mover& mover : list)
        bars.rows.push_back({mover.title, mover.moves.*low, mover.moves.*high});
    return bars;
}

/// The layers of a simulation as curves behind the plan's own; `label` writes the value at the plan's confidence.
template <class Sorted, class Label>
void addLayers(SureCurve& curve, const Plan& plan, const Risk& risk, Sorted sorted, double offset, const Label& label)
{
    const double q = probability(plan.inputs.confidence);
    for (const RiskLayer& layer : risk.layers) {
        SureCurve::Behind behind{
            curveOf(layer.*sorted), riskwords::layerName(plan, layer.of), layer.of == RiskLayer::Of::outsideView, {}};
        for (QPointF& point : behind.points)
            point.rx() += offset;
        const double value = quantileOf(layer.*sorted, q);
        behind.mark = SureCurve::Mark{value + offset, q, label(value), false};
        curve.behind.push_back(std::move(behind));
    }
    curve.name = riskwords::planCurveName(plan, risk);
}

/// An axis of the months that begin on it, in place of weeks.
void nameMonths(SureCurve& curve, const Plan& plan, Weeks offset)
{
    using std::chrono::months;
    const auto at = [&](std::chrono::year_month month) {
        return static_cast<double>(plan.calendar.indexOnOrAfter(Date{month / 1})) / kWorkingDaysPerWeek + offset;
    };
    const std::chrono::year_month start = monthOf(plan.startDate);
    std::set<int> years;
    for (std::chrono::year_month month = start; at(month) <= curve.last; month += months{1}) {
        if (at(month) < curve.first)
            continue;
        years.insert(static_cast<int>(month.year()));
        curve.ticks.push_back({at(month), format::month(static_cast<int>(static_cast<unsigned>(month.month())))});
    }
    if (curve.ticks.size() < 2) { // a finish that is sure to some weeks
        curve.ticks.clear();
        return;
    }
    curve.unit = *years.begin() == *years.rbegin() ? QString::number(*years.begin())
                                                   : tr("%1 to %2").arg(*years.begin()).arg(*years.rbegin());
}

} // namespace

SureCurve finishCurve(const Plan& plan, const Risk& risk, Scope scope)
{
    // Drawn in weeks of the project, as the Gantt chart counts them.
    const Weeks offset = riskwords::projectWeek(plan, 0);
    SureCurve curve;
    curve.points = curveOf(risk.sortedFinish);
    for (QPointF& point : curve.points)
        point.rx() += offset;
    const auto target = targetWeek(plan);
    const Extent extent = extentOf(risk.sortedFinish, scope == Scope::Window ? target : std::nullopt);
    curve.first = extent.first + offset;
    curve.last = extent.last + offset;
    for (const double q : kQuantiles) {
        const Weeks at = risk.finishAt(q);
        if (scope == Scope::Paper && !isChosen(plan, q))
            continue;
        curve.marks.push_back({at + offset, q, format::mediumDate(plan.calendar.lastDate(0, at)), isChosen(plan, q)});
    }
    addLayers(curve, plan, risk, &RiskLayer::sortedFinish, offset,
              [&](double at) { return format::dayMonth(plan.calendar.lastDate(0, at)); });
    if (target && scope == Scope::Window)
        curve.limit = SureCurve::Limit{*target + offset, targetLabel(plan)};
    curve.leastStep = 0.5;
    curve.tick = weekTick;
    curve.unit = tr("weeks from the start");
    if (scope == Scope::Paper)
        nameMonths(curve, plan, offset);
    return curve;
}

SureCurve costCurve(const Plan& plan, const Risk& risk, Scope scope)
{
    SureCurve curve;
    curve.points = curveOf(risk.sortedTotal);
    const auto budget = budgetDollars(plan);
    const Extent extent = extentOf(risk.sortedTotal, scope == Scope::Window ? budget : std::nullopt);
    curve.first = extent.first;
    curve.last = extent.last;
    for (const double q : kQuantiles)
        if (scope == Scope::Window || isChosen(plan, q))
            curve.marks.push_back(
                {risk.totalAt(q).inDollars(), q, format::promise(risk.totalAt(q)), isChosen(plan, q)});
    addLayers(curve, plan, risk, &RiskLayer::sortedTotal, 0,
              [](double dollars) { return format::promise(Money::rounded(dollars)); });
    if (budget && scope == Scope::Window)
        curve.limit = SureCurve::Limit{*budget, budgetLabel(plan)};
    curve.leastStep = 1;
    curve.tick = format::axisAmount;
    curve.unit = plan.actual.any() ? tr("AUD, what was spent, labour and running costs, ex GST")
                                   : tr("AUD, labour and running costs, ex GST");
    return curve;
}

JointField jointField(const Plan& plan, const Risk& risk, std::size_t dots)
{
    const Weeks offset = riskwords::projectWeek(plan, 0);
    JointField field;
    const std::size_t count = std::min(dots, risk.finish.size());
    field.runs.reserve(count);
    for (std::size_t run = 0; run < count; ++run)
        field.runs.emplace_back(risk.finish[run] + offset, risk.total[run]);
    const Weeks target = *targetWeek(plan);
    const double budget = *budgetDollars(plan);
    const Extent across = extentOf(risk.sortedFinish, target);
    const Extent upward = extentOf(risk.sortedTotal, budget);
    field.first = across.first + offset;
    field.last = across.last + offset;
    field.least = upward.first;
    field.most = upward.last;
    field.target = target + offset;
    field.budget = budget;
    field.targetLabel = targetLabel(plan);
    field.budgetLabel = budgetLabel(plan);
    const ToldQuarters quarters = told(*targetChance(plan, risk).quarters);
    field.fields[JointField::OnTimeOver] = {format::chance(quarters.onTimeOnly), tr("on time, over budget")};
    field.fields[JointField::LateOver] = {format::chance(quarters.neither), tr("late and over budget")};
    field.fields[JointField::Both] = {format::chance(quarters.both), tr("on time and in budget")};
    field.fields[JointField::LateInBudget] = {format::chance(quarters.inBudgetOnly), tr("late, in budget")};
    field.tickAcross = weekTick;
    field.tickUpward = format::axisAmount;
    field.unit = tr("weeks (across), AUD (up)");
    return field;
}

PhaseBars finishMovers(const Plan& plan, const Risk& risk)
{
    PhaseBars bars = movers(plan, risk, &Sensitivity::finishWhenLow, &Sensitivity::finishWhenHigh);
    bars.write = riskwords::signedWeeks;
    bars.tick = [](double weeks) { return withPlus(weeks, format::axisNumber(weeks)); };
    bars.unit = tr("weeks earlier or later than on average");
    return bars;
}

PhaseBars costMovers(const Plan& plan, const Risk& risk)
{
    PhaseBars bars = movers(plan, risk, &Sensitivity::costWhenLow, &Sensitivity::costWhenHigh);
    bars.write = riskwords::signedAmount;
    bars.tick = [](double dollars) { return withPlus(dollars, format::axisAmount(dollars)); };
    bars.leastStep = 1;
    bars.unit = tr("AUD less or more than on average");
    return bars;
}

PhaseBars drivers(const Plan& plan, const Risk& risk)
{
    PhaseBars bars;
    bars.kind = PhaseBars::Kind::Shares;
    for (std::size_t p = 0; p < risk.phases.size(); ++p)
        if (const PhaseRisk& phase = risk.phases[p]; phase.hasWork)
            bars.rows.push_back({format::text(plan.phases[p].shortTitle), phase.drivesFinish, phase.drivesByLinks});
    bars.write = bars.tick = [](double share) { return format::chance(toldShare(share)); };
    bars.unit = tr("of the plans · dark: with your people · pale: with unlimited people");
    return bars;
}

QString finishReading(const Plan& plan, const Risk& risk, Weeks finish)
{
    const Chance chance{risk.chanceBy(finish), !risk.finishVaries()};
    return (riskwords::isSingular(chance) ? tr("Week %1, by %2: %3 is done.") : tr("Week %1, by %2: %3 are done."))
        .arg(format::number(riskwords::projectWeek(plan, finish), 1),
             format::mediumDate(plan.calendar.lastDate(0, finish)), riskwords::plansOfHundred(chance));
}

QString costReading(const Risk& risk, double dollars)
{
    const Chance chance = chanceUnder(risk, Money::rounded(dollars));
    return (riskwords::isSingular(chance) ? tr("%1: %2 costs at most that.") : tr("%1: %2 cost at most that."))
        .arg(format::money(Money::rounded(dollars)), riskwords::plansOfHundred(chance));
}

QString finishMoverReading(const PhaseBars::Row& row)
{
    return tr("%1: %2 weeks where it is short, %3 where it is long.")
        .arg(row.title, riskwords::signedWeeks(row.first), riskwords::signedWeeks(row.second));
}

QString costMoverReading(const PhaseBars::Row& row)
{
    return tr("%1: %2 where it is short, %3 where it is long.")
        .arg(row.title, riskwords::signedMoney(row.first), riskwords::signedMoney(row.second));
}

QString driverReading(const PhaseBars::Row& row)
{
    return tr("A day lost on %1 delays the finish in %2 with your people, in %3 with unlimited people.")
        .arg(row.title, riskwords::plansOfHundred({row.first, true}), riskwords::plansOfHundred({row.second, true}));
}

} // namespace trestle::riskcharts
