#include "app/cli/console.h"
#include "app/cli/edits.h"
#include "app/cli/field_words.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/cli/scan_edit.h"
#include "app/cli/values.h"
#include "data/plan_file/plan_file.h"
#include "data/user_catalogues.h"

#include <memory>

namespace trestle::cli {

namespace {

struct NewOptions {
    std::string path;
    std::optional<std::string> name;
    std::optional<std::string> client;
    std::optional<std::string> catalogue;
    std::optional<std::string> scan; ///< the folder of a prototype
    std::optional<std::string> accept;
    Edits changes;
};

Result<Inputs> firstInputs(const NewOptions& options, const Catalogue& catalogue, Date today)
{
    const auto name = readName(options.name.value_or(""), "--name");
    if (!name)
        return std::unexpected(name.error());
    const auto client = readText(options.client.value_or(""), "--client");
    if (!client)
        return std::unexpected(client.error());
    Inputs inputs = userInputs(catalogue, *name, today);
    inputs.client = *client;
    if (!options.changes.people.empty() || !options.changes.roles.empty())
        inputs.team.clear();
    return changed(std::move(inputs), catalogue, options.changes, today);
}

/// Proposes what a scan of the prototype finds; `label` says so in the history.
Result<void> takeScan(const NewOptions& options, const Catalogue& catalogue, const Environment& environment,
                      Inputs& inputs, std::string& label)
{
    const auto scan = scanShown(*options.scan, catalogue, environment.console);
    if (!scan)
        return std::unexpected(scan.error());
    const ScanFacts facts =
        keepScan(*scan, *options.scan, catalogue, options.accept.has_value(), environment.clock.today(), inputs);
    label = scanLabel(*scan, facts);
    environment.console.note(label + ", " + counted(openProposals(inputs), "proposal", "proposals") + " to answer");
    return {};
}

Result<void> runNew(const NewOptions& options, const Environment& environment)
{
    if (options.path == "-" || options.path.ends_with(".json"))
        return fail(ErrorCode::invalidValue, options.path, "PLAN", "a file name such as plan.trestle");
    auto catalogue = options.catalogue ? loadCatalogueCalled(*options.catalogue) : builtinCatalogue();
    if (!catalogue)
        return std::unexpected(catalogue.error());
    auto inputs = firstInputs(options, *catalogue->catalogue, environment.clock.today());
    if (!inputs)
        return std::unexpected(inputs.error());
    std::string label = "new plan";
    if (options.scan)
        if (auto ok = takeScan(options, *catalogue->catalogue, environment, *inputs, label); !ok)
            return ok;
    // What cannot be planned is not written.
    const auto plan = makePlan(catalogue->catalogue, *inputs);
    if (!plan)
        return std::unexpected(plan.error());
    const auto file = PlanFile::create(options.path, {{std::move(*inputs), {}}, std::move(*catalogue)}, label,
                                       environment.clock.milliseconds());
    if (!file)
        return std::unexpected(file.error());
    for (const std::string& note : odditiesOf(*plan))
        environment.console.note(note);
    return environment.console.print(headline(*plan) + '\n');
}

} // namespace

void addNew(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("new", "Make a new plan, with nothing in place yet");
    const auto options = std::make_shared<NewOptions>();
    command->add_option("PLAN", options->path, "The file to make; one that exists is refused")->required();
    addText(*command, "--name", options->name, "NAME", "What the plan is called")->required();
    addText(*command, "--client", options->client, "NAME", "Whom it is for");
    addText(*command, "--start", textOf(options->changes.fields, FieldId::start), "DATE",
            "The first day of work; today when not given");
    addText(*command, "--catalogue", options->catalogue, "FILE",
            "Phases, items and figures from a JSON file, or from a catalogue of your own by its name, in place of "
            "those built in");
    CLI::Option* scan = addText(*command, "--scan", options->scan, "DIR",
                                "The folder of the prototype: what is found there is proposed for the checklist");
    addAccept(*command, options->accept)->needs(scan);
    const FieldWords outside = fieldWords(FieldId::outsideView).value_or(FieldWords{});
    addText(*command, "--outside-view", textOf(options->changes.fields, FieldId::outsideView), outside.form,
            outside.help + "; usual when not given");
    addText(*command, "--region", textOf(options->changes.fields, FieldId::region), "nsw|vic|qld|wa|sa|tas|act|nt",
            "The state or territory whose public holidays are days off; none when not given");
    addTexts(*command, "--closure", options->changes.closures, "FROM..TO:LABEL",
             "Days of every year on which nobody works, as in '12-25..01-01:Closed over Christmas'");
    addTexts(*command, "--person", options->changes.people, "NAME:FTE:RATE[:SKILL+SKILL]",
             "Someone on the team: full time is 1.0, the rate is AUD for a full-time week. Takes the "
             "place of the catalogue's team");
    addTexts(*command, "--role", options->changes.roles, "TITLE:FTE:RATE[:SKILL+SKILL]",
             "A role without a name yet, planned and costed like a person. Takes the place of the catalogue's team");
    addTexts(*command, "--unpaid", options->changes.unpaid, "NAME",
             "Someone's own time: it counts at its rate, and is not paid out");
    addTexts(*command, "--paid", options->changes.paid, "NAME", "Someone's time is paid out");
    onChosen(*command, options, chosen, runNew);
}

} // namespace trestle::cli
