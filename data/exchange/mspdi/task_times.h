#pragma once

#include "data/exchange/mspdi/task_rows.h"

#include <string>

namespace trestle {

/// When rows begin and end as a program writes it, and how far they have come. `uid` is a row's place, from 1; 0 is the
/// whole plan. Refers to both.
class TaskTimes {
public:
    TaskTimes(const TaskRows& rows, const WorkingClock& clock) : m_rows(rows), m_clock(clock) {}

    static bool isDone(const TaskRow& row) { return row.state == ItemState::done && (!row.hasWork() || row.past); }
    [[nodiscard]] std::string start(const TaskRow& row) const;
    [[nodiscard]] std::string finish(const TaskRow& row) const;
    /// Working minutes of a row and of what is below it: all of them, and those that are spent.
    [[nodiscard]] std::int64_t work(std::size_t uid, const TaskRow& row) const;
    [[nodiscard]] std::int64_t spent(std::size_t uid, const TaskRow& row) const;
    /// By duration, as the program counts it.
    [[nodiscard]] std::int64_t percent(std::size_t uid, const TaskRow& row) const;

private:
    template <class Minutes>
    [[nodiscard]] std::int64_t sumOf(std::size_t uid, const TaskRow& row, Minutes minutes) const;

    const TaskRows& m_rows;
    const WorkingClock& m_clock;
};

} // namespace trestle
