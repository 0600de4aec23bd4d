#include "app/cli/item_price_report.h"

#include "app/cli/figures.h"
#include "app/cli/wording.h"

#include <algorithm>

namespace trestle::cli {

namespace {

constexpr std::size_t kPriced = 50;
constexpr std::size_t kPriceCell = 12;

std::string headOf(ItemScope scope)
{
    switch (scope) {
    case ItemScope::option: return "Options, on top of the price";
    case ItemScope::taken: return "Options taken, in the price";
    case ItemScope::phase2: break;
    }
    return "Phase 2, on top of the price";
}

std::string pricedLine(const std::string& label, const std::string& price, const Style& style)
{
    const std::size_t width = std::clamp<std::size_t>(style.width, 20 + kPriceCell, kPriced + kPriceCell);
    return leftAligned("  " + label, width - kPriceCell, style.glyphs) + rightAligned(price, kPriceCell, style.glyphs);
}

std::string priceCell(const PriceApart& priced)
{
    return priced.problem ? "-" : amountText(priced.price);
}

} // namespace

std::vector<std::string> itemPriceLines(const Plan& plan, const ItemPrices& prices, const Style& style)
{
    std::vector<std::string> lines;
    for (const ItemScope scope : {ItemScope::option, ItemScope::taken, ItemScope::phase2}) {
        const ScopePrice& priced = prices.of(scope);
        if (priced.items.empty())
            continue;
        lines.emplace_back();
        lines.push_back(inked(headOf(scope), Ink::faint, style));
        for (const ItemPrice& item : priced.items) {
            const Item* source = findItem(*plan.catalogue, item.id);
            const std::string title = printable(source ? source->title : item.id, style.utf8);
            const auto why = whyNoPrice(item);
            const std::string reason = item.problem ? worded(*item.problem) : why ? worded(*why) : "";
            lines.push_back(pricedLine(title, priceCell(item), style) + (reason.empty() ? "" : "  " + reason));
        }
        if (priced.items.size() > 1)
            lines.push_back(pricedLine("All of them together", priceCell(priced.together), style));
    }
    if (lines.empty())
        return lines;
    lines.emplace_back();
    for (const std::string& line : wrapped("Each is what the price would be with it less what it is without, ex "
                                           "GST, up to AUD " +
                                               amountText(kItemPriceStep) + ".",
                                           style.width))
        lines.push_back(line);
    return lines;
}

} // namespace trestle::cli
