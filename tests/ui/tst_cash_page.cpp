#include "models/money/cash.h"
#include "models/money/shown_cash.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/cash/cash_chart.h"
#include "ui/cash/cash_table_view.h"
#include "ui/cash/cash_words.h"
#include "ui/pages/cash_page.h"
#include "ui/questions/risk_service.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

constexpr Date dayOf(std::chrono::year_month_day date)
{
    return std::chrono::sys_days{date};
}

/// The founder of the golden figures.
ProjectDocument founder()
{
    ProjectDocument project = testing::emptyProject();
    Inputs& inputs = project.project.base;
    inputs.cash.opening = Money::dollars(150'000);
    inputs.cash.monthly = {{"Rent, tools", Money::dollars(-6000), inputs.start},
                           {"First customers", Money::dollars(2000), dayOf(2027y / 4 / 1)}};
    inputs.cash.once = {{"Second tranche", Money::dollars(40'000), dayOf(2027y / 5 / 14)}};
    return project;
}

template <class Widget>
Widget& find(const QWidget& root, const char* name)
{
    auto* widget = root.findChild<Widget*>(QString::fromLatin1(name));
    if (!widget)
        qFatal("no %s", name);
    return *widget;
}

QString textOf(const QWidget& root, const char* name)
{
    return find<QLabel>(root, name).text().replace(QChar(0x00A0), u' ');
}

/// Types in place of what is there, and Return.
void enter(QLineEdit& field, const QString& text)
{
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
}

qint64 dollarsIn(const QString& text)
{
    return QString(text).remove(u',').replace(QChar(0x2212), u'-').toLongLong();
}

} // namespace

class TestCashPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void modelIsSound();
    void figuresAreThoseOfTheRuns();
    void moneyThatLastsSaysSo();
    void nothingOutOfDateIsShown();
    void monthsAddUp_data();
    void monthsAddUp();
    void invoicesAreShown();
    void chartIsReadByKeys();
    void asksForTheOpening();
    void linesAreEdited();
    void basicsAreEdited();
    void problemsStandAtTheField();
    void linesComeAndGoByKeys();
    void tableLeadsToTheFields();
    void fieldsFollowEachOther();
    void tableIsCopied();
    void longPlansScroll();
    void tabComesWithTheOpening();
    void fits_data();
    void fits();
    void fitsInTheWindow_data();
    void fitsInTheWindow();
};

void TestCashPage::modelIsSound()
{
    testing::OpenPlan open(founder());
    CashTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(cashRows(open.plan(), cashTable(open.plan())));
    const int months = model.columnCount();
    open.document().edit(QStringLiteral("less"), [](Inputs& inputs) { inputs.cash.opening = Money::dollars(9); });
    model.setRows(cashRows(open.plan(), cashTable(open.plan()))); // in place
    QCOMPARE(model.columnCount(), months);
    open.document().edit(QStringLiteral("longer"), [](Inputs& inputs) { inputs.cash.bufferMonths += 2; });
    model.setRows(cashRows(open.plan(), cashTable(open.plan())));
    QCOMPARE(model.columnCount(), months + 2);
}

void TestCashPage::figuresAreThoseOfTheRuns()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    QVERIFY(testing::awaitRisk(open.document()));
    const CashFigures figures = cashFigures(open.plan(), *open.document().risk());
    QCOMPARE(*open.document().simulation().cash(), figures);
    const auto plain = [](QString text) { return text.replace(QChar(0x00A0), u' '); };
    const QString needed = plain(format::promise(figures.neededAt(80)));
    QCOMPARE(textOf(page, "cashSentence"),
             needed + QStringLiteral(" more makes it 80 % sure that the money lasts until three months after launch."));
    QCOMPARE(textOf(page, "cashFigure0Value"), needed);
    QVERIFY(textOf(page, "cashFigure0Note").contains(plain(format::promiseAmount(figures.neededAt(50)))));
    QVERIFY(textOf(page, "cashFigure0Note").contains(plain(format::promiseAmount(figures.neededAt(90)))));
    const auto likeliest = std::ranges::max_element(figures.runsOut, {}, &RunsOut::share);
    QCOMPARE(textOf(page, "cashFigure1Value"), cashwords::monthName(likeliest->month));
    QVERIFY(textOf(page, "cashFigure1Note").contains(plain(format::chance(Chance{likeliest->share, false}))));
    QCOMPARE(textOf(page, "cashFigure2Value"), QStringLiteral("−AUD 21,500"));
    QVERIFY(
        textOf(page, "cashFigure2Note").contains(plain(format::simulatedAmount(Money::rounded(figures.atLaunch.p10)))));
    QCOMPARE(textOf(page, "cashFigure3Value"), plain(format::chance(Chance{figures.lastsToLaunch, false})));

    const CashCurve& curve = find<CashChart>(page, "cashChart").curve();
    QCOMPARE(curve.months, figures.months);
    QCOMPARE(curve.more, figures.neededAt(80).inDollars());
    QCOMPARE(curve.tranches.size(), 1U);
    QVERIFY(curve.tranches[0].at > 4.4 && curve.tranches[0].at < 4.5); // 14 May of a plan that starts in January
    QVERIFY(curve.runsOutLabel.contains(QStringLiteral("April 2027")));

    open.document().edit(QStringLiteral("Surer"), [](Inputs& inputs) { inputs.confidence = 90; });
    QCOMPARE(textOf(page, "cashFigure0Value"), plain(format::promise(figures.neededAt(90))));
}

void TestCashPage::moneyThatLastsSaysSo()
{
    ProjectDocument rich = founder();
    rich.project.base.cash.opening = Money::dollars(2'000'000);
    testing::OpenPlan open(rich);
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    QVERIFY(testing::awaitRisk(open.document()));
    QCOMPARE(textOf(page, "cashSentence"),
             QStringLiteral("The money lasts until three months after launch in over 99 % of projects like this."));
    QCOMPARE(textOf(page, "cashFigure0Value"), QStringLiteral("none"));
    QCOMPARE(textOf(page, "cashFigure1Value"), QStringLiteral("it lasts"));
    QVERIFY(find<CashChart>(page, "cashChart").curve().runsOutLabel.isEmpty());
}

void TestCashPage::nothingOutOfDateIsShown()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    QVERIFY(testing::awaitRisk(open.document()));
    auto& chart = find<CashChart>(page, "cashChart");
    QVERIFY(!chart.isPending());
    auto& field = find<QWidget>(page, "cashMonthly0Amount");
    testing::beforeFrame();
    QTest::qWait(20); // lays out what the runs said
    const QPoint place = field.mapTo(&page, QPoint());
    open.document().edit(QStringLiteral("more"), [](Inputs& inputs) { inputs.cash.opening = Money::dollars(151'000); });
    QVERIFY(!open.document().risk());
    QVERIFY(textOf(page, "cashSentence").startsWith(QStringLiteral("Simulating")));
    QVERIFY(chart.isPending());
    for (const char* value : {"cashFigure0Value", "cashFigure1Value", "cashFigure2Value", "cashFigure3Value"})
        QCOMPARE(textOf(page, value), QStringLiteral("…"));
    testing::beforeFrame();
    QTest::qWait(1);
    QCOMPARE(field.mapTo(&page, QPoint()), place); // what is typed into stays where it is
    // The likely plan needs no runs.
    QCOMPARE(find<CashTableView>(page, "cashTable").model()->index(0, 0).data().toString(), QStringLiteral("151,000"));
    QVERIFY(testing::awaitRisk(open.document()));
    QVERIFY(!chart.isPending());
}

void TestCashPage::monthsAddUp_data()
{
    QTest::addColumn<bool>("begun");
    QTest::newRow("before the start") << false;
    QTest::newRow("begun") << true;
}

void TestCashPage::monthsAddUp()
{
    QFETCH(bool, begun);
    ProjectDocument project = founder();
    if (Inputs& inputs = project.project.base; begun) {
        inputs.asOf = inputs.start + std::chrono::days{56};
        inputs.actualCosts = {{monthOf(inputs.start), Money{3'125'040}, "Wages"}};
    }
    testing::OpenPlan open(project);
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    const QAbstractItemModel& model = *find<CashTableView>(page, "cashTable").model();
    const CashTable likely = shownCash(cashTable(open.plan()));
    QCOMPARE(model.columnCount(), static_cast<int>(likely.months.size()));
    const int last = model.rowCount() - 1;
    QCOMPARE(model.headerData(1, Qt::Vertical).toString().startsWith(QStringLiteral("Spent so far")), begun);
    if (begun)
        QCOMPARE(dollarsIn(model.index(1, 0).data().toString()), -31'250);
    QVERIFY(last >= 6); // first, team, log service, two lines a month, one that comes once, last
    for (int month = 0; month < model.columnCount(); ++month) {
        const auto read = [&](int row) { return dollarsIn(model.index(row, month).data().toString()); };
        qint64 sum = 0;
        for (int row = 0; row < last; ++row)
            sum += read(row);
        QCOMPARE(sum, read(last));
        QCOMPARE(read(last) * 100, likely.months[static_cast<std::size_t>(month)].last.cents);
    }
}

// An agency's: what it invoices is in the table and in the figures, and follows terms and kind.
void TestCashPage::invoicesAreShown()
{
    ProjectDocument agency = founder();
    agency.project.base.client = "Saltbush";
    agency.project.base.price.payments = {{50, PaymentWhen::signing, {}}, {50, PaymentWhen::launch, {}}};
    testing::OpenPlan open(agency);
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    const auto& view = find<CashTableView>(page, "cashTable");
    const QAbstractItemModel& model = *view.model();
    const auto invoiceRow = [&] {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.headerData(row, Qt::Vertical).toString().startsWith(QStringLiteral("Invoices")))
                return row;
        return -1;
    };
    QVERIFY(invoiceRow() > 0);
    QCOMPARE(model.index(invoiceRow(), 0).data().toString(), QStringLiteral("…")); // the price needs the runs
    QVERIFY(testing::awaitRisk(open.document()));
    const auto isShown = [&] {
        const CashFigures figures = cashFigures(open.plan(), *open.document().risk());
        if (!(*open.document().simulation().cash() == figures))
            return false;
        const CashTable likely = shownCash(figures.likely);
        for (int month = 0; month < model.columnCount(); ++month) {
            const CashMonth& expected = likely.months[static_cast<std::size_t>(month)];
            const QString invoiced = model.index(invoiceRow(), month).data().toString();
            if ((invoiced.isEmpty() ? 0 : dollarsIn(invoiced)) * 100 != expected.invoices.cents)
                return false;
            if (dollarsIn(model.index(model.rowCount() - 1, month).data().toString()) * 100 != expected.last.cents)
                return false;
        }
        return true;
    };
    QVERIFY(isShown());
    const CashFigures before = *open.document().simulation().cash();
    const auto change = [&](const char* name, const std::function<void(Inputs&)>& edit) {
        open.document().edit(QString::fromLatin1(name), edit);
        QVERIFY(open.document().risk()); // the runs stand
        QVERIFY(!open.document().simulation().cash());
        QTRY_VERIFY(open.document().simulation().cash());
        testing::beforeFrame();
        QTest::qWait(1);
        QVERIFY(isShown());
        QVERIFY(!(*open.document().simulation().cash() == before));
    };
    change("terms", [](Inputs& inputs) { inputs.price.termsDays = 60; });
    change("kind", [](Inputs& inputs) { inputs.price.kind = PriceKind::timeAndMaterials; });
    change("confidence", [](Inputs& inputs) {
        inputs.price.kind = PriceKind::fixed;
        inputs.confidence = 90;
    });
    // What is invoiced at the end of a phase needs the days on which the runs end it, which they have not kept so far.
    open.document().edit(QStringLiteral("by phase"), [](Inputs& inputs) {
        inputs.price.payments = {{50, PaymentWhen::signing, {}}, {50, PaymentWhen::phaseFinished, "testing"}};
    });
    QVERIFY(!open.document().risk());
    QVERIFY(testing::awaitRisk(open.document()));
    QVERIFY(isShown());
    change("no client", [](Inputs& inputs) { inputs.client.clear(); });
    QCOMPARE(invoiceRow(), -1);
}

void TestCashPage::chartIsReadByKeys()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    QVERIFY(testing::awaitRisk(open.document()));
    auto& chart = find<CashChart>(page, "cashChart");
    chart.setFocus(Qt::TabFocusReason);
    QVERIFY(chart.readout().startsWith(QStringLiteral("End of April 2027"))); // where it runs out
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY(chart.readout()
                .replace(QChar(0x00A0), u' ')
                .startsWith(QStringLiteral("End of January 2027: AUD 114,000 likely")));
    QCOMPARE(chart.accessibleDescription(), chart.readout());
    QTest::keyClick(&chart, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), static_cast<int>(chart.readingCount()));
    chart.clearFocus();
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Second tranche")));
}

void TestCashPage::asksForTheOpening()
{
    testing::OpenPlan open(testing::emptyProject());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    QCOMPARE(textOf(page, "cashStartQuestion"), QStringLiteral("How much is in the bank on 4 January 2027?"));
    QVERIFY(!find<QWidget>(page, "cashAsked").isVisible());
    enter(find<AmountField>(page, "cashStartOpening"), QStringLiteral("150k"));
    QCOMPARE(open.document().inputs().cash.opening, Money::dollars(150'000));
    QVERIFY(find<QWidget>(page, "cashAsked").isVisible());
    QVERIFY(!find<QWidget>(page, "cashStart").isVisible());
    QVERIFY(find<AmountField>(page, "cashOpening").hasFocus());
    QVERIFY(testing::awaitRisk(open.document()));
    QVERIFY(open.document().simulation().cash());
    open.document().undo();
    QVERIFY(!open.document().inputs().cash.opening);
    QVERIFY(find<QWidget>(page, "cashStart").isVisible());
}

void TestCashPage::linesAreEdited()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    const auto line = [&]() -> const MonthlyLine& { return open.document().inputs().cash.monthly[0]; };
    enter(find<QLineEdit>(page, "cashMonthly0Label"), QStringLiteral("Rent"));
    QCOMPARE(line().label, std::string("Rent"));
    enter(find<AmountField>(page, "cashMonthly0Amount"), QStringLiteral("7,000"));
    QCOMPARE(line().amount, Money::dollars(-7000));
    auto& direction = find<QComboBox>(page, "cashMonthly0Direction");
    direction.setFocus();
    QTest::keyClick(&direction, Qt::Key_Down);
    QCOMPARE(line().amount, Money::dollars(7000));
    enter(find<DateField>(page, "cashMonthly0From"), QStringLiteral("1 Feb 2027"));
    QCOMPARE(line().from, dayOf(2027y / 2 / 1));
    enter(find<DateField>(page, "cashMonthly0To"), QStringLiteral("30 Jun 2027"));
    QCOMPARE(line().to, dayOf(2027y / 6 / 30));
    enter(find<QLineEdit>(page, "cashMonthly0Note"), QStringLiteral("as agreed"));
    QCOMPARE(line().note, std::string("as agreed"));
    enter(find<DateField>(page, "cashMonthly0To"), QString());
    QVERIFY(!line().to);
    enter(find<AmountField>(page, "cashOnce0Amount"), QStringLiteral("50,000"));
    QCOMPARE(open.document().inputs().cash.once[0].amount, Money::dollars(50'000));
    enter(find<DateField>(page, "cashOnce0From"), QStringLiteral("1 Mar 2027"));
    QCOMPARE(open.document().inputs().cash.once[0].date, dayOf(2027y / 3 / 1));

    int steps = 0;
    while (open.document().canUndo() && steps < 20) {
        open.document().undo();
        ++steps;
    }
    QCOMPARE(open.document().inputs().cash, founder().project.base.cash);
    QCOMPARE(find<AmountField>(page, "cashMonthly0Amount").amount(), Money::dollars(6000));
    QCOMPARE(direction.currentIndex(), 0);
}

void TestCashPage::basicsAreEdited()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    enter(find<AmountField>(page, "cashOpening"), QStringLiteral("90,000"));
    QCOMPARE(open.document().inputs().cash.opening, Money::dollars(90'000));
    enter(find<AmountField>(page, "cashOpening"), QStringLiteral("-2,500")); // overdrawn
    QCOMPARE(open.document().inputs().cash.opening, Money::dollars(-2500));
    QCOMPARE(find<AmountField>(page, "cashOpening").text().replace(QChar(0x00A0), u' '), QStringLiteral("−AUD 2,500"));
    QVERIFY(find<AmountField>(page, "cashOpening").problem().isEmpty());
    enter(find<NumberField>(page, "cashBuffer"), QStringLiteral("6"));
    QCOMPARE(open.document().inputs().cash.bufferMonths, 6);
    enter(find<QLineEdit>(page, "cashNote"), QStringLiteral("seed round"));
    QCOMPARE(open.document().inputs().cash.note, std::string("seed round"));
    auto& gst = find<QCheckBox>(page, "cashGst");
    QVERIFY(gst.isChecked());
    gst.setFocus();
    QTest::keyClick(&gst, Qt::Key_Space);
    QVERIFY(!open.document().inputs().gstRegistered);
    QVERIFY(textOf(page, "cashBasis").contains(QStringLiteral("not registered")));
    open.document().undo();
    QVERIFY(gst.isChecked());
    enter(find<AmountField>(page, "cashOpening"), QString());
    QVERIFY(!open.document().inputs().cash.opening);
    QVERIFY(find<QWidget>(page, "cashStart").isVisible());

    QSignalSpy wanted(&page, &CashPage::teamWanted);
    open.document().undo();
    find<QPushButton>(page, "cashToTeam").click();
    QCOMPARE(wanted.count(), 1);
}

void TestCashPage::problemsStandAtTheField()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    QSignalSpy refused(&open.document(), &PlanDocument::editRefused);
    const CashPlan before = open.document().inputs().cash;
    enter(find<DateField>(page, "cashOnce0From"), QStringLiteral("1 Dec 2026"));
    QVERIFY(find<QLabel>(page, "cashOnce0Problem").isVisible());
    QVERIFY(textOf(page, "cashOnce0Problem").contains(QStringLiteral("before the start, 4 Jan 2027")));
    QCOMPARE(open.document().inputs().cash, before);
    enter(find<DateField>(page, "cashOnce0From"), QStringLiteral("1 Feb 2027"));
    QVERIFY(!find<QLabel>(page, "cashOnce0Problem").isVisible());
    QCOMPARE(open.document().inputs().cash.once[0].date, dayOf(2027y / 2 / 1));

    enter(find<QLineEdit>(page, "cashMonthly0Label"), QStringLiteral("First customers"));
    QVERIFY(textOf(page, "cashMonthly0Problem").contains(QStringLiteral("already")));
    enter(find<QLineEdit>(page, "cashMonthly0Label"), QString());
    QVERIFY(textOf(page, "cashMonthly0Problem").contains(QStringLiteral("name")));
    QCOMPARE(open.document().inputs().cash.monthly, before.monthly);
    enter(find<QLineEdit>(page, "cashMonthly0Label"), QStringLiteral("Rent"));
    QVERIFY(!find<QLabel>(page, "cashMonthly0Problem").isVisible());

    enter(find<DateField>(page, "cashMonthly1To"), QStringLiteral("1 Feb 2027"));
    QVERIFY(textOf(page, "cashMonthly1Problem").contains(QStringLiteral("ends before it begins")));
    QCOMPARE(refused.count(), 0); // said at the field, not across the window
}

void TestCashPage::linesComeAndGoByKeys()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    auto& add = find<QPushButton>(page, "cashMonthlyAdd");
    add.setFocus();
    QTest::keyClick(&add, Qt::Key_Space);
    QCOMPARE(open.document().inputs().cash.monthly.size(), 3U);
    auto& label = find<QLineEdit>(page, "cashMonthly2Label");
    QVERIFY(label.hasFocus());
    QCOMPARE(label.selectedText(), label.text()); // what is typed takes its place
    QTest::keyClicks(&label, QStringLiteral("Insurance"));
    QTest::keyClick(&label, Qt::Key_Tab);
    QCOMPARE(open.document().inputs().cash.monthly[2].label, std::string("Insurance"));
    QVERIFY(find<QComboBox>(page, "cashMonthly2Direction").hasFocus());

    auto& remove = find<QAbstractButton>(page, "cashMonthly0Remove");
    remove.setFocus();
    QTest::keyClick(&remove, Qt::Key_Return);
    QCOMPARE(open.document().inputs().cash.monthly.size(), 2U);
    QCOMPARE(open.document().inputs().cash.monthly[0].label, std::string("First customers"));
    QCOMPARE(find<QLineEdit>(page, "cashMonthly0Label").text(), QStringLiteral("First customers"));
    QVERIFY(add.hasFocus());

    auto& once = find<QPushButton>(page, "cashOnceAdd");
    once.setFocus();
    QTest::keyClick(&once, Qt::Key_Space);
    QTest::keyClick(&once, Qt::Key_Space); // another one, though the first has no name of its own yet
    QCOMPARE(open.document().inputs().cash.once.size(), 3U);
    QVERIFY(open.document().inputs().cash.once[1].label != open.document().inputs().cash.once[2].label);
}

void TestCashPage::tableLeadsToTheFields()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 420});
    auto& table = find<CashTableView>(page, "cashTable");
    const auto rowOf = [&](const QString& title) {
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (table.model()->headerData(row, Qt::Vertical).toString().startsWith(title))
                return row;
        return -1;
    };
    table.setFocus();
    table.setCurrentIndex(table.model()->index(rowOf(QStringLiteral("Second tranche")), 0));
    QTest::keyClick(&table, Qt::Key_Return);
    auto& label = find<QLineEdit>(page, "cashOnce0Label");
    QVERIFY(label.hasFocus());
    QVERIFY(!label.visibleRegion().isEmpty()); // the page has scrolled there
    table.setFocus();
    table.setCurrentIndex(table.model()->index(rowOf(QStringLiteral("Team")), 0));
    QTest::keyClick(&table, Qt::Key_Return);
    QVERIFY(table.hasFocus()); // the plan's own line
}

void TestCashPage::fieldsFollowEachOther()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    find<QPushButton>(page, "cashMonthlyAdd").click();
    find<AmountField>(page, "cashOpening").setFocus();
    QStringList passed;
    for (int i = 0; i < 40 && !passed.contains(QStringLiteral("cashOnceAdd")); ++i) {
        passed += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget()->objectName() == QStringLiteral("cashOnceAdd"))
            passed += QStringLiteral("cashOnceAdd");
    }
    const QStringList wanted{"cashOpening",
                             "cashBuffer",
                             "cashGst",
                             "cashNote",
                             "cashToTeam",
                             "cashMonthly0Label",
                             "cashMonthly0Direction",
                             "cashMonthly0Amount",
                             "cashMonthly0From",
                             "cashMonthly0To",
                             "cashMonthly0Note",
                             "cashMonthly0Remove",
                             "cashMonthly1Label",
                             "cashMonthly2Label",
                             "cashMonthlyAdd",
                             "cashOnce0Label",
                             "cashOnceAdd"};
    qsizetype last = -1;
    for (const QString& name : wanted) {
        const qsizetype at = passed.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + QStringLiteral(" in ") + passed.join(u' ')));
        last = at;
    }
}

void TestCashPage::tableIsCopied()
{
    testing::OpenPlan open(founder());
    CashPage page(open.document());
    testing::showAt(page, {1000, 760});
    auto& table = find<CashTableView>(page, "cashTable");
    table.setFocus();
    table.selectionModel()->select(QItemSelection(table.model()->index(0, 0), table.model()->index(1, 1)),
                                   QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("AUD, likely plan\tJanuary 2027\tFebruary 2027\n"
                                                               "On the first of the month\t150,000\t114,000\n"
                                                               "Team · from the plan\t−30,000\t−30,000"));
}

void TestCashPage::longPlansScroll()
{
    ProjectDocument project = founder();
    project.project.base.cash.bufferMonths = 60;
    testing::OpenPlan open(project);
    CashPage page(open.document());
    testing::showAt(page, {818, 700});
    QVERIFY(testing::awaitRisk(open.document()));
    testing::beforeFrame();
    const auto& table = find<CashTableView>(page, "cashTable");
    QVERIFY(table.horizontalScrollBar()->maximum() > 0);
    QCOMPARE(table.verticalScrollBar()->maximum(), 0);
    QVERIFY(!find<CashChart>(page, "cashChart").curve().monthWidth); // over all the room it has
    QCOMPARE(testing::widgetProblems(page), QStringList());
}

void TestCashPage::tabComesWithTheOpening()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = folder.filePath(QStringLiteral("plans"));
    MainWindow window(settings, std::move(services));
    testing::showAt(window, {1480, 940});
    QVERIFY(window.openSample());
    const auto& tabs = find<QTabBar>(window, "pageTabs");
    QVERIFY(!tabs.isTabVisible(Workspace::CashTab));
    window.workspace()->showPage(Workspace::CostTab);
    find<QPushButton>(window, "costToCash").click();
    QCOMPARE(window.workspace()->page(), Workspace::CashTab);
    QVERIFY(tabs.isTabVisible(Workspace::CashTab)); // while it is shown
    window.workspace()->showPage(Workspace::PriceTab);
    window.workspace()->showPage(Workspace::CashTab);
    QTest::qWait(20);
    QVERIFY(tabs.width() >= tabs.sizeHint().width()); // no tab has to be scrolled to
    QVERIFY(tabs.tabRect(Workspace::HistoryTab).right() < tabs.width());
    window.workspace()->showPage(Workspace::PlanTab);
    QVERIFY(!tabs.isTabVisible(Workspace::CashTab));
    window.document()->edit(QStringLiteral("cash"),
                            [](Inputs& inputs) { inputs.cash.opening = Money::dollars(150'000); });
    QVERIFY(tabs.isTabVisible(Workspace::CashTab));
    window.document()->undo();
    QVERIFY(!tabs.isTabVisible(Workspace::CashTab));
}

void TestCashPage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<double>("text");
    for (const bool asked : {true, false}) {
        const char* state = asked ? "figures" : "question";
        QTest::addRow("wide, %s", state) << QSize(1120, 760) << asked << 1.0;
        QTest::addRow("beside the details, %s", state) << QSize(818, 740) << asked << 1.0;
        QTest::addRow("small, %s", state) << QSize(560, 480) << asked << 1.0;
        QTest::addRow("large text, %s", state) << QSize(1100, 740) << asked << 2.0;
    }
}

void TestCashPage::fits()
{
    QFETCH(QSize, size);
    QFETCH(bool, asked);
    QFETCH(double, text);
    const QFont usual = QApplication::font();
    QApplication::setFont(scaledFont(usual, text));
    {
        testing::OpenPlan open(asked ? founder() : testing::emptyProject());
        CashPage page(open.document());
        testing::showAt(page, size);
        QVERIFY(testing::awaitRisk(open.document()));
        testing::beforeFrame();
        const QStringList problems = testing::widgetProblems(page);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        if (asked) {
            const auto& table = find<CashTableView>(page, "cashTable");
            for (int column = 0; column < table.model()->columnCount(); ++column)
                QVERIFY(table.columnWidth(column) >=
                        static_cast<const QAbstractItemView&>(table).sizeHintForColumn(column) - 2);
        }
    }
    QApplication::setFont(usual);
}

void TestCashPage::fitsInTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1480 × 940") << QSize(1480, 940);
    QTest::newRow("1280 × 720") << QSize(1280, 720);
    QTest::newRow("1024 × 640") << QSize(1024, 640);
}

void TestCashPage::fitsInTheWindow()
{
    QFETCH(QSize, size);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = folder.filePath(QStringLiteral("plans"));
    MainWindow window(settings, std::move(services));
    testing::showAt(window, size);
    testing::OpenPlan plan(founder());
    plan.close();
    QVERIFY(window.openPath(plan.path()));
    window.workspace()->showPage(Workspace::CashTab);
    QVERIFY(testing::awaitRisk(*window.document()));
    QTest::qWait(50);
    const QStringList problems = testing::widgetProblems(window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

TRESTLE_UI_TEST(TestCashPage)
#include "tst_cash_page.moc"
