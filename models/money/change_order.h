#pragma once

#include "models/money/payments.h"
#include "models/money/price.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// What a client is told when an engagement changes: two versions of one plan, and what lies between them in work,
/// price, dates and invoices. Nothing in it is a cost, a rate or a margin.
///
///     auto order = changeOrder(asAgreed, asItStands);
///     order->price()              // what it costs more, at the same kind and confidence
namespace trestle {

/// Where an item stands to what the client gets.
enum class OrderStanding : std::uint8_t {
    absent, ///< not in the catalogue, or not asked for by the profile
    notNeeded,
    phase2,
    option, ///< offered, not taken
    toBuild,
    partial,
    inPlace,
};
/// Whether the item is part of the work that the price is for.
bool isPart(OrderStanding standing);

enum class OrderChangeKind : std::uint8_t {
    added,   ///< part of the work now
    removed, ///< no part of it any more
    changed, ///< anything else: its state, its estimate, how it is offered
};

struct ItemOnSide {
    OrderStanding standing = OrderStanding::absent;
    ThreePoint effort; ///< person-weeks as if nothing were in place; nothing where it is absent
    friend bool operator==(const ItemOnSide&, const ItemOnSide&) = default;
};

struct ItemChange {
    OrderChangeKind kind = OrderChangeKind::changed;
    std::string id;
    std::string title; ///< the newer one's, where it has the item
    ItemOnSide before;
    ItemOnSide after;
    bool isEstimated = false; ///< its estimate changed by itself, not with its phase's; of what is part on both sides
    friend bool operator==(const ItemChange&, const ItemChange&) = default;
};

/// The estimate of a phase as a whole, which moves each of its items alike. Of phases with work in both versions.
struct EstimateChange {
    std::string phase;
    std::string title;
    ThreePoint before; ///< person-weeks
    ThreePoint after;
    friend bool operator==(const EstimateChange&, const EstimateChange&) = default;
};

/// What one version promises.
struct OrderSide {
    Date start{};
    Date launch{};             ///< at the confidence
    Money price;               ///< ex GST; of time and materials the likely value …
    std::optional<Money> low;  ///< … with nine in ten runs above this
    std::optional<Money> high; ///< and nine in ten below this
    Money gst;
    [[nodiscard]] Money incGst() const { return price + gst; }
    friend bool operator==(const OrderSide&, const OrderSide&) = default;
};

/// An invoice of one version.
struct OrderInvoice {
    Date invoiced{};
    Money exGst;
    Money gst;
    friend bool operator==(const OrderInvoice&, const OrderInvoice&) = default;
};

/// A part of the payment schedule: the same moment on both sides; of monthly parts the same month.
struct PaymentChange {
    PaymentWhen when = PaymentWhen::launch;
    std::string phase;      ///< of `phaseFinished` alone
    std::string phaseTitle; ///< likewise
    std::optional<OrderInvoice> before;
    std::optional<OrderInvoice> after;
    friend bool operator==(const PaymentChange&, const PaymentChange&) = default;
};

struct ChangeOrder {
    PriceKind kind = PriceKind::fixed; ///< the newer version's, used for both
    int confidence = 80;               ///< likewise
    std::vector<ItemChange> items;     ///< added, removed, changed, each as the catalogue has them
    std::vector<EstimateChange> phases;
    OrderSide before;
    OrderSide after;
    std::vector<PaymentChange> payments; ///< all parts, by date

    [[nodiscard]] Money price() const { return after.price - before.price; }
    [[nodiscard]] std::chrono::days launch() const { return after.launch - before.launch; }
    /// Whether nothing that the client is told differs.
    [[nodiscard]] bool isNothing() const;
    friend bool operator==(const ChangeOrder&, const ChangeOrder&) = default;
};

/// Both are simulated on the same draws. Each price is rounded up to its own version's step, as it was or will be
/// quoted. Errors: those of simulate.
Result<ChangeOrder> changeOrder(const Plan& before, const Plan& after, const SimulationOptions& options = {});

} // namespace trestle
