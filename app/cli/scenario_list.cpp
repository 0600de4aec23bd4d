#include "app/cli/scenario_list.h"

#include "app/cli/figures.h"
#include "app/cli/plan_source.h"
#include "app/cli/scenario_edit.h"

#include <algorithm>

namespace trestle::cli {

namespace {

constexpr std::size_t kWeeksWidth = 9;
constexpr std::size_t kDateWidth = 13;
constexpr std::size_t kMoneyWidth = 14;
constexpr std::size_t kIndent = 4;

std::string row(const std::string& name, const std::string& weeks, const std::string& finish, const std::string& total,
                std::size_t nameWidth, const Style& style)
{
    return leftAligned(name, nameWidth, style.glyphs) + rightAligned(weeks, kWeeksWidth, false) +
           rightAligned(finish, kDateWidth, false) + rightAligned(total, kMoneyWidth, false);
}

std::string planRow(const std::string& name, const Plan& plan, std::size_t nameWidth, const Style& style)
{
    return row(printable(name, style.utf8), number(plan.finish.likely, 1), isoDate(plan.finishDate.likely),
               dollars(plan.shown.total.likely), nameWidth, style);
}

} // namespace

Result<std::vector<Plan>> plansOf(const ProjectDocument& document)
{
    std::vector<Plan> plans;
    auto base = planOf(document, {});
    if (!base)
        return std::unexpected(base.error());
    plans.push_back(std::move(*base));
    for (const Scenario& scenario : document.project.scenarios) {
        auto plan = planOf(document, scenario.name);
        if (!plan) {
            plan.error().where = "scenario '" + scenario.name + "'";
            return std::unexpected(plan.error());
        }
        plans.push_back(std::move(*plan));
    }
    return plans;
}

std::string scenarioList(const Project& project, const std::vector<Plan>& plans, const Style& style)
{
    std::size_t nameWidth = 20;
    for (const Scenario& scenario : project.scenarios)
        nameWidth = std::max(nameWidth, displayWidth(printable(scenario.name, style.utf8)));
    nameWidth = std::min(nameWidth, style.width - kWeeksWidth - kDateWidth - kMoneyWidth);

    std::vector<std::string> lines{
        inked(shortened(printable(project.base.name, style.utf8), style.width, style.glyphs), Ink::bold, style),
        inked(row("", "Weeks", "Finish", "Total, AUD", nameWidth, style), Ink::faint, style),
        planRow("base", plans.front(), nameWidth, style)};
    for (std::size_t i = 0; i < project.scenarios.size(); ++i) {
        const Scenario& scenario = project.scenarios[i];
        lines.push_back(planRow(scenario.name, plans[i + 1], nameWidth, style));
        const auto differences = differencesOf(project.base, scenario);
        const std::string text = differences.empty() ? "no changes yet" : joined(differences, "; ");
        for (const std::string& line : wrapped(printable(text, style.utf8), style.width - kIndent))
            lines.push_back(inked(std::string(kIndent, ' ') + line, Ink::faint, style));
    }
    if (project.scenarios.empty())
        lines.emplace_back("No scenarios yet; 'trestle scenario add PLAN --name NAME' makes one.");
    return joined(lines, "\n") + '\n';
}

} // namespace trestle::cli
