#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/wording.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "data/plan_file/named_version.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>
#include <utility>

namespace trestle::cli {

namespace {

struct ExportOptions {
    std::string path;
    std::string output;
    std::optional<std::string> format;
    std::optional<std::string> scenario;
    std::optional<std::string> separator;
    std::optional<std::string> since;
    bool decimalComma = false;
};

/// What all formats are called on the command line, in the order of the alphabet.
std::string knownKeys(std::span<const ExportFormat> formats, const std::string& between)
{
    std::vector<std::string> keys;
    for (const ExportFormat& format : formats)
        keys.emplace_back(format.key);
    std::ranges::sort(keys);
    return joined(keys, between);
}

/// "JSON, CSV, SVG, PNG or a PDF report": what can be read back first, what is made of it last.
std::string titlesOf(std::span<const ExportFormat> formats)
{
    std::string titles;
    for (std::size_t i = formats.size(); i-- > 0;)
        titles += worded(formats[i]) + (i > 1 ? ", " : i == 1 ? " or " : "");
    return titles;
}

/// The names of the formats that take an option.
std::string namesOf(std::span<const ExportFormat> formats, bool ExportFormat::* taken)
{
    std::vector<std::string> names;
    for (const ExportFormat& format : formats)
        if (format.*taken && std::ranges::find(names, format.name) == names.end())
            names.emplace_back(format.name);
    return joined(names, " or ");
}

/// The format that is meant, whether or not this program can write it.
Result<ExportFormat> formatWanted(const ExportOptions& options, std::span<const ExportFormat> formats)
{
    std::string name = options.format.value_or("");
    if (!options.format) {
        name = std::filesystem::path(options.output).extension().string();
        name.erase(0, 1);
    }
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (const ExportFormat* format = options.format ? formatOf(formats, name) : formatOfFile(formats, name))
        return *format;
    const std::string known = knownKeys(formats, ", ");
    if (name.empty())
        return fail(ErrorCode::unknownFormat, options.output, {}, known + "; name one with --format");
    return fail(ErrorCode::unknownFormat, name, {}, known);
}

Result<void> checkOptions(const ExportOptions& options, const ExportFormat& format,
                          std::span<const ExportFormat> formats)
{
    const auto only = [&](bool ExportFormat::* taken) { return "it for " + namesOf(formats, taken) + " only"; };
    if (options.separator && !format.takesSeparator)
        return fail(ErrorCode::invalidValue, *options.separator, "--separator", only(&ExportFormat::takesSeparator));
    if (options.decimalComma && !format.takesSeparator)
        return fail(ErrorCode::invalidValue, options.output, "--decimal-comma", only(&ExportFormat::takesSeparator));
    if (options.decimalComma && options.separator == ",")
        return fail(ErrorCode::invalidValue, *options.separator, "--separator", "';' with --decimal-comma");
    if (options.since && !format.takesChanges)
        return fail(ErrorCode::invalidValue, *options.since, "--since", only(&ExportFormat::takesChanges));
    if (options.since && options.scenario)
        return fail(ErrorCode::invalidValue, *options.since, "--since",
                    "it without --scenario: versions compare the base");
    return {};
}

/// What has changed since the version of that name.
Result<ChangesSince> changesSince(const std::string& version, const ExportOptions& options, const Project& now,
                                  Date today)
{
    const auto kind = kindOf(options.path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == SourceKind::json)
        return fail(ErrorCode::invalidValue, options.path, "--since", "a plan file: plan JSON holds no versions");
    const auto file = PlanFile::open(options.path, OpenMode::readOnly);
    if (!file)
        return std::unexpected(file.error());
    auto before = versionNamed(*file, version);
    if (!before)
        return std::unexpected(before.error());
    return ChangesSince{before->revision, std::move(before->document), now, today};
}

Result<ExportSource> sourceOf(const ExportOptions& options, const ProgramClock& clock)
{
    auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const std::string scenario = options.scenario.value_or("");
    auto plan = planOf(*document, scenario);
    if (!plan)
        return std::unexpected(plan.error());
    ExportSource source;
    source.document = std::move(*document);
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    source.stamp = {scenario, clock.now(), planHash(source.document), clock.offset()};
    source.decimalComma = options.decimalComma;
    const std::string separator = options.separator.value_or(options.decimalComma ? ";" : ",");
    if (separator != "," && separator != ";")
        return fail(ErrorCode::invalidValue, separator, "--separator", "',' or ';'");
    source.separator = separator.front();
    if (options.since) {
        auto changes = changesSince(*options.since, options, source.document.project, clock.today());
        if (!changes)
            return std::unexpected(changes.error());
        source.changes = std::move(*changes);
    }
    return source;
}

Result<void> deliver(const std::string& bytes, const ExportOptions& options, Console& console)
{
    return options.output == "-" ? console.print(bytes) : writeFileAtomically(options.output, bytes);
}

Result<void> runExport(const ExportOptions& options, const Environment& environment)
{
    const std::span<const ExportFormat> formats = environment.frontend.formats;
    const auto format = formatWanted(options, formats);
    if (!format)
        return std::unexpected(format.error());
    if (auto ok = checkOptions(options, *format, formats); !ok)
        return ok;
    if (!format->write)
        return std::unexpected(environment.frontend.becomeDrawingProgram(options.format.value_or(options.output)));
    auto source = sourceOf(options, environment.clock);
    if (!source)
        return std::unexpected(source.error());
    const auto exported = exportAs(*format, std::move(*source));
    if (!exported)
        return std::unexpected(exported.error());
    if (auto ok = deliver(exported->bytes, options, environment.console); !ok)
        return ok;
    for (const Loss& loss : exported->losses)
        environment.console.note(worded(loss, *format));
    if (options.scenario && format->content == ExportContent::plan)
        environment.console.note("plan JSON always holds the base and every scenario; --scenario made no difference");
    return {};
}

} // namespace

void addExport(CLI::App& program, Action& chosen)
{
    const std::vector<ExportFormat> formats = exportFormats();
    CLI::App* command = program.add_subcommand("export", "Write a plan as " + titlesOf(formats));
    const auto options = std::make_shared<ExportOptions>();
    command->add_option("PLAN", options->path, "A plan file, a plan as JSON, or '-' for JSON from standard input")
        ->required();
    command->add_option("OUT", options->output, "The file to write, replaced if it exists; '-' is standard output")
        ->required();
    addText(*command, "--format", options->format, knownKeys(formats, "|"),
            "The format, where the ending of OUT does not tell");
    addText(*command, "--scenario", options->scenario, "NAME", "A scenario of the plan in place of its base");
    addText(*command, "--since", options->since, "VERSION",
            "With " + namesOf(formats, &ExportFormat::takesChanges) +
                ": a page on what has changed since the version of that name");
    addText(*command, "--separator", options->separator, ",|;",
            "What stands between the columns of " + namesOf(formats, &ExportFormat::takesSeparator) +
                "; a comma when not given");
    command->add_flag("--decimal-comma", options->decimalComma,
                      "Numbers of " + namesOf(formats, &ExportFormat::takesSeparator) +
                          " with a decimal comma, and a semicolon between the columns");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runExport(*options, environment); };
    });
}

} // namespace trestle::cli
