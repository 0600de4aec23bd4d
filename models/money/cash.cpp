#include "models/money/cash.h"

#include "models/money/invoices.h"
#include "models/risk/outlook.h"
#include "models/risk/statistics.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

using std::chrono::year_month;

constexpr double kBelowZero = -0.005; // less than a cent is rounding

bool isBelowZero(double balance)
{
    return balance <= kBelowZero;
}

double shareOfRuns(std::size_t count, const CashRuns& runs)
{
    return static_cast<double>(count) / static_cast<double>(runs.runs());
}

/// The months in which runs are below 0 for the first time, with how many runs; none of those that last.
std::vector<std::size_t> firstsByMonth(const CashRuns& runs)
{
    std::vector<std::size_t> counts;
    for (std::size_t run = 0; run < runs.runs(); ++run) {
        const std::span<const double> balances = runs.of(run);
        const auto first = static_cast<std::size_t>(std::ranges::find_if(balances, isBelowZero) - balances.begin());
        if (first == balances.size())
            continue;
        counts.resize(std::max(counts.size(), first + 1));
        ++counts[first];
    }
    return counts;
}

bool lastsTo(std::span<const double> balances, std::size_t months)
{
    return std::ranges::none_of(balances.first(months), isBelowZero);
}

void takeChances(const CashRuns& runs, year_month start, CashFigures& figures)
{
    std::size_t toLaunch = 0;
    for (std::size_t run = 0; run < runs.runs(); ++run)
        toLaunch += lastsTo(runs.of(run), runs.launch[run] + 1) ? 1U : 0U;
    figures.lastsToLaunch = shareOfRuns(toLaunch, runs);
    const std::vector<std::size_t> firsts = firstsByMonth(runs);
    std::size_t out = 0;
    for (std::size_t m = 0; m < firsts.size(); ++m)
        if (firsts[m] > 0) {
            figures.runsOut.push_back({start + std::chrono::months{m}, shareOfRuns(firsts[m], runs)});
            out += firsts[m];
        }
    figures.lastsToHorizon = shareOfRuns(runs.runs() - out, runs);
}

Percentiles percentilesOfUnsorted(std::vector<double> sample)
{
    std::ranges::sort(sample);
    return percentilesOf(sample);
}

double deficitOf(std::span<const double> balances)
{
    return std::max(0.0, -std::ranges::min(balances));
}

std::vector<double> endsOf(const CashRuns& runs, std::size_t month)
{
    std::vector<double> ends;
    ends.reserve(runs.runs());
    for (std::size_t run = 0; run < runs.runs(); ++run) {
        const std::span<const double> balances = runs.of(run);
        ends.push_back(balances[std::min(month, balances.size() - 1)]);
    }
    return ends;
}

/// Months up to the end of the buffer of nine tenths of the runs.
std::size_t monthsToShow(const CashRuns& runs)
{
    std::vector<double> months;
    for (std::size_t run = 0; run < runs.runs(); ++run)
        months.push_back(static_cast<double>(runs.of(run).size()));
    return static_cast<std::size_t>(std::lround(percentilesOfUnsorted(std::move(months)).p90));
}

} // namespace

Money CashFigures::neededAt(int confidence) const
{
    // A promise rounds up: a cent less would be less sure.
    return Money{static_cast<std::int64_t>(std::ceil(atConfidence(needed, confidence) * 100.0 - 1e-6))};
}

CashFigures cashFigures(const Plan& plan, const Risk& risk)
{
    const CashRuns runs = cashWithInvoices(plan, risk);
    CashFigures figures;
    figures.likely = cashTable(plan, likelyInvoices(plan, risk));
    const year_month start = figures.likely.months.front().month;
    takeChances(runs, start, figures);
    std::vector<double> atLaunch;
    for (std::size_t run = 0; run < runs.runs(); ++run)
        atLaunch.push_back(runs.of(run)[runs.launch[run]]);
    figures.atLaunch = percentilesOfUnsorted(std::move(atLaunch));
    figures.needed = percentilesOfUnsorted(deficitByRun(runs));
    const std::vector<CashMonth>& likely = figures.likely.months;
    for (std::size_t m = 0, shown = monthsToShow(runs); m < shown; ++m) {
        const Percentiles band = percentilesOfUnsorted(endsOf(runs, m));
        figures.months.push_back({start + std::chrono::months{m}, likely[std::min(m, likely.size() - 1)].last, band.p10,
                                  band.p50, band.p90});
    }
    return figures;
}

std::vector<bool> cashLastsByRun(const CashRuns& runs)
{
    std::vector<bool> lasts;
    for (std::size_t run = 0; run < runs.runs(); ++run)
        lasts.push_back(lastsTo(runs.of(run), runs.of(run).size()));
    return lasts;
}

std::vector<double> deficitByRun(const CashRuns& runs)
{
    std::vector<double> deficits;
    for (std::size_t run = 0; run < runs.runs(); ++run)
        deficits.push_back(deficitOf(runs.of(run)));
    return deficits;
}

} // namespace trestle
