#pragma once

#include "ui/money/dressed_part.h"

class QButtonGroup;

namespace trestle {

class AmountField;
class PlanDocument;

/// How sure a price is and what it is rounded up to, edited in place.
class PriceControls : public DressedPart {
    Q_OBJECT
public:
    PriceControls(PlanDocument& document, QWidget* parent);
    void refresh();

private:
    PlanDocument& m_document;
    QButtonGroup* m_confidence;
    AmountField* m_step;
};

} // namespace trestle
