// The table of the window's commands: every one stands here once, with its menu, its keys, what it does and when.
#include "data/user_catalogues.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/checklist/checklist.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/dialogs/how_sure_dialog.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/export/export_dialog.h"
#include "ui/help/helper.h"
#include "ui/pictures/chart_actions.h"
#include "ui/progress/baseline_dialog.h"
#include "ui/report/plan_exporter.h"
#include "ui/report/print_preview.h"
#include "ui/scenarios/scenario_dialog.h"
#include "ui/team/rate_card_dialog.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/window/header_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QMenu>
#include <QPointer>

#include <iterator>
#include <utility>

namespace trestle {

void MainWindow::makeActions()
{
    m_recentMenu = new QMenu(tr("Open &recent"), this);
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    m_catalogueMenu = new QMenu(tr("New plan &from your catalogue"), this);
    m_catalogueMenu->setObjectName(QStringLiteral("catalogueMenu"));
    connect(m_catalogueMenu, &QMenu::aboutToShow, this, &MainWindow::fillCatalogueMenu);
    m_sampleMenu = new QMenu(tr("Open &sample"), this);
    m_sampleMenu->setObjectName(QStringLiteral("sampleMenu"));
    fillSampleMenu(*m_sampleMenu);
    makeExporter();
    m_exportMenu = &m_actions->menu(MenuPlace::Export);
    std::vector<WindowAction> table;
    for (std::vector<WindowAction>& part :
         std::array{fileActions(), exportActions(), editActions(), viewActions(), planActions(), helpActions()})
        std::ranges::move(part, std::back_inserter(table));
    m_actions->setTable(std::move(table));
    m_exportMenu->addSeparator();
    m_exporter->fill(*m_exportMenu);
    m_header->setActions(m_actions->action("actionUndo"), m_actions->action("actionRedo"),
                         m_actions->action("actionPalette"), *m_exportMenu);
}

std::function<QString()> MainWindow::withoutPlan() const
{
    return [this] { return m_document ? QString() : tr("Open a plan first"); };
}

std::function<QString()> MainWindow::whileWriting() const
{
    return [this] {
        return !m_document            ? tr("Open a plan first")
               : m_exporter->isBusy() ? tr("Another file is being written")
                                      : QString();
    };
}

std::vector<WindowAction> MainWindow::fileActions()
{
    using enum MenuPlace;
    const auto none = withoutPlan();
    return {
        {"actionNew", File, tr("&New plan…"), QKeySequence::New, [this] { askNew(); }},
        {.id = "actionNewFrom", .menu = File, .text = {}, .submenu = m_catalogueMenu},
        {"actionOpen", File, tr("&Open…"), QKeySequence::Open, [this] { askOpen(); }},
        {.id = "actionRecent", .menu = File, .text = {}, .submenu = m_recentMenu},
        {.id = "actionSample", .menu = File, .text = {}, .submenu = m_sampleMenu},
        {"actionNewWindow", File, tr("New &window"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { newWindow(); }},
        {"actionSaveCopy", File, tr("Save a &copy…"), QKeySequence::SaveAs, [this] { saveCopy(); }, none, {}, {}, true},
        // In the menu it opens as a submenu; its keys open it at its button.
        {"actionExport",
         File,
         {},
         Qt::CTRL | Qt::SHIFT | Qt::Key_E,
         [this] { m_header->openExports(); },
         none,
         {},
         {},
         false,
         m_exportMenu},
        {"actionPrint",
         File,
         tr("&Print…"),
         QKeySequence::Print,
         [this] { printPlan(); },
         whileWriting(),
         {},
         {},
         true},
        {"actionClose", File, tr("C&lose plan"), Qt::CTRL | Qt::Key_W, [this] { closePlan(); }, none, {}, {}, true},
        {"actionCloseWindow", File, tr("Close w&indow"), Qt::CTRL | Qt::SHIFT | Qt::Key_W, [this] { close(); }},
        {"actionQuit", File, tr("&Quit"), Qt::CTRL | Qt::Key_Q, [this] { quit(); }},
    };
}

std::vector<WindowAction> MainWindow::editActions()
{
    using enum MenuPlace;
    const auto none = withoutPlan();
    const auto noUndo = [this] { return m_document && m_document->canUndo() ? QString() : tr("Nothing to undo"); };
    const auto noRedo = [this] { return m_document && m_document->canRedo() ? QString() : tr("Nothing to redo"); };
    const auto ofChart = [this](void (ChartActions::*take)()) {
        return [this, take] {
            if (ChartActions* chart = ChartActions::current(*m_workspace))
                (chart->*take)();
            else
                m_workspace->tell(tr("There is no chart on this page."));
        };
    };
    return {
        {"actionUndo", Edit, tr("&Undo"), QKeySequence::Undo, [this] { m_document->undo(); }, noUndo},
        {"actionRedo", Edit, tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_document->redo(); }, noRedo},
        {.id = "actionPalette",
         .menu = Edit,
         .text = tr("Find or &do anything…"),
         .keys = Qt::CTRL | Qt::Key_K,
         .run = [this] { openPalette(); },
         .line = true},
        {.id = "actionFind",
         .menu = Edit,
         .text = tr("&Find an item"),
         .keys = QKeySequence::Find,
         .run = [this] { m_workspace->checklist().focusFilter(); },
         .blocked = none},
        {"actionChecklist", Edit, tr("&Checklist"), Qt::CTRL | Qt::Key_L,
         [this] { m_workspace->checklist().focusList(); }, none},
        {.id = "actionCopyChart",
         .menu = Edit,
         .text = tr("Copy chart as &picture"),
         .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_C,
         .run = ofChart(&ChartActions::copyPicture),
         .blocked = none,
         .line = true},
        {"actionCopyChartTable", Edit, tr("Copy chart as &table"), {}, ofChart(&ChartActions::copyTable), none},
        {"actionSaveChart", Edit, tr("&Save chart as picture…"), {}, ofChart(&ChartActions::savePicture), none},
    };
}

std::vector<WindowAction> MainWindow::viewActions()
{
    using enum MenuPlace;
    const auto none = withoutPlan();
    const auto page = [this](Workspace::Page which) {
        return [this, which] {
            m_workspace->showPage(which);
            m_workspace->focusPage();
        };
    };
    const auto theme = [this](const char* id, const QString& text, ThemeChoice choice) {
        return WindowAction{.id = id,
                            .menu = Theme,
                            .text = text,
                            .run =
                                [this, choice] {
                                    m_settings.setTheme(choice);
                                    applyTheme(*qApp, choice);
                                },
                            .checked = [this, choice] { return m_settings.theme() == choice; },
                            .group = "theme"};
    };
    return {
        {"actionPagePlan", View, tr("&Plan"), Qt::CTRL | Qt::Key_1, page(Workspace::PlanTab), none},
        {"actionPageCost", View, tr("&Cost"), Qt::CTRL | Qt::Key_2, page(Workspace::CostTab), none},
        {"actionPageRisk", View, tr("&Risk"), Qt::CTRL | Qt::Key_3, page(Workspace::RiskTab), none},
        {"actionPageTeam", View, tr("&Team"), Qt::CTRL | Qt::Key_4, page(Workspace::TeamTab), none},
        {"actionPageScenarios", View, tr("&Scenarios"), Qt::CTRL | Qt::Key_5, page(Workspace::ScenariosTab), none},
        {"actionPageHistory", View, tr("&History"), Qt::CTRL | Qt::Key_6, page(Workspace::HistoryTab), none},
        {"actionPagePrice", View, tr("Pr&ice"), Qt::CTRL | Qt::Key_7, page(Workspace::PriceTab), none},
        {"actionPageCash", View, tr("C&ash"), Qt::CTRL | Qt::Key_8, page(Workspace::CashTab), none},
        {"actionPageProgress", View, tr("Progress"), Qt::CTRL | Qt::Key_0, page(Workspace::ProgressTab), none},
        {"actionPageRecord", View, tr("Record of past plans"), {}, page(Workspace::RecordTab), none},
        {"actionPageScan", View, tr("Scan revie&w"), Qt::CTRL | Qt::Key_9, [this] { m_workspace->showScan(); }, none},
        {.id = "actionInsights",
         .menu = View,
         .text = tr("Insi&ghts"),
         .keys = Qt::CTRL | Qt::Key_I,
         .run = [this] { m_workspace->showInsights(); },
         .blocked = none,
         .line = true},
        {"actionNextPane", View, tr("Ne&xt pane"), Qt::Key_F6, [this] { m_workspace->focusPane(1); }, none},
        {"actionPreviousPane", View, tr("Pre&vious pane"), Qt::SHIFT | Qt::Key_F6,
         [this] { m_workspace->focusPane(-1); }, none},
        {.id = "actionsOfChart",
         .menu = View,
         .text = {},
         .line = true,
         .parts = [this] { return m_workspace ? m_workspace->viewActions() : QList<QAction*>(); }},
        {.id = "actionInspector",
         .menu = View,
         .text = tr("&Details of the selection"),
         .keys = Qt::Key_F4,
         .run = [this] { m_workspace->setInspectorShown(!m_workspace->inspectorShown()); },
         .blocked = none,
         .checked = [this] { return m_workspace && m_workspace->inspectorShown(); },
         .line = true},
        {.id = "actionTheme", .menu = View, .text = {}, .submenu = &m_actions->menu(Theme)},
        theme("actionThemeSystem", tr("As the &system"), ThemeChoice::System),
        theme("actionThemeLight", tr("&Light"), ThemeChoice::Light),
        theme("actionThemeDark", tr("&Dark"), ThemeChoice::Dark),
        {.id = "actionReduceMotion",
         .menu = View,
         .text = tr("Red&uce motion"),
         .run =
             [this] {
                 const bool reduced = !m_settings.flag(keys::reduceMotion, false);
                 m_settings.setFlag(keys::reduceMotion, reduced);
                 setMotionReduced(MotionVoice::User, reduced);
             },
         .checked = [this] { return m_settings.flag(keys::reduceMotion, false); }},
    };
}

std::vector<WindowAction> MainWindow::planActions()
{
    using enum MenuPlace;
    const auto none = withoutPlan();
    const auto noTarget = [this] {
        return !m_document                       ? tr("Open a plan first")
               : m_document->inputs().targetDate ? QString()
                                                 : tr("Set a target date first");
    };
    const auto costs = [this, none](const char* id, CostMode mode, bool line) {
        return WindowAction{.id = id,
                            .menu = Plan,
                            .text = wording::costMode(mode),
                            .run =
                                [this, mode] {
                                    m_document->edit(wording::costMode(mode),
                                                     [mode](Inputs& inputs) { inputs.costMode = mode; });
                                },
                            .blocked = none,
                            .checked = [this, mode] { return m_document && m_document->inputs().costMode == mode; },
                            .group = "costs",
                            .line = line};
    };
    return {
        {"actionDetails", Plan, tr("&Name and client…"), {}, [this] { DetailsDialog(*m_document, this).exec(); }, none},
        {"actionStart", Plan, tr("&Start date…"), {}, [this] { StartDateDialog(*m_document, this).exec(); }, none},
        {"actionAsOf", Plan, tr("&Replan from today…"), {}, [this] { AsOfDialog(*m_document, this).exec(); }, none},
        {"actionBaseline", Plan, tr("Set &baseline…"), {}, [this] { BaselineDialog(*m_document, this).exec(); }, none},
        {"actionCalendar",
         Plan,
         tr("Calen&dar…"),
         {},
         [this] { CalendarDialog(*m_document, this, m_services.ask.fileToOpen).exec(); },
         none},
        {"importTimes", Plan, tr("&Import times…"), {}, [this] { askTimes(); }, none},
        {"actionCatalogue", Plan, tr("&Edit the catalogue…"), {}, [this] { editCatalogue(); }, none},
        {"actionScan", Plan, tr("Scan the &prototype…"), {}, [this] { askScan(); }},
        {"actionTarget", Plan, tr("&Target and budget…"), Qt::CTRL | Qt::Key_T, [this] { m_workspace->editTarget(); },
         none},
        {"actionMoveTarget", Plan, tr("&Move the target"), Qt::CTRL | Qt::SHIFT | Qt::Key_T,
         [this] { m_workspace->moveTarget(); }, noTarget},
        {"actionAddLink", Plan, tr("Add lin&k…"), {}, [this] { m_workspace->askLink(); }, none},
        {.id = "actionAddPerson",
         .menu = Plan,
         .text = tr("&Add person"),
         .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
         .run = [this] { m_workspace->addPerson(); },
         .blocked = none,
         .line = true},
        {"actionPastePeople", Plan, tr("Paste peop&le…"), {}, [this] { m_workspace->pastePeople(); }, none},
        {"actionRateCard",
         Plan,
         tr("Rate &cards…"),
         {},
         [this] { RateCardDialog(m_settings, m_document ? m_document->inputs().client : std::string(), this).exec(); }},
        {"actionNewScenario", Plan, tr("Ne&w scenario…"), Qt::CTRL | Qt::ALT | Qt::Key_N,
         [this] { ScenarioDialog(*m_document, this).exec(); }, none},
        costs("actionCostWorked", CostMode::worked, true),
        costs("actionCostRetained", CostMode::retained, false),
    };
}

std::vector<WindowAction> MainWindow::helpActions()
{
    using enum MenuPlace;
    const auto none = withoutPlan();
    return {
        {"actionGuide", Help, tr("&Guide"), QKeySequence::HelpContents, [this] { m_helper->openHere(); }},
        {"actionKeys", Help, tr("&Keys"), {}, [this] { showGuide(this, keys()); }},
        {"actionHowSureHelp",
         Help,
         tr("How &sure are the figures?"),
         {},
         [this] { HowSureDialog(m_document->plan(), this).exec(); },
         none},
        {"actionAbout", Help, tr("&About Trestle"), {}, [this] { showAbout(this); }},
    };
}

/// The commands that have keys, in the order of the menus.
QList<QAction*> MainWindow::keys()
{
    QList<QAction*> found;
    const auto take = [&found](QAction* action) {
        if (!action->shortcut().isEmpty())
            found += action;
    };
    take(m_exportMenu->menuAction());
    for (const WindowActions::Command& command : m_actions->commands())
        take(command.action);
    return found;
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const RecentPlan& plan : m_settings.recentPlans()) {
        QString text = plan.name.isEmpty() ? plan.path : tr("%1 (%2)").arg(plan.name, plan.path);
        QAction* action = m_recentMenu->addAction(text.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path = plan.path] { openBeside(path); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No recent plans"))->setEnabled(false);
}

void MainWindow::fillCatalogueMenu()
{
    m_catalogueMenu->clear();
    for (const UserCatalogue& catalogue : userCatalogues()) {
        QAction* action = m_catalogueMenu->addAction(format::raw(catalogue.name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path = format::raw(catalogue.path)] { askNew(path); });
    }
    if (m_catalogueMenu->isEmpty())
        m_catalogueMenu->addAction(tr("None yet: save one in Plan › Edit the catalogue"))->setEnabled(false);
}

void MainWindow::makeExporter()
{
    m_exporter = new PlanExporter({[this] { return m_document.get(); }, m_services.ask.fileToWrite, m_services.clock,
                                   m_services.utcOffset, m_services.formats, m_services.ask.folder, &m_exportMemory},
                                  this);
    connect(m_exporter, &PlanExporter::busyChanged, m_actions, &WindowActions::refresh);
    connect(m_exporter, &PlanExporter::finished, this, &MainWindow::tellSaved);
    connect(m_exporter, &PlanExporter::packed, this, &MainWindow::tellPacked);
    connect(m_exporter, &PlanExporter::failed, this, &MainWindow::tellNotSaved);
}

std::vector<WindowAction> MainWindow::exportActions()
{
    using enum MenuPlace;
    const auto busy = whileWriting();
    const auto pack = [this](Audience audience) {
        return [this, audience] {
            ExportWish wish = m_exportMemory.wish();
            wish.format.clear();
            wish.audience = audience;
            askExport(wish);
        };
    };
    return {
        {"actionExportAs", Export, tr("E&xport…"), Qt::CTRL | Qt::Key_E, [this] { askExport(m_exportMemory.wish()); },
         busy},
        {"weeklyReport", Export, tr("&Weekly report…"), {}, [this] { askWeeklyReport(); }, busy},
        {"actionPackInvestor", Export, tr("Pack for &investors…"), {}, pack(Audience::investor), busy},
        {"actionPackClient", Export, tr("Pack for the &client…"), {}, pack(Audience::client), busy},
    };
}

/// The page on progress alone, for whoever reads it.
void MainWindow::askWeeklyReport()
{
    ExportWish wish = m_exportMemory.wish();
    const auto& formats = m_services.formats;
    const auto report = std::ranges::find(formats, ExportContent::report, &ExportFormat::content);
    if (report == formats.end())
        return;
    wish.format = QString::fromUtf8(report->key.data(), static_cast<qsizetype>(report->key.size()));
    wish.look.parts = {ReportPart::progress};
    askExport(wish);
}

void MainWindow::askExport(ExportWish wish)
{
    wish.scenario = m_document->activeScenario();
    ExportDialog({*m_document, m_services.formats, m_services.ask.fileToOpen,
                  [this](const ExportWish& wanted, QWidget* parent) { return m_exporter->ask(wanted, parent); }},
                 wish, this)
        .exec();
}

/// Shown as it will be printed once it is worked out.
void MainWindow::printPlan()
{
    m_exporter->prepareReport(
        [this, of = QPointer(m_document.get())](const std::shared_ptr<const PreparedReport>& report) {
            if (of) // not closed meanwhile
                previewReport(report, this);
        });
}

} // namespace trestle
