#include "ui/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

/// What can be chosen in a menu and in those that open from it.
void collectCommands(const QList<QAction*>& actions, const QString& where, const QString& blocked,
                     QList<WindowActions::Command>& found)
{
    for (QAction* action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString reason = !blocked.isEmpty() || action->isEnabled() ? blocked : action->toolTip();
        if (action->menu())
            collectCommands(action->menu()->actions(),
                            WindowActions::tr("%1 › %2").arg(where, WindowActions::plainText(*action)), reason, found);
        else
            found += {action, where, reason};
    }
}

} // namespace

QString WindowActions::plainText(const QAction& action)
{
    QString text = action.text();
    text.replace(QStringLiteral("&&"), QString(QChar(1))).remove(u'&').replace(QChar(1), u'&');
    return text;
}

struct WindowActions::Row {
    WindowAction about;
    QAction* action = nullptr;
    QList<QPointer<QAction>> parts = {}; ///< that stand before `action`, which is out of sight then
};

WindowActions::WindowActions(QMenuBar& menus, QObject* parent) : QObject(parent)
{
    const auto name = [this](MenuPlace place, QMenu* menu, const char* objectName) {
        menu->setObjectName(QString::fromLatin1(objectName));
        menu->setToolTipsVisible(true);
        connect(menu, &QMenu::aboutToShow, this, &WindowActions::refresh);
        m_menus[static_cast<std::size_t>(place)] = menu;
    };
    name(MenuPlace::File, menus.addMenu(tr("&File")), "fileMenu");
    name(MenuPlace::Edit, menus.addMenu(tr("&Edit")), "editMenu");
    name(MenuPlace::View, menus.addMenu(tr("&View")), "viewMenu");
    name(MenuPlace::Plan, menus.addMenu(tr("&Plan")), "planMenu");
    name(MenuPlace::Help, menus.addMenu(tr("&Help")), "helpMenu");
    name(MenuPlace::Export, new QMenu(tr("&Export"), &menus), "exportMenu");
    name(MenuPlace::Theme, new QMenu(tr("The&me"), &menus), "themeMenu");
}

WindowActions::~WindowActions() = default;

void WindowActions::setTable(std::vector<WindowAction> table)
{
    m_rows.reserve(table.size());
    for (WindowAction& about : table)
        addRow(m_rows.emplace_back(Row{std::move(about)}));
    refresh();
}

void WindowActions::addRow(Row& row)
{
    const WindowAction& about = row.about;
    if (about.line)
        menu(about.menu).addSeparator();
    row.action = about.submenu ? about.submenu->menuAction() : new QAction(about.text, parent());
    row.action->setObjectName(QString::fromLatin1(about.id));
    row.action->setShortcut(about.keys);
    row.action->setCheckable(about.checked != nullptr);
    row.action->setVisible(about.parts == nullptr);
    if (about.run)
        connect(row.action, &QAction::triggered, this, [this, run = about.run] {
            run();
            refresh();
        });
    if (about.group) {
        QActionGroup*& group = m_groups[about.group];
        if (!group)
            group = new QActionGroup(this);
        group->addAction(row.action);
    }
    menu(about.menu).addAction(row.action);
}

void WindowActions::refresh()
{
    for (Row& row : m_rows) {
        if (row.about.parts) {
            refreshParts(row);
            continue;
        }
        const QString reason = row.about.blocked ? row.about.blocked() : QString();
        row.action->setEnabled(reason.isEmpty());
        row.action->setToolTip(reason.isEmpty() ? plainText(*row.action) : reason);
        if (row.about.checked)
            row.action->setChecked(row.about.checked());
    }
}

void WindowActions::refreshParts(Row& row) const
{
    const QList<QAction*> now = row.about.parts();
    if (std::ranges::equal(now, row.parts, {}, {}, [](const QPointer<QAction>& known) { return known.data(); }))
        return;
    QMenu& in = menu(row.about.menu);
    for (const QPointer<QAction>& gone : std::exchange(row.parts, {now.begin(), now.end()}))
        if (gone)
            in.removeAction(gone);
    in.insertActions(row.action, now);
}

QAction& WindowActions::action(const char* id) const
{
    const auto row = std::ranges::find_if(m_rows, [id](const Row& r) { return std::string_view(r.about.id) == id; });
    Q_ASSERT(row != m_rows.end());
    return *row->action;
}

QList<WindowActions::Command> WindowActions::commands()
{
    refresh();
    QList<Command> found;
    for (const MenuPlace place : {MenuPlace::File, MenuPlace::Edit, MenuPlace::View, MenuPlace::Plan, MenuPlace::Help})
        collectCommands(menu(place).actions(), plainText(*menu(place).menuAction()), {}, found);
    return found;
}

} // namespace trestle
