#pragma once

#include "models/progress/forecast.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace trestle {

/// How the promise moved: the finish at 80 % and at 50 % over status dates, and what the baseline promised. Painted the
/// same on screen and in a picture.
struct PromiseCurve {
    Forecasts points;             ///< the oldest first
    std::optional<Date> baseline; ///< its finish, 80 % sure
    QFont font;
    std::optional<std::size_t> reading;

    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    [[nodiscard]] std::optional<std::size_t> pointAt(const QRectF& area, QPointF place) const;

private:
    struct Days {
        Date first{};
        Date last{};
    };
    [[nodiscard]] QRectF plot(const QRectF& area) const;
    [[nodiscard]] Days finishes() const;
    [[nodiscard]] double x(const QRectF& area, Date asOf) const;
    [[nodiscard]] double y(const QRectF& area, Date finish) const;
    void paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintBaseline(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintLine(QPainter& painter, const QRectF& area, const QPalette& palette, Date Forecast::* finish,
                   bool isSolid) const;
    void paintEnd(QPainter& painter, const QRectF& area, const QPalette& palette) const;
};

/// "The 50 % date slips 0.7 weeks a week; the 80 % date keeps its day."
QString slipWords(const Forecasts& forecasts);
/// All points in words, and as a table.
QString promiseDescription(const PromiseCurve& curve);
QString promiseTable(const PromiseCurve& curve);
QString promiseReading(const Forecast& forecast);

} // namespace trestle
