#pragma once

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace trestle {

class AmountField;
class DateField;
class PlanDocument;

/// What the risks of a plan are read at, edited in place: the confidence, the outside view, the target date and the
/// budget.
class RiskControls : public QWidget {
    Q_OBJECT
public:
    explicit RiskControls(PlanDocument& document, QWidget* parent = nullptr);

private:
    QWidget* addGroup();
    void addConfidence();
    void addOutsideView();
    void addTarget();
    void addBudget();
    void refresh();
    void editOutsideView(int index);
    void editTarget();
    void editBudget();

    PlanDocument& m_document;
    QButtonGroup* m_confidence = nullptr;
    QComboBox* m_outsideView = nullptr;
    QCheckBox* m_useDate = nullptr;
    DateField* m_date = nullptr;
    QCheckBox* m_useBudget = nullptr;
    AmountField* m_budget = nullptr;
};

} // namespace trestle
