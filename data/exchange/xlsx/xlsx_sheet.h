#pragma once

#include "data/exchange/xlsx/xlsx_book.h"
#include "models/date.h"
#include "models/units.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct lxw_chart;
struct lxw_worksheet;

namespace trestle {

/// Rows and columns are counted from 0; in formulas the library's users see them from 1 and A.
struct CellAt {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
};

/// "B5", or with `isFixed` "$B$5", which stays what it is where the formula is copied to.
std::string cellName(CellAt at, bool isFixed = false);
std::string rangeName(CellAt first, CellAt last, bool isFixed = true);

/// One sheet of a book: cells are written in any order; columns get the width that their cells need and pages fit the
/// paper's width.
class XlsxSheet {
public:
    /// `name`: 1 to 31 characters.
    XlsxSheet(XlsxBook& book, std::string name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    /// A cell or range of this sheet, for the formulas of any: 'Cost by month'!$B$5
    [[nodiscard]] std::string ref(CellAt at) const;
    [[nodiscard]] std::string ref(CellAt first, CellAt last) const;

    void text(CellAt at, std::string_view text, CellLook look = {});
    void number(CellAt at, double value, CellLook look = {CellKind::decimal});
    void money(CellAt at, Money amount, CellLook look = {CellKind::money});
    void date(CellAt at, Date date, CellLook look = {CellKind::date});
    /// `value`: what it comes to as the file is made; all that is written where the formula is empty.
    void formula(CellAt at, const std::string& formula, double value, CellLook look = {CellKind::money});

    /// A text that goes on over the empty cells at its right and widens no column.
    void spill(CellAt at, std::string_view text, CellLook look = {});
    void title(std::string_view text); ///< in the first row
    /// A line across the whole table, on as many lines as it takes.
    void note(std::uint32_t row, std::string_view text, CellLook look = {.kind = CellKind::wrapped, .isFaint = true});
    /// What the columns below hold; stands at the right where that is figures.
    void headers(std::uint32_t row, const std::vector<std::string>& titles);
    /// Longer texts of the column go over several lines; kWidestText where nothing is said.
    void setWidest(std::uint16_t column, double characters) { m_widest[column] = characters; }
    /// The rows above and the columns before stay in sight, and the rows from `first` on stand on every printed page.
    void freeze(CellAt at, std::uint32_t first);
    void fitOnOnePage() { m_isOnePage = true; }
    /// What belongs to the row above, so that it can be folded away.
    void foldable(std::uint32_t row) { m_rows[row].isFoldable = true; }
    void chart(CellAt at, lxw_chart* chart, int width, int height);
    /// After all cells: widths, heights, print set-up.
    void finish(std::string_view footer);

    static constexpr double kWidestText = 46;

private:
    /// A cell whose text may take several lines.
    struct Text {
        CellAt at;
        std::string text;
        CellLook look;
    };
    struct Row {
        bool isFoldable = false;
        double height = 15.5; ///< points
    };
    void fit(CellAt at, double characters);
    [[nodiscard]] double widestOf(std::uint16_t column) const;
    [[nodiscard]] bool isOverFigures(const Text& header) const;
    void makeRoom(std::uint32_t row, std::string_view text, double width);
    void writeHeaders();
    void writeNotes();
    void setPage(std::string_view footer);

    XlsxBook& m_book;
    std::string m_name;
    lxw_worksheet* m_sheet;
    std::vector<double> m_widths;
    bool m_isOnePage = false;
    std::map<std::uint16_t, double> m_widest;
    std::map<std::uint32_t, Row> m_rows;
    std::set<std::pair<std::uint16_t, std::uint32_t>> m_figures; ///< column and row of cells that hold figures
    std::vector<Text> m_headers;
    std::vector<Text> m_wrapped;
    std::vector<Text> m_notes;
};

} // namespace trestle
