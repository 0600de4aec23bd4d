#include "models/replay/schedule_replay.h"

#include "models/schedule_time.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>
#include <type_traits>

namespace trestle {

namespace {

constexpr std::uint32_t kMostItems = 2'000; // more never come to the same state twice
constexpr std::uint8_t kEither = 2;         // an item that only some runs have work on
constexpr std::uint64_t kWindow = 1'024;    // runs after which it is judged whether looking things up pays

// The registers of one run, or of all.
template <class Value>
class Registers {
public:
    Registers(std::vector<Row>& rows, std::size_t lane) : m_rows(rows.data()), m_lane(lane) {}
    Value& operator[](Register r) const
    {
        if constexpr (std::is_same_v<Value, Row>)
            return m_rows[r];
        else
            return reinterpret_cast<double*>(m_rows + r)[m_lane];
    }

private:
    Row* m_rows;
    std::size_t m_lane;
};

template <class Value>
Value of(double value)
{
    if constexpr (std::is_same_v<Value, Row>)
        return rowOf(value);
    else
        return value;
}

template <class Value>
using Bits = std::conditional_t<std::is_same_v<Value, Row>, RowBits, std::uint64_t>;

// Where the work of a run is told to: all lanes at once, or the one that is replayed.
struct LogOf {
    WorkLog* log = nullptr; // none: nobody wants to know
    const RegisterMap& map;
    std::size_t lane = 0;
    void works(Register worked, const Row& from, const Row& to) const
    {
        if (log != nullptr)
            log->add(map.workerOf(worked), from, to);
    }
    void works(Register worked, double from, double to) const
    {
        if (log != nullptr)
            log->add(map.workerOf(worked), lane, from, to);
    }
};

template <class Value>
void apply(std::span<const Operation> operations, Registers<Value> r, const LogOf& log)
{
    const Value now = r[RegisterMap::now];
    for (const Operation& op : operations) {
        switch (op.kind) {
        case Operation::Kind::copy: r[op.to] = r[op.a]; break;
        case Operation::Kind::add: r[op.to] = r[op.a] + op.value; break;
        case Operation::Kind::sum: r[op.to] = r[op.a] + r[op.b]; break;
        case Operation::Kind::max: r[op.to] = larger(r[op.a], r[op.b]); break;
        case Operation::Kind::maxAdd: r[op.to] = larger(r[op.to], r[op.a] + op.value); break;
        case Operation::Kind::accrue:
            r[op.to] = r[op.to] + (now - r[op.a]);
            log.works(op.to, r[op.a], now);
            break;
        case Operation::Kind::progress:
            r[op.to] = leftAt<Value>(now, r[op.to], r[op.a], op.value);
            r[op.a] = now;
            break;
        }
    }
}

// For one run, and in any of eight.
using trestle::standsStill;
bool standsStill(const Row& next, const Row& now)
{
    return isAny(bitWhereAtMost(next, now, 1));
}

// As Engine::nextTime. False where time stands still: rounding decides then what is done, and the engine takes over.
template <class Value>
bool moveTime(const Network& network, const Decision& decision, std::span<const Candidate> candidates,
              Registers<Value> r)
{
    Value next = of<Value>(std::numeric_limits<double>::infinity());
    const std::size_t items = candidates.size() - decision.waits;
    if (decision.nextChange < network.changes.size())
        next = of<Value>(network.changes[decision.nextChange].at);
    for (const Candidate& wait : candidates.subspan(items))
        next = smaller(next, r[wait.since]);
    for (const Candidate& item : candidates.first(items))
        if (item.pace > 0.0)
            next = smaller(next, doneAt<Value>(r[item.left], r[item.since], item.pace));
    r[RegisterMap::next] = next;
    return !standsStill(next, r[RegisterMap::now]);
}

// As Engine::changeAvailability and wakeItems: what has come by now.
template <class Value>
Bits<Value> whatHasCome(const Network& network, const Decision& decision, std::span<const Candidate> candidates,
                        Registers<Value> r)
{
    const Value soon = r[RegisterMap::next] + kEpsilon;
    Bits<Value> bits{};
    for (std::size_t k = 0; k < 16 && decision.nextChange + k < network.changes.size(); ++k) {
        const auto come =
            bitWhereAtMost(of<Value>(network.changes[decision.nextChange + k].at), soon, std::uint64_t{1} << k);
        if (!isAny(come))
            break;
        bits |= come;
    }
    const std::size_t items = candidates.size() - decision.waits;
    for (std::size_t k = 0; k < decision.waits; ++k)
        bits |= bitWhereAtMost(r[candidates[items + k].since], soon, std::uint64_t{1} << (16 + k));
    return bits;
}

// As Engine::finishWork where time has moved.
template <class Value>
Bits<Value> whatIsDone(std::span<const Candidate> candidates, Registers<Value> r)
{
    const Value now = r[RegisterMap::next];
    const Value none = of<Value>(kEpsilon);
    Bits<Value> bits{};
    for (std::size_t k = 0; k < candidates.size(); ++k) {
        const Candidate& item = candidates[k];
        bits |= bitWhereAtMost(leftAt<Value>(now, r[item.left], r[item.since], item.pace), none, std::uint64_t{1} << k);
    }
    return bits;
}

// Nothing where time stands still.
template <class Value>
std::optional<Bits<Value>> answerTo(const Network& network, const Decision& decision,
                                    std::span<const Candidate> candidates, Registers<Value> r)
{
    switch (decision.kind) {
    case Decision::Kind::whenNext:
        if (!moveTime(network, decision, candidates, r))
            return std::nullopt;
        return whatHasCome(network, decision, candidates, r);
    case Decision::Kind::whenNextAndDone:
        if (!moveTime(network, decision, candidates, r))
            return std::nullopt;
        return whatIsDone(candidates, r);
    case Decision::Kind::whatIsDone: return whatIsDone(candidates, r);
    case Decision::Kind::hasBoundCome:
        return bitWhereAtMost(r[candidates.front().since], r[RegisterMap::now] + kEpsilon, std::uint64_t{1});
    case Decision::Kind::end: break;
    }
    return Bits<Value>{};
}

template <class Value>
void follow(const DecisionTable& table, const Answer& answer, Registers<Value> r, const LogOf& log)
{
    r[RegisterMap::now] = r[RegisterMap::next];
    apply(table.operations(answer), r, log);
}

} // namespace

ScheduleReplay::ScheduleReplay(const Network& network)
    : m_network(&network), m_ordinary(network), m_map(network), m_work(network.itemCount), m_delay(network.phaseCount),
      m_worked(network.workers.size()), m_phaseStart(network.phaseCount), m_phaseFinish(network.phaseCount),
      m_isWorthwhile(!network.mayRunOut && network.itemCount <= kMostItems && RegisterMap::fits(network) &&
                     network.possible.size() <= DecisionRecorder::kMostPossible)
{
    if (!m_isWorthwhile)
        return;
    m_table = std::make_unique<DecisionTable>();
    m_learning = std::make_unique<DecisionRecorder::Engine>(network, DecisionRecorder(network, *m_table));
    m_registers.resize(m_map.count());
    m_usualHasWork.reserve(network.itemCount);
}

ScheduleReplay::~ScheduleReplay() = default;
ScheduleReplay::ScheduleReplay(ScheduleReplay&&) noexcept = default;
ScheduleReplay& ScheduleReplay::operator=(ScheduleReplay&&) noexcept = default;

void ScheduleReplay::run(std::span<const double> work, std::span<const double> delay, std::size_t stride,
                         std::size_t count)
{
    assert(count >= 1 && count <= kLanes);
    m_delays = m_network->mayBeDelayed.empty() ? std::span<const double>() : delay;
    std::size_t first = 0;
    if (m_isWorthwhile && m_table->root() == DecisionTable::none) {
        for (std::uint32_t i = 0; i < m_network->itemCount; ++i)
            m_usualHasWork.push_back(work[i * stride] > kEpsilon ? 1 : 0);
        for (const std::uint32_t item : m_network->possible)
            m_usualHasWork[item] = kEither;
        m_isUnusual.fill(false);
        schedule(work, stride, first++);
    }
    if (m_log)
        m_log->clear();
    if (!m_isWorthwhile) {
        for (std::size_t lane = first; lane < count; ++lane)
            schedule(work, stride, lane);
        return;
    }
    prepare(work, stride, count);
    const std::uint32_t reached = replayAll();
    for (std::size_t lane = first; lane < count; ++lane) {
        if (!m_isUnusual[lane] && replayOne(reached, lane)) {
            keep(lane);
            ++m_replayed;
        } else {
            schedule(work, stride, lane);
        }
    }
    if (m_log && first > 0) {
        takeWork(work, stride, 0);
        log(m_ordinary.run(m_work, m_delay), 0);
    }
    judge(count);
}

// Lanes without a run of their own do as the first. Also finds the runs that have work where the usual one has none, or
// none where it has some: the table holds nothing for them.
void ScheduleReplay::prepare(std::span<const double> work, std::size_t stride, std::size_t count)
{
    for (const Register r : {RegisterMap::now, RegisterMap::end, RegisterMap::zero, RegisterMap::next})
        m_registers[r] = rowOf(0.0);
    for (std::uint32_t w = 0; w < m_network->workers.size(); ++w)
        m_registers[m_map.worked(w)] = rowOf(0.0);
    RowBits unusual{};
    for (std::uint32_t i = 0; i < m_network->itemCount; ++i) {
        Row& left = m_registers[m_map.left(i)];
        auto* lanes = reinterpret_cast<double*>(&left);
        std::copy_n(work.data() + i * stride, count, lanes);
        std::fill(lanes + count, lanes + kLanes, lanes[0]);
        const RowBits hasNone = bitWhereAtMost(left, rowOf(kEpsilon), 1);
        if (m_usualHasWork[i] != kEither)
            unusual |= m_usualHasWork[i] ? hasNone : hasNone ^ std::uint64_t{1};
    }
    for (std::uint32_t p = 0; !m_delays.empty() && p < m_network->phaseCount; ++p) {
        auto* lanes = reinterpret_cast<double*>(&m_registers[m_map.delay(p)]);
        std::copy_n(m_delays.data() + p * stride, count, lanes);
        std::fill(lanes + count, lanes + kLanes, lanes[0]);
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        m_isUnusual[lane] = laneOf(unusual, lane) != 0;
}

// All lanes as far as they agree. The decision where they part, or the end.
std::uint32_t ScheduleReplay::replayAll()
{
    const Registers<Row> registers(m_registers, 0);
    const LogOf log{m_log ? &*m_log : nullptr, m_map};
    std::uint32_t at = m_table->root();
    while (true) {
        const Decision& decision = m_table->decision(at);
        if (decision.kind == Decision::Kind::end)
            return at;
        const auto bits = answerTo(*m_network, decision, m_table->candidates(decision), registers);
        if (!bits || !allAlike(*bits))
            return at;
        const Answer* answer = m_table->answer(at, static_cast<std::uint64_t>(bits->pairs[0][0]));
        if (answer == nullptr)
            return at;
        follow(*m_table, *answer, registers, log);
        at = answer->next;
    }
}

// One lane from a decision on. False where its answer is not known.
bool ScheduleReplay::replayOne(std::uint32_t at, std::size_t lane)
{
    const Registers<double> registers(m_registers, lane);
    const LogOf log{m_log ? &*m_log : nullptr, m_map, lane};
    while (true) {
        const Decision& decision = m_table->decision(at);
        if (decision.kind == Decision::Kind::end)
            return true;
        const auto bits = answerTo(*m_network, decision, m_table->candidates(decision), registers);
        const Answer* answer = bits ? m_table->answer(at, *bits) : nullptr;
        if (answer == nullptr)
            return false;
        follow(*m_table, *answer, registers, log);
        at = answer->next;
    }
}

void ScheduleReplay::keep(std::size_t lane)
{
    const Registers<double> registers(m_registers, lane);
    const DecisionRecorder& recorder = m_learning->trace();
    m_end[lane] = registers[RegisterMap::end];
    for (std::uint32_t w = 0; w < m_worked.size(); ++w)
        m_worked[w][lane] = registers[m_map.worked(w)];
    for (std::uint32_t p = 0; p < m_phaseFinish.size(); ++p) {
        m_phaseStart[p][lane] = registers[m_map.start(m_network->phaseNode(p))];
        m_phaseFinish[p][lane] = registers[recorder.finish(m_network->phaseNode(p))];
    }
}

void ScheduleReplay::takeWork(std::span<const double> work, std::size_t stride, std::size_t lane)
{
    for (std::uint32_t i = 0; i < m_network->itemCount; ++i)
        m_work[i] = work[i * stride + lane];
    for (std::uint32_t p = 0; !m_delays.empty() && p < m_network->phaseCount; ++p)
        m_delay[p] = m_delays[p * stride + lane];
}

void ScheduleReplay::schedule(std::span<const double> work, std::size_t stride, std::size_t lane)
{
    takeWork(work, stride, lane);
    const bool learns = m_isWorthwhile && !m_table->isFull() && !m_isUnusual[lane];
    const Schedule& schedule = learns ? m_learning->run(m_work, m_delay) : m_ordinary.run(m_work, m_delay);
    m_end[lane] = schedule.end;
    for (std::uint32_t w = 0; w < m_worked.size(); ++w)
        m_worked[w][lane] = schedule.worked[w];
    for (std::uint32_t p = 0; p < m_phaseFinish.size(); ++p) {
        m_phaseStart[p][lane] = schedule.start[m_network->phaseNode(p)];
        m_phaseFinish[p][lane] = schedule.finish[m_network->phaseNode(p)];
    }
    if (m_log)
        log(schedule, lane);
    ++m_scheduled;
    ++m_missedLately;
}

// What the lane had told on the way that it shared with others is told again.
void ScheduleReplay::log(const Schedule& schedule, std::size_t lane)
{
    m_log->clearLane(lane);
    eachTimeAtWork(*m_network, schedule,
                   [&](std::uint32_t worker, Weeks from, Weeks to) { m_log->add(worker, lane, from, to); });
}

// Where most runs go their own way, looking for it first only costs time.
void ScheduleReplay::judge(std::size_t count)
{
    m_runsLately += count;
    if (m_runsLately < kWindow)
        return;
    m_isWorthwhile = 2 * m_missedLately <= m_runsLately;
    m_runsLately = 0;
    m_missedLately = 0;
}

} // namespace trestle
