#include "tests/models/support/reference_slack.h"

#include <algorithm>
#include <limits>
#include <optional>

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

/// `after` joins work for which `before` had to let someone go: a person, or a place in the phase's crew.
struct Handover {
    std::size_t before = 0;
    Joining after;
};

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
    std::vector<std::optional<std::size_t>> last(problem.team.size());
    for (const Joining& joining : inOrder(problem, timetable)) {
        if (last[joining.person])
            result.push_back({*last[joining.person], joining});
        last[joining.person] = joining.task;
    }
    return result;
}

/// Each phase has so many places; whoever joins takes the one that has been free longest.
std::vector<Handover> handoversOfPlaces(const Problem& problem, const Timetable& timetable)
{
    std::vector<Handover> result;
    using Place = std::optional<std::size_t>; // the task that held it last
    std::vector<std::vector<Place>> places(problem.stages.size(), std::vector<Place>(problem.stageCrewLimit));
    const auto freeSince = [&](const Place& place) {
        return place ? timetable.workDone[*place] : -std::numeric_limits<double>::infinity();
    };
    for (const Joining& joining : inOrder(problem, timetable)) {
        std::vector<Place>& mine = places[problem.tasks[joining.task].phase];
        const auto place = std::min_element(
            mine.begin(), mine.end(), [&](const Place& a, const Place& b) { return freeSince(a) < freeSince(b); });
        if (*place)
            result.push_back({**place, joining});
        *place = joining.task;
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
            m_room[finishOf(node)] = timetable.end - timetable.finish[node];
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
        m_arcs.push_back({workDoneOf(handover.before), startOf(handover.after.task),
                          handover.after.at - m_times.workDone[handover.before]});
    }

    /// Room of every node's start; a phase has the least of its tasks with work.
    std::vector<double> slack()
    {
        for (bool changed = true; changed;) {
            changed = false;
            for (const Arc& arc : m_arcs) {
                const double room = arc.gap + m_room[arc.to];
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
    };

    static std::size_t startOf(Node node) { return 3 * node; }
    static std::size_t workDoneOf(Node node) { return 3 * node + 1; }
    static std::size_t finishOf(Node node) { return 3 * node + 2; }

    void addTask(Node task)
    {
        m_arcs.push_back({startOf(task), workDoneOf(task), 0}); // rigid
        m_arcs.push_back({workDoneOf(task), finishOf(task), m_times.finish[task] - m_times.workDone[task]});
        const Node stage = m_problem.stageNode(m_problem.tasks[task].phase);
        m_arcs.push_back({finishOf(task), finishOf(stage), m_times.finish[stage] - m_times.finish[task]});
    }

    void addStage(Node stage)
    {
        // With work its tasks carry its start; without, it has a start of its own.
        if (!m_problem.hasWork(stage))
            m_arcs.push_back({startOf(stage), finishOf(stage), m_times.finish[stage] - m_times.start[stage]});
    }

    void addTie(const Tie& tie)
    {
        const double bound = (leavesFinish(tie) ? m_times.finish[tie.from] : m_times.start[tie.from]) + tie.lag;
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
                m_arcs.push_back({source, finishOf(tie.to), m_times.finish[tie.to] - bound});
                continue;
            }
            if (!m_problem.isStage(tie.to) || !m_problem.hasWork(tie.to))
                m_arcs.push_back({source, startOf(tie.to), m_times.start[tie.to] - bound});
            if (m_problem.isStage(tie.to))
                for (const std::size_t task : m_problem.stageAt(tie.to).tasks)
                    m_arcs.push_back({source, startOf(task), m_times.start[task] - bound});
        }
    }

    const Problem& m_problem;
    const Timetable& m_times;
    std::vector<double> m_room;
    std::vector<Arc> m_arcs;
};

/// Weeks a task takes with as many of the strongest able people as it has room for.
double durationAtFullCrew(const Problem& problem, std::size_t task)
{
    std::vector<double> paces;
    for (std::size_t person = 0; person < problem.team.size(); ++person)
        if (problem.able(person, task))
            paces.push_back(problem.pace(person));
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
            const double bound = (leavesFinish(tie) ? times.finish[tie.from] : times.start[tie.from]) + tie.lag;
            if (!boundsStart(tie))
                raise(times.finish[tie.to], bound);
            else if (!problem.isStage(tie.to) || !problem.hasWork(tie.to))
                raise(times.start[tie.to], bound);
            if (boundsStart(tie) && problem.isStage(tie.to))
                for (const std::size_t task : problem.stageAt(tie.to).tasks)
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
                raise(times.finish[node], times.finish[task]);
                if (problem.hasWork(task))
                    first = std::min(first, times.start[task]);
            }
            if (problem.hasWork(node))
                raise(times.start[node], first);
            raise(times.finish[node], times.start[node]);
        }
    }
    times.end = *std::max_element(times.finish.begin(), times.finish.end());
    return times;
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
    const auto workDone = [&](std::size_t task) {
        return start[task] + (timetable.workDone[task] - timetable.start[task]);
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
            push(start[handover.after.task], workDone(handover.before) - intoTask);
        }
        for (const Tie& tie : problem.ties) {
            double source = leavesFinish(tie) ? finish[tie.from] : start[tie.from];
            if (!leavesFinish(tie))
                for (const std::size_t task : tasksThatStartedStage(problem, timetable.start, tie.from))
                    source = std::max(source, start[task]);
            if (boundsStart(tie))
                push(start[tie.to], source + tie.lag);
            if (boundsStart(tie) && problem.isStage(tie.to))
                for (const std::size_t task : problem.stageAt(tie.to).tasks)
                    push(start[task], source + tie.lag);
            if (!boundsStart(tie))
                push(finish[tie.to], source + tie.lag);
        }
        for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
            push(finish[task], workDone(task));
            push(finish[problem.stageNode(problem.tasks[task].phase)], finish[task]);
        }
        for (Node node = problem.tasks.size(); node < problem.nodeCount(); ++node)
            push(finish[node], start[node]);
    }
    return *std::max_element(finish.begin(), finish.end());
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
        const double source = leavesFinish(tie) ? timetable.finish[tie.from] : timetable.start[tie.from];
        if (boundsStart(tie) && (tie.to == task || tie.to == stage) && isStart(source + tie.lag))
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
                if (joining.person == first.person && other != task && isStart(timetable.workDone[other])) {
                    reason = {WaitKind::person, {other}, first.person};
                    return reason;
                }
    for (const std::size_t other : problem.stageAt(stage).tasks)
        if (other != task && problem.hasWork(other) && isStart(timetable.workDone[other]))
            reason.nodes.push_back(other);
    // A place that came free is a reason only where the phase was full until then.
    std::size_t before = 0;
    for (const std::size_t other : problem.stageAt(stage).tasks)
        for (const Joining& joining : timetable.crew[other])
            if (joining.at < start - kEqual && timetable.workDone[other] >= start - kEqual)
                ++before;
    reason.kind = before >= problem.stageCrewLimit ? WaitKind::place : WaitKind::leave;
    if (reason.kind == WaitKind::leave)
        reason.nodes.clear();
    return reason;
}

} // namespace trestle::reference
