#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// How much room text takes on a slide, so that none runs out of its box or over its neighbour. Widths are those of
/// Arial, which every system has or has a font of the same widths for.
namespace trestle::slides {

/// Sizes of text in points. Nothing is smaller than `note`: 12 pixels of a slide that is 800 wide.
struct Type {
    double points = 16;
    bool bold = false;
};

inline constexpr Type kHeadline{40, true};
inline constexpr Type kTitle{28, true};
inline constexpr Type kLead{20, false};
inline constexpr Type kStrong{16, true};
inline constexpr Type kBody{16, false};
inline constexpr Type kNote{14.4, false};

inline constexpr double kPointsPerInch = 72;
/// From one line to the next, in inches.
double lineHeight(const Type& type);
/// Of one line, in inches.
double widthOf(std::string_view text, const Type& type);

/// One with right-to-left letters in it stands apart, so that it turns nothing else of its line round (U+2068 …
/// U+2069).
std::string isolated(std::string text);

/// Text as it fits a box.
struct FittedText {
    std::vector<std::string> lines;
    std::string whole;  ///< as one text: a reader breaks it anew
    bool isCut = false; ///< it ends in an ellipsis
};
/// In at most so many lines of `width` inches, broken between words, inside a word only where that alone is wider. Line
/// breaks of the text are spaces.
FittedText fittedText(std::string_view text, const Type& type, double width, std::size_t lines);

} // namespace trestle::slides
