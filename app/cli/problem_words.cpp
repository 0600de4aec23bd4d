#include "app/cli/problem_words.h"

namespace trestle::cli {

namespace {

std::string sentence(const PlanProblem& problem)
{
    const std::string on = problem.on.empty() ? "the plan" : "'" + problem.on + "'";
    const std::string with = "'" + problem.with + "'";
    switch (problem.rule) {
    case PlanRule::effortInOrder: return "the effort of " + on + " is not 0 <= low <= likely <= high";
    case PlanRule::effortAddsUp: return "the effort of " + on + " is not the sum of its parts";
    case PlanRule::timesInOrder: return "the times of " + on + " are out of order or outside the plan";
    case PlanRule::phaseHoldsItems: return on + " does not last from the start to the finish of its item " + with;
    case PlanRule::finishIsTheLast: return "the finish of the plan is not its latest finish";
    case PlanRule::linkHolds: return with + " starts or finishes before " + on + " lets it";
    case PlanRule::crewWorks: return "the crew of " + on + " is not there while it is worked on";
    case PlanRule::crewIsAble: return with + " works on " + on + " without its skill";
    case PlanRule::crewFits: return "more people work on " + on + " at once than its limit";
    case PlanRule::onePlaceAtATime: return with + " works on " + on + " and on another item at once";
    case PlanRule::workedTimeAddsUp: return "the time that " + on + " worked is not that on items";
    case PlanRule::orderIsComplete: return "the order of priority does not hold each item once";
    case PlanRule::slackIsDriving: return "the slack of " + on + " is negative or at odds with what drives the finish";
    case PlanRule::readinessCounts: return "readiness is not between 0 and 1, or not counted from every item";
    case PlanRule::costsAddUp: return "the costs of " + on + " do not add up";
    case PlanRule::shownCostsAddUp: return "the costs of " + on + " do not add up as they are shown";
    case PlanRule::monthsAddUp: return "the costs by month do not add up to the plan's";
    }
    return {};
}

std::string caseName(Case which)
{
    switch (which) {
    case Case::low: return "low";
    case Case::likely: return "likely";
    case Case::high: return "high";
    }
    return {};
}

} // namespace

std::string worded(const PlanProblem& problem)
{
    return (problem.which ? caseName(*problem.which) + ": " : std::string()) + sentence(problem);
}

} // namespace trestle::cli
