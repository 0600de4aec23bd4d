#include "tests/data/support/task_scheduler.h"

#include "models/date.h"

#include <QtGlobal>

#include <algorithm>

namespace trestle::test {

namespace {

std::int64_t number(const std::string& text)
{
    return text.empty() ? 0 : std::stoll(text);
}

/// Of `PT40H30M0S`, with all three parts.
std::int64_t durationOf(const std::string& text)
{
    const std::size_t hours = text.find('H');
    const std::size_t minutes = text.find('M', hours);
    if (!text.starts_with("PT") || hours == std::string::npos || !text.ends_with("M0S"))
        qFatal("no duration: %s", text.c_str());
    return std::stoll(text.substr(2, hours - 2)) * 60 + std::stoll(text.substr(hours + 1, minutes - hours - 1));
}

std::int64_t dayOf(const std::string& time)
{
    return parseDate(time.substr(0, 10)).value().time_since_epoch().count();
}

} // namespace

TaskScheduler::TaskScheduler(const XmlNode& project)
    : m_project(project), m_minutesPerDay(number(project["MinutesPerDay"])), m_firstDay(dayOf(project["StartDate"]))
{
    constexpr std::int64_t longest = 3000;
    const auto calendars = project.child("Calendars").all("Calendar");
    for (std::int64_t day = m_firstDay; day < m_firstDay + longest; ++day)
        if (const auto weekday = (day + 3) % 7;
            weekday < 5 && !isOff(*calendars.front(), day)) // 1970 began on a Thursday
            m_workingDays.push_back(day);
    for (const XmlNode* resource : project.child("Resources").all("Resource"))
        for (const XmlNode* calendar : calendars)
            if ((*calendar)["UID"] == (*resource)["CalendarUID"])
                m_calendars[static_cast<int>(number((*resource)["UID"]))] = calendar;
    for (const XmlNode* assignment : project.child("Assignments").all("Assignment"))
        m_people[static_cast<int>(number((*assignment)["TaskUID"]))].push_back(
            static_cast<int>(number((*assignment)["ResourceUID"])));
}

bool TaskScheduler::isOff(const XmlNode& calendar, std::int64_t day) const
{
    return std::ranges::any_of(calendar.child("Exceptions").children, [&](const XmlNode& exception) {
        const XmlNode& period = exception.child("TimePeriod");
        return dayOf(period["FromDate"]) <= day && day <= dayOf(period["ToDate"]);
    });
}

std::int64_t TaskScheduler::minutesAt(const std::string& time) const
{
    const std::int64_t day = dayOf(time);
    const auto index = std::ranges::lower_bound(m_workingDays, day) - m_workingDays.begin();
    const std::int64_t minute = std::stoll(time.substr(11, 2)) * 60 + std::stoll(time.substr(14, 2));
    const std::int64_t noon = 12 * 60;
    return index * m_minutesPerDay + (minute <= noon ? minute - 8 * 60 : minute - 9 * 60);
}

bool TaskScheduler::isThere(int resource, std::int64_t workingDay) const
{
    return !isOff(*m_calendars.at(resource), m_workingDays.at(static_cast<std::size_t>(workingDay)));
}

std::int64_t TaskScheduler::finishOf(std::int64_t start, std::int64_t duration, const std::vector<int>& people) const
{
    std::int64_t at = start;
    while (duration > 0) {
        const std::int64_t day = at / m_minutesPerDay;
        const std::int64_t end = (day + 1) * m_minutesPerDay;
        if (people.empty() || std::ranges::any_of(people, [&](int person) { return isThere(person, day); })) {
            const std::int64_t part = std::min(duration, end - at);
            duration -= part;
            at += part;
        } else {
            at = end;
        }
    }
    return at;
}

std::map<int, TaskTimes> TaskScheduler::written() const
{
    std::map<int, TaskTimes> times;
    for (const XmlNode* task : m_project.child("Tasks").all("Task"))
        if (const auto uid = static_cast<int>(number((*task)["UID"])); uid > 0)
            times[uid] = {minutesAt((*task)["Start"]), minutesAt((*task)["Finish"])};
    return times;
}

std::map<int, TaskTimes> TaskScheduler::schedule() const
{
    const auto tasks = m_project.child("Tasks").all("Task");
    std::map<int, TaskTimes> times;
    const auto boundOf = [&](const XmlNode& task, std::int64_t duration) {
        std::int64_t bound = 0;
        if (task["ConstraintType"] == "4")
            bound = minutesAt(task["ConstraintDate"]);
        for (const XmlNode* link : task.all("PredecessorLink")) {
            const TaskTimes& from = times[static_cast<int>(number((*link)["PredecessorUID"]))];
            const std::int64_t type = number((*link)["Type"]); // FF, FS, SF, SS
            const std::int64_t at = (type <= 1 ? from.finish : from.start) + number((*link)["LinkLag"]) / 10;
            bound = std::max(bound, type == 0 || type == 2 ? at - duration : at);
        }
        return bound;
    };
    for (bool moved = true; moved;) {
        moved = false;
        std::int64_t above = 0;
        TaskTimes* summary = nullptr;
        for (const XmlNode* task : tasks) {
            const auto uid = static_cast<int>(number((*task)["UID"]));
            if (uid == 0)
                continue;
            if ((*task)["Summary"] == "1") {
                above = boundOf(*task, 0);
                summary = &times[uid];
                *summary = {INT64_MAX, 0};
                continue;
            }
            const std::int64_t duration = durationOf((*task)["Duration"]);
            const auto people = m_people.find(uid);
            const std::int64_t start = std::max(above, boundOf(*task, duration));
            const TaskTimes now{
                start, finishOf(start, duration, people == m_people.end() ? std::vector<int>() : people->second)};
            moved = moved || now.start != times[uid].start || now.finish != times[uid].finish;
            times[uid] = now;
            summary->start = std::min(summary->start, now.start);
            summary->finish = std::max(summary->finish, now.finish);
        }
    }
    return times;
}

} // namespace trestle::test
