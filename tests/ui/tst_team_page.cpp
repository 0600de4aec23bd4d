#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_detail.h"
#include "ui/dialogs/date_ranges.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/pages/team_model.h"
#include "ui/pages/team_page.h"
#include "ui/widgets/date_field.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace trestle;

namespace {

constexpr int kLead = 0;

const Person& person(const testing::OpenPlan& open, std::size_t at)
{
    return open.document().inputs().team[at];
}

} // namespace

class TestTeamPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void modelKeepsItsRules();
    void typedFigures_data();
    void typedFigures();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void rulesOfThePlanAreKept();
    void peopleComeAndGo();
    void lineNamesTheTeam();
    void leaveIsEdited();
    void daysOffBecomeRangesAndBack();
    void everythingHasNameAndRoom();
};

void TestTeamPage::modelKeepsItsRules()
{
    testing::OpenPlan open;
    TeamModel model(open.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.addPerson(), 2);
    QCOMPARE(model.addPerson(), 3);
    QVERIFY(model.removePerson(1));
    QCOMPARE(model.rowCount(), 3);
    open.document().undo();
    QCOMPARE(model.rowCount(), 4);
}

void TestTeamPage::typedFigures_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, int column, const char* typed, const char* shown) {
        QTest::newRow(name) << column << QString::fromUtf8(typed) << QString::fromUtf8(shown);
    };
    row("name", TeamModel::Name, " Ana ", "Ana");
    row("allocation", TeamModel::Allocation, "0.75", "0.75");
    row("allocation in percent", TeamModel::Allocation, "60 %", "0.6");
    row("rate", TeamModel::Rate, "4200", "4,200");
    row("rate with everything", TeamModel::Rate, "AUD 4,200.50", "4,200.50");
    row("rate in thousands", TeamModel::Rate, "4.2k", "4,200");
    row("rate with spaces", TeamModel::Rate, "12 500", "12,500");
    row("a founder's own time", TeamModel::Rate, "0", "0");
    row("skills", TeamModel::Skills, "security, engineering,, security ", "security, engineering");
}

void TestTeamPage::typedFigures()
{
    QFETCH(int, column);
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    testing::OpenPlan open;
    // Someone who can do everything, so that skills of the first leave no item behind.
    TeamModel model(open.document());
    const QModelIndex cell = model.index(kLead, column);
    QSignalSpy refused(&model, &TeamModel::refused);
    QVERIFY(model.setData(cell, typed, Qt::EditRole));
    QCOMPARE(cell.data().toString(), shown);
    QCOMPARE(refused.count(), 0);
    // What is typed again as it stands is no edit.
    QVERIFY(!model.setData(cell, cell.data(Qt::EditRole), Qt::EditRole));
    open.document().undo();
    QVERIFY(!open.document().canUndo());
}

void TestTeamPage::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::newRow("no name") << int(TeamModel::Name) << QString();
    QTest::newRow("allocation in words") << int(TeamModel::Allocation) << QStringLiteral("half");
    QTest::newRow("empty allocation") << int(TeamModel::Allocation) << QString();
    QTest::newRow("rate in words") << int(TeamModel::Rate) << QStringLiteral("cheap");
    QTest::newRow("infinite rate") << int(TeamModel::Rate) << QStringLiteral("inf");
    QTest::newRow("absurd rate") << int(TeamModel::Rate) << QStringLiteral("1e300");
    QTest::newRow("too large a rate") << int(TeamModel::Rate) << QStringLiteral("999999999999999");
    QTest::newRow("negative rate") << int(TeamModel::Rate) << QStringLiteral("-1");
    QTest::newRow("rate in percent") << int(TeamModel::Rate) << QStringLiteral("50 %");
    QTest::newRow("rate with a decimal comma") << int(TeamModel::Rate) << QStringLiteral("1,5");
}

void TestTeamPage::whatMakesNoSenseIsRefused()
{
    QFETCH(int, column);
    QFETCH(QString, typed);
    testing::OpenPlan open;
    TeamModel model(open.document());
    const Inputs before = open.document().inputs();
    QSignalSpy refused(&model, &TeamModel::refused);
    QVERIFY(!model.setData(model.index(kLead, column), typed, Qt::EditRole));
    QCOMPARE(refused.count(), 1);
    const auto error = refused[0][0].value<Error>();
    QVERIFY(!error.fix.empty());
    QVERIFY(wording::error(error).contains(wording::detail(error.fix)));
    QVERIFY(open.document().inputs() == before);
}

void TestTeamPage::rulesOfThePlanAreKept()
{
    testing::OpenPlan open;
    TeamModel model(open.document());
    const Inputs before = open.document().inputs();
    QSignalSpy refused(&open.document(), &PlanDocument::editRefused);
    const auto refuses = [&](int column, const char* typed, ErrorCode code) {
        const qsizetype known = refused.count();
        QVERIFY(!model.setData(model.index(kLead, column), QString::fromLatin1(typed), Qt::EditRole));
        QCOMPARE(refused.count(), known + 1);
        QCOMPARE(refused.last()[0].value<Error>().code, code);
        QVERIFY(open.document().inputs() == before);
    };
    refuses(TeamModel::Allocation, "0", ErrorCode::invalidAllocation);
    refuses(TeamModel::Allocation, "1.5", ErrorCode::invalidAllocation);
    refuses(TeamModel::Name, "Part-time engineer", ErrorCode::duplicateName);
}

void TestTeamPage::peopleComeAndGo()
{
    testing::OpenPlan open;
    TeamPage page(open.document());
    testing::showAt(page, QSize(800, 500));
    auto* table = page.findChild<QTableView*>(QStringLiteral("teamTable"));
    auto* add = page.findChild<QPushButton*>(QStringLiteral("teamAdd"));
    auto* remove = page.findChild<QPushButton*>(QStringLiteral("teamRemove"));
    table->selectionModel()->clearCurrentIndex(); // a table that gets the focus chooses its first row
    QVERIFY(!remove->isEnabled());
    const double before = open.plan().finish.likely;
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(open.document().inputs().team.size(), std::size_t{3});
    QVERIFY(open.plan().finish.likely < before);
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("teamTotal"))->text().contains(QStringLiteral("2.5")));
    QTest::keyClick(table->viewport(), Qt::Key_Escape);
    table->setCurrentIndex(table->model()->index(2, 0));
    QVERIFY(remove->isEnabled());
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(open.plan().finish.likely, before);
    QVERIFY(open.document().undoLabel().startsWith(QStringLiteral("Remove")));
}

void TestTeamPage::lineNamesTheTeam()
{
    testing::OpenPlan open;
    QCOMPARE(teamLine(open.document()).replace(QChar(0x00A0), u' '),
             QStringLiteral("Lead engineer, part-time engineer · 1.5 FTE"));
    open.document().edit(QStringLiteral("Team"), [](Inputs& inputs) {
        inputs.team[0].name = "Ana Brown";
        inputs.team[1].name = "QA";
        inputs.team.push_back(inputs.team[1]);
        inputs.team.back().name = "Lee";
        inputs.team.push_back(inputs.team[1]);
        inputs.team.back().name = "Kim";
    });
    QCOMPARE(teamLine(open.document()).replace(QChar(0x00A0), u' '),
             QStringLiteral("Ana Brown, QA, Lee, 1 more · 2.5 FTE"));
}

void TestTeamPage::leaveIsEdited()
{
    testing::OpenPlan open;
    const double before = open.plan().finish.likely;
    LeaveDialog dialog(open.document(), kLead);
    auto* ranges = dialog.findChild<DateRanges*>();
    dialog.findChild<DateField*>(QStringLiteral("leaveFirst"))->setText(QStringLiteral("1Feb"));
    dialog.findChild<DateField*>(QStringLiteral("leaveLast"))->setText(QStringLiteral("12/2"));
    dialog.findChild<QPushButton*>(QStringLiteral("leaveAdd"))->click();
    QCOMPARE(ranges->ranges().size(), std::size_t{1});
    dialog.accept();
    const DateRange expected{*parseDate("2027-02-01"), *parseDate("2027-02-12")};
    QCOMPARE(person(open, kLead).leave.size(), std::size_t{1});
    QVERIFY(person(open, kLead).leave[0] == expected);
    QVERIFY(!person(open, kLead).firstDay);
    QVERIFY(open.plan().finish.likely > before);
    const TeamModel model(open.document());
    QCOMPARE(model.index(kLead, TeamModel::Away).data().toString(), format::dateRange(expected.first, expected.last));
}

void TestTeamPage::daysOffBecomeRangesAndBack()
{
    const auto off = [](const char* day, const char* label) { return DayOff{*parseDate(day), label}; };
    // Thursday and Friday before, Monday after a weekend, and a day of another name.
    const std::vector<DayOff> days{off("2027-03-25", "Easter"), off("2027-03-26", "Easter"),
                                   off("2027-03-29", "Easter"), off("2027-03-30", "Stocktake")};
    const std::vector<NamedRange> ranges = rangesOf(days);
    QCOMPARE(ranges.size(), std::size_t{2});
    QVERIFY((ranges[0].range == DateRange{*parseDate("2027-03-25"), *parseDate("2027-03-29")}));
    QVERIFY(daysOf(ranges) == days);
}

void TestTeamPage::everythingHasNameAndRoom()
{
    testing::OpenPlan open;
    TeamPage page(open.document());
    testing::showAt(page, QSize(760, 500));
    const QStringList problems = testing::widgetProblems(page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

TRESTLE_UI_TEST(TestTeamPage)
#include "tst_team_page.moc"
