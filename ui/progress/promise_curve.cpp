#include "ui/progress/promise_curve.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kPromiseDot = 3.5;
constexpr std::chrono::days kLeastSpan{35}; // of finishes: smaller moves look small

double inDays(Date from, Date to)
{
    return static_cast<double>((to - from).count());
}

/// First days of months within, every so many that they have room.
std::vector<Date> monthStarts(Date first, Date last, double pixels, double apart)
{
    std::vector<Date> starts;
    const std::chrono::year_month_day day(first);
    for (std::chrono::year_month month = day.year() / day.month(); std::chrono::sys_days{month / 1} <= last;
         month += std::chrono::months(1))
        if (const Date start = std::chrono::sys_days{month / 1}; start >= first)
            starts.push_back(start);
    const double most = std::max(2.0, pixels / apart);
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(static_cast<double>(starts.size()) / most)));
    std::vector<Date> result;
    for (std::size_t i = 0; i < starts.size(); i += every)
        result.push_back(starts[i]);
    return result;
}

double roomAtRight(const QFont& font)
{
    const QFontMetricsF metrics(font);
    return metrics.horizontalAdvance(tr("80 % sure")) + metrics.height();
}

} // namespace

QRectF PromiseCurve::plot(const QRectF& area) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    return area.adjusted(metrics.horizontalAdvance(QStringLiteral("30 Sep")) + line, 0.8 * line, -roomAtRight(font),
                         -1.8 * line);
}

PromiseCurve::Days PromiseCurve::finishes() const
{
    Days days{points.front().finishP50, points.front().finishP80};
    for (const Forecast& point : points) {
        days.first = std::min({days.first, point.finishP50, point.finishP80});
        days.last = std::max({days.last, point.finishP50, point.finishP80});
    }
    if (baseline) {
        days.first = std::min(days.first, *baseline);
        days.last = std::max(days.last, *baseline);
    }
    const auto missing = kLeastSpan - (days.last - days.first);
    const auto air = std::max(missing / 2, std::chrono::days(static_cast<int>(inDays(days.first, days.last) / 8) + 3));
    return {days.first - air, days.last + air};
}

double PromiseCurve::x(const QRectF& area, Date asOf) const
{
    const QRectF inside = plot(area);
    const double span = inDays(points.front().asOf, points.back().asOf);
    return span > 0 ? inside.left() + inside.width() * inDays(points.front().asOf, asOf) / span : inside.right();
}

double PromiseCurve::y(const QRectF& area, Date finish) const
{
    const QRectF inside = plot(area);
    const Days days = finishes();
    return inside.bottom() - inside.height() * inDays(days.first, finish) / inDays(days.first, days.last);
}

std::optional<std::size_t> PromiseCurve::pointAt(const QRectF& area, QPointF place) const
{
    if (points.empty() || !area.contains(place))
        return std::nullopt;
    const auto nearest = std::ranges::min_element(
        points, {}, [&](const Forecast& point) { return std::abs(x(area, point.asOf) - place.x()); });
    return static_cast<std::size_t>(nearest - points.begin());
}

void PromiseCurve::paintAxes(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const Days days = finishes();
    for (const Date month : monthStarts(days.first, days.last, inside.height(), 2 * line)) {
        const double at = y(area, month);
        painter.setPen(QPen(roleColor(Role::Grid, palette), 1));
        painter.drawLine(QPointF(inside.left(), at), QPointF(inside.right(), at));
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(area.left(), at - line / 2, inside.left() - area.left() - 0.6 * line, line),
                         Qt::AlignRight | Qt::AlignVCenter, format::shortDate(month));
    }
    painter.setPen(QPen(roleColor(Role::ControlBorder, palette), 1));
    painter.drawLine(inside.bottomLeft(), inside.bottomRight());
    double free = area.left() - line; // the last one always stands
    const double half = metrics.horizontalAdvance(QStringLiteral("30 Sep")) / 2 + 2;
    const double last = x(area, points.back().asOf);
    for (const Forecast& point : points) {
        const double at = x(area, point.asOf);
        const bool isLast = &point == &points.back();
        painter.drawLine(QPointF(at, inside.bottom()), QPointF(at, inside.bottom() + 0.25 * line));
        if (at - half < free || (!isLast && at + half > last - half - line / 2))
            continue;
        free = at + half + line / 2;
        painter.save();
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(QRectF(at - half - line, inside.bottom() + 0.45 * line, 2 * (half + line), 1.2 * line),
                         Qt::AlignHCenter | Qt::AlignTop, format::shortDate(point.asOf));
        painter.restore();
    }
}

void PromiseCurve::paintBaseline(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    if (!baseline)
        return;
    const QRectF inside = plot(area);
    const double line = QFontMetricsF(font).height();
    const double at = y(area, *baseline);
    QPen dashed(roleColor(Role::Text, palette), 1.3);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(QPointF(inside.left(), at), QPointF(inside.right(), at));
    painter.setPen(roleColor(Role::Text, palette));
    painter.drawText(QRectF(inside.left() + 2, at + 0.2 * line, inside.width(), line), Qt::AlignLeft | Qt::AlignTop,
                     tr("baseline, %1").arg(format::shortDate(*baseline)));
}

void PromiseCurve::paintLine(QPainter& painter, const QRectF& area, const QPalette& palette, Date Forecast::* finish,
                             bool isSolid) const
{
    const Role role = isSolid ? Role::Line : Role::TextMuted;
    QPolygonF line;
    for (const Forecast& point : points)
        line << QPointF(x(area, point.asOf), y(area, point.*finish));
    painter.setPen(QPen(roleColor(role, palette), isSolid ? 2 : 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    for (const QPointF& point : line) {
        painter.setPen(isSolid ? QPen(roleColor(Role::Surface, palette), 1.5) : QPen(roleColor(role, palette), 1.5));
        painter.setBrush(isSolid ? roleColor(role, palette) : roleColor(Role::Surface, palette));
        painter.drawEllipse(point, kPromiseDot, kPromiseDot);
    }
}

/// The dates of now beside the ends of both lines; never one over the other.
void PromiseCurve::paintEnd(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const double line = QFontMetricsF(font).height();
    const Forecast& last = points.back();
    double upper = y(area, last.finishP80);
    double lower = y(area, last.finishP50);
    const double least = 2.2 * line;
    if (lower - upper < least) {
        const double push = (least - (lower - upper)) / 2;
        upper -= push;
        lower += push;
    }
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const auto label = [&](double at, Date day, const QString& sure) {
        const QRectF first(inside.right() + 0.7 * line, at - line, area.right() - inside.right() - 0.6 * line, line);
        painter.setFont(bold);
        painter.setPen(roleColor(Role::Text, palette));
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, format::shortDate(day));
        painter.setFont(font);
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(first.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter, sure);
    };
    label(upper, last.finishP80, tr("80 % sure"));
    label(lower, last.finishP50, tr("50 % sure"));
}

void PromiseCurve::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    if (points.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    paintAxes(painter, area, palette);
    paintBaseline(painter, area, palette);
    if (reading) {
        const QRectF inside = plot(area);
        const double at = x(area, points[*reading].asOf);
        painter.setPen(QPen(roleColor(Role::TextMuted, palette), 1));
        painter.drawLine(QPointF(at, inside.top()), QPointF(at, inside.bottom()));
    }
    paintLine(painter, area, palette, &Forecast::finishP50, false);
    paintLine(painter, area, palette, &Forecast::finishP80, true);
    paintEnd(painter, area, palette);
    painter.restore();
}

QString slipWords(const Forecasts& forecasts)
{
    const std::optional<Slip> slip = slipOf(forecasts);
    if (!slip)
        return tr("Only one status date so far: from the second on it shows how the promise moves.");
    const auto words = [](double weeks) {
        const QString figure = format::number(std::abs(weeks), 1);
        return figure == u"0" ? tr("keeps its day")
               : weeks > 0    ? tr("slips %1 weeks a week").arg(figure)
                              : tr("comes %1 weeks a week sooner").arg(figure);
    };
    return tr("The 50 % date %1; the 80 % date %2.").arg(words(slip->p50), words(slip->p80));
}

QString promiseReading(const Forecast& forecast)
{
    return tr("%1: 80 % sure by %2, 50 % by %3")
        .arg(format::mediumDate(forecast.asOf), format::mediumDate(forecast.finishP80),
             format::mediumDate(forecast.finishP50));
}

QString promiseDescription(const PromiseCurve& curve)
{
    if (curve.points.empty())
        return {};
    QStringList lines{slipWords(curve.points)};
    if (curve.baseline)
        lines += tr("The baseline promised %1, 80 % sure.").arg(format::mediumDate(*curve.baseline));
    for (const Forecast& point : curve.points)
        lines += promiseReading(point);
    return lines.join(u'\n');
}

QString promiseTable(const PromiseCurve& curve)
{
    QStringList lines{QStringList{tr("Status date"), tr("80 % sure by"), tr("50 % sure by")}.join(u'\t')};
    for (const Forecast& point : curve.points)
        lines += QStringList{format::mediumDate(point.asOf), format::mediumDate(point.finishP80),
                             format::mediumDate(point.finishP50)}
                     .join(u'\t');
    return lines.join(u'\n');
}

} // namespace trestle
