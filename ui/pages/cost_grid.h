#pragma once

#include "models/plan/cost_table.h"
#include "models/risk/simulation.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// The Cost page's tables as they are read, before any view: headings, rows, and which rows are sums.
namespace trestle {

/// The low, likely and high amount of a row as a bar.
struct CostBar {
    PerCase<Money> amount;
    friend bool operator==(const CostBar&, const CostBar&) = default;
};

struct CostRow {
    /// Rows keep to their block when a table is sorted; sums close theirs.
    enum class Kind { Line, Subtotal, Note, Total };
    Kind kind = Kind::Line;
    int block = 0;
    QString title;
    QString explanation;                       ///< tool tip of the title; may be empty
    std::vector<std::optional<Money>> amounts; ///< a column each, after the title; absent: nothing to say
    std::optional<int> sharePercent;
    std::optional<CostBar> bar;
    friend bool operator==(const CostRow&, const CostRow&) = default;
};

struct CostGrid {
    QStringList headings; ///< of the title and of each amount; then of share and bar where there are any
    std::size_t amountCount = 0;
    bool hasShare = false;
    bool hasBar = false;
    bool cents = false; ///< amounts are written to the cent, because all are small
    Money longestBar;   ///< what a bar over the whole column stands for
    std::vector<CostRow> rows;

    [[nodiscard]] int columnCount() const { return static_cast<int>(headings.size()); }
    [[nodiscard]] int shareColumn() const { return hasShare ? static_cast<int>(amountCount) + 1 : -1; }
    [[nodiscard]] int barColumn() const { return hasBar ? columnCount() - 1 : -1; }
    friend bool operator==(const CostGrid&, const CostGrid&) = default;
};

/// What was spent, phases, labour, running costs, total ex GST, GST, total inc GST: low, likely, high, share, bar. Then what to put
/// aside to be as sure as the plan's confidence, and the total with it; both are absent while `risk` is null.
CostGrid costGridByPhase(const Plan& plan, GstBasis basis, const Risk* risk);
/// Months and their total: what was spent where anything was, labour, running costs, ex GST, GST, cash needed, and that of the low and the high plan.
CostGrid costGridByMonth(const Plan& plan, GstBasis basis);

} // namespace trestle
