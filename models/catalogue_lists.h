#pragma once

#include "models/catalogue_figures.h"

#include <algorithm>
#include <iterator>
#include <string>

/// What edits of a catalogue's lists share. For models/catalogue_edit*.cpp alone.
namespace trestle {

template <class List>
auto findIn(List& list, const std::string& id)
{
    return std::ranges::find_if(list, [&](const auto& entry) { return entry.id == id; });
}

/// Puts an entry where it stands in the original, as far as its neighbours are there.
template <class List, class Entry>
void insertAsIn(const List& original, List& list, const Entry& entry)
{
    auto next = findIn(original, entry.id);
    while (next != original.end()) {
        if (const auto at = findIn(list, next->id); at != list.end()) {
            list.insert(at, entry);
            return;
        }
        ++next;
    }
    list.push_back(entry);
}

/// The shares of all but one grow or shrink in proportion until the sum is 1; evenly where there is nothing to go by.
inline void shareTheRest(Phase& phase, const std::string& kept)
{
    double others = 0;
    double rest = 1;
    for (const Item& item : phase.items)
        (item.id == kept ? rest : others) += item.id == kept ? -item.share.value : item.share.value;
    const auto count = static_cast<double>(phase.items.size() - (withId(phase.items, kept) ? 1U : 0U));
    for (Item& item : phase.items)
        if (item.id != kept)
            item.share.value = others > 0 ? item.share.value * rest / others : rest / count;
}

} // namespace trestle
