#include "data/plan_file/source_kind.h"
#include "tests/data/support/plan_files.h"

#include <sys/stat.h>

using namespace trestle;
using namespace trestle::test;

Q_DECLARE_METATYPE(std::string)

/// What lies at a path is told by its first bytes; only where they say nothing by the ending of its name.
class TestSourceKind : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void toldByItsFirstBytes_data();
    void toldByItsFirstBytes();
    void aPlanFileIsOne();
    void readOnceIsJson();
    void namesWhatCannotBeRead();
};

void TestSourceKind::toldByItsFirstBytes_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<bool>("json");
    const auto row = [](const char* title, const char* name, const std::string& bytes, bool json) {
        QTest::newRow(title) << std::string(name) << bytes << json;
    };
    row("an object", "a.trestle", "{}", true);
    row("a list after spaces", "a", " \n\t[1]", true);
    row("a byte order mark first", "a", "\xEF\xBB\xBF{}", true);
    row("text called JSON", "a.json", "Dear investors,", true);
    row("text", "a.txt", "Dear investors,", false);
    row("nothing", "a.trestle", "", false);
    row("a database called JSON", "a.json", std::string("SQLite format 3\0", 16) + "and more", false);
    row("nearly a database called JSON", "a.json", "SQLite format 4", true);
}

void TestSourceKind::toldByItsFirstBytes()
{
    QFETCH(std::string, name);
    QFETCH(std::string, bytes);
    QFETCH(bool, json);
    const Folder folder;
    writeBytes(folder.path(name), bytes);
    const auto kind = kindOf(folder.path(name));
    VERIFY_OK(kind);
    QCOMPARE(*kind == SourceKind::json, json);
}

void TestSourceKind::aPlanFileIsOne()
{
    const Folder folder;
    const std::string path = folder.path("a.json");
    VERIFY_OK(PlanFile::create(path, smallDocument(), "New plan"));
    const auto kind = kindOf(path);
    VERIFY_OK(kind);
    QVERIFY(*kind == SourceKind::planFile);
}

void TestSourceKind::readOnceIsJson()
{
    const Folder folder;
    const std::string pipe = folder.path("pipe");
    QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
    for (const std::string& path : {std::string("-"), pipe, std::string("/dev/null")}) {
        const auto kind = kindOf(path); // opens nothing: it would wait for a writer
        VERIFY_OK(kind);
        QVERIFY2(*kind == SourceKind::json, path.c_str());
    }
}

void TestSourceKind::namesWhatCannotBeRead()
{
    const Folder folder;
    COMPARE_ERROR(kindOf(folder.path("missing")), ErrorCode::fileNotFound);
    COMPARE_ERROR(kindOf(folder.path("")), ErrorCode::fileUnreadable); // the folder itself
}

QTEST_APPLESS_MAIN(TestSourceKind)
#include "tst_source_kind.moc"
