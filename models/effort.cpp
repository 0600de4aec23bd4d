#include "models/effort.h"

namespace trestle {

namespace {

ThreePoint leftOf(const ScopeItem& entry, double learnt)
{
    const ThreePoint left = scaled(entry.full, entry.partLeft * learnt);
    if (!entry.isUnderWay())
        return left;
    if (entry.actual.left)
        return *entry.actual.left;
    const double spent = entry.actual.spent.value_or(0);
    return {leftAfter(left.low, spent), leftAfter(left.likely, spent), leftAfter(left.high, spent)};
}

} // namespace

double scaleFactor(const Catalogue& catalogue, const Profile& profile)
{
    if (profile.scale.empty())
        return catalogue.scales.empty() ? 1.0 : catalogue.scales.front().factor.value;
    const ScaleStep* step = findScale(catalogue, profile.scale);
    return step ? step->factor.value : 1.0;
}

bool isScaled(const Phase& phase, const Inputs& inputs)
{
    return phase.scaled && !inputs.estimates.contains(phase.id);
}

const ThreePoint& phaseEffort(const Phase& phase, const Inputs& inputs)
{
    const auto own = inputs.estimates.find(phase.id);
    return own == inputs.estimates.end() ? phase.effort.value : own->second.effort;
}

ThreePoint scaledPhaseEffort(const Catalogue& catalogue, const Phase& phase, const Inputs& inputs)
{
    return scaled(phaseEffort(phase, inputs), isScaled(phase, inputs) ? scaleFactor(catalogue, inputs.profile) : 1.0);
}

Scope remainingWork(const Catalogue& catalogue, const Inputs& inputs)
{
    Scope scope;
    scope.learning = learnFrom(catalogue, inputs);
    const double scale = scaleFactor(catalogue, inputs.profile);
    const auto add = [&](const Item& item, std::size_t phase, const ThreePoint& whole, double part) {
        ScopeItem entry;
        entry.item = &item;
        entry.phase = phase;
        entry.progress = progressOf(inputs, item.id);
        if (const auto said = inputs.items.find(item.id); said != inputs.items.end())
            entry.actual = said->second.actual;
        entry.partLeft = entry.progress.partLeft(catalogue);
        if (entry.isUnderWay() && wasPartly(inputs, item.id))
            entry.partLeft = catalogue.partialFactor.value;
        entry.weight = part * entry.partLeft;
        entry.full = scaled(whole, part);
        entry.remaining = leftOf(entry, scope.learning.phases[phase].factor);
        scope.items.push_back(std::move(entry));
    };
    for (std::size_t p = 0; p < catalogue.phases.size(); ++p) {
        const Phase& phase = catalogue.phases[p];
        const double factor = isScaled(phase, inputs) ? scale : 1.0;
        scope.firstItem.push_back(scope.items.size());
        for (const Item& item : phase.items)
            add(item, p, phaseEffort(phase, inputs), item.share.value * factor);
        for (const Item& item : phase.addOns)
            if (item.condition.empty() || inputs.profile.conditions.contains(item.condition))
                add(item, p, item.effort->value, 1.0);
    }
    scope.firstItem.push_back(scope.items.size());
    return scope;
}

} // namespace trestle
