#include "ui/cash/cash_curve.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/cash/cash_words.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kDot = 3.5;

/// A day's place, counted in months from the first of `first`; its end where `after`.
double placeOf(std::chrono::year_month first, Date day, bool after = false)
{
    const std::chrono::year_month_day date(day);
    const std::chrono::year_month month = date.year() / date.month();
    const auto days = static_cast<double>(static_cast<unsigned>((month / std::chrono::last).day()));
    const double inMonth = static_cast<double>(static_cast<unsigned>(date.day())) - (after ? 0 : 1);
    return static_cast<double>((month - first).count()) + inMonth / days;
}

QPainterPath diamondAt(QPointF place)
{
    constexpr double kDiamond = CashCurve::kDiamond;
    QPainterPath path(place + QPointF(0, -kDiamond));
    path.lineTo(place + QPointF(kDiamond, 0));
    path.lineTo(place + QPointF(0, kDiamond));
    path.lineTo(place + QPointF(-kDiamond, 0));
    path.closeSubpath();
    return path;
}

} // namespace

CashCurve cashCurve(const Plan& plan, const CashFigures& figures)
{
    CashCurve curve;
    curve.months = figures.months;
    const std::chrono::year_month first = figures.months.front().month;
    const CashTable& likely = figures.likely;
    curve.start = placeOf(first, plan.inputs.start);
    curve.opening = plan.inputs.cash.opening.value_or(Money{}).inDollars();
    curve.openingLabel = format::amount(plan.inputs.cash.opening.value_or(Money{}));
    if (const Money more = cashwords::needed(plan, figures); more > Money{}) {
        curve.more = more.inDollars();
        curve.moreLabel = tr("with %1 more").arg(format::promise(more));
    }
    if (likely.firstBelowZero)
        curve.runsOutLabel = tr("runs out in %1, likely").arg(cashwords::monthName(*likely.firstBelowZero));
    curve.launch = {placeOf(first, plan.finishDate.likely, true),
                    tr("launch, likely %1").arg(format::mediumDate(plan.finishDate.likely))};
    curve.horizon = {static_cast<double>((likely.months.back().month - first).count() + 1),
                     plan.inputs.cash.bufferMonths > 0 ? cashwords::horizonName(plan) : QString()};
    for (const OneOff& line : plan.inputs.cash.once)
        curve.tranches.push_back(
            {placeOf(first, line.date), format::text(line.label),
             tr("%1 on %2")
                 .arg((line.amount < Money{} ? QString() : QStringLiteral("+")) + format::amount(line.amount),
                      format::shortDate(line.date))});
    return curve;
}

double CashCurve::amountRoom(const QFont& font)
{
    const QFontMetricsF metrics(font);
    return metrics.horizontalAdvance(QStringLiteral("−999.5 k")) + metrics.height() / 2;
}

QRectF CashCurve::plot(const QRectF& area) const
{
    const double line = QFontMetricsF(font).height();
    QRectF inside = area.adjusted(amountRoom(font), 1.4 * line, -0.4 * line, -1.6 * line);
    if (left && monthWidth) {
        inside.setLeft(area.left() + *left);
        inside.setWidth(*monthWidth * static_cast<double>(months.size()));
    }
    return inside;
}

CashCurve::Scale CashCurve::scale() const
{
    Scale scale{std::min(0.0, opening), std::max({0.0, opening, opening + more})};
    for (const CashBand& month : months) {
        const double likely = month.likely.inDollars();
        scale.least = std::min({scale.least, month.p10, likely});
        scale.most = std::max({scale.most, month.p90, likely + more});
    }
    const double span = std::max(1.0, scale.most - scale.least);
    constexpr double kAir = 0.06;
    return {scale.least < 0 ? scale.least - kAir * span : 0, scale.most + kAir * span};
}

QPointF CashCurve::at(const QRectF& area, double place, double dollars) const
{
    const QRectF inside = plot(area);
    const Scale range = scale();
    return {inside.left() + inside.width() * place / static_cast<double>(months.size()),
            inside.bottom() - inside.height() * (dollars - range.least) / (range.most - range.least)};
}

std::optional<std::size_t> CashCurve::monthAt(const QRectF& area, QPointF place) const
{
    const QRectF inside = plot(area);
    if (months.empty() || !inside.contains(place))
        return std::nullopt;
    const auto month =
        static_cast<std::size_t>((place.x() - inside.left()) / inside.width() * static_cast<double>(months.size()));
    return std::min(month, months.size() - 1);
}

void CashCurve::paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const Scale range = scale();
    constexpr double kApart = 2.2;
    painter.setFont(font);
    for (const double amount : axisTicks(range.least, range.most, inside.height(), kApart * line)) {
        const double y = at(area, 0, amount).y();
        painter.setPen(QPen(roleColor(Role::Grid, palette), 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(roleColor(amount == 0 ? Role::Text : Role::TextMuted, palette));
        painter.drawText(QRectF(area.left(), y - line / 2, inside.left() - area.left() - 0.5 * line, line),
                         Qt::AlignRight | Qt::AlignVCenter, format::axisAmount(amount));
    }
    painter.setPen(QPen(roleColor(Role::Text, palette), 1.5));
    painter.drawLine(at(area, 0, 0), QPointF(inside.right(), at(area, 0, 0).y()));

    const double width = inside.width() / static_cast<double>(months.size());
    const auto wide = metrics.horizontalAdvance(QStringLiteral("Sep 2027")) + line;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(wide / width)));
    painter.setPen(roleColor(Role::TextMuted, palette));
    for (std::size_t i = every - 1; i < months.size(); i += every) {
        const double x = inside.left() + width * static_cast<double>(i + 1);
        painter.drawLine(QPointF(x, inside.bottom()), QPointF(x, inside.bottom() + 0.25 * line));
        painter.drawText(QRectF(x - wide, inside.bottom() + 0.35 * line, wide, 1.1 * line),
                         Qt::AlignRight | Qt::AlignTop,
                         format::monthYear(static_cast<int>(months[i].month.year()),
                                           static_cast<int>(static_cast<unsigned>(months[i].month.month()))));
    }
}

void CashCurve::paintBand(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    QPolygonF band;
    band << at(area, start, opening);
    for (std::size_t i = 0; i < months.size(); ++i)
        band << at(area, static_cast<double>(i + 1), months[i].p90);
    for (std::size_t i = months.size(); i-- > 0;)
        band << at(area, static_cast<double>(i + 1), months[i].p10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(roleColor(Role::Band, palette));
    painter.drawPolygon(band);
    if (more <= 0)
        return;
    QPolygonF raised;
    raised << at(area, start, opening + more);
    for (std::size_t i = 0; i < months.size(); ++i)
        raised << at(area, static_cast<double>(i + 1), months[i].likely.inDollars() + more);
    QPen dashed(roleColor(Role::TextMuted, palette), 1.3);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(raised);
}

void CashCurve::paintLikely(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const double zero = at(area, 0, 0).y();
    QPolygonF line;
    line << at(area, start, opening);
    for (std::size_t i = 0; i < months.size(); ++i)
        line << at(area, static_cast<double>(i + 1), months[i].likely.inDollars());
    const QRectF inside = plot(area);
    const auto part = [&](const QRectF& where, Role role) {
        painter.save();
        painter.setClipRect(where);
        painter.setPen(QPen(roleColor(role, palette), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        painter.restore();
    };
    constexpr double kSide = 4;
    part({inside.left() - kSide, inside.top() - kSide, inside.width() + 2 * kSide, zero - inside.top() + kSide},
         Role::Line);
    part({inside.left() - kSide, zero, inside.width() + 2 * kSide, inside.bottom() - zero + kSide}, Role::Error);
    for (const QPointF& point : line) {
        painter.setPen(QPen(roleColor(Role::Surface, palette), 1.5));
        painter.setBrush(roleColor(point.y() > zero + 1e-6 ? Role::Error : Role::Line, palette));
        painter.drawEllipse(point, kDot, kDot);
    }
    for (const Tranche& tranche : tranches) {
        painter.setPen(QPen(roleColor(Role::Surface, palette), 1.5));
        painter.setBrush(roleColor(Role::Line, palette));
        painter.drawPath(diamondAt(at(area, tranche.at, 0)));
    }
}

void CashCurve::paintAcross(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const double line = QFontMetricsF(font).height();
    const auto across = [&](double place, Role role) {
        const double x = at(area, place, 0).x();
        QPen dashed(roleColor(role, palette), 1.3);
        dashed.setDashPattern({4, 3});
        painter.setPen(dashed);
        painter.drawLine(QPointF(x, inside.top() - 0.2 * line), QPointF(x, inside.bottom()));
    };
    across(launch.at, Role::Target);
    if (!horizon.label.isEmpty())
        across(horizon.at, Role::TextMuted);
    if (!reading)
        return;
    const double x = at(area, static_cast<double>(*reading + 1), 0).x();
    painter.setPen(QPen(roleColor(Role::TextMuted, palette), 1));
    painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
}

void CashCurve::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    if (months.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter, area, palette);
    paintBand(painter, area, palette);
    paintAcross(painter, area, palette);
    paintLikely(painter, area, palette);
    paintLabels(painter, area, palette);
    painter.restore();
}

} // namespace trestle
