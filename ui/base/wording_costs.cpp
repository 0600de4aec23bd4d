#include "models/learning.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"

#include <algorithm>

namespace trestle::wording {

QString costsCounted(const Inputs& inputs)
{
    const bool isBegun = !inputs.actualCosts.empty() ||
                         std::ranges::any_of(inputs.items, [](const auto& item) { return hasBegun(item.second); });
    const int months = inputs.monthsAfterLaunch;
    if (isBegun)
        return months == 0   ? tr("what was spent so far, and labour and running costs until the finish")
               : months == 1 ? tr("what was spent so far, labour, and running costs until a month after the finish")
                             : tr("what was spent so far, labour, and running costs until %1 months after the finish")
                                   .arg(months);
    return months == 0   ? tr("labour and running costs until the finish")
           : months == 1 ? tr("labour, and running costs until a month after the finish")
                         : tr("labour, and running costs until %1 months after the finish").arg(months);
}

} // namespace trestle::wording
