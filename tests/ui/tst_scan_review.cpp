#include "models/proposals.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/sample_scan.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/base/wording_scan.h"
#include "ui/checklist/checklist_model.h"
#include "ui/inspector/inspector.h"
#include "ui/pages/scan_page.h"
#include "ui/scan/editor_dialog.h"
#include "ui/scan/evidence_file.h"
#include "ui/scan/evidence_list.h"
#include "ui/scan/proposal_pane.h"
#include "ui/scan/review_model.h"
#include "ui/scan/scan_review.h"
#include "ui/scan/unread_dialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace trestle;

/// The review of what a scan or an assistant proposes, and what the rest of the window shows of it.
class TestScanReview : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void listsByPhase();
    void keysAnswer();
    void elsewhereAsks();
    void answersAreTakenBack();
    void allConfidentIsOneStep();
    void filters();
    void changesStandOnTop();
    void assistantsAreNamed();
    void evidenceOpens();
    void sourceIsNoMarkup();
    void filesStayInTheFolder();
    void commandsAreNotSplitAgain_data();
    void commandsAreNotSplitAgain();
    void foldersAreRemembered();
    void editorIsChosen();
    void inspectorTellsWhereATickComesFrom();
    void checklistMarksProposals();
    void everyReasonHasWords();
    void nothingIsCut_data();
    void nothingIsCut();
};

namespace {

struct Reviewed {
    explicit Reviewed(QSize size = {900, 600})
    {
        plan.document().setToday(testing::today);
        propose(testing::sampleScan());
        page = std::make_unique<ScanPage>(plan.document());
        testing::showAt(*page, size);
    }
    void propose(const Scan& scan) const
    {
        plan.document().edit(QStringLiteral("Scan"),
                             [&](Inputs& inputs) { proposeScan(scan, testing::today(), inputs); });
    }
    [[nodiscard]] ScanReview& review() const { return page->review(); }
    [[nodiscard]] const Inputs& inputs() const { return plan.document().inputs(); }
    [[nodiscard]] ItemState state(const char* item) const { return stateOf(inputs(), item); }
    [[nodiscard]] ProposalAnswer answer(const char* item) const { return inputs().proposals.at(item).answer; }
    void choose(const char* item) const { review().showItem(item); }
    void press(Qt::Key key) const { QTest::keyClick(&review().list(), key); }
    template <class Widget>
    [[nodiscard]] Widget* part(const char* name) const
    {
        auto* found = page->findChild<Widget*>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < review().model().rowCount(); ++row)
            all += review().model().at(row).title;
        return all;
    }

    testing::OpenPlan plan{testing::emptyProject()};
    std::unique_ptr<ScanPage> page;
};

} // namespace

void TestScanReview::listsByPhase()
{
    const Reviewed reviewed;
    const ReviewModel& model = reviewed.review().model();
    QAbstractItemModelTester tester(const_cast<ReviewModel*>(&model),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 12); // five phases
    QVERIFY(model.at(0).isHeading());
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QCOMPARE(reviewed.review().list().currentIndex().row(), 1);
    const int hashing = model.rowOf("password-hashing");
    QCOMPARE(reviewLine(model.at(hashing)), QStringLiteral("in place · confident · plan: to build"));
    QCOMPARE(reviewLine(model.at(model.rowOf("secrets"))), QStringLiteral("sign of the opposite · confident"));
    QVERIFY(
        model.index(hashing).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral(", in place, confident")));
    QCOMPARE(reviewed.part<QLabel>("reviewCounts")->text(), QStringLiteral("6 proposals to review"));
}

void TestScanReview::keysAnswer()
{
    const Reviewed reviewed;
    reviewed.choose("password-hashing");
    reviewed.press(Qt::Key_A);
    QCOMPARE(reviewed.state("password-hashing"), ItemState::done);
    const TickEvidence* evidence = evidenceOf(reviewed.inputs(), "password-hashing");
    QVERIFY(evidence);
    QCOMPARE(evidence->places.size(), std::size_t{2});
    QCOMPARE(evidence->on, testing::today());
    reviewed.choose("sessions");
    reviewed.press(Qt::Key_N);
    QCOMPARE(reviewed.state("sessions"), ItemState::missing);
    QCOMPARE(reviewed.answer("sessions"), ProposalAnswer::declined);
    reviewed.press(Qt::Key_A); // answered
    QCOMPARE(reviewed.state("sessions"), ItemState::missing);
    reviewed.plan.document().undo();
    reviewed.plan.document().undo();
    QCOMPARE(reviewed.state("password-hashing"), ItemState::missing);
    QCOMPARE(openProposals(reviewed.inputs()), std::size_t{6});
    QCOMPARE(reviewed.part<QLabel>("reviewCounts")->text(), QStringLiteral("6 proposals to review"));
}

void TestScanReview::elsewhereAsks()
{
    const Reviewed reviewed;
    reviewed.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(reviewed.page.get()));
    reviewed.choose("tls");
    QVERIFY(!reviewed.part<QPushButton>("proposalAccept")->isVisible());
    reviewed.press(Qt::Key_A); // says nothing by itself
    QCOMPARE(reviewed.answer("tls"), ProposalAnswer::open);
    QCOMPARE(reviewed.page->window()->focusWidget()->objectName(), QStringLiteral("proposalInPlace"));
    reviewed.part<QPushButton>("proposalNotNeeded")->click();
    QCOMPARE(reviewed.state("tls"), ItemState::excluded);
    QCOMPARE(reviewed.answer("tls"), ProposalAnswer::accepted);
}

void TestScanReview::answersAreTakenBack()
{
    const Reviewed reviewed;
    const Inputs before = reviewed.inputs();
    for (const char* item : {"password-hashing", "structured-logs"}) {
        reviewed.choose(item);
        reviewed.press(item == QLatin1StringView("password-hashing") ? Qt::Key_A : Qt::Key_N);
        QVERIFY(reviewed.answer(item) != ProposalAnswer::open);
        reviewed.part<QPushButton>("proposalTakeBack")->click();
        QCOMPARE(reviewed.inputs(), before);
    }
    reviewed.part<QPushButton>("reviewAcceptAll")->click();
    reviewed.choose("sessions");
    reviewed.press(Qt::Key_U);
    QCOMPARE(reviewed.state("sessions"), ItemState::missing);
    QCOMPARE(reviewed.state("password-hashing"), ItemState::done);
    // What the user has ticked since is theirs.
    reviewed.plan.document().setItemState(QStringLiteral("password-hashing"), ItemState::partial);
    reviewed.choose("password-hashing");
    reviewed.press(Qt::Key_U);
    QCOMPARE(reviewed.state("password-hashing"), ItemState::partial);
    QCOMPARE(reviewed.answer("password-hashing"), ProposalAnswer::open);
}

void TestScanReview::allConfidentIsOneStep()
{
    const Reviewed reviewed;
    auto* all = reviewed.part<QPushButton>("reviewAcceptAll");
    QCOMPARE(all->text(), QStringLiteral("Accept all confident (2)"));
    all->click();
    QCOMPARE(reviewed.state("password-hashing"), ItemState::done);
    QCOMPARE(reviewed.state("sessions"), ItemState::partial);
    QCOMPARE(reviewed.state("unit-tests"), ItemState::missing); // unsure
    QCOMPARE(reviewed.answer("secrets"), ProposalAnswer::open); // nothing that is there
    QVERIFY(!all->isEnabled());
    QCOMPARE(reviewed.plan.document().undoLabel(), QStringLiteral("Accept 2 proposals"));
    reviewed.plan.document().undo();
    QCOMPARE(openProposals(reviewed.inputs()), std::size_t{6});
    QCOMPARE(reviewed.state("sessions"), ItemState::missing);
}

void TestScanReview::filters()
{
    const Reviewed reviewed;
    auto* filter = reviewed.part<QComboBox>("reviewFilter");
    filter->setCurrentIndex(static_cast<int>(ReviewFilter::Open));
    reviewed.choose("password-hashing");
    reviewed.press(Qt::Key_A);
    QCOMPARE(reviewed.review().model().rowOf("password-hashing"), -1);
    QCOMPARE(reviewed.review().pane().item(), std::string("sessions")); // what was below it
    filter->setCurrentIndex(static_cast<int>(ReviewFilter::Assistants));
    QCOMPARE(reviewed.review().model().rowCount(), 0);
    QVERIFY(!reviewed.review().pane().isVisible());
    filter->setCurrentIndex(static_cast<int>(ReviewFilter::All));
    QVERIFY(reviewed.review().model().rowOf("password-hashing") > 0);
}

void TestScanReview::changesStandOnTop()
{
    const Reviewed reviewed;
    const Inputs before = reviewed.inputs();
    Scan again = testing::sampleScan();
    again.items.front().state = FoundState::partial; // indexes
    reviewed.propose(again);
    LastScan last{QStringLiteral("/prototype"), again, {}};
    last.changes = proposalChanges(reviewed.plan.document().catalogue(), before, reviewed.inputs());
    reviewed.review().setLastScan(last);
    const QStringList rows = reviewed.rows();
    QCOMPARE(rows.front(), QStringLiteral("Changed since the last scan"));
    const ReviewModel& model = reviewed.review().model();
    QCOMPARE(model.at(1).item, std::string("indexes"));
    QVERIFY(reviewLine(model.at(1)).contains(QStringLiteral("last scan: no sign")));
    QCOMPARE(rows.count(rows[1]), 1); // not in its phase as well
    QVERIFY(reviewed.part<QLabel>("reviewNews")->text().contains(QStringLiteral("1 state changed")));
    QCOMPARE(reviewed.part<QPushButton>("reviewUnread")->text(), QStringLiteral("Not read: 3…"));
    UnreadDialog unread(again);
    QVERIFY(
        unread.findChild<QPlainTextEdit*>()->toPlainText().startsWith(QStringLiteral("data/dump.sql: too large\n")));
    reviewed.part<QComboBox>("reviewFilter")->setCurrentIndex(static_cast<int>(ReviewFilter::Changed));
    QCOMPARE(model.rowCount(), 2);
}

void TestScanReview::assistantsAreNamed()
{
    const Reviewed reviewed;
    reviewed.plan.document().edit(QStringLiteral("Proposal"), [](Inputs& inputs) {
        Proposal proposal;
        proposal.state = FoundState::done;
        proposal.by = "Aster <b>";
        proposal.on = testing::today();
        proposal.evidence = {testing::seen("src/cache.py", 3, "cache = Redis()", "Answers are kept for a minute")};
        propose(inputs, "caching", proposal);
    });
    reviewed.part<QComboBox>("reviewFilter")->setCurrentIndex(static_cast<int>(ReviewFilter::Assistants));
    QCOMPARE(reviewed.review().model().rowCount(), 2);
    QVERIFY(reviewLine(reviewed.review().model().at(1)).endsWith(QStringLiteral("Aster <b>")));
    QVERIFY(reviewed.part<QLabel>("proposalState")
                ->text()
                .contains(QStringLiteral("Proposed by Aster <b> on 23\u00A0Nov\u00A02026")));
    QVERIFY(reviewed.review().pane().evidence().first()->accessibleName().contains(
        QStringLiteral("Answers are kept for a minute")));
    reviewed.press(Qt::Key_A);
    QCOMPARE(wording::tickProvenance(*evidenceOf(reviewed.inputs(), "caching")),
             QStringLiteral("Proposed by Aster <b> on 23\u00A0Nov\u00A02026"));
}

void TestScanReview::evidenceOpens()
{
    const Reviewed reviewed;
    QSignalSpy wanted(&reviewed.review(), &ScanReview::evidenceWanted);
    reviewed.choose("password-hashing");
    reviewed.press(Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    const auto place = wanted[0][0].value<Evidence>();
    QCOMPARE(place.path, std::string("src/auth/login.py"));
    QCOMPARE(place.line, 12);
    QTest::mouseClick(reviewed.part<EvidenceButton>("proposalEvidence2"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted[1][0].value<Evidence>().path, std::string("requirements.txt"));
}

void TestScanReview::sourceIsNoMarkup()
{
    EvidenceButton button(testing::seen("a<b>.py", 1, "x = \"\xe2\x80\xae<img src=x>\"\t# \x1b[31m", "unknown"), {},
                          nullptr);
    QCOMPARE(button.excerpt(), QStringLiteral("x = \"·<img src=x>\" # ·[31m"));
    QVERIFY(button.accessibleName().startsWith(QStringLiteral("Open a<b>.py:1")));
    // However long a line without a blank in it is, all of it has room.
    EvidenceButton lengthy(testing::seen("a.min.js", 1, std::string(200, 'x'), "unknown"), {}, nullptr);
    QVERIFY(lengthy.heightForWidth(200) > 3 * lengthy.heightForWidth(2000) / 2);
}

void TestScanReview::filesStayInTheFolder()
{
    const QTemporaryDir folder;
    const QDir root(folder.path());
    QVERIFY(root.mkpath(QStringLiteral("app/src")));
    const auto write = [&](const char* name) {
        QFile file(root.filePath(QLatin1StringView(name)));
        return file.open(QIODevice::WriteOnly);
    };
    QVERIFY(write("app/src/a.py") && write("outside.py"));
    QVERIFY(QFile::link(root.filePath(QStringLiteral("outside.py")), root.filePath(QStringLiteral("app/link.py"))));
    const QString app = root.filePath(QStringLiteral("app"));
    const auto fileOf = [&](const char* path) { return evidenceFile(app, testing::seen(path, 1, {}, {})); };
    QCOMPARE(fileOf("src/a.py"), QFileInfo(root.filePath(QStringLiteral("app/src/a.py"))).canonicalFilePath());
    QCOMPARE(fileOf(""), QFileInfo(app).canonicalFilePath());
    for (const char* path : {"../outside.py", "src/../../outside.py", "link.py", "/etc/passwd", "gone.py"})
        QVERIFY2(!fileOf(path), path);
    QVERIFY(!evidenceFile(QString(), testing::seen("a", 1, {}, {})));
}

void TestScanReview::commandsAreNotSplitAgain_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QString file = QStringLiteral("/p/a b;$(x) {line}.py");
    QTest::newRow("file and line") << QStringLiteral("code -g {file}:{line}") << QStringLiteral("code")
                                   << QStringList{QStringLiteral("-g"), file + QStringLiteral(":7")};
    QTest::newRow("no file") << QStringLiteral("kate --line {line}") << QStringLiteral("kate")
                             << QStringList{QStringLiteral("--line"), QStringLiteral("7"), file};
    QTest::newRow("quoted program") << QStringLiteral("\"/opt/my editor\" {file}") << QStringLiteral("/opt/my editor")
                                    << QStringList{file};
    QTest::newRow("nothing") << QStringLiteral("  ") << QString() << QStringList();
}

void TestScanReview::commandsAreNotSplitAgain()
{
    QFETCH(QString, pattern);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const auto command = openCommand(pattern, QStringLiteral("/p/a b;$(x) {line}.py"), 7);
    QCOMPARE(command.has_value(), !program.isEmpty());
    if (!command)
        return;
    QCOMPARE(command->program, program);
    QCOMPARE(command->arguments, arguments);
}

void TestScanReview::foldersAreRemembered()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(scanFolderOf(settings, QStringLiteral("/plans/a.trestle")).isEmpty());
    rememberScanFolder(settings, QStringLiteral("/plans/a.trestle"), QStringLiteral("/src/a b"));
    rememberScanFolder(settings, QStringLiteral("/plans/b.trestle"), QStringLiteral("/src/b"));
    rememberScanFolder(settings, QStringLiteral("/plans/a.trestle"), QStringLiteral("/src/a, 2"));
    QCOMPARE(scanFolderOf(settings, QStringLiteral("/plans/a.trestle")), QStringLiteral("/src/a, 2"));
    QCOMPARE(scanFolderOf(settings, QStringLiteral("/plans/b.trestle")), QStringLiteral("/src/b"));
    QCOMPARE(settings.list(keys::scanFolders).size(), qsizetype{2});
}

void TestScanReview::editorIsChosen()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    EditorDialog dialog(settings);
    testing::showAt(dialog, QSize(460, 240));
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog.findChild<QLineEdit*>(QStringLiteral("editorPattern"))->setText(QStringLiteral(" kate {file} "));
    dialog.accept();
    QCOMPARE(settings.text(keys::openEvidence), QStringLiteral("kate {file}"));
}

void TestScanReview::inspectorTellsWhereATickComesFrom()
{
    const Reviewed reviewed;
    Selection selection;
    Inspector inspector(reviewed.plan.document(), selection);
    testing::showAt(inspector, QSize(320, 700));
    const auto part = [&](const char* name) { return inspector.findChild<QWidget*>(QLatin1StringView(name)); };
    QVERIFY(!part("evidenceSection")->isVisible());
    selection.select(QStringLiteral("password-hashing"));
    QVERIFY(part("openProposalAccept")->isVisible());
    QVERIFY(!part("tickProvenance")->isVisible());
    static_cast<QPushButton*>(part("openProposalAccept"))->click();
    QCOMPARE(reviewed.state("password-hashing"), ItemState::done);
    QVERIFY(!part("openProposal")->isVisible());
    QCOMPARE(static_cast<QLabel*>(part("tickProvenance"))->text(),
             QStringLiteral("Seen in the source on 23\u00A0Nov\u00A02026"));
    QSignalSpy wanted(&inspector, &Inspector::evidenceWanted);
    static_cast<QAbstractButton*>(part("tickEvidence1"))->click();
    QCOMPARE(wanted.count(), 1);
    const QStringList problems = testing::widgetProblems(inspector);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    // Ticked otherwise by hand, the evidence speaks for it no more.
    reviewed.plan.document().setItemState(QStringLiteral("password-hashing"), ItemState::partial);
    QVERIFY(!part("evidenceSection")->isVisible());
}

void TestScanReview::checklistMarksProposals()
{
    const Reviewed reviewed;
    ChecklistModel model(reviewed.plan.document());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex index = model.indexOfNode(QStringLiteral("password-hashing"));
    QVERIFY(index.data(ChecklistModel::ProposalRole).toBool());
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("a proposal to review")));
    QVERIFY(!model.indexOfNode(QStringLiteral("caching")).data(ChecklistModel::ProposalRole).toBool());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    reviewed.choose("password-hashing");
    reviewed.press(Qt::Key_N); // nothing else of the item changes
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), index);
    QVERIFY(!index.data(ChecklistModel::ProposalRole).toBool());
}

void TestScanReview::everyReasonHasWords()
{
    QSet<QString> words;
    for (int reason = 0; reason <= static_cast<int>(UnreadReason::damaged); ++reason)
        words += wording::unreadReason(static_cast<UnreadReason>(reason));
    QCOMPARE(words.size(), qsizetype{static_cast<int>(UnreadReason::damaged) + 1});
    QVERIFY(!words.contains(QString()));
}

void TestScanReview::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1100, 700);
    QTest::newRow("narrow") << QSize(460, 420);
}

void TestScanReview::nothingIsCut()
{
    QFETCH(QSize, size);
    const Reviewed reviewed(size);
    reviewed.review().setLastScan(LastScan{QStringLiteral("/prototype"), testing::sampleScan(), {}});
    for (const char* item : {"password-hashing", "structured-logs", "tls"}) {
        reviewed.choose(item);
        testing::beforeFrame();
        const QStringList problems = testing::widgetProblems(*reviewed.page);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
}

TRESTLE_UI_TEST(TestScanReview)
#include "tst_scan_review.moc"
