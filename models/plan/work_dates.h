#pragma once

#include "models/plan/plan.h"

#include <optional>

/// When items and phases were worked on, when they are likely to be done, and when a baseline said they would be: as
/// dates, for charts, tables and exports. A phase begins with its first item and ends with its last.
namespace trestle {

/// Days on which something was worked on, both included.
struct DoneDates {
    Date first{};
    Date last{};           ///< of what is under way: the status date
    bool isOneDay = false; ///< one date alone is recorded: when it began or ended, not how long it took
    friend bool operator==(const DoneDates&, const DoneDates&) = default;
};

/// Absent where no date is recorded, and of what is under way where its start is not.
std::optional<DoneDates> doneDates(const Plan& plan, const ItemPlan& item);
std::optional<DoneDates> doneDates(const Plan& plan, const PhasePlan& phase);

/// From the first day that is recorded, or else likely, to the last that is likely, or else recorded.
std::optional<DateRange> workDates(const Plan& plan, const ItemPlan& item);
std::optional<DateRange> workDates(const Plan& plan, const PhasePlan& phase);

/// What the baseline promised; absent without one, and where it had no work.
std::optional<DateRange> promisedDates(const Plan& plan, const ItemPlan& item);
std::optional<DateRange> promisedDates(const Plan& plan, const PhasePlan& phase);

/// The first and last day of all that is recorded or was promised.
std::optional<DateRange> toldDates(const Plan& plan);

/// What the whole work on an item was likely to take before anything was learnt, person-weeks.
double expectedEffort(const Plan& plan, const ItemPlan& item);

/// How much of an item's work is done, 0 to 1, by effort: spent ÷ (spent + likely left); 1 of what is in place.
double partDone(const ItemPlan& item);

} // namespace trestle
