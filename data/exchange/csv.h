#pragma once

#include "data/exchange/export_stamp.h"
#include "models/plan.h"

#include <cstddef>
#include <string>
#include <vector>

namespace trestle {

/// What a table cannot hold, or holds differently.
enum class CsvLossKind : std::uint8_t {
    rounded,   ///< effort and weeks; count: the decimals kept
    guarded,   ///< texts that a spreadsheet would run as formulas got a leading ' ; count: texts
    links,     ///< left out; count: links
    teamDates, ///< leave, first days and skills of people, left out; count: people
    rates,     ///< allocations and weekly rates of people, left out; count: people
    goals,     ///< target and budget, left out; count: of them
    profile,   ///< answers on the product, left out; count: answers
    estimates, ///< which phases have estimates of the user's own, and why, left out; count: phases
    settings,  ///< order, cost mode, months after launch, correlation, confidence, GST, day of replanning; count: those
               ///< set
    daysOff,   ///< left out; count: days
    notes,     ///< on the plan and on phases, left out; count: notes
    chances,   ///< what a simulation says of the plan, left out; count: phases with work
};

struct CsvLoss {
    CsvLossKind kind = CsvLossKind::rounded;
    std::size_t count = 0;
    friend bool operator==(const CsvLoss&, const CsvLoss&) = default;
};

struct CsvText {
    std::string text;
    std::vector<CsvLoss> losses;
};

/// The plan as one table: UTF-8 with a byte order mark, CRLF, quoted by RFC 4180. A row for the plan, for each phase,
/// each item, each running cost and each person, told apart by the first column; the last columns say what the table
/// is of and when it was made. `separator` is a comma or a semicolon. Numbers have a decimal point whatever it is.
CsvText writeCsv(const Plan& plan, const ExportStamp& stamp, char separator);

} // namespace trestle
