#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace trestle {

/// A row of bars for each phase, painted alike on screen and on paper: either by how much it moves a figure down and up
/// from its mean (a tornado), or two shares under each other.
struct PhaseBars {
    enum class Kind { Swing, Shares };
    struct Row {
        QString title;
        double first = 0;  ///< Swing: where it is short; Shares: the dark bar
        double second = 0; ///< Swing: where it is long; Shares: the pale bar below
    };

    Kind kind = Kind::Swing;
    std::vector<Row> rows;
    std::function<QString(double)> write; ///< a figure beside a bar
    std::function<QString(double)> tick;  ///< a figure on the axis
    double leastStep = 0;
    QString unit; ///< below the axis
    std::optional<std::size_t> reading;
    QFont font;
    double titleHeight = 0; ///< of the highest title once they are wrapped; 0: on one line, elided

    /// On paper, where a shortened title has no tool tip. `width` of the area.
    void wrapTitles(double width);

    /// What a row and the axis need in height.
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] double axisHeight() const;
    [[nodiscard]] double heightFor(std::size_t rowCount) const;

    [[nodiscard]] QRectF row(const QRectF& area, std::size_t index) const;
    /// Where a value stands; the bars of all rows share it.
    [[nodiscard]] double x(const QRectF& area, double value) const;
    [[nodiscard]] QRectF plot(const QRectF& area) const;
    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    [[nodiscard]] double reach() const; ///< of the axis, from 0 to either side
    [[nodiscard]] double figureWidth() const;
    [[nodiscard]] double titleWidth(const QRectF& area) const;
    void paintAxis(QPainter& painter, const QRectF& area, const QPalette& palette) const;
    void paintSwing(QPainter& painter, const QRectF& area, std::size_t index, const QPalette& palette) const;
    void paintShares(QPainter& painter, const QRectF& area, std::size_t index, const QPalette& palette) const;
};

} // namespace trestle
