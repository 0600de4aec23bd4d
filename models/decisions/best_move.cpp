#include "models/decisions/best_move.h"

#include "models/decisions/item_value.h"
#include "models/risk/nearby_runs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>

namespace trestle {

namespace {

constexpr double kSameCost = 0.005; // of the total
constexpr double kMostMore = 0.01;  // of the total, to be paid for weeks saved
// The few runs are taken to be this close to all of them.
constexpr Weeks kDoubtfulWeeks = 0.1;
constexpr double kDoubtfulCost = 0.005; // of the total

/// A move with its figures: hoped for, as good as they could be by few runs, until they are known.
struct Candidate {
    BestMove best;
    bool isKnown = false;
};

class MoveSearch {
public:
    MoveSearch(const Plan& plan, const Risk& risk, const QuestionOptions& options)
        : m_plan(plan), m_options(options), m_sure(probability(plan.inputs.confidence)),
          m_today(headlineOf(plan, risk, plan.inputs.confidence)), m_nearby(risk)
    {
        const auto target = targetChance(plan, risk).ofTarget();
        m_isMissed = target && target->share < m_sure;
    }

    Result<BestMoves> among(const std::vector<Move>& moves);

private:
    Result<Candidate> hopedFor(const Move& move) const;
    Result<void> learn(Candidate& candidate) const;
    enum class Of : std::uint8_t { all, team };
    [[nodiscard]] Candidate* best(Of of);
    Result<std::optional<BestMove>> known(Of of);
    [[nodiscard]] OrderSearchOptions search() const { return {m_options.threads, m_options.stop}; }

    const Plan& m_plan;
    const QuestionOptions& m_options;
    double m_sure;
    Headline m_today;
    NearbyRuns m_nearby;
    bool m_isMissed = false;
    std::vector<Candidate> m_candidates;
};

Result<Candidate> MoveSearch::hopedFor(const Move& move) const
{
    const auto then = makePlan(m_plan.catalogue, applyMove(m_plan.inputs, move), search());
    if (!then)
        return std::unexpected(then.error());
    const auto promise = m_nearby.of(*then, m_sure, simulationOf(m_options));
    if (!promise)
        return std::unexpected(promise.error());
    Candidate candidate{{move, m_today, {}, false}, false};
    Headline& hoped = candidate.best.after;
    hoped.finish = std::max(Weeks{}, promise->finish - kDoubtfulWeeks);
    hoped.finishDate = then->calendar.lastDate(0, hoped.finish);
    hoped.total = Money::rounded(promise->total - kDoubtfulCost * m_today.total.inDollars());
    const Inputs& inputs = m_plan.inputs;
    candidate.best.meetsTarget = m_isMissed && (!inputs.targetDate || hoped.finishDate <= *inputs.targetDate) &&
                                 (!inputs.budget || hoped.total <= *inputs.budget);
    return candidate;
}

Result<void> MoveSearch::learn(Candidate& candidate) const
{
    const auto then = estimate(m_plan.catalogue, applyMove(m_plan.inputs, candidate.best.move), m_options);
    if (!then)
        return std::unexpected(then.error());
    candidate.best.after = then->headlineAt(m_plan.inputs.confidence);
    candidate.best.meetsTarget = m_isMissed && targetChance(then->plan, then->risk).ofTarget()->share >= m_sure;
    candidate.isKnown = true;
    return {};
}

/// By the rule of bestMoves(), or one to be known first.
Candidate* MoveSearch::best(Of of)
{
    Candidate* cheapest = nullptr;
    Candidate* soonest = nullptr;
    bool isLeft = false; // fewer items to leave make the target sure
    const auto byCost = [](const BestMove& one) { return std::tuple(-one.saved().cost.cents, -one.saved().weeks); };
    const auto byWeeks = [](const BestMove& one) { return std::tuple(-one.saved().weeks, -one.saved().cost.cents); };
    for (Candidate& candidate : m_candidates) {
        const BestMove& one = candidate.best;
        if (one.saved().weeks < kLeastMove || (of == Of::team && !changesTeam(one.move)))
            continue;
        const bool defers = one.move.kind == MoveKind::defer;
        if (one.meetsTarget && !(defers && isLeft)) {
            if (defers && !candidate.isKnown)
                return &candidate; // whether more has to be left is not known before
            isLeft = isLeft || defers;
            if (!cheapest || byCost(one) < byCost(cheapest->best))
                cheapest = &candidate;
        }
        if (-one.saved().cost.inDollars() <= kMostMore * m_today.total.inDollars() &&
            (!soonest || byWeeks(one) < byWeeks(soonest->best)))
            soonest = &candidate;
    }
    return cheapest ? cheapest : soonest;
}

Result<std::optional<BestMove>> MoveSearch::known(Of of)
{
    while (Candidate* candidate = best(of)) {
        if (candidate->isKnown)
            return candidate->best;
        if (auto ok = learn(*candidate); !ok)
            return std::unexpected(ok.error());
    }
    return std::nullopt;
}

Result<BestMoves> MoveSearch::among(const std::vector<Move>& moves)
{
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const Move& move = moves[i];
        const bool leavesMoreNext = move.kind == MoveKind::defer && i + 1 < moves.size();
        if (leavesMoreNext && !m_isMissed)
            continue; // only a target asks how few are enough
        auto candidate = hopedFor(move);
        if (!candidate)
            return std::unexpected(candidate.error());
        m_candidates.push_back(std::move(*candidate));
        if (m_options.progress)
            m_options.progress(static_cast<double>(i + 1) / static_cast<double>(moves.size()));
    }
    auto best = known(Of::all);
    if (!best)
        return std::unexpected(best.error());
    auto ofTeam = known(Of::team);
    if (!ofTeam)
        return std::unexpected(ofTeam.error());
    return BestMoves{std::move(*best), std::move(*ofTeam)};
}

} // namespace

bool BestMove::costsTheSame() const
{
    return std::abs(saved().cost.inDollars()) <= kSameCost * before.total.inDollars();
}

Result<std::vector<std::string>> deferrableItems(const Plan& plan, const QuestionOptions& options)
{
    QuestionOptions quiet = options;
    quiet.progress = nullptr; // only an order is wanted
    const auto values = roughItemValues(plan, quiet);
    if (!values)
        return std::unexpected(values.error());
    std::vector<std::string> items;
    for (const ItemValue& value : *values)
        if (const Item* item = findItem(*plan.catalogue, value.id); item && item->deferrable.value)
            items.push_back(value.id);
    return items;
}

Result<BestMoves> bestMoves(const Plan& plan, const QuestionOptions& options)
{
    if (plan.nothingLeft())
        return BestMoves{};
    QuestionOptions own = options;
    const auto risk = ownRisk(plan, options);
    if (!risk)
        return std::unexpected(risk.error());
    own.known = *risk;
    const auto deferrable = deferrableItems(plan, own);
    if (!deferrable)
        return std::unexpected(deferrable.error());
    return MoveSearch(plan, **risk, own).among(movesOf(plan, *deferrable));
}

} // namespace trestle
