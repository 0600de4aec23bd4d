#include "tests/fuzz/plans.h"

#include "models/plan/plan.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cmath>

namespace trestle::fuzz {

namespace {

void checkPlan(const Plan& plan)
{
    for (const Weeks finish : {plan.finish.low, plan.finish.likely, plan.finish.high})
        require(std::isfinite(finish) && finish >= 0, "a finish that is no time");
    for (const Money total : {plan.total.low, plan.total.likely, plan.total.high})
        require(total.cents >= 0, "a negative total");
    for (const Date date : {plan.finishDate.low, plan.finishDate.likely, plan.finishDate.high})
        require(date >= plan.startDate || plan.effort.high <= 0, "a finish before the start");
    require(!plan.readiness.fraction || (*plan.readiness.fraction >= 0 && *plan.readiness.fraction <= 1 + 1e-9),
            "a readiness beyond 0 to 1");
    for (const ItemPlan& item : plan.items)
        require(std::isfinite(item.slack) && std::isfinite(item.effort.likely), "an item without figures");
}

} // namespace

void makePlans(const ProjectDocument& document)
{
    constexpr std::size_t kMostScenarios = 3;
    if (const Result<Plan> plan = makePlan(document.catalogue.catalogue, document.project.base))
        checkPlan(*plan);
    const std::size_t count = std::min(kMostScenarios, document.project.scenarios.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Result<Inputs> inputs = inputsOf(document.project, document.project.scenarios[i].name);
        require(inputs.has_value(), "a scenario without inputs");
        if (const Result<Plan> plan = makePlan(document.catalogue.catalogue, *inputs))
            checkPlan(*plan);
    }
}

} // namespace trestle::fuzz
