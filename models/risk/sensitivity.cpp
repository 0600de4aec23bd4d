#include "models/risk/sensitivity.h"

#include "models/draws/parallel_for.h"
#include "models/risk/statistics.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <optional>

namespace trestle {

void DriverCounts::count(std::span<const std::uint8_t> withPeople, std::span<const std::uint8_t> byLinks,
                         std::span<const std::uint8_t> hasWork)
{
    bool all = true;
    for (std::size_t p = 0; p < m_withPeople.size(); ++p) {
        m_withPeople[p] += withPeople[p];
        m_byLinks[p] += byLinks[p];
        all = all && withPeople[p] == hasWork[p];
    }
    m_everythingDrove += all ? 1U : 0U;
    ++m_runs;
}

void DriverCounts::add(const DriverCounts& other)
{
    std::ranges::transform(m_withPeople, other.m_withPeople, m_withPeople.begin(), std::plus{});
    std::ranges::transform(m_byLinks, other.m_byLinks, m_byLinks.begin(), std::plus{});
    m_everythingDrove += other.m_everythingDrove;
    m_runs += other.m_runs;
}

namespace {

struct Outcome {
    std::span<const double> values;
    Ranking ranking;
    double mean = 0;
};

Outcome outcomeOf(const std::vector<double>& values, std::vector<double>& sorted)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return {values, Ranking(values, &sorted), sum / static_cast<double>(values.size())};
}

// The mean outcome over the fifth of runs with the lowest or highest draw, less the overall mean.
double swing(const Outcome& outcome, const Ranking& draw, bool highest)
{
    const double twoFifths = static_cast<double>(draw.size()) * 2.0 / 5.0;
    const double end = highest ? 2.0 * static_cast<double>(draw.size() - 1) : 0.0;
    const double sign = highest ? -1.0 : 1.0;
    double sum = 0;
    double count = 0;
    for (std::size_t n = 0; n < draw.size(); ++n) {
        const double isIn = end + sign * draw.twice()[n] < twoFifths ? 1.0 : 0.0; // branch-free: unpredictable
        sum += isIn * outcome.values[n];
        count += isIn;
    }
    return count > 0.0 ? sum / count - outcome.mean : 0.0;
}

Sensitivity sensitivityTo(const std::vector<float>& draw, const Outcome& finish, const Outcome& total)
{
    const Ranking ranking{std::span<const float>(draw)};
    return {correlationOf(ranking, finish.ranking), correlationOf(ranking, total.ranking),
            swing(finish, ranking, false),          swing(finish, ranking, true),
            swing(total, ranking, false),           swing(total, ranking, true)};
}

// A phase without work or without spread still has a draw, which moves nothing of its own.
bool hasPhaseSpread(const PhasePlan& phase)
{
    return phase.effort.high - phase.effort.low > kEpsilon;
}

} // namespace

Risk summarise(const Plan& plan, const SimulationOptions& options, Samples samples, const DriverCounts& counts)
{
    Risk risk;
    risk.runs = options.runs;
    risk.seed = options.seed;
    risk.oneCrewInSeries = counts.everythingDrives() && plan.isOneCrew();
    std::optional<Outcome> finish;
    std::optional<Outcome> total;
    const std::array<std::function<void()>, 5> outcomes{[&] {
                                                            if (!samples.value.empty())
                                                                Ranking(samples.value, &risk.sortedValue);
                                                        },
                                                        [&] {
                                                            if (!samples.otherTotal.empty())
                                                                Ranking(samples.otherTotal, &risk.sortedOtherTotal);
                                                        },
                                                        [&] { finish = outcomeOf(samples.finish, risk.sortedFinish); },
                                                        [&] { total = outcomeOf(samples.total, risk.sortedTotal); },
                                                        [&] { Ranking(samples.labour, &risk.sortedLabour); }};
    parallelFor(outcomes.size(), 1, options.threads,
                [&](std::size_t, std::size_t first, std::size_t) { outcomes[first](); });

    risk.phases.resize(samples.draw.size());
    const std::size_t draws = risk.phases.size() + (samples.outside.empty() ? 0 : 1);
    parallelFor(draws, 1, options.threads, [&](std::size_t, std::size_t p, std::size_t) {
        if (p == risk.phases.size()) {
            risk.outside = sensitivityTo(samples.outside, *finish, *total);
            return;
        }
        PhaseRisk& phase = risk.phases[p];
        phase.id = plan.phases[p].id;
        phase.hasWork = plan.phases[p].mayHaveWork();
        phase.drivesFinish = counts.withPeople(p);
        phase.drivesByLinks = counts.byLinks(p);
        phase.finishWeek = percentilesOf(std::move(samples.phaseFinish[p]));
        if (hasPhaseSpread(plan.phases[p]))
            static_cast<Sensitivity&>(phase) = sensitivityTo(samples.draw[p], *finish, *total);
    });
    risk.value = std::move(samples.value);
    risk.cash = std::move(samples.cashRuns);
    risk.finish = std::move(samples.finish);
    risk.total = std::move(samples.total);
    return risk;
}

} // namespace trestle
