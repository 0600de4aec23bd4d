#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

/// WordprocessingML in small pieces. Lengths are twentieths of a point, sizes of type half points, as the format has
/// them; the page's styles are in docx_styles.h.
namespace trestle::docx {

using pugi::xml_node;

inline constexpr const char* kNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// `name`="`value`" on a node.
void set(xml_node node, const char* name, std::string_view value);
/// A child with w:val.
xml_node valued(xml_node parent, const char* name, std::string_view value);

/// A paragraph of a style; `withNext`: on the same page as what follows.
xml_node paragraph(xml_node parent, const char* style, bool withNext = false);
struct Run {
    bool bold = false;
    const char* color = nullptr; ///< "5D6673"; null: the style's
};
/// Text at the end of a paragraph; line breaks and tabs are kept.
void text(xml_node paragraph, std::string_view text, Run run = {});
/// What the reader works out: "PAGE", "NUMPAGES".
void field(xml_node paragraph, const char* instruction);

/// A table of the page's width whose columns have these widths.
xml_node table(xml_node body, const char* style, const std::vector<int>& widths);
struct Row {
    bool isHead = false; ///< again on each page
    int height = 0;      ///< at least; 0: as high as its text
};
/// A row, never broken between pages.
xml_node row(xml_node table, Row row = {});
struct Cell {
    int width = 0;
    int span = 1;                ///< columns
    const char* fill = nullptr;  ///< its ground
    const char* below = nullptr; ///< colour of a line below it
    bool atFoot = false;         ///< its text stands at its lower edge
};
/// A cell, which needs a paragraph.
xml_node cell(xml_node row, Cell cell);

} // namespace trestle::docx
