#include "models/catalogue.h"

#include "models/graph.h"
#include "models/inputs.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace trestle {

namespace {

constexpr double kShareTolerance = 1e-9;

bool isOrdered(const ThreePoint& range)
{
    return range.low >= 0 && range.low <= range.likely && range.likely <= range.high && std::isfinite(range.high);
}

class IdRegister {
public:
    Result<void> add(const std::string& id, const std::string& where)
    {
        if (id.empty())
            return fail(ErrorCode::invalidValue, "", where + "/id", DetailKind::id);
        if (!m_ids.insert(id).second)
            return fail(ErrorCode::duplicateId, id, where + "/id");
        return {};
    }

private:
    std::unordered_set<std::string_view> m_ids;
};

Result<void> checkPhaseItems(const Phase& phase, const std::string& where, IdRegister& ids)
{
    double shares = 0;
    for (std::size_t i = 0; i < phase.items.size(); ++i) {
        const std::string at = where + "/items/" + std::to_string(i);
        if (auto ok = ids.add(phase.items[i].id, at); !ok)
            return ok;
        if (!(phase.items[i].share.value >= 0))
            return fail(ErrorCode::invalidValue, numberText(phase.items[i].share.value), at + "/share",
                        {DetailKind::atLeast, {"0"}});
        shares += phase.items[i].share.value;
    }
    if (!phase.items.empty() && std::abs(shares - 1.0) > kShareTolerance)
        return fail(ErrorCode::sharesDoNotSumToOne, phase.id, where + "/items", numberText(shares));
    return {};
}

Result<void> checkAddOns(const Catalogue& catalogue, const Phase& phase, const std::string& where, IdRegister& ids)
{
    for (std::size_t i = 0; i < phase.addOns.size(); ++i) {
        const Item& item = phase.addOns[i];
        const std::string at = where + "/addOns/" + std::to_string(i);
        if (auto ok = ids.add(item.id, at); !ok)
            return ok;
        if (!item.effort || !isOrdered(item.effort->value))
            return fail(ErrorCode::invalidEstimate, item.id, at + "/effort");
        if (std::ranges::find(catalogue.conditions, item.condition, &Condition::id) == catalogue.conditions.end())
            return fail(ErrorCode::unknownCondition, item.condition, at + "/condition");
    }
    return {};
}

Result<void> checkPhase(const Catalogue& catalogue, std::size_t index, IdRegister& ids)
{
    const Phase& phase = catalogue.phases[index];
    const std::string where = "/phases/" + std::to_string(index);
    if (auto ok = ids.add(phase.id, where); !ok)
        return ok;
    if (!isOrdered(phase.effort.value))
        return fail(ErrorCode::invalidEstimate, phase.id, where + "/effort");
    if (phase.window.value.first < 1 || phase.window.value.last < phase.window.value.first)
        return fail(ErrorCode::invalidValue, std::to_string(phase.window.value.last), where + "/window",
                    DetailKind::weekWindow);
    for (std::size_t r = 0; r < phase.runningCosts.size(); ++r)
        if (!isOrdered(phase.runningCosts[r].monthly.value))
            return fail(ErrorCode::invalidEstimate, phase.runningCosts[r].title,
                        where + "/runningCosts/" + std::to_string(r));
    if (auto ok = checkPhaseItems(phase, where, ids); !ok)
        return ok;
    return checkAddOns(catalogue, phase, where, ids);
}

template <class List>
Result<void> checkUnique(const List& list, const std::string& where)
{
    IdRegister ids;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (auto ok = ids.add(list[i].id, where + "/" + std::to_string(i)); !ok)
            return ok;
    return {};
}

Result<void> checkSuggestedRisks(const Catalogue& catalogue)
{
    for (std::size_t i = 0; i < catalogue.suggestedRisks.size(); ++i) {
        const SuggestedRisk& risk = catalogue.suggestedRisks[i];
        const std::string where = "/suggestedRisks/" + std::to_string(i);
        if (!findPhase(catalogue, risk.phase))
            return fail(ErrorCode::unknownPhase, risk.phase, where + "/phase");
        if (!risk.condition.empty() &&
            std::ranges::find(catalogue.conditions, risk.condition, &Condition::id) == catalogue.conditions.end())
            return fail(ErrorCode::unknownCondition, risk.condition, where + "/condition");
        if (!(risk.p.value >= 0 && risk.p.value <= 1))
            return fail(ErrorCode::invalidValue, numberText(risk.p.value), where + "/p",
                        {DetailKind::fromTo, {"0", "1"}});
        for (const auto* range : {&risk.effort, &risk.delay, &risk.money})
            if (*range) {
                const auto& [low, likely, high] = (*range)->value;
                if (!(low >= 0 && low <= likely && likely <= high))
                    return fail(ErrorCode::invalidEstimate, risk.id, where);
            }
    }
    return {};
}

Result<void> checkFigures(const Catalogue& catalogue)
{
    const auto outOfRange = [](double value, const char* where, Detail range) {
        return fail(ErrorCode::invalidValue, numberText(value), where, std::move(range));
    };
    if (!(catalogue.prototypeShare.value >= 0 && catalogue.prototypeShare.value < 1))
        return outOfRange(catalogue.prototypeShare.value, "/prototypeShare", {DetailKind::fromBelow, {"0", "1"}});
    if (!(catalogue.partialFactor.value >= 0 && catalogue.partialFactor.value <= 1))
        return outOfRange(catalogue.partialFactor.value, "/partialFactor", {DetailKind::fromTo, {"0", "1"}});
    if (!(catalogue.correlation.value >= 0 && catalogue.correlation.value <= 1))
        return outOfRange(catalogue.correlation.value, "/correlation", {DetailKind::fromTo, {"0", "1"}});
    if (!(catalogue.coordination.value >= 0 && catalogue.coordination.value <= 10))
        return outOfRange(catalogue.coordination.value, "/coordination", {DetailKind::fromTo, {"0", "10"}});
    for (const auto* limit : {&catalogue.itemCrewLimit, &catalogue.phaseCrewLimit})
        if (limit->value < 1 || limit->value > 64)
            return outOfRange(limit->value, limit == &catalogue.itemCrewLimit ? "/itemCrewLimit" : "/phaseCrewLimit",
                              {DetailKind::fromTo, {"1", "64"}});
    for (std::size_t i = 0; i < catalogue.scales.size(); ++i)
        if (!(catalogue.scales[i].factor.value > 0 && catalogue.scales[i].factor.value <= 1000))
            return fail(ErrorCode::invalidValue, numberText(catalogue.scales[i].factor.value),
                        "/scales/" + std::to_string(i) + "/factor", {DetailKind::aboveUpTo, {"0", "1000"}});
    for (std::size_t i = 0; i < catalogue.outsideViews.size(); ++i) {
        const OutsideViewPreset& preset = catalogue.outsideViews[i];
        const std::string where = "/outsideViews/" + std::to_string(i);
        if (!(std::abs(preset.m.value) <= kLargestOutsideMean))
            return fail(ErrorCode::invalidValue, numberText(preset.m.value), where + "/m",
                        {DetailKind::fromTo, {"-1", "1"}});
        if (!(preset.s.value >= 0 && preset.s.value <= kLargestOutsideSpread))
            return fail(ErrorCode::invalidValue, numberText(preset.s.value), where + "/s",
                        {DetailKind::fromTo, {"0", "1.5"}});
    }
    return {};
}

} // namespace

Result<void> checkCatalogue(const Catalogue& catalogue)
{
    if (auto ok = checkFigures(catalogue); !ok)
        return ok;
    if (auto ok = checkSuggestedRisks(catalogue); !ok)
        return ok;
    if (auto ok = checkUnique(catalogue.conditions, "/conditions"); !ok)
        return ok;
    if (auto ok = checkUnique(catalogue.scales, "/scales"); !ok)
        return ok;
    IdRegister ids;
    for (std::size_t p = 0; p < catalogue.phases.size(); ++p)
        if (auto ok = checkPhase(catalogue, p, ids); !ok)
            return ok;

    // A cycle must not appear later, with an answer to a profile question: check with every add-on in scope.
    Inputs everything;
    for (const Condition& condition : catalogue.conditions)
        everything.profile.conditions.insert(condition.id);
    if (auto graph = buildGraph(catalogue, remainingWork(catalogue, everything)); !graph)
        return std::unexpected(graph.error());
    return {};
}

const Phase* findPhase(const Catalogue& catalogue, std::string_view id)
{
    const auto found = std::ranges::find(catalogue.phases, id, &Phase::id);
    return found == catalogue.phases.end() ? nullptr : &*found;
}

const Item* findItem(const Catalogue& catalogue, std::string_view id)
{
    for (const Phase& phase : catalogue.phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            if (const auto found = std::ranges::find(*list, id, &Item::id); found != list->end())
                return &*found;
    return nullptr;
}

const OutsideViewPreset* findOutsideView(const Catalogue& catalogue, std::string_view id)
{
    const auto found = std::ranges::find(catalogue.outsideViews, id, &OutsideViewPreset::id);
    return found == catalogue.outsideViews.end() ? nullptr : &*found;
}

const ScaleStep* findScale(const Catalogue& catalogue, std::string_view id)
{
    if (id.empty())
        return catalogue.scales.empty() ? nullptr : &catalogue.scales.front();
    const auto found = std::ranges::find(catalogue.scales, id, &ScaleStep::id);
    return found == catalogue.scales.end() ? nullptr : &*found;
}

std::set<std::string, std::less<>> skillsAskedFor(const Catalogue& catalogue)
{
    std::set<std::string, std::less<>> skills;
    for (const Phase& phase : catalogue.phases)
        for (const auto* items : {&phase.items, &phase.addOns})
            for (const Item& item : *items)
                if (!item.skill.empty())
                    skills.insert(item.skill);
    return skills;
}

} // namespace trestle
