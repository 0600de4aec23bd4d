#pragma once

#include "tests/data/support/xml_tree.h"

#include <cstdint>
#include <map>
#include <string>

namespace trestle::test {

/// When a task runs, in working minutes from the project's start.
struct TaskTimes {
    std::int64_t start = 0;
    std::int64_t finish = 0;
};

/// What a program makes of MS Project XML that places the tasks itself, plain and slow: each as early as its links, its
/// constraint and those of the tasks above let it, for as long as its duration takes in which someone assigned is
/// there.
class TaskScheduler {
public:
    explicit TaskScheduler(const XmlNode& project);

    /// By UID, without the project's own.
    std::map<int, TaskTimes> schedule() const;
    /// What the file itself says of them.
    std::map<int, TaskTimes> written() const;

private:
    struct Task;
    [[nodiscard]] std::int64_t minutesAt(const std::string& time) const;
    [[nodiscard]] bool isOff(const XmlNode& calendar, std::int64_t day) const;
    [[nodiscard]] bool isThere(int resource, std::int64_t workingDay) const;
    [[nodiscard]] std::int64_t finishOf(std::int64_t start, std::int64_t duration,
                                        const std::vector<int>& people) const;

    const XmlNode& m_project;
    std::int64_t m_minutesPerDay = 0;
    std::int64_t m_firstDay = 0;
    std::vector<std::int64_t> m_workingDays;   ///< as days since 1970
    std::map<int, const XmlNode*> m_calendars; ///< by the resource's UID
    std::map<int, std::vector<int>> m_people;  ///< by the task's UID
};

} // namespace trestle::test
