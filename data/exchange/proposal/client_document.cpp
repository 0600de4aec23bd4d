#include "data/exchange/proposal/client_document.h"

#include <algorithm>

namespace trestle {

Date DocumentTimeline::first() const
{
    Date first = promised;
    for (const Bar& bar : bars)
        first = std::min(first, bar.from);
    for (const Mark& mark : marks)
        first = std::min(first, mark.day);
    return first;
}

Date DocumentTimeline::last() const
{
    Date last = promised;
    for (const Bar& bar : bars)
        last = std::max(last, bar.to);
    for (const Mark& mark : marks)
        last = std::max(last, mark.day);
    return last;
}

bool DocumentTimeline::hasOwnRow() const
{
    return std::ranges::any_of(marks, [&](const Mark& mark) { return mark.row >= bars.size(); });
}

} // namespace trestle
