#pragma once

#include "models/date.h"

#include <pugixml.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The values of MS Project XML as they are read: nothing where an element is missing or holds something else.
namespace trestle::mspdi {

std::string textIn(pugi::xml_node node, const char* name);
/// Finite.
std::optional<double> numberIn(pugi::xml_node node, const char* name);
std::optional<int> wholeIn(pugi::xml_node node, const char* name);
bool isSet(pugi::xml_node node, const char* name);
/// The day of a date with a time, which need not be there.
std::optional<Date> dateFrom(std::string_view text);
std::optional<Date> dateIn(pugi::xml_node node, const char* name);
/// Minutes of a duration as ISO 8601 has it: `PT38H30M0S`, `P5D` (a day has `minutesPerDay`).
std::optional<double> minutesOf(std::string_view duration, double minutesPerDay);

/// Whether a duration or a lag in that format counts all hours, not the working ones.
bool isElapsed(int format);
bool isPercent(int format);

} // namespace trestle::mspdi
