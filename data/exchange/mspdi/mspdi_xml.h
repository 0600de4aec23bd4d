#pragma once

#include "models/units.h"

#include <pugixml.hpp>

#include <cstdint>
#include <string>

/// What the parts of MS Project XML are written with.
namespace trestle::mspdi {

void add(pugi::xml_node parent, const char* name, const std::string& text);
void add(pugi::xml_node parent, const char* name, std::int64_t number);
/// Nothing where the text is empty.
void addText(pugi::xml_node parent, const char* name, const std::string& text);
/// Costs are written in cents.
void addCost(pugi::xml_node parent, const char* name, Money amount);

/// With as many of six decimals as it has.
std::string plainNumber(double value);
/// `08:00:00`
std::string clockTime(int minuteOfDay);

} // namespace trestle::mspdi
