#pragma once

#include "ui/charts/spend_words.h"

#include <array>
#include <optional>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;
class QFont;
class QPalette;
class QPicture;
class QPointF;
class QSize;
class QWidget;

namespace trestle {

/// The curves of the spend chart on their axes: what was spent up to the status date, the likely course, the band, the
/// baseline, the budget, and the week that is read.
class SpendPlot {
public:
    enum class Style {
        UnderGantt, ///< weeks numbered as in the chart above
        Alone,      ///< months, with its figures written at the ends of the curves
    };
    static constexpr int kAmountLabels = 64; ///< room left of the axes for "100 k"
    static constexpr int kRightPad = 10;     ///< so that the last week's number is not cut

    SpendPlot(QWidget* parent, Style style);

    [[nodiscard]] QCustomPlot& widget() const { return *m_plot; }
    void setColours(const QFont& font, const QPalette& palette);
    /// From one plan time to another. With nothing to spend there are no weeks to show.
    void show(const Plan& plan, const SpendFigures& figures, Weeks first, Weeks last);
    /// Marks a moment, plan time, and what is likely spent by then.
    void mark(std::optional<Weeks> at, double likely);
    /// The plan time at a place in the plot; absent: outside the axes.
    [[nodiscard]] std::optional<Weeks> timeAt(const QPointF& place) const;

    /// What is shown, in any size.
    [[nodiscard]] QPicture drawn(const QSize& size) const;

private:
    void setCurves(const SpendFigures& figures, Weeks last);
    void setAmounts(const SpendFigures& figures, const Plan& plan);
    void setWeeks(const SpendFigures& figures);
    void setMonths(const Plan& plan);
    void setEnds(const SpendFigures& figures, const Plan& plan);
    [[nodiscard]] int rightPad() const;
    [[nodiscard]] int below() const;

    QCustomPlot* m_plot;
    Style m_style;
    QCPGraph* m_least;
    QCPGraph* m_most;
    QCPGraph* m_likely;
    QCPGraph* m_baseline;
    QCPGraph* m_actual;
    QCPItemStraightLine* m_status;
    QCPItemText* m_statusText;
    std::array<QCPItemText*, 3> m_ends; ///< band, likely, baseline
    QCPItemStraightLine* m_budget;
    QCPItemStraightLine* m_cursor;
    QCPItemTracer* m_dot;
};

} // namespace trestle
