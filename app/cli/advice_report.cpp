#include "app/cli/advice_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording.h"
#include "models/decisions/headline_delta.h"

#include <algorithm>
#include <array>
#include <cstdlib>

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
    lines.add("What would change your " + std::to_string(confidence) + " % date and cost: items to have in place",
              Ink::bold);
    if (saving == 0)
        lines.add("None of the items would bring the finish forward on its own.");
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

std::string titleOf(const Plan& plan, const std::string& item)
{
    const ItemPlan* found = plan.findItem(item);
    return found ? found->title : item;
}

std::string moveTitle(const Plan& plan, const Move& move)
{
    switch (move.kind) {
    case MoveKind::tick: return "Have \"" + titleOf(plan, move.items.front()) + "\" in place";
    case MoveKind::fullTime:
        return "Make " + move.subject + " full-time" + (isUnpaid(plan.inputs, move) ? ", if you can" : "");
    case MoveKind::hire: return "Hire one more engineer at AUD " + dollars(move.rate) + " a week";
    case MoveKind::order: return "Use the better order of the items ('trestle set PLAN --order optimised')";
    case MoveKind::defer: {
        std::vector<std::string> titles;
        for (const std::string& item : move.items)
            titles.push_back('"' + titleOf(plan, item) + '"');
        return "Leave for later " + joined(titles, ", ");
    }
    case MoveKind::respond: {
        const RiskEvent* event = findRisk(plan.inputs.risks, move.subject);
        if (!event)
            return {};
        return event->response && !event->response->title.empty() ? event->response->title
                                                                  : "Respond to \"" + event->title + '"';
    }
    }
    return {};
}

std::string savedText(const BestMove& best)
{
    const HeadlineDelta change = deltaOf(best.before, best.after);
    const std::string cost = best.costsTheSame()      ? "same cost"
                             : change.total < Money() ? "AUD " + dollars(Money() - change.total) + " less"
                                                      : "AUD " + dollars(change.total) + " more";
    constexpr int kInDays = 14; // a short time reads better in days
    const int days = std::abs(change.days);
    return (days < kInDays ? counted(static_cast<std::size_t>(days), "day", "days")
                           : weeksText(static_cast<double>(days) / 7)) +
           (change.days > 0 ? " later, " : " sooner, ") + cost;
}

std::string moveText(const Plan& plan, const BestMove& best)
{
    return moveTitle(plan, best.move) + ": " + savedText(best);
}

void addNext(Lines& lines, const Plan& plan, const PlanAdvice& advice)
{
    if (advice.next) {
        std::vector<std::string> people;
        for (const std::size_t person : advice.next->people)
            people.push_back(plan.people[person].name);
        lines.add("Next: " + titleOf(plan, advice.next->id) + " (" + joined(people, ", ") + ", " +
                  isoDate(advice.next->first) + " to " + isoDate(advice.next->last) + ")");
    }
    if (advice.moves.best)
        lines.add("Best move: " + moveText(plan, *advice.moves.best) +
                  (advice.moves.best->meetsTarget
                       ? "; that makes the target " + std::to_string(plan.inputs.confidence) + " % sure."
                       : "."));
    else
        lines.add("No move saves two days or more.");
    lines.add("");
}

void addTeam(Lines& lines, const Plan& plan, const TeamCurve& curve, const std::optional<BestMove>& best)
{
    const bool retained = plan.inputs.costMode == CostMode::retained;
    lines.add("Team size, 80 % sure: full-time people at AUD " + amountText(curve.averageRate) +
                  " a week who can do anything",
              Ink::bold);
    lines.addRow("", {"weeks", "total, AUD", "work at"}, Ink::faint);
    const auto row = [&](const std::string& label, const TeamPoint& point) {
        lines.addRow("  " + label,
                     {number(point.finish80, 1), promiseText(retained ? point.retained80 : point.worked80),
                      percentOf(point.coordination)});
    };
    row("today, " + trimmedNumber(curve.todayFte, 2) + " full-time", curve.today);
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        std::string label = counted(curve.points[i].people, "person", "people");
        if (i == curve.fastest)
            label += ", fastest";
        if (i == curve.cheapest)
            label += ", cheapest";
        row(label, curve.points[i]);
    }
    if (best)
        lines.add("Best step of the team, " + std::to_string(plan.inputs.confidence) +
                  " % sure: " + moveText(plan, *best) + '.');
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
    if (advice.items.empty()) {
        lines.add(plan.nothingInScope() ? "Nothing in scope: every item is marked as not needed."
                                        : "Nothing is left to do.");
    } else {
        addNext(lines, plan, advice);
        addItemValues(lines, advice, most, plan.inputs.confidence);
    }
    if (advice.team && !advice.items.empty()) {
        lines.add("");
        addTeam(lines, plan, *advice.team, advice.moves.ofTeam);
    }
    if (advice.betterOrder) {
        lines.add("");
        lines.add("A better order of the items saves " + weeksText(advice.today.finish - advice.betterOrder->finish) +
                  ", done by " + isoDate(advice.betterOrder->finishDate) + ": 'trestle set PLAN --order optimised'.");
    }
    return lines.text();
}

} // namespace trestle::cli
