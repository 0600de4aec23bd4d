#pragma once

#include "models/draws/effort_batch.h"
#include "models/replay/schedule_replay.h"
#include "models/risk/cash_runs.h"
#include "models/risk/running_days.h"
#include "models/risk/simulation_setting.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace trestle {

/// Whether something is invoiced at the finish of a phase: the runs then keep the days of theirs.
bool needsPhaseEnds(const Inputs& inputs);

/// What is the same in the cash of every run.
class CashSetting {
public:
    explicit CashSetting(const SimulationSetting& setting);

    /// Later months are not reckoned with: nobody plans cash for longer, and a file may ask for a plan of centuries.
    static constexpr std::size_t kMostMonths = 600;

    struct Month {
        Weeks end = 0;      ///< of its last working day, in weeks of the plan; 0 where none has come by then
        int day = 0;        ///< its last day, in calendar days since the first working day
        double balance = 0; ///< opening cash, the user's own lines and what was spent up to then
    };
    std::vector<Month> months;     ///< from the month of the start
    std::vector<double> weeklyPay; ///< per worker: dollars, none of whose time is not paid out
    bool retained = false;
    double runningFactor = 0; ///< dollars paid for a day of what costs a dollar a month
    std::size_t buffer = 0;   ///< months after launch
    std::size_t phases = 0;   ///< whose ends are kept: all or none

    /// The month in which what ends at `finish` is over.
    [[nodiscard]] std::size_t monthOf(Weeks finish) const;
};

/// Keeps the cash of the runs that one thread simulates, month end by month end.
class CashLedger {
public:
    CashLedger(const SimulationSetting& setting, const CashSetting& cash, const RunningDays& days)
        : m_setting(setting), m_cash(cash), m_days(days)
    {
    }

    /// Where the month ends of a run stand.
    struct Place {
        const CashLedger* ledger = nullptr;
        std::size_t first = 0;
        std::size_t phaseEnds = 0;
        std::uint32_t months = 0;
        std::uint32_t launch = 0;
    };

    /// The runs scheduled last, which are those from the `drawn`-th of the batch on.
    std::array<Place, kLanes> keep(const ScheduleReplay& replay, const EffortBatch& batch, std::size_t drawn,
                                   std::size_t lanes);

    /// All runs, each by its place.
    static CashRuns gather(std::span<const Place> places, std::size_t phases);

private:
    void takeRunning(const ScheduleReplay& replay, const EffortBatch& batch, std::size_t drawn, std::size_t lanes);
    void takeRisks(const ScheduleReplay& replay, const EffortBatch& batch, std::size_t drawn, std::size_t lanes);
    [[nodiscard]] Row labourBy(std::size_t month, const ScheduleReplay& replay) const;

    const SimulationSetting& m_setting;
    const CashSetting& m_cash;
    const RunningDays& m_days;
    std::vector<double> m_balances;
    std::vector<std::int32_t> m_phaseEnds;
    // Of the runs scheduled last:
    struct Running {
        Row from;   // calendar days since the first working day
        Row perDay; // dollars
    };
    std::vector<Running> m_running;
    std::vector<Row> m_risks; // by month, as far as any event costs something: what events cost in it
    std::vector<Row> m_ends;  // by month: the balance at its end
};

} // namespace trestle
