#include "ui/money/rates_view.h"

#include "models/bill_rate.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr double kMostWantedMargin = 95;
constexpr double kMostMarkUpPercent = 1'000;
constexpr std::array kRateColumns{0, 1, 2, 4}; // of the texts; the bill rate stands in the third

} // namespace

RatesView::RatesView(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("ratesView"), parent), m_document(document),
      m_margin(new NumberField(QStringLiteral("wantedMargin"), 0, kMostWantedMargin, this)),
      m_markUp(new NumberField(QStringLiteral("priceMarkUp"), 0, kMostMarkUpPercent, this)), m_grid(new QGridLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRhythm);
    column->addWidget(addTitle(QStringLiteral("ratesTitle"), tr("Bill rates, AUD a full-time week")));
    auto* parts = new QWidget(this);
    parts->setObjectName(QStringLiteral("ratesParts"));
    auto* flow = new FlowLayout(2 * kRhythm);
    parts->setLayout(flow);
    m_margin->setAccessibleName(tr("Wanted margin where no bill rate is given, per cent"));
    m_markUp->setAccessibleName(tr("Mark-up on what is bought, per cent"));
    flow->addWidget(piece(tr("wanted margin"), *m_margin, tr("% where no bill rate is given")));
    flow->addWidget(piece(tr("mark-up"), *m_markUp, tr("% on what is bought")));
    column->addWidget(parts);
    m_grid->setHorizontalSpacing(2 * kRhythm);
    m_grid->setVerticalSpacing(kHalfRhythm);
    m_grid->setColumnStretch(0, 1);
    const std::array heads{tr("Who"), tr("Time"), tr("Cost"), tr("Billed at"), tr("Worked, likely")};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        QLabel* head =
            addLabel(QStringLiteral("ratesHead%1").arg(i), heads[i], Role::TextMuted, TextSize::Small, QFont::DemiBold);
        head->setAlignment((i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
        head->setWordWrap(false);
        m_grid->addWidget(head, 0, static_cast<int>(i));
    }
    column->addLayout(m_grid);
    connect(m_margin, &TypedField::settled, this,
            [this] { editPart(*m_margin, &PriceTerms::marginPercent, tr("Wanted margin")); });
    connect(m_markUp, &TypedField::settled, this,
            [this] { editPart(*m_markUp, &PriceTerms::markUpPercent, tr("Mark-up")); });
    refresh();
}

void RatesView::addLine()
{
    const std::size_t at = m_lines.size();
    const auto row = static_cast<int>(at) + 1;
    Line line;
    for (std::size_t i = 0; i < line.texts.size(); ++i) {
        line.texts[i] = addLabel(QStringLiteral("rate%1_%2").arg(at).arg(i), {});
        line.texts[i]->setAlignment((i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        line.texts[i]->setWordWrap(i < 2);
        m_grid->addWidget(line.texts[i], row, kRateColumns[i]);
    }
    line.bill = new AmountField(QStringLiteral("billRate%1").arg(at), {}, this);
    line.bill->setPlain(QStringLiteral("10,000"));
    line.bill->setStep(Money::dollars(100));
    m_grid->addWidget(line.bill, row, 3);
    connect(line.bill, &TypedField::settled, this, [this, at] { editBillRate(at); });
    m_lines.push_back(line);
}

void RatesView::refresh()
{
    const Plan& plan = m_document.plan();
    const Inputs& inputs = plan.inputs;
    m_margin->setNumber(inputs.price.marginPercent);
    m_markUp->setNumber(inputs.price.markUpPercent);
    while (m_lines.size() < inputs.team.size())
        addLine();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const bool shown = i < inputs.team.size();
        for (QLabel* text : line.texts)
            text->setVisible(shown);
        line.bill->setVisible(shown);
        if (!shown)
            continue;
        const Person& person = inputs.team[i];
        const QString name = format::text(person.name);
        line.texts[0]->setText(name);
        line.texts[1]->setText(format::allocation(person.allocation));
        line.texts[2]->setText(format::shownAmount(plan.people[i].weeklyRate));
        line.texts[3]->setText(format::weeks(plan.people[i].worked.likely));
        line.bill->setAccessibleName(tr("Bill rate of %1, AUD a week").arg(name));
        Person without = person;
        without.billRate.reset();
        line.bill->setOptional(format::amount(billRateOf(without, inputs.price)));
        line.bill->setToolTip(tr("Left empty, it follows from the cost and the wanted margin"));
        line.bill->setAmountIfAny(person.billRate);
    }
}

void RatesView::editBillRate(std::size_t row)
{
    const std::optional<Money> rate = m_lines[row].bill->amountIfAny();
    m_document.edit(tr("Bill rate of %1").arg(format::text(m_document.inputs().team[row].name)),
                    [&](Inputs& inputs) { inputs.team[row].billRate = rate; });
    refresh();
}

void RatesView::editPart(NumberField& field, double PriceTerms::* part, const QString& label)
{
    const double percent = field.number();
    m_document.edit(
        tr("%1: %2 %").arg(label, format::number(percent, 2)), [&](Inputs& inputs) { inputs.price.*part = percent; },
        label);
    refresh();
}

} // namespace trestle
