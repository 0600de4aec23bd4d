#include "models/error.h"
#include "tests/ui/support/harness.h"
#include "ui/question_thread.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using namespace trestle;

namespace {

using Progress = QuestionThread::Progress;

/// A question that waits until it is let go or told to stop.
struct Held {
    QSemaphore begun;
    QSemaphore letGo;
    std::atomic<bool> stopped = false;

    int answer(const std::stop_token& stop, int value)
    {
        const std::stop_callback wake(stop, [this] {
            stopped = true;
            letGo.release();
        });
        begun.release();
        letGo.acquire();
        return value;
    }
};

} // namespace

class TestQuestionThread : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void answersInTheOwnersThread();
    void answersAreTypedResults();
    void onlyTheLatestIsAnswered();
    void waitingQuestionIsReplaced();
    void cancelledIsNeverAnswered();
    void lateAnswerIsDropped();
    void answerMayAskAgain();
    void progressIsToldWhileUnderWay();
    void endsWhileUnderWay();
};

void TestQuestionThread::answersInTheOwnersThread()
{
    QuestionThread thread;
    const QThread* asker = QThread::currentThread();
    const QThread* worker = nullptr;
    const QThread* told = nullptr;
    QVERIFY(!thread.isBusy());
    thread.ask([](const std::stop_token&, const Progress&) { return QThread::currentThread(); },
               [&](const QThread* ran) {
                   worker = ran;
                   told = QThread::currentThread();
                   QVERIFY(!thread.isBusy());
               });
    QVERIFY(thread.isBusy());
    QVERIFY(!told); // never before ask() has returned
    QTRY_VERIFY(told);
    QCOMPARE(told, asker);
    QVERIFY(worker != asker);
}

void TestQuestionThread::answersAreTypedResults()
{
    QuestionThread thread;
    std::optional<Result<std::vector<int>>> result;
    const auto keep = [&](Result<std::vector<int>> told) { result = std::move(told); };
    thread.ask([](const std::stop_token&, const Progress&) -> Result<std::vector<int>> { return std::vector{1, 2}; },
               keep);
    QTRY_VERIFY(result);
    QCOMPARE(**result, (std::vector{1, 2}));
    result.reset();
    thread.ask([](const std::stop_token&,
                  const Progress&) -> Result<std::vector<int>> { return fail(ErrorCode::noPeople, "", "/team"); },
               keep);
    QTRY_VERIFY(result);
    QCOMPARE(result->error().code, ErrorCode::noPeople);
}

void TestQuestionThread::onlyTheLatestIsAnswered()
{
    QuestionThread thread;
    const auto held = std::make_shared<Held>();
    std::vector<int> told;
    const auto keep = [&](int value) { told.push_back(value); };
    thread.ask([held](const std::stop_token& stop, const Progress&) { return held->answer(stop, 1); }, keep);
    held->begun.acquire();
    thread.ask([](const std::stop_token&, const Progress&) { return 2; }, keep);
    QTRY_COMPARE(told, std::vector{2});
    QVERIFY(held->stopped);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), std::size_t{1});
}

void TestQuestionThread::waitingQuestionIsReplaced()
{
    QuestionThread thread;
    const auto held = std::make_shared<Held>();
    const auto asked = std::make_shared<std::atomic<int>>(0);
    std::vector<int> told;
    thread.ask([held](const std::stop_token& stop, const Progress&) { return held->answer(stop, 0); }, [](int) {});
    held->begun.acquire();
    // Once stopped, the first question goes on until it is let go: the second waits for it and is overtaken. Whichever
    // of them gets to run, one answer alone is told.
    for (int number = 1; number <= 3; ++number)
        thread.ask(
            [asked, number](const std::stop_token&, const Progress&) {
                ++*asked;
                return number;
            },
            [&](int value) { told.push_back(value); });
    QTRY_COMPARE(told, std::vector{3});
    QVERIFY(*asked >= 1 && *asked <= 3);
}

void TestQuestionThread::cancelledIsNeverAnswered()
{
    QuestionThread thread;
    const auto held = std::make_shared<Held>();
    bool told = false;
    thread.ask([held](const std::stop_token& stop, const Progress&) { return held->answer(stop, 1); },
               [&](int) { told = true; });
    held->begun.acquire();
    thread.cancel();
    QVERIFY(!thread.isBusy());
    QTRY_VERIFY(held->stopped);
    bool next = false; // by the time a later one is answered, the first is over
    thread.ask([](const std::stop_token&, const Progress&) { return 2; }, [&](int) { next = true; });
    QTRY_VERIFY(next);
    QVERIFY(!told);
}

void TestQuestionThread::lateAnswerIsDropped()
{
    QuestionThread thread;
    const auto done = std::make_shared<QSemaphore>();
    bool told = false;
    thread.ask(
        [done](const std::stop_token&, const Progress& progress) {
            progress(1);
            done->release();
            return 1;
        },
        [&](int) { told = true; });
    done->acquire(); // it has its answer, which has not been told yet
    thread.cancel();
    QSignalSpy progressed(&thread, &QuestionThread::progressed);
    bool next = false;
    thread.ask([](const std::stop_token&, const Progress&) { return 2; }, [&](int) { next = true; });
    QTRY_VERIFY(next);
    QVERIFY(!told);
    QCOMPARE(progressed.count(), 0);
}

void TestQuestionThread::answerMayAskAgain()
{
    QuestionThread thread;
    std::vector<int> told;
    thread.ask([](const std::stop_token&, const Progress&) { return 1; },
               [&](int first) {
                   told.push_back(first);
                   thread.ask([first](const std::stop_token&, const Progress&) { return first + 1; },
                              [&](int second) { told.push_back(second); });
               });
    QTRY_COMPARE(told, (std::vector{1, 2}));
    QVERIFY(!thread.isBusy());
}

void TestQuestionThread::progressIsToldWhileUnderWay()
{
    QuestionThread thread;
    QSignalSpy progressed(&thread, &QuestionThread::progressed);
    const auto held = std::make_shared<Held>();
    bool told = false;
    thread.ask(
        [held](const std::stop_token& stop, const Progress& progress) {
            progress(0.25);
            return held->answer(stop, 1);
        },
        [&](int) { told = true; });
    QTRY_COMPARE(progressed.count(), 1);
    QCOMPARE(progressed.first().first().toDouble(), 0.25);
    QVERIFY(!told);
    held->letGo.release();
    QTRY_VERIFY(told);
}

void TestQuestionThread::endsWhileUnderWay()
{
    const auto held = std::make_shared<Held>();
    bool told = false;
    {
        QuestionThread thread;
        thread.ask([held](const std::stop_token& stop, const Progress&) { return held->answer(stop, 1); },
                   [&](int) { told = true; });
        held->begun.acquire();
    }
    QVERIFY(held->stopped);
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

TRESTLE_UI_TEST(TestQuestionThread)
#include "tst_question_thread.moc"
