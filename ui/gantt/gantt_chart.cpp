#include "ui/gantt/gantt_chart.h"

#include "ui/base/format.h"
#include "ui/gantt/gantt_painter.h"
#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace trestle {

namespace {

constexpr double kZoomPerNotch = 1.2;
constexpr double kNotch = 120;      ///< eighths of a degree
constexpr double kPanPerNotch = 48; ///< pixels
constexpr int kSelectionInset = 4;

} // namespace

GanttChart::GanttChart(QWidget* parent) : QWidget(parent), m_plan(std::make_shared<const Plan>())
{
    setObjectName(QStringLiteral("ganttChart"));
    setAccessibleName(tr("Gantt chart"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
}

void GanttChart::setContents(std::shared_ptr<const Plan> plan, GanttLayout layout)
{
    const GanttMark* held = m_moving ? target() : nullptr;
    const std::optional<Date> heldAt = held ? std::optional(held->date) : std::nullopt;
    m_plan = std::move(plan);
    m_layout = std::move(layout);
    m_link.reset(); // rows may have gone
    m_hovered = GanttLayout::kNoRow;
    if (heldAt && target())
        putTarget(*heldAt);
    else
        m_moving.reset();
    QStringList off;
    for (const GanttDaysOff& column : m_layout.daysOff)
        off += ganttwords::daysOffTip(column);
    setAccessibleDescription(off.isEmpty() ? QString() : tr("Days off: %1").arg(off.join(tr("; "))));
    update();
    Q_EMIT contentsChanged();
}

void GanttChart::setArrows(std::vector<GanttArrow> arrows)
{
    m_layout.arrows = std::move(arrows);
    update();
}

void GanttChart::setSelectedRow(std::size_t row)
{
    m_selectedRow = row;
    update();
}

void GanttChart::setSlackShown(bool shown)
{
    m_slack = shown;
    update();
}

void GanttChart::setOffset(QPointF offset)
{
    if (offset == m_offset)
        return;
    m_offset = offset;
    update();
}

QRect GanttChart::body() const
{
    const int top = static_cast<int>(m_layout.metrics.header);
    const int room = height() - top - static_cast<int>(m_layout.metrics.footer);
    return {0, top, width(), std::clamp(static_cast<int>(m_layout.height()), 0, std::max(room, 0))};
}

QRect GanttChart::footer() const
{
    return {0, body().bottom() + 1, width(), static_cast<int>(m_layout.metrics.footer)};
}

QRectF GanttChart::rowRect(std::size_t row) const
{
    const GanttRow& r = m_layout.rows[row];
    return {0, body().top() + r.top - m_offset.y(), static_cast<double>(width()), r.height};
}

QRectF GanttChart::barRect(std::size_t row) const
{
    const GanttRow& r = m_layout.rows[row];
    const QRectF bar = r.hasBars() ? r.done.united(r.bar).united(r.until) : r.reference.united(r.promised);
    return bar.translated(-m_offset.x(), body().top() - m_offset.y());
}

std::size_t GanttChart::rowAt(QPoint position) const
{
    return body().contains(position) ? m_layout.rowAt(position.y() - body().top() + m_offset.y()) : GanttLayout::kNoRow;
}

QSize GanttChart::sizeHint() const
{
    const GanttMetrics& metrics = m_layout.metrics;
    return {440, static_cast<int>(metrics.header + m_layout.height() + metrics.footer)};
}

QSize GanttChart::minimumSizeHint() const
{
    return {160, static_cast<int>(m_layout.metrics.header + m_layout.metrics.footer + 2 * m_layout.metrics.phaseRow)};
}

void GanttChart::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), roleColor(Role::Surface, palette()));
    const QRect head(0, 0, width(), static_cast<int>(m_layout.metrics.header));
    if (event->rect().intersects(head)) {
        painter.fillRect(QRect(0, head.bottom(), width(), 1), roleColor(Role::Border, palette()));
        painter.setClipRect(head);
        paintGanttHeader(painter, m_layout, palette(), head, m_offset.x());
    }
    paintBody(painter, event->rect());
    paintDrag(painter);
    painter.setClipRect(footer());
    paintGanttMarkLabels(painter, m_layout, *m_plan, palette(), footer(), m_offset.x());
    if (!m_layout.anyWork && !m_layout.anyDone)
        paintMessage(painter);
}

void GanttChart::paintBody(QPainter& painter, const QRect& dirty) const
{
    GanttPaintOptions options;
    options.selectedRow = m_selectedRow;
    options.selectionEnd = m_offset.x() + width() - kSelectionInset;
    options.slack = m_slack;
    const auto paintPart = [&](const QRect& part, double top) {
        const QRect visible = part & dirty;
        if (visible.isEmpty())
            return;
        const QPointF origin(-m_offset.x(), part.top() - top);
        painter.save();
        painter.setClipRect(visible);
        painter.translate(origin);
        options.exposed = QRectF(visible).translated(-origin);
        paintGantt(painter, m_layout, palette(), options);
        painter.restore();
    };
    paintPart(body(), m_offset.y());
    // Grid and dated lines go on behind the last row.
    paintPart(footer(), m_layout.height() + 1);
}

void GanttChart::paintMessage(QPainter& painter) const
{
    const QRect room = body().isEmpty() ? rect() : body();
    painter.setClipRect(rect());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_layout.metrics.phaseFont);
    constexpr int kMargin = 16;
    constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
    const QString text = ganttwords::nothingLeft(*m_plan);
    const QRect inner = room.adjusted(2 * kMargin, 0, -2 * kMargin, 0);
    const QRect words = painter.fontMetrics().boundingRect(inner, kFlags, text);
    painter.setPen(roleColor(Role::Border, palette()));
    painter.setBrush(roleColor(Role::SurfaceMuted, palette()));
    painter.drawRoundedRect(QRectF(words).adjusted(-kMargin, -kMargin, kMargin, kMargin), 8, 8);
    painter.setPen(roleColor(Role::Text, palette()));
    painter.drawText(words, kFlags, text);
}

bool GanttChart::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: return showTip(static_cast<QHelpEvent*>(event));
    case QEvent::Gesture: return pinch(static_cast<QGestureEvent*>(event));
    case QEvent::NativeGesture: {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            break;
        Q_EMIT zoomRequested(std::max(1 + gesture->value(), 0.1), gesture->position().x());
        return true;
    }
    default: break;
    }
    return QWidget::event(event);
}

bool GanttChart::pinch(QGestureEvent* event)
{
    const auto* gesture = static_cast<QPinchGesture*>(event->gesture(Qt::PinchGesture));
    if (!gesture)
        return false;
    if (gesture->changeFlags() & QPinchGesture::ScaleFactorChanged)
        Q_EMIT zoomRequested(gesture->scaleFactor(), mapFromGlobal(gesture->centerPoint()).x());
    event->accept();
    return true;
}

bool GanttChart::showTip(QHelpEvent* event)
{
    if (const GanttMark* mark = target(); mark && isAtTarget(event->pos())) {
        QToolTip::showText(event->globalPos(), tr("Target %1. Drag the line to move it.").arg(format::date(mark->date)),
                           this);
        return true;
    }
    const std::size_t row = rowAt(event->pos());
    const TimeAxis& axis = m_layout.axis;
    const double place = event->pos().x() + m_offset.x();
    const auto off = std::ranges::find_if(m_layout.daysOff, [place](const GanttDaysOff& column) {
        constexpr double kNear = 4;
        return place >= column.left - kNear && place <= column.left + column.width + kNear;
    });
    const double week = std::floor(axis.weekAt(event->pos().x() + m_offset.x()));
    if (row != GanttLayout::kNoRow) {
        QToolTip::showText(event->globalPos(), ganttwords::tooltip(*m_plan, m_layout.rows[row], m_layout.until), this,
                           rowRect(row).toAlignedRect());
    } else if (off != m_layout.daysOff.end()) {
        QToolTip::showText(event->globalPos(), ganttwords::daysOffTip(*off), this);
    } else if (event->pos().y() < body().top() && week >= axis.from() && week < axis.length()) {
        const Date last = axis.dateAt(axis.xOfWeek(week + 1) - axis.pixelsPerWeek() / (2 * kWorkingDaysPerWeek));
        const QString dates = format::dateRange(axis.dateAt(axis.xOfWeek(week)), last);
        QToolTip::showText(event->globalPos(),
                           week < 0 ? tr("Before the start: %1").arg(dates)
                                    : tr("Week %1: %2").arg(static_cast<int>(week) + 1).arg(dates),
                           this);
    } else {
        QToolTip::hideText();
        event->ignore();
    }
    return true;
}

void GanttChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton) {
        m_dragged = event->position();
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && takeUp(event->pos())) {
        return;
    } else if (const std::size_t row = rowAt(event->pos()); row != GanttLayout::kNoRow) {
        Q_EMIT rowPressed(row);
    }
}

void GanttChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged) {
        if (!drag(event->pos()) && event->buttons() == Qt::NoButton)
            hover(event->pos());
        return;
    }
    Q_EMIT panRequested(*m_dragged - event->position());
    m_dragged = event->position();
}

void GanttChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && letGo(event->pos()))
        return;
    if (event->button() != Qt::MiddleButton)
        return;
    m_dragged.reset();
    unsetCursor();
}

void GanttChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const std::size_t row = rowAt(event->pos()); event->button() == Qt::LeftButton && row != GanttLayout::kNoRow)
        Q_EMIT rowDoubleClicked(row);
}

void GanttChart::wheelEvent(QWheelEvent* event)
{
    const QPointF notches = QPointF(event->angleDelta()) / kNotch;
    if (event->modifiers() & Qt::ControlModifier) {
        Q_EMIT zoomRequested(std::pow(kZoomPerNotch, notches.y()), event->position().x());
    } else {
        // Touch pads report pixels; a wheel turned with Shift, or to the side, moves in time.
        QPointF by = event->pixelDelta().isNull() ? notches * kPanPerNotch : QPointF(event->pixelDelta());
        if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
            by = by.transposed();
        Q_EMIT panRequested(-by);
    }
    event->accept();
}

void GanttChart::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(rowAt(event->pos()), event->globalPos());
    event->accept();
}

} // namespace trestle
