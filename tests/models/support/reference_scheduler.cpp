#include "tests/models/support/reference_scheduler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace trestle::reference {

namespace {

/// A time that may not be known yet.
using Known = std::optional<double>;

/// The later of two; unknown if either is.
Known later(Known a, Known b)
{
    if (!a || !b)
        return std::nullopt;
    return std::max(*a, *b);
}

class Simulation {
public:
    explicit Simulation(const Problem& problem)
        : m_problem(problem), m_takingOrder(problem.takingOrder()), m_tiesTo(problem.nodeCount()),
          m_start(problem.nodeCount()), m_workDone(problem.tasks.size()), m_finish(problem.nodeCount()),
          m_crew(problem.tasks.size()), m_taskOf(problem.team.size()), m_worked(problem.team.size(), 0.0),
          m_cost(problem.tasks.size(), 0.0)
    {
        for (const Task& task : problem.tasks)
            m_left.push_back(task.work);
        for (const Tie& tie : problem.ties)
            m_tiesTo[tie.to].push_back(tie);
        for (Node node = 0; node < problem.nodeCount(); ++node) {
            if (problem.begun(node))
                m_start[node] = 0;
            if (problem.ended(node))
                m_finish[node] = 0;
        }
    }

    Timetable run()
    {
        while (true) {
            for (bool changed = true; changed;) {
                changed = freeThoseWhoAreDone();
                changed = handOver() || changed;
                changed = settle() || changed;
                changed = strengthenStartedTasks() || changed;
                changed = startTasks() || changed;
            }
            const Known next = nextEvent();
            if (!next)
                return timetable();
            workUntil(*next);
        }
    }

private:
    // Bounds of links. Unknown as long as one of them is.

    Known bound(Node node, bool ofStart) const
    {
        Known result = 0.0;
        for (const Tie& tie : m_tiesTo[node]) {
            const bool fromFinish = tie.type == LinkType::finishToStart || tie.type == LinkType::finishToFinish;
            const bool toStart = tie.type == LinkType::finishToStart || tie.type == LinkType::startToStart;
            if (toStart != ofStart)
                continue;
            const Known source = fromFinish ? m_finish[tie.from] : m_start[tie.from];
            result = later(result, source || m_problem.leftAt(tie)
                                       ? Known(m_problem.boundOf(tie, source.value_or(0), source.value_or(0)))
                                       : std::nullopt);
        }
        return result;
    }

    Known startBound(Node node) const
    {
        if (m_problem.isStage(node))
            return bound(node, true);
        return later(bound(node, true), bound(m_problem.stageNode(m_problem.tasks[node].phase), true));
    }

    Known finishBound(Node node) const { return bound(node, false); }

    // Step 1.

    bool freeThoseWhoAreDone()
    {
        bool changed = false;
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
            if (running(task) && m_left[task] <= kEqual) {
                m_workDone[task] = m_now;
                for (Joining& joining : m_crew[task])
                    if (isOn(joining))
                        leave(joining);
                changed = true;
            }
        return changed;
    }

    static bool isOn(const Joining& joining) { return joining.left > 1e300; }

    void leave(Joining& joining)
    {
        joining.left = m_now;
        m_taskOf[joining.person].reset();
    }

    /// Those whose long leave begins now leave their task to others.
    bool handOver()
    {
        bool changed = false;
        const int day = static_cast<int>(std::floor(5 * (m_now + kEqual)));
        if (std::abs(day / 5.0 - m_now) > kEqual)
            return false;
        for (auto& crew : m_crew)
            for (Joining& joining : crew)
                if (isOn(joining) && m_problem.handsOver(joining.person, day)) {
                    leave(joining);
                    changed = true;
                }
        return changed;
    }

    /// Gives every node the times that follow from what is known.
    bool settle()
    {
        bool anything = false;
        for (bool changed = true; changed;) {
            changed = false;
            for (Node node = 0; node < m_problem.nodeCount(); ++node) {
                if (!m_start[node]) {
                    m_start[node] = startThatFollows(node);
                    changed = changed || m_start[node];
                }
                if (!m_finish[node]) {
                    m_finish[node] = finishThatFollows(node);
                    changed = changed || m_finish[node];
                }
            }
            anything = anything || changed;
        }
        return anything;
    }

    Known startThatFollows(Node node) const
    {
        if (!m_problem.hasWork(node))
            return startBound(node);
        if (!m_problem.isStage(node))
            return std::nullopt; // starts when it gets someone
        Known first;
        for (const std::size_t task : m_problem.stageAt(node).tasks)
            if (m_problem.hasWork(task) && m_start[task])
                first = first ? std::min(*first, *m_start[task]) : *m_start[task];
        return first;
    }

    Known finishThatFollows(Node node) const
    {
        Known result = later(m_start[node], finishBound(node));
        if (!m_problem.isStage(node))
            return m_problem.hasWork(node) ? later(result, m_workDone[node]) : result;
        for (const std::size_t task : m_problem.stageAt(node).tasks)
            result = later(result, m_finish[task]);
        return result;
    }

    // Steps 2 and 3.

    bool running(std::size_t task) const { return m_problem.hasWork(task) && m_start[task] && !m_workDone[task]; }

    std::size_t crewOfTask(std::size_t task) const
    {
        return static_cast<std::size_t>(std::count_if(m_crew[task].begin(), m_crew[task].end(), isOn));
    }

    std::size_t crewOfStage(std::size_t stage) const
    {
        std::size_t people = 0;
        for (const std::size_t task : m_problem.stages[stage].tasks)
            people += crewOfTask(task);
        return people;
    }

    /// The free able people that the task has room for join it.
    bool takePeople(std::size_t task)
    {
        const std::size_t stage = m_problem.tasks[task].phase;
        std::size_t stageCrew = crewOfStage(stage);
        bool anyone = false;
        for (const std::size_t person : m_takingOrder) {
            if (crewOfTask(task) >= m_problem.taskCrewLimit || stageCrew >= m_problem.stageCrewLimit)
                break;
            if (m_taskOf[person] || !m_problem.able(person, task) || !m_problem.present(person, m_now))
                continue;
            m_taskOf[person] = task;
            m_crew[task].push_back({.task = task, .person = person, .at = m_now});
            ++stageCrew;
            anyone = true;
        }
        return anyone;
    }

    bool strengthenStartedTasks()
    {
        bool changed = false;
        for (const std::size_t task : m_problem.priority)
            if (running(task))
                changed = takePeople(task) || changed;
        return changed;
    }

    bool startTasks()
    {
        bool changed = false;
        for (const std::size_t task : m_problem.priority) {
            if (!m_problem.hasWork(task) || m_start[task])
                continue;
            const Known allowed = startBound(task);
            if (!allowed || *allowed > m_now + kEqual || !takePeople(task))
                continue;
            m_start[task] = m_now;
            changed = true;
            settle();
        }
        return changed;
    }

    // Time.

    double paceOf(std::size_t task) const
    {
        double pace = 0;
        for (const Joining& joining : m_crew[task])
            if (isOn(joining))
                pace += m_problem.paceAt(joining.person, m_now);
        return pace;
    }

    Known nextEvent() const
    {
        double next = std::numeric_limits<double>::infinity();
        bool workLeft = false;
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task) {
            if (!m_problem.hasWork(task) || m_workDone[task])
                continue;
            workLeft = true;
            if (running(task) && paceOf(task) > 0)
                next = std::min(next, m_now + m_left[task] / paceOf(task));
            const Known allowed = startBound(task);
            if (!m_start[task] && allowed && *allowed > m_now + kEqual)
                next = std::min(next, *allowed);
        }
        if (!workLeft)
            return std::nullopt;
        for (std::size_t person = 0; person < m_problem.team.size(); ++person)
            next = std::min(next, nextComingOrGoing(person));
        if (next == std::numeric_limits<double>::infinity())
            throw std::logic_error("work is left, and nothing happens any more");
        return next;
    }

    double nextComingOrGoing(std::size_t person) const
    {
        const Helper& helper = m_problem.team[person];
        const int last = std::max({helper.firstDay, helper.daysAway.empty() ? 0 : *helper.daysAway.rbegin() + 1,
                                   helper.goneFrom.value_or(0)});
        for (int day = 0; day <= last; ++day) {
            const double at = day / 5.0;
            if (at > m_now + kEqual && m_problem.present(person, at) != m_problem.present(person, at - 0.1))
                return at;
        }
        return std::numeric_limits<double>::infinity();
    }

    void workUntil(double next)
    {
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task) {
            if (!running(task))
                continue;
            m_left[task] -= paceOf(task) * (next - m_now);
            for (const Joining& joining : m_crew[task])
                if (isOn(joining) && m_problem.present(joining.person, m_now)) {
                    const Helper& helper = m_problem.team[joining.person];
                    m_worked[joining.person] += next - m_now;
                    m_cost[task] += (next - m_now) * helper.allocation * helper.rate;
                }
        }
        m_now = next;
    }

    Timetable timetable() const
    {
        Timetable result;
        for (Node node = 0; node < m_problem.nodeCount(); ++node) {
            if (!m_start[node] || !m_finish[node])
                throw std::logic_error(m_problem.idOf(node) + " never starts or never finishes");
            result.start.push_back(*m_start[node]);
            result.finish.push_back(*m_finish[node]);
            if (m_problem.hasWork(node))
                result.end = std::max(result.end, *m_finish[node]);
            if (!m_problem.isStage(node))
                result.workDone.push_back(m_workDone[node].value_or(*m_start[node]));
        }
        result.crew = m_crew;
        result.worked = m_worked;
        result.cost = m_cost;
        return result;
    }

    const Problem& m_problem;
    const std::vector<std::size_t> m_takingOrder;
    std::vector<std::vector<Tie>> m_tiesTo;
    double m_now = 0;
    std::vector<Known> m_start;
    std::vector<Known> m_workDone;
    std::vector<Known> m_finish;
    std::vector<double> m_left;
    std::vector<std::vector<Joining>> m_crew;
    std::vector<std::optional<std::size_t>> m_taskOf;
    std::vector<double> m_worked;
    std::vector<double> m_cost;
};

} // namespace

Timetable schedule(const Problem& problem)
{
    return Simulation(problem).run();
}

} // namespace trestle::reference
