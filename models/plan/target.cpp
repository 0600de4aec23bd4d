#include "models/plan/target.h"

#include "models/calendar/days_off.h"

namespace trestle {

TargetVerdict verdictOn(const Plan& plan, Case which, Date target)
{
    if (plan.finish.at(which) <= kEpsilon)
        return {true, 0};
    return {false, workingDaysBetween(target, plan.finishDate.at(which), plan.inputs)};
}

Money overBudget(const Plan& plan, Case which, Money budget)
{
    return plan.total.at(which) - budget;
}

} // namespace trestle
