#pragma once

#include "models/units.h"

/// Money as people read it, in the window, in a terminal and on paper. JSON, CSV and plan files hold exact cents.
///
/// What is computed is told in whole dollars, less than a dollar in cents; the costs of a plan of up to AUD 100 are
/// told in cents as well (models/plan/shown_costs.h). What comes from simulated runs is told in three significant
/// digits, so that it does not look surer than it is: what a share of the runs costs at most, rounded up, means and
/// differences to the nearest. Whoever writes a rounded amount writes the cents that it has.
namespace trestle {

/// Computed money, to the nearest dollar, halves away from zero.
Money wholeDollars(Money amount);

/// What a share of the runs costs at most, in three significant digits, rounded up.
Money promised(Money amount);
/// Any other simulated amount, a mean or a difference: three significant digits, halves away from zero.
Money threeDigits(Money amount);

/// What amounts of this size are rounded to for three significant digits: AUD 100 of AUD 35,210.
Money threeDigitStep(Money amount);

/// Where two amounts come from whose difference is told.
enum class MoneyFrom : std::uint8_t { plan, runs };

/// The difference of two plans in cost; below half a dollar there is none.
Money roundedDifference(Money difference, MoneyFrom from);

} // namespace trestle
