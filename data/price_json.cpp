#include "data/price_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"
#include "data/item_price_json.h"
#include "data/words.h"

namespace trestle {

namespace {

using Json = FiguresJson;

double cents(double dollars)
{
    return Money::rounded(dollars).inDollars();
}

Json spreadJson(const Spread& spread)
{
    return {{"mean", cents(spread.mean)}, {"p10", cents(spread.p10)}, {"p50", cents(spread.p50)}};
}

Json percentJson(const Spread& spread)
{
    return {{"mean", rounded(spread.mean)}, {"p10", rounded(spread.p10)}, {"p50", rounded(spread.p50)}};
}

/// What every kind of price has.
void addOutcome(Json& json, const PriceOfKind& price)
{
    json["revenue"] = spreadJson(price.revenue);
    json["margin"] = spreadJson(price.margin);
    json["marginPercent"] = percentJson(price.marginPart);
    json["lossChance"] = rounded(price.lossChance);
}

} // namespace

std::string writePriceJson(const Plan& plan, const Risk& risk, const PriceFigures& figures, const ItemPrices& items,
                           const std::string& scenario)
{
    Json value = moneyJson(figures.value);
    value["likely"] = figures.likelyValue.inDollars();
    Json root{{"kind", "price"},
              {"name", plan.inputs.name},
              {"scenario", nameOrNull(scenario)},
              {"chosen", std::string(wordOf(plan.inputs.price.kind))},
              {"confidence", figures.confidence},
              {"runs", risk.runs},
              {"seed", risk.seed},
              {"value", std::move(value)},
              {"cost", {{"likely", figures.likelyCost.inDollars()}, {"mean", cents(figures.meanCost)}}}};
    addOutcome(root["time"], figures.time);
    root["capped"]["cap"] = figures.capped.price.inDollars();
    addOutcome(root["capped"], figures.capped);
    root["capped"]["binds"] = rounded(figures.capped.binds);
    const Money price = figures.fixed.price;
    const Money tax = gstOn(plan.inputs, price);
    root["fixed"] = {{"price", price.inDollars()},
                     {"gst", tax.inDollars()},
                     {"inclusive", (price + tax).inDollars()},
                     {"contingency", figures.contingency().inDollars()}};
    addOutcome(root["fixed"], figures.fixed);
    addItemPrices(root, plan, items);
    return figuresText(root);
}

} // namespace trestle
