#include "data/change_order_json.h"

#include "data/figures_parts.h"
#include "data/figures_text.h"
#include "data/words.h"

#include <utility>

namespace trestle {

namespace {

using Json = FiguresJson;

std::string_view wordOfStanding(OrderStanding standing)
{
    switch (standing) {
    case OrderStanding::absent: return "absent";
    case OrderStanding::notNeeded: return wordOf(ItemState::excluded);
    case OrderStanding::phase2: return wordOf(ItemScope::phase2);
    case OrderStanding::option: return wordOf(ItemScope::option);
    case OrderStanding::toBuild: return wordOf(ItemState::missing);
    case OrderStanding::partial: return wordOf(ItemState::partial);
    case OrderStanding::inPlace: break;
    }
    return wordOf(ItemState::done);
}

std::string_view wordOfChange(OrderChangeKind kind)
{
    switch (kind) {
    case OrderChangeKind::added: return "added";
    case OrderChangeKind::removed: return "removed";
    case OrderChangeKind::changed: break;
    }
    return "changed";
}

Json effortJson(const ThreePoint& effort)
{
    return {{"low", rounded(effort.low)}, {"likely", rounded(effort.likely)}, {"high", rounded(effort.high)}};
}

Json itemSideJson(const ItemOnSide& side)
{
    const bool isAbsent = side.standing == OrderStanding::absent;
    return {{"standing", std::string(wordOfStanding(side.standing))},
            {"effort", isAbsent ? Json() : effortJson(side.effort)}};
}

Json sideJson(const OrderSide& side)
{
    Json json{{"start", isoDate(side.start)},
              {"launch", isoDate(side.launch)},
              {"price", side.price.inDollars()},
              {"gst", side.gst.inDollars()},
              {"inclusive", side.incGst().inDollars()}};
    if (side.low)
        json["p10"] = side.low->inDollars();
    if (side.high)
        json["p90"] = side.high->inDollars();
    return json;
}

Json invoiceJson(const std::optional<OrderInvoice>& invoice)
{
    if (!invoice)
        return {};
    return {{"invoiced", isoDate(invoice->invoiced)},
            {"price", invoice->exGst.inDollars()},
            {"gst", invoice->gst.inDollars()}};
}

Json changesJson(const ChangeOrder& order)
{
    Json items = Json::array();
    for (const ItemChange& item : order.items)
        items.push_back({{"change", std::string(wordOfChange(item.kind))},
                         {"id", item.id},
                         {"title", item.title},
                         {"before", itemSideJson(item.before)},
                         {"after", itemSideJson(item.after)},
                         {"estimateChanged", item.isEstimated}});
    return items;
}

} // namespace

std::string writeChangeOrderJson(const ChangeOrder& order, const ChangeOrderNames& names)
{
    Json root{{"kind", "changeOrder"},
              {"name", names.plan},
              {"from", names.from},
              {"to", names.to},
              {"chosen", std::string(wordOf(order.kind))},
              {"confidence", order.confidence},
              {"runs", names.runs},
              {"seed", names.seed},
              {"items", changesJson(order)},
              {"estimates", Json::array()},
              {"before", sideJson(order.before)},
              {"after", sideJson(order.after)},
              {"difference", {{"price", order.price().inDollars()}, {"days", order.launch().count()}}},
              {"payments", Json::array()}};
    for (const EstimateChange& phase : order.phases)
        root["estimates"].push_back({{"phase", phase.phase},
                                     {"title", phase.title},
                                     {"before", effortJson(phase.before)},
                                     {"after", effortJson(phase.after)}});
    for (const PaymentChange& part : order.payments)
        root["payments"].push_back({{"at", std::string(wordOf(part.when))},
                                    {"phase", nameOrNull(part.phase)},
                                    {"before", invoiceJson(part.before)},
                                    {"after", invoiceJson(part.after)}});
    return figuresText(root);
}

} // namespace trestle
