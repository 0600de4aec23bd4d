#include "ui/money/margin_chart.h"

#include "models/units.h"
#include "ui/base/format.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <utility>

namespace trestle {

MarginChart::MarginChart(QWidget* parent) : ReadableChart(QStringLiteral("marginChart"), parent) {}

void MarginChart::setBars(MarginBars bars)
{
    m_bars = std::move(bars);
    setTexts(m_bars.runs == 0
                 ? QString()
                 : tr("On average %1. %2.").arg(format::simulated(Money::rounded(m_bars.mean)), m_bars.loss),
             m_bars.table());
    figuresChanged();
}

QString MarginChart::readingText(std::size_t index) const
{
    return tr("Between %1 and %2: %3 of %4 simulated projects")
        .arg(format::money(Money::rounded(m_bars.from(index))), format::money(Money::rounded(m_bars.from(index + 1))),
             format::number(static_cast<double>(m_bars.counts[index]), 0),
             format::number(static_cast<double>(m_bars.runs), 0));
}

std::size_t MarginChart::firstReading() const
{
    const double bar = std::floor((m_bars.mean - m_bars.first) / m_bars.step);
    return std::min(static_cast<std::size_t>(std::max(0.0, bar)), m_bars.counts.size() - 1);
}

QSize MarginChart::sizeHint() const
{
    const int line = QFontMetrics(chartFont()).height();
    return {360, 14 * line + readoutHeight()};
}

MarginBars MarginChart::inFont() const
{
    MarginBars bars = m_bars;
    bars.font = chartFont();
    bars.reading = reading();
    return bars;
}

std::optional<std::size_t> MarginChart::readingAt(QPointF place) const
{
    return inFont().barAt(chartArea(), place);
}

void MarginChart::paintChart(QPainter& painter) const
{
    inFont().paint(painter, chartArea(), chartPalette());
}

} // namespace trestle
