#include "ui/money/client_words.h"

#include "models/money/offer_scope.h"
#include "models/money/payments.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <algorithm>

namespace trestle::clientwords {

namespace {

QString exGst(const Inputs& inputs, const QString& amount)
{
    return inputs.gstRegistered ? tr("%1 ex GST").arg(amount) : tr("%1, no GST").arg(amount);
}

Money withGst(const Inputs& inputs, Money amount)
{
    return amount + gstOn(inputs, amount);
}

/// "Schema designed for scale: tables and indexes fit ten times the data."
QString itemLine(const Plan& plan, std::size_t item)
{
    const QString title = format::text(plan.items[item].title);
    const Item* known = findItem(*plan.catalogue, plan.items[item].id);
    return known && !known->explanation.empty() ? tr("%1: %2").arg(title, format::text(known->explanation)) : title;
}

QString titles(const Plan& plan, const std::vector<std::size_t>& items)
{
    QStringList names;
    for (const std::size_t item : items)
        names += format::text(plan.items[item].title);
    return names.join(QStringLiteral(" · "));
}

void addIncluded(std::vector<Part>& parts, const Plan& plan, const OfferScope& scope)
{
    for (std::size_t phase = 0; phase < plan.phases.size(); ++phase) {
        Part part{tr("Included: %1").arg(format::text(plan.phases[phase].title)), {}};
        for (const std::size_t item : scope.included)
            if (plan.items[item].phase == phase)
                part.lines += itemLine(plan, item);
        if (!part.lines.isEmpty())
            parts.push_back(std::move(part));
    }
    if (!scope.inPlace.empty())
        parts.push_back({tr("In place already, kept as it is"), {titles(plan, scope.inPlace)}});
}

/// With its price where that is known.
void addApart(std::vector<Part>& parts, const Plan& plan, const ItemPrices* items, ItemScope scope,
              const QString& title)
{
    Part part{title, {}};
    for (const auto& [item, of] : plan.inputs.scopes) {
        const ItemPlan* known = of == scope ? plan.findItem(item) : nullptr;
        if (!known)
            continue;
        QString line = itemLine(plan, static_cast<std::size_t>(known - plan.items.data()));
        if (items)
            for (const ItemPrice& price : items->of(scope).items)
                if (price.id == item && !price.problem)
                    line = tr("%1 (%2)").arg(
                        line, plan.inputs.gstRegistered
                                  ? tr("%1 incl. GST").arg(format::shownMoney(withGst(plan.inputs, price.price)))
                                  : format::shownMoney(price.price));
        part.lines += line;
    }
    if (!part.lines.isEmpty())
        parts.push_back(std::move(part));
}

QString teamSentence(const Inputs& inputs)
{
    QStringList people;
    for (const Person& person : inputs.team)
        people += tr("%1 (%2)").arg(format::text(person.name), format::allocation(person.allocation));
    return people.size() == 1
               ? tr("The work is done by %1.").arg(people.front())
               : tr("The work is done by a team of %1: %2.").arg(people.size()).arg(people.join(tr(", ")));
}

/// Where the efforts come from, by kind.
QString basisSentence(const Plan& plan)
{
    int own = 0;
    int stated = 0;
    int derived = 0;
    int assumed = 0;
    for (const PhasePlan& phase : plan.phases) {
        if (!phase.mayHaveWork())
            continue;
        const auto number = static_cast<std::size_t>(&phase - plan.phases.data());
        if (plan.inputs.estimates.contains(phase.id)) {
            ++own;
            continue;
        }
        switch (plan.catalogue->phases[number].effort.from.likely.kind) {
        case ProvenanceKind::stated: ++stated; break;
        case ProvenanceKind::derived: ++derived; break;
        case ProvenanceKind::assumed: ++assumed; break;
        case ProvenanceKind::yours: ++own; break;
        }
    }
    QStringList kinds;
    const auto add = [&](int count, const QString& text) {
        if (count > 0)
            kinds += text.arg(count);
    };
    add(stated, tr("%1 as published"));
    add(derived, tr("%1 derived from published figures"));
    add(assumed, tr("%1 assumed"));
    add(own, tr("%1 estimated by us"));
    return kinds.isEmpty() ? QString() : tr("Efforts by phase: %1.").arg(kinds.join(tr(", ")));
}

} // namespace

QString title(const Plan& plan)
{
    const QString name = format::text(plan.inputs.name);
    return plan.inputs.client.empty() ? name : tr("%1 for %2").arg(name, format::text(plan.inputs.client));
}

QString promise(const Plan& plan, const Risk& risk, const PriceFigures& figures)
{
    const PriceKind kind = plan.inputs.price.kind;
    const Money price = withGst(plan.inputs, figures.of(kind).price);
    const QString date = format::date(headlineOf(plan, risk, figures.confidence).finishDate);
    const QString amount =
        plan.inputs.gstRegistered ? tr("%1 incl. GST").arg(format::shownMoney(price)) : format::shownMoney(price);
    switch (kind) {
    case PriceKind::timeAndMaterials: {
        const auto shown = [&](double value) { return withGst(plan.inputs, Money::rounded(value)); };
        const QString range = format::promiseRange(shown(figures.value.p10), shown(figures.value.p90));
        return tr("Live by %1, for the hours worked: %2")
            .arg(date, plan.inputs.gstRegistered ? tr("%1 incl. GST").arg(range) : range);
    }
    case PriceKind::capped: return tr("Live by %1, for at most %2").arg(date, amount);
    case PriceKind::fixed: return tr("Live by %1, for %2").arg(date, amount);
    }
    return {};
}

QStringList priceLines(const Plan& plan, const PriceFigures& figures, Date today)
{
    const Inputs& inputs = plan.inputs;
    const PriceOfKind& price = figures.of(inputs.price.kind);
    QStringList lines;
    switch (price.kind) {
    case PriceKind::timeAndMaterials:
        lines += tr("You pay for the hours worked and for what is bought, likely %1.")
                     .arg(exGst(inputs, format::money(price.price)));
        break;
    case PriceKind::capped:
        lines += tr("You pay for the hours worked and for what is bought, at most %1.")
                     .arg(exGst(inputs, format::shownMoney(price.price)));
        break;
    case PriceKind::fixed:
        lines += tr("A fixed price of %1, whatever happens.").arg(exGst(inputs, format::shownMoney(price.price)));
        break;
    }
    if (inputs.gstRegistered)
        lines += tr("GST of 10 %: %1.")
                     .arg(price.kind == PriceKind::timeAndMaterials ? format::money(gstOn(inputs, price.price))
                                                                    : format::shownMoney(gstOn(inputs, price.price)));
    lines += tr("Valid until %1. Each invoice is due within %2.")
                 .arg(format::date(validUntil(inputs.price, today)), format::days(inputs.price.termsDays));
    return lines;
}

std::vector<Part> parts(const Plan& plan, const ItemPrices* items)
{
    const OfferScope scope = offerScope(plan);
    std::vector<Part> parts;
    addIncluded(parts, plan, scope);
    addApart(parts, plan, items, ItemScope::option, tr("Options: tick what you want, on top of the price"));
    addApart(parts, plan, items, ItemScope::phase2, tr("Phase 2: priced apart, in no total here"));
    if (!scope.excluded.empty())
        parts.push_back({tr("Not included"), {titles(plan, scope.excluded)}});
    const QString start = format::date(plan.startDate);
    parts.push_back(
        {tr("What we need from you"),
         {tr("Somebody who decides when we ask."), tr("Access to code, hosting and real data by %1.").arg(start),
          tr("Your word on each finished phase, so that the next can build on it.")}});
    Part basis{tr("What this rests on"), {tr("Work starts on %1.").arg(start)}};
    if (!plan.inputs.team.empty())
        basis.lines += teamSentence(plan.inputs);
    if (const ScaleStep* scale = findScale(*plan.catalogue, plan.inputs.profile.scale))
        basis.lines += tr("Planned for %1.").arg(format::text(scale->title));
    if (const QString efforts = basisSentence(plan); !efforts.isEmpty())
        basis.lines += efforts;
    basis.lines +=
        tr("What is not listed here is agreed apart, with its own price and dates, before work on it starts.");
    parts.push_back(std::move(basis));
    return parts;
}

} // namespace trestle::clientwords
