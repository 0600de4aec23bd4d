#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QPalette>
#include <QRectF>

#include <limits>
#include <optional>

class QPainter;

/// Paints a laid-out chart in the colours of a palette's theme, into any painter: the window's, a picture's, a PDF's.
/// Coordinates are the layout's; move the painter to place it.
namespace trestle {

struct GanttPaintOptions {
    QRectF exposed; ///< what has to be painted; rows outside it cost nothing
    std::size_t selectedRow = GanttLayout::kNoRow;
    double selectionEnd = std::numeric_limits<double>::infinity(); ///< where its highlight ends, rounded
    bool slack = false; ///< a thin line from each bar to where it would move the finish
    bool grid = true;
};

void paintGantt(QPainter& painter, const GanttLayout& layout, const QPalette& palette,
                const GanttPaintOptions& options);

/// Months above week numbers in `area`, whose left end shows place `left` of the axis. Above week numbers the year of
/// the first month stands left of the area.
void paintGanttHeader(QPainter& painter, const GanttLayout& layout, const QPalette& palette, const QRectF& area,
                      double left, bool weekNumbers = true);

/// That year; none where the labels are years themselves.
std::optional<int> yearLeftOfMonths(const GanttLayout& layout, double width, double left);

/// The labels of the dated lines, and of the days off where those leave room, in `area`, whose left end shows place
/// `left` of the axis: beside their lines, inside the area, none over another.
void paintGanttMarkLabels(QPainter& painter, const GanttLayout& layout, const Plan& plan, const QPalette& palette,
                          const QRectF& area, double left);

} // namespace trestle
