#pragma once

#include "data/exchange/tasks_table/table_mapping.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trestle {

/// What programs call a column, in small letters.
struct HeadingWord {
    ColumnMeaning meaning;
    std::string_view heading;
};
/// For each meaning the surest first: of two columns that may have it, the one whose heading comes first does.
std::span<const HeadingWord> headingWords();

/// A heading without its unit: "Est. work (h)" is "est work" in hours.
struct Heading {
    std::string words;
    std::optional<TimeUnit> unit;
};
Heading headingFrom(std::string_view text);

} // namespace trestle
