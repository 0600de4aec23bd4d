#include "ui/charts/sure_curve.h"

#include "ui/base/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace trestle {

namespace {

constexpr std::size_t kPoints = 240;
constexpr std::array kAllChances{0.0, 0.1, 0.5, 0.8, 0.9, 1.0};
constexpr std::array kFewChances{0.0, 0.5, 0.8, 1.0};

} // namespace

std::vector<QPointF> curveOf(const std::vector<double>& sorted)
{
    std::vector<QPointF> points;
    if (sorted.empty())
        return points;
    const std::size_t count = std::min(kPoints, sorted.size());
    points.reserve(count + 1);
    points.emplace_back(sorted.front(), 0.0);
    for (std::size_t i = 1; i <= count; ++i) {
        // The rank-th smallest: rank of the n plans are at or under it.
        const std::size_t rank = i * sorted.size() / count;
        points.emplace_back(sorted[rank - 1], static_cast<double>(rank) / static_cast<double>(sorted.size()));
    }
    return points;
}

QRectF SureCurve::plot(const QRectF& area) const
{
    const QFontMetricsF metrics(font);
    const double labels = metrics.horizontalAdvance(format::percent(1.0)) + 0.6 * metrics.height();
    const double below = (unit.isEmpty() ? 1.5 : 2.6) * metrics.height();
    return area.adjusted(labels, 1.35 * metrics.height() + legendHeight(), -0.8 * metrics.height(), -below);
}

double SureCurve::legendHeight() const
{
    return behind.empty() ? 0 : 1.5 * QFontMetricsF(font).height();
}

QPointF SureCurve::at(const QRectF& area, double value, double chance) const
{
    const QRectF inside = plot(area);
    return {inside.left() + inside.width() * (value - first) / std::max(1e-9, last - first),
            inside.bottom() - inside.height() * chance};
}

double SureCurve::valueAt(const QRectF& area, double x) const
{
    const QRectF inside = plot(area);
    return first + (x - inside.left()) / std::max(1e-9, inside.width()) * (last - first);
}

double SureCurve::chanceAt(double value) const
{
    if (points.empty() || value < points.front().x())
        return 0;
    const auto after = std::ranges::upper_bound(points, value, {}, [](const QPointF& p) { return p.x(); });
    if (after == points.end())
        return points.back().y();
    const QPointF& before = *(after - 1);
    const double way = (value - before.x()) / std::max(1e-12, after->x() - before.x());
    return before.y() + (after->y() - before.y()) * way;
}

void SureCurve::paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    painter.setFont(font);
    const bool roomForAll = inside.height() * 0.1 >= line * 0.95;
    const auto row = [&](double chance) {
        const double y = at(area, first, chance).y();
        painter.setPen(QPen(roleColor(chance == 0 ? Role::Track : Role::Grid, palette), line / 14));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(area.left() - 60, y - line / 2, inside.left() - area.left() + 60 - 0.5 * line, line),
                         Qt::AlignRight | Qt::AlignVCenter, format::percent(chance));
    };
    if (roomForAll)
        std::ranges::for_each(kAllChances, row);
    else
        std::ranges::for_each(kFewChances, row);

    for (const Tick& named : ticksFor(inside.width())) {
        const double x = at(area, named.value, 0).x();
        painter.drawText(QRectF(x - 60, inside.bottom() + 0.35 * line, 120, 1.1 * line),
                         Qt::AlignHCenter | Qt::AlignTop, named.label);
    }
    if (!unit.isEmpty())
        painter.drawText(QRectF(inside.left(), inside.bottom() + 1.45 * line, inside.width(), 1.1 * line),
                         Qt::AlignHCenter | Qt::AlignTop, unit);
}

std::vector<SureCurve::Tick> SureCurve::ticksFor(double width) const
{
    const QFontMetricsF metrics(font);
    const double between = 1.3 * metrics.height();
    std::vector<Tick> shown;
    if (ticks.empty()) {
        const double widest = std::max(metrics.horizontalAdvance(tick(first)), metrics.horizontalAdvance(tick(last)));
        for (const double value : axisTicks(first, last, width, widest + between, leastStep))
            shown.push_back({value, tick(value)});
        return shown;
    }
    double widest = 0;
    for (const Tick& one : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(one.label));
    const double room = width / std::max(1e-9, last - first) * (ticks.back().value - ticks.front().value);
    const auto most = static_cast<std::size_t>(std::max(1.0, room / (widest + between) + 1));
    const std::size_t step = (ticks.size() + most - 1) / most;
    for (std::size_t i = 0; i < ticks.size(); i += step)
        shown.push_back(ticks[i]);
    return shown;
}

void SureCurve::paintLimit(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const bool before = limit->value < first;
    const bool beyond = limit->value > last;
    const double x = before ? inside.left() : beyond ? inside.right() : at(area, limit->value, 0).x();
    QString text = limit->label;
    if (before)
        text = QStringLiteral("← ") + text;
    else if (beyond)
        text += QStringLiteral(" →");
    else {
        QPen dashed(roleColor(Role::Target, palette), 1.3);
        dashed.setDashPattern({4, 3});
        painter.setPen(dashed);
        painter.drawLine(QPointF(x, inside.top() - 0.1 * metrics.height()), QPointF(x, inside.bottom()));
    }
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const double wide = QFontMetricsF(bold).horizontalAdvance(text) + 2;
    const double left = std::clamp(x - wide / 2, area.left(), std::max(area.left(), area.right() - wide));
    painter.setFont(bold);
    painter.setPen(roleColor(Role::Text, palette));
    painter.drawText(QRectF(left, area.top() + legendHeight(), wide, 1.2 * metrics.height()),
                     Qt::AlignLeft | Qt::AlignTop, text);
}

namespace {

QPen behindPen(bool dashed, const QPalette& palette)
{
    QPen pen(roleColor(Role::Reference, palette), 1.2);
    if (dashed)
        pen.setDashPattern({4, 3});
    return pen;
}

} // namespace

void SureCurve::paintLegend(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const double sample = 1.6 * line;
    double x = area.left() + 0.2 * line;
    painter.setFont(font);
    const auto entry = [&](const QPen& pen, const QString& text) {
        const double wide = sample + 0.4 * line + metrics.horizontalAdvance(text);
        const double y = area.top() + line / 2;
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y), QPointF(x + sample, y));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QPointF(x + sample + 0.4 * line, area.top() + metrics.ascent()), text);
        x += wide + line;
    };
    for (const Behind& curve : behind)
        entry(behindPen(curve.dashed, palette), curve.name);
    entry(QPen(roleColor(Role::Bar, palette), 2), name);
}

QPolygonF SureCurve::lineOf(const QRectF& area, const std::vector<QPointF>& curve) const
{
    QPolygonF line;
    for (const QPointF& point : curve)
        line << at(area, point.x(), point.y());
    return line;
}

void SureCurve::paintBehindMarks(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    std::vector<QRectF> taken;
    const QFontMetricsF metrics(font);
    for (const Behind& curve : behind) {
        if (!curve.mark)
            continue;
        const QPointF place = at(area, curve.mark->value, curve.mark->chance);
        painter.setPen(QPen(roleColor(Role::Reference, palette), 1.4));
        painter.setBrush(roleColor(Role::Surface, palette));
        painter.drawEllipse(place, 0.24 * metrics.height(), 0.24 * metrics.height());
        const QSizeF size(metrics.horizontalAdvance(curve.mark->label) + 4, metrics.height());
        const double gap = 0.3 * size.height();
        // Above at the left or below at the right, where a rising curve leaves room; the plan's own figures come first.
        const std::array places{QRectF(QPointF(place.x() - size.width() - gap, place.y() - 1.3 * size.height()), size),
                                QRectF(QPointF(place.x() + gap, place.y() + gap), size)};
        const auto free = std::ranges::find_if(places, [&](const QRectF& box) {
            const auto isInTheWay = [&](const QRectF& other) { return other.adjusted(-2, -2, 2, 2).intersects(box); };
            return box.left() >= plot(area).left() && std::ranges::none_of(taken, isInTheWay) &&
                   std::ranges::none_of(marks, [&](const Mark& mark) {
                       return !mark.label.isEmpty() && isInTheWay(ownLabelBox(area, mark));
                   });
        });
        if (free == places.end())
            continue; // the sentence above the chart says it
        const QRectF box = *free;
        taken.push_back(box);
        painter.setFont(font);
        painter.fillRect(box, roleColor(Role::Surface, palette));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(box, Qt::AlignCenter, curve.mark->label);
    }
}

std::vector<QLineF> SureCurve::dashedLines(const QRectF& area) const
{
    std::vector<QLineF> lines;
    if (limit && limit->value >= first && limit->value <= last)
        lines.emplace_back(at(area, limit->value, 0), at(area, limit->value, 1));
    for (const Mark& mark : marks)
        if (mark.chosen)
            lines.emplace_back(at(area, mark.value, 0), at(area, mark.value, mark.chance));
    return lines;
}

QRectF SureCurve::labelBox(const QRectF& area, const Mark& mark, QSizeF size) const
{
    const QPointF place = at(area, mark.value, mark.chance);
    const double gap = 0.7 * size.height();
    const double sideways = 0.32 * size.height(); // a rising curve leaves room below it at the right, above at the left
    const double top = place.y() - size.height() / 2;
    const QRectF right(QPointF(place.x() + gap, top + sideways), size);
    const QRectF left(QPointF(place.x() - gap - size.width(), top - sideways), size);
    std::vector<QRectF> places{right, left};
    const std::vector<QLineF> lines = dashedLines(area);
    for (const QLineF& line : lines) // beyond what stands in the way at the right
        if (line.x1() > place.x())
            places.emplace_back(QPointF(line.x1() + gap / 2, right.top()), size);
    const auto isFree = [&](const QRectF& box) {
        return box.left() >= plot(area).left() && box.right() <= area.right() &&
               std::ranges::none_of(lines, [&](const QLineF& line) {
                   return line.x1() > box.left() && line.x1() < box.right() &&
                          std::min(line.y1(), line.y2()) < box.bottom();
               });
    };
    const auto free = std::ranges::find_if(places, isFree);
    if (free != places.end())
        return *free;
    return right.right() <= area.right() ? right : left;
}

QFont SureCurve::labelFont(const Mark& mark) const
{
    QFont type = font;
    if (mark.chosen)
        type.setWeight(QFont::DemiBold);
    return type;
}

QRectF SureCurve::ownLabelBox(const QRectF& area, const Mark& mark) const
{
    const QFontMetricsF metrics(labelFont(mark));
    return labelBox(area, mark, {metrics.horizontalAdvance(mark.label) + 4, QFontMetricsF(font).height()});
}

void SureCurve::paintMark(QPainter& painter, const QRectF& area, const Mark& mark, const QPalette& palette) const
{
    const QPointF place = at(area, mark.value, mark.chance);
    const double line = QFontMetricsF(font).height();
    const QColor accent = roleColor(Role::Accent, palette);
    const QColor ink = mark.chosen ? accent : roleColor(Role::Bar, palette); // blue is the chosen confidence alone
    painter.setPen(QPen(ink, 1.6));
    painter.setBrush(mark.chosen ? accent : roleColor(Role::Surface, palette));
    const double radius = line * (mark.chosen ? 0.3 : 0.24);
    painter.drawEllipse(place, radius, radius);
    if (mark.label.isEmpty())
        return;
    const QRectF box = ownLabelBox(area, mark);
    painter.fillRect(box, roleColor(Role::Surface, palette)); // no grid line crosses a figure
    painter.setFont(labelFont(mark));
    painter.setPen(mark.chosen ? accent : roleColor(Role::Text, palette));
    painter.drawText(box, Qt::AlignCenter, mark.label);
}

void SureCurve::paintReading(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const double value = std::clamp(*reading, first, last);
    const QPointF place = at(area, value, chanceAt(value));
    painter.setPen(QPen(roleColor(Role::ControlBorder, palette), 1));
    painter.drawLine(QPointF(place.x(), plot(area).top()), QPointF(place.x(), plot(area).bottom()));
    painter.setPen(QPen(roleColor(Role::Surface, palette), 1.5));
    painter.setBrush(roleColor(Role::Text, palette));
    painter.drawEllipse(place, 4, 4);
}

void SureCurve::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter, area, palette);
    if (limit)
        paintLimit(painter, area, palette);
    if (!behind.empty())
        paintLegend(painter, area, palette);
    // The axis leaves out the farthest runs.
    painter.setClipRect(plot(area).adjusted(0, -2, 0, 2));
    for (const Behind& less : behind) {
        painter.setPen(behindPen(less.dashed, palette));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(lineOf(area, less.points));
    }
    painter.setPen(QPen(roleColor(Role::Bar, palette), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(lineOf(area, points));
    painter.setClipping(false);
    for (const Mark& mark : marks) // below all labels
        if (mark.chosen) {
            QPen dashed(roleColor(Role::Accent, palette), 1.3);
            dashed.setDashPattern({3, 3});
            painter.setPen(dashed);
            painter.drawLine(at(area, mark.value, mark.chance), at(area, mark.value, 0));
        }
    paintBehindMarks(painter, area, palette);
    for (const Mark& mark : marks)
        paintMark(painter, area, mark, palette);
    if (reading)
        paintReading(painter, area, palette);
    painter.restore();
}

} // namespace trestle
