#include "models/risk/risk_place.h"

namespace trestle {

namespace {

constexpr double kLikely = 0.30;   // above it
constexpr double kPossible = 0.15; // from it
constexpr Weeks kWeek = 1;         // up to it
constexpr Weeks kMonth = 4;        // from it

} // namespace

RiskPlace placeOf(const LiveRisk& risk)
{
    const Weeks weeks = risk.effort.likely + risk.delay.likely;
    RiskPlace place;
    if (risk.p > kLikely + kEpsilon)
        place.likely = RiskPlace::Likely::likely;
    else if (risk.p > kPossible - kEpsilon)
        place.likely = RiskPlace::Likely::possible;
    if (weeks > kMonth - kEpsilon)
        place.bad = RiskPlace::Bad::monthOrMore;
    else if (weeks > kWeek + kEpsilon)
        place.bad = RiskPlace::Bad::upToAMonth;
    return place;
}

std::vector<PlacedRisk> placedRisks(const RiskRegister& risks)
{
    std::vector<PlacedRisk> placed;
    for (const RiskEvent& event : risks.events) {
        const bool isResponded = event.status == RiskStatus::responded;
        if (event.status != RiskStatus::open && !isResponded)
            continue;
        PlacedRisk& one = placed.emplace_back();
        one.number = event.number;
        one.before = placeOf({event.p, event.effort, event.delay, event.money});
        if (const auto live = liveRisk(event); isResponded && live)
            one.after = placeOf(*live);
    }
    return placed;
}

} // namespace trestle
