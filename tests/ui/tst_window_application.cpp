#include "tests/ui/support/harness.h"
#include "ui/base/settings.h"
#include "ui/base/window_application.h"
#include "ui/dialogs/patience.h"
#include "ui/questions/question_runner.h"
#include "ui/window/workspace.h"

#include <QTimer>
#include <QWidget>

#include <new>
#include <stdexcept>
#include <thread>

using namespace trestle;

namespace {

const QString kItem = QStringLiteral("caching");

WindowApplication& application()
{
    return static_cast<WindowApplication&>(*qApp);
}

/// Runs the event loop until what `soon` does ends it.
template <class Soon>
void runUntil(const Soon& soon)
{
    QTimer::singleShot(0, qApp, soon);
    application().run();
}

} // namespace

/// What escapes from a handler or a job ends the window's loop, not the process: nothing that was edited is lost.
class TestWindowApplication : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void whatEscapesIsThrownOnOnce();
    void noEditIsLost();
    void jobsOnOtherThreadsCount();
    void jobsOfTheFileCount();
    void questionsCount();
    void waitingThrowsOn();
};

void TestWindowApplication::whatEscapesIsThrownOnOnce()
{
    QVERIFY_EXCEPTION_THROWN(runUntil([] { throw std::bad_alloc(); }), std::bad_alloc);
    QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(7); });
    QCOMPARE(application().run(), 7);
}

void TestWindowApplication::noEditIsLost()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    Settings settings(open.folder() + QStringLiteral("/settings.ini"));
    {
        Workspace workspace(document, settings);
        // The part of the window that fails is told of the edit like all others.
        connect(&document, &PlanDocument::planChanged, this, [] { throw std::runtime_error("a part that fails"); });
        QVERIFY_EXCEPTION_THROWN(runUntil([&] { document.setItemState(kItem, ItemState::done); }), std::runtime_error);
    }
    open.close();
    const Result<PlanFile> file = PlanFile::open(open.path().toStdString(), OpenMode::readOnly);
    QVERIFY(file);
    QCOMPARE(trestle::stateOf(file->document().project.base, kItem.toStdString()), ItemState::done);
}

void TestWindowApplication::jobsOnOtherThreadsCount()
{
    QObject receiver;
    std::jthread worker;
    QVERIFY_EXCEPTION_THROWN(runUntil([&] {
                                 worker = std::jthread(
                                     [&] { runFor(&receiver, [] { throw std::runtime_error("in a worker"); }); });
                             }),
                             std::runtime_error);
}

void TestWindowApplication::jobsOfTheFileCount()
{
    testing::OpenPlan open;
    QVERIFY_EXCEPTION_THROWN(runUntil([&] {
                                 open.document().withFile(
                                     this, [](PlanFile&) -> std::function<void()> { throw std::bad_alloc(); });
                             }),
                             std::bad_alloc);
    // The file's thread goes on: edits after it are written.
    open.document().setItemState(kItem, ItemState::done);
    QVERIFY(open.document().waitUntilSaved());
}

void TestWindowApplication::questionsCount()
{
    QuestionRunner thread;
    QVERIFY_EXCEPTION_THROWN(
        runUntil([&] { thread.ask([](const QuestionOptions&) -> int { throw std::bad_alloc(); }, [](int) {}); }),
        std::bad_alloc);
    int answer = 0;
    thread.ask([](const QuestionOptions&) { return 42; }, [&](int found) { answer = found; });
    QTRY_COMPARE(answer, 42);
}

void TestWindowApplication::waitingThrowsOn()
{
    QWidget parent;
    QVERIFY_EXCEPTION_THROWN(waitForJob(&parent, QStringLiteral("Working…"), [] { throw std::bad_alloc(); }),
                             std::bad_alloc);
}

int main(int argc, char** argv)
{
    WindowApplication window(argc, argv);
    TestWindowApplication test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window_application.moc"
