#include "data/catalogue_json.h"
#include "models/draws/effort_sampler.h"
#include "models/effort.h"
#include "models/money/cash.h"
#include "models/money/price.h"
#include "models/replay/schedule_replay.h"
#include "models/risk/simulation.h"
#include "tests/bench/allocation_count.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// The simulation: draws, schedules and their summary, on the built-in catalogue with teams of several sizes.
///
///     bench_risk                    Google Benchmark, and then what memory the simulation takes
///     bench_risk --figures RUNS     one line of figures, for against_numpy

namespace trestle::bench {

namespace {

Plan planFor(std::size_t people, bool onLeave = false)
{
    const auto loaded = builtinCatalogue();
    const Date start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    Inputs inputs = newInputs(*loaded->catalogue, "Simulated", start);
    if (people > 0) {
        inputs.team.clear();
        for (std::size_t i = 0; i < people; ++i)
            inputs.team.push_back({"Person " + std::to_string(i), 1.0, Money::dollars(5000), {}, {}, {}});
    }
    if (onLeave)
        inputs.team.front().leave.push_back({start + std::chrono::days{28}, start + std::chrono::days{41}});
    auto plan = makePlan(loaded->catalogue, inputs);
    if (!plan) {
        std::fprintf(stderr, "the plan to simulate is refused: %s\n", plan.error().what.c_str());
        std::exit(1);
    }
    return std::move(*plan);
}

/// The default plan as `name` varies it, with the first of five events that may happen.
Plan variedPlan(std::string_view name, std::size_t events)
{
    const auto loaded = builtinCatalogue();
    Inputs inputs = newInputs(*loaded->catalogue, "Varied", std::chrono::sys_days{std::chrono::year{2027} / 1 / 4});
    inputs.outsideView = outsideViewOf(*loaded->catalogue, name).value();
    const auto event = [](const char* id, double p, const char* phase, auto impact, ThreePoint how) {
        RiskEvent made;
        made.id = id;
        made.p = p;
        made.phase = phase;
        made.*impact = how;
        return made;
    };
    const std::array<RiskEvent, 5> all{event("a", 0.3, "security", &RiskEvent::effort, {1, 2, 4}),
                                       event("b", 0.2, "database", &RiskEvent::effort, {1, 2, 5}),
                                       event("c", 0.25, "performance", &RiskEvent::effort, {1, 2, 4}),
                                       event("d", 0.1, "deployment", &RiskEvent::delay, {1, 2, 4}),
                                       event("e", 0.3, "operations", &RiskEvent::money, {2'000, 5'000, 12'000})};
    for (const RiskEvent& one : std::span(all).first(events))
        addRisk(inputs.risks, one);
    return makePlan(loaded->catalogue, inputs).value();
}

SimulationOptions options(std::size_t runs, unsigned threads)
{
    SimulationOptions made;
    made.runs = static_cast<std::uint32_t>(runs);
    made.threads = threads;
    return made;
}

/// Draws alone: what any simulation of this plan has to do before it schedules anything.
class Draws {
public:
    explicit Draws(const Plan& plan)
        : m_scope(remainingWork(*plan.catalogue, plan.inputs)),
          m_model(*plan.catalogue, plan.inputs, m_scope, monthly(plan)), m_batch(m_model, 1)
    {
    }

    template <class Use>
    void each(std::size_t runs, Use use)
    {
        m_batch.seek(0);
        for (std::size_t n = 0; n < runs; n += EffortBatch::kMostRuns) {
            const std::size_t count = std::min(EffortBatch::kMostRuns, runs - n);
            m_batch.next(count);
            use(m_batch, count);
        }
    }

private:
    static std::vector<ThreePoint> monthly(const Plan& plan)
    {
        std::vector<ThreePoint> costs;
        for (const RunningCostPlan& cost : plan.running)
            costs.push_back(cost.monthly);
        return costs;
    }

    Scope m_scope;
    EffortModel m_model;
    EffortBatch m_batch;
};

Network networkOf(const Plan& plan)
{
    const Scope scope = remainingWork(*plan.catalogue, plan.inputs);
    return *buildNetwork(*plan.catalogue, plan.inputs, scope, plan.calendar);
}

void draws(benchmark::State& state)
{
    Draws source(planFor(0));
    for ([[maybe_unused]] auto _ : state)
        source.each(static_cast<std::size_t>(state.range(0)),
                    [](const EffortBatch& batch, std::size_t) { benchmark::DoNotOptimize(batch.allWork().data()); });
}

void wholeSimulation(benchmark::State& state)
{
    const Plan plan = planFor(static_cast<std::size_t>(state.range(1)), state.range(2) != 0);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(simulate(plan, options(static_cast<std::size_t>(state.range(0)), 1)));
}

/// Schedules alone, the draws apart: replayed, and one after the other in the ordinary way.
void schedules(benchmark::State& state)
{
    const Plan plan = planFor(static_cast<std::size_t>(state.range(0)));
    const Network network = networkOf(plan);
    Draws source(plan);
    const bool replays = state.range(1) != 0;
    std::uint64_t replayed = 0;
    std::uint64_t all = 0;
    for ([[maybe_unused]] auto _ : state) {
        ScheduleReplay replay(network);
        Scheduler scheduler(network);
        std::vector<PersonWeeks> work(network.itemCount);
        source.each(10'000, [&](const EffortBatch& batch, std::size_t count) {
            for (std::size_t j = 0; replays && j < count; j += kLanes)
                replay.run(batch.allWork().subspan(j), EffortBatch::kMostRuns, std::min(kLanes, count - j));
            for (std::size_t j = 0; !replays && j < count; ++j) {
                batch.workOfRun(j, work);
                benchmark::DoNotOptimize(scheduler.run(work).end);
            }
        });
        replayed = replay.replayed();
        all = replay.replayed() + replay.scheduled();
    }
    if (replays)
        state.counters["replayed"] = static_cast<double>(replayed) / static_cast<double>(all);
}

BENCHMARK(draws)->ArgName("runs")->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(schedules)
    ->ArgNames({"people", "replay"})
    ->ArgsProduct({{0, 3, 4, 5, 6, 8}, {0, 1}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(wholeSimulation)
    ->ArgNames({"runs", "people", "leave"})
    ->ArgsProduct({{10'000}, {0, 3, 5, 8}, {0, 1}})
    ->Args({100'000, 0, 0})
    ->Unit(benchmark::kMillisecond);

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Time {
    double clock = 1e300;
    double processor = 1e300;
};

/// The best of a few repetitions, after one to warm up.
Time timeOf(const std::function<void()>& work)
{
    Time best;
    for (int repetition = 0; repetition < 5; ++repetition) {
        const double clock = milliseconds(CLOCK_MONOTONIC);
        const double processor = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        work();
        if (repetition == 0)
            continue;
        best.clock = std::min(best.clock, milliseconds(CLOCK_MONOTONIC) - clock);
        best.processor = std::min(best.processor, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
    }
    return best;
}

struct Memory {
    std::size_t peak = 0;
    std::size_t allocations = 0;
};

Memory memoryOf(const Plan& plan, std::size_t runs)
{
    const std::size_t before = bytesInUse();
    const std::size_t asked = allocationCount();
    resetPeakBytes();
    benchmark::DoNotOptimize(simulate(plan, options(runs, 2)));
    return {peakBytes() - before, allocationCount() - asked};
}

void printFigures(std::size_t runs)
{
    const Plan plan = planFor(0);
    Draws source(plan);
    const Time drawn = timeOf([&] { source.each(runs, [](const EffortBatch&, std::size_t) {}); });
    const Time one = timeOf([&] { benchmark::DoNotOptimize(simulate(plan, options(runs, 1))); });
    const Time all = timeOf([&] { benchmark::DoNotOptimize(simulate(plan, options(runs, 0))); });
    const Memory memory = memoryOf(plan, runs);
    std::printf("{\"runs\": %zu, \"draws\": [%.4f, %.4f], \"one\": [%.4f, %.4f], \"all\": [%.4f, %.4f], "
                "\"bytes\": %zu, \"allocations\": %zu}\n",
                runs, drawn.clock, drawn.processor, one.clock, one.processor, all.clock, all.processor, memory.peak,
                memory.allocations);
}

/// Times of the same 10,000 runs, as parts of those with the estimates alone.
void printVaried()
{
    const Plan alone = variedPlan("estimates", 0);
    const Plan usual = variedPlan("usual", 0);
    const Plan events = variedPlan("usual", 5);
    const auto timed = [](const Plan& plan) {
        return timeOf([&] { benchmark::DoNotOptimize(simulate(plan, options(10'000, 1))); }).processor;
    };
    Time best;
    double usualBest = 1e300;
    double eventsBest = 1e300;
    for (int round = 0; round < 5; ++round) {
        best.processor = std::min(best.processor, timed(alone));
        usualBest = std::min(usualBest, timed(usual));
        eventsBest = std::min(eventsBest, timed(events));
    }
    std::printf("\n10,000 runs of the default plan on one thread\n");
    std::printf("  estimates alone           %6.2f ms\n", best.processor);
    std::printf("  like other projects       %6.2f ms, %.2f times\n", usualBest, usualBest / best.processor);
    std::printf("  the same and five events  %6.2f ms, %.2f times\n", eventsBest, eventsBest / best.processor);
}

/// What the money of each run adds to the time of the same runs.
void printMoney()
{
    std::printf("\n10,000 runs on one thread, with the price and the cash of each run: parts of the time without\n");
    for (const std::size_t people : {0U, 3U, 5U, 8U}) {
        Inputs inputs = planFor(people, people == 5).inputs;
        inputs.cash.opening = Money::dollars(150'000);
        inputs.cash.monthly = {{"Rent", Money::dollars(-6'000), inputs.start}};
        const Plan plan = makePlan(builtinCatalogue()->catalogue, inputs).value();
        const auto timed = [&](bool price, bool cash) {
            SimulationOptions asked = options(10'000, 1);
            asked.price = price;
            asked.cash = cash;
            return timeOf([&] { benchmark::DoNotOptimize(simulate(plan, asked)); }).processor;
        };
        double without = 1e300;
        double price = 1e300;
        double both = 1e300;
        for (int round = 0; round < 5; ++round) {
            without = std::min(without, timed(false, false));
            price = std::min(price, timed(true, false));
            both = std::min(both, timed(true, true));
        }
        SimulationOptions asked = options(10'000, 1);
        asked.price = asked.cash = true;
        const Risk risk = simulate(plan, asked).value();
        const double figures = timeOf([&] {
                                   benchmark::DoNotOptimize(priceFigures(plan, risk, 80));
                                   benchmark::DoNotOptimize(cashFigures(plan, risk));
                               }).processor;
        std::printf(
            "  %zu people%s  without %6.2f ms, price %.2f times, price and cash %.2f times; their figures %.2f ms\n",
            plan.inputs.team.size(), people == 5 ? " (leave)" : "        ", without, price / without, both / without,
            figures);
    }
}

void printMemory()
{
    for (const bool withEvents : {false, true}) {
        const Plan plan = withEvents ? variedPlan("usual", 5) : planFor(0);
        std::printf("\nThe most memory that one simulation%s holds at a time, and how often it asks for some\n",
                    withEvents ? " with five events" : "");
        for (const std::size_t runs : {10'000U, 100'000U}) {
            const Memory memory = memoryOf(plan, runs);
            std::printf("  %7zu runs %8.1f MB %8zu times\n", runs, static_cast<double>(memory.peak) / 1e6,
                        memory.allocations);
        }
    }
    std::printf("As often for ten times the runs: none of them asks for any.\n");
}

} // namespace

} // namespace trestle::bench

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--figures") == 0) {
        trestle::bench::printFigures(static_cast<std::size_t>(std::strtoul(argv[2], nullptr, 10)));
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    trestle::bench::printMemory();
    trestle::bench::printVaried();
    trestle::bench::printMoney();
    return 0;
}
