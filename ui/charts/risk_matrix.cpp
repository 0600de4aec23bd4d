#include "ui/charts/risk_matrix.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kField = 56; // height
constexpr double kBetweenFields = 2;
constexpr double kMatrixGap = 8; // between a heading and the fields
constexpr double kMark = 20;     // diameter, where there is room
constexpr double kMarkGap = 4;
constexpr double kArrowHead = 5;

/// The more likely and the worse, the darker.
QColor fieldColor(RiskMatrix::Place place, const QPalette& palette)
{
    const QColor light = roleColor(Role::SurfaceMuted, palette);
    const QColor dark = roleColor(Role::BarPale, palette);
    const int severity = place.column + RiskMatrix::kSide - 1 - place.row;
    const double part = severity <= 1 ? 0 : severity == 2 ? 0.4 : 1;
    const auto between = [part](float from, float to) { return static_cast<float>(from + (to - from) * part); };
    return QColor::fromRgbF(between(light.redF(), dark.redF()), between(light.greenF(), dark.greenF()),
                            between(light.blueF(), dark.blueF()));
}

} // namespace

double RiskMatrix::height() const
{
    return kSide * kField + kMatrixGap + 2 * QFontMetricsF(font).height();
}

double RiskMatrix::headingWidth() const
{
    const QFontMetricsF metrics(font);
    double wide = 0;
    for (const Heading& row : rows)
        wide = std::max({wide, metrics.horizontalAdvance(row.title), metrics.horizontalAdvance(row.detail)});
    return std::ceil(wide) + kMatrixGap;
}

QRectF RiskMatrix::field(const QRectF& area, Place place) const
{
    const double left = area.left() + headingWidth();
    const double wide = (area.right() - left) / kSide;
    return QRectF(left + place.column * wide, area.top() + place.row * kField, wide, kField)
        .adjusted(kBetweenFields / 2, kBetweenFields / 2, -kBetweenFields / 2, -kBetweenFields / 2);
}

QRectF RiskMatrix::circle(const QRectF& area, std::size_t mark, bool after) const
{
    const Place place = after ? *marks[mark].after : marks[mark].at;
    int count = 0;
    int index = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].at == place) {
            if (i == mark && !after)
                index = count;
            ++count;
        }
        if (marks[i].after == place) {
            if (i == mark && after)
                index = count;
            ++count;
        }
    }
    const QRectF room = field(area, place).adjusted(2, 2, -2, -2);
    // As few lines as hold all, smaller where even then there is no room.
    const auto fits = [&](int lines) {
        return std::min(room.height() / lines, room.width() / std::ceil(count / static_cast<double>(lines)));
    };
    int lines = 1;
    while (lines < count && fits(lines + 1) > fits(lines) && fits(lines) < kMark + kMarkGap)
        ++lines;
    const int across = (count + lines - 1) / lines;
    const double step = std::min(kMark + kMarkGap, fits(lines));
    const double size = step - kMarkGap * step / (kMark + kMarkGap);
    const int line = index / across;
    const int inLine = std::min(across, count - line * across);
    const QPointF centre(room.center().x() + (index % across - (inLine - 1) / 2.0) * step,
                         room.center().y() + (line - (lines - 1) / 2.0) * step);
    return {centre.x() - size / 2, centre.y() - size / 2, size, size};
}

void RiskMatrix::paintFields(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.setPen(Qt::NoPen);
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) {
            painter.setBrush(fieldColor({column, row}, palette));
            painter.drawRoundedRect(field(area, {column, row}), 3, 3);
        }
    const double line = QFontMetricsF(font).height();
    const double wide = headingWidth() - kMatrixGap;
    for (int row = 0; row < kSide; ++row) {
        const Heading& heading = rows[static_cast<std::size_t>(row)];
        const double middle = field(area, {0, row}).center().y();
        painter.setPen(roleColor(Role::Text, palette));
        painter.drawText(QRectF(area.left(), middle - line, wide, line), Qt::AlignRight | Qt::AlignVCenter,
                         heading.title);
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(area.left(), middle, wide, line), Qt::AlignRight | Qt::AlignVCenter, heading.detail);
    }
    painter.setPen(roleColor(Role::Text, palette));
    const double foot = area.top() + kSide * kField + kMatrixGap / 2;
    for (int column = 0; column < kSide; ++column) {
        const QRectF above = field(area, {column, kSide - 1});
        painter.drawText(
            QRectF(above.left(), foot, above.width(), line), Qt::AlignCenter,
            QFontMetricsF(font).elidedText(columns[static_cast<std::size_t>(column)], Qt::ElideRight, above.width()));
    }
    painter.setPen(roleColor(Role::TextMuted, palette));
    const double left = field(area, {0, 0}).left();
    painter.drawText(QRectF(left, foot + line, area.right() - left, line), Qt::AlignCenter, below);
}

void RiskMatrix::paintArrow(QPainter& painter, const QRectF& area, std::size_t mark, const QPalette& palette) const
{
    const QRectF from = circle(area, mark);
    const QRectF to = circle(area, mark, true);
    const QPointF start = from.center();
    const QPointF end = to.center();
    // Across first, then down: it leaves and arrives at right angles, so that it is told from the fields' edges.
    const bool isStraight = std::abs(start.x() - end.x()) < from.width() || std::abs(start.y() - end.y()) < 1;
    QPolygonF path{start};
    if (!isStraight)
        path << QPointF(end.x(), start.y());
    path << end;
    const QPointF before = path[path.size() - 2];
    const QPointF along = end - before;
    const double length = std::hypot(along.x(), along.y());
    if (length < to.width())
        return;
    const QPointF step = along / length;
    const QPointF tip = end - step * (to.width() / 2);
    path.last() = tip - step * kArrowHead;
    const QColor ink = roleColor(Role::Text, palette);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.2, Qt::DashLine));
    painter.drawPolyline(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QPointF side(-step.y() * kArrowHead * 0.7, step.x() * kArrowHead * 0.7);
    painter.drawPolygon(QPolygonF{tip, path.last() + side, path.last() - side});
}

void RiskMatrix::paintMark(QPainter& painter, const QRectF& area, std::size_t mark, const QPalette& palette) const
{
    const QString number = QString::number(marks[mark].number);
    QFont small = font;
    small.setWeight(QFont::DemiBold);
    painter.setFont(small);
    const QRectF box = circle(area, mark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(roleColor(Role::Bar, palette));
    painter.drawEllipse(box);
    painter.setPen(roleColor(Role::Surface, palette));
    painter.drawText(box, Qt::AlignCenter, number);
    if (reading == mark) {
        painter.setPen(QPen(roleColor(Role::Accent, palette), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(-2, -2, 2, 2));
    }
    if (!marks[mark].after)
        return;
    const QRectF dashed = circle(area, mark, true);
    painter.setPen(QPen(roleColor(Role::Text, palette), 1.2, Qt::DashLine));
    painter.setBrush(roleColor(Role::Surface, palette));
    painter.drawEllipse(dashed);
    painter.drawText(dashed, Qt::AlignCenter, number);
}

void RiskMatrix::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    paintFields(painter, area, palette);
    for (std::size_t mark = 0; mark < marks.size(); ++mark)
        if (marks[mark].after)
            paintArrow(painter, area, mark, palette);
    for (std::size_t mark = 0; mark < marks.size(); ++mark)
        paintMark(painter, area, mark, palette);
    painter.restore();
}

} // namespace trestle
