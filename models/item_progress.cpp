#include "models/item_progress.h"

namespace trestle {

double ItemProgress::inPlace() const
{
    switch (state) {
    case ItemState::partial: return 0.5;
    case ItemState::done: return 1.0;
    case ItemState::missing:
    case ItemState::underWay:
    case ItemState::excluded: break;
    }
    return 0.0;
}

double ItemProgress::partLeft(const Catalogue& catalogue) const
{
    switch (state) {
    case ItemState::missing:
    case ItemState::underWay: break;
    case ItemState::partial: return catalogue.partialFactor.value;
    case ItemState::done:
    case ItemState::excluded: return 0.0;
    }
    return 1.0;
}

ThreePoint ItemProgress::left(const ThreePoint& full, const Catalogue& catalogue) const
{
    return scaled(full, partLeft(catalogue));
}

} // namespace trestle
