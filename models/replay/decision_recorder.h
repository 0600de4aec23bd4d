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
    std::size_t m_count;
};

/// Writes down what one schedule computes and decides, as a way through a decision table: along what is known already,
/// and where the run leaves that, as something new.
class DecisionRecorder {
public:
    static constexpr bool records = true;
    using Engine = ScheduleEngine<DecisionRecorder>;

    DecisionRecorder(const Network& network, DecisionTable& table);

    /// Where the finish of a node lies.
    [[nodiscard]] Register finish(NodeIndex node) const;

    // What the engine tells.
    void begin(std::span<const std::uint8_t> hasWork);
    void end();
    void starts(NodeIndex node);
    void isPresent(std::uint32_t worker) { copy(m_registers.presentSince(worker), RegisterMap::now); }
    void works(std::uint32_t worker);
    void progresses(std::uint32_t item, double pace);
    void workDone(std::uint32_t item) { copy(m_registers.workDone(item), RegisterMap::now); }
    void finishes(NodeIndex node);
    void bindsPhase(NodeIndex phase, std::uint32_t item);
    void tells(const NetworkLink& link);
    void startsWithoutWork(std::uint32_t item);
    void phaseStartsWithoutWork(NodeIndex phase);
    void asksWhetherToWait(std::uint32_t item, bool waits);
    void asksWhenNext(const Engine& engine);
    void timeMoves(const Engine& engine);
    template <class IsDone>
    void asksWhatIsDone(const Engine& engine, IsDone isDone)
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
    // A bound, or the time of an event: whether it has a value yet, and whether that may lie after now.
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
    std::span<const std::uint8_t> m_hasWork;    // per node
    std::vector<Node> m_nodes;

    std::uint32_t m_decision = DecisionTable::none; // the last question, none before the first
    std::uint64_t m_bits = 0;                       // its answer
    std::vector<Operation> m_operations;            // what followed so far
    std::vector<Candidate> m_candidates;
    std::vector<std::uint32_t> m_waits; // items that wait, when time moves on
    std::string m_key;
    bool m_askedBoth = false;
    bool m_isLost = false; // the table is full, or this run cannot be told
};

} // namespace trestle
