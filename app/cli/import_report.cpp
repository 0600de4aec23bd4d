#include "app/cli/import_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording_imports.h"

#include <algorithm>

namespace trestle::cli {

namespace {

constexpr std::size_t kWidestHeading = 32;

std::string firstCells(const ImportColumn& column)
{
    std::string cells;
    for (const std::string& cell : column.cells)
        if (!cell.empty())
            cells += (cells.empty() ? "" : " | ") + cell;
    return cells;
}

std::string columnLines(const std::vector<ImportColumn>& columns, const Style& style)
{
    std::size_t widest = std::string_view("column").size();
    std::size_t means = std::string_view("means").size();
    for (const ImportColumn& column : columns) {
        widest = std::max(widest, displayWidth(printable(column.heading, style.utf8)));
        means = std::max(means, wordsOf(column.use).size());
    }
    widest = std::min(widest, kWidestHeading);
    const std::size_t left = widest + means + 4;
    const std::size_t cells = style.width > left + 10 ? style.width - left : 10;
    const auto line = [&](const std::string& heading, const std::string& meaning, const std::string& first) {
        return leftAligned(printable(heading, style.utf8), widest, style.glyphs) + "  " +
               leftAligned(meaning, means, style.glyphs) + "  " +
               shortened(printable(first, style.utf8), cells, style.glyphs) + '\n';
    };
    std::string lines = line("column", "means", "first cells");
    for (const ImportColumn& column : columns)
        lines += line(column.heading, wordsOf(column.use), firstCells(column));
    return lines + '\n';
}

} // namespace

std::string importReport(const ImportPreview& preview, const Style& style)
{
    std::string report = preview.columns.empty() ? std::string() : columnLines(preview.columns, style);
    const ImportCounts& counts = preview.counts;
    report += counted(counts.phases, "phase", "phases") + ", " + counted(counts.items, "item", "items") + ", " +
              counted(counts.links, "link", "links") + ", " + counted(counts.people, "person", "people") + '\n';
    for (const ImportLoss& loss : preview.losses)
        report += "- " + worded(loss) + '\n';
    return report;
}

} // namespace trestle::cli
