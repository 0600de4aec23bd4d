#pragma once

#include "models/network.h"
#include "models/replay/decision_table.h"
#include "models/schedule_engine.h"

#include <string>
#include <vector>

namespace trestle {

/// The registers of a network's runs.
class RegisterMap {
public:
    explicit RegisterMap(const Network& network);

    static constexpr Register now = 0;
    static constexpr Register end = 1;
    static constexpr Register zero = 2;
    static constexpr Register next = 3; ///< the time that a question moves to; now, once it has its answer
    [[nodiscard]] Register left(std::uint32_t item) const { return at(m_items, item, 4); }
    [[nodiscard]] Register since(std::uint32_t item) const { return at(m_items + 1, item, 4); }
    [[nodiscard]] Register workDone(std::uint32_t item) const { return at(m_items + 2, item, 4); }
    [[nodiscard]] Register wait(std::uint32_t item) const { return at(m_items + 3, item, 4); }
    [[nodiscard]] Register start(NodeIndex node) const { return at(m_nodes, node, 4); }
    [[nodiscard]] Register ownFinish(NodeIndex node) const { return at(m_nodes + 1, node, 4); }
    [[nodiscard]] Register startBound(NodeIndex node) const { return at(m_nodes + 2, node, 4); }
    [[nodiscard]] Register finishBound(NodeIndex node) const { return at(m_nodes + 3, node, 4); }
    [[nodiscard]] Register presentSince(std::uint32_t worker) const { return at(m_workers, worker, 2); }
    [[nodiscard]] Register worked(std::uint32_t worker) const { return at(m_workers + 1, worker, 2); }
    /// Whose time at work lies in such a register.
    [[nodiscard]] std::size_t workerOf(Register worked) const { return (worked - m_workers) / 2; }
    [[nodiscard]] Register delay(std::uint32_t phase) const { return at(m_phases, phase, 2); }
    [[nodiscard]] Register delayedFinish(std::uint32_t phase) const { return at(m_phases + 1, phase, 2); }
    [[nodiscard]] std::size_t count() const { return m_count; }

    /// More nodes than registers can number cannot be replayed.
    static bool fits(const Network& network);

private:
    static Register at(std::size_t first, std::size_t index, std::size_t stride)
    {
        return static_cast<Register>(first + index * stride);
    }
    std::size_t m_items;
    std::size_t m_nodes;
    std::size_t m_workers;
    std::size_t m_phases;
    std::size_t m_count;
};

/// The trace that records one run of the engine as a way through a decision table: along the entries that are there,
/// and from the first figure that leads elsewhere along new ones. What it records:
///
///  0. The answer to the first question, which of the items that only some runs have work on have none in this one.
///  1. Each figure that the engine computes, as an operation on registers (write()). Operations gather until the next
///     decision; the same ones in the same order give a later run the same figures to the last bit.
///  2. Each decision that depends on figures, as a question to them: has a bound come (decidesToWait())? Which wait or
///     change of availability comes next (looksForNextTime(), timeMoves())? Whose work is done (decidesWhatIsDone())?
///     The answer is a word of bits (m_bits).
///  3. At the next question, ask() files the answer to the last one, with the operations since, as the way from that
///     question to this. Where the table has it, the operations are dropped.
///  4. A question of when time moves on has a key: all of the engine's state that is not a figure (makeKey()). Runs
///     that come to the same state on different ways share everything from there.
///  5. A run is lost (m_isLost) when the table is full, when its answers do not fit into 64 bits, or when its time
///     stands still. It is scheduled to its end, and nothing more of it is recorded.
///
/// Example: A and B have no links, two people take one each at 0. The question "when next, and what is done?" has A and
/// B as candidates. In this run A is done first: answer 01, operations "now = next, worked(Ana) += now − since …", then
/// the question that has B alone. A run in which B is done first records answer 10 beside it.
class DecisionRecorder {
public:
    using Engine = ScheduleEngine<DecisionRecorder>;

    static constexpr std::size_t kMostPossible = 64; ///< items that only some runs have work on: bits of an answer

    DecisionRecorder(const Network& network, DecisionTable& table);

    /// Where the finish of a node lies.
    [[nodiscard]] Register finish(NodeIndex node) const;
    /// Where the finish lies from which the links that leave it count: with its delay.
    [[nodiscard]] Register finishWithDelay(NodeIndex node) const;

    // As NoTrace, which says what they are for.
    void begins(std::span<const std::uint8_t> hasWork);
    void ends();
    void hadStarted(NodeIndex node);
    void hadNoWorkLeft(std::uint32_t item) { copy(m_registers.workDone(item), RegisterMap::zero); }
    void hadFinished(NodeIndex node);
    void starts(NodeIndex node);
    void isPresent(std::uint32_t worker) { copy(m_registers.presentSince(worker), RegisterMap::now); }
    void works(std::uint32_t worker);
    void progresses(std::uint32_t item, double pace);
    void workDone(std::uint32_t item) { copy(m_registers.workDone(item), RegisterMap::now); }
    void finishes(NodeIndex node);
    void bindsPhase(NodeIndex phase, std::uint32_t item);
    void raisesBound(const NetworkLink& link);
    void startsWithoutWork(std::uint32_t item);
    void phaseStartsWithoutWork(NodeIndex phase);
    void decidesToWait(std::uint32_t item, bool waits);
    void looksForNextTime(const Engine& engine);
    void timeMoves(const Engine& engine);
    template <class IsDone>
    void decidesWhatIsDone(const Engine& engine, IsDone isDone)
    {
        if (engine.m_active.empty())
            return;
        if (!m_askedBoth)
            askWhatIsDone(engine);
        m_askedBoth = false;
        if (m_isLost)
            return;
        for (std::size_t k = 0; k < engine.m_active.size(); ++k)
            if (isDone(engine.m_active[k]))
                m_bits |= std::uint64_t{1} << k;
    }

private:
    // A bound: whether it has a value yet, and whether that may lie after now.
    struct Known {
        bool is = false;
        bool mayBeLater = false;
    };
    struct Node {
        Known startBound;
        Known finishBound;
        bool startsLater = false;
        bool finishesLater = false;
    };

    void write(Operation::Kind kind, Register to, Register a, Register b = 0, double value = 0)
    {
        m_operations.push_back({kind, to, a, b, value});
    }
    void copy(Register to, Register from) { write(Operation::Kind::copy, to, from); }
    void raise(Known& bound, Register to, Register from, double lag, bool mayBeLater);
    void raiseFromPast(const NetworkLink& link, Weeks before);
    Known startOf(std::uint32_t item, Register to);
    void ask(Decision decision, std::string_view key = {});
    void arrive(std::uint32_t decision);
    void addCandidates(const Engine& engine);
    void askWhatIsDone(const Engine& engine);
    void makeKey(const Engine& engine);

    const Network& m_network;
    DecisionTable& m_table;
    RegisterMap m_registers;
    std::vector<std::uint8_t> m_startMatters;   // per node: something is computed from its start
    std::vector<std::uint8_t> m_hasFinishBound; // per node, of links
    std::vector<std::uint8_t> m_mayLackWork;    // per phase: some of its items have work in some runs only
    std::span<const std::uint8_t> m_hasWork;    // per node
    std::vector<Node> m_nodes;

    std::uint32_t m_decision = DecisionTable::none; // the last question, none before the first
    std::uint64_t m_bits = 0;                       // its answer
    std::vector<Operation> m_operations;            // what followed so far
    std::vector<Candidate> m_candidates;
    std::vector<std::uint32_t> m_waits; // items that wait, when time moves on
    std::string m_key;
    bool m_askedBoth = false;
    bool m_isLost = false; // nothing more is recorded of this run
};

} // namespace trestle
