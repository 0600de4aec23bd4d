#include "ui/catalogue/catalogue_window.h"

#include "ui/base/format.h"
#include "ui/base/wording_catalogue.h"
#include "ui/catalogue/catalogue_edits.h"
#include "ui/catalogue/catalogue_forms.h"
#include "ui/catalogue/catalogue_lists.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/private_note_hint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>
#include <set>
#include <utility>

namespace trestle {

namespace {

constexpr int kIdRole = Qt::UserRole;       // of a phase or item
constexpr int kPageRole = Qt::UserRole + 1; // else the page
enum CataloguePage { WholePage, PhasePage, ItemPage, LinksPage, QuestionsPage, SizesPage, RisksPage, DifferencesPage };

/// A form that is as wide as the place that it scrolls in.
QScrollArea* scrolled(QWidget* form, const QString& name, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(form);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

CatalogueWindow::CatalogueWindow(PlanDocument& document, Files files, QWidget* parent)
    : QDialog(parent), m_document(document), m_files(std::move(files)), m_edits(new CatalogueEdits(document, this)),
      m_texts(document)
{
    setObjectName(QStringLiteral("catalogueWindow"));
    setWindowTitle(tr("Catalogue of this plan"));
    resize(1080, 720);
    auto* splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("catalogueSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTree());
    splitter->addWidget(makePages());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 760});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(splitter, 1);
    column->addWidget(makeFoot());
    connect(m_edits, &CatalogueEdits::problemFound, this, &CatalogueWindow::complain);
    connect(&document, &PlanDocument::planChanged, this, &CatalogueWindow::refresh);
    refresh();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus();
}

CatalogueWindow::~CatalogueWindow()
{
    // While all of the window is there: later a field that loses the focus would call what is gone.
    if (QWidget* field = focusWidget())
        field->clearFocus();
}

QWidget* CatalogueWindow::makeTree()
{
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("catalogueSide"));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(8);
    m_tree = new QTreeWidget(side);
    m_tree->setObjectName(QStringLiteral("catalogueTree"));
    m_tree->setAccessibleName(tr("Phases, items and lists of the catalogue"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    column->addWidget(m_tree, 1);
    auto* row = new FlowLayout(8);
    const auto button = [&](const QString& text, const char* name, const QString& tip, auto run) {
        auto* made = new QPushButton(text, side);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTip(tip);
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
        return made;
    };
    button(tr("Add &phase…"), "catalogueAddPhase", tr("A phase at the end"), [this] { addPhase(); });
    m_addItem = button(tr("Add &item…"), "catalogueAddItem", tr("An item of the chosen phase"), [this] { addItem(); });
    m_remove =
        button(tr("&Remove"), "catalogueRemove", tr("The chosen phase or item (Delete)"), [this] { removeChosen(); });
    m_up = button(tr("&Up"), "catalogueUp", tr("Before the one above (Alt+Up)"), [this] { moveChosen(-1); });
    m_down = button(tr("&Down"), "catalogueDown", tr("Behind the one below (Alt+Down)"), [this] { moveChosen(1); });
    column->addLayout(row);
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, m_tree, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::Key_Delete, [this] { removeChosen(); });
    key(Qt::ALT | Qt::Key_Up, [this] { moveChosen(-1); });
    key(Qt::ALT | Qt::Key_Down, [this] { moveChosen(1); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_refreshing)
            showChosen();
    });
    return side;
}

QWidget* CatalogueWindow::makePages()
{
    auto* place = new QWidget(this);
    place->setObjectName(QStringLiteral("cataloguePlace"));
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(8);
    m_title = new QLabel(place);
    m_title->setObjectName(QStringLiteral("cataloguePageTitle"));
    m_title->setFont(scaledFont(font(), TextSize::Title, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_pages = new QStackedWidget(place);
    m_pages->setObjectName(QStringLiteral("cataloguePages"));
    m_whole = new WholeForm(*m_edits, m_pages);
    m_phase = new PhaseForm(*m_edits, m_pages);
    m_item = new ItemForm(*m_edits, m_pages);
    m_pages->addWidget(scrolled(m_whole, QStringLiteral("catalogueWholeScroll"), m_pages));
    m_pages->addWidget(scrolled(m_phase, QStringLiteral("cataloguePhaseScroll"), m_pages));
    m_pages->addWidget(scrolled(m_item, QStringLiteral("catalogueItemScroll"), m_pages));
    for (const auto make : {makeLinksPage, makeQuestionsPage, makeSizesPage, makeRisksPage, makeDifferencesPage}) {
        m_lists.push_back(make(*m_edits, m_pages));
        m_pages->addWidget(m_lists.back());
    }
    column->addWidget(m_pages, 1);
    return place;
}

QWidget* CatalogueWindow::makeFoot()
{
    auto* foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("catalogueFoot"));
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_told = new QLabel(foot);
    m_told->setObjectName(QStringLiteral("catalogueTold"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(m_told->fontMetrics().lineSpacing() * 2);
    m_told->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_told);
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("&Why you change it"), foot);
    label->setObjectName(QStringLiteral("catalogueNoteLabel"));
    m_note = new QLineEdit(foot);
    m_note->setObjectName(QStringLiteral("catalogueNote"));
    m_note->setAccessibleName(tr("Why you change it"));
    m_note->setPlaceholderText(tr("Kept with each figure that you change; the day, if you say nothing"));
    m_note->setMaxLength(1000);
    hintAtPrivateNotes(*m_note);
    label->setBuddy(m_note);
    connect(m_note, &QLineEdit::textChanged, m_edits, &CatalogueEdits::setNote);
    line->addWidget(label);
    line->addWidget(m_note, 1);
    column->addLayout(line);
    auto* row = new FlowLayout(8);
    const auto button = [&](const QString& text, const char* name, auto run) {
        auto* made = new QPushButton(text, foot);
        made->setObjectName(QString::fromLatin1(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
        return made;
    };
    m_newest = button(tr("T&ake the newest texts"), "catalogueNewest", [this] { takeNewestTexts(); });
    m_newest->setToolTip(tr("What counts as in place, as partly, and what does not; figures and your own texts stay"));
    button(tr("&Save as a catalogue for new plans…"), "catalogueSave", [this] { saveForNewPlans(); });
    button(tr("I&mport…"), "catalogueImport", [this] { importFile(); });
    button(tr("E&xport…"), "catalogueExport", [this] { exportFile(); });
    button(tr("&Close"), "catalogueClose", [this] { close(); });
    column->addLayout(row);
    for (QPushButton* made : findChildren<QPushButton*>())
        made->setAutoDefault(false);
    return foot;
}

std::string CatalogueWindow::chosenId() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    return item ? item->data(0, kIdRole).toString().toStdString() : std::string();
}

std::string CatalogueWindow::chosenPhase() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (item && findItem(m_document.catalogue(), chosenId()))
        item = item->parent();
    const std::string id = item ? item->data(0, kIdRole).toString().toStdString() : std::string();
    return findPhase(m_document.catalogue(), id) ? id : m_document.catalogue().phases.front().id;
}

void CatalogueWindow::choose(const std::string& id)
{
    QTreeWidgetItemIterator at(m_tree);
    for (; *at; ++at)
        if ((*at)->data(0, kIdRole).toString().toStdString() == id) {
            m_tree->setCurrentItem(*at);
            return;
        }
}

void CatalogueWindow::refresh()
{
    refreshTree();
    for (BoundForm* form : {m_whole, m_phase, m_item})
        if (m_pages->currentWidget() && m_pages->currentWidget()->isAncestorOf(form))
            form->refresh();
    for (ListPage* list : m_lists)
        list->refresh();
    m_newest->setVisible(m_texts.find() != nullptr);
    showChosen();
}

/// What is open and chosen stays so, as far as it is still there.
void CatalogueWindow::refreshTree()
{
    const std::string chosen = chosenId();
    const QVariant page = m_tree->currentItem() ? m_tree->currentItem()->data(0, kPageRole) : QVariant();
    std::set<QString> open;
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at)
        if ((*at)->isExpanded())
            open.insert((*at)->data(0, kIdRole).toString() + (*at)->data(0, kPageRole).toString());
    m_refreshing = true;
    m_tree->clear();
    const auto add = [&](QTreeWidgetItem* parent, const QString& text, const QString& id, int to) {
        auto* item = parent ? new QTreeWidgetItem(parent, {text}) : new QTreeWidgetItem(m_tree, {text});
        item->setData(0, kIdRole, id);
        item->setData(0, kPageRole, to);
        item->setToolTip(0, text);
        item->setSizeHint(0, {0, fontMetrics().height() + 12});
        if (id.toStdString() == chosen && (!chosen.empty() || page == to))
            m_tree->setCurrentItem(item);
        return item;
    };
    const Catalogue& catalogue = m_document.catalogue();
    add(nullptr, tr("The whole catalogue"), {}, WholePage);
    for (const Phase& phase : catalogue.phases) {
        QTreeWidgetItem* top = add(nullptr, format::text(phase.title), QString::fromStdString(phase.id), PhasePage);
        for (const Item& item : phase.items)
            add(top, format::text(item.title), QString::fromStdString(item.id), ItemPage);
        for (const Item& item : phase.addOns)
            add(top, tr("%1 (joins when it is needed)").arg(format::text(item.title)), QString::fromStdString(item.id),
                ItemPage);
        top->setExpanded(open.contains(QString::fromStdString(phase.id) + QString::number(PhasePage)));
    }
    add(nullptr, tr("Links"), {}, LinksPage);
    add(nullptr, tr("Questions"), {}, QuestionsPage);
    add(nullptr, tr("Sizes"), {}, SizesPage);
    add(nullptr, tr("Risks to suggest"), {}, RisksPage);
    add(nullptr, tr("Your changes"), {}, DifferencesPage);
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->scrollToItem(m_tree->currentItem());
    m_refreshing = false;
}

void CatalogueWindow::showChosen()
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item)
        return;
    const int page = item->data(0, kPageRole).toInt();
    const std::string id = chosenId();
    if (page == WholePage)
        m_whole->show();
    if (page == PhasePage)
        m_phase->show(id);
    if (page == ItemPage)
        m_item->show(id);
    m_pages->setCurrentIndex(page);
    m_title->setText(id.empty() ? item->text(0) : wording::nodeTitle(m_document.catalogue(), id));
    const bool isNode = !id.empty();
    const bool writable = !m_document.readOnlyReason();
    for (QPushButton* button : {m_remove, m_up, m_down})
        button->setEnabled(isNode && writable);
    m_addItem->setEnabled(writable);
    m_pages->setEnabled(writable);
}

void CatalogueWindow::removeChosen()
{
    const std::string id = chosenId();
    if (!id.empty())
        m_edits->apply(tr("Remove %1").arg(wording::nodeTitle(m_document.catalogue(), id)),
                       [&](CatalogueEditor& editor) { return editor.removeNode(id); });
}

void CatalogueWindow::moveChosen(int places)
{
    const std::string id = chosenId();
    if (!id.empty())
        m_edits->apply(tr("Move %1").arg(wording::nodeTitle(m_document.catalogue(), id)),
                       [&](CatalogueEditor& editor) { return editor.moveNode(id, places); });
}

void CatalogueWindow::complain(const QString& problem)
{
    QPalette colors = palette();
    if (!problem.isEmpty())
        colors.setColor(QPalette::WindowText, roleColor(Role::Error, palette()));
    m_told->setPalette(colors);
    m_told->setText(problem);
}

void CatalogueWindow::tell(const QString& text)
{
    complain({});
    m_told->setText(text);
}

QString CatalogueWindow::problem() const
{
    return m_told->text();
}

void CatalogueWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_told && m_told->text().isEmpty())
        m_told->setPalette(palette());
}

} // namespace trestle
