#pragma once

#include "models/error.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QScrollArea;

namespace trestle {

class JointChart;
class PhaseBarChart;
class PlanDocument;
class RegisterView;
class RiskMatrixChart;
class RiskSection;
class SureChart;
struct Plan;
struct Risk;

/// How sure the plan is: S-curves of finish and cost, the chance of meeting target date and budget together, how likely
/// and how bad its risks are, what moves the plan and what drives it, each in one plain sentence; and the register of
/// risks. Scrolls where it does not fit.
class RiskPage : public QWidget {
    Q_OBJECT
public:
    explicit RiskPage(PlanDocument& document, QWidget* parent = nullptr);
    ~RiskPage() override;

Q_SIGNALS:
    /// An edit that makes no sense, with what would.
    void refused(const trestle::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeSections(QWidget* content);
    QWidget* makeFoot(QWidget* content);
    void takeRisk();
    void refresh();
    void show(const Plan& plan, const Risk& risk);
    void showMatrix();
    void setTables(const Plan& plan, const Risk& risk);
    void wait();
    void showProgress();
    void arrange();
    [[nodiscard]] std::size_t aboveRegister(const std::vector<RiskSection*>& order) const;
    void applyColours();

    PlanDocument& m_document;
    QScrollArea* m_scroll = nullptr;
    QProgressBar* m_progress = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_basis = nullptr;
    std::vector<RiskSection*> m_sections; // in reading order
    RiskSection* m_finish = nullptr;
    RiskSection* m_cost = nullptr;
    RiskSection* m_joint = nullptr;
    RiskSection* m_matrix = nullptr;
    RiskSection* m_drivers = nullptr;
    RiskSection* m_finishMovers = nullptr;
    RiskSection* m_costMovers = nullptr;
    SureChart* m_finishChart = nullptr;
    SureChart* m_costChart = nullptr;
    JointChart* m_jointChart = nullptr;
    RiskMatrixChart* m_matrixChart = nullptr;
    RegisterView* m_register = nullptr;
    PhaseBarChart* m_driverChart = nullptr;
    PhaseBarChart* m_finishMoverChart = nullptr;
    PhaseBarChart* m_costMoverChart = nullptr;
    QTimer m_patience;                 // before the progress shows
    std::vector<RiskSection*> m_order; // as placed
    int m_columns = 0;
    bool m_stale = true;
};

} // namespace trestle
