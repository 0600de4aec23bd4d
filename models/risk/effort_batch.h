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
/// per running cost, the correlation between the phases, and how far the project as a whole varies. Made once per
/// simulation, shared by its threads.
///
/// A draw is a function of its dimension, and the dimensions do not move: 0 is what all phases share, then the phases,
/// the running costs, ζ of the project as a whole, two kinds that progress will need (ξ, and η of each phase), then two
/// for each risk event by its number. Only those that are needed are drawn.
struct EffortModel {
    std::vector<PertDraw> phases;
    std::vector<PertDraw> addOns;          ///< per item of the scope; of no use for catalogue items
    std::vector<PertDraw> monthly;         ///< per running cost
    std::vector<double> weights;           ///< per item: ScopeItem::weight
    std::vector<bool> isAddOn;             ///< per item
    std::vector<std::uint32_t> firstItem;  ///< per phase, and one past the last
    double common = 0;                     ///< √ρ, the part of a draw that all phases share
    double own = 1;                        ///< √(1 − ρ)
    OutsideView outside;                   ///< its m and s
    std::vector<std::uint32_t> dimensions; ///< that are drawn: common, phases, running costs, ζ where s is not 0

    EffortModel(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                std::span<const ThreePoint> monthlyCosts);
    [[nodiscard]] bool varies() const { return outside.s > 0; }
    /// Places of draws among those drawn.
    [[nodiscard]] std::size_t monthlyDraw(std::size_t cost) const { return 1 + phases.size() + cost; }
    [[nodiscard]] std::size_t outsideDraw() const { return 1 + phases.size() + monthly.size(); }
};

/// One thread's draws. Runs are drawn some at a time, and each figure of theirs lies side by side, as vector
/// instructions want it.
class EffortBatch {
public:
    static constexpr std::size_t kMostRuns = 64; ///< at a time

    EffortBatch(const EffortModel& model, std::uint64_t seed, DrawMethod method = DrawMethod::sobol);

    void seek(std::uint64_t run) { m_sampler.seek(run); }
    /// Draws the next `count` runs, 1 to kMostRuns.
    void next(std::size_t count);
    /// Draws these runs, 1 to kMostRuns, wherever they lie.
    void draw(std::span<const std::uint32_t> runs);

    /// Of each run drawn last:
    [[nodiscard]] std::span<const PersonWeeks> work(std::size_t item) const { return row(m_work, item); }
    [[nodiscard]] std::span<const double> phaseDraw(std::size_t phase) const { return row(m_normals, 1 + phase); }
    /// Of the project as a whole, ζ; only where it varies.
    [[nodiscard]] std::span<const double> outsideDraw() const { return row(m_normals, m_model->outsideDraw()); }
    [[nodiscard]] std::span<const double> monthly(std::size_t cost) const { return row(m_monthly, cost); }
    /// The work of every item, kMostRuns places each.
    [[nodiscard]] std::span<const PersonWeeks> allWork() const { return m_work; }
    /// The work of all items in the j-th run drawn last.
    void workOfRun(std::size_t j, std::span<PersonWeeks> work) const;

private:
    using Rows = std::vector<double>; // kMostRuns places each
    [[nodiscard]] std::span<const double> row(const Rows& rows, std::size_t index) const
    {
        return std::span(rows).subspan(index * kMostRuns, m_count);
    }

    void useNormals(std::size_t count);

    const EffortModel* m_model;
    Sampler m_sampler;
    std::size_t m_count = 0;
    Rows m_normals; // per dimension
    Rows m_factor;  // by which the project as a whole comes out other than estimated
    Rows m_work;    // per item
    Rows m_monthly; // per running cost
};

} // namespace trestle
