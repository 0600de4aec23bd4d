#pragma once

#include "models/decisions/goal_search.h"

#include <algorithm>
#include <vector>

namespace trestle {

/// What the runs of a way say to what a goal asks for besides its date and its budget. What it does not ask for holds
/// in every run.
class GoalConditions {
public:
    GoalConditions(const Goal& goal, const Plan& plan, const Risk& risk);

    [[nodiscard]] bool cashLasts(std::size_t run) const { return m_lasts.empty() || m_lasts[run]; }
    [[nodiscard]] bool marginIsEnough(std::size_t run) const
    {
        return m_marginMissing.empty() || m_marginMissing[run] <= kEpsilon;
    }
    [[nodiscard]] bool hold(std::size_t run) const { return cashLasts(run) && marginIsEnough(run); }

    /// Dollars that are lacking up to the end of the buffer, by run; empty where that is not asked.
    [[nodiscard]] const std::vector<double>& lacking() const { return m_lacking; }
    /// By how much the margin is less than what is wanted, by run, in per cent of what the run brings in at the price
    /// of the way itself; empty where that is not asked.
    [[nodiscard]] const std::vector<double>& marginMissing() const { return m_marginMissing; }

    /// Absent where that is not asked.
    [[nodiscard]] std::optional<Chance> chanceCashLasts() const;
    [[nodiscard]] std::optional<Chance> chanceOfMargin() const;
    /// That both conditions hold in a run that keeps to date and budget, as `inTimeAndBudget` says by its number;
    /// `both` is the chance of these two.
    [[nodiscard]] Chance chanceOfAll(Chance both, auto inTimeAndBudget) const
    {
        const std::size_t runs = std::max(m_lacking.size(), m_marginMissing.size());
        if (runs == 0)
            return both;
        return chanceIn(runs, !m_varies || (both.certain && both.share <= 0),
                        [&](std::size_t run) { return inTimeAndBudget(run) && hold(run); });
    }

private:
    static Chance chanceIn(std::size_t runs, bool certain, auto holds)
    {
        std::size_t held = 0;
        for (std::size_t run = 0; run < runs; ++run)
            held += holds(run) ? 1U : 0U;
        return {static_cast<double>(held) / static_cast<double>(runs), certain};
    }

    std::vector<bool> m_lasts;
    std::vector<double> m_lacking;
    std::vector<double> m_marginMissing;
    bool m_varies = false; ///< whether runs differ at all
};

} // namespace trestle
