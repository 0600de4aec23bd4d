#include "app/cli/simulation_options.h"

namespace trestle::cli {

namespace {

constexpr std::int64_t kMostRuns = 10'000'000; // more would only take memory: the figures stand long before
constexpr std::int64_t kMostThreads = 256;

} // namespace

void addSimulationOptions(CLI::App& command, SimulationChoice& choice)
{
    command.add_option("--runs", choice.runs, "How many times each plan is simulated")
        ->type_name("N")
        ->capture_default_str();
    command.add_option("--seed", choice.seed, "Which sample: the same seed gives the same figures")
        ->type_name("N")
        ->capture_default_str();
    command
        .add_option("--threads", choice.threads, "Threads at most; the figures do not depend on it, 0 is all there are")
        ->type_name("N")
        ->capture_default_str();
}

Result<QuestionOptions> questionOptions(const SimulationChoice& choice)
{
    if (choice.runs < 1 || choice.runs > kMostRuns)
        return fail(ErrorCode::invalidValue, std::to_string(choice.runs), "--runs",
                    "1 to " + std::to_string(kMostRuns));
    if (choice.threads < 0 || choice.threads > kMostThreads)
        return fail(ErrorCode::invalidValue, std::to_string(choice.threads), "--threads",
                    "0 to " + std::to_string(kMostThreads));
    QuestionOptions options;
    options.runs = static_cast<std::uint32_t>(choice.runs);
    options.seed = choice.seed;
    options.threads = static_cast<unsigned>(choice.threads);
    return options;
}

} // namespace trestle::cli
