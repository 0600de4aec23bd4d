#pragma once

#include <pugixml.hpp>

#include <functional>
#include <string_view>

namespace trestle::scanner {

/// Calls `visit` for each element of an XML file, with its line; of a damaged one, what
/// stands before the damage.
void forEachElement(std::string_view text, const std::function<void(pugi::xml_node element, int line)>& visit);

} // namespace trestle::scanner
