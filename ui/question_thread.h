#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace trestle {

/// Answers the question that it was last asked, off the GUI thread. A question that is asked while another is under
/// way takes its place: only the latest is ever answered.
///
///     thread.ask([plan](std::stop_token stop, auto progress) { return itemValues(plan, …); },
///                [this](Result<std::vector<ItemValue>> values) { show(values); });
class QuestionThread : public QObject {
    Q_OBJECT
public:
    using Progress = std::function<void(double)>; ///< 0 to 1, from any thread

    explicit QuestionThread(QObject* parent = nullptr);
    ~QuestionThread() override; ///< stops what is under way and waits until it has

    /// Starts over with `question`, called as question(std::stop_token, Progress) on this object's own thread; it must
    /// own what it uses. Returns at once. `answer` is called with what it returned in the event loop of this object,
    /// unless something else was asked, or cancel() called, in between.
    template <class Question, class Answer>
    void ask(Question question, Answer answer)
    {
        start([question = std::move(question), answer = std::move(answer)](const std::stop_token& stop,
                                                                           const Progress& progress) -> Delivery {
            using Result = decltype(question(stop, progress));
            auto result = std::make_shared<Result>(question(stop, progress));
            return [answer, result] { answer(std::move(*result)); };
        });
    }
    /// Forgets what is under way; its answer is never told.
    void cancel();
    /// Asked and not yet answered.
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void progressed(double part); ///< of the question under way, a few times a second at most

private:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(const std::stop_token&, const Progress&)>;
    struct Job {
        std::uint64_t number = 0;
        Work work;
        std::stop_source stop;
    };
    void start(Work work);
    void run(const std::stop_token& stop);
    void report(std::uint64_t number, double part); ///< from any thread
    void deliver(std::uint64_t number, const Delivery& delivery);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_next;                             // guarded by m_mutex
    std::stop_source m_running;                            // guarded by m_mutex: of the job under way
    std::uint64_t m_latest = 0;                            // of the owner's thread: the job whose answer is awaited
    bool m_busy = false;                                   // of the owner's thread
    std::atomic<std::chrono::steady_clock::rep> m_told{0}; // when progress was last told of
    std::jthread m_thread;                                 // last: it must end before the rest goes
};

} // namespace trestle
