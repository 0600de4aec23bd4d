#include "models/effort.h"

namespace trestle {

namespace {

double scaleFactor(const Catalogue& catalogue, const Profile& profile)
{
    if (profile.scale.empty())
        return catalogue.scales.empty() ? 1.0 : catalogue.scales.front().factor.value;
    const ScaleStep* step = findScale(catalogue, profile.scale);
    return step ? step->factor.value : 1.0;
}

} // namespace

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
    const double scale = scaleFactor(catalogue, inputs.profile);
    const auto add = [&](const Item& item, std::size_t phase, const ThreePoint& whole, double part) {
        const ItemProgress progress = progressOf(inputs, item.id);
        const ThreePoint full = scaled(whole, part);
        scope.items.push_back(
            {&item, phase, progress, part * progress.partLeft(catalogue), full, progress.left(full, catalogue)});
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
