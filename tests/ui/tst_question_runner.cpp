#include "models/error.h"
#include "tests/ui/support/harness.h"
#include "ui/questions/question_runner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

using namespace trestle;

namespace {

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

class TestQuestionRunner : public testing::UiTest {
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
    void leavesACoreToTheWindow();
    void anAnswerOfAnOlderPlanIsNotTold_data();
    void anAnswerOfAnOlderPlanIsNotTold();
    void ownerThatIsGoneHearsNothing();
};

void TestQuestionRunner::answersInTheOwnersThread()
{
    QuestionRunner thread;
    const QThread* asker = QThread::currentThread();
    const QThread* worker = nullptr;
    const QThread* told = nullptr;
    QVERIFY(!thread.isBusy());
    thread.ask([](const QuestionOptions&) { return QThread::currentThread(); },
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

void TestQuestionRunner::answersAreTypedResults()
{
    QuestionRunner thread;
    std::optional<Result<std::vector<int>>> result;
    const auto keep = [&](Result<std::vector<int>> told) { result = std::move(told); };
    thread.ask([](const QuestionOptions&) -> Result<std::vector<int>> { return std::vector{1, 2}; }, keep);
    QTRY_VERIFY(result);
    QCOMPARE(**result, (std::vector{1, 2}));
    result.reset();
    thread.ask(
        [](const QuestionOptions&) -> Result<std::vector<int>> { return fail(ErrorCode::noPeople, "", "/team"); },
        keep);
    QTRY_VERIFY(result);
    QCOMPARE(result->error().code, ErrorCode::noPeople);
}

void TestQuestionRunner::onlyTheLatestIsAnswered()
{
    QuestionRunner thread;
    const auto held = std::make_shared<Held>();
    std::vector<int> told;
    const auto keep = [&](int value) { told.push_back(value); };
    thread.ask([held](const QuestionOptions& options) { return held->answer(options.stop, 1); }, keep);
    held->begun.acquire();
    thread.ask([](const QuestionOptions&) { return 2; }, keep);
    QTRY_COMPARE(told, std::vector{2});
    QVERIFY(held->stopped);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), std::size_t{1});
}

void TestQuestionRunner::waitingQuestionIsReplaced()
{
    QuestionRunner thread;
    const auto held = std::make_shared<Held>();
    const auto asked = std::make_shared<std::atomic<int>>(0);
    std::vector<int> told;
    thread.ask([held](const QuestionOptions& options) { return held->answer(options.stop, 0); }, [](int) {});
    held->begun.acquire();
    // Once stopped, the first question goes on until it is let go: the second waits for it and is overtaken. Whichever
    // of them gets to run, one answer alone is told.
    for (int number = 1; number <= 3; ++number)
        thread.ask(
            [asked, number](const QuestionOptions&) {
                ++*asked;
                return number;
            },
            [&](int value) { told.push_back(value); });
    QTRY_COMPARE(told, std::vector{3});
    QVERIFY(*asked >= 1 && *asked <= 3);
}

void TestQuestionRunner::cancelledIsNeverAnswered()
{
    QuestionRunner thread;
    const auto held = std::make_shared<Held>();
    bool told = false;
    thread.ask([held](const QuestionOptions& options) { return held->answer(options.stop, 1); },
               [&](int) { told = true; });
    held->begun.acquire();
    thread.cancel();
    QVERIFY(!thread.isBusy());
    QTRY_VERIFY(held->stopped);
    bool next = false; // by the time a later one is answered, the first is over
    thread.ask([](const QuestionOptions&) { return 2; }, [&](int) { next = true; });
    QTRY_VERIFY(next);
    QVERIFY(!told);
}

void TestQuestionRunner::lateAnswerIsDropped()
{
    QuestionRunner thread;
    const auto done = std::make_shared<QSemaphore>();
    bool told = false;
    thread.ask(
        [done](const QuestionOptions& options) {
            options.progress(1);
            done->release();
            return 1;
        },
        [&](int) { told = true; });
    done->acquire(); // it has its answer, which has not been told yet
    thread.cancel();
    QSignalSpy progressed(&thread, &QuestionRunner::progressed);
    bool next = false;
    thread.ask([](const QuestionOptions&) { return 2; }, [&](int) { next = true; });
    QTRY_VERIFY(next);
    QVERIFY(!told);
    QCOMPARE(progressed.count(), 0);
}

void TestQuestionRunner::answerMayAskAgain()
{
    QuestionRunner thread;
    std::vector<int> told;
    thread.ask([](const QuestionOptions&) { return 1; },
               [&](int first) {
                   told.push_back(first);
                   thread.ask([first](const QuestionOptions&) { return first + 1; },
                              [&](int second) { told.push_back(second); });
               });
    QTRY_COMPARE(told, (std::vector{1, 2}));
    QVERIFY(!thread.isBusy());
}

void TestQuestionRunner::progressIsToldWhileUnderWay()
{
    QuestionRunner thread;
    QSignalSpy progressed(&thread, &QuestionRunner::progressed);
    const auto held = std::make_shared<Held>();
    bool told = false;
    thread.ask(
        [held](const QuestionOptions& options) {
            options.progress(0.25);
            return held->answer(options.stop, 1);
        },
        [&](int) { told = true; });
    QTRY_COMPARE(progressed.count(), 1);
    QCOMPARE(progressed.first().first().toDouble(), 0.25);
    QVERIFY(!told);
    held->letGo.release();
    QTRY_VERIFY(told);
}

void TestQuestionRunner::endsWhileUnderWay()
{
    const auto held = std::make_shared<Held>();
    bool told = false;
    {
        QuestionRunner thread;
        thread.ask([held](const QuestionOptions& options) { return held->answer(options.stop, 1); },
                   [&](int) { told = true; });
        held->begun.acquire();
    }
    QVERIFY(held->stopped);
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestQuestionRunner::leavesACoreToTheWindow()
{
    QuestionRunner runner;
    std::optional<unsigned> threads;
    runner.ask([](const QuestionOptions& options) { return options.threads; }, [&](unsigned told) { threads = told; });
    QTRY_VERIFY(threads);
    QCOMPARE(*threads, workThreads());
    QVERIFY(*threads >= 1);
    QVERIFY(*threads == 1 || *threads < std::thread::hardware_concurrency());
}

void TestQuestionRunner::anAnswerOfAnOlderPlanIsNotTold_data()
{
    QTest::addColumn<bool>("isNoted"); // a note is nothing that an answer depends on
    QTest::newRow("a tick") << false;
    QTest::newRow("a note") << true;
}

void TestQuestionRunner::anAnswerOfAnOlderPlanIsNotTold()
{
    QFETCH(const bool, isNoted);
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QuestionRunner runner([&document] { return document.sharedPlan(); });
    const auto held = std::make_shared<Held>();
    bool told = false;
    runner.ask(
        document.sharedPlan(),
        [held](const Plan&, const QuestionOptions& options) { return held->answer(options.stop, 1); },
        [&](int) { told = true; });
    held->begun.acquire();
    QVERIFY(document.edit(QStringLiteral("Edit"), [&](Inputs& inputs) {
        if (isNoted)
            inputs.notes = "A note";
        else
            inputs.items["indexes"].progress.state = ItemState::excluded;
    }));
    held->letGo.release();
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(told, isNoted);
}

void TestQuestionRunner::ownerThatIsGoneHearsNothing()
{
    auto owner = std::make_unique<QObject>();
    auto* runner = new QuestionRunner(owner.get());
    const auto done = std::make_shared<QSemaphore>();
    bool told = false;
    runner->ask(
        [done](const QuestionOptions&) {
            done->release();
            return 1;
        },
        [&](int) { told = true; });
    done->acquire(); // the answer is on its way
    owner.reset();
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

TRESTLE_UI_TEST(TestQuestionRunner)
#include "tst_question_runner.moc"
