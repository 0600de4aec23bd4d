#pragma once

#include "models/plan/plan.h"
#include "ui/gantt/gantt_layout.h"

#include <QString>

/// What the chart says of a phase or an item, in one place: tooltips, accessible names, labels of lines, the legend.
namespace trestle::ganttwords {

/// Title as the tree shows it: a phase's short one.
QString title(const PhasePlan& phase);
QString title(const ItemPlan& item);

/// In place of figures where no work is left: "in place", "not needed", "phase 2"; "to build" of a milestone.
QString settled(const PhasePlan& phase);
QString settled(const Plan& plan, const ItemPlan& item);

/// "started 25 Jan, finished 28 Jan, took 3 days (likely 4 days)", "started 29 Jan, 2½ days spent (likely 4 days)";
/// empty where nothing is recorded.
QString recorded(const Plan& plan, const PhasePlan& phase);
QString recorded(const Plan& plan, const ItemPlan& item);
/// "baseline 20 – 26 Jan"; empty where it promised nothing.
QString promised(const Plan& plan, const PhasePlan& phase);
QString promised(const Plan& plan, const ItemPlan& item);

/// "Database, phase, 4 – 15 Jan 2027, drives the finish": what a picture of the chart says of it, without money.
QString summary(const Plan& plan, const PhasePlan& phase);

/// "Database, phase, 4 – 15 Jan 2027, AUD 15,000 – 40,000, drives the finish"; "Indexes, item of Database, in place".
/// With "80 % sure by 21 Jan 2027" of a phase where that is known.
QString accessibleName(const Plan& plan, const PhasePlan& phase, const std::optional<UntilFinish>& until = {});
QString accessibleName(const Plan& plan, const ItemPlan& item);
QString accessibleName(const Plan& plan, const GanttRow& row, const std::optional<UntilFinish>& until = {});

/// Dates, effort, cost, slack and the reason to wait, as rich text.
QString tooltip(const Plan& plan, const PhasePlan& phase, const std::optional<UntilFinish>& until = {});
QString tooltip(const Plan& plan, const ItemPlan& item);
QString tooltip(const Plan& plan, const GanttRow& row, const std::optional<UntilFinish>& until = {});

/// "target 25 Jun", with the year when it is not the plan's first.
QString markLabel(const Plan& plan, const GanttMark& mark);
/// "Easter", "Closed over Christmas", "leave": under the chart; and with its dates.
QString daysOffLabel(const GanttDaysOff& column);
QString daysOffTip(const GanttDaysOff& column);
enum class YearStyle { Long, Short }; ///< "Jan 2027", "Jan ’27"
QString monthLabel(const MonthTick& tick, bool yearOnly, YearStyle style);
QString untilLabel(std::optional<int> confidence); ///< "until the high finish", "until 80 % sure"
QString nothingLeft(const Plan& plan);             ///< the message of an empty chart

} // namespace trestle::ganttwords
