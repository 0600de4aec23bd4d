#include "models/proposals.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/sample_scan.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/document/plan_document.h"
#include "ui/new_plan/new_plan_dialog.h"
#include "ui/new_plan/scanned_plan_dialog.h"
#include "ui/scan/evidence_file.h"
#include "ui/scan/proposal_pane.h"
#include "ui/scan/scan_review.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QUrl>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace trestle;

/// From a folder to a plan, through the window itself. The folder is chosen and scanned by the test.
class TestScanStart : public testing::UiTest {
    Q_OBJECT
public:
    TestScanStart() { reset(); }

private Q_SLOTS:
    void cleanup() { reset(); }
    void threeClicksFromTheStartPage();
    void opensWithoutAcceptingAll();
    void answersOutliveAPlanThatCannotBeMade();
    void leavesNothingWhenCancelled();
    void reallyScansAFolder();
    void progressIsShownAndStopped();
    void closedMeanwhile_data();
    void closedMeanwhile();
    void openPlanIsScannedAndScannedAgain();
    void newPlanScansItsFolder();
    void failureIsTold();
    void evidenceOpensTheFile();
    void bannerLeadsToTheReview();
    void tabIsThereWhileProposalsWait();

private:
    /// A scan that goes on until it is told to end, or is stopped.
    struct Gate {
        std::mutex mutex;
        std::condition_variable_any wake;
        bool open = true;
        std::atomic<int> started{0};
        std::atomic<int> stopped{0};
    };
    void reset();
    std::unique_ptr<MainWindow> start();
    void setGate(bool open);
    QString prototype() const { return m_folder->filePath(QStringLiteral("Corner shop")); }
    static void click(QWidget& window, const char* name);
    static void trigger(QWidget& window, const char* name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<Gate> m_gate;
    Result<Scan> m_answer;
    QStringList m_asked;  ///< where the choice of a folder began
    QList<QUrl> m_opened; ///< in other programs
    QStringList m_started;
};

void TestScanStart::reset()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir().mkpath(prototype() + QStringLiteral("/src/auth"));
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_gate = std::make_shared<Gate>();
    m_answer = testing::sampleScan();
    m_asked.clear();
    m_opened.clear();
    m_started.clear();
}

std::unique_ptr<MainWindow> TestScanStart::start()
{
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder->filePath(QStringLiteral("plans"));
    services.ask.folder = [this](QWidget*, const QString&, const QString& from) {
        m_asked += from;
        return prototype();
    };
    services.openOutside = [this](const QUrl& url) {
        m_opened += url;
        return true;
    };
    services.startProgram = [this](const QString& program, const QStringList& arguments) {
        m_started = QStringList{program} + arguments;
        return true;
    };
    services.scan = [gate = m_gate, this](const std::string&, const Catalogue&,
                                          const ScanOptions& options) -> Result<Scan> {
        ++gate->started;
        if (options.progress)
            options.progress({1200, 300});
        std::unique_lock lock(gate->mutex);
        if (!gate->wake.wait(lock, options.stop, [&] { return gate->open; })) {
            ++gate->stopped;
            return std::unexpected(Error{ErrorCode::cancelled, {}, {}, {}});
        }
        return m_answer;
    };
    auto window = std::make_unique<MainWindow>(*m_settings, std::move(services));
    testing::showAt(*window, QSize(1280, 720));
    return window;
}

void TestScanStart::setGate(bool open)
{
    {
        const std::lock_guard lock(m_gate->mutex);
        m_gate->open = open;
    }
    m_gate->wake.notify_all();
}

void TestScanStart::click(QWidget& window, const char* name)
{
    auto* button = window.findChild<QPushButton*>(QLatin1StringView(name));
    QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestScanStart::trigger(QWidget& window, const char* name)
{
    window.findChild<QAction*>(QLatin1StringView(name))->trigger();
}

void TestScanStart::threeClicksFromTheStartPage()
{
    const auto window = start();
    click(*window, "startScan"); // 1, and 2 in the choice of a folder
    QTRY_VERIFY(window->findChild<ScannedPlanDialog*>());
    auto* dialog = window->findChild<ScannedPlanDialog*>();
    QVERIFY(dialog->isVisible() && !window->document());
    const QStringList problems = testing::widgetProblems(*dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    click(*dialog, "scannedPlanAcceptAll"); // 3
    QVERIFY(window->document());
    const Inputs& inputs = window->document()->inputs();
    QCOMPARE(inputs.name, std::string("Corner shop"));
    QCOMPARE(stateOf(inputs, "password-hashing"), ItemState::done);
    QCOMPARE(stateOf(inputs, "sessions"), ItemState::partial);
    QCOMPARE(openProposals(inputs), std::size_t{4});
    QVERIFY(evidenceOf(inputs, "password-hashing"));
    QCOMPARE(window->document()->filePath(), m_folder->filePath(QStringLiteral("plans/Corner shop.trestle")));
    QCOMPARE(scanFolderOf(*m_settings, window->document()->filePath()), prototype());
    window->close();
}

void TestScanStart::opensWithoutAcceptingAll()
{
    const auto window = start();
    click(*window, "startScan");
    QTRY_VERIFY(window->findChild<ScannedPlanDialog*>());
    auto* dialog = window->findChild<ScannedPlanDialog*>();
    dialog->review().showItem("password-hashing");
    QTest::keyClick(&dialog->review().list(), Qt::Key_A);
    dialog->review().showItem("sessions");
    QTest::keyClick(&dialog->review().list(), Qt::Key_A);
    QTest::keyClick(&dialog->review().list(), Qt::Key_U);
    click(*dialog, "scannedPlanOpen");
    QVERIFY(window->document());
    QCOMPARE(stateOf(window->document()->inputs(), "password-hashing"), ItemState::done);
    QCOMPARE(stateOf(window->document()->inputs(), "sessions"), ItemState::missing);
    QCOMPARE(openProposals(window->document()->inputs()), std::size_t{5});
    window->close();
}

void TestScanStart::answersOutliveAPlanThatCannotBeMade()
{
    const auto window = start();
    QFile inTheWay(m_folder->filePath(QStringLiteral("plans")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    click(*window, "startScan");
    QTRY_VERIFY(window->findChild<ScannedPlanDialog*>());
    auto* dialog = window->findChild<ScannedPlanDialog*>();
    click(*dialog, "scannedPlanAcceptAll");
    QVERIFY(!window->document());
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("scannedPlanProblem"))->isVisible());
    QVERIFY(inTheWay.remove());
    click(*dialog, "scannedPlanOpen");
    QVERIFY(window->document());
    QCOMPARE(stateOf(window->document()->inputs(), "password-hashing"), ItemState::done);
    QTRY_VERIFY(!window->findChild<ScannedPlanDialog*>());
    window->close();
}

void TestScanStart::leavesNothingWhenCancelled()
{
    const auto window = start();
    click(*window, "startScan");
    QTRY_VERIFY(window->findChild<ScannedPlanDialog*>());
    window->findChild<ScannedPlanDialog*>()->reject();
    QVERIFY(!window->document());
    QVERIFY(!QDir(m_folder->filePath(QStringLiteral("plans"))).exists());
    QVERIFY(m_settings->list(keys::scanFolders).isEmpty());
    window->close();
}

// The scan itself, over a few files.
void TestScanStart::reallyScansAFolder()
{
    const auto write = [this](const char* name, const char* text) {
        QFile file(prototype() + u'/' + QLatin1StringView(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    };
    QVERIFY(write("requirements.txt", "flask==3.0.0\nbcrypt==4.1.2\n"));
    QVERIFY(write("src/auth/login.py", "import bcrypt\n\n\ndef register(password):\n"
                                       "    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(12))\n"));
    const Result<LoadedCatalogue> catalogue = builtinCatalogue();
    QVERIFY(catalogue);
    m_answer = scanFolder(format::utf8(prototype()), *catalogue->catalogue);
    QVERIFY(m_answer);
    const auto window = start();
    click(*window, "startScan");
    QTRY_VERIFY(window->findChild<ScannedPlanDialog*>());
    auto* dialog = window->findChild<ScannedPlanDialog*>();
    dialog->review().showItem("password-hashing");
    QCOMPARE(dialog->review().pane().item(), std::string("password-hashing"));
    const Proposal& proposal = dialog->inputs().proposals.at("password-hashing");
    QCOMPARE(proposal.state, FoundState::done);
    QVERIFY(std::ranges::any_of(proposal.evidence,
                                [](const Evidence& place) { return place.path == "src/auth/login.py"; }));
    dialog->reject();
    window->close();
}

void TestScanStart::progressIsShownAndStopped()
{
    const auto window = start();
    setGate(false);
    click(*window, "startScan");
    const auto dialog = [&] { return window->findChild<QDialog*>(QStringLiteral("scanProgressDialog")); };
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QTRY_COMPARE(dialog()->findChild<QLabel*>(QStringLiteral("scanProgressText"))->text(),
                 QStringLiteral("Scanning Corner shop: 1,200 files found, 300 read"));
    QVERIFY(!dialog()->isModal());
    QVERIFY(window->isEnabled()); // it can be used meanwhile
    const QStringList problems = testing::widgetProblems(*dialog());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->click();
    QTRY_COMPARE(m_gate->stopped.load(), 1);
    QTRY_VERIFY(!dialog());
    QVERIFY(!window->findChild<ScannedPlanDialog*>());
    window->close();
}

void TestScanStart::closedMeanwhile_data()
{
    QTest::addColumn<bool>("hasPlan");
    QTest::addColumn<bool>("isWindow");
    QTest::newRow("the plan") << true << false;
    QTest::newRow("the window") << true << true;
    QTest::newRow("the window without a plan") << false << true;
}

void TestScanStart::closedMeanwhile()
{
    QFETCH(bool, hasPlan);
    QFETCH(bool, isWindow);
    auto window = start();
    QVERIFY(!hasPlan || window->openSample());
    setGate(false);
    trigger(*window, "actionScan");
    QTRY_COMPARE(m_gate->started.load(), 1);
    QVERIFY(isWindow ? window->close() : window->closePlan());
    QTRY_COMPARE(m_gate->stopped.load(), 1);
    setGate(true);
    QCoreApplication::processEvents();
    QVERIFY(!window->document());
    QVERIFY(!window->findChild<ScannedPlanDialog*>());
}

void TestScanStart::openPlanIsScannedAndScannedAgain()
{
    const auto window = start();
    QVERIFY(window->openSample());
    click(*window, "checklistScan");
    QTRY_COMPARE(openProposals(window->document()->inputs()), std::size_t{5});
    QCOMPARE(window->workspace()->page(), Workspace::ScanTab);
    auto* news = window->findChild<QLabel*>(QStringLiteral("reviewNews"));
    QVERIFY(news->text().contains(QStringLiteral("214 files read, 8,310 skipped, 3 not read")));
    QVERIFY(!news->text().contains(QStringLiteral("changed")));
    m_answer->items.front().state = FoundState::partial;
    click(*window, "reviewAgain");
    QTRY_VERIFY(news->text().contains(QStringLiteral("1 state changed")));
    QCOMPARE(m_asked.last(), prototype()); // where it was scanned before
    window->document()->undo();
    window->document()->undo();
    QVERIFY(window->document()->inputs().proposals.empty());
    window->close();
}

void TestScanStart::newPlanScansItsFolder()
{
    const Result<LoadedCatalogue> catalogue = builtinCatalogue();
    QVERIFY(catalogue);
    NewPlanDialog dialog({catalogue->catalogue,
                          m_folder->path(),
                          testing::today(),
                          {},
                          [this](QWidget*, const QString&, const QString&) { return prototype(); }});
    testing::showAt(dialog, dialog.size());
    const auto field = [&](const char* name) { return dialog.findChild<QLineEdit*>(QLatin1StringView(name)); };
    field("newPlanName")->setText(QStringLiteral("Shop"));
    field("newPlanPrototype")->setText(m_folder->filePath(QStringLiteral("nowhere")));
    dialog.accept();
    QCOMPARE(dialog.step(), 0);
    QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("newPlanPrototypeProblem"))
                ->text()
                .contains(QStringLiteral("is not a folder")));
    click(dialog, "newPlanScan");
    QCOMPARE(field("newPlanPrototype")->text(), prototype());
    dialog.accept();
    QCOMPARE(dialog.step(), 1);
    QCOMPARE(dialog.plan().prototype, prototype());

    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder->filePath(QStringLiteral("plans"));
    services.ask.newPlan = [wanted = dialog.plan()](QWidget*, const NewPlanSetting&) { return std::optional(wanted); };
    services.scan = [this](const std::string&, const Catalogue&, const ScanOptions&) { return m_answer; };
    MainWindow window(*m_settings, std::move(services));
    testing::showAt(window, QSize(1280, 720));
    click(window, "startNew");
    QVERIFY(window.document());
    QTRY_COMPARE(openProposals(window.document()->inputs()), std::size_t{6});
    QCOMPARE(window.workspace()->page(), Workspace::ScanTab);
    window.close();
}

void TestScanStart::failureIsTold()
{
    const auto window = start();
    m_answer = std::unexpected(Error{ErrorCode::fileUnreadable, "/gone", {}, {}});
    click(*window, "startScan");
    auto* news = window->findChild<QLabel*>(QStringLiteral("startNewsText"));
    QTRY_VERIFY(news->isVisible());
    QVERIFY(news->text().contains(QStringLiteral("/gone")));
    window->close();
}

void TestScanStart::evidenceOpensTheFile()
{
    QFile file(prototype() + QStringLiteral("/src/auth/login.py"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto window = start();
    QVERIFY(window->openSample());
    trigger(*window, "actionScan");
    QTRY_COMPARE(openProposals(window->document()->inputs()), std::size_t{5});
    ScanReview& review = *window->findChild<ScanReview*>();
    review.showItem("password-hashing");
    const QString path = QFileInfo(file.fileName()).canonicalFilePath();
    QTest::keyClick(&review.list(), Qt::Key_Return);
    QCOMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(path)});
    // What would run in its program is shown in its folder.
    QVERIFY(file.setPermissions(file.permissions() | QFile::ExeUser));
    QTest::keyClick(&review.list(), Qt::Key_Return);
    QCOMPARE(m_opened.last(), QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    m_settings->setText(keys::openEvidence, QStringLiteral("code -g {file}:{line}"));
    QTest::keyClick(&review.list(), Qt::Key_Return);
    QCOMPARE(m_started, (QStringList{QStringLiteral("code"), QStringLiteral("-g"), path + QStringLiteral(":12")}));
    review.showItem("sessions"); // its file is not there
    QTest::keyClick(&review.list(), Qt::Key_Return);
    auto* news = window->findChild<QLabel*>(QStringLiteral("newsBannerText"));
    QVERIFY(news->isVisible() && news->text().startsWith(QStringLiteral("src/auth/session.py:31 is not in")));
    window->close();
}

void TestScanStart::bannerLeadsToTheReview()
{
    const auto window = start();
    click(*window, "startScan");
    QTRY_VERIFY(window->findChild<ScannedPlanDialog*>());
    click(*window->findChild<ScannedPlanDialog*>(), "scannedPlanOpen");
    auto* banner = window->findChild<QLabel*>(QStringLiteral("proposalsBannerText"));
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), QStringLiteral("6 proposals to review"));
    click(*window, "proposalsReview");
    QCOMPARE(window->workspace()->page(), Workspace::ScanTab);
    QVERIFY(!banner->isVisible());
    window->workspace()->showPage(Workspace::CostTab);
    QVERIFY(!banner->isVisible()); // it was seen
    window->close();
}

void TestScanStart::tabIsThereWhileProposalsWait()
{
    const auto window = start();
    QVERIFY(window->openSample());
    const auto* tabs = window->findChild<QTabBar*>(QStringLiteral("pageTabs"));
    QVERIFY(!tabs->isTabVisible(Workspace::ScanTab));
    trigger(*window, "actionScan");
    QTRY_VERIFY(tabs->isTabVisible(Workspace::ScanTab));
    window->workspace()->showPage(Workspace::CostTab);
    QVERIFY(tabs->isTabVisible(Workspace::ScanTab));
    window->document()->edit(QStringLiteral("Answers"), [](Inputs& inputs) {
        for (auto& [item, proposal] : inputs.proposals)
            proposal.answer = ProposalAnswer::declined;
    });
    QVERIFY(!tabs->isTabVisible(Workspace::ScanTab));
    trigger(*window, "actionPageScan"); // it can be read again
    QCOMPARE(window->workspace()->page(), Workspace::ScanTab);
    QCOMPARE(window->findChild<QLabel*>(QStringLiteral("reviewCounts"))->text(),
             QStringLiteral("All proposals are answered."));
    window->close();
}

TRESTLE_UI_TEST(TestScanStart)
#include "tst_scan_start.moc"
