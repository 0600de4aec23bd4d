#include "app/cli/console.h"
#include "app/cli/import_report.h"
#include "app/cli/options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/wording_imports.h"
#include "data/formats/import_file.h"
#include "data/formats/import_json.h"
#include "data/plan_file/replace_plan.h"

#include <filesystem>
#include <memory>

namespace trestle::cli {

namespace {

struct ImportOptions {
    std::string input;
    std::string path;
    bool force = false;
    bool preview = false;
    bool json = false;
    std::vector<std::string> map;
};

Result<void> createPlan(const std::string& path, const ProjectDocument& document, const std::string& label,
                        const Clock& clock)
{
    if (auto made = PlanFile::create(path, document, label, clock); !made)
        return std::unexpected(made.error());
    return {};
}

Result<ImportFile> readImport(const std::string& path)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json || importKindAt(path))
        return readImportFile(path, path == "-" ? "standard input" : path);
    if (const auto document = loadProject(path); !document)
        return std::unexpected(document.error());
    return fail(ErrorCode::unknownFormat, path, {},
                "plan JSON, as 'trestle export PLAN OUT.json' writes it, MS Project XML, GanttProject files, and "
                "tables of tasks as CSV or XLSX");
}

Result<TableMapping> mappingOf(const ImportFile& file, const std::vector<std::string>& entries)
{
    const TaskTable* table = file.table();
    if (!table) {
        if (!entries.empty())
            return fail(ErrorCode::invalidValue, entries.front(), "--map", DetailKind::tableFile);
        return TableMapping{};
    }
    TableMapping mapping = guessMapping(*table);
    for (const std::string& entry : entries)
        if (auto ok = applyMapping(mapping, *table, entry); !ok)
            return std::unexpected(ok.error());
    return mapping;
}

Result<void> showPreview(const ImportOptions& options, const ImportFile& file, const TableMapping& mapping,
                         const Environment& environment)
{
    const auto preview = previewOf(file, mapping, environment.clock.today());
    if (!preview)
        return std::unexpected(preview.error());
    const auto lossText = [](const ImportLoss& loss) { return worded(loss); };
    return environment.console.print(options.json ? writeImportPreviewJson(*preview, lossText)
                                                  : importReport(*preview, environment.console.style()));
}

Result<void> runImport(const ImportOptions& options, const Environment& environment)
{
    const auto file = readImport(options.input);
    if (!file)
        return std::unexpected(file.error());
    const auto mapping = mappingOf(*file, options.map);
    if (!mapping)
        return std::unexpected(mapping.error());
    if (options.preview)
        return showPreview(options, *file, *mapping, environment);
    const auto imported = planOfImport(*file, *mapping, environment.clock.today());
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
    CLI::App* command = program.add_subcommand("import", "Make a plan file of a plan or of tasks in another format");
    const auto options = std::make_shared<ImportOptions>();
    command
        ->add_option("IN", options->input,
                     "Plan JSON, as 'export' writes it, MS Project XML of any program, a GanttProject file, or a table "
                     "of tasks as CSV or XLSX; '-' is standard input")
        ->required();
    command->add_option("PLAN", options->path, "The plan file to make; not needed for a preview");
    command->add_flag("--force", options->force, "Replace a file that exists, once the new one is written");
    command->add_flag("--preview", options->preview,
                      "Make nothing: print what each column means, what the plan would hold, and what is lost");
    addTexts(*command, "--map", options->map, "COLUMN=MEANING",
             "What columns of a table mean, by heading or letter, as 'Task name=name,Est=work:hours'. Meanings: name, "
             "id, level, wbs, parent, phase, work, duration (each with :hours, :days, :weeks, :points, :minutes or "
             ":seconds for bare numbers), start, finish, predecessors, people, done, notes, nothing");
    addJsonFlag(*command, options->json, "The preview");
    onChosen(*command, options, chosen, runImport);
    command->parse_complete_callback([options] {
        if (options->path.empty() && !options->preview)
            throw CLI::RequiredError("PLAN");
        if (options->json && !options->preview)
            throw CLI::RequiresError("--json", "--preview");
    });
}

} // namespace trestle::cli
