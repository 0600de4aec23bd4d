#pragma once

#include "models/draws/effort_batch.h"

#include <cstddef>
#include <span>
#include <vector>

namespace trestle {

/// One thread's draws, run after run; where events take effort, those of a batch in another order. (EffortBatch draws
/// the same for many runs at a time.)
class EffortSampler {
public:
    EffortSampler(const EffortModel& model, std::uint64_t seed, DrawMethod method = DrawMethod::sobol);

    /// A run that begins a batch of EffortBatch::kMostRuns.
    void seek(std::uint64_t run);
    /// Draws the next run.
    void next();

    [[nodiscard]] std::span<const PersonWeeks> work() const { return m_work; }
    [[nodiscard]] double phaseDraw(std::size_t phase) const { return m_batch.phaseDraw(phase)[m_served - 1]; }
    /// Weeks after each phase; empty where no event is.
    [[nodiscard]] std::span<const Weeks> delay() const { return m_delay; }
    [[nodiscard]] double money(std::size_t phase) const
    {
        return m_batch.hasRisks() ? m_batch.money(phase)[m_served - 1] : 0.0;
    }
    [[nodiscard]] double monthly(std::size_t cost) const { return m_batch.monthly(cost)[m_served - 1]; }

private:
    EffortBatch m_batch;
    std::size_t m_served; // runs of the batch so far; all of them where the next run needs another
    std::vector<PersonWeeks> m_work;
    std::vector<Weeks> m_delay;
};

} // namespace trestle
