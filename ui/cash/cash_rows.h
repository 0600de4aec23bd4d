#pragma once

#include "models/money/cash_table.h"
#include "models/plan/plan.h"

#include <QString>

#include <optional>
#include <vector>

/// The months of the likely plan's cash as the table shows them, before any view.
namespace trestle {

/// A line of the user's own.
struct OwnLine {
    enum class Kind { Monthly, Once };
    Kind kind = Kind::Monthly;
    std::size_t index = 0; ///< in CashPlan::monthly or ::once
    friend bool operator==(const OwnLine&, const OwnLine&) = default;
};

struct CashRow {
    enum class Kind { First, Line, Last };
    Kind kind = Kind::Line;
    QString title;
    QString rule;               ///< behind the title; where it comes from
    std::optional<OwnLine> own; ///< edited; absent: from the plan
    std::vector<Money> amounts; ///< a month each
    bool isKept = false;        ///< also where nothing is paid in it
    friend bool operator==(const CashRow&, const CashRow&) = default;
};

struct CashRows {
    std::vector<std::chrono::year_month> months;
    std::vector<CashRow> rows;
    bool areAwaited = false; ///< the amounts are not known yet
    friend bool operator==(const CashRows&, const CashRows&) = default;
};

/// Whole dollars that add up. A line from the plan in which nothing is paid is left out. `likely` is the plan's.
CashRows cashRows(const Plan& plan, const CashTable& likely);

} // namespace trestle
