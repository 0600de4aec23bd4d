#include "models/scenario_changes.h"

#include <algorithm>

namespace trestle {

namespace {

std::size_t leaveOf(const Inputs& inputs)
{
    std::size_t count = 0;
    for (const Person& person : inputs.team)
        count += person.leave.size();
    return count;
}

} // namespace

bool takesAway(const Inputs& before, const Inputs& after)
{
    return after.team.size() < before.team.size() || leaveOf(after) < leaveOf(before) ||
           after.daysOff.size() < before.daysOff.size() || after.estimates.size() < before.estimates.size();
}

std::vector<ScenarioChange> changesIn(const Scenario& scenario)
{
    std::vector<ScenarioChange> changes;
    const auto add = [&](bool own, ScenarioField field) {
        if (own)
            changes.push_back({field, {}});
    };
    add(scenario.start.has_value(), ScenarioField::start);
    add(scenario.team.has_value(), ScenarioField::team);
    add(scenario.profile.has_value(), ScenarioField::profile);
    for (const auto& [id, state] : scenario.items)
        changes.push_back({ScenarioField::item, id});
    add(scenario.daysOff.has_value(), ScenarioField::daysOff);
    add(scenario.targetDate.has_value(), ScenarioField::targetDate);
    add(scenario.budget.has_value(), ScenarioField::budget);
    add(scenario.order.has_value(), ScenarioField::order);
    add(scenario.costMode.has_value(), ScenarioField::costMode);
    return changes;
}

void takeBack(Scenario& scenario, const ScenarioChange& change)
{
    switch (change.field) {
    case ScenarioField::start: scenario.start.reset(); break;
    case ScenarioField::team: scenario.team.reset(); break;
    case ScenarioField::profile: scenario.profile.reset(); break;
    case ScenarioField::item: scenario.items.erase(change.item); break;
    case ScenarioField::daysOff: scenario.daysOff.reset(); break;
    case ScenarioField::targetDate: scenario.targetDate.reset(); break;
    case ScenarioField::budget: scenario.budget.reset(); break;
    case ScenarioField::order: scenario.order.reset(); break;
    case ScenarioField::costMode: scenario.costMode.reset(); break;
    }
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
        for (const auto& [id, state] : own->items)
            if (state != stateOf(project.base, id))
                inputs->items[id].changed = today;
    project.base = std::move(*inputs);
    std::erase_if(project.scenarios, [&](const Scenario& other) { return other.name == scenario; });
    return project;
}

} // namespace trestle
