#pragma once

#include "models/plan/plan.h"
#include "models/risk/simulation_inputs.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <memory>
#include <utility>

namespace trestle {

/// What the answer to a question about a plan depends on: plans with the same key have the same answer. Edits that no
/// run of the simulation looks at (names, notes, target, confidence) leave it as it is.
struct QuestionKey {
    std::shared_ptr<const Catalogue> catalogue;
    Inputs inputs; ///< as simulationInputs leaves them

    QuestionKey() = default;
    QuestionKey(std::shared_ptr<const Catalogue> of, const Inputs& all)
        : catalogue(std::move(of)), inputs(simulationInputs(all))
    {
    }
    explicit QuestionKey(const Plan& plan) : QuestionKey(plan.catalogue, plan.inputs) {}
    /// Of an answer that is read at the plan's own confidence.
    static QuestionKey withConfidence(const Plan& plan)
    {
        QuestionKey key(plan);
        key.inputs.confidence = plan.inputs.confidence;
        return key;
    }
    friend bool operator==(const QuestionKey&, const QuestionKey&) = default;
};

/// The answers about the last few plans, so that undo needs no second run.
template <class Answer>
class RecentAnswers {
public:
    explicit RecentAnswers(std::size_t most) : m_most(most) {}

    [[nodiscard]] const Answer* find(const QuestionKey& about) const
    {
        const auto found = std::ranges::find(m_known, about, &Known::first);
        return found == m_known.end() ? nullptr : &found->second;
    }
    void keep(QuestionKey about, Answer answer)
    {
        std::erase_if(m_known, [&](const Known& known) { return known.first == about; });
        m_known.emplace_front(std::move(about), std::move(answer));
        if (m_known.size() > m_most)
            m_known.pop_back();
    }

private:
    using Known = std::pair<QuestionKey, Answer>;
    std::size_t m_most;
    std::deque<Known> m_known; // the latest at the front
};

} // namespace trestle
