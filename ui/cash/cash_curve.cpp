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
#include <array>
#include <cmath>

namespace trestle {

namespace {

constexpr double kDot = 3.5;
constexpr double kDiamond = 6;

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
    QPainterPath path(place + QPointF(0, -kDiamond));
    path.lineTo(place + QPointF(kDiamond, 0));
    path.lineTo(place + QPointF(0, kDiamond));
    path.lineTo(place + QPointF(-kDiamond, 0));
    path.closeSubpath();
    return path;
}

/// Texts that keep clear of the line and of each other.
class FreePlaces {
public:
    FreePlaces(const QRectF& room, QPainterPath line) : m_room(room), m_line(std::move(line)) {}

    /// The first of the boxes that is free; none: the table says it.
    std::optional<QRectF> take(std::initializer_list<QRectF> boxes)
    {
        for (const QRectF& box : boxes)
            if (m_room.contains(box) && !m_line.intersects(box.adjusted(-2, -1, 2, 1)) &&
                std::ranges::none_of(m_taken, [&](const QRectF& other) { return other.intersects(box); })) {
                m_taken.push_back(box);
                return box;
            }
        return std::nullopt;
    }
    void block(const QRectF& box) { m_taken.push_back(box); }

private:
    QRectF m_room;
    QPainterPath m_line;
    std::vector<QRectF> m_taken;
};

QFont boldOf(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
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
    QPen dashed(roleColor(Role::Reference, palette), 1.3);
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
        across(horizon.at, Role::Reference);
    if (!reading)
        return;
    const double x = at(area, static_cast<double>(*reading + 1), 0).x();
    painter.setPen(QPen(roleColor(Role::TextMuted, palette), 1));
    painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
}

void CashCurve::paintLabels(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF plain(font);
    const QFontMetricsF bold(boldOf(font));
    const double line = plain.height();
    QPainterPath curves(at(area, start, opening));
    QPainterPath raised(at(area, start, opening + more));
    for (std::size_t i = 0; i < months.size(); ++i) {
        curves.lineTo(at(area, static_cast<double>(i + 1), months[i].likely.inDollars()));
        raised.lineTo(at(area, static_cast<double>(i + 1), months[i].likely.inDollars() + more));
    }
    // Paths close themselves when asked for what they meet: as thin strips they do not.
    QPainterPathStroker strip;
    strip.setWidth(2);
    QPainterPath inTheWay = strip.createStroke(curves);
    if (more > 0)
        inTheWay.addPath(strip.createStroke(raised));
    FreePlaces places(QRectF(QPointF(inside.left(), area.top()), QPointF(area.right(), inside.bottom())), inTheWay);

    const auto write = [&](const QRectF& box, const QString& text, bool strong, Role role) {
        painter.fillRect(box, roleColor(Role::Surface, palette)); // no line crosses a word
        painter.setFont(strong ? boldOf(font) : font);
        painter.setPen(roleColor(role, palette));
        painter.drawText(box, Qt::AlignCenter, text);
    };
    // Launch and the end of the buffer stand above the plot; whoever is nearer to the right writes to its left.
    const auto above = [&](double x, const QString& text, bool strong) {
        const double wide = (strong ? bold : plain).horizontalAdvance(text) + 4;
        const QRectF right(x + 2, area.top(), wide, line);
        const QRectF before(x - 2 - wide, area.top(), wide, line);
        if (const auto box = places.take({right, before}))
            write(*box, text, strong, strong ? Role::Text : Role::TextMuted);
    };
    above(at(area, launch.at, 0).x(), launch.label, true);
    if (!horizon.label.isEmpty())
        above(at(area, horizon.at, 0).x(), horizon.label, false);

    const double zero = at(area, 0, 0).y();
    for (const Tranche& tranche : tranches)
        places.block(QRectF(at(area, tranche.at, 0).x() - kDiamond, zero - kDiamond, 2 * kDiamond, 2 * kDiamond));
    if (!runsOutLabel.isEmpty()) {
        const auto first = std::ranges::find_if(months, [](const CashBand& month) { return month.likely < Money{}; });
        const QPointF point = at(area, static_cast<double>(first - months.begin() + 1), first->likely.inDollars());
        const QSizeF size(bold.horizontalAdvance(runsOutLabel) + 4, line);
        const double below = std::max(point.y(), zero) + 0.5 * line;
        if (const auto box = places.take({QRectF(QPointF(point.x() - size.width() - 6, below), size),
                                          QRectF(QPointF(point.x() - size.width() - 6, zero - 1.4 * line), size),
                                          QRectF(QPointF(point.x() + 6, zero - 1.6 * line), size),
                                          QRectF(QPointF(inside.left() + 4, below), size)}))
            write(*box, runsOutLabel, true, Role::Error);
    }
    for (const Tranche& tranche : tranches) {
        const double x = at(area, tranche.at, 0).x();
        const QSizeF size(std::max(bold.horizontalAdvance(tranche.label), plain.horizontalAdvance(tranche.amount)) + 4,
                          2 * line);
        const double below = zero + kDiamond + 2;
        const double over = zero - kDiamond - 2 - size.height();
        const auto box = places.take({QRectF(QPointF(x - size.width() / 2, below), size),
                                      QRectF(QPointF(x - size.width() / 2, over), size),
                                      QRectF(QPointF(x - size.width(), below), size), QRectF(QPointF(x, below), size),
                                      QRectF(QPointF(x - size.width(), over), size), QRectF(QPointF(x, over), size)});
        if (!box)
            continue;
        write(box->adjusted(0, 0, 0, -line), tranche.label, true, Role::Text);
        write(box->adjusted(0, line, 0, 0), tranche.amount, false, Role::TextMuted);
    }
    const QPointF from = at(area, start, opening);
    const QSizeF openingSize(plain.horizontalAdvance(openingLabel) + 4, line);
    if (const auto box =
            places.take({QRectF(from + QPointF(8, -line - 2), openingSize), QRectF(from + QPointF(2, 4), openingSize)}))
        write(*box, openingLabel, false, Role::TextMuted);
    if (more > 0) {
        const double place = static_cast<double>(months.size()) * 0.8;
        const auto month = std::min(months.size() - 1, static_cast<std::size_t>(place));
        const QPointF point = at(area, place, months[month].likely.inDollars() + more);
        const QSizeF size(plain.horizontalAdvance(moreLabel) + 4, line);
        const QPointF corner(point.x() - size.width() / 2, point.y() - 1.6 * line);
        if (const auto box = places.take({QRectF(corner, size), QRectF(corner - QPointF(0, line), size),
                                          QRectF(corner - QPointF(size.width() / 2, 2 * line), size)}))
            write(*box, moreLabel, false, Role::TextMuted);
    }
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
