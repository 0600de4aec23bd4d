#pragma once

#include "models/risk_events.h"

#include <cstddef>

namespace trestle {

/// Where a risk stands in the picture of three by three.
struct RiskPlace {
    enum class Likely : std::uint8_t { unlikely, possible, likely };      ///< under 15 %, 15 to 30, over 30
    enum class Bad : std::uint8_t { upToAWeek, upToAMonth, monthOrMore }; ///< if it happens
    Likely likely = Likely::unlikely;
    Bad bad = Bad::upToAWeek;
    friend bool operator==(const RiskPlace&, const RiskPlace&) = default;
};

/// By the chance and by the weeks of work and of waiting that are likely if it happens; money takes no time.
RiskPlace placeOf(const LiveRisk& risk);

/// A risk as it is before its response, and with it where that is in the plan; neither once it happened or no longer
/// can.
struct PlacedRisk {
    int number = 0;
    RiskPlace before;
    std::optional<RiskPlace> after;
    friend bool operator==(const PlacedRisk&, const PlacedRisk&) = default;
};
/// In the order of the register.
std::vector<PlacedRisk> placedRisks(const RiskRegister& risks);

} // namespace trestle
