#pragma once

#include "app/cli/options.h"
#include "models/decisions/estimate.h"

namespace trestle::cli {

/// How a command simulates, as it was asked to.
struct SimulationChoice {
    std::int64_t runs = kSimulationRuns;
    std::uint64_t seed = kSimulationSeed;
    std::int64_t threads = 0; ///< 0: as many as the machine has
};

/// Adds --runs, --seed and --threads.
void addSimulationOptions(CLI::App& command, SimulationChoice& choice);

/// Error: invalidValue for a number out of range.
Result<QuestionOptions> questionOptions(const SimulationChoice& choice);

} // namespace trestle::cli
