#pragma once

#include "models/plan/plan.h"
#include "models/risk/spend_series.h"

#include <QString>

/// What the spend chart says in words.
namespace trestle {

/// What is drawn, and of what.
struct SpendFigures {
    /// What the band stands for.
    enum class Band { Awaited, Simulated, Cases };

    SpendSeries plain;  ///< low, likely and high of the plan
    SpendSeries series; ///< with the band that is shown
    Band band = Band::Cases;
    Weeks planStart = 0; ///< plan time 0 in weeks of the project
};

namespace spendwords {

/// What the band and the lines are.
QString legend(const Plan& plan, const SpendFigures& figures);
/// The figures at a moment, plan time.
QString reading(const Plan& plan, const SpendFigures& figures, Weeks at);
/// The whole chart, for those who do not see it.
QString description(const Plan& plan, const SpendFigures& figures);

} // namespace spendwords

} // namespace trestle
