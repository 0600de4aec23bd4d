#include "data/catalogue_json.h"
#include "models/effort.h"
#include "models/inputs.h"
#include "models/network.h"
#include "models/plan/plan.h"
#include "models/schedule.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace trestle;

/// Figures that are allowed one by one, yet together make a plan of many thousand years or of more money than there
/// is: refused, by name, and never a schedule that does not end.
class TestPlanLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void longestAndDearest_data();
    void longestAndDearest();
    void anyScheduleEnds_data();
    void anyScheduleEnds();

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
};

namespace {

void setEstimates(Inputs& inputs, const Catalogue& catalogue, double weeks)
{
    for (const Phase& phase : catalogue.phases)
        inputs.estimates[phase.id].effort = {weeks, weeks, weeks};
}

} // namespace

void TestPlanLimits::initTestCase()
{
    const Result<LoadedCatalogue> loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    m_catalogue = loaded->catalogue;
    m_inputs = newInputs(*m_catalogue, "Limits", std::chrono::sys_days{std::chrono::year{2027} / 1 / 4});
    m_inputs.team.resize(1);
}

void TestPlanLimits::longestAndDearest_data()
{
    QTest::addColumn<double>("allocation");
    QTest::addColumn<double>("estimate"); // of each phase, 0: the catalogue's
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<QString>("where"); // of the error, or none
    const auto row = [](const char* name, double allocation, double estimate, qint64 rate, const char* where) {
        QTest::newRow(name) << allocation << estimate << rate << QString(where);
    };
    row("as little time as a person can have", 0.001, 0, 5000, "");
    row("even less", 0.0009, 0, 5000, "/team/0/allocation");
    row("next to none", 1e-308, 0, 5000, "/team/0/allocation");
    row("a hundred thousand weeks, all but some", 1, 12'000, 5000, "");
    row("more", 1, 12'600, 5000, "/finish");
    row("the largest estimates", 1, 1e6, 5000, "/finish");
    row("the largest estimates, next to no time", 0.001, 1e6, 5000, "/finish");
    row("ten million million dollars, all but some", 1, 1000, 1'100'000'000, "");
    row("more dollars", 1, 1000, 1'300'000'000, "/total");
    row("the highest rate", 1, 12'000, 1'000'000'000'000, "/total");
}

void TestPlanLimits::longestAndDearest()
{
    QFETCH(double, allocation);
    QFETCH(double, estimate);
    QFETCH(qint64, rate);
    QFETCH(QString, where);
    Inputs inputs = m_inputs;
    inputs.team[0].allocation = allocation;
    inputs.team[0].weeklyRate = Money::dollars(rate);
    if (estimate > 0)
        setEstimates(inputs, *m_catalogue, estimate);
    const Result<Plan> plan = makePlan(m_catalogue, inputs);
    QCOMPARE(QString::fromStdString(plan ? std::string() : plan.error().where), where);
    if (!plan)
        return;
    const double effort = plan->effort.likely;
    QVERIFY(std::abs(plan->finish.likely * allocation - effort) <= 1e-9 * effort);
    QVERIFY(std::abs(plan->labour.likely.inDollars() - effort * static_cast<double>(rate)) <= 1e-9 * effort * 1e12);
    QVERIFY(plan->finishDate.high > plan->startDate);
}

void TestPlanLimits::anyScheduleEnds_data()
{
    QTest::addColumn<double>("allocation");
    QTest::addColumn<double>("effort"); // of each item
    for (const double allocation : {1.0, 0.7, 0.001})
        for (const double effort : {1e3, 1e6 / 3, 1e9 / 7, 1e12 / 3, 1e15 / 7})
            QTest::addRow("%g weeks each at %g", effort, allocation) << allocation << effort;
}

// So late that a week is less than the clock's last digit.
void TestPlanLimits::anyScheduleEnds()
{
    QFETCH(double, allocation);
    QFETCH(double, effort);
    Inputs inputs = m_inputs;
    inputs.team = {{"Ana", allocation, {}, {}, {}, {}}, {"Ben", 0.3 * allocation + 0.001, {}, {}, {}, {}}};
    const Scope scope = remainingWork(*m_catalogue, inputs);
    const auto network = buildNetwork(*m_catalogue, inputs, scope, WorkCalendar(inputs.start, {}));
    QVERIFY(network.has_value());
    std::vector<PersonWeeks> work(scope.items.size());
    for (std::size_t i = 0; i < work.size(); ++i)
        work[i] = effort * (1 + static_cast<double>(i) / 7);
    Scheduler scheduler(*network);
    const Schedule& schedule = scheduler.run(work);
    const double pace = inputs.team[0].allocation + inputs.team[1].allocation;
    const double least = std::accumulate(work.begin(), work.end(), 0.0) / pace;
    QVERIFY(schedule.end >= least * (1 - 1e-9));
    QVERIFY(schedule.end <= 10 * least);
    double done = 0;
    for (std::size_t rank = 0; rank < network->workers.size(); ++rank)
        done += schedule.worked[rank] * network->workers[rank].pace;
    QVERIFY(std::abs(done - least * pace) <= 1e-9 * least * pace);
}

QTEST_GUILESS_MAIN(TestPlanLimits)
#include "tst_plan_limits.moc"
