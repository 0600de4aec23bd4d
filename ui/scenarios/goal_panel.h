#pragma once

#include "models/decisions/goal_search.h"
#include "ui/scenarios/question_panel.h"

#include <functional>
#include <utility>
#include <vector>

class QBoxLayout;
class QCheckBox;

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
    void coverWanted(trestle::Money budget, int confidence);

protected:
    void start(const std::shared_ptr<const Plan>& plan) override;
    void clearAnswer() override;
    [[nodiscard]] bool holdsFor(const Inputs& now) const override;

private:
    /// Cash can be asked of a plan that says what is in the bank, a margin of one that has a price.
    void offerConditions();
    void show(const Plan& plan, const Goal& goal);
    void showNearest(const Plan& plan, const Goal& goal);
    /// A card; what it returns has room for further actions.
    QBoxLayout& addWay(const Plan& plan, const Goal& goal, const Way& way, const QString& heading);
    QPushButton* addAction(QBoxLayout& row, const QString& name, const QString& text,
                           const std::function<void()>& action);
    void makeScenario(const Way& way);

    DateField* m_by;
    AmountField* m_budget;
    QSpinBox* m_confidence;
    DateField* m_earliest;
    AmountField* m_hireRate;
    QCheckBox* m_cashLasts;
    QSpinBox* m_margin;
    Goal m_asked;
    std::pair<PriceTerms, int> m_askedPrice; ///< with its confidence
    GoalAnswer m_answer;
    std::vector<QWidget*> m_rows;
};

} // namespace trestle
