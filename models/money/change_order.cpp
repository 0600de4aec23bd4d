#include "models/money/change_order.h"

#include "models/effort.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace trestle {

namespace {

/// Efforts closer than this are told alike.
constexpr PersonWeeks kSameEffort = 1e-6;

bool isSameEffort(const ThreePoint& a, const ThreePoint& b)
{
    return std::abs(a.low - b.low) < kSameEffort && std::abs(a.likely - b.likely) < kSameEffort &&
           std::abs(a.high - b.high) < kSameEffort;
}

ItemOnSide itemOn(const Plan& plan, const std::string& id)
{
    const ItemPlan* item = plan.findItem(id);
    if (!item)
        return {};
    ItemOnSide side{OrderStanding::toBuild, item->fullEffort};
    if (isApart(plan.inputs.scopes, id)) {
        side.standing = plan.inputs.scopes.at(id) == ItemScope::phase2 ? OrderStanding::phase2 : OrderStanding::option;
        return side;
    }
    switch (item->state) {
    case ItemState::missing:
    case ItemState::underWay: break;
    case ItemState::partial: side.standing = OrderStanding::partial; break;
    case ItemState::done: side.standing = OrderStanding::inPlace; break;
    case ItemState::excluded: side.standing = OrderStanding::notNeeded; break;
    }
    return side;
}

/// The ids of both, in the order of the newer catalogue; what it lacks stands behind.
std::vector<std::string> idsOfBoth(const Plan& before, const Plan& after)
{
    std::vector<std::string> ids;
    for (const ItemPlan& item : after.items)
        ids.push_back(item.id);
    for (const ItemPlan& item : before.items)
        if (!after.findItem(item.id))
            ids.push_back(item.id);
    return ids;
}

std::vector<EstimateChange> changedPhases(const Plan& before, const Plan& after)
{
    std::vector<EstimateChange> changes;
    for (const Phase& phase : after.catalogue->phases) {
        const Phase* other = findPhase(*before.catalogue, phase.id);
        const PhasePlan* was = before.findPhase(phase.id);
        const PhasePlan* is = after.findPhase(phase.id);
        if (!other || !was || !is || was->inScope == 0 || is->inScope == 0)
            continue;
        const ThreePoint from = scaledPhaseEffort(*before.catalogue, *other, before.inputs);
        const ThreePoint to = scaledPhaseEffort(*after.catalogue, phase, after.inputs);
        if (!isSameEffort(from, to))
            changes.push_back({phase.id, phase.title, from, to});
    }
    return changes;
}

/// Whether an item's share of its phase is what it was, so that its estimate moves with the phase's alone.
bool movesWithPhase(const Plan& before, const Plan& after, const std::string& id)
{
    const Item* was = findItem(*before.catalogue, id);
    const Item* is = findItem(*after.catalogue, id);
    return was && is && !was->effort && !is->effort && std::abs(was->share.value - is->share.value) < kSameEffort;
}

bool isOut(OrderStanding standing)
{
    return standing == OrderStanding::absent || standing == OrderStanding::notNeeded;
}

std::optional<ItemChange> itemChange(const Plan& before, const Plan& after, const std::string& id)
{
    ItemChange change;
    change.id = id;
    change.before = itemOn(before, id);
    change.after = itemOn(after, id);
    const bool wasPart = isPart(change.before.standing);
    const bool isPartNow = isPart(change.after.standing);
    change.isEstimated = wasPart && isPartNow && !isSameEffort(change.before.effort, change.after.effort) &&
                         !movesWithPhase(before, after, id);
    if (change.before.standing == change.after.standing && !change.isEstimated)
        return std::nullopt;
    if (wasPart != isPartNow)
        change.kind = isPartNow ? OrderChangeKind::added : OrderChangeKind::removed;
    else if (isOut(change.before.standing) && isOut(change.after.standing))
        return std::nullopt; // in neither, for another reason
    const ItemPlan* newer = after.findItem(id);
    change.title = newer ? newer->title : before.findItem(id)->title;
    return change;
}

OrderSide orderSide(const Plan& plan, const Risk& risk, PriceKind kind, int confidence)
{
    OrderSide side;
    side.start = plan.startDate;
    side.launch = headlineOf(plan, risk, confidence).finishDate;
    const PriceFigures figures = priceFigures(plan, risk, confidence);
    side.price = figures.of(kind).price;
    side.gst = gstOn(plan.inputs, side.price);
    if (kind == PriceKind::timeAndMaterials) {
        side.low = Money::rounded(figures.value.p10);
        side.high = Money::rounded(figures.value.p90);
    }
    return side;
}

/// The same moment of both schedules; of several at one moment the first goes with the first.
using PaymentKey = std::tuple<PaymentWhen, std::string, std::chrono::year_month, int>;

std::map<PaymentKey, OrderInvoice> invoicesOf(const Plan& plan, Money price)
{
    std::map<PaymentKey, OrderInvoice> invoices;
    for (const Payment& payment : paymentSchedule(plan, price)) {
        const bool isMonthly = payment.part.when == PaymentWhen::monthly;
        PaymentKey key{payment.part.when, payment.part.phase,
                       isMonthly ? monthOf(payment.invoiced) : std::chrono::year_month{}, 0};
        while (invoices.contains(key))
            ++std::get<int>(key);
        invoices[key] = {payment.invoiced, payment.exGst, payment.gst};
    }
    return invoices;
}

std::vector<PaymentChange> paymentChanges(const Plan& before, const Plan& after, const ChangeOrder& order)
{
    std::map<PaymentKey, PaymentChange> changes;
    for (const auto& [key, invoice] : invoicesOf(before, order.before.price))
        changes[key].before = invoice;
    for (const auto& [key, invoice] : invoicesOf(after, order.after.price))
        changes[key].after = invoice;
    std::vector<PaymentChange> sorted;
    for (auto& [key, change] : changes) {
        change.when = std::get<PaymentWhen>(key);
        change.phase = std::get<std::string>(key);
        for (const Plan* plan : {&before, &after})
            if (const PhasePlan* phase = plan->findPhase(change.phase))
                change.phaseTitle = phase->title;
        sorted.push_back(std::move(change));
    }
    std::ranges::stable_sort(sorted, {}, [](const PaymentChange& change) {
        return change.after ? change.after->invoiced : change.before->invoiced;
    });
    return sorted;
}

} // namespace

bool isPart(OrderStanding standing)
{
    return standing >= OrderStanding::toBuild;
}

bool ChangeOrder::isNothing() const
{
    return items.empty() && phases.empty() && before == after &&
           std::ranges::all_of(payments, [](const PaymentChange& part) { return part.before == part.after; });
}

Result<ChangeOrder> changeOrder(const Plan& before, const Plan& after, const SimulationOptions& options)
{
    ChangeOrder order;
    order.kind = after.inputs.price.kind;
    order.confidence = priceConfidence(after.inputs);
    SimulationOptions priced = options;
    priced.price = true;
    priced.drivingRuns = 0;
    priced.phases = false;
    for (const auto& [plan, side] : {std::pair(&before, &order.before), std::pair(&after, &order.after)}) {
        const auto risk = simulate(*plan, priced);
        if (!risk)
            return std::unexpected(risk.error());
        *side = orderSide(*plan, *risk, order.kind, order.confidence);
    }
    for (const std::string& id : idsOfBoth(before, after))
        if (auto change = itemChange(before, after, id))
            order.items.push_back(std::move(*change));
    std::ranges::stable_sort(order.items, {}, &ItemChange::kind);
    order.phases = changedPhases(before, after);
    order.payments = paymentChanges(before, after, order);
    return order;
}

} // namespace trestle
