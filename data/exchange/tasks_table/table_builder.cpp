#include "data/exchange/tasks_table/table_builder.h"

#include "data/exchange/foreign/import_limits.h"

#include <algorithm>
#include <utility>

namespace trestle {

std::string columnLetters(std::size_t column)
{
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

Result<void> TableBuilder::add(std::size_t row, std::size_t column, TableCell cell)
{
    if (cell.isEmpty())
        return {};
    const auto refuse = [&](DetailKind kind, std::size_t most) {
        return fail(ErrorCode::invalidTasks, {}, m_where + columnLetters(column) + std::to_string(row),
                    {kind, {std::to_string(most)}});
    };
    if (column >= kMostTableColumns)
        return refuse(DetailKind::fewerColumns, kMostTableColumns);
    if (cell.text.size() > kLongestCell)
        return refuse(DetailKind::shorterCells, kLongestCell);
    std::vector<TableRow>& rows = m_table.rows;
    const bool isNewRow = rows.empty() || rows.back().number != row;
    const std::size_t before = isNewRow ? 0 : rows.back().cells.size();
    m_cells += column < before ? 0 : column + 1 - before; // empty ones take memory, too
    if (m_cells > kMostTableCells)
        return refuse(DetailKind::fewerCells, kMostTableCells);
    m_bytes += cell.text.size();
    if (m_bytes > kLargestUnpacked) // a workbook may name one text in each cell
        return refuse(DetailKind::smallerArchive, kLargestUnpacked >> 20U);
    if (isNewRow) {
        if (rows.size() == kMostTableRows)
            return refuse(DetailKind::fewerRows, kMostTableRows);
        rows.push_back({row, {}});
    }
    std::vector<TableCell>& cells = rows.back().cells;
    if (column >= before)
        cells.resize(column + 1);
    cells[column] = std::move(cell);
    m_table.columns = std::max(m_table.columns, column + 1);
    return {};
}

} // namespace trestle
