#pragma once

#include <map>
#include <string>
#include <vector>

namespace trestle::test {

/// A row by its column titles.
using CsvRow = std::map<std::string, std::string>;

/// All cells of a text that is written as RFC 4180 has it, read plainly; `mark`: behind a byte order mark. The line
/// break at the end leaves one row with one empty cell.
std::vector<std::vector<std::string>> csvCells(const std::string& csv, char separator = ',', bool mark = true);
/// The rows below the titles.
std::vector<CsvRow> csvRows(const std::string& csv, char separator = ',', bool mark = true);

} // namespace trestle::test
