#include "ui/money/margin_chart.h"

#include "models/units.h"
#include "ui/base/format.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/nice_scale.h"
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

MarginChart::MarginChart(QWidget* parent) : ReadableChart(QStringLiteral("marginChart"), parent) {}

void MarginChart::setMargins(const std::vector<double>& margins, double mean, const QString& loss)
{
    m_counts.clear();
    m_runs = margins.size();
    m_mean = mean;
    m_loss = loss;
    if (!margins.empty()) {
        auto [least, most] = std::ranges::minmax(margins);
        const double wide = most - least;
        if (least > 0 && least < kNear * wide)
            least = 0;
        if (most < 0 && -most < kNear * wide)
            most = 0;
        m_step = niceScale(std::max(1.0, most - least), kMarginBars).step;
        m_first = std::floor((least + kCent) / m_step) * m_step;
        m_counts.resize(static_cast<std::size_t>(std::max(0.0, std::floor((most + kCent - m_first) / m_step))) + 1);
        for (const double margin : margins) {
            const auto bar = static_cast<std::size_t>(std::max(0.0, std::floor((margin + kCent - m_first) / m_step)));
            ++m_counts[std::min(bar, m_counts.size() - 1)];
        }
    }
    QString table = tr("From AUD\tTo AUD\tSimulated projects\n");
    for (std::size_t bar = 0; bar < m_counts.size(); ++bar)
        table += QStringLiteral("%1\t%2\t%3\n")
                     .arg(format::amount(Money::rounded(from(bar))), format::amount(Money::rounded(from(bar + 1))))
                     .arg(m_counts[bar]);
    setTexts(m_runs == 0 ? QString() : tr("On average %1. %2.").arg(format::simulated(Money::rounded(mean)), loss),
             table);
    figuresChanged();
}

QString MarginChart::readingText(std::size_t index) const
{
    return tr("Between %1 and %2: %3 of %4 simulated projects")
        .arg(format::money(Money::rounded(from(index))), format::money(Money::rounded(from(index + 1))),
             format::number(static_cast<double>(m_counts[index]), 0), format::number(static_cast<double>(m_runs), 0));
}

std::size_t MarginChart::firstReading() const
{
    const double bar = std::floor((m_mean - m_first) / m_step);
    return std::min(static_cast<std::size_t>(std::max(0.0, bar)), m_counts.size() - 1);
}

QSize MarginChart::sizeHint() const
{
    const int line = QFontMetrics(chartFont()).height();
    return {360, 14 * line + readoutHeight()};
}

QRectF MarginChart::plot() const
{
    const double line = QFontMetricsF(chartFont()).height();
    return chartArea().adjusted(line, 2.6 * line, -line, -1.4 * line);
}

double MarginChart::at(double dollars) const
{
    const QRectF inside = plot();
    return inside.left() + inside.width() * (dollars - m_first) / (last() - m_first);
}

std::optional<std::size_t> MarginChart::readingAt(QPointF place) const
{
    const QRectF inside = plot();
    if (m_counts.empty() || !inside.contains(place))
        return std::nullopt;
    const auto bar =
        static_cast<std::size_t>((place.x() - inside.left()) / inside.width() * static_cast<double>(m_counts.size()));
    return std::min(bar, m_counts.size() - 1);
}

void MarginChart::paintAxis(QPainter& painter) const
{
    const QRectF inside = plot();
    const QFontMetricsF metrics(chartFont());
    painter.setPen(roleColor(Role::Track, palette()));
    painter.drawLine(inside.bottomLeft(), inside.bottomRight());
    painter.setFont(chartFont());
    painter.setPen(roleColor(Role::TextMuted, palette()));
    const double apart = metrics.horizontalAdvance(QStringLiteral("−000.00 k")) * 1.2;
    for (const double tick : axisTicks(m_first, last(), inside.width(), apart))
        painter.drawText(QRectF(at(tick) - apart, inside.bottom() + 3, 2 * apart, metrics.height()), Qt::AlignHCenter,
                         format::axisAmount(tick));
}

/// A word at an upright line, within the chart.
void MarginChart::paintSign(QPainter& painter, double dollars, int line, const QString& text, const QColor& color) const
{
    QFont bold = chartFont();
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const QRectF inside = plot();
    const double wide = metrics.horizontalAdvance(text) + 2;
    const double top = inside.top() - (2.5 - 1.2 * line) * metrics.height();
    const bool left = dollars <= 0;
    const double wanted = left ? at(dollars) - wide - 4 : at(dollars) + 4;
    const double x = std::clamp(wanted, chartArea().left(), std::max(chartArea().left(), chartArea().right() - wide));
    painter.setFont(bold);
    painter.setPen(color);
    painter.drawText(QRectF(x, top, wide, metrics.height()), Qt::AlignLeft | Qt::TextDontClip, text);
}

void MarginChart::paintChart(QPainter& painter) const
{
    if (m_counts.empty())
        return;
    const auto color = [this](Role role) { return roleColor(role, palette()); };
    const QRectF inside = plot();
    const double line = QFontMetricsF(chartFont()).height();
    const auto most = static_cast<double>(*std::ranges::max_element(m_counts));
    for (std::size_t bar = 0; bar < m_counts.size(); ++bar) {
        const double high = inside.height() * static_cast<double>(m_counts[bar]) / most;
        const double left = at(from(bar));
        const QRectF column(left + 0.5, inside.bottom() - high, at(from(bar + 1)) - left - 1, high);
        painter.fillRect(column, color(isLoss(bar) ? Role::Error : Role::Bar));
        if (reading() == bar) {
            painter.setPen(QPen(color(Role::Accent), 2));
            painter.drawRect(column.adjusted(-1, -1, 1, 0));
        }
    }
    paintAxis(painter);
    if (m_first <= 0 && last() >= 0) {
        painter.setPen(QPen(color(Role::Text), 1));
        painter.drawLine(QPointF(at(0), inside.top() - 1.3 * line), QPointF(at(0), inside.bottom()));
    }
    painter.setPen(QPen(color(Role::Text), 1, Qt::DashLine));
    painter.drawLine(QPointF(at(m_mean), inside.top() - 2.4 * line), QPointF(at(m_mean), inside.bottom()));
    paintSign(painter, m_mean, 0, tr("on average %1").arg(format::simulatedAmount(Money::rounded(m_mean))),
              color(Role::Text));
    paintSign(painter, 0, 1, m_loss, color(isLoss(0) ? Role::Error : Role::TextMuted));
}

} // namespace trestle
