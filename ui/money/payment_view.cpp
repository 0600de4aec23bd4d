#include "ui/money/payment_view.h"

#include "models/money/price.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/money/payment_parts.h"
#include "ui/money/payment_words.h"
#include "ui/money/text_table.h"
#include "ui/widgets/disclosure_button.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr double kMostTermDays = 3'650;

} // namespace

PaymentView::PaymentView(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("paymentView"), parent), m_document(document),
      m_terms(new NumberField(QStringLiteral("paymentTerms"), 0, kMostTermDays, this)),
      m_validity(new NumberField(QStringLiteral("priceValidity"), 1, kMostTermDays, this)),
      m_registered(new QCheckBox(tr("Registered for GST"), this)),
      m_invoices(new TextTable(QStringLiteral("paymentTable"),
                               {{tr("When"), false, false},
                                {tr("Part"), true, true},
                                {tr("Invoice, likely"), true, false},
                                {tr("Money in"), true, true},
                                {tr("Ex GST"), true, false},
                                {tr("Inc GST"), true, false}},
                               this)),
      m_parts(new PaymentParts(document, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRhythm);
    column->addWidget(addTitle(QStringLiteral("paymentTitle"), tr("Payment schedule, AUD")));
    auto* terms = new QWidget(this);
    terms->setObjectName(QStringLiteral("paymentTermsRow"));
    auto* flow = new FlowLayout(2 * kRhythm);
    terms->setLayout(flow);
    makeTerms(*flow);
    column->addWidget(terms);
    column->addWidget(m_invoices);
    auto* change = new DisclosureButton(QStringLiteral("paymentChange"), tr("Change the parts"), *m_parts, this);
    column->addWidget(change, 0, Qt::AlignLeft);
    column->addWidget(m_parts);
}

void PaymentView::makeTerms(QLayout& flow)
{
    m_terms->setAccessibleName(tr("Days from an invoice to the money"));
    m_validity->setAccessibleName(tr("Days that the quote is valid"));
    m_registered->setObjectName(QStringLiteral("gstRegistered"));
    m_registered->setToolTip(tr("Then 10 % GST is charged on the whole price"));
    m_validUntil = addQuiet(QStringLiteral("priceValidUntil"), {});
    m_validUntil->setWordWrap(false);
    flow.addWidget(piece(tr("due"), *m_terms, tr("days after each invoice")));
    flow.addWidget(piece(tr("quote valid for"), *m_validity, tr("days")));
    flow.addWidget(m_validUntil);
    flow.addWidget(m_registered);
    connect(m_terms, &TypedField::settled, this,
            [this] { editTerm(*m_terms, &PriceTerms::termsDays, tr("Payment terms")); });
    connect(m_validity, &TypedField::settled, this,
            [this] { editTerm(*m_validity, &PriceTerms::validityDays, tr("Validity of the quote")); });
    connect(m_registered, &QCheckBox::clicked, this, [this](bool on) {
        m_document.edit(on ? tr("Registered for GST") : tr("Not registered for GST"),
                        [on](Inputs& inputs) { inputs.gstRegistered = on; });
    });
}

void PaymentView::editTerm(NumberField& field, int PriceTerms::* term, const QString& label)
{
    const auto days = static_cast<int>(field.number());
    m_document.edit(
        tr("%1: %2").arg(label, format::days(days)), [&](Inputs& inputs) { inputs.price.*term = days; }, label);
    field.setNumber(m_document.inputs().price.*term);
}

void PaymentView::refresh(std::optional<Money> price)
{
    const Inputs& inputs = m_document.inputs();
    m_terms->setNumber(inputs.price.termsDays);
    m_validity->setNumber(inputs.price.validityDays);
    m_validUntil->setText(tr("until %1").arg(format::date(validUntil(inputs.price, m_document.today()))));
    m_registered->setChecked(inputs.gstRegistered);
    m_parts->refresh();
    std::vector<TextTable::Row> rows;
    const Plan& plan = m_document.plan();
    if (price) {
        for (const Payment& payment : paymentSchedule(plan, *price))
            rows.push_back({{paymentwords::when(*plan.catalogue, payment), paymentwords::part(payment),
                             format::mediumDate(payment.invoiced), format::mediumDate(payment.due),
                             format::shownAmount(payment.exGst), format::shownAmount(payment.incGst())},
                            false});
        rows.push_back({{tr("Together"),
                         tr("100 %"),
                         {},
                         {},
                         format::shownAmount(*price),
                         format::shownAmount(*price + gstOn(inputs, *price))},
                        true});
    }
    m_invoices->setRows(rows);
}

void PaymentView::fitTo(int width)
{
    m_invoices->fitTo(width);
}

} // namespace trestle
