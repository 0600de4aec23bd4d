#include "data/exchange/logo.h"
#include "data/formats/export_formats.h"
#include "data/plan_file/plan_file.h"
#include "tests/app/support/program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

/// `trestle export`, `import` and `check`: what leaves, what enters, and what is whole.
class TestCliFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportsAndImportsTheSame();
    void exportFormats_data();
    void exportFormats();
    void exportReplacesWhole();
    void exportIsReproducible();
    void everyFormatIsReproducible_data();
    void everyFormatIsReproducible();
    void csvSaysWhatItDrops();
    void scenarioOfJson();
    void importForce();
    void importForceWhereNothingCanBeWritten();
    void openElsewhere();
    void importForceThroughLink();
    void importForceWithStaleJournal();
    void importOfSample();
    void importOfTasks();
    void checkSound();
    void checkDamaged_data();
    void checkDamaged();
    void checkNeverWrites();
    void drawingsNeedTheOtherProgram();
    void pdfsAreSound_data();
    void pdfsAreSound();
    void boxesAreTold();
    void webPageTellsVersions();
    void reportsSinceAVersion();
    void optionsAreForFormatsThatTakeThem_data();
    void optionsAreForFormatsThatTakeThem();
    void optionsAreChecked_data();
    void optionsAreChecked();
    void logoIsChecked();
    void offersNeedAClientAndAVersion();
    void pictureIsScaled();

private:
    Workshop m_workshop;
};

namespace {

QStringList namesIn(const Workshop& workshop)
{
    return QDir(workshop.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

void TestCliFiles::initTestCase()
{
    QVERIFY(QFile::copy(QStringLiteral(TRESTLE_FIXTURES "/cli/tiny.json"), m_workshop.path("tiny.json")));
    QCOMPARE(m_workshop.run({"import", "tiny.json", "tiny.trestle"}).err, "");
    QCOMPARE(m_workshop.run({"import", "tiny.json", "offer.trestle"}).err, "");
    QCOMPARE(m_workshop.run({"set", "offer.trestle", "--client", "Saltbush"}).exitCode, 0);
    auto file = trestle::PlanFile::open(m_workshop.path("offer.trestle").toStdString());
    QVERIFY(file && file->setTag(file->head().id, "Agreed"));
}

void TestCliFiles::exportsAndImportsTheSame()
{
    const Workshop workshop;
    workshop.write("in.json", m_workshop.read("tiny.json"));
    QCOMPARE(workshop.run({"import", "in.json", "a.trestle"}).err, "");
    QCOMPARE(workshop.run({"export", "a.trestle", "first.json"}).err, "");
    QCOMPARE(workshop.run({"import", "first.json", "b.trestle"}).err, "");
    QCOMPARE(workshop.run({"export", "b.trestle", "second.json"}).err, "");
    QCOMPARE(workshop.read("second.json"), workshop.read("first.json"));
    QCOMPARE(workshop.run({"export", "first.json", "third.json"}).err, "");
    QCOMPARE(workshop.read("third.json"), workshop.read("first.json"));
    const QByteArray figures = workshop.run({"plan", "in.json", "--json"}).out;
    for (const char* plan : {"a.trestle", "b.trestle", "first.json"})
        QCOMPARE(workshop.run({"plan", plan, "--json"}).out, figures);
    QCOMPARE(workshop.run({"plan", "second.json", "--scenario", "=Late", "--json"}).out,
             workshop.run({"plan", "in.json", "--scenario", "=Late", "--json"}).out);
}

void TestCliFiles::exportFormats_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("start");
    const QByteArray csv = "\xEF\xBB\xBFKind,Id,Title";
    QTest::addRow("csv") << QStringList{"out.csv"} << csv;
    QTest::addRow("upper case") << QStringList{"OUT.CSV"} << csv;
    QTest::addRow("by option") << QStringList{"out.txt", "--format", "csv"} << csv;
    QTest::addRow("option before ending") << QStringList{"out.json", "--format", "CSV"} << csv;
    QTest::addRow("semicolons") << QStringList{"out.csv", "--separator", ";"}
                                << QByteArray("\xEF\xBB\xBFKind;Id;Title");
    QTest::addRow("decimal commas") << QStringList{"out.csv", "--decimal-comma"}
                                    << QByteArray("\xEF\xBB\xBFKind;Id;Title");
    QTest::addRow("commas") << QStringList{"out.csv", "--separator", ","} << csv;
    QTest::addRow("json") << QStringList{"out.json"} << QByteArray("{");
    QTest::addRow("standard output") << QStringList{"-", "--format", "csv"} << csv;
}

void TestCliFiles::exportFormats()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, start);
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    const Outcome outcome = workshop.run(QStringList{"export", "a.json"} + arguments);
    QCOMPARE(outcome.exitCode, 0);
    const bool toFile = arguments.first() != "-";
    const QByteArray written = toFile ? workshop.read(arguments.first()) : outcome.out;
    QVERIFY2(written.startsWith(start), written.left(80).constData());
    QCOMPARE(outcome.out.isEmpty(), toFile);
    QCOMPARE(namesIn(workshop).size(), toFile ? 2 : 1); // no temporary file stays
}

void TestCliFiles::exportReplacesWhole()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    workshop.write("out.csv", QByteArray(1'000'000, 'x'));
    QCOMPARE(workshop.run({"export", "a.json", "out.csv"}).exitCode, 0);
    QVERIFY(!workshop.read("out.csv").contains("xxx"));
    // Onto the plan itself: JSON to JSON is the same plan, canonical.
    QCOMPARE(workshop.run({"export", "a.json", "a.json"}).exitCode, 0);
    QCOMPARE(workshop.run({"plan", "a.json"}).out, m_workshop.run({"plan", "tiny.json"}).out);
}

void TestCliFiles::exportIsReproducible()
{
    const auto csv = [&](const char* seconds) {
        return m_workshop.run({"export", "tiny.trestle", "-", "--format", "csv"}, {}, {{"SOURCE_DATE_EPOCH", seconds}})
            .out;
    };
    const QByteArray first = csv("1798761600");
    QVERIFY(first.contains("2027-01-01T00:00:00Z"));
    QCOMPARE(csv("1798761600"), first);
    QCOMPARE(csv("1798761661").replace("2027-01-01T00:01:01Z", "2027-01-01T00:00:00Z"), first);
}

void TestCliFiles::everyFormatIsReproducible_data()
{
    QTest::addColumn<QString>("format");
#ifdef TRESTLE_GUI
    constexpr bool draws = true;
#else
    constexpr bool draws = false;
#endif
    for (const trestle::ExportFormat& format : trestle::exportFormats())
        if (format.write || draws)
            QTest::newRow(format.key.data()) << QString::fromUtf8(format.key);
}

void TestCliFiles::everyFormatIsReproducible()
{
    QFETCH(QString, format);
    const auto formats = trestle::exportFormats();
    const bool since = trestle::formatOf(formats, format.toStdString())->needsChanges;
    const QStringList changes = since ? QStringList{"--since", "Agreed"} : QStringList();
    const auto bytes = [&](const char* zone) {
        const Outcome outcome =
            m_workshop.run(QStringList{"export", "offer.trestle", "-", "--format", format} + changes, {},
                           {{"SOURCE_DATE_EPOCH", "1798761600"}, {"TZ", zone}});
        return outcome.exitCode == 0 ? outcome.out : QByteArray();
    };
    const QByteArray first = bytes("UTC");
    QVERIFY(!first.isEmpty());
    for (int again = 0; again < 3; ++again) { // fonts stand in the order of a hash, whose seed is drawn anew
        QTest::qSleep(400);                   // into another second
        QVERIFY(bytes(again == 0 ? "XST-10:30" : "YST+5") == first);
    }
}

void TestCliFiles::csvSaysWhatItDrops()
{
    const Outcome outcome = m_workshop.run({"export", "tiny.trestle", "-", "--format", "csv", "--scenario", "=Late"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.contains("'=Late"));
    QVERIFY(outcome.out.contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    for (const char* words : {"rounded to 4 decimals", "got a leading '", "links between phases and items (2)",
                              "leave, first days and skills (people: 1)"})
        QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    for (const QByteArray& line : outcome.err.trimmed().split('\n'))
        QVERIFY2(line.startsWith("trestle: note: "), line.constData());
}

void TestCliFiles::scenarioOfJson()
{
    const Outcome whole = m_workshop.run({"export", "tiny.trestle", "-", "--format", "json"});
    QCOMPARE(whole.err, "");
    const Outcome scenario = m_workshop.run({"export", "tiny.trestle", "-", "--format", "json", "--scenario", "Lean"});
    QCOMPARE(scenario.out, whole.out);
    QVERIFY(scenario.err.startsWith("trestle: note: plan JSON always holds the base and every scenario"));
}

void TestCliFiles::importForce()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    QCOMPARE(workshop.run({"new", "a.trestle", "--name", "Old"}).exitCode, 0);
    QVERIFY(QFile::setPermissions(workshop.path("a.trestle"), QFile::ReadOwner | QFile::WriteOwner));
    const QByteArray old = workshop.read("a.trestle");
    QCOMPARE(workshop.run({"import", "a.json", "a.trestle"}).exitCode, 1);
    QVERIFY(workshop.read("a.trestle") == old);
    const Outcome forced = workshop.run({"import", "a.json", "a.trestle", "--force"});
    QCOMPARE(forced.err, "");
    QCOMPARE(forced.exitCode, 0);
    QCOMPARE(workshop.run({"plan", "a.trestle"}).out, m_workshop.run({"plan", "tiny.json"}).out);
    QCOMPARE(namesIn(workshop), (QStringList{"a.json", "a.trestle"}));
    QVERIFY(!(QFileInfo(workshop.path("a.trestle")).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    // Where there is nothing to replace, --force is nothing special; and anything that is a file can be replaced.
    QCOMPARE(workshop.run({"import", "a.json", "b.trestle", "--force"}).exitCode, 0);
    workshop.write("c.trestle", "not a plan");
    QCOMPARE(workshop.run({"import", "a.json", "c.trestle", "--force"}).exitCode, 0);
    QCOMPARE(workshop.run({"check", "c.trestle"}).exitCode, 0);
}

void TestCliFiles::importForceWhereNothingCanBeWritten()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    // No folder beside the target can be made on a full or read-only disk; /proc stands for both.
    const Outcome outcome = workshop.run({"import", "a.json", "/proc/self/status", "--force"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.err.startsWith("trestle: cannot write '/proc/self/status'"));
    QCOMPARE(namesIn(workshop), QStringList{"a.json"});
}

void TestCliFiles::openElsewhere()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    QCOMPARE(workshop.run({"import", "a.json", "a.trestle"}).exitCode, 0);
    {
        // As a window has it.
        const auto held = trestle::PlanFile::open(workshop.path("a.trestle").toStdString());
        QVERIFY(held.has_value());
        const QByteArray plan = workshop.read("a.trestle");
        for (const QStringList& arguments :
             {QStringList{"set", "a.trestle", "login=done"}, QStringList{"import", "a.json", "a.trestle", "--force"}}) {
            const Outcome outcome = workshop.run(arguments);
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.contains("a.trestle' is open elsewhere"), outcome.err.constData());
        }
        QVERIFY(workshop.read("a.trestle") == plan);
        // Reading goes on.
        QCOMPARE(workshop.run({"plan", "a.trestle"}).exitCode, 0);
    }
    QCOMPARE(workshop.run({"set", "a.trestle", "login=done"}).exitCode, 0);
}

void TestCliFiles::importForceThroughLink()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    QVERIFY(QDir(workshop.path()).mkdir("plans"));
    QCOMPARE(workshop.run({"new", "plans/a.trestle", "--name", "Old"}).exitCode, 0);
    QVERIFY(QFile::link("plans/a.trestle", workshop.path("link.trestle")));
    QCOMPARE(workshop.run({"import", "a.json", "link.trestle", "--force"}).exitCode, 0);
    QVERIFY(QFileInfo(workshop.path("link.trestle")).isSymLink());
    QCOMPARE(workshop.run({"plan", "plans/a.trestle"}).out, m_workshop.run({"plan", "tiny.json"}).out);
}

void TestCliFiles::importForceWithStaleJournal()
{
    // SQLite would play this journal into whatever plan is put in the old one's place.
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    workshop.write("a.trestle", "not a plan, so that nobody can use the journal up");
    workshop.write("a.trestle-journal", QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8) + QByteArray(600, '\1'));
    const QByteArray before = workshop.fingerprint();
    const Outcome outcome = workshop.run({"import", "a.json", "a.trestle", "--force"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("a.trestle-journal' is in the way"), outcome.err.constData());
    QVERIFY(workshop.fingerprint() == before);
}

void TestCliFiles::importOfSample()
{
    const Workshop workshop;
    const QString sample = QStringLiteral(TRESTLE_SOURCE "/resources/samples/ledgerly.json");
    QCOMPARE(workshop.run({"import", sample, "a.trestle"}).err, "");
    const QJsonObject figures = workshop.figures("a.trestle");
    QCOMPARE(at(figures, "cost/labour/likely").toDouble(), 157'800.0);
    QCOMPARE(at(figures, "finish/likely/date").toString(), "2027-05-31");
}

void TestCliFiles::importOfTasks()
{
    const Workshop workshop;
    const QString project = QStringLiteral(TRESTLE_FIXTURES "/mspdi/projectlibre.xml");
    const Outcome imported = workshop.run({"import", project, "a.trestle"});
    QCOMPARE(imported.exitCode, 0);
    QCOMPARE(imported.err, "trestle: note: the currency is not AUD: its figures are taken as they are\n");
    QCOMPARE(at(workshop.figures("a.trestle"), "finish/likely/date").toString(), "2027-01-15");
    QFile file(project);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(workshop.run({"import", "-", "b.trestle"}, file.readAll()).exitCode, 0);
    QCOMPARE(workshop.figures("b.trestle"), workshop.figures("a.trestle"));
    // What leaves comes back.
    QCOMPARE(workshop.run({"export", "a.trestle", "again.xml"}).exitCode, 0);
    QCOMPARE(workshop.run({"import", "again.xml", "c.trestle"}).exitCode, 0);
    QCOMPARE(at(workshop.figures("c.trestle"), "finish/likely/date").toString(), "2027-01-15");

    workshop.write("cut.xml", "<Project>\n<Tasks>");
    const Outcome cut = workshop.run({"import", "cut.xml", "d.trestle"});
    QCOMPARE(cut.exitCode, 1);
    QVERIFY2(cut.err.contains("the tasks cannot be read; give well-formed XML"), cut.err.constData());
    QVERIFY2(cut.err.contains("cut.xml:2"), cut.err.constData());
    QVERIFY(!namesIn(workshop).contains("d.trestle"));
}

void TestCliFiles::checkSound()
{
    const Outcome file = m_workshop.run({"check", "tiny.trestle"});
    QCOMPARE(file.out, "sound: 1 revision, all verified\n");
    QCOMPARE(file.err, "");
    QCOMPARE(file.exitCode, 0);
    const Outcome json = m_workshop.run({"check", "tiny.json"});
    QCOMPARE(json.out, "sound: a plan as JSON\n");
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(m_workshop.run({"check", "-"}, m_workshop.read("tiny.json")).exitCode, 0);
}

void TestCliFiles::checkDamaged_data()
{
    QTest::addColumn<QByteArray>("old"); // in the newest revision's document
    QTest::addColumn<QByteArray>("fresh");
    QTest::addRow("a figure") << QByteArray("180000") << QByteArray("190000");
    QTest::addRow("a name") << QByteArray("Ledgerly the second") << QByteArray("Ledgerly the tenth!");
}

void TestCliFiles::checkDamaged()
{
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, fresh);
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "a.trestle", "--name", "Ledgerly the second", "--start", "2027-01-04"}).exitCode, 0);
    const QByteArray sound = workshop.run({"plan", "a.trestle"}).out;
    QCOMPARE(workshop.run({"set", "a.trestle", "sessions=done", "--budget", "180000"}).exitCode, 0);

    // SQLite finds nothing wrong with such a change; the revision's hash does.
    QByteArray bytes = workshop.read("a.trestle");
    const auto place = bytes.lastIndexOf(R"("budget":180000)");
    QVERIFY(place > 0);
    const auto start = bytes.lastIndexOf('{', bytes.lastIndexOf("{\"budget\":180000") + 1);
    const auto at = bytes.indexOf(old, start);
    QVERIFY(at > 0);
    bytes.replace(at, old.size(), fresh);
    workshop.write("a.trestle", bytes);

    const Outcome check = workshop.run({"check", "a.trestle"});
    QCOMPARE(check.exitCode, 1);
    QVERIFY2(check.err.contains("'a.trestle' is damaged"), check.err.constData());
    QVERIFY2(check.out.startsWith("damaged: "), check.out.constData());

    const Outcome repair = workshop.run({"check", "a.trestle", "--repair", "b.trestle"});
    QCOMPARE(repair.exitCode, 1); // of the plan that was checked
    QVERIFY2(repair.err.contains("written to 'b.trestle'"), repair.err.constData());
    QVERIFY(workshop.read("a.trestle") == bytes);
    QCOMPARE(workshop.run({"check", "b.trestle"}).exitCode, 0);
    QCOMPARE(workshop.run({"plan", "b.trestle"}).out, sound); // the revision before the damage

    const QByteArray before = workshop.fingerprint();
    const Outcome again = workshop.run({"check", "a.trestle", "--repair", "b.trestle"});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.err.contains("'b.trestle' exists already"), again.err.constData());
    QVERIFY(workshop.fingerprint() == before);
}

void TestCliFiles::checkNeverWrites()
{
    const QByteArray before = m_workshop.fingerprint();
    for (const char* plan : {"tiny.trestle", "tiny.json"}) {
        QCOMPARE(m_workshop.run({"check", plan}).exitCode, 0);
        QCOMPARE(m_workshop.run({"plan", plan}).exitCode, 0);
        QCOMPARE(m_workshop.run({"export", plan, "-", "--format", "csv"}).exitCode, 0);
    }
    QVERIFY(m_workshop.fingerprint() == before);
}

void TestCliFiles::drawingsNeedTheOtherProgram()
{
    for (const char* format : {"svg", "png", "pdf"}) {
        const Workshop workshop;
        workshop.write("a.json", m_workshop.read("tiny.json"));
        const QString output = QStringLiteral("out.") + format;
#ifdef TRESTLE_GUI
        const Outcome outcome = workshop.run({"export", "-", output}, m_workshop.read("tiny.json"));
        // Control characters in its name: fonts have the Chinese ones.
        QVERIFY2(outcome.err.startsWith("trestle: note: no font here has U+0007, U+001B"), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("U+8A08") && outcome.err.count('\n') == 1, outcome.err.constData());
        QCOMPARE(outcome.exitCode, 0);
        const QByteArray drawing = workshop.read(output);
        const QByteArrayList starts{"<?xml", "\x89PNG\r\n\x1a\n", "%PDF-"};
        QVERIFY2(std::any_of(starts.begin(), starts.end(),
                             [&](const QByteArray& start) { return drawing.startsWith(start); }),
                 drawing.left(20).constData());
        const Outcome pipe = workshop.run({"export", "a.json", "-", "--format", format});
        QCOMPARE(pipe.exitCode, 0);
        QVERIFY(pipe.out.size() > 1000);
        const Outcome bad = workshop.run({"export", "a.json", "nowhere/" + output});
        QCOMPARE(bad.exitCode, 1);
        QVERIFY(bad.err.startsWith("trestle: cannot write 'nowhere/"));
#else
        const Outcome outcome = workshop.run({"export", "a.json", output});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.err, "trestle: this installation has no window and cannot make " + output.toUtf8() +
                                  "; 'trestle --help' lists what works without\n");
        QVERIFY(!workshop.has(output));
#endif
    }
}

void TestCliFiles::pdfsAreSound_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("audience");
    for (const char* audience : {"internal", "client", "investor"})
        QTest::addRow("report, %s", audience) << QStringLiteral("pdf") << QString::fromLatin1(audience);
    QTest::newRow("proposal") << QStringLiteral("proposal") << QStringLiteral("client");
}

// As qpdf reads them, which is strict where viewers are lenient.
void TestCliFiles::pdfsAreSound()
{
#ifdef TRESTLE_GUI
    QFETCH(QString, format);
    QFETCH(QString, audience);
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    QCOMPARE(workshop.run({"import", "a.json", "a.trestle"}).exitCode, 0);
    QCOMPARE(workshop.run({"set", "a.trestle", "--client", "\u5ba2 & <Co>"}).exitCode, 0);
    const Outcome outcome = workshop.run(
        {"export", "a.trestle", "a.pdf", "--format", format, "--audience", audience, "--company", "(Q\\)"});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    QProcess qpdf;
    qpdf.start("qpdf", {"--check", workshop.path("a.pdf")});
    QVERIFY(qpdf.waitForFinished());
    QVERIFY2(qpdf.exitCode() == 0, (qpdf.readAllStandardOutput() + qpdf.readAllStandardError()).constData());
#endif
}

// A system with Inter alone has no Japanese letters: they are boxes on what is drawn, and it is said which.
void TestCliFiles::boxesAreTold()
{
#ifdef TRESTLE_GUI
    const Workshop workshop;
    workshop.write("fonts.conf", "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>"
                                 "<dir>/usr/share/fonts/opentype/inter</dir><cachedir>cache</cachedir></fontconfig>");
    workshop.write("a.json", m_workshop.read("tiny.json"));
    for (const char* output : {"out.pdf", "out.svg", "out.png"}) {
        const Outcome outcome =
            workshop.run({"export", "a.json", output}, {}, {{"FONTCONFIG_FILE", workshop.path("fonts.conf")}});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains("U+30B9, U+30BF"), outcome.err.constData());
    }
#else
    QSKIP("this build draws nothing");
#endif
}

void TestCliFiles::webPageTellsVersions()
{
    const auto page = [&](const QString& plan, const QStringList& options = {}) {
        return m_workshop.run(QStringList{"export", plan, "-", "--format", "html"} + options).out;
    };
    QVERIFY(page("offer.trestle").contains("<bdi>Agreed</bdi>"));
    QVERIFY(!page("offer.trestle", {"--audience", "client"}).contains("Agreed"));
    QVERIFY(!page("tiny.trestle").contains("<h2>Versions</h2>"));
    QVERIFY(page("tiny.json").endsWith("</html>\n"));
}

// The report can carry what has changed since a version that was named.
void TestCliFiles::reportsSinceAVersion()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
#ifdef TRESTLE_GUI
    const auto since = [&](const QString& version, const QStringList& more = {}) {
        return workshop.run(QStringList{"export", "a.trestle", "a.pdf", "--since", version} + more);
    };
    QCOMPARE(since("Sent").err, "trestle: no version is named 'Sent'; the window's History page names versions\n");
    {
        auto file = trestle::PlanFile::open(workshop.path("a.trestle").toStdString());
        QVERIFY(file);
        QVERIFY(file->setTag(file->head().id, "Sent to investors").has_value());
    }
    QCOMPARE(workshop.run({"set", "a.trestle", "sessions=done"}).exitCode, 0);
    const Outcome unknown = since("Sent");
    QCOMPARE(unknown.err, "trestle: no version is named 'Sent'; there is 'Sent to investors'\n");
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY(!workshop.has("a.pdf"));
    const Outcome whole = since("Sent to investors");
    QCOMPARE(whole.err, "");
    QCOMPARE(whole.exitCode, 0);
    QVERIFY(workshop.read("a.pdf").startsWith("%PDF-"));
    QProcess text;
    text.start("pdftotext", {workshop.path("a.pdf"), "-"});
    QVERIFY(text.waitForFinished());
    const QString words = QString::fromUtf8(text.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    QVERIFY2(words.contains("Sent to investors"), qPrintable(words));
    QVERIFY2(words.contains("Sessions that expire and renew"), qPrintable(words));
    QVERIFY(since("Sent to investors", {"--scenario", "B"}).err.contains("without --scenario"));
#endif
    const Outcome table = workshop.run({"export", "a.trestle", "a.csv", "--since", "Sent"});
    QCOMPARE(table.exitCode, 1);
    QVERIFY2(table.err.contains("pdf or changeorder or changeorderdocx only"), table.err.constData());
}

void TestCliFiles::optionsAreForFormatsThatTakeThem_data()
{
    QTest::addColumn<QStringList>("option");
    QTest::addColumn<bool trestle::ExportFormat::*>("taken");
    using Format = trestle::ExportFormat;
    QTest::newRow("since") << QStringList{"--since", "Sent"} << &Format::takesChanges;
    QTest::newRow("paper") << QStringList{"--paper", "a3"} << &Format::takesPaper;
    QTest::newRow("pages") << QStringList{"--pages", "summary"} << &Format::takesParts;
    QTest::newRow("scale") << QStringList{"--scale", "3"} << &Format::takesScale;
    QTest::newRow("chart") << QStringList{"--chart", "finish"} << &Format::takesChart;
    QTest::newRow("company") << QStringList{"--company", "Us"} << &Format::takesLetterhead;
    QTest::newRow("prepared by") << QStringList{"--prepared-by", "Ana"} << &Format::takesLetterhead;
    QTest::newRow("note") << QStringList{"--note", "Hello"} << &Format::takesLetterhead;
    QTest::newRow("logo") << QStringList{"--logo", "logo.png"} << &Format::takesLetterhead;
    QTest::newRow("separator") << QStringList{"--separator", ";"} << &Format::takesSeparator;
    QTest::newRow("decimal comma") << QStringList{"--decimal-comma"} << &Format::takesSeparator;
    QTest::newRow("GST") << QStringList{"--with-gst"} << &Format::takesGst;
}

void TestCliFiles::optionsAreForFormatsThatTakeThem()
{
    QFETCH(QStringList, option);
    QFETCH(bool trestle::ExportFormat::*, taken);
    for (const trestle::ExportFormat& format : trestle::exportFormats()) {
        if (format.*taken)
            continue;
        const Outcome outcome =
            m_workshop.run(QStringList{"export", "nothing.json", "-", "--format", format.key.data()} + option);
        QCOMPARE(outcome.exitCode, 1);
        const QByteArray start = "trestle: " + option.first().toUtf8() + ": '";
        QVERIFY2(outcome.err.startsWith(start), outcome.err.constData());
        QVERIFY2(outcome.err.contains("cannot be used; give it for "), outcome.err.constData());
    }
}

void TestCliFiles::optionsAreChecked_data()
{
    QTest::addColumn<QStringList>("option");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("audience") << QStringList{"out.csv", "--audience", "public"}
                              << QByteArray("--audience: 'public' cannot be used; give internal, client, investor");
    for (const char* scale : {"0", "5", "2.5", "", "-1", "two"})
        QTest::addRow("scale %s", scale) << QStringList{"out.png", QStringLiteral("--scale=") + scale}
                                         << QByteArray("; give 1 to 4");
    QTest::newRow("chart") << QStringList{"out.svg", "--chart", "pie"}
                           << QByteArray("--chart: 'pie' cannot be used; give plan, items, finish, cost, cash, margin");
    QTest::newRow("separator") << QStringList{"out.csv", "--separator", "."}
                               << QByteArray("--separator: '.' cannot be used; give ',' or ';'");
    QTest::newRow("comma twice") << QStringList{"out.csv", "--separator", ",", "--decimal-comma"}
                                 << QByteArray("give ';' with --decimal-comma");
}

void TestCliFiles::optionsAreChecked()
{
    QFETCH(QStringList, option);
    QFETCH(QByteArray, words);
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    const Outcome outcome = workshop.run(QStringList{"export", "a.json"} + option);
    QCOMPARE(outcome.exitCode, 1);
#ifndef TRESTLE_GUI
    if (option.first().endsWith(".png") || option.first().endsWith(".svg"))
        return; // that it cannot draw is said first
#endif
    QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    QCOMPARE(namesIn(workshop), QStringList{"a.json"});
}

// What a client reads says what is missing for it.
void TestCliFiles::offersNeedAClientAndAVersion()
{
    const Workshop workshop;
    QCOMPARE(workshop.run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    const Outcome unpriced = workshop.run({"export", "a.trestle", "a.docx"});
    QCOMPARE(unpriced.exitCode, 1);
    QCOMPARE(unpriced.err,
             "trestle: the plan has neither a client nor a bill rate, so that it offers nothing; name one "
             "with trestle set PLAN --client NAME, and bill rates with --bill-rate NAME:AUD\n");
    QCOMPARE(workshop.run({"set", "a.trestle", "--client", "Saltbush"}).exitCode, 0);
    QCOMPARE(workshop.run({"export", "a.trestle", "a.docx"}).err, "");
    QVERIFY(workshop.read("a.docx").startsWith("PK"));
    const Outcome noVersion = workshop.run({"export", "a.trestle", "b.docx", "--format", "changeorderdocx"});
    QCOMPARE(noVersion.exitCode, 1);
    QVERIFY2(noVersion.err.contains("name the version that was agreed with --since VERSION"),
             noVersion.err.constData());
    const Outcome investor = workshop.run({"export", "a.trestle", "b.docx", "--audience", "investor"});
    QVERIFY2(investor.err.contains("internal, client"), investor.err.constData());
    QVERIFY(!workshop.has("b.docx"));
}

// A logo is the picture of a size that every reader can show, whole.
void TestCliFiles::logoIsChecked()
{
    const Workshop workshop;
    const auto refusal = [&](const QByteArray& bytes) {
        workshop.write("logo.png", bytes);
        const auto logo = trestle::readLogo(workshop.path("logo.png").toStdString());
        return logo ? QByteArray() : QByteArray::number(static_cast<int>(logo.error().code));
    };
    const auto code = [](trestle::ErrorCode which) { return QByteArray::number(static_cast<int>(which)); };
    const auto png = [](const QByteArray& width, const QByteArray& height) {
        return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + width + height +
               QByteArray("\x08\x02\0\0\0....\0\0\0\0IEND\xae\x42\x60\x82", 21);
    };
    const QByteArray two("\0\0\0\2", 4);
    QCOMPARE(refusal(png(two, two)), QByteArray());
    QCOMPARE(refusal(png(QByteArray("\0\0\0\0", 4), two)), code(trestle::ErrorCode::notAPicture));
    QCOMPARE(refusal(png(two, QByteArray("\0\1\0\0", 4))), code(trestle::ErrorCode::notAPicture));
    QCOMPARE(refusal(png(two, two).chopped(1)), code(trestle::ErrorCode::notAPicture));
    QCOMPARE(refusal("\xff\xd8\xff\xe0 a photograph"), code(trestle::ErrorCode::notAPicture));
    QCOMPARE(refusal({}), code(trestle::ErrorCode::notAPicture));
    QCOMPARE(refusal(QByteArray(3'000'000, 'x')), code(trestle::ErrorCode::fileTooLarge));
    const auto none = trestle::readLogo(workshop.path("none.png").toStdString());
    QVERIFY(!none && none.error().code == trestle::ErrorCode::fileNotFound);
}

void TestCliFiles::pictureIsScaled()
{
#ifdef TRESTLE_GUI
    const auto width = [&](const char* scale) {
        const Outcome outcome = m_workshop.run({"export", "tiny.trestle", "-", "--format", "png", "--scale", scale});
        quint32 pixels = 0;
        for (const char byte : outcome.out.mid(16, 4))
            pixels = pixels << 8 | static_cast<unsigned char>(byte);
        return pixels;
    };
    const quint32 once = width("1");
    QVERIFY(once > 100);
    QCOMPARE(width("4"), 4 * once);
#else
    QSKIP("This build has no pictures");
#endif
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_cli_files.moc"
