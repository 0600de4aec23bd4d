#pragma once

#include "models/money/cash_table.h"
#include "models/risk/simulation.h"

#include <chrono>
#include <optional>
#include <vector>

/// Whether a founder's money lasts, and how much to raise: read from the simulated runs.
///
///     auto risk = simulate(plan, {.cash = true});
///     CashFigures figures = cashFigures(plan, *risk);
///     figures.lastsToLaunch    // the share of runs in which no month end to launch's is below 0
///     figures.neededAt(80)     // what makes it 80 % sure that the money lasts to the end of the buffer
namespace trestle {

/// The month ends of a tenth of the runs lie at `p10` or under, of half at `p50`, of nine tenths at `p90`. Dollars.
struct CashBand {
    std::chrono::year_month month;
    Money likely; ///< of the likely plan, which keeps its last balance after the end of its buffer
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    friend bool operator==(const CashBand&, const CashBand&) = default;
};

/// The share of runs that are below 0 in a month for the first time.
struct RunsOut {
    std::chrono::year_month month;
    double share = 0;
    friend bool operator==(const RunsOut&, const RunsOut&) = default;
};

struct CashFigures {
    CashTable likely;
    double lastsToLaunch = 0;  ///< share of runs with no month end below 0 up to that of their launch
    double lastsToHorizon = 0; ///< the same up to the end of the buffer
    Percentiles atLaunch;      ///< balance at the end of the month of launch, dollars
    Percentiles needed;        ///< the most that is lacking up to the end of the buffer, dollars: 0 where none is
    std::vector<RunsOut>
        runsOut; ///< months in which some run runs out, by time; the shares add up to 1 − lastsToHorizon
    std::vector<CashBand> months; ///< from the month of the start to the horizon of the P90 finish

    /// What has to be there besides to make it so sure that the money lasts to the end of the buffer: up to the cent.
    /// `confidence`: 50, 80 or 90.
    [[nodiscard]] Money neededAt(int confidence) const;
    friend bool operator==(const CashFigures&, const CashFigures&) = default;
};

/// With what is invoiced. `risk` was simulated with SimulationOptions::cash.
CashFigures cashFigures(const Plan& plan, const Risk& risk);

/// Whether the money lasts to the end of the buffer, by run. Of runs with their invoices: see cashWithInvoices.
std::vector<bool> cashLastsByRun(const CashRuns& runs);
/// The most that is lacking up to the end of the buffer, by run: dollars, 0 where none is. Of the same.
std::vector<double> deficitByRun(const CashRuns& runs);

} // namespace trestle
