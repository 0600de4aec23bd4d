#include "ui/gantt/gantt_legend.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace trestle {

namespace {

constexpr double kSwatch = 22;
constexpr double kSwatchGap = 7;
constexpr double kEntryGap = 26;

enum class Sign { Done, Bar, Until, Reference, DayOff, Link, People, Slack };

struct Entry {
    Sign sign;
    QString text;
    QRectF at; ///< swatch and text
};

std::vector<Entry> entriesOf(const GanttLegendOptions& options)
{
    std::vector<Entry> entries;
    if (options.done)
        entries.push_back({Sign::Done, tr("done"), {}});
    entries.push_back({Sign::Bar, tr("likely"), {}});
    if (options.until)
        entries.push_back({Sign::Until, ganttwords::untilLabel(options.confidence), {}});
    if (options.promised)
        entries.push_back({Sign::Reference,
                           options.baseline.isEmpty() ? tr("baseline") : tr("baseline “%1”").arg(options.baseline),
                           {}});
    else if (options.reference)
        entries.push_back({Sign::Reference, tr("article's window"), {}});
    if (options.daysOff)
        entries.push_back({Sign::DayOff, tr("day off"), {}});
    if (options.links) {
        entries.push_back({Sign::Link, tr("waits for"), {}});
        entries.push_back({Sign::People, tr("waits for people"), {}});
    }
    if (options.slack)
        entries.push_back({Sign::Slack, tr("slack"), {}});
    return entries;
}

/// Places the entries from the top left, line by line; gives the height.
double flow(std::vector<Entry>& entries, const GanttMetrics& metrics, double margin, double width)
{
    const QFontMetricsF font(metrics.itemFont);
    const double lineHeight = std::ceil(font.height()) + 4;
    double x = margin;
    double y = (metrics.legend - lineHeight) / 2;
    for (Entry& entry : entries) {
        const double room = std::max(width - 2 * margin, 4 * kSwatch);
        const double wanted = kSwatch + kSwatchGap + std::ceil(font.horizontalAdvance(entry.text)) + 1;
        const double entryWidth = std::min(wanted, room);
        if (x > margin && x + entryWidth > width - margin) {
            x = margin;
            y += lineHeight;
        }
        entry.at = QRectF(x, y, entryWidth, lineHeight);
        x += entryWidth + kEntryGap;
    }
    return entries.empty() ? 0 : entries.back().at.bottom() + (metrics.legend - lineHeight) / 2;
}

class SwatchPainter {
public:
    SwatchPainter(QPainter& painter, const GanttMetrics& metrics, const QPalette& palette)
        : m_painter(painter), m_metrics(metrics), m_palette(palette)
    {
    }

    void paint(Sign sign, const QRectF& at)
    {
        const QPointF middle(at.left(), at.center().y());
        const double bar = m_metrics.itemBar + 1;
        const QRectF block(middle.x(), std::round(middle.y() - bar / 2), kSwatch, bar);
        switch (sign) {
        case Sign::Done: m_painter.fillRect(block, roleColor(Role::Text, m_palette)); break;
        case Sign::Bar: fill(block, m_metrics.radius, Role::Bar); break;
        case Sign::Until:
            m_painter.setPen(QPen(roleColor(Role::BarPaleBorder, m_palette), 1));
            m_painter.setBrush(roleColor(Role::BarPale, m_palette));
            m_painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), m_metrics.radius, m_metrics.radius);
            break;
        case Sign::Reference:
            fill(QRectF(middle.x(), std::round(middle.y() - 1), kSwatch, m_metrics.reference), m_metrics.reference / 2,
                 Role::Reference);
            break;
        case Sign::DayOff:
            m_painter.fillRect(QRectF(middle.x() + kSwatch / 2 - 2, at.top() + 1, 4, at.height() - 2),
                               roleColor(Role::DayOff, m_palette));
            break;
        case Sign::Link:
        case Sign::People: arrow(middle, sign == Sign::People); break;
        case Sign::Slack:
            m_painter.setPen(QPen(roleColor(Role::Text, m_palette), 1.5, Qt::SolidLine, Qt::FlatCap));
            m_painter.drawLine(middle, middle + QPointF(kSwatch, 0));
            m_painter.drawLine(middle + QPointF(kSwatch, -3), middle + QPointF(kSwatch, 3));
            break;
        }
    }

private:
    void fill(const QRectF& rect, double radius, Role role)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(roleColor(role, m_palette));
        m_painter.drawRoundedRect(rect, radius, radius);
    }

    void arrow(QPointF from, bool dashed)
    {
        const double head = m_metrics.arrowHead;
        const QPointF tip = from + QPointF(kSwatch, 0);
        QPen pen(roleColor(Role::Accent, m_palette), 1.4, Qt::SolidLine, Qt::FlatCap);
        if (dashed)
            pen.setDashPattern({3.0, 2.2});
        m_painter.setPen(pen);
        m_painter.drawLine(tip - QPointF(head / 2, 0), from);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(roleColor(Role::Accent, m_palette));
        m_painter.drawPolygon(QPolygonF{tip, tip + QPointF(-head, -head / 2), tip + QPointF(-head, head / 2)});
    }

    QPainter& m_painter;
    const GanttMetrics& m_metrics;
    const QPalette& m_palette;
};

} // namespace

GanttLegendOptions ganttLegendOf(const Plan& plan, const GanttLayout& layout)
{
    GanttLegendOptions options;
    if (layout.until)
        options.confidence = layout.until->confidence;
    options.done = layout.anyDone;
    options.reference = std::ranges::any_of(layout.rows, [](const GanttRow& row) { return !row.reference.isEmpty(); });
    options.promised = layout.anyPromised;
    if (layout.anyPromised)
        options.baseline = format::text(plan.inputs.baseline->name);
    options.daysOff = !layout.daysOff.empty();
    return options;
}

double ganttLegendHeight(const GanttMetrics& metrics, const GanttLegendOptions& options, double width)
{
    std::vector<Entry> entries = entriesOf(options);
    return std::ceil(flow(entries, metrics, options.margin, width));
}

void paintGanttLegend(QPainter& painter, const GanttMetrics& metrics, const QPalette& palette, const QRectF& area,
                      const GanttLegendOptions& options)
{
    std::vector<Entry> entries = entriesOf(options);
    flow(entries, metrics, options.margin, area.width());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(metrics.itemFont);
    const QFontMetricsF font(metrics.itemFont);
    SwatchPainter swatches(painter, metrics, palette);
    for (const Entry& entry : entries) {
        const QRectF at = entry.at.translated(area.topLeft());
        swatches.paint(entry.sign, at);
        const QRectF text = at.adjusted(kSwatch + kSwatchGap, 0, 0, 0);
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         font.elidedText(entry.text, Qt::ElideRight, text.width()));
    }
    painter.restore();
}

GanttLegend::GanttLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ganttLegend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void GanttLegend::setContents(const GanttMetrics& metrics, const GanttLegendOptions& options)
{
    if (metrics == m_metrics && options == m_options)
        return;
    m_metrics = metrics;
    m_options = options;
    QStringList texts;
    for (const Entry& entry : entriesOf(options))
        texts += entry.text;
    setAccessibleName(tr("Legend: %1").arg(texts.join(tr(", "))));
    updateGeometry();
    update();
}

int GanttLegend::heightForWidth(int width) const
{
    return static_cast<int>(ganttLegendHeight(m_metrics, m_options, width));
}

QSize GanttLegend::sizeHint() const
{
    return {480, heightForWidth(480)};
}

QSize GanttLegend::minimumSizeHint() const
{
    return {120, static_cast<int>(m_metrics.legend)};
}

void GanttLegend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintGanttLegend(painter, m_metrics, palette(), rect(), m_options);
}

} // namespace trestle
