#pragma once

#include "models/risk/simulated_spend.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace trestle {

/// What the runs of one plan said.
struct SimulatedPlan {
    Risk risk;
    std::vector<SpendSpread> spend; ///< over time, as simulateSpend gives it
};

/// Simulates the plan that it was last given, off the GUI thread. A plan that is given while another is being
/// simulated takes its place: only the latest is ever finished, and only its result is told.
class RiskThread : public QObject {
    Q_OBJECT
public:
    explicit RiskThread(QObject* parent = nullptr);
    ~RiskThread() override;

    /// Starts over with this plan. Returns at once; `simulated` or `failed` follows in the event loop of this object.
    void simulate(Plan plan, const SimulationOptions& options);
    /// Forgets what is under way.
    void cancel();

Q_SIGNALS:
    void simulated(std::shared_ptr<const trestle::SimulatedPlan> plan);
    void failed(const trestle::Error& error);
    void progressed(double part);

private:
    struct Job {
        std::uint64_t number = 0;
        Plan plan;
        SimulationOptions options;
        std::stop_source stop;
    };
    void work(const std::stop_token& stop);
    void report(std::uint64_t number, double part); ///< from any thread
    void deliver(std::uint64_t number, Result<SimulatedPlan> result);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_next;                             // guarded by m_mutex
    std::stop_source m_running;                            // guarded by m_mutex: of the job under way
    std::uint64_t m_latest = 0;                            // of the GUI thread: the job whose result is awaited
    std::atomic<std::chrono::steady_clock::rep> m_told{0}; // when progress was last told of
    std::jthread m_thread;                                 // last: it must end before the rest goes
};

} // namespace trestle
