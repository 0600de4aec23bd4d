#pragma once

#include "ui/charts/readable_chart.h"
#include "ui/money/margin_bars.h"

#include <vector>

namespace trestle {

/// The bars of a price on screen, read one by one.
class MarginChart : public ReadableChart {
    Q_OBJECT
public:
    explicit MarginChart(QWidget* parent = nullptr);

    void setBars(MarginBars bars);

    [[nodiscard]] std::size_t readingCount() const override { return m_bars.counts.size(); }
    [[nodiscard]] QString readingText(std::size_t index) const override;
    [[nodiscard]] std::size_t count(std::size_t bar) const { return m_bars.counts[bar]; }
    [[nodiscard]] bool isLoss(std::size_t bar) const { return m_bars.isLoss(bar); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] std::optional<std::size_t> readingAt(QPointF place) const override;
    [[nodiscard]] std::size_t firstReading() const override;
    void paintChart(QPainter& painter) const override;

private:
    [[nodiscard]] MarginBars inFont() const;
    MarginBars m_bars;
};

} // namespace trestle
