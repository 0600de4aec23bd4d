#include "models/plan/cost.h"
#include "models/rounding.h"

#include <QTest>

using namespace trestle;

/// Money as people read it: whole dollars for what is computed, three digits for what is simulated; and GST to the
/// cent.
class TestRounding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void computedMoney_data();
    void computedMoney();
    void simulatedMoney_data();
    void simulatedMoney();
    void promisesNeverShrink();
    void differences_data();
    void differences();
    void gstIsHalfUp_data();
    void gstIsHalfUp();
    void gstOfEveryAmountIsATenth();
};

void TestRounding::computedMoney_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<qint64>("shown");
    QTest::newRow("down") << qint64{15'904'249} << qint64{15'904'200};
    QTest::newRow("half up") << qint64{15'904'250} << qint64{15'904'300};
    QTest::newRow("half away from zero") << qint64{-250} << qint64{-300};
    QTest::newRow("cents below a dollar") << qint64{20} << qint64{20};
    QTest::newRow("cents above minus a dollar") << qint64{-99} << qint64{-99};
    QTest::newRow("a dollar and a bit") << qint64{140} << qint64{100};
    QTest::newRow("nothing") << qint64{0} << qint64{0};
}

void TestRounding::computedMoney()
{
    QFETCH(qint64, cents);
    QTEST(qint64{wholeDollars(Money{cents}).cents}, "shown");
}

void TestRounding::simulatedMoney_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<qint64>("promise");
    QTest::addColumn<qint64>("nearest");
    QTest::newRow("hundreds of thousands") << qint64{13'008'100} << qint64{13'100'000} << qint64{13'000'000};
    QTest::newRow("a cent too much") << qint64{13'000'001} << qint64{13'100'000} << qint64{13'000'000};
    QTest::newRow("of three digits already") << qint64{13'100'000} << qint64{13'100'000} << qint64{13'100'000};
    QTest::newRow("one digit more") << qint64{99'960'000} << qint64{100'000'000} << qint64{100'000'000};
    QTest::newRow("thousands") << qint64{314'149} << qint64{315'000} << qint64{314'000};
    QTest::newRow("hundreds") << qint64{31'415} << qint64{31'500} << qint64{31'400};
    QTest::newRow("below a dollar") << qint64{37} << qint64{37} << qint64{37};
    QTest::newRow("tens") << qint64{4537} << qint64{4540} << qint64{4540};
    QTest::newRow("some dollars") << qint64{731} << qint64{731} << qint64{731};
    QTest::newRow("millions") << qint64{289'512'300} << qint64{290'000'000} << qint64{290'000'000};
    QTest::newRow("less than nothing") << qint64{-1'248'549} << qint64{-1'240'000} << qint64{-1'250'000};
    QTest::newRow("nothing") << qint64{0} << qint64{0} << qint64{0};
}

void TestRounding::simulatedMoney()
{
    QFETCH(qint64, cents);
    QTEST(qint64{promised(Money{cents}).cents}, "promise");
    QTEST(qint64{threeDigits(Money{cents}).cents}, "nearest");
}

void TestRounding::promisesNeverShrink()
{
    Money before;
    for (std::int64_t cents = 0; cents < 40'000'000; cents += 997) {
        const Money up = promised(Money{cents});
        QVERIFY(up >= Money{cents} && up >= before);
        QCOMPARE(promised(up).cents, up.cents);
        QVERIFY(static_cast<double>(up.cents - cents) <= std::max(100.0, 0.01 * static_cast<double>(cents)));
        before = up;
    }
}

void TestRounding::differences_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<qint64>("ofPlans");
    QTest::addColumn<qint64>("ofRuns");
    QTest::newRow("dearer") << qint64{1'490'060} << qint64{1'490'100} << qint64{1'490'000};
    QTest::newRow("cheaper") << qint64{-1'248'549} << qint64{-1'248'500} << qint64{-1'250'000};
    QTest::newRow("noise") << qint64{-49} << qint64{0} << qint64{0};
    QTest::newRow("cents") << qint64{50} << qint64{50} << qint64{50};
}

void TestRounding::differences()
{
    QFETCH(qint64, cents);
    QTEST(qint64{roundedDifference(Money{cents}, MoneyFrom::plan).cents}, "ofPlans");
    QTEST(qint64{roundedDifference(Money{cents}, MoneyFrom::runs).cents}, "ofRuns");
}

void TestRounding::gstIsHalfUp_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<qint64>("gst");
    // Amounts whose tenth is half a cent more than a whole number, which no binary fraction holds.
    const std::array<std::pair<qint64, qint64>, 9> rows{{{35, 4},
                                                         {145, 15},
                                                         {1035, 104},
                                                         {2115, 212},
                                                         {2195, 220},
                                                         {2365, 237},
                                                         {5, 1},
                                                         {100'000'005, 10'000'001},
                                                         {999'999'999'995, 100'000'000'000}}};
    for (const auto& [cents, gst] : rows)
        QTest::addRow("%lld", static_cast<long long>(cents)) << cents << gst;
    QTest::newRow("down") << qint64{1034} << qint64{103};
    QTest::newRow("nothing") << qint64{0} << qint64{0};
    QTest::newRow("given back") << qint64{-1035} << qint64{-104};
}

void TestRounding::gstIsHalfUp()
{
    QFETCH(qint64, cents);
    QTEST(qint64{gst(Money{cents}).cents}, "gst");
}

void TestRounding::gstOfEveryAmountIsATenth()
{
    for (std::int64_t cents = 0; cents <= 200'000; ++cents) {
        const std::int64_t found = gst(Money{cents}).cents;
        QVERIFY(10 * found - cents <= 5 && cents - 10 * found < 5); // half a cent up, never down
    }
}

QTEST_APPLESS_MAIN(TestRounding)
#include "tst_rounding.moc"
