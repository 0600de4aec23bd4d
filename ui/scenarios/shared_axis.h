#pragma once

#include "models/plan/plan.h"
#include "ui/gantt/time_axis.h"

namespace trestle {

/// Two plans in one chart: their starts and days off may differ, so their weeks do not run alike. A calendar of all
/// weekdays from the earlier start is common to both; days off are gaps in it.
class SharedAxis {
public:
    SharedAxis(const Plan& a, const Plan& b);

    /// The likely plan in weeks of the common calendar; for charts, since only `when.likely` and the dates are moved.
    [[nodiscard]] Plan onAxis(const Plan& plan) const;
    /// From the earlier start to behind the later finish and target, in whole groups of four weeks.
    [[nodiscard]] TimeAxis axis(double pixelsPerWeek) const;

private:
    [[nodiscard]] Weeks startOn(const Plan& plan, Weeks at) const;
    [[nodiscard]] Weeks finishOn(const Plan& plan, Weeks start, Weeks finish) const;

    WorkCalendar m_calendar;
    Weeks m_length = 1;
};

} // namespace trestle
