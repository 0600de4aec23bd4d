#include "models/decisions/goal_trial.h"

#include "models/decisions/goal_conditions.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

// By which ways are looked for: enough to tell them apart, and of a large plan so few that a way costs no more.
constexpr std::size_t kItemRuns = 32'000;
constexpr std::size_t kFewest = 128;
constexpr std::size_t kMost = 512;

std::uint32_t fewRuns(const Plan& plan, std::uint32_t all)
{
    const std::size_t few = std::clamp(kItemRuns / std::max<std::size_t>(1, plan.items.size()), kFewest, kMost);
    return std::min(all, static_cast<std::uint32_t>(few));
}

// The least value that `share` of all runs keep to, counting only those for which `counts`.
template <class Counts>
std::optional<double> leastFor(const std::vector<double>& values, double share, Counts counts)
{
    std::vector<double> left;
    for (std::size_t n = 0; n < values.size(); ++n)
        if (counts(n))
            left.push_back(values[n]);
    const auto wanted = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()) - 1e-9));
    if (wanted == 0 || left.size() < wanted)
        return std::nullopt;
    const auto place = left.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
    std::ranges::nth_element(left, place);
    return *place;
}

Money upToTheCent(double dollars)
{
    return Money{static_cast<std::int64_t>(std::ceil(dollars * 100.0 - 1e-6))};
}

} // namespace

Money hireRateOf(const Goal& goal, const Catalogue& catalogue)
{
    return goal.hireRate.value_or(catalogue.personWeekRate.value);
}

GoalTrial::GoalTrial(const Plan& plan, const Goal& goal, const QuestionOptions& options)
    : m_plan(plan), m_goal(goal), m_options(options), m_few(fewRuns(plan, options.runs))
{
}

Result<GoalTrial::Known> GoalTrial::simulated(Way way, Runs runs) const
{
    if (!way.changesPlan() && runs == Runs::all) {
        const auto own = ownRisk(m_plan, m_options);
        if (!own)
            return std::unexpected(own.error());
        return read(std::move(way), runs, m_plan, **own);
    }
    QuestionOptions options = m_options;
    if (runs == Runs::few)
        options.runs = m_few;
    const auto made = estimate(m_plan.catalogue, applyWay(m_plan.inputs, way), options);
    if (!made)
        return std::unexpected(made.error());
    return read(std::move(way), runs, made->plan, made->risk);
}

GoalTrial::Known GoalTrial::read(Way way, Runs runs, const Plan& plan, const Risk& risk) const
{
    const double sure = probability(m_goal.confidence);
    const Weeks by = latestFinishBy(plan.calendar, m_goal.by);
    const double budget = m_goal.budget.inDollars() + 0.005;
    const GoalConditions conditions(m_goal, plan, risk);
    const auto inTime = [&](std::size_t n) { return risk.finish[n] <= by; };
    const auto inBudget = [&](std::size_t n) { return risk.total[n] <= budget; };
    way.chanceByDate = chanceBy(plan, risk, m_goal.by);
    way.chanceUnderBudget = chanceUnder(risk, m_goal.budget);
    way.chanceOfBoth = chanceOfBoth(plan, risk, m_goal.by, m_goal.budget);
    way.chanceCashLasts = conditions.chanceCashLasts();
    way.chanceOfMargin = conditions.chanceOfMargin();
    way.chance = conditions.chanceOfAll(way.chanceOfBoth, [&](std::size_t n) { return inTime(n) && inBudget(n); });
    way.headline = headlineOf(plan, risk, m_goal.confidence);
    way.weeksSaved = m_today.headline.finish - way.headline.finish;
    way.costDifference = way.headline.total - m_today.headline.total;

    Known known{std::move(way), runs, {}};
    Limits& limits = known.limits;
    if (const auto finish =
            leastFor(risk.finish, sure, [&](std::size_t n) { return inBudget(n) && conditions.hold(n); }))
        limits.by = plan.calendar.lastDate(0, *finish);
    if (const auto total = leastFor(risk.total, sure, [&](std::size_t n) { return inTime(n) && conditions.hold(n); }))
        limits.budget = upToTheCent(*total);
    if (const auto lacking = leastFor(conditions.lacking(), sure, [&](std::size_t n) {
            return inTime(n) && inBudget(n) && conditions.marginIsEnough(n);
        }))
        limits.moreCash = upToTheCent(*lacking);
    if (const auto missing = leastFor(conditions.marginMissing(), sure, [&](std::size_t n) {
            return inTime(n) && inBudget(n) && conditions.cashLasts(n);
        }))
        limits.marginPercent = *m_goal.marginPercent - *missing;
    return known;
}

Result<Way> GoalTrial::assess(Way way, Runs runs)
{
    if (fewAreAll())
        runs = Runs::all;
    const auto found = std::ranges::find_if(
        m_known, [&](const Known& known) { return known.runs == runs && isSameChange(known.way, way); });
    if (found != m_known.end()) {
        m_last = static_cast<std::size_t>(found - m_known.begin());
        return found->way;
    }
    auto known = simulated(std::move(way), runs);
    if (!known)
        return std::unexpected(known.error());
    m_work += runs == Runs::few ? m_few : m_options.runs;
    if (m_options.progress) { // how many ways it will take is not known; it nears the end ever more slowly
        const double half = 30.0 * m_few;
        m_options.progress(m_work / (m_work + half));
    }
    m_last = m_known.size();
    m_known.push_back(std::move(*known));
    return m_known.back().way;
}

} // namespace trestle
