#include "models/progress/as_planned.h"

#include "models/learning.h"

namespace trestle {

Inputs asPlanned(const Inputs& inputs)
{
    Inputs planned = inputs;
    planned.asOf.reset();
    planned.baseline.reset();
    planned.actualCosts.clear();
    for (auto& [id, item] : planned.items) {
        const ItemState state = item.progress.state;
        const bool isBegun = state == ItemState::underWay || (state == ItemState::done && item.actual.any());
        if (isBegun)
            item.progress.state = item.actual.partlyBefore ? ItemState::partial : ItemState::missing;
        item.actual = {};
    }
    return planned;
}

} // namespace trestle
