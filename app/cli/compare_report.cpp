#include "app/cli/compare_report.h"

#include "app/cli/figures.h"

#include <algorithm>
#include <functional>

namespace trestle::cli {

namespace {

constexpr std::size_t kLabelWidth = 22;
constexpr std::size_t kColumnWidth = 18;
constexpr std::size_t kGap = 2;

/// A figure of a plan, and what it differs by from the first's; empty for no difference worth a word.
struct ComparedCell {
    std::string value;
    std::string difference;
};

std::string daysText(int days)
{
    return days == 0 ? "" : (days < 0 ? "-" : "+") + counted(static_cast<std::size_t>(std::abs(days)), "day", "days");
}

std::string weeksDifference(Weeks weeks)
{
    const std::string text = signedWeeks(weeks);
    return text == "0.0" ? "" : text;
}

std::string withoutNone(std::string difference)
{
    return difference == "0" ? "" : difference;
}

std::string teamText(const Plan& plan)
{
    return std::to_string(plan.people.size()) + " (" + trimmedNumber(fullTimeEquivalents(plan.inputs.team), 2) + ")";
}

class Table {
public:
    Table(const Comparison& comparison, const Style& style) : m_comparison(comparison), m_style(style) {}

    std::vector<std::string> lines();

private:
    using Write = std::function<ComparedCell(const ComparedPlan&)>;
    void addHeading(const std::string& text);
    void addRow(const std::string& label, const Write& write);
    void addLine(const std::string& label, const std::vector<std::string>& cells, Ink ink);
    void addHeadline(const std::string& heading, Headline ComparedPlan::* headline,
                     ComparedDelta ComparedPlan::* difference);
    void addChance(const std::string& label, std::optional<Chance> TargetChance::* chance);
    void addBlock();

    const Comparison& m_comparison;
    const Style& m_style;
    std::vector<std::size_t> m_columns; // of the block: plans by index
    std::vector<std::string> m_lines;
};

void Table::addLine(const std::string& label, const std::vector<std::string>& cells, Ink ink)
{
    std::string line = leftAligned(label, kLabelWidth, m_style.glyphs);
    for (const std::string& cell : cells)
        line += rightAligned(shortened(cell, kColumnWidth - kGap, m_style.glyphs), kColumnWidth, m_style.glyphs);
    line.erase(line.find_last_not_of(' ') + 1);
    m_lines.push_back(inked(line, ink, m_style));
}

void Table::addHeading(const std::string& text)
{
    m_lines.push_back(inked(text, Ink::bold, m_style));
}

void Table::addRow(const std::string& label, const Write& write)
{
    std::vector<std::string> values;
    std::vector<std::string> differences;
    for (const std::size_t column : m_columns) {
        const ComparedCell cell = write(m_comparison.plans[column]);
        values.push_back(cell.value);
        differences.push_back(column == 0 ? "" : cell.difference);
    }
    addLine(label, values, Ink::plain);
    if (std::ranges::any_of(differences, [](const std::string& text) { return !text.empty(); }))
        addLine("", differences, Ink::faint);
}

void Table::addHeadline(const std::string& heading, Headline ComparedPlan::* headline,
                        ComparedDelta ComparedPlan::* difference)
{
    addHeading(heading);
    addRow("  Weeks", [&](const ComparedPlan& plan) {
        return ComparedCell{number((plan.*headline).finish, 1), weeksDifference((plan.*difference).weeks)};
    });
    addRow("  Finish", [&](const ComparedPlan& plan) {
        return ComparedCell{isoDate((plan.*headline).finishDate), daysText((plan.*difference).days)};
    });
    const bool isPromise = headline == &ComparedPlan::sure;
    addRow("  Total, AUD", [&](const ComparedPlan& plan) {
        const Money total = (plan.*headline).total;
        const Money more = (plan.*difference).total;
        return isPromise ? ComparedCell{promiseText(total), withoutNone(signedSimulated(more))}
                         : ComparedCell{amountText(total), withoutNone(signedDollars(more))};
    });
}

void Table::addChance(const std::string& label, std::optional<Chance> TargetChance::* chance)
{
    const auto& plans = m_comparison.plans;
    if (std::ranges::none_of(plans, [&](const ComparedPlan& plan) { return (plan.chances.*chance).has_value(); }))
        return;
    addRow(label, [&](const ComparedPlan& plan) {
        const auto& value = plan.chances.*chance;
        return ComparedCell{value ? percent(*value) : "-", {}};
    });
}

void Table::addBlock()
{
    std::vector<std::string> titles;
    for (const std::size_t column : m_columns)
        titles.push_back(printable(m_comparison.titles[column], m_style.utf8));
    addLine("", titles, Ink::bold);
    addRow("Start", [](const ComparedPlan& plan) { return ComparedCell{isoDate(plan.plan.startDate), {}}; });
    addRow("People (full-time)", [](const ComparedPlan& plan) { return ComparedCell{teamText(plan.plan), {}}; });
    addHeadline("Likely plan", &ComparedPlan::likely, &ComparedPlan::likelyDifference);
    addHeadline(std::to_string(m_comparison.plans.front().plan.inputs.confidence) + " % sure", &ComparedPlan::sure,
                &ComparedPlan::sureDifference);
    if (std::ranges::none_of(m_comparison.plans,
                             [](const ComparedPlan& plan) { return plan.chances.ofTarget().has_value(); }))
        return;
    addHeading("Chance to be");
    const auto sameTarget = [&](auto member) {
        return std::ranges::all_of(m_comparison.plans, [&](const ComparedPlan& plan) {
            return plan.plan.inputs.*member == m_comparison.plans.front().plan.inputs.*member;
        });
    };
    const Inputs& first = m_comparison.plans.front().plan.inputs;
    const bool oneDate = first.targetDate && sameTarget(&Inputs::targetDate);
    const bool oneBudget = first.budget && sameTarget(&Inputs::budget);
    addChance("  done by " + (oneDate ? isoDate(*first.targetDate) : "its target"), &TargetChance::onTime);
    addChance(oneBudget ? "  within " + dollars(*first.budget) : "  within its budget", &TargetChance::inBudget);
    addChance("  both", &TargetChance::both);
}

std::vector<std::string> Table::lines()
{
    const std::size_t count = m_comparison.plans.size();
    const std::size_t fit = std::max<std::size_t>(2, (m_style.width - kLabelWidth) / kColumnWidth);
    for (std::size_t next = 1; next < count || next == 1;) {
        m_columns = {0};
        while (next < count && m_columns.size() < fit)
            m_columns.push_back(next++);
        if (!m_lines.empty())
            m_lines.emplace_back();
        addBlock();
        if (count == 1)
            break;
    }
    return m_lines;
}

void addDifferences(std::vector<std::string>& lines, const Comparison& comparison, const Style& style)
{
    for (std::size_t i = 1; i < comparison.titles.size(); ++i) {
        if (comparison.differences[i].empty())
            continue;
        lines.push_back(
            inked(shortened(printable(comparison.titles[i], style.utf8), style.width, style.glyphs), Ink::bold, style));
        for (const std::string& line : wrapped(printable(comparison.differences[i], style.utf8), style.width - 2))
            lines.push_back("  " + shortened(line, style.width - 2, style.glyphs));
    }
}

} // namespace

std::string compareReport(const Comparison& comparison, const QuestionOptions& options, const Style& style)
{
    const std::string& name = comparison.plans.front().plan.inputs.name;
    std::vector<std::string> lines{
        inked(shortened(printable(name, style.utf8), style.width, style.glyphs), Ink::bold, style)};
    lines.emplace_back();
    for (const std::string& line : Table(comparison, style).lines())
        lines.push_back(line);
    lines.emplace_back();
    addDifferences(lines, comparison, style);
    for (const std::string& line : wrapped(
             std::to_string(options.runs) + " simulated plans each, on the same draws; AUD ex GST, running costs in.",
             style.width))
        lines.push_back(inked(line, Ink::faint, style));
    return joined(lines, "\n") + '\n';
}

} // namespace trestle::cli
