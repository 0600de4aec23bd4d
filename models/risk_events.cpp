#include "models/risk_events.h"

#include "models/id_stem.h"

#include <algorithm>

namespace trestle {

std::optional<LiveRisk> liveRisk(const RiskEvent& event)
{
    LiveRisk live{event.p, event.effort, event.delay, event.money};
    switch (event.status) {
    case RiskStatus::open: break;
    case RiskStatus::responded:
        if (const auto& response = event.response)
            live = {response->p, response->effort.value_or(live.effort), response->delay.value_or(live.delay),
                    response->money.value_or(live.money)};
        break;
    case RiskStatus::happened:
        live.p = 1;
        live.effort = {};
        break;
    case RiskStatus::notHappened: return std::nullopt;
    }
    return live;
}

Money responseCost(const RiskRegister& risks)
{
    Money cost;
    for (const RiskEvent& event : risks.events)
        if (event.status == RiskStatus::responded && event.response)
            cost += event.response->cost;
    return cost;
}

Weeks certainDelay(const RiskRegister& risks, std::string_view phase, Case which)
{
    Weeks delay = 0;
    for (const RiskEvent& event : risks.events)
        if (event.status == RiskStatus::happened && event.phase == phase)
            delay += event.delay.at(which);
    return delay;
}

std::string riskItemId(const RiskEvent& event)
{
    return std::string(kRiskItem) + event.id;
}

RiskEvent* findRisk(RiskRegister& risks, std::string_view id)
{
    const auto found = std::ranges::find(risks.events, id, &RiskEvent::id);
    return found == risks.events.end() ? nullptr : &*found;
}

const RiskEvent* findRisk(const RiskRegister& risks, std::string_view id)
{
    const auto found = std::ranges::find(risks.events, id, &RiskEvent::id);
    return found == risks.events.end() ? nullptr : &*found;
}

RiskEvent& addRisk(RiskRegister& risks, RiskEvent event)
{
    event.number = ++risks.given;
    return risks.events.emplace_back(std::move(event));
}

std::string freeRiskId(const RiskRegister& risks, std::string_view title)
{
    return freeId(idStem(title, "risk"), [&](const std::string& id) { return findRisk(risks, id) != nullptr; });
}

} // namespace trestle
