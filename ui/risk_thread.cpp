#include "ui/risk_thread.h"

#include <QMetaObject>

#include <chrono>
#include <utility>

namespace trestle {

namespace {

Result<SimulatedPlan> simulateAll(const Plan& plan, const SimulationOptions& options)
{
    Result<Risk> risk = trestle::simulate(plan, options);
    if (!risk)
        return std::unexpected(risk.error());
    auto spend = simulateSpend(plan, *risk, options);
    if (!spend)
        return std::unexpected(spend.error());
    return SimulatedPlan{std::move(*risk), std::move(*spend)};
}

} // namespace

RiskThread::RiskThread(QObject* parent) : QObject(parent), m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

RiskThread::~RiskThread()
{
    cancel();
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join(); // here, while the rest of this object still stands
}

void RiskThread::simulate(Plan plan, const SimulationOptions& options)
{
    Job job{++m_latest, std::move(plan), options, {}};
    job.options.stop = job.stop.get_token();
    job.options.progress = [this, number = m_latest](double part) { report(number, part); };
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
        m_next = std::move(job);
    }
    m_wake.notify_all();
}

void RiskThread::report(std::uint64_t number, double part)
{
    // A step is a hundredth of a simulation or less: told of each, the window would do little else.
    constexpr std::chrono::milliseconds kPause{100};
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    auto told = m_told.load();
    if (now.count() - told < std::chrono::steady_clock::duration(kPause).count() ||
        !m_told.compare_exchange_strong(told, now.count()))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, number, part] {
            if (number == m_latest)
                Q_EMIT progressed(part);
        },
        Qt::QueuedConnection);
}

void RiskThread::cancel()
{
    ++m_latest;
    const std::lock_guard lock(m_mutex);
    m_running.request_stop();
    m_next.reset();
}

void RiskThread::work(const std::stop_token& stop)
{
    while (true) {
        std::optional<Job> job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_next.has_value(); }))
                return;
            job = std::exchange(m_next, std::nullopt);
            m_running = job->stop;
        }
        Result<SimulatedPlan> result = simulateAll(job->plan, job->options);
        QMetaObject::invokeMethod(
            this,
            [this, number = job->number, told = std::make_shared<Result<SimulatedPlan>>(std::move(result))] {
                deliver(number, std::move(*told));
            },
            Qt::QueuedConnection);
    }
}

void RiskThread::deliver(std::uint64_t number, Result<SimulatedPlan> result)
{
    if (number != m_latest) // another plan is shown by now
        return;
    if (result)
        Q_EMIT simulated(std::make_shared<const SimulatedPlan>(std::move(*result)));
    else
        Q_EMIT failed(result.error());
}

} // namespace trestle
