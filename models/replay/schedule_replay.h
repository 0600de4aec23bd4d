#pragma once

#include "models/replay/decision_recorder.h"
#include "models/replay/decision_table.h"
#include "models/replay/lanes.h"
#include "models/replay/work_log.h"
#include "models/schedule.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// The same network scheduled again and again, many runs at a time. Most runs of a plan make the same decisions in the
/// same order, so what a schedule decides is learnt from the first run that comes to it, as a table of questions and of
/// the arithmetic between them; later runs, eight side by side as long as they agree, only compute figures and look up
/// what follows. A run that answers as none before it is scheduled in the ordinary way, and learnt from. The figures
/// are those of the ordinary schedule to the last bit: the same operations in the same order.
namespace trestle {

class ScheduleReplay {
public:
    explicit ScheduleReplay(const Network& network);
    ~ScheduleReplay();
    ScheduleReplay(ScheduleReplay&&) noexcept;
    ScheduleReplay& operator=(ScheduleReplay&&) noexcept;

    /// Schedules `count` runs, 1 to kLanes: run j has work[item * stride + j] person-weeks to do, and what follows a
    /// phase waits for delay[phase * stride + j] weeks; `delay` may be empty. Runs that have work on the same items are
    /// best scheduled together. Allocates nothing.
    void run(std::span<const double> work, std::span<const double> delay, std::size_t stride, std::size_t count);
    void run(std::span<const double> work, std::size_t stride, std::size_t count) { run(work, {}, stride, count); }

    /// From now on each run also tells when people were at work.
    void keepWorkLog() { m_log.emplace(m_worked.size()); }
    /// Of the runs scheduled last, where it is kept.
    [[nodiscard]] const WorkLog& workLog() const { return *m_log; }

    /// Of each run scheduled last, in weeks:
    [[nodiscard]] std::span<const double> end() const { return row(m_end); }
    [[nodiscard]] std::span<const double> worked(std::size_t worker) const { return row(m_worked[worker]); }
    [[nodiscard]] std::span<const double> phaseStart(std::size_t phase) const { return row(m_phaseStart[phase]); }
    [[nodiscard]] std::span<const double> phaseFinish(std::size_t phase) const { return row(m_phaseFinish[phase]); }

    /// How many runs were replayed, and how many were scheduled in the ordinary way.
    [[nodiscard]] std::uint64_t replayed() const { return m_replayed; }
    [[nodiscard]] std::uint64_t scheduled() const { return m_scheduled; }

private:
    using Lanes = std::array<double, kLanes>;
    static std::span<const double> row(const Lanes& lanes) { return lanes; }

    void prepare(std::span<const double> work, std::size_t stride, std::size_t count);
    std::uint32_t replayAll();
    bool replayOne(std::uint32_t decision, std::size_t lane);
    void takeWork(std::span<const double> work, std::size_t stride, std::size_t lane);
    void schedule(std::span<const double> work, std::size_t stride, std::size_t lane);
    void log(const Schedule& schedule, std::size_t lane);
    void keep(std::size_t lane);
    void judge(std::size_t count);

    const Network* m_network;
    std::unique_ptr<DecisionTable> m_table;
    std::unique_ptr<DecisionRecorder::Engine> m_learning;
    Scheduler m_ordinary;
    RegisterMap m_map;
    std::vector<Row> m_registers;
    std::optional<WorkLog> m_log;
    std::vector<PersonWeeks> m_work;          // of one run
    std::vector<Weeks> m_delay;               // of one run
    std::span<const double> m_delays;         // of those being scheduled; empty where no phase has any
    std::vector<std::uint8_t> m_usualHasWork; // per item, in the runs that the table is about: 0, 1 or either
    std::array<bool, kLanes> m_isUnusual{};
    Lanes m_end{};
    std::vector<Lanes> m_worked;
    std::vector<Lanes> m_phaseStart;
    std::vector<Lanes> m_phaseFinish;
    std::uint64_t m_replayed = 0;
    std::uint64_t m_scheduled = 0;
    std::uint64_t m_missedLately = 0;
    std::uint64_t m_runsLately = 0;
    bool m_isWorthwhile = true;
};

} // namespace trestle
