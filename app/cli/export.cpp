#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/wording.h"
#include "data/exchange/csv.h"
#include "data/file_io.h"

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace trestle::cli {

namespace {

struct ExportOptions {
    std::string path;
    std::string output;
    std::optional<std::string> format;
    std::optional<std::string> scenario;
    std::optional<std::string> separator;
    std::optional<std::string> since;
};

enum class Format : std::uint8_t { csv, json, pdf, png, svg };
constexpr std::array<std::pair<std::string_view, Format>, 5> kFormats{
    {{"csv", Format::csv}, {"json", Format::json}, {"pdf", Format::pdf}, {"png", Format::png}, {"svg", Format::svg}}};
constexpr std::size_t kLargestDrawing = std::size_t{1} << 30;

Result<Format> formatOf(const ExportOptions& options)
{
    std::string name = options.format.value_or("");
    if (!options.format) {
        name = std::filesystem::path(options.output).extension().string();
        name.erase(0, 1);
    }
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::string known;
    for (const auto& [word, format] : kFormats) {
        if (word == name)
            return format;
        known.append(known.empty() ? "" : ", ").append(word);
    }
    if (name.empty())
        return fail(ErrorCode::unknownFormat, options.output, {}, known + "; name one with --format");
    return fail(ErrorCode::unknownFormat, name, {}, known);
}

std::optional<GraphicsFormat> drawn(Format format)
{
    switch (format) {
    case Format::svg: return GraphicsFormat::svg;
    case Format::png: return GraphicsFormat::png;
    case Format::pdf: return GraphicsFormat::pdf;
    case Format::csv:
    case Format::json: break;
    }
    return std::nullopt;
}

/// A folder of our own in the system's place for temporary files; gone with everything in it at the end.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> make()
    {
        std::error_code error;
        std::string path = (std::filesystem::temp_directory_path(error) / "trestle-XXXXXX").string();
        if (error || !mkdtemp(path.data()))
            return fail(ErrorCode::fileUnwritable, path, {}, "no folder for temporary files");
        return TemporaryFolder(path);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::move(other.m_path)) { other.m_path.clear(); }
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

Result<std::string> draw(const Drawing& drawing, const Environment& environment)
{
    const auto folder = TemporaryFolder::make();
    if (!folder)
        return std::unexpected(folder.error());
    const std::string path = folder->file("drawing");
    if (auto ok = environment.frontend.draw(drawing, path); !ok)
        return std::unexpected(ok.error());
    return readTextFile(path, kLargestDrawing);
}

Result<void> deliver(const std::string& bytes, const ExportOptions& options, Console& console)
{
    return options.output == "-" ? console.print(bytes) : writeFileAtomically(options.output, bytes);
}

Result<void> exportTable(const Plan& plan, const ExportOptions& options, const ExportStamp& stamp, Console& console)
{
    const std::string separator = options.separator.value_or(",");
    if (separator != "," && separator != ";")
        return fail(ErrorCode::invalidValue, separator, "--separator", "',' or ';'");
    const CsvText table = writeCsv(plan, stamp, separator.front());
    if (auto ok = deliver(table.text, options, console); !ok)
        return ok;
    for (const CsvLoss& loss : table.losses)
        console.note(worded(loss));
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
    const auto history = file->history();
    if (!history)
        return std::unexpected(history.error());
    std::string names;
    for (const Revision& revision : *history) {
        if (revision.tag.empty())
            continue;
        if (revision.tag != version) {
            names += (names.empty() ? "'" : ", '") + revision.tag + "'";
            continue;
        }
        auto before = file->documentAt(revision.id);
        if (!before)
            return std::unexpected(before.error());
        return ChangesSince{revision, std::move(before->project), now, today};
    }
    return fail(ErrorCode::unknownVersion, version, {}, names);
}

Result<void> exportDrawing(const Drawing& drawing, const ExportOptions& options, const Environment& environment)
{
    const auto bytes = draw(drawing, environment);
    if (!bytes)
        return std::unexpected(bytes.error());
    return deliver(*bytes, options, environment.console);
}

Result<void> exportJson(const ProjectDocument& document, const ExportOptions& options, Console& console)
{
    if (auto ok = deliver(writePlanJson(document), options, console); !ok)
        return ok;
    if (options.scenario)
        console.note("plan JSON always holds the base and every scenario; --scenario made no difference");
    return {};
}

Result<void> runExport(const ExportOptions& options, const Environment& environment)
{
    const auto format = formatOf(options);
    if (!format)
        return std::unexpected(format.error());
    if (options.separator && *format != Format::csv)
        return fail(ErrorCode::invalidValue, *options.separator, "--separator", "it for CSV only");
    if (options.since && *format != Format::pdf)
        return fail(ErrorCode::invalidValue, *options.since, "--since", "it for PDF only");
    if (options.since && options.scenario)
        return fail(ErrorCode::invalidValue, *options.since, "--since",
                    "it without --scenario: versions compare the base");
    const auto drawing = drawn(*format);
    if (drawing && !environment.frontend.draw)
        return std::unexpected(environment.frontend.becomeDrawingProgram(options.format.value_or(options.output)));

    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const std::string scenario = options.scenario.value_or("");
    const auto plan = planOf(*document, scenario);
    if (!plan)
        return std::unexpected(plan.error());
    const ExportStamp stamp{scenario, environment.clock.now(), planHash(*document), environment.clock.offset()};
    if (drawing) {
        Drawing drawn{*plan, *drawing, stamp, std::nullopt};
        if (options.since) {
            auto changes = changesSince(*options.since, options, document->project, environment.clock.today());
            if (!changes)
                return std::unexpected(changes.error());
            drawn.changes = std::move(*changes);
        }
        return exportDrawing(drawn, options, environment);
    }
    return *format == Format::csv ? exportTable(*plan, options, stamp, environment.console)
                                  : exportJson(*document, options, environment.console);
}

} // namespace

void addExport(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("export", "Write a plan as JSON, CSV, SVG, PNG or a PDF report");
    const auto options = std::make_shared<ExportOptions>();
    command->add_option("PLAN", options->path, "A plan file, a plan as JSON, or '-' for JSON from standard input")
        ->required();
    command->add_option("OUT", options->output, "The file to write, replaced if it exists; '-' is standard output")
        ->required();
    addText(*command, "--format", options->format, "csv|json|pdf|png|svg",
            "The format, where the ending of OUT does not tell");
    addText(*command, "--scenario", options->scenario, "NAME", "A scenario of the plan in place of its base");
    addText(*command, "--since", options->since, "VERSION",
            "With PDF: a page on what has changed since the version of that name");
    addText(*command, "--separator", options->separator, ",|;",
            "What stands between the columns of CSV; a comma when not given");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runExport(*options, environment); };
    });
}

} // namespace trestle::cli
