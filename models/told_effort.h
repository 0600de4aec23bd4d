#pragma once

#include "models/units.h"

#include <cstdint>

/// An effort as people say it: in weeks of one full-time person, a small one in days or hours. A week has 5 days and
/// 38 hours.
namespace trestle {

enum class EffortUnit : std::uint8_t { hours, days, weeks };

/// A range in one unit, the one that suits its high end: hours below half a day, weeks from two and a half on, days
/// between. Hours are whole, days whole or, below three, halves; something never rounds to nothing.
struct ToldEffort {
    EffortUnit unit = EffortUnit::weeks;
    double low = 0;
    double high = 0;
    friend bool operator==(const ToldEffort&, const ToldEffort&) = default;
};

ToldEffort toldEffort(PersonWeeks low, PersonWeeks high);

} // namespace trestle
