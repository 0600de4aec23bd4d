#pragma once

#include "models/decisions/estimate.h"
#include "models/decisions/move.h"

#include <optional>

namespace trestle {

/// The one change of a plan that is worth trying first, with what it does at the plan's confidence.
struct BestMove {
    Move move;
    Headline before;
    Headline after;
    bool meetsTarget = false; ///< it makes the target as sure as the plan's confidence, which it was not

    [[nodiscard]] Delta saved() const { return before - after; } ///< positive: sooner, cheaper
    /// The cost stays as it is, give or take half a per cent of the total before.
    [[nodiscard]] bool costsTheSame() const;
    friend bool operator==(const BestMove&, const BestMove&) = default;
};

/// A move that brings the finish forward by less than two working days is not worth a word.
inline constexpr Weeks kLeastMove = 0.4;

struct BestMoves {
    std::optional<BestMove> best;
    std::optional<BestMove> ofTeam; ///< of those that change the team; often the best of all
    friend bool operator==(const BestMoves&, const BestMoves&) = default;
};

/// Where the target is less sure than the plan's confidence: the cheapest of movesOf() that makes it as sure, where of
/// items to leave the fewest count. Else, or where none does, the one that saves most weeks for at most 1 % more cost;
/// of items to leave, all of them where no target is missed. Nothing where no move of these saves kLeastMove.
///
/// Moves are weighed by the runs next to the headline first; whichever could be the best by that is simulated in full,
/// on the draws of the headline. Errors: those of estimate(); cancelled.
Result<BestMoves> bestMoves(const Plan& plan, const QuestionOptions& options = {});

/// What may be left for after launch and is not built yet, what saves most first, by a few runs.
Result<std::vector<std::string>> deferrableItems(const Plan& plan, const QuestionOptions& options = {});

} // namespace trestle
