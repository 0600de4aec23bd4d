#include "data/catalogue_json.h"
#include "models/schedule.h"
#include "tests/bench/allocation_count.h"
#include "tests/bench/made_up_plan.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <string>

/// One schedule: time for each item of it, and how often it asks for memory once it is warm.

namespace trestle::bench {

namespace {

void scheduleAgainAndAgain(benchmark::State& state, const Catalogue& catalogue, const Inputs& inputs)
{
    const Compiled compiled = compile(catalogue, inputs);
    Scheduler scheduler(compiled.network);
    for (const auto& work : compiled.efforts)
        scheduler.run(work);
    std::size_t next = 0;
    const std::size_t before = allocationCount();
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(scheduler.run(compiled.efforts[next]).end);
        next = (next + 1) % compiled.efforts.size();
    }
    const std::size_t asked = allocationCount() - before;
    const auto runs = static_cast<double>(state.iterations());
    state.counters["items"] = compiled.network.itemCount;
    state.counters["allocations"] = static_cast<double>(asked) / runs;
    state.counters["per_item"] = benchmark::Counter(
        compiled.network.itemCount, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void defaultPlan(benchmark::State& state)
{
    const auto loaded = builtinCatalogue();
    const Date start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    scheduleAgainAndAgain(state, *loaded->catalogue, newInputs(*loaded->catalogue, "Default", start));
}

void realistic(benchmark::State& state)
{
    const MadeUpPlan plan = realisticPlan(static_cast<std::size_t>(state.range(0)));
    scheduleAgainAndAgain(state, plan.catalogue, plan.inputs);
}

void allReady(benchmark::State& state)
{
    const MadeUpPlan plan = allReadyPlan(10'000, static_cast<std::size_t>(state.range(0)));
    scheduleAgainAndAgain(state, plan.catalogue, plan.inputs);
}

BENCHMARK(defaultPlan)->Unit(benchmark::kMicrosecond);
BENCHMARK(realistic)->ArgName("items")->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(allReady)->ArgName("phases")->Arg(250)->Arg(1)->Unit(benchmark::kMicrosecond);

/// Prints as usual and keeps the best time of each benchmark for the summary.
class Reporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs)
            if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
                const double perItem = run.counters.at("per_item") * 1e9;
                const auto [known, isNew] =
                    m_perItem.emplace(run.run_name.function_name + '/' + run.run_name.args, perItem);
                if (!isNew && perItem < known->second)
                    known->second = perItem;
                m_allocations += run.counters.at("allocations");
            }
        ConsoleReporter::ReportRuns(runs);
    }

    void summarise() const
    {
        std::printf("\nNanoseconds an item, best of the repetitions\n");
        for (const auto& [name, perItem] : m_perItem)
            std::printf("  %-24s %8.1f\n", name.c_str(), perItem);
        const auto small = m_perItem.find("realistic/items:1000");
        const auto large = m_perItem.find("realistic/items:10000");
        if (small != m_perItem.end() && large != m_perItem.end())
            std::printf("Growth from 1,000 to 10,000 items: %.2f times (aim: at most 1.3)\n",
                        large->second / small->second);
        if (const auto plain = m_perItem.find("defaultPlan/"); plain != m_perItem.end())
            std::printf("Default plan: %.0f ns an item (aim: under 200)\n", plain->second);
        std::printf("Allocations in a warm schedule, all together: %.6g (aim: none)\n", m_allocations);
    }

private:
    std::map<std::string, double> m_perItem;
    double m_allocations = 0;
};

} // namespace

} // namespace trestle::bench

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    trestle::bench::Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.summarise();
    return 0;
}
