#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

using namespace trestle;

namespace {

const QString kItem = QStringLiteral("caching");

/// A window with settings and plans of its own, whose questions are answered by the test.
class Session {
public:
    Session() : m_settings(file("settings.ini"))
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = file("plans");
        services.ask.fileToWrite = [this](auto&&...) { return fileToWrite; };
        services.ask.unsaved = [](auto&&...) { return Ask::Unsaved::Discard; };
        services.ask.damaged = [this](QWidget*, const Ask::DamagedPlan& plan) {
            damaged = plan;
            return answer;
        };
        m_window = std::make_unique<MainWindow>(m_settings, std::move(services));
        testing::showAt(*m_window, QSize(1280, 720));
    }

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] PlanDocument& document() const { return *m_window->document(); }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QLabel& banner() const { return *find<QLabel>("saveBannerText"); }
    [[nodiscard]] QString news() const { return find<QLabel>("newsBannerText")->text(); }
    void press(const char* button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    /// A plan with an edit in it, not open.
    QString makePlan(const char* name) const
    {
        const QString path = file(name);
        Result<PlanFile> plan =
            PlanFile::create(path.toStdString(), testing::sampleProject(), "New plan", testing::tickingClock());
        Project project = plan->document().project;
        project.base.client = "First edit";
        if (!plan->edit(project, "Client"))
            qFatal("The plan is not made");
        return path;
    }
    /// Open, with everything on disk.
    QString openPlan(const char* name) const
    {
        const QString path = makePlan(name);
        if (!window().openPath(path))
            qFatal("The plan does not open");
        return path;
    }

    QString fileToWrite;
    Ask::Damaged answer = Ask::Damaged::Cancel;
    std::optional<Ask::DamagedPlan> damaged;

private:
    QTemporaryDir m_folder;
    Settings m_settings;
    std::unique_ptr<MainWindow> m_window;
};

/// Another process that has the plan open until it is told to go.
class Holder {
public:
    explicit Holder(const QString& path)
    {
        std::array<int, 2> ready{};
        std::array<int, 2> go{};
        if (pipe(ready.data()) != 0 || pipe(go.data()) != 0)
            qFatal("No pipe");
        m_go = go[1];
        m_process = fork();
        if (m_process == 0) {
            close(go[1]);
            char answer = 'n';
            {
                const Result<PlanFile> file = PlanFile::open(path.toStdString());
                answer = file ? 'y' : 'n';
                const bool told = write(ready[1], &answer, 1) == 1;
                char any = 0;
                static_cast<void>(told && read(go[0], &any, 1));
            }
            _exit(0);
        }
        close(go[0]);
        char answer = 'n';
        if (read(ready[0], &answer, 1) != 1 || answer != 'y')
            qFatal("The other process does not open the plan");
    }
    ~Holder() { release(); }
    void release()
    {
        if (m_go < 0)
            return;
        close(m_go);
        m_go = -1;
        waitpid(m_process, nullptr, 0);
    }
    [[nodiscard]] pid_t process() const { return m_process; }

private:
    pid_t m_process = 0;
    int m_go = -1;
};

/// No file grows beyond a size while it lives, as on a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t size)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{size, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("Cannot write");
}

Project projectAt(const QString& path)
{
    const Result<PlanFile> file = PlanFile::open(path.toStdString(), OpenMode::readOnly);
    if (!file)
        qFatal("The plan does not open: %s", file.error().what.c_str());
    return file->document().project;
}

/// Spoils the text of the newest revision where it stands in the file, so that its hash is wrong.
void spoilHead(const QString& path)
{
    QByteArray bytes = bytesOf(path);
    int spoiled = 0;
    for (qsizetype at = bytes.indexOf("First edit"); at >= 0; at = bytes.indexOf("First edit", at + 1), ++spoiled)
        bytes[at] = 'f';
    if (spoiled == 0)
        qFatal("Nothing to spoil");
    writeBytes(path, bytes);
}

/// Lands at a name in one step, as sync tools do.
void replaceFile(const QString& path, const QByteArray& bytes)
{
    writeBytes(path + QStringLiteral(".part"), bytes);
    if (rename(qPrintable(path + QStringLiteral(".part")), qPrintable(path)) != 0)
        qFatal("Cannot replace");
}

} // namespace

class TestFileTrust : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void openElsewhereIsReadHere();
    void aHolderThatGoesLeavesThePlanToUs();
    void whatTheHolderDoesIsSeen();
    void noRightToWrite();
    void aCopyOfAReadOnlyPlanIsWorkedIn();
    void damagedPlansAreRepairedIntoACopy();
    void damagedPlansStayAsTheyAre();
    void damageInALongHistoryIsToldAfterOpening();
    void nothingToRescue();
    void newerPlansAreRefusedUntouched();
    void vanishedFilesAreToldAndComeBack();
    void aCopyOfAVanishedPlanIsWorkedIn();
    void replacedFilesAreLoadedAgain();
    void bothAreKeptWhereBothChanged();
    void fullDiskIsToldAndRecovers();
    void linksLeadToTheOpenPlan();
    void recentPlansThatAreGoneCanBeRemoved();
};

void TestFileTrust::openElsewhereIsReadHere()
{
    const Session session;
    const QString path = session.makePlan("a.trestle");
    const Holder holder(path);
    QVERIFY(session.window().openPath(path));
    QVERIFY(session.document().readOnlyReason());
    QVERIFY(session.banner().isVisible());
    QVERIFY2(session.banner().text().contains(QString::number(holder.process())), "the holder is named");
    QVERIFY(session.window().windowTitle().contains(QStringLiteral("read-only")));
    QVERIFY(session.find<QLabel>("fileLabel")->text().contains(QStringLiteral("read-only")));
    const QByteArray before = bytesOf(path);
    QSignalSpy changed(&session.document(), &PlanDocument::planChanged);
    QVERIFY(!session.document().setItemState(kItem, ItemState::done));
    QCOMPARE(stateOf(session.document().inputs(), "caching"), ItemState::missing);
    QVERIFY2(changed.count() == 1, "what was ticked on screen goes back");
    QVERIFY(session.news().startsWith(QStringLiteral("Nothing was changed")));
    QVERIFY(!session.find<QAction>("actionUndo")->isEnabled());
    QCOMPARE(bytesOf(path), before);
    const QStringList problems = testing::widgetProblems(session.window());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestFileTrust::aHolderThatGoesLeavesThePlanToUs()
{
    const Session session;
    const QString path = session.makePlan("a.trestle");
    Holder holder(path);
    QVERIFY(session.window().openPath(path));
    QSignalSpy failed(&session.document(), &PlanDocument::reloadFailed);
    session.press("saveRetry");
    QVERIFY(failed.wait());
    QVERIFY(session.banner().isVisible());
    holder.release();
    QSignalSpy reloaded(&session.document(), &PlanDocument::reloaded);
    session.press("saveRetry");
    QVERIFY(reloaded.wait());
    QVERIFY(!session.banner().isVisible());
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
    QVERIFY(session.document().waitUntilSaved());
    QCOMPARE(stateOf(projectAt(path).base, "caching"), ItemState::done);
    QVERIFY(!session.window().windowTitle().contains(QStringLiteral("read-only")));
}

void TestFileTrust::whatTheHolderDoesIsSeen()
{
    const Session session;
    const QString path = session.makePlan("a.trestle");
    Result<PlanFile> holder = PlanFile::open(path.toStdString());
    QVERIFY(holder && session.window().openPath(path));
    QVERIFY(session.document().readOnlyReason());
    Project project = holder->document().project;
    project.base.client = "Second edit";
    QVERIFY(holder->edit(project, "Client"));
    QTRY_COMPARE(session.document().inputs().client, std::string("Second edit"));
    QVERIFY(session.document().readOnlyReason());
}

void TestFileTrust::noRightToWrite()
{
    const Session session;
    const QString path = session.makePlan("a.trestle");
    // Root may write anywhere: the lock's name is taken by a folder.
    QVERIFY(QDir().mkpath(session.file(".a.trestle.lock/in the way")));
    QVERIFY(session.window().openPath(path));
    QVERIFY(session.document().readOnlyReason());
    QVERIFY(session.banner().text().startsWith(QStringLiteral("This plan can only be read here.")));
    QVERIFY(QDir(session.file(".a.trestle.lock")).removeRecursively());
    QSignalSpy reloaded(&session.document(), &PlanDocument::reloaded);
    session.press("saveRetry");
    QVERIFY(reloaded.wait());
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
}

void TestFileTrust::aCopyOfAReadOnlyPlanIsWorkedIn()
{
    Session session;
    const QString path = session.makePlan("a.trestle");
    const Holder holder(path);
    QVERIFY(session.window().openPath(path));
    session.fileToWrite = session.file("copy.trestle");
    session.press("saveCopyInstead");
    QTRY_COMPARE(session.document().filePath(), session.fileToWrite);
    QVERIFY(!session.document().readOnlyReason());
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
    QVERIFY(session.news().isEmpty());
}

void TestFileTrust::damagedPlansAreRepairedIntoACopy()
{
    Session session;
    const QString path = session.makePlan("a.trestle");
    spoilHead(path);
    const QByteArray damaged = bytesOf(path);
    session.answer = Ask::Damaged::Repair;
    session.fileToWrite = session.file("repaired");
    QVERIFY(session.window().openPath(path));
    QVERIFY(session.damaged && session.damaged->repairable);
    QVERIFY(session.damaged->rescue.startsWith(QStringLiteral("1 of its 2 versions")));
    QCOMPARE(session.document().filePath(), session.file("repaired.trestle"));
    QVERIFY(session.document().inputs() == testing::sampleProject().project.base);
    QVERIFY(session.find<QLabel>("toastText")->text().contains(QStringLiteral("repaired copy")));
    QVERIFY(session.news().isEmpty());
    QCOMPARE(bytesOf(path), damaged);
}

void TestFileTrust::damagedPlansStayAsTheyAre()
{
    Session session;
    const QString path = session.makePlan("a.trestle");
    spoilHead(path);
    const QByteArray damaged = bytesOf(path);
    QVERIFY(!session.window().openPath(path));
    QVERIFY(!session.window().document());
    QVERIFY(session.damaged);
    // A place that is taken is refused, not overwritten.
    session.answer = Ask::Damaged::Repair;
    session.fileToWrite = session.makePlan("taken.trestle");
    const QByteArray taken = bytesOf(session.fileToWrite);
    QVERIFY(!session.window().openPath(path));
    QCOMPARE(bytesOf(session.fileToWrite), taken);
    session.fileToWrite.clear();
    QVERIFY(!session.window().openPath(path));
    QCOMPARE(bytesOf(path), damaged);
}

void TestFileTrust::damageInALongHistoryIsToldAfterOpening()
{
    const Session session;
    const QString path = session.makePlan("a.trestle");
    {
        Result<PlanFile> file = PlanFile::open(path.toStdString());
        QVERIFY(file);
        for (int i = 0; i < 60; ++i) {
            Project project = file->document().project;
            project.base.notes.assign(10'000, static_cast<char>('a' + i % 26));
            QVERIFY(file->edit(project, "Notes"));
        }
    }
    QByteArray bytes = bytesOf(path);
    const qsizetype old = bytes.indexOf(QByteArray(3000, 'e'));
    QVERIFY(old > 0);
    bytes.replace(old / 4096 * 4096, 4, "\xff\xff\xff\xff"); // of a revision that is not the head
    writeBytes(path, bytes);

    QVERIFY2(session.window().openPath(path), "the plan itself is sound");
    QTRY_VERIFY(session.document().readOnlyReason());
    QCOMPARE(session.document().readOnlyReason()->code, ErrorCode::damagedPlan);
    QVERIFY(session.banner().isVisible());
    QVERIFY(session.banner().text().contains(QStringLiteral("damaged")));
    QVERIFY(session.window().windowTitle().contains(QStringLiteral("read-only")));
    QVERIFY(!session.document().setItemState(kItem, ItemState::done));
    QCOMPARE(bytesOf(path), bytes);
    const QStringList problems = testing::widgetProblems(session.window());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestFileTrust::nothingToRescue()
{
    Session session;
    const QString path = session.makePlan("a.trestle");
    QByteArray bytes = bytesOf(path);
    bytes.replace(4096, bytes.size() - 4096, QByteArray(bytes.size() - 4096, '\xa5'));
    writeBytes(path, bytes);
    session.answer = Ask::Damaged::Cancel;
    QVERIFY(!session.window().openPath(path));
    QVERIFY(session.damaged && !session.damaged->repairable && !session.damaged->readable);
    QVERIFY(session.damaged->rescue.startsWith(QStringLiteral("No version")));
}

void TestFileTrust::newerPlansAreRefusedUntouched()
{
    const Session session;
    const QString path = session.makePlan("a.trestle");
    QByteArray bytes = bytesOf(path);
    constexpr qsizetype kUserVersionAt = 60;
    bytes.replace(kUserVersionAt, 4, QByteArray("\0\0\0\x63", 4));
    writeBytes(path, bytes);
    QVERIFY(!session.window().openPath(path));
    QVERIFY(session.find<QLabel>("startNewsText")->text().contains(QStringLiteral("newer Trestle")));
    QVERIFY(!session.damaged);
    QCOMPARE(bytesOf(path), bytes);
}

void TestFileTrust::vanishedFilesAreToldAndComeBack()
{
    const Session session;
    const QString path = session.openPlan("a.trestle");
    const QString away = session.file("away.trestle");
    QVERIFY(QFile::rename(path, away));
    QTRY_VERIFY(session.banner().isVisible());
    QVERIFY(session.banner().text().contains(QStringLiteral("no longer there")));
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
    QTRY_COMPARE(session.document().saveState(), PlanDocument::SaveState::Failed);
    QVERIFY(session.window().windowTitle().contains(QStringLiteral("not saved")));
    QVERIFY2(!QFileInfo::exists(path), "nothing is made in its place");
    QVERIFY(QFile::rename(away, path));
    QTRY_VERIFY(!session.banner().isVisible());
    QTRY_COMPARE(session.document().saveState(), PlanDocument::SaveState::Saved);
    QCOMPARE(stateOf(projectAt(path).base, "caching"), ItemState::done);
}

void TestFileTrust::aCopyOfAVanishedPlanIsWorkedIn()
{
    Session session;
    const QString path = session.openPlan("a.trestle");
    QVERIFY(QFile::remove(path));
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
    QTRY_VERIFY(session.banner().isVisible());
    session.fileToWrite = session.file("copy.trestle");
    session.press("saveCopyInstead");
    QTRY_COMPARE(session.document().filePath(), session.fileToWrite);
    QCOMPARE(stateOf(session.document().inputs(), "caching"), ItemState::done);
    QVERIFY(!session.banner().isVisible());
    QVERIFY2(session.document().canUndo(), "the history came along");
}

void TestFileTrust::replacedFilesAreLoadedAgain()
{
    const Session session;
    const QString other = session.makePlan("b.trestle");
    {
        Result<PlanFile> file = PlanFile::open(other.toStdString());
        Project project = file->document().project;
        project.base.client = "From elsewhere";
        QVERIFY(file->edit(project, "Client"));
    }
    const QString path = session.file("a.trestle");
    // The same plan before that edit, so that the other file holds all of ours.
    QVERIFY(QFile::copy(other, path));
    {
        Result<PlanFile> file = PlanFile::open(path.toStdString());
        QVERIFY(file->undo());
    }
    QVERIFY(session.window().openPath(path));
    QCOMPARE(session.document().inputs().client, std::string("First edit"));
    replaceFile(path, bytesOf(other));
    QTRY_COMPARE(session.document().inputs().client, std::string("From elsewhere"));
    QVERIFY(session.news().contains(QStringLiteral("loaded again")));
    QCOMPARE(QDir(session.file("")).entryList({QStringLiteral("*.trestle")}).size(), 2);
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
    QVERIFY(session.document().waitUntilSaved());
    QCOMPARE(stateOf(projectAt(path).base, "caching"), ItemState::done);
}

void TestFileTrust::bothAreKeptWhereBothChanged()
{
    const Session session;
    const QString path = session.openPlan("a.trestle");
    const QByteArray theirs = [&] {
        const QString other = session.makePlan("b.trestle");
        Result<PlanFile> file = PlanFile::open(other.toStdString());
        Project project = file->document().project;
        project.base.client = "Theirs";
        static_cast<void>(file->edit(project, "Client"));
        file = fail(ErrorCode::cancelled); // closes it
        return bytesOf(other);
    }();
    QVERIFY(session.document().setItemState(kItem, ItemState::done));
    QVERIFY(session.document().waitUntilSaved());
    replaceFile(path, theirs);
    QTRY_COMPARE(session.document().inputs().client, std::string("Theirs"));
    QVERIFY(session.news().contains(QStringLiteral("is kept in")));
    const QStringList kept = QDir(session.file("")).entryList({QStringLiteral("a kept*.trestle")});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(stateOf(projectAt(session.file(qPrintable(kept[0]))).base, "caching"), ItemState::done);
    QCOMPARE(projectAt(path).base.client, std::string("Theirs"));
}

void TestFileTrust::fullDiskIsToldAndRecovers()
{
    const Session session;
    const QString path = session.openPlan("a.trestle");
    {
        const FullDisk full(static_cast<rlim_t>(QFileInfo(path).size()));
        for (int i = 0; i < 40 && session.document().saveState() != PlanDocument::SaveState::Failed; ++i) {
            session.document().edit(QStringLiteral("Notes"), [i](Inputs& inputs) {
                inputs.notes = std::string(2000, static_cast<char>('a' + i % 26));
            });
            session.document().waitUntilSaved();
        }
        QCOMPARE(session.document().saveState(), PlanDocument::SaveState::Failed);
        QVERIFY(session.banner().isVisible());
        QVERIFY(session.find<QPushButton>("saveCopyInstead")->isVisible());
    }
    session.press("saveRetry");
    QTRY_VERIFY(!session.banner().isVisible());
    QCOMPARE(projectAt(path).base.notes, session.document().inputs().notes);
}

void TestFileTrust::linksLeadToTheOpenPlan()
{
    const Session session;
    const QString path = session.openPlan("a.trestle");
    const PlanDocument* document = session.window().document();
    const QString symbolic = session.file("symbolic.trestle");
    QVERIFY(QFile::link(path, symbolic));
    QVERIFY(session.window().openPath(symbolic));
    QCOMPARE(session.window().document(), document);
    const QString hard = session.file("hard.trestle");
    QCOMPARE(link(qPrintable(path), qPrintable(hard)), 0);
    QVERIFY(session.window().openPath(hard));
    QCOMPARE(session.window().document(), document);
}

void TestFileTrust::recentPlansThatAreGoneCanBeRemoved()
{
    const Session session;
    const QString path = session.openPlan("a.trestle");
    QVERIFY(session.window().closePlan());
    QVERIFY(QFile::remove(path));
    QVERIFY(!session.window().openPath(path));
    QVERIFY(session.find<QLabel>("startNewsText")->text().contains(QStringLiteral("There is no file")));
    QTRY_VERIFY(session.find<QPushButton>("recentRemove1")->isVisible());
    QVERIFY(session.find<QLabel>("recentHeadline1")->text().startsWith(QStringLiteral("Not found")));
    const QStringList problems = testing::widgetProblems(session.window());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    session.press("recentRemove1");
    QTRY_VERIFY(!session.find<QPushButton>("recent1"));
}

TRESTLE_UI_TEST(TestFileTrust)
#include "tst_file_trust.moc"
