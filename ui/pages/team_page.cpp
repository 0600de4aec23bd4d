#include "ui/pages/team_page.h"

#include "ui/base/format.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/pages/team_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/lazy_refresh.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace trestle {

namespace {

/// The first letter small, unless the word is an abbreviation or a name of several capitals.
QString continued(QString name)
{
    if (name.size() > 1 && name[1].isLower())
        name[0] = name[0].toLower();
    return name;
}

bool isRole(const QString& name)
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
        names += names.isEmpty() || !isRole(name) ? name : continued(name);
    }
    constexpr qsizetype kNamed = 3;
    if (names.size() > kNamed) {
        const qsizetype more = names.size() - kNamed;
        names = names.first(kNamed);
        names += TeamPage::tr("%1 more").arg(more);
    }
    return TeamPage::tr("%1 · %2").arg(names.join(QStringLiteral(", ")),
                                       format::fte(fullTimeEquivalents(document.inputs().team)));
}

TeamPage::TeamPage(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new TeamModel(document, this)), m_table(new QTableView(this)),
      m_total(new QLabel(this)), m_skills(new QLabel(this)), m_remove(new QPushButton(tr("&Remove person"), this)),
      m_leave(new QPushButton(tr("First day and &leave…"), this))
{
    setObjectName(QStringLiteral("teamPage"));
    m_total->setObjectName(QStringLiteral("teamTotal"));
    m_total->setWordWrap(true);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_skills->setObjectName(QStringLiteral("teamSkills"));
    m_skills->setText(tr("No item of this catalogue asks for a skill: anyone can work on anything, whatever is entered "
                         "here as skills."));
    m_skills->setWordWrap(true);
    m_skills->setForegroundRole(QPalette::PlaceholderText);
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
    m_table->setProperty("roomy", true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(36);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(TeamModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(72);

    auto* add = new QPushButton(tr("&Add person"), this);
    add->setObjectName(QStringLiteral("teamAdd"));
    m_remove->setObjectName(QStringLiteral("teamRemove"));
    m_leave->setObjectName(QStringLiteral("teamLeave"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {add, m_remove, m_leave})
        row->addWidget(button);
    row->addWidget(m_total, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    column->addWidget(m_skills);
    setTabOrder(m_table, add);
    setTabOrder(add, m_remove);
    setTabOrder(m_remove, m_leave);

    connect(add, &QPushButton::clicked, this, &TeamPage::addPerson);
    connect(m_remove, &QPushButton::clicked, this, &TeamPage::removePerson);
    connect(m_leave, &QPushButton::clicked, this, &TeamPage::editLeave);
    connect(m_model, &TeamModel::refused, this, &TeamPage::refused);
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&m_document, &PlanDocument::planChanged, lazy, &LazyRefresh::mark);
    // Whoever is current is marked as well, so that nobody is removed unseen.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TeamPage::refresh);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == TeamModel::Away)
            editLeave();
    });
    auto* del = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &TeamPage::removePerson);
    makeRowMenu();
    refresh();
}

void TeamPage::refresh()
{
    const bool chosen = m_table->currentIndex().isValid() && m_table->selectionModel()->hasSelection();
    m_remove->setEnabled(chosen);
    m_leave->setEnabled(chosen);
    m_removeAction->setEnabled(chosen);
    m_leaveAction->setEnabled(chosen);
    const Plan& plan = m_document.plan();
    QString text = tr("Together %1.").arg(format::fte(fullTimeEquivalents(m_document.inputs().team)));
    if (plan.coordination < 1) {
        text += u' ' + tr("With %1 people there at one time, coordination takes %2 of everyone's time (assumed).")
                           .arg(plan.peopleAtOnce)
                           .arg(format::percent(1 - plan.coordination, 1));
    }
    m_total->setText(text);
    m_skills->setVisible(skillsAskedFor(m_document.catalogue()).empty());
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
    m_leaveAction = add(tr("First day and &leave…"), "teamRowLeave", &TeamPage::editLeave);
    m_removeAction = add(tr("&Remove person"), "teamRowRemove", &TeamPage::removePerson);
    add(tr("&Add person"), "teamRowAdd", &TeamPage::addPerson);
}

void TeamPage::showPerson(int row)
{
    m_table->setCurrentIndex(m_model->index(row, TeamModel::Name));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void TeamPage::addPerson()
{
    const int row = m_model->addPerson();
    if (row < 0)
        return;
    const QModelIndex name = m_model->index(row, TeamModel::Name);
    m_table->setCurrentIndex(name);
    m_table->setFocus();
    m_table->edit(name);
}

void TeamPage::removePerson()
{
    m_model->removePerson(m_table->currentIndex().row());
}

void TeamPage::editLeave()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        LeaveDialog(m_document, static_cast<std::size_t>(current.row()), this).exec();
}

} // namespace trestle
