#pragma once

#include "models/input_fields.h"
#include "models/scenario.h"

#include <string>
#include <vector>

/// What a scenario has of its own, one by one: to show it, to take it back, or to make all of it the base.
namespace trestle {

struct OverlayEntry {
    FieldId field = FieldId::start; ///< one of those in which scenarios may differ
    std::string item;               ///< an item's id where the field is `items`
    friend bool operator==(const OverlayEntry&, const OverlayEntry&) = default;
};

/// In the order of the field table, items by id.
std::vector<OverlayEntry> entriesOf(const Scenario& scenario);
/// Drops one of them, so that the base's value shows through again. Does nothing if it is absent.
void takeBack(Scenario& scenario, const OverlayEntry& change);

/// Null for a name that no scenario has, and for the base's empty one.
const Scenario* findScenario(const Project& project, const std::string& name);
/// `wanted`, or with the least number behind it that no scenario has yet ("Faster 2").
std::string freeScenarioName(const Project& project, const std::string& wanted);

/// Whether people, leave, days off, own estimates or risks are fewer in `after`, or risks that may still happen:
/// something went away that has to be entered anew, or became certain.
bool takesAway(const Inputs& before, const Inputs& after);

/// The base takes over what the scenario has of its own, and the scenario, which no longer differs, goes. States that
/// change are dated `today`. Errors: unknownScenario.
Result<Project> makeBase(Project project, const std::string& scenario, Date today);

} // namespace trestle
