#pragma once

#include "ui/charts/spend_plot.h"
#include "ui/charts/spend_words.h"

#include <QWidget>

#include <memory>
#include <optional>

class QCustomPlot;
class QLabel;

namespace trestle {

class LazyRefresh;
class PlanDocument;

/// Money spent over the weeks of the plan: what was spent up to the status date, then the likely course, the band of 8
/// of 10 simulated plans around it (of the low to the high plan where there is no simulation), the baseline, the
/// budget. Its time axis can be laid under the Gantt chart's. The mouse, or the arrow keys, read the figures of a week.
class SpendChart : public QWidget {
    Q_OBJECT
public:
    /// Under the Gantt chart its texts stand left of the plot, which alignTo() lays there. Alone it may be smaller,
    /// with its texts above the plot and at the ends of the curves.
    explicit SpendChart(PlanDocument& document, QWidget* parent = nullptr,
                        SpendPlot::Style style = SpendPlot::Style::UnderGantt);
    ~SpendChart() override;

    /// Places the plot between two columns of this widget that stand for two plan times; until told, the plan's whole
    /// length is shown right of the text.
    void alignTo(int left, int right, Weeks first, Weeks last);
    /// The moment that is read out, plan time; absent: none.
    [[nodiscard]] std::optional<Weeks> reading() const { return m_reading; }
    void read(std::optional<Weeks> when);
    [[nodiscard]] QString readingText() const;

    [[nodiscard]] QCustomPlot& plot() const { return m_plot.widget(); }
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

    void takePlan();
    [[nodiscard]] QString table();
    void paintPicture(QPainter& painter, const QRectF& area, const QPalette& palette);
    void applyColours();
    void place();
    void placeText(int width);
    void placeAbove();
    void refresh();
    void setData();
    void describe();
    void showReading();
    [[nodiscard]] Alignment alignment() const;

    PlanDocument& m_document;
    SpendPlot::Style m_style;
    SpendPlot m_plot;
    LazyRefresh* m_refresh;
    QLabel* m_title = nullptr;
    QLabel* m_legend = nullptr;
    QLabel* m_readout = nullptr;
    SpendFigures m_figures;
    std::optional<Alignment> m_aligned;
    std::optional<Weeks> m_reading;
    bool m_stale = true; ///< the series are older than the plan
};

} // namespace trestle
