#include "data/catalogue_json.h"
#include "models/risk/simulation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

/// How far P50 and P80 of a short simulation lie from those of a long one, over twenty seeds: Sobol' points and
/// independent draws in equal number. Prints a table.

namespace trestle::bench {

namespace {

constexpr std::uint64_t kSeeds = 20;
constexpr std::uint32_t kLong = 1'000'000;

Percentiles finishOf(const Plan& plan, std::uint32_t runs, std::uint64_t seed, DrawMethod method)
{
    SimulationOptions options;
    options.runs = runs;
    options.seed = seed;
    options.method = method;
    options.drivingRuns = 0;
    const auto risk = simulate(plan, options);
    if (!risk)
        std::exit(1);
    return risk->finishPercentiles();
}

struct Spread {
    double deviation = 0; // root of the mean square distance from the long simulation
    double farthest = 0;
};

Spread spreadOf(const std::vector<Percentiles>& found, double Percentiles::* which, double truth)
{
    Spread spread;
    for (const Percentiles& percentiles : found) {
        const double distance = std::abs(percentiles.*which - truth);
        spread.deviation += distance * distance / static_cast<double>(found.size());
        spread.farthest = std::max(spread.farthest, distance);
    }
    spread.deviation = std::sqrt(spread.deviation);
    return spread;
}

void print(const Plan& plan, const Percentiles& truth, std::uint32_t runs, DrawMethod method, const char* name)
{
    std::vector<Percentiles> found;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
        found.push_back(finishOf(plan, runs, seed, method));
    const Spread p50 = spreadOf(found, &Percentiles::p50, truth.p50);
    const Spread p80 = spreadOf(found, &Percentiles::p80, truth.p80);
    std::printf("| %s | %u | %.4f | %.4f | %.4f | %.4f |\n", name, runs, p50.deviation, p50.farthest, p80.deviation,
                p80.farthest);
}

} // namespace

} // namespace trestle::bench

int main()
{
    using namespace trestle;
    using namespace trestle::bench;
    const auto loaded = builtinCatalogue();
    const Date start = std::chrono::sys_days{std::chrono::year{2027} / 1 / 4};
    const auto plan = makePlan(loaded->catalogue, newInputs(*loaded->catalogue, "Default", start));
    if (!plan)
        return 1;
    const Percentiles truth = finishOf(*plan, kLong, 1'000, DrawMethod::pseudoRandom);
    std::printf("%u independent runs: P50 %.4f, P80 %.4f weeks. Distances from them in weeks, over %u seeds:\n\n",
                kLong, truth.p50, truth.p80, static_cast<unsigned>(kSeeds));
    std::printf("| draws | runs | P50: root mean square | farthest | P80: root mean square | farthest |\n");
    std::printf("|---|---:|---:|---:|---:|---:|\n");
    for (const std::uint32_t runs : {1'024U, 10'000U}) {
        print(*plan, truth, runs, DrawMethod::sobol, "Sobol'");
        print(*plan, truth, runs, DrawMethod::pseudoRandom, "independent");
    }
    return 0;
}
