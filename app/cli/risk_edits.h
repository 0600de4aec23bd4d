#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <string>
#include <vector>

/// What `trestle set` changes in the register of risks.
namespace trestle::cli {

/// Options as given.
struct RiskEdits {
    std::vector<std::string> dropped;   ///< ID
    std::vector<std::string> events;    ///< ID:P:PHASE[:effort=L/M/H,delay=…,money=…,skill=…,title=…,owner=…]
    std::vector<std::string> responses; ///< ID:COST:P[:effort=…,delay=…,money=…]; ID: clears
    std::vector<std::string> statuses;  ///< ID=open|responded|happened|not
    friend bool operator==(const RiskEdits&, const RiskEdits&) = default;
};

/// In that order: dropped, then events, responses and states. Errors name the option.
Result<void> changeRisks(RiskRegister& risks, const Catalogue& catalogue, const RiskEdits& changes);
/// An error of the inputs in terms of the risk that it is of.
Error inRisks(Error error, const RiskRegister& risks);

} // namespace trestle::cli
