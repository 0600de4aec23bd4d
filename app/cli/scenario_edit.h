#pragma once

#include "app/cli/edits.h"
#include "data/project_json.h"
#include "models/plan/plan.h"

#include <string>
#include <vector>

/// Scenarios as the command line changes and describes them.
namespace trestle::cli {

/// What is to change in a scenario. An item may be `ITEM=base`.
struct ScenarioEdits {
    Edits changes;
    std::vector<std::string> asBase; ///< what is to be the base's again: words of asBaseWords()
    friend bool operator==(const ScenarioEdits&, const ScenarioEdits&) = default;
};

/// The text as the name of a new scenario: not empty, and not that of another. `option` is for the error.
Result<std::string> freeScenarioName(const Project& project, const std::string& text, const std::string& option);

/// "start, team, profile, …": what a scenario can take back.
std::string asBaseWords();

/// The project with the changes made in the scenario of that name. What happened is the plan's: it is put down in the
/// base. What is cleared (`--target ''`) is the base's again, since a scenario has another target or the base's, never
/// none; `notes` gets a line for each of those.
Result<Project> changedScenario(const Catalogue& catalogue, Project project, const std::string& name,
                                ScenarioEdits changes, Date today, std::vector<std::string>& notes);

/// What the scenario has of its own, in words: "with Cy", "start 2027-02-01", "tls=done".
std::vector<std::string> differencesOf(const Inputs& base, const Scenario& scenario);

std::string describe(const ScenarioEdits& changes);

} // namespace trestle::cli
