#pragma once

#include "models/risk/cash_ledger.h"
#include "models/risk/drivers.h"
#include "models/risk/simulation.h"

#include <span>
#include <vector>

namespace trestle {

/// What the simulation keeps of each run.
struct Samples {
    Samples(std::size_t runs, std::size_t phases, bool varies)
        : finish(runs), labour(runs), total(runs), outside(varies ? runs : 0), draw(phases, std::vector<float>(runs)),
          phaseFinish(phases, std::vector<float>(runs))
    {
    }
    std::vector<double> finish;                  ///< weeks
    std::vector<double> labour;                  ///< dollars
    std::vector<double> total;                   ///< dollars
    std::vector<double> value;                   ///< dollars at bill rates; empty where that was not asked for
    std::vector<double> otherTotal;              ///< the same in the other cost mode; empty where it was not asked for
    std::vector<CashLedger::Place> cash;         ///< while the runs are made; empty where that was not asked for
    CashRuns cashRuns{};                         ///< of all runs, once they are made
    std::vector<float> outside;                  ///< the project's draw as a whole; empty where it does not vary
    std::vector<std::vector<float>> draw;        ///< per phase: its standard normal draw
    std::vector<std::vector<float>> phaseFinish; ///< per phase: weeks
};

/// How often each phase drove the finish.
class DriverCounts {
public:
    explicit DriverCounts(std::size_t phases) : m_withPeople(phases), m_byLinks(phases) {}

    /// Counts one run: which phases drove with people and by links, and which have work, each one entry a phase.
    void count(std::span<const std::uint8_t> withPeople, std::span<const std::uint8_t> byLinks,
               std::span<const std::uint8_t> hasWork);
    void add(const DriverCounts& other);

    [[nodiscard]] double withPeople(std::size_t phase) const { return share(m_withPeople[phase]); }
    [[nodiscard]] double byLinks(std::size_t phase) const { return share(m_byLinks[phase]); }
    /// Every phase with work drove in every run.
    [[nodiscard]] bool everythingDrives() const { return m_runs > 0 && m_everythingDrove == m_runs; }

private:
    [[nodiscard]] double share(std::size_t count) const
    {
        return m_runs == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(m_runs);
    }

    std::vector<std::size_t> m_withPeople;
    std::vector<std::size_t> m_byLinks;
    std::size_t m_everythingDrove = 0;
    std::size_t m_runs = 0;
};

Risk summarise(const Plan& plan, const SimulationOptions& options, Samples samples, const DriverCounts& counts);

} // namespace trestle
