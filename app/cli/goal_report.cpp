#include "app/cli/goal_report.h"

#include "app/cli/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace trestle::cli {

namespace {

/// Columns to the right of a way's words. A narrow terminal does without the differences.
constexpr std::size_t kDateWidth = 12;
constexpr std::size_t kWeeksWidth = 8;
constexpr std::size_t kMoneyWidth = 12;
constexpr std::size_t kDifferenceWidth = 11;
constexpr std::size_t kChanceWidth = 12;
constexpr std::size_t kLeastWords = 26;

struct WayRow {
    std::string mark; ///< "1", or nothing
    std::string words;
    std::array<std::string, 5> cells; ///< date, weeks, total, difference, chance
};

class WayTable {
public:
    explicit WayTable(const Style& style) : m_style(style)
    {
        m_wide = style.width >= kLeastWords + kDateWidth + kWeeksWidth + kMoneyWidth + kDifferenceWidth + kChanceWidth;
        const std::size_t figures =
            kDateWidth + kMoneyWidth + kChanceWidth + (m_wide ? kWeeksWidth + kDifferenceWidth : 0);
        m_words = style.width - figures;
    }

    void add(const WayRow& row, Ink ink)
    {
        constexpr std::size_t mark = 3;
        std::string figures = rightAligned(row.cells[0], kDateWidth, false);
        if (m_wide)
            figures += rightAligned(row.cells[1], kWeeksWidth, false);
        figures += rightAligned(row.cells[2], kMoneyWidth, false);
        if (m_wide)
            figures += rightAligned(row.cells[3], kDifferenceWidth, false);
        figures += rightAligned(row.cells[4], kChanceWidth, false);
        std::string label = leftAligned(row.mark, mark, false);
        auto parts = wrapped(printable(row.words, m_style.utf8), m_words - mark);
        if (parts.empty())
            parts.emplace_back(); // the titles of the figures
        for (const std::string& part : parts) {
            std::string line = leftAligned(label + shortened(part, m_words - mark, m_style.glyphs), m_words, false);
            line = figures.empty() ? line.substr(0, line.find_last_not_of(' ') + 1) : line + figures;
            lines.push_back(inked(line, ink, m_style));
            label.assign(mark, ' ');
            figures.clear();
        }
    }

    std::vector<std::string> lines;

private:
    const Style& m_style;
    bool m_wide = false;
    std::size_t m_words = 0;
};

bool hasConditions(const GoalQuestion& question)
{
    return question.cashLasts || question.marginPercent;
}

/// Of what was asked: of the date, the budget, both, or all of it.
Chance chanceOf(const GoalQuestion& question, const Way& way)
{
    if (hasConditions(question))
        return way.chance;
    return question.by && question.within ? way.chance : question.by ? way.chanceByDate : way.chanceUnderBudget;
}

WayRow rowOf(const GoalQuestion& question, const std::string& mark, const std::string& words, const Way& way,
             const Way& today)
{
    const bool same = &way == &today;
    return {mark,
            words,
            {isoDate(way.headline.finishDate), same ? "" : signedWeeks(-way.weeksSaved),
             promiseText(way.headline.total), same ? "" : signedSimulated(way.costDifference),
             percent(chanceOf(question, way))}};
}

/// "at least 20 %".
std::string marginText(double percent)
{
    return "at least " + numberText(percent) + " %";
}

std::string goalText(const GoalQuestion& question)
{
    std::string text;
    if (question.by)
        text += "done by " + isoDate(*question.by);
    if (question.within)
        text += (text.empty() ? "" : " ") + std::string("within AUD ") + dollars(*question.within);
    if (question.cashLasts)
        text += (text.empty() ? "" : ", ") + std::string("the cash lasts");
    if (question.marginPercent)
        text += (text.empty() ? "" : ", ") + marginText(*question.marginPercent) + " of the price left";
    return text + ", " + std::to_string(question.confidence) + " % sure";
}

/// What the chance is of: "date and budget together", "date, budget and cash together".
std::string askedText(const GoalQuestion& question)
{
    std::vector<std::string> parts;
    if (question.by)
        parts.emplace_back("date");
    if (question.within)
        parts.emplace_back("budget");
    if (question.cashLasts)
        parts.emplace_back("cash");
    if (question.marginPercent)
        parts.emplace_back("margin");
    const std::string last = parts.back();
    parts.pop_back();
    return parts.empty() ? "the " + last : joined(parts, ", ") + " and " + last + " together";
}

std::string unmetText(const GoalQuestion& question, Unmet unmet)
{
    const std::string sure = std::to_string(question.confidence) + " % sure";
    const std::string nothingHelps = ": more people, an earlier start or items that can wait don't do it.";
    switch (unmet) {
    case Unmet::no: break;
    case Unmet::date:
        return "The date is too soon to be " + sure +
               ", whatever it costs: more people, an earlier start or fewer items don't make it.";
    case Unmet::budget:
        return "AUD " + dollars(*question.within) + " isn't enough to be " + sure + ", whatever the date.";
    case Unmet::cash:
        return "It can't be made " + sure + " that the cash lasts to the end of the buffer" + nothingHelps;
    case Unmet::margin:
        return "It can't be made " + sure + " that " + marginText(*question.marginPercent) + " of the price is left" +
               nothingHelps;
    case Unmet::together:
        if (hasConditions(question))
            return "Each of these can be met alone, but not all of them together.";
        return "The date can be met and the budget can be met, but not both: what is faster costs more.";
    }
    return {};
}

void addText(std::vector<std::string>& lines, const std::string& text, const Style& style, Ink ink = Ink::plain)
{
    for (const std::string& line : wrapped(printable(text, style.utf8), style.width))
        lines.push_back(inked(shortened(line, style.width, style.glyphs), ink, style));
}

void addGoalTitle(std::vector<std::string>& lines, const Plan& plan, const std::string& scenario, const Style& style)
{
    std::string title = printable(plan.inputs.name, style.utf8);
    if (!scenario.empty())
        title += (style.glyphs ? " · scenario " : " - scenario ") + printable(scenario, style.utf8);
    lines.push_back(inked(shortened(title, style.width, style.glyphs), Ink::bold, style));
}

/// Items by phase, in the plan's order, with their likely labour: "Testing, AUD 9,200: load-tests, end-to-end-tests".
void addItems(std::vector<std::string>& lines, const Plan& plan, const std::vector<std::string>& ids,
              const Style& style)
{
    std::map<std::size_t, std::vector<std::string>> byPhase;
    std::map<std::size_t, std::size_t> open;
    for (const ItemPlan& item : plan.items)
        if (item.effort.high > kEpsilon)
            ++open[item.phase];
    std::map<std::size_t, Money> labour;
    for (const std::string& id : ids) {
        const ItemPlan& item = *plan.findItem(id);
        byPhase[item.phase].push_back(id);
        labour[item.phase] += item.cost.likely;
    }
    for (const auto& [phase, items] : byPhase) {
        const std::string& title = plan.phases[phase].shortTitle;
        const std::string list = items.size() == open[phase] && items.size() > 1
                                     ? "all " + std::to_string(items.size()) + " open items"
                                     : joined(items, ", ");
        for (const std::string& line : wrapped(
                 printable(title + ", AUD " + amountText(labour[phase]) + ": " + list, style.utf8), style.width - 2))
            lines.push_back("  " + shortened(line, style.width - 2, style.glyphs));
    }
}

} // namespace

namespace {

constexpr std::array<const char*, 4> kCounts{"no", "one", "two", "three"};

std::string countOf(std::ptrdiff_t count)
{
    return kCounts.at(std::min(static_cast<std::size_t>(count), kCounts.size() - 1));
}

/// "two more engineers", "one more engineer and one half-time", "two more people like Ana".
std::string peopleText(const std::vector<AddedPerson>& added)
{
    const auto full = std::ranges::count(added, 1.0, &AddedPerson::allocation);
    const auto part = static_cast<std::ptrdiff_t>(added.size()) - full;
    const bool hired = added.front().isHired();
    const auto noun = [&](std::ptrdiff_t count) {
        return hired ? (count == 1 ? "engineer" : "engineers") : (count == 1 ? "person" : "people");
    };
    std::string text;
    if (full > 0)
        text = countOf(full) + " more " + noun(full);
    if (part > 0)
        text += full > 0 ? " and " + countOf(part) + " half-time" : countOf(part) + " more half-time " + noun(part);
    if (!hired)
        text += " like " + added.front().copyOf;
    return text + ", at AUD " + dollars(added.front().weeklyRate) + " a full-time week";
}

} // namespace

std::vector<Way> waysOf(const GoalAnswer& answer)
{
    std::vector<Way> ways = answer.ways;
    if (answer.closest)
        ways.push_back(*answer.closest);
    if (answer.lessScope)
        ways.push_back(*answer.lessScope);
    return ways;
}

std::string wayText(const Way& way)
{
    std::vector<std::string> parts;
    if (!way.added.empty())
        parts.push_back("hire " + peopleText(way.added));
    if (way.start)
        parts.push_back("start on " + isoDate(*way.start));
    if (!way.deferred.empty())
        parts.push_back("leave for later: " + joined(way.deferred, ", "));
    return parts.empty() ? "the plan as it is" : joined(parts, "; ");
}

namespace {

/// What would do, had the goal one of its limits elsewhere.
void addNearest(std::vector<std::string>& lines, const GoalQuestion& question, const GoalAnswer& answer,
                const Style& style)
{
    const std::string sure = std::to_string(question.confidence) + " % sure";
    const auto budget = [&](Money amount) { return "AUD " + promiseText(amount); };
    addText(lines, "What would be " + sure + ":", style, Ink::bold);
    if (answer.laterDate)
        addText(lines,
                "  A later date: " + isoDate(answer.laterDate->by) +
                    (question.within ? " within " + budget(*question.within) : "") + "; " +
                    wayText(answer.laterDate->way) + ".",
                style);
    if (answer.largerBudget)
        addText(lines,
                "  A larger budget: " + budget(answer.largerBudget->budget) +
                    (question.by ? " by " + isoDate(*question.by) : "") + "; " + wayText(answer.largerBudget->way) +
                    ".",
                style);
    if (answer.moreCash)
        addText(lines,
                "  More cash: " + budget(answer.moreCash->more) + " more in the bank at the start; " +
                    wayText(answer.moreCash->way) + ".",
                style);
    if (answer.smallerMargin)
        addText(lines,
                "  A smaller margin: " + marginText(std::floor(answer.smallerMargin->percent * 10.0) / 10.0) + "; " +
                    wayText(answer.smallerMargin->way) + ".",
                style);
    if (answer.lessScope)
        addText(lines,
                "  Fewer items: leave the " + std::to_string(answer.lessScope->deferred.size()) +
                    " that way 2 leaves. 'trestle cover' goes down the list by money alone.",
                style);
    if (!answer.laterDate && !answer.largerBudget && !answer.moreCash && !answer.smallerMargin && !answer.lessScope)
        addText(lines, "  Nothing that we tried: no date, no budget and no part of the plan.", style);
}

} // namespace

std::string goalReport(const Plan& plan, const GoalQuestion& question, const GoalAnswer& answer, const Style& style)
{
    std::vector<std::string> lines;
    addGoalTitle(lines, plan, question.scenario, style);
    addText(lines, "Goal: " + goalText(question), style);
    lines.emplace_back();

    if (answer.metToday)
        addText(lines, "Today's plan meets this.", style);
    else if (answer.ways.empty())
        addText(lines, unmetText(question, answer.unmet), style, Ink::warning);
    else
        addText(lines,
                "Today's plan would not make it. " + counted(answer.ways.size(), "way does", "ways do") +
                    ", with what each costs and gives up:",
                style);
    lines.emplace_back();

    WayTable table(style);
    const std::string sure = std::to_string(question.confidence) + " % by";
    table.add({"", "", {sure, "weeks", "total, AUD", "", "chance"}}, Ink::faint);
    table.add(rowOf(question, "", wayText(answer.today), answer.today, answer.today), Ink::plain);
    int number = 0;
    for (const Way& way : answer.ways)
        table.add(rowOf(question, std::to_string(++number), wayText(way), way, answer.today), Ink::plain);
    if (answer.closest)
        table.add(rowOf(question, "1", "closest: " + wayText(*answer.closest), *answer.closest, answer.today),
                  Ink::plain);
    if (answer.lessScope)
        table.add(rowOf(question, "2", "fewer items: " + wayText(*answer.lessScope), *answer.lessScope, answer.today),
                  Ink::plain);
    lines.insert(lines.end(), table.lines.begin(), table.lines.end());
    lines.emplace_back();

    if (!answer.metToday && answer.ways.empty()) {
        addNearest(lines, question, answer, style);
        lines.emplace_back();
    }
    addText(lines,
            "Chance: of " + askedText(question) + ". No start before " + isoDate(question.earliestStart) + ". " +
                (answer.ways.empty() && !answer.closest
                     ? ""
                     : "The same command with '--save-way N --name NAME' keeps a way as a scenario."),
            style, Ink::faint);
    return joined(lines, "\n") + '\n';
}

std::string coverReport(const Plan& plan, const CoverQuestion& question, const BudgetCover& cover, const Style& style)
{
    std::vector<std::string> lines;
    addGoalTitle(lines, plan, question.scenario, style);
    const std::string sure = "AUD " + dollars(question.within) + " at " + std::to_string(question.confidence) + " %";
    const std::size_t open = cover.covered.size() + cover.left.size();
    const std::string left = "AUD " + simulatedText(cover.unspent) + " left over";
    if (open == 0)
        addText(lines, sure + ": nothing is left to do.", style);
    else if (cover.left.empty())
        addText(lines,
                sure + ": covers everything that is open, done by " + isoDate(cover.headline.finishDate) + ", with " +
                    left + ".",
                style);
    else if (cover.covered.empty())
        addText(lines, sure + ": covers nothing; the first item, " + cover.left.front() + ", takes more.", style,
                Ink::warning);
    else
        addText(lines,
                sure + ": covers " + std::to_string(cover.covered.size()) + " of " + std::to_string(open) +
                    " open items in the catalogue's order, done by " + isoDate(cover.headline.finishDate) + ", with " +
                    left + ".",
                style);
    if (!cover.left.empty())
        addText(lines,
                "The whole plan takes AUD " + promiseText(cover.whole.total) + " and is done by " +
                    isoDate(cover.whole.finishDate) + ".",
                style);
    const auto section = [&](const std::string& title, const std::vector<std::string>& ids) {
        if (ids.empty())
            return;
        lines.emplace_back();
        lines.push_back(inked(title, Ink::bold, style));
        addItems(lines, plan, ids, style);
    };
    section("Not paid for, with likely labour", cover.left);
    section("Paid for", cover.covered);
    return joined(lines, "\n") + '\n';
}

} // namespace trestle::cli
