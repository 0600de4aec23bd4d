#include "models/readiness.h"

namespace trestle {

double partInPlace(std::span<const ScopeItem> items)
{
    double all = 0;
    double inPlace = 0;
    double count = 0;
    double ticked = 0;
    for (const ScopeItem& entry : items) {
        if (!entry.progress.isInScope())
            continue;
        all += entry.full.likely;
        inPlace += entry.full.likely - entry.full.likely * entry.partLeft;
        count += 1;
        ticked += entry.progress.inPlace();
    }
    return all > kEpsilon ? inPlace / all : count > 0 ? ticked / count : 0.0;
}

Readiness readiness(const Catalogue& catalogue, const Scope& scope)
{
    Readiness result;
    for (const ScopeItem& entry : scope.items) {
        switch (entry.progress.state) {
        case ItemState::missing: ++result.missing; break;
        case ItemState::partial: ++result.partial; break;
        case ItemState::done: ++result.done; break;
        case ItemState::underWay: ++result.underWay; break;
        case ItemState::excluded: ++result.excluded; break;
        }
    }
    if (result.missing + result.partial + result.done + result.underWay == 0)
        return result;
    const double prototype = catalogue.prototypeShare.value;
    result.fraction = prototype + (1.0 - prototype) * partInPlace(scope.items);
    return result;
}

} // namespace trestle
