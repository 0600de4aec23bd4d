#include "tests/ui/support/harness.h"
#include "ui/base/settings.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPointer>

using namespace trestle;

namespace {

QList<MainWindow*> windows()
{
    QList<MainWindow*> found;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible())
            found += window;
    return found;
}

struct Desk {
    Desk()
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        services.severalWindows = true;
        services.ask.fileToOpen = [this](QWidget*, const QString&, const QString&, const QString&) { return toOpen; };
        first = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*first, QSize(1280, 720));
    }
    ~Desk()
    {
        for (MainWindow* window : windows())
            window->close();
    }
    static void trigger(const MainWindow& window, const char* action)
    {
        window.findChild<QAction*>(QString::fromLatin1(action))->trigger();
    }
    [[nodiscard]] MainWindow* other() const
    {
        for (MainWindow* window : windows())
            if (window != first.get())
                return window;
        return nullptr;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    QString toOpen;
    std::unique_ptr<MainWindow> first;
};

} // namespace

class TestWindows : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void aNewWindowHasAPlanOfItsOwn();
    void whatIsOpenedBesideAPlanGetsAWindow();
    void aPlanIsOpenOnce();
    void quitClosesAll();
    void theHeaderNamesPlanAndClient();
};

void TestWindows::aNewWindowHasAPlanOfItsOwn()
{
    const Desk desk;
    desk.first->openSample();
    Desk::trigger(*desk.first, "actionNewWindow");
    QCOMPARE(windows().size(), qsizetype{2});
    MainWindow* other = desk.other();
    QVERIFY(!other->document());
    QVERIFY(other->pos() != desk.first->pos());
    other->openSample();
    QVERIFY(other->document() && other->document() != desk.first->document());
    QVERIFY(other->document()->filePath() != desk.first->document()->filePath());
    const QPointer<MainWindow> kept(other);
    other->close();
    QTRY_VERIFY(!kept);
    QVERIFY(desk.first->document());
}

void TestWindows::whatIsOpenedBesideAPlanGetsAWindow()
{
    Desk desk;
    Desk::trigger(*desk.first, "sample_start-up"); // where nothing is open it takes the place
    QCOMPARE(windows().size(), qsizetype{1});
    const QString path = desk.first->document()->filePath();
    Desk::trigger(*desk.first, "sample_start-up");
    QCOMPARE(windows().size(), qsizetype{2});
    QCOMPARE(desk.first->document()->filePath(), path);
    desk.toOpen = desk.other()->document()->filePath();
    desk.other()->close();
    QTRY_COMPARE(windows().size(), qsizetype{1});
    Desk::trigger(*desk.first, "actionOpen");
    QCOMPARE(windows().size(), qsizetype{2});
    QCOMPARE(desk.other()->document()->filePath(), desk.toOpen);
}

void TestWindows::aPlanIsOpenOnce()
{
    Desk desk;
    desk.first->openSample();
    desk.toOpen = desk.first->document()->filePath();
    Desk::trigger(*desk.first, "actionNewWindow");
    Desk::trigger(*desk.other(), "actionOpen");
    QCOMPARE(windows().size(), qsizetype{2});
    QVERIFY(!desk.other()->document()); // the window that has it came to the front
    QTRY_VERIFY(desk.first->isActiveWindow());
    QVERIFY(!desk.first->document()->readOnlyReason());
}

void TestWindows::quitClosesAll()
{
    const Desk desk;
    desk.first->openSample();
    const QString path = desk.first->document()->filePath();
    Desk::trigger(*desk.first, "sample_start-up");
    desk.first->document()->setItemState(QStringLiteral("tls"), ItemState::done);
    Desk::trigger(*desk.other(), "actionQuit");
    QTRY_VERIFY(windows().isEmpty());
    // All of it is on disk.
    const Result<PlanFile> file = PlanFile::open(path.toStdString(), OpenMode::readOnly, systemClock);
    QVERIFY(file);
    const Result<ProjectDocument> kept = file->documentAt(file->head().id);
    QVERIFY(kept && kept->project.base.items.at("tls").progress.state == ItemState::done);
}

void TestWindows::theHeaderNamesPlanAndClient()
{
    const Desk desk;
    desk.first->openSample();
    desk.first->resize(1480, 940);
    desk.first->document()->edit(QStringLiteral("Client"), [](Inputs& inputs) { inputs.client = "Acme"; });
    const auto* label = desk.first->findChild<QLabel*>(QStringLiteral("fileLabel"));
    QTRY_VERIFY(label->text().startsWith(QStringLiteral("Ledgerly for Acme ·")));
    // A long one gives way.
    desk.first->document()->edit(QStringLiteral("Client"),
                                 [](Inputs& inputs) { inputs.client = "Acme Holdings of Western Australia"; });
    desk.first->resize(1024, 640);
    QTRY_VERIFY(label->text().startsWith(QStringLiteral("Ledgerly ·")));
    QVERIFY(label->toolTip().contains(QStringLiteral("Acme")));
}

TRESTLE_UI_TEST(TestWindows)
#include "tst_windows.moc"
