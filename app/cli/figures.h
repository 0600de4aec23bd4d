#pragma once

#include "models/risk/chance.h"
#include "models/units.h"

#include <string>
#include <string_view>

/// Figures as the command line writes them: the same in every locale.
namespace trestle::cli {

std::string number(double value, int decimals);        ///< "24.00"
std::string trimmedNumber(double value, int decimals); ///< at most so many places: "24", "21.04"
// Money is rounded as models/rounding.h says; less than a dollar has cents.
std::string amountText(Money amount);    ///< what is computed, in whole dollars: "180,000", "0.20"
std::string promiseText(Money amount);   ///< what so many simulated plans cost at most: "175,000"
std::string simulatedText(Money amount); ///< any other simulated amount: "3,140"
std::string dollars(Money amount);       ///< to the cent where there are cents: "180,000", "1,360.16"
std::string weeksText(Weeks weeks);      ///< "24 weeks", "1 week", "22.4 weeks"
std::string percent(Chance chance);      ///< "44 %"; "under 1 %" and "over 99 %" for what is not certain
std::string percent(ToldChance chance);
std::string percentOf(double share);           ///< of a share that was counted: "44 %"
std::string signedWeeks(Weeks weeks);          ///< "+1.2", "-0.3", "0.0" for none
std::string signedSimulated(Money difference); ///< of simulated amounts: "+14,200", "-300", "0" for none
std::string signedDollars(Money difference);   ///< of computed amounts: "+14,216", "-300", "0" for none
/// "2.8-7.4 weeks", "5-12 days", "0.5-1 day", with an en dash where there are glyphs.
std::string effortText(PersonWeeks low, PersonWeeks high, bool glyphs);
std::string allocationText(double fullTime); ///< "full-time", "half-time", "60 % of full time"
std::string counted(std::size_t count, std::string_view one, std::string_view many); ///< "1 day", "3 days"

} // namespace trestle::cli
