// Phases, items and the rest come, go and change places.
#include "models/catalogue_edit.h"
#include "models/catalogue_figures.h"
#include "models/catalogue_lists.h"
#include "models/id_stem.h"

#include <algorithm>
#include <set>
#include <utility>

namespace trestle {

namespace {

using NodeIds = std::set<std::string, std::less<>>;

/// The phase whose catalogue items have this one; null where none has.
Phase* phaseOf(Catalogue& catalogue, const std::string& item)
{
    for (Phase& phase : catalogue.phases)
        if (withId(phase.items, item))
            return &phase;
    return nullptr;
}

/// Links that a node of the catalogue has no longer, and risks of a phase that is gone.
void dropLoose(Catalogue& catalogue, const NodeIds& gone)
{
    std::erase_if(catalogue.links,
                  [&](const Link& link) { return gone.contains(link.from) || gone.contains(link.to); });
    std::erase_if(catalogue.suggestedRisks, [&](const SuggestedRisk& risk) { return gone.contains(risk.phase); });
}

SourcedRange rangeOf(const ThreePoint& value, const Provenance& from)
{
    return {value, {from, from, from}};
}

/// By so many places, as far as the list goes. False where the list has no such entry.
template <class List>
bool moveIn(List& list, const std::string& id, int places)
{
    const auto at = findIn(list, id);
    if (at == list.end())
        return false;
    const auto from = at - list.begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + places, 0, std::ssize(list) - 1);
    if (to < from)
        std::rotate(list.begin() + to, at, at + 1);
    else
        std::rotate(at, at + 1, list.begin() + to + 1);
    return true;
}

} // namespace

Result<void> CatalogueEditor::setShare(const std::string& item, double share)
{
    Catalogue edited = m_now;
    Phase* phase = phaseOf(edited, item);
    if (!phase)
        return fail(ErrorCode::unknownItem, item);
    const bool isOnly = phase->items.size() == 1;
    if (!(share >= 0 && share <= 1) || (isOnly && share != 1))
        return fail(ErrorCode::invalidValue, numberText(share), "/share",
                    isOnly ? Detail(DetailKind::oneOf, {"1"}) : Detail(DetailKind::fromTo, {"0", "1"}));
    withId(phase->items, item)->share.value = share;
    shareTheRest(*phase, item);
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::shareEvenly(const std::string& phase)
{
    Catalogue edited = m_now;
    Phase* found = withId(edited.phases, phase);
    if (!found)
        return fail(ErrorCode::unknownPhase, phase);
    for (Item& item : found->items)
        item.share.value = 1.0 / static_cast<double>(found->items.size());
    return commit(std::move(edited));
}

Result<std::string> CatalogueEditor::addPhase(const std::string& title, const std::string& itemTitle)
{
    Catalogue edited = m_now;
    Phase phase;
    phase.id = freeNodeId(title);
    phase.title = phase.shortTitle = title;
    const int after = edited.phases.empty() ? 0 : edited.phases.back().window.value.last;
    phase.window = {{after + 1, after + 1}, yours()};
    phase.effort = rangeOf({1, 1, 1}, yours());
    Item& item = phase.items.emplace_back();
    item.id = freeNodeId(itemTitle, phase.id);
    item.title = itemTitle;
    item.share = {1, yours()};
    std::string id = phase.id;
    edited.phases.push_back(std::move(phase));
    const Result<void> done = commit(std::move(edited));
    return done ? Result<std::string>(std::move(id)) : std::unexpected(done.error());
}

Result<std::string> CatalogueEditor::addItem(const std::string& phase, const std::string& title)
{
    Catalogue edited = m_now;
    Phase* found = withId(edited.phases, phase);
    if (!found)
        return fail(ErrorCode::unknownPhase, phase);
    Item& item = found->items.emplace_back();
    item.id = freeNodeId(title);
    item.title = title;
    item.share = {1.0 / static_cast<double>(found->items.size()), yours()};
    std::string id = item.id;
    shareTheRest(*found, id);
    const Result<void> done = commit(std::move(edited));
    return done ? Result<std::string>(std::move(id)) : std::unexpected(done.error());
}

Result<std::string> CatalogueEditor::addAddOn(const std::string& phase, const std::string& title,
                                              const std::string& condition)
{
    Catalogue edited = m_now;
    Phase* found = withId(edited.phases, phase);
    if (!found)
        return fail(ErrorCode::unknownPhase, phase);
    Item& item = found->addOns.emplace_back();
    item.id = freeNodeId(title);
    item.title = title;
    item.condition = condition;
    item.effort = rangeOf({1, 1, 1}, yours());
    std::string id = item.id;
    const Result<void> done = commit(std::move(edited));
    return done ? Result<std::string>(std::move(id)) : std::unexpected(done.error());
}

Result<std::string> CatalogueEditor::addCondition(const std::string& title)
{
    Catalogue edited = m_now;
    std::string id = freeId(idStem(title, "question"), [&](const std::string& taken) {
        return withId(m_now.conditions, taken) || withId(m_original.conditions, taken);
    });
    edited.conditions.push_back({id, title, {}});
    const Result<void> done = commit(std::move(edited));
    return done ? Result<std::string>(std::move(id)) : std::unexpected(done.error());
}

Result<std::string> CatalogueEditor::addScale(const std::string& title)
{
    Catalogue edited = m_now;
    std::string id = freeId(idStem(title, "size"), [&](const std::string& taken) {
        return withId(m_now.scales, taken) || withId(m_original.scales, taken);
    });
    edited.scales.push_back({id, title, {1, yours()}, {}});
    const Result<void> done = commit(std::move(edited));
    return done ? Result<std::string>(std::move(id)) : std::unexpected(done.error());
}

Result<std::string> CatalogueEditor::addRisk(const std::string& phase, const std::string& title)
{
    Catalogue edited = m_now;
    SuggestedRisk risk;
    risk.id = freeId(idStem(title, "risk"), [&](const std::string& taken) {
        return withId(m_now.suggestedRisks, taken) || withId(m_original.suggestedRisks, taken);
    });
    risk.title = title;
    risk.phase = phase;
    risk.p = {0.1, yours()};
    risk.effort = rangeOf({1, 1, 1}, yours());
    std::string id = risk.id;
    edited.suggestedRisks.push_back(std::move(risk));
    const Result<void> done = commit(std::move(edited));
    return done ? Result<std::string>(std::move(id)) : std::unexpected(done.error());
}

Result<void> CatalogueEditor::addRunningCost(const std::string& phase, const std::string& title)
{
    Catalogue edited = m_now;
    Phase* found = withId(edited.phases, phase);
    if (!found)
        return fail(ErrorCode::unknownPhase, phase);
    found->runningCosts.push_back({title, rangeOf({}, yours())});
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::addLink(Link link)
{
    if (std::ranges::any_of(m_now.links, [&](const Link& other) {
            return other.from == link.from && other.to == link.to && other.type == link.type;
        }))
        return fail(ErrorCode::duplicateId, link.from + " -> " + link.to, "/links");
    Catalogue edited = m_now;
    link.source = yours();
    edited.links.push_back(std::move(link));
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::removeNode(const std::string& id)
{
    Catalogue edited = m_now;
    if (const auto phase = findIn(edited.phases, id); phase != edited.phases.end()) {
        NodeIds gone{id};
        for (const auto* list : {&phase->items, &phase->addOns})
            for (const Item& item : *list)
                gone.insert(item.id);
        edited.phases.erase(phase);
        dropLoose(edited, gone);
        return commit(std::move(edited));
    }
    for (Phase& phase : edited.phases)
        for (auto* list : {&phase.items, &phase.addOns})
            if (const auto item = findIn(*list, id); item != list->end()) {
                list->erase(item);
                shareTheRest(phase, {});
                dropLoose(edited, {id});
                return commit(std::move(edited));
            }
    return fail(ErrorCode::unknownNode, id);
}

Result<void> CatalogueEditor::removeCondition(const std::string& id)
{
    Catalogue edited = m_now;
    if (std::erase_if(edited.conditions, [&](const Condition& condition) { return condition.id == id; }) == 0)
        return fail(ErrorCode::unknownCondition, id);
    NodeIds gone;
    for (Phase& phase : edited.phases)
        std::erase_if(phase.addOns, [&](const Item& item) {
            const bool goes = item.condition == id;
            if (goes)
                gone.insert(item.id);
            return goes;
        });
    std::erase_if(edited.suggestedRisks, [&](const SuggestedRisk& risk) { return risk.condition == id; });
    dropLoose(edited, gone);
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::removeScale(const std::string& id)
{
    Catalogue edited = m_now;
    if (std::erase_if(edited.scales, [&](const ScaleStep& scale) { return scale.id == id; }) == 0)
        return fail(ErrorCode::unknownScale, id);
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::removeRisk(const std::string& id)
{
    Catalogue edited = m_now;
    if (std::erase_if(edited.suggestedRisks, [&](const SuggestedRisk& risk) { return risk.id == id; }) == 0)
        return fail(ErrorCode::unknownRisk, id);
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::removeRunningCost(const std::string& phase, std::size_t index)
{
    Catalogue edited = m_now;
    Phase* found = withId(edited.phases, phase);
    if (!found || index >= found->runningCosts.size())
        return fail(ErrorCode::unknownPhase, phase);
    found->runningCosts.erase(found->runningCosts.begin() + static_cast<std::ptrdiff_t>(index));
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::removeLink(const std::string& name)
{
    Catalogue edited = m_now;
    const std::vector<std::string> names = linkNames(edited.links);
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return fail(ErrorCode::unknownNode, name, "/links");
    edited.links.erase(edited.links.begin() + (found - names.begin()));
    return commit(std::move(edited));
}

Result<void> CatalogueEditor::moveNode(const std::string& id, int places)
{
    Catalogue edited = m_now;
    bool moved = moveIn(edited.phases, id, places);
    for (Phase& phase : edited.phases)
        moved = moved || moveIn(phase.items, id, places) || moveIn(phase.addOns, id, places);
    return moved ? commit(std::move(edited)) : fail(ErrorCode::unknownNode, id);
}

} // namespace trestle
