#pragma once

#include "ui/charts/month_bars.h"

#include <QWidget>

namespace trestle {

/// Bars of cash by month on screen; the mouse reads a month's figures.
class MonthChart : public QWidget {
    Q_OBJECT
public:
    explicit MonthChart(QWidget* parent = nullptr);
    void setMonths(std::vector<MonthBar> bars);

    /// "Mar 2027: AUD 34,500 likely, 36,000 in the high plan".
    [[nodiscard]] QString reading(std::size_t index) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] MonthBars chart() const;
    [[nodiscard]] QString table() const;
    [[nodiscard]] QRectF area() const;
    std::vector<MonthBar> m_bars;
};

/// What the parts of a bar stand for, with a swatch of each.
class BarLegend : public QWidget {
    Q_OBJECT
public:
    enum class Bars { Months, Ranges }; ///< of cash by month; of costs by phase, low to high
    explicit BarLegend(Bars bars, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont textFont() const;

    Bars m_bars;
};

} // namespace trestle
