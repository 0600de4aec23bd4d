#pragma once

#include "models/units.h"

/// The arithmetic of the schedule's time. The engine uses it for one run, the replay for one or for eight side by side
/// (`Value` is a double or a Row), so the figures are the same to the last bit. Work over pace is a time, so work and
/// times meet here as plain numbers.
namespace trestle {

/// What is left at `now` of work of which there was `left` at `since`; `pace` is person-weeks a week.
template <class Value>
Value leftAt(const Value& now, const Value& left, const Value& since, double pace)
{
    return left - pace * (now - since);
}

/// When that work is done.
template <class Value>
Value doneAt(const Value& left, const Value& since, double pace)
{
    return since + left / pace;
}

/// Whether the next event is no later than now. A plan so long that rounding hides what is left gets there: leftAt()
/// then stays above kEpsilon however often time "moves", and what doneAt() says must decide.
inline bool standsStill(Weeks next, Weeks now)
{
    return next <= now;
}

} // namespace trestle
