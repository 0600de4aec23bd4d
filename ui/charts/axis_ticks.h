#pragma once

#include <vector>

namespace trestle {

/// Round values from `first` to `last` (1, 2 or 5 times a power of ten apart, at least `least`), such that two of them
/// are `apart` pixels or more from each other on an axis of `pixels`.
std::vector<double> axisTicks(double first, double last, double pixels, double apart, double least = 0);

} // namespace trestle
