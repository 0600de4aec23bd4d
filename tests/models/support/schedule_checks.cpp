#include "tests/models/support/schedule_checks.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>

namespace trestle::reference {

namespace {

bool equal(double a, double b)
{
    return std::abs(a - b) <= kEqual;
}

template <class... Parts>
std::string text(const Parts&... parts)
{
    std::ostringstream out;
    out.precision(15);
    (out << ... << parts);
    return out.str();
}

struct Done {
    double time = 0;
    double work = 0;
};

/// What a person does between two moments, day by day.
Done doneBetween(const Problem& problem, std::size_t person, double from, double to)
{
    Done sum;
    for (int day = static_cast<int>(std::floor(from * 5)); day / 5.0 < to; ++day)
        if (problem.present(person, day / 5.0)) {
            const double time = std::max(0.0, std::min(to, (day + 1) / 5.0) - std::max(from, day / 5.0));
            sum.time += time;
            sum.work += time * problem.paceAt(person, day / 5.0);
        }
    return sum;
}

class Checker {
public:
    Checker(const Problem& problem, const Timetable& timetable) : m_problem(problem), m_times(timetable)
    {
        for (std::size_t task = 0; task < problem.tasks.size(); ++task)
            m_startBound.push_back(problem.begun(task) ? 0 : std::max(bound(task, true), bound(stageOf(task), true)));
    }

    std::string firstBrokenRule()
    {
        using Check = std::string (Checker::*)() const;
        for (const Check check : {&Checker::people, &Checker::work, &Checker::limits, &Checker::nodes, &Checker::bounds,
                                  &Checker::idleness})
            if (std::string broken = (this->*check)(); !broken.empty())
                return broken;
        return {};
    }

private:
    double bound(Node node, bool ofStart) const
    {
        double result = 0;
        for (const Tie& tie : m_problem.ties) {
            const bool toStart = tie.type == LinkType::finishToStart || tie.type == LinkType::startToStart;
            if (tie.to == node && toStart == ofStart)
                result = std::max(result, m_problem.boundOf(tie, m_times.start[tie.from], m_times.finish[tie.from]));
        }
        return result;
    }

    Node stageOf(std::size_t task) const { return m_problem.stageNode(m_problem.tasks[task].phase); }
    double startBound(std::size_t task) const { return m_startBound[task]; }

    std::string people() const
    {
        std::vector<std::vector<std::pair<double, double>>> busy(m_problem.team.size());
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
            for (const Joining& joining : m_times.crew[task]) {
                const std::string who = m_problem.team[joining.person].name + " on " + m_problem.tasks[task].id;
                if (!m_problem.able(joining.person, task))
                    return who + " lacks the skill";
                if (!m_problem.present(joining.person, joining.at))
                    return text(who, " joins while absent, at ", joining.at);
                if (std::string held = heldOnLeave(joining); !held.empty())
                    return who + held;
                for (const auto& [from, to] : busy[joining.person])
                    if (joining.at < to - kEqual && joining.left > from + kEqual)
                        return text(who, " from ", joining.at, " is on something else as well");
                busy[joining.person].emplace_back(joining.at, joining.left);
            }
        return {};
    }

    /// Whoever leaves before the work is done does so when long leave begins, and nobody stays on into long leave.
    std::string heldOnLeave(const Joining& joining) const
    {
        const double done = m_times.workDone[joining.task];
        const auto begins = [&](double at) {
            const int day = static_cast<int>(std::floor(5 * (at + kEqual)));
            return equal(day / 5.0, at) && m_problem.handsOver(joining.person, day);
        };
        if (!equal(joining.left, done) && (joining.left > done || !begins(joining.left)))
            return text(" leaves at ", joining.left, ", the work is done at ", done);
        for (int day = static_cast<int>(joining.at * 5); day / 5.0 < joining.left - kEqual; ++day)
            if (day / 5.0 > joining.at + kEqual && begins(day / 5.0))
                return text(" keeps the place over the long leave from ", day / 5.0);
        return {};
    }

    std::string work() const
    {
        std::vector<double> worked(m_problem.team.size(), 0.0);
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task) {
            double done = 0;
            for (const Joining& joining : m_times.crew[task]) {
                const Done part = doneBetween(m_problem, joining.person, joining.at, joining.left);
                done += part.work;
                worked[joining.person] += part.time;
            }
            if (m_problem.hasWork(task) ? std::abs(done - m_problem.tasks[task].work) > 1e-8 : done != 0)
                return text(m_problem.tasks[task].id, " gets ", done, " of ", m_problem.tasks[task].work);
        }
        for (std::size_t person = 0; person < worked.size(); ++person)
            if (std::abs(worked[person] - m_times.worked[person]) > 1e-8)
                return text(m_problem.team[person].name, " worked ", worked[person], ", not ", m_times.worked[person]);
        return {};
    }

    std::size_t crewAt(std::size_t task, double at) const
    {
        std::size_t people = 0;
        for (const Joining& joining : m_times.crew[task])
            people += joining.at <= at + kEqual && joining.left > at + kEqual ? 1U : 0U;
        return people;
    }

    std::size_t stageCrewAt(std::size_t stage, double at) const
    {
        std::size_t people = 0;
        for (const std::size_t task : m_problem.stages[stage].tasks)
            people += crewAt(task, at);
        return people;
    }

    std::string limits() const
    {
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
            for (const Joining& joining : m_times.crew[task]) {
                if (crewAt(task, joining.at) > m_problem.taskCrewLimit)
                    return "too many people on " + m_problem.tasks[task].id;
                if (stageCrewAt(m_problem.tasks[task].phase, joining.at) > m_problem.stageCrewLimit)
                    return text("too many people on the phase of ", m_problem.tasks[task].id, " at ", joining.at);
            }
        return {};
    }

    std::string nodes() const
    {
        double end = 0;
        for (Node node = 0; node < m_problem.nodeCount(); ++node) {
            if (m_problem.hasWork(node))
                end = std::max(end, m_times.finish[node]);
            double finish = std::max(m_times.start[node], bound(node, false));
            double start = m_times.start[node];
            if (m_problem.isStage(node)) {
                start = m_problem.hasWork(node) ? INFINITY : bound(node, true);
                for (const std::size_t task : m_problem.stageAt(node).tasks) {
                    finish = std::max(finish, m_times.finish[task]);
                    if (m_problem.hasWork(task))
                        start = std::min(start, m_times.start[task]);
                }
            } else if (m_problem.hasWork(node)) {
                finish = std::max(finish, m_times.workDone[node]);
                if (m_times.crew[node].empty() ||
                    (!m_problem.begun(node) && !equal(m_times.crew[node].front().at, start)))
                    return m_problem.idOf(node) + " does not start with its first crew";
            } else {
                start = startBound(node);
            }
            if (m_problem.begun(node))
                start = 0;
            if (m_problem.ended(node))
                finish = 0;
            if (!equal(start, m_times.start[node]))
                return text(m_problem.idOf(node), " should start at ", start, ", not ", m_times.start[node]);
            if (!equal(finish, m_times.finish[node]))
                return text(m_problem.idOf(node), " should finish at ", finish, ", not ", m_times.finish[node]);
        }
        return equal(end, m_times.end) ? std::string() : text("the plan ends at ", end, ", not ", m_times.end);
    }

    std::string bounds() const
    {
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
            if (m_problem.hasWork(task) && m_times.start[task] < startBound(task) - kEqual)
                return text(m_problem.tasks[task].id, " starts before its links allow, at ", m_times.start[task]);
        return {};
    }

    /// Every moment at which something can change.
    std::set<double> moments() const
    {
        std::set<double> result;
        result.insert(m_times.workDone.begin(), m_times.workDone.end());
        result.insert(m_times.start.begin(), m_times.start.end());
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
            result.insert(startBound(task));
        for (const Helper& helper : m_problem.team) {
            result.insert(helper.firstDay / 5.0);
            for (const int day : helper.daysAway)
                result.insert({day / 5.0, (day + 1) / 5.0});
        }
        return result;
    }

    bool isBusy(std::size_t person, double at) const
    {
        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
            for (const Joining& joining : m_times.crew[task])
                if (joining.person == person && joining.at < at && joining.left > at)
                    return true;
        return false;
    }

    std::string idleness() const
    {
        double before = 0;
        for (const double moment : moments()) {
            const double at = (before + moment) / 2;
            if (moment - before > 1e-6)
                for (std::size_t person = 0; person < m_problem.team.size(); ++person)
                    if (m_problem.present(person, at) && !isBusy(person, at))
                        for (std::size_t task = 0; task < m_problem.tasks.size(); ++task)
                            if (couldTake(task, person, at))
                                return text(m_problem.team[person].name, " stands idle at ", at, ", and ",
                                            m_problem.tasks[task].id, " could be worked on");
            before = moment;
        }
        return {};
    }

    bool couldTake(std::size_t task, std::size_t person, double at) const
    {
        return m_problem.hasWork(task) && m_problem.able(person, task) && m_times.workDone[task] > at &&
               (m_times.start[task] < at || startBound(task) < at) && crewAt(task, at) < m_problem.taskCrewLimit &&
               stageCrewAt(m_problem.tasks[task].phase, at) < m_problem.stageCrewLimit;
    }

    const Problem& m_problem;
    const Timetable& m_times;
    std::vector<double> m_startBound; // of each task, its phase's included
};

std::string crewText(const Problem& problem, const std::vector<Joining>& crew)
{
    std::string result;
    for (const Joining& joining : crew)
        result += text(' ', problem.team[joining.person].name, '@', joining.at, "..", joining.left);
    return result.empty() ? " nobody" : result;
}

/// Whatever the order of those who join at the same moment.
bool sameCrew(std::vector<Joining> a, std::vector<Joining> b)
{
    for (auto* crew : {&a, &b})
        std::sort(crew->begin(), crew->end(), [](const Joining& x, const Joining& y) {
            return equal(x.at, y.at) ? x.person < y.person : x.at < y.at;
        });
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Joining& x, const Joining& y) {
        return x.person == y.person && equal(x.at, y.at) && equal(x.left, y.left);
    });
}

} // namespace

Timetable timetableOf(const Network& network, const Schedule& schedule)
{
    Timetable result;
    result.start.assign(schedule.start.begin(), schedule.start.begin() + network.nodeCount());
    result.workDone.assign(schedule.workDone.begin(), schedule.workDone.begin() + network.itemCount);
    result.finish.assign(schedule.finish.begin(), schedule.finish.begin() + network.nodeCount());
    for (std::uint32_t item = 0; item < network.itemCount; ++item) {
        std::vector<Joining>& crew = result.crew.emplace_back();
        const auto add = [&](const Assignment& assignment, double left) {
            crew.push_back({item, network.workers[assignment.worker].person, assignment.joined, left});
        };
        for (const HandOver& handOver : schedule.handOvers)
            if (handOver.item == item)
                add(handOver.of, handOver.left);
        for (const Assignment& assignment : schedule.crewOf(network, item))
            add(assignment, schedule.workDone[item]);
        std::stable_sort(crew.begin(), crew.end(), [](const Joining& a, const Joining& b) { return a.at < b.at; });
        result.cost.push_back(schedule.itemCost[item]);
    }
    result.worked.resize(network.workers.size());
    for (std::size_t rank = 0; rank < network.workers.size(); ++rank)
        result.worked[network.workers[rank].person] = schedule.worked[rank];
    result.end = schedule.end;
    return result;
}

Timetable timetableOf(const Plan& plan, Case which)
{
    Timetable result;
    for (const ItemPlan& item : plan.items) {
        const Span& when = item.when.at(which);
        const std::size_t index = result.workDone.size();
        result.start.push_back(when.start);
        result.workDone.push_back(when.workDone);
        result.finish.push_back(when.finish);
        std::vector<Joining>& crew = result.crew.emplace_back();
        double cost = 0;
        for (const CrewTime& time : item.crew.at(which)) {
            crew.push_back({index, time.person, time.joined, time.left});
            cost += time.worked * plan.people[time.person].allocation * plan.people[time.person].weeklyRate.inDollars();
        }
        result.cost.push_back(cost);
    }
    for (const PhasePlan& phase : plan.phases) {
        result.start.push_back(phase.when.at(which).start);
        result.finish.push_back(phase.when.at(which).finish);
    }
    for (const PersonPlan& person : plan.people)
        result.worked.push_back(person.worked.at(which));
    result.end = plan.finish.at(which);
    return result;
}

std::string difference(const Problem& problem, const Timetable& expected, const Timetable& found)
{
    for (std::size_t task = 0; task < problem.tasks.size(); ++task)
        if (!sameCrew(expected.crew[task], found.crew[task]))
            return text("crew of ", problem.tasks[task].id, ':', crewText(problem, found.crew[task]), ", expected",
                        crewText(problem, expected.crew[task]));
    const auto differs = [&](const std::string& what, double right, double actual) {
        return equal(right, actual) ? std::string() : text(what, ": ", actual, ", expected ", right);
    };
    for (Node node = 0; node < problem.nodeCount(); ++node) {
        const std::string& id = problem.idOf(node);
        std::string result = differs("start of " + id, expected.start[node], found.start[node]);
        if (result.empty() && !problem.isStage(node))
            result = differs("work done of " + id, expected.workDone[node], found.workDone[node]);
        if (result.empty() && !problem.isStage(node) && std::abs(expected.cost[node] - found.cost[node]) > 1e-4)
            result = text("cost of ", id, ": ", found.cost[node], ", expected ", expected.cost[node]);
        if (result.empty())
            result = differs("finish of " + id, expected.finish[node], found.finish[node]);
        if (!result.empty())
            return result;
    }
    for (std::size_t person = 0; person < problem.team.size(); ++person)
        if (!equal(expected.worked[person], found.worked[person]))
            return differs(problem.team[person].name + " worked", expected.worked[person], found.worked[person]);
    return differs("end", expected.end, found.end);
}

std::string brokenRule(const Problem& problem, const Timetable& timetable)
{
    return Checker(problem, timetable).firstBrokenRule();
}

} // namespace trestle::reference
