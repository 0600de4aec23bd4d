#include "app/cli/times_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording.h"
#include "app/cli/wording_times.h"
#include "models/learning.h"

#include <algorithm>
#include <array>

namespace trestle::cli {

namespace {

constexpr std::size_t kWidestCell = 40;
constexpr std::size_t kMostLines = 20; ///< of names and of rows; all of them are in the JSON

using TimesLine = std::array<std::string, 6>;

/// "0.4 -> 1", or what it stays.
std::string change(const std::string& was, const std::string& becomes)
{
    return was == becomes ? becomes : (was.empty() ? "-" : was) + " -> " + (becomes.empty() ? "-" : becomes);
}
std::string day(const std::optional<Date>& date)
{
    return date ? isoDate(*date) : std::string();
}
std::string weeks(const std::optional<double>& effort)
{
    return effort ? trimmedNumber(*effort, 2) : std::string();
}

TimesLine timesLineOf(const ImportedItem& item)
{
    const auto left = [](const ItemActual& actual) {
        return actual.left ? std::optional(actual.left->likely) : std::nullopt;
    };
    return {item.id,
            std::to_string(item.rows),
            change(worded(item.stateBefore), worded(item.state)),
            change(weeks(item.before.spent), weeks(item.actual.spent)) +
                (item.actual.left ? ", " + change(weeks(left(item.before)), weeks(left(item.actual))) + " left" : ""),
            change(day(item.before.started), day(item.actual.started)),
            change(day(item.before.finished), day(item.actual.finished))};
}

std::string itemLines(const TimesImport& made, const Style& style)
{
    std::vector<TimesLine> lines{{"item", "rows", "state", "spent (weeks)", "started", "finished"}};
    std::ranges::transform(made.items, std::back_inserter(lines), timesLineOf);
    std::array<std::size_t, 6> widths{};
    for (const TimesLine& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths.at(i) = std::min(kWidestCell, std::max(widths.at(i), displayWidth(line.at(i))));
    std::string text;
    for (const TimesLine& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i)
            row += (i == 0 ? "" : "  ") + (i == 1 ? rightAligned(line.at(i), widths.at(i), style.glyphs)
                                                  : leftAligned(line.at(i), widths.at(i), style.glyphs));
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    return text;
}

std::string nameLines(const TimesImport& made, const Style& style)
{
    std::string text;
    std::size_t told = 0;
    std::size_t count = 0;
    for (const UnmatchedName& name : made.unmatched) {
        if (!name.chosen.empty() || ++count > kMostLines)
            continue;
        ++told;
        const std::string called = shortened(printable(name.name, style.utf8), kWidestCell, style.glyphs);
        text += "- '" + called + "': " + counted(name.rows, "row", "rows");
        if (name.hours > 0)
            text += ", " + trimmedNumber(name.hours, 2) + " h";
        if (!name.suggestion.empty())
            text += "; if it is " + name.suggestion + ", say --match \"" + called + "=" + name.suggestion + "\"";
        text += '\n';
    }
    if (count == 0)
        return {};
    if (count > told)
        text += "- and " + counted(count - told, "more name", "more names") + '\n';
    return "\nNo item of the plan is called that, left out:\n" + text;
}

std::string noteLines(const std::string& heading, const std::vector<TimesNote>& notes, const Style& style)
{
    if (notes.empty())
        return {};
    std::string text = '\n' + heading + '\n';
    for (std::size_t i = 0; i < std::min(notes.size(), kMostLines); ++i)
        text += "- row " + std::to_string(notes[i].line) + ": " + printable(worded(notes[i]), style.utf8) + '\n';
    if (notes.size() > kMostLines)
        text += "- and " + counted(notes.size() - kMostLines, "more row", "more rows") + '\n';
    return text;
}

} // namespace

std::string timesReport(const TimesTable& table, const TimesImport& made, const Style& style)
{
    std::string text = std::string(table.shape == TimesShape::sheet ? "Time sheet" : "Table of items") +
                       ", items by the column '" + printable(table.nameColumns.at(made.column), style.utf8) + "'";
    if (table.openDates > 0)
        text += std::string("; dates such as 3/4/2027 have the ") + (table.isMonthFirst ? "month" : "day") + " first";
    text += "\n\n" + itemLines(made, style) + nameLines(made, style);
    text += noteLines("Rows left out:", leftOutOf(table, made), style);
    text += noteLines("Rows that count and look wrong:", made.odd, style);
    if (made.last)
        text += "\nThe status date is " + isoDate(statusDate(made.inputs)) + "; --as-of last moves it to " +
                isoDate(*made.last) + ", the last day in the file\n";
    return text + '\n';
}

} // namespace trestle::cli
