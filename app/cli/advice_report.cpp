#include "app/cli/advice_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording.h"

#include <algorithm>
#include <array>

namespace trestle::cli {

namespace {

constexpr std::size_t kAdviceWidth = 12;

class Lines {
public:
    explicit Lines(const Style& style) : m_style(style) {}

    void add(const std::string& text, Ink ink = Ink::plain)
    {
        if (text.empty())
            m_lines.emplace_back();
        for (const std::string& line : wrapped(printable(text, m_style.utf8), m_style.width))
            m_lines.push_back(inked(shortened(line, m_style.width, m_style.glyphs), ink, m_style));
    }

    void addRow(const std::string& label, const std::vector<std::string>& cells, Ink ink = Ink::plain)
    {
        const std::size_t figures = cells.size() * kAdviceWidth;
        const std::size_t room = std::clamp<std::size_t>(m_style.width - figures, 12, kLabelWidth);
        std::string line = leftAligned(printable(label, m_style.utf8), room, m_style.glyphs);
        for (const std::string& cell : cells)
            line += rightAligned(cell, kAdviceWidth, m_style.glyphs);
        line.erase(line.find_last_not_of(' ') + 1);
        m_lines.push_back(inked(line, ink, m_style));
    }

    [[nodiscard]] std::string text() const { return joined(m_lines, "\n") + '\n'; }

private:
    static constexpr std::size_t kLabelWidth = 30;
    const Style& m_style;
    std::vector<std::string> m_lines;
};

std::size_t countOf(const PlanAdvice& advice, NoSaving why)
{
    return static_cast<std::size_t>(std::ranges::count(advice.items, why, &ItemValue::why));
}

void addItemValues(Lines& lines, const PlanAdvice& advice, std::size_t most, int confidence)
{
    const std::size_t saving = countOf(advice, NoSaving::saves);
    lines.add("What having an item in place would save, " + std::to_string(confidence) + " % sure", Ink::bold);
    if (saving == 0)
        lines.add("No single item would bring the finish forward.");
    else
        lines.addRow("", {"weeks", "AUD", ""}, Ink::faint);
    std::size_t shown = 0;
    // Of a large plan only what is shown is worked out in full.
    const bool rough = std::ranges::any_of(advice.items, &ItemValue::isRough);
    for (const ItemValue& value : advice.items)
        if (value.why == NoSaving::saves && !value.isRough && shown < most) {
            ++shown;
            lines.addRow("  " + value.id,
                         {number(value.weeks, 1), simulatedText(value.cost), value.canStartNow ? "can start" : ""});
        }
    if (shown < saving)
        lines.add("  and " + (rough ? std::string("about ") : std::string()) + std::to_string(saving - shown) +
                      " more; '--items " + std::to_string(saving) + "' shows them",
                  Ink::faint);
    for (const NoSaving why : {NoSaving::othersDrive, NoSaving::orderShifts, NoSaving::tooSmall})
        if (const std::size_t count = countOf(advice, why); count > 0)
            lines.add("  " + std::string(rough ? "about " : "") + counted(count, "item saves", "items save") +
                          " no time: " + worded(why),
                      Ink::faint);
    if (std::ranges::any_of(advice.items, &ItemValue::canStartNow))
        lines.add("  'can start': nothing but people holds it back today", Ink::faint);
}

std::string moveText(const TeamMove& move, Money total)
{
    const std::string what = move.isHire() ? "Hire one more engineer at AUD " + dollars(move.hireRate) + " a week"
                                           : "Make " + move.fullTime + " full-time";
    const std::string cost = move.costsTheSame(total) ? "same cost"
                             : move.saved.cost > Money{}
                                 ? "AUD " + simulatedText(move.saved.cost) + " less"
                                 : "AUD " + simulatedText(Money{-move.saved.cost.cents}) + " more";
    return what + ": " + weeksText(move.saved.weeks) + " sooner, " + cost + ".";
}

void addTeam(Lines& lines, const TeamCurve& curve, bool retained, int confidence)
{
    lines.add("Team size, 80 % sure: full-time people at AUD " + amountText(curve.averageRate) +
                  " a week who can do anything",
              Ink::bold);
    lines.addRow("", {"weeks", "total, AUD", "work at"}, Ink::faint);
    const auto row = [&](const std::string& label, const TeamPoint& point) {
        lines.addRow("  " + label,
                     {number(point.finish80, 1), promiseText(retained ? point.retained80 : point.worked80),
                      percentOf(point.coordination)});
    };
    row("today, " + trimmedNumber(curve.todayFte, 2) + " FTE", curve.today);
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        std::string label = counted(curve.points[i].people, "person", "people");
        if (i == curve.fastest)
            label += ", fastest";
        if (i == curve.cheapest)
            label += ", cheapest";
        row(label, curve.points[i]);
    }
    if (curve.bestMove)
        lines.add("Best next step, " + std::to_string(confidence) +
                  " % sure: " + moveText(*curve.bestMove, curve.headline.total));
}

} // namespace

std::string adviceReport(const Plan& plan, const PlanAdvice& advice, const std::string& scenario, std::size_t most,
                         const Style& style)
{
    Lines lines(style);
    lines.add(plan.inputs.name + (scenario.empty() ? "" : (style.glyphs ? " · scenario " : " - scenario ") + scenario),
              Ink::bold);
    lines.add(std::to_string(plan.inputs.confidence) + " % sure: done by " + isoDate(advice.today.finishDate) +
              ", for AUD " + promiseText(advice.today.total) + " ex GST");
    lines.add("");
    if (advice.items.empty())
        lines.add(plan.nothingInScope() ? "Nothing in scope: every item is marked as not needed."
                                        : "Nothing is left to do.");
    else
        addItemValues(lines, advice, most, plan.inputs.confidence);
    if (advice.team && !advice.items.empty()) {
        lines.add("");
        addTeam(lines, *advice.team, plan.inputs.costMode == CostMode::retained, plan.inputs.confidence);
    }
    if (advice.betterOrder) {
        lines.add("");
        lines.add("A better order of the items saves " + weeksText(advice.today.finish - advice.betterOrder->finish) +
                  ", done by " + isoDate(advice.betterOrder->finishDate) + ": 'trestle set PLAN --order optimised'.");
    }
    return lines.text();
}

} // namespace trestle::cli
