#include "ui/progress/promise_panel.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/forecast_history.h"
#include "ui/document/plan_document.h"
#include "ui/questions/risk_service.h"

#include <QVBoxLayout>

#include <utility>

namespace trestle {

PromiseChart::PromiseChart(QWidget* parent) : ReadableChart(QStringLiteral("promiseChart"), parent)
{
    setAccessibleName(tr("How the promise moved"));
}

void PromiseChart::setCurve(PromiseCurve curve)
{
    m_curve = std::move(curve);
    figuresChanged();
}

PromiseCurve PromiseChart::inFont() const
{
    PromiseCurve curve = m_curve;
    curve.font = chartFont();
    curve.reading = reading();
    return curve;
}

QString PromiseChart::readingText(std::size_t index) const
{
    return promiseReading(m_curve.points[index]);
}

QSize PromiseChart::sizeHint() const
{
    constexpr int kLines = 13;
    return {320, kLines * QFontMetrics(chartFont()).height() + readoutHeight()};
}

std::optional<std::size_t> PromiseChart::readingAt(QPointF place) const
{
    return inFont().pointAt(chartArea(), place);
}

/// The promise of now.
std::size_t PromiseChart::firstReading() const
{
    return m_curve.points.empty() ? 0 : m_curve.points.size() - 1;
}

void PromiseChart::paintChart(QPainter& painter) const
{
    inFont().paint(painter, chartArea(), chartPalette());
}

PromisePanel::PromisePanel(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("promisePanel"), parent), m_document(document), m_chart(new PromiseChart(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfRhythm);
    column->addWidget(addLabel(QStringLiteral("promiseTitle"), tr("How the promise moved"), Role::Text,
                               TextSize::Heading, QFont::DemiBold));
    m_slip = addQuiet(QStringLiteral("promiseSlip"), {});
    column->addWidget(m_slip);
    column->addWidget(m_chart);
}

void PromisePanel::refresh()
{
    PromiseCurve curve;
    curve.points = m_document.forecasts().forecasts();
    if (const auto& baseline = m_document.inputs().baseline)
        curve.baseline = baseline->finishP80;
    const auto& error = m_document.simulation().error();
    const bool isThere = m_document.risk() != nullptr;
    m_chart->setPending(isThere ? QString()
                        : error ? tr("The plan could not be simulated. %1").arg(wording::error(*error))
                                : tr("Simulating %1 plans…").arg(format::number(kSimulationRuns, 0)));
    m_slip->setText(slipWords(curve.points));
    m_chart->setTexts(promiseDescription(curve), promiseTable(curve));
    m_chart->setCurve(std::move(curve));
}

} // namespace trestle
