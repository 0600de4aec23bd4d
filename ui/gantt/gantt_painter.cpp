#include "ui/gantt/gantt_painter.h"

#include "ui/gantt/gantt_words.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kLineSpacing = 9; ///< least room between two grid lines
constexpr double kDaySpacing = 16; ///< and between lines of days
constexpr double kLink = 1.4;      ///< width of an arrow's line
constexpr double kMark = 1.4;      ///< and of a dated line
constexpr double kStatus = 2;      ///< of the status date
constexpr double kSlack = 1.5;

QPolygonF diamondIn(const QRectF& box)
{
    const QPointF middle = box.center();
    return QPolygonF{
        {middle.x(), box.top()}, {box.right(), middle.y()}, {middle.x(), box.bottom()}, {box.left(), middle.y()}};
}

/// A place moved onto the device's pixels, so that thin lines and edges are sharp at any scale.
class Snap {
public:
    explicit Snap(const QPainter& painter)
    {
        const QTransform& transform = painter.deviceTransform();
        m_scale = transform.type() <= QTransform::TxScale && transform.m11() > 0 ? transform.m11() : 0;
    }

    [[nodiscard]] double operator()(double place) const
    {
        return m_scale > 0 ? std::round(place * m_scale) / m_scale : place;
    }
    [[nodiscard]] QRectF operator()(const QRectF& rect) const
    {
        return {QPointF((*this)(rect.left()), (*this)(rect.top())),
                QPointF((*this)(rect.right()), (*this)(rect.bottom()))};
    }

private:
    double m_scale = 1;
};

class ChartPainter {
public:
    ChartPainter(QPainter& painter, const GanttLayout& layout, const QPalette& palette,
                 const GanttPaintOptions& options)
        : m_painter(painter), m_layout(layout), m_palette(palette), m_options(options), m_snap(painter),
          m_rows(layout.rowsWithin(options.exposed.top(), options.exposed.bottom()))
    {
    }

    void paint()
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        if (m_options.grid)
            paintGrid();
        paintSelection();
        for (const GanttDaysOff& column : m_layout.daysOff)
            paintDaysOff(column);
        for (std::size_t r = m_rows.first; r < m_rows.second; ++r)
            paintRow(m_layout.rows[r], r == m_options.selectedRow);
        for (const GanttArrow& arrow : m_layout.arrows)
            paintArrow(arrow);
        for (const GanttMark& mark : m_layout.marks)
            paintMark(mark);
        m_painter.restore();
    }

private:
    [[nodiscard]] QColor color(Role role) const { return roleColor(role, m_palette); }
    [[nodiscard]] const QRectF& exposed() const { return m_options.exposed; }

    void verticalLine(double x, Role role)
    {
        m_painter.fillRect(QRectF(m_snap(x), exposed().top(), 1, exposed().height()), color(role));
    }

    void paintGrid()
    {
        const TimeAxis& axis = m_layout.axis;
        const bool days = axis.pixelsPerWeek() / kWorkingDaysPerWeek >= kDaySpacing;
        const double right = std::min(exposed().right(), axis.width());
        for (const WeekTick& tick : axis.weekTicks(exposed().left(), right, kLineSpacing, kLineSpacing)) {
            verticalLine(tick.x, days ? Role::Border : Role::Grid);
            for (int day = 1; days && day < kWorkingDaysPerWeek && tick.x < axis.width(); ++day)
                verticalLine(tick.x + day * axis.pixelsPerWeek() / kWorkingDaysPerWeek, Role::Grid);
        }
    }

    void paintSelection()
    {
        if (m_options.selectedRow < m_rows.first || m_options.selectedRow >= m_rows.second)
            return;
        const GanttRow& row = m_layout.rows[m_options.selectedRow];
        // Flush at the left, where the row goes on in the tree.
        const double right = std::min(m_options.selectionEnd, exposed().right() + 2 * kRowCorner);
        const double left = exposed().left() - 2 * kRowCorner;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color(Role::Selection));
        m_painter.drawRoundedRect(m_snap(QRectF(left, row.top, right - left, row.height)), kRowCorner, kRowCorner);
    }

    void paintDaysOff(const GanttDaysOff& column)
    {
        const QRectF rect(m_snap(column.left), exposed().top(), m_snap(column.width), exposed().height());
        if (visible(rect))
            m_painter.fillRect(rect, color(Role::DayOff));
    }

    void paintRow(const GanttRow& row, bool selected)
    {
        if (!row.reference.isEmpty())
            fillRounded(row.reference, row.reference.height() / 2, color(Role::Reference));
        if (!row.promised.isEmpty())
            fillRounded(row.promised, row.promised.height() / 2, color(Role::Reference));
        if (!row.done.isEmpty())
            paintDone(row);
        if (!row.hasWork)
            return;
        if (!row.until.isEmpty())
            paintUntil(row);
        // A short bar is all corner: less of a radius keeps it a bar.
        const double radius = std::min(m_layout.metrics.radius, row.bar.width() / 3);
        fillRounded(row.bar, radius, color(selected ? Role::BarSelected : Role::Bar));
        if (m_options.slack && row.slackTo > row.bar.right())
            paintSlack(row);
    }

    void fillRounded(const QRectF& rect, double radius, const QColor& fill)
    {
        if (!visible(rect))
            return;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        const QRectF sharp(QPointF(rect.left(), m_snap(rect.top())), QPointF(rect.right(), m_snap(rect.bottom())));
        m_painter.drawRoundedRect(sharp, radius, radius);
    }

    /// Square at its end, where what is left goes on behind the status line; a diamond where one day alone is known.
    void paintDone(const GanttRow& row)
    {
        if (!visible(row.done))
            return;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color(Role::Text));
        if (row.isMark)
            m_painter.drawPolygon(diamondIn(row.done));
        else
            m_painter.drawRect(m_snap(row.done));
    }

    void paintUntil(const GanttRow& row)
    {
        // Reaches under the bar, so that no gap shows at the bar's round end.
        const double under = std::min(2 * m_layout.metrics.radius, row.bar.width());
        const QRectF rect = row.until.adjusted(-under, 0.5, -0.5, -0.5);
        if (!visible(rect))
            return;
        m_painter.setPen(QPen(color(Role::BarPaleBorder), 1));
        m_painter.setBrush(color(Role::BarPale));
        m_painter.drawRoundedRect(rect, m_layout.metrics.radius, m_layout.metrics.radius);
    }

    void paintSlack(const GanttRow& row)
    {
        const double y = row.bar.center().y();
        const double end = row.slackTo - kSlack / 2;
        const double cap = row.bar.height() / 3;
        if (!visible(QRectF(row.bar.right(), y - cap, end - row.bar.right(), 2 * cap)))
            return;
        m_painter.setPen(QPen(color(Role::Text), kSlack, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(row.bar.right(), y), QPointF(end, y));
        m_painter.drawLine(QPointF(end, y - cap), QPointF(end, y + cap));
    }

    void paintArrow(const GanttArrow& arrow)
    {
        const double head = m_layout.metrics.arrowHead;
        if (!visible(arrow.path.boundingRect().adjusted(-head, -head, head, head)))
            return;
        const QPointF tip = arrow.path.back();
        const double back = arrow.path[arrow.path.size() - 2].x() < tip.x() ? -head : head;
        QPolygonF line = arrow.path;
        line.back().rx() += back / 2;
        // Dashes run from the tip, so that the part beside the head is always drawn.
        std::reverse(line.begin(), line.end());
        QPen pen(color(Role::Accent), kLink, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        if (arrow.byPeople)
            pen.setDashPattern({3.0, 2.2});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(line);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color(Role::Accent));
        m_painter.drawPolygon(
            QPolygonF{tip, {tip.x() + back, tip.y() - head / 2}, {tip.x() + back, tip.y() + head / 2}});
    }

    void paintMark(const GanttMark& mark)
    {
        if (mark.beyond || mark.x < exposed().left() - kMark || mark.x > exposed().right() + kMark)
            return;
        const bool isTarget = mark.kind == GanttMark::Kind::Target;
        const bool isStatus = mark.kind == GanttMark::Kind::Status;
        const Role role = isTarget ? Role::Target : isStatus ? Role::Text : Role::TextMuted;
        QPen pen(color(role), isStatus ? kStatus : kMark, Qt::SolidLine, Qt::FlatCap);
        if (isTarget)
            pen.setDashPattern({3.0, 2.2});
        // Dashes start at the top of the chart wherever the part to paint begins: no seams while scrolling.
        const double period = 5.2 * kMark;
        const double top = std::floor(exposed().top() / period) * period;
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(mark.x, top), QPointF(mark.x, exposed().bottom()));
    }

    [[nodiscard]] bool visible(const QRectF& rect) const
    {
        // Not QRectF::intersects, which is false for lines without a width: a vertical arrow has no width.
        return rect.left() <= exposed().right() && rect.right() >= exposed().left() &&
               rect.top() <= exposed().bottom() && rect.bottom() >= exposed().top();
    }

    QPainter& m_painter;
    const GanttLayout& m_layout;
    const QPalette& m_palette;
    const GanttPaintOptions& m_options;
    Snap m_snap;
    std::pair<std::size_t, std::size_t> m_rows;
};

} // namespace

void paintGantt(QPainter& painter, const GanttLayout& layout, const QPalette& palette, const GanttPaintOptions& options)
{
    ChartPainter(painter, layout, palette, options).paint();
}

} // namespace trestle
