// Which page of the guide tells of which page, pane, dialog and command of the window.
#include "ui/help/guide.h"

#include <array>

namespace trestle::guide {

std::span<const Topic> topics()
{
    static constexpr auto all = std::to_array<Topic>({
        // pages and panes
        {"startPage", "first-plan"},
        {"summaryBar", "first-plan#the-cards-across-the-top"},
        {"checklist", "checklist"},
        {"planPage", "plan"},
        {"costPage", "cost"},
        {"riskPage", "risk"},
        {"teamPage", "team"},
        {"scenariosPage", "scenarios"},
        {"historyPage", "history"},
        {"inspector", "plan#why-it-stands-where-it-does"},
        {"insightsPage", "plan#what-would-change-the-plan"},
        {"scenarioStrip", "scenarios"},
        // dialogs
        {"newPlanDialog", "first-plan"},
        {"detailsDialog", "first-plan"},
        {"startDateDialog", "calendar"},
        {"asOfDialog", "calendar"},
        {"daysOffDialog", "calendar"},
        {"leaveDialog", "team"},
        {"targetDialog", "first-plan#the-cards-across-the-top"},
        {"targetPopup", "first-plan#the-cards-across-the-top"},
        {"itemNoteDialog", "checklist"},
        {"riskDialog", "risk#what-may-happen"},
        {"responseDialog", "risk#what-may-happen"},
        {"outsideViewDialog", "risk"},
        {"howSureDialog", "risk"},
        {"scenarioDialog", "scenarios"},
        {"nameVersionDialog", "history"},
        {"teamFiguresDialog", "plan#what-would-change-the-plan"},
        {"patienceDialog", "exports"},
        {"guideDialog", "keyboard"},
        {"aboutDialog", "first-plan"},
        // commands
        {"actionNew", "first-plan"},
        {"actionOpen", "first-plan"},
        {"actionSample", "first-plan"},
        {"actionSaveCopy", "files"},
        {"actionExport", "exports"},
        {"actionClose", "first-plan"},
        {"actionQuit", "first-plan"},
        {"actionUndo", "history"},
        {"actionRedo", "history"},
        {"actionFind", "checklist"},
        {"actionChecklist", "checklist"},
        {"actionPagePlan", "plan"},
        {"actionPageCost", "cost"},
        {"actionPageRisk", "risk"},
        {"actionPageTeam", "team"},
        {"actionPageScenarios", "scenarios"},
        {"actionPageHistory", "history"},
        {"actionInsights", "plan#what-would-change-the-plan"},
        {"actionNextPane", "keyboard"},
        {"actionPreviousPane", "keyboard"},
        {"actionInspector", "plan#why-it-stands-where-it-does"},
        {"actionThemeSystem", "first-plan"},
        {"actionThemeLight", "first-plan"},
        {"actionThemeDark", "first-plan"},
        {"actionDetails", "first-plan"},
        {"actionStart", "calendar"},
        {"actionAsOf", "calendar"},
        {"actionDaysOff", "calendar"},
        {"actionTarget", "first-plan#the-cards-across-the-top"},
        {"actionAddPerson", "team"},
        {"actionNewScenario", "scenarios"},
        {"actionCostWorked", "cost#how-people-are-paid"},
        {"actionCostRetained", "cost#how-people-are-paid"},
        {"actionGuide", "keyboard"},
        {"actionKeys", "keyboard"},
        {"actionHowSureHelp", "risk"},
        {"actionAbout", "first-plan"},
    });
    return all;
}

} // namespace trestle::guide
