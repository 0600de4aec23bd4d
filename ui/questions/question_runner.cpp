#include "ui/questions/question_runner.h"

#include <QMetaObject>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <exception>

namespace trestle {

namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 500ms;

/// Where cores are short, the window and what displays it go first: a frame that waits is felt, an answer that comes
/// some milliseconds later is not. What this thread starts has the same priority.
void giveWay()
{
    constexpr int kNicer = 10;
    static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNicer));
}

} // namespace

unsigned workThreads()
{
    return std::max(2U, std::thread::hardware_concurrency()) - 1;
}

QuestionRunner::QuestionRunner(QObject* parent) : QuestionRunner(PlanNow(), parent) {}

QuestionRunner::QuestionRunner(PlanNow now, QObject* parent)
    : QObject(parent), m_now(std::move(now)), m_thread([this](const std::stop_token& stop) { run(stop); })
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &QuestionRunner::tellProgress);
}

QuestionRunner::~QuestionRunner()
{
    cancel();
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join(); // here, while the rest of this object still stands
}

void QuestionRunner::start(Work work)
{
    end();
    m_busy = true;
    m_patience.start();
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
        m_next = Job{++m_latest, std::move(work), {}};
    }
    m_wake.notify_all();
}

/// Nothing is under way any more.
void QuestionRunner::end()
{
    m_busy = false;
    m_about.reset();
    m_part.reset();
    m_patience.stop();
}

void QuestionRunner::cancel()
{
    ++m_latest;
    end();
    const std::lock_guard lock(m_mutex);
    m_running.request_stop();
    m_next.reset();
}

bool QuestionRunner::isStale() const
{
    return m_now && m_about && QuestionKey(*m_now()) != *m_about;
}

void QuestionRunner::run(const std::stop_token& stop)
{
    giveWay();
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
            QuestionOptions options;
            options.threads = workThreads();
            options.stop = job->stop.get_token();
            options.progress = [this, number](double part) { report(number, part); };
            delivery = job->work(options);
        } catch (...) { // thrown on where the answer is awaited
            delivery = [escaped = std::current_exception()] { std::rethrow_exception(escaped); };
        }
        QMetaObject::invokeMethod(
            this, [this, number, delivery = std::move(delivery)] { deliver(number, delivery); }, Qt::QueuedConnection);
    }
}

void QuestionRunner::report(std::uint64_t number, double part)
{
    // A step is often a hundredth of the question or less: told of each, the window would do little else.
    constexpr std::chrono::steady_clock::duration kPause = 100ms;
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    auto told = m_told.load();
    if (now - told < kPause.count() || !m_told.compare_exchange_strong(told, now))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, number, part] {
            if (number != m_latest)
                return;
            m_part = part;
            tellProgress();
        },
        Qt::QueuedConnection);
}

void QuestionRunner::tellProgress()
{
    if (m_part && !m_patience.isActive())
        Q_EMIT progressed(*m_part);
}

void QuestionRunner::deliver(std::uint64_t number, const Delivery& delivery)
{
    if (number != m_latest) // something else is asked by now
        return;
    const bool stale = isStale();
    end(); // first: an answer may ask again
    if (!stale)
        delivery();
}

} // namespace trestle
