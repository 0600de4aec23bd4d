#include "data/formats/pack.h"

#include "app/cli/console.h"
#include "app/cli/export_options.h"
#include "app/cli/plan_command.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "app/cli/wording.h"
#include "data/formats/pack_json.h"

#include <memory>
#include <utility>

namespace trestle::cli {

namespace {

struct PackOptions {
    std::string path;
    std::string folder;
    ExportChoice choice;
    bool json = false;
};

std::string filesOf(const Pack& pack)
{
    std::string list;
    for (const PackFile& file : pack.files)
        list += printable(file.name) + "\n";
    return list;
}

void noteLosses(const Pack& pack, Console& console)
{
    for (const PackFile& file : pack.files)
        for (const Loss& loss : file.exported.losses)
            console.note(printable(file.name) + ": " + worded(loss, file.format));
    for (const ExportFormat& format : pack.missing)
        console.note("this installation has no window and cannot make " + worded(format) + "; the pack is without it");
}

void noteOthers(const std::string& folder, const Pack& pack, Console& console)
{
    std::vector<std::string> others = othersIn(folder, pack);
    if (others.empty())
        return;
    for (std::string& name : others)
        name = printable(name);
    console.note("also in the folder, and no part of the pack: " + joined(others, ", "));
}

/// Without a drawing program it goes on, and the pack lacks what is drawn.
void becomeDrawingProgramIfNeeded(const std::vector<ExportFormat>& formats, const Frontend& frontend)
{
    if (!frontend.becomeDrawingProgram)
        return;
    for (const ExportFormat& format : formats)
        if (!format.write) {
            frontend.becomeDrawingProgram(std::string(format.key));
            return;
        }
}

Result<void> runPack(const PackOptions& options, const Environment& environment)
{
    const std::vector<ExportFormat>& all = environment.frontend.formats;
    const auto audience = chosenAudience(options.choice);
    if (!audience)
        return std::unexpected(audience.error());
    const std::vector<ExportFormat> possible = packFormats(all, *audience);
    if (auto ok = checkTaken(options.choice, possible, all); !ok)
        return ok;
    becomeDrawingProgramIfNeeded(possible, environment.frontend);
    auto source = exportSource(options.path, options.choice, environment.clock);
    if (!source)
        return std::unexpected(source.error());
    if (std::ranges::any_of(possible, &ExportFormat::takesVersions))
        if (auto ok = addVersions(options.path, *source); !ok)
            return ok;
    Console& console = environment.console;
    const auto pack = [&] {
        Progress progress(console, "simulating");
        source->simulation.progress = progress.reporter();
        return makePack(all, std::move(*source));
    }();
    if (!pack)
        return std::unexpected(pack.error());
    if (const auto written = writePack(*pack, options.folder); !written) {
        if (const auto& there = written.error().written; !there.empty())
            console.note("the folder has some of the pack: " + printable(joined(there, ", ")));
        return std::unexpected(written.error().error);
    }
    noteLosses(*pack, console);
    noteOthers(options.folder, *pack, console);
    return console.print(options.json ? writePackJson(*pack, options.folder, *audience) : filesOf(*pack));
}

/// Those that a pack of some audience has.
std::vector<ExportFormat> formatsOfPacks()
{
    std::vector<ExportFormat> formats = exportFormats();
    std::erase_if(formats, [](const ExportFormat& format) {
        return std::ranges::none_of(kAudiences, [&](Audience audience) {
            return std::ranges::find(packEntries(audience), format.key, &PackEntry::format) !=
                   packEntries(audience).end();
        });
    });
    return formats;
}

} // namespace

void addPack(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand(
        "pack", "Write what goes to an investor, to a client or to the team into a folder, with a README");
    const auto options = std::make_shared<PackOptions>();
    addPlanPath(*command, options->path);
    command
        ->add_option("DIR", options->folder,
                     "The folder, made where there is none; its other files stay, those of the same names are replaced")
        ->required();
    addExportOptions(*command, options->choice, formatsOfPacks(), "Whom it is for; has to be given");
    addJsonFlag(*command, options->json, "The names of the files");
    onChosen(*command, options, chosen, runPack);
}

} // namespace trestle::cli
