#include "data/formats/export_formats.h"
#include "data/formats/pack.h"
#include "tests/app/support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>

/// `trestle pack`: what goes to an investor, a client or the team, in one folder.
class TestCliPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void entriesAreFormats();
    void filesAreTheSingleExports_data();
    void filesAreTheSingleExports();
    void readmeSaysWhatIsThere();
    void proposalWhereThereIsAPrice();
    void optionsReachTheFiles();
    void audienceIsSaid();
    void optionsThatNoFileTakes();
    void namesFitIntoFileSystems_data();
    void namesFitIntoFileSystems();
    void otherFilesStay();
    void stopsAtWhatCannotBeWritten();
    void folderThatCannotBeMade();
    void fullDiskLeavesTheOldFile();
    void planThatCannotBeMadeWritesNothing();

private:
    Workshop m_workshop;
};

namespace {

const Variables kClock{{"SOURCE_DATE_EPOCH", "1798761600"}};

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QJsonObject jsonOf(const Outcome& outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

QStringList namesOf(const QJsonObject& pack)
{
    QStringList names;
    for (const QJsonValue& file : pack["files"].toArray())
        names += file["name"].toString();
    return names;
}

} // namespace

void TestCliPack::initTestCase()
{
    QVERIFY(QFile::copy(QStringLiteral(TRESTLE_FIXTURES "/cli/tiny.json"), m_workshop.path("tiny.json")));
    QCOMPARE(m_workshop.run({"import", "tiny.json", "tiny.trestle"}).err, "");
    QCOMPARE(m_workshop.run({"new", "a.trestle", "--name", "Ledgerly", "--start", "2027-01-04"}).exitCode, 0);
}

// Each list has one entry a format, with a name of its own; what it lists may be written for those readers.
void TestCliPack::entriesAreFormats()
{
    const auto all = trestle::exportFormats();
    for (const trestle::Audience audience : trestle::kAudiences) {
        QSet<QString> names;
        QSet<std::string_view> keys;
        for (const trestle::PackEntry& entry : trestle::packEntries(audience)) {
            QVERIFY2(!keys.contains(entry.format), entry.format.data());
            keys += entry.format;
            const trestle::ExportFormat* format = trestle::formatOf(all, entry.format);
            QVERIFY2(format, entry.format.data());
            QVERIFY2(format->audiences.include(audience), entry.format.data());
            const QString name = QString::fromUtf8(entry.word) + u'.' + QString::fromUtf8(format->ending);
            QVERIFY2(!names.contains(name), qPrintable(name));
            names += name;
        }
        QVERIFY(names.size() > 1);
    }
}

void TestCliPack::filesAreTheSingleExports_data()
{
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QStringList>("scenario");
    for (const trestle::Audience audience : trestle::kAudiences)
        for (const bool lean : {false, true})
            QTest::addRow("%s%s", trestle::keyOf(audience).data(), lean ? ", a scenario" : "")
                << QString::fromUtf8(trestle::keyOf(audience))
                << (lean ? QStringList{"--scenario", "Lean"} : QStringList());
}

void TestCliPack::filesAreTheSingleExports()
{
    QFETCH(QString, audience);
    QFETCH(QStringList, scenario);
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    const QStringList options = QStringList{"--audience", audience} + scenario;
    const Outcome outcome = workshop.run(QStringList{"pack", "a.json", "out/pack", "--json"} + options, {}, kClock);
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject pack = jsonOf(outcome);
    QCOMPARE(pack["kind"].toString(), QStringLiteral("pack"));
    QCOMPARE(pack["folder"].toString(), QStringLiteral("out/pack"));
    QCOMPARE(pack["audience"].toString(), audience);
    QStringList names = namesOf(pack);
    std::ranges::sort(names);
    QStringList there = namesIn(workshop.path("out/pack"));
    std::ranges::sort(there);
    QCOMPARE(there, names);
#ifdef TRESTLE_GUI
    QVERIFY(pack["missing"].toArray().isEmpty());
#else
    QVERIFY(!pack["missing"].toArray().isEmpty());
#endif
    qsizetype compared = 0;
    for (const QJsonValue& file : pack["files"].toArray()) {
        const QByteArray bytes = workshop.read("out/pack/" + file["name"].toString());
        QCOMPARE(static_cast<double>(bytes.size()), file["bytes"].toDouble());
        if (file["format"].isNull())
            continue;
        const QString format = file["format"].toString();
        const Outcome alone =
            workshop.run(QStringList{"export", "a.json", "-", "--format", format} + options, {}, kClock);
        QCOMPARE(alone.exitCode, 0);
        QVERIFY2(bytes == alone.out, qPrintable(format));
        ++compared;
    }
    QVERIFY(compared > 0);
    // And again the same.
    const QByteArray first = workshop.fingerprint();
    QCOMPARE(workshop.run(QStringList{"pack", "a.json", "out/pack"} + options, {}, kClock).exitCode, 0);
    QCOMPARE(workshop.fingerprint(), first);
}

void TestCliPack::readmeSaysWhatIsThere()
{
    const Workshop workshop;
    workshop.write("a.trestle", m_workshop.read("a.trestle"));
    const Outcome outcome = workshop.run({"pack", "a.trestle", "pack", "--audience", "investor"}, {}, kClock);
    QCOMPARE(outcome.exitCode, 0);
    const QString readme = QString::fromUtf8(workshop.read("pack/README.txt"));
    QVERIFY2(readme.startsWith("Ledgerly\n\nFor investors: "), qPrintable(readme));
    for (const QString& name : namesIn(workshop.path("pack"))) {
        QVERIFY2(outcome.out.contains(name.toUtf8() + '\n'), outcome.out.constData());
        if (name == "README.txt")
            continue;
        QVERIFY2(name.startsWith("Ledgerly "), qPrintable(name));
        const qsizetype at = readme.indexOf('\n' + name + "\n    ");
        QVERIFY2(at >= 0, qPrintable(name));
        QVERIFY2(readme[at + name.size() + 6].isLetter(), qPrintable(readme));
    }
    QVERIFY2(readme.contains("Made at: 2027-01-01T00:00:00Z\n"), qPrintable(readme));
    QVERIFY2(readme.contains("Plan hash: "), qPrintable(readme));
}

void TestCliPack::proposalWhereThereIsAPrice()
{
    const Workshop workshop;
    workshop.write("a.trestle", m_workshop.read("a.trestle"));
    const auto proposal = [&](const char* folder) {
        const Outcome outcome = workshop.run({"pack", "a.trestle", folder, "--audience", "client"});
        return outcome.exitCode == 0 && workshop.has(QString(folder) + "/Ledgerly proposal.docx");
    };
    QVERIFY(!proposal("before"));
    QVERIFY(workshop.has("before/README.txt"));
    QCOMPARE(workshop.run({"set", "a.trestle", "--bill-rate", "Lead engineer:7000"}).exitCode, 0);
    QVERIFY(proposal("after"));
    QVERIFY(workshop.read("after/README.txt").contains("\nLedgerly proposal.docx\n"));
}

void TestCliPack::optionsReachTheFiles()
{
#ifdef TRESTLE_GUI
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    const auto picture = [&](const char* scale) {
        const Outcome outcome = workshop.run({"pack", "a.json", scale, "--audience", "client", "--scale", scale});
        for (const QString& name : namesIn(workshop.path(scale)))
            if (name.endsWith(".png"))
                return workshop.read(QString(scale) + '/' + name);
        return QByteArray();
    };
    const QByteArray once = picture("1");
    QVERIFY(!once.isEmpty());
    QVERIFY(picture("3").size() > once.size());
#else
    QSKIP("This build has no pictures");
#endif
}

void TestCliPack::audienceIsSaid()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    const Outcome none = workshop.run({"pack", "a.json", "pack"});
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.err, "trestle: --audience: nothing is given; give internal, client, investor\n");
    const Outcome other = workshop.run({"pack", "a.json", "pack", "--audience", "public"});
    QCOMPARE(other.err, "trestle: --audience: 'public' cannot be used; give internal, client, investor\n");
    QVERIFY(!workshop.has("pack"));
}

void TestCliPack::optionsThatNoFileTakes()
{
    const Workshop workshop;
    workshop.write("a.json", m_workshop.read("tiny.json"));
    const Outcome outcome = workshop.run({"pack", "a.json", "pack", "--audience", "investor", "--separator", ";"});
    QVERIFY(outcome.exitCode != 0);
    QVERIFY2(outcome.err.contains("--separator") && outcome.err.contains("pack --help"), outcome.err.constData());
    QVERIFY(!workshop.run({"pack", "--help"}).out.contains("--separator"));
    QVERIFY(!workshop.has("pack"));
}

void TestCliPack::namesFitIntoFileSystems_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stem");
    QTest::newRow("slashes") << "a/b\\c" << "a-b-c";
    QTest::newRow("what Windows forbids") << R"(<"a": *b?|>)" << "--a-- -b---";
    QTest::newRow("parent folder") << "../.." << "-";
    QTest::newRow("dots at the ends") << "  ..Ledgerly. . " << "Ledgerly";
    QTest::newRow("only dots") << "..." << "Plan";
    QTest::newRow("line break") << "a\nb" << "a-b";
    QTest::newRow("other scripts") << QStringLiteral("計画 🚀") << QStringLiteral("計画 🚀");
    QTest::newRow("300 characters") << QString(300, QChar(0x8a08)) << QString(33, QChar(0x8a08));
}

void TestCliPack::namesFitIntoFileSystems()
{
    QFETCH(QString, name);
    QFETCH(QString, stem);
    const Workshop workshop;
    QJsonObject plan = QJsonDocument::fromJson(m_workshop.read("tiny.json")).object();
    plan["name"] = name;
    workshop.write("a.json", QJsonDocument(plan).toJson());
    const Outcome outcome = workshop.run({"pack", "a.json", "pack", "--audience", "investor", "--json"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(namesIn(workshop.path()), (QStringList{"a.json", "pack"}));
    const QStringList there = namesIn(workshop.path("pack"));
    QVERIFY(there.contains(stem + " figures.json"));
    QCOMPARE(there.size(), namesOf(jsonOf(outcome)).size());
}

void TestCliPack::otherFilesStay()
{
    const Workshop workshop;
    workshop.write("a.trestle", m_workshop.read("a.trestle"));
    QVERIFY(QDir(workshop.path()).mkdir("pack"));
    workshop.write("pack/letter.txt", "Dear Ms Ng");
    workshop.write("pack/README.txt", "old");
    const Outcome outcome = workshop.run({"pack", "a.trestle", "pack", "--audience", "internal"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.err.contains("note: also in the folder, and no part of the pack: letter.txt\n"),
             outcome.err.constData());
    QCOMPARE(workshop.read("pack/letter.txt"), "Dear Ms Ng");
    QVERIFY(workshop.read("pack/README.txt").startsWith("Ledgerly\n"));
}

// A folder of a file's name cannot be replaced by the file: those before it are there, and it says which.
void TestCliPack::stopsAtWhatCannotBeWritten()
{
    const Workshop workshop;
    workshop.write("a.trestle", m_workshop.read("a.trestle"));
    QVERIFY(QDir(workshop.path()).mkpath("pack/README.txt"));
    const Outcome outcome = workshop.run({"pack", "a.trestle", "pack", "--audience", "investor"});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, "");
    QVERIFY2(outcome.err.contains("cannot write 'pack/README.txt'"), outcome.err.constData());
    const QStringList there = namesIn(workshop.path("pack"));
    QVERIFY(there.size() > 1);
    const QByteArray note =
        outcome.err.mid(outcome.err.indexOf("note: the folder has some of the pack: ")).split('\n').first();
    for (const QString& name : there)
        QCOMPARE(note.contains(name.toUtf8()), name != "README.txt");
}

void TestCliPack::folderThatCannotBeMade()
{
    const Workshop workshop;
    workshop.write("a.trestle", m_workshop.read("a.trestle"));
    workshop.write("file", "here");
    for (const char* folder : {"file", "file/pack", "/proc/pack"}) {
        const Outcome outcome = workshop.run({"pack", "a.trestle", folder, "--audience", "investor"});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QByteArray("trestle: cannot write '") + folder), outcome.err.constData());
    }
    QCOMPARE(workshop.read("file"), "here");
    QCOMPARE(namesIn(workshop.path()), (QStringList{"a.trestle", "file"}));
}

// A link to the device that is always full stands for a full disk.
void TestCliPack::fullDiskLeavesTheOldFile()
{
    const Workshop workshop;
    workshop.write("a.trestle", m_workshop.read("a.trestle"));
    QVERIFY(QDir(workshop.path()).mkdir("pack"));
    workshop.write("pack/README.txt", "old");
    QVERIFY(QFile::link("/dev/full", workshop.path("pack/Ledgerly figures.json")));
    const Outcome outcome = workshop.run({"pack", "a.trestle", "pack", "--audience", "investor"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("no room left to write 'pack/Ledgerly figures.json'"), outcome.err.constData());
    QCOMPARE(workshop.read("pack/README.txt"), "old"); // it comes after
}

void TestCliPack::planThatCannotBeMadeWritesNothing()
{
    const Workshop workshop;
    workshop.write("a.json", "{}");
    QCOMPARE(workshop.run({"pack", "a.json", "pack", "--audience", "investor"}).exitCode, 1);
    QCOMPARE(workshop.run({"pack", "b.json", "pack", "--audience", "investor"}).exitCode, 1);
    QVERIFY(!workshop.has("pack"));
}

QTEST_GUILESS_MAIN(TestCliPack)
#include "tst_cli_pack.moc"
