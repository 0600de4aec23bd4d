#pragma once

#include "models/plan/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// Ticks that made the likely plan longer, although they only took work away: with several people a list schedule can
/// do that, since the freed person starts other work, in an order that then ends later.
struct Lengthening {
    std::vector<std::string> items; ///< ticked: less of them is left than before, in plan order
    Weeks weeks = 0;                ///< later than before, at least half a working day
    friend bool operator==(const Lengthening&, const Lengthening&) = default;
};

/// Nothing where anything but states changed, where some item has more work than before, or where the plan did not get
/// noticeably longer.
std::optional<Lengthening> lengthening(const Plan& before, const Plan& after);

} // namespace trestle
