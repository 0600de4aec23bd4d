#pragma once

#include "models/catalogue.h"
#include "models/inputs.h"

#include <rapidcheck.h>

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace trestle {

/// A made-up catalogue with inputs that suit it. As a rapidcheck value it shrinks by losing phases, items, links,
/// people, leave and so on, one at a time, and prints as a short readable network.
struct RandomPlan {
    Catalogue catalogue;
    Inputs inputs;
    std::size_t orderSeed = 0; ///< priority order of the items; 0 = catalogue order
};

/// What the made-up plans may contain.
struct PlanMix {
    std::size_t maxPhases = 10;
    std::size_t maxItems = 60;
    std::size_t maxItemsInPhase = 9;
    std::size_t maxPeople = 8;
    bool lags = true;
    bool absences = true; ///< leave of all lengths and late first days
    bool skills = true;
    bool unlikely = true;    ///< phases that likely take nothing, and milestones
    bool wholeDays = false;  ///< full-timers and work of whole days: much happens at the same moment
    bool cycles = false;     ///< links without regard for cycles
    bool lastDays = true;    ///< some leave for good, where `absences` too
    bool mayRunOut = false;  ///< all who can do an item may leave
    bool begun = false;      ///< some days in, with items under way and finished, some of them with dates
    bool nobodyAble = false; ///< items may need a skill that nobody has
};

rc::Gen<RandomPlan> randomPlans(const PlanMix& mix = {});

/// Items of the plan's scope in the priority order that `orderSeed` stands for.
std::vector<std::size_t> priorityOrder(const RandomPlan& plan, std::size_t itemCount);

/// For rapidcheck's report of a failing plan.
void showValue(const RandomPlan& plan, std::ostream& out);

/// Runs a property on `runs` made-up values, always the same ones. RC_PARAMS in the environment takes over, as
/// rapidcheck's report of a failure suggests ("RC_PARAMS='seed=7 max_success=20000' …").
template <class Property>
bool holds(const std::string& name, int runs, Property&& property)
{
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    // Said here, not in the environment: Qt Test's watchdog reads that in a thread of its own.
    if (std::getenv("RC_PARAMS") == nullptr)
        params.seed = 20270104;
    if (params.maxSuccess == rc::detail::TestParams().maxSuccess)
        params.maxSuccess = runs;
    rc::detail::TestMetadata metadata;
    metadata.id = name;
    metadata.description = name;
    const auto result = rc::detail::checkTestable(std::forward<Property>(property), metadata, params);
    const bool good = result.template is<rc::detail::SuccessResult>();
    if (!good)
        rc::detail::printResultMessage(result, std::cerr << '\n' << name << ": ");
    std::cerr << std::flush;
    return good;
}

} // namespace trestle
