#include "ui/scenarios/scenario_gantt.h"

#include "ui/base/format.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/pictures/chart_actions.h"
#include "ui/scenarios/shared_axis.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace trestle {

namespace {

constexpr double kBetween = 3; ///< the two bars of a row
constexpr double kGap = 12;    ///< titles and chart
constexpr double kLabelShare = 0.34;
constexpr double kRight = 6;

/// Bars of what is left, in one half of their rows, without reference windows, extensions and slack.
GanttLayout half(const Plan& plan, const TimeAxis& axis, const GanttMetrics& metrics, bool upper)
{
    GanttLayoutOptions options;
    options.baseline = false;
    GanttLayout layout = layoutGantt(plan, axis, metrics, options);
    for (GanttRow& row : layout.rows) {
        const double block = 2 * metrics.phaseBar + kBetween;
        const double top = row.top + std::floor((row.height - block) / 2) + (upper ? 0 : metrics.phaseBar + kBetween);
        row.reference = {};
        row.done = {}; // the same in both
        row.until = {};
        row.bar = row.hasWork ? QRectF(row.bar.left(), top, row.bar.width(), metrics.phaseBar) : QRectF();
        row.slackTo = row.bar.right();
        if (!upper)
            row.until = std::exchange(row.bar, QRectF()); // painted pale, with an edge
    }
    return layout;
}

QString span(const Plan& plan, const PhasePlan& phase)
{
    if (!phase.hasWork)
        return ganttwords::settled(phase);
    const Span& when = phase.when.likely;
    return format::dateRange(plan.calendar.startDate(when.start), plan.calendar.lastDate(when.start, when.finish));
}

} // namespace

ScenarioGantt::ScenarioGantt(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("scenarioGantt"));
    setAccessibleName(tr("Two scenarios on one time axis"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(*this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_metrics = GanttMetrics::of(font());
    new ChartActions(*this,
                     {.isThere = [this] { return !m_upper.rows.empty(); },
                      .subject = [this] { return tr("%1 (dark) and %2 (pale)").arg(m_first.name, m_second.name); },
                      .table = [this] { return table(); },
                      .size = [this] { return QSizeF(size()); },
                      .paint =
                          [this](QPainter& painter, const QRectF& area, const QPalette& colours) {
                              painter.translate(area.topLeft());
                              paintChart(painter, colours, GanttLayout::kNoRow);
                          }});
}

void ScenarioGantt::setSides(Side upper, Side lower)
{
    m_first = std::move(upper);
    m_second = std::move(lower);
    if (m_row >= m_first.plan.phases.size())
        m_row = GanttLayout::kNoRow;
    layOut();
    QStringList lines;
    for (std::size_t row = 0; row < m_first.plan.phases.size(); ++row)
        lines += reading(row);
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
}

double ScenarioGantt::labelWidth() const
{
    const QFontMetricsF metrics(m_metrics.itemFont);
    double widest = 0;
    for (std::size_t row = 0; row < m_first.plan.phases.size(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(titleOf(row)));
    return std::min(std::ceil(widest) + 1, width() * kLabelShare);
}

QString ScenarioGantt::titleOf(std::size_t row) const
{
    return ganttwords::title(m_first.plan.phases[row]);
}

void ScenarioGantt::layOut()
{
    m_metrics = GanttMetrics::of(font());
    m_metrics.phaseRow = 2 * m_metrics.phaseBar + kBetween + m_metrics.referenceGap * 2;
    if (m_first.plan.phases.empty())
        return;
    const SharedAxis shared(m_first.plan, m_second.plan);
    const double room = std::max(width() - labelWidth() - kGap - kRight, 1.0);
    const TimeAxis axis = shared.axis(shared.axis(1).fitting(room));
    m_upper = half(shared.onAxis(m_first.plan), axis, m_metrics, true);
    m_lower = half(shared.onAxis(m_second.plan), axis, m_metrics, false);
    if (m_lower.marks == m_upper.marks)
        m_lower.marks.clear();
    update();
}

QString ScenarioGantt::reading(std::size_t row) const
{
    if (row >= m_first.plan.phases.size() || row >= m_second.plan.phases.size())
        return {};
    return tr("%1: %2 %3; %4 %5")
        .arg(titleOf(row), m_first.name, span(m_first.plan, m_first.plan.phases[row]), m_second.name,
             span(m_second.plan, m_second.plan.phases[row]));
}

void ScenarioGantt::read(std::size_t row)
{
    if (row == m_row)
        return;
    m_row = row;
    update();
    Q_EMIT rowRead(reading(row));
}

QSize ScenarioGantt::sizeHint() const
{
    return {600, static_cast<int>(m_metrics.header + m_upper.height() + m_metrics.footer)};
}

QSize ScenarioGantt::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

void ScenarioGantt::paintEvent(QPaintEvent*)
{
    if (m_upper.rows.empty())
        return;
    QPainter painter(this);
    paintChart(painter, palette(), m_row);
}

void ScenarioGantt::paintChart(QPainter& painter, const QPalette& palette, std::size_t read) const
{
    const double left = labelWidth() + kGap;
    const double room = m_upper.axis.width();
    const double head = m_metrics.header;
    paintGanttHeader(painter, m_upper, palette, QRectF(left, 0, room + kRight, head), 0);
    painter.fillRect(QRectF(0, head - 1, width(), 1), roleColor(Role::Border, palette));

    painter.setFont(m_metrics.itemFont);
    const QFontMetricsF words(m_metrics.itemFont);
    for (std::size_t row = 0; row < m_upper.rows.size(); ++row) {
        const GanttRow& place = m_upper.rows[row];
        const QRectF line(0, head + place.top, width(), place.height);
        if (row == read) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(roleColor(Role::Selection, palette));
            painter.drawRoundedRect(line, 6, 6);
        }
        painter.setPen(roleColor(place.hasWork || m_lower.rows[row].hasWork ? Role::Text : Role::TextMuted, palette));
        painter.drawText(QRectF(2, line.top(), left - kGap, line.height()),
                         static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter),
                         words.elidedText(titleOf(row), Qt::ElideRight, left - kGap));
    }

    GanttPaintOptions options;
    options.exposed = QRectF(0, 0, room + 1, m_upper.height() + m_metrics.footer);
    painter.translate(left, head);
    for (const GanttLayout* layout : {&m_lower, &m_upper}) {
        options.grid = layout == &m_lower;
        paintGantt(painter, *layout, palette, options);
    }
    GanttLayout labels = m_upper;
    labels.marks.insert(labels.marks.end(), m_lower.marks.begin(), m_lower.marks.end());
    paintGanttMarkLabels(painter, labels, m_first.plan, palette,
                         QRectF(0, m_upper.height(), room + kRight, m_metrics.footer), 0);
}

QString ScenarioGantt::table() const
{
    QString table = tr("Phase\t%1\t%2\n").arg(m_first.name, m_second.name);
    for (std::size_t row = 0; row < m_first.plan.phases.size() && row < m_second.plan.phases.size(); ++row)
        table += QStringLiteral("%1\t%2\t%3\n")
                     .arg(titleOf(row), span(m_first.plan, m_first.plan.phases[row]),
                          span(m_second.plan, m_second.plan.phases[row]));
    return table;
}

std::size_t ScenarioGantt::rowAt(double y) const
{
    return m_upper.rowAt(y - m_metrics.header);
}

bool ScenarioGantt::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = reading(rowAt(help->pos().y()));
    if (text.isEmpty()) {
        QToolTip::hideText();
        event->ignore();
    } else {
        QToolTip::showText(help->globalPos(), text, this);
    }
    return true;
}

void ScenarioGantt::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
        updateGeometry();
    }
}

void ScenarioGantt::keyPressEvent(QKeyEvent* event)
{
    const std::size_t rows = m_upper.rows.size();
    const bool down = event->key() == Qt::Key_Down;
    if (rows == 0 || (!down && event->key() != Qt::Key_Up)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_row >= rows)
        read(down ? 0 : rows - 1);
    else if (down ? m_row + 1 < rows : m_row > 0)
        read(down ? m_row + 1 : m_row - 1);
}

void ScenarioGantt::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_upper.rows.empty() && event->reason() != Qt::MouseFocusReason)
        read(0);
}

void ScenarioGantt::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    read(GanttLayout::kNoRow);
}

void ScenarioGantt::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace trestle
