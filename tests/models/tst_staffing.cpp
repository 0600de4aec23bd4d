#include "data/catalogue_json.h"
#include "models/plan/cost.h"
#include "models/plan/staffing.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numeric>

using namespace trestle;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::function<void(trestle::Inputs&)>)

/// Who works when on what is the labour of the plan, told person by person, item by item and month by month.
class TestStaffing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesRatesIsLabour_data();
    void timesRatesIsLabour();
    void monthsAreTheCostByMonth_data() { timesRatesIsLabour_data(); }
    void monthsAreTheCostByMonth();
    void retainedPeopleArePaidBesides();
};

namespace {

using Change = std::function<void(Inputs&)>;

Plan planWith(const Change& change)
{
    const Result<LoadedCatalogue> loaded = builtinCatalogue();
    if (!loaded)
        qFatal("the built-in catalogue does not load");
    Inputs inputs = newInputs(*loaded->catalogue, "Staffing", std::chrono::sys_days{2027y / 1 / 4});
    change(inputs);
    const Result<Plan> plan = makePlan(loaded->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return *plan;
}

const std::vector<PaidTime>& paidTimes(const Plan& plan, const Staffing& staffing)
{
    return plan.inputs.costMode == CostMode::retained ? staffing.retained : staffing.worked;
}

double perWeek(const PersonPlan& person)
{
    return person.allocation * person.weeklyRate.inDollars();
}

void addPeople(Inputs& inputs)
{
    inputs.team = {{"Ana", 1.0, Money::dollars(5500), {}, {}, {}},
                   {"Ben", 0.6, Money::dollars(4100), {}, std::chrono::sys_days{2027y / 3 / 1}, {}},
                   {"Cy", 0.5, Money::dollars(3300), {}, {}, {}}};
    inputs.team[0].leave = {{std::chrono::sys_days{2027y / 2 / 8}, std::chrono::sys_days{2027y / 2 / 26}},
                            {std::chrono::sys_days{2027y / 4 / 29}, std::chrono::sys_days{2027y / 4 / 30}}};
    inputs.team[2].lastDay = std::chrono::sys_days{2027y / 4 / 16};
}

} // namespace

void TestStaffing::timesRatesIsLabour_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("as it starts") << Change([](Inputs&) {});
    QTest::newRow("people come, go and are away") << Change(addPeople);
    QTest::newRow("retained") << Change([](Inputs& inputs) {
        addPeople(inputs);
        inputs.costMode = CostMode::retained;
    });
    QTest::newRow("all in place") << Change([](Inputs& inputs) {
        const std::shared_ptr<const Catalogue> catalogue = builtinCatalogue()->catalogue;
        for (const Phase& phase : catalogue->phases)
            for (const Item& item : phase.items)
                setState(inputs, item.id, ItemState::done);
    });
}

void TestStaffing::timesRatesIsLabour()
{
    QFETCH(Change, change);
    const Plan plan = planWith(change);
    const Staffing staffed = staffing(plan);
    for (const Case which : kCases) {
        double dollars = 0;
        for (const PaidTime& time : paidTimes(plan, staffed))
            dollars += time.worked.at(which) * perWeek(plan.people[time.person]);
        QVERIFY(std::abs(dollars - plan.labour.at(which).inDollars()) < 0.0051);
    }
    std::vector<double> worked(plan.people.size());
    for (const PaidTime& time : staffed.worked)
        worked[time.person] += time.worked.likely;
    for (std::size_t p = 0; p < worked.size(); ++p)
        QVERIFY(std::abs(worked[p] - plan.people[p].worked.likely) < 1e-6);
}

void TestStaffing::monthsAreTheCostByMonth()
{
    QFETCH(Change, change);
    const Plan plan = planWith(change);
    const Staffing staffed = staffing(plan);
    std::vector<double> dollars(staffed.months.size());
    for (const PaidTime& time : paidTimes(plan, staffed)) {
        QCOMPARE(time.byMonth.size(), dollars.size());
        const double sum = std::accumulate(time.byMonth.begin(), time.byMonth.end(), 0.0);
        QVERIFY(std::abs(sum - time.worked.likely) < 1e-6);
        for (std::size_t m = 0; m < dollars.size(); ++m)
            dollars[m] += time.byMonth[m] * perWeek(plan.people[time.person]);
    }
    const std::vector<MonthCost> months = costByMonth(plan, Case::likely);
    QVERIFY(months.size() >= dollars.size());
    for (std::size_t m = 0; m < dollars.size(); ++m) {
        QVERIFY(months[m].month == staffed.months[m]);
        QVERIFY(std::abs(dollars[m] - months[m].labour.inDollars()) < 0.0151);
    }
}

void TestStaffing::retainedPeopleArePaidBesides()
{
    QVERIFY(staffing(planWith(addPeople)).retained.empty());
    const Plan plan = planWith([](Inputs& inputs) {
        addPeople(inputs);
        inputs.costMode = CostMode::retained;
    });
    const Staffing staffed = staffing(plan);
    QCOMPARE(staffed.retained.size(), plan.people.size());
    for (const PaidTime& time : staffed.retained)
        QVERIFY(!time.item);
    std::size_t last = 0;
    for (const PaidTime& time : staffed.worked) {
        QVERIFY(time.item && *time.item >= last);
        last = *time.item;
        if (time.worked.likely > kEpsilon)
            QVERIFY(time.joined >= plan.items[last].when.likely.start - 1e-6 &&
                    time.left <= plan.items[last].when.likely.finish + 1e-6);
    }
    QVERIFY(!staffed.worked.empty());
}

QTEST_APPLESS_MAIN(TestStaffing)
#include "tst_staffing.moc"
