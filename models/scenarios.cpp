#include "models/scenarios.h"

#include <algorithm>

namespace trestle {

namespace {

using ItemsProgress = std::map<std::string, ItemProgress>;

template <class T>
void addChanges(std::vector<OverlayEntry>& changes, FieldId field, const std::optional<T>& own)
{
    if (own)
        changes.push_back({field, {}});
}

void addChanges(std::vector<OverlayEntry>& changes, FieldId field, const ItemsProgress& own)
{
    for (const auto& [id, progress] : own)
        changes.push_back({field, id});
}

template <class T>
void drop(std::optional<T>& own, const std::string& /*item*/)
{
    own.reset();
}

void drop(ItemsProgress& own, const std::string& item)
{
    own.erase(item);
}

std::size_t leaveOf(const Inputs& inputs)
{
    std::size_t count = 0;
    for (const Person& person : inputs.team)
        count += person.leave.size();
    return count;
}

/// That may still happen.
auto openRisks(const Inputs& inputs)
{
    return std::ranges::count_if(inputs.risks.events, [](const RiskEvent& event) {
        return event.status == RiskStatus::open || event.status == RiskStatus::responded;
    });
}

} // namespace

bool takesAway(const Inputs& before, const Inputs& after)
{
    return after.team.size() < before.team.size() || leaveOf(after) < leaveOf(before) ||
           after.daysOff.size() < before.daysOff.size() || after.estimates.size() < before.estimates.size() ||
           after.risks.events.size() < before.risks.events.size() || openRisks(after) < openRisks(before);
}

std::vector<OverlayEntry> entriesOf(const Scenario& scenario)
{
    std::vector<OverlayEntry> changes;
    forEachVaryingField([&](const auto& field) { addChanges(changes, field.id, scenario.*field.own); });
    return changes;
}

void takeBack(Scenario& scenario, const OverlayEntry& change)
{
    forEachVaryingField([&](const auto& field) {
        if (field.id == change.field)
            drop(scenario.*field.own, change.item);
    });
}

const Scenario* findScenario(const Project& project, const std::string& name)
{
    const auto found = std::ranges::find(project.scenarios, name, &Scenario::name);
    return found == project.scenarios.end() ? nullptr : &*found;
}

std::string freeScenarioName(const Project& project, const std::string& wanted)
{
    std::string name = wanted;
    for (int number = 2; findScenario(project, name); ++number)
        name = wanted + " " + std::to_string(number);
    return name;
}

Result<Project> makeBase(Project project, const std::string& scenario, Date today)
{
    auto inputs = inputsOf(project, scenario);
    if (!inputs)
        return std::unexpected(inputs.error());
    if (const Scenario* own = findScenario(project, scenario))
        for (const auto& [id, progress] : own->items)
            if (progress != progressOf(project.base, id))
                inputs->items[id].changed = today;
    project.base = std::move(*inputs);
    std::erase_if(project.scenarios, [&](const Scenario& other) { return other.name == scenario; });
    return project;
}

} // namespace trestle
