#pragma once

#include "data/exchange/import_loss.h"
#include "models/date.h"

#include <pugixml.hpp>

#include <vector>

namespace trestle::mspdi {

/// The whole days on which nobody works besides weekends, by the calendar of that number; sorted and disjoint.
std::vector<DateRange> gapsIn(pugi::xml_node project, int calendar, ImportLosses& losses);
/// That of the project: the one it names, else its first base calendar; -1 without one.
int projectCalendar(pugi::xml_node project);

} // namespace trestle::mspdi
