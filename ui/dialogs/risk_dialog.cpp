#include "ui/dialogs/risk_dialog.h"

#include "ui/base/format.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kLongestTitle = 200;

QString casePart(std::size_t which)
{
    return which == 0 ? ImpactForm::tr("low") : which == 1 ? ImpactForm::tr("likely") : ImpactForm::tr("high");
}

/// Three fields beside each other, low to high.
template <class Field, class Make>
QWidget* threeFields(QWidget* parent, std::array<Field*, 3>& fields, const QString& what, Make make)
{
    auto* row = new QWidget(parent);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        fields[i] = make(row, i);
        fields[i]->setAccessibleName(ImpactForm::tr("%1, %2").arg(what, casePart(i)));
        fields[i]->setToolTip(format::capitalised(casePart(i)));
        line->addWidget(fields[i], 1);
    }
    row->setFocusProxy(fields.front());
    return row;
}

QString fieldName(const char* of, std::size_t which)
{
    constexpr std::array kParts{"Low", "Likely", "High"};
    return QString::fromLatin1(of) + QString::fromLatin1(kParts[which]);
}

double partAt(const ThreePoint& value, std::size_t which)
{
    return value.at(kCases[which]);
}

bool isOrdered(const ThreePoint& value)
{
    return value.low <= value.likely && value.likely <= value.high;
}

} // namespace

ImpactForm::ImpactForm(const QString& name, const QString& title, const QString& explanation, QWidget* parent)
    : FormDialog(name, title, explanation, parent)
{
}

QDoubleSpinBox* ImpactForm::addChance(const QString& label, const QString& name, double p)
{
    auto* field = new QDoubleSpinBox(this);
    field->setLocale(format::locale());
    field->setDecimals(1);
    field->setRange(0, 100);
    field->setSingleStep(5);
    field->setSuffix(QStringLiteral(" %"));
    field->setValue(100 * p);
    addField(label, field, name);
    return field;
}

double ImpactForm::chanceOf(const QDoubleSpinBox& field, double before)
{
    constexpr double kShown = 0.05;
    return std::abs(field.value() - 100 * before) <= kShown ? before : field.value() / 100;
}

void ImpactForm::addImpact(const ThreePoint& effort, const ThreePoint& delay, const ThreePoint& money)
{
    const auto add = [this](const QString& label, QWidget* row, const QString& name) {
        addField(label, row, name);
        row->setAccessibleName({}); // its fields have theirs
    };
    add(tr("&Work, person-weeks"),
        threeFields(this, m_effort, tr("Work"),
                    [&](QWidget* row, std::size_t i) {
                        auto* field = new EffortField(fieldName("riskEffort", i), row);
                        field->setEffort(partAt(effort, i));
                        return field;
                    }),
        QStringLiteral("riskEffort"));
    add(tr("Wai&t, weeks"),
        threeFields(this, m_delay, tr("Wait in weeks"),
                    [&](QWidget* row, std::size_t i) {
                        auto* field = new QDoubleSpinBox(row);
                        field->setObjectName(fieldName("riskDelay", i));
                        field->setLocale(format::locale());
                        field->setDecimals(1);
                        field->setRange(0, 500);
                        field->setValue(partAt(delay, i));
                        return field;
                    }),
        QStringLiteral("riskDelay"));
    add(tr("&Money, AUD"),
        threeFields(this, m_money, tr("Money"),
                    [&](QWidget* row, std::size_t i) {
                        auto* field = new AmountField(fieldName("riskMoney", i), Money::rounded(partAt(money, i)), row);
                        field->setStep(Money::dollars(500));
                        return field;
                    }),
        QStringLiteral("riskMoney"));
}

ThreePoint ImpactForm::effort() const
{
    return {m_effort[0]->effort(), m_effort[1]->effort(), m_effort[2]->effort()};
}

ThreePoint ImpactForm::delay() const
{
    return {m_delay[0]->value(), m_delay[1]->value(), m_delay[2]->value()};
}

ThreePoint ImpactForm::money() const
{
    return {m_money[0]->amount().inDollars(), m_money[1]->amount().inDollars(), m_money[2]->amount().inDollars()};
}

bool ImpactForm::takeImpact()
{
    if (!settle())
        return false;
    if (isOrdered(effort()) && isOrdered(delay()) && isOrdered(money()))
        return true;
    complain(tr("Low, likely and high go up from left to right."));
    return false;
}

RiskDialog::RiskDialog(const Catalogue& catalogue, const RiskEvent& event, const QString& title, QWidget* parent)
    : ImpactForm(QStringLiteral("riskDialog"), title,
                 tr("What it does is asked for as low, likely and high, from left to right. Leave 0 what it does not "
                    "do."),
                 parent),
      m_event(event), m_title(new QLineEdit(format::raw(event.title), this)), m_phase(new QComboBox(this)),
      m_skill(new QComboBox(this)), m_owner(new QLineEdit(format::raw(event.owner), this))
{
    m_title->setMaxLength(kLongestTitle);
    m_owner->setMaxLength(kLongestTitle);
    for (const Phase& phase : catalogue.phases)
        m_phase->addItem(format::text(phase.title), QString::fromStdString(phase.id));
    m_phase->setCurrentIndex(std::max(0, m_phase->findData(QString::fromStdString(event.phase))));
    m_skill->addItem(tr("anyone"), QString());
    for (const std::string& skill : skillsAskedFor(catalogue))
        m_skill->addItem(format::text(skill), QString::fromStdString(skill));
    if (m_skill->findData(QString::fromStdString(event.skill)) < 0)
        m_skill->addItem(format::text(event.skill), QString::fromStdString(event.skill));
    m_skill->setCurrentIndex(m_skill->findData(QString::fromStdString(event.skill)));

    addField(tr("&What may happen"), m_title, QStringLiteral("riskTitle"));
    m_chance = addChance(tr("&Chance"), QStringLiteral("riskChance"), event.p);
    addField(tr("In &phase"), m_phase, QStringLiteral("riskPhase"));
    addField(tr("Done &by"), m_skill, QStringLiteral("riskSkill"));
    addField(tr("&Owner"), m_owner, QStringLiteral("riskOwner"));
    addImpact(event.effort, event.delay, event.money);
}

RiskEvent RiskDialog::event() const
{
    RiskEvent event = m_event;
    event.title = format::utf8(m_title->text().trimmed());
    event.p = chanceOf(*m_chance, m_event.p);
    event.phase = format::utf8(m_phase->currentData().toString());
    event.skill = format::utf8(m_skill->currentData().toString());
    event.owner = format::utf8(m_owner->text().trimmed());
    event.effort = effort();
    event.delay = delay();
    event.money = money();
    return event;
}

void RiskDialog::accept()
{
    if (m_title->text().trimmed().isEmpty()) {
        complain(tr("Say what may happen, in a few words."));
        m_title->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!takeImpact())
        return;
    if (effort().high <= 0 && delay().high <= 0 && money().high <= 0)
        complain(tr("Say what it does: work, a wait or money."));
    else
        FormDialog::accept();
}

ResponseDialog::ResponseDialog(const RiskEvent& event, QWidget* parent)
    : ImpactForm(QStringLiteral("responseDialog"),
                 tr("Response: %1").arg(format::text(event.title.empty() ? event.id : event.title)),
                 tr("What is done about it, what that costs, and what is left of the risk then: its chance, and what "
                    "it does as low, likely and high."),
                 parent),
      m_event(event), m_title(new QLineEdit(this)),
      m_inPlan(makeCheck(tr("&In the plan: it is paid for, and the risk is what it leaves"),
                         QStringLiteral("responseInPlan"), event.status == RiskStatus::responded, this))
{
    RiskResponse unchanged;
    unchanged.p = event.p;
    const RiskResponse response = event.response.value_or(unchanged);
    m_title->setText(format::raw(response.title));
    m_title->setMaxLength(kLongestTitle);
    addField(tr("What is &done"), m_title, QStringLiteral("responseTitle"));
    m_cost = new AmountField(QStringLiteral("responseCost"), response.cost, this);
    m_cost->setStep(Money::dollars(500));
    addField(tr("C&osts, AUD"), m_cost, QStringLiteral("responseCost"));
    m_chance = addChance(tr("&Chance then"), QStringLiteral("responseChance"), response.p);
    addImpact(response.effort.value_or(event.effort), response.delay.value_or(event.delay),
              response.money.value_or(event.money));
    addWide(m_inPlan);
    m_inPlan->setEnabled(event.status == RiskStatus::open || event.status == RiskStatus::responded);
    if (event.response) {
        auto* none = buttons()->addButton(tr("&No response"), QDialogButtonBox::DestructiveRole);
        none->setObjectName(QStringLiteral("responseNone"));
        connect(none, &QPushButton::clicked, this, [this] {
            m_none = true;
            FormDialog::accept();
        });
    }
}

RiskEvent ResponseDialog::event() const
{
    RiskEvent event = m_event;
    const bool isMovable = event.status == RiskStatus::open || event.status == RiskStatus::responded;
    if (m_none) {
        event.response.reset();
        if (event.status == RiskStatus::responded)
            event.status = RiskStatus::open;
        return event;
    }
    const auto changed = [](const ThreePoint& now, const ThreePoint& before) {
        return now == before ? std::nullopt : std::optional(now);
    };
    RiskResponse response;
    response.title = format::utf8(m_title->text().trimmed());
    response.cost = m_cost->amount();
    response.p = chanceOf(*m_chance, event.response ? event.response->p : event.p);
    response.effort = changed(effort(), event.effort);
    response.delay = changed(delay(), event.delay);
    response.money = changed(money(), event.money);
    event.response = response;
    if (isMovable)
        event.status = m_inPlan->isChecked() ? RiskStatus::responded : RiskStatus::open;
    return event;
}

void ResponseDialog::accept()
{
    if (takeImpact())
        FormDialog::accept();
}

} // namespace trestle
