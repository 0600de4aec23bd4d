#include "data/exchange/mspdi/task_times.h"

#include <algorithm>

namespace trestle {

template <class Minutes>
std::int64_t TaskTimes::sumOf(std::size_t uid, const TaskRow& row, Minutes minutes) const
{
    if (!row.isPhase)
        return minutes(row);
    std::int64_t sum = 0;
    for (std::size_t i = uid; i < m_rows.rows.size() && (uid == 0 || !m_rows.rows[i].isPhase); ++i)
        sum += m_rows.rows[i].isPhase ? 0 : minutes(m_rows.rows[i]);
    return sum;
}

std::string TaskTimes::start(const TaskRow& row) const
{
    return row.past ? mspdiTime(row.past->days.first, m_clock.shifts().front().from) : m_clock.start(row.start);
}

std::string TaskTimes::finish(const TaskRow& row) const
{
    if (!row.past || row.finish > kEpsilon)
        return m_clock.finish(row.start, row.finish);
    return isDone(row) ? mspdiTime(row.past->days.last, m_clock.shifts().back().to) : m_clock.start(0);
}

std::int64_t TaskTimes::work(std::size_t uid, const TaskRow& row) const
{
    return sumOf(uid, row, [](const TaskRow& of) { return of.work; });
}

std::int64_t TaskTimes::spent(std::size_t uid, const TaskRow& row) const
{
    return sumOf(uid, row, [](const TaskRow& of) { return of.past ? of.past->work : 0; });
}

std::int64_t TaskTimes::percent(std::size_t uid, const TaskRow& row) const
{
    if (isDone(row))
        return 100;
    const std::int64_t whole = sumOf(uid, row, [](const TaskRow& of) { return of.duration.likely; });
    const std::int64_t past = sumOf(uid, row, [](const TaskRow& of) { return of.past ? of.past->duration : 0; });
    return whole > 0 ? std::clamp<std::int64_t>(100 * past / whole, past > 0 ? 1 : 0, 99) : 0;
}

} // namespace trestle
