#include "models/draws/effort_sampler.h"

namespace trestle {

EffortSampler::EffortSampler(const EffortModel& model, std::uint64_t seed, DrawMethod method)
    : m_batch(model, seed, method), m_served(EffortBatch::kMostRuns), m_work(model.weights.size()),
      m_delay(model.risks.empty() ? 0 : model.phases.size())
{
}

void EffortSampler::seek(std::uint64_t run)
{
    m_batch.seek(run);
    m_served = EffortBatch::kMostRuns;
}

void EffortSampler::next()
{
    if (m_served == EffortBatch::kMostRuns) {
        m_batch.next(EffortBatch::kMostRuns);
        m_served = 0;
    }
    m_batch.workOfRun(m_served, m_work);
    m_batch.delayOfRun(m_served++, m_delay);
}

} // namespace trestle
