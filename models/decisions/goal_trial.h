#pragma once

#include "models/decisions/goal_search.h"

#include <vector>

namespace trestle {

/// Assesses ways to one goal, by their first runs or by all of them, and keeps what it found.
class GoalTrial {
public:
    GoalTrial(const Plan& plan, const Goal& goal, const QuestionOptions& options);

    enum class Runs : std::uint8_t { few, all };
    /// The way with its chances and figures. One that was assessed before is not simulated again.
    Result<Way> assess(Way way, Runs runs);
    /// What each of the goal's limits would have to be for a way to meet it, at its confidence and with the others as
    /// they are; absent where nothing makes it so.
    struct Limits {
        std::optional<Date> by;
        std::optional<Money> budget;
        std::optional<Money> moreCash;
        std::optional<double> marginPercent;
    };
    /// Of the last way assessed.
    [[nodiscard]] const Limits& limits() const { return m_known[m_last].limits; }

    /// By few runs a way that seems to miss by less than a doubt is still looked at by all of them.
    [[nodiscard]] bool seemsSure(Chance chance) const
    {
        return chance.share >= probability(m_goal.confidence) - (fewAreAll() ? 0.0 : kDoubt);
    }
    [[nodiscard]] bool seemsToMeet(const Way& way) const { return seemsSure(way.chance); }
    [[nodiscard]] bool meets(const Way& way) const { return way.chance.share >= probability(m_goal.confidence); }
    void setToday(const Way& today) { m_today = today; }
    [[nodiscard]] bool fewAreAll() const { return m_few == m_options.runs; }
    /// Calls `use` with each way assessed by few runs.
    template <class Use>
    void eachTried(Use use) const
    {
        for (const Known& known : m_known)
            if (known.runs == Runs::few || fewAreAll())
                use(known.way, known.limits);
    }

private:
    static constexpr double kDoubt = 0.015;

    struct Known {
        Way way;
        Runs runs = Runs::few;
        Limits limits;
    };
    Result<Known> simulated(Way way, Runs runs) const;
    [[nodiscard]] Known read(Way way, Runs runs, const Plan& plan, const Risk& risk) const;

    const Plan& m_plan;
    const Goal& m_goal;
    const QuestionOptions& m_options;
    std::uint32_t m_few;
    Way m_today;
    std::vector<Known> m_known;
    std::size_t m_last = 0;
    double m_work = 0; // runs so far
};

} // namespace trestle
