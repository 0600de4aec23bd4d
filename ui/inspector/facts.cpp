#include "ui/inspector/facts.h"

#include "models/calendar/days_off.h"
#include "models/decisions/estimate.h"
#include "models/plan/who_waits.h"
#include "models/risk/outlook.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/base/wording_catalogue.h"

#include <QStringList>

namespace trestle {

namespace {

/// A date alone: with its year where that is not clear from the plan's start.
QString day(Date date)
{
    return format::mediumDate(date);
}

QString scheduled(const Plan& plan, const Span& span)
{
    return format::dateRange(plan.calendar.startDate(span.start), plan.calendar.lastDate(span.start, span.finish));
}

template <class Node>
void addEffort(std::vector<Fact>& facts, const Node& node)
{
    const bool any = node.effort.high > kEpsilon;
    facts.push_back({tr("Work left"), any ? format::personWeeks(node.effort.low, node.effort.high) : tr("none"),
                     any ? tr("Likely %1, as work of one full-time person.")
                               .arg(format::personWeeks(node.effort.likely, node.effort.likely))
                         : QString()});
}

template <class Node>
void addScheduled(std::vector<Fact>& facts, const Plan& plan, const Node& node)
{
    if (node.when.likely.hasWork)
        facts.push_back(
            {tr("Likely"), scheduled(plan, node.when.likely), tr("First and last working day in the likely plan.")});
}

/// In place of what the simulation has not told, or could not.
QString pending(const SureFacts& sure)
{
    return sure.hasFailed ? tr("not known") : tr("…");
}

QString sureBy(const Plan& plan)
{
    return tr("%1 sure by").arg(format::wholePercent(plan.inputs.confidence));
}

void addSureDate(std::vector<Fact>& facts, const Plan& plan, const PhasePlan& phase, const SureFacts& sure)
{
    if (!phase.mayHaveWork())
        return;
    const auto number = static_cast<std::size_t>(&phase - plan.phases.data());
    QString value = pending(sure);
    if (sure.risk)
        value =
            day(plan.calendar.lastDate(0, atConfidence(sure.risk->phases[number].finishWeek, plan.inputs.confidence)));
    facts.push_back({sureBy(plan), value,
                     tr("%1 of 100 simulated plans have finished the phase by this day. If every estimate comes out "
                        "high it takes until %2.")
                         .arg(format::number(plan.inputs.confidence, 0),
                              day(plan.calendar.lastDate(phase.when.high.start, phase.when.high.finish)))});
}

void addSurePlan(std::vector<Fact>& facts, const Plan& plan, const SureFacts& sure)
{
    if (plan.nothingLeft())
        return;
    std::optional<Headline> headline;
    if (sure.risk)
        headline = headlineOf(plan, *sure.risk, plan.inputs.confidence);
    facts.push_back({sureBy(plan), headline ? day(headline->finishDate) : pending(sure),
                     tr("%1 of 100 simulated plans are done by this day. If every estimate comes out high it takes "
                        "until %2.")
                         .arg(format::number(plan.inputs.confidence, 0), day(plan.finishDate.high))});
    facts.push_back(
        {tr("%1 sure for").arg(format::wholePercent(plan.inputs.confidence)),
         headline ? format::promise(headline->total) : pending(sure),
         (plan.actual.any() ? tr("%1 of 100 simulated plans cost no more: what was spent so far, labour and running "
                                 "costs, ex GST.")
                            : tr("%1 of 100 simulated plans cost no more: labour and running costs, ex GST."))
             .arg(format::number(plan.inputs.confidence, 0))});
}

template <class Node>
void addCost(std::vector<Fact>& facts, const Node& node)
{
    facts.push_back(
        {tr("Cost"),
         node.cost.high > Money{} ? format::shownRange(node.shownCost.low, node.shownCost.high) : tr("none"),
         tr("Labour, ex GST; likely %1.").arg(format::shownRange(node.shownCost.likely, node.shownCost.likely))});
}

template <class Node>
void addSlips(std::vector<Fact>& facts, const Node& node)
{
    if (node.hasWork)
        facts.push_back({tr("If it slips"), wording::slack(node.slack),
                         tr("What a later start does to the finish, with the same people on the same work in the same "
                            "order.")});
}

template <class Node>
void addSlack(std::vector<Fact>& details, const Node& node)
{
    if (!node.hasWork)
        return;
    details.push_back({tr("Slack"), slackText(node.slack, node.slackByLinks),
                       tr("How late it may start before the plan finishes later, with your people.")});
    details.push_back({tr("Slack with unlimited people"),
                       node.slackByLinks <= kSlackEpsilon ? tr("none") : format::weeks(node.slackByLinks),
                       tr("The same if there were people for everything at once: only what has to come first makes "
                          "anything wait.")});
}

QString crewOf(const Plan& plan, const ItemPlan& item)
{
    QStringList names;
    for (const std::size_t person : peopleOn(item))
        names << format::text(plan.people[person].name);
    return names.isEmpty() ? tr("nobody") : names.join(tr(", "));
}

QString nextStep(const Plan& plan)
{
    const Readiness& ready = plan.readiness;
    if (ready.done + ready.partial + ready.excluded == 0)
        return tr("Next: tick what you already have in the list at the left. Every tick makes the plan shorter.");
    if (!plan.inputs.profile.validated)
        return tr("Next: answer the questions above the list; some add work, some save it.");
    if (!plan.inputs.targetDate || !plan.inputs.budget)
        return tr("Next: set a target date and a budget, and see whether they hold.");
    return tr("Select a phase or an item to see when it is due, what it waits for and where its figures come from.");
}

} // namespace

QString slackText(Weeks slack, Weeks slackByLinks)
{
    if (slack > kSlackEpsilon)
        return format::weeks(slack);
    return slackByLinks > kSlackEpsilon ? tr("none: the next task starts straight away")
                                        : tr("none: it drives the finish");
}

QString teamText(const Inputs& inputs)
{
    constexpr std::size_t kNamed = 4;
    if (inputs.team.empty())
        return tr("nobody");
    if (inputs.team.size() > kNamed)
        return tr("%1 people · %2")
            .arg(format::number(static_cast<double>(inputs.team.size()), 0),
                 format::fte(fullTimeEquivalents(inputs.team)));
    QStringList people;
    for (const Person& person : inputs.team) {
        const QString name = format::text(person.name);
        people << (person.allocation == 1 ? name : tr("%1 (%2)").arg(name, format::allocation(person.allocation)));
    }
    return people.join(tr(", "));
}

NodeFacts factsOf(const Plan& plan, const PhasePlan& phase, const SureFacts& sure)
{
    const auto number = static_cast<std::size_t>(&phase - plan.phases.data());
    const Phase& source = plan.catalogue->phases[number];
    NodeFacts node;
    node.title = format::text(phase.title);
    node.place = tr("phase %1 of %2").arg(number + 1).arg(plan.phases.size());
    node.explanation = format::text(source.explanation);
    node.remark = format::text(source.note);
    addEffort(node.facts, phase);
    if (!phase.hasWork)
        node.facts.push_back({tr("State"), wording::itemState(phase.state), {}});
    addScheduled(node.facts, plan, phase);
    addSureDate(node.facts, plan, phase, sure);
    addCost(node.facts, phase);
    addSlips(node.facts, phase);
    addSlack(node.details, phase);
    node.facts.push_back(
        {tr("Waits for"), wording::nodeTitles(plan, phase.waitsFor), tr("Phases and items that must come first.")});
    node.facts.push_back({tr("Holds up"), wording::nodeTitles(plan, phase.holdsUp),
                          tr("Phases and items that have to wait for this one.")});
    return node;
}

NodeFacts factsOf(const Plan& plan, const ItemPlan& item)
{
    NodeFacts node;
    node.title = format::text(item.title);
    node.place = tr("item of %1").arg(format::text(plan.phases[item.phase].shortTitle));
    if (const Item* source = findItem(*plan.catalogue, item.id)) {
        node.explanation = format::text(source->explanation);
        for (const auto& [label, text] : wording::criteria(*source))
            node.criteria.push_back({label, text, {}});
    }
    addEffort(node.facts, item);
    addScheduled(node.facts, plan, item);
    addCost(node.facts, item);
    addSlips(node.facts, item);
    addSlack(node.details, item);
    if (!item.hasWork)
        return node;
    node.facts.push_back({tr("People"), crewOf(plan, item), tr("Who works on it in the likely plan.")});
    node.facts.push_back({tr("Start"), wording::wait(plan, item.waitsFor), tr("Why it starts when it does.")});
    node.facts.push_back({tr("Holds up"), wording::nodeTitles(plan, heldUpBy(plan, item)),
                          tr("What has to wait until it is finished, or until its people are free.")});
    return node;
}

NodeFacts factsOf(const Plan& plan, const SureFacts& sure)
{
    const Inputs& inputs = plan.inputs;
    NodeFacts node;
    node.title = format::text(inputs.name);
    node.place = tr("the whole plan");
    if (!inputs.client.empty())
        node.explanation = tr("For %1").arg(format::text(inputs.client));
    node.remark = nextStep(plan);
    node.facts.push_back({tr("Starts"), day(plan.startDate), tr("The first working day.")});
    if (inputs.asOf)
        node.facts.push_back({tr("Replanned from"), day(*inputs.asOf), tr("Nothing that is left is before this day.")});
    addEffort(node.facts, plan);
    node.facts.push_back({tr("Likely finish"), day(plan.finishDate.likely), {}});
    addSurePlan(node.facts, plan, sure);
    node.facts.push_back({tr("Cost"), format::shownRange(plan.shown.total.low, plan.shown.total.high),
                          (plan.actual.any() ? tr("What was spent so far, labour and running costs, ex GST; likely %1.")
                                             : tr("Labour and running costs, ex GST; likely %1."))
                              .arg(format::shownMoney(plan.shown.total.likely))});
    node.facts.push_back({tr("Team"), teamText(inputs), {}});
    node.facts.push_back({tr("Target"), inputs.targetDate ? day(*inputs.targetDate) : tr("none set"), {}});
    node.facts.push_back({tr("Budget"), inputs.budget ? format::shownMoney(*inputs.budget) : tr("none set"), {}});
    if (const auto off = namedDaysOff(inputs, plan.startDate, plan.finishDate.likely); !off.empty())
        node.facts.push_back(
            {tr("Days off"), format::days(static_cast<int>(off.size())),
             tr("Public holidays, closures and other days to the likely finish on which nobody works.")});
    return node;
}

} // namespace trestle
