#include "data/project_json.h"
#include "models/learning.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/document/forecast_history.h"
#include "ui/pages/progress_page.h"
#include "ui/progress/baseline_dialog.h"
#include "ui/progress/books_dialog.h"
#include "ui/progress/progress_field.h"
#include "ui/progress/progress_list.h"
#include "ui/progress/promise_panel.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

constexpr Date dayOf(std::chrono::year_month_day date)
{
    return std::chrono::sys_days{date};
}

constexpr Date kStatus = dayOf(2027y / 2 / 1);

/// Four weeks into a plan with a baseline: one item under way, four late.
ProjectDocument inProgress()
{
    QFile file(QStringLiteral(TRESTLE_FIXTURES "/in-progress.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture");
    Result<ProjectDocument> read = parsePlanJson(file.readAll().toStdString(), "in-progress.json");
    if (!read)
        qFatal("the fixture is no plan");
    return *read;
}

template <class Widget>
Widget& find(const QWidget& root, const char* name)
{
    auto* widget = root.findChild<Widget*>(QString::fromLatin1(name));
    if (!widget)
        qFatal("no %s", name);
    return *widget;
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

QString textOf(const QWidget& root, const char* name)
{
    return plain(find<QLabel>(root, name).text());
}

/// The page on the plan, and what day it is there.
struct Page {
    explicit Page(const ProjectDocument& project, Date today = kStatus) : open(project)
    {
        open.document().setToday([today] { return today; });
        page = std::make_unique<ProgressPage>(open.document(), selection);
        testing::showAt(*page, {1130, 780});
    }

    [[nodiscard]] ProgressList& list() const { return page->list(); }
    [[nodiscard]] const ItemInput& input(const char* item) const { return open.document().inputs().items.at(item); }
    [[nodiscard]] QString rows(ProgressRow::Kind kind) const
    {
        QStringList titles;
        for (int row = 0; row < list().rows().rowCount(); ++row)
            if (const ProgressRow& entry = list().rows().at(row); entry.kind == kind && !entry.isHeading)
                titles += QString::fromStdString(entry.item);
        return titles.join(u' ');
    }
    void type(const char* item, const char* text) const
    {
        list().setFocus();
        list().showItem(item);
        QTest::keyClicks(&list(), QString::fromLatin1(text).left(1));
        QTest::keyClicks(&find<QLineEdit>(*page, "progressLine"), QString::fromLatin1(text).mid(1));
    }
    void key(Qt::Key key) const { QTest::keyClick(&find<QLineEdit>(*page, "progressLine"), key); }

    testing::OpenPlan open;
    Selection selection;
    std::unique_ptr<ProgressPage> page;
};

} // namespace

class TestProgressPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void modelIsSound();
    void listsWhatHappened();
    void typingOpensTheField();
    void enterSavesAndGoesOn();
    void escapeLeaves();
    void whatIsNotUnderstoodStays();
    void refusedTextStays();
    void statusDateMoves();
    void boxFinishes();
    void rowsAreRead();
    void nothingBegunSaysSo();
    void learningIsSwitched();
    void reasonsAreTold();
    void promiseIsRead();
    void forecastsAreKept();
    void booksAreTypedAndPasted();
    void baselineOfNow();
    void baselineIsRemoved();
    void headlineComparesWithTheBaseline();
    void tabComesWithWork();
    void fits_data();
    void fits();
    void fitsInTheWindow_data();
    void fitsInTheWindow();
};

void TestProgressPage::modelIsSound()
{
    const Page shown(inProgress());
    ProgressListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Plan& plan = shown.open.plan();
    model.setRows(progressRows(plan, progressReport(plan)));
    QVERIFY(model.rowCount() > 4);
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable)); // a heading
    QCOMPARE(model.rowOf("no such item"), -1);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.neighbourOf("sessions").empty());
}

void TestProgressPage::listsWhatHappened()
{
    const Page shown(inProgress());
    QCOMPARE(shown.rows(ProgressRow::Kind::UnderWay), QStringLiteral("access-control"));
    QCOMPARE(shown.rows(ProgressRow::Kind::Late), QStringLiteral("audit-log login-rate-limit cors-csrf two-factor"));
    QCOMPARE(shown.rows(ProgressRow::Kind::Finished), QStringLiteral("sessions password-hashing"));
    QVERIFY(!shown.rows(ProgressRow::Kind::Due).isEmpty());
    const ProgressListModel& rows = shown.list().rows();
    const ProgressRow& late = rows.at(rows.rowOf("audit-log"));
    QCOMPARE(plain(late.when), QStringLiteral("was due 26 Jan"));
    QCOMPARE(plain(late.aside), QStringLiteral("4 days late"));
    QVERIFY(late.isLate);
    const ProgressRow& done = rows.at(rows.rowOf("sessions"));
    QCOMPARE(plain(done.when).replace(QChar(0x2009), u' '), QStringLiteral("27 – 29 Jan"));
    QVERIFY2(plain(done.aside).startsWith(QStringLiteral("3 days, likely ")), qPrintable(done.aside));
    QCOMPARE(plain(rows.at(rows.rowOf("access-control")).when), QStringLiteral("2½ days spent"));
}

void TestProgressPage::typingOpensTheField()
{
    const Page shown(inProgress());
    const auto& field = find<ProgressField>(*shown.page, "progressField");
    QVERIFY(!field.isVisible());
    shown.type("access-control", "done, took 3 days");
    QVERIFY(field.isVisible());
    QCOMPARE(field.text(), QStringLiteral("done, took 3 days")); // nothing of it is lost
    QVERIFY2(plain(field.words()).startsWith(QStringLiteral("finished today, 3 days spent (likely ")),
             qPrintable(field.words()));
    QCOMPARE(find<QLineEdit>(*shown.page, "progressLine").accessibleDescription(), field.words());
    QVERIFY(shown.input("access-control").progress.state == ItemState::underWay); // not yet
    shown.list().setFocus();
    shown.list().closeField();
    QTest::keyClick(&shown.list(), Qt::Key_F2);
    QVERIFY(field.isVisible());
    QCOMPARE(field.text(), QString());
}

void TestProgressPage::enterSavesAndGoesOn()
{
    const Page shown(inProgress());
    shown.type("audit-log", "started Friday, 1 day so far, 1/2/3 days left");
    shown.key(Qt::Key_Return);
    const ItemInput& item = shown.input("audit-log");
    QVERIFY(item.progress.state == ItemState::underWay);
    QVERIFY(item.actual.started == dayOf(2027y / 1 / 29));
    QCOMPARE(item.actual.spent.value_or(0), 0.2);
    QVERIFY(item.actual.left.has_value());
    QCOMPARE(item.actual.left->likely, 0.4);
    QVERIFY(item.changed == kStatus);
    QVERIFY(shown.rows(ProgressRow::Kind::UnderWay).contains(QStringLiteral("audit-log")));
    QVERIFY(!find<ProgressField>(*shown.page, "progressField").isVisible());
    QCOMPARE(shown.list().item(), std::string("login-rate-limit")); // the line below it
    QVERIFY(shown.list().hasFocus());
    QVERIFY(plain(shown.open.document().undoLabel()).contains(QStringLiteral("1 day spent")));
    shown.open.document().undo();
    QVERIFY(!shown.open.document().inputs().items.contains("audit-log"));
}

void TestProgressPage::escapeLeaves()
{
    const Page shown(inProgress());
    const Inputs before = shown.open.document().inputs();
    shown.type("audit-log", "done");
    shown.key(Qt::Key_Escape);
    QVERIFY(!find<ProgressField>(*shown.page, "progressField").isVisible());
    QVERIFY(shown.list().hasFocus());
    QCOMPARE(shown.list().item(), std::string("audit-log"));
    QVERIFY(shown.open.document().inputs() == before);
}

void TestProgressPage::whatIsNotUnderstoodStays()
{
    const Page shown(inProgress());
    const Inputs before = shown.open.document().inputs();
    shown.type("audit-log", "half done");
    shown.key(Qt::Key_Return);
    const auto& field = find<ProgressField>(*shown.page, "progressField");
    QVERIFY(field.isVisible());
    QVERIFY2(field.words().contains(QStringLiteral("2 days left")), qPrintable(field.words()));
    QVERIFY(shown.open.document().inputs() == before);
}

void TestProgressPage::refusedTextStays()
{
    const Page shown(inProgress());
    const QSignalSpy refused(&shown.open.document(), &PlanDocument::editRefused);
    shown.type("access-control", "done 28 Jan"); // it was started on the 29th
    shown.key(Qt::Key_Return);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(find<ProgressField>(*shown.page, "progressField").text(), QStringLiteral("done 28 Jan"));
}

void TestProgressPage::statusDateMoves()
{
    const Date today = kStatus + std::chrono::days(2);
    const Page shown(inProgress(), today);
    QSignalSpy told(shown.page.get(), &ProgressPage::told);
    shown.type("audit-log", "done");
    const QString words = plain(find<ProgressField>(*shown.page, "progressField").words());
    QCOMPARE(words, QStringLiteral("finished today; the status date moves to 3 Feb"));
    shown.key(Qt::Key_Return);
    QVERIFY(statusDate(shown.open.document().inputs()) == today);
    QCOMPARE(told.size(), 1);
    QVERIFY(find<DateField>(*shown.page, "statusDate").date() == today);
    shown.open.document().undo();
    QVERIFY(statusDate(shown.open.document().inputs()) == kStatus);
}

void TestProgressPage::boxFinishes()
{
    const Page shown(inProgress());
    shown.list().setFocus();
    shown.list().showItem("access-control");
    QTest::keyClick(&shown.list(), Qt::Key_Space);
    QVERIFY(shown.input("access-control").progress.state == ItemState::done);
    QVERIFY(shown.input("access-control").actual.finished == kStatus);
    QCOMPARE(shown.input("access-control").actual.spent.value_or(0), 0.5);
    shown.list().showItem("access-control");
    QTest::keyClick(&shown.list(), Qt::Key_Space);
    QVERIFY(shown.input("access-control").progress.state == ItemState::underWay);
    const int row = shown.list().rows().rowOf("two-factor");
    const QRect first = shown.list().visualRect(shown.list().rows().index(row, ProgressListModel::What));
    QTest::mouseClick(shown.list().viewport(), Qt::LeftButton, {}, first.topLeft() + QPoint(16, first.height() / 2));
    QVERIFY(shown.input("two-factor").progress.state == ItemState::done);
}

void TestProgressPage::rowsAreRead()
{
    const Page shown(inProgress());
    const ProgressListModel& rows = shown.list().rows();
    const QString read =
        plain(rows.index(rows.rowOf("audit-log"), ProgressListModel::What).data(Qt::AccessibleTextRole).toString());
    QVERIFY2(read.startsWith(QStringLiteral("A log of who changed what, ")), qPrintable(read));
    QVERIFY2(read.endsWith(QStringLiteral("was due 26 Jan, 4 days late, to build")), qPrintable(read));
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&shown.list());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), rows.rowCount());
}

void TestProgressPage::nothingBegunSaysSo()
{
    const Page shown(testing::emptyProject(), testing::today());
    QVERIFY(find<QWidget>(*shown.page, "progressStart").isVisible());
    QVERIFY(textOf(*shown.page, "progressStartWords").startsWith(QStringLiteral("Nothing has begun yet.")));
    QVERIFY(!shown.rows(ProgressRow::Kind::Due).isEmpty());
    find<QPushButton>(*shown.page, "progressStartBegin").click();
    QVERIFY(find<ProgressField>(*shown.page, "progressField").isVisible());
    QTest::keyClicks(&find<QLineEdit>(*shown.page, "progressLine"), QStringLiteral("under way"));
    shown.key(Qt::Key_Return);
    QVERIFY(!find<QWidget>(*shown.page, "progressStart").isVisible());
}

void TestProgressPage::learningIsSwitched()
{
    const Page shown(inProgress());
    const QString sentence = textOf(*shown.page, "restSentence");
    QVERIFY2(sentence.contains(QStringLiteral("times what was likely")) &&
                 sentence.endsWith(QStringLiteral("The rest is now expected at 1.09 times.")),
             qPrintable(sentence));
    QVERIFY(testing::awaitRisk(shown.open.document()));
    const auto detail = [&] { return sureText(shown.open.plan(), shown.open.document().risk().get()).detail; };
    QVERIFY(!detail().contains(QStringLiteral("out of account")));
    find<QCheckBox>(*shown.page, "restLearn").click();
    QVERIFY(!shown.open.document().inputs().learn);
    QVERIFY(textOf(*shown.page, "restSentence").startsWith(QStringLiteral("Finished work is left out of account")));
    QVERIFY(!find<QPushButton>(*shown.page, "restWhy").isVisible());
    QVERIFY(testing::awaitRisk(shown.open.document()));
    QVERIFY(detail().startsWith(QStringLiteral("Leaves finished work out of account"))); // never silently
}

void TestProgressPage::reasonsAreTold()
{
    const Page shown(inProgress());
    auto& why = find<QPushButton>(*shown.page, "restWhy");
    QCOMPARE(why.text(), QStringLiteral("Why 1.09?"));
    QString database;
    QStringList problems;
    QTimer::singleShot(0, this, [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        const auto& table = find<QTableWidget>(*dialog, "reasonsTable");
        for (int column = 0; column < table.columnCount(); ++column)
            database += plain(table.item(0, column)->text()) + u'|';
        problems = testing::widgetProblems(*dialog);
        dialog->reject();
    });
    why.click();
    QVERIFY2(database.startsWith(QStringLiteral("Database|100 %|4.5 weeks|3.0 weeks|nothing left|")),
             qPrintable(database));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestProgressPage::promiseIsRead()
{
    const Page shown(inProgress());
    QVERIFY(testing::awaitRisk(shown.open.document()));
    testing::beforeFrame();
    auto& chart = find<PromiseChart>(*shown.page, "promiseChart");
    QVERIFY(!chart.isPending());
    QCOMPARE(chart.readingCount(), std::size_t{1}); // nothing was kept before
    QVERIFY(textOf(*shown.page, "promiseSlip").startsWith(QStringLiteral("Only one status date so far")));
    QVERIFY(chart.curve().baseline == shown.open.document().inputs().baseline->finishP80);
    shown.open.document().edit(QStringLiteral("a week on"),
                               [](Inputs& inputs) { inputs.asOf = kStatus + std::chrono::days(7); });
    QVERIFY(testing::awaitRisk(shown.open.document()));
    testing::beforeFrame();
    QCOMPARE(chart.readingCount(), std::size_t{2});
    QVERIFY2(textOf(*shown.page, "promiseSlip").contains(QStringLiteral("slips")),
             qPrintable(textOf(*shown.page, "promiseSlip"))); // nothing was done in that week
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY2(plain(chart.readout()).startsWith(QStringLiteral("1 Feb 2027: 80 % sure by ")) ||
                 plain(chart.readout()).startsWith(QStringLiteral("8 Feb 2027: 80 % sure by ")),
             qPrintable(chart.readout()));
}

void TestProgressPage::forecastsAreKept()
{
    testing::OpenPlan open(inProgress());
    const auto awaitKept = [&] { // what the file has, once it is read
        QTRY_VERIFY(!open.document().forecasts().forecasts().empty());
        QVERIFY(open.document().waitUntilSaved());
    };
    open.document().setToday([] { return kStatus; });
    static_cast<void>(open.document().forecasts());
    QVERIFY(testing::awaitRisk(open.document()));
    awaitKept();
    const Forecasts first = open.document().forecasts().forecasts();
    QCOMPARE(first.size(), std::size_t{1});
    QVERIFY(first.front().asOf == kStatus);
    QVERIFY(!open.document().forecasts().before());
    open.document().edit(QStringLiteral("a week on"),
                         [](Inputs& inputs) { inputs.asOf = kStatus + std::chrono::days(7); });
    QVERIFY(testing::awaitRisk(open.document()));
    awaitKept();
    open.reopen();
    static_cast<void>(open.document().forecasts());
    QTRY_COMPARE(open.document().forecasts().forecasts().size(), std::size_t{2});
    QVERIFY(open.document().forecasts().forecasts().front() == first.front());
    QVERIFY(open.document().forecasts().before() == kStatus);
}

void TestProgressPage::booksAreTypedAndPasted()
{
    testing::OpenPlan open(inProgress());
    open.document().setToday([] { return kStatus; });
    BooksDialog dialog(open.document());
    testing::showAt(dialog, {});
    QTest::keyClicks(&find<QLineEdit>(dialog, "booksMonth"), QStringLiteral("Jan 2027"));
    QTest::keyClicks(&find<QLineEdit>(dialog, "booksAmount"), QStringLiteral("31,250"));
    QTest::keyClicks(&find<QLineEdit>(dialog, "booksLabel"), QStringLiteral("Wages"));
    QTest::keyClick(&find<QLineEdit>(dialog, "booksLabel"), Qt::Key_Return);
    auto& table = find<QTableWidget>(dialog, "booksTable");
    QCOMPARE(table.rowCount(), 1);
    QVERIFY(dialog.isVisible()); // Return took the amount, not the dialog
    QApplication::clipboard()->setText(QStringLiteral("Month\tAmount\nFeb 2027\t80\tHosting\nJan 2027\t-20\n"));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(table.rowCount(), 3);
    QVERIFY(textOf(dialog, "booksDialogProblem").contains(QStringLiteral("Month Amount")));
    QCOMPARE(plain(table.item(2, 0)->text()), QStringLiteral("Feb 2027"));
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(table.rowCount(), 2);
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog.accept();
    QCOMPARE(open.document().inputs().actualCosts.size(), std::size_t{2});
    QVERIFY(open.plan().actual.fromBooks);

    BooksDialog again(open.document());
    testing::showAt(again, {});
    QTest::keyClicks(&find<QLineEdit>(again, "booksMonth"), QStringLiteral("2027-03"));
    QTest::keyClicks(&find<QLineEdit>(again, "booksAmount"), QStringLiteral("5"));
    QTest::keyClick(&find<QLineEdit>(again, "booksAmount"), Qt::Key_Return);
    again.accept();
    QVERIFY(again.isVisible()); // a month that is to come
    QVERIFY(textOf(again, "booksDialogProblem").contains(QStringLiteral("status date")));
    QCOMPARE(open.document().inputs().actualCosts.size(), std::size_t{2});
}

void TestProgressPage::baselineOfNow()
{
    testing::OpenPlan open;
    QVERIFY(testing::awaitRisk(open.document()));
    BaselineDialog dialog(open.document());
    dialog.show();
    find<QLineEdit>(dialog, "baselineName").setText(QStringLiteral("Sent to investors"));
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog.accept();
    const auto& baseline = open.document().inputs().baseline;
    QVERIFY(baseline.has_value());
    QCOMPARE(baseline->name, std::string("Sent to investors"));
    QVERIFY(baseline->finish == open.plan().finishDate.likely);
    QCOMPARE(baseline->items.size(), open.plan().items.size());
    QCOMPARE(open.document().undoLabel(), QStringLiteral("Baseline “Sent to investors”"));
}

void TestProgressPage::baselineIsRemoved()
{
    testing::OpenPlan open(inProgress());
    BaselineDialog dialog(open.document());
    dialog.show();
    find<QPushButton>(dialog, "baselineRemove").click();
    QVERIFY(!open.document().inputs().baseline);
}

void TestProgressPage::headlineComparesWithTheBaseline()
{
    testing::OpenPlan open(inProgress());
    QVERIFY(testing::awaitRisk(open.document()));
    const QString detail = plain(sureText(open.plan(), open.document().risk().get()).detail);
    QVERIFY2(detail.startsWith(QStringLiteral("Baseline 24 August, AUD 252,000: ")), qPrintable(detail));
    QVERIFY2(detail.contains(QStringLiteral("later")), qPrintable(detail));
}

namespace {

struct ProgressWindow {
    explicit ProgressWindow(const ProjectDocument& project, QSize size) : plan(project)
    {
        plan.close();
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = [] { return kStatus; };
        services.plansFolder = folder.filePath(QStringLiteral("plans"));
        window = std::make_unique<MainWindow>(settings, std::move(services));
        testing::showAt(*window, size);
        QVERIFY(window->openPath(plan.path()));
    }

    testing::OpenPlan plan;
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<MainWindow> window;
};

} // namespace

void TestProgressPage::tabComesWithWork()
{
    ProgressWindow shown(testing::emptyProject(), {1480, 940});
    const auto& tabs = find<QTabBar>(*shown.window, "pageTabs");
    QVERIFY(!tabs.isTabVisible(Workspace::ProgressTab));
    shown.window->findChild<QAction*>(QStringLiteral("actionPageProgress"))->trigger();
    QVERIFY(tabs.isTabVisible(Workspace::ProgressTab)); // while it is shown
    shown.window->workspace()->showPage(Workspace::CostTab);
    QVERIFY(!tabs.isTabVisible(Workspace::ProgressTab));
    shown.window->document()->setItemState(QStringLiteral("indexes"), ItemState::underWay);
    QVERIFY(tabs.isTabVisible(Workspace::ProgressTab));
    shown.window->document()->undo();
    QVERIFY(!tabs.isTabVisible(Workspace::ProgressTab));
}

void TestProgressPage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("begun");
    QTest::addColumn<double>("text");
    for (const bool begun : {true, false}) {
        const char* state = begun ? "in progress" : "not begun";
        QTest::addRow("wide, %s", state) << QSize(1130, 780) << begun << 1.0;
        QTest::addRow("beside the details, %s", state) << QSize(818, 740) << begun << 1.0;
        QTest::addRow("small, %s", state) << QSize(560, 480) << begun << 1.0;
        QTest::addRow("large text, %s", state) << QSize(1130, 780) << begun << 2.0;
    }
}

void TestProgressPage::fits()
{
    QFETCH(QSize, size);
    QFETCH(bool, begun);
    QFETCH(double, text);
    const QFont usual = QApplication::font();
    QApplication::setFont(scaledFont(usual, text));
    {
        const Page shown(begun ? inProgress() : testing::emptyProject());
        testing::showAt(*shown.page, size);
        QVERIFY(testing::awaitRisk(shown.open.document()));
        if (begun)
            shown.type("access-control", "done, took 3 days");
        testing::beforeFrame();
        const QStringList problems = testing::widgetProblems(*shown.page);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
    QApplication::setFont(usual);
}

void TestProgressPage::fitsInTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1480 × 940") << QSize(1480, 940);
    QTest::newRow("1280 × 720") << QSize(1280, 720);
    QTest::newRow("1024 × 640") << QSize(1024, 640);
}

void TestProgressPage::fitsInTheWindow()
{
    QFETCH(QSize, size);
    const ProgressWindow shown(inProgress(), size);
    shown.window->workspace()->showPage(Workspace::ProgressTab);
    QVERIFY(testing::awaitRisk(*shown.window->document()));
    QTest::qWait(50);
    const QStringList problems = testing::widgetProblems(*shown.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

TRESTLE_UI_TEST(TestProgressPage)
#include "tst_progress_page.moc"
