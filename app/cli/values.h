#pragma once

#include "models/error.h"
#include "models/inputs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The values that options take, read strictly and in no locale. `where` is the option, for the error.
namespace trestle::cli {

/// Any text in UTF-8.
Result<std::string> readText(std::string_view text, const std::string& where);
/// Text that is more than white space.
Result<std::string> readName(std::string_view text, const std::string& where);
/// Dollars with at most two decimals, exact to the cent: `5000`, `1360.5`, `1360.50`.
Result<Money> readMoney(std::string_view text, const std::string& where);
/// The same, with a leading `-` for what goes out or is owed.
Result<Money> readSignedMoney(std::string_view text, const std::string& where);
/// A decimal number: `0.5`. No sign, no exponent.
Result<double> readNumber(std::string_view text, const std::string& where);
/// Per cent of certainty, 1 to 99, as `--sure` takes it; `otherwise` where nothing was given.
Result<int> readConfidence(const std::optional<std::string>& text, int otherwise);
Result<Date> readDate(std::string_view text, const std::string& where);

/// `NAME:FTE:RATE[:SKILL+SKILL]`. Without the last part the skills of someone who is on the team already stay; an
/// empty last part clears them.
struct PersonText {
    std::string name;
    double allocation = 1;
    Money weeklyRate;
    std::optional<std::vector<std::string>> skills;
};
Result<PersonText> readPerson(std::string_view text, const std::string& where = "--person");

/// `NAME:FROM..TO` or `NAME:DAY`; `NAME:` has no range, which clears.
struct LeaveText {
    std::string name;
    std::optional<DateRange> range;
};
Result<LeaveText> readLeave(std::string_view text);
/// `MM-DD..MM-DD[:LABEL]` or `MM-DD[:LABEL]`.
Result<YearlyClosure> readClosure(std::string_view text);

/// `NAME:DATE`; `NAME:` has no date, which clears.
struct PersonDayText {
    std::string name;
    std::optional<Date> date;
};
Result<PersonDayText> readPersonDay(std::string_view text, const std::string& where);

/// `NAME:AUD`; `NAME:` has no amount, which clears.
struct BillRateText {
    std::string name;
    std::optional<Money> rate;
};
Result<BillRateText> readBillRate(std::string_view text);

/// The parts between separators, empty ones included; no text has no parts.
std::vector<std::string> split(std::string_view text, char separator);

/// Without white space at both ends.
std::string trimmed(std::string_view text);

} // namespace trestle::cli
