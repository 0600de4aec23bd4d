#include "ui/record/record_dots.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace trestle {

namespace {

constexpr double kDotSize = 12;
constexpr double kNearDot = 12;
constexpr double kTickLength = 4;
constexpr double kLeastLow = -0.35; // the axis shows at least from × 0.7 …
constexpr double kLeastHigh = 0.6;  // … to × 1.8
/// Times what was planned.
constexpr std::array kLengths{0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0,  1.1,  1.2,  1.3, 1.5,
                              1.8,  2.0,  2.5,  3.0, 4.0, 5.0, 7.0, 10., 15., 20., 30., 50.0, 70.0, 100., 150.};

} // namespace

QRectF RecordDots::field(const QRectF& area) const
{
    const double line = QFontMetricsF(font).height();
    return area.adjusted(8, line + kHalfRhythm, -8, -(line + kTickLength + kHalfRhythm));
}

double RecordDots::xOf(const QRectF& area, double y) const
{
    double first = std::min(low, kLeastLow);
    double last = std::max(high, kLeastHigh);
    if (!dots.empty()) {
        first = std::min(first, dots.front().y);
        last = std::max(last, dots.back().y);
    }
    const double air = 0.04 * (last - first);
    const QRectF box = field(area);
    return box.left() + (y - first + air) / (last - first + 2 * air) * box.width();
}

std::vector<QPointF> RecordDots::centres(const QRectF& area) const
{
    const QRectF box = field(area);
    std::map<long, int> heights;
    const auto columnOf = [&](const Dot& dot) { return std::lround(xOf(area, dot.y) / kDotSize); };
    for (const Dot& dot : dots)
        ++heights[columnOf(dot)];
    int most = 1;
    for (const auto& [column, height] : heights)
        most = std::max(most, height);
    const double step = std::min(kDotSize, (box.height() - kDotSize) / std::max(1, most - 1));
    heights.clear();
    std::vector<QPointF> places;
    places.reserve(dots.size());
    for (const Dot& dot : dots) {
        const long column = columnOf(dot);
        places.emplace_back(static_cast<double>(column) * kDotSize,
                            box.bottom() - kDotSize / 2 - 1 - heights[column]++ * step);
    }
    return places;
}

QPointF RecordDots::centre(const QRectF& area, std::size_t dot) const
{
    return centres(area).at(dot);
}

std::optional<std::size_t> RecordDots::dotAt(const QRectF& area, QPointF place) const
{
    const std::vector<QPointF> places = centres(area);
    std::optional<std::size_t> nearest;
    double least = kNearDot;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const double away = std::hypot(places[i].x() - place.x(), places[i].y() - place.y()); away < least) {
            least = away;
            nearest = i;
        }
    return nearest;
}

void RecordDots::paintExpected(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF box = field(area);
    const double left = xOf(area, low);
    const double right = xOf(area, high);
    painter.fillRect(QRectF(left, box.top(), right - left, box.height()), roleColor(Role::Band, palette));
    painter.setPen(QPen(roleColor(Role::Line, palette), 1.5, Qt::DashLine));
    const double x = xOf(area, usual);
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    painter.setPen(roleColor(Role::TextMuted, palette));
    const QString text = tr("8 of 10 are expected here");
    const double wide = QFontMetricsF(font).horizontalAdvance(text) + 2;
    const double at = std::clamp((left + right - wide) / 2, area.left(), std::max(area.left(), area.right() - wide));
    painter.drawText(QRectF(at, area.top(), wide, box.top() - area.top()), Qt::AlignLeft | Qt::AlignTop, text);
}

void RecordDots::paintAxis(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF box = field(area);
    const QFontMetricsF metrics(font);
    painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), roleColor(Role::ControlBorder, palette));
    struct Tick {
        double x;
        QString text;
        double wide;
    };
    std::vector<Tick> ticks;
    const auto add = [&](double length) {
        const double x = xOf(area, std::log(length));
        const bool isPlanned = length == 1;
        const QString text = isPlanned ? tr("as planned") : tr("× %1").arg(format::number(length, 2));
        const double wide = metrics.horizontalAdvance(text);
        const auto isFar = [&](const Tick& tick) { return std::abs(tick.x - x) > (tick.wide + wide) / 2 + 12; };
        if (x - wide / 2 < area.left() || x + wide / 2 > area.right() || !std::ranges::all_of(ticks, isFar))
            return;
        ticks.push_back({x, text, wide});
    };
    add(1); // wins where room is short
    for (const double length : {0.5, 2.0, 1.5, 3.0, 5.0, 10.0})
        add(length);
    std::ranges::for_each(kLengths, add);
    for (const Tick& tick : ticks) {
        painter.setPen(roleColor(Role::ControlBorder, palette));
        painter.drawLine(QPointF(tick.x, box.bottom()), QPointF(tick.x, box.bottom() + kTickLength));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(
            QRectF(tick.x - tick.wide / 2 - 1, box.bottom() + kTickLength, tick.wide + 2, metrics.height()),
            Qt::AlignCenter, tick.text);
    }
    const double planned = xOf(area, 0);
    painter.fillRect(QRectF(planned - 0.5, box.top(), 1, box.height()), roleColor(Role::TextMuted, palette));
}

void RecordDots::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    paintExpected(painter, area, palette);
    paintAxis(painter, area, palette);
    const std::vector<QPointF> places = centres(area);
    const QColor ink = roleColor(Role::Bar, palette);
    constexpr double kRadius = kDotSize / 2 - 1;
    for (std::size_t i = 0; i < places.size(); ++i) {
        painter.setPen(QPen(ink, 1.4));
        painter.setBrush(dots[i].isKept ? ink : roleColor(Role::Surface, palette));
        painter.drawEllipse(places[i], kRadius, kRadius);
    }
    if (reading && *reading < places.size()) {
        painter.setPen(QPen(roleColor(Role::Text, palette), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(places[*reading], kRadius + 2.5, kRadius + 2.5);
    }
    painter.restore();
}

} // namespace trestle
