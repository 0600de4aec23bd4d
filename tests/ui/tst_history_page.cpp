#include "models/proposals.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/format_time.h"
#include "ui/base/wording.h"
#include "ui/history/comparison_pane.h"
#include "ui/history/history_delegate.h"
#include "ui/history/history_model.h"
#include "ui/history/name_version_dialog.h"
#include "ui/pages/history_page.h"
#include "ui/report/sheets/changes_part.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>

#include <algorithm>
#include <random>

using namespace trestle;

namespace {

const QString kItem = QStringLiteral("schema-for-scale");

/// The list of a plan in a page of its own.
struct Shown {
    explicit Shown(PlanDocument& document, QSize size = QSize(900, 600)) : page(document)
    {
        QSignalSpy refreshed(&page.model(), &HistoryModel::refreshed);
        testing::showAt(page, size);
        if (refreshed.isEmpty() && !refreshed.wait())
            qFatal("The history is not read");
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return page.findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView& table() const { return *find<QTableView>("historyTable"); }
    [[nodiscard]] HistoryModel& model() const { return page.model(); }
    [[nodiscard]] QString text(int row, int column) const
    {
        return model().index(row, column).data(Qt::DisplayRole).toString();
    }
    [[nodiscard]] QString label(int row) const
    {
        return model().index(row, 0).data(HistoryModel::LabelRole).toString();
    }
    void press(const char* button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void refresh()
    {
        QSignalSpy refreshed(&model(), &HistoryModel::refreshed);
        model().refresh();
        QVERIFY(refreshed.wait());
    }

    HistoryPage page;
};

void rename(PlanDocument& document, const char* name)
{
    document.edit(QStringLiteral("Name it %1").arg(QString::fromLatin1(name)),
                  [name](Inputs& inputs) { inputs.name = name; });
}

std::vector<Revision> revisions(const std::vector<std::pair<int, int>>& idsAndParents)
{
    std::vector<Revision> list;
    for (const auto& [id, parent] : idsAndParents)
        list.push_back({id, parent == 0 ? std::optional<std::int64_t>() : parent, id, {}, {}});
    return list;
}

} // namespace

class TestHistoryPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, ThemeChoice::Light); }
    void branchesHaveLanesOfTheirOwn();
    void theHeadMayStandBelowTheNewest();
    void whatIsUndoneIsWhatRedoLeadsTo();
    void momentsReadAsPeopleSayThem();
    void listsChangesNewestFirst();
    void proposalsAreTold();
    void ticksFitBesideTheInspector();
    void onlyWhatIsSeenIsRead();
    void undoneChangesStay();
    void restoringIsANewEdit();
    void namesAreGivenAndTakenOff();
    void dialogAsksForANewName();
    void namedVersionsAlone();
    void comparesWithNow();
    void comparesTwoWithEachOther();
    void comparisonFollowsEdits();
    void comparisonIsSafeAndWhole();
    void aReadOnlyPlanIsForLookingAt();
    void everythingHasNameAndRoom_data();
    void everythingHasNameAndRoom();
};

void TestHistoryPage::branchesHaveLanesOfTheirOwn()
{
    // 1 ─ 2 ─ 3 (undone), and 2 ─ 4 ─ 5 instead; 6 on 1 would be another branch.
    const std::vector<HistoryRow> rows = layOutHistory(revisions({{1, 0}, {2, 1}, {3, 2}, {4, 2}, {5, 4}}), 5);
    QCOMPARE(rows.size(), 5U);
    const auto lanes = [&](std::size_t row) { return rows[row].lane; };
    QVERIFY(rows[0].revision.id == 5);
    QVERIFY(rows[0].standing == Standing::head && !rows[0].lineUp && rows[0].lineDown);
    QCOMPARE(lanes(1), 0U);
    QVERIFY(rows[1].standing == Standing::past);
    QVERIFY(rows[2].revision.id == 3);
    QCOMPARE(lanes(2), 1U);
    QVERIFY(rows[2].standing == Standing::aside && !rows[2].lineUp);
    QVERIFY(rows[2].passing == std::vector<std::size_t>{0});
    QVERIFY(rows[3].branches == std::vector<std::size_t>{1});
    QVERIFY(rows[3].lineUp && rows[4].lineUp && !rows[4].lineDown);
}

void TestHistoryPage::theHeadMayStandBelowTheNewest()
{
    const std::vector<HistoryRow> rows = layOutHistory(revisions({{1, 0}, {2, 1}, {3, 2}}), 1);
    QVERIFY(rows[0].standing == Standing::undone);
    QVERIFY(rows[1].standing == Standing::undone);
    QVERIFY(rows[2].standing == Standing::head);
    QVERIFY(layOutHistory({}, 1).empty());
    // A parent that was lost: the line ends there.
    QVERIFY(!layOutHistory(revisions({{7, 3}}), 7)[0].lineDown);
}

// The list marks what is undone from the newest revision; the file remembers where redo leads to. Whatever is done,
// both mean the same.
void TestHistoryPage::whatIsUndoneIsWhatRedoLeadsTo()
{
    QTemporaryDir folder;
    Result<PlanFile> file = PlanFile::create(folder.filePath(QStringLiteral("a.trestle")).toStdString(),
                                             testing::emptyProject(), "New plan", testing::tickingClock());
    QVERIFY(file);
    std::mt19937_64 random(20270104);
    int undone = 0;
    for (int step = 0; step < 400; ++step) {
        Project project = file->document().project;
        switch (random() % 5) {
        case 0: QVERIFY(file->redo()); break;
        case 1:
        case 2: QVERIFY(file->undo()); break;
        case 3: {
            // To what a revision held, as restoring does.
            const std::vector<Revision> all = file->history().value();
            project = file->documentAt(all[random() % all.size()].id)->project;
            QVERIFY(file->edit(project, "Restored " + std::to_string(step)));
            break;
        }
        default:
            project.base.notes = "Step " + std::to_string(step);
            QVERIFY(file->edit(project, "Step " + std::to_string(step)));
        }
        const std::vector<HistoryRow> rows = layOutHistory(file->history().value(), file->head().id);
        std::optional<std::string> next; // the oldest that is undone
        for (const HistoryRow& row : rows)
            if (row.standing == Standing::undone)
                next = row.revision.label;
        QCOMPARE(next, file->redoLabel());
        undone += next ? 1 : 0;
    }
    QVERIFY(undone > 50);
}

void TestHistoryPage::momentsReadAsPeopleSayThem()
{
    const QDateTime noon(QDate(2026, 11, 23), QTime(12, 5));
    const std::int64_t at = noon.toMSecsSinceEpoch();
    const Date day = *parseDate("2026-11-23");
    QCOMPARE(format::moment(at, day), QStringLiteral("today, 12:05"));
    QCOMPARE(format::moment(at, day + std::chrono::days(1)), QStringLiteral("yesterday, 12:05"));
    const QString full = format::moment(at, day + std::chrono::days(2));
    QCOMPARE(full, format::dateTime(at));
    QVERIFY(full.contains(QStringLiteral("2026")) && full.endsWith(QStringLiteral("12:05")));
}

void TestHistoryPage::listsChangesNewestFirst()
{
    testing::OpenPlan plan;
    plan.document().setItemState(kItem, ItemState::done);
    rename(plan.document(), "Orchard");
    const Shown shown(plan.document());
    const QAbstractItemModelTester tester(&shown.model());
    QCOMPARE(shown.model().rowCount(), 3);
    QCOMPARE(shown.label(0), QStringLiteral("Name it Orchard"));
    QVERIFY(shown.label(1).endsWith(QStringLiteral("in place")));
    QTRY_COMPARE(shown.text(0, HistoryModel::Change), QStringLiteral("Name of the plan: “Ledgerly” → “Orchard”"));
    QTRY_VERIFY(shown.text(1, HistoryModel::Change).endsWith(QStringLiteral("to build → in place")));
    QTRY_COMPARE(shown.text(2, HistoryModel::Change), QStringLiteral("New plan")); // compared with nothing
    QTRY_COMPARE(shown.text(1, HistoryModel::Cost), format::money(plan.plan().total.likely));
    QCOMPARE(shown.text(1, HistoryModel::Finish), format::mediumDate(plan.plan().finishDate.likely));
    QVERIFY(shown.text(2, HistoryModel::Cost) != shown.text(1, HistoryModel::Cost));
    QVERIFY(shown.model().index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("now")));
}

/// What a tick of any item changed is never cut on the usual window, on the newest row either.
/// A scan moves no figure, and is no empty change for all that.
void TestHistoryPage::proposalsAreTold()
{
    testing::OpenPlan plan;
    const Date day = testing::today();
    const auto says = [day](Inputs& inputs, const char* item, FoundState state) {
        propose(inputs, item, {state, FoundConfidence::confident, {}, {}, day});
    };
    plan.document().edit(QStringLiteral("Scan of the folder: 1 in place"), [&](Inputs& inputs) {
        says(inputs, "live-migrations", FoundState::partial);
        says(inputs, "two-factor", FoundState::none);
    });
    plan.document().edit(QStringLiteral("Accept it"),
                         [&](Inputs& inputs) { acceptProposal(inputs, "live-migrations", day); });
    plan.document().edit(QStringLiteral("Decline it"), [&](Inputs& inputs) { declineProposal(inputs, "two-factor"); });
    plan.document().edit(QStringLiteral("Scan of the folder"),
                         [&](Inputs& inputs) { says(inputs, "two-factor", FoundState::opposite); });
    const Shown shown(plan.document());
    QTRY_COMPARE(shown.text(3, HistoryModel::Change),
                 QStringLiteral("Scan of the folder: 1 in place (Proposals: none → 2 items)"));
    QTRY_VERIFY(shown.text(2, HistoryModel::Change).endsWith(QStringLiteral(" → partly")));
    QTRY_VERIFY2(shown.text(1, HistoryModel::Change).endsWith(QStringLiteral(": no sign → no sign, declined")),
                 qPrintable(shown.text(1, HistoryModel::Change)));
    QVERIFY(shown.text(1, HistoryModel::Change).startsWith(QStringLiteral("Proposal for ")));
    QTRY_VERIFY2(
        shown.text(0, HistoryModel::Change).endsWith(QStringLiteral(": no sign, declined → sign of the opposite")),
        qPrintable(shown.text(0, HistoryModel::Change)));
}

void TestHistoryPage::ticksFitBesideTheInspector()
{
    testing::OpenPlan plan;
    const Shown shown(plan.document(), QSize(816, 600));
    const QFontMetrics metrics = shown.table().fontMetrics();
    constexpr int kBranchAndChip = 42 + 50;
    const int room = shown.table().columnWidth(HistoryModel::Change) - HistoryDelegate::kPadding - kBranchAndChip;
    for (const Phase& phase : plan.document().catalogue().phases)
        for (const Item& item : phase.items) {
            const QString title = format::text(item.title);
            const QString shortest = QStringLiteral("%1: %2").arg(title, wording::itemState(ItemState::excluded));
            QVERIFY2(metrics.horizontalAdvance(shortest) <= room, qPrintable(shortest));
        }
}

void TestHistoryPage::onlyWhatIsSeenIsRead()
{
    testing::OpenPlan plan;
    constexpr int kEdits = 60;
    for (int i = 0; i < kEdits; ++i)
        plan.document().edit(QStringLiteral("Budget"),
                             [i](Inputs& inputs) { inputs.budget = Money::dollars(1000 + i); });
    const Shown shown(plan.document(), QSize(900, 300));
    QCOMPARE(shown.model().rowCount(), kEdits + 1);
    // Rows are asked for by the view alone, so that asking here would read them.
    QSignalSpy read(&shown.model(), &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(read.count() >= 5);
    while (read.wait(100)) {
    }
    for (const QList<QVariant>& change : read)
        QVERIFY(change[0].toModelIndex().row() < 20);
    read.clear();
    shown.table().scrollToBottom();
    QTRY_VERIFY(std::ranges::any_of(
        read, [](const QList<QVariant>& change) { return change[0].toModelIndex().row() == kEdits; }));
}

void TestHistoryPage::undoneChangesStay()
{
    testing::OpenPlan plan;
    Shown shown(plan.document());
    const QAbstractItemModelTester tester(&shown.model());
    rename(plan.document(), "A");
    rename(plan.document(), "B");
    QTRY_COMPARE(shown.model().rowCount(), 3);
    plan.document().undo();
    QTRY_VERIFY(shown.model().at(0).standing == Standing::undone);
    QVERIFY(shown.model().at(1).standing == Standing::head);
    rename(plan.document(), "C");
    QTRY_COMPARE(shown.model().rowCount(), 4);
    QVERIFY(shown.model().at(0).standing == Standing::head);
    QVERIFY(shown.model().at(1).standing == Standing::aside);
    QCOMPARE(shown.model().at(1).lane, 1U);
    QCOMPARE(shown.label(1), QStringLiteral("Name it B"));
}

void TestHistoryPage::restoringIsANewEdit()
{
    testing::OpenPlan plan;
    rename(plan.document(), "Other");
    Shown shown(plan.document());
    QCOMPARE(shown.model().rowCount(), 2);
    shown.table().selectRow(0);
    QVERIFY2(!shown.find<QPushButton>("historyRestoreButton")->isEnabled(), "the plan is at that version");
    shown.table().selectRow(1);
    shown.press("historyRestoreButton");
    QTRY_COMPARE(plan.document().inputs().name, std::string("Ledgerly"));
    QTRY_COMPARE(shown.model().rowCount(), 3);
    QVERIFY(shown.label(0).startsWith(QStringLiteral("Restore the version of ")));
    QCOMPARE(shown.label(1), QStringLiteral("Name it Other"));
    plan.document().undo();
    QCOMPARE(plan.document().inputs().name, std::string("Other"));

    QSignalSpy told(&shown.page, &HistoryPage::told);
    QTRY_VERIFY(shown.model().at(1).standing == Standing::head);
    plan.document().redo();
    QTRY_VERIFY(shown.model().at(0).standing == Standing::head);
    shown.table().selectRow(2);
    shown.press("historyRestoreButton");
    QVERIFY(told.wait());
    QCOMPARE(shown.model().rowCount(), 3);
}

void TestHistoryPage::namesAreGivenAndTakenOff()
{
    testing::OpenPlan plan;
    rename(plan.document(), "Other");
    Shown shown(plan.document());
    shown.table().selectRow(1);
    shown.table().setFocus();
    QVERIFY(!shown.find<QPushButton>("historyRemoveNameButton")->isEnabled());
    QTimer::singleShot(0, this, [] {
        auto* dialog = qobject_cast<NameVersionDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("versionName")), QStringLiteral("Sent"));
        dialog->accept();
    });
    QTest::keyClick(&shown.table(), Qt::Key_F2);
    QTRY_COMPARE(shown.model().at(1).revision.tag, std::string("Sent"));
    QVERIFY(shown.model().index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Sent")));
    QVERIFY2(plan.document().canUndo(), "naming is no edit");
    QTRY_VERIFY(shown.find<QPushButton>("historyRemoveNameButton")->isEnabled());
    plan.reopen();
    Shown again(plan.document());
    QCOMPARE(again.model().at(1).revision.tag, std::string("Sent"));
    again.table().selectRow(1);
    again.table().setFocus();
    QTest::keyClick(&again.table(), Qt::Key_Delete);
    QTRY_VERIFY(again.model().at(1).revision.tag.empty());
}

void TestHistoryPage::dialogAsksForANewName()
{
    NameVersionDialog dialog(QStringLiteral("Start"), QString(), {QStringLiteral("Sent")});
    dialog.show();
    const auto* problem = dialog.findChild<QLabel*>(QStringLiteral("nameVersionDialogProblem"));
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("versionName"));
    dialog.accept();
    QVERIFY(problem->isVisible() && dialog.isVisible());
    name->setText(QStringLiteral("  Sent "));
    dialog.accept();
    QVERIFY(problem->text().contains(QStringLiteral("another name")));
    name->setText(QStringLiteral("Sent  again"));
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.name(), QStringLiteral("Sent again"));
    dialog.show();
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestHistoryPage::namedVersionsAlone()
{
    testing::OpenPlan plan;
    rename(plan.document(), "A");
    rename(plan.document(), "B");
    QVERIFY(plan.document().waitUntilSaved());
    Shown shown(plan.document());
    const QAbstractItemModelTester tester(&shown.model());
    auto* named = shown.find<QCheckBox>("historyNamedOnly");
    named->setChecked(true);
    QCOMPARE(shown.model().rowCount(), 0);
    QVERIFY(shown.find<QLabel>("historyEmpty")->isVisible());
    named->setChecked(false);
    QVERIFY(!shown.find<QLabel>("historyEmpty")->isVisible());
    const std::int64_t id = shown.model().at(1).revision.id;
    plan.document().withFile(this, [id](PlanFile& file) -> std::function<void()> {
        static_cast<void>(file.setTag(id, "Board"));
        return {};
    });
    shown.refresh();
    shown.table().selectRow(1);
    named->setChecked(true);
    QCOMPARE(shown.model().rowCount(), 1);
    QVERIFY2(shown.find<QPushButton>("historyRestoreButton")->isEnabled(), "the selection goes with its version");
    QCOMPARE(shown.table().selectionModel()->selectedRows().size(), 1);
}

void TestHistoryPage::comparesWithNow()
{
    testing::OpenPlan plan;
    plan.document().setItemState(kItem, ItemState::done);
    Shown shown(plan.document());
    shown.table().setFocus();
    shown.table().setCurrentIndex(shown.model().index(1, 0));
    QTest::keyClick(&shown.table(), Qt::Key_Return);
    auto* text = shown.find<QTextBrowser>("comparisonText");
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("in place")));
    QVERIFY(shown.find<QLabel>("comparisonTitle")->text().startsWith(QStringLiteral("What changed since ")));
    const std::optional<ComparisonWords> words = shown.page.comparison();
    QVERIFY(words);
    QVERIFY(words->summary.contains(QStringLiteral("less")));
    QCOMPARE(words->sections.size(), 1U);
    QCOMPARE(words->sections[0].title, QStringLiteral("Checklist"));
    const auto likely = std::ranges::find(words->figures, QStringLiteral("Cost, likely"), &ComparedFigure::caption);
    QVERIFY(likely != words->figures.end());
    QCOMPARE(likely->after, format::money(plan.plan().total.likely));
    shown.press("comparisonCopy");
    QCOMPARE(QApplication::clipboard()->text(), comparisonText(*words));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!shown.find<ComparisonPane>("comparisonPane")->isVisible());
    QVERIFY(shown.table().hasFocus());
    QVERIFY(!shown.page.comparison());
}

void TestHistoryPage::comparesTwoWithEachOther()
{
    testing::OpenPlan plan;
    rename(plan.document(), "A");
    rename(plan.document(), "B");
    Shown shown(plan.document());
    shown.table().selectAll();
    QVERIFY(!shown.find<QPushButton>("historyCompareButton")->isEnabled());
    shown.table().clearSelection();
    auto* selection = shown.table().selectionModel();
    for (const int row : {0, 1})
        selection->select(shown.model().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(shown.find<QPushButton>("historyCompareButton")->text().contains(QStringLiteral("two")));
    shown.press("historyCompareButton");
    QTRY_VERIFY(shown.page.comparison());
    QCOMPARE(shown.page.comparison()->sections[0].changes[0].before, QStringLiteral("“A”"));
    QCOMPARE(shown.page.comparison()->sections[0].changes[0].after, QStringLiteral("“B”"));
    QCOMPARE(shown.page.comparison()->summary.contains(QStringLiteral("stay what they were")), true);
}

void TestHistoryPage::comparisonFollowsEdits()
{
    testing::OpenPlan plan;
    rename(plan.document(), "A");
    Shown shown(plan.document());
    shown.table().selectRow(1);
    shown.page.compareSelected();
    QTRY_VERIFY(shown.page.comparison());
    QCOMPARE(shown.page.comparison()->sections.size(), 1U);
    plan.document().setItemState(kItem, ItemState::done);
    QTRY_COMPARE(shown.page.comparison()->sections.size(), 2U);
}

void TestHistoryPage::comparisonIsSafeAndWhole()
{
    const ProjectDocument sample = testing::sampleProject();
    Project after = sample.project;
    after.base.name = "<b>Bold</b> & Co";
    after.base.budget = Money::dollars(1);
    SimulationOptions options;
    options.runs = 100;
    const auto comparison = compareVersions(sample.catalogue.catalogue, sample.project, after, options);
    QVERIFY(comparison);
    const ComparisonWords words = comparisonWords(*comparison, *sample.catalogue.catalogue, after.base,
                                                  {QStringLiteral("3 Dec"), QStringLiteral("3 Dec")},
                                                  {QStringLiteral("Now"), QStringLiteral("now")});
    const QString html = comparisonHtml(words, lightPalette(), true);
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")) && !html.contains(QStringLiteral("<b>Bold")));
    QVERIFY(html.contains(QStringLiteral("&lt;b&gt;Bold&lt;/b&gt; &amp; Co")));
    const QString text = comparisonText(words);
    for (const ComparedFigure& figure : words.figures)
        QVERIFY(text.contains(figure.caption) && html.contains(figure.after.toHtmlEscaped()));
    ComparisonWords hebrew = words;
    hebrew.plan = format::text("\u05d3\u05d5\u05d3");
    QVERIFY(comparisonText(hebrew).startsWith(QStringLiteral("\u05d3\u05d5\u05d3\n"))); // isolates stay in the window
    const QByteArray pdf = comparisonPdf(words, {});
    QVERIFY(pdf.startsWith("%PDF") && pdf.trimmed().endsWith("%%EOF"));
    // Nothing is lost where it takes several pages.
    ComparisonWords many = words;
    many.sections[0].changes.resize(200, many.sections[0].changes[0]);
    const auto countOf = [](const QByteArray& bytes, const QString& word) {
        qsizetype count = 0;
        for (const testing::PdfPage& page : testing::pdfPages(bytes))
            count += std::ranges::count(page.words, word, &testing::PdfWord::text);
        return count;
    };
    QVERIFY(testing::pdfPages(comparisonPdf(many, {})).size() > 3);
    QCOMPARE(testing::pdfPages(pdf).size(), 1U);
    const QString one = many.sections[0].changes[0].what.section(u' ', 0, 0);
    QVERIFY(countOf(comparisonPdf(many, {}), one) >= countOf(pdf, one) + 199);
}

void TestHistoryPage::aReadOnlyPlanIsForLookingAt()
{
    testing::OpenPlan plan;
    rename(plan.document(), "Other");
    QVERIFY(plan.document().waitUntilSaved());
    Result<PlanFile> file = PlanFile::open(plan.path().toStdString(), OpenMode::readOnly);
    QVERIFY(file);
    const auto document =
        PlanDocument::adopt(std::move(*file), Error{ErrorCode::lockedPlan, plan.path().toStdString(), {}, "someone"});
    QVERIFY(document);
    Shown shown(**document);
    shown.table().selectRow(1);
    for (const char* button : {"historyRestoreButton", "historyNameButton", "historyRemoveNameButton"})
        QVERIFY2(!shown.find<QPushButton>(button)->isEnabled(), button);
    QVERIFY(shown.find<QPushButton>("historyCompareButton")->isEnabled());
    shown.press("historyCompareButton");
    QTRY_VERIFY(shown.page.comparison());
    QVERIFY(!(*document)->canUndo());
}

void TestHistoryPage::everythingHasNameAndRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("usual") << QSize(860, 640) << false;
    QTest::newRow("narrow, dark") << QSize(640, 480) << true;
}

void TestHistoryPage::everythingHasNameAndRoom()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    testing::OpenPlan plan;
    rename(plan.document(), "Other");
    Shown shown(plan.document(), size);
    shown.table().selectRow(1);
    shown.page.compareSelected();
    QTRY_VERIFY(shown.page.comparison());
    const QStringList problems = testing::widgetProblems(shown.page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

TRESTLE_UI_TEST(TestHistoryPage)
#include "tst_history_page.moc"
