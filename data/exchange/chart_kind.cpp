#include "data/exchange/chart_kind.h"

#include "data/exchange/redaction.h"
#include "models/inputs.h"
#include "models/money_rules.h"

#include <algorithm>

namespace trestle {

const ChartRow& rowOf(ChartKind chart)
{
    return *std::ranges::find(kCharts, chart, &ChartRow::kind);
}

const ChartRow* chartOf(std::string_view key)
{
    const auto found = std::ranges::find(kCharts, key, &ChartRow::key);
    return found == kCharts.end() ? nullptr : &*found;
}

std::string chartKeys(std::string_view between)
{
    std::string keys;
    for (const ChartRow& row : kCharts)
        keys.append(keys.empty() ? "" : between).append(row.key);
    return keys;
}

bool hasChart(const Inputs& inputs, ChartKind chart, Audience audience)
{
    const ChartRow& row = rowOf(chart);
    return row.audiences.include(audience) && (!row.needsPrice || isPriced(inputs)) &&
           (!row.needsCash || (inputs.cash.opening && readsCash(inputs, audience)));
}

std::string chartsFor(const Inputs& inputs, Audience audience)
{
    std::string keys;
    for (const ChartRow& row : kCharts)
        if (hasChart(inputs, row.kind, audience))
            keys.append(keys.empty() ? "" : ", ").append(row.key);
    return keys;
}

} // namespace trestle
