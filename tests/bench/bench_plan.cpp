#include "data/catalogue_json.h"
#include "models/plan/plan.h"
#include "tests/bench/allocation_count.h"
#include "tests/bench/made_up_plan.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <memory>

/// A whole plan, as one tick in the window makes it: three cases, slack, reasons, costs, dates.
namespace trestle::bench {

namespace {

void planAgainAndAgain(benchmark::State& state, const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs)
{
    std::size_t items = 0;
    const std::size_t before = allocationCount();
    for ([[maybe_unused]] auto _ : state) {
        const Result<Plan> plan = makePlan(catalogue, inputs);
        if (!plan) {
            state.SkipWithError(plan.error().what.c_str());
            return;
        }
        items = plan->items.size();
    }
    state.counters["allocations"] =
        static_cast<double>(allocationCount() - before) / static_cast<double>(state.iterations());
    state.counters["per_item"] = benchmark::Counter(
        static_cast<double>(items), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void defaultPlan(benchmark::State& state)
{
    const auto loaded = builtinCatalogue();
    const Date start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    planAgainAndAgain(state, loaded->catalogue, newInputs(*loaded->catalogue, "Default", start));
}

void realistic(benchmark::State& state)
{
    const MadeUpPlan plan = realisticPlan(static_cast<std::size_t>(state.range(0)));
    planAgainAndAgain(state, std::make_shared<Catalogue>(plan.catalogue), plan.inputs);
}

BENCHMARK(defaultPlan)->Unit(benchmark::kMicrosecond);
BENCHMARK(realistic)->ArgName("items")->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace trestle::bench

BENCHMARK_MAIN();
