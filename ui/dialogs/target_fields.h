#pragma once

#include "models/inputs.h"

#include <QWidget>

class QCheckBox;

namespace trestle {

class AmountField;
class DateField;
class PlanDocument;

/// Target date and budget, each with a box that says whether there is one. Starts from the plan's own, else from its
/// headline.
class TargetFields : public QWidget {
    Q_OBJECT
public:
    TargetFields(PlanDocument& document, QWidget* parent);

    /// Puts them into inputs.
    void apply(Inputs& inputs) const;
    /// Drops what has been typed and not yet taken.
    void restore();

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_useDate;
    DateField* m_date;
    QCheckBox* m_useBudget;
    AmountField* m_budget;
};

} // namespace trestle
