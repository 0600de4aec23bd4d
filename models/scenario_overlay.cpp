#include "models/scenario_overlay.h"

#include "models/learning.h"

#include <algorithm>

namespace trestle {

namespace {

template <class T>
void keepDifference(std::optional<T>& own, const T& base, const T& edited)
{
    if (edited == own.value_or(base))
        return; // the edit left it alone
    own.reset();
    if (edited != base)
        own = edited;
}

template <class T>
void keepDifference(std::optional<T>& own, const std::optional<T>& base, const std::optional<T>& edited)
{
    if (edited == (own ? own : base))
        return;
    own.reset();
    if (edited && edited != base)
        own = edited;
}

using ItemInputs = std::map<std::string, ItemInput>;

/// Every item that one of them lists, in order.
std::set<std::string> itemsOf(const ItemInputs& a, const ItemInputs& b)
{
    std::set<std::string> ids;
    for (const ItemInputs* items : {&a, &b})
        for (const auto& [id, item] : *items)
            ids.insert(id);
    return ids;
}

/// The item's input, or that of an item not listed.
const ItemInput& inputOf(const ItemInputs& items, const std::string& id)
{
    static const ItemInput notListed;
    const auto found = items.find(id);
    return found == items.end() ? notListed : found->second;
}

void keepDifference(std::map<std::string, ItemProgress>& own, const ItemInputs& base, const ItemInputs& edited)
{
    std::set<std::string> ids = itemsOf(base, edited);
    for (const auto& [id, progress] : own)
        ids.insert(id);
    for (const std::string& id : ids) {
        const ItemProgress& before = inputOf(base, id).progress;
        const ItemProgress& progress = inputOf(edited, id).progress;
        const auto found = own.find(id);
        if (progress == (found == own.end() ? before : found->second))
            continue; // the edit left it alone
        if (progress == before)
            own.erase(found);
        else
            own[id] = progress;
    }
}

/// Calls `body` with each field of an item that all scenarios share: the days on which items changed are the base's.
template <class Body>
void forEachSharedItemField(Body&& body)
{
    forEachField<ItemInput>([&](const auto& field) {
        if (field.id != FieldId::itemProgress && field.id != FieldId::itemChanged)
            body(field);
    });
}

template <class T>
bool isTakenAway(const std::optional<T>& base, const std::optional<T>& edited)
{
    return base && !edited;
}

template <class T>
bool isTakenAway(const T& /*base*/, const T& /*edited*/)
{
    return false;
}

std::vector<Unheld> unheldOf(const Inputs& base, const Inputs& edited)
{
    std::vector<Unheld> unheld;
    forEachField<Inputs>([&](const auto& field) {
        if constexpr (std::remove_cvref_t<decltype(field)>::isShared) {
            if (base.*field.member != edited.*field.member)
                unheld.push_back({field.id});
        } else if (isTakenAway(base.*field.member, edited.*field.member)) {
            unheld.push_back({field.id, true});
        }
    });
    const std::set<std::string> ids = itemsOf(base.items, edited.items);
    forEachSharedItemField([&](const auto& field) {
        if (std::ranges::any_of(ids, [&](const std::string& id) {
                return inputOf(base.items, id).*field.member != inputOf(edited.items, id).*field.member;
            }))
            unheld.push_back({field.id});
    });
    std::ranges::sort(unheld);
    return unheld;
}

} // namespace

EditOverlay overlayOf(const Inputs& base, const Inputs& edited, std::string name)
{
    Scenario nothing;
    nothing.name = std::move(name);
    return overlayOf(base, edited, nothing);
}

EditOverlay overlayOf(const Inputs& base, const Inputs& edited, const Scenario& before)
{
    Scenario scenario = before;
    forEachVaryingField(
        [&](const auto& field) { keepDifference(scenario.*field.own, base.*field.member, edited.*field.member); });
    return {std::move(scenario), unheldOf(base, edited)};
}

Inputs withShared(Inputs base, const Inputs& edited)
{
    forEachField<Inputs>([&](const auto& field) {
        if constexpr (std::remove_cvref_t<decltype(field)>::isShared)
            base.*field.member = edited.*field.member;
    });
    for (const std::string& id : itemsOf(base.items, edited.items))
        forEachSharedItemField([&](const auto& field) {
            const auto& value = inputOf(edited.items, id).*field.member;
            if (value != inputOf(base.items, id).*field.member)
                base.items[id].*field.member = value;
        });
    return base;
}

namespace {

/// Work that begins, ends or is taken back does so in the plan, in whichever scenario it was said. One that is dropped
/// is dropped there alone.
void shareWhatHappened(Project& project, Scenario& scenario, const Inputs& before, const Inputs& edited)
{
    for (const auto& [id, item] : edited.items) {
        const ItemInput& was = inputOf(before.items, id);
        if (item.progress == was.progress || item.progress.state == ItemState::excluded)
            continue;
        if (!hasBegun(item) && !hasBegun(was))
            continue;
        project.base.items[id].progress = item.progress;
        scenario.items.erase(id);
    }
}

} // namespace

Result<Project> editScenario(Project project, const std::string& scenario, const Inputs& edited)
{
    if (scenario.empty()) {
        project.base = edited;
        return project;
    }
    const auto found = std::ranges::find(project.scenarios, scenario, &Scenario::name);
    if (found == project.scenarios.end())
        return std::unexpected(inputsOf(project, scenario).error());
    const Inputs before = applyScenario(project.base, *found);
    *found = overlayOf(project.base, edited, *found).scenario;
    project.base = withShared(std::move(project.base), edited);
    shareWhatHappened(project, *found, before, edited);
    return project;
}

} // namespace trestle
