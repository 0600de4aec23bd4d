#include "models/decisions/lengthening.h"

#include "models/decisions/estimate.h"
#include "models/effort.h"

namespace trestle {

namespace {

// The same plan but for what is said of its items.
bool sameButItems(Inputs a, Inputs b)
{
    a.items.clear();
    b.items.clear();
    return a == b;
}

} // namespace

std::optional<Lengthening> lengthening(const Plan& before, const Plan& after)
{
    Lengthening longer;
    longer.weeks = after.finish.likely - before.finish.likely;
    if (longer.weeks < kNoticeable || before.catalogue != after.catalogue || !sameButItems(before.inputs, after.inputs))
        return std::nullopt;
    for (const ItemPlan& item : after.items) {
        const double left = progressOf(after.inputs, item.id).partLeft(*after.catalogue);
        const double was = progressOf(before.inputs, item.id).partLeft(*after.catalogue);
        if (left > was)
            return std::nullopt;
        if (left < was)
            longer.items.push_back(item.id);
    }
    return longer.items.empty() ? std::nullopt : std::optional(std::move(longer));
}

} // namespace trestle
