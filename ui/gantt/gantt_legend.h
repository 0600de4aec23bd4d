#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QPalette>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace trestle {

struct GanttLegendOptions {
    std::optional<int> confidence; ///< of the pale extensions; absent: the high finish
    bool until = true;             ///< there are such extensions
    bool reference = true;
    bool done = false;
    bool promised = false; ///< what a baseline promised, in place of the windows …
    QString baseline = {}; ///< … and its name; empty: not told
    bool links = true;
    bool slack = false;
    bool daysOff = false;
    double margin = 16; ///< at the left and right
    friend bool operator==(const GanttLegendOptions&, const GanttLegendOptions&) = default;
};

/// Of what a laid-out chart shows; links and slack are left to say.
GanttLegendOptions ganttLegendOf(const Plan& plan, const GanttLayout& layout);

/// What the marks of the chart mean, in as many lines as the width needs.
double ganttLegendHeight(const GanttMetrics& metrics, const GanttLegendOptions& options, double width);
void paintGanttLegend(QPainter& painter, const GanttMetrics& metrics, const QPalette& palette, const QRectF& area,
                      const GanttLegendOptions& options);

/// The legend as a widget.
class GanttLegend : public QWidget {
    Q_OBJECT
public:
    explicit GanttLegend(QWidget* parent = nullptr);
    void setContents(const GanttMetrics& metrics, const GanttLegendOptions& options);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    GanttMetrics m_metrics;
    GanttLegendOptions m_options;
};

} // namespace trestle
