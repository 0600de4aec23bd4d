#include "app/cli/keep_scenario.h"

#include "app/cli/plan_edit.h"
#include "app/cli/scenario_edit.h"
#include "models/scenario_overlay.h"

namespace trestle::cli {

Result<void> keepScenario(const std::string& path, const std::string& name,
                          const std::function<Result<KeptScenario>(const ProjectDocument&)>& maker,
                          const Environment& environment)
{
    const auto editor = [&](const ProjectDocument& document) -> Result<PlanEdit> {
        const auto title = freeScenarioName(document.project, name, "--name");
        if (!title)
            return std::unexpected(title.error());
        auto kept = maker(document);
        if (!kept)
            return std::unexpected(kept.error());
        PlanEdit edit{document.project, "scenario " + *title + ": " + kept->description, std::move(kept->answer), {}};
        edit.project.scenarios.push_back(overlayOf(document.project.base, kept->inputs, *title).scenario);
        edit.notes.push_back("kept as scenario '" + *title + "': " + kept->description);
        return edit;
    };
    return editPlan(path, editor, environment);
}

} // namespace trestle::cli
