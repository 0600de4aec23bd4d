#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "ui/charts/readable_chart.h"
#include "ui/risk/risk_charts.h"

#include <functional>
#include <memory>
#include <vector>

/// The charts of a simulation as widgets.
namespace trestle {

/// An S-curve. It is read at its marks, at the limit, and at round values between.
class SureChart : public ReadableChart {
    Q_OBJECT
public:
    explicit SureChart(const QString& name, QWidget* parent = nullptr);
    /// `readingOf` says what stands at a value of the curve's axis; `step` parts the values that the keys go through.
    void setCurve(SureCurve curve, double step, std::function<QString(double)> readingOf);
    [[nodiscard]] const SureCurve& curve() const { return m_curve; }
    [[nodiscard]] double readingValue(std::size_t index) const { return m_readings[index]; }

    [[nodiscard]] std::size_t readingCount() const override { return m_readings.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override { return {380, 236 + readoutHeight()}; }

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    [[nodiscard]] std::size_t firstReading() const override;
    void paintChart(QPainter& painter) const override;

private:
    SureCurve m_curve;
    std::vector<double> m_readings;
    std::function<QString(double)> m_readingOf;
};

/// Runs as dots and the four quarters; read quarter by quarter.
class JointChart : public ReadableChart {
    Q_OBJECT
public:
    explicit JointChart(const QString& name, QWidget* parent = nullptr);
    void setField(JointField field);
    [[nodiscard]] const JointField& field() const { return m_field; }

    [[nodiscard]] std::size_t readingCount() const override { return m_field.runs.empty() ? 0 : m_field.fields.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    [[nodiscard]] std::size_t firstReading() const override { return JointField::Both; }
    void paintChart(QPainter& painter) const override;

private:
    JointField m_field;
};

/// A row of bars a phase; read phase by phase.
class PhaseBarChart : public ReadableChart {
    Q_OBJECT
public:
    explicit PhaseBarChart(const QString& name, QWidget* parent = nullptr);
    void setBars(PhaseBars bars, std::function<QString(const PhaseBars::Row&)> readingOf);
    [[nodiscard]] const PhaseBars& bars() const { return m_bars; }

    [[nodiscard]] std::size_t readingCount() const override { return m_bars.rows.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override { return m_readingOf(m_bars.rows[index]); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] PhaseBars inFont() const;
    PhaseBars m_bars;
    std::function<QString(const PhaseBars::Row&)> m_readingOf;
};

} // namespace trestle
