#include "ui/money/margin_bars.h"

#include "models/units.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/nice_scale.h"
#include "ui/money/price_words.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kMarginBars = 36;
constexpr double kCent = 0.005; // a run that loses less than a cent does not lose
constexpr double kNear = 1.0;   // the line at nothing is shown where it is as near as the bars are wide

} // namespace

MarginBars marginBars(const Risk& risk, const PriceOfKind& price)
{
    const std::vector<double> margins = marginsByRun(risk, price.kind, price.price);
    MarginBars bars;
    bars.runs = margins.size();
    bars.mean = price.margin.mean;
    bars.loss =
        price.lossChance > 0 ? tr("%1 lose money").arg(pricewords::odds(price.lossChance)) : tr("none loses money");
    if (margins.empty())
        return bars;
    auto [least, most] = std::ranges::minmax(margins);
    const double wide = most - least;
    if (least > 0 && least < kNear * wide)
        least = 0;
    if (most < 0 && -most < kNear * wide)
        most = 0;
    bars.step = niceScale(std::max(1.0, most - least), kMarginBars).step;
    bars.first = std::floor((least + kCent) / bars.step) * bars.step;
    bars.counts.resize(static_cast<std::size_t>(std::max(0.0, std::floor((most + kCent - bars.first) / bars.step))) +
                       1);
    for (const double margin : margins) {
        const auto bar = static_cast<std::size_t>(std::max(0.0, std::floor((margin + kCent - bars.first) / bars.step)));
        ++bars.counts[std::min(bar, bars.counts.size() - 1)];
    }
    return bars;
}

QString MarginBars::table() const
{
    QString table = tr("From AUD\tTo AUD\tSimulated projects\n");
    for (std::size_t bar = 0; bar < counts.size(); ++bar)
        table += QStringLiteral("%1\t%2\t%3\n")
                     .arg(format::amount(Money::rounded(from(bar))), format::amount(Money::rounded(from(bar + 1))))
                     .arg(counts[bar]);
    return table;
}

QRectF MarginBars::plot(const QRectF& area) const
{
    const double line = QFontMetricsF(font).height();
    return area.adjusted(line, 2.6 * line, -line, -1.4 * line);
}

double MarginBars::at(const QRectF& plot, double dollars) const
{
    return plot.left() + plot.width() * (dollars - first) / (last() - first);
}

std::optional<std::size_t> MarginBars::barAt(const QRectF& area, QPointF place) const
{
    const QRectF inside = plot(area);
    if (counts.empty() || !inside.contains(place))
        return std::nullopt;
    const auto bar =
        static_cast<std::size_t>((place.x() - inside.left()) / inside.width() * static_cast<double>(counts.size()));
    return std::min(bar, counts.size() - 1);
}

void MarginBars::paintAxis(QPainter& painter, const QRectF& plot, const QPalette& palette) const
{
    const QFontMetricsF metrics(font);
    painter.setPen(roleColor(Role::Track, palette));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setFont(font);
    painter.setPen(roleColor(Role::TextMuted, palette));
    const double apart = metrics.horizontalAdvance(QStringLiteral("−000.00 k")) * 1.2;
    for (const double tick : axisTicks(first, last(), plot.width(), apart))
        painter.drawText(QRectF(at(plot, tick) - apart, plot.bottom() + 3, 2 * apart, metrics.height()),
                         Qt::AlignHCenter, format::axisAmount(tick));
}

/// A word at an upright line, within the chart.
void MarginBars::paintSign(QPainter& painter, const QRectF& area, double dollars, int line, const QString& text,
                           const QColor& color) const
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const QRectF inside = plot(area);
    const double wide = metrics.horizontalAdvance(text) + 2;
    const double top = inside.top() - (2.5 - 1.2 * line) * metrics.height();
    const bool left = dollars <= 0;
    const double wanted = left ? at(inside, dollars) - wide - 4 : at(inside, dollars) + 4;
    const double x = std::clamp(wanted, area.left(), std::max(area.left(), area.right() - wide));
    painter.setFont(bold);
    painter.setPen(color);
    painter.drawText(QRectF(x, top, wide, metrics.height()), Qt::AlignLeft | Qt::TextDontClip, text);
}

void MarginBars::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    if (counts.empty())
        return;
    const auto color = [&](Role role) { return roleColor(role, palette); };
    const QRectF inside = plot(area);
    const double line = QFontMetricsF(font).height();
    const auto most = static_cast<double>(*std::ranges::max_element(counts));
    for (std::size_t bar = 0; bar < counts.size(); ++bar) {
        const double high = inside.height() * static_cast<double>(counts[bar]) / most;
        const double left = at(inside, from(bar));
        const QRectF column(left + 0.5, inside.bottom() - high, at(inside, from(bar + 1)) - left - 1, high);
        painter.fillRect(column, color(isLoss(bar) ? Role::Error : Role::Bar));
        if (reading == bar) {
            painter.setPen(QPen(color(Role::Accent), 2));
            painter.drawRect(column.adjusted(-1, -1, 1, 0));
        }
    }
    paintAxis(painter, inside, palette);
    if (first <= 0 && last() >= 0) {
        painter.setPen(QPen(color(Role::Text), 1));
        painter.drawLine(QPointF(at(inside, 0), inside.top() - 1.3 * line), QPointF(at(inside, 0), inside.bottom()));
    }
    painter.setPen(QPen(color(Role::Text), 1, Qt::DashLine));
    painter.drawLine(QPointF(at(inside, mean), inside.top() - 2.4 * line), QPointF(at(inside, mean), inside.bottom()));
    paintSign(painter, area, mean, 0, tr("on average %1").arg(format::simulatedAmount(Money::rounded(mean))),
              color(Role::Text));
    paintSign(painter, area, 0, 1, loss, color(isLoss(0) ? Role::Error : Role::TextMuted));
}

} // namespace trestle
