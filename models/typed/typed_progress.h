#pragma once

#include "models/inputs.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace trestle {

/// Why typed text says nothing of the work on an item.
enum class ProgressProblem : std::uint8_t {
    empty,
    notUnderstood,
    noSuchDate,
    afterToday,        ///< what has not happened yet
    finishBeforeStart, ///< within the text
    leftOrSpent,       ///< a time that may be either
    share,             ///< "half done": a part says neither what was spent nor what is left
    unordered,         ///< low, likely and high in another order
    contradiction,     ///< "done, 2 days left", or something said twice
    tooLarge,
};

/// What typed text may refer to.
struct ProgressContext {
    Date today{};                         ///< the later of today and the status date
    Date start{};                         ///< of the project: no day without a year is long before it
    double hoursPerWeek = 38;             ///< of a full-time week
    ItemState state = ItemState::missing; ///< of the item now
};

/// What was said of an item; what is absent was not spoken of.
struct TypedProgress {
    ItemState state = ItemState::underWay; ///< done, underWay or missing
    std::optional<Date> started;
    std::optional<Date> finished;
    std::optional<PersonWeeks> spent;
    std::optional<ThreePoint> left; ///< person-weeks; low = likely = high where one figure was typed
    friend bool operator==(const TypedProgress&, const TypedProgress&) = default;
};

/// What happened on an item as people type it: "done", "done yesterday, 20h", "finished 28 Jan, took 3 days", "2 days
/// left", "1-3 days left", "1/2/3 days left", "started Monday, 2½ days so far", "under way", "not started". A weekday
/// is the last such day, a day without a year the last such day since the project's start. "Done" without a day is
/// today.
std::expected<TypedProgress, ProgressProblem> readTypedProgress(std::string_view text, const ProgressContext& context);

/// Enters it. The status date moves up to `today` where something was said as of then, or to the latest day said.
void recordProgress(Inputs& inputs, const std::string& item, const TypedProgress& said, Date today);

} // namespace trestle
