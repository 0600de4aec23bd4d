#pragma once

#include "models/decisions/estimate.h"
#include "models/risk/risk_effects.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// What a response is worth at the plan's confidence, on the same draws.
struct ResponseWorth {
    Weeks saves = 0;
    Money savesCost; ///< before it is paid for
    Money net;       ///< what it costs beyond what it saves; below nothing where it pays for itself
    friend bool operator==(const ResponseWorth&, const ResponseWorth&) = default;
};

/// An event of the register at the plan's confidence, with its response where that is in the plan.
struct RiskWorth {
    std::string id;
    Delta adds;
    std::optional<ResponseWorth> response;
    friend bool operator==(const RiskWorth&, const RiskWorth&) = default;
};

struct RegisterWorth {
    std::vector<RiskWorth> risks; ///< those that add most first; what did not happen last
    Delta together;               ///< what all that may still happen adds
    friend bool operator==(const RegisterWorth&, const RegisterWorth&) = default;
};

/// As many simulations as there are events, and one for each response. Errors: those of makePlan; cancelled.
Result<RegisterWorth> registerWorth(const Plan& plan, const QuestionOptions& options = {});

} // namespace trestle
