#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

/// `trestle goal`, `trestle cover` and `trestle advise`: what would have to change.
class TestCliGoal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void waysMeetTheGoal();
    void keptWayIsTheWay();
    void unmet_data();
    void unmet();
    void defaultsAreThePlans();
    void oneLimitIsEnough();
    void cashAndMarginAreAskedTogether();
    void cashOrMarginAloneIsAGoal();
    void earliestStartIsToday();
    void coverKeepsItsPromise();
    void coverOfAllAndNothing();
    void adviceFitsTheOtherCommands();
    void sameOnAnyNumberOfThreads_data();
    void sameOnAnyNumberOfThreads();
    void fitsTheTerminal_data();
    void fitsTheTerminal();
    void refuses_data();
    void refuses();
    void nothingLeftToDo();

private:
    [[nodiscard]] Outcome run(const QStringList& arguments, const Variables& environment = {}) const
    {
        return m_workshop.run(arguments, {}, environment);
    }
    [[nodiscard]] QJsonObject json(const QStringList& arguments, const Variables& environment = {}) const
    {
        const Outcome outcome = run(arguments + QStringList{"--json"}, environment);
        [&] { QCOMPARE(QByteArray::number(outcome.exitCode) + ' ' + outcome.err, QByteArray("0 ")); }();
        return QJsonDocument::fromJson(outcome.out).object();
    }
    Workshop m_workshop;
};

namespace {

const Variables kToday{{"SOURCE_DATE_EPOCH", "1796774400"}}; // 2026-12-09
const QStringList kSooner{"goal",   "a.trestle", "--by", "2027-06-11", "--within",
                          "200000", "--sure",    "80",   "--runs",     "400"};

} // namespace

void TestCliGoal::initTestCase()
{
    QCOMPARE(run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    // The goals below are within reach of the estimates alone.
    QCOMPARE(run({"set", "a.trestle", "--outside-view", "estimates"}).exitCode, 0);
}

void TestCliGoal::waysMeetTheGoal()
{
    const QJsonObject answer = json(kSooner, kToday);
    QCOMPARE(answer["kind"].toString(), "goal");
    QCOMPARE(answer["metToday"].toBool(), false);
    QCOMPARE(answer["unmet"].toString(), "no");
    QVERIFY(at(answer, "today/chance/both").toDouble() < 0.8);
    const QJsonArray ways = answer["ways"].toArray();
    QVERIFY(!ways.isEmpty());
    for (int i = 0; i < ways.size(); ++i) {
        const QJsonObject way = ways[i].toObject();
        QVERIFY(at(way, "chance/both").toDouble() >= 0.8);
        QVERIFY(at(way, "sure/date").toString() <= "2027-06-11");
        QVERIFY(at(way, "sure/total").toDouble() <= 200'000);
        QVERIFY(!way["added"].toArray().isEmpty() || !way["deferred"].toArray().isEmpty() || !way["start"].isNull());
    }
    const QByteArray text = run(kSooner, kToday).out;
    QVERIFY2(text.contains(", with what each costs and gives up"), text.constData());
    for (int i = 1; i <= ways.size(); ++i)
        QVERIFY(text.contains('\n' + QByteArray::number(i) + ' '));
}

void TestCliGoal::keptWayIsTheWay()
{
    const qsizetype count = json(kSooner, kToday)["ways"].toArray().size();
    for (int i = 1; i <= count; ++i) {
        const Workshop own;
        own.write("a.trestle", m_workshop.read("a.trestle"));
        const QStringList arguments = kSooner + QStringList{"--name", "W", "--save-way", QString::number(i)};
        const QJsonObject way = at(json(kSooner, kToday), QStringLiteral("ways/%1").arg(i - 1)).toObject();
        const Outcome kept = own.run(arguments, {}, kToday);
        QCOMPARE(kept.exitCode, 0);
        QCOMPARE(kept.out, run(kSooner, kToday).out);
        QVERIFY2(kept.err.startsWith("trestle: note: kept as scenario 'W': "), kept.err.constData());
        // The scenario, simulated the same way, has the way's figures.
        const QJsonObject compared =
            QJsonDocument::fromJson(own.run({"compare", "a.trestle", "--runs", "400", "--json"}).out).object();
        QCOMPARE(at(compared, "plans/1/scenario").toString(), "W");
        QCOMPARE(at(compared, "plans/1/sure"), way["sure"]);
    }
    // A second of the name is refused before anything is searched for.
    const Workshop own;
    own.write("a.trestle", m_workshop.read("a.trestle"));
    QCOMPARE(own.run(kSooner + QStringList{"--name", "W"}, {}, kToday).exitCode, 0);
    QVERIFY(own.run(kSooner + QStringList{"--name", "W"}, {}, kToday).err.contains("a scenario 'W' already"));
}

void TestCliGoal::unmet_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("within");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("far too soon") << "2027-01-15" << "900000" << "date"
                                  << QByteArray("The date is too soon to be 80 % sure");
    QTest::newRow("far too cheap") << "2028-12-29" << "20000" << "budget"
                                   << QByteArray("AUD 20,000 isn't enough to be 80 % sure, whatever the date");
    QTest::newRow("before the start") << "2026-01-01" << "900000" << "date" << QByteArray("The date is too soon");
    QTest::newRow("soon and cheap") << "2027-03-26" << "165000" << "together" << QByteArray("but not both");
}

void TestCliGoal::unmet()
{
    QFETCH(QString, by);
    QFETCH(QString, within);
    QFETCH(QString, kind);
    QFETCH(QByteArray, says);
    const QStringList arguments{"goal",   "a.trestle", "--by",   by,    "--within",         within,
                                "--sure", "80",        "--runs", "100", "--earliest-start", "2027-01-04"};
    const QJsonObject answer = json(arguments);
    QCOMPARE(answer["unmet"].toString(), kind);
    QVERIFY(answer["ways"].toArray().isEmpty());
    QVERIFY(answer["closest"].isObject());
    QVERIFY(at(answer, "closest/chance/both").toDouble() >= at(answer, "today/chance/both").toDouble());
    const Outcome outcome = m_workshop.run(arguments, {}, {{"COLUMNS", "300"}});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(says), outcome.out.constData());
    QVERIFY(outcome.out.contains("closest: "));
}

void TestCliGoal::defaultsAreThePlans()
{
    const Workshop own;
    QCOMPARE(own.run({"new", "b.trestle", "--name", "B", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(
        own.run({"set", "b.trestle", "--target", "2029-06-25", "--budget", "400000", "--confidence", "90"}).exitCode,
        0);
    const QJsonObject answer =
        QJsonDocument::fromJson(own.run({"goal", "b.trestle", "--json", "--runs", "100"}).out).object();
    QCOMPARE(answer["by"].toString(), "2029-06-25");
    QCOMPARE(answer["within"].toDouble(), 400'000.0);
    QCOMPARE(answer["confidence"].toInt(), 90);
    QVERIFY(answer["metToday"].toBool());
    QVERIFY(own.run({"goal", "b.trestle", "--runs", "100"}).out.contains("Today's plan meets this."));
}

void TestCliGoal::oneLimitIsEnough()
{
    const QJsonObject byDate = json({"goal", "a.trestle", "--by", "2027-04-30", "--runs", "100"}, kToday);
    QVERIFY(byDate["within"].isNull());
    QCOMPARE(at(byDate, "today/chance/underBudget").toDouble(), 1.0);
    QVERIFY(!byDate["ways"].toArray().isEmpty());
    const QJsonObject byMoney = json({"goal", "a.trestle", "--within", "150000", "--runs", "100"}, kToday);
    QVERIFY(byMoney["by"].isNull());
    QCOMPARE(at(byMoney, "today/chance/byDate").toDouble(), 1.0);
}

void TestCliGoal::cashAndMarginAreAskedTogether()
{
    const Workshop own;
    own.write("a.trestle", m_workshop.read("a.trestle"));
    QCOMPARE(own.run({"set", "a.trestle", "--cash-opening", "205000", "--cash-monthly", "Other:-2000:2027-01-04",
                      "--cash-buffer", "1", "--bill-rate", "Lead engineer:7000"})
                 .exitCode,
             0);
    const QStringList asked = kSooner + QStringList{"--cash-lasts", "--margin-at-least", "12.5"};
    const auto answerOf = [&](const QStringList& arguments) {
        return QJsonDocument::fromJson(own.run(arguments + QStringList{"--json"}, {}, kToday).out).object();
    };
    const QJsonObject answer = answerOf(asked);
    QCOMPARE(answer["cashLasts"].toBool(), true);
    QCOMPARE(answer["marginAtLeast"].toDouble(), 12.5);
    const QJsonObject chance = at(answer, "today/chance").toObject();
    for (const char* of : {"both", "cashLasts", "margin"})
        QVERIFY(chance["all"].toDouble() <= chance[QString::fromLatin1(of)].toDouble());
    QVERIFY(!answer["ways"].toArray().isEmpty());
    for (const QJsonValue way : answer["ways"].toArray())
        QVERIFY(at(way.toObject(), "chance/all").toDouble() >= 0.8);
    const QByteArray text = own.run(asked, {}, {{"SOURCE_DATE_EPOCH", "1796774400"}, {"COLUMNS", "200"}}).out;
    QVERIFY2(text.contains("done by 2027-06-11 within AUD 200,000, the cash lasts, at least 12.5 % of the price left, "
                           "80 % sure"),
             text.constData());
    QVERIFY2(text.contains("Chance: of date, budget, cash and margin together."), text.constData());
    // Without them nothing is said of either.
    const QJsonObject plain = answerOf(kSooner);
    QVERIFY(at(plain, "today/chance/cashLasts").isNull() && at(plain, "today/chance/margin").isNull());
    QCOMPARE(at(plain, "today/chance/all"), at(plain, "today/chance/both"));
}

void TestCliGoal::cashOrMarginAloneIsAGoal()
{
    const Workshop own;
    own.write("a.trestle", m_workshop.read("a.trestle"));
    QCOMPARE(own.run({"set", "a.trestle", "--cash-opening", "20000"}).exitCode, 0);
    const QStringList lasts{"goal", "a.trestle", "--cash-lasts", "--runs", "100"};
    const QJsonObject answer = QJsonDocument::fromJson(own.run(lasts + QStringList{"--json"}, {}, kToday).out).object();
    QVERIFY(answer["by"].isNull() && answer["within"].isNull());
    QCOMPARE(answer["unmet"].toString(), "cash");
    const double more = at(answer, "moreCash/amount").toDouble();
    QVERIFY(more > 0);
    const QByteArray text = own.run(lasts, {}, kToday).out;
    QVERIFY2(text.contains("It can't be made 80 % sure that the cash lasts to the end of"), text.constData());
    QVERIFY2(text.contains("More cash: AUD "), text.constData());
    // With so much more in the bank it lasts, at least in the way that was found.
    QCOMPARE(own.run({"set", "a.trestle", "--cash-opening", QString::number(20'000 + more, 'f', 2)}).exitCode, 0);
    const QJsonObject then = QJsonDocument::fromJson(own.run(lasts + QStringList{"--json"}, {}, kToday).out).object();
    QVERIFY(then["metToday"].toBool() || !then["ways"].toArray().isEmpty());

    const QStringList margin{"goal", "a.trestle", "--margin-at-least", "70", "--runs", "100"};
    const QJsonObject dear = QJsonDocument::fromJson(own.run(margin + QStringList{"--json"}, {}, kToday).out).object();
    QCOMPARE(dear["unmet"].toString(), "margin");
    const double percent = at(dear, "smallerMargin/percent").toDouble();
    QVERIFY(percent > 0 && percent < 70);
}

void TestCliGoal::earliestStartIsToday()
{
    QCOMPARE(json(kSooner, kToday)["earliestStart"].toString(), "2026-12-09");
    QCOMPARE(json(kSooner, {{"SOURCE_DATE_EPOCH", "2000000000"}})["earliestStart"].toString(), "2027-01-04");
    for (const QJsonValue way : json(kSooner, kToday)["ways"].toArray())
        if (const QString start = way.toObject()["start"].toString(); !start.isEmpty())
            QVERIFY(start >= "2026-12-09" && start < "2027-01-04");
}

void TestCliGoal::coverKeepsItsPromise()
{
    const Workshop own;
    own.write("a.trestle", m_workshop.read("a.trestle"));
    const QStringList cover{"cover", "a.trestle", "--within", "120000", "--sure", "80", "--runs", "400"};
    const QJsonObject answer = json(cover);
    const qsizetype covered = answer["covered"].toArray().size();
    QCOMPARE(covered + answer["left"].toArray().size(), 39);
    QVERIFY(covered > 0 && covered < 39);
    QVERIFY(at(answer, "sure/total").toDouble() <= 120'000);
    QCOMPARE(at(answer, "sure/total").toDouble() + answer["unspent"].toDouble(), 120'000.0);
    QVERIFY(at(answer, "whole/total").toDouble() > 120'000);
    const QByteArray text = run(cover).out;
    QVERIFY2(text.contains("covers " + QByteArray::number(covered) + " of 39 open items"), text.constData());

    QCOMPARE(own.run(cover + QStringList{"--name", "Covered"}).exitCode, 0);
    const QJsonObject compared =
        QJsonDocument::fromJson(own.run({"compare", "a.trestle", "--runs", "400", "--json"}).out).object();
    QCOMPARE(at(compared, "plans/1/sure"), answer["sure"]);
}

void TestCliGoal::coverOfAllAndNothing()
{
    QVERIFY(run({"cover", "a.trestle", "--within", "900000", "--runs", "100"}).out.contains("covers everything"));
    const Outcome nothing = run({"cover", "a.trestle", "--within", "10", "--runs", "100"});
    QCOMPARE(nothing.exitCode, 0);
    QVERIFY(nothing.out.contains("covers nothing; the first item, schema-for-scale, takes more"));
}

void TestCliGoal::adviceFitsTheOtherCommands()
{
    const QJsonObject advice = json({"advise", "a.trestle", "--runs", "100"});
    QCOMPARE(advice["items"].toArray().size(), 39);
    const QJsonObject goal = json({"goal", "a.trestle", "--by", "2029-01-01", "--runs", "100"});
    QCOMPARE(advice["today"], at(goal, "today/sure"));
    QCOMPARE(at(advice, "team/fullTime").toArray().size(), 8);
    const QByteArray text = run({"advise", "a.trestle", "--runs", "100", "--items", "3"}).out;
    QVERIFY2(text.contains("What would change your 80 % date and cost"), text.constData());
    QVERIFY(text.contains(at(advice, "items/0/id").toString().toUtf8()));
    QVERIFY(text.contains(QByteArray(", fastest")));
    QVERIFY(text.contains("today, 1.5 full-time"));
    // What comes next, and the one move worth trying.
    QCOMPARE(at(advice, "next/id").toString(), QStringLiteral("schema-for-scale"));
    QCOMPARE(at(advice, "next/first").toString(), QStringLiteral("2027-01-04"));
    QVERIFY(!at(advice, "next/people").toArray().isEmpty());
    QVERIFY2(text.contains("Next: Schema designed for scale ("), text.constData());
    QCOMPARE(at(advice, "bestMove/kind").toString(), QStringLiteral("fullTime"));
    QVERIFY(at(advice, "bestMove/weeksSaved").toDouble() >= 0.4);
    const double weeks = at(advice, "bestMove/sure/weeks").toDouble() + at(advice, "bestMove/weeksSaved").toDouble();
    QVERIFY(std::abs(weeks - at(advice, "today/weeks").toDouble()) < 3e-6); // each is rounded to a millionth
    QCOMPARE(at(advice, "team/bestMove"), at(advice, "bestMove"));
    QVERIFY2(text.contains("Best move: Make " + at(advice, "bestMove/person").toString().toUtf8() + " full-time: "),
             text.constData());
}

void TestCliGoal::sameOnAnyNumberOfThreads_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("goal") << kSooner + QStringList{"--json"};
    QTest::newRow("goal, text") << kSooner;
    QTest::newRow("cover") << QStringList{"cover", "a.trestle", "--within", "120000", "--runs", "500", "--json"};
    QTest::newRow("compare") << QStringList{"compare", "a.trestle", "--runs", "3000", "--json"};
    QTest::newRow("risk") << QStringList{"risk", "a.trestle", "--runs", "3000", "--json"};
    QTest::newRow("advise") << QStringList{"advise", "a.trestle", "--runs", "600", "--json"};
}

void TestCliGoal::sameOnAnyNumberOfThreads()
{
    QFETCH(QStringList, arguments);
    const Outcome one = run(arguments + QStringList{"--threads", "1"}, kToday);
    QCOMPARE(one.exitCode, 0);
    QVERIFY(one.out.size() > 200);
    for (const char* threads : {"2", "7"})
        QCOMPARE(run(arguments + QStringList{"--threads", threads}, kToday).out, one.out);
}

void TestCliGoal::fitsTheTerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {60, 80, 120, 200})
        QTest::addRow("%d", columns) << columns;
}

void TestCliGoal::fitsTheTerminal()
{
    QFETCH(int, columns);
    const Variables environment{
        {"LC_ALL", "C.UTF-8"}, {"NO_COLOR", "1"}, {"TERM", "xterm"}, {"SOURCE_DATE_EPOCH", "1796774400"}};
    for (const QStringList& arguments :
         {kSooner, QStringList{"cover", "a.trestle", "--within", "120000", "--runs", "100"},
          QStringList{"advise", "a.trestle", "--runs", "50"}}) {
        const QByteArray text = m_workshop.runOnTerminal(arguments, columns, environment);
        QVERIFY(text.count('\n') > 5);
        // What runs for long tells so on a line that it wipes again.
        for (const QByteArray& line : text.mid(text.lastIndexOf("\x1b[K") + 1).split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= columns, line.constData());
    }
}

void TestCliGoal::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, int exitCode, const char* says) {
        QTest::addRow("%s", name) << arguments << exitCode << QByteArray(says);
    };
    row("no goal", {"goal", "a.trestle"}, 1, "--by: nothing is given; give a day");
    row("bad day", {"goal", "a.trestle", "--by", "June"}, 1, "--by: 'June' is not a date");
    row("bad budget", {"goal", "a.trestle", "--within", "much"}, 1, "--within: 'much' cannot be used; give dollars");
    row("sure of all", {"goal", "a.trestle", "--by", "2027-06-11", "--sure", "100"}, 1,
        "--sure: '100' cannot be used; give 1 to 99 per cent");
    row("sure of nothing", {"goal", "a.trestle", "--by", "2027-06-11", "--sure", "0"}, 1, "--sure: '0'");
    row("no number", {"goal", "a.trestle", "--by", "2027-06-11", "--sure", "80%"}, 1, "--sure: '80%'");
    row("bad start", {"goal", "a.trestle", "--by", "2027-06-11", "--earliest-start", "now"}, 1, "--earliest-start");
    row("cash without a balance", kSooner + QStringList{"--cash-lasts"}, 1, "--cash-opening");
    row("margin of all", kSooner + QStringList{"--margin-at-least", "96"}, 1,
        "--margin-at-least: '96' cannot be used; give 0 to 95");
    row("margin of none", kSooner + QStringList{"--margin-at-least", "-5"}, 1, "--margin-at-least: '-5'");
    row("margin in words", kSooner + QStringList{"--margin-at-least", "much"}, 1, "--margin-at-least: 'much'");
    row("no such way", kSooner + QStringList{"--name", "W", "--save-way", "99"}, 1, "--save-way: '99' cannot be used");
    row("way 0", kSooner + QStringList{"--name", "W", "--save-way", "0"}, 1, "--save-way: '0' cannot be used");
    row("way without a name", kSooner + QStringList{"--save-way", "1"}, 2, "--name");
    row("met as it is", {"goal", "a.trestle", "--by", "2029-06-11", "--name", "W", "--runs", "50"}, 1, "--save-way");
    row("no runs", {"goal", "a.trestle", "--by", "2027-06-11", "--runs", "0"}, 1, "--runs: '0' cannot be used");
    row("many threads", {"risk", "a.trestle", "--threads", "100000"}, 1, "--threads: '100000' cannot be used");
    row("cover nothing given", {"cover", "a.trestle"}, 1, "--within: nothing is given");
    row("cover: no file", {"cover", "b.trestle", "--within", "1"}, 1, "there is no file 'b.trestle'");
    row("cover: blank name", {"cover", "a.trestle", "--within", "1000", "--name", " "}, 1, "--name");
    row("advise: negative items", {"advise", "a.trestle", "--items", "-1"}, 1, "--items: '-1' cannot be used");
}

void TestCliGoal::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    const QByteArray before = m_workshop.fingerprint();
    const Outcome outcome = run(arguments, kToday);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(outcome.out, "");
    QCOMPARE(m_workshop.fingerprint(), before);
}

void TestCliGoal::nothingLeftToDo()
{
    const Workshop own;
    QCOMPARE(own.run({"new", "done.trestle", "--name", "D", "--start", "2027-01-04"}).exitCode, 0);
    QStringList items;
    for (const QJsonValue phase : own.figures("done.trestle")["phases"].toArray())
        for (const QJsonValue item : phase.toObject()["items"].toArray())
            items += item.toObject()["id"].toString() + "=done";
    QCOMPARE(own.run(QStringList{"set", "done.trestle"} + items).exitCode, 0);
    for (const QStringList& arguments :
         {QStringList{"goal", "done.trestle", "--by", "2027-02-01", "--within", "1"},
          QStringList{"cover", "done.trestle", "--within", "0"}, QStringList{"advise", "done.trestle"},
          QStringList{"compare", "done.trestle"}, QStringList{"risk", "done.trestle"}})
        for (const QStringList& form : {QStringList{}, QStringList{"--json"}}) {
            const Outcome outcome = own.run(arguments + QStringList{"--runs", "50"} + form);
            QCOMPARE(outcome.exitCode, 0);
            QVERIFY(!outcome.out.contains("nan") && !outcome.out.contains("inf"));
        }
}

QTEST_GUILESS_MAIN(TestCliGoal)
#include "tst_cli_goal.moc"
