#include "data/exchange/chart_places.h"

#include "models/risk/promises.h"

#include <algorithm>
#include <array>

namespace trestle {

Weeks sureFinish(const PhasePlan& phase, const Risk& risk, int confidence)
{
    const auto found = std::ranges::find(risk.phases, phase.id, &PhaseRisk::id);
    if (found == risk.phases.end())
        return phase.when.likely.finish;
    const Percentiles& at = found->finishWeek;
    return std::max(phase.when.likely.finish, Weeks{confidence == 50 ? at.p50 : confidence == 90 ? at.p90 : at.p80});
}

OddsDots oddsDots(const Risk& risk, int confidence)
{
    constexpr int kInTime = OddsDots::kColumns - 1;
    const CountableOdds odds = countableOdds(risk, confidence);
    const double from = odds.finish.front();
    const double width = std::max<double>(odds.finish.back() - from, 1e-6) / kInTime;
    const auto columnOf = [&](Weeks finish) {
        return std::min(static_cast<int>(static_cast<double>(finish - from) / width), kInTime - 1);
    };
    const int promised = columnOf(odds.finish.at(odds.kept > 0 ? odds.kept - 1 : 0));
    std::array<int, OddsDots::kColumns> heights{};
    OddsDots all{{}, 0, promised + 1, odds.kept};
    for (std::size_t i = 0; i < odds.finish.size(); ++i) {
        const bool kept = i < odds.kept;
        const int column = kept ? columnOf(odds.finish.at(i)) : std::max(columnOf(odds.finish.at(i)), promised) + 1;
        const int height = heights.at(static_cast<std::size_t>(column))++;
        all.tallest = std::max(all.tallest, height + 1);
        all.dots.push_back({column, height, kept});
    }
    return all;
}

} // namespace trestle
