#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace trestle {

/// A menu of the window. Export is one in File, Theme one in View.
enum class MenuPlace : std::uint8_t { File, Export, Edit, View, Theme, Plan, Help };

/// One command of the window. The table of them (main_window_actions.cpp) makes the menus, the list of keys and what
/// the command palette finds: a command that stands there is in all three.
struct WindowAction {
    const char* id; ///< the objectName of its QAction, unique
    MenuPlace menu;
    QString text; ///< with the letter that chooses it in its menu
    QKeySequence keys = {};
    std::function<void()> run = {};
    /// Why it can't be used now, in a sentence; an empty one, or no function: it can.
    std::function<QString()> blocked = {};
    std::function<bool()> checked = {}; ///< for one that is on or off
    const char* group = nullptr;        ///< of which one is on
    bool line = false;                  ///< a line above it
    QMenu* submenu = nullptr;           ///< opens it, in place of something to run
    /// Actions that a part of the window makes and keeps, in place of one of its own.
    std::function<QList<QAction*>()> parts = {};
};

/// The commands of a window as its menus hold them.
class WindowActions : public QObject {
    Q_OBJECT
public:
    WindowActions(QMenuBar& menus, QObject* parent);
    ~WindowActions() override;

    [[nodiscard]] QMenu& menu(MenuPlace place) const { return *m_menus[static_cast<std::size_t>(place)]; }
    /// Once.
    void setTable(std::vector<WindowAction> table);
    /// Who can be used, who is on, and the actions of parts that came and went.
    void refresh();
    /// What an action is called, without the mark of its letter.
    [[nodiscard]] static QString plainText(const QAction& action);
    [[nodiscard]] QAction& action(const char* id) const;

    /// One that can be chosen: with its menu in words ("Plan", "File › Export") and why it can't be used now.
    struct Command {
        QAction* action;
        QString where;
        QString blocked;
    };
    [[nodiscard]] QList<Command> commands();

private:
    struct Row;
    void addRow(Row& row);
    void refreshParts(Row& row) const;

    std::array<QMenu*, static_cast<std::size_t>(MenuPlace::Help) + 1> m_menus{};
    std::vector<Row> m_rows;
    std::map<std::string, QActionGroup*, std::less<>> m_groups;
};

} // namespace trestle
