#pragma once

#include "data/exchange/export_stamp.h"
#include "ui/history/comparison_words.h"

#include <QByteArray>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace trestle {

/// "What changed since …" on pages: the headline of two versions side by side, then every change. Units of paper.h.
class ChangesSheets {
public:
    /// `page`: the room on a page.
    ChangesSheets(ComparisonWords words, const QPalette& palette, const QRectF& page);

    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    void paint(QPainter& painter, std::size_t page) const;

private:
    struct Piece {
        double height = 0;
        std::function<void(QPainter& painter, double top)> paint;
        bool withNext = false; ///< never the last on its page
    };
    struct Placed {
        std::size_t piece = 0;
        double top = 0;
    };
    void addHead();
    void addFigures();
    void addChanges();
    void addRow(const std::vector<QString>& cells, const std::vector<double>& edges, bool ruled, int weight);
    void place();

    ComparisonWords m_words;
    QPalette m_palette;
    QRectF m_page;
    std::vector<Piece> m_pieces;
    std::vector<std::vector<Placed>> m_pages;
};

/// A document of its own, with a footer. Any thread may call.
QByteArray comparisonPdf(const ComparisonWords& words, const ExportStamp& stamp);

} // namespace trestle
