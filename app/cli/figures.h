#pragma once

#include "models/units.h"

#include <string>
#include <string_view>

/// Figures as the command line writes them: the same in every locale.
namespace trestle::cli {

std::string number(double value, int decimals);        ///< "24.00"
std::string trimmedNumber(double value, int decimals); ///< at most so many places: "24", "21.04"
std::string wholeDollars(Money amount);                ///< "180,000"
std::string dollars(Money amount);                     ///< to the cent where there are cents: "180,000", "1,360.16"
std::string weeksText(Weeks weeks);                    ///< "24 weeks", "1 week", "22.4 weeks"
std::string percent(double part);        ///< "44 %"; "<1 %" and ">99 %" for what is not quite none and all
std::string signedWeeks(Weeks weeks);    ///< "+1.2", "-0.3", "0.0" for none
std::string signedDollars(Money amount); ///< "+14,200", "-300", "0" for none
std::string counted(std::size_t count, std::string_view one, std::string_view many); ///< "1 day", "3 days"

} // namespace trestle::cli
