#include "models/risk/chance.h"

#include <cmath>

namespace trestle {

ToldChance told(Chance part, int percent)
{
    if (percent <= 0)
        return {part.certain && part.share <= 0 ? ChanceKind::never : ChanceKind::rarely, 0};
    if (percent >= 100)
        return {part.certain && part.share >= 1 ? ChanceKind::always : ChanceKind::nearlyAlways, 100};
    return {ChanceKind::percent, percent};
}

ToldChance told(Chance chance)
{
    return told(chance, static_cast<int>(std::lround(chance.share * 100.0)));
}

ToldChance toldShare(double share)
{
    return told(Chance{share, true});
}

int pointsMore(Chance from, Chance to)
{
    return told(to).percent - told(from).percent;
}

} // namespace trestle
