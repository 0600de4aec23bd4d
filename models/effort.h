#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"
#include "models/learning.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace trestle {

/// An item that belongs to a plan: of the catalogue, or an add-on whose condition holds.
struct ScopeItem {
    const Item* item = nullptr; ///< into the catalogue
    std::size_t phase = 0;
    ItemProgress progress;
    double partLeft = 1; ///< of `full`, before what was spent on it since it began
    double weight = 0;   ///< the same as a part of the phase's effort (of its own for an add-on): share × scale × part
    ThreePoint full;     ///< person-weeks as if missing, scale applied
    ThreePoint remaining;
    ItemActual actual{};

    [[nodiscard]] bool isUnderWay() const { return progress.state == ItemState::underWay; }
};

/// All items of a plan, phase after phase in catalogue order, each phase's add-ons last.
struct Scope {
    std::vector<ScopeItem> items;
    std::vector<std::size_t> firstItem; ///< per phase, and one past the last phase
    Learning learning;                  ///< what finished work says of `remaining`
};

/// Remaining effort of every item: phase effort (the user's own estimate where there is one, which is not scaled) ×
/// share × scale factor, or an add-on's own effort; of it what the item's progress leaves, times what finished work says
/// of the rest of its phase. Of an item under way the user's own estimate of what is left, or what was spent is taken
/// off, down to a tenth. Needs inputs that pass checkInputs.
Scope remainingWork(const Catalogue& catalogue, const Inputs& inputs);

/// What is left of work of this size after so much was spent on it: no less than a tenth.
inline double leftAfter(double effort, double spent)
{
    return std::max(0.1 * effort, effort - spent);
}

/// The phase's whole effort: the user's own estimate where there is one, else the catalogue's.
const ThreePoint& phaseEffort(const Phase& phase, const Inputs& inputs);

/// Whether the phase's effort grows with the number of users: the catalogue's does where it says so, an own estimate is
/// taken as entered.
bool isScaled(const Phase& phase, const Inputs& inputs);

/// By how much efforts that are scaled grow with the number of users.
double scaleFactor(const Catalogue& catalogue, const Profile& profile);

/// The phase's whole effort as it counts for this many users.
ThreePoint scaledPhaseEffort(const Catalogue& catalogue, const Phase& phase, const Inputs& inputs);

} // namespace trestle
