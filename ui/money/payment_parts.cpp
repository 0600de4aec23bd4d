#include "ui/money/payment_parts.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/cross_button.h"
#include "ui/widgets/figure_fields.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

constexpr double kLeastPart = 0.01;
constexpr double kNextPart = 10; // per cent, where the others make a whole already

} // namespace

PaymentParts::PaymentParts(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("paymentParts"), parent), m_document(document), m_grid(new QGridLayout),
      m_add(new QPushButton(tr("Add a part"), this)), m_putBack(new QPushButton(tr("Put back"), this)),
      m_sum(addLabel(QStringLiteral("paymentSum"), {}))
{
    m_add->setObjectName(QStringLiteral("paymentAdd"));
    m_putBack->setObjectName(QStringLiteral("paymentPutBack"));
    m_putBack->setToolTip(tr("The parts as the plan has them"));
    m_grid->setHorizontalSpacing(kRhythm);
    m_grid->setVerticalSpacing(kHalfRhythm);
    m_grid->setColumnStretch(1, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kRhythm);
    foot->addWidget(m_add);
    foot->addWidget(m_putBack);
    foot->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRhythm);
    column->addLayout(m_grid);
    column->addWidget(m_sum);
    column->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const double missing = 100 - sumOfParts(m_draft);
        m_draft.push_back({missing > kLeastPart ? missing : kNextPart, PaymentWhen::launch, {}});
        change();
        m_lines.back().percent->setFocus(Qt::OtherFocusReason);
        m_lines.back().percent->selectAll();
    });
    connect(m_putBack, &QPushButton::clicked, this, [this] {
        m_isOpen = false;
        refresh();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    refresh();
}

void PaymentParts::refresh()
{
    if (!m_isOpen)
        m_draft = m_document.inputs().price.payments;
    showDraft();
}

void PaymentParts::fillChoices(QComboBox& when) const
{
    const Catalogue& catalogue = m_document.catalogue();
    when.clear();
    const auto add = [&](const PaymentPart& part) {
        when.addItem(format::capitalised(wording::paymentWhen(catalogue, part)));
    };
    add({0, PaymentWhen::signing, {}});
    for (const Phase& phase : catalogue.phases)
        add({0, PaymentWhen::phaseFinished, phase.id});
    add({0, PaymentWhen::launch, {}});
    add({0, PaymentWhen::monthly, {}});
}

int PaymentParts::choiceOf(const PaymentPart& part) const
{
    const auto& phases = m_document.catalogue().phases;
    const auto count = static_cast<int>(phases.size());
    switch (part.when) {
    case PaymentWhen::signing: return 0;
    case PaymentWhen::phaseFinished:
        return 1 + static_cast<int>(std::ranges::find(phases, part.phase, &Phase::id) - phases.begin());
    case PaymentWhen::launch: return count + 1;
    case PaymentWhen::monthly: return count + 2;
    }
    return 0;
}

PaymentPart PaymentParts::withChoice(PaymentPart part, int choice) const
{
    const auto& phases = m_document.catalogue().phases;
    const auto count = static_cast<int>(phases.size());
    part.phase.clear();
    part.when = choice == 0           ? PaymentWhen::signing
                : choice <= count     ? PaymentWhen::phaseFinished
                : choice == count + 1 ? PaymentWhen::launch
                                      : PaymentWhen::monthly;
    if (part.when == PaymentWhen::phaseFinished)
        part.phase = phases[static_cast<std::size_t>(choice - 1)].id;
    return part;
}

void PaymentParts::addLine()
{
    const std::size_t at = m_lines.size();
    const QString number = QString::number(at + 1);
    Line line;
    line.percent = new NumberField(QStringLiteral("paymentPercent%1").arg(at), kLeastPart, 100, this);
    line.percent->setAccessibleName(tr("Part %1, per cent").arg(number));
    line.percentPiece = piece({}, *line.percent, tr("%"));
    line.when = new QComboBox(this);
    line.when->setObjectName(QStringLiteral("paymentWhen%1").arg(at));
    line.when->setAccessibleName(tr("Part %1, when").arg(number));
    line.when->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.remove = new CrossButton(QStringLiteral("paymentRemove%1").arg(at), tr("Remove part %1").arg(number), this);
    fillChoices(*line.when);
    connect(line.percent, &TypedField::settled, this, [this, at] {
        m_draft[at].percent = m_lines[at].percent->number();
        change();
    });
    connect(line.when, &QComboBox::activated, this, [this, at](int choice) {
        m_draft[at] = withChoice(m_draft[at], choice);
        change();
    });
    connect(line.remove, &QAbstractButton::clicked, this, [this, at] {
        m_draft.erase(m_draft.begin() + static_cast<std::ptrdiff_t>(at));
        m_add->setFocus(Qt::OtherFocusReason);
        change();
    });
    const auto row = static_cast<int>(at);
    m_grid->addWidget(line.percentPiece, row, 0);
    m_grid->addWidget(line.when, row, 1);
    m_grid->addWidget(line.remove, row, 2);
    m_lines.push_back(line);
}

/// Lines are kept for parts that come and go: an edit comes from one of them.
void PaymentParts::showDraft()
{
    while (m_lines.size() < m_draft.size())
        addLine();
    QWidget* before = nullptr;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const bool shown = i < m_draft.size();
        for (QWidget* widget :
             {line.percentPiece, static_cast<QWidget*>(line.when), static_cast<QWidget*>(line.remove)})
            widget->setVisible(shown);
        if (!shown)
            continue;
        line.percent->setNumber(m_draft[i].percent);
        line.when->setCurrentIndex(choiceOf(m_draft[i]));
        if (before)
            setTabOrder(before, line.percent);
        setTabOrder(line.percent, line.when);
        setTabOrder(line.when, line.remove);
        before = line.remove;
    }
    if (before)
        setTabOrder(before, m_add);
    setTabOrder(m_add, m_putBack);
    m_putBack->setEnabled(m_isOpen);
    tellSum();
}

void PaymentParts::change()
{
    m_isOpen = true;
    if (m_draft.empty() || isWhole(sumOfParts(m_draft))) {
        m_isOpen = false;
        m_document.edit(tr("Payment schedule"), [draft = m_draft](Inputs& inputs) { inputs.price.payments = draft; });
    }
    refresh();
}

void PaymentParts::tellSum()
{
    const double sum = sumOfParts(m_draft);
    const QString percent = format::number(sum, 2);
    QString text;
    if (m_draft.empty())
        text = tr("No parts agreed: the price is invoiced in equal parts at the end of each month.");
    else if (isWhole(sum))
        text = tr("The parts add up to 100 %.");
    else if (sum < 100)
        text = tr("The parts add up to %1 %: %2 % are missing. Until then the plan keeps what it has.")
                   .arg(percent, format::number(100 - sum, 2));
    else
        text = tr("The parts add up to %1 %: %2 % too many. Until then the plan keeps what it has.")
                   .arg(percent, format::number(sum - 100, 2));
    m_sum->setText(text);
    dress(*m_sum, m_isOpen ? Role::Error : Role::TextMuted, TextSize::Small);
}

} // namespace trestle
