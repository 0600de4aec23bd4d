#pragma once

#include "data/exchange/import_loss.h"
#include "models/date.h"

#include <pugixml.hpp>

#include <array>
#include <vector>

namespace trestle::gan {

/// When nobody works, by the calendars of a project.
struct GanCalendar {
    std::array<bool, 7> works{false, true, true, true, true, true, false}; ///< from Sunday
    std::vector<Date> holidays;                                            ///< sorted; those of every year, too

    [[nodiscard]] int workingDays() const; ///< of a week
    [[nodiscard]] bool isWorked(Date day) const;
    /// The last day of a task that begins on a day and takes so many working days.
    [[nodiscard]] Date finishOf(Date start, int days) const;
};

/// Days of every year are told for the years from the one of `start` on that a plan looks at.
GanCalendar calendarIn(pugi::xml_node project, Date start, ImportLosses& losses);

} // namespace trestle::gan
