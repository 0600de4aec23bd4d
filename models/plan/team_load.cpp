#include "models/plan/team_load.h"

#include "models/availability.h"

#include <algorithm>
#include <set>

namespace trestle {

namespace {

using std::chrono::days;

Date mondayBefore(Date date)
{
    const unsigned day = std::chrono::weekday{date}.iso_encoding();
    return date - days{day - 1};
}

struct Stay {
    Weeks from = 0;
    Weeks to = 0;
    std::size_t item = 0;
};

class LoadMaker {
public:
    explicit LoadMaker(const Plan& plan) : m_plan(plan), m_stays(plan.people.size())
    {
        for (std::size_t i = 0; i < plan.items.size(); ++i)
            for (const CrewTime& time : plan.items[i].crew.likely)
                m_stays[time.person].push_back({time.joined, time.left, i});
        for (std::vector<Stay>& stays : m_stays)
            std::ranges::sort(stays, {}, &Stay::from);
    }

    TeamLoad make()
    {
        if (m_plan.finish.likely <= kEpsilon)
            return {};
        addWeeks();
        for (std::size_t p = 0; p < m_plan.people.size(); ++p)
            addPerson(p);
        return std::move(m_load);
    }

private:
    void addWeeks()
    {
        const Date last = m_plan.finishDate.likely;
        const std::vector<NamedDayOff> off = namedDaysOff(m_plan.inputs, m_plan.startDate, last);
        for (Date monday = mondayBefore(m_plan.startDate); monday <= last; monday += days{7}) {
            LoadWeek& week = m_load.weeks.emplace_back();
            week.monday = monday;
            for (Date day = std::max(monday, m_plan.startDate); day < monday + days{7} && day <= last; day += days{1})
                if (m_plan.calendar.isWorkingDay(day))
                    week.days += 1;
                else if (const auto named = std::ranges::find(off, day, &NamedDayOff::date); named != off.end())
                    week.off.push_back(*named);
        }
    }

    void addPerson(std::size_t person)
    {
        const Person& who = m_plan.inputs.team[person];
        const std::vector<Absence> away = absences(who, m_plan.calendar);
        const Weeks first = firstWeek(who, m_plan.calendar);
        const Weeks last = lastWeek(who, m_plan.calendar);
        std::vector<WeekLoad>& weeks = m_load.people.emplace_back(m_load.weeks.size());
        const int lastDay = WorkCalendar::lastIndex(0, m_plan.finish.likely);
        for (int day = 0; day <= lastDay; ++day) {
            const Weeks from = static_cast<double>(day) / kWorkingDaysPerWeek;
            const auto at = static_cast<std::size_t>(
                (mondayBefore(m_plan.calendar.dateOf(day)) - m_load.weeks.front().monday).count() / 7);
            WeekLoad& week = weeks[at];
            const Weeks middle = from + 0.5 / kWorkingDaysPerWeek;
            if (middle < first || middle > last)
                week.notThere += 1;
            else if (std::ranges::any_of(away, [middle](const Absence& a) { return a.from < middle && middle < a.to; }))
                week.leave += 1;
            else
                addDay(person, from, week);
        }
    }

    void addDay(std::size_t person, Weeks from, WeekLoad& week)
    {
        const Weeks to = from + 1.0 / kWorkingDaysPerWeek;
        double worked = 0;
        for (const Stay& stay : m_stays[person]) {
            const double part = (std::min(to, stay.to) - std::max(from, stay.from)) * kWorkingDaysPerWeek;
            if (part <= kEpsilon)
                continue;
            worked += part;
            if (week.items.empty() || week.items.back() != stay.item)
                week.items.push_back(stay.item);
        }
        week.working += std::min(1.0, worked);
        week.idle += std::max(0.0, 1 - worked);
    }

    const Plan& m_plan;
    std::vector<std::vector<Stay>> m_stays; // per person, by time
    TeamLoad m_load;
};

void warnOfLeave(const Plan& plan, const Person& person, std::vector<TeamWarning>& warnings)
{
    constexpr days kLongest{42};
    for (const DateRange& leave : person.leave) {
        const days length = leave.last - leave.first + days{1};
        if (length > kLongest)
            warnings.push_back(
                {TeamWarningKind::longLeave, person.name, static_cast<double>(length.count()), leave.first});
        if (leave.first < plan.startDate)
            warnings.push_back({TeamWarningKind::earlyLeave, person.name, 0, leave.first});
    }
}

} // namespace

WeekLoad TeamLoad::sumOf(std::size_t person) const
{
    WeekLoad sum;
    for (const WeekLoad& week : people[person]) {
        sum.working += week.working;
        sum.leave += week.leave;
        sum.notThere += week.notThere;
        sum.idle += week.idle;
    }
    return sum;
}

TeamLoad teamLoad(const Plan& plan)
{
    return LoadMaker(plan).make();
}

std::vector<TeamWarning> teamWarnings(const Plan& plan, const TeamLoad& load)
{
    std::vector<TeamWarning> warnings;
    for (std::size_t p = 0; p < plan.people.size(); ++p) {
        const Person& person = plan.inputs.team[p];
        warnOfLeave(plan, person, warnings);
        if (load.weeks.empty())
            continue;
        if (person.lastDay && *person.lastDay < plan.finishDate.likely)
            warnings.push_back({TeamWarningKind::leavesEarly, person.name, 0, *person.lastDay});
        if (const WeekLoad sum = load.sumOf(p); sum.idle > sum.working + kEpsilon)
            warnings.push_back({TeamWarningKind::mostlyIdle, person.name, sum.idle, {}});
    }
    std::set<std::string> lacking;
    for (const ItemPlan& item : plan.items) {
        const Item* source = findItem(*plan.catalogue, item.id);
        if (source && item.state != ItemState::excluded &&
            std::ranges::none_of(plan.inputs.team,
                                 [source](const Person& person) { return canDo(person, source->skill); }))
            lacking.insert(source->skill);
    }
    for (const std::string& skill : lacking)
        if (!skill.empty())
            warnings.push_back({TeamWarningKind::nobodyAble, skill, 0, {}});
    return warnings;
}

bool asksForSkills(const Catalogue& catalogue)
{
    return !skillsAskedFor(catalogue).empty();
}

} // namespace trestle
