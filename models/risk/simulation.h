#pragma once

#include "models/draws/sampler.h"
#include "models/plan/plan.h"
#include "models/risk/cash_runs.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

/// The simulation: the plan scheduled thousands of times, with people and links, on efforts drawn from their ranges.
/// Each phase draws one factor a run; draws of different phases go together by a normal copula with correlation ρ. One
/// more factor a run, of the outside view, is the project's as a whole.
namespace trestle {

/// Values that a share of the runs stays at or under: P_q is the ⌈qN⌉-th smallest.
struct Percentiles {
    double p10 = 0;
    double p50 = 0;
    double p80 = 0;
    double p90 = 0;
    friend bool operator==(const Percentiles&, const Percentiles&) = default;
};

/// The one setting that a plan is simulated with, unless the command line says otherwise: the headline, every question
/// about the plan, its report and its JSON, so that one quantity has one figure.
inline constexpr std::uint32_t kSimulationRuns = 10'000;
inline constexpr std::uint64_t kSimulationSeed = 1;

struct SimulationOptions {
    std::uint32_t runs = kSimulationRuns;
    std::uint64_t seed = kSimulationSeed;
    unsigned threads = 0; ///< 0: as many as the machine has; results do not depend on it
    DrawMethod method = DrawMethod::sobol;
    std::uint32_t drivingRuns = 1'000; ///< of the runs, how many are asked what drove their finish
    bool phases = true;                ///< also what each phase does to the finish and the cost
    bool layers = false;               ///< also the plan with less that may go otherwise
    bool price = false;                ///< also what each run would charge by time and materials
    bool cash = false;          ///< also the cash of each run, month by month; of what is invoiced with the price
    bool bothCostModes = false; ///< also the total in the cost mode that the plan is not in
    std::stop_token stop;
    std::function<void(double)> progress; ///< 0 to 1, from any thread
};

/// What one draw does to the plan's finish and cost.
struct Sensitivity {
    double finishCorrelation = 0; ///< Spearman's, of the draw with the plan's finish; 0 without spread
    double costCorrelation = 0;
    // The mean of the plan's finish (weeks) and total cost (dollars), less their overall means, over the fifth of runs
    // in which the draw is lowest, and highest.
    double finishWhenLow = 0;
    double finishWhenHigh = 0;
    double costWhenLow = 0;
    double costWhenHigh = 0;
    friend bool operator==(const Sensitivity&, const Sensitivity&) = default;
};

/// Of a phase's own draw, whatever the project as a whole does.
struct PhaseRisk : Sensitivity {
    std::string id;
    double drivesFinish = 0;  ///< share of runs in which its slack is none, with people
    double drivesByLinks = 0; ///< the same by links alone
    Percentiles finishWeek;
    bool hasWork = false; ///< in some case, if not in the likely one
    friend bool operator==(const PhaseRisk&, const PhaseRisk&) = default;
};

/// The same plan on the same draws with less that may go otherwise.
struct RiskLayer {
    enum class Of : std::uint8_t {
        estimates,   ///< the ranges of the estimates and nothing else
        outsideView, ///< with the plan's outside view, without its risks
    };
    Of of = Of::estimates;
    std::vector<double> sortedFinish; ///< weeks
    std::vector<double> sortedTotal;  ///< dollars
    [[nodiscard]] Weeks finishAt(double q) const;
    [[nodiscard]] Money totalAt(double q) const;
    friend bool operator==(const RiskLayer&, const RiskLayer&) = default;
};

struct Risk {
    std::uint32_t runs = 0;
    std::uint64_t seed = 1;
    std::vector<double> finish; ///< weeks, by run
    std::vector<double> total;  ///< dollars, by run: what was spent and what is still to come
    std::vector<double> value;  ///< dollars at bill rates, by run, where that was asked for; see models/money/
    CashRuns cash;              ///< where that was asked for; see models/money/
    std::vector<double> sortedFinish;
    std::vector<double> sortedValue;
    std::vector<double> sortedLabour; ///< still to come
    std::vector<double> sortedTotal;
    std::vector<double> sortedOtherTotal; ///< in the other cost mode, where that was asked for
    std::vector<PhaseRisk> phases;
    std::vector<RiskLayer> layers;      ///< least first, where they were asked for and are not the plan itself
    std::optional<Sensitivity> outside; ///< of how the project as a whole varies; absent where it does not
    bool oneCrewInSeries =
        false; ///< one crew (Plan::isOneCrew), and everything drives in every run: cost goes with time

    /// The ⌈qN⌉-th smallest, 0 < q <= 1.
    [[nodiscard]] Weeks finishAt(double q) const;
    [[nodiscard]] Money totalAt(double q) const;
    [[nodiscard]] Money otherTotalAt(double q) const;
    [[nodiscard]] Percentiles finishPercentiles() const;
    [[nodiscard]] Percentiles labourPercentiles() const;
    [[nodiscard]] Percentiles totalPercentiles() const;
    /// Whether runs differ by more than a rounding error.
    [[nodiscard]] bool finishVaries() const;
    [[nodiscard]] bool totalVaries() const;
    /// The share of runs that finish by `by`, cost at most `budget`, and both. What a plan promises by a date or within
    /// a budget is in promises.h.
    [[nodiscard]] double chanceBy(Weeks by) const;
    [[nodiscard]] double chanceUnder(Money budget) const;
    [[nodiscard]] double chanceOfBoth(Weeks by, Money budget) const;
    friend bool operator==(const Risk&, const Risk&) = default;
};

/// The latest finish, in weeks, of a plan that is done by the end of `date`.
Weeks latestFinishBy(const WorkCalendar& calendar, Date date);

/// Errors: those of makePlan; invalidValue for no runs; cancelled.
Result<Risk> simulate(const Plan& plan, const SimulationOptions& options = {});

/// Some runs of a simulation alone: each is what it is among all of them.
struct RunOutcomes {
    std::vector<double> finish; ///< weeks
    std::vector<double> total;  ///< dollars
};
/// `runs` by their numbers, in the order of which the outcomes are. Errors: those of makePlan; cancelled.
Result<RunOutcomes> simulateRuns(const Plan& plan, std::span<const std::uint32_t> runs,
                                 const SimulationOptions& options = {});

} // namespace trestle
