#pragma once

#include "models/decisions/budget_cover.h"
#include "ui/scenarios/question_panel.h"

class QPushButton;
class QTableView;

namespace trestle {

class CoverModel;

/// "I have AUD …: what does it cover?": the plan in the order of the catalogue up to where the money is gone.
class CoverPanel : public QuestionPanel {
    Q_OBJECT
public:
    explicit CoverPanel(PlanDocument& document, QWidget* parent = nullptr);

    void setBudget(Money budget);
    void setConfidence(int confidence);
    [[nodiscard]] const BudgetCover& answer() const { return m_answer; }

Q_SIGNALS:
    void scenarioMade(const QString& name); ///< and opened

protected:
    void start(const std::shared_ptr<const Plan>& plan) override;
    void clearAnswer() override;

private:
    void show(const Plan& plan, Money budget, int confidence);
    void makeScenario();

    AmountField* m_budget;
    QSpinBox* m_confidence;
    CoverModel* m_model;
    QTableView* m_table;
    QPushButton* m_make;
    BudgetCover m_answer;
    Money m_asked;
};

} // namespace trestle
