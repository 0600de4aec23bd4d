#include "models/rounding.h"
#include "models/scenarios.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/pages/scenarios_page.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/scenarios/cover_model.h"
#include "ui/scenarios/cover_panel.h"
#include "ui/scenarios/goal_panel.h"
#include "ui/scenarios/way_words.h"
#include "ui/widgets/figure_fields.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace trestle;

namespace {

constexpr int kPatience = 60'000;

struct Shown {
    Shown() { testing::showAt(page, QSize(820, 760)); }
    [[nodiscard]] PlanDocument& document() const { return open.document(); }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return page.findChild<T*>(QString::fromLatin1(name));
    }
    testing::OpenPlan open;
    ScenariosPage page{open.document()};
};

/// Met by deferring or by people, not as the sample is.
Goal reachable()
{
    return {*parseDate("2027-06-04"), Money::dollars(190000), 80, *parseDate("2027-01-04"), Money::dollars(5000)};
}

Goal outOfReach()
{
    return {*parseDate("2027-01-15"), Money::dollars(500000), 80, *parseDate("2027-01-04")};
}

} // namespace

class TestGoalPanels : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void waysAreThoseOfTheSearch();
    void aWayBecomesAScenario();
    void whatCannotBeMetSaysWhy();
    void fieldsFollowThePlanUntilTheyAreChanged();
    void coverFieldsStandAtTheTop();
    void anAnswerGoesWithItsPlan();
    void aSearchCanBeStopped();
    void aBudgetCoversTheTop();
    void aBudgetForAllAndForNothing();
    void wordsOfWays();
    void conditionsAreThereWhereTheyCanBeAsked();
    void cashAndMarginAreAskedForToo();
};

void TestGoalPanels::waysAreThoseOfTheSearch()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Goal);
    GoalPanel& panel = shown.page.goal();
    panel.setGoal(reachable());
    shown.find<QPushButton>("goalPanelAsk")->click();
    QVERIFY(panel.isBusy());
    QVERIFY(shown.find<QPushButton>("goalPanelStop")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
    QVERIFY(!shown.find<QPushButton>("goalPanelStop")->isVisible());
    const auto expected = searchGoal(shown.document().plan(), reachable());
    QVERIFY(expected.has_value());
    QVERIFY(!expected->metToday);
    QVERIFY(!expected->ways.empty());
    QCOMPARE(panel.answer().ways.size(), expected->ways.size());
    for (std::size_t i = 0; i < expected->ways.size(); ++i) {
        const Way& way = expected->ways[i];
        const auto text = [&](const char* name) {
            return shown.page.findChild<QLabel*>(QString::fromLatin1(name) + QString::number(i))->text();
        };
        QCOMPARE(text("wayTitle"), waywords::title(way));
        QVERIFY(text("wayOutcome").startsWith(waywords::outcome(way, reachable())));
        QVERIFY(text("wayDifference").contains(waywords::difference(way, expected->today)));
    }
    QCOMPARE(testing::widgetProblems(shown.page), QStringList());
}

void TestGoalPanels::aWayBecomesAScenario()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Goal);
    GoalPanel& panel = shown.page.goal();
    panel.setGoal(reachable());
    panel.ask();
    QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
    const Way way = panel.answer().ways.front();
    const Inputs before = shown.document().inputs();
    shown.find<QPushButton>("wayMake0")->click();
    QCOMPARE(shown.document().scenarios().size(), 1);
    QCOMPARE(shown.document().activeScenario(), waywords::scenarioName(way));
    QVERIFY(shown.document().contents().base == before);
    const Inputs wanted = applyWay(before, way);
    QVERIFY(shown.document().inputs().team == wanted.team);
    QVERIFY(shown.document().inputs().start == wanted.start);
    for (const std::string& item : way.deferred)
        QCOMPARE(stateOf(shown.document().inputs(), item), ItemState::excluded);
    QCOMPARE(shown.page.view(), ScenariosPage::View::Compare);
    QCOMPARE(shown.page.comparison().chosen(), shown.document().activeScenario());
    QVERIFY2(panel.isAnswered(), "the plan that was asked about is as it was");
    shown.document().undo();
    QVERIFY(shown.document().scenarios().isEmpty());
}

void TestGoalPanels::whatCannotBeMetSaysWhy()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Goal);
    GoalPanel& panel = shown.page.goal();
    panel.setGoal(outOfReach());
    panel.ask();
    QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
    QVERIFY(panel.answer().ways.empty());
    QCOMPARE(panel.answer().unmet, Unmet::date);
    QVERIFY(panel.status().contains(waywords::unmet(panel.answer(), outOfReach())));
    QVERIFY(shown.find<QLabel>("wayTitle0"));
    // What comes nearest is offered: the date that can be met, and what the money covers.
    QVERIFY(panel.answer().laterDate);
    QVERIFY(shown.find<QLabel>("wayTitle0")->text().startsWith(QStringLiteral("A later date: ")));
    QCOMPARE(testing::widgetProblems(shown.page), QStringList());
}

void TestGoalPanels::fieldsFollowThePlanUntilTheyAreChanged()
{
    Shown shown;
    PlanDocument& document = shown.document();
    document.edit(QStringLiteral("No target"), [](Inputs& inputs) {
        inputs.targetDate.reset();
        inputs.budget.reset();
    });
    GoalPanel& panel = shown.page.goal();
    QTRY_VERIFY_WITH_TIMEOUT(document.risk(), kPatience);
    const Headline headline = headlineOf(document.plan(), *document.risk(), document.inputs().confidence);
    QCOMPARE(panel.goal().by, headline.finishDate);
    QCOMPARE(panel.goal().budget, promised(headline.total)); // the figure that the headline shows
    const Date target = *parseDate("2027-09-30");
    document.edit(QStringLiteral("Target"), [&](Inputs& inputs) {
        inputs.targetDate = target;
        inputs.budget = Money::dollars(123'456);
    });
    QCOMPARE(panel.goal().by, target);
    QCOMPARE(panel.goal().budget, Money::dollars(123'456));
    QCOMPARE(shown.find<AmountField>("coverBudget")->amount(), Money::dollars(123'456));
    shown.find<AmountField>("goalBudget")->setText(QStringLiteral("99k"));
    shown.find<AmountField>("goalBudget")->settle();
    document.edit(QStringLiteral("Budget"), [](Inputs& inputs) { inputs.budget = Money::dollars(140'000); });
    QCOMPARE(panel.goal().budget, Money::dollars(99'000));
    QCOMPARE(shown.find<AmountField>("coverBudget")->amount(), Money::dollars(140'000));
    panel.setGoal({target, Money{std::int64_t{900'000'000'000'000}}, 80, target, Money::dollars(6000)});
    QCOMPARE(panel.goal().budget, Money{std::int64_t{900'000'000'000'000}});
}

void TestGoalPanels::coverFieldsStandAtTheTop()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Cover);
    QCoreApplication::processEvents();
    const QWidget* field = shown.find<AmountField>("coverBudget");
    QVERIFY(field->mapTo(&shown.page, QPoint()).y() < 140);
}

void TestGoalPanels::anAnswerGoesWithItsPlan()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Cover);
    CoverPanel& panel = shown.page.cover();
    panel.ask();
    QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
    shown.document().edit(QStringLiteral("Name"), [](Inputs& inputs) { inputs.name = "Ledger"; });
    QVERIFY2(panel.isAnswered(), "a name changes no answer");
    shown.document().setItemState(QStringLiteral("schema-for-scale"), ItemState::done);
    QVERIFY(!panel.isAnswered());
    QVERIFY(!shown.find<QTableView>("coverTable")->isVisible());
    panel.ask();
    shown.document().setItemState(QStringLiteral("schema-for-scale"), ItemState::missing);
    QVERIFY2(!panel.isBusy(), "what was asked about is no more");
}

void TestGoalPanels::aSearchCanBeStopped()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Goal);
    GoalPanel& panel = shown.page.goal();
    panel.setGoal(outOfReach());
    panel.ask();
    shown.find<QPushButton>("goalPanelStop")->click();
    QVERIFY(!panel.isBusy());
    QVERIFY(!panel.isAnswered());
    QVERIFY(!panel.status().isEmpty());
    QVERIFY(!shown.find<QLabel>("wayTitle0"));
}

void TestGoalPanels::aBudgetCoversTheTop()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Cover);
    CoverPanel& panel = shown.page.cover();
    const Money budget = Money::dollars(90000);
    panel.setBudget(budget);
    auto* model = shown.page.findChild<CoverModel*>();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    panel.ask();
    QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
    const auto expected = budgetCover(shown.document().plan(), budget, 80);
    QVERIFY(expected.has_value());
    QCOMPARE(panel.answer().covered, expected->covered);
    QCOMPARE(panel.status(), waywords::cover(*expected, budget, 80));
    QCOMPARE(static_cast<std::size_t>(model->rowCount()), expected->covered.size() + expected->left.size());
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->index(row, 0).data(CoverModel::CoveredRole).toBool(),
                 static_cast<std::size_t>(row) >= expected->left.size());
    const PerCase<Money>& first = shown.document().plan().findItem(expected->left.front())->shownCost;
    QCOMPARE(model->index(0, CoverModel::Price).data().toString(), format::shownRange(first.likely, first.likely));
    QCOMPARE(testing::widgetProblems(shown.page), QStringList());
    shown.find<QPushButton>("coverMake")->click();
    for (const std::string& item : expected->left)
        QCOMPARE(stateOf(shown.document().inputs(), item), ItemState::excluded);
    for (const std::string& item : expected->covered)
        QVERIFY(stateOf(shown.document().inputs(), item) != ItemState::excluded);
}

void TestGoalPanels::aBudgetForAllAndForNothing()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Cover);
    CoverPanel& panel = shown.page.cover();
    for (const std::int64_t dollars : {std::int64_t{0}, std::int64_t{1'000'000}}) {
        panel.setBudget(Money::dollars(dollars));
        panel.ask();
        QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
        QVERIFY(panel.answer().covered.empty() == (dollars == 0));
        QVERIFY(panel.answer().left.empty() == (dollars != 0));
        QVERIFY2(!shown.find<QPushButton>("coverMake")->isVisible(), "neither is worth a scenario");
        QVERIFY(!panel.status().isEmpty());
    }
}

void TestGoalPanels::wordsOfWays()
{
    Way way;
    QCOMPARE(waywords::title(way), QStringLiteral("The plan as it is"));
    const Money rate = Money::dollars(5000);
    way.added = {{"", 1, rate}, {"", 1, rate}, {"", 1, rate}};
    QCOMPARE(waywords::title(way), QStringLiteral("Hire three more engineers"));
    way.added = {{"", 0.5, rate}};
    QCOMPARE(waywords::title(way), QStringLiteral("Hire one more engineer, half-time"));
    way.added = {{"Ana", 1, rate}, {"Ana", 0.5, rate}};
    QCOMPARE(waywords::title(way), QStringLiteral("Hire one more person like Ana and one half-time"));
    way.deferred = {"a", "b"};
    QCOMPARE(waywords::title(way).replace(QChar(0x00A0), u' '),
             QStringLiteral("Hire one more person like Ana and one half-time and leave 2 items for after launch"));
    QCOMPARE(waywords::scenarioName(way), QStringLiteral("2 more people, 2 items later"));
    way = {};
    way.start = parseDate("2026-12-14");
    QCOMPARE(waywords::scenarioName(way), QStringLiteral("Start 14 Dec 2026"));
}

void TestGoalPanels::conditionsAreThereWhereTheyCanBeAsked()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Goal);
    auto* cash = shown.find<QCheckBox>("goalCashLasts");
    auto* margin = shown.find<QSpinBox>("goalMargin");
    PlanDocument& document = shown.document();
    document.edit(QStringLiteral("Nothing of money"), [](Inputs& inputs) {
        inputs.client.clear();
        inputs.cash.opening.reset();
        for (Person& person : inputs.team)
            person.billRate.reset();
    });
    QVERIFY(!cash->isVisible() && !margin->isVisible());
    document.edit(QStringLiteral("Cash"), [](Inputs& inputs) { inputs.cash.opening = Money::dollars(100'000); });
    QVERIFY(cash->isVisible() && !margin->isVisible());
    document.edit(QStringLiteral("Client"), [](Inputs& inputs) { inputs.client = "Acme"; });
    QVERIFY(cash->isVisible() && margin->isVisible());
    QCOMPARE(cash->accessibleName(), QStringLiteral("and the cash lasts"));
    QVERIFY(!shown.page.goal().goal().hasConditions());
    cash->click();
    margin->setValue(20);
    QVERIFY(shown.page.goal().goal().cashLasts);
    QCOMPARE(shown.page.goal().goal().marginPercent, std::optional(20.0));
    QCOMPARE(testing::widgetProblems(shown.page), QStringList());
    // What cannot be asked is not asked, whatever was ticked before.
    document.edit(QStringLiteral("No cash"), [](Inputs& inputs) { inputs.cash.opening.reset(); });
    QVERIFY(!cash->isVisible());
    QVERIFY(!shown.page.goal().goal().cashLasts);
}

void TestGoalPanels::cashAndMarginAreAskedForToo()
{
    Shown shown;
    shown.page.setView(ScenariosPage::View::Goal);
    PlanDocument& document = shown.document();
    document.edit(QStringLiteral("Money"), [](Inputs& inputs) {
        inputs.client = "Acme";
        inputs.cash.opening = Money::dollars(20'000);
    });
    GoalPanel& panel = shown.page.goal();
    Goal goal = reachable();
    goal.cashLasts = true;
    goal.marginPercent = 15;
    panel.setGoal(goal);
    panel.ask();
    QTRY_VERIFY_WITH_TIMEOUT(panel.isAnswered(), kPatience);
    const auto expected = searchGoal(document.plan(), goal);
    QVERIFY(expected);
    QCOMPARE(expected->unmet, Unmet::cash);
    QVERIFY(panel.status().startsWith(QStringLiteral("The cash doesn't last")));
    QVERIFY(panel.status().contains(QStringLiteral("chance of meeting date, budget, cash and margin")));
    QVERIFY(expected->moreCash);
    const auto titles = shown.page.findChildren<QLabel*>(QRegularExpression(QStringLiteral("^wayTitle")));
    QVERIFY(std::ranges::any_of(
        titles, [&](const QLabel* title) { return title->text() == waywords::moreCash(*expected->moreCash); }));
    QCOMPARE(testing::widgetProblems(shown.page), QStringList());
    document.edit(QStringLiteral("Other kind"), [](Inputs& inputs) { inputs.price.kind = PriceKind::capped; });
    QVERIFY2(!panel.isAnswered(), "a margin is of a price");
}

TRESTLE_UI_TEST(TestGoalPanels)
#include "tst_goal_panels.moc"
