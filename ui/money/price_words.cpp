#include "ui/money/price_words.h"

#include "models/risk/chance.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle::pricewords {

namespace {

using Look = KindRow::Look;

QString simulatedAmount(double dollars)
{
    return format::simulatedAmount(Money::rounded(dollars));
}

QString simulatedMoney(double dollars)
{
    return format::simulated(Money::rounded(dollars));
}

/// What stands before an amount of a kind that may come out lower.
QString upTo(PriceKind kind, const QString& amount)
{
    return kind == PriceKind::capped ? tr("up to %1").arg(amount) : amount;
}

QString clientPays(const PriceFigures& figures, const PriceOfKind& price)
{
    switch (price.kind) {
    case PriceKind::timeAndMaterials:
        return tr("the hours worked: %1 in 8 of 10 projects")
            .arg(format::promiseAmountRange(Money::rounded(figures.value.p10), Money::rounded(figures.value.p90)));
    case PriceKind::capped: return tr("the hours worked, at most %1").arg(format::shownAmount(price.price));
    case PriceKind::fixed: return tr("%1, whatever happens").arg(format::shownAmount(price.price));
    }
    return {};
}

QString lossClause(const PriceOfKind& price)
{
    return price.lossChance > 0 ? tr("It loses money in %1 simulated projects.").arg(odds(price.lossChance))
                                : tr("No simulated project loses money.");
}

} // namespace

QString odds(double share)
{
    if (share <= 0)
        return tr("none");
    const ToldChance chance = told(Chance{share, false});
    switch (chance.kind) {
    case ChanceKind::rarely: return tr("fewer than 1 of 100");
    case ChanceKind::nearlyAlways: return tr("more than 99 of 100");
    default: return tr("%1 of 100").arg(chance.percent);
    }
}

QString priceName(PriceKind kind)
{
    switch (kind) {
    case PriceKind::timeAndMaterials: return tr("time and materials");
    case PriceKind::capped: return tr("capped price");
    case PriceKind::fixed: return tr("fixed price");
    }
    return {};
}

QString marginTitle(PriceKind kind)
{
    return tr("Margin of the %1, AUD").arg(priceName(kind));
}

QString sentence(const Plan& plan, const PriceFigures& figures)
{
    if (plan.nothingLeft())
        return tr("Nothing is left to build, so there is nothing to charge.");
    const PriceOfKind& price = figures.of(plan.inputs.price.kind);
    const QString leaves = simulatedMoney(price.margin.mean);
    switch (price.kind) {
    case PriceKind::timeAndMaterials:
        return tr("Time and materials, likely %1, leave %2 on average. %3")
            .arg(format::money(price.price), leaves, lossClause(price));
    case PriceKind::capped:
        return tr("A cap of %1 leaves %2 on average. %3")
            .arg(format::shownMoney(price.price), leaves, lossClause(price));
    case PriceKind::fixed:
        return tr("A fixed price of %1 leaves %2 on average. %3")
            .arg(format::shownMoney(price.price), leaves, lossClause(price));
    }
    return {};
}

std::vector<KindRow> kindRows(const Plan& plan, const PriceFigures* figures)
{
    std::vector<KindRow> rows;
    const auto add = [&](const QString& label, Look look, auto&& write, auto&& isBad) -> KindRow& {
        KindRow row{label, {}, look, {}, false};
        for (std::size_t i = 0; i < kKinds.size(); ++i) {
            row.cells[i] = figures ? write(figures->of(kKinds[i])) : QStringLiteral("…");
            row.bad[i] = figures && isBad(figures->of(kKinds[i]));
        }
        rows.push_back(std::move(row));
        return rows.back();
    };
    const auto never = [](const PriceOfKind&) { return false; };
    const auto ofPrice = [&](const PriceOfKind& price, Money amount) {
        return upTo(price.kind,
                    price.kind == PriceKind::timeAndMaterials ? format::amount(amount) : format::shownAmount(amount));
    };
    add(
        tr("Price ex GST, AUD"), Look::Figure,
        [&](const PriceOfKind& price) {
            const QString amount = ofPrice(price, price.price);
            return price.kind == PriceKind::timeAndMaterials ? tr("%1 likely").arg(amount) : amount;
        },
        never);
    if (plan.inputs.gstRegistered) {
        add(
            tr("GST, 10 %"), Look::Plain,
            [&](const PriceOfKind& price) { return ofPrice(price, gstOn(plan.inputs, price.price)); }, never);
        add(
            tr("Price inc GST"), Look::Strong,
            [&](const PriceOfKind& price) { return ofPrice(price, price.price + gstOn(plan.inputs, price.price)); },
            never);
    }
    add(
        tr("The client pays, ex GST"), Look::Plain,
        [&](const PriceOfKind& price) { return clientPays(*figures, price); }, never)
        .startsGroup = true;
    add(
        tr("Margin on average"), Look::Strong,
        [](const PriceOfKind& price) {
            return tr("%1 · %2").arg(simulatedAmount(price.margin.mean), format::percent(price.marginPart.mean / 100));
        },
        [](const PriceOfKind& price) { return price.margin.mean < 0; })
        .startsGroup = true;
    add(
        tr("1 project of 10 leaves less than"), Look::Plain,
        [](const PriceOfKind& price) { return simulatedAmount(price.margin.p10); },
        [](const PriceOfKind& price) { return price.margin.p10 < 0; });
    add(
        tr("Chance of a loss"), Look::Plain, [](const PriceOfKind& price) { return odds(price.lossChance); },
        [](const PriceOfKind& price) { return price.lossChance > 0; });
    add(
        tr("The cap is reached"), Look::Plain,
        [](const PriceOfKind& price) {
            return price.kind == PriceKind::capped ? odds(price.binds) : QStringLiteral("–");
        },
        never);
    add(
        tr("Contingency in the price"), Look::Plain,
        [&](const PriceOfKind& price) {
            return price.kind == PriceKind::fixed ? format::amount(figures->contingency()) : QStringLiteral("–");
        },
        never);
    return rows;
}

} // namespace trestle::pricewords
