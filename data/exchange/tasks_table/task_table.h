#pragma once

#include "data/exchange/import_loss.h"
#include "models/date.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trestle {

/// A cell as it reads, and what it is where its file says so: a workbook knows numbers and dates, CSV knows texts
/// alone.
struct TableCell {
    std::string text;
    std::optional<double> number{};
    std::optional<Date> date{};
    bool isPercent = false; ///< a number shown as per cent: 0.5 for 50 %

    [[nodiscard]] bool isEmpty() const { return text.empty(); }
};

struct TableRow {
    std::size_t number = 0;       ///< in the file, from 1
    std::vector<TableCell> cells; ///< up to the last with something in it
};

/// The rows of a file of tasks that have something in them.
struct TaskTable {
    std::string source; ///< the format's name
    std::string name;   ///< of the sheet, where that says something
    bool decimalComma = false;
    std::size_t columns = 0;
    std::vector<TableRow> rows;
    ImportLosses losses; ///< what the rows cannot hold

    [[nodiscard]] const TableCell& cell(std::size_t row, std::size_t column) const
    {
        static const TableCell none;
        const std::vector<TableCell>& cells = rows[row].cells;
        return column < cells.size() ? cells[column] : none;
    }
};

/// "A", "B", … "Z", "AA": how spreadsheets call a column.
std::string columnLetters(std::size_t column);

} // namespace trestle
