#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

/// `trestle cash`.
class TestCliCash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsAsJson();
    void monthsAddUp();
    void invoicesComeIn();
    void tellsAsText();
    void fitsANarrowTerminal();
    void needsAnOpeningBalance();
    void scenariosDiffer();
    void anAccountMayBeOverdrawn();
    void ownTimeAndGstCount();
};

namespace {

void set(const Workshop& workshop, const QStringList& options)
{
    const Outcome outcome = workshop.run(QStringList{"set", "p.trestle"} + options);
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
}

/// The founder of the golden figures.
void makePlan(const Workshop& workshop)
{
    QCOMPARE(workshop.run({"new", "p.trestle", "--name", "Founder", "--start", "2027-01-04"}).exitCode, 0);
    set(workshop,
        {"--outside-view", "estimates", "--cash-opening", "150000", "--cash-monthly", "Other costs:-6000:2027-01-04",
         "--cash-monthly", "Sales:2000:2027-04-01", "--cash-once", "Tranche:40000:2027-05-14"});
}

const QJsonObject cash(const Workshop& workshop, const QStringList& options = {})
{
    return QJsonDocument::fromJson(workshop.run(QStringList{"cash", "p.trestle", "--json"} + options).out).object();
}

} // namespace

void TestCliCash::tellsAsJson()
{
    const Workshop workshop;
    makePlan(workshop);
    const QJsonObject json = cash(workshop);
    QCOMPARE(json["kind"].toString(), "cash");
    QCOMPARE(json["likely"]["atLaunch"].toDouble(), -21'478.44);
    QCOMPARE(json["likely"]["lowest"].toDouble(), -21'478.44);
    QCOMPARE(json["likely"]["deficit"].toDouble(), 34'385.22);
    QCOMPARE(json["likely"]["firstBelowZero"].toString(), "2027-04");
    QVERIFY(std::abs(json["needed"]["p80"].toDouble() - 55'680) < 1'500);
    QVERIFY(std::abs(json["atLaunch"]["p50"].toDouble() + 24'360) < 1'500);
    QVERIFY(json["lastsToHorizon"].toDouble() <= json["lastsToLaunch"].toDouble());
    double out = json["lastsToHorizon"].toDouble();
    for (const QJsonValue& month : json["runsOut"].toArray())
        out += month["chance"].toDouble();
    QVERIFY(std::abs(out - 1) < 1e-4);
}

void TestCliCash::monthsAddUp()
{
    const Workshop workshop;
    makePlan(workshop);
    const QJsonObject json = cash(workshop);
    double balance = json["opening"].toDouble();
    const QJsonArray months = json["months"].toArray();
    QCOMPARE(months.first()["month"].toString(), "2027-01");
    QVERIFY(months.size() >= 9);
    for (const QJsonValue& month : months) {
        for (const QJsonValue& line : month["lines"].toArray())
            balance += line["amount"].toDouble();
        QVERIFY(std::abs(balance - month["likely"].toDouble()) < 0.005);
        QVERIFY(month["p10"].toDouble() <= month["p90"].toDouble());
    }
}

void TestCliCash::invoicesComeIn()
{
    const Workshop workshop;
    makePlan(workshop);
    const double founders = cash(workshop)["needed"]["p80"].toDouble();
    QVERIFY(!workshop.run({"cash", "p.trestle"}).out.contains("nvoices"));
    set(workshop, {"--bill-rate", "Lead engineer:7000", "--price", "fixed", "--payment", "40:signing", "--payment",
                   "60:launch", "--terms", "14"});
    const QJsonObject price = QJsonDocument::fromJson(workshop.run({"price", "p.trestle", "--json"}).out).object();
    const QJsonObject json = cash(workshop);
    double invoiced = 0;
    double balance = json["opening"].toDouble();
    for (const QJsonValue& month : json["months"].toArray()) {
        for (const QJsonValue& line : month["lines"].toArray()) {
            balance += line["amount"].toDouble();
            if (line["kind"].toString() == "invoices")
                invoiced += line["amount"].toDouble();
        }
        QVERIFY(std::abs(balance - month["likely"].toDouble()) < 0.005);
    }
    QCOMPARE(invoiced, price["fixed"]["price"].toDouble());
    QVERIFY(invoiced > 0);
    QVERIFY(json["needed"]["p80"].toDouble() < founders);
    QCOMPARE(json["months"][0]["lines"][0]["kind"].toString(), "invoices"); // signed in January, paid in January
    QVERIFY(workshop.run({"cash", "p.trestle"}).out.contains("The invoices of the agreed price"));
}

void TestCliCash::tellsAsText()
{
    const Workshop workshop;
    makePlan(workshop);
    const QByteArray text = workshop.run({"cash", "p.trestle"}).out;
    QVERIFY2(text.contains("80 % sure that the money lasts until 3 months after launch."), text.constData());
    QVERIFY2(text.contains("It runs out in 2027-0"), text.constData());
    QVERIFY2(text.contains("-30,000"), text.constData());
    set(workshop, {"--cash-opening", "900000", "--cash-buffer", "0"});
    const QByteArray rich = workshop.run({"cash", "p.trestle"}).out;
    QVERIFY2(rich.contains("It is at least 80 % sure that the money lasts until launch."), rich.constData());
    QVERIFY2(rich.contains("In no simulated plan does it run out."), rich.constData());
}

void TestCliCash::fitsANarrowTerminal()
{
    const Workshop workshop;
    makePlan(workshop);
    for (const QByteArray& line : workshop.run({"cash", "p.trestle"}, {}, {{"COLUMNS", "80"}}).out.split('\n'))
        QVERIFY2(line.size() <= 80, line.constData());
}

void TestCliCash::needsAnOpeningBalance()
{
    const Workshop workshop;
    makePlan(workshop);
    set(workshop, {"--cash-opening", ""});
    const Outcome outcome = workshop.run({"cash", "p.trestle"});
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2(outcome.err.contains("--cash-opening"), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
}

void TestCliCash::scenariosDiffer()
{
    const Workshop workshop;
    makePlan(workshop);
    QCOMPARE(workshop.run({"scenario", "add", "p.trestle", "--name", "Raise"}).exitCode, 0);
    set(workshop, {"--scenario", "Raise", "--cash-opening", "250000"});
    QVERIFY(cash(workshop, {"--scenario", "Raise"})["lastsToHorizon"].toDouble() >
            cash(workshop)["lastsToHorizon"].toDouble() + 0.5);
}

void TestCliCash::anAccountMayBeOverdrawn()
{
    const Workshop workshop;
    makePlan(workshop);
    set(workshop, {"--cash-opening", "-5000"});
    QCOMPARE(cash(workshop)["opening"].toDouble(), -5'000.0);
    QCOMPARE(cash(workshop)["lastsToLaunch"].toDouble(), 0.0);
}

void TestCliCash::ownTimeAndGstCount()
{
    const Workshop workshop;
    makePlan(workshop);
    const double before = cash(workshop)["atLaunch"]["p50"].toDouble();
    set(workshop, {"--gst-registered", "no"});
    const double dearer = cash(workshop)["atLaunch"]["p50"].toDouble();
    QVERIFY(dearer < before);
    set(workshop, {"--unpaid", "Lead engineer"});
    QVERIFY(cash(workshop)["atLaunch"]["p50"].toDouble() > dearer + 50'000);
}

QTEST_APPLESS_MAIN(TestCliCash)
#include "tst_cli_cash.moc"
