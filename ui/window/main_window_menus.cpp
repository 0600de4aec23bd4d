// The window's menus. Every command stands here once, with its keys.
#include "ui/base/wording.h"
#include "ui/checklist/checklist.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/dialogs/how_sure_dialog.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/report/plan_exporter.h"
#include "ui/scenarios/scenario_dialog.h"
#include "ui/window/header_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>

#include <array>
#include <utility>

namespace trestle {

QMenu* MainWindow::addMenu(const QString& title, const QString& name)
{
    QMenu* menu = m_header->menus().addMenu(title);
    menu->setObjectName(name);
    menu->setToolTipsVisible(true);
    return menu;
}

QAction* MainWindow::addAction(QMenu& menu, const QString& text, const QString& name, const QKeySequence& keys,
                               const std::function<void()>& run)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    menu.addAction(action);
    return action;
}

void MainWindow::makeMenus()
{
    makeExportMenu();
    makeFileMenu();
    makeEditMenu();
    m_viewMenu = addMenu(tr("&View"), QStringLiteral("viewMenu"));
    makeThemeMenu();
    makePlanMenu();
    makeHelpMenu();
    m_header->setActions(m_undo, m_redo, m_exportMenu);
}

void MainWindow::makeFileMenu()
{
    QMenu& menu = *addMenu(tr("&File"), QStringLiteral("fileMenu"));
    addAction(menu, tr("&New plan…"), QStringLiteral("actionNew"), QKeySequence::New, [this] { askNew(); });
    addAction(menu, tr("&Open…"), QStringLiteral("actionOpen"), QKeySequence::Open, [this] { askOpen(); });
    m_recentMenu = menu.addMenu(tr("Open &recent"));
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    addAction(menu, tr("Open the &sample"), QStringLiteral("actionSample"), {}, [this] { openSample(); });
    menu.addSeparator();
    m_planActions += addAction(menu, tr("Save a &copy…"), QStringLiteral("actionSaveCopy"), QKeySequence::SaveAs,
                               [this] { saveCopy(); });
    m_planActions += menu.addMenu(m_exportMenu);
    menu.addSeparator();
    m_planActions +=
        addAction(menu, tr("C&lose plan"), QStringLiteral("actionClose"), QKeySequence::Close, [this] { closePlan(); });
    addAction(menu, tr("&Quit"), QStringLiteral("actionQuit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const RecentPlan& plan : m_settings.recentPlans()) {
        QString text = plan.name.isEmpty() ? plan.path : tr("%1 (%2)").arg(plan.name, plan.path);
        QAction* action = m_recentMenu->addAction(text.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path = plan.path] { openPath(path); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No recent plans"))->setEnabled(false);
}

void MainWindow::makeEditMenu()
{
    QMenu& menu = *addMenu(tr("&Edit"), QStringLiteral("editMenu"));
    m_undo =
        addAction(menu, tr("&Undo"), QStringLiteral("actionUndo"), QKeySequence::Undo, [this] { m_document->undo(); });
    m_redo =
        addAction(menu, tr("&Redo"), QStringLiteral("actionRedo"), QKeySequence::Redo, [this] { m_document->redo(); });
    menu.addSeparator();
    m_planActions += addAction(menu, tr("&Find an item"), QStringLiteral("actionFind"), QKeySequence::Find,
                               [this] { m_workspace->checklist().focusFilter(); });
    m_planActions += addAction(menu, tr("&Checklist"), QStringLiteral("actionChecklist"),
                               QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_workspace->checklist().focusList(); });
}

void MainWindow::fillViewMenu()
{
    m_viewMenu->clear();
    if (!m_inspector) {
        m_inspector = new QAction(tr("&Details of the selection"), this);
        m_inspector->setObjectName(QStringLiteral("actionInspector"));
        m_inspector->setShortcut(Qt::Key_F4);
        m_inspector->setCheckable(true);
        connect(m_inspector, &QAction::triggered, this, [this](bool on) {
            if (m_workspace)
                m_workspace->setInspectorShown(on);
        });
    }
    if (m_workspace) {
        const std::array<std::pair<QString, Workspace::Page>, 6> pages{{{tr("&Plan"), Workspace::PlanTab},
                                                                        {tr("&Cost"), Workspace::CostTab},
                                                                        {tr("&Risk"), Workspace::RiskTab},
                                                                        {tr("&Team"), Workspace::TeamTab},
                                                                        {tr("&Scenarios"), Workspace::ScenariosTab},
                                                                        {tr("&History"), Workspace::HistoryTab}}};
        int number = 0;
        for (const auto& [name, page] : pages) {
            QAction* action = m_viewMenu->addAction(name, this, [this, page = page] {
                m_workspace->showPage(page);
                m_workspace->focusPage();
            });
            action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(++number)));
        }
        m_viewMenu->addSeparator();
        const auto add = [this](const QString& text, const char* objectName, const QKeySequence& keys,
                                const auto& run) {
            QAction* action = m_viewMenu->addAction(text, this, run);
            action->setObjectName(QString::fromLatin1(objectName));
            action->setShortcut(keys);
        };
        add(tr("Insi&ghts"), "actionInsights", QKeySequence(Qt::CTRL | Qt::Key_I),
            [this] { m_workspace->showInsights(); });
        add(tr("Ne&xt pane"), "actionNextPane", QKeySequence(Qt::Key_F6), [this] { m_workspace->focusPane(1); });
        add(tr("Pre&vious pane"), "actionPreviousPane", QKeySequence(Qt::SHIFT | Qt::Key_F6),
            [this] { m_workspace->focusPane(-1); });
        m_viewMenu->addSeparator();
        m_viewMenu->addActions(m_workspace->viewActions());
        m_viewMenu->addSeparator();
        m_viewMenu->addAction(m_inspector);
    }
    m_viewMenu->addMenu(m_themeMenu);
}

/// Once: clearing the menu that it is in does not take it along.
void MainWindow::makeThemeMenu()
{
    m_themeMenu = new QMenu(tr("The&me"), this);
    m_themeMenu->setObjectName(QStringLiteral("themeMenu"));
    auto* group = new QActionGroup(m_themeMenu);
    const auto add = [&](const QString& text, ThemeChoice choice) {
        QAction* action = m_themeMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_settings.setTheme(choice);
            applyTheme(*qApp, choice);
        });
    };
    add(tr("As the &system"), ThemeChoice::System);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("&Dark"), ThemeChoice::Dark);
}

void MainWindow::makePlanMenu()
{
    QMenu& menu = *addMenu(tr("&Plan"), QStringLiteral("planMenu"));
    const auto add = [&](const QString& text, const QString& name, const std::function<void()>& run,
                         const QKeySequence& keys = {}) { m_planActions += addAction(menu, text, name, keys, run); };
    add(tr("&Name and client…"), QStringLiteral("actionDetails"), [this] { DetailsDialog(*m_document, this).exec(); });
    add(tr("&Start date…"), QStringLiteral("actionStart"), [this] { StartDateDialog(*m_document, this).exec(); });
    add(tr("&Replan from today…"), QStringLiteral("actionAsOf"), [this] { AsOfDialog(*m_document, this).exec(); });
    add(tr("Da&ys off…"), QStringLiteral("actionDaysOff"), [this] { DaysOffDialog(*m_document, this).exec(); });
    add(
        tr("&Target and budget…"), QStringLiteral("actionTarget"), [this] { m_workspace->editTarget(); },
        QKeySequence(Qt::CTRL | Qt::Key_T));
    menu.addSeparator();
    add(
        tr("&Add person"), QStringLiteral("actionAddPerson"), [this] { m_workspace->addPerson(); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    add(
        tr("Ne&w scenario…"), QStringLiteral("actionNewScenario"), [this] { ScenarioDialog(*m_document, this).exec(); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    menu.addSeparator();
    m_costMode = new QActionGroup(this);
    for (const CostMode mode : {CostMode::worked, CostMode::retained}) {
        QAction* action = addAction(
            menu, wording::costMode(mode),
            mode == CostMode::worked ? QStringLiteral("actionCostWorked") : QStringLiteral("actionCostRetained"), {},
            [this, mode] {
                m_document->edit(wording::costMode(mode), [mode](Inputs& inputs) { inputs.costMode = mode; });
                refreshPlanParts();
            });
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        m_costMode->addAction(action);
        m_planActions += action;
    }
}

void MainWindow::makeExportMenu()
{
    m_exportMenu = new QMenu(tr("&Export"), this);
    m_exportMenu->setObjectName(QStringLiteral("exportMenu"));
    m_exporter = new PlanExporter({[this] { return m_document.get(); }, m_services.ask.fileToWrite, m_services.clock,
                                   m_services.utcOffset, m_services.formats},
                                  this);
    m_exporter->fill(*m_exportMenu);
    // In a menu it opens as a submenu; its keys open it at its button.
    m_exportMenu->menuAction()->setObjectName(QStringLiteral("actionExport"));
    m_exportMenu->menuAction()->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    connect(m_exportMenu->menuAction(), &QAction::triggered, m_header, &HeaderBar::openExports);
    connect(m_exporter, &PlanExporter::finished, this, &MainWindow::tellSaved);
    connect(m_exporter, &PlanExporter::failed, this, [this](const Error& error) { tell(wording::error(error)); });
}

void MainWindow::makeHelpMenu()
{
    QMenu& menu = *addMenu(tr("&Help"), QStringLiteral("helpMenu"));
    addAction(menu, tr("&How Trestle works"), QStringLiteral("actionGuide"), QKeySequence::HelpContents, [this] {
        QList<QAction*> commands;
        for (QAction* action : findChildren<QAction*>())
            if (!action->shortcut().isEmpty())
                commands += action;
        showGuide(this, commands);
    });
    m_planActions += addAction(menu, tr("How &sure are the figures?"), QStringLiteral("actionHowSureHelp"), {}, [this] {
        HowSureDialog dialog(m_document->plan(), this);
        dialog.exec();
    });
    addAction(menu, tr("&About Trestle"), QStringLiteral("actionAbout"), {}, [this] { showAbout(this); });
}

} // namespace trestle
