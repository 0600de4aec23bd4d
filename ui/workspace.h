#pragma once

#include "models/error.h"
#include "models/scenario_difference.h"

#include <QList>
#include <QWidget>

#include <array>
#include <set>
#include <vector>

class QAction;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QPushButton;
class QVBoxLayout;

namespace trestle {

class Banner;
class Card;
class Checklist;
class HistoryPage;
class Inspector;
class PlanDocument;
class PlanNews;
class PlanPage;
class Inspector;
class ScenariosPage;
class Selection;
class Settings;
class SummaryBar;
class TeamPage;

/// A plan in the window: summary above, checklist at the left, pages in the middle, inspector at the right. On a
/// narrow window the inspector is a drawer over the pages, shut until it is asked for.
class Workspace : public QWidget {
    Q_OBJECT
public:
    enum Page { PlanTab, CostTab, RiskTab, TeamTab, ScenariosTab, HistoryTab };

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
    [[nodiscard]] QList<QAction*> viewActions() const;

    void setInspectorShown(bool shown);
    [[nodiscard]] bool inspectorShown() const;
    void editTarget();
    void addPerson();
    void showInsights();
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

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void makeBanners();
    QWidget* makeCentre();
    QWidget* makePage(Page page);
    void ensurePage(Page page);
    void makeInspectorCard();
    void ensureInspector();
    void restoreState();
    void tightenTabs(bool tight);
    void placeInspector();
    void placeDrawer();
    void followSaveState();
    void tellReachedBase(const std::vector<Unheld>& kinds);
    void tellRefusal(const Error& error);

    PlanDocument& m_document;
    Settings& m_settings;
    Selection* m_selection;
    Banner* m_saveBanner;
    Banner* m_news;
    PlanNews* m_planNews;
    Checklist* m_checklist;
    PlanPage* m_planPage = nullptr;
    ScenariosPage* m_scenarios = nullptr;
    TeamPage* m_team = nullptr;
    HistoryPage* m_history = nullptr;
    QString m_fileProblem;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    std::array<bool, HistoryTab + 1> m_made{}; ///< pages, made when they are first shown
    QPushButton* m_details = nullptr;
    QWidget* m_tools = nullptr;
    Card* m_inspectorCard = nullptr;
    QVBoxLayout* m_inspectorRoom = nullptr;
    Inspector* m_inspector = nullptr; ///< made when its card is first shown
    SummaryBar* m_summary = nullptr;
    QSplitter* m_splitter;
    QString m_toldOf; ///< the scenario for which m_told has been told of
    std::set<Unheld> m_told;
    bool m_narrow = false;
    bool m_docked = true;        ///< the inspector stands beside the pages
    bool m_wantedWide = true;    ///< whether it is shown on a wide window …
    bool m_wantedNarrow = false; ///< … and on a narrow one
};

} // namespace trestle
