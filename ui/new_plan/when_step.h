#pragma once

#include "ui/new_plan/step.h"

class QCheckBox;
class QComboBox;

namespace trestle {

class AmountField;
class DateField;
class NewPlanDraft;

/// "When?": the start, the days that nobody works, and what the plan is to be measured by.
class WhenStep : public NewPlanStep {
    Q_OBJECT
public:
    WhenStep(NewPlanDraft& draft, QWidget* parent);

private:
    void take();

    NewPlanDraft& m_draft;
    DateField* m_start;
    QComboBox* m_region;
    QCheckBox* m_christmas;
    DateField* m_target;
    AmountField* m_budget;
};

} // namespace trestle
