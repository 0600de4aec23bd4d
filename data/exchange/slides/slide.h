#pragma once

#include "data/exchange/slides/slide_text.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace trestle::slides {

/// Inches from the top left of the slide.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

inline constexpr double kSlideWidth = 40.0 / 3; ///< 16:9
inline constexpr double kSlideHeight = 7.5;
inline constexpr double kSide = 0.75; ///< free at the left and right
inline constexpr double kInner = kSlideWidth - 2 * kSide;

/// Colours by what they are for; those of the deck's theme, which its user may change as a whole.
enum class Ink { text, soft, surface, bar, pale, paleEdge, rule };

enum class Side { left, middle, right };
enum class Level { top, middle, bottom };

struct TextLook {
    Type type = kBody;
    Ink ink = Ink::text;
    Side side = Side::left;
    Level level = Level::top;
};

/// Some inks may be absent: no fill, no edge.
struct ShapeLook {
    const Ink* fill = nullptr;
    const Ink* edge = nullptr;
    bool dashed = false;
    bool isRound = false; ///< an ellipse
};

/// A table's cell.
struct Cell {
    std::string text;
    bool bold = false;
    bool right = false; ///< aligned there
};

/// One slide as it is put together: text, shapes, tables, pictures and charts, all of them as the program that shows it
/// makes them itself. Everything stands inside the slide. What a text has too much for its box is cut, and counted.
class Slide {
public:
    explicit Slide(int number);

    /// The title, which the outline of the deck shows; in at most two lines. Gives where it ends.
    double title(const Box& box, std::string_view text, const Type& type = kTitle);
    /// In at most so many lines as the box has room for. Gives where it ends.
    double text(const Box& box, std::string_view text, const TextLook& look = {});
    void shape(const Box& box, const std::string& name, const ShapeLook& look);
    void line(double x1, double y1, double x2, double y2, const std::string& name, Ink ink, bool dashed = false);
    /// A picture or a chart by the id of its relationship; `told` is for who does not see it.
    void picture(const Box& box, const std::string& name, const std::string& relationship);
    void chart(const Box& box, const std::string& name, const std::string& told, const std::string& relationship);
    /// Rows of one height, the first with a line below; `widths` in inches.
    void table(double x, double y, const std::string& name, const std::vector<double>& widths, double rowHeight,
               const std::vector<std::vector<Cell>>& rows);
    /// What stands at the foot of every slide.
    void foot(std::string_view text);

    [[nodiscard]] const pugi::xml_document& document() const { return m_document; }
    [[nodiscard]] std::size_t cut() const { return m_cut; }

private:
    pugi::xml_node addShape(const std::string& name, const char* placeholder = nullptr);
    void addBody(pugi::xml_node shape, const std::string& text, const TextLook& look);

    pugi::xml_document m_document;
    pugi::xml_node m_tree;
    int m_number;
    int m_lastId = 1;
    std::size_t m_cut = 0;
};

} // namespace trestle::slides
