#include "models/decisions/headline_change.h"

#include "models/rounding.h"

namespace trestle {

HeadlineChange::Kind HeadlineChange::kind() const
{
    const bool better = days < 0 || total < Money();
    const bool worse = days > 0 || total > Money();
    if (better && worse)
        return Kind::mixed;
    return better ? Kind::better : worse ? Kind::worse : Kind::none;
}

HeadlineChange changeOf(const Headline& before, const Headline& now)
{
    return {static_cast<int>((now.finishDate - before.finishDate).count()),
            roundedDifference(now.total - before.total, MoneyFrom::runs)};
}

} // namespace trestle
