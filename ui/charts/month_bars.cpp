#include "ui/charts/month_bars.h"

#include "ui/base/format.h"
#include "ui/charts/nice_scale.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace trestle {

namespace {

constexpr double kMostSteps = 4;
constexpr double kStepRoom = 1.5;        // of a line's height, so that marks keep apart
constexpr double kWidestBar = 1.0 / 1.7; // of a slot

constexpr double kLeastTop = 4;       // dollars; marks are whole ones
constexpr double kWidestColumn = 5.5; // of a line's height
constexpr double kMonthLine = 1.5;    // lines below the plot: months …
constexpr double kScaleRoom = 3.5;    // of a line's height, left of the plot
constexpr double kYearLine = 2.5;     // … with the year of the first below it where it has no room beside it

/// `height` of the plot; a low one has fewer marks.
NiceScale scaleFor(Money most, double height, const QFont& font)
{
    const double room = height / (kStepRoom * QFontMetricsF(font).height()) - 1; // a scale may take one step more
    return niceScale(std::max(kLeastTop, most.inDollars()), static_cast<int>(std::clamp(room, 1.0, kMostSteps)));
}

QString monthName(std::chrono::year_month month)
{
    return format::month(static_cast<int>(static_cast<unsigned>(month.month())));
}

QFont boldOf(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// How months are written so that none touches its neighbour: every n-th, years beside or below their first.
struct MonthLabels {
    std::size_t step = 1;
    bool yearBeside = false;

    MonthLabels(double width, std::size_t count, const QFont& font)
    {
        const QFontMetricsF metrics(font);
        const double slot = std::max(1.0, (width - kScaleRoom * metrics.height()) / static_cast<double>(count));
        const double name = std::max(metrics.horizontalAdvance(QStringLiteral("Sep")) * 1.35,
                                     metrics.horizontalAdvance(QStringLiteral("2000")) * 1.2);
        step = static_cast<std::size_t>(std::max(1.0, std::ceil(name / slot)));
        yearBeside = metrics.horizontalAdvance(QStringLiteral("Sep 2000")) * 1.1 <= slot * static_cast<double>(step);
    }
    [[nodiscard]] double lines() const { return yearBeside ? kMonthLine : kYearLine; }
};

/// What stands at a bar: the likely amount, else that of the high plan alone.
Money figureOf(const MonthBar& bar, bool showHigh)
{
    return bar.likely > Money{} || !showHigh ? bar.likely : bar.high;
}

/// A rounded top on a flat foot.
void paintColumn(QPainter& painter, const QRectF& rect, const QColor& fill)
{
    if (rect.height() <= 0)
        return;
    const double radius = std::min({2.0, rect.width() / 4, rect.height()});
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, radius, radius);
    painter.drawRect(rect.adjusted(0, std::min(rect.height(), radius), 0, 0));
}

} // namespace

std::vector<MonthBar> monthBars(const MonthTable& table, bool incGst)
{
    std::vector<MonthBar> bars;
    bars.reserve(table.lines.size());
    for (const MonthLine& line : table.lines)
        bars.push_back({line.month, incGst ? line.incGst(Case::likely) : line.amount.likely,
                        incGst ? line.incGst(Case::high) : line.amount.high});
    return bars;
}

Money MonthBars::most() const
{
    Money most;
    for (const MonthBar& bar : bars)
        most = std::max({most, bar.likely, showHigh ? bar.high : Money{}});
    return most;
}

QRectF MonthBars::plot(const QRectF& area) const
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const double below = MonthLabels(area.width(), bars.size(), font).lines();
    const NiceScale scale = scaleFor(most(), area.height() - (1.3 + below) * line, font);
    double labels = 0;
    for (int i = 0; i <= scale.steps; ++i)
        labels = std::max(labels, metrics.horizontalAdvance(format::axisAmount(i * scale.step)));
    return area.adjusted(labels + 0.6 * line, 1.3 * line, 0, -below * line);
}

QRectF MonthBars::slot(const QRectF& area, std::size_t index) const
{
    const QRectF inside = plot(area);
    const double width = inside.width() / static_cast<double>(std::max<std::size_t>(1, bars.size()));
    return {inside.left() + width * static_cast<double>(index), inside.top(), width, inside.height()};
}

void MonthBars::paintAxis(QPainter& painter, const QRectF& plot, const QPalette& palette) const
{
    const QFontMetricsF metrics(font);
    const NiceScale scale = scaleFor(most(), plot.height(), font);
    painter.setFont(font);
    for (int i = 0; i <= scale.steps; ++i) {
        const double y = plot.bottom() - plot.height() * i / scale.steps;
        painter.setPen(QPen(roleColor(i == 0 ? Role::Track : Role::Grid, palette), metrics.height() / 14));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(roleColor(Role::TextMuted, palette));
        const QRectF place(plot.left() - 200, y - metrics.height() / 2, 200 - 0.5 * metrics.height(), metrics.height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, format::axisAmount(i * scale.step));
    }
}

void MonthBars::paintBar(QPainter& painter, const QRectF& plot, const QRectF& slot, const MonthBar& bar, bool labelled,
                         const QPalette& palette) const
{
    const double top = scaleFor(most(), plot.height(), font).top();
    const auto heightOf = [&](Money amount) { return plot.height() * std::max(0.0, amount.inDollars()) / top; };
    const double width = std::min(
        {slot.width() * 0.86, std::max(slot.width() * kWidestBar, 4.0), kWidestColumn * QFontMetricsF(font).height()});
    const auto column = [&](double from, double to) {
        return QRectF(slot.center().x() - width / 2, plot.bottom() - to, width, to - from);
    };
    const double likely = heightOf(bar.likely);
    const double high = showHigh ? heightOf(bar.high) : 0;
    if (high > likely) {
        painter.setPen(QPen(roleColor(Role::BarPaleBorder, palette), 1));
        painter.setBrush(roleColor(Role::BarPale, palette));
        painter.drawRoundedRect(column(likely, high).adjusted(0.5, 0.5, -0.5, 0), 2, 2);
    }
    paintColumn(painter, column(0, likely), roleColor(Role::Bar, palette));
    const Money figure = figureOf(bar, showHigh);
    if (!labelled || figure == Money{})
        return;
    // At the end of its own bar: on the pale part where that leaves room, so that it is not read as the high amount.
    const QString text = format::shortAmount(figure);
    const QFont bold = boldOf(font);
    const QFontMetricsF metrics(bold);
    const double tall = 1.15 * metrics.height();
    const bool onPale = bar.likely > Money{} && high - likely >= tall;
    const double above = plot.bottom() - (onPale ? likely : std::max(likely, high)) - tall;
    const double wide = metrics.horizontalAdvance(text);
    const QRectF place(slot.center().x() - wide / 2, above, wide, metrics.height());
    if (onPale && wide > width - 2) // no line crosses a figure
        painter.fillRect(place.adjusted(-2, 0, 2, 0), roleColor(Role::Surface, palette));
    painter.setFont(bold);
    painter.setPen(roleColor(bar.likely > Money{} ? Role::Text : Role::TextMuted, palette));
    painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
}

void MonthBars::paintMonths(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    const QRectF inside = plot(area);
    const QFontMetricsF metrics(font);
    const MonthLabels labels(area.width(), bars.size(), font);
    painter.setFont(font);
    painter.setPen(roleColor(Role::TextMuted, palette));
    std::optional<std::chrono::year> year;
    for (std::size_t i = 0; i < bars.size(); i += labels.step) {
        const double x = slot(area, i).center().x();
        const auto line = [&](double below, const QString& text) {
            painter.drawText(QRectF(x - 100, inside.bottom() + below * metrics.height(), 200, 1.1 * metrics.height()),
                             Qt::AlignHCenter | Qt::AlignTop, text);
        };
        const QString number = QString::number(static_cast<int>(bars[i].month.year()));
        const bool newYear = year != bars[i].month.year();
        line(0.35, newYear && labels.yearBeside ? monthName(bars[i].month) + u' ' + number : monthName(bars[i].month));
        if (newYear && !labels.yearBeside)
            line(1.35, number);
        year = bars[i].month.year();
    }
}

void MonthBars::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = plot(area);
    if (most() <= Money{}) {
        painter.setFont(font);
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(area, Qt::AlignCenter, QCoreApplication::translate("MonthBars", "nothing to pay"));
        painter.restore();
        return;
    }
    paintAxis(painter, inside, palette);
    const QFontMetricsF bold(boldOf(font));
    double figure = 0;
    for (const MonthBar& bar : bars)
        figure = std::max(figure, bold.horizontalAdvance(format::shortAmount(figureOf(bar, showHigh))));
    const bool figuresFit = figure + 4 < slot(area, 0).width();
    for (std::size_t i = 0; i < bars.size(); ++i)
        paintBar(painter, inside, slot(area, i), bars[i], figuresFit, palette);
    paintMonths(painter, area, palette);
    painter.restore();
}

} // namespace trestle
