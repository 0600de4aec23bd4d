#include "ui/cash/cash_chart.h"

#include "ui/cash/cash_words.h"

#include <algorithm>

namespace trestle {

CashChart::CashChart(QWidget* parent) : ReadableChart(QStringLiteral("cashChart"), parent)
{
    setAccessibleName(tr("Cash at the end of each month"));
}

void CashChart::setCurve(CashCurve curve)
{
    curve.left = m_curve.left;
    curve.monthWidth = m_curve.monthWidth;
    m_curve = std::move(curve);
    figuresChanged();
}

void CashChart::setColumns(std::optional<double> left, double monthWidth)
{
    m_curve.monthWidth.reset();
    if (left)
        m_curve.monthWidth = monthWidth;
    m_curve.left = left.has_value() ? std::optional(*left - chartArea().left()) : std::nullopt;
    update();
}

CashCurve CashChart::inFont() const
{
    CashCurve curve = m_curve;
    curve.font = chartFont();
    curve.reading = reading();
    return curve;
}

QString CashChart::readingText(std::size_t index) const
{
    return cashwords::reading(m_curve.months[index]);
}

QSize CashChart::sizeHint() const
{
    constexpr int kLines = 15;
    return {420, kLines * QFontMetrics(chartFont()).height() + readoutHeight()};
}

std::optional<std::size_t> CashChart::readingAt(QPointF place) const
{
    return inFont().monthAt(chartArea(), place);
}

/// Where the money runs out, else at the beginning.
std::size_t CashChart::firstReading() const
{
    const auto below =
        std::ranges::find_if(m_curve.months, [](const CashBand& month) { return month.likely < Money{}; });
    return below == m_curve.months.end() ? 0 : static_cast<std::size_t>(below - m_curve.months.begin());
}

void CashChart::paintChart(QPainter& painter) const
{
    inFont().paint(painter, chartArea(), chartPalette());
}

} // namespace trestle
