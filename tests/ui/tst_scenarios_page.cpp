#include "models/decisions/estimate.h"
#include "models/scenarios.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/pages/scenarios_page.h"
#include "ui/questions/risk_service.h"
#include "ui/scenarios/comparison_view.h"
#include "ui/scenarios/scenario_button.h"
#include "ui/scenarios/scenario_gantt.h"
#include "ui/scenarios/scenario_table_model.h"
#include "ui/scenarios/scenario_table_view.h"
#include "ui/scenarios/scenario_words.h"
#include "ui/scenarios/shared_axis.h"
#include "ui/window/header_bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace trestle;

namespace {

const QString kFaster = QStringLiteral("Faster");
const QString kLater = QStringLiteral("Later");
constexpr int kBase = 0;

Scenario faster()
{
    Scenario scenario;
    scenario.name = kFaster.toStdString();
    scenario.team = testing::sampleProject().project.base.team;
    scenario.team->push_back({"Sam", 1, Money::dollars(5000), {}, {}, {}});
    scenario.items["schema-for-scale"] = {ItemState::done};
    return scenario;
}

Scenario later()
{
    Scenario scenario;
    scenario.name = kLater.toStdString();
    scenario.start = parseDate("2027-02-01");
    return scenario;
}

/// The page in a window of its own over the sample with two scenarios, the base open.
struct Shown {
    Shown()
    {
        ProjectDocument project = testing::sampleProject();
        project.project.scenarios = {faster(), later()};
        open = std::make_unique<testing::OpenPlan>(project);
        page = std::make_unique<ScenariosPage>(open->document());
        testing::showAt(*page, QSize(820, 760));
    }
    [[nodiscard]] PlanDocument& document() const { return open->document(); }
    [[nodiscard]] ScenarioTableModel& model() const { return page->comparison().table(); }
    [[nodiscard]] bool settled() const { return !page->comparison().comparison().isUnderWay(); }
    [[nodiscard]] QString cell(int row, int column) const { return model().index(row, column).data().toString(); }
    [[nodiscard]] QString detail(int row, int column) const
    {
        return model().index(row, column).data(ScenarioTableModel::DetailRole).toString();
    }
    [[nodiscard]] bool pending(int column) const
    {
        return model().index(ScenarioTableModel::Sure, column).data(ScenarioTableModel::PendingRole).toBool();
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return page->findChild<T*>(QString::fromLatin1(name));
    }

    std::unique_ptr<testing::OpenPlan> open;
    std::unique_ptr<ScenariosPage> page;
};

/// Types a name into the dialog that is about to open, and accepts it.
void answerName(const QString& name)
{
    QTimer::singleShot(0, qApp, [name] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            qFatal("No dialog is open");
        dialog->findChild<QLineEdit*>(QStringLiteral("scenarioName"))->setText(name);
        dialog->accept();
    });
}

QAction* actionOf(const QMenu& menu, const char* name)
{
    for (QAction* action : menu.actions())
        if (action->objectName() == QLatin1StringView(name))
            return action;
    return nullptr;
}

} // namespace

class TestScenariosPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void figuresAreThoseOfTheEstimate();
    void differencesAreAgainstTheBase();
    void figuresOfAnEarlierStateAreNeverShown();
    void nothingIsComputedWhileNobodyLooks();
    void aSecondLookAtTheSamePlansIsQuick();
    void columnsComeAndGo();
    void differencesAreTakenBack();
    void wordsOfChanges_data();
    void wordsOfChanges();
    void withoutScenariosThePageSaysWhatTheyAreFor();
    void theButtonOpensScenarios();
    void theButtonMakesRenamesAndRemoves();
    void choosingAColumnShowsIt();
    void twoPlansStandOnOneAxis();
    void daysOffAreGapsInTheAxis();
    void theChartIsReadByKeys();
    void everythingHasNameAndRoom_data();
    void everythingHasNameAndRoom();
};

void TestScenariosPage::figuresAreThoseOfTheEstimate()
{
    const Shown shown;
    QCOMPARE(shown.model().columnCount(), 3);
    const QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(shown.settled());
    const Project& project = shown.document().contents();
    for (int column = 0; column < 3; ++column) {
        const std::string name = shown.model().scenario(column).toStdString();
        const auto expected = estimate(shown.document().plan().catalogue, *inputsOf(project, name));
        QVERIFY(expected.has_value());
        const Headline headline = expected->headline();
        QCOMPARE(shown.cell(ScenarioTableModel::Sure, column), format::mediumDate(headline.finishDate));
        QCOMPARE(shown.cell(ScenarioTableModel::SureCost, column), format::promise(headline.total));
        QCOMPARE(shown.cell(ScenarioTableModel::Likely, column), format::mediumDate(expected->plan.finishDate.likely));
        const Chance chance =
            chanceOfBoth(expected->plan, expected->risk, *project.base.targetDate, *project.base.budget);
        QCOMPARE(shown.cell(ScenarioTableModel::Chance, column), format::chance(chance));
    }
}

void TestScenariosPage::differencesAreAgainstTheBase()
{
    const Shown shown;
    QTRY_VERIFY(shown.settled());
    QVERIFY(shown.detail(ScenarioTableModel::Sure, 1).contains(QStringLiteral("sooner")));
    QVERIFY(shown.detail(ScenarioTableModel::Sure, 2).contains(QStringLiteral("later")));
    QCOMPARE(shown.detail(ScenarioTableModel::Start, 2),
             scenariowords::later(*parseDate("2027-01-04"), *later().start));
    QCOMPARE(shown.detail(ScenarioTableModel::Start, 1), scenariowords::later(Date{}, Date{}));
    const QString sentence = shown.model().sentence(1);
    QVERIFY2(sentence.startsWith(kFaster), qPrintable(sentence));
    QVERIFY2(sentence.contains(shown.detail(ScenarioTableModel::Sure, 1)), qPrintable(sentence));
    QVERIFY2(sentence.contains(shown.cell(ScenarioTableModel::Chance, 1)), qPrintable(sentence));
    QVERIFY(shown.model().sentence(kBase).isEmpty());
}

void TestScenariosPage::figuresOfAnEarlierStateAreNeverShown()
{
    const Shown shown;
    QTRY_VERIFY(shown.settled());
    const QString laterBefore = shown.cell(ScenarioTableModel::Sure, 2);
    shown.document().setActiveScenario(kFaster);
    QTRY_VERIFY(shown.settled());
    shown.document().setItemState(format::text(shown.document().plan().items.back().id), ItemState::excluded);
    QVERIFY2(shown.pending(1), "the edited scenario is worked out anew");
    QVERIFY2(!shown.pending(2), "the others stay as they are");
    QCOMPARE(shown.cell(ScenarioTableModel::Sure, 2), laterBefore);
    QTRY_VERIFY(shown.settled());
    shown.document().setActiveScenario(QString());
    QTRY_VERIFY(shown.settled());
    shown.document().edit(QStringLiteral("Start"), [](Inputs& inputs) { inputs.start += std::chrono::days{28}; });
    QVERIFY(shown.pending(kBase));
    QVERIFY(shown.pending(1));
    QVERIFY2(!shown.pending(2), "it has a start of its own");
    QTRY_VERIFY(shown.settled());
}

void TestScenariosPage::nothingIsComputedWhileNobodyLooks()
{
    const Shown shown;
    ScenarioComparison& comparison = shown.page->comparison().comparison();
    QCOMPARE(comparison.columns().size(), 3U);
    shown.page->hide();
    QVERIFY(comparison.columns().empty());
    shown.document().setItemState(QStringLiteral("schema-for-scale"), ItemState::done);
    QVERIFY(comparison.columns().empty());
    shown.page->show();
    QCOMPARE(comparison.columns().size(), 3U);
    QVERIFY(comparison.columns()[0].plan.inputs == shown.document().inputs());
}

void TestScenariosPage::aSecondLookAtTheSamePlansIsQuick()
{
    const Shown shown;
    QTRY_VERIFY(shown.settled());
    QSignalSpy plans(&shown.page->comparison().comparison(), &ScenarioComparison::plansChanged);
    shown.document().edit(QStringLiteral("Name"), [](Inputs& inputs) { inputs.name = "Ledger"; });
    QCOMPARE(plans.count(), 1);
    QVERIFY2(shown.settled(), "a name changes no figure");
}

void TestScenariosPage::columnsComeAndGo()
{
    const Shown shown;
    const QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    shown.document().duplicateScenario(kFaster, QStringLiteral("Third"));
    QCOMPARE(shown.model().columnCount(), 4);
    QVERIFY(shown.model().headerData(3, Qt::Horizontal, ScenarioTableModel::OpenRole).toBool());
    QCOMPARE(shown.page->comparison().chosen(), QStringLiteral("Third"));
    shown.document().removeScenario(kLater);
    QCOMPARE(shown.model().columnCount(), 3);
    shown.document().undo();
    shown.document().undo();
    QCOMPARE(shown.model().columnCount(), 3);
    QTRY_VERIFY(shown.settled());
    QCOMPARE(shown.model().headerData(1, Qt::Horizontal).toString(), kFaster);
}

void TestScenariosPage::differencesAreTakenBack()
{
    const Shown shown;
    shown.page->comparison().choose(kFaster);
    QVERIFY(shown.find<QPushButton>("changeBack1"));
    QVERIFY(shown.find<QLabel>("chosenTitle")->text().contains(QStringLiteral("2 changes")));
    shown.find<QPushButton>("changeBack1")->click();
    const Scenario* scenario = findScenario(shown.document().contents(), kFaster.toStdString());
    QVERIFY(scenario->items.empty());
    QVERIFY(scenario->team.has_value());
    QVERIFY(shown.find<QLabel>("chosenTitle")->text().contains(QStringLiteral("1 change ")));
    shown.find<QPushButton>("changeBack0")->click();
    scenario = findScenario(shown.document().contents(), kFaster.toStdString());
    QVERIFY(entriesOf(*scenario).empty());
    QVERIFY(shown.find<QLabel>("changeListNone")->isVisible());
    shown.document().undo();
    shown.document().undo();
    QVERIFY(*findScenario(shown.document().contents(), kFaster.toStdString()) == faster());
}

void TestScenariosPage::wordsOfChanges_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QString>("words");
    const auto with = [](const auto& change) {
        Scenario scenario;
        scenario.name = "S";
        change(scenario);
        return scenario;
    };
    QTest::newRow("start") << with([](Scenario& s) { s.start = parseDate("2027-03-01"); })
                           << QStringLiteral("Start on 1 March 2027 instead of 4 January 2027");
    QTest::newRow("team") << with([](Scenario& s) { s.team = faster().team; })
                          << QStringLiteral("Team of 2.5 instead of 1.5 full-time equivalents: with Sam, full-time");
    QTest::newRow("smaller team") << with([](Scenario& s) {
        s.team = testing::sampleProject().project.base.team;
        s.team->pop_back();
    }) << QStringLiteral("Team of 1 instead of 1.5 full-time equivalents: without Part-time engineer");
    QTest::newRow("item") << with([](Scenario& s) { s.items["schema-for-scale"] = {ItemState::excluded}; })
                          << QStringLiteral("Schema designed for scale: not needed instead of to build");
    QTest::newRow("as the base") << with([](Scenario& s) { s.items["indexes"] = {ItemState::done}; })
                                 << QStringLiteral("Indexes on the queried columns: in place, as in the base now");
    QTest::newRow("budget") << with([](Scenario& s) { s.budget = Money::dollars(200000); })
                            << QStringLiteral("Budget AUD 200,000 instead of AUD 180,000");
    QTest::newRow("target") << with([](Scenario& s) { s.targetDate = parseDate("2027-07-30"); })
                            << QStringLiteral("Target 30 July 2027 instead of 25 June 2027");
    QTest::newRow("days off") << with([](Scenario& s) { s.daysOff = {{*parseDate("2027-01-26"), "Australia Day"}}; })
                              << QStringLiteral("1 day off instead of 0 days");
}

void TestScenariosPage::wordsOfChanges()
{
    QFETCH(const Scenario, scenario);
    QFETCH(const QString, words);
    const ProjectDocument sample = testing::sampleProject();
    const QStringList lines = scenariowords::changes(*sample.catalogue.catalogue, sample.project.base, scenario);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(QString(lines[0]).replace(QChar(0x00A0), u' '), words);
}

void TestScenariosPage::withoutScenariosThePageSaysWhatTheyAreFor()
{
    testing::OpenPlan open;
    ScenariosPage page(open.document());
    testing::showAt(page, QSize(820, 700));
    QVERIFY(page.findChild<QWidget*>(QStringLiteral("scenarioEmpty"))->isVisible());
    QVERIFY(page.comparison().comparison().columns().empty());
    answerName(kFaster);
    page.findChild<QPushButton*>(QStringLiteral("scenarioFirst"))->click();
    QCOMPARE(open.document().activeScenario(), kFaster);
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("scenarioEmpty"))->isVisible());
    QCOMPARE(page.comparison().comparison().columns().size(), 2U);
    open.document().undo();
    QVERIFY(page.findChild<QWidget*>(QStringLiteral("scenarioEmpty"))->isVisible());
}

void TestScenariosPage::theButtonOpensScenarios()
{
    const Shown shown;
    ScenarioButton button;
    button.setDocument(&shown.document());
    QCOMPARE(button.text(), scenariowords::name({}));
    Q_EMIT button.menu()->aboutToShow();
    const QList<QAction*> actions = button.menu()->actions();
    QCOMPARE(actions[1]->text(), kFaster);
    QVERIFY(actions[0]->isChecked());
    QVERIFY(!actionOf(*button.menu(), "scenarioRemove")->isEnabled());
    actions[1]->trigger();
    QCOMPARE(shown.document().activeScenario(), kFaster);
    QCOMPARE(button.text(), kFaster);
    QVERIFY(button.accessibleName().contains(kFaster));
    button.setDocument(nullptr);
}

void TestScenariosPage::theButtonMakesRenamesAndRemoves()
{
    const Shown shown;
    ScenarioButton button;
    button.setDocument(&shown.document());
    const auto trigger = [&](const char* name) {
        Q_EMIT button.menu()->aboutToShow();
        actionOf(*button.menu(), name)->trigger();
    };
    answerName(QStringLiteral("Two & more"));
    trigger("scenarioNew");
    QCOMPARE(shown.document().activeScenario(), QStringLiteral("Two & more"));
    QCOMPARE(button.text(), QStringLiteral("Two && more"));
    answerName(QStringLiteral("Renamed"));
    trigger("scenarioRename");
    QCOMPARE(shown.document().activeScenario(), QStringLiteral("Renamed"));
    const QSignalSpy asks(&button, &ScenarioButton::removeWanted);
    trigger("scenarioRemove");
    QCOMPARE(asks.value(0).value(0).toString(), QStringLiteral("Renamed"));
    shown.document().removeScenario(QStringLiteral("Renamed"));
    QCOMPARE(shown.document().activeScenario(), QString());
    QCOMPARE(shown.document().scenarios(), QStringList({kFaster, kLater}));
    shown.document().setActiveScenario(kFaster);
    trigger("scenarioMakeBase");
    QCOMPARE(shown.document().scenarios(), QStringList(kLater));
    QCOMPARE(shown.document().inputs().team.size(), 3U);
    button.setDocument(nullptr);
}

void TestScenariosPage::choosingAColumnShowsIt()
{
    const Shown shown;
    auto* table = shown.find<ScenarioTableView>("scenarioTable");
    table->setFocus();
    table->chooseColumn(kBase);
    QTest::keyClick(table, Qt::Key_Right);
    QCOMPARE(shown.page->comparison().chosen(), kFaster);
    QCOMPARE(shown.find<QComboBox>("axisUpper")->currentText(), kFaster);
    QCOMPARE(shown.find<QComboBox>("axisLower")->currentText(), scenariowords::name({}));
    QVERIFY(shown.find<QPushButton>("chosenOpen")->isEnabled());
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(shown.document().activeScenario(), kFaster);
    QVERIFY(!shown.find<QPushButton>("chosenOpen")->isEnabled());
}

void TestScenariosPage::twoPlansStandOnOneAxis()
{
    const Shown shown;
    const ProjectDocument sample = testing::sampleProject();
    const Plan base = *makePlan(sample.catalogue.catalogue, sample.project.base);
    const Plan moved = *makePlan(sample.catalogue.catalogue, applyScenario(sample.project.base, later()));
    ScenarioGantt chart;
    chart.setSides({QStringLiteral("Later"), moved}, {QStringLiteral("Base"), base});
    testing::showAt(chart, QSize(800, 400));
    constexpr double kFourWeeks = 4;
    const double week = chart.upper().axis.pixelsPerWeek();
    QVERIFY(chart.upper().axis == chart.lower().axis);
    for (std::size_t row = 0; row < base.phases.size(); ++row) {
        if (!base.phases[row].hasWork)
            continue;
        const QRectF above = chart.upper().rows[row].bar;
        const QRectF below = chart.lower().rows[row].until;
        QVERIFY(std::abs(above.left() - below.left() - kFourWeeks * week) < 1e-6);
        QVERIFY(std::abs(above.right() - below.right() - kFourWeeks * week) < 1e-6);
        QVERIFY(above.bottom() < below.top());
        QVERIFY(above.right() <= chart.upper().axis.width());
    }
}

void TestScenariosPage::daysOffAreGapsInTheAxis()
{
    const ProjectDocument sample = testing::sampleProject();
    Inputs inputs = sample.project.base;
    for (int day = 0; day < 14; ++day)
        inputs.daysOff.push_back({*parseDate("2027-02-01") + std::chrono::days{day}, "Closed"});
    const Plan base = *makePlan(sample.catalogue.catalogue, sample.project.base);
    const Plan closed = *makePlan(sample.catalogue.catalogue, inputs);
    const SharedAxis shared(base, closed);
    const TimeAxis axis = shared.axis(20);
    const Plan onAxis = shared.onAxis(closed);
    for (std::size_t phase = 0; phase < closed.phases.size(); ++phase) {
        if (!closed.phases[phase].hasWork)
            continue;
        const Span& when = closed.phases[phase].when.likely;
        QVERIFY(axis.dateAt(axis.x(onAxis.phases[phase].when.likely.start)) == closed.calendar.startDate(when.start));
    }
    constexpr double kTwoWeeks = 2;
    QVERIFY(std::abs(onAxis.finish.likely - shared.onAxis(base).finish.likely - kTwoWeeks) < 1e-6);
}

void TestScenariosPage::theChartIsReadByKeys()
{
    const Shown shown;
    shown.page->comparison().choose(kFaster);
    auto* chart = shown.find<ScenarioGantt>("scenarioGantt");
    QSignalSpy read(chart, &ScenarioGantt::rowRead);
    chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(shown.find<QLabel>("scenarioAxisReading")->text(), chart->reading(1));
    QVERIFY(chart->reading(1).contains(kFaster));
    QVERIFY(chart->accessibleDescription().contains(chart->reading(1)));
    QTest::keyClick(chart, Qt::Key_Up);
    QTest::keyClick(chart, Qt::Key_Up);
    QCOMPARE(shown.find<QLabel>("scenarioAxisReading")->text(), chart->reading(0));
}

void TestScenariosPage::everythingHasNameAndRoom_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(790, 740), QSize(600, 480)}) {
        const auto row = [&](const char* name, ScenariosPage::View view) {
            QTest::addRow("%s %d", name, size.width()) << static_cast<int>(view) << size;
        };
        row("compare", ScenariosPage::View::Compare);
        row("goal", ScenariosPage::View::Goal);
        row("cover", ScenariosPage::View::Cover);
    }
}

void TestScenariosPage::everythingHasNameAndRoom()
{
    QFETCH(const int, view);
    QFETCH(const QSize, size);
    const Shown shown;
    shown.page->comparison().choose(kFaster);
    shown.page->setView(static_cast<ScenariosPage::View>(view));
    testing::showAt(*shown.page, size);
    QTRY_VERIFY(shown.settled());
    QCOMPARE(testing::widgetProblems(*shown.page), QStringList());
}

TRESTLE_UI_TEST(TestScenariosPage)
#include "tst_scenarios_page.moc"
