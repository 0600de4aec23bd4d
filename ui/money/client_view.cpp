#include "ui/money/client_view.h"

#include "models/money/payments.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/money/client_words.h"
#include "ui/money/payment_words.h"
#include "ui/money/text_table.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

ClientView::ClientView(PlanDocument& document, QWidget* parent)
    : DressedPart(QStringLiteral("clientView"), parent), m_document(document),
      m_title(addLabel(QStringLiteral("clientTitle"), {}, Role::TextMuted)),
      m_proposal(new QPushButton(tr("Save as a &proposal…"), this)),
      m_promise(addLabel(QStringLiteral("clientPromise"), {}, Role::Text, TextSize::Title, QFont::DemiBold)),
      m_price(addLabel(QStringLiteral("clientPrice"), {})),
      m_paymentTitle(addTitle(QStringLiteral("clientPaymentTitle"), tr("Payments, AUD"))),
      m_payments(new TextTable(QStringLiteral("clientPayments"),
                               {{tr("When"), false, false},
                                {tr("Part"), true, true},
                                {tr("Invoice, likely"), true, false},
                                {tr("Ex GST"), true, true},
                                {tr("GST"), true, true},
                                {tr("To pay"), true, false}},
                               this)),
      m_parts(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRhythm);
    m_proposal->setObjectName(QStringLiteral("clientProposal"));
    m_proposal->setAccessibleDescription(tr("Writes what the client is shown, with a place to sign, as a PDF"));
    connect(m_proposal, &QPushButton::clicked, this, &ClientView::proposalWanted);
    auto* head = new QHBoxLayout;
    head->setSpacing(kRhythm);
    head->addWidget(m_title, 1);
    head->addWidget(m_proposal, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_promise);
    column->addWidget(m_price);
    column->addSpacing(kRhythm);
    column->addWidget(m_paymentTitle);
    column->addWidget(m_payments);
    m_parts->setSpacing(kHalfRhythm);
    column->addLayout(m_parts);
}

void ClientView::refresh(const PriceFigures* figures, const ItemPrices* items)
{
    const Plan& plan = m_document.plan();
    const auto risk = m_document.risk();
    m_title->setText(clientwords::title(plan));
    std::vector<TextTable::Row> rows;
    if (figures && risk) {
        m_promise->setText(clientwords::promise(plan, *risk, *figures));
        m_price->setText(clientwords::priceLines(plan, *figures, m_document.today()).join(u'\n'));
        const Money price = figures->of(plan.inputs.price.kind).price;
        for (const Payment& payment : paymentSchedule(plan, price))
            rows.push_back({{paymentwords::when(*plan.catalogue, payment), paymentwords::part(payment),
                             format::mediumDate(payment.invoiced), format::shownAmount(payment.exGst),
                             format::shownAmount(payment.gst), format::shownAmount(payment.incGst())},
                            false});
        const Money gst = gstOn(plan.inputs, price);
        rows.push_back({{tr("Together"),
                         tr("100 %"),
                         {},
                         format::shownAmount(price),
                         format::shownAmount(gst),
                         format::shownAmount(price + gst)},
                        true});
    } else {
        m_promise->setText(tr("Working it out…"));
        m_price->clear();
    }
    m_payments->setRows(rows);
    showParts(items);
}

void ClientView::showParts(const ItemPrices* items)
{
    const std::vector<clientwords::Part> parts = clientwords::parts(m_document.plan(), items);
    while (m_lines.size() < parts.size()) {
        const auto number = m_lines.size();
        QLabel* title = addTitle(QStringLiteral("clientPart%1").arg(number), {});
        QLabel* lines = addLabel(QStringLiteral("clientLines%1").arg(number), {});
        m_parts->addSpacing(kRhythm);
        m_parts->addWidget(title);
        m_parts->addWidget(lines);
        m_lines.emplace_back(title, lines);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto& [title, lines] = m_lines[i];
        const bool shown = i < parts.size();
        title->setVisible(shown);
        lines->setVisible(shown);
        if (!shown)
            continue;
        title->setText(parts[i].title);
        const QString bullet = QStringLiteral("•\u00a0");
        lines->setText(parts[i].lines.size() == 1 ? parts[i].lines.front()
                                                  : bullet + parts[i].lines.join(u'\n' + bullet));
    }
}

void ClientView::fitTo(int width)
{
    constexpr int kReadableLetters = 120; // longer lines are hard to read
    const int wide = std::min(width, kReadableLetters * fontMetrics().averageCharWidth());
    layout()->setContentsMargins(0, 0, width - wide, 0); // a narrower widget would be given the height of a wide one
    m_payments->fitTo(wide);
}

} // namespace trestle
