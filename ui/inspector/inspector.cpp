#include "ui/inspector/inspector.h"

#include "models/money_rules.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/document/plan_document.h"
#include "ui/insights/insights_page.h"
#include "ui/inspector/criteria_list.h"
#include "ui/inspector/estimate_editor.h"
#include "ui/inspector/evidence_section.h"
#include "ui/inspector/fact_list.h"
#include "ui/inspector/note_editor.h"
#include "ui/inspector/scope_choice.h"
#include "ui/inspector/source_list.h"
#include "ui/inspector/state_buttons.h"
#include "ui/inspector/what_if_section.h"
#include "ui/inspector/work_section.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/disclosure_button.h"
#include "ui/widgets/selectable_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace trestle {

Inspector::Inspector(PlanDocument& document, Selection& selection, QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Selection"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Selection"));
    m_tabs->addTab(tr("Insights"));
    outer->addWidget(m_tabs);

    m_scroll = new QScrollArea(this);
    setAccessibleRole(*m_scroll, QAccessible::Pane);
    m_scroll->setAccessibleName(tr("Details of the selection"));
    m_scroll->setObjectName(QStringLiteral("inspectorScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("selectionPage"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(8);
    makeHead(*layout);
    makeBody(*layout);
    layout->addStretch(1);
    m_scroll->setWidget(page);
    // The card behind paints the ground.
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(QStringLiteral("inspectorPages"));
    m_pages->addWidget(m_scroll);
    outer->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &Inspector::showTab);

    connect(&selection, &Selection::changed, this, &Inspector::takeSelection);
    connect(&document, &PlanDocument::riskChanged, this, &Inspector::takePlan); // follows each change of the plan
    connect(m_state, &StateButtons::chosen, this,
            [this](ItemState state) { m_document.setItemState(m_selection.node(), state); });
    connect(m_scope, &ScopeChoice::chosen, this,
            [this](std::optional<ItemScope> scope) { m_document.setItemScope(m_selection.node(), scope); });
    applyColours();
    takeSelection();
}

QLabel* Inspector::addLabel(QBoxLayout& layout, const char* name)
{
    auto* label = new SelectableLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    layout.addWidget(label);
    return label;
}

void Inspector::makeHead(QVBoxLayout& layout)
{
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(4);
    m_title = addLabel(*m_head, "nodeTitle");
    m_place = addLabel(*m_head, "nodePlace");
    m_head->setStretchFactor(m_title, 1);
    layout.addLayout(m_head);
    m_explanation = addLabel(layout, "nodeExplanation");
    m_state = new StateButtons;
    layout.addWidget(m_state);
    m_scope = new ScopeChoice;
    layout.addWidget(m_scope);
    m_work = new WorkSection(m_document);
    layout.addWidget(m_work);
    m_evidence = new EvidenceSection(m_document);
    connect(m_evidence, &EvidenceSection::evidenceWanted, this, &Inspector::evidenceWanted);
    layout.addWidget(m_evidence);
}

void Inspector::makeBody(QVBoxLayout& layout)
{
    m_criteria = new CriteriaList;
    layout.addWidget(m_criteria);
    m_facts = new FactList(QStringLiteral("facts"));
    layout.addWidget(m_facts);
    m_details = new FactList(QStringLiteral("details"));
    m_more = new DisclosureButton(QStringLiteral("showDetails"), tr("Details"), *m_details);
    layout.addWidget(m_more, 0, Qt::AlignLeft);
    layout.addWidget(m_details);
    m_remark = addLabel(layout, "nodeRemark");
    layout.addSpacing(2);
    layout.addWidget(new Divider);
    m_sourcesTitle = addLabel(layout, "sourcesTitle");
    m_sourcesTitle->setText(tr("Where these figures come from"));
    m_sources = new SourceList;
    layout.addWidget(m_sources);
    m_estimate = new EstimateEditor(m_document);
    layout.addWidget(m_estimate);
    m_whatIf = new WhatIfSection(m_document);
    layout.addWidget(m_whatIf);
    m_noteDivider = new Divider;
    layout.addSpacing(2);
    layout.addWidget(m_noteDivider);
    m_note = new NoteEditor(m_document);
    layout.addWidget(m_note);
}

InsightsPage& Inspector::insights()
{
    if (!m_insights) {
        m_insights = new InsightsPage(m_document, this);
        m_pages->addWidget(m_insights);
        connect(m_insights, &InsightsPage::trialWanted, this, &Inspector::trialWanted);
    }
    return *m_insights;
}

void Inspector::showTab(int page)
{
    if (page == InsightsTab)
        m_pages->setCurrentWidget(&insights());
    else
        m_pages->setCurrentWidget(m_scroll);
}

void Inspector::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

Inspector::Page Inspector::page() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

void Inspector::takeSelection()
{
    refresh();
    m_scroll->verticalScrollBar()->setValue(0);
}

void Inspector::takePlan()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void Inspector::showHead(const NodeFacts& node, bool beside)
{
    m_title->setText(node.title);
    m_place->setText(node.place);
    // "phase 1 of 8" stands beside its title; the name of an item's phase needs a line of its own.
    m_head->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_place->setWordWrap(!beside);
    m_explanation->setText(node.explanation);
    m_explanation->setVisible(!node.explanation.isEmpty());
    m_criteria->setCriteria(node.criteria);
    m_remark->setText(node.remark);
    m_remark->setVisible(!node.remark.isEmpty());
    m_facts->setFacts(node.facts);
    m_details->setFacts(node.details);
    m_more->setAvailable(!node.details.empty());
}

void Inspector::refresh()
{
    m_stale = false;
    const Plan& plan = m_document.plan();
    const SureFacts sure{m_document.risk(), m_document.simulation().error().has_value()};
    const std::string id = format::utf8(m_selection.node());
    const PhasePlan* phase = plan.findPhase(id);
    const ItemPlan* item = phase ? nullptr : plan.findItem(id);
    m_state->setVisible(item != nullptr);
    m_scope->setVisible(item && (isPriced(plan.inputs) || scopeOf(plan.inputs, item->id)));
    m_work->setItem(item);
    m_evidence->setItem(item ? item->id : std::string());
    m_estimate->setVisible(phase != nullptr);
    m_noteDivider->setVisible(phase || item);
    m_note->setVisible(phase || item);
    m_whatIf->setNode(phase || item ? m_selection.node() : QString());
    if (phase) {
        showHead(factsOf(plan, *phase, sure), true);
        m_sources->setSources(sourcesOf(plan, *phase));
        m_estimate->setPhase(m_selection.node());
        m_note->setNode(m_selection.node());
    } else if (item) {
        showHead(factsOf(plan, *item), false);
        m_sources->setSources(sourcesOf(plan, *item));
        const bool apart = isApart(plan.inputs.scopes, item->id);
        m_state->setState(apart ? std::nullopt : std::optional(item->state));
        m_scope->setScope(scopeOf(plan.inputs, item->id));
        m_note->setNode(m_selection.node());
    } else {
        showHead(factsOf(plan, sure), false);
        m_sources->setSources(sourcesOf(plan));
    }
}

void Inspector::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Title, QFont::DemiBold));
    m_sourcesTitle->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (QLabel* label : {m_place, m_explanation, m_remark}) {
        label->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText,
                       roleColor(label == m_explanation ? Role::Text : Role::TextMuted, palette()));
        label->setPalette(quiet);
    }
}

QSize Inspector::sizeHint() const
{
    return {296, 600};
}

void Inspector::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void Inspector::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace trestle
