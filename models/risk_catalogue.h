#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <memory>
#include <vector>

namespace trestle {

/// The catalogue with an item for the effort of each event that has happened, after all others of its phase: they
/// belong to the plan like any other. The catalogue itself where there are none.
std::shared_ptr<const Catalogue> withHappened(std::shared_ptr<const Catalogue> catalogue, const RiskRegister& risks);

/// With an item for each event that may still happen and would take effort, too: what is simulated.
std::shared_ptr<const Catalogue> withPossible(std::shared_ptr<const Catalogue> catalogue, const RiskRegister& risks);

/// What the catalogue suggests for these inputs: its condition holds, and no event of the register has its id.
std::vector<const SuggestedRisk*> suggestedRisks(const Catalogue& catalogue, const Inputs& inputs);
/// A suggestion as an event, without a number.
RiskEvent eventOf(const SuggestedRisk& suggestion);

/// The rules: ids and numbers unique, none above the last given; known phases; chances from 0 to 1; ordered impacts in
/// range; costs not negative. `where` is "/risks/events/2/effort".
Result<void> checkRisks(const Catalogue& catalogue, const RiskRegister& risks);
/// That someone is able to do the effort of each event that may happen: nobodyAble, naming its item.
Result<void> checkRiskStaffing(const Inputs& inputs);

} // namespace trestle
