#include "models/replay/decision_recorder.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace trestle {

namespace {

constexpr std::uint32_t kMostChanges = 16; // of availability, in one move of time
constexpr std::size_t kMostWaits = 64 - kMostChanges;
constexpr std::size_t kMostStarted = 64;

std::size_t registersOf(const Network& network)
{
    return std::size_t{4} + std::size_t{4} * network.itemCount + std::size_t{4} * network.nodeCount() +
           2 * network.workers.size() + std::size_t{2} * network.phaseCount;
}

} // namespace

RegisterMap::RegisterMap(const Network& network)
    : m_items(4), m_nodes(m_items + std::size_t{4} * network.itemCount),
      m_workers(m_nodes + std::size_t{4} * network.nodeCount()), m_phases(m_workers + 2 * network.workers.size()),
      m_count(registersOf(network))
{
}

bool RegisterMap::fits(const Network& network)
{
    return registersOf(network) <= std::numeric_limits<Register>::max();
}

DecisionRecorder::DecisionRecorder(const Network& network, DecisionTable& table)
    : m_network(network), m_table(table), m_registers(network), m_startMatters(network.nodeCount()),
      m_hasFinishBound(network.nodeCount()), m_mayLackWork(network.phaseCount), m_nodes(network.nodeCount())
{
    for (const std::uint32_t item : network.possible)
        m_mayLackWork[network.phaseOf[item]] = 1;
    for (std::uint32_t p = 0; p < network.phaseCount; ++p)
        m_startMatters[network.phaseNode(p)] = 1; // running costs start with their phase
    for (const NetworkLink& link : network.links) {
        if (!link.leavesFinish())
            m_startMatters[link.from] = 1;
        if (!link.boundsStart())
            m_hasFinishBound[link.to] = 1;
    }
    m_operations.reserve(std::size_t{9} * network.nodeCount() + 4 * network.links.size());
    m_candidates.reserve(network.nodeCount());
    m_waits.reserve(network.itemCount);
    m_key.reserve(std::size_t{5} * network.nodeCount() + 4 * network.workers.size() + 8);
}

Register DecisionRecorder::finish(NodeIndex node) const
{
    if (m_network.isPhase(node)) // a phase with work is never done before one of its items is
        return m_hasWork[node] && !m_mayLackWork[node - m_network.itemCount] ? m_registers.finishBound(node)
                                                                             : m_registers.ownFinish(node);
    return m_hasFinishBound[node] ? m_registers.ownFinish(node) : m_registers.workDone(node);
}

Register DecisionRecorder::finishWithDelay(NodeIndex node) const
{
    return m_network.isDelayed(node) ? m_registers.delayedFinish(node - m_network.itemCount) : finish(node);
}

void DecisionRecorder::begins(std::span<const std::uint8_t> hasWork)
{
    m_hasWork = hasWork;
    std::ranges::fill(m_nodes, Node{});
    m_operations.clear();
    m_candidates.clear();
    m_isLost = false;
    m_askedBoth = false;
    m_bits = 0;
    // The first question is which work there is none of: before anything has begun, that is what is done.
    m_decision = m_table.root();
    if (m_decision == DecisionTable::none) {
        for (const std::uint32_t item : m_network.possible)
            m_candidates.push_back({m_registers.left(item), m_registers.since(item), 0.0});
        m_decision = m_table.add({.kind = Decision::Kind::whatIsDone}, m_candidates);
        m_candidates.clear();
    }
    for (std::size_t k = 0; k < m_network.possible.size(); ++k)
        if (!m_hasWork[m_network.possible[k]])
            m_bits |= std::uint64_t{1} << k;
}

void DecisionRecorder::ends()
{
    // As endOf() says it.
    const bool goesOn = !m_network.happened.empty();
    if (goesOn)
        copy(RegisterMap::end, RegisterMap::zero);
    for (std::uint32_t p = 0; p < m_network.phaseCount; ++p)
        if (const NodeIndex node = m_network.phaseNode(p); !goesOn || m_hasWork[node] || m_network.isDelayed(node))
            write(p == 0 && !goesOn ? Operation::Kind::copy : Operation::Kind::max, RegisterMap::end,
                  finishWithDelay(node), RegisterMap::end);
    m_candidates.clear();
    ask({.kind = Decision::Kind::end}, "end");
}

void DecisionRecorder::hadStarted(NodeIndex node)
{
    if (m_startMatters[node])
        copy(m_registers.start(node), RegisterMap::zero);
    if (!m_network.isPhase(node))
        copy(m_registers.since(node), RegisterMap::zero);
}

void DecisionRecorder::hadFinished(NodeIndex node)
{
    copy(finish(node), RegisterMap::zero);
    if (!m_network.isDelayed(node))
        return;
    m_nodes[node].finishesLater = true;
    write(Operation::Kind::add, finishWithDelay(node), m_registers.delay(node - m_network.itemCount), 0,
          *m_network.happened[node].finish);
}

void DecisionRecorder::starts(NodeIndex node)
{
    if (m_startMatters[node])
        copy(m_registers.start(node), RegisterMap::now);
}

void DecisionRecorder::works(std::uint32_t worker)
{
    write(Operation::Kind::accrue, m_registers.worked(worker), m_registers.presentSince(worker));
}

void DecisionRecorder::progresses(std::uint32_t item, double pace)
{
    if (pace > 0.0)
        write(Operation::Kind::progress, m_registers.left(item), m_registers.since(item), 0, pace);
    else
        copy(m_registers.since(item), RegisterMap::now);
}

void DecisionRecorder::finishes(NodeIndex node)
{
    Node& state = m_nodes[node];
    // Work is done now; a node without work is done where its start bounds say, which may be later.
    state.finishesLater = state.finishBound.mayBeLater || (!m_hasWork[node] && state.startsLater);
    const Register to = m_registers.ownFinish(node);
    if (finish(node) == to) {
        const Register done = m_network.isPhase(node) ? m_registers.start(node) : m_registers.workDone(node);
        if (state.finishBound.is)
            write(Operation::Kind::max, to, m_registers.finishBound(node), done);
        else
            copy(to, done);
    }
    if (m_network.isDelayed(node)) {
        state.finishesLater = true;
        write(Operation::Kind::sum, finishWithDelay(node), finish(node), m_registers.delay(node - m_network.itemCount));
    }
}

void DecisionRecorder::bindsPhase(NodeIndex phase, std::uint32_t item)
{
    raise(m_nodes[phase].finishBound, m_registers.finishBound(phase), finish(item), 0, m_nodes[item].finishesLater);
}

void DecisionRecorder::raisesBound(const NetworkLink& link)
{
    const Node& from = m_nodes[link.from];
    Node& to = m_nodes[link.to];
    if (const auto before = happenedAt(m_network, link.from, link.leavesFinish(), m_hasWork)) {
        raiseFromPast(link, *before);
        return;
    }
    const Register source = link.leavesFinish() ? finishWithDelay(link.from) : m_registers.start(link.from);
    const bool isLater = link.leavesFinish() ? from.finishesLater : from.startsLater;
    const Weeks lag = lagOf(link, m_hasWork);
    if (link.boundsStart())
        raise(to.startBound, m_registers.startBound(link.to), source, lag, isLater);
    else
        raise(to.finishBound, m_registers.finishBound(link.to), source, lag, isLater);
}

// What happened is a figure of the network, the same in every run, but for a delay after it. What it allows before time
// 0 holds nothing.
void DecisionRecorder::raiseFromPast(const NetworkLink& link, Weeks before)
{
    Known& bound = link.boundsStart() ? m_nodes[link.to].startBound : m_nodes[link.to].finishBound;
    const Register to = link.boundsStart() ? m_registers.startBound(link.to) : m_registers.finishBound(link.to);
    if (link.leavesFinish() && m_network.isDelayed(link.from)) {
        if (!bound.is)
            copy(to, RegisterMap::zero);
        bound.is = true;
        raise(bound, to, finishWithDelay(link.from), link.lag, true);
    } else if (const Weeks allows = before + link.lag; allows > 0) {
        raise(bound, to, RegisterMap::zero, allows, true);
    }
}

void DecisionRecorder::raise(Known& bound, Register to, Register from, double lag, bool mayBeLater)
{
    using Kind = Operation::Kind;
    if (lag > 0.0)
        write(bound.is ? Kind::maxAdd : Kind::add, to, from, 0, lag);
    else if (bound.is)
        write(Kind::max, to, to, from);
    else
        copy(to, from);
    bound.is = true;
    bound.mayBeLater = bound.mayBeLater || mayBeLater || lag > 0.0;
}

// The earliest start that links allow an item: its own bound and that of its phase.
DecisionRecorder::Known DecisionRecorder::startOf(std::uint32_t item, Register to)
{
    const NodeIndex phase = m_network.phaseNode(m_network.phaseOf[item]);
    const Known own = m_nodes[item].startBound;
    const Known gate = m_nodes[phase].startBound;
    const Register ownBound = own.is ? m_registers.startBound(item) : RegisterMap::zero;
    const Register gateBound = gate.is ? m_registers.startBound(phase) : RegisterMap::zero;
    if (own.is && gate.is)
        write(Operation::Kind::max, to, ownBound, gateBound);
    else
        copy(to, own.is ? ownBound : gateBound);
    return {own.is || gate.is, own.mayBeLater || gate.mayBeLater};
}

void DecisionRecorder::startsWithoutWork(std::uint32_t item)
{
    m_nodes[item].startsLater = startOf(item, m_registers.workDone(item)).mayBeLater;
    if (m_startMatters[item])
        copy(m_registers.start(item), m_registers.workDone(item));
}

void DecisionRecorder::phaseStartsWithoutWork(NodeIndex phase)
{
    const Known bound = m_nodes[phase].startBound;
    m_nodes[phase].startsLater = bound.mayBeLater;
    copy(m_registers.start(phase), bound.is ? m_registers.startBound(phase) : RegisterMap::zero);
}

void DecisionRecorder::decidesToWait(std::uint32_t item, bool waits)
{
    const NodeIndex phase = m_network.phaseNode(m_network.phaseOf[item]);
    if (!m_nodes[item].startBound.mayBeLater && !m_nodes[phase].startBound.mayBeLater) {
        assert(!waits);
        return;
    }
    startOf(item, m_registers.wait(item));
    m_candidates.assign(1, {0, m_registers.wait(item), 0.0});
    ask({.kind = Decision::Kind::hasBoundCome});
    m_bits = waits ? 0 : 1; // the bound has come, or has not
}

void DecisionRecorder::looksForNextTime(const Engine& engine)
{
    m_waits.clear();
    for (const auto& wake : engine.m_wakes)
        m_waits.push_back(wake.item);
    std::ranges::sort(m_waits);
    m_askedBoth = m_waits.empty() && engine.m_nextChange == m_network.changes.size();
    if (m_waits.size() > kMostWaits || engine.m_active.size() > kMostStarted)
        m_isLost = true;
    if (m_isLost) {
        m_operations.clear();
        return;
    }
    if (const Answer* known = m_table.answer(m_decision, m_bits)) {
        arrive(known->next);
        return;
    }
    makeKey(engine);
    addCandidates(engine);
    for (const std::uint32_t item : m_waits)
        m_candidates.push_back({0, m_registers.wait(item), 0.0});
    Decision decision{.kind = m_askedBoth ? Decision::Kind::whenNextAndDone : Decision::Kind::whenNext};
    decision.nextChange = static_cast<std::uint32_t>(engine.m_nextChange);
    decision.waits = static_cast<std::uint32_t>(m_waits.size());
    ask(decision, m_key);
}

// The answer to "what comes next": the changes and waits that have come. A run whose time stands still is not recorded:
// rounding decides then what is done.
void DecisionRecorder::timeMoves(const Engine& engine)
{
    const Weeks soon = engine.m_now + kEpsilon;
    const std::span changes = std::span(m_network.changes).subspan(engine.m_nextChange);
    const auto come = static_cast<std::uint32_t>(
        std::ranges::find_if(changes, [soon](const AvailabilityChange& change) { return change.at > soon; }) -
        changes.begin());
    m_isLost = m_isLost || engine.m_standsStill || come > kMostChanges;
    if (m_isLost)
        return;
    m_bits |= (std::uint64_t{1} << come) - 1;
    for (const auto& wake : engine.m_wakes)
        if (wake.at <= soon) {
            const auto place = std::ranges::lower_bound(m_waits, wake.item) - m_waits.begin();
            m_bits |= std::uint64_t{1} << (kMostChanges + static_cast<std::uint64_t>(place));
        }
}

void DecisionRecorder::askWhatIsDone(const Engine& engine)
{
    addCandidates(engine);
    ask({.kind = Decision::Kind::whatIsDone});
}

void DecisionRecorder::addCandidates(const Engine& engine)
{
    m_candidates.clear();
    for (const std::uint32_t item : engine.m_active)
        m_candidates.push_back({m_registers.left(item), m_registers.since(item), engine.m_items[item].pace});
}

// Everything but the figures themselves that decides what happens from here on. What is ready, who is idle or here, and
// what each node still waits for follow from it.
void DecisionRecorder::makeKey(const Engine& engine)
{
    m_key.clear();
    const auto put = [this](unsigned value) { m_key.push_back(static_cast<char>(value)); };
    for (unsigned byte = 0; byte < 4; ++byte)
        put(static_cast<unsigned>(engine.m_nextChange >> (8 * byte)) & 0xFFU);
    for (std::uint32_t i = 0; i < m_network.itemCount; ++i) {
        const auto& item = engine.m_items[i];
        const auto crew = engine.m_result.crewOf(m_network, i);
        const bool waits = std::ranges::binary_search(m_waits, i);
        put((item.started ? 1U : 0U) | (item.workDone ? 2U : 0U) | (item.finished ? 4U : 0U) | (waits ? 8U : 0U));
        if (!item.started || item.workDone)
            continue;
        put(static_cast<unsigned>(crew.size()));
        for (const Assignment& member : crew)
            put(member.worker);
    }
    for (const std::uint32_t item : m_network.possible)
        put(m_hasWork[item]);
    for (const auto& phase : engine.m_phases)
        put((phase.started ? 1U : 0U) | (phase.finished ? 2U : 0U));
}

// Files the answer to the last question, with the operations since, as the way to this one.
void DecisionRecorder::ask(Decision decision, std::string_view key)
{
    if (!m_isLost) {
        if (const Answer* known = m_table.answer(m_decision, m_bits)) {
            arrive(known->next);
            return;
        }
        std::uint32_t next = key.empty() ? DecisionTable::none : m_table.find(key);
        if (next == DecisionTable::none)
            next = m_table.add(decision, m_candidates, key);
        if (next != DecisionTable::none && m_table.add(m_decision, m_bits, m_operations, next)) {
            arrive(next);
            return;
        }
        m_isLost = true;
    }
    m_operations.clear();
}

void DecisionRecorder::arrive(std::uint32_t decision)
{
    m_decision = decision;
    m_bits = 0;
    m_operations.clear();
}

} // namespace trestle
