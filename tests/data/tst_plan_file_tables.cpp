#include "data/plan_file/plan_file.h"
#include "models/money/cash.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/plan/cost.h"
#include "models/proposals.h"
#include "tests/data/support/plan_files.h"
#include "tests/support/compare_quantities.h"

#include <QRegularExpression>
#include <QTest>

#include <sqlite3.h>

using namespace trestle;
using namespace trestle::test;

/// The computed tables that other programs read: they say what the estimator says, for the revision at the head.
class TestPlanFileTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sayWhatTheEstimatorSays();
    void datesAreAbsentWithoutWork();
    void holdTheEvidenceOfATick();
    void monthsAddUp();
    void followEveryMove();
    void holdEveryScenario();
    void leaveOutAScenarioWithoutAPlan();
    void holdTheSimulation();
    void takeNoSimulationOfAnotherPlan();
    void editsClearTheSimulation();
    void holdPriceAndCash();
    void holdNoPriceWithoutAClient();
    void holdWhatHappened();
    void holdTheBaseline();
    void tablesOfBeforeAreFilledAnew();
    void documentedQueries_data();
    void documentedQueries();

private:
    [[nodiscard]] std::vector<Row> rows(const std::string& statement) const { return sql(m_path, statement); }
    [[nodiscard]] std::string cell(const std::string& statement) const { return rows(statement).at(0).at(0); }
    [[nodiscard]] SimulatedScenario simulated(const std::string& scenario = {}) const;
    static Plan planOf(const ProjectDocument& document)
    {
        return *makePlan(document.catalogue.catalogue, document.project.base);
    }

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::string m_path; ///< the sample
    Result<PlanFile> m_file = fail(ErrorCode::internal);
};

void TestPlanFileTables::init()
{
    m_file = fail(ErrorCode::internal);
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    m_file = PlanFile::create(m_path, sampleDocument(), "New plan", m_clock.shared());
    VERIFY_OK(m_file);
}

void TestPlanFileTables::sayWhatTheEstimatorSays()
{
    const Plan plan = planOf(m_file->document());
    const auto number = [](double value) { return QString::number(value, 'g', 12).toStdString(); };
    const auto scenario = rows("SELECT finish_likely_week, finish_high_date, labour_low_cents, running_likely_cents, "
                               "total_high_cents, items_partial FROM plan_scenario");
    QCOMPARE(scenario.size(), 1U);
    QCOMPARE(QString::fromStdString(scenario[0][0]).toDouble(), plan.finish.likely);
    QCOMPARE(scenario[0][1], isoDate(plan.finishDate.high));
    QCOMPARE(scenario[0][2], std::to_string(plan.labour.low.cents));
    QCOMPARE(scenario[0][3], std::to_string(plan.runningTotal.likely.cents));
    QCOMPARE(scenario[0][4], std::to_string(plan.total.high.cents));
    QCOMPARE(scenario[0][5], std::to_string(plan.readiness.partial));

    const auto phases = rows("SELECT phase, printf('%.12g', effort_high), labour_likely_cents, drives_finish "
                             "FROM plan_phase ORDER BY position");
    QCOMPARE(phases.size(), plan.phases.size());
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const PhasePlan& phase = plan.phases[i];
        QCOMPARE(phases[i], (Row{phase.id, number(phase.effort.high), std::to_string(phase.cost.likely.cents),
                                 phase.drivesFinish ? "1" : "0"}));
    }

    const auto items = rows("SELECT item, phase, state, printf('%.12g', effort_likely), labour_high_cents, "
                            "ifnull(start_likely_date, ''), ifnull(finish_likely_date, '') FROM plan_item "
                            "ORDER BY position");
    static const std::array<std::string, 5> kStates{"missing", "partial", "done", "excluded", "underway"};
    QCOMPARE(items.size(), plan.items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ItemPlan& item = plan.items[i];
        const Span& when = item.when.likely;
        QCOMPARE(items[i], (Row{item.id, plan.phases[item.phase].id, kStates.at(static_cast<std::size_t>(item.state)),
                                number(item.effort.likely), std::to_string(item.cost.high.cents),
                                when.hasWork ? isoDate(plan.calendar.startDate(when.start)) : "",
                                when.hasWork ? isoDate(plan.calendar.lastDate(when.start, when.finish)) : ""}));
    }

    const auto people = rows("SELECT name, cost_likely_cents FROM plan_person ORDER BY position");
    QCOMPARE(people.size(), plan.people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        QCOMPARE(people[i], (Row{plan.people[i].name, std::to_string(plan.people[i].cost.likely.cents)}));

    std::size_t assignments = 0;
    for (const ItemPlan& item : plan.items)
        assignments += item.crew.likely.size();
    QCOMPARE(cell("SELECT count(*) FROM plan_assignment"), std::to_string(assignments));
    QCOMPARE(cell("SELECT count(*) FROM plan_link"), std::to_string(plan.links.size()));
    QCOMPARE(cell("SELECT count(*) FROM plan_running_cost"), std::to_string(plan.running.size()));
}

void TestPlanFileTables::datesAreAbsentWithoutWork()
{
    const auto done = rows("SELECT start_likely_week, finish_likely_date, slack_weeks, waits_kind FROM plan_item "
                           "WHERE state = 'done'");
    QVERIFY(!done.empty());
    for (const Row& row : done)
        QCOMPARE(row, (Row{"NULL", "NULL", "NULL", "NULL"}));
    QCOMPARE(cell("SELECT count(*) FROM plan_item WHERE state = 'missing' AND start_likely_date IS NULL"), "0");
}

void TestPlanFileTables::holdTheEvidenceOfATick()
{
    QCOMPARE(cell("SELECT count(*) FROM plan_evidence"), "0");
    ProjectDocument ticked = m_file->document();
    Inputs& base = ticked.project.base;
    const Date on = base.start;
    propose(base, "sessions",
            {FoundState::done,
             FoundConfidence::confident,
             {{"src/auth.ts", 12, "maxAge: 3600", "sessions-expiry"}, {"src", 0, {}, {}}},
             {},
             on});
    propose(base, "two-factor", {FoundState::partial, FoundConfidence::confident, {}, "Helper", on});
    propose(base, "caching", {FoundState::done, FoundConfidence::unsure, {{"cache.ts", 1, {}, {}}}, {}, on});
    acceptConfident(*ticked.catalogue.catalogue, base, on);
    VERIFY_OK(m_file->edit(ticked, "accepted"));
    const char* all =
        "SELECT item, position, found_date, found_by, ifnull(path, '-'), ifnull(line, '-'), "
        "ifnull(excerpt, '-'), ifnull(rule, '-') FROM plan_evidence WHERE scenario = '' ORDER BY item, position";
    const std::string day = isoDate(on);
    QCOMPARE(rows(all),
             (std::vector<Row>{{"sessions", "0", day, "", "src/auth.ts", "12", "maxAge: 3600", "sessions-expiry"},
                               {"sessions", "1", day, "", "src", "-", "", ""},
                               {"two-factor", "0", day, "Helper", "-", "-", "-", "-"}}));
    // Of a state that the user has changed since, it says nothing.
    setState(ticked.project.base, "sessions", ItemState::missing);
    VERIFY_OK(m_file->edit(ticked, "not so"));
    QCOMPARE(rows(all).size(), 1U);
    VERIFY_OK(m_file->undo());
    QCOMPARE(rows(all).size(), 3U);
}

void TestPlanFileTables::monthsAddUp()
{
    QCOMPARE(rows("SELECT sum(labour_low_cents), sum(labour_likely_cents), sum(running_high_cents) FROM plan_month"),
             rows("SELECT labour_low_cents, labour_likely_cents, running_high_cents FROM plan_scenario"));
    QVERIFY(rows("SELECT * FROM plan_month").size() > 3);
}

void TestPlanFileTables::followEveryMove()
{
    const char* state = "SELECT state, (SELECT revision FROM plan_scenario) FROM plan_item WHERE item = 'two-factor'";
    QCOMPARE(rows(state), (std::vector<Row>{{"missing", "1"}}));
    VERIFY_OK(m_file->edit(withState(m_file->document().project, "two-factor", ItemState::done), "Two-factor"));
    QCOMPARE(rows(state), (std::vector<Row>{{"done", "2"}}));
    QCOMPARE(m_file->undo(), Result<bool>(true));
    QCOMPARE(rows(state), (std::vector<Row>{{"missing", "1"}}));
    QCOMPARE(m_file->redo(), Result<bool>(true));
    QCOMPARE(rows(state), (std::vector<Row>{{"done", "2"}}));
}

void TestPlanFileTables::holdEveryScenario()
{
    Project project = m_file->document().project;
    Scenario scenario;
    scenario.name = "It's \"quicker\"";
    scenario.items["two-factor"] = {ItemState::excluded};
    project.scenarios.push_back(scenario);
    VERIFY_OK(m_file->edit(project, "Scenario"));
    QCOMPARE(rows("SELECT scenario, state FROM plan_item WHERE item = 'two-factor' ORDER BY scenario"),
             (std::vector<Row>{{"", "missing"}, {scenario.name, "excluded"}}));
    QCOMPARE(cell("SELECT count(*) FROM plan_scenario"), "2");
    QCOMPARE(cell("SELECT count(DISTINCT scenario) FROM plan_phase"), "2");
}

void TestPlanFileTables::leaveOutAScenarioWithoutAPlan()
{
    Project project = m_file->document().project;
    Scenario scenario;
    scenario.name = "Nobody";
    scenario.team.emplace();
    project.scenarios.push_back(scenario);
    VERIFY_OK(m_file->edit(project, "Scenario"));
    QCOMPARE(rows("SELECT scenario FROM plan_scenario"), (std::vector<Row>{{""}}));
    m_file = fail(ErrorCode::internal);
    m_file = PlanFile::open(m_path);
    VERIFY_OK(m_file);
    QVERIFY(m_file->document().project == project);
}

SimulatedScenario TestPlanFileTables::simulated(const std::string& scenario) const
{
    const ProjectDocument& document = m_file->document();
    auto plan =
        std::make_shared<const Plan>(*makePlan(document.catalogue.catalogue, *inputsOf(document.project, scenario)));
    SimulationOptions options;
    options.runs = 200;
    options.price = true;
    options.cash = plan->inputs.cash.opening.has_value();
    auto risk = std::make_shared<const Risk>(*simulate(*plan, options));
    return {scenario, plan, risk};
}

void TestPlanFileTables::holdTheSimulation()
{
    const SimulatedScenario base = simulated();
    const Revision before = m_file->head();
    QVERIFY(m_file->keepRisk(base).value());
    QCOMPARE(m_file->head().id, before.id); // no revision of its own
    const Percentiles weeks = base.risk->finishPercentiles();
    const auto percentiles = rows("SELECT percent, finish_week, finish_date, total_cents FROM plan_percentile "
                                  "WHERE scenario = '' AND phase = '' ORDER BY percent");
    QCOMPARE(percentiles.size(), 4U);
    QCOMPARE(percentiles[2][0], "80");
    QCOMPARE(QString::fromStdString(percentiles[2][1]).toDouble(), weeks.p80);
    QCOMPARE(percentiles[2][2], isoDate(base.plan->calendar.lastDate(0, weeks.p80)));
    QCOMPARE(percentiles[2][3], std::to_string(base.risk->totalAt(0.8).cents));
    QCOMPARE(cell("SELECT revision || ' ' || runs || ' ' || seed FROM plan_risk"),
             std::to_string(before.id) + " 200 1");
    QCOMPARE(cell("SELECT count(*) FROM plan_percentile WHERE phase != '' AND percent = 90"),
             cell("SELECT count(*) FROM plan_phase WHERE finish_likely_week IS NOT NULL"));
    QCOMPARE(cell("SELECT count(*) FROM plan_phase_risk"), cell("SELECT count(*) FROM plan_phase"));
    QVERIFY(!m_file->keepRisk(base).value()); // it is there
    m_file = fail(ErrorCode::internal);
    m_file = PlanFile::open(m_path);
    QVERIFY(!m_file->keepRisk(base).value());
}

void TestPlanFileTables::takeNoSimulationOfAnotherPlan()
{
    const SimulatedScenario base = simulated();
    Project project = withNotes(m_file->document().project, "x");
    Scenario scenario;
    scenario.name = "Two";
    scenario.items["tls"] = {ItemState::excluded};
    project.scenarios.push_back(scenario);
    VERIFY_OK(m_file->edit(project, "Scenario"));
    QVERIFY(!m_file->keepRisk(base).value());
    QCOMPARE(cell("SELECT count(*) FROM plan_percentile"), "0");
    QVERIFY(m_file->keepRisk(simulated("Two")).value());
    QVERIFY(m_file->keepRisk(simulated()).value());
    QCOMPARE(rows("SELECT scenario FROM plan_risk ORDER BY scenario"), (std::vector<Row>{{""}, {"Two"}}));
    SimulatedScenario gone = simulated("Two");
    gone.scenario = "Three";
    QVERIFY(!m_file->keepRisk(gone).value());
}

void TestPlanFileTables::editsClearTheSimulation()
{
    VERIFY_OK(m_file->keepRisk(simulated()));
    QVERIFY(cell("SELECT count(*) FROM plan_percentile") != "0");
    VERIFY_OK(m_file->edit(withNotes(m_file->document().project, "x"), "Note"));
    for (const char* table : {"plan_risk", "plan_percentile", "plan_phase_risk"})
        QCOMPARE(cell(std::string("SELECT count(*) FROM ") + table), "0");
}

// What a client is charged and whether the money lasts: what models/money/ says of the same runs.
void TestPlanFileTables::holdPriceAndCash()
{
    Project project = m_file->document().project;
    project.base.client = "Acme";
    project.base.cash.opening = Money::dollars(60'000);
    VERIFY_OK(m_file->edit(project, "Money"));
    const SimulatedScenario base = simulated();
    QVERIFY(m_file->keepRisk(base).value());
    const Plan& plan = *base.plan;
    const PriceFigures price = priceFigures(plan, *base.risk, 80);
    const auto fixed = rows("SELECT chosen, price_cents, gst_cents, margin_p10_cents, chance_of_loss, chance_cap_binds "
                            "FROM plan_price WHERE kind = 'fixed'");
    QCOMPARE(fixed.size(), 1U);
    QCOMPARE(fixed[0][0], "1");
    QCOMPARE(fixed[0][1], std::to_string(price.fixed.price.cents));
    QCOMPARE(fixed[0][2], std::to_string(gst(price.fixed.price).cents));
    QCOMPARE(fixed[0][3], std::to_string(Money::rounded(price.fixed.margin.p10).cents));
    QCOMPARE(cell("SELECT count(*) FROM plan_price"), "3");
    QCOMPARE(cell("SELECT sum(amount_cents) FROM plan_payment"), std::to_string(price.fixed.price.cents));
    QCOMPARE(cell("SELECT sum(gst_cents) FROM plan_payment"), std::to_string(gst(price.fixed.price).cents));
    const CashFigures cash = cashFigures(plan, *base.risk);
    QCOMPARE(cell("SELECT needed_p80_cents FROM plan_cash"), std::to_string(cash.neededAt(80).cents));
    QCOMPARE(cell("SELECT at_launch_likely_cents FROM plan_cash"), std::to_string(cash.likely.atLaunch().cents));
    QCOMPARE(cell("SELECT count(*) FROM plan_cash_month"), std::to_string(cash.months.size()));
    QCOMPARE(cell("SELECT likely_cents FROM plan_cash_month ORDER BY month LIMIT 1"),
             std::to_string(cash.months.front().likely.cents));
    VERIFY_OK(m_file->edit(withNotes(m_file->document().project, "x"), "Note"));
    for (const char* table : {"plan_price", "plan_payment", "plan_cash", "plan_cash_month"})
        QCOMPARE(cell(std::string("SELECT count(*) FROM ") + table), "0");
}

void TestPlanFileTables::holdNoPriceWithoutAClient()
{
    Project project = m_file->document().project;
    project.base.client.clear();
    QVERIFY(!isPriced(project.base));
    VERIFY_OK(m_file->edit(project, "No client"));
    QVERIFY(m_file->keepRisk(simulated()).value());
    for (const char* table : {"plan_price", "plan_payment", "plan_cash", "plan_cash_month"})
        QCOMPARE(cell(std::string("SELECT count(*) FROM ") + table), "0");
}

// Each block of SQL in the page on the file format is followed by what it gives for the sample.
/// The plan a month on: one item is finished, one under way, wages are paid.
static Project begun(Project project)
{
    Inputs& base = project.base;
    base.asOf = base.start + std::chrono::days(31);
    base.actualCosts = {{monthOf(base.start), Money::dollars(31250), "Wages"}};
    setState(base, "two-factor", ItemState::done);
    base.items["two-factor"].actual = {base.start, base.start + std::chrono::days(7), 1.5, {}, false};
    setState(base, "caching", ItemState::underWay);
    base.items["caching"].actual.started = base.start + std::chrono::days(21);
    base.items["caching"].actual.spent = 0.25;
    base.items["caching"].actual.left = ThreePoint{0.5, 1, 2};
    return project;
}

void TestPlanFileTables::holdWhatHappened()
{
    const Date start = m_file->document().project.base.start;
    const char* recorded = "SELECT state, ifnull(started_date, '-'), ifnull(finished_date, '-'), ifnull(spent_effort, "
                           "'-'), ifnull(left_low, '-'), ifnull(left_high, '-') FROM plan_item WHERE item = ";
    QCOMPARE(rows(recorded + std::string("'two-factor'")), (std::vector<Row>{{"missing", "-", "-", "-", "-", "-"}}));
    VERIFY_OK(m_file->edit(begun(m_file->document().project), "A month on"));
    QCOMPARE(rows(recorded + std::string("'two-factor'")),
             (std::vector<Row>{{"done", isoDate(start), isoDate(start + std::chrono::days(7)), "1.5", "-", "-"}}));
    QCOMPARE(rows(recorded + std::string("'caching'")),
             (std::vector<Row>{{"underway", isoDate(start + std::chrono::days(21)), "-", "0.25", "0.5", "2.0"}}));
    const Plan plan = planOf(m_file->document());
    QCOMPARE(rows("SELECT as_of_date, items_under_way, spent_effort, spent_labour_cents, spent_books_cents, "
                  "total_likely_cents FROM plan_scenario"),
             (std::vector<Row>{{isoDate(start + std::chrono::days(31)), "1", "1.75", "0", "3125000",
                                std::to_string(plan.total.likely.cents)}}));
    QCOMPARE(rows("SELECT month, amount_cents, label FROM plan_actual_cost"),
             (std::vector<Row>{{isoMonth(monthOf(start)), "3125000", "Wages"}}));
    QCOMPARE(cell("SELECT sum(spent_cents) FROM plan_month"), "3125000");
    QCOMPARE(cell("SELECT spent_cents FROM plan_month WHERE month = '" + isoMonth(monthOf(start)) + "'"), "3125000");
    const PhasePlan* phase = plan.findPhase(plan.phases[plan.findItem("two-factor")->phase].id);
    QVERIFY(phase->actualStart);
    QCOMPARE(cell("SELECT started_date FROM plan_phase WHERE phase = '" + phase->id + "'"),
             isoDate(*phase->actualStart));
}

void TestPlanFileTables::holdTheBaseline()
{
    QCOMPARE(cell("SELECT count(*) FROM plan_baseline"), "0");
    const Plan plan = planOf(m_file->document());
    const auto risk = simulate(plan);
    VERIFY_OK(risk);
    Project project = m_file->document().project;
    project.base.baseline = baselineOf(plan, *risk, "Sent to investors");
    VERIFY_OK(m_file->edit(project, "Baseline"));
    const Baseline& baseline = *project.base.baseline;
    QCOMPARE(rows("SELECT name, taken_date, finish_likely_date, finish_p80_date, total_likely_cents, total_p90_cents "
                  "FROM plan_baseline"),
             (std::vector<Row>{{"Sent to investors", isoDate(baseline.taken), isoDate(baseline.finish),
                                isoDate(baseline.finishP80), std::to_string(baseline.total.cents),
                                std::to_string(baseline.totalP90.cents)}}));
    QCOMPARE(cell("SELECT count(*) FROM plan_baseline_item"), std::to_string(plan.items.size()));
    // What was promised is what was likely then.
    QCOMPARE(cell("SELECT count(*) FROM plan_baseline_item b JOIN plan_item i USING (scenario, item) WHERE "
                  "b.finish_likely_date IS i.finish_likely_date AND b.effort_likely = i.effort_likely"),
             std::to_string(plan.items.size()));
    VERIFY_OK(m_file->edit(begun(project), "A month on"));
    QCOMPARE(cell("SELECT state FROM plan_baseline_item WHERE item = 'two-factor'"), "missing");
}

// A program of before made other tables. A name for a version is no edit, and leaves none of them empty.
void TestPlanFileTables::tablesOfBeforeAreFilledAnew()
{
    m_file = fail(ErrorCode::internal);
    sql(m_path, "DROP TABLE plan_item; CREATE TABLE plan_item(scenario TEXT, item TEXT)");
    m_file = PlanFile::open(m_path, OpenMode::readWrite, m_clock.shared());
    VERIFY_OK(m_file);
    VERIFY_OK(m_file->setTag(1, "Sent"));
    QCOMPARE(cell("SELECT count(*) FROM plan_item"), std::to_string(planOf(m_file->document()).items.size()));
    QCOMPARE(cell("SELECT revision FROM plan_scenario"), "1");
}

void TestPlanFileTables::documentedQueries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("result");
    const auto page = QString::fromStdString(readBytes(TRESTLE_SOURCE "/resources/docs/file-format.md"));
    static const QRegularExpression kPair("```sql\n(.*?)```\\s*```text\n(.*?)```",
                                          QRegularExpression::DotMatchesEverythingOption);
    int count = 0;
    for (auto match = kPair.globalMatch(page); match.hasNext(); ++count) {
        const auto pair = match.next();
        QTest::addRow("query %d", count + 1) << pair.captured(1) << pair.captured(2);
    }
    QVERIFY(count >= 3);
}

void TestPlanFileTables::documentedQueries()
{
    QFETCH(QString, query);
    QFETCH(QString, result);
    QString actual;
    for (const Row& row : rows(query.toStdString())) {
        QStringList cells;
        for (const std::string& text : row)
            cells += QString::fromStdString(text);
        actual += cells.join(" | ") + '\n';
    }
    QCOMPARE(actual, result);
}

QTEST_GUILESS_MAIN(TestPlanFileTables)
#include "tst_plan_file_tables.moc"
