#include "models/plan/cost.h"
#include "models/plan/plan_draft.h"
#include "models/plan/shown_costs.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace trestle {

namespace {

// Dollars of each person: what they worked, or what they are retained for, leave included.
std::vector<double> labourByPerson(const PlanDraft& draft, const Schedule& schedule)
{
    std::vector<double> dollars(draft.inputs.team.size(), 0.0);
    for (std::size_t rank = 0; rank < draft.network.workers.size(); ++rank) {
        const Worker& worker = draft.network.workers[rank];
        const Weeks paid =
            draft.inputs.costMode == CostMode::retained ? worker.retained(schedule.end) : schedule.worked[rank];
        dollars[worker.person] = paid * worker.weeklyCost;
    }
    return dollars;
}

double sumOfDollars(const std::vector<double>& dollars)
{
    return std::accumulate(dollars.begin(), dollars.end(), 0.0);
}

// Responses in the plan, and the money of what has happened.
Money certainRisks(const RiskRegister& risks, Case which)
{
    Money sum = responseCost(risks);
    for (const RiskEvent& event : risks.events)
        if (event.status == RiskStatus::happened)
            sum += Money::rounded(event.money.at(which));
    return sum;
}

} // namespace

double labourOf(const PlanDraft& draft, const Schedule& schedule)
{
    return sumOfDollars(labourByPerson(draft, schedule));
}

// One total, rounded once; people and items are two ways of splitting it. Retained time that is not worked falls on
// the items in proportion to the worked time.
void takeLabour(PlanDraft& draft, Case which, const Schedule& schedule)
{
    Plan& plan = draft.plan;
    const std::vector<double> byPerson = labourByPerson(draft, schedule);
    const Money total = Money::rounded(sumOfDollars(byPerson));
    plan.labour.at(which) = total;
    draft.byPerson.at(which) = byPerson;
    for (std::size_t rank = 0; rank < draft.network.workers.size(); ++rank)
        plan.people[draft.network.workers[rank].person].worked.at(which) = schedule.worked[rank];

    std::vector<double> byItem = schedule.itemCost;
    if (sumOfDollars(byItem) <= 0.0)
        for (std::size_t i = 0; i < byItem.size(); ++i)
            byItem[i] = draft.scope.items[i].remaining.at(which);
    draft.byItem.at(which) = std::move(byItem);
}

void takeRunningCosts(PlanDraft& draft, Case which)
{
    Plan& plan = draft.plan;
    std::vector<double> dollars;
    for (RunningCostPlan& running : plan.running) {
        const Span& phase = plan.phases[running.phase].when.at(which);
        running.from.at(which) = plan.calendar.startDate(phase.start);
        const auto toFinish = static_cast<int>((plan.finishDate.at(which) - running.from.at(which)).count()) + 1;
        running.days.at(which) = plan.finish.at(which) > kEpsilon ? std::max(toFinish, 0) : 0;
        dollars.push_back(running.monthly.at(which) *
                          (running.days.at(which) / kDaysPerMonth + running.monthsAfterLaunch));
    }
    plan.runningTotal.at(which) = Money::rounded(sumOfDollars(dollars));
    draft.byService.at(which) = std::move(dollars);
    plan.riskTotal.at(which) = certainRisks(plan.inputs.risks, which);
    plan.total.at(which) =
        plan.actual.total() + plan.labour.at(which) + plan.runningTotal.at(which) + plan.riskTotal.at(which);
}

// All cases at once, so that no line costs more in a lower case for being rounded.
void splitTotals(PlanDraft& draft)
{
    Plan& plan = draft.plan;
    const auto people = splitCases(plan.labour, draft.byPerson);
    const auto items = splitCases(plan.labour, draft.byItem);
    const auto services = splitCases(plan.runningTotal, draft.byService);
    for (const Case which : kCases) {
        for (std::size_t p = 0; p < plan.people.size(); ++p)
            plan.people[p].cost.at(which) = people.at(which)[p];
        for (std::size_t i = 0; i < plan.items.size(); ++i) {
            plan.items[i].cost.at(which) = items.at(which)[i];
            plan.phases[plan.items[i].phase].cost.at(which) += items.at(which)[i];
        }
        for (std::size_t r = 0; r < plan.running.size(); ++r)
            plan.running[r].cost.at(which) = services.at(which)[r];
    }
    addShownCosts(plan);
    for (const PersonPlan& person : plan.people)
        for (const Case which : kCases)
            if (!person.paidOut) {
                plan.ownTime.at(which) += person.cost.at(which);
                plan.shown.ownTime.at(which) += person.shownCost.at(which);
            }
    // What is shown is a part of the total, so the time that was spent is in it.
    for (const Case which : kCases)
        plan.shown.ownTime.at(which) += showsCents(plan) ? plan.actual.ownTime : toDollars(plan.actual.ownTime);
}

// A service is paid for where its phase is in scope, done or not.
void addRunningCosts(PlanDraft& draft)
{
    for (std::size_t p = 0; p < draft.catalogue.phases.size(); ++p)
        for (const RunningCost& cost : draft.catalogue.phases[p].runningCosts)
            if (draft.plan.phases[p].inScope > 0) {
                RunningCostPlan running;
                running.title = cost.title;
                running.phase = p;
                running.monthly = cost.monthly.value;
                running.monthsAfterLaunch = draft.inputs.monthsAfterLaunch;
                draft.plan.running.push_back(std::move(running));
            }
}

} // namespace trestle
