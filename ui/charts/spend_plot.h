#pragma once

#include "ui/charts/spend_words.h"

#include <optional>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemTracer;
class QCustomPlot;
class QFont;
class QPalette;
class QPicture;
class QPointF;
class QSize;
class QWidget;

namespace trestle {

/// The curves of the spend chart on their axes: the likely course, the band, the budget, and the week that is read.
class SpendPlot {
public:
    static constexpr int kAmountLabels = 64; ///< room left of the axes for "100 k"
    static constexpr int kRightPad = 10;     ///< so that the last week's number is not cut

    explicit SpendPlot(QWidget* parent);

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
    void setTicks(const SpendFigures& figures, const std::optional<Money>& budget);

    QCustomPlot* m_plot;
    QCPGraph* m_least;
    QCPGraph* m_most;
    QCPGraph* m_likely;
    QCPItemStraightLine* m_budget;
    QCPItemStraightLine* m_cursor;
    QCPItemTracer* m_dot;
};

} // namespace trestle
