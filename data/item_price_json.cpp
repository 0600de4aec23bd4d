#include "data/item_price_json.h"

#include "data/words.h"

#include <string>
#include <utility>

namespace trestle {

namespace {

using Json = FiguresJson;

/// What `why` says in the JSON of an item without a price.
std::string_view wordOfReason(NoItemPrice why)
{
    switch (why) {
    case NoItemPrice::inPlace: return "done";
    case NoItemPrice::notNeeded: return "excluded";
    case NoItemPrice::notAsked: return "profile";
    case NoItemPrice::noPlan: break;
    }
    return "noPlan";
}

/// No plan with it: no price.
void addPriceApart(Json& json, const PriceApart& priced)
{
    json["price"] = priced.problem ? Json() : Json(priced.price.inDollars());
    json["exact"] = priced.problem ? Json() : Json(priced.exact.inDollars());
}

} // namespace

void addItemPrices(FiguresJson& json, const Plan& plan, const ItemPrices& prices)
{
    for (const ItemScope scope : {ItemScope::option, ItemScope::taken, ItemScope::phase2}) {
        const ScopePrice& priced = prices.of(scope);
        Json items = Json::array();
        for (const ItemPrice& item : priced.items) {
            const Item* source = findItem(*plan.catalogue, item.id);
            Json entry{{"id", item.id}, {"title", source ? source->title : item.id}};
            addPriceApart(entry, item);
            if (const auto why = whyNoPrice(item))
                entry["why"] = std::string(wordOfReason(*why));
            items.push_back(std::move(entry));
        }
        Json& group = json[scope == ItemScope::option ? "options" : std::string(wordOf(scope))];
        group["items"] = std::move(items);
        addPriceApart(group["together"], priced.together);
    }
}

} // namespace trestle
