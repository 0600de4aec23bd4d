#include "ui/risk/layer_words.h"

#include "models/risk/chance.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording_record.h"

#include <algorithm>

namespace trestle::riskwords {

QString outsideViewName(const Catalogue& catalogue, const OutsideView& view)
{
    const OutsideViewPreset* preset = findOutsideView(catalogue, view.preset);
    return preset ? format::text(preset->title) : wording::ownView(view);
}

QString layerName(const Plan& plan, RiskLayer::Of layer)
{
    if (layer == RiskLayer::Of::estimates)
        return tr("estimates alone");
    if (plan.inputs.outsideView.preset == OutsideView::own)
        return tr("your own outside view");
    QString title = outsideViewName(*plan.catalogue, plan.inputs.outsideView);
    title.front() = title.front().toLower();
    return title;
}

QString planCurveName(const Plan& plan, const Risk& risk)
{
    const bool hasRisks = !risk.layers.empty() && risk.layers.back().of == RiskLayer::Of::outsideView;
    return hasRisks ? tr("with the risks") : layerName(plan, RiskLayer::Of::outsideView);
}

namespace {

const RiskLayer* layerOf(const Risk& risk, RiskLayer::Of of)
{
    const auto found = std::ranges::find(risk.layers, of, &RiskLayer::of);
    return found == risk.layers.end() ? nullptr : &*found;
}

} // namespace

QString outsideSentence(const Plan& plan, const Risk& risk)
{
    const RiskLayer* estimates = layerOf(risk, RiskLayer::Of::estimates);
    if (!estimates || plan.nothingLeft())
        return {};
    const double q = probability(plan.inputs.confidence);
    const RiskLayer* outside = layerOf(risk, RiskLayer::Of::outsideView);
    const auto day = [&](Weeks finish) { return format::dayMonth(plan.calendar.lastDate(0, finish)); };
    const QString alone = day(estimates->finishAt(q));
    const QString own = day(risk.finishAt(q));
    if (outside)
        return tr("The estimates alone say %1; projects like this usually vary more: %2. The risks make it %3.")
            .arg(alone, day(outside->finishAt(q)), own);
    return tr("The estimates alone say %1; projects like this usually vary more, so %2 sure is %3.")
        .arg(alone, format::percent(q), own);
}

QString outsideCostSentence(const Plan& plan, const Risk& risk)
{
    const RiskLayer* estimates = layerOf(risk, RiskLayer::Of::estimates);
    if (!estimates || plan.nothingLeft())
        return {};
    const double q = probability(plan.inputs.confidence);
    return tr("The estimates alone say %1.").arg(format::promise(estimates->totalAt(q)));
}

} // namespace trestle::riskwords
