#pragma once

#include "ui/scan/last_scan.h"

#include <QString>
#include <QWidget>

#include <array>
#include <optional>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace trestle {

class HistoryPage;
class PlanDocument;
class PlanPage;
class RecordStore;
class ScanPage;
class ScenariosPage;
class Selection;
class Settings;
class TeamPage;

/// The pages in the middle of the window, under their tabs. Each is made when it is first shown. A page that few plans
/// have a use for has its tab while the plan has, and while it is shown.
class PageStack : public QWidget {
    Q_OBJECT
public:
    enum Page {
        PlanTab,
        ProgressTab,
        CostTab,
        PriceTab,
        CashTab,
        RiskTab,
        TeamTab,
        ScenariosTab,
        HistoryTab,
        RecordTab,
        ScanTab
    };

    PageStack(PlanDocument& document, Selection& selection, Settings& settings, QWidget* parent);

    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// The same by a name that settings keep; an unknown one, or one that the plan has no use for, changes nothing.
    void showPage(const QString& name);
    [[nodiscard]] QString pageName() const;

    [[nodiscard]] QWidget& area() const; ///< all below the tabs
    [[nodiscard]] QWidget& current() const;
    [[nodiscard]] PlanPage& plan() const { return *m_plan; }
    [[nodiscard]] TeamPage& team();
    [[nodiscard]] ScenariosPage& scenarios();
    [[nodiscard]] HistoryPage& history();
    [[nodiscard]] ScanPage& scan();
    [[nodiscard]] RecordStore& records() const { return *m_records; }
    /// What the scan page tells of the last scan; nothing: there was none in this window.
    void setLastScan(const std::optional<LastScan>& last);

    /// On the smallest windows the tabs need the room between them, as they do where there are more than usual.
    void tightenTabs(bool tight);
    /// The button that shows the details: whether it is there, and pressed.
    void setDetails(bool visible, bool shown);

    /// Whether the page that is shown has more to say than fits beside the details.
    [[nodiscard]] bool wantsRoom() const { return page() == ProgressTab || page() == PriceTab || page() == ScanTab; }

Q_SIGNALS:
    void pageChanged();
    void told(const QString& text); ///< what could not be done, or was, on a page
    void detailsWanted(bool shown);
    void removeScenarioWanted(const QString& name);
    void saveComparisonWanted();
    void proposalWanted();
    void recordExportWanted();
    void recordMergeWanted();
    void scanWanted(); ///< of the prototype
    void evidenceWanted(const trestle::Evidence& place);
    void editorWanted();

private:
    QWidget* makePage(Page page);
    ScanPage* makeScan();
    void ensurePage(Page page);
    void spaceTabs();
    void followTabs(); ///< which of them the plan has a use for
    void setTabShown(Page page, bool shown);

    PlanDocument& m_document;
    Selection& m_selection;
    Settings& m_settings;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QPushButton* m_details;
    QWidget* m_tools = nullptr; ///< of the plan page, beside the tabs
    PlanPage* m_plan = nullptr;
    TeamPage* m_team = nullptr;
    ScenariosPage* m_scenarios = nullptr;
    HistoryPage* m_history = nullptr;
    ScanPage* m_scan = nullptr;
    RecordStore* m_records; ///< of past plans
    std::optional<LastScan> m_lastScan;
    std::array<bool, ScanTab + 1> m_made{};
    bool m_isTight = false; ///< the window is narrow
};

} // namespace trestle
