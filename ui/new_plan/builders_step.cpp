#include "ui/new_plan/builders_step.h"

#include "models/team_rate.h"
#include "ui/base/format.h"
#include "ui/new_plan/builder_row.h"
#include "ui/new_plan/choice_card.h"
#include "ui/new_plan/new_plan_draft.h"
#include "ui/team/salary_panel.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace trestle {

BuildersStep::BuildersStep(NewPlanDraft& draft, RateCards cards, QWidget* parent)
    : NewPlanStep(QStringLiteral("newPlanBuilders"), tr("Who builds it?"),
                  tr("Names can wait: a role is planned and costed like a person."), parent),
      m_draft(draft), m_cards(std::move(cards)), m_builders(*draft.catalogue()), m_kinds(new QButtonGroup(this)),
      m_unsaid(new QLabel(this)), m_table(new QWidget(this)), m_rowColumn(new QVBoxLayout),
      m_salary(new SalaryPanel(m_table)), m_problem(new ProblemLabel(QStringLiteral("newPlanBuildersProblem"), this)),
      m_roles(new QMenu(this))
{
    column()->addWidget(makeCards());
    column()->addSpacing(8);
    m_unsaid->setObjectName(QStringLiteral("newPlanUnsaid"));
    m_unsaid->setWordWrap(true);
    m_unsaid->setForegroundRole(QPalette::PlaceholderText);
    m_unsaid->setText(
        tr("Until you say, the plan counts %1 at %2 a week.")
            .arg(format::fte(fullTimeEquivalents(m_builders.team())), format::money(m_builders.usualRate())));
    column()->addWidget(m_unsaid);

    m_table->setObjectName(QStringLiteral("newPlanTeam"));
    auto* table = new QVBoxLayout(m_table);
    table->setContentsMargins(0, 0, 0, 0);
    table->setSpacing(8);
    table->addWidget(makeHeadings());
    m_rowColumn->setSpacing(8);
    table->addLayout(m_rowColumn);
    table->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto* person = new QPushButton(tr("Add a &person"), m_table);
    person->setObjectName(QStringLiteral("newPlanAddPerson"));
    auto* role = new QPushButton(tr("Add a &role"), m_table);
    role->setObjectName(QStringLiteral("newPlanAddRole"));
    m_roles->setObjectName(QStringLiteral("newPlanRoles"));
    role->setMenu(m_roles);
    for (QPushButton* button : {person, role}) {
        button->setProperty("link", true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    table->addSpacing(4);
    table->addLayout(buttons);
    column()->addWidget(m_table);
    column()->addStretch(1);

    connect(person, &QPushButton::clicked, this, [this] {
        Person someone;
        someone.weeklyRate = m_builders.usualRate();
        addPerson(someone);
    });
    connect(m_salary, &SalaryPanel::changed, this, &BuildersStep::takeSalary);
    fillRoles();
    connect(&draft, &NewPlanDraft::changed, this, &BuildersStep::fillRoles);
    showRows();
}

QWidget* BuildersStep::makeCards()
{
    auto* cards = new QWidget(this);
    cards->setObjectName(QStringLiteral("newPlanKinds"));
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](BuilderKind kind, const char* name, const QString& title, const QString& meaning) {
        auto* card = new ChoiceCard(QLatin1StringView(name), title, meaning, cards);
        m_kinds->addButton(card, static_cast<int>(kind));
        row->addWidget(card, 1);
        connect(card, &ChoiceCard::toggled, this, [this, kind](bool on) {
            if (on)
                chooseKind(kind);
        });
    };
    add(BuilderKind::justMe, "newPlanJustMe", tr("&Just me"), tr("your own time, paid or not"));
    add(BuilderKind::meAnd, "newPlanMeAnd", tr("&Me and …"), tr("you, plus people or roles"));
    add(BuilderKind::team, "newPlanATeam", tr("A &team"), tr("people, or roles from a rate card"));
    return cards;
}

QWidget* BuildersStep::makeHeadings()
{
    auto* headings = new QWidget(m_table);
    headings->setObjectName(QStringLiteral("newPlanHeadings"));
    auto* row = new QHBoxLayout(headings);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kBuilderGap);
    const BuilderColumns columns = BuilderColumns::of(*this);
    const auto add = [&](const char* name, const QString& text, int width) {
        auto* label = new QLabel(text, headings);
        label->setObjectName(QLatin1StringView(name));
        label->setFont(scaledFont(font(), TextSize::Small, QFont::DemiBold));
        if (width > 0)
            label->setFixedWidth(width);
        row->addWidget(label, width > 0 ? 0 : 1);
    };
    add("newPlanWhoHeading", tr("Person or role"), 0);
    add("newPlanTimeHeading", tr("Time"), columns.time);
    add("newPlanRateHeading", tr("AUD a week"), columns.rate);
    add("newPlanPaidHeading", tr("Paid out"), columns.paid);
    row->addSpacing(kBuilderGap + columns.remove); // a space brings no gap of its own
    return headings;
}

/// Roles come with their rates, those of the client's card where they have one, so that one choice makes a row.
void BuildersStep::fillRoles()
{
    const std::string& client = m_draft.inputs().client;
    if (m_rolesFor == client)
        return;
    m_rolesFor = client;
    m_roles->clear();
    std::set<std::string> known;
    const auto add = [&](const CardRole& role) {
        if (!known.insert(role.title).second)
            return;
        QAction* action =
            m_roles->addAction(tr("%1, %2 a week").arg(format::text(role.title), format::money(role.costRate)));
        connect(action, &QAction::triggered, this, [this, role] {
            Person added;
            added.name = role.title;
            added.weeklyRate = role.costRate;
            added.billRate = role.billRate;
            added.paidOut = role.paidOut;
            added.isRole = true;
            addPerson(added);
        });
    };
    const std::vector<CardRole>& roles = m_cards.of(client).roles();
    for (const CardRole& role : roles)
        add(role);
    if (!roles.empty())
        m_roles->addSeparator();
    for (const DefaultPerson& person : m_draft.catalogue()->team)
        add({person.name, person.weeklyRate, {}, true});
    add({format::utf8(tr("Engineer")), m_builders.usualRate(), {}, true});
}

void BuildersStep::chooseKind(BuilderKind kind)
{
    if (kind == m_builders.kind())
        return;
    m_builders.setKind(kind);
    showRows();
    takeRows();
}

void BuildersStep::addPerson(const Person& person)
{
    Person added = person;
    // A role that is there already gets a number.
    const auto isTaken = [this](const std::string& name) {
        return std::ranges::any_of(m_builders.team(), [&](const Person& other) { return other.name == name; });
    };
    for (int number = 2; added.isRole && isTaken(added.name); ++number)
        added.name = person.name + ' ' + std::to_string(number);
    m_builders.add(added);
    showRows();
    takeRows();
    m_rows.back()->focusName();
}

void BuildersStep::removeRow(std::size_t index)
{
    m_builders.remove(index);
    showRows();
    takeRows();
    m_rows[std::min(index, m_rows.size() - 1)]->focusName();
}

void BuildersStep::showRows()
{
    for (BuilderRow* row : m_rows) {
        row->hide();
        m_rowColumn->removeWidget(row);
        row->deleteLater(); // it may be what asked for this
    }
    m_rows.clear();
    m_salaryOf.reset();
    m_salary->hide();
    m_rowColumn->removeWidget(m_salary);
    for (std::size_t i = 0; i < m_builders.count(); ++i) {
        const bool isMe = m_builders.hasMe() && i == 0;
        auto* row = new BuilderRow(static_cast<int>(i) + 1, m_builders.row(i), isMe, format::text(m_builders.nameOf(i)),
                                   m_builders.canRemove(), m_table);
        m_rowColumn->addWidget(row);
        m_rows.push_back(row);
        connect(row, &BuilderRow::changed, this, [this, row, i] {
            m_builders.change(i, row->person());
            if (m_salaryOf == i)
                m_salary->setTime(row->person().allocation);
            takeRows();
        });
        connect(row, &BuilderRow::rateFocused, this, [this, i] { openSalary(i); });
        connect(row, &BuilderRow::removeWanted, this, [this, i] { removeRow(i); });
        row->show();
    }
    const bool said = m_builders.kind() != BuilderKind::unsaid;
    m_unsaid->setVisible(!said);
    m_table->setVisible(said);
    if (QAbstractButton* card = m_kinds->button(static_cast<int>(m_builders.kind())))
        card->setChecked(true);
    Q_EMIT rowsChanged();
}

void BuildersStep::takeRows()
{
    m_problem->tell({});
    m_draft.edit([this](Inputs& inputs) { inputs.team = m_builders.team(); });
}

void BuildersStep::openSalary(std::size_t index)
{
    if (m_salaryOf == index)
        return;
    m_salaryOf.reset(); // what it shows anew is nobody's change
    const Person& person = m_builders.row(index);
    m_salary->setBasis(person.rateBasis.value_or(usualBasis(RateKind::employee)));
    m_salary->setTime(person.allocation);
    m_rowColumn->removeWidget(m_salary);
    m_rowColumn->insertWidget(m_rowColumn->indexOf(m_rows[index]) + 1, m_salary);
    m_salary->show();
    m_salaryOf = index;
    Q_EMIT rowsChanged();
}

void BuildersStep::takeSalary()
{
    if (!m_salaryOf)
        return;
    RateBasis basis = m_salary->basis();
    basis.asOf = m_draft.today();
    m_rows[*m_salaryOf]->setRate(m_salary->rate(), basis);
}

QString BuildersStep::problem() const
{
    const std::vector<Person> team = m_builders.team();
    std::set<std::string> names;
    for (const Person& person : team)
        if (!names.insert(person.name).second)
            return tr("Two are called %1. Give each a name of their own.").arg(format::text(person.name));
    return {};
}

void BuildersStep::focusFirst()
{
    QAbstractButton* checked = m_kinds->checkedButton();
    (checked ? checked : m_kinds->buttons().first())->setFocus(Qt::TabFocusReason);
}

bool BuildersStep::settle()
{
    if (!NewPlanStep::settle())
        return false;
    const QString wrong = problem();
    m_problem->tell(wrong);
    return wrong.isEmpty();
}

/// Of two with one name the later gets the name of its place.
void BuildersStep::skip()
{
    NewPlanStep::skip();
    std::set<std::string> names;
    bool changed = false;
    for (std::size_t i = 0; i < m_builders.count(); ++i) {
        Person person = m_builders.row(i);
        if (person.name.empty() || names.insert(person.name).second)
            continue;
        person.name.clear();
        m_builders.change(i, person);
        changed = true;
    }
    if (!changed)
        return;
    showRows();
    takeRows();
}

} // namespace trestle
