#include "data/formats/export_formats.h"
#include "tests/app/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <unistd.h>

/// Bad input and bad usage: one clear line on the error stream, the right exit code, nothing on standard output, and
/// everything in the folder as it was.
class TestCliErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refuses_data();
    void refuses();
    void namesThatNoFileCanHave_data();
    void namesThatNoFileCanHave();
    void namesTheFileInFull();
    void sizesHaveAUnit();
    void saysWhenMemoryRunsOut();
    void refusesBrokenText();
    void numbersAreReadInNoLocale_data();
    void numbersAreReadInNoLocale();
    void reportsLostOutput_data();
    void reportsLostOutput();
    void endsQuietlyWhenTheReaderHasGone();
    void aFolderThatCannotBeWritten();

private:
    Workshop m_workshop;
};

namespace {

QByteArray knownFormats()
{
    QStringList keys;
    for (const trestle::ExportFormat& format : trestle::exportFormats())
        keys += QString::fromUtf8(format.key);
    keys.sort();
    return keys.join(", ").toUtf8();
}

QByteArray nested(int depth)
{
    return R"({"kind":"plan","format":1,"items":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
}

/// The catalogue with a link back from the last phase to the first.
QByteArray cyclicCatalogue()
{
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray links = catalogue["links"].toArray();
    QJsonObject back = links[0].toObject();
    back["from"] = "operations";
    back["to"] = "database";
    links.append(back);
    catalogue["links"] = links;
    return QJsonDocument(catalogue).toJson();
}

/// A plan whose first person is another.
QByteArray withPerson(const QByteArray& plan, const QString& name, double allocation, double rate)
{
    QJsonObject changed = QJsonDocument::fromJson(plan).object();
    QJsonArray team = changed["team"].toArray();
    QJsonObject person = team[0].toObject();
    person["name"] = name;
    person["allocation"] = allocation;
    person["weeklyRate"] = rate;
    team[0] = person;
    changed["team"] = team;
    return QJsonDocument(changed).toJson();
}

/// The catalogue with so much more in the share of its first item.
QByteArray catalogueWithShare(double more)
{
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray phases = catalogue["phases"].toArray();
    QJsonObject phase = phases[0].toObject();
    QJsonArray items = phase["items"].toArray();
    QJsonObject item = items[0].toObject();
    QJsonObject share = item["share"].toObject();
    share["value"] = share["value"].toDouble() + more;
    item["share"] = share;
    items[0] = item;
    phase["items"] = items;
    phases[0] = phase;
    catalogue["phases"] = phases;
    return QJsonDocument(catalogue).toJson();
}

QByteArray catalogueThatNeedsASkill()
{
    QJsonObject catalogue = builtinCatalogue();
    QJsonArray phases = catalogue["phases"].toArray();
    QJsonObject phase = phases[0].toObject();
    QJsonArray items = phase["items"].toArray();
    QJsonObject item = items[0].toObject();
    item["skill"] = "databases";
    items[0] = item;
    phase["items"] = items;
    phases[0] = phase;
    catalogue["phases"] = phases;
    return QJsonDocument(catalogue).toJson();
}

} // namespace

void TestCliErrors::initTestCase()
{
    QCOMPARE(m_workshop.run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04"}).exitCode, 0);
    QCOMPARE(m_workshop.run({"export", "a.trestle", "a.json"}).exitCode, 0);
    m_workshop.write("figures.json", m_workshop.run({"plan", "a.trestle", "--json"}).out);
    m_workshop.write("text.txt", "What is left to do, and by when?\n");
    m_workshop.write("text.trestle", "What is left to do, and by when?\n");
    m_workshop.write("empty.trestle", "");
    m_workshop.write("byte.trestle", "S");
    m_workshop.write("deep.json", nested(100'000));
    m_workshop.write("cycle.json", cyclicCatalogue());
    m_workshop.write("skill.json", catalogueThatNeedsASkill());
    m_workshop.write("bad-item.json",
                     m_workshop.read("a.json").replace(R"("kind": "plan")",
                                                       R"("items": {"sesions": {"state": "done"}}, "kind": "plan")"));
    m_workshop.write("twice.json", R"({"kind":"plan","kind":"plan"})");
    m_workshop.write("no-name.json", withPerson(m_workshop.read("a.json"), "", 1.0, 5000));
    m_workshop.write("nameless.json", m_workshop.read("no-name.json").replace("\"name\": \"\",", ""));
    m_workshop.write("blank-name.json", withPerson(m_workshop.read("a.json"), "\t\u00a0\u3000", 1.0, 5000));
    m_workshop.write("percent.json", withPerson(m_workshop.read("a.json"), "Ana", 0.0000625, 5000));
    m_workshop.write("rich.json", withPerson(m_workshop.read("a.json"), "Ana", 1.0, 2e12));
    m_workshop.write("day.json", m_workshop.read("a.json").replace("2027-01-04", "2027-13-40"));
    m_workshop.write("shares.json", catalogueWithShare(0.0000015));
    QVERIFY(QFile::link("loop", m_workshop.path("loop")));

    QByteArray newer = m_workshop.read("a.trestle");
    newer[60] = 0x7f; // the first byte of SQLite's user_version
    m_workshop.write("newer.trestle", newer);
    QByteArray damaged = m_workshop.read("a.trestle");
    const auto half = damaged.size() / 2;
    damaged.replace(4096, half, QByteArray(half, '\xA5'));
    m_workshop.write("damaged.trestle", damaged);
}

void TestCliErrors::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says"); // a part of the line
    QTest::addColumn<QByteArray>("input");

    const auto bad = [](const char* name, const QStringList& arguments, const QByteArray& says,
                        const QByteArray& input = {}) { QTest::addRow("%s", name) << arguments << 1 << says << input; };
    const auto usage = [](const char* name, const QStringList& arguments, const char* says) {
        QTest::addRow("usage: %s", name) << arguments << 2 << QByteArray(says) << QByteArray();
    };
    const auto set = [&](const char* name, const QStringList& arguments, const char* says) {
        bad(qPrintable(QStringLiteral("set: %1").arg(name)), QStringList{"set", "a.trestle"} + arguments, says);
    };
    const auto make = [&](const char* name, const QStringList& arguments, const char* says) {
        bad(qPrintable(QStringLiteral("new: %1").arg(name)),
            QStringList{"new", "b.trestle", "--name", "B", "--start", "2027-01-04"} + arguments, says);
    };

    // Items.
    set("unknown item", {"unit-test=done"}, "there is no item 'unit-test'; did you mean 'unit-tests'?");
    set("unknown item, nothing near", {"blockchain=done"}, "there is no item 'blockchain'; 'trestle plan' lists them");
    set("a phase is no item", {"database=done"}, "there is no item 'database'");
    set("unknown state", {"sessions=finished"},
        "sessions: 'finished' cannot be used; give done, underway, partial, missing or excluded");
    set("no state", {"sessions="}, "sessions: nothing is given");
    set("two states", {"sessions=done", "sessions=missing"}, "sessions: 'sessions=missing' cannot be used");
    set("one good, one bad", {"sessions=done", "sesions=done"}, "did you mean 'sessions'?");

    // Dates.
    set("no such day", {"--start", "2027-02-30"}, "--start: '2027-02-30' is not a date");
    set("another form", {"--start", "04/01/2027"}, "--start: '04/01/2027' is not a date");
    set("short date", {"--target", "2027-1-4"}, "--target: '2027-1-4' is not a date");
    set("date with more behind", {"--as-of", "2027-01-04x"}, "--as-of: '2027-01-04x' is not a date");
    set("empty start", {"--start", ""}, "--start: '' is not a date");
    set("far future", {"--start", "9999-01-01"}, "--start: '9999-01-01' is not a date");
    set("day off", {"--day-off", "Christmas"}, "--day-off: 'Christmas' is not a date");
    set("holiday worked", {"--work-on", "Easter"}, "--work-on: 'Easter' is not a date");
    set("region", {"--region", "nz"}, "--region: 'nz' cannot be used; give nsw, vic, qld, sa, wa, tas, nt or act");
    set("closure without a day", {"--closure", "Christmas"},
        "--closure: 'Christmas' cannot be used; give FROM..TO:LABEL");
    set("closure, no such day", {"--closure", "02-30..03-01"}, "--closure: '02-30..03-01' cannot be used");
    set("closure with years", {"--closure", "2027-12-25..2028-01-01"}, "--closure: '2027-12-25..2028-01-01' cannot");
    set("no hours", {"--hours-per-week", "0"}, "--hours-per-week: '0' cannot be used; give 1 to 168");
    set("hours in words", {"--hours-per-week", "38h"}, "--hours-per-week: '38h'");

    // People.
    set("allocation 0", {"--person", "Ana:0:5000"}, "the allocation of 'Ana' is '0'; give 0.001 to 1");
    set("allocation 0.0", {"--person", "Ana:0.0:5000"}, "the allocation of 'Ana' is '0.0'");
    set("allocation over 1", {"--person", "Ana:1.5:5000"}, "the allocation of 'Ana' is '1.5'");
    set("negative allocation", {"--person", "Ana:-1:5000"}, "the allocation of 'Ana' is '-1'");
    set("allocation is no number", {"--person", "Ana:full:5000"}, "the allocation of 'Ana' is 'full'");
    set("allocation with a comma", {"--person", "Ana:0,5:5000"}, "the allocation of 'Ana' is '0,5'");
    set("allocation not a number", {"--person", "Ana:nan:5000"}, "the allocation of 'Ana' is 'nan'");
    set("no rate", {"--person", "Ana:1"}, "give NAME:FTE:RATE");
    set("negative rate", {"--person", "Ana:1:-5"}, "--person Ana: '-5' cannot be used; give dollars");
    set("rate with tenths of a cent", {"--person", "Ana:1:5000.005"}, "'5000.005' cannot be used");
    set("rate with a comma", {"--person", "Ana:1:5,000"}, "'5,000' cannot be used");
    set("rate with an exponent", {"--person", "Ana:1:5e3"}, "'5e3' cannot be used");
    set("huge rate", {"--person", "Ana:1:99999999999999999999"}, "'99999999999999999999' cannot be used");
    set("rate beyond the model", {"--person", "Ana:1:2000000000000"},
        "the weekly rate of 'Ana' is too large; give at most 1000000000000 dollars");
    set("no name", {"--person", ":1:5000"}, "give a name");
    set("blank name", {"--person", "  :1:5000"}, "give a name");
    set("empty skill", {"--person", "Ana:1:5000:a++b"}, "'a++b' cannot be used; give skills");
    set("too many parts", {"--person", "Ana:1:5000:a:b"}, "give NAME:FTE:RATE");
    set("same person twice", {"--person", "Ana:1:5000", "--person", "Ana:1:6000"}, "the name 'Ana' is given twice");
    set("remove nobody", {"--remove-person", "Bob"},
        "there is nobody called 'Bob' on the team; there is Lead engineer, Part-time engineer");
    set("remove everybody", {"--remove-person", "Lead engineer", "--remove-person", "Part-time engineer"},
        "there is work and nobody to do it");
    set("leave of nobody", {"--leave", "Bob:2027-01-04..2027-01-08"}, "there is nobody called 'Bob'");
    set("leave backwards", {"--leave", "Lead engineer:2027-01-08..2027-01-04"}, "give the first day before the last");
    set("leave without a name", {"--leave", "2027-01-08"}, "give NAME:FROM..TO");
    set("leave with a bad day", {"--leave", "Lead engineer:2027-01-04..soon"}, "'soon' is not a date");
    set("first day of nobody", {"--first-day", "Bob:2027-01-04"}, "there is nobody called 'Bob'");
    set("last day of nobody", {"--last-day", "Bob:2027-01-04"}, "there is nobody called 'Bob'");
    set("bad last day", {"--last-day", "Lead engineer:Friday"}, "'Friday' is not a date");
    set("own time of nobody", {"--unpaid", "Bob"}, "there is nobody called 'Bob'");
    set("bill rate in words", {"--bill-rate", "Lead engineer:lots"}, "'lots' cannot be used; give dollars");
    set("bill rate of nobody", {"--bill-rate", "Bob:7000"}, "there is nobody called 'Bob'");
    set("role without a rate", {"--role", "Tester:1"}, "give NAME:FTE:RATE");
    set("role and person of one name", {"--person", "Ana:1:5000", "--role", "Ana:1:5000"},
        "the name 'Ana' is given twice");
    set("nobody is left", {"--last-day", "Lead engineer:2027-01-08", "--last-day", "Part-time engineer:2027-01-15"},
        "after the last day of Part-time engineer; give a later one with --last-day NAME:DATE");
    set("bad first day", {"--first-day", "Lead engineer:Monday"}, "'Monday' is not a date");

    // Answers and settings.
    set("unknown condition", {"--profile", "payments,crypto"},
        "--profile: there is no profile answer 'crypto'; known are payments, compliance, user-content, enterprise");
    set("unknown scale", {"--scale", "5k"}, "--scale: there is no scale '5k'; known are 10k, 100k, 1m");
    set("validated", {"--validated", "maybe"}, "--validated: 'maybe' cannot be used; give yes or no");
    set("maintainer", {"--maintainer", "two"}, "--maintainer: 'two' cannot be used; give one or team");
    set("cost mode", {"--cost-mode", "free"}, "--cost-mode: 'free' cannot be used; give worked or retained");
    set("rho over 1", {"--rho", "1.5"}, "--rho: '1.5' cannot be used; give 0 to 1");
    set("an unknown outside view", {"--outside-view", "often"},
        "--outside-view: 'often' cannot be used; give estimates, usual, overrunning, own or record");
    set("an outside view too far", {"--outside-view", "1.5:0.3"},
        "--outside-view: '1.5:0.3' cannot be used; give -1 to 1");
    set("an outside view too wide", {"--outside-view", "0:2"}, "--outside-view: '0:2' cannot be used; give 0 to 1.5");
    set("an outside view of words", {"--outside-view", "a:b"}, "--outside-view: 'a' cannot be used");
    set("negative rho", {"--rho", "-0.5"}, "--rho: '-0.5' cannot be used");
    set("confidence", {"--confidence", "85"}, "--confidence: '85' cannot be used; give 50, 80 or 90");
    set("GST", {"--gst", "no"}, "--gst: 'no' cannot be used; give ex or inc");
    set("order", {"--order", "shortest"}, "--order: 'shortest' cannot be used; give catalogue or optimised");
    set("budget with a comma", {"--budget", "180,000"}, "--budget: '180,000' cannot be used");
    set("negative budget", {"--budget", "-1"}, "--budget: '-1' cannot be used");
    set("huge budget", {"--budget", "9999999999999"}, "--budget: '9999999999999' cannot be used");
    set("hexadecimal budget", {"--budget", "0x10"}, "--budget: '0x10' cannot be used");
    set("good and bad together", {"sessions=done", "--target", "2027-06-25", "--budget", "lots"},
        "'lots' cannot be used");

    // Plans that are none.
    bad("plan: no file", {"plan", "nowhere.trestle"}, "there is no file 'nowhere.trestle'");
    bad("plan: a folder", {"plan", "."}, "cannot read '.'");
    bad("plan: a text file", {"plan", "text.trestle"}, "'text.trestle' is not a plan");
    bad("plan: an empty file", {"plan", "empty.trestle"}, "'empty.trestle' is not a plan");
    bad("plan: one byte", {"plan", "byte.trestle"}, "'byte.trestle' is not a plan");
    bad("plan: a newer version", {"plan", "newer.trestle"}, "'newer.trestle' was made by a newer Trestle");
    bad("plan: damaged", {"plan", "damaged.trestle"}, "'damaged.trestle' is damaged");
    bad("plan: nested too deeply", {"plan", "deep.json"}, "nested too deeply");
    bad("plan: figures", {"plan", "figures.json"}, "this is JSON of the kind 'figures', not 'plan'");
    bad("plan: a catalogue", {"plan", "cycle.json"}, "'catalogue', not 'plan'");
    bad("plan: unknown item in JSON", {"plan", "bad-item.json"},
        "there is no item 'sesions'; did you mean 'sessions'?");
    bad("plan: a key twice", {"plan", "twice.json"}, "the key 'kind' stands there twice");
    bad("plan: unknown scenario", {"plan", "a.trestle", "--scenario", "Lean"},
        "there is no scenario 'Lean'; 'trestle scenario list PLAN' shows those there are");
    bad("plan: standard input is no JSON", {"plan", "-"}, "standard input", "What is left to do?");
    bad("plan: nothing on standard input", {"plan", "-"}, "standard input");
    bad("plan: a person without a name", {"plan", "no-name.json"},
        "no-name.json#/team/0/name: nothing is given; give a name");
    bad("plan: a person whose name is missing", {"plan", "nameless.json"},
        "nameless.json#/team/0/name: found nothing, expected text");
    bad("plan: a person with a blank name", {"plan", "blank-name.json"}, "cannot be used; give a name");
    bad("plan: an allocation of nearly nothing", {"plan", "percent.json"}, "is '0.0000625'; give 0.001 to 1");
    bad("plan: a rate beyond the model", {"plan", "rich.json"},
        "rich.json#/team/0/weeklyRate: found 2000000000000, expected a number, 1000000000000 or less");
    bad("plan: no such day in JSON", {"plan", "day.json"}, "day.json#/start: '2027-13-40' is not a date");
    bad("set: no file", {"set", "nowhere.trestle", "sessions=done"}, "there is no file 'nowhere.trestle'");
    bad("set: a newer version", {"set", "newer.trestle", "sessions=done"}, "made by a newer Trestle");
    bad("set: damaged", {"set", "damaged.trestle", "sessions=done"}, "is damaged");
    bad("set: unknown item in plan JSON", {"set", "a.json", "sesions=done"}, "did you mean 'sessions'?");
    bad("set: figures", {"set", "figures.json", "sessions=done"}, "'figures'");
    bad("check: a text file", {"check", "text.txt"}, "'text.txt' is not a plan");
    bad("check: a newer version", {"check", "newer.trestle"}, "made by a newer Trestle");
    bad("check: figures", {"check", "figures.json"}, "'figures'");

    // New plans.
    bad("new: exists", {"new", "a.trestle", "--name", "A"}, "'a.trestle' exists already");
    bad("new: exists and is no plan", {"new", "text.txt", "--name", "A"}, "'text.txt' exists already");
    bad("new: no folder", {"new", "nowhere/b.trestle", "--name", "B"}, "cannot write 'nowhere/b.trestle'");
    bad("new: a file in place of a folder", {"new", "text.txt/b.trestle", "--name", "B"},
        "cannot write 'text.txt/b.trestle'");
    bad("new: empty name", {"new", "b.trestle", "--name", ""}, "--name: nothing is given");
    bad("new: blank name", {"new", "b.trestle", "--name", " \t"}, "--name");
    bad("new: as JSON", {"new", "b.json", "--name", "B"}, "'b.json' cannot be used");
    bad("new: to standard output", {"new", "-", "--name", "B"}, "'-' cannot be used");
    make("allocation 0", {"--person", "Ana:0:5000"}, "the allocation of 'Ana' is '0'");
    make("nobody is able", {"--catalogue", "skill.json", "--person", "Ana:1:5000:design"},
         "nobody on the team can do 'schema-for-scale', which needs the skill 'databases'");
    make("cycle in the catalogue", {"--catalogue", "cycle.json"}, "these wait for each other in a circle");
    make("catalogue nested too deeply", {"--catalogue", "deep.json"}, "nested too deeply");
    make("shares that are nearly 1", {"--catalogue", "shares.json"}, "sum to 1.0000015; make them sum to 1");
    make("no catalogue", {"--catalogue", "nowhere.json"}, "there is no file 'nowhere.json'");
    make("a catalogue that is text", {"--catalogue", "text.txt"}, "text.txt:1:1: not valid JSON");
    make("a catalogue that is a plan", {"--catalogue", "a.json"}, "'plan', not 'catalogue'");
    make(
        "many people",
        [] {
            QStringList people;
            for (int i = 0; i < 65; ++i)
                people << "--person" << QStringLiteral("P%1:1:1").arg(i);
            return people;
        }(),
        "65 people are more than the 64");

    // Exports and imports.
    bad("export: unknown format", {"export", "a.trestle", "a.odt"},
        "there is no format 'odt'; known are " + knownFormats());
    bad("export: no format", {"export", "a.trestle", "a"}, "name one with --format");
    bad("export: unknown --format", {"export", "a.trestle", "a.csv", "--format", "xls"}, "there is no format 'xls'");
    bad("export: separator", {"export", "a.trestle", "a.csv", "--separator", "x"}, "--separator: 'x' cannot be used");
    bad("export: separator of JSON", {"export", "a.trestle", "b.json", "--separator", ";"}, "for CSV only");
    bad("export: decimal comma of JSON", {"export", "a.trestle", "b.json", "--decimal-comma"}, "for CSV only");
    bad("export: two commas", {"export", "a.trestle", "b.csv", "--decimal-comma", "--separator", ","},
        "';' with --decimal-comma");
    bad("export: no folder", {"export", "a.trestle", "nowhere/a.csv"}, "cannot write 'nowhere/a.csv'");
    bad("export: onto a folder", {"export", "a.trestle", ".", "--format", "csv"}, "cannot write '.'");
    bad("export: unknown scenario", {"export", "a.trestle", "b.csv", "--scenario", "Lean"},
        "there is no scenario 'Lean'");
    bad("import: exists", {"import", "a.json", "a.trestle"},
        "'a.trestle' exists already; choose another name or add --force");
    bad("import: figures", {"import", "figures.json", "b.trestle"}, "'figures', not 'plan'");
    bad("import: text", {"import", "text.txt", "b.trestle"}, "'text.txt' is not a plan");
    bad("import: a plan file", {"import", "a.trestle", "b.trestle"}, "there is no format 'a.trestle'");
    bad("import: no such file", {"import", "project.xml", "b.trestle"}, "there is no file 'project.xml'");
    bad("import: nested too deeply", {"import", "deep.json", "b.trestle"}, "nested too deeply");
    bad("import: bad input over a plan", {"import", "deep.json", "a.trestle", "--force"}, "nested too deeply");
    bad("import: no folder", {"import", "a.json", "nowhere/b.trestle"}, "cannot write 'nowhere/b.trestle'");
    bad("import: over a folder", {"import", "a.json", ".", "--force"}, "cannot write '.'");

    // The window.
    bad("window: no file", {"nowhere.trestle"}, "there is no file 'nowhere.trestle'");
    bad("window: no display", {"a.trestle"}, "there is no display to open the window on");
    bad("window: no display for the sample", {"--sample"}, "there is no display");
    bad("window: no display, no file", {}, "there is no display");

    usage("unknown option", {"plan", "a.trestle", "--jsn"}, "--jsn; see 'trestle plan --help'");
    usage("unknown option of the program", {"--frobnicate"}, "--frobnicate; see 'trestle --help'");
    usage("no plan", {"plan"}, "PLAN is required");
    usage("no output", {"export", "a.trestle"}, "OUT is required");
    usage("no name", {"new", "b.trestle"}, "--name is required");
    usage("one plan too many", {"plan", "a.trestle", "b.trestle"}, "b.trestle");
    usage("option without a value", {"set", "a.trestle", "--start"}, "--start");
    usage("start twice", {"set", "a.trestle", "--start", "2027-01-04", "--start", "2027-01-05"}, "--start");
    usage("no equals sign", {"set", "a.trestle", "sessions"}, "'sessions' is not of the form ITEM=STATE");
    usage("nothing to set", {"set", "a.trestle"}, "nothing to change");
    usage("mistyped command", {"plna", "a.trestle"}, "there is no command or file 'plna'");
    usage("mistyped command alone", {"plna"}, "there is no command or file 'plna'");
    usage("two commands", {"plan", "a.trestle", "--json", "check"}, "check");
    usage("a file and the sample", {"a.trestle", "--sample"}, "--sample");
}

void TestCliErrors::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    QFETCH(QByteArray, input);

    const QByteArray before = m_workshop.fingerprint();
    const Outcome outcome = m_workshop.run(arguments, input);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.exitCode, exitCode);
    QCOMPARE(outcome.out, "");
    QVERIFY2(outcome.err.startsWith("trestle: "), outcome.err.constData());
    QVERIFY2(outcome.err.endsWith('\n') && outcome.err.count('\n') == 1, outcome.err.constData());
    QVERIFY(m_workshop.fingerprint() == before);
}

void TestCliErrors::namesThatNoFileCanHave_data()
{
    QTest::addColumn<QString>("path");
    QTest::addRow("too long") << QString(300, u'n');
    QTest::addRow("too long for a folder") << QString(300, u'n') + "/plan.trestle";
    QTest::addRow("longer than any path") << QString(5000, u'n').replace(200, 1, "/");
    QTest::addRow("a link to itself") << "loop";
    QTest::addRow("behind a link to itself") << "loop/plan.trestle";
    QTest::addRow("behind a file") << "text.txt/plan.trestle";
}

void TestCliErrors::namesThatNoFileCanHave()
{
    QFETCH(QString, path);
    const QByteArray before = m_workshop.fingerprint();
    for (const QStringList& arguments : {QStringList{path},
                                         {path, "--bogus"},
                                         {"plan", path},
                                         {"risk", path},
                                         {"set", path, "sessions=done"},
                                         {"goal", path, "--by", "2027-05-28"},
                                         {"cover", path, "--within", "9"},
                                         {"advise", path},
                                         {"compare", path},
                                         {"check", path},
                                         {"check", "a.trestle", "--repair", path},
                                         {"scenario", "list", path},
                                         {"scenario", "add", path, "--name", "S"},
                                         {"new", path, "--name", "A"},
                                         {"new", "b.trestle", "--name", "A", "--catalogue", path},
                                         {"import", path, "b.trestle"},
                                         {"import", "a.json", path + "/b"},
                                         {"import", "a.json", path + "/b", "--force"},
                                         {"export", path, "b.csv"},
                                         {"export", "a.trestle", path + "/b.csv"}}) {
        const Outcome outcome = m_workshop.run(arguments);
        QVERIFY2(outcome.exitCode == 1 || outcome.exitCode == 2, outcome.err.constData());
        QVERIFY2(outcome.err.startsWith("trestle: ") && outcome.err.count('\n') == 1, outcome.err.constData());
        QVERIFY2(!outcome.err.contains("inside Trestle"), outcome.err.constData());
        QCOMPARE(outcome.out, "");
    }
    QVERIFY(m_workshop.fingerprint() == before);
}

void TestCliErrors::namesTheFileInFull()
{
    const QString path = m_workshop.path("day.json");
    const Outcome outcome = m_workshop.run({"plan", path});
    QCOMPARE(outcome.err, "trestle: " + path.toUtf8() +
                              "#/start: '2027-13-40' is not a date that can be used; give a date such as 2027-01-04\n");
    const Outcome broken = m_workshop.run({"plan", m_workshop.path("deep.json")});
    QVERIFY2(broken.err.startsWith("trestle: " + m_workshop.path().toUtf8()), broken.err.constData());
}

void TestCliErrors::sizesHaveAUnit()
{
    const Workshop workshop;
    {
        QFile huge(workshop.path("huge.trestle"));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        QVERIFY(huge.resize((qint64{1} << 30) + 1)); // without a byte on disk
    }
    const Outcome outcome = workshop.run({"plan", "huge.trestle"});
    QCOMPARE(outcome.err, "trestle: 'huge.trestle' is too large; at most 1024 MB are read\n");
    QCOMPARE(outcome.exitCode, 1);
}

// The second program does the same: both have one `main` around one command line.
void TestCliErrors::saysWhenMemoryRunsOut()
{
#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
    QSKIP("The sanitizer takes more address space than is left here.");
#endif
    const Workshop workshop;
    workshop.write("big.json", '[' + QByteArray("{},").repeated(8'000'000) + "{}]");
    const Outcome outcome = workshop.shell(R"sh(ulimit -v 150000; "$T" plan big.json)sh");
    QCOMPARE(outcome.err,
             "trestle: there is not enough memory to read 'big.json'; close other programs and try again\n");
    QCOMPARE(outcome.exitCode, 1);
    // Where nobody expects it: while the text is read.
    const Outcome early = workshop.shell(R"sh(ulimit -v 30000; "$T" plan big.json)sh");
    QVERIFY2(early.err.contains("not enough memory"), early.err.constData());
    QCOMPARE(early.err.count('\n'), 1);
    QCOMPARE(early.exitCode, 1);
}

void TestCliErrors::refusesBrokenText()
{
    const QByteArray before = m_workshop.fingerprint();
    const Outcome name = m_workshop.shell(R"sh("$T" new b.trestle --name "$(printf 'A\377')")sh");
    QCOMPARE(name.exitCode, 1);
    QVERIFY2(name.err.contains("give text in UTF-8"), name.err.constData());
    // What is echoed is made fit for a terminal.
    const Outcome item = m_workshop.shell(R"sh("$T" set a.trestle "$(printf 'x\033[2J\n\302\233y=done')")sh");
    QCOMPARE(item.exitCode, 1);
    QCOMPARE(item.err, QByteArray("trestle: there is no item 'x\uFFFD[2J\uFFFD\uFFFDy'; 'trestle plan' lists them\n"));
    QVERIFY(m_workshop.fingerprint() == before);
}

void TestCliErrors::numbersAreReadInNoLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addRow("C") << "C";
    QTest::addRow("German, a comma for decimals") << "de_DE.UTF-8";
    QTest::addRow("no such locale") << "xx_XX.UTF-8";
}

void TestCliErrors::numbersAreReadInNoLocale()
{
    QFETCH(QString, locale);
    const Workshop workshop;
    const Variables environment{{"LC_ALL", locale}, {"LC_NUMERIC", locale}};
    QCOMPARE(workshop
                 .run({"new", "a.trestle", "--name", "A", "--start", "2027-01-04", "--person", "Ana:0.5:1234.56"}, {},
                      environment)
                 .exitCode,
             0);
    const Outcome plan = workshop.run({"plan", "a.trestle", "--json"}, {}, environment);
    const QJsonObject figures = QJsonDocument::fromJson(plan.out).object();
    QCOMPARE(at(figures, "finish/likely/weeks").toDouble(), 72.0);
    QCOMPARE(at(figures, "cost/labour/likely").toDouble(), 44444.16); // 36 person-weeks
    QCOMPARE(workshop.run({"set", "a.trestle", "--person", "Ana:0,5:1234.56"}, {}, environment).exitCode, 1);
}

void TestCliErrors::reportsLostOutput_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("says");
    QTest::addRow("full disk") << R"sh("$T" plan a.trestle > /dev/full)sh"
                               << QByteArray("no room left to write 'standard output'");
    QTest::addRow("full disk, figures") << R"sh("$T" plan a.trestle --json > /dev/full)sh"
                                        << QByteArray("no room left");
    QTest::addRow("full disk, help") << R"sh("$T" --help > /dev/full)sh" << QByteArray("no room left");
    QTest::addRow("full disk, export") << R"sh("$T" export a.trestle - --format csv > /dev/full)sh"
                                       << QByteArray("no room left");
    QTest::addRow("full device as target")
        << R"sh("$T" export a.trestle /dev/full --format csv)sh" << QByteArray("no room left to write '/dev/full'");
    QTest::addRow("closed") << R"sh("$T" plan a.trestle >&-)sh" << QByteArray("cannot write 'standard output'");
}

void TestCliErrors::reportsLostOutput()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, says);
    const QByteArray before = m_workshop.fingerprint();
    const Outcome outcome = m_workshop.shell(command);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(m_workshop.fingerprint() == before);
}

void TestCliErrors::endsQuietlyWhenTheReaderHasGone()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    const Outcome outcome = m_workshop.runInto(ends[1], {"plan", "a.trestle"});
    ::close(ends[1]);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.err, "");
}

void TestCliErrors::aFolderThatCannotBeWritten()
{
    const QByteArray before = m_workshop.fingerprint();
    for (const QStringList& arguments :
         {QStringList{"export", "a.trestle", "/proc/a.csv"}, QStringList{"new", "/proc/b.trestle", "--name", "B"},
          QStringList{"import", "a.json", "/proc/b.trestle"},
          QStringList{"import", "a.json", "/proc/version", "--force"}}) {
        const Outcome outcome = m_workshop.run(arguments);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.startsWith("trestle: cannot write '/proc/"), outcome.err.constData());
    }
    QVERIFY(m_workshop.fingerprint() == before);
}

QTEST_GUILESS_MAIN(TestCliErrors)
#include "tst_cli_errors.moc"
