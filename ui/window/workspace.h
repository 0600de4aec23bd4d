#pragma once

#include "ui/window/page_stack.h"

#include <QList>
#include <QWidget>

class QAction;
class QSplitter;

namespace trestle {

class Checklist;
class HistoryPage;
class InspectorPlace;
class PlanBanners;
class PlanDocument;
class PlanNews;
class RecordStore;
class Selection;
class SampleHint;
class Settings;
class SummaryBar;

/// A plan in the window: summary above, checklist at the left, pages in the middle, inspector at the right. On a
/// narrow window the inspector is a drawer over the pages, shut until it is asked for.
class Workspace : public QWidget {
    Q_OBJECT
public:
    using Page = PageStack::Page;
    using enum PageStack::Page;

    Workspace(PlanDocument& document, Settings& settings, QWidget* parent = nullptr);
    ~Workspace() override;

    void showPage(Page page);
    void showScenarios(); ///< side by side
    /// A trial is just being put into the plan or taken out, of which its own bar tells.
    [[nodiscard]] bool isTrying() const;
    [[nodiscard]] Page page() const;
    [[nodiscard]] Selection& selection() const { return *m_selection; }
    [[nodiscard]] Checklist& checklist() const { return *m_checklist; }
    [[nodiscard]] HistoryPage& history();
    [[nodiscard]] RecordStore& records() const;
    [[nodiscard]] QList<QAction*> viewActions() const;

    void setInspectorShown(bool shown);
    [[nodiscard]] bool inspectorShown() const;
    void editTarget();
    void addPerson();
    void pastePeople(); ///< from the clipboard
    void moveTarget();  ///< by the keys, in the plan
    void askLink();     ///< from what is selected to another
    /// Selects a phase or an item in the plan, and goes there.
    void showNode(const QString& node);
    void showPerson(int row);
    void showInsights();
    void showScan(); ///< the proposals to review
    void setLastScan(const std::optional<LastScan>& last);
    /// What to try with a sample, unless the user has closed that before.
    void offerHint();
    /// Puts the focus into the page in the middle, or into the pane after (1) or before (-1) the one that has it:
    /// summary, checklist, page, details.
    void focusPage();
    void focusPane(int step);
    /// What could not be done, until dismissed or the plan changes.
    void tell(const QString& text);
    /// What is wrong with the plan's file, as long as it is; empty: nothing.
    void setFileProblem(const QString& problem);
    void keepState();

Q_SIGNALS:
    void inspectorShownChanged(bool shown);
    void copyWanted();
    void removeScenarioWanted(const QString& name);
    void retryWanted(); ///< to write, or to open for writing
    void saveComparisonWanted();
    void proposalWanted();
    void recordExportWanted();
    void recordMergeWanted();
    void scanWanted();
    void evidenceWanted(const trestle::Evidence& place);
    void editorWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void connectChart();
    void restoreState();
    void placeInspector();

    PlanDocument& m_document;
    Settings& m_settings;
    Selection* m_selection;
    PlanBanners* m_banners;
    PlanNews* m_planNews;
    SampleHint* m_hint;
    Checklist* m_checklist;
    PageStack* m_pages = nullptr;
    InspectorPlace* m_inspector = nullptr;
    SummaryBar* m_summary = nullptr;
    QSplitter* m_splitter;
};

} // namespace trestle
