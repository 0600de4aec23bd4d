#pragma once

#include "models/typed/typed_date.h"
#include "models/typed/typed_figures.h"

#include <QString>

/// How typed text was understood, and what is wrong with it: always with an example of what is understood.
namespace trestle::wording {

QString dateMeaning(Date date); ///< "Thu 15 April 2027"
QString dateProblem(DateProblem problem);
QString dateExpected(); ///< "a date, such as 15 Apr 2027"

/// What an amount, an effort or a part of full time is asked for as: "an amount in AUD, such as 120,000 or 1.5k".
QString amountExpected(FigureProblem problem);
QString effortExpected(FigureProblem problem);
QString shareExpected(FigureProblem problem);
/// The same as a sentence: "Enter an amount …."
QString figureProblem(const QString& expected);

} // namespace trestle::wording
