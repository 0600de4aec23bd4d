#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/gantt/gantt_layout.h"

#include <QPalette>
#include <QRectF>

class QPainter;

/// The charts of the report, in units of paper.h.
namespace trestle {

/// Where each phase ends at the confidence of the plan: the pale extension of its bar.
UntilFinish untilSure(const Plan& plan, const Risk& risk);

/// The Gantt chart of the phases with their titles and effort; some of its rows on each page.
class ReportGantt {
public:
    ReportGantt(const Plan& plan, const Risk& risk, const QPalette& palette, double width, double row);

    /// Height besides the rows: months and week numbers above, labels of dated lines below.
    static double fixedHeight();
    /// Height of a row that the longest title needs.
    static double leastRow(const Plan& plan);
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
/// How sure the plan is to be done by a week, with the week of its confidence marked; a sentence where every simulated
/// plan is done at the same time.
void paintSure(QPainter& painter, const QRectF& area, const Plan& plan, const Risk& risk, const QPalette& palette);

} // namespace trestle
