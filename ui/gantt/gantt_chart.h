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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowPressed(std::size_t row);
    void rowDoubleClicked(std::size_t row);
    void menuRequested(std::size_t row, const QPoint& globalPosition);
    void zoomRequested(double factor, double x); ///< around a place of this widget
    void panRequested(QPointF by);               ///< pixels of content to the left and up
    void contentsChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool pinch(QGestureEvent* event);
    bool showTip(QHelpEvent* event);
    void paintBody(QPainter& painter, const QRect& dirty) const;
    void paintMessage(QPainter& painter) const;

    std::shared_ptr<const Plan> m_plan;
    GanttLayout m_layout;
    std::size_t m_selectedRow = GanttLayout::kNoRow;
    bool m_slack = false;
    QPointF m_offset{-kPadding, 0};
    std::optional<QPointF> m_dragged; ///< where the middle button last held the chart
};

} // namespace trestle
