#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trestle::planfile {

/// A value of a SQLite record. Others than these are in no row of ours.
using RecordValue = std::variant<std::monostate, std::int64_t, std::string_view>;
/// One row as SQLite stores it ("Record Format" of its file format): absent where the bytes are no such row.
std::optional<std::vector<RecordValue>> parseRecord(std::string_view bytes);

/// The head of a cell on a leaf page of a table.
struct Cell {
    std::uint64_t payload = 0; ///< bytes of the record, those on overflow pages too
    std::int64_t rowId = 0;
    std::size_t start = 0; ///< of the record's bytes in the page
};
std::optional<Cell> parseCell(std::string_view page, std::size_t at);

/// An unsigned integer of `count` bytes, most significant first; 0 beyond the end.
std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t count);

} // namespace trestle::planfile
