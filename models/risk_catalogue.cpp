#include "models/risk_catalogue.h"

#include "models/team.h"

#include <algorithm>
#include <set>

namespace trestle {

namespace {

constexpr double kLargestImpact = 1e6; // person-weeks, as of an estimate
constexpr Weeks kLongestDelay = 1e4;   // as of a lag
constexpr std::size_t kMostEvents = 1'000;

bool takesEffort(const ThreePoint& effort)
{
    return effort.high > kEpsilon;
}

bool mayTakeEffort(const RiskEvent& event)
{
    const auto live = liveRisk(event);
    return live && live->p > 0 && takesEffort(live->effort);
}

void addItem(Catalogue& catalogue, const RiskEvent& event, const ThreePoint& effort)
{
    const auto phase = std::ranges::find(catalogue.phases, event.phase, &Phase::id);
    if (phase == catalogue.phases.end())
        return;
    Item item;
    item.id = riskItemId(event);
    item.title = event.title.empty() ? event.id : event.title;
    item.skill = event.skill;
    item.effort.emplace();
    item.effort->value = effort;
    for (const Case which : kCases)
        item.effort->from.at(which) = {ProvenanceKind::yours, item.title};
    phase->addOns.push_back(std::move(item));
}

bool isOfRisk(const Item& item)
{
    return item.id.starts_with(kRiskItem);
}

// What a plan has made of its catalogue may be given to it again.
bool hasRiskItems(const Catalogue& catalogue)
{
    return std::ranges::any_of(catalogue.phases,
                               [](const Phase& phase) { return std::ranges::any_of(phase.addOns, isOfRisk); });
}

template <class Takes>
std::shared_ptr<const Catalogue> withItems(std::shared_ptr<const Catalogue> catalogue, const RiskRegister& risks,
                                           Takes takes)
{
    if (std::ranges::none_of(risks.events, takes) && !hasRiskItems(*catalogue))
        return catalogue;
    auto extended = std::make_shared<Catalogue>(*catalogue);
    for (Phase& phase : extended->phases)
        std::erase_if(phase.addOns, isOfRisk);
    for (const RiskEvent& event : risks.events)
        if (takes(event))
            addItem(*extended, event, event.status == RiskStatus::happened ? event.effort : liveRisk(event)->effort);
    return extended;
}

bool hasHappened(const RiskEvent& event)
{
    return event.status == RiskStatus::happened && takesEffort(event.effort);
}

bool isId(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

Result<void> checkImpact(const ThreePoint& impact, double most, const std::string& id, const std::string& where)
{
    if (!(impact.low >= 0 && impact.low <= impact.likely && impact.likely <= impact.high && impact.high <= most))
        return fail(ErrorCode::invalidEstimate, id, where);
    return {};
}

Result<void> checkChance(double p, const std::string& where)
{
    if (!(p >= 0 && p <= 1))
        return fail(ErrorCode::invalidValue, numberText(p), where, {DetailKind::fromTo, {"0", "1"}});
    return {};
}

Result<void> checkResponse(const RiskEvent& event, const std::string& where)
{
    if (!event.response) {
        if (event.status == RiskStatus::responded)
            return fail(ErrorCode::noResponse, event.id, where);
        return {};
    }
    const RiskResponse& response = *event.response;
    if (response.cost < Money{} || response.cost > kLargestAmount)
        return fail(ErrorCode::invalidValue, numberText(response.cost.inDollars()), where + "/cost",
                    {DetailKind::fromTo, {"0", numberText(kLargestAmount.inDollars())}});
    if (auto ok = checkChance(response.p, where + "/p"); !ok)
        return ok;
    const ThreePoint none;
    if (auto ok = checkImpact(response.effort.value_or(none), kLargestImpact, event.id, where + "/effort"); !ok)
        return ok;
    if (auto ok = checkImpact(response.delay.value_or(none), kLongestDelay, event.id, where + "/delay"); !ok)
        return ok;
    return checkImpact(response.money.value_or(none), kLargestAmount.inDollars(), event.id, where + "/money");
}

Result<void> checkEvent(const Catalogue& catalogue, const RiskEvent& event, const std::string& where)
{
    if (!isId(event.id))
        return fail(ErrorCode::invalidValue, event.id, where + "/id", DetailKind::idCharacters);
    if (!findPhase(catalogue, event.phase))
        return fail(ErrorCode::unknownPhase, event.phase, where + "/phase");
    if (auto ok = checkChance(event.p, where + "/p"); !ok)
        return ok;
    if (auto ok = checkImpact(event.effort, kLargestImpact, event.id, where + "/effort"); !ok)
        return ok;
    if (auto ok = checkImpact(event.delay, kLongestDelay, event.id, where + "/delay"); !ok)
        return ok;
    if (auto ok = checkImpact(event.money, kLargestAmount.inDollars(), event.id, where + "/money"); !ok)
        return ok;
    return checkResponse(event, where + "/response");
}

} // namespace

std::shared_ptr<const Catalogue> withHappened(std::shared_ptr<const Catalogue> catalogue, const RiskRegister& risks)
{
    return withItems(std::move(catalogue), risks, hasHappened);
}

std::shared_ptr<const Catalogue> withPossible(std::shared_ptr<const Catalogue> catalogue, const RiskRegister& risks)
{
    return withItems(std::move(catalogue), risks,
                     [](const RiskEvent& event) { return hasHappened(event) || mayTakeEffort(event); });
}

std::vector<const SuggestedRisk*> suggestedRisks(const Catalogue& catalogue, const Inputs& inputs)
{
    std::vector<const SuggestedRisk*> suggestions;
    for (const SuggestedRisk& risk : catalogue.suggestedRisks)
        if ((risk.condition.empty() || inputs.profile.conditions.contains(risk.condition)) &&
            !findRisk(inputs.risks, risk.id))
            suggestions.push_back(&risk);
    return suggestions;
}

RiskEvent eventOf(const SuggestedRisk& suggestion)
{
    RiskEvent event;
    event.id = suggestion.id;
    event.title = suggestion.title;
    event.p = suggestion.p.value;
    event.phase = suggestion.phase;
    event.skill = suggestion.skill;
    const auto valueOr0 = [](const std::optional<SourcedRange>& range) { return range ? range->value : ThreePoint{}; };
    event.effort = valueOr0(suggestion.effort);
    event.delay = valueOr0(suggestion.delay);
    event.money = valueOr0(suggestion.money);
    return event;
}

Result<void> checkRisks(const Catalogue& catalogue, const RiskRegister& risks)
{
    if (risks.events.size() > kMostEvents)
        return fail(ErrorCode::invalidValue, std::to_string(risks.events.size()), "/risks/events",
                    {DetailKind::fromTo, {"0", std::to_string(kMostEvents)}});
    std::set<std::string_view> ids;
    std::set<int> numbers;
    for (std::size_t i = 0; i < risks.events.size(); ++i) {
        const RiskEvent& event = risks.events[i];
        const std::string where = "/risks/events/" + std::to_string(i);
        if (auto ok = checkEvent(catalogue, event, where); !ok)
            return ok;
        if (!ids.insert(event.id).second)
            return fail(ErrorCode::duplicateId, event.id, where + "/id");
        if (event.number < 1 || event.number > risks.given)
            return fail(ErrorCode::invalidValue, std::to_string(event.number), where + "/number",
                        {DetailKind::fromTo, {"1", std::to_string(risks.given)}});
        if (!numbers.insert(event.number).second)
            return fail(ErrorCode::duplicateId, std::to_string(event.number), where + "/number");
    }
    return {};
}

Result<void> checkRiskStaffing(const Inputs& inputs)
{
    for (const RiskEvent& event : inputs.risks.events) {
        if (!mayTakeEffort(event))
            continue;
        if (inputs.team.empty())
            return fail(ErrorCode::noPeople, "", "/team");
        if (std::ranges::none_of(inputs.team, [&](const Person& person) { return canDo(person, event.skill); }))
            return fail(ErrorCode::nobodyAble, riskItemId(event), "/team", event.skill);
    }
    return {};
}

} // namespace trestle
