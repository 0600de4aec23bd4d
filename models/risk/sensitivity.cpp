#include "models/risk/sensitivity.h"

#include "models/risk/statistics.h"
#include "models/slack.h"

#include <algorithm>
#include <numeric>

namespace trestle {

void DriverCounts::count(const Network& network, const Schedule& schedule, std::span<const PersonWeeks> work)
{
    const auto withPeople = slackWithPeople(network, schedule);
    const auto byLinks = slackByLinks(network, work);
    bool all = true;
    for (std::uint32_t p = 0; p < network.phaseCount; ++p) {
        const NodeIndex node = network.phaseNode(p);
        if (!schedule.hasWork[node])
            continue;
        m_withPeople[p] += withPeople[node] <= kSlackEpsilon ? 1U : 0U;
        m_byLinks[p] += byLinks[node] <= kSlackEpsilon ? 1U : 0U;
        all = all && withPeople[node] <= kSlackEpsilon;
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

double meanOf(std::span<const double> sample)
{
    return std::accumulate(sample.begin(), sample.end(), 0.0) / static_cast<double>(sample.size());
}

std::vector<double> sorted(std::vector<double> sample)
{
    std::ranges::sort(sample);
    return sample;
}

struct Outcome {
    std::span<const double> values;
    std::vector<double> ranks;
    double mean = 0;
};

Outcome outcomeOf(const std::vector<double>& values)
{
    return {values, ranksOf(values), meanOf(values)};
}

// The mean outcome over the fifth of runs with the lowest or highest draw, less the overall mean.
double swing(const Outcome& outcome, std::span<const double> drawRanks, bool highest)
{
    const double fifth = static_cast<double>(drawRanks.size()) / 5.0;
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t n = 0; n < drawRanks.size(); ++n) {
        const double fromEnd = highest ? static_cast<double>(drawRanks.size() - 1) - drawRanks[n] : drawRanks[n];
        if (fromEnd < fifth) {
            sum += outcome.values[n];
            ++count;
        }
    }
    return count == 0 ? 0.0 : sum / static_cast<double>(count) - outcome.mean;
}

void addSensitivity(PhaseRisk& phase, const std::vector<float>& draw, const Outcome& finish, const Outcome& total)
{
    const std::vector<double> draws(draw.begin(), draw.end());
    const std::vector<double> ranks = ranksOf(draws);
    phase.finishCorrelation = correlationOf(ranks, finish.ranks);
    phase.costCorrelation = correlationOf(ranks, total.ranks);
    phase.finishWhenLow = swing(finish, ranks, false);
    phase.finishWhenHigh = swing(finish, ranks, true);
    phase.costWhenLow = swing(total, ranks, false);
    phase.costWhenHigh = swing(total, ranks, true);
}

} // namespace

Risk summarise(const Plan& plan, const SimulationOptions& options, Samples samples, const DriverCounts& counts)
{
    Risk risk;
    risk.runs = options.runs;
    risk.seed = options.seed;
    const Outcome finish = outcomeOf(samples.finish);
    const Outcome total = outcomeOf(samples.total);
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
        PhaseRisk phase;
        phase.id = plan.phases[p].id;
        phase.hasWork = plan.phases[p].hasWork;
        phase.drivesFinish = counts.withPeople(p);
        phase.drivesByLinks = counts.byLinks(p);
        phase.finishWeek =
            percentilesOf(sorted(std::vector<double>(samples.phaseFinish[p].begin(), samples.phaseFinish[p].end())));
        // A phase without work or without spread still has a draw, which moves nothing of its own.
        const ThreePoint& effort = plan.phases[p].effort;
        if (effort.high - effort.low > kEpsilon)
            addSensitivity(phase, samples.draw[p], finish, total);
        risk.phases.push_back(std::move(phase));
    }
    risk.oneCrewInSeries = counts.everythingDrives();
    risk.sortedFinish = sorted(samples.finish);
    risk.sortedLabour = sorted(std::move(samples.labour));
    risk.sortedTotal = sorted(samples.total);
    risk.finish = std::move(samples.finish);
    risk.total = std::move(samples.total);
    return risk;
}

} // namespace trestle
