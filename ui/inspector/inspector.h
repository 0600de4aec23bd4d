#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace trestle {

struct Evidence;
struct Move;
class CriteriaList;
class DisclosureButton;
class EstimateEditor;
class EvidenceSection;
class FactList;
class InsightsPage;
class NoteEditor;
class PlanDocument;
class ScopeChoice;
class Selection;
class SourceList;
class StateButtons;
class WhatIfSection;
class WorkSection;

/// Two pages. Insights: what would change the plan. Selection: what is to be known of the selected phase or item:
/// figures, dates, why, and where each figure comes from; with its state, the user's own estimate and note to edit.
/// With nothing selected, the plan as a whole and what to do next.
class Inspector : public QWidget {
    Q_OBJECT
public:
    Inspector(PlanDocument& document, Selection& selection, QWidget* parent = nullptr);

    enum Page { SelectionPage, InsightsTab };
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    [[nodiscard]] InsightsPage& insights();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void trialWanted(const trestle::Move& move);
    void evidenceWanted(const trestle::Evidence& place);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showTab(int page);
    void makeHead(QVBoxLayout& layout);
    void makeBody(QVBoxLayout& layout);
    QLabel* addLabel(QBoxLayout& layout, const char* name);
    void takeSelection();
    void takePlan();
    void refresh();
    void showHead(const NodeFacts& node, bool beside);
    void applyColours();

    PlanDocument& m_document;
    Selection& m_selection;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    InsightsPage* m_insights = nullptr; ///< made when it is first shown
    QScrollArea* m_scroll = nullptr;
    QBoxLayout* m_head = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_place = nullptr;
    QLabel* m_explanation = nullptr;
    QLabel* m_remark = nullptr;
    QLabel* m_sourcesTitle = nullptr;
    StateButtons* m_state = nullptr;
    ScopeChoice* m_scope = nullptr; ///< where somebody means to charge for the plan
    CriteriaList* m_criteria = nullptr;
    EvidenceSection* m_evidence = nullptr;
    WorkSection* m_work = nullptr;
    FactList* m_facts = nullptr;
    DisclosureButton* m_more = nullptr;
    FactList* m_details = nullptr;
    SourceList* m_sources = nullptr;
    EstimateEditor* m_estimate = nullptr;
    WhatIfSection* m_whatIf = nullptr;
    QWidget* m_noteDivider = nullptr;
    NoteEditor* m_note = nullptr;
    bool m_stale = true;
};

} // namespace trestle
