#include "data/catalogue_json.h"
#include "models/plan/target.h"
#include "models/risk/promises.h"

#include <QTest>

#include <optional>

using namespace trestle;

/// How a plan stands to a target on a working day, on a day off, before its start, and when nothing is left; the
/// verdict on the likely plan, and the chance that the simulation gives it.
namespace {

Date day(const QByteArray& iso)
{
    return parseDate(iso.constData()).value();
}

/// One full-time person on the built-in catalogue with all but one item in place; `weeks` of work without a range.
struct Made {
    Plan plan;
    Risk risk;
};

Made made(const QByteArray& start, double weeks, const std::vector<Date>& daysOff, const QByteArray& asOf = {})
{
    const auto loaded = builtinCatalogue();
    if (!loaded)
        qFatal("no catalogue");
    Inputs inputs = newInputs(*loaded->catalogue, "Target", day(start));
    const Phase& first = loaded->catalogue->phases.front();
    for (const Phase& phase : loaded->catalogue->phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = &phase == &first && weeks > 0 ? ItemState::missing : ItemState::done;
    if (weeks > 0)
        inputs.estimates[first.id].effort = {weeks, weeks, weeks};
    inputs.team = {{"Ana", 1.0, Money::dollars(5'000), {}, {}, {}}};
    for (const Date off : daysOff)
        inputs.daysOff.push_back({off, "off"});
    if (!asOf.isEmpty())
        inputs.asOf = day(asOf);
    auto plan = makePlan(loaded->catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    SimulationOptions options;
    options.runs = 64;
    auto risk = simulate(*plan, options);
    if (!risk)
        qFatal("no risk");
    return {std::move(*plan), std::move(*risk)};
}

} // namespace

class TestTarget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void workingDaysAreCounted_data();
    void workingDaysAreCounted();
    void aSlipOfADayMissesADayOff();
    void nothingLeftIsAlreadyMet_data();
    void nothingLeftIsAlreadyMet();
    void replannedFromLater();
};

void TestTarget::workingDaysAreCounted_data()
{
    QTest::addColumn<double>("weeks");
    QTest::addColumn<QStringList>("off");
    QTest::addColumn<QByteArray>("finish");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("late");
    const auto row = [](const char* name, double weeks, const QStringList& off, const char* finish, const char* target,
                        int late) {
        QTest::newRow(name) << weeks << off << QByteArray(finish) << QByteArray(target) << late;
    };
    // Starts on Monday, 1 March 2027.
    row("on the day", 1, {}, "2027-03-05", "2027-03-05", 0);
    row("Saturday after", 1, {}, "2027-03-05", "2027-03-06", 0);
    row("Sunday after", 1, {}, "2027-03-05", "2027-03-07", 0);
    row("Monday after", 1, {}, "2027-03-05", "2027-03-08", -1);
    row("Thursday before", 1, {}, "2027-03-05", "2027-03-04", 1);
    row("Saturday before Tuesday", 1.4, {}, "2027-03-09", "2027-03-06", 2);
    row("Friday before Tuesday", 1.4, {}, "2027-03-09", "2027-03-05", 2);
    row("public holiday after", 1, {"2027-03-08"}, "2027-03-05", "2027-03-08", 0);
    row("the day after a public holiday", 1, {"2027-03-08"}, "2027-03-05", "2027-03-09", -1);
    row("public holiday before", 1.4, {"2027-03-08"}, "2027-03-10", "2027-03-08", 2);
    row("closed for a week", 1, {"2027-03-08", "2027-03-09", "2027-03-10", "2027-03-11", "2027-03-12"}, "2027-03-05",
        "2027-03-12", 0);
    row("a day off entered twice", 1, {"2027-03-08", "2027-03-08"}, "2027-03-05", "2027-03-09", -1);
    row("a day off on a weekend", 1, {"2027-03-06"}, "2027-03-05", "2027-03-08", -1);
    row("before the start", 1, {}, "2027-03-05", "2027-02-01", 24);
    row("before the start, days off between", 1, {"2027-02-10", "2027-02-11"}, "2027-03-05", "2027-02-01", 22);
    row("long before the start", 1, {}, "2027-03-05", "2026-03-06", 260);
    row("a Saturday before the start", 1, {}, "2027-03-05", "2027-02-27", 5);
}

void TestTarget::workingDaysAreCounted()
{
    QFETCH(double, weeks);
    QFETCH(QStringList, off);
    QFETCH(QByteArray, finish);
    QFETCH(QByteArray, target);
    QFETCH(int, late);
    std::vector<Date> daysOff;
    for (const QString& one : off)
        daysOff.push_back(day(one.toLatin1()));
    const Made now = made("2027-03-01", weeks, daysOff);
    QCOMPARE(isoDate(now.plan.finishDate.likely).c_str(), finish.constData());
    const TargetVerdict verdict = verdictOn(now.plan, Case::likely, day(target));
    QVERIFY(!verdict.alreadyMet);
    QCOMPARE(verdict.workingDaysLate, late);
    // Nothing varies here: the chance is certain, and says the same.
    const Chance chance = chanceBy(now.plan, now.risk, day(target));
    QVERIFY(chance.certain);
    QCOMPARE(chance.share, late <= 0 ? 1.0 : 0.0);
}

void TestTarget::aSlipOfADayMissesADayOff()
{
    const Date saturday = day("2027-03-06");
    QVERIFY(verdictOn(made("2027-03-01", 1, {}).plan, Case::likely, saturday).isKept());
    QCOMPARE(verdictOn(made("2027-03-02", 1, {}).plan, Case::likely, saturday).workingDaysLate, 1);
}

void TestTarget::nothingLeftIsAlreadyMet_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("before the start") << QByteArray("2026-01-01");
    QTest::newRow("on the start") << QByteArray("2027-03-01");
    QTest::newRow("later") << QByteArray("2028-01-01");
}

void TestTarget::nothingLeftIsAlreadyMet()
{
    QFETCH(QByteArray, target);
    const Made done = made("2027-03-01", 0, {});
    QVERIFY(done.plan.nothingLeft());
    for (const Case which : kCases)
        QCOMPARE(verdictOn(done.plan, which, day(target)), (TargetVerdict{true, 0}));
    QCOMPARE(chanceBy(done.plan, done.risk, day(target)), (Chance{1.0, true}));
}

void TestTarget::replannedFromLater()
{
    // The target is after the start, but before the day that the rest is planned from.
    const Made now = made("2027-01-04", 1, {}, "2027-03-01");
    QCOMPARE(verdictOn(now.plan, Case::likely, day("2027-02-26")).workingDaysLate, 5);
    QCOMPARE(chanceBy(now.plan, now.risk, day("2027-02-26")), (Chance{0.0, true}));
}

QTEST_APPLESS_MAIN(TestTarget)
#include "tst_target.moc"
