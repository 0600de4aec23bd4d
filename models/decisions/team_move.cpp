#include "models/decisions/team_move.h"

#include "models/decisions/way.h"
#include "models/risk/nearby_runs.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace trestle {

namespace {

constexpr std::size_t kMostPartTimers = 3;
constexpr double kSameCost = 0.005; // of the total

std::vector<TeamMove> movesOf(const Plan& plan)
{
    std::vector<TeamMove> moves;
    std::set<std::tuple<double, std::int64_t, std::vector<std::string>>> kinds; // people alike make the same move
    for (const Person& person : plan.inputs.team)
        if (person.allocation < 1 - kEpsilon && moves.size() < kMostPartTimers &&
            kinds.emplace(person.allocation, person.weeklyRate.cents, person.skills).second)
            moves.push_back({person.name, person.allocation, {}, {}});
    if (!plan.inputs.team.empty() && plan.inputs.team.size() < kMaxPeople)
        moves.push_back({"", 1, plan.catalogue->personWeekRate.value, {}});
    return moves;
}

// Better first: no dearer than today before dearer; then by weeks, or by what a week costs.
auto rankOf(const TeamMove& move, Money total)
{
    const bool isFree = move.saved.cost >= Money{} || move.costsTheSame(total);
    const double price = isFree ? double{-move.saved.weeks} : -move.saved.cost.inDollars() / move.saved.weeks;
    return std::pair(!isFree, price);
}

} // namespace

bool TeamMove::costsTheSame(Money total) const
{
    return std::abs(saved.cost.inDollars()) <= kSameCost * total.inDollars();
}

Result<std::optional<TeamMove>> bestTeamMove(const Plan& plan, const QuestionOptions& options)
{
    if (plan.nothingLeft())
        return std::nullopt;
    const auto today = ownRisk(plan, options);
    if (!today)
        return std::unexpected(today.error());
    const Headline now = headlineOf(plan, **today, plan.inputs.confidence);
    const NearbyRuns nearby(**today);
    std::optional<TeamMove> best;
    for (TeamMove& move : movesOf(plan)) {
        const auto then = makePlan(plan.catalogue, applyMove(plan.inputs, move));
        if (!then)
            return std::unexpected(then.error());
        const auto promise = nearby.of(*then, probability(plan.inputs.confidence), simulationOf(options));
        if (!promise)
            return std::unexpected(promise.error());
        move.saved = {now.finish - promise->finish, now.total - Money::rounded(promise->total)};
        if (move.saved.weeks >= kNoticeable && (!best || rankOf(move, now.total) < rankOf(*best, now.total)))
            best = move;
    }
    return best;
}

Inputs applyMove(const Inputs& inputs, const TeamMove& move)
{
    if (move.isHire()) {
        Way way;
        way.added.push_back({"", 1, move.hireRate});
        return applyWay(inputs, way);
    }
    Inputs changed = inputs;
    if (Person* person = findPerson(changed.team, move.fullTime))
        person->allocation = 1;
    return changed;
}

} // namespace trestle
