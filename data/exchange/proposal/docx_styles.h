#pragma once

#include "data/exchange/export_look.h"

#include <pugixml.hpp>

/// How a client's document looks in Word: its named styles, which the reader of the file can change in one place.
namespace trestle::docx {

// Colours, as on the painted page.
inline constexpr const char* kMuted = "5D6673";
inline constexpr const char* kTint = "F3F5F8";
inline constexpr const char* kRule = "C9CFDA";
inline constexpr const char* kBar = "46587A";
inline constexpr const char* kSignLine = "6B7686";

// Ids of styles.
inline constexpr const char* kTitle = "Title";
inline constexpr const char* kHeading = "Heading1";
inline constexpr const char* kPhase = "Heading2"; ///< in a table of items
inline constexpr const char* kText = "Normal";
inline constexpr const char* kDetail = "Detail"; ///< smaller, muted
inline constexpr const char* kCaption = "FigureCaption";
inline constexpr const char* kValue = "FigureValue";
inline constexpr const char* kBullet = "ListBullet";
inline constexpr const char* kHead = "TableHead";
inline constexpr const char* kHeadFigure = "TableHeadFigure";
inline constexpr const char* kCell = "TableText";
inline constexpr const char* kFigure = "TableFigure"; ///< set to the right
inline constexpr const char* kHeader = "Header";
inline constexpr const char* kFooter = "Footer";
inline constexpr const char* kRuled = "RuledTable"; ///< with a line below each row
inline constexpr const char* kPlain = "PlainTable";

/// In twentieths of a point.
struct Page {
    int width = 0;
    int height = 0;
    int margin = 0;
    [[nodiscard]] int text() const { return width - 2 * margin; }
};
Page pageOf(PaperSize paper);

pugi::xml_document styles(const Page& page);
/// The bullets of kBullet.
pugi::xml_document numbering();
pugi::xml_document settings();

} // namespace trestle::docx
