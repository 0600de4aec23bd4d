#include "models/risk/version_comparison.h"

#include "models/risk/promises.h"

namespace trestle {

VersionFigures versionFigures(const Plan& plan, const Risk& risk, int confidence)
{
    VersionFigures figures;
    figures.readiness = plan.readiness.fraction;
    figures.effort = plan.effort.likely;
    figures.finish = plan.finish;
    figures.finishDate = plan.finishDate;
    figures.total = plan.total;
    const Headline sure = headlineOf(plan, risk, confidence);
    figures.sureFinish = sure.finish;
    figures.sureDate = sure.finishDate;
    figures.sureTotal = sure.total;
    figures.targetChance = targetChance(plan, risk).ofTarget();
    return figures;
}

Result<VersionComparison> compareVersions(const std::shared_ptr<const Catalogue>& catalogue, const Project& before,
                                          const Project& after, const SimulationOptions& options)
{
    return compareVersions(catalogue, before, catalogue, after, options);
}

Result<VersionComparison> compareVersions(const std::shared_ptr<const Catalogue>& catalogueBefore,
                                          const Project& before,
                                          const std::shared_ptr<const Catalogue>& catalogueAfter, const Project& after,
                                          const SimulationOptions& options)
{
    VersionComparison comparison;
    comparison.confidence = after.base.confidence;
    comparison.changes = differences(before, after);
    comparison.catalogueBefore = catalogueBefore;
    if (catalogueBefore != catalogueAfter)
        comparison.catalogueChanges = catalogueDifferences(*catalogueBefore, *catalogueAfter);
    const std::pair sides{std::pair(&before, &comparison.before), std::pair(&after, &comparison.after)};
    for (const auto& [project, figures] : {sides.first, sides.second}) {
        const Result<Plan> plan = makePlan(project == &before ? catalogueBefore : catalogueAfter, project->base);
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
