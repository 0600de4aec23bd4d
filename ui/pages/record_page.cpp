#include "ui/pages/record_page.h"

#include "data/record/record_file.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_record.h"
#include "ui/dialogs/confirm.h"
#include "ui/document/plan_document.h"
#include "ui/record/record_chart.h"
#include "ui/record/record_store.h"
#include "ui/record/record_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/lazy_refresh.h"
#include "ui/widgets/page_scroll.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr int kMostListRows = 10; // in sight, the rest scrolls

} // namespace

RecordPage::RecordPage(PlanDocument& document, RecordStore& store, QWidget* parent)
    : QWidget(parent), m_document(document), m_store(store)
{
    setObjectName(QStringLiteral("recordPage"));
    setAccessibleName(tr("Record"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    m_scroll = makePageScroll(*this, QStringLiteral("recordScroll"), tr("Record"));
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("recordContent"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kPageMargin, 12, kPageMargin, kPageMargin);
    column->setSpacing(12);
    m_headline = addLabel(*column, "recordHeadline");
    m_basis = addLabel(*column, "recordBasis");
    addButtons(*column);
    m_why = addLabel(*column, "recordWhy");
    m_shown = new QWidget(content);
    m_shown->setObjectName(QStringLiteral("recordShown"));
    auto* shown = new QVBoxLayout(m_shown);
    shown->setContentsMargins(0, 0, 0, 0);
    shown->setSpacing(12);
    addHits(*shown);
    addProjects(*shown);
    column->addWidget(m_shown);
    m_place =
        addLabel(*column, "recordPlace", tr("Kept in %1, for all your plans.").arg(format::text(userRecordPath())));
    column->addStretch(1);
    setPageContent(*m_scroll, *content);
    page->addWidget(m_scroll, 1);

    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::planChanged, lazy, &LazyRefresh::mark);
    connect(&store, &RecordStore::changed, lazy, [this, lazy] {
        m_isFilled = false;
        lazy->mark();
    });
    applyColours();
    refresh();
}

QLabel* RecordPage::addLabel(QVBoxLayout& column, const char* name, const QString& text)
{
    auto* label = new QLabel(text, column.parentWidget());
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

void RecordPage::addButtons(QVBoxLayout& column)
{
    auto* row = new QWidget(column.parentWidget());
    row->setObjectName(QStringLiteral("recordButtons"));
    auto* flow = new FlowLayout(kRhythm);
    row->setLayout(flow);
    const auto add = [&](const QString& text, const char* name, auto run) {
        auto* button = new QPushButton(text, row);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, run);
        flow->addWidget(button);
        return button;
    };
    m_use = add(tr("&Use for this plan"), "recordUse", [this] { use(); });
    m_add = add(tr("&Record this plan…"), "recordAdd", [this] { recordPlan(); });
    m_merge = add(tr("&Merge another record…"), "recordMerge", [this] { Q_EMIT mergeWanted(); });
    m_export = add(tr("E&xport…"), "recordExport", [this] { Q_EMIT exportWanted(); });
    m_empty = add(tr("Empt&y…"), "recordEmpty", [this] { empty(); });
    column.addWidget(row);
}

void RecordPage::addHits(QVBoxLayout& column)
{
    auto* line = new Divider(m_shown);
    line->setObjectName(QStringLiteral("recordHitsLine"));
    column.addWidget(line);
    m_hitsTitle = addLabel(column, "recordHitsTitle", tr("Did the promises hold?"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kPageMargin);
    grid->setVerticalSpacing(kHalfRhythm);
    grid->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const auto cell = [&](const char* name, int at) {
            auto* label = new QLabel(m_shown);
            label->setObjectName(QStringLiteral("%1%2").arg(QLatin1String(name)).arg(i));
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(at == 2);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(label, static_cast<int>(i), at, at == 2 ? Qt::Alignment() : Qt::AlignTop);
            return label;
        };
        m_hits.at(i) = {cell("recordPromise", 0), cell("recordHits", 1), cell("recordVerdict", 2)};
        m_hits.at(i).promise->setText(recordwords::promise(i));
    }
    column.addLayout(grid);
}

void RecordPage::addProjects(QVBoxLayout& column)
{
    auto* line = new Divider(m_shown);
    line->setObjectName(QStringLiteral("recordChartLine"));
    column.addWidget(line);
    m_chartTitle = addLabel(column, "recordChartTitle", tr("Each past project"));
    m_chartNote =
        addLabel(column, "recordChartNote",
                 tr("How long it took against what was likely at its baseline. Filled: within what was promised "
                    "at 80 %. Hollow: more. Dashed: half of the next are expected to take less."));
    m_chart = new RecordChart(m_shown);
    column.addWidget(m_chart);
    m_list = new QTreeWidget(m_shown);
    m_list->setObjectName(QStringLiteral("recordList"));
    m_list->setAccessibleName(tr("Past projects, newest first"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("roomy", true);
    m_list->setHeaderLabels({tr("Recorded"), tr("Took"), tr("Part of the work"), tr("Promises kept"), tr("Catalogue")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    column.addWidget(m_list);
}

void RecordPage::refresh()
{
    const bool isThere = m_store.isRead() && !m_store.error();
    m_shown->setVisible(isThere && !m_store.record().empty());
    if (!m_store.isRead())
        m_headline->setText(tr("Reading your record…"));
    else if (m_store.error())
        m_headline->setText(wording::error(*m_store.error()));
    else
        m_headline->setText(recordwords::headline(m_store.figures()));
    m_basis->setVisible(isThere);
    m_basis->setText(recordwords::basis(m_store.figures()));
    m_place->setVisible(isThere);
    showButtons();
    if (isThere && !m_store.record().empty() && !std::exchange(m_isFilled, true))
        showRecord();
}

void RecordPage::showButtons()
{
    const bool isSound = !m_store.error();
    const bool hasProjects = !m_store.record().empty();
    const bool isUsed = hasProjects && m_document.inputs().outsideView == recordView(m_store.figures());
    const QString whyNothing = recordwords::whyNothing(m_document.plan());
    for (QPushButton* button : {m_use, m_export, m_empty})
        button->setVisible(hasProjects);
    m_use->setText(isUsed ? tr("Used for this plan") : tr("&Use for this plan"));
    m_use->setEnabled(!isUsed);
    m_add->setEnabled(isSound && whyNothing.isEmpty());
    m_merge->setEnabled(isSound);
    m_why->setText(whyNothing);
    m_why->setVisible(isSound && !whyNothing.isEmpty());
}

void RecordPage::showRecord()
{
    const RecordFigures& figures = m_store.figures();
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const HitRate& rate = figures.hits.at(i);
        m_hits.at(i).hits->setText(recordwords::hits(rate, figures.projects));
        m_hits.at(i).verdict->setText(recordwords::verdict(rate, figures.projects));
    }
    m_chart->setRecord(m_store.record(), figures);
    fillList();
}

void RecordPage::fillList()
{
    m_list->clear();
    QList<QTreeWidgetItem*> rows;
    const Record& record = m_store.record();
    for (auto project = record.rbegin(); project != record.rend(); ++project)
        rows += new QTreeWidgetItem({format::mediumDate(project->date), wording::againstPlanned(project->y),
                                     format::percent(project->weight), recordwords::kept(*project),
                                     format::text(project->catalogue)});
    m_list->addTopLevelItems(rows);
    if (!rows.isEmpty())
        m_list->setCurrentItem(rows.front());
    fitList();
}

/// As high as its rows, up to a number of them.
void RecordPage::fitList()
{
    const int row = m_list->fontMetrics().height() + kRhythm;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        m_list->topLevelItem(i)->setSizeHint(m_list->columnCount() - 1, {0, row}); // which takes the room that is left
    const int shown = std::min(kMostListRows, m_list->topLevelItemCount());
    m_list->setFixedHeight(m_list->header()->sizeHint().height() + shown * row + kHalfRhythm);
}

void RecordPage::use()
{
    const OutsideView view = recordView(m_store.figures());
    m_document.edit(
        tr("Outside view: %1").arg(wording::ownView(view)), [&](Inputs& inputs) { inputs.outsideView = view; },
        QStringLiteral("outside view"));
}

void RecordPage::recordPlan()
{
    const auto project = recordedProject(m_document.plan());
    if (project && confirm(this, tr("Record how this plan came out?"), recordwords::whatIsKept(*project), tr("Record")))
        m_store.add(*project);
}

void RecordPage::empty()
{
    if (confirm(this, tr("Empty your record of past projects?"),
                tr("What is in it is gone then, for all your plans. Export it first to keep it."), tr("Empty")))
        m_store.empty();
}

/// Another window or program may have put something in.
void RecordPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_store.load();
}

void RecordPage::applyColours()
{
    m_headline->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
    for (QLabel* title : {m_hitsTitle, m_chartTitle})
        title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (const HitRow& row : m_hits)
        row.promise->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (QLabel* note : {m_basis, m_why, m_chartNote, m_place}) {
        QPalette quiet = note->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        note->setPalette(quiet);
    }
    for (QLabel* note : {m_chartNote, m_place})
        note->setFont(scaledFont(font(), TextSize::Small));
}

void RecordPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
    if (event->type() == QEvent::FontChange)
        fitList();
}

} // namespace trestle
