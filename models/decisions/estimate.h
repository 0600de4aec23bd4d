#pragma once

#include "models/plan/plan.h"
#include "models/risk/promises.h"

#include <functional>
#include <memory>
#include <stop_token>

/// Decisions: what would change the headline, and by how much. Each question is answered by making the plan again with
/// other inputs and simulating it on the same draws, so that a difference is an effect and not noise.
namespace trestle {

/// How a question is simulated: as the headline is, so that an answer starts from the figures that stand there.
struct QuestionOptions {
    std::uint32_t runs = kSimulationRuns;
    std::uint64_t seed = kSimulationSeed;
    unsigned threads = 0;
    std::stop_token stop;
    std::function<void(double)> progress; ///< 0 to 1
    bool price = false;                   ///< also what each run would charge
    bool cash = false;                    ///< also the cash of each run
    std::shared_ptr<const Risk> known; ///< the plan's own simulation, of these runs and this seed, where there is one
};

/// What has less effect on the finish than this, half a working day, is not worth telling.
inline constexpr Weeks kNoticeable = 0.1;

/// The plan and its simulation of some inputs.
struct Estimate {
    Plan plan;
    Risk risk;
    [[nodiscard]] Headline headline() const; ///< at the confidence of the plan's inputs
    [[nodiscard]] Headline headlineAt(int confidence) const;
};

/// Makes and simulates a plan; what its phases do to it is not asked.
Result<Estimate> estimate(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs,
                          const QuestionOptions& options = {}, bool bothCostModes = false);

/// The plan's own simulation: the one that the options bring, or made now.
Result<std::shared_ptr<const Risk>> ownRisk(const Plan& plan, const QuestionOptions& options);

/// How much of a simulation is asked for.
enum class SimulationExtent : std::uint8_t {
    totals, ///< finish and cost alone, without progress: one of the simulations of a question
    whole,  ///< what drives the finish and what the phases do as well
};

/// A question's options as the simulation takes them.
SimulationOptions simulationOf(const QuestionOptions& options, SimulationExtent extent = SimulationExtent::totals);

/// What the headline of other inputs is more than that of `plan`, at the plan's confidence and on the same draws.
Result<Delta> deltaTo(const Plan& plan, const Inputs& other, const QuestionOptions& options = {});

} // namespace trestle
