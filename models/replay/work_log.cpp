#include "models/replay/work_log.h"

#include <algorithm>

namespace trestle {

namespace {

bool isSameTime(Weeks a, Weeks b)
{
    return a <= b && b <= a;
}

} // namespace

void WorkLog::clear()
{
    for (Times& times : m_workers) {
        times.all.clear();
        times.of.fill(0);
    }
}

void WorkLog::add(std::size_t worker, const Row& from, const Row& to)
{
    Times& times = m_workers[worker];
    if (!times.all.empty() && !isAny(bitWhereAtMost(from, times.all.back().to, 1) ^ 1)) {
        times.all.back().to = to;
        return;
    }
    times.all.push_back({from, to});
    times.of.fill(static_cast<std::uint32_t>(times.all.size()));
}

void WorkLog::add(std::size_t worker, std::size_t lane, Weeks from, Weeks to)
{
    Times& times = m_workers[worker];
    std::uint32_t& count = times.of[lane];
    if (count > 0 && isSameTime(from, laneOf(times.all[count - 1].to, lane))) {
        laneOf(times.all[count - 1].to, lane) = to;
        return;
    }
    if (count == times.all.size())
        times.all.push_back({rowOf(0.0), rowOf(0.0)});
    laneOf(times.all[count].from, lane) = from;
    laneOf(times.all[count].to, lane) = to;
    ++count;
}

void WorkLog::clearLane(std::size_t lane)
{
    for (Times& times : m_workers) {
        for (Time& time : times.all)
            laneOf(time.from, lane) = laneOf(time.to, lane) = 0;
        times.of[lane] = 0;
    }
}

Row WorkLog::workedBy(std::size_t worker, Weeks moment) const
{
    const Row until = rowOf(moment);
    Row sum = rowOf(0.0);
    for (const Time& time : m_workers[worker].all)
        sum = sum + (smaller(time.to, until) - smaller(time.from, until));
    return sum;
}

} // namespace trestle
