#include "models/rate_cards.h"
#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/base/wording.h"
#include "ui/base/wording_detail.h"
#include "ui/dialogs/date_ranges.h"
#include "ui/dialogs/days_off_dialogs.h"
#include "ui/team/load_chart.h"
#include "ui/team/team_dialogs.h"
#include "ui/team/team_model.h"
#include "ui/team/team_page.h"
#include "ui/widgets/date_field.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
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

/// A page of a plan, with settings of its own.
struct OpenPage {
    explicit OpenPage(const testing::OpenPlan& open, QSize size = QSize(900, 640))
        : settings(open.folder() + QStringLiteral("/settings.ini")), page(open.document(), settings)
    {
        testing::showAt(page, size);
    }
    template <class T>
    [[nodiscard]] T* part(const char* name) const
    {
        return page.findChild<T*>(QString::fromLatin1(name));
    }
    void choose(int row) const
    {
        auto* table = part<QTableView>("teamTable");
        table->setCurrentIndex(table->model()->index(row, 0));
    }

    Settings settings;
    TeamPage page;
};

QString plainText(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

void say(const testing::OpenPlan& open, const std::function<void(Inputs&)>& change)
{
    QVERIFY(open.document().edit(QStringLiteral("Change"), change));
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
    void daysAreTyped();
    void paidOutIsTicked();
    void billRatesCanBeCleared();
    void peopleComeAndGo();
    void rolesComeFromTheRateCard();
    void rolesGetAName();
    void ratesComeFromASalary();
    void peopleArePasted();
    void pastedLinesThatAreWrongAreTold();
    void ownTimeIsTold();
    void warningsAreInWords();
    void skillsShowWhereTheyMatter();
    void loadIsReadByKeys();
    void loadSaysWhoDoesWhat();
    void lastDayIsSetInTheDialog();
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
    const OpenPage shown(open);
    const TeamPage& page = shown.page;
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
             QStringLiteral("Lead engineer, part-time engineer"));
    open.document().edit(QStringLiteral("Team"), [](Inputs& inputs) {
        inputs.team[0].name = "Ana Brown";
        inputs.team[1].name = "QA";
        inputs.team.push_back(inputs.team[1]);
        inputs.team.back().name = "Lee";
        inputs.team.push_back(inputs.team[1]);
        inputs.team.back().name = "Kim";
    });
    QCOMPARE(teamLine(open.document()).replace(QChar(0x00A0), u' '), QStringLiteral("Ana Brown, QA, Lee, 1 more"));
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
    QCOMPARE(model.index(kLead, TeamModel::Leave).data().toString(), format::dateRange(expected.first, expected.last));
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

void TestTeamPage::daysAreTyped()
{
    testing::OpenPlan open;
    TeamModel model(open.document());
    const QModelIndex first = model.index(kLead, TeamModel::FirstDay);
    QCOMPARE(first.data().toString(), QStringLiteral("–"));
    QVERIFY(model.setData(first, QStringLiteral("1 Feb 27"), Qt::EditRole));
    QVERIFY(person(open, kLead).firstDay == parseDate("2027-02-01"));
    QVERIFY(model.setData(first, QString(), Qt::EditRole));
    QVERIFY(!person(open, kLead).firstDay);
    const QModelIndex last = model.index(1, TeamModel::LastDay);
    QVERIFY(model.setData(last, QStringLiteral("26/2/2027"), Qt::EditRole));
    QVERIFY(person(open, 1).lastDay == parseDate("2027-02-26"));
    QCOMPARE(last.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Last day: %1").arg(last.data().toString()));
    QSignalSpy refused(&model, &TeamModel::refused);
    QVERIFY(!model.setData(last, QStringLiteral("some day"), Qt::EditRole));
    QCOMPARE(refused.count(), 1);
    // Before the first day nobody can go, and the work can't be left to nobody.
    QSignalSpy wrong(&open.document(), &PlanDocument::editRefused);
    QVERIFY(!model.setData(model.index(kLead, TeamModel::LastDay), QStringLiteral("26 Feb 2027"), Qt::EditRole));
    QCOMPARE(wrong.last()[0].value<Error>().code, ErrorCode::nobodyLeft);
    QVERIFY(wording::error(wrong.last()[0].value<Error>()).contains(QStringLiteral("Nobody is left")));
}

void TestTeamPage::paidOutIsTicked()
{
    testing::OpenPlan open;
    TeamModel model(open.document());
    const QModelIndex cell = model.index(kLead, TeamModel::PaidOut);
    QCOMPARE(cell.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    const Money before = open.plan().total.likely;
    QVERIFY(model.setData(cell, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!person(open, kLead).paidOut);
    QCOMPARE(open.plan().total.likely.cents, before.cents);
    QCOMPARE(open.plan().ownTime.likely.cents, open.plan().people[kLead].cost.likely.cents);
    QCOMPARE(cell.data().toString(), QStringLiteral("no"));
}

void TestTeamPage::billRatesCanBeCleared()
{
    testing::OpenPlan open;
    TeamModel model(open.document());
    const QModelIndex cell = model.index(kLead, TeamModel::BillRate);
    QVERIFY(model.setData(cell, QStringLiteral("7k"), Qt::EditRole));
    QCOMPARE(cell.data().toString(), QStringLiteral("7,000"));
    QVERIFY(model.setData(cell, QString(), Qt::EditRole));
    QVERIFY(!person(open, kLead).billRate);
}

void TestTeamPage::rolesComeFromTheRateCard()
{
    testing::OpenPlan open;
    OpenPage shown(open);
    auto* menu = shown.part<QMenu>("teamRoles");
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 3); // the catalogue's rate, a line, the rate card
    RateCard card;
    QVERIFY(card.add({"Designer", Money::dollars(4'000), Money::dollars(6'000), true}).has_value());
    shown.settings.setRateCards(RateCards(card));
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions()[0]->text().contains(QStringLiteral("Designer")));
    menu->actions()[0]->trigger();
    menu->actions()[0]->trigger();
    QCOMPARE(open.document().inputs().team.size(), std::size_t{4});
    const Person& role = person(open, 2);
    QVERIFY(role.isRole && role.name == "Designer" && role.billRate == Money::dollars(6'000));
    QCOMPARE(person(open, 3).name, std::string("Designer 2"));
    const TeamModel model(open.document());
    QCOMPARE(model.index(2, TeamModel::Name).data().toString(), QStringLiteral("Designer (no name yet)"));
    QCOMPARE(model.index(2, TeamModel::Name).data(Qt::EditRole).toString(), QStringLiteral("Designer"));

    // A client with a card of their own has their rates.
    RateCards cards(card);
    RateCard own;
    QVERIFY(own.add({"Designer", Money::dollars(4'000), Money::dollars(7'500), true}).has_value());
    QVERIFY(cards.add("Acme", own).has_value());
    shown.settings.setRateCards(cards);
    open.document().edit(QStringLiteral("Client"), [](Inputs& inputs) { inputs.client = "Acme"; });
    Q_EMIT menu->aboutToShow();
    menu->actions()[0]->trigger();
    QCOMPARE(person(open, 4).billRate, std::optional(Money::dollars(7'500)));
}

void TestTeamPage::rolesGetAName()
{
    testing::OpenPlan open;
    say(open, [](Inputs& inputs) {
        inputs.team[0].isRole = true;
        inputs.items["audit-log"].owner = inputs.team[0].name;
    });
    const OpenPage shown(open);
    shown.choose(1);
    QVERIFY(!shown.part<QPushButton>("teamNameRole")->isVisible());
    shown.choose(0);
    QVERIFY(shown.part<QPushButton>("teamNameRole")->isVisible());
    NameRoleDialog dialog(open.document(), 0);
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("roleName"));
    dialog.accept();
    QVERIFY(person(open, 0).isRole);
    name->setText(QString::fromStdString(person(open, 1).name));
    dialog.accept();
    QVERIFY(person(open, 0).isRole);
    name->setText(QStringLiteral(" Mia Chen "));
    dialog.accept();
    QVERIFY(!person(open, 0).isRole);
    QCOMPARE(person(open, 0).name, std::string("Mia Chen"));
    QCOMPARE(open.document().inputs().items.at("audit-log").owner, std::string("Mia Chen"));
}

void TestTeamPage::ratesComeFromASalary()
{
    testing::OpenPlan open;
    SalaryDialog dialog(open.document(), 1);
    testing::showAt(dialog, {});
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog.findChild<QLineEdit*>(QStringLiteral("salaryYearly"))->setText(QStringLiteral("200,000"));
    dialog.accept();
    QCOMPARE(person(open, 1).weeklyRate.cents, Money::dollars(5'509).cents);
    QVERIFY(person(open, 1).rateBasis && person(open, 1).rateBasis->asOf == testing::today());
    // A rate that is typed has no such origin.
    TeamModel model(open.document());
    QVERIFY(model.setData(model.index(1, TeamModel::Rate), QStringLiteral("5000"), Qt::EditRole));
    QVERIFY(!person(open, 1).rateBasis);
}

void TestTeamPage::peopleArePasted()
{
    testing::OpenPlan open;
    PastePeopleDialog dialog(open.document(),
                             QStringLiteral("Name\tTime\tRate\nAna\t0.5\t5,000\t7,000\nLead engineer\t0.8\t6000\n"));
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("pastedLines"));
    QCOMPARE(list->count(), 2);
    QCOMPARE(plainText(list->item(0)->text()), QStringLiteral("Ana · half-time · AUD 5,000 a week · billed at 7,000"));
    testing::showAt(dialog, {});
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog.accept();
    QCOMPARE(open.document().inputs().team.size(), std::size_t{3});
    QCOMPARE(person(open, 0).allocation, 0.8);
    QCOMPARE(person(open, 2).billRate->cents, Money::dollars(7'000).cents);
    open.document().undo();
    QCOMPARE(open.document().inputs().team.size(), std::size_t{2});
}

void TestTeamPage::pastedLinesThatAreWrongAreTold()
{
    testing::OpenPlan open;
    const Inputs before = open.document().inputs();
    PastePeopleDialog dialog(open.document(), QStringLiteral("Ana\tmostly\t5000"));
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("pastedLines"));
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().startsWith(QStringLiteral("Line 1: the time is not a part of full time")),
             qPrintable(list->item(0)->text()));
    for (QPushButton* button : dialog.findChildren<QPushButton*>())
        QVERIFY(!button->text().contains(QStringLiteral("Add")) || !button->isEnabled());
    QVERIFY(open.document().inputs() == before);
    const PastePeopleDialog nothing(open.document(), QString());
    QVERIFY(!nothing.findChild<QLabel*>(QStringLiteral("pastePeopleDialogProblem"))->text().isEmpty());
}

void TestTeamPage::ownTimeIsTold()
{
    testing::OpenPlan open;
    const OpenPage shown(open);
    auto* total = shown.part<QLabel>("teamTotal");
    QVERIFY(!total->text().contains(QStringLiteral("own time")));
    say(open, [](Inputs& inputs) { inputs.team[0].paidOut = false; });
    const QString own = format::shownMoney(open.plan().shown.ownTime.likely);
    QVERIFY2(total->text().contains(QStringLiteral("%1 is own time").arg(own)), qPrintable(total->text()));
}

void TestTeamPage::warningsAreInWords()
{
    testing::OpenPlan open;
    const OpenPage shown(open);
    auto* warnings = shown.part<QLabel>("teamWarnings");
    QVERIFY(!warnings->isVisible());
    say(open, [](Inputs& inputs) {
        inputs.team[1].lastDay = parseDate("2027-01-29");
        inputs.team[0].leave = {{*parseDate("2027-02-01"), *parseDate("2027-04-01")}};
    });
    QVERIFY(warnings->isVisible());
    QCOMPARE(warnings->text().split(u'\n').size(), 2);
    QVERIFY(plainText(warnings->text()).contains(QStringLiteral("Lead engineer is on leave for 60 days")));
    QVERIFY(warnings->text().contains(QStringLiteral("is before the work is done")));
}

void TestTeamPage::skillsShowWhereTheyMatter()
{
    testing::OpenPlan open;
    const OpenPage shown(open);
    QVERIFY(shown.part<QTableView>("teamTable")->isColumnHidden(TeamModel::Skills));
}

void TestTeamPage::loadIsReadByKeys()
{
    testing::OpenPlan open;
    const OpenPage shown(open);
    auto* chart = shown.page.findChild<LoadChart*>();
    chart->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(chart->window()));
    chart->setFocus(Qt::TabFocusReason);
    QVERIFY(chart->readingCount() > 20);
    QTest::keyClick(chart, Qt::Key_Home);
    QVERIFY2(plainText(chart->readout()).startsWith(QStringLiteral("Lead engineer, week of ")),
             qPrintable(chart->readout()));
    QTest::keyClick(chart, Qt::Key_Down);
    QVERIFY(chart->readout().startsWith(QStringLiteral("Part-time engineer")));
    QTest::keyClick(chart, Qt::Key_Down); // there is no one below
    QVERIFY(chart->readout().startsWith(QStringLiteral("Part-time engineer")));
    QTest::keyClick(chart, Qt::Key_Up);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(*chart->reading(), std::size_t{1});
    // What one hears of the chart as a whole names everyone.
    chart->clearFocus();
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Part-time engineer: ")));
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("days at work")));
}

void TestTeamPage::loadSaysWhoDoesWhat()
{
    testing::OpenPlan open;
    say(open, [](Inputs& inputs) {
        inputs.team[0].leave = {{*parseDate("2027-01-11"), *parseDate("2027-01-15")}};
        inputs.daysOff = {{*parseDate("2027-01-26"), "Australia Day"}};
    });
    const OpenPage shown(open);
    auto* chart = shown.page.findChild<LoadChart*>();
    const auto reading = [chart](std::size_t index) { return plainText(chart->readingText(index)); };
    std::size_t week = 0;
    while (week < 10 && !reading(week).contains(QStringLiteral("11 Jan")))
        ++week;
    QVERIFY2(reading(week).contains(QStringLiteral("5 days on leave")), qPrintable(reading(week)));
    const QString later = reading(week + 2);
    QVERIFY2(later.contains(QStringLiteral("Australia Day")) && later.contains(QStringLiteral("Works on: ")),
             qPrintable(later));
    // By pointer as by keys.
    QTest::mouseMove(chart, chart->cell(0, week).center().toPoint());
    QCOMPARE(chart->reading(), std::optional(week));
}

void TestTeamPage::lastDayIsSetInTheDialog()
{
    testing::OpenPlan open;
    LeaveDialog dialog(open.document(), 1);
    dialog.findChild<QCheckBox*>(QStringLiteral("leaveLeaves"))->setChecked(true);
    dialog.findChild<DateField*>(QStringLiteral("leaveLastDay"))->setText(QStringLiteral("26 Feb 2027"));
    dialog.accept();
    QVERIFY(person(open, 1).lastDay == parseDate("2027-02-26"));
    LeaveDialog again(open.document(), 1);
    again.findChild<QCheckBox*>(QStringLiteral("leaveLeaves"))->setChecked(false);
    again.accept();
    QVERIFY(!person(open, 1).lastDay);
}

void TestTeamPage::everythingHasNameAndRoom()
{
    testing::OpenPlan open;
    say(open, [](Inputs& inputs) {
        inputs.team[1].isRole = true;
        inputs.team[1].lastDay = parseDate("2027-01-29");
        inputs.team[0].paidOut = false;
    });
    const OpenPage shown(open, QSize(760, 560));
    shown.choose(1);
    const QStringList problems = testing::widgetProblems(shown.page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

TRESTLE_UI_TEST(TestTeamPage)
#include "tst_team_page.moc"
