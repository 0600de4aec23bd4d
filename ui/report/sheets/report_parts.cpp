#include "ui/report/sheets/report_parts.h"

#include "models/risk/outlook.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/charts/month_bars.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/paper/paper.h"
#include "ui/risk/risk_charts.h"
#include "ui/risk/risk_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kAxisHead = 36; // months above week numbers
constexpr double kAxisFoot = 18;
constexpr double kWidestTitle = 250;
constexpr double kTitleRowAir = 4; // above and below a title together
constexpr double kChartGap = 40;
constexpr double kLeastLeft = 250;

GanttMetrics metricsFor(double row)
{
    GanttMetrics metrics = GanttMetrics::of(paper::font(paper::kSmall));
    metrics.phaseRow = row;
    metrics.phaseBar = std::min(11.0, row * 0.4);
    metrics.reference = 3;
    metrics.referenceGap = std::min(3.0, row * 0.1);
    metrics.headerLine = kAxisHead / 2;
    metrics.header = kAxisHead;
    metrics.footer = kAxisFoot;
    metrics.headerFont = paper::font(paper::kSmall, QFont::DemiBold);
    metrics.weekFont = paper::font(paper::kSmall);
    return metrics;
}

QString effortText(const PhasePlan& phase)
{
    return phase.mayHaveWork() ? format::effortRange(phase.effort.low, phase.effort.high) : ganttwords::settled(phase);
}

/// Of the column of titles: longer ones take further lines.
double titlesWidth(const Plan& plan)
{
    const QFontMetricsF font(paper::font(12));
    double most = 0;
    for (const PhasePlan& phase : plan.phases)
        most = std::max(most, font.horizontalAdvance(ganttwords::title(phase)));
    return std::min(std::ceil(most) + 1, kWidestTitle);
}

} // namespace

UntilFinish untilSure(const Plan& plan, const Risk& risk)
{
    UntilFinish until;
    until.confidence = plan.inputs.confidence;
    for (const PhaseRisk& phase : risk.phases)
        until.phases.push_back(atConfidence(phase.finishWeek, plan.inputs.confidence));
    return until;
}

ReportGantt::ReportGantt(const Plan& plan, const Risk& risk, const QPalette& palette, double width, double row)
    : m_plan(plan), m_palette(palette)
{
    const QFontMetricsF font(paper::font(12));
    for (const PhasePlan& phase : plan.phases)
        m_efforts = std::max(m_efforts, font.horizontalAdvance(effortText(phase)));
    m_titles = titlesWidth(plan);
    m_efforts = std::ceil(m_efforts) + 24;
    m_left = std::max(m_titles + m_efforts + kChartGap, kLeastLeft);
    m_room = width - m_left;
    GanttLayoutOptions options;
    options.until = untilSure(plan, risk);
    const auto& ends = options.until->phases;
    const TimeAxis axis =
        TimeAxis::ofPlan(plan, 1, ends.empty() ? std::nullopt : std::optional(*std::ranges::max_element(ends)));
    m_layout = layoutGantt(plan, axis.scaled(axis.fitting(m_room)), metricsFor(row), options);
}

double ReportGantt::fixedHeight()
{
    return kAxisHead + kAxisFoot;
}

double ReportGantt::leastRow(const Plan& plan)
{
    const double width = titlesWidth(plan);
    double tall = 0;
    for (const PhasePlan& phase : plan.phases)
        tall = std::max(tall, paper::wrappedHeight(ganttwords::title(phase), paper::font(12), width));
    return tall + kTitleRowAir;
}

void ReportGantt::paintLabels(QPainter& painter, const GanttRow& row, QPointF origin) const
{
    const PhasePlan& phase = m_plan.phases[row.index];
    const QColor ink = roleColor(phase.mayHaveWork() ? Role::Text : Role::TextMuted, m_palette);
    paper::line(painter, {origin.x(), origin.y(), m_titles, row.height}, ganttwords::title(phase), paper::font(12),
                ink);
    paper::line(painter, {origin.x() + m_titles, origin.y(), m_efforts, row.height}, effortText(phase), paper::font(12),
                ink, Qt::AlignRight);
}

void ReportGantt::paint(QPainter& painter, QPointF topLeft, std::size_t firstRow, std::size_t rowCount) const
{
    if (firstRow + rowCount > m_layout.rows.size() || rowCount == 0)
        return;
    const GanttRow& first = m_layout.rows[firstRow];
    const double tall = m_layout.rows[firstRow + rowCount - 1].bottom() - first.top;
    const double chartLeft = topLeft.x() + m_left;
    paintGanttHeader(painter, m_layout, m_palette, {chartLeft, topLeft.y(), m_room, kAxisHead}, 0);

    painter.save();
    painter.translate(chartLeft, topLeft.y() + kAxisHead - first.top);
    GanttPaintOptions options;
    options.exposed = QRectF(0, first.top, m_room, tall);
    painter.setClipRect(options.exposed.adjusted(-2, 0, 2, kAxisFoot));
    paintGantt(painter, m_layout, m_palette, options);
    painter.restore();
    paintGanttMarkLabels(painter, m_layout, m_plan, m_palette,
                         {chartLeft, topLeft.y() + kAxisHead + tall, m_room, kAxisFoot}, 0);
    for (std::size_t r = firstRow; r < firstRow + rowCount; ++r)
        paintLabels(painter, m_layout.rows[r],
                    {topLeft.x(), topLeft.y() + kAxisHead + m_layout.rows[r].top - first.top});
    if (!m_layout.anyWork) {
        const QString message = ganttwords::nothingLeft(m_plan);
        QRectF box(0, 0, QFontMetricsF(paper::font(12)).horizontalAdvance(message) + 24, 26);
        box.moveCenter({chartLeft + m_room / 2, topLeft.y() + kAxisHead + tall / 2});
        painter.fillRect(box, roleColor(Role::Surface, m_palette)); // over the reference windows
        paper::line(painter, box, message, paper::font(12), roleColor(Role::Text, m_palette), Qt::AlignHCenter);
    }
}

void paintFunds(QPainter& painter, const QRectF& area, const Plan& plan, const QPalette& palette)
{
    MonthBars bars{monthBars(shownMonthTable(plan, plan.inputs.gst), plan.inputs.gst == GstBasis::price), false,
                   paper::font(paper::kSmall)};
    while (bars.bars.size() > 1 && bars.bars.back().likely == Money{}) // months of the high plan alone
        bars.bars.pop_back();
    bars.paint(painter, area, palette);
}

void paintSure(QPainter& painter, const QRectF& area, const Plan& plan, const Risk& risk, const QPalette& palette)
{
    const RiskPart words = riskWords(plan, risk).finish;
    if (!words.drawn) {
        paper::wrapped(painter, area.adjusted(0, 12, 0, 0), words.sentence, paper::font(12),
                       roleColor(Role::TextMuted, palette));
        return;
    }
    SureCurve curve = riskcharts::finishCurve(plan, risk, riskcharts::Scope::Paper);
    curve.font = paper::font(paper::kSmall);
    curve.paint(painter, area, palette);
}

} // namespace trestle
