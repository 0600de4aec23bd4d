#pragma once

#include "models/input_fields.h"
#include "models/scenario.h"

#include <string>
#include <vector>

/// From inputs back to a scenario: the inverse of applyScenario(). A scenario is edited as the inputs that it stands
/// for, and keeps what then differs from the base:
///
///     Inputs inputs = *inputsOf(project, "Three people");
///     inputs.team.push_back(someone);
///     auto edited = editScenario(project, "Three people", inputs);   // a Project
namespace trestle {

/// What a scenario can't hold: another value of a field that all scenarios share with the base, or, where
/// `isNone`, no value of a field for which the base has one: a scenario may have another target, but not none.
struct Unheld {
    FieldId field = FieldId::name;
    bool isNone = false;
    friend auto operator<=>(const Unheld&, const Unheld&) = default;
};

struct EditOverlay {
    Scenario scenario;
    std::vector<Unheld> unheld; ///< in the order of FieldId; empty where the scenario says it all
    friend bool operator==(const EditOverlay&, const EditOverlay&) = default;
};

/// What has to be stored for `base` to become `edited`: applyScenario(base, scenario) equals `edited` but for what is
/// unheld, and for the days on which items changed, which are the base's. The team, the profile and the days off are
/// each stored whole or not at all.
EditOverlay overlayOf(const Inputs& base, const Inputs& edited, std::string name);

/// The same for a scenario that stood before the edit. What the edit leaves alone stays as it was: a value of its own
/// that the base has come to share is kept, and holds when the base changes again. What the edit makes equal to the
/// base is the base's from then on.
EditOverlay overlayOf(const Inputs& base, const Inputs& edited, const Scenario& before);

/// `base` with the inputs that all scenarios share taken from `edited`.
Inputs withShared(Inputs base, const Inputs& edited);

/// The project after the inputs of one of its scenarios became `edited`: what a scenario can hold goes into it, what
/// all share into the base. Where the edit takes a target or a budget away that the base has, the scenario has the
/// base's again. An empty name is the base. Errors: unknownScenario.
Result<Project> editScenario(Project project, const std::string& scenario, const Inputs& edited);

} // namespace trestle
