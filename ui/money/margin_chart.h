#pragma once

#include "ui/charts/readable_chart.h"

#include <vector>

namespace trestle {

/// How the simulated runs of a price spread over what they leave: what loses money is filled in red, left of a line at
/// nothing.
class MarginChart : public ReadableChart {
    Q_OBJECT
public:
    explicit MarginChart(QWidget* parent = nullptr);

    /// Dollars by run, their mean, and what is said of those that lose money.
    void setMargins(const std::vector<double>& margins, double mean, const QString& loss);

    [[nodiscard]] std::size_t readingCount() const override { return m_counts.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] std::size_t count(std::size_t bar) const { return m_counts[bar]; }
    [[nodiscard]] bool isLoss(std::size_t bar) const { return from(bar + 1) <= m_step * 1e-6; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    [[nodiscard]] std::size_t firstReading() const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] double from(std::size_t bar) const { return m_first + m_step * static_cast<double>(bar); }
    [[nodiscard]] double last() const { return from(m_counts.size()); }
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double at(double dollars) const;
    void paintAxis(QPainter& painter) const;
    void paintSign(QPainter& painter, double dollars, int line, const QString& text, const QColor& color) const;

    double m_first = 0; ///< dollars, a multiple of the step
    double m_step = 1;
    double m_mean = 0;
    QString m_loss;
    std::size_t m_runs = 0;
    std::vector<std::size_t> m_counts;
};

} // namespace trestle
