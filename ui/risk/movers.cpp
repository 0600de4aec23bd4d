#include "ui/risk/movers.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle {

std::vector<Mover> moversOf(const Plan& plan, const Risk& risk)
{
    std::vector<Mover> movers;
    if (risk.outside)
        movers.push_back({tr("The project as a whole"), *risk.outside, true});
    for (std::size_t p = 0; p < risk.phases.size(); ++p)
        if (risk.phases[p].hasWork)
            movers.push_back({format::text(plan.phases[p].shortTitle), risk.phases[p], false});
    return movers;
}

} // namespace trestle
