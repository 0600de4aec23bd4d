#include "models/risk/simulation.h"

#include "models/cost.h"
#include "models/effort.h"
#include "models/priority_order.h"
#include "models/risk/effort_sampler.h"
#include "models/risk/parallel_for.h"
#include "models/risk/sensitivity.h"
#include "models/risk/statistics.h"
#include "models/schedule.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace trestle {

namespace {

constexpr std::size_t kBlock = 128; // runs handed to a thread at a time

// What is the same in every run.
struct Setting {
    const Plan& plan;
    Network network;
    EffortModel effort;
};

// One thread's tools.
class Runner {
public:
    Runner(const Setting& setting, const SimulationOptions& options)
        : m_setting(setting), m_scheduler(setting.network), m_sampler(setting.effort, options.seed, options.method)
    {
    }

    void seek(std::size_t run) { m_sampler.seek(run); }

    /// The next run's schedule.
    const Schedule& run()
    {
        m_sampler.next();
        return m_scheduler.run(m_sampler.work());
    }

    [[nodiscard]] const EffortSampler& draws() const { return m_sampler; }

    [[nodiscard]] double labour(const Schedule& schedule) const
    {
        double dollars = 0;
        const bool retained = m_setting.plan.inputs.costMode == CostMode::retained;
        for (std::size_t rank = 0; rank < m_setting.network.workers.size(); ++rank) {
            const Worker& worker = m_setting.network.workers[rank];
            const Weeks paid = retained ? std::max(0.0, schedule.end - worker.firstDay) : schedule.worked[rank];
            dollars += paid * worker.weeklyCost;
        }
        return dollars;
    }

    [[nodiscard]] double running(const Schedule& schedule) const
    {
        double dollars = 0;
        const WorkCalendar& calendar = m_setting.plan.calendar;
        for (std::size_t r = 0; r < m_setting.plan.running.size(); ++r) {
            const RunningCostPlan& cost = m_setting.plan.running[r];
            const NodeIndex phase = m_setting.network.phaseNode(static_cast<std::uint32_t>(cost.phase));
            double months = cost.monthsAfterLaunch;
            if (schedule.end > kEpsilon) {
                const auto days = calendar.lastDate(0, schedule.end) - calendar.startDate(schedule.start[phase]);
                months += static_cast<double>(std::max(0L, static_cast<long>(days.count()) + 1)) / kDaysPerMonth;
            }
            dollars += m_sampler.monthly(r) * months;
        }
        return dollars;
    }

private:
    const Setting& m_setting;
    Scheduler m_scheduler;
    EffortSampler m_sampler;
};

Result<Setting> prepare(const Plan& plan)
{
    const Scope scope = remainingWork(*plan.catalogue, plan.inputs);
    auto network = buildNetwork(*plan.catalogue, plan.inputs, scope, plan.calendar);
    if (!network)
        return std::unexpected(network.error());
    if (plan.inputs.order == OrderKind::optimised)
        network->setOrder(chooseOrder(*plan.catalogue, plan.inputs, scope, *network).order);
    std::vector<ThreePoint> monthly;
    for (const RunningCostPlan& cost : plan.running)
        monthly.push_back(cost.monthly);
    return Setting{plan, std::move(*network), EffortModel(*plan.catalogue, plan.inputs, scope, monthly)};
}

// Tells how far it is, from whichever thread gets there.
class Progress {
public:
    Progress(const SimulationOptions& options, std::size_t steps) : m_options(options), m_steps(steps) {}
    void advance(std::size_t by)
    {
        const std::size_t done = m_done.fetch_add(by) + by;
        if (m_options.progress)
            m_options.progress(static_cast<double>(done) / static_cast<double>(m_steps));
    }
    [[nodiscard]] bool isStopped() const { return m_options.stop.stop_requested(); }

private:
    const SimulationOptions& m_options;
    std::size_t m_steps;
    std::atomic<std::size_t> m_done{0};
};

std::vector<Runner> runners(const Setting& setting, const SimulationOptions& options, std::size_t runs)
{
    std::vector<Runner> result;
    for (unsigned t = 0; t < threadCount(runs, kBlock, options.threads); ++t)
        result.emplace_back(setting, options);
    return result;
}

void runAll(const Setting& setting, const SimulationOptions& options, Progress& progress, std::vector<Runner>& tools,
            Samples& samples)
{
    parallelFor(options.runs, kBlock, options.threads, [&](std::size_t thread, std::size_t first, std::size_t last) {
        if (progress.isStopped())
            return;
        Runner& runner = tools[thread];
        runner.seek(first);
        for (std::size_t n = first; n < last; ++n) {
            const Schedule& schedule = runner.run();
            samples.finish[n] = schedule.end;
            samples.labour[n] = runner.labour(schedule);
            samples.total[n] = samples.labour[n] + runner.running(schedule);
            for (std::uint32_t p = 0; p < setting.network.phaseCount; ++p) {
                samples.draw[p][n] = static_cast<float>(runner.draws().phaseDraw(p));
                samples.phaseFinish[p][n] = static_cast<float>(schedule.finish[setting.network.phaseNode(p)]);
            }
        }
        progress.advance(last - first);
    });
}

void askDrivers(const Setting& setting, const SimulationOptions& options, Progress& progress,
                std::vector<Runner>& tools, DriverCounts& counts)
{
    const std::size_t asked = std::min(options.runs, options.drivingRuns);
    std::vector<DriverCounts> perThread(tools.size(), DriverCounts(setting.network.phaseCount));
    parallelFor(asked, kBlock, options.threads, [&](std::size_t thread, std::size_t first, std::size_t last) {
        if (progress.isStopped())
            return;
        Runner& runner = tools[thread];
        runner.seek(first);
        for (std::size_t n = first; n < last; ++n) {
            const Schedule& schedule = runner.run();
            perThread[thread].count(setting.network, schedule, runner.draws().work());
        }
        progress.advance(last - first);
    });
    for (const DriverCounts& part : perThread)
        counts.add(part);
}

} // namespace

Weeks latestFinishBy(const WorkCalendar& calendar, Date date)
{
    const int days = calendar.indexOnOrAfter(date + std::chrono::days{1});
    // The slack that WorkCalendar::lastIndex gives a finish that is a rounding error past the end of a day.
    return (days + 1e-6) / kWorkingDaysPerWeek;
}

Result<Risk> simulate(const Plan& plan, const SimulationOptions& options)
{
    if (options.runs < 1)
        return fail(ErrorCode::invalidValue, std::to_string(options.runs), "/runs", "1 or more");
    auto setting = prepare(plan);
    if (!setting)
        return std::unexpected(setting.error());

    Samples samples(options.runs, setting->network.phaseCount);
    DriverCounts counts(setting->network.phaseCount);
    Progress progress(options, std::size_t{options.runs} + std::min(options.runs, options.drivingRuns));
    std::vector<Runner> tools = runners(*setting, options, options.runs);
    runAll(*setting, options, progress, tools, samples);
    askDrivers(*setting, options, progress, tools, counts);
    if (progress.isStopped())
        return fail(ErrorCode::cancelled);
    return summarise(plan, options, std::move(samples), counts);
}

Weeks Risk::finishAt(double q) const
{
    return quantileOf(sortedFinish, q);
}

Money Risk::totalAt(double q) const
{
    return Money::rounded(quantileOf(sortedTotal, q));
}

Percentiles Risk::finishPercentiles() const
{
    return percentilesOf(sortedFinish);
}

Percentiles Risk::labourPercentiles() const
{
    return percentilesOf(sortedLabour);
}

Percentiles Risk::totalPercentiles() const
{
    return percentilesOf(sortedTotal);
}

double Risk::chanceBy(Weeks by) const
{
    const auto within = std::ranges::upper_bound(sortedFinish, by) - sortedFinish.begin();
    return static_cast<double>(within) / static_cast<double>(sortedFinish.size());
}

double Risk::chanceUnder(Money budget) const
{
    const auto within = std::ranges::upper_bound(sortedTotal, budget.inDollars() + 0.005) - sortedTotal.begin();
    return static_cast<double>(within) / static_cast<double>(sortedTotal.size());
}

double Risk::chanceOfBoth(Weeks by, Money budget) const
{
    std::size_t within = 0;
    for (std::size_t n = 0; n < finish.size(); ++n)
        within += finish[n] <= by && total[n] <= budget.inDollars() + 0.005 ? 1U : 0U;
    return static_cast<double>(within) / static_cast<double>(finish.size());
}

} // namespace trestle
