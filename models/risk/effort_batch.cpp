#include "models/risk/effort_batch.h"

#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace trestle {

EffortModel::EffortModel(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                         std::span<const ThreePoint> monthlyCosts)
    : common(std::sqrt(inputs.correlation)), own(std::sqrt(1.0 - inputs.correlation)), outside(inputs.outsideView)
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

    dimensions.resize(1 + phases.size() + monthly.size());
    std::iota(dimensions.begin(), dimensions.end(), 0U);
    // Behind all running costs of the catalogue, so that it stays where a scenario leaves a phase out.
    std::size_t services = 0;
    for (const Phase& phase : catalogue.phases)
        services += phase.runningCosts.size();
    if (varies())
        dimensions.push_back(static_cast<std::uint32_t>(1 + phases.size() + services));
}

EffortBatch::EffortBatch(const EffortModel& model, std::uint64_t seed, DrawMethod method)
    : m_model(&model), m_sampler(seed, model.dimensions, method), m_normals(model.dimensions.size() * kMostRuns),
      m_factor(kMostRuns, std::exp(model.outside.m)), m_work(model.weights.size() * kMostRuns),
      m_monthly(model.monthly.size() * kMostRuns)
{
}

void EffortBatch::next(std::size_t count)
{
    assert(count <= kMostRuns);
    m_sampler.next(count, kMostRuns, m_normals);
    useNormals(count);
}

void EffortBatch::draw(std::span<const std::uint32_t> runs)
{
    assert(runs.size() <= kMostRuns);
    for (std::size_t j = 0; j < runs.size(); ++j) {
        m_sampler.seek(runs[j]);
        m_sampler.next(1, kMostRuns, std::span(m_normals).subspan(j));
    }
    useNormals(runs.size());
}

// Efforts and costs from the normal draws.
void EffortBatch::useNormals(std::size_t count)
{
    m_count = count;
    if (m_model->varies()) {
        const double* zeta = m_normals.data() + m_model->outsideDraw() * kMostRuns;
        for (std::size_t j = 0; j < count; ++j)
            m_factor[j] = std::exp(m_model->outside.m + m_model->outside.s * zeta[j]);
    }
    std::array<double, kMostRuns> effort{};
    for (std::size_t p = 0; p < m_model->phases.size(); ++p) {
        double* z = m_normals.data() + (1 + p) * kMostRuns;
        for (std::size_t j = 0; j < count; ++j)
            z[j] = m_model->common * m_normals[j] + m_model->own * z[j];
        m_model->phases[p].draw(z, count, effort.data());
        for (std::uint32_t i = m_model->firstItem[p]; i < m_model->firstItem[p + 1]; ++i) {
            PersonWeeks* work = m_work.data() + i * kMostRuns;
            if (m_model->isAddOn[i])
                m_model->addOns[i].draw(z, count, work);
            const double* whole = m_model->isAddOn[i] ? work : effort.data();
            for (std::size_t j = 0; j < count; ++j)
                work[j] = m_model->weights[i] * whole[j] * m_factor[j];
        }
    }
    for (std::size_t cost = 0; cost < m_model->monthly.size(); ++cost)
        m_model->monthly[cost].draw(m_normals.data() + m_model->monthlyDraw(cost) * kMostRuns, count,
                                    m_monthly.data() + cost * kMostRuns);
}

void EffortBatch::workOfRun(std::size_t j, std::span<PersonWeeks> work) const
{
    for (std::size_t i = 0; i < work.size(); ++i)
        work[i] = m_work[i * kMostRuns + j];
}

} // namespace trestle
