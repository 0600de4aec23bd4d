#include "models/replay/decision_table.h"

#include <algorithm>
#include <functional>

namespace trestle {

namespace {

// About a megabyte in all. Plans of 40 items need a tenth of it.
constexpr std::size_t kDecisions = 8'192;
constexpr std::size_t kOperations = 32'768;
constexpr std::size_t kCandidates = 16'384;
constexpr std::size_t kKeyBytes = 262'144;
constexpr std::size_t kSlots = 8'192; // twice as many as keys at most: a power of two

} // namespace

DecisionTable::DecisionTable() : m_slots(kSlots)
{
    m_decisions.reserve(kDecisions);
    m_answers.reserve(kDecisions);
    m_operations.reserve(kOperations);
    m_candidates.reserve(kCandidates);
    m_keys.reserve(kKeyBytes);
    m_decisions.emplace_back();
    m_answers.emplace_back();
}

std::size_t DecisionTable::slotOf(std::string_view key) const
{
    std::size_t slot = std::hash<std::string_view>{}(key) % kSlots;
    while (m_slots[slot].decision != none &&
           std::string_view(m_keys.data() + m_slots[slot].first, m_slots[slot].size) != key)
        slot = (slot + 1) % kSlots;
    return slot;
}

std::uint32_t DecisionTable::find(std::string_view key) const
{
    return m_slots[slotOf(key)].decision;
}

std::uint32_t DecisionTable::add(Decision decision, std::span<const Candidate> candidates, std::string_view key)
{
    if (m_decisions.size() == kDecisions || m_candidates.size() + candidates.size() > kCandidates ||
        m_keys.size() + key.size() > kKeyBytes || (!key.empty() && m_keysUsed == kSlots / 2)) {
        m_isFull = true;
        return none;
    }
    const auto index = static_cast<std::uint32_t>(m_decisions.size());
    decision.firstCandidate = static_cast<std::uint32_t>(m_candidates.size());
    decision.candidates = static_cast<std::uint32_t>(candidates.size());
    m_candidates.insert(m_candidates.end(), candidates.begin(), candidates.end());
    m_decisions.push_back(decision);
    if (!key.empty()) {
        m_slots[slotOf(key)] = {static_cast<std::uint32_t>(m_keys.size()), static_cast<std::uint32_t>(key.size()),
                                index};
        m_keys.insert(m_keys.end(), key.begin(), key.end());
        ++m_keysUsed;
    }
    if (m_root == none)
        m_root = index;
    return index;
}

bool DecisionTable::add(std::uint32_t decision, std::uint64_t bits, std::span<const Operation> operations,
                        std::uint32_t next)
{
    if (m_answers.size() == kDecisions || m_operations.size() + operations.size() > kOperations) {
        m_isFull = true;
        return false;
    }
    const auto index = static_cast<std::uint32_t>(m_answers.size());
    m_answers.push_back({bits, static_cast<std::uint32_t>(m_operations.size()),
                         static_cast<std::uint32_t>(operations.size()), next, m_decisions[decision].firstAnswer});
    m_operations.insert(m_operations.end(), operations.begin(), operations.end());
    m_decisions[decision].firstAnswer = index;
    return true;
}

} // namespace trestle
