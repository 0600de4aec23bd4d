#include "models/plan/spend_by_day.h"

#include <algorithm>
#include <cmath>

namespace trestle {

std::vector<SpentBy> promisedSpend(const Plan& plan)
{
    std::vector<SpentBy> spend;
    if (plan.inputs.baseline)
        for (const PromisedSpend& point : plan.inputs.baseline->spend)
            spend.push_back({point.by, point.total});
    std::ranges::stable_sort(spend, {}, &SpentBy::day);
    return spend;
}

double spentBy(std::span<const SpentBy> spend, Date day)
{
    const auto after = std::ranges::upper_bound(spend, day, {}, &SpentBy::day);
    if (after == spend.begin())
        return 0;
    const SpentBy& before = *std::prev(after);
    if (after == spend.end())
        return before.total.inDollars();
    const double part =
        static_cast<double>((day - before.day).count()) / static_cast<double>((after->day - before.day).count());
    return std::lerp(before.total.inDollars(), after->total.inDollars(), part);
}

} // namespace trestle
