#include "data/catalogue_json.h"
#include "tests/models/support/simulated_projects.h"

#include <cstdio>
#include <cstdlib>

/// How well forecasts hold that are made while a project is worked on, with what finished work says and without: share
/// of projects that end between P10 and P90, and the mean CRPS in weeks. Usage: bench_forecast [PROJECTS [RUNS]]

namespace trestle::bench {

namespace {

void show(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs, FollowOptions options)
{
    for (const auto& [truth, name] : {std::pair{Truth::drawn, "as drawn"}, std::pair{Truth::noisy, "items differ"},
                                      std::pair{Truth::fixedFactor, "times 1.3"}}) {
        options.truth = truth;
        for (const FollowedProjects& at : followProjects(catalogue, inputs, options))
            std::printf("| %-12s | %-12s | %2.0f %% | %9.2f | %10.1f %% | %10.1f %% | %7.3f | %7.3f | %5.3f |\n",
                        inputs.name.c_str(), name, 100 * at.part, at.underWay, 100 * at.learning.inBand,
                        100 * at.without.inBand, at.learning.crps, at.without.crps, at.learning.crps / at.without.crps);
    }
}

int run(const FollowOptions& options)
{
    const auto loaded = builtinCatalogue();
    if (!loaded)
        return 1;
    const auto& catalogue = loaded->catalogue;
    const Date start = *parseDate("2027-01-04");
    std::printf("%u projects, %u runs each\n", options.projects, options.runs);
    std::printf("| %-12s | %-12s | %4s | %9s | %12s | %12s | %7s | %7s | %5s |\n", "plan", "truth", "way", "under way",
                "P10-P90 with", "and without", "CRPS", "without", "ratio");
    show(catalogue, userInputs(*catalogue, "default", start), options);
    show(catalogue, sideBySide(userInputs(*catalogue, "side by side", start)), options);
    return 0;
}

} // namespace

} // namespace trestle::bench

int main(int argc, char** argv)
{
    trestle::FollowOptions options;
    if (argc > 1)
        options.projects = static_cast<std::uint32_t>(std::atoi(argv[1]));
    if (argc > 2)
        options.runs = static_cast<std::uint32_t>(std::atoi(argv[2]));
    return trestle::bench::run(options);
}
