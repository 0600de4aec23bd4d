#include "models/happened.h"

#include "models/effort.h"

#include <algorithm>

namespace trestle {

namespace {

using Days = std::optional<Date>;

Days earlier(const Days& a, const Days& b)
{
    return a && b ? std::min(a, b) : a ? a : b;
}

} // namespace

HappenedOn happenedOn(const ScopeItem& item, const WorkCalendar& calendar)
{
    if (item.isUnderWay())
        return {item.actual.started.value_or(calendar.dateOf(0)), {}};
    if (item.progress.state == ItemState::done)
        return {item.actual.started, item.actual.finished};
    return {};
}

HappenedOn happenedOn(std::span<const ScopeItem> phase, const WorkCalendar& calendar)
{
    HappenedOn days;
    Days firstFinish;
    bool isInScope = false;
    bool isFinished = true;
    for (const ScopeItem& item : phase) {
        // What was dropped began the phase as well.
        const HappenedOn own = item.progress.isInScope() ? happenedOn(item, calendar)
                                                         : HappenedOn{item.actual.started, item.actual.finished};
        days.start = earlier(days.start, own.start);
        firstFinish = earlier(firstFinish, own.finish);
        if (!item.progress.isInScope())
            continue;
        isInScope = true;
        isFinished = isFinished && item.progress.state == ItemState::done;
        days.finish = std::max(days.finish, own.finish);
    }
    if (!isInScope)
        return {};
    if (!days.start)
        days.start = firstFinish;
    if (!isFinished)
        days.finish.reset();
    return days;
}

Happened happened(const HappenedOn& days, const WorkCalendar& calendar)
{
    const auto weekOf = [&calendar](Date day) {
        return Weeks{std::min(0.0, static_cast<double>(calendar.dayNumber(day)) / kWorkingDaysPerWeek)};
    };
    Happened weeks;
    if (days.start)
        weeks.start = weekOf(*days.start);
    if (days.finish)
        weeks.finish = weekOf(*days.finish + std::chrono::days{1});
    return weeks;
}

} // namespace trestle
