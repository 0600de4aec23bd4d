#include "data/catalogue_json.h"
#include "models/draws/effort_sampler.h"
#include "models/money/use_of_funds.h"
#include "models/risk/promises.h"
#include "models/risk/simulation_setting.h"
#include "models/rounding.h"
#include "models/schedule.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <map>
#include <stop_token>

using namespace trestle;
using namespace std::chrono_literals;
using std::chrono::year_month;

namespace {

constexpr Date day(std::chrono::year_month_day date)
{
    return std::chrono::sys_days{date};
}

Inputs inputsOf(const Catalogue& catalogue)
{
    return newInputs(catalogue, "Funds", day(2027y / 1 / 4));
}

Plan planOf(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs)
{
    auto plan = makePlan(std::move(catalogue), inputs);
    if (!plan)
        qFatal("no plan: %s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    return std::move(*plan);
}

Risk simulated(const Plan& plan, std::uint32_t runs)
{
    SimulationOptions options;
    options.runs = runs;
    auto risk = simulate(plan, options);
    if (!risk)
        qFatal("no simulation: %s", risk.error().what.c_str());
    return std::move(*risk);
}

UseOfFunds fundsOf(const Plan& plan, const Risk& risk, GstBasis basis = GstBasis::purchases, unsigned threads = 1)
{
    SimulationOptions options;
    options.threads = threads;
    auto funds = useOfFunds(plan, risk, plan.inputs.confidence, basis, options);
    if (!funds)
        qFatal("no use of funds: %s", funds.error().what.c_str());
    return std::move(*funds);
}

/// Whether lines of one table add up, to the cent and as they are shown, and none is negative.
template <class Line>
bool addsUp(const std::vector<Line>& lines, Money total, Money shown)
{
    Money amounts;
    Money told;
    for (const Line& line : lines) {
        if (line.amount < Money{} || line.shown < Money{})
            return false;
        amounts += line.amount;
        told += line.shown;
    }
    return amounts == total && told == shown;
}

bool isSame(const UseOfFunds& a, const UseOfFunds& b)
{
    const auto same = [](const auto& x, const auto& y) { return x.amount == y.amount && x.shown == y.shown; };
    return a.total == b.total && std::ranges::equal(a.months, b.months, same) &&
           std::ranges::equal(a.lines, b.lines, same);
}

/// At the mean of its runs, of all of them: what each month and each line takes, kept day by day.
class DayByDay {
public:
    DayByDay(const Plan& plan, std::uint32_t runs) : m_plan(plan), m_setting(*simulationSetting(plan))
    {
        EffortSampler sampler(m_setting.effort, kSimulationSeed);
        Scheduler scheduler(m_setting.network);
        for (std::uint32_t run = 0; run < runs; ++run) {
            sampler.next();
            add(scheduler.run(sampler.work(), sampler.delay()), sampler);
        }
    }

    std::map<year_month, double> months;
    std::map<std::size_t, double> lines;
    double total = 0;

private:
    void spend(Date date, std::size_t line, double dollars)
    {
        months[monthOf(date)] += dollars;
        lines[line] += dollars;
        total += dollars;
    }

    void add(const Schedule& schedule, const EffortSampler& sampler)
    {
        const Network& network = m_setting.network;
        const Date finish = m_plan.calendar.lastDate(0, schedule.end);
        for (int index = 0; index <= WorkCalendar::lastIndex(0, schedule.end); ++index)
            for (std::uint32_t item = 0; item < network.itemCount; ++item)
                for (const Assignment& member : schedule.crewOf(network, item)) {
                    double time = 0; // of this day, less what they are away of it
                    const double from = std::max(index / 5.0, double{member.joined});
                    const double to = std::min((index + 1) / 5.0, double{schedule.workDone[item]});
                    time = std::max(0.0, to - from);
                    for (const Absence& away : network.workers[member.worker].away)
                        time -= std::max(0.0, std::min(to, double{away.to}) - std::max(from, double{away.from}));
                    if (time > 0)
                        spend(m_plan.calendar.dateOf(index), network.phaseOf[item],
                              time * network.workers[member.worker].weeklyCost);
                }
        for (std::size_t r = 0; r < m_plan.running.size(); ++r) {
            const auto phase = network.phaseNode(static_cast<std::uint32_t>(m_plan.running[r].phase));
            for (Date date = m_plan.calendar.startDate(schedule.start[phase]); date <= finish;
                 date += std::chrono::days{1})
                spend(date, m_plan.phases.size() + r, sampler.monthly(r) / kDaysPerMonth);
            for (int m = 1; m <= m_plan.inputs.monthsAfterLaunch; ++m)
                spend(Date{(monthOf(finish) + std::chrono::months{m}) / 1}, m_plan.phases.size() + r,
                      sampler.monthly(r));
        }
        const std::size_t risks = m_plan.phases.size() + m_plan.running.size();
        spend(m_plan.startDate, risks, m_setting.effort.responses.inDollars());
        for (std::uint32_t p = 0; p < network.phaseCount; ++p)
            spend(m_plan.calendar.lastDate(0, schedule.finish[network.phaseNode(p)]), risks, sampler.money(p));
    }

    const Plan& m_plan;
    SimulationSetting m_setting;
};

} // namespace

/// What a promise is spent on.
class TestUseOfFunds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsUpToTheHeadline();
    void isTheLikelyPlanWhereNothingVaries_data();
    void isTheLikelyPlanWhereNothingVaries();
    void isTheMeanOfTheRunsDayByDay();
    void followsTheConfidence();
    void aPriceHasGstInEveryLine();
    void isToldInThreeDigits();
    void dearestMonthIsTheFirstOfTheMost();
    void tranchesPayUntilTheNext();
    void withoutMoneyComingInOnceThereIsNoTranche();
    void canBeCancelled();
};

void TestUseOfFunds::addsUpToTheHeadline()
{
    QVERIFY(holds("use of funds adds up", 150, [] {
        RandomPlan random = *randomPlans();
        random.inputs.costMode = *rc::gen::element(CostMode::worked, CostMode::retained);
        random.inputs.confidence = *rc::gen::element(50, 80, 90);
        random.inputs.monthsAfterLaunch = *rc::gen::inRange(0, 4);
        random.inputs.outsideView = {"own", 0.05, 0.3};
        const auto basis = *rc::gen::element(GstBasis::purchases, GstBasis::price);
        const Plan plan = planOf(std::make_shared<Catalogue>(random.catalogue), random.inputs);
        const Risk risk = simulated(plan, 300);
        const UseOfFunds funds = fundsOf(plan, risk, basis);
        const Money promise = headlineOf(plan, risk, random.inputs.confidence).total;
        const bool isPrice = basis == GstBasis::price;
        RC_ASSERT(funds.total == (isPrice ? promise + gst(promise) : promise));
        RC_ASSERT(funds.shown == (isPrice ? promisedPrice(plan, risk, random.inputs.confidence) : promised(promise)));
        RC_ASSERT(addsUp(funds.months, funds.total, funds.shown));
        RC_ASSERT(addsUp(funds.lines, funds.total, funds.shown));
        Money likely;
        for (const FundsLine& line : funds.lines)
            likely += line.likely;
        RC_ASSERT(likely == funds.likely);
        RC_ASSERT(funds.months.front().month == monthOf(plan.startDate));
        RC_ASSERT(isSame(funds, fundsOf(plan, risk, basis, 5)));
    }));
}

void TestUseOfFunds::isTheLikelyPlanWhereNothingVaries_data()
{
    QTest::addColumn<bool>("retained");
    QTest::newRow("worked") << false;
    QTest::newRow("retained") << true;
}

void TestUseOfFunds::isTheLikelyPlanWhereNothingVaries()
{
    QFETCH(bool, retained);
    auto source = std::make_shared<Catalogue>(*builtinCatalogue()->catalogue);
    for (Phase& phase : source->phases) {
        const double likely = phase.effort.value.likely;
        phase.effort.value = {likely, likely, likely};
        for (RunningCost& cost : phase.runningCosts)
            cost.monthly.value.low = cost.monthly.value.high = cost.monthly.value.likely;
    }
    Inputs inputs = inputsOf(*source);
    inputs.outsideView = {"estimates", 0, 0};
    inputs.costMode = retained ? CostMode::retained : CostMode::worked;
    inputs.monthsAfterLaunch = 2;
    inputs.team[0].leave.push_back({day(2027y / 2 / 1), day(2027y / 2 / 12)});
    inputs.team[1].firstDay = day(2027y / 1 / 18);
    const Plan plan = planOf(source, inputs);
    const UseOfFunds funds = fundsOf(plan, simulated(plan, 300));
    const auto isNear = [](Money a, Money b) { return std::abs((a - b).cents) <= 10; }; // splits round by themselves
    const std::vector<MonthCost> months = costByMonth(plan, Case::likely);
    QCOMPARE(funds.months.size(), months.size());
    for (std::size_t m = 0; m < months.size(); ++m) {
        QCOMPARE(funds.months[m].month, months[m].month);
        QVERIFY2(isNear(funds.months[m].amount, months[m].total()), qPrintable(QString::number(m)));
    }
    for (const FundsLine& line : funds.lines)
        QVERIFY(isNear(line.amount, line.kind == CostLineKind::phase ? plan.phases[line.index].cost.likely
                                                                     : plan.running[line.index].cost.likely));
    QCOMPARE(funds.lines.size(), plan.phases.size() + plan.running.size()); // no risks, no line for them
}

// With as many runs as the shape is taken from, every run counts.
void TestUseOfFunds::isTheMeanOfTheRunsDayByDay()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    Inputs inputs = inputsOf(*catalogue);
    inputs.monthsAfterLaunch = 2;
    inputs.team[1].firstDay = day(2027y / 1 / 18);
    RiskEvent audit;
    audit.id = "audit";
    audit.p = 0.4;
    audit.phase = catalogue->phases.at(2).id;
    audit.money = {5000, 10'000, 20'000};
    audit.status = RiskStatus::responded;
    audit.response = RiskResponse{Money::dollars(3000), 0.2, {}, {}, {}, "Asked beforehand"};
    addRisk(inputs.risks, audit);
    const Plan plan = planOf(catalogue, inputs);
    const UseOfFunds funds = fundsOf(plan, simulated(plan, kFundsRuns));
    const DayByDay reference(plan, kFundsRuns);
    const double scale = funds.total.inDollars() / reference.total;
    const auto isNear = [&](Money amount, double dollars) {
        return std::abs(amount.inDollars() - dollars * scale) <= 1.0;
    };
    QCOMPARE(funds.lines.size(), plan.phases.size() + plan.running.size() + 1);
    for (std::size_t i = 0; i < funds.lines.size(); ++i)
        QVERIFY2(isNear(funds.lines[i].amount, reference.lines.at(i)), qPrintable(QString::number(i)));
    for (const FundsMonth& month : funds.months) {
        const auto kept = reference.months.find(month.month);
        QVERIFY(isNear(month.amount, kept == reference.months.end() ? 0.0 : kept->second));
    }
    QVERIFY(funds.lines.back().likely == Money::dollars(3000)); // of the risks the response alone is certain
    QVERIFY(funds.lines.back().amount > Money::dollars(3000));
}

void TestUseOfFunds::followsTheConfidence()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    const Plan plan = planOf(catalogue, inputsOf(*catalogue));
    const Risk risk = simulated(plan, kSimulationRuns);
    const auto at = [&](int confidence) { return *useOfFunds(plan, risk, confidence, GstBasis::purchases); };
    const UseOfFunds even = at(50);
    const UseOfFunds sure = at(90);
    for (std::size_t i = 0; i < even.lines.size(); ++i) {
        QVERIFY(even.lines[i].amount < sure.lines[i].amount);
        QCOMPARE(even.lines[i].by.has_value(), even.lines[i].kind == CostLineKind::phase);
        if (even.lines[i].by)
            QVERIFY(*even.lines[i].by <= *sure.lines[i].by);
    }
    QVERIFY(sure.months.size() > even.months.size()); // dearer plans of one crew take longer
}

void TestUseOfFunds::aPriceHasGstInEveryLine()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    const Plan plan = planOf(catalogue, inputsOf(*catalogue));
    const Risk risk = simulated(plan, 2000);
    const UseOfFunds cost = fundsOf(plan, risk);
    const UseOfFunds price = fundsOf(plan, risk, GstBasis::price);
    for (std::size_t i = 0; i < cost.lines.size(); ++i)
        QVERIFY(std::abs(price.lines[i].amount.inDollars() - 1.1 * cost.lines[i].amount.inDollars()) < 0.05);
    QCOMPARE(price.likely, shownCostTable(plan, GstBasis::price).total.incGst(Case::likely));
}

void TestUseOfFunds::isToldInThreeDigits()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    const Plan plan = planOf(catalogue, inputsOf(*catalogue));
    const UseOfFunds funds = fundsOf(plan, simulated(plan, 2000));
    for (const FundsMonth& month : funds.months) {
        QCOMPARE(threeDigits(month.shown), month.shown);
        QVERIFY(std::abs((month.shown - month.amount).cents) <= 200'00); // two steps of months below AUD 100,000
    }
    for (const FundsLine& line : funds.lines)
        QVERIFY(threeDigits(line.shown) == line.shown);
}

void TestUseOfFunds::dearestMonthIsTheFirstOfTheMost()
{
    UseOfFunds funds;
    QVERIFY(!dearestMonth(funds));
    funds.months = {{2027y / 1, {}, {}}, {2027y / 2, {}, {}}};
    QVERIFY(!dearestMonth(funds));
    funds.months.push_back({2027y / 3, Money{500}, Money{500}});
    funds.months.push_back({2027y / 4, Money{501}, Money{500}});
    QCOMPARE(dearestMonth(funds)->month, 2027y / 3);
}

void TestUseOfFunds::tranchesPayUntilTheNext()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    Inputs inputs = inputsOf(*catalogue);
    inputs.cash.opening = Money::dollars(60'000);
    inputs.cash.once = {{"Second", Money::dollars(40'000), day(2027y / 5 / 14)},
                        {"Tax", Money::dollars(-5'000), day(2027y / 2 / 14)},
                        {"First", Money::dollars(70'000), day(2027y / 3 / 1)},
                        {"Grant", Money::dollars(10'000), day(2027y / 5 / 31)},
                        {"Much later", Money::dollars(1'000), day(2031y / 1 / 1)}};
    const Plan plan = planOf(catalogue, inputs);
    const UseOfFunds funds = fundsOf(plan, simulated(plan, 2000));
    QCOMPARE(funds.tranches.size(), 4U);
    QVERIFY(addsUp(funds.tranches, funds.total, funds.shown));
    QCOMPARE(funds.tranches[0].opening, inputs.cash.opening);
    QVERIFY(funds.tranches[0].once.empty());
    QCOMPARE(funds.tranches[0].shown, funds.months[0].shown + funds.months[1].shown);
    QVERIFY(funds.tranches[1].once == std::vector<std::size_t>{2});
    QVERIFY((funds.tranches[2].once == std::vector<std::size_t>{0, 3}));
    QCOMPARE(funds.tranches[2].in, Money::dollars(50'000));
    QCOMPARE(funds.tranches[3].amount, Money{});
}

void TestUseOfFunds::withoutMoneyComingInOnceThereIsNoTranche()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    Inputs inputs = inputsOf(*catalogue);
    inputs.cash.opening = Money::dollars(60'000);
    inputs.cash.once = {{"Tax", Money::dollars(-5'000), day(2027y / 2 / 14)}};
    const Plan plan = planOf(catalogue, inputs);
    QVERIFY(fundsOf(plan, simulated(plan, 300)).tranches.empty());
}

void TestUseOfFunds::canBeCancelled()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    const Plan plan = planOf(catalogue, inputsOf(*catalogue));
    std::stop_source stop;
    stop.request_stop();
    SimulationOptions options;
    options.stop = stop.get_token();
    const auto funds = useOfFunds(plan, simulated(plan, 100), 80, GstBasis::purchases, options);
    QVERIFY(!funds);
    QCOMPARE(funds.error().code, ErrorCode::cancelled);
}

QTEST_APPLESS_MAIN(TestUseOfFunds)
#include "tst_use_of_funds.moc"
