#pragma once

#include "models/cost_table.h"
#include "models/risk/simulation.h"

#include <optional>

/// What a simulation says of a plan's promises: its target and budget, and the money to put aside.
namespace trestle {

/// Shares of the runs, as to the target date and the budget of a plan; absent where the plan does not have the one
/// (or, for the quarters, both).
struct TargetChance {
    struct Quarters {
        double both = 0;
        double onTimeOnly = 0;
        double inBudgetOnly = 0;
        double neither = 0;
        friend bool operator==(const Quarters&, const Quarters&) = default;
    };
    std::optional<double> onTime;
    std::optional<double> inBudget;
    std::optional<Quarters> quarters; ///< add up to 1
};

TargetChance targetChance(const Plan& plan, const Risk& risk);

/// The quarters in whole per cent that add up to 100. What is met together is rounded as it is everywhere else; the
/// rest is split by largest remainder.
struct QuarterPercents {
    int both = 0;
    int onTimeOnly = 0;
    int inBudgetOnly = 0;
    int neither = 0;
    friend bool operator==(const QuarterPercents&, const QuarterPercents&) = default;
};

QuarterPercents inPercent(const TargetChance::Quarters& quarters);

/// What to put aside on top of the likely total, to be as sure as `confidence` (percent): P_C(total) less the likely
/// total; negative where the likely plan is dearer than that. A price carries GST on it; what the plan's own purchases
/// would take of it is not known before it is spent, so that it carries none then.
struct Contingency {
    Money amount;
    Money gst;
    [[nodiscard]] Money incGst() const { return amount + gst; }
};

Contingency contingency(const Plan& plan, const Risk& risk, int confidence, GstBasis basis);

} // namespace trestle
