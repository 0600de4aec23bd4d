#include "ui/charts/month_bars.h"

#include "ui/charts/nice_scale.h"
#include "ui/format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kMostSteps = 4;
constexpr double kStepRoom = 1.5;        // of a line's height, so that marks keep apart
constexpr double kWidestBar = 1.0 / 1.7; // of a slot

constexpr double kLeastTop = 4;       // dollars; marks are whole ones
constexpr double kWidestColumn = 5.5; // of a line's height

/// `height` of the plot; a low one has fewer marks.
NiceScale scaleFor(Money most, double height, const QFont& font)
{
    const double room = height / (kStepRoom * QFontMetricsF(font).height()) - 1; // a scale may take one step more
    return niceScale(std::max(kLeastTop, most.inDollars()), static_cast<int>(std::clamp(room, 1.0, kMostSteps)));
}

/// A year's first label says the year as well, or alone where there is no room for both.
QString monthLabel(std::chrono::year_month month, bool newYear, bool roomForBoth, bool manyYears)
{
    const int number = static_cast<int>(static_cast<unsigned>(month.month()));
    const int year = static_cast<int>(month.year());
    if (newYear && roomForBoth)
        return format::monthYear(year, number);
    return newYear && manyYears ? QString::number(year) : format::month(number);
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
    const NiceScale scale = scaleFor(most(), area.height() - 2.8 * line, font);
    double labels = 0;
    for (int i = 0; i <= scale.steps; ++i)
        labels = std::max(labels, metrics.horizontalAdvance(format::shortAmount(Money::rounded(i * scale.step))));
    return area.adjusted(labels + 0.6 * line, 1.3 * line, 0, -1.5 * line);
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
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, format::shortAmount(Money::rounded(i * scale.step)));
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
    const Money figure = bar.likely > Money{} || !showHigh ? bar.likely : bar.high;
    if (!labelled || figure == Money{})
        return;
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(roleColor(bar.likely > Money{} ? Role::Text : Role::TextMuted, palette));
    const QFontMetricsF metrics(bold);
    const double above = plot.bottom() - std::max(likely, high) - 1.15 * metrics.height();
    painter.drawText(QRectF(slot.center().x() - 100, above, 200, metrics.height()), Qt::AlignHCenter | Qt::AlignVCenter,
                     format::shortAmount(Money::rounded(std::round(figure.inDollars() / 100) * 100)));
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

    // Neither figures nor months may touch their neighbours: every n-th is written.
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double width = slot(area, 0).width();
    const double figure = QFontMetricsF(bold).horizontalAdvance(QStringLiteral("00.0 k"));
    const bool figuresFit = figure < width * 1.02;
    const double name = metrics.horizontalAdvance(QStringLiteral("Sep")) * 1.35;
    const double dated = metrics.horizontalAdvance(QStringLiteral("Sep 2000")) * 1.1;
    const int step = std::max(1, static_cast<int>(std::ceil(name / std::max(1.0, width))));
    const bool manyYears = !bars.empty() && bars.front().month.year() != bars.back().month.year();
    int lastYear = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const QRectF place = slot(area, i);
        paintBar(painter, inside, place, bars[i], figuresFit, palette);
        if (i % static_cast<std::size_t>(step) != 0)
            continue;
        const int year = static_cast<int>(bars[i].month.year());
        const bool newYear = year != lastYear;
        lastYear = year;
        painter.setFont(font);
        painter.setPen(roleColor(Role::TextMuted, palette));
        painter.drawText(
            QRectF(place.center().x() - 100, inside.bottom() + 0.35 * metrics.height(), 200, 1.1 * metrics.height()),
            Qt::AlignHCenter | Qt::AlignTop, monthLabel(bars[i].month, newYear, dated <= width * step, manyYears));
    }
    painter.restore();
}

} // namespace trestle
