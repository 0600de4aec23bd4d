#include "tests/models/support/reference_slack.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <tuple>

namespace trestle::reference {

namespace {

bool leavesFinish(const Tie& tie)
{
    return tie.type == LinkType::finishToStart || tie.type == LinkType::finishToFinish;
}

bool boundsStart(const Tie& tie)
{
    return tie.type == LinkType::finishToStart || tie.type == LinkType::startToStart;
}

/// The tasks whose start is the phase's start; none if the phase has no work.
std::vector<std::size_t> tasksThatStartedStage(const Problem& problem, const std::vector<double>& start, Node stage)
{
    std::vector<std::size_t> result;
    if (problem.isStage(stage))
        for (const std::size_t task : problem.stageAt(stage).tasks)
            if (problem.hasWork(task) && start[task] <= start[stage] + kEqual)
                result.push_back(task);
    return result;
}

/// `after` joins work for which `before` had to end: the same person's time on another task, or the time of someone
/// who held the place in the phase's crew.
struct Handover {
    Joining before;
    Joining after;
};

/// Who comes and goes on one task moves with it.
void addHandover(std::vector<Handover>& list, const std::optional<Joining>& before, const Joining& after)
{
    if (before && before->task != after.task)
        list.push_back({*before, after});
}

/// Weeks between two moments on which a person is there, day by day.
double timeThere(const Problem& problem, const Joining& joining)
{
    double sum = 0;
    for (int day = static_cast<int>(std::floor(joining.at * 5)); day / 5.0 < joining.left; ++day)
        if (problem.present(joining.person, day / 5.0))
            sum += std::max(0.0, std::min(joining.left, (day + 1) / 5.0) - std::max(joining.at, day / 5.0));
    return sum;
}

/// When so much of a person's time is over that begins at `at`.
double endOfTime(const Problem& problem, std::size_t person, double at, double time)
{
    const std::optional<int>& goneFrom = problem.team[person].goneFrom;
    const double gone = goneFrom ? *goneFrom / 5.0 : std::numeric_limits<double>::infinity();
    if (time > kEqual && at >= gone)
        return std::numeric_limits<double>::infinity();
    for (int day = static_cast<int>(std::floor((at + kEqual) * 5)); time > kEqual; ++day) {
        const double there = (day + 1) / 5.0 - std::max(at, day / 5.0);
        if (day / 5.0 >= gone) // never
            return std::numeric_limits<double>::infinity();
        if (!problem.present(person, day / 5.0)) {
            at = (day + 1) / 5.0;
            continue;
        }
        if (there >= time - kEqual)
            return at + time;
        time -= there;
        at = (day + 1) / 5.0;
    }
    return at + time;
}

/// The other way round: the latest beginning of so much of a person's time that is over by `end`.
double latestBeginning(const Problem& problem, std::size_t person, double time, double end)
{
    for (int day = static_cast<int>(std::ceil((end - kEqual) * 5)) - 1; time > kEqual && day >= 0; --day) {
        const double there = std::max(0.0, end - day / 5.0);
        if (problem.present(person, day / 5.0)) {
            if (there >= time - kEqual)
                return end - time;
            time -= there;
        }
        end = day / 5.0;
    }
    return end - time;
}

/// All joinings by time; at the same moment first those to started tasks (step 2), then by the priority of the task.
std::vector<Joining> inOrder(const Problem& problem, const Timetable& timetable)
{
    std::vector<Joining> result;
    for (const std::size_t task : problem.priority)
        result.insert(result.end(), timetable.crew[task].begin(), timetable.crew[task].end());
    const auto startsItsTask = [&](const Joining& joining) { return joining.at <= timetable.start[joining.task]; };
    std::stable_sort(result.begin(), result.end(), [&](const Joining& a, const Joining& b) {
        return a.at < b.at || (a.at == b.at && !startsItsTask(a) && startsItsTask(b));
    });
    return result;
}

std::vector<Handover> handoversOfPeople(const Problem& problem, const Timetable& timetable)
{
    std::vector<Handover> result;
    std::vector<std::optional<Joining>> last(problem.team.size());
    for (const Joining& joining : inOrder(problem, timetable)) {
        addHandover(result, last[joining.person], joining);
        last[joining.person] = joining;
    }
    return result;
}

/// Each phase has so many places; whoever joins takes the one that has been free longest.
std::vector<Handover> handoversOfPlaces(const Problem& problem, const Timetable& timetable)
{
    std::vector<Handover> result;
    using Place = std::optional<Joining>; // who held it last
    std::vector<std::vector<Place>> places(problem.stages.size(), std::vector<Place>(problem.stageCrewLimit));
    const auto freeSince = [&](const Place& place) {
        return place ? place->left : -std::numeric_limits<double>::infinity();
    };
    for (const Joining& joining : inOrder(problem, timetable)) {
        std::vector<Place>& mine = places[problem.tasks[joining.task].phase];
        const auto place = std::min_element(
            mine.begin(), mine.end(), [&](const Place& a, const Place& b) { return freeSince(a) < freeSince(b); });
        addHandover(result, *place, joining);
        *place = joining;
    }
    return result;
}

/// Start, end of work and finish of each node as events, and by how much each arc's target can wait.
class EventGraph {
public:
    EventGraph(const Problem& problem, const Timetable& timetable)
        : m_problem(problem), m_times(timetable), m_room(3 * problem.nodeCount(), kPlenty)
    {
        for (Node node = 0; node < problem.nodeCount(); ++node) {
            m_room[finishOf(node)] = std::max(0.0, timetable.end - timetable.finish[node]);
            if (problem.isStage(node))
                addStage(node);
            else
                addTask(node);
        }
        for (const Tie& tie : problem.ties)
            addTie(tie);
    }

    void addHandover(const Handover& handover)
    {
        m_arcs.push_back(
            {endOf(handover.before), startOf(handover.after.task), handover.after.at - handover.before.left, {}});
    }

    /// Room of every node's start; a phase has the least of its tasks with work.
    std::vector<double> slack()
    {
        for (bool changed = true; changed;) {
            changed = false;
            for (const Arc& arc : m_arcs) {
                const double room = roomBefore(arc);
                if (room < m_room[arc.from]) {
                    m_room[arc.from] = room;
                    changed = true;
                }
            }
        }
        std::vector<double> result;
        for (Node node = 0; node < m_problem.nodeCount(); ++node) {
            double room = m_room[startOf(node)];
            if (m_problem.isStage(node))
                for (const std::size_t task : m_problem.stageAt(node).tasks)
                    if (m_problem.hasWork(task))
                        room = std::min(room, m_room[startOf(task)]);
            result.push_back(room);
        }
        return result;
    }

private:
    static constexpr double kPlenty = std::numeric_limits<double>::infinity();

    struct Arc {
        std::size_t from = 0;
        std::size_t to = 0;
        double gap = 0;
        std::optional<Joining> time; // of someone on a task: counted along their days
    };

    double roomBefore(const Arc& arc) const
    {
        if (!arc.time)
            return arc.gap + m_room[arc.to];
        if (m_room[arc.to] == kPlenty)
            return kPlenty;
        const double beginning = latestBeginning(m_problem, arc.time->person, timeThere(m_problem, *arc.time),
                                                 arc.time->left + m_room[arc.to]);
        return std::max(0.0, beginning - arc.time->at);
    }

    /// The end of someone's time on a task: its work is done, or they hand over.
    std::size_t endOf(const Joining& joining)
    {
        if (joining.left >= m_times.workDone[joining.task])
            return workDoneOf(joining.task);
        const auto [known, added] = m_ends.try_emplace({joining.task, joining.person, joining.at}, m_room.size());
        if (added)
            m_room.push_back(kPlenty);
        return known->second;
    }

    static std::size_t startOf(Node node) { return 3 * node; }
    static std::size_t workDoneOf(Node node) { return 3 * node + 1; }
    static std::size_t finishOf(Node node) { return 3 * node + 2; }

    void addTask(Node task)
    {
        const std::vector<Joining> nobody;
        const std::vector<Joining>& crew = task < m_times.crew.size() ? m_times.crew[task] : nobody;
        if (crew.empty())
            m_arcs.push_back({startOf(task), workDoneOf(task), 0, {}});
        for (const Joining& joining : crew) {
            m_arcs.push_back({startOf(task), endOf(joining), 0, joining});
            m_arcs.push_back({endOf(joining), workDoneOf(task), m_times.workDone[task] - joining.left, {}});
        }
        m_arcs.push_back({workDoneOf(task), finishOf(task), m_times.finish[task] - m_times.workDone[task], {}});
        const Node stage = m_problem.stageNode(m_problem.tasks[task].phase);
        if (!m_problem.ended(stage))
            m_arcs.push_back({finishOf(task), finishOf(stage), m_times.finish[stage] - m_times.finish[task], {}});
    }

    void addStage(Node stage)
    {
        // With work its tasks carry its start; without, it has a start of its own.
        if (!m_problem.hasWork(stage))
            m_arcs.push_back({startOf(stage), finishOf(stage), m_times.finish[stage] - m_times.start[stage], {}});
    }

    void addTie(const Tie& tie)
    {
        if (m_problem.leftAt(tie)) // that does not slip
            return;
        const double bound = m_problem.boundOf(tie, m_times.start[tie.from], m_times.finish[tie.from]);
        std::vector<std::size_t> sources;
        if (leavesFinish(tie))
            sources.push_back(finishOf(tie.from));
        else if (m_problem.isStage(tie.from) && m_problem.hasWork(tie.from))
            for (const std::size_t task : tasksThatStartedStage(m_problem, m_times.start, tie.from))
                sources.push_back(startOf(task));
        else
            sources.push_back(startOf(tie.from));
        for (const std::size_t source : sources) {
            if (!boundsStart(tie)) {
                if (!m_problem.ended(tie.to))
                    m_arcs.push_back({source, finishOf(tie.to), m_times.finish[tie.to] - bound, {}});
                continue;
            }
            if (!m_problem.begun(tie.to) && (!m_problem.isStage(tie.to) || !m_problem.hasWork(tie.to)))
                m_arcs.push_back({source, startOf(tie.to), m_times.start[tie.to] - bound, {}});
            if (m_problem.isStage(tie.to))
                for (const std::size_t task : m_problem.stageAt(tie.to).tasks)
                    if (!m_problem.begun(task))
                        m_arcs.push_back({source, startOf(task), m_times.start[task] - bound, {}});
        }
    }

    const Problem& m_problem;
    const Timetable& m_times;
    std::vector<double> m_room;
    std::vector<Arc> m_arcs;
    std::map<std::tuple<std::size_t, std::size_t, double>, std::size_t> m_ends; // of those who handed over
};

double latestWithWork(const Problem& problem, const std::vector<double>& finish)
{
    double latest = 0;
    for (Node node = 0; node < problem.nodeCount(); ++node)
        if (problem.hasWork(node))
            latest = std::max(latest, finish[node]);
    return latest;
}

/// Weeks a task takes with as many of the strongest able people as it has room for.
double durationAtFullCrew(const Problem& problem, std::size_t task)
{
    std::vector<double> paces;
    for (std::size_t person = 0; person < problem.team.size(); ++person)
        if (problem.able(person, task))
            paces.push_back(problem.team[person].allocation * problem.coordination(problem.team.size()));
    std::sort(paces.rbegin(), paces.rend());
    double together = 0;
    for (std::size_t i = 0; i < paces.size() && i < problem.taskCrewLimit; ++i)
        together += paces[i];
    return problem.hasWork(task) ? problem.tasks[task].work / together : 0;
}

/// Earliest dates when only links make anything wait: raised from 0 until nothing rises any more.
Timetable earliestDates(const Problem& problem)
{
    Timetable times;
    times.start.assign(problem.nodeCount(), 0.0);
    times.finish.assign(problem.nodeCount(), 0.0);
    times.workDone.assign(problem.tasks.size(), 0.0);
    bool changed = true;
    const auto raise = [&changed](double& time, double to) {
        if (to > time) {
            time = to;
            changed = true;
        }
    };
    while (changed) {
        changed = false;
        for (const Tie& tie : problem.ties) {
            const double bound = problem.boundOf(tie, times.start[tie.from], times.finish[tie.from]);
            if (!boundsStart(tie) && !problem.ended(tie.to))
                raise(times.finish[tie.to], bound);
            if (boundsStart(tie) && !problem.begun(tie.to) && (!problem.isStage(tie.to) || !problem.hasWork(tie.to)))
                raise(times.start[tie.to], bound);
            if (boundsStart(tie) && problem.isStage(tie.to))
                for (const std::size_t task : problem.stageAt(tie.to).tasks)
                    if (!problem.begun(task))
                        raise(times.start[task], bound);
        }
        for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
            raise(times.workDone[task], times.start[task] + durationAtFullCrew(problem, task));
            raise(times.finish[task], times.workDone[task]);
        }
        for (std::size_t stage = 0; stage < problem.stages.size(); ++stage) {
            const Node node = problem.stageNode(stage);
            double first = std::numeric_limits<double>::infinity();
            for (const std::size_t task : problem.stages[stage].tasks) {
                if (!problem.ended(node))
                    raise(times.finish[node], times.finish[task]);
                if (problem.hasWork(task))
                    first = std::min(first, times.start[task]);
            }
            if (problem.hasWork(node) && !problem.begun(node))
                raise(times.start[node], first);
            raise(times.finish[node], times.start[node]);
        }
    }
    times.end = latestWithWork(problem, times.finish);
    return times; // without crews
}

} // namespace

std::vector<double> slackWithPeople(const Problem& problem, const Timetable& timetable)
{
    EventGraph graph(problem, timetable);
    for (const Handover& handover : handoversOfPeople(problem, timetable))
        graph.addHandover(handover);
    for (const Handover& handover : handoversOfPlaces(problem, timetable))
        graph.addHandover(handover);
    return graph.slack();
}

std::vector<double> slackByLinks(const Problem& problem)
{
    const Timetable times = earliestDates(problem);
    return EventGraph(problem, times).slack();
}

double finishWithDelay(const Problem& problem, const Timetable& timetable, std::size_t delayed, double delay)
{
    std::vector<double> start = timetable.start;
    std::vector<double> finish = timetable.finish;
    start[delayed] += delay;
    const auto end = [&](const Joining& joining) {
        const double at = start[joining.task] + (joining.at - timetable.start[joining.task]);
        return endOfTime(problem, joining.person, at, timeThere(problem, joining));
    };
    const auto workDone = [&](std::size_t task) {
        double last = timetable.crew[task].empty() ? start[task] : 0;
        for (const Joining& joining : timetable.crew[task])
            last = std::max(last, end(joining));
        return last;
    };
    bool moved = true;
    const auto push = [&moved](double& time, double to) {
        if (to > time) {
            time = to;
            moved = true;
        }
    };
    std::vector<Handover> handovers = handoversOfPeople(problem, timetable);
    for (const Handover& handover : handoversOfPlaces(problem, timetable))
        handovers.push_back(handover);
    while (moved) {
        moved = false;
        for (const Handover& handover : handovers) {
            const double intoTask = handover.after.at - timetable.start[handover.after.task];
            const bool stays = handover.before.left >= timetable.workDone[handover.before.task];
            push(start[handover.after.task],
                 (stays ? workDone(handover.before.task) : end(handover.before)) - intoTask);
        }
        for (const Tie& tie : problem.ties) {
            if (problem.leftAt(tie))
                continue;
            double source = leavesFinish(tie) ? finish[tie.from] : start[tie.from];
            if (!leavesFinish(tie))
                for (const std::size_t task : tasksThatStartedStage(problem, timetable.start, tie.from))
                    source = std::max(source, start[task]);
            if (boundsStart(tie) && !problem.begun(tie.to))
                push(start[tie.to], source + problem.lagOf(tie));
            if (boundsStart(tie) && problem.isStage(tie.to))
                for (const std::size_t task : problem.stageAt(tie.to).tasks)
                    if (!problem.begun(task))
                        push(start[task], source + problem.lagOf(tie));
            if (!boundsStart(tie) && !problem.ended(tie.to))
                push(finish[tie.to], source + problem.lagOf(tie));
        }
        for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
            push(finish[task], workDone(task));
            if (const Node stage = problem.stageNode(problem.tasks[task].phase); !problem.ended(stage))
                push(finish[stage], finish[task]);
        }
        for (Node node = problem.tasks.size(); node < problem.nodeCount(); ++node)
            push(finish[node], start[node]);
    }
    return latestWithWork(problem, finish);
}

Reason reasonToWait(const Problem& problem, const Timetable& timetable, std::size_t task)
{
    if (!problem.hasWork(task))
        return {};
    const double start = timetable.start[task];
    const Node stage = problem.stageNode(problem.tasks[task].phase);
    const auto isStart = [&](double time) { return time >= start - kEqual && time <= start + kEqual; };
    Reason reason;
    reason.person = timetable.crew[task].front().person;
    for (const Tie& tie : problem.ties) {
        const double bound = problem.boundOf(tie, timetable.start[tie.from], timetable.finish[tie.from]);
        if (boundsStart(tie) && (tie.to == task || tie.to == stage) && isStart(bound))
            reason.nodes.push_back(tie.from);
    }
    if (start > kEqual && !reason.nodes.empty()) {
        reason.kind = WaitKind::link;
        return reason;
    }
    reason.nodes.clear();
    if (start <= kEqual)
        return reason;
    for (const Joining& first : timetable.crew[task])
        for (std::size_t other = 0; isStart(first.at) && other < problem.tasks.size(); ++other)
            for (const Joining& joining : timetable.crew[other])
                if (joining.person == first.person && other != task && isStart(joining.left)) {
                    reason = {WaitKind::person, {other}, first.person};
                    return reason;
                }
    for (const std::size_t other : problem.stageAt(stage).tasks)
        if (other != task && std::any_of(timetable.crew[other].begin(), timetable.crew[other].end(),
                                         [&](const Joining& joining) { return isStart(joining.left); }))
            reason.nodes.push_back(other);
    // A place that came free is a reason only where the phase was full until then.
    std::size_t before = 0;
    for (const std::size_t other : problem.stageAt(stage).tasks)
        for (const Joining& joining : timetable.crew[other])
            if (joining.at < start - kEqual && joining.left >= start - kEqual)
                ++before;
    reason.kind = before >= problem.stageCrewLimit ? WaitKind::place : WaitKind::leave;
    if (reason.kind == WaitKind::leave)
        reason.nodes.clear();
    return reason;
}

} // namespace trestle::reference
