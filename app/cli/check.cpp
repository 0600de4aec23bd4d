#include "app/cli/console.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "data/plan_file/plan_file.h"

#include <memory>

namespace trestle::cli {

namespace {

struct CheckOptions {
    std::string path;
    std::optional<std::string> repaired;
};

Result<void> checkJson(const CheckOptions& options, Console& console)
{
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    if (const auto plan = planOf(*document, {}); !plan)
        return std::unexpected(plan.error());
    for (const Scenario& scenario : document->project.scenarios)
        if (const auto plan = planOf(*document, scenario.name); !plan)
            return std::unexpected(plan.error());
    if (options.repaired)
        console.note("a plan as JSON is whole or it is not; there is nothing to repair, '" + *options.repaired +
                     "' was not written");
    return console.print("sound: a plan as JSON\n");
}

std::string revisionsText(const CheckReport& report)
{
    return counted(static_cast<std::size_t>(report.verified), "revision", "revisions");
}

Result<void> checkFile(const CheckOptions& options, Console& console)
{
    const auto report = checkPlanFile(options.path);
    if (!report && !options.repaired)
        return std::unexpected(report.error());
    const bool sound = report && !report->problem;
    if (options.repaired) {
        if (auto ok = repairPlanFile(options.path, *options.repaired); !ok)
            return ok;
        console.note("the newest revision that is sound was written to '" + *options.repaired + "'");
    }
    if (!sound)
        return std::unexpected(report ? *report->problem : report.error());
    return console.print("sound: " + revisionsText(*report) + ", all verified\n");
}

} // namespace

void addCheck(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("check", "Check that a plan is whole; exit code 0 if it is, else 1");
    const auto options = std::make_shared<CheckOptions>();
    command->add_option("PLAN", options->path, "The plan to check; it is not changed")->required();
    addText(*command, "--repair", options->repaired, "OUT",
            "Write what is sound to a new file; the exit code still tells of PLAN");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) {
            const auto kind = kindOf(options->path);
            if (!kind)
                return Result<void>(std::unexpected(kind.error()));
            return *kind == SourceKind::json ? checkJson(*options, environment.console)
                                             : checkFile(*options, environment.console);
        };
    });
}

} // namespace trestle::cli
