#include "ui/gantt/gantt_page.h"

#include "ui/base/format.h"
#include "ui/base/text_block.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_legend.h"
#include "ui/gantt/gantt_links.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kColumnGap = 14;    ///< between columns
constexpr double kIndent = 16;       ///< of an item's title
constexpr double kLabelShare = 0.56; ///< of the width that titles and figures may take
constexpr double kLeastLabel = 90;
constexpr int kMargin = 16;

struct Columns {
    double title = 0;
    double effort = 0;
    double cost = 0;
    [[nodiscard]] double all() const { return title + effort + cost; }
};

struct RowText {
    QString title;
    QString effort;
    QString cost;
};

RowText textOf(const Plan& plan, const GanttRow& row)
{
    if (row.isPhase()) {
        const PhasePlan& phase = plan.phases[row.index];
        if (!phase.mayHaveWork())
            return {ganttwords::title(phase), ganttwords::settled(phase), {}};
        return {ganttwords::title(phase), format::effortRange(phase.effort.low, phase.effort.high),
                format::shownAmountRange(phase.shownCost.low, phase.shownCost.high)};
    }
    const ItemPlan& item = plan.items[row.index];
    if (!item.mayHaveWork())
        return {ganttwords::title(item), ganttwords::settled(plan, item), {}};
    return {ganttwords::title(item), format::effortRange(item.effort.low, item.effort.high),
            format::shownAmountRange(item.shownCost.low, item.shownCost.high)};
}

QString effortTitle()
{
    return tr("Work left");
}

QString costTitle()
{
    return tr("AUD");
}

class PagePainter {
public:
    PagePainter(const Plan& plan, const GanttPageOptions& options)
        : m_plan(plan), m_options(options), m_metrics(GanttMetrics::of(options.font))
    {
        m_open.open = options.open;
        m_open.today = options.today;
        m_open.until = options.until;
        m_open.reference = options.reference;
        m_open.baseline = options.baseline;
        if (options.items)
            for (const PhasePlan& phase : plan.phases)
                m_open.open.insert(phase.id);
        if (!options.weekNumbers)
            m_metrics.header = m_metrics.headerLine + 6;
    }

    [[nodiscard]] double height(double width)
    {
        makeRoomForTitles(width);
        return m_metrics.header + layout(TimeAxis::ofPlan(m_plan, 1)).height() + m_metrics.footer +
               (m_options.legend ? ganttLegendHeight(m_metrics, legend(), width) : 0);
    }

    void paint(QPainter& painter, const QRectF& area, const QPalette& palette)
    {
        makeRoomForTitles(area.width());
        const Columns columns = columnsFor(layout(TimeAxis::ofPlan(m_plan, 1)), area.width());
        const double left = area.left() + columns.all() + kColumnGap;
        const double room = std::max(area.right() - left, 1.0);
        TimeAxis axis = TimeAxis::ofPlan(m_plan, 1, lastUntil());
        GanttLayout chart = layout(axis.scaled(axis.fitting(room)));
        chart.arrows = layoutArrows(m_plan, chart, m_options.links, {});

        painter.save();
        const QRectF head(area.left(), area.top(), area.width(), m_metrics.header);
        // The first month may begin in the gap beside the columns, whose titles stand a line lower.
        const double lead = m_options.weekNumbers ? kColumnGap : 0;
        paintGanttHeader(painter, chart, palette, QRectF(left - lead, head.top(), room + lead, head.height()), -lead,
                         m_options.weekNumbers);
        paintTitles(painter, palette, head, columns);
        for (const GanttRow& row : chart.rows)
            paintLabels(painter, palette, row, QPointF(area.left(), head.bottom()), columns);
        paintChart(painter, palette, chart, QPointF(left, head.bottom()), room);
        if (m_options.legend) {
            const double top = head.bottom() + chart.height() + m_metrics.footer;
            paintGanttLegend(painter, m_metrics, palette, QRectF(area.left(), top, area.width(), area.bottom() - top),
                             legend());
        }
        painter.restore();
    }

private:
    /// Rows high enough for the longest title of their kind.
    void makeRoomForTitles(double width)
    {
        constexpr double kAir = 6;
        const GanttLayout rows = layout(TimeAxis::ofPlan(m_plan, 1));
        const Columns columns = columnsFor(rows, width);
        for (const GanttRow& row : rows.rows) {
            double& height = row.isPhase() ? m_metrics.phaseRow : m_metrics.itemRow;
            height = std::max(height, titleOf(row, columns, textOf(m_plan, row)).height() + kAir);
        }
    }

    [[nodiscard]] double indentOf(const GanttRow& row) const { return row.isPhase() ? 0 : kIndent; }

    /// In what the row's effort leaves free.
    [[nodiscard]] TextBlock titleOf(const GanttRow& row, const Columns& columns, const RowText& text) const
    {
        const QFont& font = fontOf(row);
        const double taken = columns.effort > 0 ? QFontMetricsF(font).horizontalAdvance(text.effort) + kColumnGap : 0;
        return {text.title, font, columns.title + columns.effort - taken - indentOf(row)};
    }

    [[nodiscard]] GanttLayout layout(const TimeAxis& axis) const
    {
        return layoutGantt(m_plan, axis, m_metrics, m_open);
    }

    [[nodiscard]] std::optional<Weeks> lastUntil() const
    {
        if (!m_options.until || m_options.until->phases.empty())
            return std::nullopt;
        return std::ranges::max(m_options.until->phases);
    }

    [[nodiscard]] GanttLegendOptions legend() const
    {
        GanttLegendOptions legend = ganttLegendOf(m_plan, layout(TimeAxis::ofPlan(m_plan, 1, lastUntil())));
        legend.until = !m_options.until || !m_options.until->phases.empty();
        legend.links = m_options.links != LinkMode::None;
        legend.margin = 0;
        if (!m_options.namesBaseline)
            legend.baseline.clear();
        return legend;
    }

    [[nodiscard]] const QFont& fontOf(const GanttRow& row) const
    {
        return row.isPhase() ? m_metrics.phaseFont : m_metrics.itemFont;
    }

    /// Figures give way to titles and chart where it is narrow; a title may use what its row's effort leaves free.
    [[nodiscard]] Columns columnsFor(const GanttLayout& rows, double width) const
    {
        const QFontMetricsF head(m_metrics.headerFont);
        Columns columns{0, head.horizontalAdvance(effortTitle()), head.horizontalAdvance(costTitle())};
        for (const GanttRow& row : rows.rows) {
            const QFontMetricsF font(fontOf(row));
            const RowText text = textOf(m_plan, row);
            columns.effort = std::max(columns.effort, font.horizontalAdvance(text.effort));
            columns.cost = std::max(columns.cost, font.horizontalAdvance(text.cost));
        }
        const double room = width * kLabelShare - kLeastLabel;
        columns.effort =
            m_options.effort && columns.effort + kColumnGap < room ? std::ceil(columns.effort) + kColumnGap : 0;
        columns.cost = m_options.cost && columns.effort + columns.cost + kColumnGap < room
                           ? std::ceil(columns.cost) + kColumnGap
                           : 0;
        columns.title = kLeastLabel;
        for (const GanttRow& row : rows.rows)
            columns.title = std::max(columns.title, std::ceil(titleWidth(row)) + 1 - columns.effort);
        columns.title = std::min(columns.title, width * kLabelShare - columns.effort - columns.cost);
        return columns;
    }

    /// Of the title and what stands right of it up to the end of the column of efforts.
    [[nodiscard]] double titleWidth(const GanttRow& row) const
    {
        const QFontMetricsF font(fontOf(row));
        const RowText text = textOf(m_plan, row);
        return indentOf(row) + font.horizontalAdvance(text.title) + kColumnGap + font.horizontalAdvance(text.effort);
    }

    void paintFigures(QPainter& painter, const QRectF& row, const Columns& columns, const RowText& text,
                      const QColor& figures)
    {
        painter.setPen(figures);
        const auto cell = [&](double left, double width, const QString& words) {
            if (width > 0)
                painter.drawText(QRectF(row.left() + left, row.top(), width, row.height()),
                                 static_cast<int>(Qt::AlignRight) | static_cast<int>(Qt::AlignVCenter), words);
        };
        cell(columns.title, columns.effort, text.effort);
        cell(columns.title + columns.effort, columns.cost, text.cost);
    }

    void paintTitles(QPainter& painter, const QPalette& palette, const QRectF& head, const Columns& columns)
    {
        painter.setFont(m_metrics.headerFont);
        const QColor muted = roleColor(Role::TextMuted, palette);
        painter.setPen(muted);
        const double line = m_metrics.headerLine;
        const QRectF row(head.left(), head.bottom() - 2 - line, head.width(), line);
        painter.drawText(row, static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter), tr("Phase"));
        paintFigures(painter, row, columns, {{}, effortTitle(), costTitle()}, muted);
        painter.fillRect(QRectF(head.left(), head.bottom() - 1, head.width(), 1), roleColor(Role::Border, palette));
    }

    void paintLabels(QPainter& painter, const QPalette& palette, const GanttRow& row, QPointF origin,
                     const Columns& columns)
    {
        const bool hasWork =
            row.isPhase() ? m_plan.phases[row.index].mayHaveWork() : m_plan.items[row.index].mayHaveWork();
        const RowText text = textOf(m_plan, row);
        const QRectF place(origin.x(), origin.y() + row.top, columns.all(), row.height);
        const TextBlock title = titleOf(row, columns, text);
        title.paint(painter, {place.left() + indentOf(row), place.center().y() - title.height() / 2},
                    roleColor(hasWork ? Role::Text : Role::TextMuted, palette));
        paintFigures(painter, place, columns, text,
                     roleColor(hasWork && row.isPhase() ? Role::Text : Role::TextMuted, palette));
    }

    void paintChart(QPainter& painter, const QPalette& palette, const GanttLayout& chart, QPointF origin, double room)
    {
        GanttPaintOptions options;
        options.exposed = QRectF(0, 0, room, chart.height() + m_metrics.footer);
        painter.save();
        painter.translate(origin);
        paintGantt(painter, chart, palette, options);
        paintGanttMarkLabels(painter, chart, m_plan, palette, QRectF(0, chart.height(), room, m_metrics.footer), 0);
        if (!chart.anyWork && !chart.anyDone) {
            painter.setFont(m_metrics.itemFont);
            painter.setPen(roleColor(Role::Text, palette));
            painter.drawText(options.exposed, Qt::AlignCenter | Qt::TextWordWrap, ganttwords::nothingLeft(m_plan));
        }
        painter.restore();
    }

    const Plan& m_plan;
    const GanttPageOptions& m_options;
    GanttMetrics m_metrics;
    GanttLayoutOptions m_open;
};

} // namespace

qreal ganttPageHeight(const Plan& plan, qreal width, const GanttPageOptions& options)
{
    return PagePainter(plan, options).height(width);
}

void paintGanttPage(QPainter& painter, const QRectF& area, const Plan& plan, const QPalette& palette,
                    const GanttPageOptions& options)
{
    PagePainter(plan, options).paint(painter, area, palette);
}

QImage ganttImage(const Plan& plan, int width, qreal scale, const QPalette& palette, const GanttPageOptions& options)
{
    const double inner = std::max(width - 2 * kMargin, 2 * kMargin);
    const double height = std::ceil(ganttPageHeight(plan, inner, options));
    QImage image((QSizeF(inner + 2 * kMargin, height + 2 * kMargin) * scale).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(roleColor(Role::Surface, palette));
    QPainter painter(&image);
    paintGanttPage(painter, QRectF(kMargin, kMargin, inner, height), plan, palette, options);
    return image;
}

} // namespace trestle
