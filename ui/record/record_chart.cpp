#include "ui/record/record_chart.h"

#include "ui/record/record_words.h"

#include <algorithm>
#include <cmath>

namespace trestle {

RecordChart::RecordChart(QWidget* parent) : ReadableChart(QStringLiteral("recordChart"), parent)
{
    setAccessibleName(tr("How long past projects took"));
}

void RecordChart::setRecord(const Record& record, const RecordFigures& figures)
{
    m_projects = record;
    std::ranges::stable_sort(m_projects, {}, &RecordedProject::y);
    const RecordRange range = rangeOf(figures);
    m_dots = {.dots = {},
              .low = std::log(range.low),
              .usual = std::log(range.usual),
              .high = std::log(range.high),
              .font = {},
              .reading = {}};
    for (const RecordedProject& project : m_projects)
        m_dots.dots.push_back({project.y, promisesKept(project)[1]});
    setTexts(recordwords::description(record, figures), recordwords::table(record));
    figuresChanged();
}

RecordDots RecordChart::inFont() const
{
    RecordDots dots = m_dots;
    dots.font = chartFont();
    dots.reading = reading();
    return dots;
}

QString RecordChart::readingText(std::size_t index) const
{
    return recordwords::project(m_projects.at(index));
}

QSize RecordChart::sizeHint() const
{
    constexpr int kLines = 8;
    return {420, kLines * QFontMetrics(chartFont()).height() + readoutHeight()};
}

std::optional<std::size_t> RecordChart::readingAt(QPointF place) const
{
    return inFont().dotAt(chartArea(), place);
}

void RecordChart::paintChart(QPainter& painter) const
{
    inFont().paint(painter, chartArea(), chartPalette());
}

} // namespace trestle
