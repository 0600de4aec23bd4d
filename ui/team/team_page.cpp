#include "ui/team/team_page.h"

#include "models/plan/team_load.h"
#include "models/rate_cards.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/team/load_chart.h"
#include "ui/team/rate_card_dialog.h"
#include "ui/team/team_dialogs.h"
#include "ui/team/team_model.h"
#include "ui/team/team_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/lazy_refresh.h"
#include "ui/widgets/reading_order.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

/// The first letter small, unless the word is an abbreviation or a name of several capitals.
QString continued(QString name)
{
    if (name.size() > 1 && name[1].isLower())
        name[0] = name[0].toLower();
    return name;
}

bool readsAsRole(const QString& name)
{
    return name.contains(u' ') && name.back().isLower() && name.section(u' ', 1).at(0).isLower();
}

} // namespace

QString teamLine(const PlanDocument& document)
{
    QStringList names;
    for (const Person& person : document.inputs().team) {
        const QString name = format::text(person.name);
        // "Lead engineer, part-time engineer" reads as a list; people's own names keep their capitals.
        names += names.isEmpty() || !readsAsRole(name) ? name : continued(name);
    }
    constexpr qsizetype kNamed = 3;
    if (names.size() > kNamed) {
        const qsizetype more = names.size() - kNamed;
        names = names.first(kNamed);
        names += TeamPage::tr("%1 more").arg(more);
    }
    return names.join(QStringLiteral(", "));
}

TeamPage::TeamPage(PlanDocument& document, Settings& settings, QWidget* parent)
    : QWidget(parent), m_document(document), m_settings(settings), m_model(new TeamModel(document, this)),
      m_table(new QTableView(this)), m_roles(new QMenu(this)), m_total(new QLabel(this)), m_warnings(new QLabel(this)),
      m_load(new LoadChart(this))
{
    setObjectName(QStringLiteral("teamPage"));
    for (const auto& [label, name] : {std::pair(m_total, "teamTotal"), std::pair(m_warnings, "teamWarnings")}) {
        label->setObjectName(QString::fromLatin1(name));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_total->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPageMargin, 12, kPageMargin, 8);
    column->setSpacing(8);
    column->addWidget(makeTools());
    column->addWidget(makeTable());
    column->addWidget(makeChosenTools());
    column->addWidget(m_total);
    column->addWidget(m_warnings);
    column->addWidget(makeChart(), 1);

    setReadingOrder(*this);
    setTabOrder(m_remove, m_load);
    connect(m_model, &TeamModel::refused, this, &TeamPage::refused);
    connectTable();
    makeRowMenu();
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&m_document, &PlanDocument::planChanged, lazy, &LazyRefresh::mark);
    refresh();
}

QPushButton* TeamPage::makeButton(const char* name, const QString& text, void (TeamPage::*pressed)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    if (pressed)
        connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

QWidget* TeamPage::makeTools()
{
    auto* tools = new QWidget(this);
    tools->setObjectName(QStringLiteral("teamTools"));
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(makeButton("teamAdd", tr("&Add person"), &TeamPage::addPerson));
    QPushButton* role = makeButton("teamAddRole", tr("Add r&ole"), nullptr);
    role->setToolTip(tr("A role without a name yet is planned and costed like a person."));
    m_roles->setObjectName(QStringLiteral("teamRoles"));
    role->setMenu(m_roles);
    connect(m_roles, &QMenu::aboutToShow, this, &TeamPage::fillRoles);
    row->addWidget(role);
    QPushButton* paste = makeButton("teamPaste", tr("&Paste people…"), &TeamPage::pastePeople);
    paste->setToolTip(tr("From a spreadsheet: name, time, AUD a week and bill rate (Ctrl+V in the table)"));
    row->addWidget(paste);
    row->addStretch(1);
    return tools;
}

QWidget* TeamPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("teamTable"));
    m_table->setAccessibleName(tr("Team"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setProperty("roomy", true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(32);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(44);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(false);
    return m_table;
}

QWidget* TeamPage::makeChosenTools()
{
    auto* tools = new QWidget(this);
    tools->setObjectName(QStringLiteral("teamChosenTools"));
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_salary = makeButton("teamSalary", tr("Rate from a &salary…"), &TeamPage::editSalary);
    m_leave = makeButton("teamLeave", tr("First day and &leave…"), &TeamPage::editLeave);
    m_name = makeButton("teamNameRole", tr("&Give it a name…"), &TeamPage::nameRole);
    m_remove = makeButton("teamRemove", tr("Re&move"), &TeamPage::removePerson);
    for (QPushButton* button : {m_salary, m_leave, m_name})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_remove);
    return tools;
}

QWidget* TeamPage::makeChart()
{
    auto* place = new QWidget(this);
    place->setObjectName(QStringLiteral("teamLoad"));
    auto* title = new QLabel(tr("Who does what, week by week"), place);
    title->setObjectName(QStringLiteral("teamLoadTitle"));
    title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    auto* scroll = new QScrollArea(place);
    scroll->setObjectName(QStringLiteral("teamLoadScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_load);
    scroll->viewport()->setAutoFillBackground(false);
    m_load->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(scroll, 1);
    return place;
}

void TeamPage::connectTable()
{
    // Whoever is current is marked as well, so that nobody is removed unseen.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        followChoice();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TeamPage::followChoice);
    connect(m_table, &QTableView::doubleClicked, this, &TeamPage::editCell);
    connect(m_model, &TeamModel::rowsInserted, this, &TeamPage::fitTable);
    connect(m_model, &TeamModel::rowsRemoved, this, &TeamPage::fitTable);
    const auto key = [this](const QKeySequence& keys, void (TeamPage::*does)()) {
        auto* shortcut = new QShortcut(keys, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, does);
    };
    key(QKeySequence::Delete, &TeamPage::removePerson);
    key(QKeySequence::Paste, &TeamPage::pastePeople);
}

/// What the buttons do, at the row.
void TeamPage::makeRowMenu()
{
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& text, const char* name, void (TeamPage::*run)()) {
        auto* action = new QAction(text, m_table);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
        return action;
    };
    m_rowActions = {add(tr("First day and &leave…"), "teamRowLeave", &TeamPage::editLeave),
                    add(tr("Rate from a &salary…"), "teamRowSalary", &TeamPage::editSalary),
                    add(tr("Re&move"), "teamRowRemove", &TeamPage::removePerson)};
    add(tr("&Add person"), "teamRowAdd", &TeamPage::addPerson);
    add(tr("&Paste people…"), "teamRowPaste", &TeamPage::pastePeople);
}

void TeamPage::showPerson(int row)
{
    m_table->setCurrentIndex(m_model->index(row, TeamModel::Name));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

std::optional<std::size_t> TeamPage::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    const bool any = current.isValid() && m_table->selectionModel()->hasSelection() &&
                     static_cast<std::size_t>(current.row()) < m_document.inputs().team.size();
    return any ? std::optional(static_cast<std::size_t>(current.row())) : std::nullopt;
}

void TeamPage::followChoice()
{
    const std::optional<std::size_t> who = chosen();
    for (QPushButton* button : {m_remove, m_leave, m_salary})
        button->setEnabled(who.has_value());
    for (QAction* action : m_rowActions)
        action->setEnabled(who.has_value());
    m_name->setVisible(who && m_document.inputs().team[*who].isRole);
}

/// As high as its rows, up to half of the page.
void TeamPage::fitTable()
{
    const int rows = m_table->verticalHeader()->length();
    const int header = m_table->horizontalHeader()->sizeHint().height();
    const bool scrolls = m_table->horizontalHeader()->length() > width() - 2 * kPageMargin;
    const int bar = scrolls ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    const int most = std::max(header + 2 * m_table->verticalHeader()->defaultSectionSize(), height() / 2);
    m_table->setFixedHeight(std::min(rows + header + bar + 2, most));
}

void TeamPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void TeamPage::refresh()
{
    followChoice();
    const Plan& plan = m_document.plan();
    QStringList parts{tr("Together %1.").arg(format::fte(fullTimeEquivalents(m_document.inputs().team)))};
    if (plan.hasOwnTime())
        parts += tr("Of the likely cost, %1 is own time and %2 is to be paid out.")
                     .arg(format::shownMoney(plan.shown.ownTime.likely),
                          format::shownMoney(plan.shown.total.likely - plan.shown.ownTime.likely));
    if (plan.coordination < 1)
        parts += tr("With %1 people there at one time, coordination takes %2 of everyone's time (assumed).")
                     .arg(plan.peopleAtOnce)
                     .arg(format::percent(1 - plan.coordination, 1));
    m_total->setText(parts.join(u' '));
    const bool skills = asksForSkills(m_document.catalogue());
    m_table->setColumnHidden(TeamModel::Skills, !skills);
    QStringList warnings;
    for (const TeamWarning& warning : teamWarnings(plan, teamLoad(plan)))
        warnings += wording::teamWarning(warning);
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, roleColor(Role::Warning, palette()));
    m_warnings->setPalette(colours);
    m_load->setPlan(plan);
    fitTable();
}

void TeamPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, roleColor(Role::Warning, palette()));
        m_warnings->setPalette(colours);
    }
}

void TeamPage::startIn(int row)
{
    if (row < 0)
        return;
    const QModelIndex name = m_model->index(row, TeamModel::Name);
    m_table->setCurrentIndex(name);
    m_table->setFocus();
    m_table->edit(name);
}

void TeamPage::addPerson()
{
    startIn(m_model->addPerson());
}

void TeamPage::fillRoles()
{
    m_roles->clear();
    std::vector<CardRole> roles = m_settings.rateCards().of(m_document.inputs().client).roles();
    if (roles.empty())
        roles.push_back({format::utf8(tr("Engineer")), m_document.catalogue().personWeekRate.value, {}, true});
    for (const CardRole& role : roles) {
        QString text = tr("%1 · %2 a week").arg(format::text(role.title), format::shownMoney(role.costRate));
        m_roles->addAction(text.replace(u'&', QStringLiteral("&&")), this, [this, role] { addRole(role); });
    }
    m_roles->addSeparator();
    m_roles->addAction(tr("&Rate cards…"), this, &TeamPage::editRateCard);
}

void TeamPage::addRole(const CardRole& role)
{
    const int row = m_model->add(personFor(role));
    if (row < 0)
        return;
    showPerson(row);
}

void TeamPage::editRateCard()
{
    RateCardDialog(m_settings, m_document.inputs().client, this).exec();
}

void TeamPage::pastePeople()
{
    PastePeopleDialog(m_document, QGuiApplication::clipboard()->text(), this).exec();
}

void TeamPage::removePerson()
{
    if (const auto who = chosen())
        m_model->removePerson(static_cast<int>(*who));
}

void TeamPage::editLeave()
{
    if (const auto who = chosen())
        LeaveDialog(m_document, *who, this).exec();
}

void TeamPage::editSalary()
{
    if (const auto who = chosen())
        SalaryDialog(m_document, *who, this).exec();
}

void TeamPage::nameRole()
{
    if (const auto who = chosen())
        NameRoleDialog(m_document, *who, this).exec();
    followChoice();
}

void TeamPage::editCell(const QModelIndex& index)
{
    if (index.column() == TeamModel::Leave)
        editLeave();
}

} // namespace trestle
