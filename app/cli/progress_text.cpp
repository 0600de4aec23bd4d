#include "app/cli/progress_text.h"

#include "app/cli/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace trestle::cli {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kItemColumn = 26;
constexpr std::size_t kMoveLabel = 16;
constexpr std::size_t kMoveFigure = 14;
constexpr std::size_t kForecastFigure = 14;

/// What is written of one part of the report: lines for people, one after another.
class ProgressLines {
public:
    ProgressLines(const Plan& plan, const Style& style) : m_plan(plan), m_style(style) {}

    void title(const std::string& text) { m_lines.push_back(inked(text, Ink::bold, m_style)); }
    void heading(const std::string& text)
    {
        m_lines.emplace_back();
        title(text);
    }
    void sentence(const std::string& text)
    {
        for (const std::string& line : wrapped(printable(text, m_style.utf8), m_style.width))
            m_lines.push_back(line);
    }
    void row(const std::string& label, std::size_t width, const Lines& cells, std::size_t cell, Ink ink = Ink::plain)
    {
        std::string line = leftAligned(printable(label, m_style.utf8), width, m_style.glyphs);
        for (const std::string& text : cells)
            line += rightAligned(text, cell, m_style.glyphs);
        m_lines.push_back(inked(line, ink, m_style));
    }
    /// An item by its id, with what there is to say of it beside.
    void item(const ProgressItem& item, const std::string& words)
    {
        std::string label = "  " + leftAligned(item.id, kItemColumn - 3, m_style.glyphs) + " ";
        const std::size_t room = m_style.width > 2 * kItemColumn ? m_style.width - kItemColumn : kItemColumn;
        for (const std::string& line : wrapped(words, room)) {
            m_lines.push_back(label + line);
            label = std::string(kItemColumn, ' ');
        }
    }
    [[nodiscard]] std::string effort(double personWeeks) const
    {
        return personWeeks > 0 ? effortText(personWeeks, personWeeks, m_style.glyphs) : "nothing";
    }
    [[nodiscard]] const Plan& plan() const { return m_plan; }
    [[nodiscard]] const Style& style() const { return m_style; }
    [[nodiscard]] std::string text() const { return joined(m_lines, "\n") + "\n"; }

private:
    const Plan& m_plan;
    const Style& m_style;
    Lines m_lines;
};

/// What was spent and what was likely stand beside each other in one unit.
std::string personWeeks(double effort)
{
    const std::string figure = trimmedNumber(effort, 2);
    return figure + (figure == "1" ? " person-week" : " person-weeks");
}

std::string workingDays(int days)
{
    return counted(static_cast<std::size_t>(std::abs(days)), "working day", "working days");
}

/// ", was due 2027-01-29, 2 working days late".
std::string dueText(const ProgressItem& item)
{
    if (!item.due)
        return {};
    return ", due " + isoDate(*item.due) + (item.daysLate > 0 ? ", " + workingDays(item.daysLate) + " late" : "");
}

std::string likelyFinish(const ProgressItem& item)
{
    return item.finishes ? ", likely done " + isoDate(*item.finishes) : "";
}

std::string underWayText(const ProgressItem& item, const ProgressLines& lines)
{
    return (item.starts ? "since " + isoDate(*item.starts) + ", " : "") +
           (item.spent ? lines.effort(*item.spent) + " spent, " : "") + lines.effort(item.left) + " left" +
           likelyFinish(item) + dueText(item);
}

std::string openText(const ProgressItem& item, const ProgressLines& lines)
{
    return (item.starts ? "likely start " + isoDate(*item.starts) + ", " : "") + lines.effort(item.left) +
           likelyFinish(item) + dueText(item);
}

std::string finishedText(const ProgressItem& item, const ProgressLines& /*lines*/)
{
    return (item.finishes ? "on " + isoDate(*item.finishes) + ", " : "") +
           (item.spent ? "took " + personWeeks(*item.spent) + ", likely was " + trimmedNumber(item.likely, 2)
                       : "time not recorded");
}

template <class Words>
void addItems(ProgressLines& lines, const std::string& heading, const std::vector<ProgressItem>& items, Words words)
{
    if (items.empty())
        return;
    lines.heading(heading);
    for (const ProgressItem& item : items)
        lines.item(item, words(item, lines));
}

void addSpent(ProgressLines& lines)
{
    const Actual& actual = lines.plan().actual;
    if (!actual.any())
        return;
    lines.sentence("Spent so far: AUD " + amountText(actual.total()) +
                   (actual.fromBooks ? ", by the books."
                                     : ", labour " + amountText(actual.labour) + " and running costs " +
                                           amountText(actual.running) + "."));
}

std::string movedDays(const DaysMoved& moved)
{
    if (moved.workingDays == 0)
        return "as promised";
    return workingDays(moved.workingDays) + (moved.workingDays > 0 ? " later" : " earlier");
}

std::string causeText(const MovedPart& part, const Plan& plan)
{
    const PhasePlan* phase = plan.findPhase(part.phase);
    switch (part.cause) {
    case MoveCause::settings: return "the team, the calendar, risks and other settings";
    case MoveCause::estimates: return "other estimates";
    case MoveCause::scope: return "more or less to do";
    case MoveCause::pace: return "how long work took: " + (phase ? phase->title : part.phase);
    case MoveCause::learnt: return "what finished work says of the rest";
    case MoveCause::timePassed: return "time that passed otherwise than planned";
    case MoveCause::books: return "what the books say";
    }
    return {};
}

void addMoved(ProgressLines& lines, const Moved& moved)
{
    lines.heading("Against the baseline '" + printable(moved.baseline, lines.style().utf8) + "', status date " +
                  isoDate(moved.taken));
    lines.row("", kMoveLabel, {"then", "now"}, kMoveFigure, Ink::faint);
    const auto add = [&](const std::string& label, const MovedPromise& promise, auto words) {
        lines.row("Finish, " + label, kMoveLabel, {isoDate(promise.finish.before), isoDate(promise.finish.now)},
                  kMoveFigure);
        lines.row("Total, " + label, kMoveLabel, {words(promise.total.before), words(promise.total.now)}, kMoveFigure);
    };
    add("likely", moved.likely, amountText);
    if (moved.p50)
        add("50 %", *moved.p50, promiseText);
    if (moved.p80)
        add("80 %", *moved.p80, promiseText);
    const std::string total =
        moved.likely.total.moved() == Money{} ? "as promised" : "AUD " + signedDollars(moved.likely.total.moved());
    lines.sentence("The likely finish is " + movedDays(moved.likely.finish.moved) + ", the likely total " + total +
                   (moved.parts.empty() ? "." : ". What moved them:"));
    for (const MovedPart& part : moved.parts)
        lines.sentence("- " + causeText(part, lines.plan()) + ": " + movedDays(part.finish) + ", AUD " +
                       signedDollars(part.total));
}

std::string times(double ratio)
{
    return trimmedNumber(ratio, ratio < 10 ? 2 : 0) + " times";
}

void addLearnt(ProgressLines& lines, const ProgressReport& report)
{
    lines.heading("What finished work says of the rest");
    const Plan& plan = lines.plan();
    if (!plan.inputs.learn)
        return lines.sentence("Nothing: learning is off ('trestle set PLAN --learn on' switches it on).");
    if (!plan.learning.says())
        return lines.sentence("Nothing yet: no finished item that was to be built has its time recorded.");
    double before = 0;
    double now = 0;
    for (std::size_t i = 0; i < report.phases.size(); ++i) {
        const PhaseProgress& phase = report.phases[i];
        before += phase.likelyBefore;
        now += phase.likelyNow;
        if (phase.isObserved)
            lines.sentence(plan.phases[i].title + " took " + times(phase.spent / phase.likely) +
                           " what was likely: " + personWeeks(phase.spent) +
                           " went into what is finished, likely was " + trimmedNumber(phase.likely, 2) + ".");
    }
    if (before > 0)
        lines.sentence("The rest is now expected at " + times(now / before) + ".");
}

void addForecasts(ProgressLines& lines, const Forecasts& forecasts)
{
    lines.heading("Forecasts, with what was spent by then");
    lines.row("Status date", kMoveLabel, {"finish, 50 %", "80 %", "AUD, 50 %", "80 %"}, kForecastFigure, Ink::faint);
    for (const Forecast& forecast : forecasts)
        lines.row(isoDate(forecast.asOf), kMoveLabel,
                  {isoDate(forecast.finishP50), isoDate(forecast.finishP80), promiseText(forecast.totalP50),
                   promiseText(forecast.totalP80)},
                  kForecastFigure);
    if (const auto slip = slipOf(forecasts)) {
        const auto slips = [](double weeks) {
            const std::string figure = trimmedNumber(std::abs(weeks), 1);
            return figure == "0" ? std::string("no later")
                                 : figure + (figure == "1" ? " week " : " weeks ") + (weeks > 0 ? "later" : "earlier");
        };
        lines.sentence("With each week that passes the finish is " + slips(slip->p50) + " (50 %) and " +
                       slips(slip->p80) + " (80 %).");
    }
}

} // namespace

std::string progressText(const Plan& plan, const ToldProgress& told, const std::string& scenario, const Style& style)
{
    const ProgressReport& report = told.report;
    ProgressLines lines(plan, style);
    lines.title(printable(plan.inputs.name, style.utf8) +
                (scenario.empty() ? "" : ", scenario " + printable(scenario, style.utf8)) + ", status date " +
                isoDate(report.asOf));
    lines.sentence(plan.nothingLeft() ? "Nothing is left to do."
                                      : "Likely done on " + isoDate(plan.finishDate.likely) + ", AUD " +
                                            amountText(plan.total.likely) + " in all.");
    addSpent(lines);
    addItems(lines, "Under way", report.underWay, underWayText);
    addItems(lines, "Late", report.late, openText);
    addItems(lines, "Due in the next five working days", report.due, openText);
    addItems(lines, "Next", report.next, openText);
    addItems(lines, "Finished since " + isoDate(report.since), report.finished, finishedText);
    if (!report.withoutTime.empty()) {
        lines.heading("Finished without the time that went into them");
        lines.sentence(joined(report.withoutTime, ", ") +
                       ". They add nothing to what was spent and say nothing of the rest.");
    }
    addLearnt(lines, report);
    if (told.moved)
        addMoved(lines, *told.moved);
    else
        lines.sentence("There is no baseline to compare with; 'trestle baseline PLAN' sets one.");
    addForecasts(lines, told.forecasts);
    return lines.text();
}

} // namespace trestle::cli
