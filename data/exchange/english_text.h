#pragma once

#include "models/date.h"
#include "models/units.h"

#include <string>
#include <string_view>

/// Dates and amounts in the documents whose words are part of their format: Australian English in every locale.
namespace trestle::english {

std::string longDay(Date day);   ///< "14 June 2027"
std::string mediumDay(Date day); ///< "14 Jun 2027"
std::string shortDay(Date day);  ///< "14 Jun"
std::string_view monthName(std::chrono::month month);
/// "2 to 6 Apr 2027", "28 Mar to 4 Apr 2027", or with both years; one day alone has no "to".
std::string daysText(Date first, Date last);

std::string monthYear(std::chrono::year_month month); ///< "June 2027"
std::string dueText(int days);                        ///< of an invoice: "due at once", "due within 14 days"

std::string amountText(Money amount); ///< in whole dollars where it is of whole dollars: "172,900", "0.20"

} // namespace trestle::english
