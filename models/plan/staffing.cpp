#include "models/plan/staffing.h"

#include "models/availability.h"

#include <algorithm>
#include <map>

namespace trestle {

namespace {

class StaffingTable {
public:
    explicit StaffingTable(const Plan& plan) : m_plan(plan)
    {
        for (const Person& person : plan.inputs.team)
            m_away.push_back(absences(person, plan.calendar));
        const std::chrono::year_month last = monthOf(plan.finishDate.likely);
        for (auto month = monthOf(plan.startDate); month <= last; month += std::chrono::months{1})
            m_staffing.months.push_back(month);
    }

    Staffing make()
    {
        for (std::size_t i = 0; i < m_plan.items.size(); ++i)
            addItem(i);
        if (m_plan.inputs.costMode == CostMode::retained)
            for (std::size_t p = 0; p < m_plan.people.size(); ++p)
                addRetained(p);
        return std::move(m_staffing);
    }

private:
    void addItem(std::size_t index)
    {
        const ItemPlan& item = m_plan.items[index];
        std::map<std::size_t, PaidTime> people;
        const auto of = [&](std::size_t person) -> PaidTime& {
            PaidTime& time = people[person];
            time.item = index;
            time.person = person;
            return time;
        };
        for (const Case which : kCases)
            for (const CrewTime& crew : item.crew.at(which))
                of(crew.person).worked.at(which) += crew.worked;
        for (const CrewTime& crew : item.crew.likely) {
            PaidTime& time = of(crew.person);
            const bool isFirst = time.byMonth.empty();
            time.joined = isFirst ? crew.joined : std::min(time.joined, crew.joined);
            time.left = std::max(time.left, crew.left);
            time.byMonth.resize(m_staffing.months.size());
            eachPresence(m_away[crew.person], crew.joined, crew.left,
                         [&](Weeks from, Weeks to) { addSpan(time, from, to); });
        }
        for (auto& [person, time] : people) {
            time.byMonth.resize(m_staffing.months.size());
            m_staffing.worked.push_back(std::move(time));
        }
    }

    void addRetained(std::size_t index)
    {
        const Person& person = m_plan.inputs.team[index];
        PaidTime time;
        time.person = index;
        const Weeks first = firstWeek(person, m_plan.calendar);
        const auto until = [&](Case which) {
            return std::min(m_plan.finish.at(which), lastWeek(person, m_plan.calendar));
        };
        for (const Case which : kCases)
            time.worked.at(which) = std::max(Weeks{}, until(which) - first);
        time.joined = first;
        time.left = until(Case::likely);
        addSpan(time, first, time.left);
        m_staffing.retained.push_back(std::move(time));
    }

    /// Day by day, a part of a day to the month of the day; what is left after the last day is the last day's.
    void addSpan(PaidTime& time, Weeks from, Weeks to) const
    {
        time.byMonth.resize(m_staffing.months.size());
        const int lastDay = WorkCalendar::lastIndex(0, m_plan.finish.likely);
        while (to - from > kEpsilon) {
            const int day = std::clamp(WorkCalendar::startIndex(from), 0, lastDay);
            const Weeks end =
                day == lastDay ? to : std::min(to, Weeks{static_cast<double>(day + 1) / kWorkingDaysPerWeek});
            const auto month = (monthOf(m_plan.calendar.dateOf(day)) - m_staffing.months.front()).count();
            time.byMonth[static_cast<std::size_t>(month)] += std::max(end, from) - from;
            from = std::max(end, from + kEpsilon);
        }
    }

    const Plan& m_plan;
    std::vector<std::vector<Absence>> m_away;
    Staffing m_staffing;
};

} // namespace

Staffing staffing(const Plan& plan)
{
    return StaffingTable(plan).make();
}

} // namespace trestle
