#include "models/ready_items.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace trestle {

ReadyItems::ReadyItems(const Network& network)
    : m_network(&network), m_groupOf(network.itemCount), m_placeOf(network.itemCount), m_shown(network.phaseCount, 1),
      m_heads(network.able.size(), RankSet(network.itemCount))
{
    std::vector<std::uint32_t> items(network.itemCount);
    std::iota(items.begin(), items.end(), 0U);
    std::ranges::stable_sort(items, {},
                             [&](std::uint32_t i) { return std::pair(network.phaseOf[i], network.skillOf[i]); });
    for (std::uint32_t at = 0; at < items.size(); ++at) {
        const std::uint32_t phase = network.phaseOf[items[at]];
        const std::uint32_t skill = network.skillOf[items[at]];
        if (m_groups.empty() || m_groups.back().phase != phase || m_groups.back().skill != skill) {
            Group group;
            group.skill = skill;
            group.phase = phase;
            group.firstMember = at;
            group.firstWord = static_cast<std::uint32_t>(m_waiting.size());
            m_groups.push_back(group);
        }
        if ((at - m_groups.back().firstMember) % 64 == 0)
            m_waiting.push_back(0);
        m_groupOf[items[at]] = static_cast<std::uint32_t>(m_groups.size() - 1);
    }
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        m_groups[g].words =
            (g + 1 < m_groups.size() ? m_groups[g + 1].firstWord : static_cast<std::uint32_t>(m_waiting.size())) -
            m_groups[g].firstWord;
    m_firstGroup.assign(network.phaseCount + 1, 0);
    for (const Group& group : m_groups)
        ++m_firstGroup[group.phase + 1];
    for (std::size_t p = 0; p < network.phaseCount; ++p)
        m_firstGroup[p + 1] += m_firstGroup[p];
    m_nextPlace.resize(m_groups.size());
    m_members.resize(items.size());
    reorder();
}

void ReadyItems::reorder()
{
    std::ranges::fill(m_nextPlace, 0U);
    for (std::uint32_t rank = 0; rank < m_network->order.size(); ++rank) {
        const std::uint32_t item = m_network->order[rank];
        const std::uint32_t place = m_nextPlace[m_groupOf[item]]++;
        m_placeOf[item] = place;
        m_members[m_groups[m_groupOf[item]].firstMember + place] = rank;
    }
}

void ReadyItems::add(std::uint32_t item)
{
    Group& group = m_groups[m_groupOf[item]];
    m_waiting[group.firstWord + m_placeOf[item] / 64] |= std::uint64_t{1} << (m_placeOf[item] % 64);
    if (const std::uint32_t rank = m_network->rankOf[item]; group.head == RankSet::none || rank < group.head)
        setHead(group, rank);
}

void ReadyItems::remove(std::uint32_t item)
{
    Group& group = m_groups[m_groupOf[item]];
    m_waiting[group.firstWord + m_placeOf[item] / 64] &= ~(std::uint64_t{1} << (m_placeOf[item] % 64));
    if (m_network->rankOf[item] == group.head)
        setHead(group, findHead(group));
}

void ReadyItems::showPhase(std::uint32_t phase, bool shown)
{
    m_shown[phase] = shown ? 1 : 0;
    for (std::uint32_t g = m_firstGroup[phase]; g < m_firstGroup[phase + 1]; ++g) {
        const Group& group = m_groups[g];
        if (group.head == RankSet::none)
            continue;
        if (shown)
            m_heads[group.skill].insert(group.head);
        else
            m_heads[group.skill].erase(group.head);
    }
}

std::uint32_t ReadyItems::firstFor(PeopleSet free, std::uint32_t from) const
{
    std::uint32_t first = RankSet::none;
    for (std::size_t skill = 0; skill < m_heads.size(); ++skill)
        if ((free & m_network->able[skill]) != 0)
            first = std::min(first, m_heads[skill].firstFrom(from));
    return first;
}

void ReadyItems::setHead(Group& group, std::uint32_t head)
{
    if (m_shown[group.phase]) {
        if (group.head != RankSet::none)
            m_heads[group.skill].erase(group.head);
        if (head != RankSet::none)
            m_heads[group.skill].insert(head);
    }
    group.head = head;
}

std::uint32_t ReadyItems::findHead(const Group& group) const
{
    for (std::uint32_t w = 0; w < group.words; ++w)
        if (const std::uint64_t word = m_waiting[group.firstWord + w])
            return m_members[group.firstMember + w * 64 + static_cast<std::uint32_t>(std::countr_zero(word))];
    return RankSet::none;
}

} // namespace trestle
