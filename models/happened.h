#pragma once

#include "models/date.h"
#include "models/units.h"
#include "models/work_calendar.h"

#include <optional>
#include <span>

namespace trestle {

struct ScopeItem;

/// The days on which an item or a phase started and finished, as far as they have come and are known.
struct HappenedOn {
    std::optional<Date> start;
    std::optional<Date> finish; ///< the end of that day
    friend bool operator==(const HappenedOn&, const HappenedOn&) = default;
};

/// The same in working weeks of the plan: at time 0 or before it.
struct Happened {
    std::optional<Weeks> start;
    std::optional<Weeks> finish;
    [[nodiscard]] bool any() const { return start || finish; }
    friend bool operator==(const Happened&, const Happened&) = default;
};

/// An item that is under way has started: on the plan's first day where no date is recorded. What is not needed any
/// more has not happened, as far as others wait for it.
HappenedOn happenedOn(const ScopeItem& item, const WorkCalendar& calendar);

/// A phase started with the first of its items whose start is recorded, or, where none is, whose finish is; it finished
/// with the last one where all that is needed of it is done and some finish is recorded.
HappenedOn happenedOn(std::span<const ScopeItem> phase, const WorkCalendar& calendar);

/// In working weeks; holidays before time 0 are days off as those after it. A finish on the status date is held at
/// time 0.
Happened happened(const HappenedOn& days, const WorkCalendar& calendar);

} // namespace trestle
