#include "data/catalogue_json.h"
#include "models/money/cash_table.h"
#include "models/money/invoices.h"
#include "models/money/price.h"
#include "models/money/use_of_funds.h"
#include "models/plan/actual_costs.h"
#include "models/plan/cost_table.h"
#include "models/plan/plan_problems.h"
#include "models/plan/shown_costs.h"
#include "models/risk/promises.h"
#include "models/risk/simulated_spend.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace trestle;
using namespace std::chrono_literals;

/// What was spent up to the status date, worked out by hand, and that it stands in every total.
namespace {

constexpr Date kStart{2027y / 1 / 4};
constexpr Date kStatus{2027y / 3 / 1}; // a Monday: the last day that is over is 28 February

SimulationOptions someRuns()
{
    SimulationOptions options;
    options.runs = 300;
    options.price = options.cash = options.bothCostModes = true;
    return options;
}

const std::shared_ptr<const Catalogue>& source()
{
    static const std::shared_ptr<const Catalogue> catalogue = builtinCatalogue().value().catalogue;
    return catalogue;
}

Inputs begun()
{
    Inputs inputs = userInputs(*source(), "A", kStart);
    inputs.asOf = kStatus;
    return inputs;
}

void record(Inputs& inputs, const std::string& item, ItemState state, const ItemActual& actual)
{
    setState(inputs, item, state);
    inputs.items[item].actual = actual;
}

/// Two working weeks, one in January and one in February.
ItemActual twoWeeks(double spent)
{
    return {.started = Date{2027y / 1 / 25}, .finished = Date{2027y / 2 / 5}, .spent = spent, .left = {}};
}

Plan planOf(const Inputs& inputs)
{
    auto plan = makePlan(source(), inputs);
    if (!plan)
        qFatal("no plan: %d %s", static_cast<int>(plan.error().code), plan.error().what.c_str());
    return std::move(*plan);
}

Risk riskOf(const Plan& plan)
{
    auto risk = simulate(plan, someRuns());
    if (!risk)
        qFatal("not simulated");
    return std::move(*risk);
}

void addBooks(Inputs& inputs)
{
    inputs.actualCosts = {{2027y / 2, Money::dollars(10'000), "Wages"},
                          {2027y / 1, Money::dollars(31'250), "Wages"},
                          {2027y / 2, Money{-125'050}, "Refund"}};
}

const Money kBooks{3'999'950};

template <class Lines>
Money sumOfAmounts(const Lines& lines, Case which)
{
    return std::accumulate(lines.begin(), lines.end(), Money{},
                           [which](Money sum, const auto& line) { return sum + line.amount.at(which); });
}

/// Random, but allowed: states, dates up to the status date, time spent, now and then books.
Inputs randomlyBegun(std::mt19937_64& random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    Inputs inputs = begun();
    inputs.costMode = upTo(1) == 0 ? CostMode::worked : CostMode::retained;
    inputs.monthsAfterLaunch = upTo(2);
    inputs.team[0].weeklyRate = Money{100'000 + upTo(900'000)};
    inputs.team[1].paidOut = upTo(1) == 0;
    for (const Phase& phase : source()->phases)
        for (const Item& item : phase.items) {
            if (upTo(3) > 0)
                continue;
            const Date from = kStart - std::chrono::days{10} + std::chrono::days{upTo(60)};
            ItemActual actual;
            if (upTo(2) > 0)
                actual.started = from;
            if (upTo(2) > 0)
                actual.spent = upTo(3000) / 1000.0;
            const bool isDone = upTo(1) == 0;
            if (isDone && upTo(2) > 0)
                actual.finished = std::min(from + std::chrono::days{upTo(30)}, kStatus);
            record(inputs, item.id, isDone ? ItemState::done : ItemState::underWay, actual);
        }
    if (upTo(3) == 0)
        for (int i = 0; i < 5; ++i)
            inputs.actualCosts.push_back(
                {2026y / 11 + std::chrono::months{upTo(4)}, Money{upTo(2'000'000) - 300'000}, {}});
    return inputs;
}

} // namespace

class TestActualCosts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingRecordedIsNothingSpent();
    void booksTakeThePlaceOfWhatIsDerived();
    void timeCountsAtTheMeanRate();
    void timeWithoutDatesFallsOnTheTimeSinceTheStart();
    void retainedPeopleCostTheirTime();
    void runningCostsBeginWithTheirPhase();
    void runningCostsMeetWithoutAGap();
    void ownTimeIsAPart();
    void spendingGoesOnFromWhatWasSpent();
    void runsCostWhatWasSpentMore();
    void chancesCountIt();
    void workDoneIsWorthItsTime();
    void booksAreWorthTheirWork();
    void cashHasLeftTheBank();
    void finishedPhasesWereInvoicedThen();
    void fundsHaveALineOfIt();
    void gstFallsOnWhatWasBought();
    void tooMuchIsRefused();
    void everythingAddsUp();
};

void TestActualCosts::nothingRecordedIsNothingSpent()
{
    for (const CostMode mode : {CostMode::worked, CostMode::retained}) {
        Inputs inputs = begun();
        inputs.costMode = mode;
        setState(inputs, "schema-for-scale", ItemState::done);
        const Plan plan = planOf(inputs);
        QVERIFY(plan.actual == Actual{});
        QVERIFY(!plan.actual.any());
        QCOMPARE(plan.total.likely, plan.labour.likely + plan.runningTotal.likely);
        QVERIFY(actualSpend(plan).empty());
        QCOMPARE(costTable(plan, GstBasis::purchases).lines.front().kind, CostLineKind::phase);
        QCOMPARE(costByMonth(plan, Case::likely).front().month, 2027y / 3);
    }
}

void TestActualCosts::booksTakeThePlaceOfWhatIsDerived()
{
    Inputs inputs = begun();
    record(inputs, "password-hashing", ItemState::done, twoWeeks(0.4));
    addBooks(inputs);
    const Plan plan = planOf(inputs);
    QVERIFY(plan.actual.fromBooks);
    QCOMPARE(plan.actual.books, kBooks);
    QCOMPARE(plan.actual.total(), kBooks);
    QCOMPARE(plan.actual.labour, Money{});
    QCOMPARE(plan.actual.running, Money{});
    QCOMPARE(plan.actual.effort, 0.4);
    const std::vector<ActualMonth> months{{2027y / 1, {}, {}, Money::dollars(31'250), {}},
                                          {2027y / 2, {}, {}, Money{874'950}, {}}};
    QVERIFY(plan.actual.byMonth == months);
    const std::vector<SpentBy> points{
        {Date{2026y / 12 / 31}, {}}, {Date{2027y / 1 / 31}, Money::dollars(31'250)}, {Date{2027y / 2 / 28}, kBooks}};
    QVERIFY(actualSpend(plan) == points);
    QCOMPARE(plan.total.likely, kBooks + plan.labour.likely + plan.runningTotal.likely);
}

void TestActualCosts::timeCountsAtTheMeanRate()
{
    Inputs inputs = begun();
    inputs.team[1].weeklyRate = Money::dollars(8000); // (1 × 5,000 + ½ × 8,000) ÷ 1.5 = 6,000
    record(inputs, "password-hashing", ItemState::done, twoWeeks(0.4));
    record(inputs, "sessions", ItemState::excluded, {.started = {}, .finished = {}, .spent = 0.1, .left = {}});
    record(inputs, "access-control", ItemState::done, {.started = kStart, .finished = {}, .spent = {}, .left = {}});
    const Plan plan = planOf(inputs);
    QCOMPARE(plan.actual.effort, 0.5);
    QCOMPARE(plan.actual.labour, Money::dollars(3000)); // dropped work is spent money, finished work without time is 0
    // 2,400 in equal parts; 600 over the 40 working days since the start, 20 of them in January.
    QCOMPARE(plan.actual.byMonth.size(), std::size_t{2});
    QCOMPARE(plan.actual.byMonth[0].labour, Money::dollars(1500));
    QCOMPARE(plan.actual.byMonth[1].labour, Money::dollars(1500));
}

void TestActualCosts::timeWithoutDatesFallsOnTheTimeSinceTheStart()
{
    Inputs inputs = begun();
    inputs.start = kStatus; // so that the status date is the first day
    record(inputs, "sessions", ItemState::underWay, {.started = {}, .finished = {}, .spent = 1, .left = {}});
    const Plan plan = planOf(inputs);
    QCOMPARE(plan.actual.byMonth.size(), std::size_t{1});
    QCOMPARE(plan.actual.byMonth[0].month, 2027y / 3);
    QCOMPARE(plan.actual.total(), Money::dollars(5000));
    QCOMPARE(actualSpend(plan).back().total, Money::dollars(5000));
    QCOMPARE(actualSpend(plan).back().day, plan.startDate - std::chrono::days{1});
}

void TestActualCosts::retainedPeopleCostTheirTime()
{
    Inputs inputs = begun();
    inputs.costMode = CostMode::retained;
    inputs.team[0].lastDay = Date{2027y / 2 / 12}; // six weeks at 5,000
    inputs.team[1].firstDay = Date{2027y / 2 / 1}; // four weeks at 2,500
    inputs.team.push_back(inputs.team[0]);
    inputs.team[2].name = "Kim";
    inputs.team[2].firstDay = Date{2027y / 4 / 5}; // not there yet
    inputs.team[2].lastDay.reset();
    record(inputs, "sessions", ItemState::underWay, {.started = {}, .finished = {}, .spent = 0.1, .left = {}});
    const Plan plan = planOf(inputs);
    QCOMPARE(plan.actual.labour, Money::dollars(40'000));
    QCOMPARE(plan.actual.byMonth.size(), std::size_t{2});
    QCOMPARE(plan.actual.byMonth[0].labour, Money::dollars(20'000));
    QCOMPARE(plan.actual.byMonth[1].labour, Money::dollars(20'000));
}

void TestActualCosts::runningCostsBeginWithTheirPhase()
{
    Inputs inputs = begun();
    const std::vector<Phase>& phases = source()->phases;
    const auto phase = std::ranges::find_if(phases, [](const Phase& p) { return !p.runningCosts.empty(); });
    QVERIFY(phase != phases.end());
    double monthly = 0;
    for (const RunningCost& cost : phase->runningCosts)
        monthly += cost.monthly.value.likely;
    record(inputs, phase->items[0].id, ItemState::underWay,
           {.started = Date{2027y / 2 / 8}, .finished = {}, .spent = {}, .left = {}});
    record(inputs, phase->items[1].id, ItemState::done,
           {.started = Date{2027y / 1 / 30}, .finished = Date{2027y / 2 / 1}, .spent = {}, .left = {}});
    const Plan plan = planOf(inputs);
    QCOMPARE(plan.actual.running, Money::rounded(monthly * 30 / 30.4375)); // 30 January to 28 February
    QCOMPARE(plan.actual.byMonth.size(), std::size_t{2});
    QVERIFY(std::abs(plan.actual.byMonth[0].running.inDollars() - monthly * 2 / 30.4375) < 0.011);
    QCOMPARE(plan.actual.byMonth[0].running + plan.actual.byMonth[1].running, plan.actual.running);
    inputs.items[phase->items[0].id].actual.started.reset();
    inputs.items[phase->items[1].id].actual.started.reset();
    QCOMPARE(planOf(inputs).actual.running, Money{});
}

void TestActualCosts::runningCostsMeetWithoutAGap()
{
    Inputs inputs = begun();
    for (const Phase& phase : source()->phases)
        record(inputs, phase.items[0].id, ItemState::underWay,
               {.started = kStart, .finished = {}, .spent = {}, .left = {}});
    const Plan plan = planOf(inputs);
    QVERIFY(!plan.running.empty());
    for (const RunningCostPlan& cost : plan.running) {
        QCOMPARE(cost.from.likely, kStatus);
        QVERIFY(cost.days.likely > 0);
    }
}

void TestActualCosts::ownTimeIsAPart()
{
    Inputs inputs = begun();
    inputs.team[1].paidOut = false; // 2,500 of 7,500 a week
    record(inputs, "password-hashing", ItemState::done, twoWeeks(0.6));
    const Plan plan = planOf(inputs);
    QCOMPARE(plan.actual.labour, Money::dollars(3000));
    QCOMPARE(plan.actual.ownTime, Money::dollars(1000));
    QCOMPARE(plan.actual.byMonth[1].ownTime, Money::dollars(500));
    QCOMPARE(plan.shown.ownTime.likely, plan.people[1].shownCost.likely + Money::dollars(1000));
    const std::vector<MonthMoney> paid = paidByMonth(plan);
    QCOMPARE(paid.size(), std::size_t{2});
    QCOMPARE(paid[1].amount, Money::dollars(1000));
}

void TestActualCosts::spendingGoesOnFromWhatWasSpent()
{
    Inputs inputs = begun();
    const Plan before = planOf(inputs);
    addBooks(inputs);
    const Plan plan = planOf(inputs);
    for (const Case c : kCases) {
        const std::vector<SpendPoint> without = cumulativeSpend(before, c);
        const std::vector<SpendPoint> with = cumulativeSpend(plan, c);
        QCOMPARE(with.size(), without.size());
        for (std::size_t i = 0; i < with.size(); ++i)
            QCOMPARE(with[i].total, without[i].total + kBooks);
        QCOMPARE(with.back().total, plan.total.at(c));
    }
    const Risk risk = riskOf(plan);
    const auto spend = simulateSpend(plan, risk, someRuns());
    const auto without = simulateSpend(before, riskOf(before), someRuns());
    QVERIFY(spend && without);
    QCOMPARE(spend->size(), without->size());
    for (std::size_t i = 0; i < spend->size(); ++i) {
        QVERIFY(std::abs((*spend)[i].p10 - (*without)[i].p10 - kBooks.inDollars()) < 0.001);
        QVERIFY(std::abs((*spend)[i].p90 - (*without)[i].p90 - kBooks.inDollars()) < 0.001);
    }
}

void TestActualCosts::runsCostWhatWasSpentMore()
{
    Inputs inputs = begun();
    const Risk before = riskOf(planOf(inputs));
    addBooks(inputs);
    const Risk risk = riskOf(planOf(inputs));
    QVERIFY(risk.finish == before.finish);
    QVERIFY(risk.sortedLabour == before.sortedLabour);
    for (std::size_t run = 0; run < risk.total.size(); ++run) {
        QVERIFY(std::abs(risk.total[run] - before.total[run] - kBooks.inDollars()) < 0.001);
        QVERIFY(std::abs(risk.sortedOtherTotal[run] - before.sortedOtherTotal[run] - kBooks.inDollars()) < 0.001);
    }
}

void TestActualCosts::chancesCountIt()
{
    Inputs inputs = begun();
    const Risk before = riskOf(planOf(inputs));
    addBooks(inputs);
    const Plan plan = planOf(inputs);
    const Risk risk = riskOf(plan);
    const Money half = Money::rounded(before.totalAt(0.5).inDollars()) + Money{1};
    QCOMPARE(risk.chanceUnder(half + kBooks), before.chanceUnder(half));
    QVERIFY(before.chanceUnder(half) >= 0.5);
    QCOMPARE(headlineOf(plan, risk, 80).total, before.totalAt(0.8) + kBooks);
}

void TestActualCosts::workDoneIsWorthItsTime()
{
    Inputs inputs = begun();
    inputs.team[0].billRate = Money::dollars(7000);
    inputs.team[1].billRate = Money::dollars(10'000); // (7,000 + ½ × 10,000) ÷ 1.5 = 8,000
    inputs.price.markUpPercent = 10;
    record(inputs, "password-hashing", ItemState::done, {.started = {}, .finished = {}, .spent = 0, .left = {}});
    inputs.learn = false;
    const Plan before = planOf(inputs);
    inputs.items["password-hashing"].actual = twoWeeks(2);
    const Plan plan = planOf(inputs);
    const double bought = plan.actual.running.inDollars();
    QVERIFY(std::abs(valueSoFar(plan) - 16'000 - bought * 1.1) < 0.001);
    QVERIFY(std::abs((likelyValue(plan) - likelyValue(before)).inDollars() - valueSoFar(plan)) < 0.011);
    const Risk risk = riskOf(plan);
    const Risk without = riskOf(before);
    for (std::size_t run = 0; run < risk.value.size(); ++run)
        QVERIFY(std::abs(risk.value[run] - without.value[run] - valueSoFar(plan)) < 0.001);
}

void TestActualCosts::booksAreWorthTheirWork()
{
    Inputs inputs = begun();
    for (Person& person : inputs.team)
        person.billRate = Money::dollars(8000); // for 5,000
    inputs.price.markUpPercent = 10;
    inputs.actualCosts = {{2027y / 1, Money::dollars(10'000), {}}};
    QCOMPARE(valueSoFar(planOf(inputs)), 16'000.0); // no time recorded: wages
    record(inputs, "password-hashing", ItemState::done, twoWeeks(1));
    QCOMPARE(valueSoFar(planOf(inputs)), 8000.0 + 5500.0); // a week, and what else was bought
    record(inputs, "sessions", ItemState::done, twoWeeks(2));
    QCOMPARE(valueSoFar(planOf(inputs)), 24'000.0); // more time than money
}

void TestActualCosts::cashHasLeftTheBank()
{
    Inputs inputs = begun();
    inputs.cash.opening = Money::dollars(150'000);
    const Plan without = planOf(inputs);
    const Risk riskWithout = riskOf(without);
    addBooks(inputs);
    inputs.actualCosts.push_back({2026y / 12, Money::dollars(500), "Not in the opening cash"});
    const Plan plan = planOf(inputs);
    const Risk risk = riskOf(plan);
    const CashTable table = cashTable(plan);
    const CashTable before = cashTable(without);
    QCOMPARE(table.months.size(), before.months.size());
    QCOMPARE(table.months.front().month, 2027y / 1);
    QCOMPARE(table.months[0].spent, Money::dollars(-31'250));
    QCOMPARE(table.months[0].last, Money::dollars(118'750));
    QCOMPARE(table.months[1].spent, Money{-874'950});
    QCOMPARE(table.months[2].spent, Money{});
    for (std::size_t m = 1; m < table.months.size(); ++m)
        QCOMPARE(table.months[m].last, before.months[m].last - kBooks);
    QCOMPARE(risk.cash.balances.size(), riskWithout.cash.balances.size());
    for (std::size_t run = 0; run < risk.cash.runs(); ++run) {
        const auto ends = risk.cash.of(run);
        const auto old = riskWithout.cash.of(run);
        QVERIFY(std::abs(old[0] - ends[0] - 31'250) < 0.001);
        for (std::size_t m = 1; m < ends.size(); ++m)
            QVERIFY(std::abs(old[m] - ends[m] - kBooks.inDollars()) < 0.001);
    }
}

void TestActualCosts::finishedPhasesWereInvoicedThen()
{
    Inputs inputs = begun();
    inputs.cash.opening = Money{};
    inputs.client = "Saltbush";
    inputs.price.payments = {{40, PaymentWhen::phaseFinished, "performance"}, {60, PaymentWhen::launch, {}}};
    inputs.price.termsDays = 0;
    const Phase& phase = *findPhase(*source(), "performance");
    for (const Item& item : phase.items)
        record(inputs, item.id, ItemState::done,
               {.started = kStart, .finished = Date{2027y / 2 / 5}, .spent = {}, .left = {}});
    const Plan plan = planOf(inputs);
    const Risk risk = riskOf(plan);
    const Money price = agreedPrice(plan, risk);
    const std::vector<Payment> payments = paymentSchedule(plan, price);
    QCOMPARE(payments.front().invoiced, (Date{2027y / 2 / 5}));
    const CashRuns with = cashWithInvoices(plan, risk);
    for (std::size_t run = 0; run < with.runs(); ++run) {
        QVERIFY(std::abs(with.of(run)[0] - risk.cash.of(run)[0]) < 0.001); // nothing at signing
        QVERIFY(with.of(run)[1] > risk.cash.of(run)[1] + 1);
    }
    for (const Item& item : phase.items)
        inputs.items[item.id].actual = {
            .started = {}, .finished = kStart - std::chrono::days{30}, .spent = {}, .left = {}};
    QCOMPARE(paymentSchedule(planOf(inputs), price).front().invoiced, kStart); // not before signing
}

void TestActualCosts::fundsHaveALineOfIt()
{
    Inputs inputs = begun();
    addBooks(inputs);
    const Plan plan = planOf(inputs);
    const Risk risk = riskOf(plan);
    for (const GstBasis basis : {GstBasis::purchases, GstBasis::price}) {
        const auto funds = useOfFunds(plan, risk, 80, basis, someRuns());
        QVERIFY(funds);
        const Money spent = basis == GstBasis::price ? kBooks + gst(kBooks) : kBooks;
        QCOMPARE(funds->lines.front().kind, CostLineKind::actual);
        QCOMPARE(funds->lines.front().amount, spent);
        QCOMPARE(funds->months.front().month, 2027y / 1);
        QCOMPARE(funds->months[0].amount + funds->months[1].amount, spent);
        Money months;
        Money shownMonths;
        for (const FundsMonth& month : funds->months) {
            months += month.amount;
            shownMonths += month.shown;
        }
        Money lines;
        Money shownLines;
        Money likely;
        for (const FundsLine& line : funds->lines) {
            lines += line.amount;
            shownLines += line.shown;
            likely += line.likely;
        }
        QCOMPARE(months, funds->total);
        QCOMPARE(lines, funds->total);
        QCOMPARE(shownMonths, funds->shown);
        QCOMPARE(shownLines, funds->shown);
        QCOMPARE(likely, funds->likely);
    }
}

void TestActualCosts::gstFallsOnWhatWasBought()
{
    Inputs inputs = begun();
    for (const Phase& phase : source()->phases)
        record(inputs, phase.items[0].id, ItemState::underWay,
               {.started = kStart, .finished = {}, .spent = 1, .left = {}});
    const Plan plan = planOf(inputs);
    QVERIFY(plan.actual.running > Money{});
    const CostTable table = costTable(plan, GstBasis::purchases);
    QCOMPARE(table.lines.front().kind, CostLineKind::actual);
    QCOMPARE(table.actual.amount.likely, plan.actual.total());
    QCOMPARE(table.total.gst.likely, gst(plan.actual.running + plan.runningTotal.likely));
    QVERIFY(std::abs((table.actual.gst.likely - gst(plan.actual.running)).cents) <= 1);
    QCOMPARE(monthTable(plan, GstBasis::purchases).total.gst, table.total.gst);
    addBooks(inputs);
    const Plan fromBooks = planOf(inputs);
    QCOMPARE(costTable(fromBooks, GstBasis::purchases).actual.gst.likely, Money{});
    QVERIFY(std::abs((costTable(fromBooks, GstBasis::price).actual.gst.likely - gst(kBooks)).cents) <= 1);
}

void TestActualCosts::tooMuchIsRefused()
{
    Inputs inputs = begun();
    inputs.team[0].weeklyRate = kLargestAmount;
    record(inputs, "sessions", ItemState::done, {.started = {}, .finished = {}, .spent = 1e6, .left = {}});
    const auto plan = makePlan(source(), inputs);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::planTooDear);
    Inputs books = begun();
    for (int i = 0; i < 20; ++i)
        books.actualCosts.push_back({2027y / 1, kLargestAmount, {}});
    const auto other = makePlan(source(), books);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::planTooDear);
}

void TestActualCosts::everythingAddsUp()
{
    std::mt19937_64 random(17);
    int spent = 0;
    for (int n = 0; n < 60; ++n) {
        const Plan plan = planOf(randomlyBegun(random));
        QVERIFY(problems(plan).empty());
        spent += plan.actual.any() ? 1 : 0;
        Money byMonth;
        Money own;
        for (const ActualMonth& month : plan.actual.byMonth) {
            byMonth += month.total();
            own += month.ownTime;
        }
        QCOMPARE(byMonth, plan.actual.total());
        QCOMPARE(own, plan.actual.ownTime);
        const std::vector<SpentBy> points = actualSpend(plan);
        if (plan.actual.any()) {
            QCOMPARE(points.front().total, Money{});
            QCOMPARE(points.back(), (SpentBy{plan.startDate - std::chrono::days{1}, plan.actual.total()}));
            QVERIFY(std::ranges::adjacent_find(points, std::greater_equal{}, &SpentBy::day) == points.end());
        }
        for (const GstBasis basis : {GstBasis::purchases, GstBasis::price})
            for (const bool shown : {false, true}) {
                const CostTable table = shown ? shownCostTable(plan, basis) : costTable(plan, basis);
                const MonthTable months = shown ? shownMonthTable(plan, basis) : monthTable(plan, basis);
                for (const Case c : kCases) {
                    const Money total = shown ? plan.shown.total.at(c) : plan.total.at(c);
                    QCOMPARE(table.total.amount.at(c), total);
                    QCOMPARE(sumOfAmounts(table.lines, c), total);
                    QCOMPARE(months.total.amount.at(c), total);
                    QCOMPARE(sumOfAmounts(months.lines, c), total);
                    QCOMPARE(months.total.actual.at(c), shown ? plan.shown.actual : plan.actual.total());
                }
            }
        const Risk risk = riskOf(plan);
        for (const double total : risk.total)
            QVERIFY(total >= plan.actual.total().inDollars() - 0.001);
    }
    QVERIFY(spent > 40);
}

QTEST_APPLESS_MAIN(TestActualCosts)

#include "tst_actual_costs.moc"
