#pragma once

#include "models/plan.h"
#include "ui/gantt/gantt_layout.h"

#include <QPalette>
#include <QRectF>

class QPainter;

/// The charts of the report, in units of paper.h.
namespace trestle {

/// The Gantt chart of the phases with their titles and effort; some of its rows on each page.
class ReportGantt {
public:
    ReportGantt(const Plan& plan, const QPalette& palette, double width, double row);

    /// Height besides the rows: months and week numbers above, labels of dated lines below.
    static double fixedHeight();
    void paint(QPainter& painter, QPointF topLeft, std::size_t firstRow, std::size_t rowCount) const;

private:
    void paintLabels(QPainter& painter, const GanttRow& row, QPointF origin) const;

    const Plan& m_plan;
    const QPalette& m_palette;
    double m_titles = 0; ///< widths of the columns
    double m_efforts = 0;
    double m_left = 0; ///< of the chart
    double m_room = 0;
    GanttLayout m_layout;
};

/// Cash by month, likely, ex GST.
void paintFunds(QPainter& painter, const QRectF& area, const Plan& plan, const QPalette& palette);
/// Cumulative spend with its band and the budget.
void paintSpend(QPainter& painter, const QRectF& area, const Plan& plan, const QPalette& palette);

} // namespace trestle
