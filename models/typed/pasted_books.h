#pragma once

#include "models/date.h"
#include "models/item_actual.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// A month as people type it: "Jan 2027", "2027-01", "1/2027"; "January" alone is the last one up to `today`.
std::optional<std::chrono::year_month> readTypedMonth(std::string_view text, Date today);

/// Rows of a table of what was spent, as they are pasted: month, amount and label, parted by tabs or semicolons, in any
/// order of the first two. An amount below nothing is a refund.
struct PastedBooks {
    std::vector<ActualCost> costs;
    std::vector<std::string> unread; ///< lines with text that are no such row, as they were
};
PastedBooks readPastedBooks(std::string_view text, Date today);

} // namespace trestle
