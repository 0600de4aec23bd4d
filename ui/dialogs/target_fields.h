#pragma once

#include "models/plan.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QSpinBox;

namespace trestle {

/// Target date and budget, each with a box that says whether there is one. Starts from a plan's.
class TargetFields : public QWidget {
    Q_OBJECT
public:
    TargetFields(const Plan& plan, QWidget* parent);

    /// Puts them into inputs.
    void apply(Inputs& inputs) const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_useDate;
    QDateEdit* m_date;
    QCheckBox* m_useBudget;
    QSpinBox* m_budget;
};

} // namespace trestle
