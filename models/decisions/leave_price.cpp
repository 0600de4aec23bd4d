#include "models/decisions/leave_price.h"

#include <utility>

namespace trestle {

Result<LeavePrice> leavePrice(const std::shared_ptr<const Catalogue>& catalogue, Inputs inputs, std::size_t person,
                              const std::vector<DateRange>& leave)
{
    inputs.team[person].leave.clear();
    const Result<Plan> without = makePlan(catalogue, inputs);
    if (!without)
        return std::unexpected(without.error());
    inputs.team[person].leave = leave;
    const Result<Plan> with = makePlan(catalogue, std::move(inputs));
    if (!with)
        return std::unexpected(with.error());
    const Date before = without->finishDate.likely;
    const Date after = with->finishDate.likely;
    const WorkCalendar& calendar = with->calendar;
    return LeavePrice{after, before, calendar.indexOnOrAfter(after) - calendar.indexOnOrAfter(before)};
}

} // namespace trestle
