#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/gantt/gantt_layout.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace trestle {

/// Where each phase ends at the confidence of the plan: the pale extension of its bar.
UntilFinish untilSure(const Plan& plan, const Risk& risk);

/// The bars of a plan in a column of a table: each row paints its own part, so that the chart goes over pages with the
/// table. Behind each bar the date on which it ends. Units of paper.h.
class ReportTimeline {
public:
    /// Of what the bars tell: likely dates and until when they are sure, or one date each.
    enum class Bars { LikelyAndSure, OneDate };

    ReportTimeline(const Plan& plan, const Risk& risk, const QPalette& palette, double width, Bars bars);
    ReportTimeline(const ReportTimeline&) = delete;
    ReportTimeline& operator=(const ReportTimeline&) = delete;

    void paintHead(QPainter& painter, const QRectF& cell) const;
    /// `saysSettled`: "in place" and the like where there is no bar.
    void paintPhase(QPainter& painter, const QRectF& cell, std::size_t phase, bool saysSettled) const;
    void paintItem(QPainter& painter, const QRectF& cell, std::size_t item) const;
    /// A row without a bar: months, days off and the target's line.
    void paintGround(QPainter& painter, const QRectF& cell) const;
    /// Below the bars: the labels of the target and of days off.
    void paintFoot(QPainter& painter, const QRectF& cell) const;
    [[nodiscard]] bool hasFoot() const;

    /// When a phase is done, at the plan's confidence; "26 Jan", with the year where that is not the plan's first.
    [[nodiscard]] QString sureDate(std::size_t phase) const;

private:
    [[nodiscard]] const GanttRow& rowOfPhase(std::size_t phase) const;
    [[nodiscard]] const GanttRow& rowOfItem(std::size_t item) const;
    void paintMonths(QPainter& painter, const QRectF& cell) const;
    void paintTarget(QPainter& painter, const QRectF& cell) const;
    void paintStatus(QPainter& painter, const QRectF& cell) const;
    void paintDone(QPainter& painter, const QRectF& cell, const GanttRow& row, double height) const;
    void paintEnd(QPainter& painter, const QRectF& cell, double x, const QString& text, bool strong) const;

    const Plan& m_plan;
    QPalette m_palette;
    Bars m_bars;
    double m_ends = 0; ///< room behind the last bar for its date
    GanttLayout m_layout;
    const GanttMark* m_target = nullptr;
    const GanttMark* m_status = nullptr;
};

/// Marks with their meanings, for the heading above: "done" where anything is, "likely", "until 80 % sure".
double timelineLegendWidth(const Plan& plan);
void paintTimelineLegend(QPainter& painter, const QRectF& place, const Plan& plan, const QPalette& palette);

} // namespace trestle
