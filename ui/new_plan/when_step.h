#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <map>

#include "models/inputs.h"
// clang-format on
#include "ui/new_plan/step.h"

class QCheckBox;
class QComboBox;

namespace trestle {

class AmountField;
class DateField;
class NewPlanDraft;
class RecordStore;

/// "When?": the start, the days that nobody works, what the plan is to be measured by, and, where the user has a record
/// of past plans, whether it is expected to go like those.
class WhenStep : public NewPlanStep {
    Q_OBJECT
public:
    WhenStep(NewPlanDraft& draft, QWidget* parent);

private:
    void take();
    QWidget* makeProjects();
    void offerRecord();

    NewPlanDraft& m_draft;
    DateField* m_start;
    QComboBox* m_region;
    QCheckBox* m_christmas;
    DateField* m_target;
    AmountField* m_budget;
    RecordStore* m_records;
    OutsideView m_usual;         ///< what the plan has without a record
    QComboBox* m_like = nullptr; ///< which projects it goes like
    QWidget* m_projects;         ///< that, with its label
};

} // namespace trestle
