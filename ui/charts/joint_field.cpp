#include "ui/charts/joint_field.h"

#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kFieldsPart = 0.42; // of the width, beside the dots
constexpr double kGap = 4;           // between fields

} // namespace

bool JointField::isWide(const QRectF& area) const
{
    return area.width() >= 26 * QFontMetricsF(font).height();
}

double JointField::heightFor(double width) const
{
    const double line = QFontMetricsF(font).height();
    return isWide(QRectF(0, 0, width, 1)) ? 15 * line : 22 * line;
}

QRectF JointField::scatter(const QRectF& area) const
{
    const double line = QFontMetricsF(font).height();
    return isWide(area) ? area.adjusted(0, 0, -area.width() * kFieldsPart - line, 0)
                        : area.adjusted(0, 0, 0, -8.2 * line);
}

QRectF JointField::fields4(const QRectF& area) const
{
    const double line = QFontMetricsF(font).height();
    if (!isWide(area))
        return {area.left(), area.bottom() - 7.4 * line, area.width(), 7.4 * line};
    const QRectF beside(area.right() - area.width() * kFieldsPart, plot(area).top(), area.width() * kFieldsPart,
                        plot(area).height());
    return beside;
}

QRectF JointField::field(const QRectF& area, std::size_t quarter) const
{
    const QRectF all = fields4(area);
    const double wide = (all.width() - kGap) / 2;
    const double tall = (all.height() - kGap) / 2;
    return {all.left() + (quarter % 2 == 0 ? 0 : wide + kGap), all.top() + (quarter < 2 ? 0 : tall + kGap), wide, tall};
}

QRectF JointField::plot(const QRectF& area) const
{
    const QFontMetricsF metrics(font);
    const double labels =
        std::max(metrics.horizontalAdvance(tickUpward(least)), metrics.horizontalAdvance(tickUpward(most)));
    return scatter(area).adjusted(labels + 0.8 * metrics.height(), 1.35 * metrics.height(), -0.5 * metrics.height(),
                                  -2.6 * metrics.height());
}

QPointF JointField::at(const QRectF& area, double across, double upward) const
{
    const QRectF inside = plot(area);
    return {inside.left() + inside.width() * (across - first) / std::max(1e-9, last - first),
            inside.bottom() - inside.height() * (upward - least) / std::max(1e-9, most - least)};
}

void JointField::paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    painter.setFont(font);
    for (const double value : axisTicks(least, most, inside.height(), 2 * line, 1)) {
        const double y = at(area, first, value).y();
        painter.setPen(QPen(roleColor(Role::Grid, palette), 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(inside.left() - 200, y - line / 2, 200 - 0.5 * line, line),
                         Qt::AlignRight | Qt::AlignVCenter, tickUpward(value));
    }
    const double apart = metrics.horizontalAdvance(tickAcross(last)) + 0.8 * line;
    for (const double value : axisTicks(first, last, inside.width(), apart, 1)) {
        const double x = at(area, value, least).x();
        painter.setPen(QPen(roleColor(Role::Grid, palette), 1));
        painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(x - 60, inside.bottom() + 0.3 * line, 120, 1.1 * line), Qt::AlignHCenter | Qt::AlignTop,
                         tickAcross(value));
    }
    // May be wider than a narrow plot; the scale at its left leaves room.
    const QRectF dots = scatter(area);
    painter.drawText(QRectF(dots.left(), inside.bottom() + 1.4 * line, dots.width(), 1.1 * line),
                     Qt::AlignRight | Qt::AlignTop | Qt::TextDontClip, unit);
}

void JointField::paintLimits(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const double line = QFontMetricsF(font).height();
    QPen dashed(roleColor(Role::Target, palette), 1.3);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    const QPointF cross = at(area, target, budget);
    if (cross.x() >= inside.left() && cross.x() <= inside.right())
        painter.drawLine(QPointF(cross.x(), inside.top()), QPointF(cross.x(), inside.bottom()));
    if (cross.y() >= inside.top() && cross.y() <= inside.bottom())
        painter.drawLine(QPointF(inside.left(), cross.y()), QPointF(inside.right(), cross.y()));

    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    painter.setFont(bold);
    painter.setPen(roleColor(Role::Text, palette));
    const QString across = cross.x() < inside.left()    ? QStringLiteral("← ") + targetLabel
                           : cross.x() > inside.right() ? targetLabel + QStringLiteral(" →")
                                                        : targetLabel;
    const double wide = metrics.horizontalAdvance(across) + 2;
    const QRectF dots = scatter(area);
    const double x = std::clamp(std::clamp(cross.x(), inside.left(), inside.right()) - wide / 2, dots.left(),
                                std::max(dots.left(), dots.right() - wide));
    painter.drawText(QRectF(x, dots.top(), wide, 1.2 * line), Qt::AlignLeft | Qt::AlignTop, across);

    const QString upward = cross.y() > inside.bottom() ? budgetLabel + QStringLiteral(" ↓")
                           : cross.y() < inside.top()  ? budgetLabel + QStringLiteral(" ↑")
                                                       : budgetLabel;
    const double labelWide = metrics.horizontalAdvance(upward) + 6;
    const double y = std::clamp(cross.y() - 1.1 * line, inside.top(), inside.bottom() - 1.1 * line);
    const QRectF box(inside.left() + 2, y, labelWide, line);
    QColor ground = roleColor(Role::Surface, palette);
    ground.setAlphaF(0.85F);
    painter.fillRect(box, ground);
    painter.drawText(box.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, upward);
}

void JointField::paintField(QPainter& painter, const QRectF& area, std::size_t quarter, const QPalette& palette) const
{
    const QRectF box = field(area, quarter);
    const bool both = quarter == Both;
    const bool read = reading == quarter;
    painter.setPen(read   ? QPen(roleColor(Role::Accent, palette), 1.5)
                   : both ? QPen(roleColor(Role::BarPaleBorder, palette), 1)
                          : QPen(Qt::NoPen));
    painter.setBrush(roleColor(both ? Role::Band : Role::SurfaceMuted, palette));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const double line = QFontMetricsF(font).height();
    QFont large = font;
    if (large.pixelSize() > 0)
        large.setPixelSize(static_cast<int>(std::lround(large.pixelSize() * 1.45)));
    large.setWeight(QFont::Bold);
    const double room = box.width() - 8;
    while (large.pixelSize() > font.pixelSize() && QFontMetricsF(large).horizontalAdvance(fields[quarter].share) > room)
        large.setPixelSize(large.pixelSize() - 1);
    // The caption may need a second line; both stand in the middle of the field together.
    const QRectF inner = box.adjusted(4, 2, -4, -2);
    painter.setFont(font);
    painter.setPen(roleColor(Role::Text, palette)); // without a pen text measures nothing
    const QRectF needed = painter.boundingRect(
        QRectF(0, 0, inner.width(), 1000), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, fields[quarter].caption);
    const double top = inner.center().y() - (1.5 * line + needed.height()) / 2;
    painter.setPen(roleColor(Role::Text, palette));
    painter.setFont(large);
    painter.drawText(QRectF(inner.left(), top, inner.width(), 1.5 * line), Qt::AlignCenter, fields[quarter].share);
    painter.setFont(font);
    painter.drawText(QRectF(inner.left(), top + 1.5 * line, inner.width(), needed.height() + 2),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, fields[quarter].caption);
}

void JointField::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = plot(area);
    const QPointF cross = at(area, target, budget);
    const QRectF both(QPointF(inside.left(), std::clamp(cross.y(), inside.top(), inside.bottom())),
                      QPointF(std::clamp(cross.x(), inside.left(), inside.right()), inside.bottom()));
    painter.fillRect(both, roleColor(Role::Band, palette));
    paintAxes(painter, area, palette);
    QColor ink = roleColor(Role::Bar, palette);
    ink.setAlphaF(0.8F); // 3 to 1 on the band, each for itself
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPointF& run : runs)
        if (const QPointF place = at(area, run.x(), run.y()); inside.contains(place)) // the axes leave out the farthest
            painter.drawEllipse(place, 1.4, 1.4);
    paintLimits(painter, area, palette);
    for (std::size_t quarter = 0; quarter < fields.size(); ++quarter)
        paintField(painter, area, quarter, palette);
    painter.restore();
}

} // namespace trestle
