#pragma once

#include "models/money/payments.h"
#include "ui/money/dressed_part.h"

class QCheckBox;

namespace trestle {

class DisclosureButton;
class NumberField;
class PaymentParts;
class PlanDocument;
class TextTable;

/// When a price is invoiced and paid, with the terms and the parts edited in place.
class PaymentView : public DressedPart {
    Q_OBJECT
public:
    PaymentView(PlanDocument& document, QWidget* parent);

    /// Of the chosen kind of price; nothing while it is not known.
    void refresh(std::optional<Money> price);
    void fitTo(int width);

private:
    void makeTerms(QLayout& flow);
    void editTerm(NumberField& field, int PriceTerms::* term, const QString& label);

    PlanDocument& m_document;
    NumberField* m_terms;
    NumberField* m_validity;
    QLabel* m_validUntil = nullptr;
    QCheckBox* m_registered;
    TextTable* m_invoices;
    PaymentParts* m_parts;
};

} // namespace trestle
