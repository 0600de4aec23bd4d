#pragma once

#include "data/exchange/xlsx/xlsx_sheet.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trestle {

/// A native chart of cells of one sheet, whose first row and column name what they hold.
enum class ChartForm : std::uint8_t {
    stackedColumns,
    curves, ///< the first column is the numbers along the foot
};

struct ChartCells {
    ChartForm form = ChartForm::stackedColumns;
    std::uint32_t titles = 0; ///< the row that names the columns
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint16_t along = 0; ///< column of what runs along the foot
    std::vector<std::uint16_t> columns;
    std::string title;
    std::string alongName;
    std::string upName;
    std::string alongFormat;
    std::string upFormat;
};

/// Puts the chart at a cell of the sheet whose cells it shows.
void addChart(XlsxBook& book, XlsxSheet& sheet, CellAt at, const ChartCells& cells);

} // namespace trestle
