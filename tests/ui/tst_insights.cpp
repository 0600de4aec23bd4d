#include "models/decisions/lengthening.h"
#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/document/best_move_finder.h"
#include "ui/insights/insight_section.h"
#include "ui/insights/insight_words.h"
#include "ui/insights/insights.h"
#include "ui/insights/insights_page.h"
#include "ui/insights/plan_news.h"
#include "ui/insights/swing_chart.h"
#include "ui/insights/team_chart.h"
#include "ui/insights/trial.h"
#include "ui/insights/value_model.h"
#include "ui/insights/value_view.h"
#include "ui/inspector/what_if_section.h"
#include "ui/questions/risk_service.h"
#include "ui/summary/summary_text.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace trestle;

namespace {

constexpr int kPatience = 60'000; // a loaded machine simulates slowly

using State = Insights::State;

template <class T>
T& part(const QWidget& root, const char* name)
{
    auto* found = root.findChild<T*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

/// Nearly everything in place: a plan whose questions are answered quickly.
ProjectDocument nearlyDone()
{
    ProjectDocument project = testing::emptyProject();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            if (item.id != "caching" && item.id != "profiling" && item.id != "metrics")
                project.project.base.items[item.id].progress.state = ItemState::done;
    return project;
}

std::vector<Person> people(std::initializer_list<double> allocations)
{
    std::vector<Person> team;
    for (const double allocation : allocations)
        team.push_back({"Person " + std::to_string(team.size() + 1), allocation, Money::dollars(5000), {}, {}, {}});
    return team;
}

Move tick(const char* item)
{
    return {MoveKind::tick, {}, {item}, {}};
}

bool isReady(const Insights& insights)
{
    return insights.state(Insights::Order) == State::Ready && insights.state(Insights::Team) == State::Ready &&
           insights.state(Insights::Values) == State::Ready;
}

} // namespace

class TestInsights : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsWorkedOutUnseen();
    void answersAreTheModels();
    void newPlanDropsAnswers();
    void knownPlanIsRecalled();
    void stopAndResume();
    void modelIsSound();
    void pageShowsWhatWasFound();
    void teamSaysTheBestMove();
    void nothingLeft();
    void tickAsksForATrial();
    void trialIsUndone();
    void trialSurvivesOtherEdits();
    void trialEndsWithTheTick();
    void trialBarSaysWhatItSaves();
    void longerPlanIsExplained();
    void betterOrderAndBack();
    void whatIfAgreesWithTheModel();
    void words_data();
    void words();
    void fits_data();
    void fits();
};

void TestInsights::nothingIsWorkedOutUnseen()
{
    testing::OpenPlan open(nearlyDone());
    Insights insights(open.document());
    QTRY_VERIFY_WITH_TIMEOUT(open.document().risk(), kPatience);
    QCOMPARE(insights.state(Insights::Order), State::Waiting);
    insights.setWatched(true);
    QCOMPARE(insights.state(Insights::Order), State::Working);
    insights.setWatched(false);
    QCOMPARE(insights.state(Insights::Order), State::Waiting);
}

void TestInsights::answersAreTheModels()
{
    testing::OpenPlan open(nearlyDone());
    Insights insights(open.document());
    insights.setWatched(true);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(insights), kPatience);
    QuestionOptions options;
    options.runs = SimulationOptions{}.runs;
    QCOMPARE(*insights.values(), *itemValues(open.plan(), options));
    QCOMPARE(insights.values()->size(), std::size_t{3});
    QVERIFY(*insights.team() == *teamCurve(open.plan(), options));
    QVERIFY(*insights.order() == *orderOffer(open.plan(), options));
}

void TestInsights::newPlanDropsAnswers()
{
    testing::OpenPlan open(nearlyDone());
    Insights insights(open.document());
    insights.setWatched(true);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(insights), kPatience);
    bool stale = false;
    connect(&open.document(), &PlanDocument::planChanged, &insights,
            [&] { stale = insights.values() || insights.team() || insights.order(); });
    open.document().setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(!stale);
    QVERIFY(!isReady(insights));
    QTRY_VERIFY_WITH_TIMEOUT(isReady(insights), kPatience);
    QCOMPARE(insights.values()->size(), std::size_t{2});
    // What no answer depends on leaves them alone.
    open.document().edit(QStringLiteral("name"), [](Inputs& inputs) { inputs.name = "Another"; });
    QVERIFY(isReady(insights));
    open.document().edit(QStringLiteral("confidence"), [](Inputs& inputs) { inputs.confidence = 50; });
    QVERIFY(!isReady(insights));
}

void TestInsights::knownPlanIsRecalled()
{
    testing::OpenPlan open(nearlyDone());
    Insights insights(open.document());
    insights.setWatched(true);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(insights), kPatience);
    const auto values = *insights.values();
    open.document().setItemState(QStringLiteral("caching"), ItemState::done);
    open.document().undo();
    QVERIFY(isReady(insights));
    QCOMPARE(*insights.values(), values);
}

void TestInsights::stopAndResume()
{
    testing::OpenPlan open(nearlyDone());
    InsightsPage page(open.document());
    testing::showAt(page, {296, 900});
    auto& section = part<InsightSection>(page, "valuesInsight");
    part<QPushButton>(page, "orderInsightStop").click();
    QCOMPARE(page.insights().state(Insights::Values), State::Stopped);
    QCOMPARE(section.sentence(), QStringLiteral("Stopped."));
    QVERIFY(part<QPushButton>(page, "valuesInsightAgain").isVisible());
    part<QPushButton>(page, "valuesInsightAgain").click();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QVERIFY(!part<QPushButton>(page, "valuesInsightAgain").isVisible());
}

void TestInsights::modelIsSound()
{
    testing::OpenPlan open(nearlyDone());
    ValueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setValues(open.plan(), {{"caching", 1.24, Money::dollars(4'500), true, NoSaving::saves},
                                  {"metrics", -0.3, Money::dollars(-300), false, NoSaving::orderShifts},
                                  {"profiling", 0, Money::dollars(450), true, NoSaving::othersDrive}});
    const auto text = [&](int row, int role) { return plain(model.index(row).data(role).toString()); };
    QCOMPARE(text(0, ValueModel::WeeksRole), QStringLiteral("1.2 weeks"));
    QCOMPARE(text(0, ValueModel::CostRole), QStringLiteral("AUD 4,500"));
    QCOMPARE(text(0, ValueModel::RemarkRole), QStringLiteral("can start now"));
    QCOMPARE(text(1, ValueModel::WeeksRole), QStringLiteral("0.3 weeks longer"));
    QCOMPARE(text(1, ValueModel::CostRole), QStringLiteral("AUD 300 more"));
    QCOMPARE(text(1, ValueModel::RemarkRole), QStringLiteral("no time saved: the people freed are needed elsewhere"));
    QCOMPARE(text(2, ValueModel::RemarkRole), QStringLiteral("can start now; other work drives the finish"));
    QVERIFY(text(0, Qt::AccessibleTextRole).contains(QStringLiteral("saves 1.2 weeks, AUD 4,500")));
    QSignalSpy wanted(&model, &ValueModel::trialWanted);
    QVERIFY(model.setData(model.index(1), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("metrics"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestInsights::pageShowsWhatWasFound()
{
    testing::OpenPlan open(nearlyDone());
    InsightsPage page(open.document());
    testing::showAt(page, {296, 900});
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(open.document().risk(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(open.document().bestMove().state(), BestMoveFinder::State::Ready, kPatience);
    const auto& view = part<ValueView>(page, "valueView");
    QCOMPARE(view.model()->rowCount(), 3);
    QCOMPARE(view.model()->index(0, 0).data(ValueModel::IdRole).toString(),
             format::text(page.insights().values()->front().id));
    const auto& swings = part<SwingChart>(page, "swingChart");
    QCOMPARE(swings.swings().size(), std::size_t{2}); // observability and performance have work left
    for (const PhaseSwing& swing : swings.swings()) {
        const auto found = std::ranges::find_if(open.document().risk()->phases, [&](const PhaseRisk& phase) {
            return phase.finishWhenHigh == swing.late && phase.costWhenLow == swing.less;
        });
        QVERIFY(found != open.document().risk()->phases.end());
    }
    auto& chart = part<TeamChart>(page, "teamChart");
    QCOMPARE(chart.readingCount(), kLargestTeam + 1);
    QVERIFY(chart.readingText(0).startsWith(QStringLiteral("Today")));
    QVERIFY(plain(chart.readingText(3)).startsWith(QStringLiteral("3 people at 95 % of their time")));
    QVERIFY(!part<QPushButton>(page, "orderAction").isVisible()); // one crew in series: nothing to gain
    // The next plan's figures come where these are; until then these stay, dimmed, and can't be ticked.
    const int height = view.height();
    const QString sentence = part<InsightSection>(page, "teamInsight").sentence();
    open.document().setItemState(QStringLiteral("caching"), ItemState::partial);
    QCOMPARE(view.model()->rowCount(), 3);
    QCOMPARE(view.height(), height);
    QVERIFY(view.graphicsEffect());
    QVERIFY(!view.model()->flags(view.model()->index(0, 0)).testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!chart.isPending());
    QCOMPARE(part<InsightSection>(page, "teamInsight").sentence(), sentence);
    QVERIFY(part<InsightSection>(page, "teamInsight").isPending());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!view.graphicsEffect(), kPatience);
    QVERIFY(view.model()->flags(view.model()->index(0, 0)).testFlag(Qt::ItemIsUserCheckable));
}

void TestInsights::teamSaysTheBestMove()
{
    testing::OpenPlan open(nearlyDone()); // whose best move is another: to leave the cache for later
    InsightsPage page(open.document());
    testing::showAt(page, {296, 900});
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(open.document().bestMove().state(), BestMoveFinder::State::Ready, kPatience);
    const auto& best = open.document().bestMove().ofTeam();
    QVERIFY(best && best->move.kind == MoveKind::fullTime); // else another plan is needed here
    QVERIFY(open.document().bestMove().best()->move.kind == MoveKind::defer);
    const auto& team = part<InsightSection>(page, "teamInsight");
    QTRY_VERIFY_WITH_TIMEOUT(team.sentence().startsWith(moveSentence(open.plan(), *best)), kPatience);
    std::optional<Move> wanted;
    connect(&page, &InsightsPage::trialWanted, &page, [&](const Move& move) { wanted = move; });
    part<QPushButton>(page, "teamTry").click();
    QVERIFY(wanted == best->move);
    // Of a plan with nothing left, nothing is offered.
    open.document().edit(QStringLiteral("All"), [](Inputs& inputs) {
        for (const char* item : {"caching", "profiling", "metrics"})
            inputs.items[item].progress.state = ItemState::done;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(open.document().bestMove().state(), BestMoveFinder::State::Ready, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!part<QPushButton>(page, "teamTry").isVisible(), kPatience);
}

void TestInsights::nothingLeft()
{
    ProjectDocument project = nearlyDone();
    for (auto& [id, item] : project.project.base.items)
        item.progress.state = ItemState::done;
    for (const char* id : {"caching", "profiling", "metrics"})
        project.project.base.items[id].progress.state = ItemState::done;
    testing::OpenPlan open(project);
    InsightsPage page(open.document());
    testing::showAt(page, {296, 700});
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    for (const char* section : {"teamInsight", "valuesInsight", "moversInsight"})
        QTRY_COMPARE_WITH_TIMEOUT(part<InsightSection>(page, section).sentence(),
                                  QStringLiteral("Nothing is left to build."), kPatience);
    QVERIFY(!part<TeamChart>(page, "teamChart").isVisible());
    QVERIFY(!part<ValueView>(page, "valueView").isVisible());
}

void TestInsights::tickAsksForATrial()
{
    testing::OpenPlan open(nearlyDone());
    InsightsPage page(open.document());
    testing::showAt(page, {296, 1200});
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QSignalSpy wanted(&page, &InsightsPage::trialWanted);
    auto& view = part<ValueView>(page, "valueView");
    const auto idOf = [&](int at) { return view.model()->index(at, 0).data(ValueModel::IdRole).toString(); };
    const QRect row = view.visualRect(view.model()->index(1, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(12, 12));
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.last().first().value<Move>() == tick(qPrintable(idOf(1))));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, row.center()); // beside the box: selects alone
    QCOMPARE(wanted.size(), 1);
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(wanted.size(), 2);
    QVERIFY(wanted.last().first().value<Move>() == tick(qPrintable(idOf(0))));
}

void TestInsights::trialIsUndone()
{
    testing::OpenPlan open(nearlyDone());
    Trial trial(open.document());
    const Inputs before = open.document().inputs();
    trial.start(tick("caching"));
    QVERIFY(trial.isOn());
    QCOMPARE(stateOf(open.document().inputs(), "caching"), ItemState::done);
    QCOMPARE(open.document().undoLabel(), QStringLiteral("Trial: “Caching where it pays” in place"));
    trial.takeBack();
    QVERIFY(!trial.isOn());
    QCOMPARE(open.document().inputs(), before);
    QVERIFY(open.document().canRedo()); // it was undone, not set back by another edit
    QVERIFY(!open.document().canUndo());

    trial.start(tick("caching"));
    trial.keep();
    QVERIFY(!trial.isOn());
    QCOMPARE(stateOf(open.document().inputs(), "caching"), ItemState::done);
    trial.takeBack(); // nothing to take back any more
    QCOMPARE(stateOf(open.document().inputs(), "caching"), ItemState::done);
}

void TestInsights::trialSurvivesOtherEdits()
{
    ProjectDocument project = nearlyDone();
    project.project.base.items["caching"] = {{ItemState::partial}, {}, "half of it", "Ana", testing::today(), {}};
    testing::OpenPlan open(project);
    Trial trial(open.document());
    trial.start(tick("caching"));
    open.document().edit(QStringLiteral("note"), [](Inputs& inputs) { inputs.items["caching"].note = "nearly"; });
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QVERIFY(trial.isOn());
    trial.takeBack();
    const ItemInput& item = open.document().inputs().items.at("caching");
    QCOMPARE(item.progress.state, ItemState::partial);
    QCOMPARE(item.note, std::string("nearly")); // what was said since stays
    QCOMPARE(item.owner, std::string("Ana"));
    QCOMPARE(stateOf(open.document().inputs(), "metrics"), ItemState::done);

    // A second trial takes the first one back.
    trial.start(tick("caching"));
    trial.start(tick("profiling"));
    QVERIFY(trial.move() == tick("profiling"));
    QCOMPARE(stateOf(open.document().inputs(), "caching"), ItemState::partial);
}

void TestInsights::trialEndsWithTheTick()
{
    testing::OpenPlan open(nearlyDone());
    Trial trial(open.document());
    QSignalSpy changed(&trial, &Trial::changed);
    trial.start(tick("caching"));
    open.document().undo();
    QVERIFY(!trial.isOn());
    open.document().redo();
    QVERIFY(!trial.isOn()); // a trial that ended does not come back
    open.document().setItemState(QStringLiteral("caching"), ItemState::missing);
    trial.start(tick("caching"));
    open.document().setItemState(QStringLiteral("caching"), ItemState::excluded);
    QVERIFY(!trial.isOn());
}

void TestInsights::trialBarSaysWhatItSaves()
{
    testing::OpenPlan open(nearlyDone());
    PlanNews news(open.document());
    QVERIFY(news.isHidden());
    const Plan before = open.plan();
    news.trial().start(tick("profiling"));
    QVERIFY(!news.isHidden());
    auto& bar = part<Banner>(news, "trialBar");
    QVERIFY(bar.text().startsWith(QStringLiteral("Trial: “")));
    QTRY_VERIFY_WITH_TIMEOUT(news.trial().saving(), kPatience);
    const auto more = deltaTo(before, open.document().inputs());
    QCOMPARE(news.trial().saving()->weeks, -more->weeks);
    QCOMPARE(news.trial().saving()->cost, Money{} - more->cost);
    QVERIFY2(plain(bar.text()).contains(QStringLiteral("in place saves ")), qPrintable(bar.text()));
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QVERIFY(!news.trial().saving()); // of a plan that is no more
    part<QPushButton>(news, "trialTakeBack").click();
    QVERIFY(news.isHidden());
    QCOMPARE(stateOf(open.document().inputs(), "profiling"), ItemState::missing);
}

void TestInsights::longerPlanIsExplained()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base.team = people({0.5, 0.4, 0.8, 0.4, 0.8});
    testing::OpenPlan open(project);
    PlanNews news(open.document());
    const Plan before = open.plan();
    open.document().setItemState(QStringLiteral("secrets"), ItemState::done);
    const auto longer = lengthening(before, open.plan());
    QVERIFY(longer); // else another plan is needed here
    auto& bar = part<Banner>(news, "longerBar");
    auto& use = part<QPushButton>(news, "longerUseOrder");
    QVERIFY(!news.isHidden());
    QVERIFY(plain(bar.text()).contains(plain(format::weeks(longer->weeks)) + QStringLiteral(" longer")));
    QVERIFY(use.isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(!use.isHidden(), kPatience);
    QVERIFY(bar.text().contains(QStringLiteral("A better order saves ")));
    QCOMPARE(open.plan().inputs.order, OrderKind::catalogue); // offered, never applied silently
    use.click();
    QCOMPARE(open.plan().inputs.order, OrderKind::optimised);
    QTRY_VERIFY_WITH_TIMEOUT(news.isHidden(), kPatience); // once that order is there
    open.document().undo();
    open.document().undo();
    QVERIFY(news.isHidden());
}

void TestInsights::betterOrderAndBack()
{
    ProjectDocument project = nearlyDone();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            project.project.base.items[item.id].progress.state = ItemState::missing;
    project.project.base.team = people({1, 1, 1, 1});
    testing::OpenPlan open(project);
    InsightsPage page(open.document());
    testing::showAt(page, {296, 900});
    auto& section = part<InsightSection>(page, "orderInsight");
    auto& button = part<QPushButton>(page, "orderAction");
    QTRY_COMPARE_WITH_TIMEOUT(page.insights().state(Insights::Order), State::Ready, kPatience);
    QVERIFY(page.insights().order()->isBetter());
    QVERIFY(section.sentence().startsWith(QStringLiteral("A better order saves ")));
    QCOMPARE(button.text(), QStringLiteral("Use the better order"));
    button.click();
    QCOMPARE(open.plan().inputs.order, OrderKind::optimised);
    QTRY_COMPARE_WITH_TIMEOUT(page.insights().state(Insights::Order), State::Ready, kPatience);
    QVERIFY(section.sentence().startsWith(QStringLiteral("The better order is in use")));
    QCOMPARE(button.text(), QStringLiteral("Back to the catalogue's order"));
    button.click();
    QCOMPARE(open.plan().inputs.order, OrderKind::catalogue);
}

void TestInsights::whatIfAgreesWithTheModel()
{
    testing::OpenPlan open(nearlyDone());
    WhatIfSection section(open.document());
    section.setNode(QStringLiteral("performance"));
    testing::showAt(section, {264, 300});
    const Inputs before = open.document().inputs();
    QVERIFY(!section.isOpen());
    part<QPushButton>(section, "whatIfToggle").click();
    auto& box = part<QComboBox>(section, "whatIfFigure");
    QCOMPARE(box.currentText(), QStringLiteral("Effort of Performance"));
    QCOMPARE(part<QLabel>(section, "whatIf01").text(), QStringLiteral("…"));
    QTRY_VERIFY_WITH_TIMEOUT(!section.answers().empty(), kPatience);
    const auto answers = whatIf(open.plan(), {FigureKind::phaseEffort, "performance", 0});
    QCOMPARE(section.answers().size(), answers->size());
    for (std::size_t i = 0; i < answers->size(); ++i)
        QVERIFY(section.answers()[i].effect == (*answers)[i].effect);
    QVERIFY(plain(part<QLabel>(section, "whatIf10").text()).startsWith(QStringLiteral("high: 8.0 person-weeks")));
    QVERIFY(part<QLabel>(section, "whatIf11").text().startsWith(u'+'));

    box.setCurrentIndex(box.findText(QStringLiteral("Rate of Lead engineer")));
    QVERIFY(section.answers().empty());
    QTRY_VERIFY_WITH_TIMEOUT(!section.answers().empty(), kPatience);
    QCOMPARE(plain(part<QLabel>(section, "whatIf11").text()), QStringLiteral("0 weeks"));
    QVERIFY(!part<QLabel>(section, "whatIf20").isVisible());
    QCOMPARE(testing::widgetProblems(section), QStringList());

    QCOMPARE(open.document().inputs(), before); // nothing stored
    QVERIFY(!open.document().canUndo());
    open.document().setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(section.answers().empty()); // never beside another plan
    QCOMPARE(box.currentText(), QStringLiteral("Rate of Lead engineer"));
}

void TestInsights::words_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& found, const char* expected) {
        QTest::newRow(name) << plain(found) << QString::fromUtf8(expected);
    };
    row("weeks and money", insightwords::saving({0.9, Money::dollars(4'500)}), "0.9 weeks and AUD 4,500");
    row("weeks that cost", insightwords::saving({0.9, Money::dollars(-300)}), "0.9 weeks, for AUD 300 more");
    row("weeks alone", insightwords::saving({1, Money{20}}), "1 week");
    row("money alone", insightwords::saving({0.01, Money::dollars(450)}), "AUD 450");
    row("nothing", insightwords::saving({0, Money{}}), "nothing");
    const Plan plan = testing::OpenPlan(nearlyDone()).plan();
    const Move caching = tick("caching");
    row("trial", insightwords::trial(plan, caching, Delta{0.9, Money::dollars(4'500)}),
        "Trial: “Caching where it pays” in place saves 0.9 weeks and AUD 4,500.");
    row("trial that lengthens", insightwords::trial(plan, caching, Delta{-0.3, Money::dollars(100)}),
        "Trial: with “Caching where it pays” in place the plan takes 0.3 weeks longer, and costs AUD 100 less.");
    row("trial under way", insightwords::trial(plan, caching, {}), "Trial: “Caching where it pays” in place.");
    const Move order{MoveKind::order, {}, {}, {}};
    row("trial of a move", insightwords::trial(plan, order, Delta{1.5, Money::dollars(100)}),
        "Trial: use a better order of the items. It saves 1.5 weeks and AUD 100.");
    row("trial of a move that lengthens", insightwords::trial(plan, order, Delta{-1.5, Money{}}),
        "Trial: use a better order of the items. It makes the plan 1.5 weeks longer.");
    row("no items", insightwords::values({}), "Nothing is left to build.");
}

void TestInsights::words()
{
    QFETCH(QString, found);
    QFETCH(QString, expected);
    QCOMPARE(found, expected);
}

void TestInsights::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("beside the plan") << QSize(296, 760);
    QTest::newRow("drawer") << QSize(320, 480);
    QTest::newRow("narrowest") << QSize(250, 480);
}

void TestInsights::fits()
{
    QFETCH(QSize, size);
    testing::OpenPlan open(nearlyDone());
    InsightsPage page(open.document());
    testing::showAt(page, size);
    QCOMPARE(testing::widgetProblems(page), QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(page.insights()), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(open.document().risk(), kPatience);
    QCoreApplication::processEvents();
    QCOMPARE(testing::widgetProblems(page), QStringList());
}

TRESTLE_UI_TEST(TestInsights)
#include "tst_insights.moc"
