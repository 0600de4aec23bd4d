#pragma once

#include "models/money/price.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// How the simulated runs of a price spread over what they leave: what loses money is filled in red, left of a line at
/// nothing. Painted alike on screen and on paper.
struct MarginBars {
    std::vector<std::size_t> counts; ///< of runs, bar by bar
    std::size_t runs = 0;
    double first = 0; ///< dollars, a multiple of the step
    double step = 1;
    double mean = 0;
    QString loss; ///< what is said of the runs that lose money
    std::optional<std::size_t> reading;
    QFont font;

    [[nodiscard]] double from(std::size_t bar) const { return first + step * static_cast<double>(bar); }
    [[nodiscard]] double last() const { return from(counts.size()); }
    [[nodiscard]] bool isLoss(std::size_t bar) const { return from(bar + 1) <= step * 1e-6; }
    [[nodiscard]] std::optional<std::size_t> barAt(const QRectF& area, QPointF place) const;
    /// Rows of "From AUD", "To AUD", "Simulated projects".
    [[nodiscard]] QString table() const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] QRectF plot(const QRectF& area) const;
    [[nodiscard]] double at(const QRectF& plot, double dollars) const;
    void paintAxis(QPainter& painter, const QRectF& plot, const QPalette& palette) const;
    void paintSign(QPainter& painter, const QRectF& area, double dollars, int line, const QString& text,
                   const QColor& color) const;
};

/// Of a simulation that was asked for its price.
MarginBars marginBars(const Risk& risk, const PriceOfKind& price);

} // namespace trestle
