#include "ui/pages/history_page.h"

#include "ui/base/format.h"
#include "ui/base/format_time.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/history/assistant_calls_button.h"
#include "ui/history/change_order_words.h"
#include "ui/history/comparison_pane.h"
#include "ui/history/history_delegate.h"
#include "ui/history/history_model.h"
#include "ui/history/name_version_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

HistoryPage::HistoryPage(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new HistoryModel(document, this)),
      m_comparer(new VersionComparer(document, this)), m_table(new QTableView(this)),
      m_namedOnly(new QCheckBox(tr("Named &versions only"), this)), m_calls(new AssistantCallsButton(document, this)),
      m_empty(new QLabel(this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_pane(new ComparisonPane(this))
{
    setObjectName(QStringLiteral("historyPage"));
    makeTable();
    m_restore = addAction(tr("&Restore"), QStringLiteral("historyRestore"), Qt::CTRL | Qt::Key_Return,
                          &HistoryPage::restoreSelected);
    m_compare = addAction(tr("&Compare with now"), QStringLiteral("historyCompare"), Qt::Key_Return,
                          &HistoryPage::compareSelected);
    m_name = addAction(tr("&Name…"), QStringLiteral("historyName"), Qt::Key_F2, &HistoryPage::nameSelected);
    m_removeName = addAction(tr("Remove na&me"), QStringLiteral("historyRemoveName"), QKeySequence::Delete,
                             &HistoryPage::removeName);
    m_restore->setToolTip(tr("Make the plan what it was then, as a new change that can be undone (Ctrl+Return)"));
    m_compare->setToolTip(tr("What changed, and what that did to finish and cost (Return). Select two to compare them "
                             "with each other."));
    m_name->setToolTip(tr("Give this version a name; it is then kept for good (F2)"));
    m_removeName->setToolTip(tr("Take the name off; the version stays in the history (Delete)"));
    m_namedOnly->setObjectName(QStringLiteral("historyNamedOnly"));
    m_empty->setObjectName(QStringLiteral("historyEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setText(tr("No version has a name yet. Select a change and name it, for example “Sent to investors on 3 "
                        "December”: it is then kept for good and can be compared with later."));
    m_empty->hide();

    auto* row = new FlowLayout(8);
    for (QAction* action : {m_compare, m_restore, m_name, m_removeName})
        row->addWidget(addButton(*action));
    row->addWidget(m_namedOnly);
    row->addWidget(m_calls);
    auto* list = new QWidget(this);
    list->setObjectName(QStringLiteral("historyList"));
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(16, 16, 16, 8);
    column->setSpacing(12);
    column->addLayout(row);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    m_splitter->setObjectName(QStringLiteral("historySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setProperty("line", true);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_pane->hide();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);

    connect(m_namedOnly, &QCheckBox::toggled, this, [this](bool named) {
        m_refreshing = true;
        m_model->setNamedOnly(named);
        keepSelection();
    });
    connect(m_calls, &AssistantCallsButton::refused, this, &HistoryPage::refused);
    connect(m_pane, &ComparisonPane::viewChanged, this, &HistoryPage::changeView);
    connect(m_pane, &ComparisonPane::closed, this, &HistoryPage::closeComparison);
    connect(m_pane, &ComparisonPane::saveWanted, this, &HistoryPage::saveComparisonWanted);
    connect(m_comparer, &VersionComparer::compared, this,
            [this](const std::shared_ptr<const ComparedVersions>& versions) {
                m_compared = versions;
                showComparison(*versions);
            });
    connect(m_comparer, &VersionComparer::failed, this,
            [this](const Error& error) { m_pane->showProblem(wording::error(error)); });
    connect(&m_document, &PlanDocument::planChanged, this, &HistoryPage::followPlan);
    connect(&m_document, &PlanDocument::saveStateChanged, this, &HistoryPage::refresh);
    followSelection();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Changes, newest first"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setMouseTracking(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    m_table->horizontalHeader()->setHighlightSections(false);
    sizeColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_refreshing)
            return;
        m_selected.clear();
        for (const int row : selectedRows())
            m_selected.insert(m_model->at(row).revision.id);
        followSelection();
    });
    connect(m_table, &QTableView::doubleClicked, this, &HistoryPage::compareSelected);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_refreshing = true; });
    connect(m_model, &HistoryModel::refreshed, this, &HistoryPage::keepSelection);
    connect(m_model, &HistoryModel::failed, this, &HistoryPage::refused);
}

/// Widths from what stands in the columns at its longest: measuring all rows would read all of the file.
void HistoryPage::sizeColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    const QFontMetrics metrics = m_table->fontMetrics();
    const auto fix = [&](HistoryModel::Column column, const QString& longest) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int text = std::max(metrics.horizontalAdvance(longest), metrics.horizontalAdvance(title));
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, text + 2 * HistoryDelegate::kPadding + 4);
    };
    fix(HistoryModel::Finish, QStringLiteral("30 Sep 2030"));
    fix(HistoryModel::Cost, QStringLiteral("AUD 9,999,999"));
    fix(HistoryModel::When, QStringLiteral("30 Sep 2030, 00:00"));
    header->setSectionResizeMode(HistoryModel::Change, QHeaderView::Stretch);
    header->setMinimumSectionSize(100);
}

QAction* HistoryPage::addAction(const QString& text, const QString& name, const QKeySequence& keys,
                                void (HistoryPage::*run)())
{
    auto* action = new QAction(text, m_table);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_table->addAction(action);
    return action;
}

QPushButton* HistoryPage::addButton(QAction& action)
{
    auto* button = new QPushButton(action.text(), this);
    button->setObjectName(action.objectName() + QStringLiteral("Button"));
    const auto follow = [button, &action] {
        button->setText(action.text());
        button->setEnabled(action.isEnabled());
        button->setToolTip(action.toolTip());
    };
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, button, follow);
    follow();
    return button;
}

void HistoryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model->refresh();
    m_calls->refresh();
}

void HistoryPage::refresh()
{
    if (isVisible() && m_document.saveState() != PlanDocument::SaveState::Failed)
        m_model->refresh();
    if (isVisible())
        m_calls->refresh();
}

/// What is compared with "now" follows every edit.
void HistoryPage::followPlan()
{
    refresh();
    if (m_pair && !m_pair->after && !(m_compared && m_compared->after == m_document.project()))
        m_comparer->compare(*m_pair, m_pane->wantsOrder());
}

void HistoryPage::keepSelection()
{
    m_refreshing = true;
    QItemSelection selection;
    for (const std::int64_t id : m_selected)
        if (const int row = m_model->rowOf(id); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, HistoryModel::ColumnCount - 1));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_refreshing = false;
    const bool empty = m_model->rowCount() == 0 && !m_model->isEmpty();
    m_empty->setVisible(empty);
    m_table->setVisible(!empty);
    followSelection();
}

std::vector<int> HistoryPage::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

const Revision* HistoryPage::selectedOne() const
{
    const std::vector<int> rows = selectedRows();
    return rows.size() == 1 ? &m_model->at(rows.front()).revision : nullptr;
}

void HistoryPage::followSelection()
{
    const std::vector<int> rows = selectedRows();
    const bool one = rows.size() == 1;
    const bool two = rows.size() == 2;
    const bool writable = !m_document.readOnlyReason();
    const bool head = one && m_model->at(rows.front()).standing == Standing::head;
    m_restore->setEnabled(one && !head && writable);
    m_name->setEnabled(one && writable);
    m_removeName->setEnabled(one && writable && !m_model->at(rows.front()).revision.tag.empty());
    m_compare->setEnabled((one && !head) || two);
    m_compare->setText(two ? tr("&Compare the two") : tr("&Compare with now"));
}

void HistoryPage::restoreSelected()
{
    const Revision* revision = selectedOne();
    if (!revision)
        return;
    const QString label = tr("Restore the version of %1").arg(nameOf(revision->id).since);
    m_document.withFile(this, [this, id = revision->id, label](PlanFile& file) -> std::function<void()> {
        const Result<ProjectDocument> document = file.documentAt(id);
        if (!document)
            return [this, error = document.error()] { Q_EMIT refused(error); };
        return [this, label, version = *document] {
            if (version == m_document.project())
                Q_EMIT told(tr("That version and the plan as it is now are the same; nothing was changed."));
            else
                m_document.restore(label, version);
        };
    });
}

void HistoryPage::nameSelected()
{
    const Revision* revision = selectedOne();
    if (!revision)
        return;
    const std::int64_t id = revision->id;
    QStringList taken;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const Revision& other = m_model->at(row).revision; other.id != id && !other.tag.empty())
            taken += format::raw(other.tag);
    NameVersionDialog dialog(format::raw(revision->label), format::raw(revision->tag), taken, this);
    if (dialog.exec() == QDialog::Accepted)
        setName(id, dialog.name());
}

void HistoryPage::removeName()
{
    if (const Revision* revision = selectedOne(); revision && !revision->tag.empty())
        setName(revision->id, {});
}

void HistoryPage::setName(std::int64_t revision, const QString& name)
{
    m_document.withFile(this, [this, revision, name](PlanFile& file) -> std::function<void()> {
        const Result<void> named = file.setTag(revision, format::utf8(name));
        if (!named)
            return [this, error = named.error()] { Q_EMIT refused(error); };
        return [this] { m_model->refresh(); };
    });
}

VersionName HistoryPage::nameOf(const std::optional<std::int64_t>& revision) const
{
    if (!revision)
        return nameOfNow(m_document.today());
    const Revision* version = m_model->find(*revision);
    return version ? versionName(*version) : VersionName();
}

void HistoryPage::compareSelected()
{
    const std::vector<int> rows = selectedRows();
    if (!m_compare->isEnabled())
        return;
    VersionPair pair{m_model->at(rows.back()).revision.id, std::nullopt};
    if (rows.size() == 2)
        pair.after = m_model->at(rows.front()).revision.id;
    startComparing(pair);
}

void HistoryPage::startComparing(const VersionPair& pair)
{
    m_pair = pair;
    m_compared.reset();
    const VersionName before = nameOf(pair.before);
    const bool withOrder = m_pane->wantsOrder();
    m_pane->showBusy(withOrder ? changeOrderTitle(before) : tr("What changed since %1").arg(before.since));
    m_pane->show();
    m_comparer->compare(pair, withOrder);
}

void HistoryPage::showComparison(const ComparedVersions& versions)
{
    const Catalogue& catalogue = *versions.after.catalogue.catalogue;
    const Inputs& newer = versions.after.project.base;
    const VersionName before = nameOf(versions.pair.before);
    const VersionName after = nameOf(versions.pair.after);
    m_pane->showWords(m_pane->wantsOrder() && versions.order
                          ? changeOrderWords(*versions.order, catalogue, newer, before, after)
                          : comparisonWords(versions.comparison, catalogue, newer, before, after));
}

/// An order is only worked out when someone looks at it.
void HistoryPage::changeView()
{
    if (m_compared && (m_compared->order || !m_pane->wantsOrder()))
        showComparison(*m_compared);
    else if (m_pair)
        startComparing(*m_pair);
}

void HistoryPage::closeComparison()
{
    m_comparer->cancel();
    m_pair.reset();
    m_compared.reset();
    m_pane->hide();
    m_table->setFocus();
}

std::optional<ComparisonWords> HistoryPage::comparison() const
{
    return m_compared ? m_pane->words() : std::nullopt;
}

} // namespace trestle
