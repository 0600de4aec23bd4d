#include "tests/app/support/program.h"

#include <QJsonArray>
#include <QTest>

/// The figures of an independent implementation, through the command line alone: `new`, `set`, catalogue files and
/// `plan --json`.
class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void untouchedPlan();
    void cases_data();
    void cases();
    void fullTimers_data();
    void fullTimers();

private:
    static QByteArray withSkills();
    static QByteArray withStartToStart();
};

namespace {

constexpr double kWeeks = 1e-4; // as the golden figures are printed

struct Three {
    double low, likely, high;
};

void compareWeeks(const QJsonObject& figures, const Three& expected)
{
    QVERIFY2(qAbs(at(figures, "finish/low/weeks").toDouble() - expected.low) <= kWeeks, "low");
    QVERIFY2(qAbs(at(figures, "finish/likely/weeks").toDouble() - expected.likely) <= kWeeks, "likely");
    QVERIFY2(qAbs(at(figures, "finish/high/weeks").toDouble() - expected.high) <= kWeeks, "high");
}

void compareLabour(const QJsonObject& figures, const Three& expected)
{
    QCOMPARE(at(figures, "cost/labour/low").toDouble(), expected.low);
    QCOMPARE(at(figures, "cost/labour/likely").toDouble(), expected.likely);
    QCOMPARE(at(figures, "cost/labour/high").toDouble(), expected.high);
}

const QStringList kThreeFullTimers{"--person", "Ana:1:5000", "--person", "Bo:1:5000", "--person", "Cy:1:5000"};

} // namespace

Q_DECLARE_METATYPE(Three)

void TestGolden::untouchedPlan()
{
    const Workshop workshop;
    const Outcome made = workshop.run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"});
    QCOMPARE(made.exitCode, 0);
    const QJsonObject figures = workshop.figures("a.trestle");
    QCOMPARE(at(figures, "kind").toString(), "figures");
    compareWeeks(figures, {17.3333, 24, 33.3333});
    compareLabour(figures, {130'000, 180'000, 250'000});
    QCOMPARE(at(figures, "finish/likely/date").toString(), "2027-06-18");
    QCOMPARE(at(figures, "readiness/percent").toDouble(), 20.0);
    QCOMPARE(at(figures, "cost/running/likely").toDouble(), 1360.16);
    QCOMPARE(at(figures, "cost/total/likely").toDouble(), 181'360.16);

    // The source's eight windows: with its own team each phase takes exactly the weeks that it is given there.
    const QList<QPair<int, int>> windows{{1, 2}, {3, 4}, {5, 6}, {7, 9}, {10, 12}, {13, 16}, {17, 20}, {21, 24}};
    const QJsonArray phases = figures["phases"].toArray();
    QCOMPARE(phases.size(), windows.size());
    for (int i = 0; i < phases.size(); ++i) {
        const QJsonObject phase = phases[i].toObject();
        QCOMPARE(at(phase, "reference/first").toInt(), windows[i].first);
        QCOMPARE(at(phase, "reference/last").toInt(), windows[i].second);
        QCOMPARE(at(phase, "start/week").toDouble(), windows[i].first - 1.0);
        QCOMPARE(at(phase, "finish/likely/week").toDouble(), windows[i].second * 1.0);
    }
}

QByteArray TestGolden::withSkills()
{
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray phases = catalogue["phases"].toArray();
    for (QJsonValueRef entry : phases) {
        QJsonObject phase = entry.toObject();
        const QString skill = phase["id"] == "security" ? "security" : "engineering";
        for (const QString list : {"items", "addOns"}) {
            QJsonArray items = phase.value(list).toArray();
            for (QJsonValueRef item : items) {
                QJsonObject changed = item.toObject();
                changed["skill"] = skill;
                item = changed;
            }
            if (!items.isEmpty())
                phase[list] = items;
        }
        entry = phase;
    }
    catalogue["phases"] = phases;
    return QJsonDocument(catalogue).toJson();
}

QByteArray TestGolden::withStartToStart()
{
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray links = catalogue["links"].toArray();
    for (QJsonValueRef entry : links) {
        QJsonObject link = entry.toObject();
        if (link["from"] == "authentication" && link["to"] == "testing") {
            link["type"] = "SS";
            link["lag"] = 1;
        }
        entry = link;
    }
    catalogue["links"] = links;
    return QJsonDocument(catalogue).toJson();
}

void TestGolden::cases_data()
{
    QTest::addColumn<QByteArray>("catalogue");
    QTest::addColumn<QStringList>("team");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<double>("readiness");
    QTest::addColumn<Three>("weeks");
    QTest::addColumn<Three>("labour");

    const QStringList tested{"unit-tests=done", "integration-tests=done", "end-to-end-tests=done", "load-tests=done"};
    QTest::addRow("some in place") << QByteArray() << QStringList()
                                   << QStringList{"password-hashing=done",     "sessions=done", "indexes=done",
                                                  "automated-deployment=done", "tls=done",      "unit-tests=partial",
                                                  "environments=partial"}
                                   << 29.8667 << Three{15.2067, 21.04, 29.4067} << Three{114'050, 157'800, 220'550};
    QTest::addRow("payments, enterprise, 100k")
        << QByteArray() << QStringList() << QStringList{"--profile", "payments,enterprise", "--scale", "100k"} << 20.0
        << Three{20.1667, 28.1667, 39.8333} << Three{151'250, 211'250, 298'750};
    QTest::addRow("user content, 1m") << QByteArray() << QStringList()
                                      << QStringList{"--profile", "user-content", "--scale", "1m"} << 20.0
                                      << Three{21.6, 30.1333, 43.6} << Three{162'000, 226'000, 327'000};
    QTest::addRow("testing done") << QByteArray() << QStringList() << tested << 30.0 << Three{14.6667, 21, 29.3333}
                                  << Three{110'000, 157'500, 220'000};
    QTest::addRow("testing done, three full-timers")
        << QByteArray() << kThreeFullTimers << tested << 30.0 << Three{7.9458, 11.3873, 15.8912}
        << Three{115'500, 165'375, 231'000};
    QTest::addRow("lead engineer on leave in weeks 5 and 6")
        << QByteArray() << QStringList() << QStringList{"--leave", "Lead engineer:2027-02-01..2027-02-12"} << 20.0
        << Three{18.6667, 25.3333, 34.6667} << Three{130'000, 180'000, 250'000};
    QTest::addRow("second full-timer from week 5")
        << QByteArray() << QStringList{"--person", "Ana:1:5000", "--person", "Bo:1:5000"}
        << QStringList{"--first-day", "Bo:2027-02-01"} << 20.0 << Three{15, 20, 27} << Three{130'000, 180'000, 250'000};
    QTest::addRow("each can do one kind of work")
        << withSkills() << QStringList{"--person", "Ana:1:5000:engineering", "--person", "Bo:0.5:5000:security"}
        << QStringList{"--maintainer", "team"} << 20.0 << Three{26, 36, 50} << Three{130'000, 180'000, 250'000};
    QTest::addRow("three full-timers, testing starts a week after authentication")
        << withStartToStart() << kThreeFullTimers << QStringList{"--validated", "yes"} << 20.0
        << Three{9.3459, 12.9623, 17.9914} << Three{136'500, 189'000, 262'500};
}

void TestGolden::cases()
{
    QFETCH(QByteArray, catalogue);
    QFETCH(QStringList, team);
    QFETCH(QStringList, changes);
    QFETCH(double, readiness);
    QFETCH(Three, weeks);
    QFETCH(Three, labour);

    const Workshop workshop;
    QStringList arguments{"new", "a.trestle", "--name", "A", "--start", "2027-01-04"};
    if (!catalogue.isEmpty()) {
        workshop.write("catalogue.json", catalogue);
        arguments << "--catalogue"
                  << "catalogue.json";
    }
    const Outcome made = workshop.run(arguments + team);
    QCOMPARE(made.err, "");
    QCOMPARE(made.exitCode, 0);
    const Outcome changed = workshop.run(QStringList{"set", "a.trestle"} + changes);
    QCOMPARE(changed.err, "");
    QCOMPARE(changed.exitCode, 0);

    const QJsonObject figures = workshop.figures("a.trestle");
    QVERIFY(qAbs(at(figures, "readiness/percent").toDouble() - readiness) <= kWeeks);
    compareWeeks(figures, weeks);
    compareLabour(figures, labour);
}

void TestGolden::fullTimers_data()
{
    QTest::addColumn<QList<double>>("allocations");
    QTest::addColumn<double>("weeks");
    QTest::addRow("one") << QList<double>{1} << 36.0;
    QTest::addRow("two") << QList<double>{1, 1} << 18.0;
    QTest::addRow("two and a half") << QList<double>{1, 1, 0.5} << 15.8421;
    QTest::addRow("three") << QList<double>{1, 1, 1} << 12.9623;
    QTest::addRow("four") << QList<double>(4, 1) << 11.0648;
    QTest::addRow("five") << QList<double>(5, 1) << 10.0543;
    QTest::addRow("six") << QList<double>(6, 1) << 9.6969;
    QTest::addRow("eight") << QList<double>(8, 1) << 10.5050;
}

void TestGolden::fullTimers()
{
    QFETCH(QList<double>, allocations);
    QFETCH(double, weeks);
    const Workshop workshop;
    QStringList arguments{"new", "a.trestle", "--name", "A", "--start", "2027-01-04"};
    for (int i = 0; i < allocations.size(); ++i)
        arguments << "--person" << QStringLiteral("P%1:%2:5000").arg(i).arg(allocations[i]);
    QCOMPARE(workshop.run(arguments).exitCode, 0);
    const QJsonObject figures = workshop.figures("a.trestle");
    QVERIFY2(qAbs(at(figures, "finish/likely/weeks").toDouble() - weeks) <= kWeeks,
             qPrintable(QString::number(at(figures, "finish/likely/weeks").toDouble(), 'f', 6)));
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
