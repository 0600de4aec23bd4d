#pragma once

#include "data/exchange/times/times_columns.h"
#include "models/progress/import_times.h"

#include <QString>

namespace trestle::wording {

/// Why a row is left out, or what is odd about it, with its number: "Row 5: “30/2/2027” is no date."
QString timesNote(const TimesNote& note);
/// How the rows are understood: what the shape means for time, and how dates are read.
QString timesShape(const TimesTable& table, double hoursPerWeek);
/// What a column means: "Spent, in hours".
QString timesUse(const TimesUse& use);
/// What an import changes, and what it leaves out.
QString timesSummary(const TimesImport& made, std::size_t leftOut, bool adds);

} // namespace trestle::wording
