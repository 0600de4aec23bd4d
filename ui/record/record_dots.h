#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>

#include <cstddef>
#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// Past projects as dots along how long they took against what was planned, on a logarithmic axis: filled where the
/// promise at 80 % was kept, hollow where not. Those of about the same length are stacked. Behind them stands where 8
/// of 10 of the next are expected.
struct RecordDots {
    struct Dot {
        double y = 0; ///< ln(actual ÷ planned)
        bool isKept = false;
        friend bool operator==(const Dot&, const Dot&) = default;
    };

    std::vector<Dot> dots; ///< the shortest first
    double low = 0;        ///< ln of where 8 of 10 are expected
    double usual = 0;
    double high = 0;
    QFont font;
    std::optional<std::size_t> reading;

    /// Where a dot is.
    [[nodiscard]] QPointF centre(const QRectF& area, std::size_t dot) const;
    /// The one that is near a place.
    [[nodiscard]] std::optional<std::size_t> dotAt(const QRectF& area, QPointF place) const;
    /// Where a length stands.
    [[nodiscard]] double xOf(const QRectF& area, double y) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] std::vector<QPointF> centres(const QRectF& area) const;
    [[nodiscard]] QRectF field(const QRectF& area) const; ///< without titles and axis
    void paintExpected(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintAxis(QPainter& painter, const QRectF& area, const QPalette& palette) const;
};

} // namespace trestle
