#include "models/plan/work_dates.h"

#include <algorithm>
#include <span>

namespace trestle {

namespace {

std::span<const ItemPlan> itemsOf(const Plan& plan, const PhasePlan& phase)
{
    return std::span(plan.items).subspan(phase.firstItem, phase.itemCount);
}

void widen(std::optional<DateRange>& all, const std::optional<DateRange>& by)
{
    if (!by)
        return;
    all = all ? DateRange{std::min(all->first, by->first), std::max(all->last, by->last)} : *by;
}

std::optional<DateRange> rangeOf(const std::optional<DoneDates>& done)
{
    return done ? std::optional(DateRange{done->first, done->last}) : std::nullopt;
}

/// What is left of it, likely.
std::optional<DateRange> leftDates(const Plan& plan, const Span& when, bool hasWork)
{
    if (!hasWork)
        return std::nullopt;
    return DateRange{plan.calendar.startDate(when.start), plan.calendar.lastDate(when.start, when.finish)};
}

} // namespace

std::optional<DoneDates> doneDates(const Plan& plan, const ItemPlan& item)
{
    const auto& [started, finished, spent, left, partly] = item.actual;
    if (item.state == ItemState::underWay)
        return started ? std::optional(DoneDates{*started, statusDate(plan.inputs), false}) : std::nullopt;
    if (!started && !finished)
        return std::nullopt;
    return DoneDates{started ? *started : *finished, finished ? *finished : *started, !started || !finished};
}

std::optional<DoneDates> doneDates(const Plan& plan, const PhasePlan& phase)
{
    std::optional<DateRange> all;
    bool isOneDay = true;
    for (const ItemPlan& item : itemsOf(plan, phase))
        if (const auto done = doneDates(plan, item)) {
            widen(all, rangeOf(done));
            isOneDay = isOneDay && done->isOneDay;
        }
    if (!all)
        return std::nullopt;
    return DoneDates{all->first, all->last, isOneDay && all->first == all->last};
}

std::optional<DateRange> workDates(const Plan& plan, const ItemPlan& item)
{
    std::optional<DateRange> all = rangeOf(doneDates(plan, item));
    widen(all, leftDates(plan, item.when.likely, item.hasWork));
    return all;
}

std::optional<DateRange> workDates(const Plan& plan, const PhasePlan& phase)
{
    std::optional<DateRange> all = rangeOf(doneDates(plan, phase));
    widen(all, leftDates(plan, phase.when.likely, phase.hasWork));
    return all;
}

std::optional<DateRange> promisedDates(const Plan& plan, const ItemPlan& item)
{
    if (!plan.inputs.baseline)
        return std::nullopt;
    const auto& items = plan.inputs.baseline->items;
    const auto found = items.find(item.id);
    if (found == items.end() || !found->second.start || !found->second.finish)
        return std::nullopt;
    return DateRange{*found->second.start, *found->second.finish};
}

std::optional<DateRange> promisedDates(const Plan& plan, const PhasePlan& phase)
{
    std::optional<DateRange> all;
    for (const ItemPlan& item : itemsOf(plan, phase))
        widen(all, promisedDates(plan, item));
    return all;
}

std::optional<DateRange> toldDates(const Plan& plan)
{
    std::optional<DateRange> all;
    for (const ItemPlan& item : plan.items) {
        widen(all, rangeOf(doneDates(plan, item)));
        widen(all, promisedDates(plan, item));
    }
    return all;
}

double expectedEffort(const Plan& plan, const ItemPlan& item)
{
    return item.fullEffort.likely * (wasPartly(plan.inputs, item.id) ? plan.catalogue->partialFactor.value : 1.0);
}

double partDone(const ItemPlan& item)
{
    if (item.state == ItemState::done)
        return 1;
    const double spent = item.state == ItemState::underWay ? item.actual.spent.value_or(0) : 0;
    return spent > 0 ? spent / (spent + item.effort.likely) : 0;
}

} // namespace trestle
