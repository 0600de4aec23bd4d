#include "models/money/price.h"

#include "models/bill_rate.h"
#include "models/plan/actual_costs.h"
#include "models/plan/cost.h"
#include "models/risk/outlook.h"
#include "models/risk/statistics.h"
#include "models/rounding.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace trestle {

namespace {

// The quantiles alone: a sample that is asked for two of them need not be sorted.
Spread spreadOf(std::vector<double> sample)
{
    Spread spread;
    if (sample.empty())
        return spread;
    spread.mean = std::accumulate(sample.begin(), sample.end(), 0.0) / static_cast<double>(sample.size());
    const auto at = [&](std::size_t tenths) {
        const auto place = sample.begin() + static_cast<std::ptrdiff_t>((tenths * sample.size() + 9) / 10 - 1);
        std::ranges::nth_element(sample, place);
        return *place;
    };
    spread.p10 = at(1);
    spread.p50 = at(5);
    return spread;
}

double revenueOf(PriceKind kind, double value, double price)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return value;
    case PriceKind::capped: return std::min(value, price);
    case PriceKind::fixed: break;
    }
    return price;
}

double shareOf(std::size_t count, std::size_t all)
{
    return all == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(all);
}

PriceOfKind priceOfKind(const Risk& risk, PriceKind kind, Money price)
{
    PriceOfKind result;
    result.kind = kind;
    result.price = price;
    const std::vector<double> revenue = revenueByRun(risk, kind, price);
    std::vector<double> margin(revenue.size());
    std::ranges::transform(revenue, risk.total, margin.begin(), std::minus{});
    std::vector<double> part(revenue.size());
    std::ranges::transform(margin, revenue, part.begin(),
                           [](double left, double of) { return of > 0.0 ? 100.0 * left / of : 0.0; });
    const auto losses = std::ranges::count_if(margin, [](double left) { return left <= -0.005; });
    result.lossChance = shareOf(static_cast<std::size_t>(losses), margin.size());
    if (kind == PriceKind::capped) {
        const double cap = price.inDollars();
        const auto bound = std::ranges::count_if(risk.value, [&](double value) { return value >= cap + 0.005; });
        result.binds = shareOf(static_cast<std::size_t>(bound), risk.value.size());
    }
    result.revenue = spreadOf(revenue);
    result.margin = spreadOf(std::move(margin));
    result.marginPart = spreadOf(std::move(part));
    return result;
}

} // namespace

const PriceOfKind& PriceFigures::of(PriceKind kind) const
{
    return kind == PriceKind::timeAndMaterials ? time : kind == PriceKind::capped ? capped : fixed;
}

int priceConfidence(const Inputs& inputs)
{
    return inputs.price.confidence.value_or(inputs.confidence);
}

Money likelyValue(const Plan& plan)
{
    double dollars = 0;
    for (std::size_t i = 0; i < plan.people.size(); ++i)
        dollars += plan.people[i].worked.likely * billedPerWeek(plan.inputs.team[i], plan.inputs.price);
    const Money bought = plan.runningTotal.likely + plan.riskTotal.likely;
    return Money::rounded(dollars + bought.inDollars() * markUpFactor(plan.inputs.price) + valueSoFar(plan));
}

Money valueAt(const Risk& risk, int confidence)
{
    return Money::rounded(atConfidence(percentilesOf(risk.sortedValue), confidence));
}

Money roundedUp(Money amount, Money step)
{
    assert(step > Money{});
    const std::int64_t steps = amount.cents / step.cents;
    return {(steps + (amount.cents > steps * step.cents ? 1 : 0)) * step.cents};
}

Money firmPrice(const Inputs& inputs, const Risk& risk, int confidence)
{
    return roundedUp(valueAt(risk, confidence), inputs.price.step);
}

Money agreedPrice(const Plan& plan, const Risk& risk)
{
    if (plan.inputs.price.kind == PriceKind::timeAndMaterials)
        return likelyValue(plan);
    return firmPrice(plan.inputs, risk, priceConfidence(plan.inputs));
}

Money toldPrice(PriceKind kind, Money amount)
{
    return kind == PriceKind::timeAndMaterials ? wholeDollars(amount) : amount;
}

Money gstOn(const Inputs& inputs, Money price)
{
    return inputs.gstRegistered ? gst(price) : Money{};
}

PriceFigures priceFigures(const Plan& plan, const Risk& risk, int confidence)
{
    assert(risk.value.size() == risk.total.size() && "simulated without the price");
    PriceFigures figures;
    figures.confidence = confidence;
    figures.likelyValue = likelyValue(plan);
    figures.likelyCost = plan.total.likely;
    figures.value = percentilesOf(risk.sortedValue);
    figures.meanCost =
        std::accumulate(risk.total.begin(), risk.total.end(), 0.0) / static_cast<double>(risk.total.size());
    const Money price = firmPrice(plan.inputs, risk, confidence);
    figures.time = priceOfKind(risk, PriceKind::timeAndMaterials, figures.likelyValue);
    figures.capped = priceOfKind(risk, PriceKind::capped, price);
    figures.fixed = priceOfKind(risk, PriceKind::fixed, price);
    return figures;
}

std::vector<double> revenueByRun(const Risk& risk, PriceKind kind, Money price)
{
    std::vector<double> revenue(risk.value.size());
    std::ranges::transform(risk.value, revenue.begin(),
                           [&](double value) { return revenueOf(kind, value, price.inDollars()); });
    return revenue;
}

std::vector<double> marginsByRun(const Risk& risk, PriceKind kind, Money price)
{
    std::vector<double> margins = revenueByRun(risk, kind, price);
    std::ranges::transform(margins, risk.total, margins.begin(), std::minus{});
    return margins;
}

} // namespace trestle
