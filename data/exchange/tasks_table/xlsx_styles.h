#pragma once

#include <pugixml.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace trestle::xlsx {

/// What a cell's format makes of its number.
enum class NumberKind : std::uint8_t {
    plain,
    date, ///< with a time of day or without
    time, ///< alone: parts of a day
    percent,
};

/// By the index of a cell's style.
std::vector<NumberKind> numberKinds(pugi::xml_node styles);
/// Of a format's code, as `d/m/yyyy`, `[h]:mm` or `0.0%`.
NumberKind kindOfFormat(std::string_view code);

/// The elements of that name, whatever prefix the writer gave to the namespace.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
bool isCalled(pugi::xml_node node, std::string_view name);
/// Of the attribute of that name, with a prefix or without.
std::string_view attribute(pugi::xml_node node, std::string_view name);

} // namespace trestle::xlsx
