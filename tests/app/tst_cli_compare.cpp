#include "tests/app/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

/// `trestle compare`: scenarios of one plan, or several plans, side by side.
class TestCliCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void report_data();
    void report();
    void figuresAreThoseOfTheOtherCommands();
    void theReportSaysTheSame();
    void differencesAddUp();
    void scenariosAskedFor();
    void severalPlans();
    void noScenarios();
    void manyScenariosTakeBlocks();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] Outcome run(const QStringList& arguments) const { return m_workshop.run(arguments); }
    [[nodiscard]] QJsonObject json(const QStringList& arguments) const
    {
        const Outcome outcome = run(arguments + QStringList{"--json"});
        [&] { QCOMPARE(QByteArray::number(outcome.exitCode), QByteArray("0")); }();
        return QJsonDocument::fromJson(outcome.out).object();
    }
    Workshop m_workshop;
};

namespace {

QByteArray fixture(const QString& name)
{
    QFile file(QStringLiteral(TRESTLE_FIXTURES "/cli/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCliCompare::initTestCase()
{
    m_workshop.write("tiny.json", fixture("tiny.json"));
    QCOMPARE(run({"import", "tiny.json", "tiny.trestle"}).err, "");
    QCOMPARE(run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(run({"set", "a.trestle", "--target", "2027-06-25", "--budget", "190000"}).exitCode, 0);
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "Three", "--person", "Cy:1.0:5000"}).exitCode, 0);
    QCOMPARE(run({"scenario", "add", "a.trestle", "--name", "Later", "--start", "2027-02-01"}).exitCode, 0);
}

void TestCliCompare::report_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<QString>("expected");
    QTest::newRow("into a file") << false << "compare-ascii.txt";
    QTest::newRow("on a terminal of 80 columns") << true << "compare-terminal-80.txt";
}

void TestCliCompare::report()
{
    QFETCH(bool, terminal);
    QFETCH(QString, expected);
    const QStringList arguments{"compare", "tiny.trestle", "--runs", "1000"};
    const Variables utf8{{"LC_ALL", "C.UTF-8"}, {"NO_COLOR", "1"}, {"TERM", "xterm"}};
    const QByteArray text = terminal ? m_workshop.runOnTerminal(arguments, 80, utf8) : run(arguments).out;
    const QByteArrayList lines = text.split('\n');
    const QByteArrayList wanted = fixture(expected).split('\n');
    for (int i = 0; i < qMin(lines.size(), wanted.size()); ++i)
        QCOMPARE(lines[i], wanted[i]);
    QCOMPARE(lines.size(), wanted.size());
}

void TestCliCompare::figuresAreThoseOfTheOtherCommands()
{
    const QJsonObject compared = json({"compare", "a.trestle", "--runs", "2000"});
    QCOMPARE(compared["kind"].toString(), "comparison");
    QCOMPARE(compared["confidence"].toInt(), 80);
    const QStringList names{{}, "Three", "Later"};
    QCOMPARE(compared["plans"].toArray().size(), names.size());
    for (int i = 0; i < names.size(); ++i) {
        const QJsonObject plan = at(compared, QStringLiteral("plans/%1").arg(i)).toObject();
        const QJsonObject figures = m_workshop.figures("a.trestle", {"--scenario", names[i]});
        const QJsonObject risk = json({"risk", "a.trestle", "--runs", "2000", "--scenario", names[i]});
        QCOMPARE(plan["scenario"], i == 0 ? QJsonValue() : QJsonValue(names[i]));
        QCOMPARE(at(plan, "likely/weeks"), at(figures, "finish/likely/weeks"));
        QCOMPARE(at(plan, "likely/date"), at(figures, "finish/likely/date"));
        QCOMPARE(at(plan, "likely/total"), at(figures, "cost/total/likely"));
        QCOMPARE(at(plan, "sure/weeks"), at(risk, "finish/weeks/p80"));
        QCOMPARE(at(plan, "sure/date"), at(risk, "finish/dates/p80"));
        QCOMPARE(at(plan, "sure/total"), at(risk, "cost/total/p80"));
        QCOMPARE(plan["weeks"], at(risk, "finish/weeks"));
        QCOMPARE(plan["total"], at(risk, "cost/total"));
        QCOMPARE(plan["target"], risk["target"]);
    }
}

// The table of an investor's report; a promise is told up to three digits.
void TestCliCompare::theReportSaysTheSame()
{
#ifdef TRESTLE_GUI
    const Outcome written = run({"export", "a.trestle", "a.pdf", "--audience", "investor", "--pages", "scenarios"});
    QCOMPARE(written.err, "");
    QProcess reader;
    reader.start("pdftotext", {"-layout", m_workshop.path("a.pdf"), "-"});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    const QJsonObject compared = json({"compare", "a.trestle"});
    const QStringList names{"Base plan", "Three", "Later"};
    const auto day = [](const QJsonValue& date) {
        return QLocale::c().toString(QDate::fromString(date.toString(), Qt::ISODate), "d MMM yyyy");
    };
    const auto amount = [](double dollars) { return QLocale(QLocale::English).toString(static_cast<qint64>(dollars)); };
    for (int i = 0; i < names.size(); ++i) {
        const QJsonObject plan = at(compared, QStringLiteral("plans/%1").arg(i)).toObject();
        const QString row =
            QStringLiteral("%1 +%2 +%3 +%4 +%5 +%6 %")
                .arg(names[i], day(at(plan, "sure/date")),
                     amount(std::ceil(at(plan, "sure/total").toDouble() / 1000) * 1000), day(at(plan, "likely/date")),
                     amount(std::round(at(plan, "likely/total").toDouble())),
                     QString::number(qRound(at(plan, "target/both").toDouble() * 100)));
        QVERIFY2(text.contains(QRegularExpression(row)), qPrintable(row + '\n' + text));
    }
#else
    QSKIP("drawn by the program with the window");
#endif
}

void TestCliCompare::differencesAddUp()
{
    const QJsonObject compared = json({"compare", "a.trestle", "--runs", "500"});
    QVERIFY(at(compared, "plans/0/difference").isNull());
    for (const char* which : {"likely", "sure"}) {
        const QJsonObject base = at(compared, QStringLiteral("plans/0/%1").arg(which)).toObject();
        for (const int i : {1, 2}) {
            const QJsonObject plan = at(compared, QStringLiteral("plans/%1/%2").arg(i).arg(which)).toObject();
            const QJsonObject difference =
                at(compared, QStringLiteral("plans/%1/difference/%2").arg(i).arg(which)).toObject();
            QVERIFY(qAbs(base["weeks"].toDouble() + difference["weeks"].toDouble() - plan["weeks"].toDouble()) < 3e-6);
            QVERIFY(qAbs(base["total"].toDouble() + difference["total"].toDouble() - plan["total"].toDouble()) < 1e-6);
            QCOMPARE(QDate::fromString(base["date"].toString(), Qt::ISODate).addDays(difference["days"].toInt()),
                     QDate::fromString(plan["date"].toString(), Qt::ISODate));
        }
    }
    QVERIFY(at(compared, "plans/1/difference/likely/weeks").toDouble() < -5);
    QCOMPARE(at(compared, "plans/2/difference/likely/weeks").toDouble(), 0.0); // later, but no longer
    QCOMPARE(at(compared, "plans/2/difference/likely/days").toInt(), 28);
}

void TestCliCompare::scenariosAskedFor()
{
    const QJsonObject compared = json({"compare", "a.trestle", "--scenario", "Later", "--scenario", "Later",
                                       "--scenario", "Three", "--scenario", "", "--runs", "50"});
    QCOMPARE(compared["plans"].toArray().size(), 3); // the base, and each once, in the order asked for
    QVERIFY(at(compared, "plans/0/scenario").isNull());
    QCOMPARE(at(compared, "plans/1/scenario").toString(), "Later");
    QCOMPARE(at(compared, "plans/2/scenario").toString(), "Three");
}

void TestCliCompare::severalPlans()
{
    const QJsonObject compared = json({"compare", "tiny.json", "a.trestle", "tiny.trestle", "--runs", "200"});
    QCOMPARE(at(compared, "plans/0/file").toString(), "tiny.json");
    QCOMPARE(at(compared, "plans/1/name").toString(), "A");
    QCOMPARE(at(compared, "plans/2/difference/sure/weeks").toDouble(), 0.0);
    const QByteArray text = run({"compare", "tiny.json", "a.trestle", "--runs", "200"}).out;
    QVERIFY2(text.contains("tiny.json") && text.contains("a.trestle"), text.constData());
}

void TestCliCompare::noScenarios()
{
    const Workshop own;
    QCOMPARE(own.run({"new", "b.trestle", "--name", "B", "--start", "2027-01-04"}).exitCode, 0);
    const Outcome outcome = own.run({"compare", "b.trestle", "--runs", "50"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.err.contains("there are no scenarios to compare"));
    QVERIFY(outcome.out.contains("base"));
}

void TestCliCompare::manyScenariosTakeBlocks()
{
    const Workshop own;
    QCOMPARE(own.run({"new", "b.trestle", "--name", "B", "--start", "2027-01-04"}).exitCode, 0);
    for (int i = 1; i <= 7; ++i)
        QCOMPARE(own.run({"scenario", "add", "b.trestle", "--name", QStringLiteral("S%1").arg(i)}).exitCode, 0);
    const QByteArray text = own.run({"compare", "b.trestle", "--runs", "50"}, {}, {{"COLUMNS", "80"}}).out;
    QCOMPARE(text.count(" base "), 4); // three columns, the base first in each block
    for (int i = 1; i <= 7; ++i)
        QCOMPARE(text.count("S" + QByteArray::number(i)), 1);
    for (const QByteArray& line : text.split('\n'))
        QVERIFY2(line.size() <= 80, line.constData());
}

void TestCliCompare::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, int exitCode, const char* says) {
        QTest::addRow("%s", name) << arguments << exitCode << QByteArray(says);
    };
    row("no plan", {"compare"}, 2, "PLAN is required");
    row("unknown scenario", {"compare", "a.trestle", "--scenario", "Tree"}, 1, "did you mean 'Three'?");
    row("scenario of several plans", {"compare", "a.trestle", "tiny.json", "--scenario", "Three"}, 2,
        "--scenario is for the scenarios of one plan");
    row("no such file", {"compare", "a.trestle", "b.trestle"}, 1, "there is no file 'b.trestle'");
}

void TestCliCompare::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QCOMPARE(outcome.out, "");
}

QTEST_GUILESS_MAIN(TestCliCompare)
#include "tst_cli_compare.moc"
