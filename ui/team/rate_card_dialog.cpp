#include "ui/team/rate_card_dialog.h"

#include "models/inputs.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/team/team_words.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

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

RateCardDialog::RateCardDialog(Settings& settings, std::string client, QWidget* parent)
    : FormDialog(
          QStringLiteral("rateCardDialog"), tr("Rate cards"),
          tr("Your own roles and what a full-time week of each costs. A plan for a client takes its roles from the "
             "client's card, if there is one, else from the default. People who are in a plan already keep "
             "their rates."),
          parent),
      m_settings(settings), m_planClient(std::move(client)), m_cards(settings.rateCards()),
      m_choice(new QComboBox(this)), m_removeCard(new QPushButton(tr("Remo&ve card"), this)),
      m_client(new QLineEdit(this)), m_list(new QListWidget(this)), m_remove(new QPushButton(tr("&Remove role"), this)),
      m_title(new QLineEdit(this)), m_cost(new AmountField(QStringLiteral("rateCardCost"), kFirstRate, this)),
      m_bill(new AmountField(QStringLiteral("rateCardBill"), {}, this)),
      m_paidOut(new QCheckBox(tr("&Paid out (not your own unpaid time)"), this))
{
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // however long a client's name is
    m_client->setMaxLength(static_cast<int>(RateCards::kLongestClient));
    m_title->setMaxLength(static_cast<int>(RateCard::kLongestTitle));
    m_bill->setOptional(tr("none"));
    m_bill->setAmountIfAny(std::nullopt);
    for (AmountField* field : {m_cost, m_bill})
        field->setStep(Money::dollars(100));
    m_paidOut->setObjectName(QStringLiteral("rateCardPaidOut"));

    addField(tr("Rate car&d"), m_choice, QStringLiteral("rateCardChoice"));
    addField(tr("For c&lient"), m_client, QStringLiteral("rateCardClient"));
    addWide(makeCardButtons());
    addWide(makeRoles());
    addField(tr("&Title"), m_title, QStringLiteral("rateCardTitle"));
    addField(tr("&Cost a week"), m_cost, QStringLiteral("rateCardCost"));
    addField(tr("&Bill rate a week"), m_bill, QStringLiteral("rateCardBill"));
    addWide(m_paidOut);
    setMinimumWidth(520);

    connect(m_choice, &QComboBox::currentIndexChanged, this, &RateCardDialog::chooseCard);
    connect(m_list, &QListWidget::currentRowChanged, this, &RateCardDialog::choose);
    showCards(m_cards.placeOf(m_planClient));
}

QWidget* RateCardDialog::makeCardButtons()
{
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("rateCardButtons"));
    auto* add = new QPushButton(tr("&New card"), box);
    add->setObjectName(QStringLiteral("rateCardNew"));
    auto* copy = new QPushButton(tr("Cop&y card"), box);
    copy->setObjectName(QStringLiteral("rateCardCopy"));
    m_removeCard->setObjectName(QStringLiteral("rateCardRemoveCard"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(8);
    row->addWidget(add);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(m_removeCard);
    for (QPushButton* button : {add, copy, m_removeCard})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] { addCard({}); });
    connect(copy, &QPushButton::clicked, this, [this] {
        if (keep())
            addCard(m_card);
    });
    connect(m_removeCard, &QPushButton::clicked, this, &RateCardDialog::removeCard);
    return box;
}

QWidget* RateCardDialog::makeRoles()
{
    m_list->setObjectName(QStringLiteral("rateCardList"));
    m_list->setAccessibleName(tr("Roles"));
    m_list->setMinimumHeight(120);
    m_remove->setObjectName(QStringLiteral("rateCardRemove"));
    auto* add = new QPushButton(tr("&Add role"), this);
    add->setObjectName(QStringLiteral("rateCardAdd"));
    for (QPushButton* button : {add, m_remove})
        button->setAutoDefault(false);
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
    connect(add, &QPushButton::clicked, this, &RateCardDialog::addRole);
    connect(m_remove, &QPushButton::clicked, this, &RateCardDialog::removeRole);
    return box;
}

bool RateCardDialog::keep()
{
    if (!keepRole())
        return false;
    const auto named = m_cards.rename(m_place, format::utf8(m_client->text()));
    complain(named ? QString() : wording::rateCardProblem(named.error()));
    if (!named) {
        m_client->setFocus(Qt::OtherFocusReason);
        return false;
    }
    m_cards.setCard(m_place, m_card);
    return true;
}

void RateCardDialog::addCard(const RateCard& roles)
{
    if (!keep())
        return;
    std::string client = m_planClient;
    for (int number = 1; isBlank(client) || m_cards.placeOf(client) != 0; ++number)
        client = format::utf8(number == 1 ? tr("Client") : tr("Client %1").arg(number));
    if (const auto added = m_cards.add(client, roles); !added) {
        complain(wording::rateCardProblem(added.error()));
        return;
    }
    showCards(m_cards.all().size() - 1);
    m_client->setFocus(Qt::OtherFocusReason);
    m_client->selectAll();
}

void RateCardDialog::removeCard()
{
    complain({});
    m_cards.remove(m_place);
    showCards(0);
    m_choice->setFocus(Qt::OtherFocusReason); // the button is of no use to the default
}

void RateCardDialog::chooseCard(int place)
{
    if (m_filling || place < 0 || static_cast<std::size_t>(place) == m_place)
        return;
    if (keep()) {
        showCards(static_cast<std::size_t>(place));
        return;
    }
    const QSignalBlocker quiet(m_choice); // stays where the mistake is
    m_choice->setCurrentIndex(static_cast<int>(m_place));
}

void RateCardDialog::showCards(std::size_t place)
{
    m_filling = true;
    m_choice->clear();
    for (const ClientCard& card : m_cards.all())
        m_choice->addItem(card.client.empty() ? tr("Default") : format::text(card.client));
    m_choice->setCurrentIndex(static_cast<int>(place));
    m_filling = false;
    m_place = place;
    const ClientCard& shown = m_cards.all()[place];
    m_card = shown.card;
    m_client->setText(format::raw(shown.client));
    m_client->setPlaceholderText(place == 0 ? tr("Everyone without a card of their own") : QString());
    m_client->setEnabled(place > 0);
    m_removeCard->setEnabled(place > 0);
    refresh(m_card.roles().empty() ? -1 : 0);
}

bool RateCardDialog::keepRole()
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
    if (!keepRole())
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
    refresh(keepRole() ? row : m_chosen);
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
    m_settings.setRateCards(m_cards);
    FormDialog::accept();
}

} // namespace trestle
