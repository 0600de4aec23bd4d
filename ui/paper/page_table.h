#pragma once

#include "ui/base/text_block.h"
#include "ui/theme/theme.h"

#include <QPalette>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <vector>

class QPainter;

namespace trestle {

/// A table on paper whose cells take further lines where a column is too narrow for them: nothing is cut. Laid out for
/// a width once; rows are then painted one by one, so that a table may go over pages.
class PageTable {
public:
    struct Column {
        QString title = {};
        bool right = false;
        double grow = 0;  ///< its part of what is left beside the others; 0: as wide as its widest cell
        double width = 0; ///< not 0: exactly so wide
        /// Paints its cell of a row instead of a text, from `cell`'s top to its bottom.
        std::function<void(QPainter& painter, const QRectF& cell, std::size_t row)> paint = {};
        /// The same of its title.
        std::function<void(QPainter& painter, const QRectF& cell)> paintTitle = {};
    };

    struct Row {
        enum class Kind { Plain, Group, Sum, Muted };
        QStringList cells = {}; ///< as many as there are columns; one of a painted column is not shown
        Kind kind = Kind::Plain;
        double indent = 0;     ///< of the first cell
        bool isTicked = false; ///< a tick before that, in the indent
    };

    struct Style {
        int pixels = 13;
        double air = 8;     ///< of a row, above and below its text together
        double gap = 20;    ///< between columns
        bool ruled = true;  ///< a hairline above each row
        double padding = 0; ///< left of the first column and right of the last
    };

    PageTable(std::vector<Column> columns, std::vector<Row> rows, double width, const QPalette& palette);
    PageTable(std::vector<Column> columns, std::vector<Row> rows, double width, const QPalette& palette, Style style);

    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }
    [[nodiscard]] double headHeight() const;
    [[nodiscard]] double rowHeight(std::size_t row) const { return m_heights[row]; }
    /// Of all rows.
    [[nodiscard]] double height() const;
    [[nodiscard]] PageTable::Row::Kind kindOf(std::size_t row) const { return m_rows[row].kind; }
    /// Of a column, from the table's left.
    [[nodiscard]] double columnLeft(std::size_t column) const { return m_lefts[column]; }
    [[nodiscard]] double columnWidth(std::size_t column) const { return m_widths[column]; }
    void paintHead(QPainter& painter, QPointF at) const;
    void paintRow(QPainter& painter, QPointF at, std::size_t row) const;

private:
    void layOut();
    [[nodiscard]] double natural(std::size_t column) const;
    [[nodiscard]] QFont fontOf(const Row& row) const;
    [[nodiscard]] TextBlock cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] TextBlock title(std::size_t column) const;

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    double m_width = 0;
    QPalette m_palette;
    Style m_style;
    std::vector<double> m_widths;
    std::vector<double> m_lefts;
    std::vector<double> m_heights;
};

} // namespace trestle
