#include "app/cli/price_report.h"

#include "app/cli/figures.h"
#include "app/cli/item_price_report.h"
#include "models/rounding.h"

#include <cmath>
#include <functional>

namespace trestle::cli {

namespace {

constexpr std::size_t kLabel = 24;
constexpr std::size_t kCell = 18;

std::string simulated(double dollars)
{
    return simulatedText(Money::rounded(dollars));
}

std::string kindName(PriceKind kind)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return "time and materials";
    case PriceKind::capped: return "capped";
    case PriceKind::fixed: return "fixed";
    }
    return {};
}

std::string lossText(double chance)
{
    return chance > 0.0 ? percentOf(chance) : "none";
}

/// What the chosen kind does, in one sentence.
std::string sentence(const PriceFigures& figures, PriceKind kind)
{
    const PriceOfKind& price = figures.of(kind);
    const std::string loss = price.lossChance > 0.0 ? " The chance of a loss is " + percentOf(price.lossChance) + "."
                                                    : " No simulated project loses money.";
    const std::string leaves = " leaves AUD " + simulated(price.margin.mean) + " on average.";
    switch (kind) {
    case PriceKind::timeAndMaterials:
        return "Time and materials, likely AUD " + amountText(price.price) + "," + leaves + loss;
    case PriceKind::capped: return "A cap of AUD " + amountText(price.price) + leaves + loss;
    case PriceKind::fixed: return "A fixed price of AUD " + amountText(price.price) + leaves + loss;
    }
    return {};
}

std::string columns(const std::string& label, const PriceFigures& figures, PriceKind chosen,
                    const std::function<std::string(const PriceOfKind&)>& write, const Style& style)
{
    std::string line = leftAligned(label, kLabel, style.glyphs);
    const bool fits = style.width >= kLabel + 3 * kCell; // else the chosen kind alone
    for (const PriceKind kind : {PriceKind::timeAndMaterials, PriceKind::capped, PriceKind::fixed})
        if (fits || kind == chosen)
            line += rightAligned(write(figures.of(kind)), kCell, style.glyphs);
    return line;
}

} // namespace

std::string priceReport(const Plan& plan, const PriceFigures& figures, const ItemPrices& items,
                        const std::string& scenario, const Style& style)
{
    std::vector<std::string> lines;
    const std::string name = printable(plan.inputs.name, style.utf8);
    const std::string client = plan.inputs.client.empty() ? "" : " for " + printable(plan.inputs.client, style.utf8);
    lines.push_back(
        inked(name + client + (scenario.empty() ? "" : ", " + printable(scenario, style.utf8)), Ink::bold, style));
    for (const std::string& line : wrapped(sentence(figures, plan.inputs.price.kind), style.width))
        lines.push_back(line);
    lines.emplace_back();
    const auto add = [&](const std::string& label, const std::function<std::string(const PriceOfKind&)>& write) {
        lines.push_back(columns(label, figures, plan.inputs.price.kind, write, style));
    };
    lines.push_back(
        inked(columns(
                  "AUD", figures, plan.inputs.price.kind, [](const PriceOfKind& p) { return kindName(p.kind); }, style),
              Ink::faint, style));
    add("Price ex GST", [](const PriceOfKind& p) { return amountText(p.price); });
    if (plan.inputs.gstRegistered) {
        add("GST, 10 %", [&](const PriceOfKind& p) { return amountText(gstOn(plan.inputs, p.price)); });
        add("Price inc GST", [&](const PriceOfKind& p) { return amountText(p.price + gstOn(plan.inputs, p.price)); });
    }
    add("Revenue on average", [](const PriceOfKind& p) { return simulated(p.revenue.mean); });
    add("Margin on average", [](const PriceOfKind& p) {
        // Of next to nothing no part says anything.
        const bool tells = std::abs(p.marginPart.mean) < 1'000;
        return simulated(p.margin.mean) + (tells ? ", " + trimmedNumber(p.marginPart.mean, 0) + " %" : "");
    });
    add("1 in 10 leaves less than", [](const PriceOfKind& p) { return simulated(p.margin.p10); });
    add("Chance of a loss", [](const PriceOfKind& p) { return lossText(p.lossChance); });
    add("The cap is reached",
        [](const PriceOfKind& p) { return p.kind == PriceKind::capped ? lossText(p.binds) : std::string("-"); });
    lines.emplace_back();
    lines.push_back("The price is " + std::to_string(figures.confidence) + " % sure, rounded up to AUD " +
                    amountText(plan.inputs.price.step) + "; it costs you AUD " + simulated(figures.meanCost) +
                    " on average.");
    for (std::string& line : itemPriceLines(plan, items, style))
        lines.push_back(std::move(line));
    return joined(lines, "\n") + "\n";
}

} // namespace trestle::cli
