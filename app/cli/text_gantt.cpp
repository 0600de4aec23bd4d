#include "app/cli/text_gantt.h"

#include "app/cli/figures.h"
#include "models/calendar/days_off.h"
#include "models/plan/work_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>

namespace trestle::cli {

namespace {

constexpr std::size_t kWidestLabel = 28;
constexpr int kMostColumnsPerWeek = 4;
/// A target further off than this many times the plan would squeeze the bars to nothing.
constexpr double kFarTarget = 1.5;
/// Weeks, some 2,000 years: what a chart can say of more is nothing.
constexpr double kLongestChart = 100'000;

/// Days of a plan as weeks of its chart, whose first is that of the plan's start, or of what was done or promised
/// before.
class ChartCalendar {
public:
    explicit ChartCalendar(const Plan& plan)
    {
        const auto told = toldDates(plan);
        const Date start = told ? std::min(plan.inputs.start, told->first) : plan.inputs.start;
        m_calendar = WorkCalendar(start, daysOffOf(plan.inputs, start));
        m_planStart = at(plan.startDate);
        m_projectStart = at(plan.inputs.start);
    }

    [[nodiscard]] const WorkCalendar& days() const { return m_calendar; }
    /// Where a day begins, or would where nobody works on it.
    [[nodiscard]] Weeks at(Date day) const { return m_calendar.indexOnOrAfter(day) / double{kWorkingDaysPerWeek}; }
    [[nodiscard]] Weeks after(Date day) const
    {
        return (m_calendar.indexOnOrAfter(day) + (m_calendar.isWorkingDay(day) ? 1 : 0)) / double{kWorkingDaysPerWeek};
    }
    /// Of the plan's time.
    [[nodiscard]] Weeks at(Weeks time) const { return m_planStart + time; }
    [[nodiscard]] Weeks planStart() const { return m_planStart; }
    [[nodiscard]] Weeks projectStart() const { return m_projectStart; } ///< from where weeks are numbered

private:
    WorkCalendar m_calendar;
    Weeks m_planStart = 0;
    Weeks m_projectStart = 0;
};

/// Weeks to columns. Bars are drawn to half a column.
class TextAxis {
public:
    TextAxis(double weeks, std::size_t room)
    {
        const double fit = static_cast<double>(room) / weeks;
        m_columnsPerWeek = fit >= 1 ? std::min<double>(std::floor(2 * fit) / 2, kMostColumnsPerWeek) : fit;
        m_columns = std::min(room, static_cast<std::size_t>(std::ceil(weeks * m_columnsPerWeek - kEpsilon)));
    }

    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] double columnsPerWeek() const { return m_columnsPerWeek; }
    /// Column in which a time lies; the first past the end for all beyond it.
    [[nodiscard]] std::size_t column(Weeks at) const
    {
        return static_cast<std::size_t>(within(at * m_columnsPerWeek + kEpsilon, m_columns));
    }
    /// Nearest half column.
    [[nodiscard]] std::size_t half(Weeks at) const
    {
        return static_cast<std::size_t>(std::round(within(at * m_columnsPerWeek * 2.0, 2 * m_columns)));
    }

private:
    static double within(double value, std::size_t most) { return std::clamp(value, 0.0, static_cast<double>(most)); }

    double m_columnsPerWeek = 1;
    std::size_t m_columns = 0;
};

enum class Cell : std::uint8_t { empty, full, left, right, done, pale, window, target, status, milestone };

struct Glyph {
    std::string_view unicode;
    char ascii;
    Ink ink;
};

Glyph glyphOf(Cell cell)
{
    switch (cell) {
    case Cell::full: return {"█", '#', Ink::plain};
    case Cell::left: return {"▌", '#', Ink::plain};
    case Cell::right: return {"▐", '#', Ink::plain};
    case Cell::done: return {"▓", '=', Ink::plain};
    case Cell::pale: return {"░", '.', Ink::faint};
    case Cell::window: return {"▔", '-', Ink::faint};
    case Cell::target: return {"┊", '|', Ink::warning};
    case Cell::status: return {"│", '!', Ink::plain};
    case Cell::milestone: return {"◆", '*', Ink::warning};
    case Cell::empty: break;
    }
    return {" ", ' ', Ink::plain};
}

using Cells = std::vector<Cell>;

std::string drawn(const Cells& cells, const Style& style)
{
    std::string text;
    for (std::size_t i = 0; i < cells.size();) {
        const Glyph glyph = glyphOf(cells[i]);
        std::string run;
        for (const Cell cell = cells[i]; i < cells.size() && cells[i] == cell; ++i)
            run += style.glyphs ? std::string(glyph.unicode) : std::string(1, glyph.ascii);
        text += inked(run, glyph.ink, style);
    }
    return text;
}

/// Fills half columns [first, last) with a bar; what is too short to see is half a column long.
void fillBar(Cells& cells, std::size_t first, std::size_t last)
{
    first = std::min(first, 2 * cells.size() - 1);
    last = std::clamp(last, first + 1, 2 * cells.size());
    for (std::size_t column = first / 2; 2 * column < last; ++column) {
        const bool leftHalf = first <= 2 * column;
        const bool rightHalf = last >= 2 * column + 2;
        cells[column] = leftHalf && rightHalf ? Cell::full : leftHalf ? Cell::left : Cell::right;
    }
}

void fillEmpty(Cells& cells, std::size_t first, std::size_t last, Cell with)
{
    for (std::size_t column = first; column < std::min(last, cells.size()); ++column)
        if (cells[column] == Cell::empty)
            cells[column] = with;
}

/// Where a phase stands on the chart.
struct Chart {
    ChartCalendar calendar;
    TextAxis axis;
    std::size_t labelWidth = 0;
    std::optional<std::size_t> target; ///< its column
    std::optional<std::size_t> status; ///< likewise
    bool hasBaseline = false;          ///< what it promised takes the place of the source's windows
};

Cells barOf(const Plan& plan, const PhasePlan& phase, const Chart& chart)
{
    const TextAxis& axis = chart.axis;
    Cells cells(axis.columns(), Cell::empty);
    const Span& likely = phase.when.likely;
    const Span& high = phase.when.high;
    const auto half = [&](Weeks time) { return axis.half(chart.calendar.at(time)); };
    if (likely.hasWork)
        fillBar(cells, half(likely.start), half(likely.finish));
    if (high.hasWork)
        fillEmpty(cells, half(likely.hasWork ? likely.finish : high.start) / 2, (half(high.finish) + 1) / 2,
                  Cell::pale);
    if (const auto done = doneDates(plan, phase)) {
        const std::size_t first = axis.column(chart.calendar.at(done->first));
        const Weeks end = std::min(chart.calendar.after(done->last), chart.calendar.planStart());
        fillEmpty(cells, std::min(first, cells.size() - 1), std::max((axis.half(end) + 1) / 2, first + 1), Cell::done);
    }
    return cells;
}

/// What the baseline promised of a phase; without one, the source's weeks.
Cells windowOf(const Plan& plan, const PhasePlan& phase, const Chart& chart)
{
    const TextAxis& axis = chart.axis;
    Cells cells(axis.columns(), Cell::empty);
    const auto promised = promisedDates(plan, phase);
    if (promised) {
        const std::size_t first = axis.column(chart.calendar.at(promised->first));
        const std::size_t last = (axis.half(chart.calendar.after(promised->last)) + 1) / 2;
        fillEmpty(cells, first, std::max(last, first + 1), Cell::window);
    } else if (!chart.hasBaseline) {
        const Weeks start = chart.calendar.projectStart();
        fillEmpty(cells, axis.column(start + phase.reference.first - 1), axis.column(start + phase.reference.last),
                  Cell::window);
    }
    return cells;
}

/// The end of the target day, in weeks of the chart.
std::optional<Weeks> targetWeek(const Plan& plan, const ChartCalendar& calendar)
{
    if (!plan.inputs.targetDate || *plan.inputs.targetDate < plan.startDate)
        return std::nullopt;
    return calendar.after(*plan.inputs.targetDate);
}

Chart layOut(const Plan& plan, const Style& style)
{
    std::size_t label = std::string_view("2026-27").size();
    for (const PhasePlan& phase : plan.phases)
        label = std::max(label, displayWidth(printable(phase.title, style.utf8)));
    label = std::min({label + 2, kWidestLabel, style.width / 3});

    const ChartCalendar calendar(plan);
    const Weeks start = calendar.projectStart();
    double weeks = std::max<double>(start + plan.catalogue->timelineWeeks.value,
                                    std::ceil(calendar.at(plan.finish.high) - kEpsilon));
    for (const PhasePlan& phase : plan.phases)
        weeks = std::max<double>(weeks, start + phase.reference.last);
    if (const auto told = toldDates(plan))
        weeks = std::max<double>(weeks, std::ceil(calendar.after(told->last) - kEpsilon));
    weeks = std::clamp(weeks, 1.0, kLongestChart);
    const auto target = targetWeek(plan, calendar);
    const bool shown = target && *target <= kFarTarget * weeks;
    if (shown)
        weeks = std::max(weeks, std::floor(*target) + 1);

    Chart chart{calendar, TextAxis(weeks, style.width - label), label, {}, {}, plan.inputs.baseline.has_value()};
    if (shown)
        chart.target = std::min(chart.axis.column(*target), chart.axis.columns() - 1);
    if (plan.inputs.asOf && calendar.planStart() > 0)
        chart.status = std::min(chart.axis.column(calendar.planStart()), chart.axis.columns() - 1);
    return chart;
}

/// Puts a label at a column, or behind the last one where that reaches over it, but not at `end` or later.
bool place(std::string& line, std::size_t column, std::size_t end, const std::string& label, std::size_t columns)
{
    column = std::max(column, line.size() + (line.empty() ? 0 : 1));
    if (column >= end || column + label.size() > columns)
        return false;
    line.append(column - line.size(), ' ').append(label);
    return true;
}

struct MonthLine {
    std::string years; ///< in front: of the first month, and to the last where the line does not show it: "2026-27"
    std::string months;
};

MonthLine monthLine(const Chart& chart)
{
    const TextAxis& axis = chart.axis;
    const WorkCalendar& days = chart.calendar.days();
    using namespace std::chrono;
    constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr double weeksPerMonth = 365.25 / 12 / 7;
    constexpr year kLastYear{9999}; // of ISO 8601; a chart that goes on has no months to show
    const bool yearsOnly = axis.columnsPerWeek() * weeksPerMonth < 4;
    const year_month_day start{days.dateOf(0)};
    const year_month first{start.year(), start.month()};
    const auto columnOf = [&](year_month month) {
        return month == first ? 0 : axis.column(chart.calendar.at(sys_days{month / 1}));
    };
    const auto text = [](year of) { return std::to_string(static_cast<int>(of)); };
    MonthLine line{text(first.year()), {}};
    year told = first.year();
    year last = told;
    for (year_month month = first; month.year() <= kLastYear && columnOf(month) < axis.columns(); month += months{1}) {
        last = month.year();
        const std::size_t column = columnOf(month);
        // The first month is named even where its rest takes no column.
        const std::size_t next = std::max(columnOf(month + months{1}), month == first ? std::size_t{1} : 0);
        const std::string name = names.at(static_cast<unsigned>(month.month()) - 1);
        const auto put = [&](const std::string& label) {
            return place(line.months, column, next, label, axis.columns());
        };
        if (last != told && put(yearsOnly ? text(last) : name + ' ' + text(last)))
            told = last;
        else if (!yearsOnly)
            put(name);
    }
    if (told != last)
        line.years += '-' + text(last).substr(2);
    return line;
}

/// Weeks are numbered from the project's start; those before it have no number.
std::string weekLine(const Chart& chart)
{
    const TextAxis& axis = chart.axis;
    const Weeks start = chart.calendar.projectStart();
    const double weeks = static_cast<double>(axis.columns()) / axis.columnsPerWeek() - start;
    const double room = static_cast<double>(std::to_string(static_cast<long>(weeks)).size() + 1);
    int step = 1;
    for (int scale = 1; step * axis.columnsPerWeek() < room; scale *= 10)
        for (const int digit : {1, 2, 5})
            if (step = digit * scale; step * axis.columnsPerWeek() >= room)
                break;
    std::string line;
    for (int week = 0; week < weeks; week += step)
        place(line, axis.column(start + week), axis.column(start + week + step), std::to_string(week + 1),
              axis.columns());
    return line;
}

std::string row(const std::string& label, Cells cells, const Chart& chart, const Style& style)
{
    if (chart.target)
        fillEmpty(cells, *chart.target, *chart.target + 1, Cell::target);
    if (chart.status)
        fillEmpty(cells, *chart.status, *chart.status + 1, Cell::status);
    return leftAligned(label, chart.labelWidth, style.glyphs) + drawn(cells, style);
}

std::string labelOf(const PhasePlan& phase, std::size_t width, const Style& style)
{
    const std::string title = printable(phase.title, style.utf8);
    return displayWidth(title) < width ? title
                                       : shortened(printable(phase.shortTitle, style.utf8), width - 1, style.glyphs);
}

/// What the glyphs mean, on as many lines as it takes.
std::vector<std::string> legend(const Plan& plan, const Chart& chart, const Style& style)
{
    std::vector<std::pair<Cell, std::string>> keys{{Cell::full, "likely"},
                                                   {Cell::pale, "to the high finish"},
                                                   {Cell::window, chart.hasBaseline ? "baseline" : "article's window"}};
    if (std::ranges::any_of(plan.phases, [&](const PhasePlan& phase) { return doneDates(plan, phase).has_value(); }))
        keys.insert(keys.begin(), {Cell::done, "done"});
    if (chart.status)
        keys.emplace_back(Cell::status, "status " + isoDate(statusDate(plan.inputs)));
    if (plan.inputs.targetDate)
        keys.emplace_back(chart.target ? Cell::target : Cell::empty,
                          "target " + isoDate(*plan.inputs.targetDate) + (chart.target ? "" : " lies outside"));
    constexpr std::size_t gap = 3;
    std::vector<std::string> lines;
    std::size_t used = style.width;
    for (const auto& [cell, text] : keys) {
        const std::size_t width = 2 + text.size() + gap;
        if (used + width - gap > style.width) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += drawn({cell}, style) + " " + text + std::string(gap, ' ');
        used += width;
    }
    return lines;
}

} // namespace

std::vector<std::string> ganttLines(const Plan& plan, const Style& style)
{
    const Chart chart = layOut(plan, style);
    const MonthLine months = monthLine(chart);
    std::vector<std::string> lines{
        inked(leftAligned(months.years, chart.labelWidth, style.glyphs) + months.months, Ink::faint, style),
        inked(leftAligned("Week", chart.labelWidth, style.glyphs) + weekLine(chart), Ink::faint, style)};
    if (plan.inputs.profile.validated == false) {
        Cells cells(chart.axis.columns(), Cell::empty);
        cells.front() = Cell::milestone;
        lines.push_back(row("Validate first", cells, chart, style));
    }
    for (const PhasePlan& phase : plan.phases) {
        lines.push_back(row(labelOf(phase, chart.labelWidth, style), barOf(plan, phase, chart), chart, style));
        lines.push_back(row("", windowOf(plan, phase, chart), chart, style));
    }
    std::ranges::move(legend(plan, chart, style), std::back_inserter(lines));
    return lines;
}

} // namespace trestle::cli
