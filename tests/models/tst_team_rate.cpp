#include "models/inputs.h"
#include "models/rate_card.h"
#include "models/team_rate.h"

#include <QTest>

using namespace trestle;

/// From salary or contractor's rate to a weekly rate, and the user's own list of rates.
class TestTeamRate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weeklyRates_data();
    void weeklyRates();
    void employeeCostsSalarySuperAndOnCosts();
    void formsStartNearTheCatalogue();
    void noWeekAtWorkIsNoRate();
    void cardKeepsItsRules();
    void cardIsChanged();
    void cardHasAnEnd();
};

void TestTeamRate::weeklyRates_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("amount");
    QTest::addColumn<double>("percent");
    QTest::addColumn<int>("onCosts");
    QTest::addColumn<double>("weeks");
    QTest::addColumn<double>("time");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, RateKind kind, int amount, double percent, int onCosts, double weeks,
                        double time, int expected) {
        QTest::newRow(name) << static_cast<int>(kind) << amount << percent << onCosts << weeks << time << expected;
    };
    // By hand: 180,000 + 21,600 + 18,400 = 220,000; ÷ 44 = 5,000.
    row("employee", RateKind::employee, 180'000, 12, 18'400, 44, 0, 5'000);
    // 120,000 + 13,800 = 133,800; ÷ 46 = 2,908.70.
    row("to the dollar", RateKind::employee, 120'000, 11.5, 0, 46, 0, 2'909);
    row("super alone does not count without a salary", RateKind::employee, 0, 12, 4'400, 44, 0, 100);
    row("by the day", RateKind::contractorPerDay, 1'100, 12, 9'999, 44, 4.5, 4'950);
    row("by the hour", RateKind::contractorPerHour, 145, 12, 9'999, 44, 38, 5'510);
}

void TestTeamRate::weeklyRates()
{
    QFETCH(int, kind);
    QFETCH(int, amount);
    QFETCH(double, percent);
    QFETCH(int, onCosts);
    QFETCH(double, weeks);
    QFETCH(double, time);
    QFETCH(int, expected);
    const RateBasis basis{
        static_cast<RateKind>(kind), Money::dollars(amount), percent, Money::dollars(onCosts), weeks, time, {}};
    QCOMPARE(weeklyRate(basis).cents, Money::dollars(expected).cents);
}

void TestTeamRate::employeeCostsSalarySuperAndOnCosts()
{
    const RateBasis basis = usualBasis(RateKind::employee);
    QCOMPARE(superOf(basis).cents, Money::dollars(21'600).cents);
    QCOMPARE(yearlyCost(basis).cents, Money::dollars(220'000).cents);
    QCOMPARE(basis.superPercent, 12.0);
    QCOMPARE(isoDate(kSuperSince), std::string("2025-07-01"));
}

void TestTeamRate::formsStartNearTheCatalogue()
{
    for (const auto kind : {RateKind::employee, RateKind::contractorPerDay, RateKind::contractorPerHour}) {
        const double rate = weeklyRate(usualBasis(kind)).inDollars();
        QVERIFY2(rate >= 4'900 && rate <= 5'100, qPrintable(QString::number(rate)));
    }
}

void TestTeamRate::noWeekAtWorkIsNoRate()
{
    RateBasis basis = usualBasis(RateKind::employee);
    basis.weeksAtWork = 0;
    QCOMPARE(weeklyRate(basis).cents, 0);
}

void TestTeamRate::cardKeepsItsRules()
{
    RateCard card;
    QVERIFY(card.add({"Engineer", Money::dollars(5'000), {}, true}).has_value());
    const RateCard before = card;
    const auto refuses = [&](const CardRole& role, RateCardProblem expected) {
        const auto added = card.add(role);
        QVERIFY(!added.has_value());
        QCOMPARE(added.error(), expected);
        QVERIFY(card == before);
    };
    refuses({"", {}, {}, true}, RateCardProblem::noTitle);
    refuses({" \u00A0", {}, {}, true}, RateCardProblem::noTitle);
    refuses({std::string(RateCard::kLongestTitle + 1, 'x'), {}, {}, true}, RateCardProblem::titleTooLong);
    refuses({"Engineer", {}, {}, true}, RateCardProblem::titleTaken);
    refuses({"Designer", Money{-1}, {}, true}, RateCardProblem::rateOutOfRange);
    refuses({"Designer", kLargestAmount + Money{1}, {}, true}, RateCardProblem::rateOutOfRange);
    refuses({"Designer", {}, Money{-1}, true}, RateCardProblem::rateOutOfRange);
    QVERIFY(card.add({"Designer", kLargestAmount, Money{}, false}).has_value());
}

void TestTeamRate::cardIsChanged()
{
    RateCard card;
    QVERIFY(card.add({"Engineer", Money::dollars(5'000), {}, true}).has_value());
    QVERIFY(card.add({"Designer", Money::dollars(4'000), Money::dollars(6'000), true}).has_value());
    // A role may keep its own title, but take no other's.
    QVERIFY(card.change(1, {"Designer", Money::dollars(4'200), {}, false}).has_value());
    QVERIFY(!card.change(1, {"Engineer", Money::dollars(4'200), {}, false}).has_value());
    QCOMPARE(card.find("Designer")->costRate.cents, Money::dollars(4'200).cents);
    QVERIFY(!card.find("Tester"));
    card.remove(0);
    QCOMPARE(card.roles().size(), std::size_t{1});
    QCOMPARE(card.roles()[0].title, std::string("Designer"));
}

void TestTeamRate::cardHasAnEnd()
{
    RateCard card;
    for (std::size_t i = 0; i < RateCard::kMostRoles; ++i)
        QVERIFY(card.add({"Role " + std::to_string(i), {}, {}, true}).has_value());
    const auto added = card.add({"One more", {}, {}, true});
    QVERIFY(!added.has_value());
    QCOMPARE(added.error(), RateCardProblem::full);
}

QTEST_APPLESS_MAIN(TestTeamRate)
#include "tst_team_rate.moc"
