#include "tests/app/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

/// `trestle import` of tasks from other programs: what is shown first, what becomes of them, and what is refused.
class TestCliImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preview();
    void previewAsJson();
    void previewOfAProject();
    void tableBecomesAPlan();
    void columnsMappedByHand();
    void fromStandardInput();
    void refused_data();
    void refused();
    void wrongEndings();
    void badUsage_data();
    void badUsage();
};

namespace {

const QString kTable = QStringLiteral(TRESTLE_FIXTURES "/tables/ms-project.csv");
const QString kGerman = QStringLiteral(TRESTLE_FIXTURES "/tables/german.csv");
const QString kKiosk = QStringLiteral(TRESTLE_FIXTURES "/gan/kiosk.gan");

} // namespace

void TestCliImport::preview()
{
    const Workshop workshop;
    const Outcome shown = workshop.run({"import", kTable, "--preview"});
    QVERIFY2(shown.exitCode == 0, shown.err.constData());
    QCOMPARE(shown.err, "");
    const QString text = QString::fromUtf8(shown.out);
    QVERIFY2(text.contains(QRegularExpression("\\nName +name +Design \\| Sketch \\| Draw, twice")), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression("\\nWork +work:days +80 hrs")), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression("\\nActive +nothing +Yes")), qPrintable(text));
    QVERIFY2(text.contains("\n2 phases, 3 items, 3 links, 2 people\n"), qPrintable(text));
    QVERIFY2(text.contains("- columns that mean nothing to a plan (2) are left out\n"), qPrintable(text));
    QVERIFY2(text.contains("- dates of tasks (5) are not kept"), qPrintable(text));
    QVERIFY(!workshop.has("--preview"));
}

void TestCliImport::previewAsJson()
{
    const Workshop workshop;
    const Outcome shown = workshop.run({"import", kTable, "--preview", "--json"});
    QVERIFY2(shown.exitCode == 0, shown.err.constData());
    const QJsonObject json = QJsonDocument::fromJson(shown.out).object();
    QCOMPARE(json["kind"].toString(), "import-preview");
    QCOMPARE(json["phases"].toInt(), 2);
    QCOMPARE(json["items"].toInt(), 3);
    QCOMPARE(json["links"].toInt(), 3);
    QCOMPARE(json["people"].toInt(), 2);
    const QJsonArray columns = json["columns"].toArray();
    QCOMPARE(columns.size(), qsizetype{11});
    QCOMPARE(columns[3].toObject()["means"].toString(), "name");
    QCOMPARE(columns[3].toObject()["cells"].toArray()[2].toString(), "Draw, twice");
    QVERIFY(!json["losses"].toArray().isEmpty());
}

void TestCliImport::previewOfAProject()
{
    const Workshop workshop;
    const Outcome shown = workshop.run({"import", kKiosk, "--preview"});
    QVERIFY2(shown.exitCode == 0, shown.err.constData());
    QVERIFY2(shown.out.startsWith("2 phases, 6 items, 4 links, 2 people\n- "), shown.out.constData());
}

void TestCliImport::tableBecomesAPlan()
{
    const Workshop workshop;
    const Outcome made = workshop.run({"import", kTable, "a.trestle"});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QVERIFY2(made.err.contains("trestle: note: people without a rate (2) have the usual one"), made.err.constData());
    const QJsonObject figures = workshop.figures("a.trestle");
    QCOMPARE(at(figures, "effort/likely").toDouble(), 3.5);
    QCOMPARE(workshop.run({"check", "a.trestle"}).exitCode, 0);
    QCOMPARE(workshop.run({"import", kTable, "a.trestle"}).exitCode, 1);
    QCOMPARE(workshop.run({"import", kTable, "a.trestle", "--force"}).exitCode, 0);
}

void TestCliImport::columnsMappedByHand()
{
    const Workshop workshop;
    const auto counts = [&](const QStringList& map) {
        const Outcome shown = workshop.run(QStringList{"import", kGerman, "--preview"} + map);
        return shown.exitCode == 0 ? QString::fromUtf8(shown.out).section('\n', 5, 5) : QString::fromUtf8(shown.err);
    };
    QCOMPARE(counts({}), "1 phase, 2 items, 0 links, 1 person"); // its headings are no words that are known
    QCOMPARE(counts({"--map", "Bearbeiter=people,Aufwand (h)=work:hours"}), "1 phase, 2 items, 0 links, 2 people");
    QCOMPARE(counts({"--map", "C=people", "--map", "B=work:days"}), "1 phase, 2 items, 0 links, 2 people");
    QVERIFY(counts({"--map", "Who=people"}).contains("'Who' cannot be used; give"));
    QVERIFY(counts({"--map", "C=persons"}).contains("'C=persons' cannot be used; give"));
    QVERIFY(counts({"--map", "B=work:hrs"}).contains("work:hours"));
    QVERIFY(counts({"--map", "C"}).contains("cannot be used; give"));
    QVERIFY(counts({"--map", "A=nothing"}).contains("the column of task names"));
    const Outcome project = workshop.run({"import", kKiosk, "--preview", "--map", "A=name"});
    QCOMPARE(project.exitCode, 1);
    QVERIFY2(project.err.contains("--map"), project.err.constData());
}

void TestCliImport::fromStandardInput()
{
    const Workshop workshop;
    QFile file(kTable);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Outcome made = workshop.run({"import", "-", "a.trestle"}, file.readAll());
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(at(workshop.figures("a.trestle"), "effort/likely").toDouble(), 3.5);
}

void TestCliImport::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const QByteArray& bytes, const char* words) {
        QTest::addRow("%s", name) << QString::fromUtf8(name) << bytes << QByteArray(words);
    };
    row("open.csv", "Task,Work\n\"Sketch,5\n", "the tasks cannot be read; give cells whose quotation marks are closed");
    row("wide.csv", "Task" + QByteArray(",x").repeated(5000) + "\nSketch\n",
        "the tasks cannot be read; give up to 256 columns");
    row("circle.csv", "ID,Task,Work,Predecessors\n1,Sketch,5,2\n2,Draw,5,1\n", "circle.csv");
    row("empty.csv", "", "empty.csv");
    row("cut.xlsx", QByteArray("PK\x03\x04\x14\x00\x00\x00", 8), "give a whole workbook (.xlsx) without a password");
    row("old.xls", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8),
        "give a whole workbook (.xlsx) without a password");
    row("bomb.gan", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><project><tasks/></project>",
        "give XML without a document type");
    row("none.gan", "<project><tasks/></project>", "give a GanttProject file with at least one task");
}

void TestCliImport::refused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, words);
    const Workshop workshop;
    workshop.write(name, bytes);
    const Outcome outcome = workshop.run({"import", name, "a.trestle"});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, "");
    QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(!workshop.has("a.trestle"));
}

void TestCliImport::wrongEndings()
{
    const Workshop workshop;
    const auto read = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    workshop.write("kiosk.xml", read(kKiosk));
    workshop.write("kiosk.csv", read(kKiosk));
    workshop.write("table.xlsx", read(kTable));
    workshop.write("table.txt", read(kTable));
    workshop.write("table.json", read(kTable));
    for (const char* name : {"kiosk.xml", "kiosk.csv", "table.xlsx", "table.txt"}) {
        const Outcome outcome = workshop.run({"import", name, "--preview"});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    }
}

void TestCliImport::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addRow("no plan") << QStringList{"import", kTable};
    QTest::addRow("JSON of what") << QStringList{"import", kTable, "a.trestle", "--json"};
}

void TestCliImport::badUsage()
{
    QFETCH(QStringList, arguments);
    const Workshop workshop;
    const Outcome outcome = workshop.run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains("see 'trestle import --help'"), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"
