#include "data/catalogue_json.h"
#include "models/money/cash_table.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/money/shown_cash.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <numeric>
#include <random>

using namespace trestle;
using namespace std::chrono_literals;

namespace {

constexpr Date day(std::chrono::year_month_day date)
{
    return std::chrono::sys_days{date};
}

Inputs plain()
{
    return newInputs(*builtinCatalogue()->catalogue, "Money", day(2027y / 1 / 4));
}

Plan planOf(const Inputs& inputs)
{
    auto plan = makePlan(builtinCatalogue()->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    return std::move(*plan);
}

Money sumOf(const std::vector<Payment>& payments, Money Payment::* amount)
{
    Money sum;
    for (const Payment& payment : payments)
        sum += payment.*amount;
    return sum;
}

/// The founder of the golden figures.
Inputs founder()
{
    Inputs inputs = plain();
    inputs.cash.opening = Money::dollars(150'000);
    inputs.cash.monthly = {{"Other", Money::dollars(-6000), day(2027y / 1 / 4)},
                           {"Sales", Money::dollars(2000), day(2027y / 4 / 1)}};
    inputs.cash.once = {{"Tranche", Money::dollars(40'000), day(2027y / 5 / 14)}};
    return inputs;
}

} // namespace

class TestPaymentsAndCash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void invoicesByMoment();
    void monthlyUnlessAgreed();
    void aPhaseWithoutWorkIsInvoicedAtSigning();
    void paymentsAddUp();
    void goldenCash();
    void ownTimeIsNotPaidOut();
    void purchasesWithGst();
    void cashAddsUp();
    void whatIsShownAddsUp();
};

void TestPaymentsAndCash::invoicesByMoment()
{
    Inputs inputs = plain();
    inputs.price.payments = {
        {20, PaymentWhen::launch, ""}, {30, PaymentWhen::phaseFinished, "testing"}, {50, PaymentWhen::signing, ""}};
    const Plan plan = planOf(inputs);
    const std::vector<Payment> payments = paymentSchedule(plan, Money::dollars(215'000));
    QCOMPARE(payments.size(), 3U);
    QCOMPARE(payments[0].invoiced, inputs.start);
    QCOMPARE(payments[0].due, inputs.start + std::chrono::days{14});
    QCOMPARE(payments[0].exGst, Money::dollars(107'500));
    QCOMPARE(payments[0].gst, Money::dollars(10'750));
    QCOMPARE(payments[1].part.phase, "testing");
    QVERIFY(payments[1].invoiced > inputs.start && payments[1].invoiced < plan.finishDate.likely);
    QCOMPARE(payments[2].invoiced, plan.finishDate.likely);
    QCOMPARE(payments[2].incGst(), Money::dollars(47'300));
}

void TestPaymentsAndCash::monthlyUnlessAgreed()
{
    const Plan plan = planOf(plain());
    const std::vector<Payment> payments = paymentSchedule(plan, Money::dollars(60'000));
    QCOMPARE(payments.size(), 6U); // 4 January to 18 June
    QCOMPARE(payments.front().invoiced, day(2027y / 1 / 31));
    QCOMPARE(payments.front().exGst, Money::dollars(10'000));
    QCOMPARE(payments.back().invoiced, plan.finishDate.likely);
}

void TestPaymentsAndCash::aPhaseWithoutWorkIsInvoicedAtSigning()
{
    Inputs inputs = plain();
    for (const char* item : {"unit-tests", "integration-tests", "end-to-end-tests", "load-tests"})
        setState(inputs, item, ItemState::done);
    inputs.price.payments = {{100, PaymentWhen::phaseFinished, "testing"}};
    const std::vector<Payment> payments = paymentSchedule(planOf(inputs), Money::dollars(1));
    QCOMPARE(payments.at(0).invoiced, inputs.start);
}

void TestPaymentsAndCash::paymentsAddUp()
{
    std::mt19937 random(14);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < 200; ++round) {
        Inputs inputs = plain();
        inputs.gstRegistered = upTo(3) != 0;
        int left = 10'000;
        while (left > 0 && upTo(4) != 0) {
            const int part = 1 + upTo(left - 1);
            inputs.price.payments.push_back({part / 100.0, static_cast<PaymentWhen>(upTo(3)), "testing"});
            left -= part;
        }
        if (left > 0)
            inputs.price.payments.push_back({left / 100.0, PaymentWhen::monthly, ""});
        const Plan plan = planOf(inputs);
        const Money price{upTo(1'000'000'000)};
        const std::vector<Payment> payments = paymentSchedule(plan, price);
        QCOMPARE(sumOf(payments, &Payment::exGst), price);
        QCOMPARE(sumOf(payments, &Payment::gst), gstOn(inputs, price));
        const double percent = std::accumulate(payments.begin(), payments.end(), 0.0,
                                               [](double sum, const Payment& p) { return sum + p.part.percent; });
        QVERIFY(std::abs(percent - 100) < 1e-6);
        QVERIFY(std::ranges::is_sorted(payments, {}, &Payment::invoiced));
    }
}

void TestPaymentsAndCash::goldenCash()
{
    const CashTable table = cashTable(planOf(founder()));
    const std::vector<int> team{30'000, 30'000, 34'500, 33'000, 31'500, 21'000, 0, 0, 0};
    QCOMPARE(table.months.size(), team.size());
    for (std::size_t m = 0; m < team.size(); ++m)
        QCOMPARE(table.months[m].team, Money::dollars(-team[m]));
    QCOMPARE(table.launch, 5U);
    QCOMPARE(table.atLaunch().cents, -2'147'844);
    QCOMPARE(table.lowest.cents, -2'147'844);
    QCOMPARE(table.deficit.cents, 3'438'522);
    QVERIFY(table.firstBelowZero == 2027y / 4);
}

void TestPaymentsAndCash::ownTimeIsNotPaidOut()
{
    Inputs inputs = founder();
    inputs.team.at(0).paidOut = false;
    const Plan plan = planOf(inputs);
    Money paid;
    for (const CashMonth& month : cashTable(plan).months)
        paid -= month.team;
    QVERIFY(paid > Money{});
    QCOMPARE(paid, plan.labour.likely - plan.ownTime.likely);
}

void TestPaymentsAndCash::purchasesWithGst()
{
    Inputs inputs = founder();
    const Money with = cashTable(planOf(inputs)).months.back().last;
    inputs.gstRegistered = false;
    const CashTable table = cashTable(planOf(inputs));
    Money running;
    for (const CashMonth& month : table.months)
        for (const Money amount : month.running)
            running += amount;
    // A tenth of the price is an eleventh of what is paid.
    QVERIFY(std::abs((table.months.back().last - with).inDollars() - running.inDollars() / 11) < 0.02);
}

void TestPaymentsAndCash::cashAddsUp()
{
    std::mt19937 random(41);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < 100; ++round) {
        Inputs inputs = founder();
        inputs.cash.opening = Money{upTo(20'000'000) - 1'000'000};
        inputs.cash.bufferMonths = upTo(12);
        inputs.costMode = upTo(1) == 0 ? CostMode::worked : CostMode::retained;
        inputs.cash.monthly.push_back(
            {"Odd", Money{upTo(99'999) - 50'000}, inputs.start + std::chrono::days{upTo(400)}});
        inputs.cash.once.push_back({"Twice", Money{upTo(99'999)}, inputs.start + std::chrono::days{upTo(400)}});
        const Plan plan = planOf(inputs);
        const CashTable table = cashTable(plan);
        Money balance = *inputs.cash.opening;
        Money paid;
        for (const CashMonth& month : table.months) {
            QCOMPARE(month.first, balance);
            paid -= month.team;
            balance += month.team + month.risks;
            for (const auto* lines : {&month.running, &month.monthly, &month.once})
                for (const Money amount : *lines)
                    balance += amount;
            QCOMPARE(month.last, balance);
        }
        QCOMPARE(paid, plan.labour.likely - plan.ownTime.likely);
        QCOMPARE(static_cast<int>(table.months.size() - 1 - table.launch), inputs.cash.bufferMonths);
    }
}

void TestPaymentsAndCash::whatIsShownAddsUp()
{
    std::mt19937 random(42);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const auto isClose = [](Money shown, Money exact) { return std::abs((shown - exact).cents) < 150; };
    for (int round = 0; round < 100; ++round) {
        CashTable exact;
        Money balance{upTo(2'000'000) - 1'000'000};
        for (int month = 0; month < 12; ++month) {
            CashMonth cash;
            cash.first = balance;
            cash.team = Money{-upTo(3'000'000)};
            cash.risks = upTo(1) == 0 ? Money{} : Money{-upTo(99)};
            cash.running = {Money{-upTo(30'000)}, Money{-upTo(60)}};
            cash.monthly = {Money::dollars(upTo(2'000)), Money{upTo(60'000)}};
            cash.once = {Money{upTo(4) == 0 ? 40'000'00 : 0}};
            balance += cash.team + cash.risks + cash.running[0] + cash.running[1] + cash.monthly[0] + cash.monthly[1] +
                       cash.once[0];
            cash.last = balance;
            exact.months.push_back(cash);
        }
        const CashTable shown = shownCash(exact);
        for (std::size_t month = 0; month < shown.months.size(); ++month) {
            const CashMonth& cash = shown.months[month];
            const CashMonth& before = exact.months[month];
            Money sum = cash.first;
            for (const Money line : {cash.team, cash.risks, cash.running[0], cash.running[1], cash.monthly[0],
                                     cash.monthly[1], cash.once[0]}) {
                QCOMPARE(line.cents % 100, 0);
                sum += line;
            }
            QCOMPARE(sum, cash.last);
            QVERIFY(std::abs((cash.last - before.last).cents) <= 50);
            QVERIFY(isClose(cash.team, before.team));
            QVERIFY(isClose(cash.running[0], before.running[0]));
            QCOMPARE(cash.monthly[0], before.monthly[0]); // what has no cents stays
            QCOMPARE(cash.once[0], before.once[0]);
            if (month > 0)
                QCOMPARE(cash.first, shown.months[month - 1].last);
        }
    }
}

QTEST_APPLESS_MAIN(TestPaymentsAndCash)
#include "tst_payments_and_cash.moc"
