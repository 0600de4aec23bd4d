#include "models/risk/effort_sampler.h"

#include <cmath>

namespace trestle {

EffortModel::EffortModel(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                         std::span<const ThreePoint> monthlyCosts)
    : common(std::sqrt(inputs.correlation)), own(std::sqrt(1.0 - inputs.correlation))
{
    PertDraws draws;
    for (const Phase& phase : catalogue.phases)
        phases.push_back(draws.draw(phaseEffort(phase, inputs)));
    for (const ScopeItem& entry : scope.items) {
        addOns.push_back(entry.item->isAddOn() ? draws.draw(entry.item->effort->value) : PertDraw{});
        isAddOn.push_back(entry.item->isAddOn());
        weights.push_back(entry.weight);
    }
    for (const ThreePoint& cost : monthlyCosts)
        monthly.push_back(draws.draw(cost));
    firstItem.assign(scope.firstItem.begin(), scope.firstItem.end());
}

EffortSampler::EffortSampler(const EffortModel& model, std::uint64_t seed, DrawMethod method)
    : m_model(&model), m_sampler(seed, model.dimensions(), method), m_normals(model.dimensions()),
      m_work(model.weights.size())
{
}

void EffortSampler::next()
{
    m_sampler.next(m_normals);
    const double together = m_model->common * m_normals[0];
    for (std::size_t p = 0; p < m_model->phases.size(); ++p) {
        double& z = m_normals[1 + p];
        z = together + m_model->own * z;
        const double effort = m_model->phases[p](z);
        for (std::uint32_t i = m_model->firstItem[p]; i < m_model->firstItem[p + 1]; ++i)
            m_work[i] = m_model->weights[i] * (m_model->isAddOn[i] ? m_model->addOns[i](z) : effort);
    }
}

} // namespace trestle
