#include "models/decisions/headline_delta.h"

#include "models/rounding.h"

namespace trestle {

HeadlineDelta::Kind HeadlineDelta::kind() const
{
    const bool better = days < 0 || total < Money();
    const bool worse = days > 0 || total > Money();
    if (better && worse)
        return Kind::mixed;
    return better ? Kind::better : worse ? Kind::worse : Kind::none;
}

HeadlineDelta deltaOf(const Headline& before, const Headline& now)
{
    // Of the amounts that are read, so that the one and the difference make the other.
    return {static_cast<int>((now.finishDate - before.finishDate).count()),
            promised(now.total) - promised(before.total)};
}

} // namespace trestle
