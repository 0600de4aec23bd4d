#pragma once

#include "models/decisions/estimate.h"
#include "ui/questions/question_key.h"

#include <QObject>
#include <QTimer>

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

/// How many threads work for the window takes, exports included: all cores but one, which stays with the window itself.
/// No result depends on the number.
unsigned workThreads();

/// Answers questions to `models/` off the GUI thread. A question that is asked while another is under way takes its
/// place: only the latest is ever answered.
///
///     runner.ask(document.sharedPlan(), orderOffer, [this](Result<OrderOffer> offer) { show(offer); });
///
/// A runner is a member or a child of the object that its answers are for. It goes with that object, and an answer of a
/// runner that is gone is never told: `answer` may use its owner freely.
class QuestionRunner : public QObject {
    Q_OBJECT
public:
    /// The plan that the owner shows, as it is at the time of the call.
    using PlanNow = std::function<std::shared_ptr<const Plan>()>;

    explicit QuestionRunner(QObject* parent = nullptr);
    /// Where the owner shows a plan, an answer about one that has another key by then is dropped, so that no answer
    /// stands beside a plan that it is not of.
    explicit QuestionRunner(PlanNow now, QObject* parent = nullptr);
    ~QuestionRunner() override; ///< stops what is under way and waits until it has

    /// Starts over with `question`, called as question(const QuestionOptions&) on this object's own thread, with
    /// workThreads() threads to use, a stop token and a progress function; it must own what it uses. Returns at once.
    /// `answer` is called with what it returned in the event loop of this object, unless something else was asked, or
    /// cancel() called, in between.
    template <class Question, class Answer>
    void ask(Question question, Answer answer)
    {
        start([question = std::move(question), answer = std::move(answer)](const QuestionOptions& options) -> Delivery {
            using Value = decltype(question(options));
            auto value = std::make_shared<Value>(question(options));
            return [answer, value] { answer(std::move(*value)); };
        });
    }
    /// The same about a plan, called as question(const Plan&, const QuestionOptions&).
    template <class Question, class Answer>
    void ask(const std::shared_ptr<const Plan>& plan, Question question, Answer answer)
    {
        ask([plan, question](const QuestionOptions& options) { return question(*plan, options); }, std::move(answer));
        m_about = QuestionKey(*plan);
    }
    /// Forgets what is under way; its answer is never told.
    void cancel();
    /// Asked and not yet answered.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isBusyWith(const QuestionKey& about) const { return m_busy && m_about == about; }

Q_SIGNALS:
    /// Of the question under way, 0 to 1, a few times a second at most. A question that is answered within half a
    /// second tells no progress.
    void progressed(double part);

private:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(const QuestionOptions&)>;
    struct Job {
        std::uint64_t number = 0;
        Work work;
        std::stop_source stop;
    };
    void start(Work work);
    void end();
    void run(const std::stop_token& stop);
    void report(std::uint64_t number, double part); ///< from any thread
    void tellProgress();
    void deliver(std::uint64_t number, const Delivery& delivery);
    [[nodiscard]] bool isStale() const;

    PlanNow m_now; // empty: answers are never stale
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_next;  // guarded by m_mutex
    std::stop_source m_running; // guarded by m_mutex: of the job under way
    // Of the owner's thread.
    std::uint64_t m_latest = 0;         // the job whose answer is awaited
    std::optional<QuestionKey> m_about; // the plan that it is about, where it is about one
    bool m_busy = false;
    std::optional<double> m_part; // how far it is; absent: it has not said
    QTimer m_patience;            // runs for its first half second

    std::atomic<std::chrono::steady_clock::rep> m_told{0}; // when progress was last told of
    std::jthread m_thread;                                 // last: it must end before the rest goes
};

} // namespace trestle
