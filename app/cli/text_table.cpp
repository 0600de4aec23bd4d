#include "app/cli/text_table.h"

#include "app/cli/figures.h"
#include "app/cli/wording.h"

#include <algorithm>
#include <array>

namespace trestle::cli {

namespace {

enum Column : std::size_t { name, effort, cost, start, finish, slack, waits, columnCount };

struct ColumnKind {
    std::string_view title;
    std::size_t least; ///< columns it needs
    bool right = false;
};

constexpr std::array<ColumnKind, columnCount> kColumns{{{"", 18},
                                                        {"Work left", 11, true},
                                                        {"AUD", 7, true},
                                                        {"Start", 10},
                                                        {"Finish", 10},
                                                        {"Slack", 5, true},
                                                        {"Waits for", 14}}};
constexpr std::size_t kGap = 2;
/// Enough for most names and ids.
constexpr std::size_t kFairName = 28;
/// Columns that a narrow terminal does without, the first to go first.
constexpr std::array kDispensable{waits, slack, cost, effort};

using Row = std::array<std::string, columnCount>;

struct TableRow {
    Row cells;
    Ink ink = Ink::plain;
};

/// Start and finish, or in their place why there are none.
void fillDates(Row& row, const Plan& plan, const Span& when, ItemState state)
{
    if (!when.hasWork) {
        row[start] = worded(state);
        return;
    }
    row[start] = isoDate(plan.calendar.startDate(when.start));
    row[finish] = isoDate(plan.calendar.lastDate(when.start, when.finish));
}

TableRow phaseRow(const Plan& plan, const PhasePlan& phase, const Style& style)
{
    TableRow row{{}, Ink::bold};
    const std::string title = printable(phase.title, style.utf8);
    row.cells[name] = displayWidth(title) > kFairName ? printable(phase.shortTitle, style.utf8) : title;
    row.cells[effort] = effortText(phase.effort.low, phase.effort.high, style.glyphs);
    row.cells[cost] = dollars(phase.shownCost.likely);
    fillDates(row.cells, plan, phase.when.likely, phase.state);
    if (phase.hasWork) {
        row.cells[slack] = number(phase.slack, 1);
        row.cells[waits] = printable(joined(phase.waitsFor, ", "), style.utf8);
    }
    return row;
}

TableRow itemRow(const Plan& plan, const ItemPlan& item, const Style& style)
{
    TableRow row{{}, item.mayHaveWork() ? Ink::plain : Ink::faint};
    row.cells[name] = "  " + tickBox(item.state) + " " + printable(item.id, style.utf8);
    if (item.mayHaveWork()) {
        row.cells[effort] = effortText(item.effort.low, item.effort.high, style.glyphs);
        row.cells[cost] = dollars(item.shownCost.likely);
    }
    if (item.hasWork) {
        row.cells[slack] = number(item.slack, 1);
        row.cells[waits] = printable(worded(item.waitsFor), style.utf8);
    }
    fillDates(row.cells, plan, item.when.likely, item.state);
    return row;
}

TableRow totalRow(const Plan& plan, const Style& style)
{
    TableRow row{{}, Ink::bold};
    row.cells[name] = "Labour";
    row.cells[effort] = effortText(plan.effort.low, plan.effort.high, style.glyphs);
    row.cells[cost] = dollars(plan.shown.labour.likely);
    row.cells[start] = isoDate(plan.startDate);
    row.cells[finish] = isoDate(plan.finishDate.likely);
    return row;
}

std::vector<TableRow> rowsOf(const Plan& plan, const Style& style)
{
    std::vector<TableRow> rows;
    for (const PhasePlan& phase : plan.phases) {
        rows.push_back(phaseRow(plan, phase, style));
        for (std::size_t i = 0; i < phase.itemCount; ++i)
            rows.push_back(itemRow(plan, plan.items[phase.firstItem + i], style));
    }
    rows.push_back(totalRow(plan, style));
    return rows;
}

/// Widths of the columns, 0 for those left out. Names take what they need, and the reasons what is left then.
std::array<std::size_t, columnCount> widthsFor(const std::vector<TableRow>& rows, const Style& style)
{
    std::array<std::size_t, columnCount> widths{};
    for (std::size_t column = 0; column < columnCount; ++column) {
        widths[column] = kColumns[column].least;
        if (column != waits)
            for (const TableRow& row : rows)
                widths[column] = std::max(widths[column], displayWidth(row.cells[column]));
    }
    const auto excess = [&] {
        std::size_t total = 0;
        for (const std::size_t width : widths)
            total += width == 0 ? 0 : width + kGap;
        total -= kGap;
        return total > style.width ? total - style.width : 0;
    };
    const auto shrinkNames = [&](std::size_t least) {
        widths[name] -= std::min(excess(), widths[name] - std::min(widths[name], least));
    };
    // Ids longer than most are cut before a column goes.
    shrinkNames(kFairName);
    for (const Column column : kDispensable)
        if (excess() > 0)
            widths[column] = 0;
    shrinkNames(kColumns[name].least);
    if (widths[waits] > 0) {
        std::size_t wanted = 0;
        for (const TableRow& row : rows)
            wanted = std::max(wanted, displayWidth(row.cells[waits]));
        std::size_t used = 0;
        for (std::size_t column = 0; column < waits; ++column)
            used += widths[column] + kGap;
        widths[waits] = std::max(widths[waits], std::min(wanted, style.width - used));
    }
    return widths;
}

std::string lineOf(const Row& cells, const std::array<std::size_t, columnCount>& widths, const Style& style)
{
    std::string line;
    for (std::size_t column = 0; column < columnCount; ++column) {
        if (widths[column] == 0)
            continue;
        if (column > 0)
            line.append(kGap, ' ');
        const auto align = kColumns[column].right ? rightAligned : leftAligned;
        line += align(cells[column], widths[column], style.glyphs);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

} // namespace

std::vector<std::string> tableLines(const Plan& plan, const Style& style)
{
    const std::vector<TableRow> rows = rowsOf(plan, style);
    const auto widths = widthsFor(rows, style);
    Row titles;
    std::ranges::transform(kColumns, titles.begin(),
                           [](const ColumnKind& column) { return std::string(column.title); });
    std::vector<std::string> lines{inked(lineOf(titles, widths, style), Ink::faint, style)};
    for (const TableRow& row : rows)
        lines.push_back(inked(lineOf(row.cells, widths, style), row.ink, style));
    return lines;
}

} // namespace trestle::cli
