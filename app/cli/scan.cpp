#include "app/cli/console.h"
#include "app/cli/figures.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/scan_edit.h"
#include "app/cli/scan_report.h"

#include <memory>

namespace trestle::cli {

namespace {

struct ScanChoice {
    std::string folder;
    std::optional<std::string> plan;
    std::optional<std::string> accept;
    bool json = false;
};

/// What the plan is with the scan kept in it.
Result<PlanEdit> withScan(const ProjectDocument& document, const Scan& scan, const ScanChoice& choice,
                          const Environment& environment)
{
    const Catalogue& catalogue = *document.catalogue.catalogue;
    Project project = document.project;
    const ScanFacts facts =
        keepScan(scan, choice.folder, catalogue, choice.accept.has_value(), environment.clock.today(), project.base);
    PlanEdit edit{project, scanLabel(scan, facts), {}, {}};
    if (choice.json) {
        edit.result = writeScanJson(scan, catalogue, facts);
        return edit;
    }
    edit.result = scanReport(scan, catalogue, facts, environment.console.style()) + "Kept in the plan, " +
                  counted(openProposals(project.base), "proposal", "proposals") + " to answer.\n";
    const auto before = planOf(document, {});
    const auto after = planOf({project, document.catalogue}, {});
    if (before && after && headline(*before) != headline(*after))
        edit.result += headline(*after) + " (was " + headline(*before) + ")\n";
    return edit;
}

Result<void> scanIntoPlan(const ScanChoice& choice, const Environment& environment)
{
    if (*choice.plan == "-")
        return fail(ErrorCode::invalidValue, *choice.plan, "--plan", "a file name such as plan.trestle");
    // Scanned before the plan is opened to be written: that may take a while, and nobody else is held up.
    const auto document = loadProject(*choice.plan);
    if (!document)
        return std::unexpected(document.error());
    const auto scan = scanShown(choice.folder, *document->catalogue.catalogue, environment.console);
    if (!scan)
        return std::unexpected(scan.error());
    return editPlan(
        *choice.plan, [&](const ProjectDocument& now) { return withScan(now, *scan, choice, environment); },
        environment);
}

Result<void> runScan(const ScanChoice& choice, const Environment& environment)
{
    if (choice.plan)
        return scanIntoPlan(choice, environment);
    const auto catalogue = builtinCatalogue();
    if (!catalogue)
        return std::unexpected(catalogue.error());
    const auto scan = scanShown(choice.folder, *catalogue->catalogue, environment.console);
    if (!scan)
        return std::unexpected(scan.error());
    const ScanFacts facts{folderName(choice.folder), environment.clock.today(), {}, {}};
    return environment.console.print(
        choice.json ? writeScanJson(*scan, *catalogue->catalogue, facts)
                    : scanReport(*scan, *catalogue->catalogue, facts, environment.console.style()));
}

} // namespace

void addScan(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand(
        "scan", "Look through the folder of a prototype for what is in place; nothing of it is run or sent");
    const auto choice = std::make_shared<ScanChoice>();
    command->add_option("DIR", choice->folder, "The folder with the source, as you would clone it")->required();
    CLI::Option* plan = addText(*command, "--plan", choice->plan, "PLAN",
                                "Keep what was found as proposals in this plan, and say what changed since the scan "
                                "before; 'new --scan' makes a new one");
    addAccept(*command, choice->accept)->needs(plan);
    addJsonFlag(*command, choice->json, "What was found");
    onChosen(*command, choice, chosen, runScan);
}

} // namespace trestle::cli
