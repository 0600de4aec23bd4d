#include "models/risk/drivers.h"

#include <algorithm>

namespace trestle {

DriverSearch::DriverSearch(const Network& network)
    : m_network(network), m_earliest(network), m_graph(network), m_drives(network.phaseCount)
{
}

const std::vector<std::uint8_t>& DriverSearch::withPeople(const Schedule& schedule)
{
    m_graph.read(schedule);
    m_graph.findLittleRoom();
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p) {
        m_drives[p] = 0;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (schedule.hasWork[i] && m_graph.roomOfStart(i) <= kSlackEpsilon)
                m_drives[p] = 1;
    }
    return m_drives;
}

const std::vector<std::uint8_t>& DriverSearch::byLinks(std::span<const PersonWeeks> work, std::span<const Weeks> delay)
{
    return withPeople(m_earliest.run(work, delay));
}

} // namespace trestle
