#pragma once

#include "data/exchange/audience.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace trestle {

struct Inputs;

/// The charts of a plan that a picture file can hold.
enum class ChartKind : std::uint8_t {
    plan,   ///< the Gantt chart of the phases
    items,  ///< the same with a row for each item
    finish, ///< how sure the plan is to be done by a day
    cost,   ///< by month, the likely plan
    cash,   ///< at the end of each month
    margin, ///< what the price leaves, over the simulated runs
};

/// One of them. The command line, its help and the writers of pictures follow from these.
struct ChartRow {
    ChartKind kind = ChartKind::plan;
    std::string_view key;     ///< on the command line
    bool needsLayers = false; ///< the simulation has what it is made up of
    bool needsPrice = false;  ///< the plan has a price, and the simulation the value of each run
    bool needsCash = false;   ///< the plan says what is in the bank, and the simulation has the cash of each run
    Audiences audiences = {};
};

inline constexpr std::array kCharts{
    ChartRow{.kind = ChartKind::plan, .key = "plan"},
    ChartRow{.kind = ChartKind::items, .key = "items"},
    ChartRow{.kind = ChartKind::finish, .key = "finish", .needsLayers = true, .audiences = {.client = false}},
    ChartRow{.kind = ChartKind::cost, .key = "cost", .audiences = {.client = false}},
    ChartRow{.kind = ChartKind::cash, .key = "cash", .needsCash = true, .audiences = {.client = false}},
    ChartRow{.kind = ChartKind::margin,
             .key = "margin",
             .needsPrice = true,
             .audiences = {.client = false, .investor = false}},
};

const ChartRow& rowOf(ChartKind chart);
/// The chart of that key; null where there is none.
const ChartRow* chartOf(std::string_view key);
/// The keys of all, joined.
std::string chartKeys(std::string_view between);
/// Whether the plan has what the chart shows, and the audience may see it.
bool hasChart(const Inputs& inputs, ChartKind chart, Audience audience);
/// The keys of those, joined with ", ".
std::string chartsFor(const Inputs& inputs, Audience audience);

} // namespace trestle
