#pragma once

#include "models/risk/simulation.h"

#include <vector>

/// What an agency can charge for a plan, and what is left of it: the three kinds of price, each read from the same
/// simulated runs.
///
///     auto risk = simulate(plan, {.price = true});
///     PriceFigures figures = priceFigures(plan, *risk, priceConfidence(plan.inputs));
///     figures.fixed.price       // P80 of the value, rounded up to the step
///     figures.fixed.lossChance  // the share of runs that cost more
namespace trestle {

/// A figure over the runs, dollars or per cent.
struct Spread {
    double mean = 0;
    double p10 = 0;
    double p50 = 0;
    friend bool operator==(const Spread&, const Spread&) = default;
};

/// One kind of price. All amounts ex GST.
struct PriceOfKind {
    PriceKind kind = PriceKind::fixed;
    Money price;           ///< time and materials: likely; capped: the cap; fixed: the price
    Spread revenue;        ///< dollars
    Spread margin;         ///< dollars: revenue less cost
    Spread marginPart;     ///< per cent of the revenue of each run, 0 where there is none
    double lossChance = 0; ///< of runs that cost more than they bring in, by a cent or more
    double binds = 0;      ///< share of runs that the cap cuts; 0 of the other kinds
    friend bool operator==(const PriceOfKind&, const PriceOfKind&) = default;
};

struct PriceFigures {
    int confidence = 80;
    Money likelyValue; ///< of the likely plan: hours at bill rates, purchases with their mark-up, what is done included
    Money likelyCost;  ///< the likely plan's total
    Percentiles value; ///< dollars
    double meanCost = 0;
    PriceOfKind time;
    PriceOfKind capped;
    PriceOfKind fixed;

    [[nodiscard]] const PriceOfKind& of(PriceKind kind) const;
    /// Of the fixed price: what it has above the likely value.
    [[nodiscard]] Money contingency() const { return fixed.price - likelyValue; }
    friend bool operator==(const PriceFigures&, const PriceFigures&) = default;
};

/// That of the price, else the plan's.
int priceConfidence(const Inputs& inputs);
/// What the likely plan charges by time and materials, to the cent.
Money likelyValue(const Plan& plan);
/// The value that a share of the runs stays at or under, to the cent; a price is that, rounded up.
Money valueAt(const Risk& risk, int confidence);
/// Up to the next multiple of `step`, which is more than 0; as it is where it is one.
Money roundedUp(Money amount, Money step);
/// The fixed price, and the cap: what valueAt() says, rounded up to the plan's step.
Money firmPrice(const Inputs& inputs, const Risk& risk, int confidence);
/// The price of the agreed kind: likely by time and materials, else firm.
Money agreedPrice(const Plan& plan, const Risk& risk);
/// As a client reads it, alone or with GST: likely values in whole dollars, a price with the cents that it has.
Money toldPrice(PriceKind kind, Money amount);
/// GST of a price, none where the plan's owner is not registered.
Money gstOn(const Inputs& inputs, Money price);

/// `risk` was simulated with SimulationOptions::price.
PriceFigures priceFigures(const Plan& plan, const Risk& risk, int confidence);

/// Dollars that each run brings in, by run, at a kind of price of `price` dollars.
std::vector<double> revenueByRun(const Risk& risk, PriceKind kind, Money price);
/// Dollars that each run leaves, by run, at a kind of price of `price` dollars.
std::vector<double> marginsByRun(const Risk& risk, PriceKind kind, Money price);

} // namespace trestle
