#pragma once

#include <QWidget>

class QButtonGroup;
class QCheckBox;

namespace trestle {

class AmountField;
class DateField;
class PlanDocument;

/// What the risks of a plan are read at, edited in place: the confidence, the target date and the budget.
class RiskControls : public QWidget {
    Q_OBJECT
public:
    explicit RiskControls(PlanDocument& document, QWidget* parent = nullptr);

private:
    QWidget* addGroup();
    void addConfidence();
    void addTarget();
    void addBudget();
    void refresh();
    void editTarget();
    void editBudget();

    PlanDocument& m_document;
    QButtonGroup* m_confidence = nullptr;
    QCheckBox* m_useDate = nullptr;
    DateField* m_date = nullptr;
    QCheckBox* m_useBudget = nullptr;
    AmountField* m_budget = nullptr;
};

} // namespace trestle
