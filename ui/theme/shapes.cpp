#include "ui/theme/shapes.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace trestle::shapes {

namespace {

class Saved {
public:
    explicit Saved(QPainter& painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter& m_painter;
};

QIcon drawnIcon(int size, const std::function<void(QPainter&)>& draw)
{
    constexpr int kDensest = 3; // device pixels to a logical one
    QPixmap pixmap(size * kDensest, size * kDensest);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kDensest, kDensest);
    draw(painter);
    painter.end();
    return QIcon(pixmap);
}

QPen roundPen(const QColor& color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

} // namespace

void panel(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border, double width)
{
    const Saved saved(painter);
    const double half = border.isValid() ? width / 2.0 : 0.0;
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color)
{
    const Saved saved(painter);
    painter.translate(rect.center());
    switch (direction) {
    case Qt::LeftArrow: painter.rotate(90); break;
    case Qt::UpArrow: painter.rotate(180); break;
    case Qt::RightArrow: painter.rotate(-90); break;
    default: break;
    }
    constexpr double kReach = 3.5;
    painter.setPen(roundPen(color, 1.5));
    const std::array<QPointF, 3> points{QPointF(-kReach, -kReach / 2), QPointF(0, kReach / 2),
                                        QPointF(kReach, -kReach / 2)};
    painter.drawPolyline(points.data(), static_cast<int>(points.size()));
}

QIcon chevronIcon(int size, Qt::ArrowType direction, const QColor& color)
{
    return drawnIcon(size, [&](QPainter& painter) { chevron(painter, QRectF(0, 0, size, size), direction, color); });
}

QIcon crossIcon(int size, const QColor& color)
{
    return drawnIcon(size, [&](QPainter& painter) {
        painter.setPen(roundPen(color, 1.5));
        const QRectF arms = QRectF(0, 0, size, size).adjusted(4, 4, -4, -4);
        painter.drawLine(arms.topLeft(), arms.bottomRight());
        painter.drawLine(arms.topRight(), arms.bottomLeft());
    });
}

QIcon calendarIcon(int size, const QColor& color)
{
    return drawnIcon(size, [&](QPainter& painter) {
        painter.setPen(roundPen(color, 1.25));
        painter.setBrush(Qt::NoBrush);
        const QRectF sheet(2.5, 3.5, size - 5, size - 6);
        painter.drawRoundedRect(sheet, 2, 2);
        painter.drawLine(QPointF(sheet.left(), sheet.top() + 3.5), QPointF(sheet.right(), sheet.top() + 3.5));
        for (const double x : {sheet.left() + 3, sheet.right() - 3})
            painter.drawLine(QPointF(x, 2), QPointF(x, 4.5));
    });
}

QRegion roundedRegion(const QSize& size, int radius)
{
    // A row less for each pixel of the corner's arc; a polygon of the arc would lose the last row and column.
    QRegion region;
    for (int y = 0; y < size.height(); ++y) {
        const int fromEdge = std::min(y, size.height() - 1 - y);
        int inset = 0;
        if (fromEdge < radius) {
            const double reach = radius - fromEdge - 0.5;
            inset = static_cast<int>(std::lround(radius - std::sqrt(radius * radius - reach * reach)));
        }
        region += QRect(inset, y, size.width() - 2 * inset, 1);
    }
    return region;
}

Mark markOf(ItemState state)
{
    switch (state) {
    case ItemState::missing: return Mark::Empty;
    case ItemState::partial: return Mark::Dash;
    case ItemState::done: return Mark::Tick;
    case ItemState::excluded: return Mark::Cross;
    case ItemState::underWay: return Mark::Play;
    }
    return Mark::Empty;
}

void tickBox(QPainter& painter, const QRectF& rect, Mark mark, const QColor& outline, const QColor& fill,
             const QColor& ink)
{
    const Saved saved(painter);
    const bool filled = mark == Mark::Tick || mark == Mark::Dash;
    panel(painter, rect, rect.width() * 0.22, filled ? fill : QColor(), filled || mark == Mark::Play ? fill : outline,
          1.25);
    painter.translate(rect.center());
    const double unit = rect.width() / 16.0;
    painter.scale(unit, unit);
    switch (mark) {
    case Mark::Empty: break;
    case Mark::Tick: {
        painter.setPen(roundPen(ink, 2.0));
        const std::array<QPointF, 3> points{QPointF(-4, 0.3), QPointF(-1.2, 3.2), QPointF(4, -3)};
        painter.drawPolyline(points.data(), static_cast<int>(points.size()));
        break;
    }
    case Mark::Dash:
        painter.setPen(roundPen(ink, 2.0));
        painter.drawLine(QPointF(-3.6, 0), QPointF(3.6, 0));
        break;
    case Mark::Cross:
        painter.setPen(roundPen(outline, 1.5));
        painter.drawLine(QPointF(-3, -3), QPointF(3, 3));
        painter.drawLine(QPointF(-3, 3), QPointF(3, -3));
        break;
    case Mark::Play: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        const std::array<QPointF, 3> points{QPointF(-2.6, -4), QPointF(-2.6, 4), QPointF(4.2, 0)};
        painter.drawPolygon(points.data(), static_cast<int>(points.size()));
        break;
    }
    }
}

void progress(QPainter& painter, const QRectF& rect, double fraction, const QColor& track, const QColor& fill)
{
    const Saved saved(painter);
    const double radius = rect.height() / 2.0;
    panel(painter, rect, radius, track, {});
    if (fraction <= 0)
        return;
    QRectF done = rect;
    done.setWidth(std::max(rect.height(), rect.width() * std::min(fraction, 1.0)));
    panel(painter, done, radius, fill, {});
}

} // namespace trestle::shapes
