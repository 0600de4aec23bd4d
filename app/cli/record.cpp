#include "app/cli/console.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/record_report.h"
#include "data/file_io.h"
#include "data/record/record_file.h"
#include "data/record_json.h"

#include <memory>

namespace trestle::cli {

namespace {

struct RecordOptions {
    std::string plan;
    std::string file;
    bool json = false;
    bool yes = false;
};

Result<void> runRecordList(const RecordOptions& options, const Environment& environment)
{
    const auto record = userRecord();
    if (!record)
        return std::unexpected(record.error());
    Console& console = environment.console;
    if (options.json)
        return console.print(writeRecordJson(*record));
    std::string text = joined(recordLines(*record, console.style()), "\n") + '\n';
    if (!record->empty())
        text += "Kept in " + printable(userRecordPath(), console.style().utf8) + '\n';
    return console.print(text);
}

Result<void> runRecordAdd(const RecordOptions& options, const Environment& environment)
{
    const auto document = loadProject(options.plan);
    if (!document)
        return std::unexpected(document.error());
    const auto plan = planOf(*document, {});
    if (!plan)
        return std::unexpected(plan.error());
    if (!plan->inputs.baseline)
        return fail(ErrorCode::noBaseline, options.plan);
    const auto project = recordedProject(*plan);
    if (!project)
        return fail(ErrorCode::invalidValue, options.plan, {},
                    "a plan with items finished since its baseline, and the time spent on them");
    const auto added = addToUserRecord({*project});
    if (!added)
        return std::unexpected(added.error());
    if (*added == 0)
        return environment.console.print("That is in the record already.\n");
    return environment.console.print("Recorded: " + number(100 * project->weight, 0) + " % of the work took " +
                                     lengthText(project->y) + ".\n");
}

Result<void> runRecordExport(const RecordOptions& options, const Environment& environment)
{
    const auto record = userRecord();
    if (!record)
        return std::unexpected(record.error());
    const std::string text = recordFileText(*record);
    return options.file == "-" ? environment.console.print(text) : writeFileAtomically(options.file, text);
}

Result<void> runRecordMerge(const RecordOptions& options, const Environment& environment)
{
    const auto other = readRecordFile(options.file);
    if (!other)
        return std::unexpected(other.error());
    const auto added = addToUserRecord(*other);
    if (!added)
        return std::unexpected(added.error());
    const std::size_t known = other->size() - *added;
    return environment.console.print(counted(*added, "project", "projects") + " added" +
                                     (known > 0 ? ", " + std::to_string(known) + " there already.\n" : ".\n"));
}

Result<void> runRecordEmpty(const RecordOptions& options, const Environment& environment)
{
    const auto record = userRecord();
    if (!record)
        return std::unexpected(record.error());
    if (!options.yes && !record->empty())
        return fail(ErrorCode::invalidValue, counted(record->size(), "past plan", "past plans"), "record empty",
                    "--yes as well: what is taken out is gone");
    const auto taken = emptyUserRecord();
    if (!taken)
        return std::unexpected(taken.error());
    return environment.console.print(*taken == 0 ? "The record was empty.\n"
                                                 : counted(*taken, "project", "projects") + " taken out.\n");
}

} // namespace

void addRecord(CLI::App& program, Action& chosen)
{
    CLI::App* command =
        program.add_subcommand("record", "Keep how past plans came out, and learn from it for the next ones");
    command->require_subcommand(1);
    const auto add = [&](const char* name, const char* purpose, auto run) {
        CLI::App* part = command->add_subcommand(name, purpose);
        const auto options = std::make_shared<RecordOptions>();
        onChosen(*part, options, chosen, run);
        return std::pair(part, options);
    };
    const auto [list, listed] = add("list", "What your past plans say", runRecordList);
    addJsonFlag(*list, listed->json, "The record");
    const auto [adding, added] =
        add("add", "Put what a plan's finished items took against its baseline into the record, without any name",
            runRecordAdd);
    addPlanPath(*adding, added->plan);
    const auto [exporting, exported] = add("export", "Write the record to a file, for a colleague", runRecordExport);
    exporting->add_option("OUT", exported->file, "The JSON file to write; '-' is standard output")->required();
    const auto [merging, merged] =
        add("merge", "Add the projects of another record that are not there", runRecordMerge);
    merging->add_option("IN", merged->file, "A record that was exported; '-' is standard input")->required();
    const auto [emptying, emptied] = add("empty", "Take everything out of the record", runRecordEmpty);
    emptying->add_flag("--yes", emptied->yes, "It may go");
}

} // namespace trestle::cli
