#pragma once

#include "ui/new_plan/new_plan.h"

#include <QDialog>

#include <functional>
#include <memory>

class QPushButton;
class QStackedWidget;

namespace trestle {

class BuildingStep;
class LiveHeadline;
class NewPlanDraft;
class NewPlanStep;
class StepBar;

/// A new plan in three short steps: what, who, when. Each can be skipped. Beside them stands what the plan comes to.
class NewPlanDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int kSteps = 3;

    explicit NewPlanDialog(const NewPlanSetting& setting, QWidget* parent = nullptr);

    [[nodiscard]] NewPlan plan() const;
    [[nodiscard]] int step() const;
    [[nodiscard]] const LiveHeadline& headline() const { return *m_headline; }
    void accept() override; ///< of the last step; of another: the next
    void reject() override; ///< asks where something would be lost
    /// Whether to give up what was entered; a question to the user unless a test answers it.
    void setAskToLeave(std::function<bool()> ask) { m_askToLeave = std::move(ask); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] NewPlanStep& current() const;
    QWidget* makeSteps(const NewPlanSetting& setting);
    QWidget* makeFooter();
    void showStep(int step);
    void goOn();
    void skip();
    void finish();
    bool askToLeave();

    NewPlanDraft* m_draft;
    StepBar* m_bar;
    QStackedWidget* m_steps;
    BuildingStep* m_building = nullptr;
    LiveHeadline* m_headline;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    std::function<bool()> m_askToLeave;
    bool m_opened = false;
};

} // namespace trestle
