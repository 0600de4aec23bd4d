#include "app/cli/console.h"
#include "app/cli/figures.h"
#include "app/cli/options.h"
#include "app/cli/plan_source.h"
#include "app/cli/problem_words.h"
#include "app/cli/wording.h"
#include "data/exchange/export_stamp.h"
#include "data/plan_file/plan_file.h"

#include <chrono>
#include <memory>

namespace trestle::cli {

namespace {

struct CheckOptions {
    std::string path;
    std::optional<std::string> repaired;
};

/// That the figures keep the estimator's rules, in base and scenarios: a fault of ours where they do not.
Result<void> checkFigures(const ProjectDocument& document, Console& console)
{
    std::vector<std::string> names{""};
    for (const Scenario& scenario : document.project.scenarios)
        names.push_back(scenario.name);
    std::size_t broken = 0;
    for (const std::string& name : names) {
        const auto plan = planOf(document, name);
        if (!plan)
            return std::unexpected(plan.error());
        for (const PlanProblem& problem : problems(*plan)) {
            ++broken;
            const std::string scenario = name.empty() ? "" : "scenario '" + printable(name) + "': ";
            if (auto ok = console.print("wrong: " + scenario + printable(worded(problem)) + '\n'); !ok)
                return ok;
        }
    }
    if (broken > 0)
        return fail(ErrorCode::internal, counted(broken, "figure breaks a rule", "figures break rules"));
    return {};
}

Result<void> checkJson(const CheckOptions& options, Console& console)
{
    const auto document = loadProject(options.path);
    if (!document)
        return std::unexpected(document.error());
    if (auto ok = checkFigures(*document, console); !ok)
        return ok;
    if (options.repaired)
        console.note("a plan as JSON is whole or it is not; there is nothing to repair, '" + *options.repaired +
                     "' was not written");
    return console.print("sound: a plan as JSON\n");
}

std::string revisionsText(std::int64_t count)
{
    return counted(static_cast<std::size_t>(count), "revision", "revisions");
}

std::string soundness(const CheckReport& report)
{
    if (report.revisions == 0)
        return "no revision can be found in it";
    if (report.verified == report.revisions)
        return revisionsText(report.revisions) + " in it, all sound";
    return std::to_string(report.verified) + " of " + revisionsText(report.revisions) + " in it " +
           (report.verified == 1 ? "is sound" : "are sound");
}

std::string madeAt(std::int64_t milliseconds)
{
    constexpr std::int64_t kEndOfCalendar = 253'402'300'800'000; // the year 10000
    if (milliseconds < 0 || milliseconds >= kEndOfCalendar)
        return {};
    using namespace std::chrono;
    return ", of " +
           isoTime(floor<seconds>(sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(milliseconds))));
}

/// What is wrong, what is left, and what a repair would make of it.
std::string findings(const CheckReport& report, const CheckOptions& options)
{
    std::string text = "damaged: " + explained(*report.problem) + '\n' + "  " + soundness(report) + '\n';
    if (!report.repairedHead)
        return text + "  nothing in it can be repaired\n";
    text += "  a repaired copy goes on from revision " + std::to_string(report.repairedHead->id) + ", '" +
            printable(report.repairedHead->label) + "'" + madeAt(report.repairedHead->at) + '\n';
    if (!options.repaired)
        text += "  to write one: trestle check '" + printable(options.path) + "' --repair OUT\n";
    return text;
}

Result<void> checkFile(const CheckOptions& options, Console& console)
{
    const auto report = checkPlanFile(options.path);
    if (!report && !options.repaired)
        return std::unexpected(report.error());
    const bool sound = report && !report->problem;
    if (report && report->problem)
        if (auto ok = console.print(findings(*report, options)); !ok)
            return ok;
    if (options.repaired && (!report || !report->problem || report->repairable)) {
        if (auto ok = repairPlanFile(options.path, *options.repaired); !ok)
            return ok;
        console.note("the newest revision that is sound was written to '" + *options.repaired + "'");
    }
    if (!sound)
        return std::unexpected(report ? *report->problem : report.error());
    // Whether its inputs can be planned is no question to a file.
    if (const auto document = loadProject(options.path))
        if (auto ok = checkFigures(*document, console); !ok && ok.error().code == ErrorCode::internal)
            return ok;
    return console.print("sound: " + revisionsText(report->verified) + ", all verified\n");
}

} // namespace

void addCheck(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand("check", "Check that a plan is whole; exit code 0 if it is, else 1");
    const auto options = std::make_shared<CheckOptions>();
    command->add_option("PLAN", options->path, "The plan to check; it is not changed")->required();
    addText(*command, "--repair", options->repaired, "OUT",
            "Write what is sound to a new file; the exit code still tells of PLAN");
    command->callback([options, &chosen] {
        chosen = [options](const Environment& environment) {
            const auto kind = kindOf(options->path);
            if (!kind)
                return Result<void>(std::unexpected(kind.error()));
            return *kind == SourceKind::json ? checkJson(*options, environment.console)
                                             : checkFile(*options, environment.console);
        };
    });
}

} // namespace trestle::cli
