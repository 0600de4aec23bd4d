#pragma once

#include "ui/charts/spend_series.h"

#include <QWidget>

#include <memory>
#include <optional>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemTracer;
class QCustomPlot;
class QLabel;

namespace trestle {

class LazyRefresh;
class PlanDocument;

/// Money spent over the weeks of the plan: the likely course, the band of 8 of 10 simulated plans around it (of the low
/// to the high plan where there is no simulation), the budget. Its time axis can be laid under the Gantt chart's. The
/// mouse, or the arrow keys, read the figures of a week.
class SpendChart : public QWidget {
    Q_OBJECT
public:
    explicit SpendChart(PlanDocument& document, QWidget* parent = nullptr);
    ~SpendChart() override;

    /// Places the plot between two columns of this widget that stand for two plan times; until told, the plan's whole
    /// length is shown right of the text.
    void alignTo(int left, int right, Weeks first, Weeks last);
    /// The moment that is read out, plan time; absent: none.
    [[nodiscard]] std::optional<Weeks> reading() const { return m_reading; }
    void read(std::optional<Weeks> when);
    [[nodiscard]] QString readingText() const;

    [[nodiscard]] QCustomPlot& plot() const { return *m_plot; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Alignment {
        int left;
        int right;
        Weeks first;
        Weeks last;
    };

    void makePlot();
    void takePlan();
    void applyColours();
    void place();
    void placeText(int width);
    void setTicks();
    void refresh();
    void setData();
    void describe();
    void showReading();
    [[nodiscard]] Alignment alignment() const;
    [[nodiscard]] QString bandText() const;
    [[nodiscard]] QString possibleText(const SpendReading& figures) const;

    PlanDocument& m_document;
    LazyRefresh* m_refresh;
    QLabel* m_title = nullptr;
    QLabel* m_legend = nullptr;
    QLabel* m_readout = nullptr;
    QCustomPlot* m_plot = nullptr;
    QCPGraph* m_least = nullptr;
    QCPGraph* m_most = nullptr;
    QCPGraph* m_likely = nullptr;
    QCPItemStraightLine* m_budget = nullptr;
    QCPItemStraightLine* m_cursor = nullptr;
    QCPItemTracer* m_dot = nullptr;

    /// What the band stands for.
    enum class Band { Awaited, Simulated, Cases };

    SpendSeries m_plain;  ///< low, likely and high of the plan
    SpendSeries m_series; ///< with the band that is shown
    Band m_band = Band::Cases;
    std::optional<Alignment> m_aligned;
    std::optional<Weeks> m_reading;
    Weeks m_planStart = 0; ///< plan time 0 in weeks of the project
    bool m_stale = true;   ///< the series are older than the plan
};

} // namespace trestle
