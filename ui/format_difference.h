#pragma once

#include "ui/format.h"

namespace trestle::format {

/// Differences, with their sign: "+0.9 weeks", "−1 week", "AUD +4,500", "−4,500"; what rounds to nothing has no sign.
QString signedNumber(double value, int decimals = 1);
QString signedWeeks(Weeks weeks);
QString signedMoney(Money amount);
QString signedAmount(Money amount);

} // namespace trestle::format
