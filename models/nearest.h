#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// The candidate that a mistyped text most likely means: the one the fewest slips away, upper and lower case (of ASCII)
/// being the same; the first of several. Empty when none is near.
std::string nearestOf(std::string_view text, const std::vector<std::string_view>& candidates);

} // namespace trestle
