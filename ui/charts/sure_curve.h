#pragma once

#include <QFont>
#include <QPalette>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// How sure a plan is to be within a value: the share of the simulated plans that stay at or under it, rising from 0 to
/// 1. Painted alike on screen and on paper; coordinates are the painter's logical units.
struct SureCurve {
    /// A point of the curve that is named: "14 Jun 2027" at 80 %.
    struct Mark {
        double value = 0;
        double chance = 0;
        QString label;
        bool chosen = false; ///< the confidence of the headline
    };
    /// A dashed line across: the target date, the budget.
    struct Limit {
        double value = 0;
        QString label;
    };

    /// The same plan with less that may go otherwise, drawn behind the curve.
    struct Behind {
        std::vector<QPointF> points;
        QString name;        ///< in the legend
        bool dashed = false; ///< else thin
        std::optional<Mark> mark;
    };

    /// A value that is named on the axis.
    struct Tick {
        double value = 0;
        QString label;
    };

    std::vector<QPointF> points; ///< value and chance, both rising
    std::vector<Mark> marks;
    std::vector<Behind> behind;
    QString name; ///< of the curve itself in the legend; there is one where something is behind it
    std::optional<Limit> limit;
    double first = 0; ///< of the axis of values
    double last = 1;
    double leastStep = 1;                ///< between two ticks
    std::function<QString(double)> tick; ///< a value on the axis
    std::vector<Tick> ticks;             ///< of an axis of dates, in place of round values; as many as have room
    QString unit;                        ///< below the axis
    std::optional<double> reading;       ///< a value to point out
    QFont font;

    [[nodiscard]] QRectF plot(const QRectF& area) const;
    [[nodiscard]] QPointF at(const QRectF& area, double value, double chance) const;
    [[nodiscard]] double valueAt(const QRectF& area, double x) const;
    [[nodiscard]] double chanceAt(double value) const;
    /// Where a label of that size stands beside its mark: across no dashed line, as far as there is room.
    [[nodiscard]] QRectF labelBox(const QRectF& area, const Mark& mark, QSizeF size) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] double legendHeight() const;
    void paintLegend(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    [[nodiscard]] QPolygonF lineOf(const QRectF& area, const std::vector<QPointF>& curve) const;
    void paintBehindMarks(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    [[nodiscard]] std::vector<Tick> ticksFor(double width) const;
    void paintLimit(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    [[nodiscard]] QFont labelFont(const Mark& mark) const;
    [[nodiscard]] QRectF ownLabelBox(const QRectF& area, const Mark& mark) const;
    /// What dashed lines a label is to keep clear of.
    [[nodiscard]] std::vector<QLineF> dashedLines(const QRectF& area) const;
    void paintMark(QPainter& painter, const QRectF& area, const Mark& mark, const QPalette& palette) const;
    void paintReading(QPainter& painter, const QRectF& area, const QPalette& palette) const;
};

/// Points that draw a sorted sample: as many as a chart can show apart, first and last among them.
std::vector<QPointF> curveOf(const std::vector<double>& sorted);

} // namespace trestle
