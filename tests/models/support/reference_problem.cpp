#include "tests/models/support/reference_problem.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

namespace trestle::reference {

namespace {

bool isWorkingDay(const Inputs& inputs, Date date)
{
    const std::chrono::weekday day{date};
    if (day == std::chrono::Saturday || day == std::chrono::Sunday)
        return false;
    for (const DayOff& off : inputs.daysOff)
        if (off.date == date)
            return false;
    return true;
}

/// Working days from the plan's first working day up to `date`, which is not counted.
int workingDaysBefore(const Inputs& inputs, Date date)
{
    int count = 0;
    for (Date day = firstWorkingDay(inputs); day < date; day += std::chrono::days{1})
        if (isWorkingDay(inputs, day))
            ++count;
    return count;
}

Helper makeHelper(const Inputs& inputs, const Person& person)
{
    Helper helper{person.name, person.allocation, person.weeklyRate.inDollars(), person.skills, 0, {}};
    if (person.firstDay)
        helper.firstDay = workingDaysBefore(inputs, *person.firstDay);
    if (person.lastDay)
        helper.goneFrom = workingDaysBefore(inputs, *person.lastDay + std::chrono::days{1});
    for (const DateRange& leave : person.leave)
        for (Date day = leave.first; day <= leave.last; day += std::chrono::days{1})
            if (day >= firstWorkingDay(inputs) && isWorkingDay(inputs, day))
                helper.daysAway.insert(workingDaysBefore(inputs, day));
    return helper;
}

/// What is left of a whole task.
double workLeft(const Catalogue& catalogue, const ItemInput& item, double fullWork, Case which)
{
    const double half = fullWork * catalogue.partialFactor.value;
    switch (item.progress.state) {
    case ItemState::missing: return fullWork;
    case ItemState::partial: return half;
    case ItemState::underWay: break;
    default: return 0;
    }
    if (item.actual.left)
        return item.actual.left->at(which);
    const double whole = item.actual.partlyBefore ? half : fullWork;
    return std::max(0.1 * whole, whole - item.actual.spent.value_or(0));
}

/// Working days from a date up to the plan's first working day, that one not counted.
int workingDaysSince(const Inputs& inputs, Date date)
{
    int count = 0;
    for (Date day = date; day < firstWorkingDay(inputs); day += std::chrono::days{1})
        count += isWorkingDay(inputs, day) ? 1 : 0;
    return count;
}

/// Starts come at the beginning of a day, finishes at its end.
Past pastOf(const Inputs& inputs, const ItemInput& item)
{
    const ItemState state = item.progress.state;
    Past past;
    if (state != ItemState::underWay && state != ItemState::done)
        return past;
    if (item.actual.started)
        past.start = -workingDaysSince(inputs, *item.actual.started) / 5.0;
    else if (state == ItemState::underWay)
        past.start = 0;
    if (item.actual.finished)
        past.finish = -workingDaysSince(inputs, *item.actual.finished + std::chrono::days{1}) / 5.0;
    return past;
}

Past pastOf(const Inputs& inputs, const Problem& problem, const Stage& stage)
{
    Past past;
    std::optional<double> firstFinish;
    bool allDone = true;
    bool anyNeeded = false;
    for (const std::size_t task : stage.tasks) {
        const auto said = inputs.items.find(problem.tasks[task].id);
        ItemInput item = said == inputs.items.end() ? ItemInput{} : said->second;
        const ItemState state = item.progress.state;
        anyNeeded = anyNeeded || state != ItemState::excluded;
        allDone = allDone && (state == ItemState::done || state == ItemState::excluded);
        if (state == ItemState::excluded) // what was dropped has begun the phase as well
            item.progress.state = ItemState::done;
        const Past own = pastOf(inputs, item);
        if (own.start)
            past.start = std::min(*own.start, past.start.value_or(0));
        if (own.finish) // on which day, not by when
            firstFinish = std::min(-workingDaysSince(inputs, *item.actual.finished) / 5.0, firstFinish.value_or(0));
        if (own.finish && state == ItemState::done)
            past.finish = std::max(*own.finish, past.finish.value_or(*own.finish));
    }
    if (!anyNeeded)
        return {};
    if (!past.start)
        past.start = firstFinish;
    if (!allDone)
        past.finish.reset();
    return past;
}

double scaleFactor(const Catalogue& catalogue, const Inputs& inputs, const Phase& phase)
{
    if (!phase.scaled || catalogue.scales.empty())
        return 1;
    for (const ScaleStep& step : catalogue.scales)
        if (step.id == inputs.profile.scale)
            return step.factor.value;
    return catalogue.scales.front().factor.value;
}

void addTasks(Problem& problem, const Catalogue& catalogue, const Inputs& inputs, const Phase& phase, Case which)
{
    const std::size_t stage = problem.stages.size() - 1;
    const auto add = [&](const Item& item, double fullWork) {
        const auto said = inputs.items.find(item.id);
        const ItemInput state = said == inputs.items.end() ? ItemInput{} : said->second;
        problem.stages[stage].tasks.push_back(problem.tasks.size());
        problem.past.push_back(pastOf(inputs, state));
        problem.tasks.push_back({item.id, stage, item.skill, fullWork, workLeft(catalogue, state, fullWork, which)});
    };
    const auto own = inputs.estimates.find(phase.id);
    const double effort = own == inputs.estimates.end()
                              ? phase.effort.value.at(which) * scaleFactor(catalogue, inputs, phase)
                              : own->second.effort.at(which);
    for (const Item& item : phase.items)
        add(item, effort * item.share.value);
    for (const Item& item : phase.addOns)
        if (inputs.profile.conditions.contains(item.condition))
            add(item, item.effort->value.at(which));
}

std::optional<Node> nodeNamed(const Problem& problem, const std::string& id)
{
    for (Node node = 0; node < problem.nodeCount(); ++node)
        if (problem.idOf(node) == id)
            return node;
    return std::nullopt;
}

} // namespace

bool Problem::hasWork(Node node) const
{
    if (!isStage(node))
        return tasks[node].work > kEqual;
    const std::vector<std::size_t>& mine = stageAt(node).tasks;
    return std::any_of(mine.begin(), mine.end(), [&](std::size_t task) { return tasks[task].work > kEqual; });
}

std::optional<double> Problem::leftAt(const Tie& tie) const
{
    if (tie.type == LinkType::startToStart || tie.type == LinkType::startToFinish)
        return past[tie.from].start;
    return ended(tie.from) ? past[tie.from].finish : std::nullopt;
}

double Problem::boundOf(const Tie& tie, double start, double finish) const
{
    if (const auto before = leftAt(tie))
        return *before + tie.lag;
    const bool fromFinish = tie.type == LinkType::finishToStart || tie.type == LinkType::finishToFinish;
    return (fromFinish ? finish : start) + lagOf(tie);
}

bool Problem::able(std::size_t person, std::size_t task) const
{
    const std::vector<std::string>& skills = team[person].skills;
    const std::string& needed = tasks[task].skill;
    return needed.empty() || skills.empty() || std::find(skills.begin(), skills.end(), needed) != skills.end();
}

bool Problem::present(std::size_t person, double at) const
{
    const int day = static_cast<int>(std::floor(5 * (at + kEqual)));
    return day >= team[person].firstDay && !away(person, day);
}

bool Problem::away(std::size_t person, int day) const
{
    const Helper& helper = team[person];
    return helper.daysAway.contains(day) || (helper.goneFrom && day >= *helper.goneFrom);
}

bool Problem::handsOver(std::size_t person, int day) const
{
    for (int k = 0; k < 5; ++k)
        if (!away(person, day + k))
            return false;
    return !away(person, day - 1);
}

double Problem::coordination(std::size_t people) const
{
    return 1 / (1 + lossToCoordination * std::max(0.0, static_cast<double>(people) - 2));
}

double Problem::paceAt(std::size_t person, double at) const
{
    std::size_t people = 0;
    for (std::size_t other = 0; other < team.size(); ++other)
        people += present(other, at) ? 1U : 0U;
    return present(person, at) ? team[person].allocation * coordination(people) : 0;
}

std::vector<std::size_t> Problem::takingOrder() const
{
    std::vector<std::size_t> order(team.size());
    for (std::size_t person = 0; person < team.size(); ++person)
        order[person] = person;
    const auto breadth = [&](std::size_t person) {
        std::size_t counted = 0;
        for (const std::string& skill : team[person].skills)
            counted += skillsAsked.contains(skill) ? 1U : 0U;
        return skillsAsked.empty() || team[person].skills.empty() ? std::numeric_limits<std::size_t>::max() : counted;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return breadth(a) < breadth(b); });
    return order;
}

Date firstWorkingDay(const Inputs& inputs)
{
    Date day = inputs.start;
    if (inputs.asOf && *inputs.asOf > day)
        day = *inputs.asOf;
    while (!isWorkingDay(inputs, day))
        day += std::chrono::days{1};
    return day;
}

Date workingDay(const Inputs& inputs, int index)
{
    Date day = firstWorkingDay(inputs);
    while (index > 0) {
        day += std::chrono::days{1};
        if (isWorkingDay(inputs, day))
            --index;
    }
    return day;
}

Problem makeProblem(const Catalogue& catalogue, const Inputs& inputs, Case which)
{
    Problem problem;
    for (const Phase& phase : catalogue.phases) {
        problem.stages.push_back({phase.id, {}});
        addTasks(problem, catalogue, inputs, phase, which);
    }
    for (const Stage& stage : problem.stages)
        problem.past.push_back(pastOf(inputs, problem, stage));
    for (const Link& link : catalogue.links) {
        const auto from = nodeNamed(problem, link.from);
        const auto to = nodeNamed(problem, link.to);
        if (from && to)
            problem.ties.push_back({*from, *to, link.type, link.lag});
    }
    for (const Phase& phase : catalogue.phases) {
        for (const Item& item : phase.items)
            problem.skillsAsked.insert(item.skill);
        for (const Item& item : phase.addOns)
            problem.skillsAsked.insert(item.skill);
    }
    problem.skillsAsked.erase("");
    for (const Person& person : inputs.team)
        problem.team.push_back(makeHelper(inputs, person));
    problem.lossToCoordination = catalogue.coordination.value;
    problem.taskCrewLimit = static_cast<std::size_t>(catalogue.itemCrewLimit.value);
    problem.stageCrewLimit = static_cast<std::size_t>(catalogue.phaseCrewLimit.value);
    for (std::size_t task = 0; task < problem.tasks.size(); ++task)
        problem.priority.push_back(task);
    return problem;
}

bool hasTaskForNobodyWhoStays(const Problem& problem)
{
    for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
        bool someoneStays = false;
        for (std::size_t person = 0; person < problem.team.size(); ++person)
            someoneStays = someoneStays || (problem.able(person, task) && !problem.team[person].goneFrom);
        if (!someoneStays)
            return true;
    }
    return false;
}

bool hasTaskForNobody(const Problem& problem)
{
    for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
        bool somebody = false;
        for (std::size_t person = 0; person < problem.team.size(); ++person)
            somebody = somebody || problem.able(person, task);
        if (problem.hasWork(task) && !somebody)
            return true;
    }
    return false;
}

bool hasCycle(const Problem& problem)
{
    // Event 3n: the start of node n may happen; 3n + 1: n has started; 3n + 2: n has finished.
    const auto mayStart = [](Node node) { return 3 * node; };
    const auto started = [](Node node) { return 3 * node + 1; };
    const auto finished = [](Node node) { return 3 * node + 2; };
    std::vector<std::pair<std::size_t, std::size_t>> arcs;
    for (Node node = 0; node < problem.nodeCount(); ++node) {
        arcs.emplace_back(mayStart(node), started(node));
        arcs.emplace_back(started(node), finished(node));
    }
    for (std::size_t stage = 0; stage < problem.stages.size(); ++stage)
        for (const std::size_t task : problem.stages[stage].tasks) {
            arcs.emplace_back(mayStart(problem.stageNode(stage)), mayStart(task));
            arcs.emplace_back(started(task), started(problem.stageNode(stage)));
            arcs.emplace_back(finished(task), finished(problem.stageNode(stage)));
        }
    for (const Tie& tie : problem.ties) {
        const bool fromFinish = tie.type == LinkType::finishToStart || tie.type == LinkType::finishToFinish;
        const bool toStart = tie.type == LinkType::finishToStart || tie.type == LinkType::startToStart;
        arcs.emplace_back(fromFinish ? finished(tie.from) : started(tie.from),
                          toStart ? mayStart(tie.to) : finished(tie.to));
    }
    // Take away events that nothing leads to any more: what is left is a cycle and what hangs on it.
    std::vector<std::vector<std::size_t>> after(3 * problem.nodeCount());
    std::vector<std::size_t> leadingTo(after.size(), 0);
    for (const auto& [from, to] : arcs) {
        after[from].push_back(to);
        ++leadingTo[to];
    }
    std::vector<std::size_t> gone;
    for (std::size_t event = 0; event < after.size(); ++event)
        if (leadingTo[event] == 0)
            gone.push_back(event);
    for (std::size_t i = 0; i < gone.size(); ++i)
        for (const std::size_t next : after[gone[i]])
            if (--leadingTo[next] == 0)
                gone.push_back(next);
    return gone.size() < after.size();
}

} // namespace trestle::reference
