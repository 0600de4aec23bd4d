#include "ui/risk/risk_matrix_chart.h"

#include <cmath>

namespace trestle {

RiskMatrixChart::RiskMatrixChart(const QString& name, QWidget* parent) : ReadableChart(name, parent) {}

void RiskMatrixChart::setMatrix(RiskMatrix matrix, QStringList readings)
{
    m_matrix = std::move(matrix);
    m_readings = std::move(readings);
    setTexts(m_readings.join(QStringLiteral("; ")), m_readings.join(u'\n'));
    figuresChanged();
    updateGeometry();
}

QString RiskMatrixChart::readingText(std::size_t index) const
{
    return m_readings.value(static_cast<qsizetype>(index));
}

RiskMatrix RiskMatrixChart::inFont() const
{
    RiskMatrix matrix = m_matrix;
    matrix.font = chartFont();
    matrix.reading = reading();
    return matrix;
}

QSize RiskMatrixChart::sizeHint() const
{
    return {380, static_cast<int>(std::ceil(inFont().height())) + readoutHeight()};
}

std::optional<std::size_t> RiskMatrixChart::readingAt(QPointF place) const
{
    const RiskMatrix matrix = inFont();
    for (std::size_t mark = 0; mark < matrix.marks.size(); ++mark)
        if (matrix.circle(chartArea(), mark).contains(place) ||
            (matrix.marks[mark].after && matrix.circle(chartArea(), mark, true).contains(place)))
            return mark;
    return std::nullopt;
}

void RiskMatrixChart::paintChart(QPainter& painter) const
{
    inFont().paint(painter, chartArea(), chartPalette());
}

} // namespace trestle
