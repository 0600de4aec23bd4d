#pragma once

#include "models/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What may happen to a plan or not: a schema that has to be redone, an engineer who leaves, a release that is
/// rejected.
namespace trestle {

enum class RiskStatus : std::uint8_t {
    open,
    responded,   ///< its response is in the plan: the chance and the impact are those after it
    happened,    ///< for certain: its effort is what is left, an item like any other; delay and money count in full
    notHappened, ///< and no longer can
};

/// What a response costs, and what it leaves of the risk. A part of the impact that is absent stays what it is.
struct RiskResponse {
    Money cost; ///< spent at the start of the plan, whatever happens
    double p = 0;
    std::optional<ThreePoint> effort;
    std::optional<ThreePoint> delay;
    std::optional<ThreePoint> money;
    std::string title; ///< what is done, in the user's words
    friend bool operator==(const RiskResponse&, const RiskResponse&) = default;
};

struct RiskEvent {
    std::string id; ///< letters, digits, - _ and .
    int number = 0; ///< from 1, given once and never again in the plan: its draws are found by it
    std::string title;
    double p = 0;      ///< chance, 0 to 1
    std::string phase; ///< the id of the phase that it happens in
    std::string skill; ///< that its effort takes; empty: anyone
    std::string owner;
    ThreePoint effort; ///< person-weeks, done after everything else in the phase
    ThreePoint delay;  ///< weeks for which what follows the phase waits, and no one works
    ThreePoint money;  ///< dollars, on the last day of the phase
    RiskStatus status = RiskStatus::open;
    std::optional<RiskResponse> response; ///< in the plan only where `status` says so
    friend bool operator==(const RiskEvent&, const RiskEvent&) = default;
};

struct RiskRegister {
    int given = 0; ///< the last number given
    std::vector<RiskEvent> events;
    friend bool operator==(const RiskRegister&, const RiskRegister&) = default;
};

/// What counts of an event in a plan: nothing once it did not happen; with certainty once it has.
struct LiveRisk {
    double p = 0;
    ThreePoint effort; ///< none of what has happened, which is an item of the plan
    ThreePoint delay;
    ThreePoint money;
};
std::optional<LiveRisk> liveRisk(const RiskEvent& event);

/// The cost of all responses in the plan.
Money responseCost(const RiskRegister& risks);

/// For how long what follows a phase waits because of what has happened.
Weeks certainDelay(const RiskRegister& risks, std::string_view phase, Case which);

/// The id of the item that an event's effort is: "risk:" and the event's, which no item of a catalogue can have.
inline constexpr std::string_view kRiskItem = "risk:";
std::string riskItemId(const RiskEvent& event);

RiskEvent* findRisk(RiskRegister& risks, std::string_view id);
const RiskEvent* findRisk(const RiskRegister& risks, std::string_view id);
/// Adds an event with the next number.
RiskEvent& addRisk(RiskRegister& risks, RiskEvent event);
/// An id that no event of the register has, made of a title: "the-load-test-fails".
std::string freeRiskId(const RiskRegister& risks, std::string_view title);

} // namespace trestle
