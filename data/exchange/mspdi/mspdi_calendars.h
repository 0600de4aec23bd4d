#pragma once

#include "data/exchange/mspdi/mspdi_names.h"
#include "data/exchange/mspdi/working_clock.h"
#include "models/plan/plan.h"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace trestle::mspdi {

inline constexpr int kPlanCalendar = 1; ///< its unique number
inline constexpr int kLastMinute = 24 * 60 - 1;

/// That of a person's calendar.
constexpr int calendarOf(std::size_t person)
{
    return kPlanCalendar + 1 + static_cast<int>(person);
}

/// The plan's week and days off, and for each person, called so in `people`, when they are not there besides: before
/// the first day, on leave, after the last day. Both go on for a year after the plan's latest finish.
void writeCalendars(pugi::xml_node calendars, const Plan& plan, const WorkingClock& clock,
                    const std::vector<std::string>& people, MspdiNames& names);

} // namespace trestle::mspdi
