#include "models/decisions/item_screening.h"

#include "models/draws/effort_batch.h"
#include "models/draws/parallel_for.h"
#include "models/plan/cost.h"
#include "models/risk/simulation_setting.h"
#include "models/schedule.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace trestle {

namespace {

constexpr std::size_t kLooks = 24;
static_assert(kLooks <= EffortBatch::kMostRuns);
constexpr double kDaysPerWeek = 7;

struct ScreenedOutcome {
    Weeks finish = 0;
    double dollars = 0;
};

// The runs around the confidence, in order.
std::vector<std::uint32_t> runsNear(const std::vector<double>& finish, int confidence)
{
    std::vector<std::uint32_t> runs(finish.size());
    std::iota(runs.begin(), runs.end(), 0U);
    const std::size_t looks = std::min(kLooks, runs.size());
    const std::size_t middle = runs.size() * static_cast<std::size_t>(confidence) / 100;
    const std::size_t first = std::min(middle - std::min(middle, looks / 2), runs.size() - looks);
    const auto at = [&](std::size_t place) { return runs.begin() + static_cast<std::ptrdiff_t>(place); };
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(finish[a], a) < std::pair(finish[b], b);
    };
    std::nth_element(runs.begin(), at(first), runs.end(), earlier);
    std::partial_sort(at(first), at(first + looks), runs.end(), earlier);
    std::vector<std::uint32_t> near(at(first), at(first + looks));
    std::ranges::sort(near);
    return near;
}

// One thread's scheduler with the costs of what it made.
class Look {
public:
    explicit Look(const SimulationSetting& setting) : m_setting(setting), m_scheduler(setting.network)
    {
        for (const RunningCostPlan& cost : setting.plan.running)
            m_runningAWeek += cost.monthly.likely * kDaysPerWeek / kDaysPerMonth;
    }

    ScreenedOutcome at(std::span<const PersonWeeks> work, std::span<const Weeks> delay)
    {
        const Schedule& schedule = m_scheduler.run(work, delay);
        ScreenedOutcome outcome{schedule.end, m_runningAWeek * schedule.end};
        const bool retained = m_setting.plan.inputs.costMode == CostMode::retained;
        for (std::size_t rank = 0; rank < m_setting.network.workers.size(); ++rank) {
            const Worker& worker = m_setting.network.workers[rank];
            outcome.dollars += worker.weeklyCost * (retained ? worker.retained(schedule.end) : schedule.worked[rank]);
        }
        return outcome;
    }

private:
    const SimulationSetting& m_setting;
    Scheduler m_scheduler;
    double m_runningAWeek = 0;
};

} // namespace

Result<std::vector<Delta>> screenItems(const Plan& plan, const std::vector<std::uint32_t>& items,
                                       const std::vector<double>& finish, const QuestionOptions& options)
{
    const auto setting = simulationSetting(plan);
    if (!setting)
        return std::unexpected(setting.error());
    const std::vector<std::uint32_t> runs = runsNear(finish, plan.inputs.confidence);
    EffortBatch batch(setting->effort, options.seed);
    batch.draw(runs);
    std::vector<std::vector<PersonWeeks>> work(runs.size(), std::vector<PersonWeeks>(setting->network.itemCount));
    std::vector<std::vector<Weeks>> delay(runs.size(), std::vector<Weeks>(setting->network.phaseCount));
    for (std::size_t n = 0; n < runs.size(); ++n) {
        batch.workOfRun(n, work[n]);
        batch.delayOfRun(n, delay[n]);
    }

    std::vector<Look> looks;
    for (unsigned t = 0; t < threadCount(items.size(), 1, options.threads); ++t)
        looks.emplace_back(*setting);
    std::vector<ScreenedOutcome> today;
    for (std::size_t n = 0; n < work.size(); ++n)
        today.push_back(looks.front().at(work[n], delay[n]));

    std::vector<Delta> saved(items.size());
    parallelFor(items.size(), 1, options.threads, [&](std::size_t thread, std::size_t at, std::size_t) {
        if (options.stop.stop_requested())
            return;
        ScreenedOutcome sum;
        for (std::size_t n = 0; n < work.size(); ++n) {
            std::vector<PersonWeeks> without = work[n];
            without[setting->nodeOf(items[at])] = 0;
            const ScreenedOutcome then = looks[thread].at(without, delay[n]);
            sum.finish += today[n].finish - then.finish;
            sum.dollars += today[n].dollars - then.dollars;
        }
        const auto count = static_cast<double>(work.size());
        saved[at] = {sum.finish / count, Money::rounded(sum.dollars / count)};
    });
    if (options.stop.stop_requested())
        return fail(ErrorCode::cancelled);
    return saved;
}

} // namespace trestle
