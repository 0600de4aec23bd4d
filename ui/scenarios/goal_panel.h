#pragma once

#include "models/decisions/goal_search.h"
#include "ui/scenarios/question_panel.h"

#include <vector>

namespace trestle {

/// "Finish by … within AUD … at … %": the different ways there, or what comes closest. Each can become a scenario.
class GoalPanel : public QuestionPanel {
    Q_OBJECT
public:
    explicit GoalPanel(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] Goal goal() const; ///< as the fields have it
    void setGoal(const Goal& goal);
    [[nodiscard]] const GoalAnswer& answer() const { return m_answer; }

Q_SIGNALS:
    void scenarioMade(const QString& name); ///< and opened

protected:
    void start(const Plan& plan) override;
    void clearAnswer() override;

private:
    void show(const Plan& plan, const Goal& goal);
    void addWay(const Plan& plan, const Goal& goal, const Way& way);
    void makeScenario(const Way& way);

    QDateEdit* m_by;
    QSpinBox* m_budget;
    QSpinBox* m_confidence;
    QDateEdit* m_earliest;
    GoalAnswer m_answer;
    std::vector<QWidget*> m_rows;
};

} // namespace trestle
