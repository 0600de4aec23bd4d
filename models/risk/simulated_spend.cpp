#include "models/risk/simulated_spend.h"

#include "models/draws/effort_sampler.h"
#include "models/draws/parallel_for.h"
#include "models/plan/cost.h"
#include "models/risk/simulation_setting.h"
#include "models/risk/statistics.h"
#include "models/schedule.h"

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr std::size_t kSpendBlock = EffortBatch::kMostRuns; // runs handed to a thread at a time
constexpr std::size_t kMostCells = 240;                     // finer than a chart can show

/// Moments at equal distances of whole working days, from 0 to the latest finish.
struct Grid {
    Grid(const Plan& plan, Weeks latest)
    {
        const auto days = static_cast<std::size_t>(std::ceil(std::max(latest, Weeks{}) * kWorkingDaysPerWeek - 1e-6));
        const std::size_t perCell = std::max<std::size_t>(1, (days + kMostCells - 1) / kMostCells);
        cell = static_cast<double>(perCell) / kWorkingDaysPerWeek;
        cells = (days + perCell - 1) / perCell;
        for (std::size_t k = 1; k <= cells; ++k)
            lastDays.push_back(plan.calendar.dateOf(static_cast<int>(k * perCell) - 1));
    }
    Weeks cell = 0;
    std::size_t cells = 0;
    std::vector<Date> lastDays; ///< per cell: its last working day
};

struct SpendSetting : SimulationSetting {
    Grid grid;
};

Result<SpendSetting> spendSetting(const Plan& plan, const Risk& risk)
{
    auto setting = simulationSetting(plan);
    if (!setting)
        return std::unexpected(setting.error());
    const Weeks latest = risk.sortedFinish.empty() ? 0 : risk.sortedFinish.back();
    return SpendSetting{std::move(*setting), Grid(plan, latest)};
}

/// One thread's tools.
class Spender {
public:
    Spender(const SpendSetting& setting, const SimulationOptions& options)
        : m_setting(setting), m_scheduler(setting.network), m_sampler(setting.effort, options.seed, options.method),
          m_spent(setting.grid.cells)
    {
    }

    void seek(std::size_t run) { m_sampler.seek(run); }

    /// The next run's dollars by the end of each cell.
    std::span<const double> run()
    {
        m_sampler.next();
        const Schedule& schedule = m_scheduler.run(m_sampler.work(), m_sampler.delay());
        std::ranges::fill(m_spent, 0.0);
        if (m_setting.plan.inputs.costMode == CostMode::retained)
            addRetained(schedule);
        else
            addWorked(schedule);
        addRisks(schedule);
        if (!m_spent.empty())
            m_spent.front() += m_setting.plan.actual.total().inDollars();
        for (std::size_t k = 1; k < m_spent.size(); ++k)
            m_spent[k] += m_spent[k - 1];
        if (schedule.end > kEpsilon)
            addRunning(schedule);
        addAfterLaunch(schedule);
        return m_spent;
    }

private:
    /// Responses at the start, what events cost on the last day of their phase.
    void addRisks(const Schedule& schedule)
    {
        if (m_spent.empty())
            return;
        m_spent.front() += m_setting.effort.responses.inDollars();
        if (m_sampler.delay().empty())
            return;
        for (std::uint32_t p = 0; p < m_setting.network.phaseCount; ++p) {
            const Weeks at = schedule.finish[m_setting.network.phaseNode(p)];
            const auto cell = static_cast<std::size_t>(std::max(0.0, std::ceil(at / m_setting.grid.cell - 1e-6) - 1));
            m_spent[std::min(cell, m_spent.size() - 1)] += m_sampler.money(p);
        }
    }

    void addRetained(const Schedule& schedule)
    {
        for (const Worker& worker : m_setting.network.workers)
            addSpan(worker.weeklyCost, worker.firstDay, std::min(schedule.end, worker.lastDay));
    }

    void addWorked(const Schedule& schedule)
    {
        eachTimeAtWork(m_setting.network, schedule, [&](std::uint32_t worker, Weeks from, Weeks to) {
            addSpan(m_setting.network.workers[worker].weeklyCost, from, to);
        });
    }

    void addSpan(double perWeek, Weeks from, Weeks to)
    {
        const Weeks cell = m_setting.grid.cell;
        if (m_spent.empty() || to - from <= kEpsilon)
            return;
        for (auto k = static_cast<std::size_t>(std::max(from, Weeks{}) / cell); from < to; ++k) {
            const bool isLast = k + 1 >= m_spent.size();
            const Weeks end = isLast ? to : std::min(to, static_cast<double>(k + 1) * cell);
            m_spent[std::min(k, m_spent.size() - 1)] += perWeek * std::max(Weeks{}, end - from);
            from = std::max(from, end);
        }
    }

    void addRunning(const Schedule& schedule)
    {
        const Plan& plan = m_setting.plan;
        const Date finish = plan.calendar.lastDate(0, schedule.end);
        for (std::size_t r = 0; r < plan.running.size(); ++r) {
            const NodeIndex phase = m_setting.network.phaseNode(static_cast<std::uint32_t>(plan.running[r].phase));
            const Date from = plan.calendar.startDate(schedule.start[phase]);
            const double perDay = m_sampler.monthly(r) / kDaysPerMonth;
            for (std::size_t k = 0; k < m_spent.size(); ++k) {
                const auto days = (std::min(m_setting.grid.lastDays[k], finish) - from).count() + 1;
                m_spent[k] += perDay * static_cast<double>(std::max<long>(days, 0));
            }
        }
    }

    /// All at once, from the end of the work on.
    void addAfterLaunch(const Schedule& schedule)
    {
        const Plan& plan = m_setting.plan;
        if (plan.inputs.monthsAfterLaunch == 0)
            return;
        double dollars = 0;
        for (std::size_t r = 0; r < plan.running.size(); ++r)
            dollars += m_sampler.monthly(r) * plan.running[r].monthsAfterLaunch;
        for (std::size_t k = 0; k < m_spent.size(); ++k)
            if (static_cast<double>(k + 1) * m_setting.grid.cell >= schedule.end - kSlackEpsilon)
                m_spent[k] += dollars;
    }

    const SpendSetting& m_setting;
    Scheduler m_scheduler;
    EffortSampler m_sampler;
    std::vector<double> m_spent;
};

} // namespace

Result<std::vector<SpendSpread>> simulateSpend(const Plan& plan, const Risk& risk, SimulationOptions options)
{
    options.runs = std::min(options.runs, kSpendRuns);
    const auto setting = spendSetting(plan, risk);
    if (!setting)
        return std::unexpected(setting.error());

    const std::size_t cells = setting->grid.cells;
    std::vector<std::vector<double>> spent(cells, std::vector<double>(options.runs));
    std::vector<Spender> tools;
    for (unsigned t = 0; t < threadCount(options.runs, kSpendBlock, options.threads); ++t)
        tools.emplace_back(*setting, options);
    parallelFor(options.runs, kSpendBlock, options.threads,
                [&](std::size_t thread, std::size_t first, std::size_t last) {
                    if (options.stop.stop_requested())
                        return;
                    tools[thread].seek(first);
                    for (std::size_t n = first; n < last; ++n) {
                        const std::span<const double> run = tools[thread].run();
                        for (std::size_t k = 0; k < cells; ++k)
                            spent[k][n] = run[k];
                    }
                });
    if (options.stop.stop_requested())
        return fail(ErrorCode::cancelled);

    const double before = plan.actual.total().inDollars();
    std::vector<SpendSpread> spreads{{0, before, before, before}};
    for (std::size_t k = 0; k < cells; ++k) {
        std::ranges::sort(spent[k]);
        spreads.push_back({static_cast<double>(k + 1) * setting->grid.cell, quantileOf(spent[k], 0.1),
                           quantileOf(spent[k], 0.5), quantileOf(spent[k], 0.9)});
    }
    // In the end a run has spent its total, of which the simulation has more runs.
    if (cells > 0) {
        const Percentiles totals = risk.totalPercentiles();
        for (SpendSpread& point : spreads)
            point = {point.at, std::min(point.p10, totals.p10), std::min(point.p50, totals.p50),
                     std::min(point.p90, totals.p90)};
        spreads.back() = {spreads.back().at, totals.p10, totals.p50, totals.p90};
    }
    return spreads;
}

} // namespace trestle
