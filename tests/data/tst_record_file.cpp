#include "data/file_io.h"
#include "data/json.h"
#include "data/plan_file/plan_lock.h"
#include "data/record/record_file.h"
#include "data/record_json.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <thread>

using namespace trestle;
using nlohmann::json;

namespace {

RecordedProject projectOf(double y, double weight = 1)
{
    return {"prototype-to-production", *parseDate("2027-01-04"), y, weight, 1.05, 1.35, 1.55};
}

json sound()
{
    return *parseJson(recordFileText({projectOf(.1), projectOf(.25, .5)}), "record.json");
}

} // namespace

/// The user's record of past plans: the file, and all that can be wrong with it.
class TestRecordFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void standsBesideTheCatalogues();
    void missingIsEmpty();
    void readsWhatItWrites();
    void tellsWhatItSays();
    void refused_data();
    void refused();
    void damagedStaysAsItIs_data();
    void damagedStaysAsItIs();
    void severalAtOnceLoseNothing();
    void waitsForAnother();
    void emptied();

private:
    [[nodiscard]] std::string path() const { return m_folder->filePath("kept/record.json").toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecordFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("TRESTLE_RECORD", QByteArray::fromStdString(path()));
}

void TestRecordFile::standsBesideTheCatalogues()
{
    qunsetenv("TRESTLE_RECORD");
    qputenv("XDG_DATA_HOME", "/somewhere");
    QCOMPARE(userRecordPath(), "/somewhere/trestle/record.json");
    qunsetenv("XDG_DATA_HOME");
}

void TestRecordFile::missingIsEmpty()
{
    QCOMPARE(userRecord().value(), Record{});
    QCOMPARE(emptyUserRecord().value(), 0U);
    QCOMPARE(addToUserRecord({}).value(), 0U);
    QVERIFY(!QFile::exists(QString::fromStdString(path()))); // nothing was said, so there is no file
}

void TestRecordFile::readsWhatItWrites()
{
    const Record record{projectOf(1.0 / 3), projectOf(-.05, .1)};
    QCOMPARE(addToUserRecord(record).value(), 2U);
    QCOMPARE(userRecord().value(), record);
    QCOMPARE(addToUserRecord({projectOf(-.05, .1), projectOf(.4)}).value(), 1U);
    QCOMPARE(userRecord().value().size(), 3U);
    QCOMPARE(readRecordFile(path()).value(), userRecord().value());
    // Nothing but the file is left behind.
    QCOMPARE(QDir(m_folder->filePath("kept")).entryList(QDir::Files | QDir::Hidden), QStringList{"record.json"});
}

void TestRecordFile::tellsWhatItSays()
{
    const Record record{projectOf(.3)};
    const json told = *parseJson(writeRecordJson(record), "told");
    QVERIFY(std::abs(told.at("m").get<double>() - .0917) < 5e-5);
    QVERIFY(std::abs(told.at("s").get<double>() - .2893) < 5e-5);
    QCOMPARE(told.at("n").get<double>(), 1.0);
    QCOMPARE(told.at("hits").at("p50").get<int>(), 0);
    QCOMPARE(told.at("hits").at("p80").get<int>(), 1); // 1.3499 of 1.35
    // What was told is a record too.
    QCOMPARE(parseRecordJson(writeRecordJson(record), "told").value(), record);
}

void TestRecordFile::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, ErrorCode code, const char* where, auto change) {
        json document = sound();
        change(document);
        QTest::newRow(name) << QString::fromStdString(prettyJson(document)) << code << QString::fromLatin1(where);
    };
    row("another kind", ErrorCode::wrongKind, "r#/kind", [](json& d) { d["kind"] = "plan"; });
    row("of a later time", ErrorCode::unsupportedVersion, "r#/format", [](json& d) { d["format"] = 2; });
    row("a name", ErrorCode::schemaViolation, "r#/projects/0/name", [](json& d) { d["projects"][0]["name"] = "Shop"; });
    row("no promise", ErrorCode::schemaViolation, "r#/projects/1/promised",
        [](json& d) { d["projects"][1].erase("promised"); });
    row("no date", ErrorCode::invalidDate, "r#/projects/1/date", [](json& d) { d["projects"][1]["date"] = "soon"; });
    row("far date", ErrorCode::invalidDate, "r#/projects/1/date",
        [](json& d) { d["projects"][1]["date"] = "2400-01-01"; });
    row("weight of 0", ErrorCode::invalidValue, "r#/projects/1/weight",
        [](json& d) { d["projects"][1]["weight"] = 0; });
    row("far off", ErrorCode::schemaViolation, "r#/projects/0/y", [](json& d) { d["projects"][0]["y"] = 1e300; });
    row("a falling promise", ErrorCode::invalidValue, "r#/projects/0/p80",
        [](json& d) { d["projects"][0]["promised"]["p80"] = 1; });
    QTest::newRow("no JSON") << QStringLiteral("{") << ErrorCode::invalidJson << QStringLiteral("r:1:2");
    QTest::newRow("a key twice") << QStringLiteral(R"({"kind":"record","kind":"record"})") << ErrorCode::duplicateKey
                                 << QStringLiteral("r#/kind");
    QTest::newRow("deep") << QString(100, u'[') << ErrorCode::jsonTooDeep << QString();
    QString many;
    for (int i = 0; i <= 10'000; ++i)
        many += (i > 0 ? QStringLiteral(",{}") : QStringLiteral("{}"));
    QTest::newRow("too many") << QStringLiteral(R"({"kind":"record","format":1,"projects":[%1]})").arg(many)
                              << ErrorCode::schemaViolation << QString();
}

void TestRecordFile::refused()
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, where);
    const auto record = parseRecordJson(text.toStdString(), "r");
    QVERIFY(!record);
    QCOMPARE(record.error().code, code);
    if (!where.isEmpty())
        QCOMPARE(QString::fromStdString(record.error().where), where);
}

void TestRecordFile::damagedStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray::fromStdString(recordFileText({projectOf(.1)})).chopped(9);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray("Dear diary");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("a plan") << QByteArray(R"({"kind":"plan","format":1})");
}

void TestRecordFile::damagedStaysAsItIs()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(QDir().mkpath(m_folder->filePath("kept")));
    QVERIFY(writeFileAtomically(path(), bytes.toStdString()));
    QCOMPARE(userRecord().error().code, ErrorCode::invalidRecord);
    QCOMPARE(userRecord().error().what, path());
    QCOMPARE(addToUserRecord({projectOf(.1)}).error().code, ErrorCode::invalidRecord);
    QCOMPARE(emptyUserRecord().error().code, ErrorCode::invalidRecord);
    QCOMPARE(readTextFile(path()).value(), bytes.toStdString());
}

void TestRecordFile::severalAtOnceLoseNothing()
{
    constexpr int writers = 4;
    constexpr int each = 10;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([writer] {
                for (int i = 0; i < each; ++i)
                    static_cast<void>(addToUserRecord({projectOf(.001 * (writer * each + i))}));
            });
    }
    QCOMPARE(userRecord().value().size(), std::size_t{writers * each});
}

void TestRecordFile::waitsForAnother()
{
    QCOMPARE(addToUserRecord({projectOf(.1)}).value(), 1U);
    auto other = std::make_unique<planfile::PlanLock>(path(), path());
    std::jthread adding([] { static_cast<void>(addToUserRecord({projectOf(.2)})); });
    QCOMPARE(userRecord().value().size(), 1U); // reading waits for nobody
    other.reset();
    adding.join();
    QCOMPARE(userRecord().value().size(), 2U);
}

void TestRecordFile::emptied()
{
    QCOMPARE(addToUserRecord({projectOf(.1), projectOf(.2)}).value(), 2U);
    QCOMPARE(emptyUserRecord().value(), 2U);
    QCOMPARE(userRecord().value(), Record{});
    QCOMPARE(emptyUserRecord().value(), 0U);
}

QTEST_APPLESS_MAIN(TestRecordFile)
#include "tst_record_file.moc"
