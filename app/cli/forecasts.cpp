#include "app/cli/forecasts.h"

#include "app/cli/plan_source.h"
#include "app/cli/progress.h"
#include "app/cli/wording.h"
#include "models/decisions/estimate.h"

namespace trestle::cli {

Result<Risk> simulatedForForecast(const Plan& plan, Console& console)
{
    Progress progress(console, "simulating");
    SimulationOptions simulation = simulationOf(QuestionOptions{});
    simulation.progress = progress.reporter();
    return simulate(plan, simulation);
}

std::vector<KeptForecast> forecastsOf(const ProjectDocument& document, std::vector<std::string>& notes,
                                      Console& console)
{
    std::vector<KeptForecast> forecasts;
    const auto add = [&](const std::string& scenario) {
        const auto plan = planOf(document, scenario);
        const auto risk = plan ? simulatedForForecast(*plan, console) : std::unexpected(plan.error());
        if (risk)
            forecasts.push_back({scenario, forecastOf(*plan, *risk)});
        else
            notes.push_back("no forecast of " + isoDate(statusDate(document.project.base)) + " is kept" +
                            (scenario.empty() ? "" : " for '" + scenario + "'") + ": " + worded(risk.error()));
    };
    add({});
    for (const Scenario& scenario : document.project.scenarios)
        add(scenario.name);
    return forecasts;
}

} // namespace trestle::cli
