#include "models/version_comparison.h"

namespace trestle {

namespace {

std::optional<double> chanceOfTarget(const Plan& plan, const Risk& risk)
{
    const Inputs& inputs = plan.inputs;
    if (!inputs.targetDate && !inputs.budget)
        return std::nullopt;
    if (!inputs.budget)
        return risk.chanceBy(latestFinishBy(plan.calendar, *inputs.targetDate));
    if (!inputs.targetDate)
        return risk.chanceUnder(*inputs.budget);
    return risk.chanceOfBoth(latestFinishBy(plan.calendar, *inputs.targetDate), *inputs.budget);
}

} // namespace

VersionFigures versionFigures(const Plan& plan, const Risk& risk, int confidence)
{
    VersionFigures figures;
    figures.readiness = plan.readiness.fraction;
    figures.effort = plan.effort.likely;
    figures.finish = plan.finish;
    figures.finishDate = plan.finishDate;
    figures.total = plan.total;
    const double part = confidence / 100.0;
    figures.sureFinish = risk.finishAt(part);
    figures.sureDate = plan.calendar.lastDate(0, figures.sureFinish);
    figures.sureTotal = risk.totalAt(part);
    figures.targetChance = chanceOfTarget(plan, risk);
    return figures;
}

Result<VersionComparison> compareVersions(const std::shared_ptr<const Catalogue>& catalogue, const Project& before,
                                          const Project& after, const SimulationOptions& options)
{
    VersionComparison comparison;
    comparison.confidence = after.base.confidence;
    comparison.changes = differences(before, after);
    const std::pair sides{std::pair(&before, &comparison.before), std::pair(&after, &comparison.after)};
    for (const auto& [project, figures] : {sides.first, sides.second}) {
        const Result<Plan> plan = makePlan(catalogue, project->base);
        if (!plan)
            return std::unexpected(plan.error());
        const Result<Risk> risk = simulate(*plan, options);
        if (!risk)
            return std::unexpected(risk.error());
        *figures = versionFigures(*plan, *risk, comparison.confidence);
    }
    return comparison;
}

} // namespace trestle
