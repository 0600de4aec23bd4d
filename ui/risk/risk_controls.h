#pragma once

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QDateEdit;
class QSpinBox;

namespace trestle {

class PlanDocument;

/// What the risks of a plan are read at, edited in place: the confidence, the target date and the budget.
class RiskControls : public QWidget {
    Q_OBJECT
public:
    explicit RiskControls(PlanDocument& document, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* addGroup();
    void fitBudget();
    void addConfidence();
    void addTarget();
    void addBudget();
    void refresh();
    void editTarget();
    void editBudget();

    PlanDocument& m_document;
    QButtonGroup* m_confidence = nullptr;
    QCheckBox* m_useDate = nullptr;
    QDateEdit* m_date = nullptr;
    QCheckBox* m_useBudget = nullptr;
    QSpinBox* m_budget = nullptr;
};

} // namespace trestle
