#include "ui/charts/phase_bars.h"

#include "ui/base/text_block.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kLargestTitle = 0.42; // of the width
constexpr double kTitleAir = 4;        // above and below a title together

void bar(QPainter& painter, double from, double to, double top, double height, bool pale, const QPalette& palette)
{
    const QRectF rect(std::min(from, to), top, std::abs(to - from), height);
    if (rect.width() < 0.3)
        return;
    painter.setPen(pale ? QPen(roleColor(Role::BarPaleBorder, palette), 1) : QPen(Qt::NoPen));
    painter.setBrush(roleColor(pale ? Role::BarPale : Role::Bar, palette));
    const QRectF inner = pale ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect;
    painter.drawRoundedRect(inner, 1.5, 1.5);
}

} // namespace

double PhaseBars::rowHeight() const
{
    return std::ceil(std::max(titleHeight, QFontMetricsF(font).height() * (kind == Kind::Swing ? 1.65 : 2.3)));
}

void PhaseBars::wrapTitles(double width)
{
    const double room = titleWidth(QRectF(0, 0, width, 0));
    for (const Row& row : rows)
        titleHeight = std::max(titleHeight, TextBlock(row.title, font, room).height() + kTitleAir);
}

double PhaseBars::axisHeight() const
{
    return std::ceil(QFontMetricsF(font).height() * (unit.isEmpty() ? 1.5 : 2.7));
}

double PhaseBars::heightFor(std::size_t rowCount) const
{
    return rowHeight() * static_cast<double>(rowCount) + axisHeight();
}

double PhaseBars::reach() const
{
    if (kind == Kind::Shares)
        return 1;
    double most = 0;
    for (const Row& row : rows)
        most = std::max({most, std::abs(row.first), std::abs(row.second)});
    return most > 0 ? most : 1;
}

double PhaseBars::figureWidth() const
{
    double most = 0;
    for (const Row& row : rows)
        for (const double value : {row.first, row.second})
            most = std::max(most, QFontMetricsF(font).horizontalAdvance(write(value)));
    return most + 8;
}

double PhaseBars::titleWidth(const QRectF& area) const
{
    double most = 0;
    for (const Row& row : rows)
        most = std::max(most, QFontMetricsF(font).horizontalAdvance(row.title));
    return std::min(std::ceil(most) + 2, area.width() * kLargestTitle);
}

QRectF PhaseBars::plot(const QRectF& area) const
{
    const double left = titleWidth(area) + 10 + (kind == Kind::Swing ? figureWidth() : 0);
    return area.adjusted(left, 0, -figureWidth(), -axisHeight());
}

QRectF PhaseBars::row(const QRectF& area, std::size_t index) const
{
    return {area.left(), area.top() + rowHeight() * static_cast<double>(index), area.width(), rowHeight()};
}

double PhaseBars::x(const QRectF& area, double value) const
{
    const QRectF inside = plot(area);
    return kind == Kind::Shares ? inside.left() + inside.width() * value
                                : inside.center().x() + inside.width() / 2 * value / reach();
}

void PhaseBars::paintAxis(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const double bottom = row(area, rows.size()).top();
    const double least = kind == Kind::Shares ? 0 : -reach();
    const double apart = metrics.horizontalAdvance(tick(reach())) + 1.5 * metrics.height();
    painter.setFont(font);
    for (const double value : axisTicks(least, reach(), inside.width(), apart, leastStep)) {
        const double at = x(area, value);
        painter.setPen(QPen(roleColor(value == 0 ? Role::Track : Role::Grid, palette), 1));
        painter.drawLine(QPointF(at, area.top()), QPointF(at, bottom));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(at - 60, bottom + 0.25 * metrics.height(), 120, 1.1 * metrics.height()),
                         Qt::AlignHCenter | Qt::AlignTop, tick(value));
    }
    painter.setPen(roleColor(Role::TextMuted, palette));
    const QRectF below(area.left(), bottom + 1.35 * metrics.height(), area.width(), 1.1 * metrics.height());
    const double wide = metrics.horizontalAdvance(unit);
    const double left =
        std::clamp(inside.center().x() - wide / 2, below.left(), std::max(below.left(), below.right() - wide));
    painter.drawText(QRectF(left, below.top(), wide + 2, below.height()), Qt::AlignLeft | Qt::AlignTop, unit);
}

void PhaseBars::paintSwing(QPainter& painter, const QRectF& area, std::size_t index, const QPalette& palette) const
{
    const Row& phase = rows[index];
    const QRectF place = row(area, index);
    const double tall = place.height() * 0.56;
    const double top = place.center().y() - tall / 2;
    const double zero = x(area, 0);
    bar(painter, zero, x(area, phase.first), top, tall, true, palette);
    bar(painter, zero, x(area, phase.second), top, tall, false, palette);
    painter.setPen(roleColor(Role::Text, palette));
    const double left = std::min({zero, x(area, phase.first), x(area, phase.second)});
    const double right = std::max({zero, x(area, phase.first), x(area, phase.second)});
    // Each figure stands at its own bar's end; where both point the same way, the smaller stands on the other side.
    const bool crossed = phase.first > phase.second;
    painter.drawText(QRectF(left - 104, place.top(), 100, place.height()), Qt::AlignRight | Qt::AlignVCenter,
                     write(crossed ? phase.second : phase.first));
    painter.drawText(QRectF(right + 4, place.top(), 100, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     write(crossed ? phase.first : phase.second));
}

void PhaseBars::paintShares(QPainter& painter, const QRectF& area, std::size_t index, const QPalette& palette) const
{
    const Row& phase = rows[index];
    const QRectF place = row(area, index);
    const double tall = place.height() * 0.28;
    const double middle = place.center().y();
    const double zero = x(area, 0);
    const double line = QFontMetricsF(font).height();
    const auto one = [&](double value, double top, bool pale) {
        bar(painter, zero, x(area, value), top, tall, pale, palette);
        painter.setPen(roleColor(pale ? Role::TextMuted : Role::Text, palette));
        painter.drawText(QRectF(x(area, value) + 4, top + tall / 2 - line / 2, 80, line),
                         Qt::AlignLeft | Qt::AlignVCenter, write(value));
    };
    one(phase.first, middle - tall - line * 0.16, false);
    one(phase.second, middle + line * 0.16, true);
}

void PhaseBars::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    if (rows.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (reading && *reading < rows.size()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(roleColor(Role::Selection, palette));
        painter.drawRoundedRect(row(area, *reading), 4, 4);
    }
    paintAxis(painter, area, palette);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const QRectF place = row(area, r);
        const double wide = titleWidth(area);
        const TextBlock title(titleHeight > 0 ? rows[r].title : metrics.elidedText(rows[r].title, Qt::ElideRight, wide),
                              font, wide);
        title.paint(painter, {place.left(), place.center().y() - title.height() / 2}, roleColor(Role::Text, palette));
        if (kind == Kind::Swing)
            paintSwing(painter, area, r, palette);
        else
            paintShares(painter, area, r, palette);
    }
    painter.restore();
}

} // namespace trestle
