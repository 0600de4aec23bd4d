#include "app/cli/assistant_tools.h"

#include "app/cli/assistant_proposals.h"
#include "app/cli/plan_source.h"
#include "app/cli/text.h"
#include "app/cli/wording.h"
#include "data/json.h"
#include "data/words.h"
#include "models/proposals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trestle::cli {

using mcp::Answer;
using nlohmann::json;

namespace {

Answer failed(const std::string& text)
{
    return {.text = text, .isError = true, .file = std::nullopt};
}

Answer told(const json& object)
{
    return {.text = canonicalJson(object), .isJson = true, .file = std::nullopt};
}

/// What a command says that ran within this one.
Answer answerOf(const Captured& captured)
{
    if (captured.exitCode != 0)
        return failed(captured.messages);
    return {.text = captured.output, .isJson = true, .file = std::nullopt};
}

/// A command line as the arguments of a tool make it.
class CommandLine {
public:
    CommandLine(std::string command, std::string plan) : m_words{std::move(command), std::move(plan)} {}

    void add(std::string word) { m_words.push_back(std::move(word)); }
    /// `--option=value` where the arguments have the key.
    void addFrom(const json& arguments, const char* key, const std::string& option)
    {
        if (const auto found = arguments.find(key); found != arguments.end())
            m_words.push_back(option + '=' + (found->is_string() ? found->get<std::string>() : found->dump()));
    }
    void addFlagFrom(const json& arguments, const char* key, const std::string& option)
    {
        if (arguments.value(key, false))
            m_words.push_back(option);
    }
    [[nodiscard]] const std::vector<std::string>& words() const { return m_words; }

private:
    std::vector<std::string> m_words;
};

class AssistantTools {
public:
    AssistantTools(AssistantScope scope, const Environment& environment)
        : m_scope(std::move(scope)), m_environment(environment)
    {
    }

    [[nodiscard]] Answer readPlan() const
    {
        const auto document = loadProject(m_scope.plan);
        if (!document)
            return failed(worded(document.error()));
        auto plan = parseJson(writeProject(document->project, document->catalogue.sha256), "plan");
        return plan ? told(*plan) : failed(worded(plan.error()));
    }

    [[nodiscard]] Answer catalogue(const json& arguments) const
    {
        const auto document = loadProject(m_scope.plan);
        if (!document)
            return failed(worded(document.error()));
        const Catalogue& catalogue = *document->catalogue.catalogue;
        const std::string wanted = arguments.value("phase", "");
        json phases = json::array();
        for (const Phase& phase : catalogue.phases)
            if (wanted.empty() || phase.id == wanted)
                phases.push_back(phaseJson(phase, document->project.base));
        if (phases.empty())
            return failed("the plan has no phase '" + wanted + "'");
        return told({{"kind", "catalogue"}, {"phases", std::move(phases)}});
    }

    [[nodiscard]] Answer proposeState(const json& arguments) const
    {
        const auto text = takeProposal(m_scope, arguments, m_environment);
        return text ? Answer{.text = *text, .file = std::nullopt} : failed(worded(text.error()));
    }

    [[nodiscard]] Answer figures(const json& arguments) const
    {
        CommandLine line = asked("plan", arguments);
        return run(line);
    }

    [[nodiscard]] Answer risk(const json& arguments) const
    {
        CommandLine line = asked("risk", arguments);
        line.addFrom(arguments, "runs", "--runs");
        line.addFrom(arguments, "seed", "--seed");
        return run(line);
    }

    [[nodiscard]] Answer goal(const json& arguments) const
    {
        CommandLine line = asked("goal", arguments);
        line.addFrom(arguments, "by", "--by");
        line.addFrom(arguments, "within", "--within");
        line.addFrom(arguments, "sure", "--sure");
        line.addFrom(arguments, "marginAtLeast", "--margin-at-least");
        line.addFlagFrom(arguments, "cashLasts", "--cash-lasts");
        return run(line);
    }

    [[nodiscard]] Answer scan(const json& arguments) const
    {
        if (m_scope.folder.empty())
            return failed("no folder to scan was given; ask the user to start 'trestle mcp' with --folder");
        const bool accepts = arguments.contains("accept");
        if (accepts && !m_scope.allowEdits)
            return failed("states are not set here; ask the user to start 'trestle mcp' with --allow-edits");
        CommandLine line("scan", m_scope.folder);
        line.add("--json");
        if (!accepts && !arguments.value("keep", false))
            return run(line);
        const bool isFree = !isOpenElsewhere(m_scope.plan);
        if (isFree)
            line.add("--plan=" + m_scope.plan);
        if (isFree && accepts)
            line.add("--accept=confident");
        const Captured found = runCaptured(line.words(), m_environment);
        if (found.exitCode == 0 && !isFree)
            if (auto ok = leaveScan(m_scope, found.output, m_environment); !ok)
                return failed(worded(ok.error()));
        return answerOf(found);
    }

    [[nodiscard]] Answer exported(const json& arguments) const
    {
        const std::string key = arguments.at("format").get<std::string>();
        CommandLine line("export", m_scope.plan);
        line.add("-");
        line.addFrom(arguments, "format", "--format");
        line.addFrom(arguments, "audience", "--audience");
        line.addFrom(arguments, "scenario", "--scenario");
        Captured captured = runCaptured(line.words(), m_environment);
        const ExportFormat* format = formatOf(m_environment.frontend.formats, key);
        if (captured.exitCode != 0 || !format)
            return failed(captured.messages);
        const std::string ending(format->ending);
        return {.text = {},
                .file = mcp::Attachment{"plan." + ending, mimeTypeOf(ending), std::move(captured.output),
                                        isUtf8(captured.output)}};
    }

    /// The formats that can be written without drawing.
    [[nodiscard]] std::string formats() const
    {
        std::vector<std::string> keys;
        for (const ExportFormat& format : m_environment.frontend.formats)
            if (format.write)
                keys.emplace_back(format.key);
        return joined(keys, ", ");
    }

private:
    [[nodiscard]] CommandLine asked(const char* command, const json& arguments) const
    {
        CommandLine line(command, m_scope.plan);
        line.add("--json");
        line.addFrom(arguments, "scenario", "--scenario");
        return line;
    }

    [[nodiscard]] Answer run(const CommandLine& line) const
    {
        return answerOf(runCaptured(line.words(), m_environment));
    }

    static json phaseJson(const Phase& phase, const Inputs& inputs)
    {
        json items = json::array();
        for (const Item& item : phase.items)
            items.push_back(itemJson(item, inputs));
        for (const Item& item : phase.addOns)
            if (inputs.profile.conditions.contains(item.condition))
                items.push_back(itemJson(item, inputs));
        return {{"id", phase.id}, {"title", phase.title}, {"items", std::move(items)}};
    }

    static json itemJson(const Item& item, const Inputs& inputs)
    {
        json to{{"id", item.id},
                {"title", item.title},
                {"explanation", item.explanation},
                {"inPlaceWhen", item.criteria.inPlaceWhen},
                {"partlyWhen", item.criteria.partlyWhen},
                {"doesNotCount", item.criteria.doesNotCount},
                {"state", wordOf(stateOf(inputs, item.id))}};
        if (const auto found = inputs.proposals.find(item.id); found != inputs.proposals.end())
            to["proposal"] = {{"state", wordOf(found->second.state)}, {"answer", wordOf(found->second.answer)}};
        return to;
    }

    static std::string mimeTypeOf(const std::string& ending)
    {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes{
            {{"csv", "text/csv"},
             {"html", "text/html"},
             {"ics", "text/calendar"},
             {"json", "application/json"},
             {"xml", "application/xml"},
             {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
             {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
             {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"}}};
        const auto* const found = std::ranges::find(kTypes, ending, [](const auto& type) { return type.first; });
        return std::string(found == kTypes.end() ? "text/plain" : found->second);
    }

    AssistantScope m_scope;
    const Environment& m_environment;
};

} // namespace

std::vector<mcp::Tool> assistantTools(const AssistantScope& scope, const Environment& environment)
{
    const AssistantTools tools(scope, environment);
    return {
        {"read_plan", "Read the plan",
         "What the user has said: the state of each item with its evidence, the team, dates, costs, risks, scenarios, "
         "and the proposals so far.",
         "schema/assistant/read_plan.json", true, [tools](const json&) { return tools.readPlan(); }},
        {"catalogue", "What there is to have in place",
         "Every item between a prototype and production, by phase: what in place means, when it counts as partly, what "
         "is often taken for it, and its state in this plan. Read it before you propose states.",
         "schema/assistant/catalogue.json", true, [tools](const json& a) { return tools.catalogue(a); }},
        {"propose_state", "Propose the state of an item",
         scope.allowEdits ? "Sets the state of an item, with the places in the code that show it."
                          : "Proposes the state of an item, with the places in the code that show it. The user accepts "
                            "or declines it; no figure changes until then.",
         "schema/assistant/propose_state.json", false, [tools](const json& a) { return tools.proposeState(a); }},
        {"figures", "The plan's figures",
         "Weeks, dates, effort and cost in AUD of the whole plan, each phase, item and person.",
         "schema/assistant/figures.json", true, [tools](const json& a) { return tools.figures(a); }},
        {"risk", "How sure the figures are",
         "Simulates the plan: finish and cost with 10, 50, 80 and 90 % certainty, the chance of meeting target and "
         "budget, and what drives them.",
         "schema/assistant/risk.json", true, [tools](const json& a) { return tools.risk(a); }},
        {"goal", "Ways to a goal",
         "Searches for what would make the plan finish by a day within a budget, with a certainty: later scope, more "
         "people, an earlier start.",
         "schema/assistant/goal.json", true, [tools](const json& a) { return tools.goal(a); }},
        {"scan", "Scan the prototype's folder",
         "Looks through the folder that the user gave and says of each item what speaks for it. Runs nothing in it.",
         "schema/assistant/scan.json", false, [tools](const json& a) { return tools.scan(a); }},
        {"export", "Export the plan",
         "The plan as a file, handed out here and written nowhere. Formats: " + tools.formats() + ".",
         "schema/assistant/export.json", true, [tools](const json& a) { return tools.exported(a); }},
    };
}

} // namespace trestle::cli
