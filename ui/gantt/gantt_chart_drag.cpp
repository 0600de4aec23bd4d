// What can be taken up in the chart: the target line, and the end of a bar to draw a link from.
#include "ui/base/format.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kGrip = 5;          ///< pixels around a line or an end that take it up
constexpr double kHandle = 3.5;   ///< radius of the dot at a bar's end
constexpr double kHeldLine = 2.5; ///< width of the line in hand
constexpr int kWeek = 7;

} // namespace

GanttMark* GanttChart::target()
{
    const auto mark = std::ranges::find(m_layout.marks, GanttMark::Kind::Target, &GanttMark::kind);
    return mark == m_layout.marks.end() ? nullptr : &*mark;
}

bool GanttChart::isAtTarget(QPoint position)
{
    const GanttMark* mark = target();
    return mark && !mark->beyond && position.y() >= body().top() && position.y() <= footer().bottom() &&
           std::abs(position.x() + m_offset.x() - mark->x) <= kGrip;
}

/// The row whose bar ends here; a bar too short to be told from its end is left to be selected.
std::size_t GanttChart::barEndAt(QPoint position) const
{
    const std::size_t row = rowAt(position);
    if (row == GanttLayout::kNoRow || !m_layout.rows[row].hasWork)
        return GanttLayout::kNoRow;
    const QRectF bar = m_layout.rows[row].bar.translated(-m_offset.x(), body().top() - m_offset.y());
    const bool near = position.x() > bar.right() - kGrip / 2.0 && position.x() <= bar.right() + kGrip &&
                      position.y() >= bar.top() && position.y() <= bar.bottom();
    return near ? row : GanttLayout::kNoRow;
}

bool GanttChart::takeUp(QPoint position)
{
    if (isAtTarget(position)) {
        m_moving = TargetMove{*target(), false};
        setFocusProxy(nullptr); // for Esc
        setFocus(Qt::MouseFocusReason);
        update();
        return true;
    }
    const std::size_t row = barEndAt(position);
    if (row == GanttLayout::kNoRow)
        return false;
    m_link = LinkDraw{row, position};
    return true;
}

bool GanttChart::drag(QPoint position)
{
    if (m_moving && !m_moving->byKeys) {
        // The line stands at the end of its day.
        const TimeAxis& axis = m_layout.axis;
        const double halfDay = axis.pixelsPerWeek() / (2 * kWorkingDaysPerWeek);
        const double x = std::clamp(position.x(), 0, width()) + m_offset.x();
        putTarget(axis.dateAt(std::max(x - halfDay, 0.0)));
        return true;
    }
    if (!m_link)
        return false;
    m_link->to = position;
    m_hovered = m_link->from;
    update();
    return true;
}

void GanttChart::hover(QPoint position)
{
    const std::size_t end = isAtTarget(position) ? GanttLayout::kNoRow : barEndAt(position);
    if (end != std::exchange(m_hovered, end))
        update();
    if (isAtTarget(position))
        setCursor(Qt::SplitHCursor);
    else if (end != GanttLayout::kNoRow)
        setCursor(Qt::CrossCursor);
    else if (position.y() < body().top())
        setCursor(Qt::OpenHandCursor); // the picture can be dragged out from there
    else
        unsetCursor();
}

bool GanttChart::letGo(QPoint position)
{
    if (m_moving && !m_moving->byKeys) {
        endTarget(true);
        return true;
    }
    if (!m_link)
        return false;
    const std::size_t from = std::exchange(m_link, std::nullopt)->from;
    const std::size_t to = rowAt(position);
    m_hovered = GanttLayout::kNoRow;
    update();
    if (to == from)
        Q_EMIT rowPressed(from); // a click, after all
    else if (to != GanttLayout::kNoRow)
        Q_EMIT linkWanted(from, to);
    return true;
}

/// Where there is no such day on the axis the line stays.
void GanttChart::putTarget(Date date)
{
    GanttMark* mark = target();
    const std::optional<double> x = m_layout.axis.xOfDayEnd(date);
    if (!mark || !x)
        return;
    mark->date = date;
    mark->beyond = *x > m_layout.axis.width();
    mark->x = std::min(*x, m_layout.axis.width());
    if (m_moving && m_moving->byKeys)
        setAccessibleDescription(
            tr("Target %1. Left and Right move it by a day, Page Up and Page Down by a week, Enter keeps it, Esc takes "
               "it back.")
                .arg(format::date(date)));
    update();
}

bool GanttChart::moveTargetByKeys()
{
    const GanttMark* mark = target();
    if (!mark)
        return false;
    m_moving = TargetMove{*mark, true};
    setFocusProxy(nullptr);
    setFocus(Qt::OtherFocusReason);
    putTarget(mark->date);
    return true;
}

void GanttChart::endTarget(bool keep)
{
    if (!m_moving)
        return;
    const TargetMove moved = *std::exchange(m_moving, std::nullopt);
    GanttMark* mark = target();
    const bool changed = mark && mark->date != moved.from.date;
    if (mark && !keep)
        *mark = moved.from;
    setAccessibleDescription({});
    update();
    if (changed && keep)
        Q_EMIT targetMoved(mark->date);
    Q_EMIT targetLeft();
}

void GanttChart::keyPressEvent(QKeyEvent* event)
{
    const GanttMark* mark = m_moving ? target() : nullptr;
    if (!mark) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int step = event->modifiers() & Qt::ShiftModifier ? kWeek : 1;
    const auto move = [this, mark](int days) { putTarget(mark->date + std::chrono::days(days)); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: move(-step); break;
    case Qt::Key_Right:
    case Qt::Key_Down: move(step); break;
    case Qt::Key_PageUp: move(-kWeek); break;
    case Qt::Key_PageDown: move(kWeek); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: endTarget(true); break;
    case Qt::Key_Escape: endTarget(false); break;
    default: break;
    }
}

void GanttChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    endTarget(false);
}

void GanttChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!m_link)
        m_hovered = GanttLayout::kNoRow;
    update();
}

void GanttChart::paintDrag(QPainter& painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(body().united(footer()));
    const QColor color = roleColor(Role::Accent, palette());
    if (const GanttMark* mark = m_moving ? target() : nullptr) {
        painter.setPen(QPen(color, kHeldLine));
        const double x = mark->x - m_offset.x();
        painter.drawLine(QPointF(x, body().top()), QPointF(x, footer().bottom()));
    }
    if (m_hovered != GanttLayout::kNoRow && m_hovered < m_layout.rows.size()) {
        const QRectF bar = m_layout.rows[m_hovered].bar.translated(-m_offset.x(), body().top() - m_offset.y());
        const QPointF end(bar.right(), bar.center().y());
        if (m_link) {
            painter.setPen(QPen(color, kHeldLine / 2, Qt::DashLine));
            painter.drawLine(end, m_link->to);
        }
        painter.setPen(QPen(roleColor(Role::Surface, palette()), 1));
        painter.setBrush(color);
        painter.drawEllipse(end, kHandle, kHandle);
    }
    painter.restore();
}

} // namespace trestle
