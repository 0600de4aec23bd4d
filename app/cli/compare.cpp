#include "app/cli/compare_report.h"
#include "app/cli/console.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/progress.h"
#include "app/cli/scenario_edit.h"
#include "app/cli/simulation_options.h"

#include <filesystem>
#include <memory>
#include <set>

namespace trestle::cli {

namespace {

struct CompareOptions {
    std::vector<std::string> paths;
    std::vector<std::string> scenarios;
    SimulationChoice simulation;
    bool json = false;
};

/// What is to be compared, before it is simulated.
struct Candidates {
    std::vector<ComparedName> names;
    std::vector<std::string> titles;
    std::vector<std::string> differences;
    std::vector<Plan> plans;
};

Result<void> addCandidate(Candidates& candidates, const ProjectDocument& document, const ComparedName& name,
                          const std::string& title)
{
    auto plan = planOf(document, name.scenario);
    if (!plan) {
        if (plan.error().code != ErrorCode::unknownScenario)
            plan.error().where = title;
        return std::unexpected(plan.error());
    }
    candidates.plans.push_back(std::move(*plan));
    candidates.names.push_back(name);
    candidates.titles.push_back(title);
    std::string differences;
    for (const Scenario& scenario : document.project.scenarios)
        if (scenario.name == name.scenario)
            differences = joined(differencesOf(document.project.base, scenario), "; ");
    candidates.differences.push_back(differences);
    return {};
}

/// The base and its scenarios: those asked for, or all.
Result<Candidates> scenariosOf(const CompareOptions& options)
{
    const std::string& path = options.paths.front();
    const auto document = loadProject(path);
    if (!document)
        return std::unexpected(document.error());
    std::vector<std::string> wanted = options.scenarios;
    if (wanted.empty())
        for (const Scenario& scenario : document->project.scenarios)
            wanted.push_back(scenario.name);
    Candidates candidates;
    if (auto ok = addCandidate(candidates, *document, {path, {}}, "base"); !ok)
        return std::unexpected(ok.error());
    std::set<std::string> known{""};
    for (const std::string& name : wanted)
        if (known.insert(name).second)
            if (auto ok = addCandidate(candidates, *document, {path, name}, name); !ok)
                return std::unexpected(ok.error());
    return candidates;
}

/// The bases of several plans.
Result<Candidates> plansOf(const CompareOptions& options)
{
    Candidates candidates;
    for (const std::string& path : options.paths) {
        const auto document = loadProject(path);
        if (!document)
            return std::unexpected(document.error());
        const std::string title =
            path == "-" ? document->project.base.name : std::filesystem::path(path).filename().string();
        if (auto ok = addCandidate(candidates, *document, {path, {}}, title); !ok)
            return std::unexpected(ok.error());
    }
    return candidates;
}

Result<void> runCompare(const CompareOptions& options, const Environment& environment)
{
    auto question = questionOptions(options.simulation);
    if (!question)
        return std::unexpected(question.error());
    auto candidates = options.paths.size() > 1 ? plansOf(options) : scenariosOf(options);
    if (!candidates)
        return std::unexpected(candidates.error());
    const auto compared = [&] {
        Progress progress(environment.console, "comparing");
        question->progress = progress.reporter();
        return comparePlans(std::move(candidates->plans), *question);
    }();
    if (!compared)
        return std::unexpected(compared.error());
    if (compared->size() == 1)
        environment.console.note(
            "there are no scenarios to compare; 'trestle scenario add PLAN --name NAME' makes one");
    if (options.json)
        return environment.console.print(writeComparisonJson(candidates->names, *compared, *question));
    return environment.console.print(compareReport({candidates->titles, candidates->differences, *compared}, *question,
                                                   environment.console.style()));
}

} // namespace

void addCompare(CLI::App& program, Action& chosen)
{
    CLI::App* command =
        program.add_subcommand("compare", "Compare the scenarios of a plan, or several plans, side by side");
    const auto options = std::make_shared<CompareOptions>();
    command
        ->add_option("PLAN", options->paths,
                     "A plan, whose scenarios are compared; or several, whose bases are. The others differ from the "
                     "first")
        ->required();
    addTexts(*command, "--scenario", options->scenarios, "NAME", "Compare this scenario with the base; without, all");
    addSimulationOptions(*command, options->simulation);
    addJsonFlag(*command, options->json, "The figures");
    command->callback([options, &chosen] {
        if (options->paths.size() > 1 && !options->scenarios.empty())
            throw CLI::ValidationError("compare", "--scenario is for the scenarios of one plan; give one");
        chosen = [options](const Environment& environment) { return runCompare(*options, environment); };
    });
}

} // namespace trestle::cli
