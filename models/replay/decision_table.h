#pragma once

#include "models/units.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace trestle {

/// Where a figure of a run lives while it is replayed.
using Register = std::uint16_t;

/// One step of arithmetic: what the schedule does between two decisions, and nothing else.
struct Operation {
    enum class Kind : std::uint8_t {
        copy,     ///< to = a
        add,      ///< to = a + value
        sum,      ///< to = a + b
        max,      ///< to = max(a, b)
        maxAdd,   ///< to = max(to, a + value)
        accrue,   ///< to += now − a
        progress, ///< to −= value · (now − a); a = now
    };
    Kind kind = Kind::copy;
    Register to = 0;
    Register a = 0;
    Register b = 0;
    double value = 0;
};

/// An item that may be the next one done.
struct Candidate {
    Register left = 0;
    Register since = 0;
    double pace = 0;
};

/// A question that the figures of a run answer.
struct Decision {
    enum class Kind : std::uint8_t {
        whenNext,        ///< time moves on: which changes of availability, which waits end? Bits 0–15, and 16–63
        whatIsDone,      ///< a bit for each candidate
        whenNextAndDone, ///< both at once, where neither change nor wait can come next
        hasBoundCome,    ///< is the bound in `since` of the one candidate now, or past?
        end,
    };
    Kind kind = Kind::end;
    std::uint32_t nextChange = 0; ///< into Network::changes
    std::uint32_t firstCandidate = 0;
    std::uint32_t candidates = 0; ///< started items, then waits (their `since` alone)
    std::uint32_t waits = 0;      ///< how many of the candidates are waits
    std::uint32_t firstAnswer = 0;
};

/// An answer that some run has given, what follows from it, and the question after that.
struct Answer {
    std::uint64_t bits = 0;
    std::uint32_t firstOperation = 0;
    std::uint32_t operations = 0;
    std::uint32_t next = 0;       ///< decision
    std::uint32_t nextAnswer = 0; ///< another answer to the same question; 0 if there is none
};

/// What has been learnt of the schedules of one network: which questions come up, and what follows from each answer.
/// All runs that get to the same state of the plan share what comes after it, on whatever way they came, so a few
/// hundred decisions hold thousands of different schedules. It takes its memory when made, and stops learning when
/// that is full.
class DecisionTable {
public:
    static constexpr std::uint32_t none = 0;

    DecisionTable();

    [[nodiscard]] std::uint32_t root() const { return m_root; } ///< none while nothing is known
    [[nodiscard]] const Decision& decision(std::uint32_t index) const { return m_decisions[index]; }
    [[nodiscard]] const Answer* answer(std::uint32_t decision, std::uint64_t bits) const
    {
        for (std::uint32_t a = m_decisions[decision].firstAnswer; a != none; a = m_answers[a].nextAnswer)
            if (m_answers[a].bits == bits)
                return &m_answers[a];
        return nullptr;
    }
    [[nodiscard]] std::span<const Operation> operations(const Answer& answer) const
    {
        return std::span(m_operations).subspan(answer.firstOperation, answer.operations);
    }
    [[nodiscard]] std::span<const Candidate> candidates(const Decision& decision) const
    {
        return std::span(m_candidates).subspan(decision.firstCandidate, decision.candidates);
    }

    /// A decision by what identifies it; none if it is not known yet.
    [[nodiscard]] std::uint32_t find(std::string_view key) const;
    /// Adds a decision; none when full. With a key, find() will find it.
    std::uint32_t add(Decision decision, std::span<const Candidate> candidates, std::string_view key = {});
    /// Adds an answer and what follows; false when full.
    bool add(std::uint32_t decision, std::uint64_t bits, std::span<const Operation> operations, std::uint32_t next);
    [[nodiscard]] bool isFull() const { return m_isFull; }

private:
    struct Key {
        std::uint32_t first = 0; // into m_keys
        std::uint32_t size = 0;
        std::uint32_t decision = none;
    };
    [[nodiscard]] std::size_t slotOf(std::string_view key) const;

    std::vector<Decision> m_decisions; // index 0 is none
    std::vector<Answer> m_answers;     // index 0 is none
    std::vector<Operation> m_operations;
    std::vector<Candidate> m_candidates;
    std::vector<char> m_keys;
    std::vector<Key> m_slots; // open addressing
    std::size_t m_keysUsed = 0;
    std::uint32_t m_root = none;
    bool m_isFull = false;
};

} // namespace trestle
