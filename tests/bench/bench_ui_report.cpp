// The report of a plan, from its simulation to the bytes: it is to grow no faster than the items.
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "tests/bench/made_up_plan.h"
#include "tests/ui/support/report_source.h"

#include <QGuiApplication>

#include <benchmark/benchmark.h>

#include <memory>

namespace {

using namespace trestle;

Plan planOf(std::size_t items)
{
    bench::MadeUpPlan made = bench::realisticPlan(items);
    made.inputs.team.resize(4);
    Result<Plan> plan = makePlan(std::make_shared<const Catalogue>(std::move(made.catalogue)), made.inputs);
    if (!plan)
        std::abort();
    return std::move(*plan);
}

void drawn(benchmark::State& state)
{
    const Plan plan = planOf(static_cast<std::size_t>(state.range(0)));
    const Result<Risk> risk = simulate(plan);
    for (auto _ : state)
        benchmark::DoNotOptimize(testing::reportPdf(plan, *risk, {}));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(drawn)->Arg(40)->Arg(400)->Arg(4000)->Complexity()->Unit(benchmark::kMillisecond);

void simulatedAndDrawn(benchmark::State& state)
{
    const Plan plan = planOf(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const Result<Risk> risk = simulate(plan);
        benchmark::DoNotOptimize(testing::reportPdf(plan, *risk, {}));
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(simulatedAndDrawn)->Arg(40)->Arg(400)->Complexity()->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
