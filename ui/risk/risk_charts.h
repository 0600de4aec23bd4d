#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/charts/joint_field.h"
#include "ui/charts/phase_bars.h"
#include "ui/charts/sure_curve.h"

#include <QString>

/// The charts of a simulation, ready to be painted on screen or on paper, and what is read from them.
namespace trestle::riskcharts {

enum class Scope {
    Window, ///< with all four percentiles, target and budget
    Paper,  ///< the confidence of the headline alone, in dates, on a small chart
};

SureCurve finishCurve(const Plan& plan, const Risk& risk, Scope scope = Scope::Window);
SureCurve costCurve(const Plan& plan, const Risk& risk, Scope scope = Scope::Window);
/// Needs a target date and a budget.
JointField jointField(const Plan& plan, const Risk& risk, std::size_t dots = 1500);
/// Rows by how much they move it, the most on top.
PhaseBars finishMovers(const Plan& plan, const Risk& risk);
PhaseBars costMovers(const Plan& plan, const Risk& risk);
PhaseBars drivers(const Plan& plan, const Risk& risk);

/// "week 23, by 14 Jun 2027: 80 plans of 100 are done".
QString finishReading(const Plan& plan, const Risk& risk, Weeks finish);
/// "AUD 172,900: 80 plans of 100 cost at most that".
QString costReading(const Risk& risk, double dollars);
/// "Testing: 1.2 weeks earlier to 1.4 weeks later, as a mean of the fifth …".
QString finishMoverReading(const PhaseBars::Row& row);
QString costMoverReading(const PhaseBars::Row& row);
QString driverReading(const PhaseBars::Row& row);

} // namespace trestle::riskcharts
