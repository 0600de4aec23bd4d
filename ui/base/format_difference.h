#pragma once

#include "models/rounding.h"
#include "ui/base/format.h"

namespace trestle::format {

/// Differences, with their sign in front: "+0.9 weeks", "−1 week", "+AUD 4,500", "−4,500"; what rounds to nothing has
/// no sign.
QString signedNumber(double value, int decimals = 1);
QString signedWeeks(Weeks weeks);
/// Of simulated amounts, in three significant digits.
QString signedMoney(Money difference);
QString signedAmount(Money difference);
/// Of how much a rounded difference is, without its sign: "AUD 4,500"; empty for none.
QString sizeOf(Money difference, MoneyFrom from);

} // namespace trestle::format
