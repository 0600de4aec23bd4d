#include "ui/summary/cash_text.h"

#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/cash/cash_words.h"

namespace trestle {

std::optional<SummaryText> cashText(const Plan& plan, const Risk* risk, const CashFigures* figures)
{
    const Inputs& inputs = plan.inputs;
    if (!inputs.cash.opening)
        return std::nullopt;
    const bool hasTarget = inputs.targetDate || inputs.budget;
    if (hasTarget) {
        if (!risk || !figures || plan.nothingInScope())
            return std::nullopt;
        if (targetChance(plan, *risk).ofTarget()->share <= figures->lastsToLaunch)
            return std::nullopt;
    }
    SummaryText text;
    text.caption = tr("Target");
    text.line = tr("chance that cash lasts");
    text.detail = tr("to launch, %1").arg(format::shortDate(plan.finishDate.likely));
    text.hint = tr("Being worked out from simulated plans.");
    text.isAwaited = figures == nullptr;
    if (figures) {
        text.value = format::chance(Chance{figures->lastsToLaunch, false});
        text.alarm = figures->lastsToLaunch < 0.5; // more likely spent than not
        text.hint = cashwords::headline(plan, *figures);
    }
    return text;
}

} // namespace trestle
