#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QLocale>
#include <QTest>

#include <cmath>

/// `trestle price`, and what `trestle set` says of price, scope and cash.
class TestCliPrice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsAsJson();
    void tellsAsText();
    void theOutsideViewPricesAlike();
    void keepsWhatIsSet();
    void takesBackAndReplaces();
    void refuses_data();
    void refuses();
    void itemsApartAreInNoTotal();
    void itemsApartHaveTheirPrice();
    void whatIsInPlaceCostsNothing();
};

namespace {

void makePlan(const Workshop& workshop)
{
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Agency", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "p.trestle", "--outside-view", "estimates"}).exitCode, 0);
}

void set(const Workshop& workshop, const QStringList& options)
{
    const Outcome outcome = workshop.run(QStringList{"set", "p.trestle"} + options);
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
}

const QJsonObject price(const Workshop& workshop)
{
    return QJsonDocument::fromJson(workshop.run({"price", "p.trestle", "--json"}).out).object();
}

const QJsonObject exported(const Workshop& workshop)
{
    return QJsonDocument::fromJson(workshop.run({"export", "p.trestle", "-", "--format", "json"}).out).object();
}

void billBoth(const Workshop& workshop, const QString& rate)
{
    QStringList options;
    for (const QJsonValue& person : exported(workshop)["team"].toArray())
        options += {"--bill-rate", person["name"].toString() + ":" + rate};
    set(workshop, options);
}

} // namespace

void TestCliPrice::tellsAsJson()
{
    const Workshop workshop;
    makePlan(workshop);
    billBoth(workshop, "5400");
    const QJsonObject json = price(workshop);
    QCOMPARE(json["kind"].toString(), "price");
    QCOMPARE(json["value"]["likely"].toDouble(), 195'760.16);
    QCOMPARE(json["fixed"]["price"].toDouble(), 215'000.0);
    QCOMPARE(json["fixed"]["gst"].toDouble(), 21'500.0);
    QCOMPARE(json["fixed"]["inclusive"].toDouble(), 236'500.0);
    QCOMPARE(json["fixed"]["contingency"].toDouble(), 19'239.84);
    QCOMPARE(json["capped"]["cap"].toDouble(), 215'000.0);
    QVERIFY(json["capped"]["binds"].toDouble() > 0.1);
    set(workshop, {"--gst-registered", "no", "--price-step", "100"});
    const QJsonObject without = price(workshop);
    QCOMPARE(without["fixed"]["gst"].toDouble(), 0.0);
    QVERIFY(without["fixed"]["price"].toDouble() <= 215'000.0);
}

void TestCliPrice::tellsAsText()
{
    const Workshop workshop;
    makePlan(workshop);
    billBoth(workshop, "5400");
    const QByteArray text = workshop.run({"price", "p.trestle"}).out;
    QVERIFY2(text.contains("A fixed price of AUD 215,000 leaves AUD "), text.constData());
    QVERIFY2(text.contains("236,500"), text.constData());
    set(workshop, {"--price", "capped", "--price-confidence", "90"});
    const QByteArray capped = workshop.run({"price", "p.trestle"}).out;
    QVERIFY2(capped.contains("A cap of AUD "), capped.constData());
    QVERIFY2(capped.contains("The price is 90 % sure"), capped.constData());
}

void TestCliPrice::theOutsideViewPricesAlike()
{
    const Workshop workshop;
    makePlan(workshop);
    billBoth(workshop, "5400");
    set(workshop, {"--outside-view", "usual"});
    const double fixed = price(workshop)["fixed"]["price"].toDouble();
    const QByteArray text = workshop.run({"price", "p.trestle"}).out;
    const QByteArray told = QByteArray::number(static_cast<int>(fixed) / 1000) + ",000";
    QVERIFY2(text.contains("A fixed price of AUD " + told), text.constData());
}

void TestCliPrice::keepsWhatIsSet()
{
    const Workshop workshop;
    makePlan(workshop);
    set(workshop, {"--payment",      "30:signing",
                   "--payment",      "70:testing",
                   "--phase2",       "caching",
                   "--option",       "indexes",
                   "--cash-opening", "150000",
                   "--cash-monthly", "Rent: tools:-6000:2027-01-04..2027-12-31",
                   "--cash-once",    "Grant:40000:2027-05-14",
                   "--cash-buffer",  "6",
                   "--margin",       "40",
                   "--terms",        "30"});
    const QJsonObject plan = exported(workshop);
    const QJsonArray parts = plan["price"]["payments"].toArray();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0]["at"].toString(), "signing");
    QCOMPARE(parts[1]["at"].toString(), "phase");
    QCOMPARE(parts[1]["phase"].toString(), "testing");
    QCOMPARE(plan["price"]["margin"].toDouble(), 40.0);
    QCOMPARE(plan["scope"]["caching"].toString(), "phase2");
    QCOMPARE(plan["scope"]["indexes"].toString(), "option");
    const QJsonObject rent = plan["cash"]["monthly"][0].toObject();
    QCOMPARE(rent["label"].toString(), "Rent: tools");
    QCOMPARE(rent["amount"].toDouble(), -6000.0);
    QCOMPARE(rent["to"].toString(), "2027-12-31");
    QCOMPARE(plan["cash"]["once"][0]["date"].toString(), "2027-05-14");
    QCOMPARE(plan["cash"]["buffer"].toInt(), 6);
}

void TestCliPrice::takesBackAndReplaces()
{
    const Workshop workshop;
    makePlan(workshop);
    set(workshop, {"--cash-monthly", "Rent:-6000:2027-01-04", "--cash-monthly", "Sales:2000:2027-04-01"});
    set(workshop, {"--cash-monthly", "Rent:-7000:2027-02-01", "--cash-monthly", "Sales:"});
    const QJsonArray lines = exported(workshop)["cash"]["monthly"].toArray();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0]["amount"].toDouble(), -7000.0);
    set(workshop, {"--option", "indexes", "--phase2", "caching"});
    set(workshop, {"indexes=missing", "--phase2", ""});
    QVERIFY(exported(workshop)["scope"].isUndefined());
    set(workshop, {"--payment", "100:launch"});
    set(workshop, {"--payment", ""});
    QVERIFY(exported(workshop)["price"]["payments"].isUndefined());
}

void TestCliPrice::refuses_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("parts below 100") << QStringList{"--payment", "30:signing"}
                                     << QByteArray("--payment: '30' cannot be used; give payments that add up to 100");
    QTest::newRow("a part of nothing") << QStringList{"--payment", "0:signing"} << QByteArray("more than 0");
    QTest::newRow("an unknown moment") << QStringList{"--payment", "100:christmas"} << QByteArray("30:signing");
    QTest::newRow("before the start") << QStringList{"--cash-once", "Seed:1:2026-12-31"} << QByteArray("opening cash");
    QTest::newRow("beyond all plans") << QStringList{"--cash-once", "Seed:1:2201-01-01"} << QByteArray("2200-12-31");
    QTest::newRow("ends before it begins") << QStringList{"--cash-monthly", "Rent:-1:2027-03-01..2027-02-01"}
                                           << QByteArray("the first day before the last");
    QTest::newRow("no label") << QStringList{"--cash-once", ":1:2027-05-01"} << QByteArray("a name that is not empty");
    QTest::newRow("a margin of everything") << QStringList{"--margin", "96"} << QByteArray("0 to 95");
    QTest::newRow("steps of nothing") << QStringList{"--price-step", "0"} << QByteArray("0.01");
    QTest::newRow("an unknown item") << QStringList{"--phase2", "cachin"} << QByteArray("caching");
    QTest::newRow("an odd certainty") << QStringList{"--price-confidence", "70"} << QByteArray("50, 80 or 90");
}

void TestCliPrice::refuses()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, words);
    const Workshop workshop;
    makePlan(workshop);
    const QJsonObject before = exported(workshop);
    const Outcome outcome = workshop.run(QStringList{"set", "p.trestle"} + options);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(exported(workshop) == before);
}

void TestCliPrice::itemsApartAreInNoTotal()
{
    const Workshop workshop;
    makePlan(workshop);
    const double whole = price(workshop)["value"]["likely"].toDouble();
    set(workshop, {"--option", "indexes"});
    const double without = price(workshop)["value"]["likely"].toDouble();
    QVERIFY(without < whole);
    set(workshop, {"--take-option", "indexes"});
    QCOMPARE(price(workshop)["value"]["likely"].toDouble(), whole);
    // What is ticked of a taken option leaves it one; out is out, also of what was offered apart.
    set(workshop, {"indexes=done"});
    QCOMPARE(exported(workshop)["scope"]["indexes"].toString(), "taken");
    set(workshop, {"--phase2", "caching"});
    set(workshop, {"caching=excluded"});
    QVERIFY(exported(workshop)["scope"]["caching"].isUndefined());
    QCOMPARE(exported(workshop)["items"]["caching"]["state"].toString(), "excluded");
}

void TestCliPrice::itemsApartHaveTheirPrice()
{
    const Workshop workshop;
    makePlan(workshop);
    QVERIFY(!workshop.run({"price", "p.trestle"}).out.contains("together"));
    const auto exact = [&] { return price(workshop)["value"]["p80"].toDouble(); };
    set(workshop, {"--option", "indexes", "--option", "audit-log", "--phase2", "caching"});
    const double asIs = exact();
    const QJsonObject json = price(workshop);
    const QJsonArray options = json["options"]["items"].toArray();
    QCOMPARE(options.size(), 2);
    QCOMPARE(json["phase2"]["items"].toArray().size(), 1);
    QCOMPARE(json["taken"]["items"].toArray().size(), 0);
    const QJsonObject together = json["options"]["together"].toObject();
    const double hundreds = std::ceil(together["exact"].toDouble() / 100) * 100;
    QCOMPARE(together["price"].toDouble(), hundreds);
    const QByteArray text = workshop.run({"price", "p.trestle"}).out;
    QVERIFY2(text.contains("Options, on top of the price"), text.constData());
    QVERIFY2(text.contains("Phase 2, on top of the price"), text.constData());
    QVERIFY2(text.contains("All of them together"), text.constData());
    const QString told = QLocale(QLocale::English).toString(static_cast<int>(together["price"].toDouble()));
    QVERIFY2(text.contains(told.toUtf8()), text.constData());
    // Taken, they cost what they were offered for.
    set(workshop, {"--take-option", "indexes", "--take-option", "audit-log"});
    QVERIFY(std::abs(exact() - asIs - together["exact"].toDouble()) < 0.02);
    QCOMPARE(price(workshop)["taken"]["together"].toObject(), together);
}

void TestCliPrice::whatIsInPlaceCostsNothing()
{
    const Workshop workshop;
    makePlan(workshop);
    set(workshop, {"indexes=done", "--take-option", "indexes"});
    const QJsonObject item = price(workshop)["taken"]["items"][0].toObject();
    QCOMPARE(item["price"].toDouble(), 0.0);
    QCOMPARE(item["why"].toString(), "done");
    const QByteArray text = workshop.run({"price", "p.trestle"}).out;
    QVERIFY2(text.contains("in place already"), text.constData());
}

QTEST_GUILESS_MAIN(TestCliPrice)
#include "tst_cli_price.moc"
