#pragma once

#include "models/plan/cost_table.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLayout;
class QStackedWidget;

namespace trestle {

class BarLegend;
class CostTableModel;
class MonthChart;
class PlanDocument;

/// What the plan costs, by phase and by month: tables whose columns add up, with bars and a chart of cash needed.
class CostPage : public QWidget {
    Q_OBJECT
public:
    enum class View { ByPhase, ByMonth };

    explicit CostPage(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] View view() const;
    void setView(View view);
    /// The plan's: GST on the whole, as on a price, in place of on what is bought alone. Set: an edit of the plan.
    [[nodiscard]] GstBasis gstBasis() const;
    void setGstBasis(GstBasis basis);

Q_SIGNALS:
    void priceWanted(); ///< what to charge a client for it
    void cashWanted();  ///< whether the money lasts

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeControls();
    QWidget* makeTable(CostTableModel& model, const char* name, const QString& title);
    QWidget* makeChart();
    QLayout* makeFoot();
    void takePlan();
    void refresh();
    void applyColours();
    [[nodiscard]] QString note() const;

    PlanDocument& m_document;
    QButtonGroup* m_views = nullptr;
    QCheckBox* m_price = nullptr;
    QStackedWidget* m_stack = nullptr;
    CostTableModel* m_byPhase = nullptr;
    CostTableModel* m_byMonth = nullptr;
    MonthChart* m_chart = nullptr;
    QLabel* m_chartTitle = nullptr;
    BarLegend* m_legend = nullptr;
    QLabel* m_note = nullptr;
    bool m_stale = true;
};

} // namespace trestle
