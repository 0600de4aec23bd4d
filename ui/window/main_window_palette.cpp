// What the command palette finds: the commands of the menus, and the parts of the plan to go to.
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/palette/command_palette.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/window/header_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QPointer>

namespace trestle {

void MainWindow::openPalette()
{
    (new CommandPalette(paletteEntries(), this))->openAt(m_header->findField());
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    fillRecentMenu();
    for (const WindowActions::Command& command : m_actions->commands()) {
        if (command.action->objectName() == QLatin1StringView("actionPalette"))
            continue; // it is open
        const QPointer<QAction> action(command.action);
        QString text = WindowActions::plainText(*action);
        if (text.endsWith(u'…'))
            text.chop(1);
        entries +=
            {text, command.where, action->shortcut().toString(QKeySequence::NativeText), command.blocked, [action] {
                 if (action)
                     action->trigger();
             }};
    }
    if (!m_document)
        return entries;
    const Plan& plan = m_document->plan();
    const auto goTo = [this](const std::string& node) {
        return [this, node = QString::fromStdString(node)] {
            if (m_workspace)
                m_workspace->showNode(node);
        };
    };
    for (const PhasePlan& phase : plan.phases)
        entries += {format::text(phase.title), tr("Phase"), {}, {}, goTo(phase.id)};
    for (const ItemPlan& item : plan.items)
        entries += {format::text(item.title),
                    tr("Item of %1").arg(format::text(plan.phases[item.phase].title)),
                    {},
                    {},
                    goTo(item.id)};
    int row = 0;
    for (const Person& person : m_document->inputs().team)
        entries += {format::text(person.name), tr("Person"), {}, {}, [this, at = row++] {
                        if (m_workspace)
                            m_workspace->showPerson(at);
                    }};
    QStringList scenarios(QString{});
    scenarios += m_document->scenarios();
    for (const QString& scenario : std::as_const(scenarios))
        entries += {scenariowords::name(scenario),
                    tr("Scenario"),
                    {},
                    scenario == m_document->activeScenario() ? tr("It is open") : QString(),
                    [this, scenario] {
                        if (m_document)
                            m_document->setActiveScenario(scenario);
                    }};
    return entries;
}

} // namespace trestle
