#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QRectF>

class QPainter;

/// The whole Gantt chart with its labels, on paper and in picture files: phase titles, effort and cost at the left,
/// the chart with months and week numbers at the right, the legend below. Logical pixels of 1/96 inch; a painter on a
/// finer device is scaled by the caller. Text keeps at least 11 px and is never cut: a long
/// title takes further lines.
namespace trestle {

struct GanttPageOptions {
    std::set<std::string> open = {}; ///< ids of the phases with a row for each item
    bool items = false;              ///< a row for each item of every phase
    bool effort = true;              ///< the column of person-weeks
    bool cost = true;                ///< the column of AUD
    bool reference = true;           ///< the windows of the source …
    bool baseline = true;            ///< … or, in their place, what the baseline promised, where there is one
    bool namesBaseline = true;       ///< in the legend
    bool weekNumbers = true;
    bool legend = true;
    LinkMode links = LinkMode::None;
    std::optional<Date> today;
    std::optional<UntilFinish> until;
    QFont font; ///< its pixel or point size is the size of a phase's title
};

/// What the chart needs in height at a width (the legend may need a second line in a narrow place).
qreal ganttPageHeight(const Plan& plan, qreal width, const GanttPageOptions& options);
/// Paints the chart into `area` from its top left corner; the background is left as it is.
void paintGanttPage(QPainter& painter, const QRectF& area, const Plan& plan, const QPalette& palette,
                    const GanttPageOptions& options);
/// The chart on a surface, `width` logical pixels wide with 16 px of margin, `scale` device pixels each.
QImage ganttImage(const Plan& plan, int width, qreal scale, const QPalette& palette, const GanttPageOptions& options);

} // namespace trestle
