#include "models/readiness.h"

namespace trestle {

Readiness readiness(const Catalogue& catalogue, const Scope& scope)
{
    Readiness result;
    double all = 0;
    double inPlace = 0;
    for (const ScopeItem& entry : scope.items) {
        switch (entry.state) {
        case ItemState::missing: ++result.missing; break;
        case ItemState::partial: ++result.partial; break;
        case ItemState::done: ++result.done; break;
        case ItemState::excluded: ++result.excluded; continue;
        }
        all += entry.full.likely;
        inPlace += entry.full.likely - entry.remaining.likely;
    }
    if (result.missing + result.partial + result.done == 0)
        return result;
    const double prototype = catalogue.prototypeShare.value;
    result.fraction = all > kEpsilon ? prototype + (1.0 - prototype) * (inPlace / all) : 1.0;
    return result;
}

} // namespace trestle
