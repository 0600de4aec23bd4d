#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_edit.h"
#include "app/cli/plan_source.h"
#include "app/cli/report.h"
#include "data/catalogue_difference_json.h"
#include "data/file_io.h"
#include "data/json.h"
#include "data/user_catalogues.h"
#include "data/words.h"
#include "models/catalogue_follow.h"

#include <memory>

namespace trestle::cli {

namespace {

struct CatalogueOptions {
    std::string path;
    std::string file;
    bool json = false;
};

Result<void> runCatalogueExport(const CatalogueOptions& options, const Environment& environment)
{
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const std::string text = catalogueFileText(*document->catalogue.catalogue);
    return options.file == "-" ? environment.console.print(text) : writeFileAtomically(options.file, text);
}

/// What another catalogue takes along, to be told.
std::string goneText(const Vanished& gone)
{
    std::string text;
    const auto add = [&](std::size_t count, const char* what) {
        if (count > 0)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + what;
    };
    add(gone.items.size(), "of the plan's items");
    add(gone.estimates, "estimates");
    add(gone.phaseNotes, "notes on phases");
    add(gone.risks.size(), "risks");
    add(gone.answers, "answers about the product");
    return text;
}

Result<void> runCatalogueImport(const CatalogueOptions& options, const Environment& environment)
{
    const auto catalogue = loadCatalogueCalled(options.file);
    if (!catalogue)
        return std::unexpected(catalogue.error());
    const auto editor = [&](const ProjectDocument& document) -> Result<PlanEdit> {
        Vanished gone;
        PlanEdit edit{withoutVanished(document.project, *catalogue->catalogue, &gone),
                      "catalogue " + catalogue->catalogue->title,
                      {},
                      {},
                      *catalogue};
        const auto plan = planOf({edit.project, *catalogue}, {});
        if (!plan)
            return std::unexpected(plan.error());
        edit.result = headline(*plan) + '\n';
        if (!gone.empty())
            edit.notes.push_back("the catalogue lacks what these were about, so they went: " + goneText(gone));
        return edit;
    };
    return editPlan(options.path, editor, environment);
}

/// "phaseEffort" as "phase effort".
std::string spaced(std::string_view word)
{
    std::string text;
    for (const char c : word) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        if (isCapital)
            text += ' ';
        text += isCapital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

template <class... Ts>
struct Cases : Ts... {
    using Ts::operator()...;
};

template <class List, class Part>
std::string partsOf(const List& list, Part&& part)
{
    std::string text;
    for (const auto& entry : list)
        text += (text.empty() ? "" : ", ") + part(entry);
    return text.empty() ? "-" : text;
}

std::string sideText(const CatalogueValue& value)
{
    return std::visit(
        Cases{[](std::monostate) { return std::string("-"); }, [](bool yes) { return std::string(yes ? "yes" : "no"); },
              [](int whole) { return std::to_string(whole); }, [](double number) { return numberText(number); },
              [](const std::string& text) { return text; },
              [](Money money) { return "AUD " + numberText(money.inDollars()); },
              [](const ThreePoint& range) {
                  return numberText(range.low) + ':' + numberText(range.likely) + ':' + numberText(range.high);
              },
              [](const ReferenceWindow& window) {
                  return std::to_string(window.first) + ".." + std::to_string(window.last);
              },
              [](LinkType type) { return std::string(wordOf(type)); },
              [](const std::vector<std::string>& texts) {
                  return partsOf(texts, [](const std::string& text) { return text; });
              },
              [](const std::vector<double>& shares) {
                  return partsOf(shares, [](double share) { return numberText(share); });
              },
              [](const std::vector<RunningCost>& costs) {
                  return partsOf(costs, [](const RunningCost& cost) { return cost.title; });
              },
              [](const std::vector<DefaultPerson>& people) {
                  return partsOf(people, [](const DefaultPerson& person) { return person.name; });
              }},
        value);
}

Result<void> runCatalogueDiff(const CatalogueOptions& options, const Environment& environment)
{
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    const LoadedCatalogue& now = document->catalogue;
    const auto differences = catalogueDifferences(*originalOf(now).catalogue, *now.catalogue);
    Console& console = environment.console;
    if (options.json)
        return console.print(writeCatalogueDifferences(differences));
    const Style& style = console.style();
    std::string text;
    for (const CatalogueDifference& difference : differences) {
        std::string line = spaced(wordOf(difference.field));
        if (!difference.subject.empty())
            line += " " + difference.subject;
        line += ": " + sideText(difference.before) + " -> " + sideText(difference.after);
        if (!difference.note.empty())
            line += " (" + difference.note + ")";
        text += printable(line, style.utf8) + '\n';
    }
    return console.print(text.empty() ? "The plan's catalogue is as it was.\n" : text);
}

Result<void> runCatalogueTexts(const CatalogueOptions& options, const Environment& environment)
{
    const auto editor = [](const ProjectDocument& document) -> Result<PlanEdit> {
        const auto renewed = withNewestTexts(document.catalogue);
        if (!renewed)
            return std::unexpected(renewed.error());
        if (!*renewed)
            return PlanEdit{document.project, {}, "The plan's catalogue has the newest texts there are for it.\n", {}};
        const std::size_t changed = catalogueDifferences(*document.catalogue.catalogue, *(*renewed)->catalogue).size();
        return PlanEdit{document.project,
                        "newest texts of the catalogue",
                        std::to_string(changed) + (changed == 1 ? " text is new" : " texts are new") +
                            "; no figure changed.\n",
                        {},
                        **renewed};
    };
    return editPlan(options.path, editor, environment);
}

Result<void> runCatalogueList(const CatalogueOptions& /*options*/, const Environment& environment)
{
    std::string text;
    for (const UserCatalogue& catalogue : userCatalogues())
        text += printable(catalogue.name, environment.console.style().utf8) + '\n';
    return environment.console.print(text.empty() ? "No catalogues of your own yet.\n" : text);
}

} // namespace

void addCatalogue(CLI::App& program, Action& chosen)
{
    CLI::App* command =
        program.add_subcommand("catalogue", "Export, import, compare and renew the catalogue that a plan carries");
    command->require_subcommand(1);
    const auto add = [&](const char* name, const char* purpose, auto run) {
        CLI::App* part = command->add_subcommand(name, purpose);
        const auto options = std::make_shared<CatalogueOptions>();
        onChosen(*part, options, chosen, run);
        return std::pair(part, options);
    };
    const auto [toFile, exported] = add("export", "Write the plan's catalogue as JSON", runCatalogueExport);
    addPlanPath(*toFile, exported->path);
    toFile->add_option("OUT", exported->file, "The JSON file to write; '-' is standard output")->required();
    const auto [fromFile, imported] = add(
        "import", "Give the plan another catalogue; what it lacks takes its ticks and notes along", runCatalogueImport);
    addChangedPlanPath(*fromFile, imported->path);
    fromFile->add_option("IN", imported->file, "A catalogue as JSON, or the name of one of your own")->required();
    const auto [texts, renewed] = add(
        "texts", "Take the newest texts of the built-in catalogue; your own, and all figures, stay", runCatalogueTexts);
    addChangedPlanPath(*texts, renewed->path);
    const auto [diff, compared] =
        add("diff", "What the plan's catalogue says otherwise than its original", runCatalogueDiff);
    addPlanPath(*diff, compared->path);
    addJsonFlag(*diff, compared->json, "The differences");
    add("list", "The catalogues of your own, for 'new --catalogue'", runCatalogueList);
}

} // namespace trestle::cli
