#pragma once

#include "models/plan/spend_by_day.h"
#include "models/risk/spend_series.h"

#include <QString>

/// What the spend chart says in words.
namespace trestle {

/// Dollars by a moment, plan time: before 0 it has happened.
struct SpendAt {
    Weeks at = 0;
    double total = 0;
};

/// What is drawn, and of what.
struct SpendFigures {
    /// What the band stands for.
    enum class Band { Awaited, Simulated, Cases };

    SpendSeries plain;  ///< low, likely and high of the plan
    SpendSeries series; ///< with the band that is shown
    Band band = Band::Cases;
    Weeks planStart = 0;           ///< plan time 0 in weeks of the project
    std::vector<SpentBy> spent;    ///< up to the status date …
    std::vector<SpentBy> promised; ///< … and by the baseline
    std::vector<SpendAt> actual;   ///< the same two on the plan's time
    std::vector<SpendAt> baseline;

    [[nodiscard]] Weeks first() const { return actual.empty() ? Weeks{} : actual.front().at; }
};

namespace spendwords {

/// What the band and the lines are.
QString legend(const Plan& plan, const SpendFigures& figures);
/// The figures at a moment, plan time.
QString reading(const Plan& plan, const SpendFigures& figures, Weeks at);
/// Dollars spent by a moment that is past, plan time.
double spentAt(const Plan& plan, const SpendFigures& figures, Weeks at);
/// "1 Feb: 30,000 spent", at the status date; empty where nothing was spent.
QString status(const Plan& plan);
/// The whole chart, for those who do not see it.
QString description(const Plan& plan, const SpendFigures& figures);

} // namespace spendwords

} // namespace trestle
