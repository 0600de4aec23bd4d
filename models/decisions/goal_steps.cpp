#include "models/decisions/goal_steps.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr int kMostLooked = 32; // of the steps of a change, where none can be passed over

} // namespace

Result<GoalSteps::Stepped> GoalSteps::fewer(Stepped found, int tooFew, int halvings, const Step& with, auto does)
{
    for (int n = 0; n < halvings && found.steps - tooFew > 1; ++n) {
        const int middle = found.steps - (found.steps - tooFew) / 2;
        auto tried = m_trial.assess(with(middle), GoalTrial::Runs::few);
        if (!tried)
            return std::unexpected(tried.error());
        if (does(*tried))
            found = {std::move(*tried), middle};
        else
            tooFew = middle;
    }
    return found;
}

// More of a change makes date and budget surer, as good as always, so that the step is found by halving.
Result<std::optional<Way>> GoalSteps::fewest(int most, const Step& with, int halvings)
{
    const auto keepsDateAndBudget = [this](const Way& way) { return m_trial.seemsSure(way.chanceOfBoth); };
    auto last = m_trial.assess(with(most), GoalTrial::Runs::few);
    if (!last)
        return std::unexpected(last.error());
    if (!keepsDateAndBudget(*last))
        return std::nullopt;
    auto found = fewer({std::move(*last), most}, 0, halvings, with, keepsDateAndBudget);
    if (!found)
        return std::unexpected(found.error());
    if (m_goal.hasConditions())
        return fewestFrom(found->steps, most, with);
    return std::optional(std::move(found->way));
}

// An earlier start pays people before a grant arrives, fewer items are priced at less: cash and margin may be right in
// between and not at the end. So every step is looked at; of many, some at equal distances.
Result<std::optional<Way>> GoalSteps::fewestFrom(int first, int most, const Step& with)
{
    const auto meets = [this](const Way& way) { return m_trial.seemsToMeet(way); };
    const int stride = std::max(1, (most - first + kMostLooked - 1) / kMostLooked);
    int tooFew = first - 1;
    for (int steps = first; tooFew < most; steps = std::min(most, steps + stride)) {
        auto tried = m_trial.assess(with(steps), GoalTrial::Runs::few);
        if (!tried)
            return std::unexpected(tried.error());
        if (meets(*tried)) {
            auto found = fewer({std::move(*tried), steps}, tooFew, kManySteps, with, meets);
            if (!found)
                return std::unexpected(found.error());
            return std::optional(std::move(found->way));
        }
        tooFew = steps;
    }
    return std::nullopt;
}

} // namespace trestle
