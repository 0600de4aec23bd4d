#include "data/figures_json.h"
#include "data/file_io.h"
#include "data/project_json.h"
#include "models/proposals.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace trestle;

/// The figures as JSON: exact amounts, no noise of floating point, nothing that a terminal would obey. Their shape is
/// held by tests/app/tst_cli_plan.cpp, their values by the golden cases.
class TestFiguresJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void amountsAreExact_data();
    void amountsAreExact();
    void noNoise();
    void agreesWithThePlan();
    void spentIsToldApart();
    void countsWhatIsUnderWay();
    void ticksHaveTheirEvidence();
    void textIsSafe();
    void brokenTextIsReplaced();

private:
    [[nodiscard]] std::string figuresWith(const std::function<void(Inputs&)>& change,
                                          const std::string& scenario = {}) const;

    ProjectDocument m_document;
};

namespace {

/// Weeks and efforts are written to a millionth.
double written(double value)
{
    return static_cast<double>(qRound64(value * 1e6)) / 1e6;
}

} // namespace

std::string TestFiguresJson::figuresWith(const std::function<void(Inputs&)>& change, const std::string& scenario) const
{
    Inputs inputs = m_document.project.base;
    change(inputs);
    const auto plan = makePlan(m_document.catalogue.catalogue, inputs);
    return plan ? writeFiguresJson(*plan, scenario) : "no plan: " + plan.error().what;
}

void TestFiguresJson::initTestCase()
{
    const auto text = readTextFile(TRESTLE_FIXTURES "/cli/tiny.json");
    QVERIFY(text.has_value());
    auto document = parsePlanJson(*text, "tiny.json");
    QVERIFY(document.has_value());
    m_document = std::move(*document);
}

void TestFiguresJson::amountsAreExact_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QByteArray>("written");
    QTest::addRow("none") << qint64{0} << QByteArray("0.0");
    QTest::addRow("a cent") << qint64{1} << QByteArray("0.01");
    QTest::addRow("whole") << qint64{500'000} << QByteArray("5000.0");
    QTest::addRow("badly rounded as a double") << qint64{128'999} << QByteArray("1289.99");
    QTest::addRow("a lot") << qint64{99'999'999'999'999} << QByteArray("999999999999.99");
}

void TestFiguresJson::amountsAreExact()
{
    QFETCH(qint64, cents);
    QFETCH(QByteArray, written);
    const std::string json = figuresWith([&](Inputs& inputs) { inputs.team[0].weeklyRate = Money{cents}; });
    QVERIFY2(json.find("\"rate\": " + written.toStdString() + ",") != std::string::npos, json.c_str());
}

void TestFiguresJson::noNoise()
{
    // Thirds and tenths all over the place; none may print more than six decimals.
    const std::string json = figuresWith([](Inputs& inputs) {
        inputs.team[0].allocation = 0.3;
        inputs.team[1].allocation = 1.0 / 3.0;
    });
    const QString text = QString::fromStdString(json);
    const QRegularExpression number(QStringLiteral("-?[0-9]+\\.([0-9]+)(e[-+]?[0-9]+)?"));
    int numbers = 0;
    for (auto match = number.globalMatch(text); match.hasNext(); ++numbers) {
        const auto found = match.next();
        const bool allocation = text.mid(found.capturedStart() - 15, 15).contains("allocation");
        QVERIFY2(allocation || (found.captured(1).size() <= 6 && found.captured(2).isEmpty()),
                 qPrintable(found.captured()));
        QVERIFY(!found.captured().startsWith("-0.0"));
    }
    QVERIFY(numbers > 50);
}

void TestFiguresJson::agreesWithThePlan()
{
    const auto plan = makePlan(m_document.catalogue.catalogue, m_document.project.base);
    QVERIFY(plan.has_value());
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(writeFiguresJson(*plan, "Lean"))).object();
    QCOMPARE(json["scenario"].toString(), "Lean");
    const QJsonArray phases = json["phases"].toArray();
    QCOMPARE(static_cast<std::size_t>(phases.size()), plan->phases.size());
    std::size_t item = 0;
    for (std::size_t i = 0; i < plan->phases.size(); ++i) {
        const QJsonObject phase = phases[static_cast<int>(i)].toObject();
        QCOMPARE(phase["id"].toString().toStdString(), plan->phases[i].id);
        QCOMPARE(phase["finish"]["high"]["week"].toDouble(), written(plan->phases[i].when.high.finish));
        QCOMPARE(phase["drivesFinish"].toBool(), plan->phases[i].drivesFinish);
        for (const QJsonValue& entry : phase["items"].toArray()) {
            const ItemPlan& expected = plan->items[item++];
            QCOMPARE(entry["id"].toString().toStdString(), expected.id);
            QCOMPARE(entry["effort"]["low"].toDouble(), written(expected.effort.low));
            QCOMPARE(entry["cost"]["high"].toDouble(), expected.cost.high.inDollars());
            QCOMPARE(entry["start"]["date"].isNull(), !expected.hasWork);
            if (expected.hasWork)
                QCOMPARE(entry["slack"].toDouble(), written(expected.slack));
        }
    }
    QCOMPARE(item, plan->items.size());
    QCOMPARE(json["cost"]["total"]["low"].toDouble(), plan->total.low.inDollars());
    QCOMPARE(json["people"][0]["workedWeeks"].toDouble(), written(plan->people[0].worked.likely));
}

void TestFiguresJson::countsWhatIsUnderWay()
{
    const auto readinessOf = [this](const std::function<void(Inputs&)>& change) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(figuresWith(change)))[u"readiness"].toObject();
    };
    const QJsonObject before = readinessOf([](Inputs&) {});
    QVERIFY(!before.contains(u"underWay"));
    const std::string item = m_document.catalogue.catalogue->phases.front().items.front().id;
    const QJsonObject after = readinessOf([&](Inputs& inputs) { setState(inputs, item, ItemState::underWay); });
    QCOMPARE(after[u"underWay"].toInt(), 1);
    const auto all = [](const QJsonObject& counts) {
        return counts[u"done"].toInt() + counts[u"partial"].toInt() + counts[u"underWay"].toInt() +
               counts[u"missing"].toInt() + counts[u"excluded"].toInt();
    };
    QCOMPARE(all(after), all(before));
}

void TestFiguresJson::spentIsToldApart()
{
    const auto costOf = [this](const std::function<void(Inputs&)>& change) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(figuresWith(change)))[u"cost"].toObject();
    };
    QVERIFY(!costOf([](Inputs&) {}).contains(u"actual"));
    const QJsonObject cost =
        costOf([](Inputs& inputs) { inputs.actualCosts = {{monthOf(inputs.start), Money{3'125'050}, "Wages"}}; });
    const QJsonObject actual = cost[u"actual"].toObject();
    QCOMPARE(actual[u"books"].toDouble(), 31'250.5);
    QCOMPARE(actual[u"labour"].toDouble(), 0.0);
    QCOMPARE(actual[u"total"].toDouble(), 31'250.5);
    const auto likely = [&](const char* part) {
        return cost[QLatin1StringView(part)].toObject()[u"likely"].toDouble();
    };
    QCOMPARE(likely("total"), likely("labour") + likely("running") + 31'250.5);
}

void TestFiguresJson::ticksHaveTheirEvidence()
{
    const auto evidenceOfLogin = [&](const std::function<void(Inputs&)>& change) {
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(figuresWith([&](Inputs& inputs) {
            propose(inputs, "login",
                    {FoundState::done,
                     FoundConfidence::confident,
                     {{"auth.ts", 12, "maxAge", "rule"}, {"src", 0, {}, {}}},
                     {},
                     inputs.start});
            change(inputs);
        })));
        for (const QJsonValue& phase : json["phases"].toArray())
            for (const QJsonValue& item : phase["items"].toArray())
                if (item["id"].toString() == "login")
                    return item["evidence"];
        return QJsonValue("no such item");
    };
    QVERIFY(evidenceOfLogin([](Inputs&) {}).isUndefined()); // what is proposed alone is no evidence of a tick
    const QJsonValue evidence = evidenceOfLogin([](Inputs& inputs) { acceptProposal(inputs, "login", inputs.start); });
    QVERIFY(evidence["by"].isNull());
    QCOMPARE(evidence["on"].toString(), "2027-01-04");
    QCOMPARE(evidence["places"].toArray().size(), qsizetype{2});
    QCOMPARE(evidence["places"][0]["path"].toString(), "auth.ts");
    QCOMPARE(evidence["places"][0]["line"].toInt(), 12);
    QCOMPARE(evidence["places"][0]["excerpt"].toString(), "maxAge");
    QCOMPARE(evidence["places"][0]["rule"].toString(), "rule");
    QVERIFY(evidence["places"][1]["line"].isNull());
    QVERIFY(evidenceOfLogin([](Inputs& inputs) {
                acceptProposal(inputs, "login", inputs.start);
                setState(inputs, "login", ItemState::partial);
            }).isUndefined());
}

void TestFiguresJson::textIsSafe()
{
    const std::string evil = "a\x1b[2J\x7f\u0080\u009b\u009f\u00a0é\n\"\\";
    const std::string json = figuresWith([&](Inputs& inputs) { inputs.name = evil; });
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto byte = static_cast<unsigned char>(json[i]);
        QVERIFY(byte == '\n' || (byte >= 0x20 && byte != 0x7f));
        if (byte == 0xC2)
            QVERIFY(static_cast<unsigned char>(json.at(i + 1)) >= 0xA0);
    }
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    QCOMPARE(read["name"].toString().toStdString(), evil);
}

void TestFiguresJson::brokenTextIsReplaced()
{
    const std::string json = figuresWith([](Inputs& inputs) { inputs.client = "a\xff\xc2"; });
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    QCOMPARE(read["client"].toString(), QString("a\uFFFD\uFFFD"));
}

QTEST_GUILESS_MAIN(TestFiguresJson)
#include "tst_figures_json.moc"
