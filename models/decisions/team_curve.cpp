#include "models/decisions/team_curve.h"

#include <algorithm>

namespace trestle {

namespace {

Money averageRate(const std::vector<Person>& team)
{
    double cost = 0;
    for (const Person& person : team)
        cost += person.allocation * person.weeklyRate.inDollars();
    return Money::rounded(cost / fullTimeEquivalents(team));
}

TeamPoint pointOf(const Plan& plan, const Risk& risk)
{
    TeamPoint point;
    point.people = plan.inputs.team.size();
    point.coordination = plan.coordination;
    point.finish50 = risk.finishAt(0.5);
    point.finish80 = risk.finishAt(0.8);
    const bool isWorked = plan.inputs.costMode == CostMode::worked;
    (isWorked ? point.worked50 : point.retained50) = risk.totalAt(0.5);
    (isWorked ? point.worked80 : point.retained80) = risk.totalAt(0.8);
    (isWorked ? point.retained50 : point.worked50) = risk.otherTotalAt(0.5);
    (isWorked ? point.retained80 : point.worked80) = risk.otherTotalAt(0.8);
    return point;
}

Result<TeamPoint> pointFor(const Plan& plan, std::vector<Person> team, const QuestionOptions& options)
{
    Inputs inputs = plan.inputs;
    inputs.team = std::move(team);
    const auto made = estimate(plan.catalogue, inputs, options, true);
    if (!made)
        return std::unexpected(made.error());
    return pointOf(made->plan, made->risk);
}

} // namespace

Result<TeamCurve> teamCurve(const Plan& plan, const QuestionOptions& options)
{
    if (plan.inputs.team.empty())
        return fail(ErrorCode::noPeople, "", "/team");
    TeamCurve curve;
    curve.averageRate = averageRate(plan.inputs.team);
    curve.todayFte = fullTimeEquivalents(plan.inputs.team);
    const auto own = ownRisk(plan, options);
    if (!own)
        return std::unexpected(own.error());
    auto today = (*own)->sortedOtherTotal.empty() ? pointFor(plan, plan.inputs.team, options)
                                                  : Result<TeamPoint>(pointOf(plan, **own));
    if (!today)
        return std::unexpected(today.error());
    curve.today = *today;

    std::vector<Person> team;
    while (team.size() < kLargestTeam) {
        team.push_back({std::to_string(team.size() + 1), 1.0, curve.averageRate, {}, {}, {}});
        auto point = pointFor(plan, team, options);
        if (!point)
            return std::unexpected(point.error());
        curve.points.push_back(*point);
        if (options.progress)
            options.progress(static_cast<double>(team.size()) / static_cast<double>(kLargestTeam));
    }
    const bool retained = plan.inputs.costMode == CostMode::retained;
    const auto indexOfLeast = [&](auto value) {
        return static_cast<std::size_t>(std::ranges::min_element(curve.points, {}, value) - curve.points.begin());
    };
    curve.fastest = indexOfLeast(&TeamPoint::finish80);
    curve.cheapest = indexOfLeast(retained ? &TeamPoint::retained80 : &TeamPoint::worked80);
    return curve;
}

} // namespace trestle
