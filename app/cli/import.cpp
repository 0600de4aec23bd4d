#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/wording_imports.h"
#include "data/formats/import_plan.h"
#include "data/plan_file/replace_plan.h"

#include <filesystem>
#include <memory>

namespace trestle::cli {

namespace {

struct ImportOptions {
    std::string input;
    std::string path;
    bool force = false;
};

Result<void> createPlan(const std::string& path, const ProjectDocument& document, const std::string& label,
                        const Clock& clock)
{
    if (auto made = PlanFile::create(path, document, label, clock); !made)
        return std::unexpected(made.error());
    return {};
}

Result<ImportedPlan> readImport(const std::string& path)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json || looksLikeXml(path))
        return importPlan(path, path == "-" ? "standard input" : path);
    if (const auto document = loadProject(path); !document)
        return std::unexpected(document.error());
    return fail(ErrorCode::unknownFormat, path, {},
                "plan JSON, as 'trestle export PLAN OUT.json' writes it, and MS Project XML");
}

Result<void> runImport(const ImportOptions& options, const Environment& environment)
{
    const auto imported = readImport(options.input);
    if (!imported)
        return std::unexpected(imported.error());
    const auto plan = planOf(imported->document, {});
    if (!plan)
        return std::unexpected(plan.error());
    const Clock clock = environment.clock.milliseconds();
    // Where that cannot be found out there is nothing to replace, and creating says why.
    std::error_code unknown;
    const bool replace =
        options.force && std::filesystem::exists(std::filesystem::symlink_status(options.path, unknown));
    if (auto ok = (replace ? replacePlanFile : createPlan)(options.path, imported->document, "imported", clock); !ok) {
        if (ok.error().code == ErrorCode::fileExists)
            ok.error().fix = "--force";
        return ok;
    }
    for (const ImportLoss& loss : imported->losses)
        environment.console.note(worded(loss));
    return environment.console.print(headline(*plan) + '\n');
}

} // namespace

void addImport(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("import", "Make a plan file of a plan in another format");
    const auto options = std::make_shared<ImportOptions>();
    command
        ->add_option("IN", options->input,
                     "Plan JSON, as 'export' writes it, or MS Project XML of any program; '-' is standard input")
        ->required();
    command->add_option("PLAN", options->path, "The plan file to make")->required();
    command->add_flag("--force", options->force, "Replace a file that exists, once the new one is written");
    onChosen(*command, options, chosen, runImport);
}

} // namespace trestle::cli
