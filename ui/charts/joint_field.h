#pragma once

#include <QFont>
#include <QPalette>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>
#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// Simulated plans as dots, finish across and cost upward, parted in four by a target date and a budget; beside them
/// the four parts as fields in the same order, each with its share. Painted alike on screen and on paper.
struct JointField {
    /// Fields as they lie in the picture, row by row.
    enum Quarter { OnTimeOver, LateOver, Both, LateInBudget };
    struct Field {
        QString share;   ///< "91 %"
        QString caption; ///< "on time and in budget"
    };

    std::vector<QPointF> runs; ///< finish and cost
    double first = 0;          ///< of the axis across
    double last = 1;
    double least = 0; ///< of the axis upward
    double most = 1;
    double target = 0; ///< within the axes, or beyond them
    double budget = 0;
    QString targetLabel;
    QString budgetLabel;
    std::array<Field, 4> fields;
    std::function<QString(double)> tickAcross;
    std::function<QString(double)> tickUpward;
    QString unit; ///< below the axis across
    std::optional<std::size_t> reading;
    QFont font;

    /// Where the dots and where the fields are: side by side, or below each other where it is narrow.
    [[nodiscard]] QRectF scatter(const QRectF& area) const;
    [[nodiscard]] QRectF field(const QRectF& area, std::size_t quarter) const;
    [[nodiscard]] QPointF at(const QRectF& area, double across, double upward) const;
    [[nodiscard]] bool isWide(const QRectF& area) const;
    /// What it needs in height at a width.
    [[nodiscard]] double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] QRectF plot(const QRectF& area) const;
    [[nodiscard]] QRectF fields4(const QRectF& area) const;
    void paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintLimits(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintField(QPainter& painter, const QRectF& area, std::size_t quarter, const QPalette& palette) const;
};

} // namespace trestle
