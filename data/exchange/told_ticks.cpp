#include "data/exchange/told_ticks.h"

#include "data/scanner/told_evidence.h"
#include "models/proposals.h"

#include <algorithm>

namespace trestle {

namespace {

std::string toldPlace(const Evidence& place)
{
    const std::string where = placeText(place);
    std::string_view meaning = meaningOf(place);
    if (meaning.ends_with('.'))
        meaning.remove_suffix(1);
    if (meaning.empty())
        return where;
    return std::string(meaning) + (where.empty() ? "" : " (" + where + ')');
}

} // namespace

std::string toldPlaces(const TickEvidence& evidence)
{
    std::string told;
    for (std::size_t i = 0; i < std::min(evidence.places.size(), kMostToldPlaces); ++i)
        if (const std::string one = toldPlace(evidence.places[i]); !one.empty())
            told += (told.empty() ? "" : "; ") + one;
    return told;
}

std::vector<ToldTick> toldTicks(const Plan& plan)
{
    std::vector<ToldTick> ticks;
    for (const ItemPlan& item : plan.items) {
        if (item.state != ItemState::done && item.state != ItemState::partial)
            continue;
        if (const TickEvidence* evidence = evidenceOf(plan.inputs, item.id))
            ticks.push_back({item.title, item.state, evidence, toldPlaces(*evidence)});
    }
    return ticks;
}

} // namespace trestle
