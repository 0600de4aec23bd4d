#pragma once

#include "data/exchange/tasks_table/table_mapping.h"
#include "models/units.h"

#include <optional>
#include <string_view>

/// Values as people and programs write them in the cells of a table. Nothing where a cell holds something else.
namespace trestle {

/// A week has 40 hours and 5 days, a month 20 days.
inline constexpr double kTableHoursPerWeek = 40;

/// Whether a cell says that there is nothing: "", "-", "n/a", "none".
bool isVoid(std::string_view text);
/// A number that is all of a text: "1,200.5", with a decimal comma "1.200,5".
std::optional<double> wholeNumber(std::string_view text, bool decimalComma);
/// The sign before the decimals of a number that can be read in one way alone, as "1.5" and "0,125"; else 0.
char decimalSign(std::string_view text);
/// "h", "hrs", "days": not "m", which is a minute in cells alone.
std::optional<TimeUnit> unitFrom(std::string_view word);
/// "5 days", "2w 3d", "40 hrs", "1.5" in `unit`, "3 ed" (of all seven days of a week). May be negative.
std::optional<Weeks> weeksFrom(std::string_view text, TimeUnit unit, bool decimalComma);
Weeks weeksOf(double number, TimeUnit unit);

enum class DateOrder : std::uint8_t { unknown, dayFirst, monthFirst };
struct CellDate {
    Date date;
    DateOrder order = DateOrder::unknown; ///< where it can only be read in one
    bool isOpen = false;                  ///< it could be read in either order
};
/// "2027-04-15T09:00", "15/4/27", "Thu 15 Apr 2027", "Apr 15, 2027 9:00 AM"; `order` for what is open.
std::optional<CellDate> cellDate(std::string_view text, DateOrder order);

/// How far a task is, or that it is not to be done.
struct CellState {
    double done = 0;       ///< as it is written: 50 of "50", 0.5 of "50 %"
    bool isNumber = false; ///< without a sign of per cent: of 1 or of 100
    bool isExcluded = false;
};
std::optional<CellState> stateFrom(const TableCell& cell, bool decimalComma);

} // namespace trestle
