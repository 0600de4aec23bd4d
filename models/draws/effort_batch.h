#pragma once

#include "models/pert.h"
#include "models/draws/sampler.h"
#include "models/effort.h"
#include "models/network.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace trestle {

/// What a risk event draws: whether it happens, and if it does, one normal for all of its impacts.
struct RiskDraw {
    static constexpr std::uint32_t noItem = ~std::uint32_t{0};

    std::size_t happens = 0; ///< place of its first draw among those drawn; the second follows
    double below = 0;        ///< it happens where the first draw is below that
    std::uint32_t item = noItem;
    std::uint32_t phase = 0;
    bool hasDelay = false;
    bool hasMoney = false;
    PertDraw effort;
    PertDraw delay;
    PertDraw money;

    [[nodiscard]] bool movesTime() const { return item != noItem || hasDelay; }
};

/// An item that has begun: what was spent comes off its effort as drawn, or the user says what is left.
struct UnderWay {
    std::uint32_t item = 0;
    std::uint32_t phase = 0;
    double spent = 0;
    bool isTold = false;
    PertDraw left{};
};

/// What efforts and monthly costs are drawn from: a range per phase, one per add-on item (with its phase's draw), one
/// per running cost, the correlation between the phases, and how far the project as a whole varies. Made once per
/// simulation, shared by its threads.
///
/// A draw is a function of its dimension, and the dimensions do not move: 0 is what all phases share, then the phases,
/// the running costs, ζ of the project as a whole, ξ and η of each phase that finished work is compared by (see learning.h), then two
/// for each risk event by its number. Only those that are needed are drawn.
struct EffortModel {
    std::vector<PertDraw> phases;
    std::vector<PertDraw> addOns;          ///< per item of the scope; of no use for catalogue items
    std::vector<PertDraw> monthly;         ///< per running cost
    std::vector<double> weights;           ///< per item: ScopeItem::weight
    std::vector<bool> isAddOn;             ///< per item
    std::vector<bool> isRisk;              ///< per item: of an event that may happen
    std::vector<std::uint32_t> firstItem;  ///< per phase, and one past the last
    double common = 0;                     ///< √ρ, the part of a draw that all phases share
    double own = 1;                        ///< √(1 − ρ)
    OutsideView outside;                   ///< its m and s
    Learning learning;                     ///< what finished work says; the draws are conditional on it
    std::vector<UnderWay> underWay;        ///< items that have begun
    std::vector<std::uint32_t> dimensions; ///< that are drawn: common, phases, running costs, ζ where s is not 0

    std::vector<RiskDraw> risks; ///< of the events that may happen, by number
    bool timeMoves = false;      ///< some of them take effort, or delay
    Money responses;             ///< spent on responses in every run

    EffortModel(const Catalogue& catalogue, const Inputs& inputs, const Scope& scope,
                std::span<const ThreePoint> monthlyCosts);
    /// Adds what may happen: `scope` is that of withPossible().
    void addRisks(const RiskRegister& events, const Scope& scope);
    [[nodiscard]] bool varies() const { return outside.s > 0; }
    /// Places of draws among those drawn.
    [[nodiscard]] std::size_t monthlyDraw(std::size_t cost) const { return 1 + phases.size() + cost; }
    [[nodiscard]] std::size_t outsideDraw() const { return 1 + phases.size() + monthly.size(); }
    /// ξ, of which η of each observed phase follows.
    [[nodiscard]] std::size_t pastDraw() const { return outsideDraw() + (varies() ? 1 : 0); }

private:
    void addLearning();

    std::uint32_t m_outsideDimension = 0;
    std::vector<std::string> m_phaseIds;
};

/// One thread's draws. Runs are drawn some at a time, and each figure of theirs lies side by side, as vector
/// instructions want it: rows of plain numbers, work in person-weeks, delay in weeks.
class EffortBatch {
public:
    static constexpr std::size_t kMostRuns = 256; ///< at a time

    EffortBatch(const EffortModel& model, std::uint64_t seed, DrawMethod method = DrawMethod::sobol);

    void seek(std::uint64_t run) { m_sampler.seek(run); }
    /// Draws the next `count` runs, 1 to kMostRuns.
    void next(std::size_t count);
    /// Draws these runs, 1 to kMostRuns, wherever they lie.
    void draw(std::span<const std::uint32_t> runs);

    /// Of each run drawn last:
    [[nodiscard]] std::span<const double> work(std::size_t item) const { return row(m_work, item); }
    [[nodiscard]] std::span<const double> phaseDraw(std::size_t phase) const { return row(m_normals, 1 + phase); }
    /// Of the project as a whole, ζ; only where it varies.
    [[nodiscard]] std::span<const double> outsideDraw() const { return row(m_normals, m_model->outsideDraw()); }
    [[nodiscard]] std::span<const double> monthly(std::size_t cost) const { return row(m_monthly, cost); }
    /// Weeks for which what follows the phase waits, and dollars of events on its last day; none where no event is.
    [[nodiscard]] std::span<const double> delay(std::size_t phase) const { return row(m_delay, phase); }
    [[nodiscard]] std::span<const double> money(std::size_t phase) const { return row(m_money, phase); }
    [[nodiscard]] bool hasRisks() const { return !m_model->risks.empty(); }
    /// Which of the runs asked for the j-th is. Those in which the same events take effort or time lie
    /// side by side.
    [[nodiscard]] std::size_t place(std::size_t j) const { return m_place[j]; }
    /// How many runs from the j-th on, `most` at most, have the same events that take effort or time.
    [[nodiscard]] std::size_t alike(std::size_t j, std::size_t most) const;
    /// The delay after every phase, kMostRuns places each; empty where no event is.
    [[nodiscard]] std::span<const double> allDelay() const { return m_delay; }
    void delayOfRun(std::size_t j, std::span<Weeks> delay) const;
    /// The work of every item, kMostRuns places each.
    [[nodiscard]] std::span<const double> allWork() const { return m_work; }
    /// The work of all items in the j-th run drawn last.
    void workOfRun(std::size_t j, std::span<PersonWeeks> work) const;

private:
    using Rows = std::vector<double>; // kMostRuns places each
    [[nodiscard]] std::span<const double> row(const Rows& rows, std::size_t index) const
    {
        return std::span(rows).subspan(index * kMostRuns, m_count);
    }

    void useNormals(std::size_t count);
    void learn(std::size_t count);
    void takeSpent(std::size_t count);
    void sortByEvents(std::size_t count);
    void drawEvents(std::size_t count);

    const EffortModel* m_model;
    Sampler m_sampler;
    std::size_t m_count = 0;
    Rows m_normals; // per dimension
    Rows m_factor;  // by which the project as a whole comes out other than estimated
    Rows m_work;    // per item
    Rows m_monthly; // per running cost
    Rows m_delay;   // per phase, where events are
    Rows m_money;   // per phase, where events are
    std::array<std::uint32_t, kMostRuns> m_place{};
    std::array<std::uint64_t, kMostRuns>
        m_events{}; // per run: which events take effort or time, as far as a word tells
};

} // namespace trestle
