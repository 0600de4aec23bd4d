#pragma once

#include "models/money_terms.h"

#include <functional>
#include <optional>

class QMenu;

namespace trestle {

/// The choices of where an item stands to what a client is offered, as a menu of `menu`.
void addScopeMenu(QMenu& menu, std::optional<ItemScope> now,
                  const std::function<void(std::optional<ItemScope>)>& choose);

} // namespace trestle
