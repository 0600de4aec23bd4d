#include "ui/base/wording_typed.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle::wording {

QString dateMeaning(Date date)
{
    return format::weekdayDate(date);
}

QString dateProblem(DateProblem problem)
{
    switch (problem) {
    case DateProblem::empty: return tr("Enter a date, such as 15 Apr 2027.");
    case DateProblem::notUnderstood: return tr("Not a date. Write it like 15 Apr 2027, 15/4/27 or in 3 weeks.");
    case DateProblem::noDay: return tr("Add the day, as in 15 April 2027.");
    case DateProblem::noSuchDay: return tr("There is no such day. Write it like 15 Apr 2027.");
    case DateProblem::monthBeforeDay: return tr("The day comes first, as in 15/4/2027.");
    case DateProblem::otherWeekday: return tr("That day is another weekday. Leave the weekday out: 15 Apr 2027.");
    case DateProblem::outOfRange: return tr("Enter a date from 1970 to 2200, such as 15 Apr 2027.");
    }
    return {};
}

QString dateExpected()
{
    return tr("a date, such as 15 Apr 2027");
}

QString amountExpected(FigureProblem problem)
{
    switch (problem) {
    case FigureProblem::percent: return tr("an amount in AUD, not a percentage, such as 5,000");
    case FigureProblem::negative: return tr("an amount of 0 or more, such as 5,000");
    case FigureProblem::tooFine: return tr("whole cents, such as 1,360.50");
    case FigureProblem::tooLarge: return tr("a smaller amount, such as 120,000");
    case FigureProblem::empty:
    case FigureProblem::notUnderstood: break;
    }
    return tr("an amount in AUD, such as 120,000 or 1.5k");
}

QString effortExpected(FigureProblem problem)
{
    switch (problem) {
    case FigureProblem::percent: return tr("an effort, not a percentage, such as 3 w or 2 d");
    case FigureProblem::negative: return tr("an effort of 0 or more, such as 3 w");
    case FigureProblem::tooLarge: return tr("a smaller effort, such as 3 w");
    case FigureProblem::empty:
    case FigureProblem::notUnderstood:
    case FigureProblem::tooFine: break;
    }
    return tr("weeks, days or hours, such as 3 w, 2 d or 4 h");
}

QString shareExpected(FigureProblem /*problem*/)
{
    return tr("a part of full time, such as 0.5 or 50 %");
}

QString figureProblem(const QString& expected)
{
    return tr("Enter %1.").arg(expected);
}

} // namespace trestle::wording
