#pragma once

#include <pugixml.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace trestle::slides {

using Attributes = std::initializer_list<std::pair<const char*, std::string_view>>;

/// An element of XML with its attributes, behind what `parent` has.
inline pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes = {})
{
    pugi::xml_node node = parent.append_child(name);
    for (const auto& [key, value] : attributes)
        node.append_attribute(key).set_value(std::string(value).c_str());
    return node;
}

/// The same with a text.
inline pugi::xml_node addText(pugi::xml_node parent, const char* name, std::string_view text)
{
    pugi::xml_node node = parent.append_child(name);
    node.text().set(std::string(text).c_str());
    return node;
}

inline constexpr std::string_view kDrawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
inline constexpr std::string_view kChart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
inline constexpr std::string_view kPresentation = "http://schemas.openxmlformats.org/presentationml/2006/main";
inline constexpr std::string_view kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

} // namespace trestle::slides
