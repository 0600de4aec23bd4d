#include "models/risk/drivers.h"

#include "models/slack.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace trestle {

namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr Weeks kFar = std::numeric_limits<Weeks>::infinity();

std::uint32_t startOf(NodeIndex node)
{
    return 3 * node;
}
std::uint32_t workDoneOf(NodeIndex item)
{
    return 3 * item + 1;
}
std::uint32_t finishOf(NodeIndex node)
{
    return 3 * node + 2;
}

} // namespace

DriverSearch::DriverSearch(const Network& network)
    : m_network(network), m_earliest(network), m_first(std::size_t{3} * network.nodeCount() + 1),
      m_time(std::size_t{3} * network.nodeCount()), m_room(m_time.size()), m_last(network.workers.size()),
      m_holder(std::size_t{network.phaseCount} * network.phaseCrewLimit),
      m_before(std::size_t{network.itemCount} * network.itemCrewLimit * 2), m_beforeAt(m_before.size()),
      m_beforeCount(network.itemCount), m_drives(network.phaseCount)
{
    m_hasLeave = !std::ranges::all_of(network.changes, &AvailabilityChange::present);
    m_joins.reserve(std::size_t{network.itemCount} * network.itemCrewLimit);
    m_reached.reserve(2 * m_time.size());
}

// The arcs of slack.cpp that do not depend on who works where, without leave.
void DriverSearch::makeArcs(std::span<const std::uint8_t> hasWork)
{
    m_hasWork.assign(hasWork.begin(), hasWork.end());
    m_arcs.clear();
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const NodeIndex phase = m_network.phaseNode(m_network.phaseOf[i]);
        m_arcs.push_back({startOf(i), workDoneOf(i), 0, true, kNone});
        m_arcs.push_back({workDoneOf(i), finishOf(i), 0, false, kNone});
        m_arcs.push_back({finishOf(i), finishOf(phase), 0, false, kNone});
    }
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
        if (const NodeIndex node = m_network.phaseNode(p); !m_hasWork[node])
            m_arcs.push_back({startOf(node), finishOf(node), 0, false, kNone});
    for (const NetworkLink& link : m_network.links)
        addLink(link);
    std::ranges::stable_sort(m_arcs, {}, &Arc::to);
    std::ranges::fill(m_first, 0U);
    for (const Arc& arc : m_arcs)
        ++m_first[arc.to + 1];
    for (std::size_t e = 1; e < m_first.size(); ++e)
        m_first[e] += m_first[e - 1];
}

// A phase with work starts with its items: its start links leave from those that started with it.
void DriverSearch::addLink(const NetworkLink& link)
{
    const NodeIndex from = link.from;
    if (link.leavesFinish()) {
        addLinkFrom(finishOf(from), link, kNone);
    } else if (!m_network.isPhase(from) || !m_hasWork[from]) {
        addLinkFrom(startOf(from), link, kNone);
    } else {
        const std::uint32_t p = from - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (m_hasWork[i])
                addLinkFrom(startOf(i), link, from);
    }
}

// A start link into a phase holds back each of its items, and the phase itself where it has no work.
void DriverSearch::addLinkFrom(Event from, const NetworkLink& link, std::uint32_t startsWith)
{
    const NodeIndex to = link.to;
    const Weeks lag = lagOf(link, m_hasWork);
    if (!link.boundsStart()) {
        m_arcs.push_back({from, finishOf(to), lag, false, startsWith});
        return;
    }
    if (!m_network.isPhase(to) || !m_hasWork[to])
        m_arcs.push_back({from, startOf(to), lag, false, startsWith});
    if (m_network.isPhase(to)) {
        const std::uint32_t p = to - m_network.itemCount;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            m_arcs.push_back({from, startOf(i), lag, false, startsWith});
    }
}

void DriverSearch::setTimes(const Schedule& schedule)
{
    if (!std::ranges::equal(schedule.hasWork, m_hasWork))
        makeArcs(schedule.hasWork);
    for (NodeIndex node = 0; node < m_network.nodeCount(); ++node) {
        m_time[startOf(node)] = schedule.start[node];
        m_time[finishOf(node)] = schedule.finish[node];
    }
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i)
        m_time[workDoneOf(i)] = schedule.workDone[i];
}

void DriverSearch::before(const Join& join, std::uint32_t item)
{
    const std::size_t at = std::size_t{join.item} * m_network.itemCrewLimit * 2 + m_beforeCount[join.item]++;
    m_before[at] = item;
    m_beforeAt[at] = join.at;
}

// By time, those who join started items first, then by priority. Items lie nearly in the order of their joins.
void DriverSearch::sortJoins()
{
    constexpr std::size_t kFew = 256;
    const auto key = [](const Join& j) { return std::tuple(j.at, !j.late, j.rank, j.place); };
    if (m_joins.size() > kFew) {
        std::ranges::sort(m_joins, {}, key);
        return;
    }
    for (std::size_t k = 1; k < m_joins.size(); ++k) {
        const Join join = m_joins[k];
        std::size_t to = k;
        for (; to > 0 && key(join) < key(m_joins[to - 1]); --to)
            m_joins[to] = m_joins[to - 1];
        m_joins[to] = join;
    }
}

// What each join waited for: the end of the person's last item, and of the one whose place in the phase came free.
void DriverSearch::setJoins(const Schedule& schedule)
{
    m_joins.clear();
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const auto crew = schedule.crewOf(m_network, i);
        for (std::uint32_t place = 0; place < crew.size(); ++place)
            m_joins.push_back({crew[place].joined, crew[place].joined > schedule.start[i] + kEpsilon,
                               m_network.rankOf[i], place, i, crew[place].worker});
    }
    sortJoins();
    std::ranges::fill(m_beforeCount, 0U);
    std::ranges::fill(m_last, kNone);
    for (const Join& join : m_joins) {
        if (const std::uint32_t item = m_last[join.worker]; item != kNone)
            before(join, item);
        m_last[join.worker] = join.item;
    }
    std::ranges::fill(m_holder, kNone);
    const std::uint32_t limit = m_network.phaseCrewLimit;
    const auto freeSince = [&](std::uint32_t item) { return item == kNone ? -1.0 : schedule.workDone[item]; };
    for (const Join& join : m_joins) {
        const auto places = std::span(m_holder).subspan(std::size_t{m_network.phaseOf[join.item]} * limit, limit);
        const auto place = std::ranges::min_element(places, {}, freeSince);
        if (*place != kNone)
            before(join, *place);
        *place = join.item;
    }
}

void DriverSearch::reach(Event event, Weeks room)
{
    if (room <= kSlackEpsilon && room < m_room[event]) {
        m_room[event] = room;
        m_reached.push_back(event);
    }
}

// Room never grows on the way back, so what lies further off than the limit cannot come back under it.
void DriverSearch::search(const Schedule& schedule)
{
    std::ranges::fill(m_room, kFar);
    for (NodeIndex node = 0; node < m_network.nodeCount(); ++node)
        reach(finishOf(node), schedule.end - schedule.finish[node]);
    while (!m_reached.empty()) {
        const Event event = m_reached.back();
        m_reached.pop_back();
        const Weeks room = m_room[event];
        for (std::uint32_t a = m_first[event]; a < m_first[event + 1]; ++a) {
            const Arc& arc = m_arcs[a];
            if (arc.startsWith != kNone && m_time[arc.from] > m_time[startOf(arc.startsWith)] + kEpsilon)
                continue;
            const Weeks gap = arc.isWork ? 0.0 : std::max(m_time[event] - (m_time[arc.from] + arc.lag), 0.0);
            reach(arc.from, gap + room);
        }
        if (const NodeIndex node = event / 3; event == startOf(node) && !m_network.isPhase(node)) {
            const std::size_t first = std::size_t{node} * m_network.itemCrewLimit * 2;
            for (std::size_t k = first; k < first + m_beforeCount[node]; ++k)
                reach(workDoneOf(m_before[k]), std::max(m_beforeAt[k] - m_time[workDoneOf(m_before[k])], 0.0) + room);
        }
    }
}

const std::vector<std::uint8_t>& DriverSearch::phases(const Schedule& schedule)
{
    search(schedule);
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p) {
        m_drives[p] = 0;
        for (std::uint32_t i = m_network.firstItem[p]; i < m_network.firstItem[p + 1]; ++i)
            if (m_hasWork[i] && m_room[startOf(i)] <= kSlackEpsilon)
                m_drives[p] = 1;
    }
    return m_drives;
}

const std::vector<std::uint8_t>& DriverSearch::withPeople(const Schedule& schedule)
{
    if (m_hasLeave) {
        const std::vector<Weeks> slack = slackWithPeople(m_network, schedule);
        for (std::uint32_t p = 0; p < m_network.phaseCount; ++p) {
            const NodeIndex node = m_network.phaseNode(p);
            m_drives[p] = schedule.hasWork[node] && slack[node] <= kSlackEpsilon ? 1 : 0;
        }
        return m_drives;
    }
    setTimes(schedule);
    setJoins(schedule);
    return phases(schedule);
}

const std::vector<std::uint8_t>& DriverSearch::byLinks(std::span<const PersonWeeks> work)
{
    const Schedule& schedule = m_earliest.run(work);
    setTimes(schedule);
    std::ranges::fill(m_beforeCount, 0U);
    return phases(schedule);
}

} // namespace trestle
