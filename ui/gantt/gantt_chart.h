#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QPointF>
#include <QWidget>

#include <memory>

class QGestureEvent;
class QHelpEvent;

namespace trestle {

/// The chart's own widget: header, rows and the labels of dated lines, painted from a layout; turns mouse, wheel and
/// gestures into requests. Scrolling, zooming and selecting are done by its owner, which keeps tree and chart together.
class GanttChart : public QWidget {
    Q_OBJECT
public:
    static constexpr int kPadding = 12; ///< left and right of the axis

    explicit GanttChart(QWidget* parent = nullptr);

    void setContents(std::shared_ptr<const Plan> plan, GanttLayout layout);
    void setArrows(std::vector<GanttArrow> arrows);
    void setSelectedRow(std::size_t row);
    void setSlackShown(bool shown);
    /// The place of the layout that the top left of the body shows.
    void setOffset(QPointF offset);

    [[nodiscard]] const GanttLayout& contents() const { return m_layout; }
    [[nodiscard]] const std::shared_ptr<const Plan>& plan() const { return m_plan; }
    [[nodiscard]] std::size_t selectedRow() const { return m_selectedRow; }
    [[nodiscard]] QPointF offset() const { return m_offset; }
    [[nodiscard]] QRect body() const;   ///< the part that shows rows
    [[nodiscard]] QRect footer() const; ///< labels of the dated lines: behind the last row, or at the lower edge
    /// Where a row is drawn, and its bar with all that hangs on it; may lie outside the widget.
    [[nodiscard]] QRectF rowRect(std::size_t row) const;
    [[nodiscard]] QRectF barRect(std::size_t row) const;
    [[nodiscard]] std::size_t rowAt(QPoint position) const;

    /// Takes the target line with the keys: arrows move it by a day, Page Up and Page Down by a week, Enter keeps it,
    /// Esc or going elsewhere takes it back. False where there is none.
    bool moveTargetByKeys();
    [[nodiscard]] bool isMovingTarget() const { return m_moving.has_value(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowPressed(std::size_t row);
    void rowDoubleClicked(std::size_t row);
    void menuRequested(std::size_t row, const QPoint& globalPosition);
    void zoomRequested(double factor, double x); ///< around a place of this widget
    void panRequested(QPointF by);               ///< pixels of content to the left and up
    void contentsChanged();
    void targetMoved(Date date);                       ///< by the user, who let go of it there
    void targetLeft();                                 ///< no longer in the hand of the keys
    void linkWanted(std::size_t from, std::size_t to); ///< rows, drawn from a bar's end to another bar

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    /// The target line in the hand of the mouse or the keys.
    struct TargetMove {
        GanttMark from; ///< where it was taken up
        bool byKeys = false;
    };
    /// A link that is being drawn.
    struct LinkDraw {
        std::size_t from = GanttLayout::kNoRow;
        QPointF to;
    };
    // gantt_chart_drag.cpp
    [[nodiscard]] GanttMark* target();
    [[nodiscard]] bool isAtTarget(QPoint position);
    [[nodiscard]] std::size_t barEndAt(QPoint position) const;
    bool takeUp(QPoint position);
    bool drag(QPoint position);
    void hover(QPoint position);
    bool letGo(QPoint position);
    void putTarget(Date date);
    void endTarget(bool keep);
    void paintDrag(QPainter& painter);

    bool pinch(QGestureEvent* event);
    bool showTip(QHelpEvent* event);
    void paintBody(QPainter& painter, const QRect& dirty) const;
    void paintMessage(QPainter& painter) const;

    std::shared_ptr<const Plan> m_plan;
    GanttLayout m_layout;
    std::size_t m_selectedRow = GanttLayout::kNoRow;
    bool m_slack = false;
    QPointF m_offset{-kPadding, 0};
    std::optional<TargetMove> m_moving;
    std::optional<LinkDraw> m_link;
    std::size_t m_hovered = GanttLayout::kNoRow; ///< whose end a link can be drawn from
    std::optional<QPointF> m_dragged;            ///< where the middle button last held the chart
};

} // namespace trestle
