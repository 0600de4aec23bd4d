#include "models/risk/outside_factors.h"

#include <QTest>

#include <cmath>

using namespace trestle;

/// An outside view told as factors of the estimate, and made from them.
class TestOutsideFactors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usualPresetInWords();
    void thereAndBack_data();
    void thereAndBack();
};

void TestOutsideFactors::usualPresetInWords()
{
    const OutsideFactors factors = factorsOf({"usual", 0.05, 0.30});
    QVERIFY(std::abs(factors.usual - 1.0513) < 1e-4);      // e^0.05
    QVERIFY(std::abs(factors.eightOfTen - 1.3533) < 1e-4); // e^(0.05 + 0.30 × 0.8416)
    QCOMPARE(factorsOf({}), OutsideFactors{});
}

void TestOutsideFactors::thereAndBack_data()
{
    QTest::addColumn<double>("m");
    QTest::addColumn<double>("s");
    QTest::newRow("as estimated") << 0.0 << 0.0;
    QTest::newRow("usual") << 0.05 << 0.3;
    QTest::newRow("faster than estimated") << -0.4 << 0.1;
    QTest::newRow("far") << 1.0 << 1.5;
}

void TestOutsideFactors::thereAndBack()
{
    QFETCH(double, m);
    QFETCH(double, s);
    const OutsideView view{std::string(OutsideView::own), m, s};
    QCOMPARE(ownOutsideView(factorsOf(view)), view);
    const OutsideFactors factors = factorsOf(view);
    QCOMPARE(ownOutsideView({factors.usual, factors.usual / 2}).s, 0.0); // never a negative spread
}

QTEST_APPLESS_MAIN(TestOutsideFactors)
#include "tst_outside_factors.moc"
