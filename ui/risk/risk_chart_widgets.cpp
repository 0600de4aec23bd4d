#include "ui/risk/risk_chart_widgets.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr double kReach = 6; // pixels within which the mouse reads a mark and not what lies between

} // namespace

SureChart::SureChart(const QString& name, QWidget* parent) : ReadableChart(name, parent) {}

void SureChart::setCurve(SureCurve curve, double step, std::function<QString(double)> readingOf)
{
    m_curve = std::move(curve);
    m_readingOf = std::move(readingOf);
    m_readings.clear();
    for (const SureCurve::Mark& mark : m_curve.marks)
        m_readings.push_back(mark.value);
    if (m_curve.limit && m_curve.limit->value >= m_curve.first && m_curve.limit->value <= m_curve.last)
        m_readings.push_back(m_curve.limit->value);
    for (double n = std::ceil(m_curve.first / step - 1e-9); step > 0 && n * step <= m_curve.last; ++n)
        m_readings.push_back(n * step);
    std::ranges::sort(m_readings);
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    m_readings.erase(std::ranges::unique(m_readings, same).begin(), m_readings.end());
    figuresChanged();
}

QString SureChart::readingText(std::size_t index) const
{
    return m_readingOf(m_readings[index]);
}

std::size_t SureChart::firstReading() const
{
    const auto chosen = std::ranges::find_if(m_curve.marks, &SureCurve::Mark::chosen);
    if (chosen == m_curve.marks.end())
        return 0;
    return static_cast<std::size_t>(std::ranges::lower_bound(m_readings, chosen->value - 1e-9) - m_readings.begin());
}

std::optional<std::size_t> SureChart::readingAt(QPointF place) const
{
    SureCurve curve = m_curve;
    curve.font = chartFont();
    const QRectF area = chartArea();
    const QRectF inside = curve.plot(area);
    if (m_readings.empty() || !inside.adjusted(-kReach, -20, kReach, 4).contains(place))
        return std::nullopt;
    const auto distance = [&](double value) { return std::abs(curve.at(area, value, 0).x() - place.x()); };
    // A mark under the pointer is meant rather than the round value beside it.
    std::optional<double> nearest;
    for (const SureCurve::Mark& mark : curve.marks)
        if (distance(mark.value) <= kReach && (!nearest || distance(mark.value) < distance(*nearest)))
            nearest = mark.value;
    if (!nearest)
        nearest = *std::ranges::min_element(m_readings, {}, distance);
    return static_cast<std::size_t>(std::ranges::lower_bound(m_readings, *nearest - 1e-9) - m_readings.begin());
}

void SureChart::paintChart(QPainter& painter) const
{
    if (m_curve.points.empty())
        return;
    SureCurve curve = m_curve;
    curve.font = chartFont();
    if (reading())
        curve.reading = m_readings[*reading()];
    curve.paint(painter, chartArea(), chartPalette());
}

JointChart::JointChart(const QString& name, QWidget* parent) : ReadableChart(name, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void JointChart::setField(JointField field)
{
    m_field = std::move(field);
    figuresChanged();
}

QString JointChart::readingText(std::size_t index) const
{
    const JointField::Field& field = m_field.fields[index];
    return tr("%1 of the plans: %2.").arg(field.share, field.caption);
}

QSize JointChart::sizeHint() const
{
    return {380, heightForWidth(380)};
}

int JointChart::heightForWidth(int width) const
{
    JointField field;
    field.font = chartFont();
    return static_cast<int>(field.heightFor(width - 8)) + readoutHeight() + 4;
}

std::optional<std::size_t> JointChart::readingAt(QPointF place) const
{
    if (m_field.runs.empty())
        return std::nullopt;
    JointField field = m_field;
    field.font = chartFont();
    const QRectF area = chartArea();
    for (std::size_t quarter = 0; quarter < field.fields.size(); ++quarter)
        if (field.field(area, quarter).contains(place))
            return quarter;
    if (!field.scatter(area).contains(place))
        return std::nullopt;
    const QPointF cross = field.at(area, field.target, field.budget);
    const bool late = place.x() > cross.x();
    const bool over = place.y() < cross.y();
    return over ? (late ? JointField::LateOver : JointField::OnTimeOver)
                : (late ? JointField::LateInBudget : JointField::Both);
}

void JointChart::paintChart(QPainter& painter) const
{
    if (m_field.runs.empty())
        return;
    JointField field = m_field;
    field.font = chartFont();
    field.reading = reading();
    field.paint(painter, chartArea(), chartPalette());
}

PhaseBarChart::PhaseBarChart(const QString& name, QWidget* parent) : ReadableChart(name, parent) {}

void PhaseBarChart::setBars(PhaseBars bars, std::function<QString(const PhaseBars::Row&)> readingOf)
{
    m_bars = std::move(bars);
    m_readingOf = std::move(readingOf);
    figuresChanged();
}

PhaseBars PhaseBarChart::inFont() const
{
    PhaseBars bars = m_bars;
    bars.font = chartFont();
    bars.reading = reading();
    return bars;
}

QSize PhaseBarChart::sizeHint() const
{
    return {380, static_cast<int>(std::ceil(inFont().heightFor(m_bars.rows.size()))) + readoutHeight() + 8};
}

std::optional<std::size_t> PhaseBarChart::readingAt(QPointF place) const
{
    const PhaseBars bars = inFont();
    for (std::size_t r = 0; r < bars.rows.size(); ++r)
        if (bars.row(chartArea(), r).contains(place))
            return r;
    return std::nullopt;
}

void PhaseBarChart::paintChart(QPainter& painter) const
{
    inFont().paint(painter, chartArea(), chartPalette());
}

} // namespace trestle
