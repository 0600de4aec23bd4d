#include "ui/checklist/scope_menu.h"

#include "ui/base/tr.h"
#include "ui/base/wording.h"

#include <QActionGroup>
#include <QMenu>

namespace trestle {

void addScopeMenu(QMenu& menu, std::optional<ItemScope> now,
                  const std::function<void(std::optional<ItemScope>)>& choose)
{
    QMenu* scopes = menu.addMenu(tr("&To the client"));
    scopes->setObjectName(QStringLiteral("scopeMenu"));
    auto* group = new QActionGroup(scopes);
    for (const std::optional<ItemScope> scope : {std::optional<ItemScope>(), std::optional(ItemScope::phase2),
                                                 std::optional(ItemScope::option), std::optional(ItemScope::taken)}) {
        QAction* action = group->addAction(wording::scopeChoice(scope));
        action->setCheckable(true);
        action->setChecked(scope == now);
        QObject::connect(action, &QAction::triggered, scopes, [choose, scope] { choose(scope); });
    }
    scopes->addActions(group->actions());
}

} // namespace trestle
