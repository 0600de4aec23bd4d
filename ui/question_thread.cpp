#include "ui/question_thread.h"

#include <QMetaObject>

#include <exception>

namespace trestle {

QuestionThread::QuestionThread(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

QuestionThread::~QuestionThread()
{
    cancel();
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join(); // here, while the rest of this object still stands
}

void QuestionThread::start(Work work)
{
    m_busy = true;
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
        m_next = Job{++m_latest, std::move(work), {}};
    }
    m_wake.notify_all();
}

void QuestionThread::cancel()
{
    ++m_latest;
    m_busy = false;
    const std::lock_guard lock(m_mutex);
    m_running.request_stop();
    m_next.reset();
}

void QuestionThread::run(const std::stop_token& stop)
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
        const std::uint64_t number = job->number;
        Delivery delivery;
        try {
            delivery = job->work(job->stop.get_token(), [this, number](double part) { report(number, part); });
        } catch (...) { // thrown on where the answer is awaited
            delivery = [escaped = std::current_exception()] { std::rethrow_exception(escaped); };
        }
        QMetaObject::invokeMethod(
            this, [this, number, delivery = std::move(delivery)] { deliver(number, delivery); }, Qt::QueuedConnection);
    }
}

void QuestionThread::report(std::uint64_t number, double part)
{
    // A step is often a hundredth of the question or less: told of each, the window would do little else.
    constexpr std::chrono::steady_clock::duration kPause = std::chrono::milliseconds{100};
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    auto told = m_told.load();
    if (now - told < kPause.count() || !m_told.compare_exchange_strong(told, now))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, number, part] {
            if (number == m_latest)
                Q_EMIT progressed(part);
        },
        Qt::QueuedConnection);
}

void QuestionThread::deliver(std::uint64_t number, const Delivery& delivery)
{
    if (number != m_latest) // something else is asked by now
        return;
    m_busy = false;
    delivery();
}

} // namespace trestle
