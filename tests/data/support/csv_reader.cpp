#include "tests/data/support/csv_reader.h"

namespace trestle::test {

std::vector<std::vector<std::string>> csvCells(const std::string& csv, char separator, bool mark)
{
    std::vector<std::vector<std::string>> rows(1);
    rows.back().emplace_back();
    bool quoted = false;
    for (std::size_t i = mark ? 3 : 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
            rows.back().back() += csv[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == separator)
            rows.back().emplace_back();
        else if (!quoted && c == '\r' && csv.at(i + 1) == '\n') {
            ++i;
            rows.emplace_back().emplace_back();
        } else
            rows.back().back() += c;
    }
    return rows;
}

std::vector<CsvRow> csvRows(const std::string& csv, char separator, bool mark)
{
    const auto cells = csvCells(csv, separator, mark);
    std::vector<CsvRow> rows;
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) { // the last line break starts an empty row
        CsvRow& row = rows.emplace_back();
        for (std::size_t column = 0; column < cells[i].size(); ++column)
            row[cells[0].at(column)] = cells[i][column];
    }
    return rows;
}

} // namespace trestle::test
