#include "models/risk/simulation.h"

#include "models/bill_rate.h"
#include "models/draws/effort_batch.h"
#include "models/draws/parallel_for.h"
#include "models/money_rules.h"
#include "models/plan/actual_costs.h"
#include "models/plan/cost.h"
#include "models/replay/schedule_replay.h"
#include "models/risk/cash_ledger.h"
#include "models/risk/layers.h"
#include "models/risk/running_days.h"
#include "models/risk/sensitivity.h"
#include "models/risk/simulation_setting.h"
#include "models/risk/statistics.h"
#include "models/schedule.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <memory>
#include <optional>

namespace trestle {

namespace {

constexpr std::size_t kBlock = 256; // runs handed to a thread at a time
constexpr double kHorizon = 1.25;   // of the high case: later than nearly all runs where the project does not vary
constexpr double kFarOutside = 2.5; // standard deviations of how it varies, of which few runs have more
static_assert(kBlock % EffortBatch::kMostRuns == 0 && EffortBatch::kMostRuns % kLanes == 0);

CostMode otherMode(CostMode mode)
{
    return mode == CostMode::worked ? CostMode::retained : CostMode::worked;
}

struct RunSetting : SimulationSetting {
    RunningDays days;
    std::vector<double> weeklyBill; // of each worker: dollars for a week on the plan
    double spent = 0;               // up to the status date: the same in each run
    double valueSoFar = 0;          // of the work up to then, at bill rates
    std::optional<CashSetting> cash;
};

// One thread's tools.
class Runner {
public:
    Runner(const RunSetting& setting, const SimulationOptions& options)
        : m_setting(setting), m_batch(setting.effort, options.seed, options.method), m_replay(setting.network)
    {
        if (setting.cash) {
            m_replay.keepWorkLog();
            m_cash = std::make_unique<CashLedger>(setting, *setting.cash, setting.days);
        }
        if (options.drivingRuns == 0)
            return;
        m_work.resize(setting.network.itemCount);
        m_delay.resize(setting.network.phaseCount);
        m_hasWork.resize(setting.network.phaseCount);
        m_scheduler.emplace(setting.network);
        m_drivers.emplace(setting.network);
    }

    /// Runs `first` up to `last`. Of those before `driving` it is also asked what drove their finish.
    void simulate(std::size_t first, std::size_t last, std::size_t driving, Samples& samples, DriverCounts& counts);

    /// Listed runs, into the samples from `first` on; nothing is asked of them.
    void simulateListed(std::span<const std::uint32_t> runs, std::size_t first, Samples& samples);

private:
    void schedule(std::size_t drawn, std::size_t lanes);
    void countDrivers(std::size_t drawn, DriverCounts& counts);
    void findWork();
    [[nodiscard]] bool isNobodyIdle(std::size_t lane) const;
    /// `batch` is the place of the first run of the batch among the samples.
    void keep(std::size_t batch, std::size_t drawn, std::size_t lanes, Samples& samples);
    [[nodiscard]] double labour(std::size_t lane, CostMode mode) const;
    [[nodiscard]] double billed(std::size_t lane) const;
    [[nodiscard]] double running(std::size_t drawn, std::size_t lane) const;
    [[nodiscard]] double risks(std::size_t drawn) const;

    const RunSetting& m_setting;
    EffortBatch m_batch;
    ScheduleReplay m_replay;
    std::unique_ptr<CashLedger> m_cash;                      // samples say where in it a run stands
    std::array<bool, EffortBatch::kMostRuns> m_nobodyIdle{}; // of the runs drawn
    std::vector<PersonWeeks> m_work;
    std::vector<Weeks> m_delay;          // per phase
    std::vector<std::uint8_t> m_hasWork; // per phase
    std::vector<std::uint8_t> m_withPeople;
    std::optional<Scheduler> m_scheduler;
    std::optional<DriverSearch> m_drivers;
};

void Runner::simulate(std::size_t first, std::size_t last, std::size_t driving, Samples& samples, DriverCounts& counts)
{
    m_batch.seek(first);
    for (std::size_t run = first; run < last; run += EffortBatch::kMostRuns) {
        const std::size_t drawn = std::min(EffortBatch::kMostRuns, last - run);
        m_batch.next(drawn);
        for (std::size_t j = 0, lanes = 0; j < drawn; j += lanes) {
            lanes = m_batch.alike(j, kLanes);
            schedule(j, lanes);
            keep(run, j, lanes, samples);
            for (std::size_t lane = 0; lane < lanes; ++lane)
                m_nobodyIdle[j + lane] = isNobodyIdle(lane);
        }
        for (std::size_t j = 0; j < drawn && run < driving; ++j)
            if (run + m_batch.place(j) < driving)
                countDrivers(j, counts);
    }
}

void Runner::simulateListed(std::span<const std::uint32_t> runs, std::size_t first, Samples& samples)
{
    for (std::size_t at = 0; at < runs.size(); at += EffortBatch::kMostRuns) {
        const std::size_t drawn = std::min(EffortBatch::kMostRuns, runs.size() - at);
        m_batch.draw(runs.subspan(at, drawn));
        for (std::size_t j = 0, lanes = 0; j < drawn; j += lanes) {
            lanes = m_batch.alike(j, kLanes);
            schedule(j, lanes);
            keep(first + at, j, lanes, samples);
        }
    }
}

void Runner::schedule(std::size_t drawn, std::size_t lanes)
{
    const std::span<const double> delay = m_batch.allDelay();
    m_replay.run(m_batch.allWork().subspan(drawn), delay.empty() ? delay : delay.subspan(drawn), EffortBatch::kMostRuns,
                 lanes);
}

// Where no one waits before the end, everything drives: an item that ends later moves the next item of each of its
// people, and theirs, up to the last, which ends with the plan. That saves making the schedule and looking back in it.
void Runner::countDrivers(std::size_t drawn, DriverCounts& counts)
{
    m_batch.workOfRun(drawn, m_work);
    findWork();
    m_batch.delayOfRun(drawn, m_delay);
    m_withPeople = m_nobodyIdle[drawn] ? m_hasWork : m_drivers->withPeople(m_scheduler->run(m_work, m_delay));
    counts.count(m_withPeople, m_drivers->byLinks(m_work, m_delay), m_hasWork);
}

void Runner::findWork()
{
    std::ranges::fill(m_hasWork, std::uint8_t{0});
    for (std::uint32_t i = 0; i < m_setting.network.itemCount; ++i)
        if (m_work[i] > kEpsilon)
            m_hasWork[m_setting.network.phaseOf[i]] = 1;
}

bool Runner::isNobodyIdle(std::size_t lane) const
{
    for (std::size_t rank = 0; rank < m_setting.network.workers.size(); ++rank)
        if (m_replay.end()[lane] - m_replay.worked(rank)[lane] > kSlackEpsilon)
            return false;
    return true;
}

void Runner::keep(std::size_t batch, std::size_t drawn, std::size_t lanes, Samples& samples)
{
    std::array<std::size_t, kLanes> runs{};
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::size_t run = runs[lane] = batch + m_batch.place(drawn + lane);
        samples.finish[run] = m_replay.end()[lane];
        const double others = running(drawn + lane, lane) + risks(drawn + lane);
        samples.labour[run] = labour(lane, m_setting.plan.inputs.costMode);
        samples.total[run] = samples.labour[run] + others + m_setting.spent;
        if (!samples.value.empty())
            samples.value[run] =
                billed(lane) + others * markUpFactor(m_setting.plan.inputs.price) + m_setting.valueSoFar;
        if (!samples.otherTotal.empty())
            samples.otherTotal[run] =
                labour(lane, otherMode(m_setting.plan.inputs.costMode)) + others + m_setting.spent;
    }
    if (m_cash) {
        const auto places = m_cash->keep(m_replay, m_batch, drawn, lanes);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            samples.cash[runs[lane]] = places[lane];
    }
    if (!samples.outside.empty())
        for (std::size_t lane = 0; lane < lanes; ++lane)
            samples.outside[runs[lane]] = static_cast<float>(m_batch.outsideDraw()[drawn + lane]);
    for (std::uint32_t p = 0; p < samples.draw.size(); ++p)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            samples.draw[p][runs[lane]] = static_cast<float>(m_batch.phaseDraw(p)[drawn + lane]);
            samples.phaseFinish[p][runs[lane]] = static_cast<float>(m_replay.phaseFinish(p)[lane]);
        }
}

// Of what happens, and of the responses in the plan.
double Runner::risks(std::size_t drawn) const
{
    double dollars = m_setting.effort.responses.inDollars();
    if (m_batch.hasRisks())
        for (std::uint32_t p = 0; p < m_setting.network.phaseCount; ++p)
            dollars += m_batch.money(p)[drawn];
    return dollars;
}

double Runner::labour(std::size_t lane, CostMode mode) const
{
    double dollars = 0;
    const bool retained = mode == CostMode::retained;
    for (std::size_t rank = 0; rank < m_setting.network.workers.size(); ++rank) {
        const Worker& worker = m_setting.network.workers[rank];
        const Weeks paid = retained ? worker.retained(m_replay.end()[lane]) : Weeks{m_replay.worked(rank)[lane]};
        dollars += paid * worker.weeklyCost;
    }
    return dollars;
}

// Hours worked, whether people are paid for them or retained.
double Runner::billed(std::size_t lane) const
{
    double dollars = 0;
    for (std::size_t rank = 0; rank < m_setting.weeklyBill.size(); ++rank)
        dollars += m_replay.worked(rank)[lane] * m_setting.weeklyBill[rank];
    return dollars;
}

double Runner::running(std::size_t drawn, std::size_t lane) const
{
    double dollars = 0;
    const Weeks end = m_replay.end()[lane];
    for (std::size_t r = 0; r < m_setting.plan.running.size(); ++r) {
        const RunningCostPlan& cost = m_setting.plan.running[r];
        double months = cost.monthsAfterLaunch;
        if (end > kEpsilon)
            months += std::max(0, m_setting.days.count(m_replay.phaseStart(cost.phase)[lane], end)) / kDaysPerMonth;
        dollars += m_batch.monthly(r)[drawn] * months;
    }
    return dollars;
}

// Of runs in which work is left that nobody can do any more there is no finish, and so no share to promise.
Result<void> checkDone(const RunSetting& setting, std::span<const double> finish)
{
    if (!setting.network.mayRunOut || std::ranges::none_of(finish, [](double end) { return end >= kNeverDone; }))
        return {};
    const std::vector<Person>& team = setting.plan.inputs.team;
    for (const ItemPlan& item : setting.plan.items)
        if (const std::string& skill = findItem(*setting.plan.catalogue, item.id)->skill;
            item.mayHaveWork() && allAbleLeave(team, skill))
            return std::unexpected(nobodyLeft(team, item.id, skill, "/runs"));
    for (const RiskEvent& event : setting.plan.inputs.risks.events)
        if (allAbleLeave(team, event.skill))
            return std::unexpected(nobodyLeft(team, riskItemId(event), event.skill, "/runs"));
    return fail(ErrorCode::internal);
}

Result<RunSetting> runSetting(const Plan& plan, bool cash)
{
    auto setting = simulationSetting(plan);
    if (!setting)
        return std::unexpected(setting.error());
    const OutsideView& outside = plan.inputs.outsideView;
    const Weeks horizon = kHorizon * plan.finish.high * std::exp(outside.m + kFarOutside * outside.s);
    std::vector<double> weeklyBill;
    for (const Worker& worker : setting->network.workers)
        weeklyBill.push_back(billedPerWeek(plan.inputs.team[worker.person], plan.inputs.price));
    std::optional<CashSetting> withCash;
    if (cash)
        withCash.emplace(*setting);
    return RunSetting{std::move(*setting),   RunningDays(plan.calendar, horizon),
                      std::move(weeklyBill), plan.actual.total().inDollars(),
                      valueSoFar(plan),      std::move(withCash)};
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

std::vector<Runner> runners(const RunSetting& setting, const SimulationOptions& options, std::size_t runs)
{
    std::vector<Runner> result;
    for (unsigned t = 0; t < threadCount(runs, kBlock, options.threads); ++t)
        result.emplace_back(setting, options);
    return result;
}

void runAll(const RunSetting& setting, const SimulationOptions& options, Progress& progress, Samples& samples,
            DriverCounts& counts)
{
    std::vector<Runner> tools = runners(setting, options, options.runs);
    std::vector<DriverCounts> perThread(tools.size(), counts);
    parallelFor(options.runs, kBlock, options.threads, [&](std::size_t thread, std::size_t first, std::size_t last) {
        if (progress.isStopped())
            return;
        tools[thread].simulate(first, last, options.drivingRuns, samples, perThread[thread]);
        progress.advance(last - first);
    });
    for (const DriverCounts& part : perThread)
        counts.add(part);
    if (setting.cash && !progress.isStopped()) // else some runs have none
        samples.cashRuns = CashLedger::gather(samples.cash, setting.cash->phases);
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
        return fail(ErrorCode::invalidValue, std::to_string(options.runs), "/runs", {DetailKind::atLeast, {"1"}});
    auto setting = runSetting(plan, options.cash);
    if (!setting)
        return std::unexpected(setting.error());

    Samples samples(options.runs, options.phases ? setting->network.phaseCount : 0,
                    options.phases && setting->effort.varies());
    if (options.price || (options.cash && isInvoiced(plan.inputs))) // whose invoices are cash
        samples.value.resize(options.runs);
    if (options.cash)
        samples.cash.resize(options.runs);
    if (options.bothCostModes)
        samples.otherTotal.resize(options.runs);
    DriverCounts counts(setting->network.phaseCount);
    Progress progress(options, options.runs);
    runAll(*setting, options, progress, samples, counts);
    if (progress.isStopped())
        return fail(ErrorCode::cancelled);
    if (auto ok = checkDone(*setting, samples.finish); !ok)
        return std::unexpected(ok.error());
    Risk risk = summarise(plan, options, std::move(samples), counts);
    if (options.layers) {
        auto layers = riskLayers(plan, options);
        if (!layers)
            return std::unexpected(layers.error());
        risk.layers = std::move(*layers);
    }
    return risk;
}

Result<RunOutcomes> simulateRuns(const Plan& plan, std::span<const std::uint32_t> runs,
                                 const SimulationOptions& options)
{
    auto setting = runSetting(plan, false);
    if (!setting)
        return std::unexpected(setting.error());
    SimulationOptions quiet = options;
    quiet.drivingRuns = 0;
    Samples samples(runs.size(), 0, false);
    std::vector<Runner> tools = runners(*setting, quiet, runs.size());
    parallelFor(runs.size(), kBlock, options.threads, [&](std::size_t thread, std::size_t first, std::size_t last) {
        if (!options.stop.stop_requested())
            tools[thread].simulateListed(runs.subspan(first, last - first), first, samples);
    });
    if (options.stop.stop_requested())
        return fail(ErrorCode::cancelled);
    if (auto ok = checkDone(*setting, samples.finish); !ok)
        return std::unexpected(ok.error());
    return RunOutcomes{std::move(samples.finish), std::move(samples.total)};
}

Weeks Risk::finishAt(double q) const
{
    return quantileOf(sortedFinish, q);
}

Money Risk::totalAt(double q) const
{
    return Money::rounded(quantileOf(sortedTotal, q));
}

Money Risk::otherTotalAt(double q) const
{
    return Money::rounded(quantileOf(sortedOtherTotal, q));
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

bool Risk::finishVaries() const
{
    return sortedFinish.back() - sortedFinish.front() > kSlackEpsilon;
}

bool Risk::totalVaries() const
{
    return sortedTotal.back() - sortedTotal.front() >= 0.005;
}

double Risk::chanceBy(Weeks by) const
{
    const auto within = std::ranges::upper_bound(sortedFinish, double{by}) - sortedFinish.begin();
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
