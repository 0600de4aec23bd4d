#pragma once

#include "models/decisions/estimate.h"

#include <optional>
#include <string>

namespace trestle {

/// One change of the team, small enough to be tried at a click.
struct TeamMove {
    std::string fullTime;  ///< this person works full-time; empty: an engineer is hired
    double allocation = 1; ///< of that person today
    Money hireRate;        ///< of the engineer, a full-time week
    Delta saved;           ///< at the plan's confidence; positive is sooner, cheaper
    [[nodiscard]] bool isHire() const { return fullTime.empty(); }
    /// The cost stays as it is, give or take half a per cent of the total that the plan has today.
    [[nodiscard]] bool costsTheSame(Money total) const;
    friend bool operator==(const TeamMove&, const TeamMove&) = default;
};

/// What the team may try first: someone full-time who is not, or one engineer more. The move that saves most weeks of
/// those that cost no more than today; of moves that all cost more, the one that pays least for a week. Nothing where
/// no move brings the finish noticeably forward. Errors: those of estimate(); cancelled.
Result<std::optional<TeamMove>> bestTeamMove(const Plan& plan, const QuestionOptions& options = {});

Inputs applyMove(const Inputs& inputs, const TeamMove& move);

} // namespace trestle
