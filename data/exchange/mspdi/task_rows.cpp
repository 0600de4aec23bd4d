#include "data/exchange/mspdi/task_rows.h"

#include "models/availability.h"
#include "models/calendar/days_off.h"
#include "models/plan/cost.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

namespace trestle {

namespace {

bool boundsStart(LinkType type)
{
    return type == LinkType::finishToStart || type == LinkType::startToStart;
}

bool leavesFinish(LinkType type)
{
    return type == LinkType::finishToStart || type == LinkType::finishToFinish;
}

/// For how long of a time nobody of a crew is there, in weeks.
Weeks nobodyThere(const std::vector<std::vector<Absence>>& away, const std::vector<TaskAssignment>& crew, Weeks from,
                  Weeks to)
{
    if (crew.empty())
        return 0;
    std::vector<Absence> shared{{from, to}};
    for (const TaskAssignment& time : crew) {
        std::vector<Absence> both;
        for (const Absence& one : shared)
            for (const Absence& other : away[time.person])
                if (const Absence part{std::max(one.from, other.from), std::min(one.to, other.to)}; part.from < part.to)
                    both.push_back(part);
        shared = std::move(both);
    }
    return absentDuring(shared, from, to);
}

std::string together(const std::string& first, const std::string& second)
{
    return first + (first.empty() || second.empty() ? "" : "\n\n") + second;
}

class RowMaker {
public:
    RowMaker(const Plan& plan, const WorkingClock& clock) : m_plan(plan), m_clock(clock)
    {
        for (const ItemPlan& item : plan.items)
            if (const auto done = doneDates(plan, item))
                m_first = std::min(m_first.value_or(done->first), done->first);
        if (m_first)
            m_early = WorkCalendar(*m_first, daysOffOf(plan.inputs, *m_first));
        for (const Person& person : plan.inputs.team)
            m_away.push_back(absences(person, plan.calendar));
        for (const Phase& phase : plan.catalogue->phases) {
            m_explanations[phase.id] = &phase.explanation;
            for (const auto* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items)
                    m_explanations[item.id] = &item.explanation;
        }
    }

    TaskRows make()
    {
        for (const PhasePlan& phase : m_plan.phases) {
            if (phase.inScope == 0) {
                m_made.leftOut += phase.itemCount;
                continue;
            }
            addPhase(phase);
            for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i)
                if (m_plan.items[i].state == ItemState::excluded)
                    ++m_made.leftOut;
                else
                    addItem(phase, m_plan.items[i]);
        }
        for (const LinkPlan& link : m_plan.links)
            addLink(link);
        holdByDates();
        if (m_first)
            addWholePast();
        return std::move(m_made);
    }

private:
    [[nodiscard]] std::string explanationOf(const std::string& id) const
    {
        const auto found = m_explanations.find(id);
        return found == m_explanations.end() ? std::string() : *found->second;
    }
    TaskRow& addRow(const std::string& id, const std::string& title)
    {
        m_rowOf[id] = m_made.rows.size();
        TaskRow& row = m_made.rows.emplace_back();
        row.id = id;
        row.title = title;
        row.notes = explanationOf(id);
        return row;
    }

    void addPhase(const PhasePlan& phase)
    {
        TaskRow& row = addRow(phase.id, phase.title);
        if (const auto note = m_plan.inputs.phaseNotes.find(phase.id); note != m_plan.inputs.phaseNotes.end())
            row.notes = together(row.notes, note->second);
        row.isPhase = true;
        row.state = phase.state;
        row.start = phase.when.likely.start;
        row.finish = phase.when.likely.finish;
        row.cost = phase.cost;
        for (const RunningCostPlan& running : m_plan.running)
            if (m_plan.phases[running.phase].id == phase.id) {
                row.fixedCost += running.cost.likely;
                for (const Case which : kCases)
                    row.cost.at(which) += running.cost.at(which);
            }
        for (const Case which : kCases)
            row.duration.at(which) = minutesOf(phase.when.at(which));
        row.promised = promisedDates(m_plan, phase);
        if (const auto done = doneDates(m_plan, phase))
            addPast(row, *done, !phase.hasWork);
    }

    void addWholePast()
    {
        TaskPast& whole = m_made.past.emplace();
        whole.days = {*m_first, *m_first, false};
        whole.isFinished = m_plan.nothingLeft();
        m_made.start = before(m_early.indexOnOrAfter(*m_first));
        for (const TaskRow& row : m_made.rows)
            if (row.past)
                whole.days.last = std::max(whole.days.last, row.past->days.last);
        whole.duration = m_clock.minutes(0) - m_clock.minutes(m_made.start);
    }

    /// Weeks of the plan's time, below 0.
    [[nodiscard]] Weeks before(int index) const
    {
        return (index - m_early.indexOnOrAfter(m_plan.startDate)) / double{kWorkingDaysPerWeek};
    }
    /// The row begins where it did, and ends with its last day where nothing is left.
    void addPast(TaskRow& row, const DoneDates& days, bool isFinished)
    {
        const Weeks first = std::min(before(m_early.indexOnOrAfter(days.first)), Weeks{});
        const int end = m_early.indexOnOrAfter(days.last) + (m_early.isWorkingDay(days.last) ? 1 : 0);
        const Weeks last = std::clamp(before(end), first, Weeks{});
        TaskPast& past = row.past.emplace(TaskPast{days, isFinished, 0, 0, row.start});
        past.duration = m_clock.minutes(last) - m_clock.minutes(first);
        for (const Case which : kCases)
            row.duration.at(which) = isFinished ? past.duration : row.duration.at(which) + past.duration;
        row.start = first;
        if (isFinished)
            row.finish = last;
    }

    void addItem(const PhasePlan& phase, const ItemPlan& item)
    {
        TaskRow& row = addRow(item.id, item.title);
        if (const auto input = m_plan.inputs.items.find(item.id); input != m_plan.inputs.items.end()) {
            row.notes = together(row.notes, input->second.note);
            row.owner = input->second.owner;
        }
        row.state = item.state;
        row.cost = item.cost;
        row.promised = promisedDates(m_plan, item);
        addLeft(row, phase, item);
        if (const auto done = doneDates(m_plan, item)) {
            addPast(row, *done, !item.hasWork);
            row.past->work = m_clock.minutes(Weeks{item.actual.spent.value_or(0)});
            row.work += row.past->work;
        }
    }

    void addLeft(TaskRow& row, const PhasePlan& phase, const ItemPlan& item)
    {
        if (!item.hasWork) { // stands within its phase, which begins no earlier for it
            row.start = row.finish =
                std::clamp(item.when.likely.start, phase.when.likely.start, phase.when.likely.finish);
            row.fixedCost = item.cost.likely;
            row.duration.high = minutesOf(item.when.high);
            return;
        }
        row.start = item.when.likely.start;
        row.finish = item.when.likely.finish;
        addCrew(row, item);
        const Weeks empty = nobodyThere(m_away, row.crew, row.start, row.finish);
        row.duration.likely = std::max<std::int64_t>(minutesOf(item.when.likely) - m_clock.minutes(empty), 1);
        for (const Case which : {Case::low, Case::high})
            row.duration.at(which) =
                std::llround(static_cast<double>(row.duration.likely) * item.effort.at(which) / item.effort.likely);
    }

    void addCrew(TaskRow& row, const ItemPlan& item)
    {
        for (const CrewTime& time : item.crew.likely) {
            auto member = std::ranges::find(row.crew, time.person, &TaskAssignment::person);
            if (member == row.crew.end())
                member = row.crew.insert(row.crew.end(), {time.person, time.joined, time.left, 0, {}});
            member->joined = std::min(member->joined, time.joined);
            member->left = std::max(member->left, time.left);
            member->work += m_clock.minutes(time.worked * m_plan.people[time.person].allocation);
        }
        std::vector<double> dollars;
        double sum = 0;
        for (const TaskAssignment& member : row.crew) {
            row.work += member.work;
            dollars.push_back(static_cast<double>(member.work) * m_plan.people[member.person].weeklyRate.inDollars());
            sum += dollars.back();
        }
        const double weekly = m_clock.minutesPerDay() * kWorkingDaysPerWeek;
        // People who are retained cost more than they work: the rest is the item's own.
        const Money labour = sum <= 0                                     ? Money{}
                             : m_plan.inputs.costMode == CostMode::worked ? item.cost.likely
                                                                          : Money::rounded(sum / weekly);
        const std::vector<Money> costs = splitByLargestRemainder(labour, dollars);
        for (std::size_t i = 0; i < row.crew.size(); ++i)
            row.crew[i].cost = costs[i];
        row.fixedCost = item.cost.likely;
        row.fixedCost -= labour;
    }

    void addLink(const LinkPlan& link)
    {
        const auto from = m_rowOf.find(link.from);
        const auto to = m_rowOf.find(link.to);
        if (from == m_rowOf.end() || to == m_rowOf.end()) {
            ++m_made.linksLost;
            return;
        }
        const TaskLink made{from->second, link.type, m_clock.minutes(link.lag)};
        std::size_t target = to->second;
        if (m_made.rows[target].isPhase && !boundsStart(link.type)) {
            ++m_made.finishLinks;
            target = lastItemOf(target);
            if (earliestStart(made, m_made.rows[target]) > m_clock.minutes(m_made.rows[target].start))
                return;
        }
        m_made.rows[target].links.push_back(made);
    }

    [[nodiscard]] std::size_t endOf(std::size_t phase) const
    {
        std::size_t end = phase + 1;
        while (end < m_made.rows.size() && !m_made.rows[end].isPhase)
            ++end;
        return end;
    }
    [[nodiscard]] std::size_t lastItemOf(std::size_t phase) const
    {
        const auto items = m_made.rows.begin() + static_cast<std::ptrdiff_t>(phase + 1);
        const auto end = m_made.rows.begin() + static_cast<std::ptrdiff_t>(endOf(phase));
        return static_cast<std::size_t>(std::ranges::max_element(items, end, {}, &TaskRow::finish) -
                                        m_made.rows.begin());
    }

    /// Where a reader has a row begin and end: a phase is as long as its items.
    [[nodiscard]] std::int64_t startOf(std::size_t row) const
    {
        const TaskRow& of = m_made.rows[row];
        if (!of.isPhase)
            return m_clock.minutes(of.start);
        const std::size_t end = endOf(row);
        std::int64_t least = startOf(row + 1);
        for (std::size_t i = row + 2; i < end; ++i)
            least = std::min(least, startOf(i));
        return least;
    }
    [[nodiscard]] std::int64_t finishOf(std::size_t row) const
    {
        const TaskRow& of = m_made.rows[row];
        return m_clock.minutes(of.isPhase ? m_made.rows[lastItemOf(row)].finish : of.finish);
    }
    /// The start that a link leaves to a row.
    [[nodiscard]] std::int64_t earliestStart(const TaskLink& link, const TaskRow& row) const
    {
        const std::int64_t bound = (leavesFinish(link.type) ? finishOf(link.from) : startOf(link.from)) + link.lag;
        return boundsStart(link.type) ? bound : bound - (m_clock.minutes(row.finish) - m_clock.minutes(row.start));
    }

    void holdByDates()
    {
        std::int64_t ofPhase = 0;
        for (TaskRow& row : m_made.rows) {
            // What is to come begins on the status date, which no program knows where the project began before.
            const std::int64_t first = m_first ? std::numeric_limits<std::int64_t>::min() : 0;
            std::int64_t bound = row.isPhase ? first : ofPhase;
            for (const TaskLink& link : row.links)
                bound = std::max(bound, earliestStart(link, row));
            if (row.isPhase)
                ofPhase = bound;
            else
                row.startsByDate = !row.past && m_clock.minutes(row.start) > bound;
        }
    }

    [[nodiscard]] std::int64_t minutesOf(const Span& span) const
    {
        return m_clock.minutes(span.finish) - m_clock.minutes(span.start);
    }

    const Plan& m_plan;
    const WorkingClock& m_clock;
    std::vector<std::vector<Absence>> m_away;
    std::map<std::string, const std::string*, std::less<>> m_explanations;
    std::map<std::string, std::size_t, std::less<>> m_rowOf;
    std::optional<Date> m_first; ///< that is recorded of any item
    WorkCalendar m_early;        ///< from then on
    TaskRows m_made;
};

} // namespace

TaskRows taskRows(const Plan& plan, const WorkingClock& clock)
{
    return RowMaker(plan, clock).make();
}

} // namespace trestle
