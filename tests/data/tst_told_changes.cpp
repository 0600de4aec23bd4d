#include "data/exchange/told_changes.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

namespace {

std::vector<Change> everyField()
{
    std::vector<Change> changes;
    for (std::size_t i = 0; i < kFieldCount; ++i)
        changes.push_back({static_cast<FieldId>(i), "Ana", Money::dollars(1), Money::dollars(2), {}});
    return changes;
}

bool tells(const std::vector<Change>& changes, FieldId field)
{
    return std::ranges::find(changes, field, &Change::field) != changes.end();
}

} // namespace

/// What each audience reads of what changed.
class TestToldChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMakerReadsAll();
    void nobodyElseReadsRates_data();
    void nobodyElseReadsRates();
    void whoJoinsHasNoRate();
};

void TestToldChanges::theMakerReadsAll()
{
    QCOMPARE(toldChanges(everyField(), Audience::internal).size(), kFieldCount);
}

void TestToldChanges::nobodyElseReadsRates_data()
{
    QTest::addColumn<Audience>("audience");
    QTest::newRow("client") << Audience::client;
    QTest::newRow("investor") << Audience::investor;
}

void TestToldChanges::nobodyElseReadsRates()
{
    QFETCH(Audience, audience);
    const std::vector<Change> told = toldChanges(everyField(), audience);
    for (const FieldId field : {FieldId::weeklyRate, FieldId::billRate, FieldId::rateBasis, FieldId::rateAmount,
                                FieldId::wantedMargin, FieldId::markUp, FieldId::paidOut})
        QVERIFY(!tells(told, field));
    QVERIFY(tells(told, FieldId::itemState));
    QCOMPARE(tells(told, FieldId::payments), audience == Audience::client);
    QCOMPARE(tells(told, FieldId::cashOnce), audience == Audience::investor);
    QCOMPARE(tells(told, FieldId::budget), audience == Audience::investor);
    QCOMPARE(tells(told, FieldId::itemNote), audience == Audience::client);
    QCOMPARE(tells(told, FieldId::itemEvidence), audience == Audience::investor);
    QVERIFY(!tells(told, FieldId::proposals));
}

void TestToldChanges::whoJoinsHasNoRate()
{
    const Person ana{"Ana", 0.5, Money::dollars(6500), {}, {}, {}};
    const std::vector<Change> joined{{FieldId::team, "Ana", {}, ana, {}}};
    const auto rate = [](const std::vector<Change>& changes) {
        return std::get<Person>(changes.front().after).weeklyRate;
    };
    QCOMPARE(rate(toldChanges(joined, Audience::internal)), Money::dollars(6500));
    const std::vector<Change> told = toldChanges(joined, Audience::investor);
    QCOMPARE(rate(told), Money{});
    QCOMPARE(std::get<Person>(told.front().after).allocation, 0.5);
}

QTEST_APPLESS_MAIN(TestToldChanges)
#include "tst_told_changes.moc"
