#include "ui/team/rate_card_dialog.h"

#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/team/team_words.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr Money kFirstRate = Money::dollars(5'000);

QString rateCardLine(const CardRole& role)
{
    QString line =
        RateCardDialog::tr("%1 · %2 a week").arg(format::text(role.title), format::shownMoney(role.costRate));
    if (role.billRate)
        line += RateCardDialog::tr(" · billed at %1").arg(format::shownAmount(*role.billRate));
    if (!role.paidOut)
        line += RateCardDialog::tr(" · own time");
    return line;
}

} // namespace

RateCardDialog::RateCardDialog(Settings& settings, QWidget* parent)
    : FormDialog(QStringLiteral("rateCardDialog"), tr("Rate card"),
                 tr("Your own roles and what a full-time week of each costs. New plans and teams start from them; "
                    "people who are in a plan already keep their rates."),
                 parent),
      m_settings(settings), m_card(settings.rateCard()), m_list(new QListWidget(this)),
      m_remove(new QPushButton(tr("&Remove"), this)), m_title(new QLineEdit(this)),
      m_cost(new AmountField(QStringLiteral("rateCardCost"), kFirstRate, this)),
      m_bill(new AmountField(QStringLiteral("rateCardBill"), {}, this)),
      m_paidOut(new QCheckBox(tr("&Paid out (not your own unpaid time)"), this))
{
    m_list->setObjectName(QStringLiteral("rateCardList"));
    m_list->setAccessibleName(tr("Roles"));
    m_list->setMinimumHeight(140);
    m_remove->setObjectName(QStringLiteral("rateCardRemove"));
    auto* add = new QPushButton(tr("&Add role"), this);
    add->setObjectName(QStringLiteral("rateCardAdd"));
    for (QPushButton* button : {add, m_remove})
        button->setAutoDefault(false);
    m_title->setMaxLength(static_cast<int>(RateCard::kLongestTitle));
    m_bill->setOptional(tr("none"));
    m_bill->setAmountIfAny(std::nullopt);
    for (AmountField* field : {m_cost, m_bill})
        field->setStep(Money::dollars(100));
    m_paidOut->setObjectName(QStringLiteral("rateCardPaidOut"));

    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("rateCardRoles"));
    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(add);
    below->addStretch(1);
    below->addWidget(m_remove);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    column->addLayout(below);
    addWide(box);
    addField(tr("&Title"), m_title, QStringLiteral("rateCardTitle"));
    addField(tr("&Cost a week"), m_cost, QStringLiteral("rateCardCost"));
    addField(tr("&Bill rate a week"), m_bill, QStringLiteral("rateCardBill"));
    addWide(m_paidOut);
    setMinimumWidth(520);

    connect(add, &QPushButton::clicked, this, &RateCardDialog::addRole);
    connect(m_remove, &QPushButton::clicked, this, &RateCardDialog::removeRole);
    connect(m_list, &QListWidget::currentRowChanged, this, &RateCardDialog::choose);
    refresh(m_card.roles().empty() ? -1 : 0);
}

bool RateCardDialog::keep()
{
    if (m_chosen < 0)
        return true;
    if (!settle())
        return false;
    const CardRole role{format::utf8(m_title->text().trimmed()), m_cost->amount(), m_bill->amountIfAny(),
                        m_paidOut->isChecked()};
    const auto kept = m_card.change(static_cast<std::size_t>(m_chosen), role);
    complain(kept ? QString() : wording::rateCardProblem(kept.error()));
    if (!kept)
        m_title->setFocus(Qt::OtherFocusReason);
    return kept.has_value();
}

void RateCardDialog::addRole()
{
    if (!keep())
        return;
    CardRole role{format::utf8(tr("Role")), kFirstRate, {}, true};
    for (int number = 2; m_card.find(role.title); ++number)
        role.title = format::utf8(tr("Role %1").arg(number));
    if (const auto added = m_card.add(role); !added) {
        complain(wording::rateCardProblem(added.error()));
        return;
    }
    refresh(static_cast<int>(m_card.roles().size()) - 1);
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

void RateCardDialog::removeRole()
{
    if (m_chosen < 0)
        return;
    complain({});
    m_card.remove(static_cast<std::size_t>(m_chosen));
    refresh(std::min(m_chosen, static_cast<int>(m_card.roles().size()) - 1));
}

void RateCardDialog::choose(int row)
{
    if (m_filling || row == m_chosen)
        return;
    refresh(keep() ? row : m_chosen);
}

void RateCardDialog::refresh(int row)
{
    m_filling = true;
    m_list->clear();
    for (const CardRole& role : m_card.roles())
        m_list->addItem(rateCardLine(role));
    m_list->setCurrentRow(row);
    m_chosen = row;
    const bool any = row >= 0;
    const CardRole role = any ? m_card.roles()[static_cast<std::size_t>(row)] : CardRole();
    m_title->setText(format::raw(role.title));
    m_cost->setAmount(role.costRate);
    m_bill->setAmountIfAny(role.billRate);
    m_paidOut->setChecked(role.paidOut);
    for (QWidget* field : std::initializer_list<QWidget*>{m_title, m_cost, m_bill, m_paidOut, m_remove})
        field->setEnabled(any);
    m_filling = false;
}

void RateCardDialog::accept()
{
    if (!keep())
        return;
    m_settings.setRateCard(m_card);
    FormDialog::accept();
}

} // namespace trestle
