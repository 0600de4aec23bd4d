#include "app/cli/console.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "app/cli/times_report.h"
#include "app/cli/wording_times.h"
#include "data/exchange/times/times_reader.h"
#include "data/formats/times_json.h"
#include "models/learning.h"
#include "models/progress/import_times.h"
#include "models/progress/item_names.h"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace trestle::cli {

namespace {

struct TimesOptions {
    std::string path;
    std::string input;
    std::vector<std::string> match;
    std::vector<std::string> map;
    std::optional<std::string> column;
    std::optional<std::string> asOf;
    bool add = false;
    bool dryRun = false;
    bool json = false;
};

constexpr std::string_view kLast = "last";

struct Times {
    TimesFile file;
    TimesMapping mapping;
    TimesTable table;
    TimesImport made;
};

Result<std::map<std::string, std::string>> matchesOf(const std::vector<std::string>& texts, const Catalogue& catalogue,
                                                     const Inputs& inputs)
{
    const ItemNames names(catalogue, inputs);
    std::map<std::string, std::string> matches;
    for (const std::string& text : texts) {
        const std::size_t sign = text.rfind('=');
        if (sign == std::string::npos || isBlank(text.substr(0, sign)))
            return fail(ErrorCode::invalidValue, text, "--match", "NAME=ITEM, as in 'Login work=sessions'");
        const std::string id = text.substr(sign + 1);
        if (!names.has(id))
            return fail(ErrorCode::unknownItem, id, "--match", nearestItemId(catalogue, id));
        matches[plainName(text.substr(0, sign))] = id;
    }
    return matches;
}

Result<TimesChoices> choicesOf(const TimesOptions& options, const Times& times, const ProjectDocument& document)
{
    TimesChoices choices;
    choices.add = options.add;
    auto matches = matchesOf(options.match, *document.catalogue.catalogue, document.project.base);
    if (!matches)
        return std::unexpected(matches.error());
    choices.items = std::move(*matches);
    if (options.column) {
        const auto& known = times.table.nameColumns;
        const auto found = std::ranges::find(known, *options.column);
        if (found == known.end())
            return fail(ErrorCode::invalidValue, *options.column, "--column", {DetailKind::oneOf, known});
        choices.column = static_cast<std::size_t>(found - known.begin());
    }
    if (options.asOf && *options.asOf != kLast) {
        choices.statusDate = parseDate(*options.asOf);
        if (!choices.statusDate)
            return fail(ErrorCode::invalidDate, *options.asOf, "--as-of", DetailKind::isoDate);
    }
    return choices;
}

/// What is looked for where nothing of it is found.
std::string lookedFor(const Times& times)
{
    constexpr std::size_t few = 3;
    std::string columns;
    for (const std::string& column : times.table.nameColumns)
        columns += (columns.empty() ? "'" : ", '") + column + "'";
    std::string text = "rows that name an item of the plan by its id or title in the column " + columns;
    if (times.table.nameColumns.size() > 1)
        text += " (one of them)";
    const std::vector<UnmatchedName>& names = times.made.unmatched;
    if (!names.empty())
        text += "; there are";
    for (std::size_t i = 0; i < std::min(few, names.size()); ++i)
        text += (i == 0 ? " '" : ", '") + names[i].name + "'";
    if (names.size() > few)
        text += " and " + counted(names.size() - few, "more", "more");
    return text + (names.empty() ? "" : "; say what they are with --match NAME=ITEM");
}

Result<Times> timesOf(const TimesOptions& options, const ProjectDocument& document, Date today)
{
    auto file = readTimesFile(options.input, options.input == "-" ? "standard input" : options.input);
    if (!file)
        return std::unexpected(file.error());
    Times times{std::move(*file), {}, {}, {}};
    times.mapping = guessTimes(times.file.table);
    for (const std::string& entry : options.map)
        if (auto ok = applyTimesMapping(times.mapping, times.file.table, entry); !ok)
            return std::unexpected(ok.error());
    const Inputs& inputs = document.project.base;
    auto table = readTimes(times.file, times.mapping, inputs.hoursPerWeek);
    if (!table)
        return std::unexpected(table.error());
    times.table = std::move(*table);
    auto choices = choicesOf(options, times, document);
    if (!choices)
        return std::unexpected(choices.error());
    const Catalogue& catalogue = *document.catalogue.catalogue;
    times.made = importTimes(catalogue, inputs, times.table, *choices, today);
    if (options.asOf == kLast && times.made.last) {
        choices->statusDate = times.made.last;
        times.made = importTimes(catalogue, inputs, times.table, *choices, today);
    }
    if (times.made.items.empty() && times.made.leftOut.empty())
        return fail(ErrorCode::invalidTimes, options.input, times.file.where + '#', lookedFor(times));
    return times;
}

std::string told(const TimesOptions& options, const Times& times, const Style& style)
{
    return options.json ? writeTimesJson(times.file, times.mapping, times.table, times.made,
                                         [](const TimesNote& note) { return worded(note); })
                        : timesReport(times.table, times.made, style);
}

/// "Times of sheet.csv: 3 items".
std::string labelOf(const TimesOptions& options, const TimesImport& made)
{
    const std::string name =
        options.input == "-" ? "standard input" : std::filesystem::path(options.input).filename().string();
    return "Times of " + name + ": " + counted(made.changed(), "item", "items");
}

/// What is left out, in a line each.
std::vector<std::string> notesOf(const TimesOptions& options, const Times& times)
{
    std::vector<std::string> notes;
    for (const std::string& match : options.match) {
        const std::string name = match.substr(0, match.rfind('='));
        const auto isCalled = [&](const UnmatchedName& one) { return plainName(one.name) == plainName(name); };
        if (std::ranges::none_of(times.made.unmatched, isCalled))
            notes.push_back("no row is of '" + name + "', which --match names");
    }
    std::size_t rows = 0;
    double hours = 0;
    for (const UnmatchedName& name : times.made.unmatched)
        if (name.chosen.empty()) {
            rows += name.rows;
            hours += name.hours;
        }
    if (rows > 0)
        notes.push_back(counted(rows, "row names", "rows name") + " no item of the plan and " +
                        (rows == 1 ? "is" : "are") + " left out (" + trimmedNumber(hours, 2) + " h)");
    if (const std::size_t bad = leftOutOf(times.table, times.made).size(); bad > 0)
        notes.push_back(counted(bad, "row is", "rows are") + " left out for what " +
                        (bad == 1 ? "it says" : "they say"));
    const auto less = static_cast<std::size_t>(std::ranges::count_if(times.made.items, &ImportedItem::isLess));
    if (less > 0)
        notes.push_back("less time spent than before on " + counted(less, "item", "items") +
                        ": what the file says takes the place of what the plan had; --add adds to it");
    return notes;
}

Result<PlanEdit> edited(const TimesOptions& options, const ProjectDocument& document, const Environment& environment)
{
    const auto times = timesOf(options, document, environment.clock.today());
    if (!times)
        return std::unexpected(times.error());
    Project project = document.project;
    project.base = times->made.inputs;
    PlanEdit edit{std::move(project), labelOf(options, times->made), told(options, *times, environment.console.style()),
                  options.json ? std::vector<std::string>() : notesOf(options, *times)};
    const auto after = planOf({edit.project, document.catalogue}, {});
    if (!after)
        return std::unexpected(after.error());
    if (!options.json)
        edit.result += headline(*after) + '\n';
    return edit;
}

Result<void> runTimes(const TimesOptions& options, const Environment& environment)
{
    if (!options.dryRun)
        return editPlan(
            options.path, [&](const ProjectDocument& document) { return edited(options, document, environment); },
            environment);
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const auto edit = edited(options, *document, environment);
    if (!edit)
        return std::unexpected(edit.error());
    for (const std::string& note : edit->notes)
        environment.console.note(note);
    return environment.console.print(edit->result);
}

} // namespace

void addTimes(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("times", "Take times that were kept elsewhere into a plan");
    const auto options = std::make_shared<TimesOptions>();
    addChangedPlanPath(*command, options->path);
    command
        ->add_option("FILE", options->input,
                     "A table as CSV or XLSX: a time sheet (date, item, hours) or items (item, started, finished, "
                     "spent, left); '-' is standard input")
        ->required();
    command->add_flag("--dry-run", options->dryRun, "Change nothing: print what would change");
    addTexts(*command, "--match", options->match, "NAME=ITEM",
             "What the file calls an item, where it is neither its id nor its title");
    addTexts(*command, "--map", options->map, "COLUMN=MEANING",
             "What a column means, by heading or letter: item, day, started, finished, spent, left (the last two with "
             ":hours, :days, :weeks, :minutes or :seconds for bare numbers), nothing");
    addText(*command, "--column", options->column, "HEADING",
            "The column that names the items; without it the one that matches most of them");
    addText(*command, "--as-of", options->asOf, "DATE|last",
            "The status date from now on, or the last day in the file");
    command->add_flag("--add", options->add,
                      "Add the time to what the plan has; without it what the file says takes its place");
    addJsonFlag(*command, options->json, "What changes and what matches nothing");
    command->callback([options, &chosen] {
        if (options->path == "-" && options->input == "-")
            throw CLI::ValidationError("times", "only one of PLAN and FILE can be standard input");
        chosen = [options](const Environment& environment) { return runTimes(*options, environment); };
    });
}

} // namespace trestle::cli
