#include "app/cli/console.h"
#include "app/cli/export_options.h"
#include "app/cli/text.h"
#include "app/cli/wording.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"

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
    ExportChoice choice;
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
    if (auto ok = checkTaken(options.choice, std::span(&*format, 1), formats); !ok)
        return ok;
    if (!format->write)
        return std::unexpected(environment.frontend.becomeDrawingProgram(options.format.value_or(options.output)));
    auto source = exportSource(options.path, options.choice, environment.clock);
    if (!source)
        return std::unexpected(source.error());
    if (format->takesVersions)
        if (auto ok = addVersions(options.path, *source); !ok)
            return ok;
    const Audience audience = source->audience;
    const auto exported = exportAs(*format, std::move(*source));
    if (!exported)
        return std::unexpected(exported.error());
    if (auto ok = deliver(exported->bytes, options, environment.console); !ok)
        return ok;
    for (const Loss& loss : exported->losses)
        environment.console.note(worded(loss, *format));
    if (options.choice.scenario && format->content == ExportContent::plan && audience == Audience::internal)
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
    addExportOptions(*command, options->choice, formats,
                     "Whom it is for; internal, which holds everything, when not given");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) { return runExport(*options, environment); };
    });
}

} // namespace trestle::cli
