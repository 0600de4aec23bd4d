#include "data/plan_file/version_figures.h"

#include "data/plan_file/plan_file.h"

#include <algorithm>

namespace trestle {

Result<std::vector<NamedVersionFigures>> namedVersionFigures(const PlanFile& file)
{
    const auto history = file.history();
    if (!history)
        return std::unexpected(history.error());
    std::vector<NamedVersionFigures> versions;
    for (const Revision& revision : *history) {
        if (revision.tag.empty())
            continue;
        const auto document = file.documentAt(revision.id);
        if (!document)
            return std::unexpected(document.error());
        const auto plan = makePlan(document->catalogue.catalogue, document->project.base);
        if (!plan)
            return std::unexpected(plan.error());
        const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds{revision.at}};
        versions.push_back({revision.tag, std::chrono::floor<std::chrono::seconds>(at), plan->finishDate.likely,
                            plan->shown.total.likely,
                            static_cast<std::size_t>(std::ranges::count_if(plan->items, &ItemPlan::hasWork))});
    }
    return versions;
}

} // namespace trestle
