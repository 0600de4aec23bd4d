#include "app/cli/wording_detail.h"
#include "data/plan_file/plan_file.h"
#include "tests/data/support/plan_files.h"

#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <functional>

using namespace trestle;
using namespace trestle::test;

/// Opening what may be anything: each thing that is no plan of ours is refused by name, at once, and left as it is.
using Make = std::function<std::string(const Folder&)>; ///< makes the thing, returns its path
Q_DECLARE_METATYPE(Make)

namespace {

std::string makePlan(const Folder& folder)
{
    std::string path = folder.path("plan.trestle");
    const auto file = PlanFile::create(path, smallDocument(), "New plan", FakeClock().shared());
    if (!file)
        qFatal("%s", describe(file).c_str());
    return path;
}

Make bytes(const std::string& content)
{
    return [content](const Folder& folder) {
        std::string path = folder.path("plan.trestle");
        writeBytes(path, content);
        return path;
    };
}

Make planWith(const std::string& statements)
{
    return [statements](const Folder& folder) {
        std::string path = makePlan(folder);
        sql(path, statements);
        return path;
    };
}

Make planCutTo(std::size_t size)
{
    return [size](const Folder& folder) {
        std::string path = makePlan(folder);
        writeBytes(path, readBytes(path).substr(0, size));
        return path;
    };
}

std::string makePipe(const Folder& folder)
{
    std::string path = folder.path("plan.trestle");
    if (mkfifo(path.c_str(), 0600) != 0)
        qFatal("mkfifo: %s", std::strerror(errno));
    return path;
}

std::string makeSocket(const Folder& folder)
{
    std::string path = folder.path("s");
    const int file = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    if (bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qFatal("bind: %s", std::strerror(errno));
    close(file);
    return path;
}

std::string makeHuge(const Folder& folder)
{
    std::string path = makePlan(folder);
    if (truncate(path.c_str(), (off_t{1} << 30) + 1) != 0)
        qFatal("truncate: %s", std::strerror(errno));
    return path;
}

std::string makeDanglingLink(const Folder& folder)
{
    std::string path = folder.path("plan.trestle");
    if (symlink("missing", path.c_str()) != 0)
        qFatal("symlink: %s", std::strerror(errno));
    return path;
}

} // namespace

class TestPlanFileOpen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesByName_data();
    void refusesByName();
    void refusesWhatIsThere_data() { refusesByName_data(); }
    void refusesWhatIsThere();
};

void TestPlanFileOpen::refusesByName_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("fix");
    const auto row = [](const char* name, Make make, ErrorCode code, const char* fix) {
        QTest::newRow(name) << std::move(make) << static_cast<int>(code) << QString(fix);
    };
    const auto at = [](const char* path) -> Make { return [path](const Folder&) { return std::string(path); }; };
    row(
        "nothing there", [](const Folder& folder) { return folder.path("missing.trestle"); }, ErrorCode::fileNotFound,
        "");
    row("a link to nothing", makeDanglingLink, ErrorCode::fileNotFound, "");
    row("no name", at(""), ErrorCode::fileNotFound, "");
    row(
        "below a file", [](const Folder& folder) { return makePlan(folder) + "/x"; }, ErrorCode::fileUnreadable,
        "Not a directory");
    row("a directory", [](const Folder& folder) { return folder.path(""); }, ErrorCode::notAPlan, "directory");
    row("a pipe", makePipe, ErrorCode::notAPlan, "pipe");
    row("a socket", makeSocket, ErrorCode::notAPlan, "socket");
    row("a device that is always full", at("/dev/full"), ErrorCode::notAPlan, "device");
    row("a device that never ends", at("/dev/zero"), ErrorCode::notAPlan, "device");
    row("a file of the system's without a size", at("/proc/self/status"), ErrorCode::notAPlan, "empty file");
    row("an empty file", bytes(""), ErrorCode::notAPlan, "empty file");
    row("a file of one byte", bytes("x"), ErrorCode::notAPlan, "text file");
    row("the first letter of a database", bytes("S"), ErrorCode::notAPlan, "text file");
    row("text", bytes("Dear investors,\n"), ErrorCode::notAPlan, "text file");
    row("a picture", bytes("\x89PNG\r\n\x1a\n and more"), ErrorCode::notAPlan, "PNG image");
    row("a PDF", bytes("%PDF-1.7\n"), ErrorCode::notAPlan, "PDF document");
    row("a spreadsheet", bytes("PK\x03\x04 and more"), ErrorCode::notAPlan, "ZIP archive");
    row("the plan as JSON", bytes("{\"kind\":\"plan\"}"), ErrorCode::notAPlan, "JSON file");
    row("a project as XML", bytes("<?xml version=\"1.0\"?>"), ErrorCode::notAPlan, "XML file");
    row("noise", bytes(std::string("\x01\x02\x03\xfe\xff\x00", 6)), ErrorCode::notAPlan, "");
    row("another program's database", planWith("PRAGMA application_id=1"), ErrorCode::notAPlan, "SQLite database");
    row("a newer plan", planWith("PRAGMA user_version=3"), ErrorCode::newerPlan, "3");
    row("a much newer plan", planWith("PRAGMA user_version=2147483647"), ErrorCode::newerPlan, "2147483647");
    row("a plan without a version", planWith("PRAGMA user_version=0"), ErrorCode::damagedPlan, "version 0");
    row("a plan of version -1", planWith("PRAGMA user_version=-1"), ErrorCode::damagedPlan, "version -1");
    row("half a header", planCutTo(50), ErrorCode::damagedPlan, "cut off");
    row("the header's text alone", planCutTo(16), ErrorCode::damagedPlan, "cut off");
    row("a file beyond any plan", makeHuge, ErrorCode::fileTooLarge, "1024 MB");
}

void TestPlanFileOpen::refusesByName()
{
    QFETCH(Make, make);
    QFETCH(int, code);
    QFETCH(QString, fix);
    const Folder folder;
    const std::string path = make(folder);
    const std::vector<std::string> files = folder.files();
    for (const OpenMode mode : {OpenMode::readWrite, OpenMode::readOnly}) {
        const auto file = PlanFile::open(path, mode);
        COMPARE_ERROR(file, static_cast<ErrorCode>(code));
        QCOMPARE(file.error().what, path);
        QCOMPARE(QString::fromStdString(cli::worded(file.error().fix)), fix);
    }
    QCOMPARE(folder.files(), files);
}

void TestPlanFileOpen::refusesWhatIsThere()
{
    QFETCH(Make, make);
    QFETCH(int, code);
    QFETCH(QString, fix);
    const Folder folder;
    const std::string path = make(folder);
    const std::string repaired = folder.path("repaired.trestle");
    const bool isDamaged = static_cast<ErrorCode>(code) == ErrorCode::damagedPlan;
    // Where only the version is wrong, the revisions are all there.
    const bool isRepairable = isDamaged && fix.startsWith("version");
    const auto report = checkPlanFile(path);
    if (isDamaged) {
        VERIFY_OK(report);
        QVERIFY(report->problem && report->problem->code == ErrorCode::damagedPlan);
        QCOMPARE(report->repairable.has_value(), isRepairable);
    } else {
        COMPARE_ERROR(report, static_cast<ErrorCode>(code));
    }
    const auto done = repairPlanFile(path, repaired);
    if (isRepairable) {
        VERIFY_OK(done);
        VERIFY_OK(PlanFile::open(repaired));
    } else {
        COMPARE_ERROR(done, static_cast<ErrorCode>(code));
        const std::vector<std::string> files = folder.files();
        QVERIFY(std::ranges::find(files, "repaired.trestle") == files.end());
    }
}

QTEST_GUILESS_MAIN(TestPlanFileOpen)
#include "tst_plan_file_open.moc"
