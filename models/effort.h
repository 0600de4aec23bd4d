#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <cstddef>
#include <vector>

namespace trestle {

/// An item that belongs to a plan: of the catalogue, or an add-on whose condition holds.
struct ScopeItem {
    const Item* item = nullptr; ///< into the catalogue
    std::size_t phase = 0;
    ItemProgress progress;
    double weight =
        0; ///< what is left, as a part of the phase's effort (of its own for an add-on): share × scale × what is left
    ThreePoint full;      ///< person-weeks as if missing, scale applied
    ThreePoint remaining; ///< of `full`
};

/// All items of a plan, phase after phase in catalogue order, each phase's add-ons last.
struct Scope {
    std::vector<ScopeItem> items;
    std::vector<std::size_t> firstItem; ///< per phase, and one past the last phase
};

/// Remaining effort of every item: phase effort (the user's own estimate where there is one, which is not scaled) ×
/// share × scale factor, or an add-on's own effort; of it what the item's progress leaves. Needs inputs that pass
/// checkInputs.
Scope remainingWork(const Catalogue& catalogue, const Inputs& inputs);

/// The phase's whole effort: the user's own estimate where there is one, else the catalogue's.
const ThreePoint& phaseEffort(const Phase& phase, const Inputs& inputs);

/// Whether the phase's effort grows with the number of users: the catalogue's does where it says so, an own estimate is
/// taken as entered.
bool isScaled(const Phase& phase, const Inputs& inputs);

/// The phase's whole effort as it counts for this many users.
ThreePoint scaledPhaseEffort(const Catalogue& catalogue, const Phase& phase, const Inputs& inputs);

} // namespace trestle
