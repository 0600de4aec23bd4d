#include "ui/insights/swing_chart.h"

#include "ui/base/format_difference.h"
#include "ui/base/wording.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace trestle {

namespace {

constexpr double kRow = 1.65; // of a line's height
constexpr double kBar = 0.62;
constexpr double kFigureGap = 8;
constexpr double kLeastBars = 34; // pixels; titles are cut before the bars get less

QString plusMinus(const QString& figure)
{
    return figure == u"0" ? figure : u'±' + figure;
}

QString weeksText(const PhaseSwing& swing)
{
    return plusMinus(format::number(std::abs(swing.weeks()), 1));
}

QString dollarsText(const PhaseSwing& swing)
{
    return plusMinus(format::simulatedAmount(Money::rounded(std::abs(swing.dollars()))));
}

} // namespace

std::vector<PhaseSwing> phaseSwings(const Plan& plan, const Risk& risk)
{
    std::vector<PhaseSwing> swings;
    for (const PhaseRisk& phase : risk.phases)
        if (phase.hasWork)
            swings.push_back({wording::nodeTitle(plan, phase.id), phase.finishWhenLow, phase.finishWhenHigh,
                              phase.costWhenLow, phase.costWhenHigh});
    std::ranges::stable_sort(swings, [](const PhaseSwing& a, const PhaseSwing& b) {
        return std::tuple(std::abs(a.weeks()), std::abs(a.dollars())) >
               std::tuple(std::abs(b.weeks()), std::abs(b.dollars()));
    });
    return swings;
}

SwingChart::SwingChart(const QString& name, QWidget* parent) : ReadableChart(name, parent) {}

void SwingChart::setSwings(std::vector<PhaseSwing> swings)
{
    if (swings == m_swings)
        return;
    m_swings = std::move(swings);
    QStringList table{tr("Phase\tWeeks earlier\tWeeks later\tAUD less\tAUD more")};
    QStringList heard;
    for (const PhaseSwing& swing : m_swings) {
        table << QStringList{swing.title, format::fixed(-swing.early, 2), format::fixed(swing.late, 2),
                             format::fixed(-swing.less, 0), format::fixed(swing.more, 0)}
                     .join(u'\t');
        heard << tr("%1 %2 weeks, AUD %3").arg(swing.title, weeksText(swing), dollarsText(swing));
    }
    setTexts(heard.join(QStringLiteral("; ")), table.join(u'\n'));
    figuresChanged();
}

QString SwingChart::readingText(std::size_t index) const
{
    const PhaseSwing& swing = m_swings[index];
    return tr("%1: %2 to %3, AUD %4 to %5")
        .arg(swing.title, format::signedNumber(swing.early, 1), format::signedWeeks(swing.late),
             format::signedAmount(Money::rounded(swing.less)), format::signedAmount(Money::rounded(swing.more)));
}

double SwingChart::rowHeight() const
{
    return std::ceil(QFontMetricsF(chartFont()).height() * kRow);
}

QSize SwingChart::sizeHint() const
{
    const double rows = 1.0 + static_cast<double>(m_swings.size());
    return {264, static_cast<int>(rowHeight() * rows) + readoutHeight() + 8};
}

QRectF SwingChart::row(std::size_t index) const
{
    const QRectF area = chartArea();
    return {area.left(), area.top() + rowHeight() * static_cast<double>(index + 1), area.width(), rowHeight()};
}

std::optional<std::size_t> SwingChart::readingAt(QPointF place) const
{
    for (std::size_t i = 0; i < m_swings.size(); ++i)
        if (row(i).contains(place))
            return i;
    return std::nullopt;
}

void SwingChart::paintChart(QPainter& painter) const
{
    const QFontMetricsF metrics(chartFont());
    const QString weeksHead = tr("weeks");
    const QString dollarsHead = tr("AUD");
    double titles = 0;
    double weeks = metrics.horizontalAdvance(weeksHead);
    double dollars = metrics.horizontalAdvance(dollarsHead);
    double reach = 0;
    for (const PhaseSwing& swing : m_swings) {
        titles = std::max(titles, metrics.horizontalAdvance(swing.title));
        weeks = std::max(weeks, metrics.horizontalAdvance(weeksText(swing)));
        dollars = std::max(dollars, metrics.horizontalAdvance(dollarsText(swing)));
        reach = std::max({reach, std::abs(swing.early), std::abs(swing.late)});
    }
    const double figures = weeks + dollars + 2 * kFigureGap;
    titles = std::min(titles + 1, chartArea().width() - figures - kFigureGap - kLeastBars);
    const auto color = [&](Role role) { return roleColor(role, chartPalette()); };
    const auto figure = [&](const QRectF& line, const QString& week, const QString& amount) {
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, amount);
        painter.drawText(line.adjusted(0, 0, -dollars - kFigureGap, 0), Qt::AlignRight | Qt::AlignVCenter, week);
    };
    const QRectF head(chartArea().left(), chartArea().top(), chartArea().width(), rowHeight());
    painter.setPen(color(Role::TextMuted));
    figure(head, weeksHead, dollarsHead);

    for (std::size_t i = 0; i < m_swings.size(); ++i) {
        const PhaseSwing& swing = m_swings[i];
        const QRectF line = row(i);
        if (reading() == i) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Role::Selection));
            painter.drawRoundedRect(line.adjusted(-4, 0, 4, 0), 4, 4);
        }
        painter.setPen(color(Role::Text));
        painter.drawText(QRectF(line.left(), line.top(), titles, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(swing.title, Qt::ElideRight, titles));
        figure(line, weeksText(swing), dollarsText(swing));

        const QRectF bars(line.left() + titles + kFigureGap, line.top(), line.width() - titles - kFigureGap - figures,
                          line.height());
        const double zero = bars.center().x();
        const auto bar = [&](double value, bool pale) {
            const double to = reach > 0 ? zero + bars.width() / 2 * value / reach : zero;
            const double tall = line.height() * kBar;
            QRectF rect(std::min(zero, to), line.center().y() - tall / 2, std::abs(to - zero), tall);
            if (rect.width() < 0.4)
                return;
            painter.setPen(pale ? QPen(color(Role::BarPaleBorder), 1) : QPen(Qt::NoPen));
            painter.setBrush(color(pale ? Role::BarPale : Role::Bar));
            painter.drawRoundedRect(pale ? rect.adjusted(0.5, 0.5, 0, -0.5) : rect, 1.5, 1.5);
        };
        bar(swing.early, true);
        bar(swing.late, false);
        painter.setPen(QPen(color(Role::Track), 1));
        painter.drawLine(QPointF(zero, line.top()), QPointF(zero, line.bottom()));
    }
}

} // namespace trestle
