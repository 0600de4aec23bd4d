#include "ui/money/price_controls.h"

#include "models/money/price.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"

#include <QButtonGroup>
#include <QPushButton>

#include <array>

namespace trestle {

namespace {

constexpr std::array kPriceConfidences{50, 80, 90};

} // namespace

PriceControls::PriceControls(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("priceControls"), parent), m_document(document), m_confidence(new QButtonGroup(this)),
      m_step(new AmountField(QStringLiteral("priceStep"), {}, this))
{
    auto* flow = new FlowLayout(kRhythm);
    setLayout(flow);
    for (const int confidence : kPriceConfidences) {
        auto* chip = new QPushButton(wording::sure(confidence), this);
        chip->setObjectName(QStringLiteral("priceConfidence%1").arg(confidence));
        chip->setCheckable(true);
        chip->setProperty("chip", true);
        chip->setToolTip(tr("A price that %1 of 100 projects stay within at bill rates").arg(confidence));
        m_confidence->addButton(chip, confidence);
        flow->addWidget(chip);
    }
    m_step->setPlain(QStringLiteral("100,000"));
    m_step->setStep(Money::dollars(500));
    m_step->setAccessibleName(tr("Price rounded up to, AUD"));
    flow->addWidget(piece(tr("rounded up to AUD"), *m_step, {}));
    connect(m_confidence, &QButtonGroup::idClicked, this, [this](int confidence) {
        m_document.edit(tr("Price %1").arg(wording::sure(confidence)), [confidence](Inputs& inputs) {
            // As sure as the headline: it goes on following that.
            inputs.price.confidence = confidence == inputs.confidence ? std::nullopt : std::optional(confidence);
        });
        refresh();
    });
    connect(m_step, &TypedField::settled, this, [this] {
        const Money step = m_step->amount();
        m_document.edit(
            tr("Price rounded up to %1").arg(format::shownMoney(step)),
            [step](Inputs& inputs) { inputs.price.step = step; }, QStringLiteral("price step"));
        refresh();
    });
    refresh();
}

void PriceControls::refresh()
{
    if (QAbstractButton* chip = m_confidence->button(priceConfidence(m_document.inputs())))
        chip->setChecked(true);
    m_step->setAmount(m_document.inputs().price.step);
}

} // namespace trestle
