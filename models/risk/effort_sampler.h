#pragma once

#include "models/effort.h"
#include "models/network.h"
#include "models/risk/pert.h"
#include "models/risk/sampler.h"

#include <cstddef>
#include <span>
#include <vector>

namespace trestle {

/// What efforts and monthly costs are drawn from: a range per phase, one per add-on item (with its phase's draw), one
/// per running cost, and the correlation between the phases. Made once per simulation, shared by its threads.
struct EffortModel {
    std::vector<PertDraw> phases;
    std::vector<PertDraw> addOns;         ///< per item of the scope; of no use for catalogue items
    std::vector<PertDraw> monthly;        ///< per running cost
    std::vector<double> weights;          ///< per item: ScopeItem::weight
    std::vector<bool> isAddOn;            ///< per item
    std::vector<std::uint32_t> firstItem; ///< per phase, and one past the last
    double common = 0;                    ///< √ρ, the part of a draw that all phases share
    double own = 1;                       ///< √(1 − ρ)

    EffortModel(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                std::span<const ThreePoint> monthlyCosts);
    [[nodiscard]] std::size_t dimensions() const { return 1 + phases.size() + monthly.size(); }
};

/// One thread's draws: dimension 0 is what all phases share, then the phases, then the running costs.
class EffortSampler {
public:
    EffortSampler(const EffortModel& model, std::uint64_t seed, DrawMethod method = DrawMethod::sobol);

    void seek(std::uint64_t run) { m_sampler.seek(run); }
    /// Draws the next run.
    void next();

    [[nodiscard]] std::span<const PersonWeeks> work() const { return m_work; }
    [[nodiscard]] double phaseDraw(std::size_t phase) const { return m_normals[1 + phase]; }
    [[nodiscard]] double monthly(std::size_t cost) const
    {
        return m_model->monthly[cost](m_normals[1 + m_model->phases.size() + cost]);
    }

private:
    const EffortModel* m_model;
    Sampler m_sampler;
    std::vector<double> m_normals;
    std::vector<PersonWeeks> m_work;
};

} // namespace trestle
