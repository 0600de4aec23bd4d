#include "data/scanner/told_ticks.h"

#include "data/scanner/told_evidence.h"
#include "models/proposals.h"

#include <set>
#include <string_view>

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
    std::set<std::string_view> meanings;
    for (const Evidence& place : evidence.places) {
        const std::string one = toldPlace(place);
        const std::string_view meaning = meaningOf(place);
        // A second place of the same says nothing new, unless it stands for itself.
        if (one.empty() || !meanings.insert(meaning.empty() ? std::string_view(place.path) : meaning).second)
            continue;
        told += (told.empty() ? "" : "; ") + one;
        if (meanings.size() == kMostToldPlaces)
            break;
    }
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
