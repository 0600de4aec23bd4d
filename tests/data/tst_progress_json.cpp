#include "data/catalogue_json.h"
#include "data/progress_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace trestle;

/// Progress as JSON: its shape, what it takes from where, and what it says where there is nothing to say.
namespace {

Date day(const char* iso)
{
    return parseDate(iso).value();
}

const std::shared_ptr<const Catalogue>& catalogue()
{
    static const auto loaded = builtinCatalogue();
    return loaded.value().catalogue;
}

Inputs inputs()
{
    Inputs made = userInputs(*catalogue(), "Ledgerly", day("2027-01-04"));
    made.asOf = day("2027-01-25");
    return made;
}

/// The database is done with half as much effort again; what follows has begun.
Inputs begun()
{
    Inputs made = inputs();
    for (const Item& item : findPhase(*catalogue(), "database")->items) {
        setState(made, item.id, ItemState::done);
        made.items[item.id].actual.spent = 4.5 * item.share.value;
    }
    setState(made, "password-hashing", ItemState::underWay);
    Baseline baseline;
    baseline.name = "Sent to investors";
    baseline.taken = day("2026-12-21");
    baseline.items["password-hashing"] = {ItemState::missing, .3, day("2027-01-18"), day("2027-01-18")};
    for (const Item& item : findPhase(*catalogue(), "database")->items)
        baseline.items[item.id] = {ItemState::missing, 3 * item.share.value, day("2027-01-04"), day("2027-01-15")};
    baseline.finish = day("2027-06-18");
    baseline.finishP50 = day("2027-06-30");
    baseline.finishP80 = day("2027-08-23");
    baseline.finishP90 = day("2027-09-27");
    baseline.total = Money::dollars(181'360);
    baseline.totalP80 = {25'012'345};
    made.baseline = baseline;
    return made;
}

QJsonObject jsonOf(const Plan& plan, const Forecasts& forecasts = {}, const std::string& scenario = {})
{
    const std::string text = writeProgressJson(plan, progressReport(plan), forecasts, scenario);
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

Plan planOf(const Inputs& made)
{
    auto plan = makePlan(catalogue(), made);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

bool isNear(const QJsonValue& value, double wanted)
{
    if (value.isDouble() && std::abs(value.toDouble() - wanted) < .0000011)
        return true;
    qWarning("%.9g, wanted %.9g", value.toDouble(-1), wanted);
    return false;
}

} // namespace

class TestProgressJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whereNothingHasHappened();
    void observations();
    void expectations();
    void items();
    void theBaseline();
    void whatWasSpent();
    void forecasts();
};

void TestProgressJson::whereNothingHasHappened()
{
    const QJsonObject root = jsonOf(planOf(userInputs(*catalogue(), "Ledgerly", day("2027-01-04"))));
    QCOMPARE(root["kind"].toString(), QString("progress"));
    QCOMPARE(root["name"].toString(), QString("Ledgerly"));
    QCOMPARE(root["scenario"], QJsonValue());
    QCOMPARE(root["asOf"].toString(), QString("2027-01-04"));
    QVERIFY(root.contains("baseline") && root["baseline"].isNull());
    for (const char* list : {"observed", "late", "underWay", "forecast"})
        QVERIFY2(root[list].isArray() && root[list].toArray().isEmpty(), list);
    QCOMPARE(root["due"].toArray(), (QJsonArray{"schema-for-scale", "live-migrations"}));
    QVERIFY(isNear(root["expected"]["zeta"], 0));
    QVERIFY(isNear(root["expected"]["sd"], 1));
    for (const QJsonValue& phase : root["expected"]["phases"].toArray())
        QCOMPARE(phase["likelyNow"], phase["likelyBefore"]);
}

void TestProgressJson::observations()
{
    const QJsonArray observed = jsonOf(planOf(begun()))["observed"].toArray();
    QCOMPARE(observed.size(), 1);
    const Plan plan = planOf(begun());
    QCOMPARE(observed[0]["phase"].toString(), QString("database"));
    QVERIFY(isNear(observed[0]["share"], 1));
    QVERIFY(isNear(observed[0]["effort"], 4.5));
    QVERIFY(isNear(observed[0]["d"], plan.learning.phases[0].d));
    QVERIFY(isNear(observed[0]["v"], 0));
}

void TestProgressJson::expectations()
{
    const Plan plan = planOf(begun());
    const QJsonObject expected = jsonOf(plan)["expected"].toObject();
    QVERIFY(isNear(expected["zeta"], plan.learning.zeta));
    QVERIFY(isNear(expected["sd"], plan.learning.zetaSpread));
    QCOMPARE(expected["phases"].toArray().size(), static_cast<qsizetype>(plan.phases.size()));
    const QJsonValue security = expected["phases"].toArray()[5];
    QCOMPARE(security["id"].toString(), QString("security"));
    QVERIFY(isNear(security["z"], plan.learning.phases[5].z));
    QVERIFY(isNear(security["likelyBefore"], 6));
    QVERIFY(isNear(security["likelyNow"], 6 * plan.learning.phases[5].factor));
}

void TestProgressJson::items()
{
    const QJsonObject root = jsonOf(planOf(begun()));
    QCOMPARE(root["underWay"].toArray(), QJsonArray{"password-hashing"});
    QCOMPARE(root["late"].toArray(), QJsonArray{"password-hashing"});
    QVERIFY(root["due"].toArray().contains("password-hashing"));
    QVERIFY(root["due"].toArray().contains("sessions"));
}

void TestProgressJson::theBaseline()
{
    const QJsonObject baseline = jsonOf(planOf(begun()))["baseline"].toObject();
    QCOMPARE(baseline["name"].toString(), QString("Sent to investors"));
    QCOMPARE(baseline["taken"].toString(), QString("2026-12-21"));
    QCOMPARE(baseline["finish"]["likely"].toString(), QString("2027-06-18"));
    QCOMPARE(baseline["finish"]["p80"].toString(), QString("2027-08-23"));
    QCOMPARE(baseline["total"]["likely"].toDouble(), 181'360.0);
    QCOMPARE(baseline["total"]["p80"].toDouble(), 250'123.45);
}

void TestProgressJson::whatWasSpent()
{
    Plan plan = planOf(begun());
    plan.actual = {};
    plan.actual.labour = {2'250'001};
    plan.actual.running = {1'234};
    const QJsonObject derived = jsonOf(plan)["actual"].toObject();
    QCOMPARE(derived["labour"].toDouble(), 22'500.01);
    QCOMPARE(derived["running"].toDouble(), 12.34);
    QVERIFY(!derived.contains("books"));
    plan.actual = {};
    plan.actual.fromBooks = true;
    plan.actual.books = Money::dollars(31'250);
    const QJsonObject told = jsonOf(plan)["actual"].toObject();
    QCOMPARE(told["books"].toDouble(), 31'250.0);
    QCOMPARE(told["labour"].toDouble(), 0.0);
}

void TestProgressJson::forecasts()
{
    const Forecasts forecasts{
        {day("2027-01-04"), day("2027-06-30"), day("2027-08-23"), Money::dollars(192'000), Money::dollars(250'000)},
        {day("2027-01-25"), day("2027-07-19"), day("2027-08-27"), Money::dollars(199'000), Money::dollars(256'000)}};
    const QJsonObject root = jsonOf(planOf(begun()), forecasts, "Cheaper");
    QCOMPARE(root["scenario"].toString(), QString("Cheaper"));
    const QJsonArray told = root["forecast"].toArray();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[1]["asOf"].toString(), QString("2027-01-25"));
    QCOMPARE(told[1]["finish"]["p50"].toString(), QString("2027-07-19"));
    QCOMPARE(told[1]["finish"]["p80"].toString(), QString("2027-08-27"));
    QCOMPARE(told[0]["total"]["p50"].toDouble(), 192'000.0);
    QCOMPARE(told[0]["total"]["p80"].toDouble(), 250'000.0);
}

QTEST_APPLESS_MAIN(TestProgressJson)
#include "tst_progress_json.moc"
