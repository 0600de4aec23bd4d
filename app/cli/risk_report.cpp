#include "app/cli/risk_report.h"

#include "app/cli/figures.h"
#include "app/cli/summary.h"
#include "data/words.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace trestle::cli {

namespace {

constexpr std::size_t kLeastLabel = 12;
constexpr std::size_t kMostLabel = 28;
constexpr std::size_t kPercentileWidth = 12;
constexpr std::size_t kMoverWidth = 10;
constexpr std::array kQuantiles{0.1, 0.5, 0.8, 0.9};

/// How often other phases run late with one that does.
std::string lateTogether(double correlation)
{
    const std::string figure = trimmedNumber(correlation, 2);
    return figure == "0" ? "never" : figure == "0.5" ? "often" : figure == "1" ? "always" : figure;
}

std::string dateOf(const Plan& plan, Weeks finish)
{
    return isoDate(plan.calendar.lastDate(0, finish));
}

/// Columns at the right are left out where the style's width has no room for them.
std::string row(const std::string& label, const std::vector<std::string>& cells, const Style& style, std::size_t width)
{
    const std::size_t most = (std::max(style.width, kLeastLabel) - kLeastLabel) / width;
    const std::size_t shown = std::clamp<std::size_t>(most, 1, cells.size());
    const std::size_t figures = shown * width;
    const std::size_t room = std::clamp(style.width - std::min(style.width, figures), kLeastLabel, kMostLabel);
    std::string line = leftAligned(label, room, style.glyphs);
    for (std::size_t i = 0; i < shown; ++i)
        line += rightAligned(cells[i], width, style.glyphs);
    return line;
}

std::vector<std::string> atQuantiles(const std::function<std::string(double)>& write)
{
    std::vector<std::string> cells;
    for (const double q : kQuantiles)
        cells.push_back(write(q));
    return cells;
}

std::string moneyAt(const Percentiles& dollars, double q)
{
    const double value = q < 0.2 ? dollars.p10 : q < 0.6 ? dollars.p50 : q < 0.85 ? dollars.p80 : dollars.p90;
    return promiseText(Money::rounded(value));
}

void addPercentiles(std::vector<std::string>& lines, const Plan& plan, const Risk& risk, const Style& style)
{
    std::vector<std::string> names{"10 %", "50 %", "80 %", "90 %", "likely plan"};
    lines.push_back(inked(row("Chance of at most", names, style, kPercentileWidth), Ink::faint, style));
    const auto line = [&](const std::string& label, const std::function<std::string(double)>& write,
                          const std::string& likely) {
        auto cells = atQuantiles(write);
        cells.push_back(likely);
        lines.push_back(row(label, cells, style, kPercentileWidth));
    };
    const Percentiles labour = risk.labourPercentiles();
    const Percentiles total = risk.totalPercentiles();
    line("Finish", [&](double q) { return dateOf(plan, risk.finishAt(q)); }, isoDate(plan.finishDate.likely));
    line("Weeks", [&](double q) { return number(risk.finishAt(q), 1); }, number(plan.finish.likely, 1));
    line("Labour, AUD", [&](double q) { return moneyAt(labour, q); }, dollars(plan.shown.labour.likely));
    if (const std::string spent = dollars(plan.shown.actual); plan.actual.any())
        line("Spent so far, AUD", [&](double) { return spent; }, spent);
    line("Total, AUD", [&](double q) { return moneyAt(total, q); }, dollars(plan.shown.total.likely));
}

void addChances(std::vector<std::string>& lines, const Plan& plan, const Risk& risk, const Style& style)
{
    const auto add = [&](const std::string& sentence) {
        for (const std::string& line : wrapped(sentence, style.width))
            lines.push_back(line);
    };
    const LikelyChance likely = chanceOfLikely(plan, risk);
    add("Chance of the likely plan: " + percent(likely.onTime) + " to be in time, " + percent(likely.inBudget) +
        " to be within its cost, " + percent(likely.both) + " for both.");
    const TargetChance chances = targetChance(plan, risk);
    if (chances.onTime)
        lines.push_back("Chance of finishing by " + isoDate(*plan.inputs.targetDate) + ": " + percent(*chances.onTime));
    if (chances.inBudget)
        lines.push_back("Chance of costing no more than AUD " + dollars(*plan.inputs.budget) + ": " +
                        percent(*chances.inBudget));
    if (chances.both)
        lines.push_back("Chance of meeting both date and budget: " + percent(*chances.both));
    const Contingency aside = contingency(plan, risk, plan.inputs.confidence, GstBasis::purchases);
    const std::string sure = "Contingency at " + std::to_string(plan.inputs.confidence) + " %: ";
    add(sure + (aside.isNeeded ? "AUD " + amountText(aside.amount) + " on top of the likely plan."
                               : "none is needed, the likely plan costs no less."));
}

void addMovers(std::vector<std::string>& lines, const Plan& plan, const Risk& risk, const Style& style)
{
    std::vector<const PhaseRisk*> movers;
    for (const PhaseRisk& phase : risk.phases)
        if (phase.hasWork)
            movers.push_back(&phase);
    if (movers.empty())
        return;
    std::ranges::stable_sort(movers, std::greater{},
                             [](const PhaseRisk* p) { return p->finishWhenHigh - p->finishWhenLow; });
    lines.emplace_back();
    for (const std::string& line : wrapped(
             "What moves the plan: where a phase, or the project as a whole, is in its shortest and its longest fifth, "
             "by how much finish and cost differ from the mean; and how often a day lost on it delays the finish, with "
             "your people and with unlimited people.",
             style.width))
        lines.push_back(line);
    lines.push_back(
        inked(row("", {"weeks", "", "AUD", "", "your", "unlimited"}, style, kMoverWidth), Ink::faint, style));
    if (const auto& outside = risk.outside)
        lines.push_back(row("Project as a whole",
                            {signedWeeks(outside->finishWhenLow), signedWeeks(outside->finishWhenHigh),
                             signedSimulated(Money::rounded(outside->costWhenLow)),
                             signedSimulated(Money::rounded(outside->costWhenHigh)), "", ""},
                            style, kMoverWidth));
    for (const PhaseRisk* phase : movers)
        lines.push_back(row(printable(plan.findPhase(phase->id)->shortTitle, style.utf8),
                            {signedWeeks(phase->finishWhenLow), signedWeeks(phase->finishWhenHigh),
                             signedSimulated(Money::rounded(phase->costWhenLow)),
                             signedSimulated(Money::rounded(phase->costWhenHigh)), percentOf(phase->drivesFinish),
                             percentOf(phase->drivesByLinks)},
                            style, kMoverWidth));
    if (risk.oneCrewInSeries)
        for (const std::string& line :
             wrapped("Your team works through one thing after another, so a day lost anywhere delays the finish by a "
                     "day.",
                     style.width))
            lines.push_back(line);
}

// Those that add most come first.
void addEvents(std::vector<std::string>& lines, const Plan& plan, std::span<const RiskEffect> effects,
               const Style& style)
{
    if (effects.empty())
        return;
    std::vector<std::size_t> order(effects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return effects[i].adds.weeks; });
    lines.emplace_back();
    for (const std::string& line :
         wrapped("What may happen: what each adds at 80 %, found by leaving it out on the same draws.", style.width))
        lines.push_back(line);
    lines.push_back(inked(row("", {"chance", "weeks", "AUD", "state"}, style, kMoverWidth), Ink::faint, style));
    for (const std::size_t i : order) {
        const RiskEvent& event = plan.inputs.risks.events[i];
        const std::string title = event.title.empty() ? event.id : event.id + ": " + event.title;
        lines.push_back(row(printable(title, style.utf8),
                            {percentOf(liveRisk(event).value_or(LiveRisk{}).p), signedWeeks(effects[i].adds.weeks),
                             signedSimulated(effects[i].adds.cost), std::string(wordOf(event.status))},
                            style, kMoverWidth));
        if (const auto& saved = effects[i].response)
            lines.push_back(row("  its response saves",
                                {percentOf(event.response->p), signedWeeks(saved->weeks), signedSimulated(saved->cost),
                                 "AUD " + dollars(event.response->cost)},
                                style, kMoverWidth));
    }
}

} // namespace

std::string riskReport(const Plan& plan, const Risk& risk, std::span<const RiskEffect> effects,
                       const std::string& scenario, const Style& style)
{
    const Headline sure = headlineOf(plan, risk, plan.inputs.confidence);
    std::vector<std::string> lines;
    std::string title = printable(plan.inputs.name, style.utf8);
    if (!scenario.empty())
        title += (style.glyphs ? " · scenario " : " - scenario ") + printable(scenario, style.utf8);
    lines.push_back(inked(shortened(title, style.width, style.glyphs), Ink::bold, style));
    lines.push_back(std::to_string(plan.inputs.confidence) + " % sure: done by " + isoDate(sure.finishDate) +
                    ", for AUD " + promiseText(sure.total) + " ex GST");
    lines.push_back(inked(std::to_string(risk.runs) + " simulated plans, seed " + std::to_string(risk.seed) +
                              "; if one phase runs late, others do too: " + lateTogether(plan.inputs.correlation),
                          Ink::faint, style));
    lines.emplace_back();
    addPercentiles(lines, plan, risk, style);
    lines.emplace_back();
    addChances(lines, plan, risk, style);
    if (const std::string off = learningOff(plan); !off.empty())
        for (const std::string& line : wrapped(off, style.width))
            lines.push_back(inked(line, Ink::warning, style));
    addMovers(lines, plan, risk, style);
    addEvents(lines, plan, effects, style);
    return joined(lines, "\n") + '\n';
}

} // namespace trestle::cli
