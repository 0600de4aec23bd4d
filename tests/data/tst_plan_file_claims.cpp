#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <sys/stat.h>

#include <ctime>
#include <filesystem>
#include <functional>

using namespace trestle;
using namespace trestle::test;

namespace fs = std::filesystem;

/// Files whose bytes claim what they do not hold: sizes, counts and pages that would cost gigabytes or years to
/// believe. Each is opened exactly, repaired, or refused, before it has cost five seconds of processor time.
using Forge = std::function<void(std::string& bytes)>;
Q_DECLARE_METATYPE(Forge)

namespace {

constexpr std::size_t kPage = 4096;

void putBigEndian(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        bytes[at + i] = static_cast<char>(value >> (8 * (count - 1 - i)) & 0xffU);
}

std::string varint(std::uint64_t value)
{
    std::string text(1, static_cast<char>(value & 0x7fU));
    while ((value >>= 7U) != 0)
        text.insert(text.begin(), static_cast<char>((value & 0x7fU) | 0x80U));
    return text;
}

/// An interior page of a table that leads to `child` as often as there is room for.
std::string manyWaysTo(std::uint64_t child)
{
    std::string page(kPage, '\0');
    const std::size_t cells = (kPage - 12) / 7;
    page[0] = 0x05;
    putBigEndian(page, 3, cells, 2);
    putBigEndian(page, 5, kPage - 5 * cells, 2);
    putBigEndian(page, 8, child, 4);
    for (std::size_t i = 0; i < cells; ++i) {
        const std::size_t at = kPage - 5 * (i + 1);
        putBigEndian(page, at, child, 4); // and the rowid 0
        putBigEndian(page, 12 + 2 * i, at, 2);
    }
    return page;
}

std::uint64_t addPage(std::string& bytes, const std::string& page)
{
    bytes += page;
    putBigEndian(bytes, 28, bytes.size() / kPage, 4);
    return bytes.size() / kPage;
}

/// The root page of `table` becomes the top of a tree in which every way leads to the same rows: 580 to the power of
/// `levels` times what there was. Looking up a single row works as before.
Forge endlessTable(std::uint64_t root, int levels)
{
    return [=](std::string& bytes) {
        std::uint64_t child = addPage(bytes, bytes.substr((root - 1) * kPage, kPage));
        for (int level = 1; level < levels; ++level)
            child = addPage(bytes, manyWaysTo(child));
        bytes.replace((root - 1) * kPage, kPage, manyWaysTo(child));
    };
}

/// The only row of a table says that it is so long, and its text too.
Forge longText(std::uint64_t root, std::uint64_t length)
{
    return [=](std::string& bytes) {
        const std::string types =
            varint(0) + varint(1) + varint(6) + varint(15) + varint(2 * length + 13) + varint(141);
        const std::string cell = varint(length + 200) + varint(2) + varint(types.size() + 1) + types;
        std::string page(kPage, '\0');
        page[0] = 0x0d;
        putBigEndian(page, 3, 1, 2);
        putBigEndian(page, 5, 16, 2);
        putBigEndian(page, 8, 16, 2);
        page.replace(16, cell.size(), cell);
        bytes.replace((root - 1) * kPage, kPage, page);
    };
}

Forge header(std::size_t at, std::size_t count, std::uint64_t value)
{
    return [=](std::string& bytes) { putBigEndian(bytes, at, value, count); };
}

} // namespace

class TestPlanFileClaims : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void costsNoMoreThanItMay_data();
    void costsNoMoreThanItMay();
    void besides_data();
    void besides();
    void markedButNoPlan_data();
    void markedButNoPlan();

private:
    void isNoPlan(const std::string& path);
    static bool isClear(const Error& error);
    void tryOut(const std::string& expected);

    FakeClock m_clock;
    std::unique_ptr<Folder> m_folder;
    std::string m_path; ///< a plan with two revisions
};

void TestPlanFileClaims::init()
{
    m_folder = std::make_unique<Folder>();
    m_path = m_folder->path("plan.trestle");
    auto file = PlanFile::create(m_path, smallDocument(), "New plan", m_clock.shared());
    VERIFY_OK(file);
    m_clock.advance(5000);
    VERIFY_OK(file->edit(withNotes(file->document().project, "a"), "Note"));
}

bool TestPlanFileClaims::isClear(const Error& error)
{
    switch (error.code) {
    case ErrorCode::notAPlan:
    case ErrorCode::newerPlan:
    case ErrorCode::damagedPlan:
    case ErrorCode::fileUnreadable:
    case ErrorCode::fileUnwritable:
    case ErrorCode::fileTooLarge: return !error.what.empty();
    default: return false;
    }
}

void TestPlanFileClaims::costsNoMoreThanItMay_data()
{
    QTest::addColumn<Forge>("forge");
    const auto root = [&](const char* table) {
        const std::string query = std::string("SELECT rootpage FROM sqlite_schema WHERE name = '") + table + "'";
        return std::stoull(sql(m_path, query).at(0).at(0));
    };
    init();
    const auto row = [](const char* name, Forge forge) { QTest::newRow(name) << std::move(forge); };
    row("two hundred million revisions", endlessTable(root("revision"), 3));
    row("revisions without end", endlessTable(root("revision"), 12));
    row("catalogues without end", endlessTable(root("blob"), 6));
    row("names without end", endlessTable(root("tag"), 6));
    row("heads without end", endlessTable(root("head"), 6));
    row("computed rows without end", endlessTable(root("plan_item"), 6));
    row("a schema without end", [](std::string& bytes) {
        const std::uint64_t copy = addPage(bytes, bytes.substr(0, kPage));
        std::string page = manyWaysTo(copy);
        bytes.replace(100, kPage - 100, page.substr(0, kPage - 100));
    });
    row("a text of 2 GiB", longText(root("revision"), std::uint64_t{1} << 31U));
    row("a text of 1 EiB", longText(root("revision"), std::uint64_t{1} << 60U));
    row("a text of 60 MiB", longText(root("revision"), 60U << 20U));
    row("four billion pages", header(28, 4, 0xffffffff));
    row("no pages", header(28, 4, 0));
    row("four billion free pages", header(36, 4, 0xffffffff));
    row("a free page that is far out", header(32, 4, 0x7fffffff));
    row("a root page of the schema that is free", header(32, 4, 1));
    row("pages of 64 KiB", header(16, 2, 1));
    row("pages of 512 bytes", header(16, 2, 512));
    row("pages of a size that there is not", header(16, 2, 1000));
    row("all of a page reserved", header(20, 1, 255));
    row("a schema format that there is not", header(44, 4, 99));
    row("text as UTF-16", header(56, 4, 2));
    row("text in an encoding that there is not", header(56, 4, 77));
    row("vacuum as it goes", header(52, 4, 3));
    row("write-ahead log", header(18, 2, 0x0202));
    row("a file format to come", header(18, 2, 0x0909));
}

void TestPlanFileClaims::costsNoMoreThanItMay()
{
    QFETCH(Forge, forge);
    std::string bytes = readBytes(m_path);
    forge(bytes);
    writeBytes(m_path, bytes);
    tryOut("a");
}

// Everything that the program can do with a file, on one that may be anything.
void TestPlanFileClaims::tryOut(const std::string& expected)
{
    constexpr double kLongest = 5; // seconds of the processor: beyond, it hangs
    const std::clock_t start = std::clock();
    const auto ranFor = [&] { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; };
    const auto report = checkPlanFile(m_path);
    QVERIFY2(report || isClear(report.error()), describe(report).c_str());
    QVERIFY2(ranFor() < kLongest, "the check hangs");
    if (report && report->problem) {
        const std::string target = m_folder->path("repaired.trestle");
        const auto repaired = repairPlanFile(m_path, target);
        QCOMPARE(repaired.has_value(), report->repairable.has_value());
        if (repaired) {
            const auto file = PlanFile::open(target);
            VERIFY_OK(file);
            QCOMPARE(file->head().id, *report->repairable);
            QCOMPARE(file->document().project.base.notes, *report->repairable == 2 ? expected : "");
        }
    }
    QVERIFY2(ranFor() < kLongest, "the repair hangs");
    for (const OpenMode mode : {OpenMode::readOnly, OpenMode::readWrite}) {
        auto file = PlanFile::open(m_path, mode, m_clock.shared());
        QVERIFY2(file || isClear(file.error()), describe(file).c_str());
        QVERIFY2(ranFor() < kLongest, "opening hangs");
        if (!file)
            continue;
        QCOMPARE(file->document().project.base.notes, expected);
        const auto history = file->history();
        QVERIFY2(history || isClear(history.error()), describe(history).c_str());
        QVERIFY2(ranFor() < kLongest, "the history hangs");
        const auto copied = file->saveCopy(m_folder->path(mode == OpenMode::readOnly ? "1.trestle" : "2.trestle"));
        QVERIFY2(copied || isClear(copied.error()), describe(copied).c_str());
        QVERIFY2(ranFor() < kLongest, "copying hangs");
        if (mode == OpenMode::readOnly)
            continue;
        m_clock.advance(5000);
        const auto edited = file->edit(withNotes(file->document().project, "b"), "Note");
        QVERIFY2(edited || isClear(edited.error()), describe(edited).c_str());
        QVERIFY2(ranFor() < kLongest, "the edit hangs");
        QCOMPARE(file->document().project.base.notes, edited ? "b" : expected);
    }
}

void TestPlanFileClaims::besides_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("kind");
    for (const char* ending : {"-journal", "-wal", "-shm"})
        for (const char* kind : {"link", "broken link", "folder", "pipe"})
            QTest::addRow("%s: a %s", ending, kind) << ending << kind;
}

// What SQLite would open beside the plan leads elsewhere.
void TestPlanFileClaims::besides()
{
    QFETCH(QString, ending);
    QFETCH(QString, kind);
    const std::string victim = m_folder->path("victim");
    const std::string beside = m_path + ending.toStdString();
    if (ending != "-journal")
        sql(m_path, "PRAGMA journal_mode=WAL");
    writeBytes(victim, "precious");
    if (kind == "link")
        fs::create_symlink("victim", beside);
    else if (kind == "broken link")
        fs::create_symlink("nothing", beside);
    else if (kind == "folder")
        fs::create_directory(beside);
    else
        QCOMPARE(mkfifo(beside.c_str(), 0600), 0);
    for (const OpenMode mode : {OpenMode::readWrite, OpenMode::readOnly}) {
        const auto file = PlanFile::open(m_path, mode);
        COMPARE_ERROR(file, ErrorCode::damagedPlan);
        QCOMPARE(file.error().where, "journal");
    }
    QCOMPARE(readBytes(victim), "precious");
    QVERIFY(!fs::exists(m_folder->path("nothing")));
}

void TestPlanFileClaims::markedButNoPlan_data()
{
    QTest::addColumn<QString>("statements");
    QTest::newRow("empty") << "CREATE TABLE x(y); DROP TABLE x";
    QTest::newRow("another program's tables") << "CREATE TABLE x(y); INSERT INTO x VALUES(1)";
    QTest::newRow("tables by the right names")
        << "CREATE TABLE revision(id); CREATE TABLE blob(x); CREATE TABLE head(x); CREATE TABLE tag(x)";
    QTest::newRow("views by the right names")
        << "CREATE VIEW revision AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT i AS id "
           "FROM n; CREATE VIEW head AS SELECT * FROM revision; CREATE VIEW blob AS SELECT * FROM head; "
           "CREATE VIEW tag AS SELECT * FROM blob";
    QTest::newRow("a virtual table by the right name")
        << "CREATE VIRTUAL TABLE revision USING fts5(id, parent, document)";
    QTest::newRow("generated columns by the right name")
        << "CREATE TABLE revision(id INTEGER PRIMARY KEY, parent, at, label, document AS (hex(zeroblob(500000000))), "
           "sha256); INSERT INTO revision VALUES(1, NULL, 0, '', '')";
}

void TestPlanFileClaims::markedButNoPlan()
{
    QFETCH(QString, statements);
    const std::string path = m_folder->path("other.trestle");
    for (const char* version : {"1", "2"}) {
        writeBytes(path, "");
        sql(path, "PRAGMA application_id=" + std::to_string(0x54727374) + "; PRAGMA user_version=" + version + "; " +
                      statements.toStdString());
        isNoPlan(path);
    }
}

void TestPlanFileClaims::isNoPlan(const std::string& path)
{
    const std::string before = readBytes(path);
    QVERIFY(!before.empty());
    for (const OpenMode mode : {OpenMode::readWrite, OpenMode::readOnly}) {
        const auto file = PlanFile::open(path, mode);
        COMPARE_ERROR(file, ErrorCode::damagedPlan);
    }
    const auto report = checkPlanFile(path);
    VERIFY_OK(report);
    QVERIFY(report->problem);
    QVERIFY(!report->repairable);
    COMPARE_ERROR(repairPlanFile(path, m_folder->path("repaired.trestle")), ErrorCode::damagedPlan);
    QVERIFY(readBytes(path) == before);
}

QTEST_GUILESS_MAIN(TestPlanFileClaims)
#include "tst_plan_file_claims.moc"
