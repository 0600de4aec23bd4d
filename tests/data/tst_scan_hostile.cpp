#include "data/catalogue_json.h"
#include "data/scanner/ignore_rules.h"
#include "data/scanner/safe_open.h"
#include "data/scanner/scan.h"
#include "tests/data/support/scan_tree.h"

#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace trestle;
using trestle::test::ScanTree;

namespace {

const Catalogue& catalogue()
{
    static const auto loaded = builtinCatalogue();
    return *loaded->catalogue;
}

/// What a scan in a process of its own said, and the most memory that it took.
struct Told {
    bool isFine = false;
    std::size_t filesRead = 0;
    std::size_t unread = 0;
    bool ignoreRulesRead = false;
    std::size_t peakMegabytes = 0;
    std::vector<std::string> unreadPaths; ///< with their reasons, as numbers
};

constexpr int kNobody = 65534;
constexpr std::size_t kMostMegabytes = 300;

/// Under sanitizers memory says nothing of the product.
bool measuresMemory()
{
#if defined(__SANITIZE_ADDRESS__)
    return false;
#elif defined(__has_feature)
    return !__has_feature(address_sanitizer);
#else
    return true;
#endif
}

/// The child: scans, and tells on standard output.
int scanAndTell(const std::string& folder, bool asNobody)
{
    if (asNobody && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
        return 1;
    const auto scan = scanFolder(folder, catalogue());
    if (!scan)
        return 2;
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kilobytes = 0;
    while (status >> word)
        if (word == "VmHWM:")
            status >> kilobytes;
    std::cout << scan->filesRead << ' ' << scan->unreadCount << ' ' << scan->ignoreRulesRead << ' ' << kilobytes / 1024
              << '\n';
    for (const Unread& unread : scan->unread)
        std::cout << unread.path << ' ' << static_cast<int>(unread.reason) << '\n';
    return 0;
}

Told scannedByAnother(const ScanTree& tree, const std::string& how = "--scan")
{
    const std::string command =
        '\'' + std::filesystem::read_symlink("/proc/self/exe").string() + "' " + how + " '" + tree.root() + '\'';
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> child(::popen(command.c_str(), "r"), &::pclose);
    std::string text;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), child.get()))
        text.append(buffer.data(), got);
    Told told;
    std::istringstream in(text);
    told.isFine = static_cast<bool>(in >> told.filesRead >> told.unread >> told.ignoreRulesRead >> told.peakMegabytes);
    for (std::string line; std::getline(in, line);)
        if (!line.empty())
            told.unreadPaths.push_back(line);
    return told;
}

void makeSparse(const ScanTree& tree, const std::string& below, std::uint64_t size)
{
    tree.write(below, "password = 'x' ");
    std::filesystem::resize_file(tree.path(below), size);
}

void makePipe(const ScanTree& tree, const std::string& below)
{
    std::filesystem::remove(tree.path(below));
    if (::mkfifo(tree.path(below).c_str(), 0644) != 0)
        qFatal("mkfifo");
}

std::vector<std::string> pathsOf(const Scan& scan, UnreadReason reason)
{
    std::vector<std::string> paths;
    for (const Unread& unread : scan.unread)
        if (unread.reason == reason)
            paths.push_back(unread.path);
    return paths;
}

using Paths = std::vector<std::string>;

} // namespace

/// Folders that are made to hold a scan up, lead it out, or take all memory. It ends, or is cancelled at once, lists
/// what it did not read, and changes nothing.
class TestScanHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linksLeadNowhere();
    void opensNoPipesSocketsAndDevices();
    void listsWhatItMayNotRead();
    void readsNamesOfAnyBytes();
    void readsUtf16_data();
    void readsUtf16();
    void aLineOfAGibibyte();
    void manyFiles();
    void deepFolders();
    void damagedRepositories_data();
    void damagedRepositories();
    void ignoreFiles_data();
    void ignoreFiles();
    void starsOverDeepFolders_data();
    void starsOverDeepFolders();
    void starsInNamesOfFolders();
    void starsOfAFolderAbove();
    void isNotLedAwayByAFileCalledGit_data();
    void isNotLedAwayByAFileCalledGit();
    void findsTheRulesOfASubmodule();
    void aFolderThatIsGoneMeanwhile();
    void reportsWhatIsThrown();
    void archivesStayClosed();
    void filesThatChangeMeanwhile();
    void filesThatVanishMeanwhile();
    void foldersThatBecomeLinks();
    void isCancelledBefore();
    void isCancelledMeanwhile();
    void saysTheSameOnAnyThreads();
    void leavesNoTrace();
};

void TestScanHostile::linksLeadNowhere()
{
    const ScanTree outside;
    outside.write("settings.py", "DEBUG = True\n");
    const ScanTree tree;
    tree.write("a/app.py", "print(1)\n");
    tree.link("self", "self");
    tree.link("there", "back");
    tree.link("back", "there");
    tree.link("a/root", "..");
    tree.link("a/same.py", "app.py");
    tree.link("a/here", ".");
    tree.link("gone", "nowhere");
    tree.link("out", outside.root());
    tree.link("settings.py", outside.path("settings.py"));
    tree.link("up", "../..");
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(pathsOf(*scan, UnreadReason::linkOutside),
             Paths({"back", "gone", "out", "self", "settings.py", "there", "up"}));
    QCOMPARE(scan->unreadCount, 7U);
    QVERIFY(scan->filesRead <= 1);
}

void TestScanHostile::opensNoPipesSocketsAndDevices()
{
    const ScanTree tree;
    tree.write("app.py", "print(1)\n");
    Paths expected{"package.json", "service"};
    makePipe(tree, "package.json");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    tree.path("service").copy(address.sun_path, sizeof address.sun_path - 1);
    const scanner::OpenFile socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    QCOMPARE(::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    // Endless where it is read. Only root may make one.
    if (::mknod(tree.path("settings.py").c_str(), S_IFCHR | 0666, makedev(1, 5)) == 0)
        expected.insert(expected.end(), "settings.py");
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(pathsOf(*scan, UnreadReason::notAFile), expected);
}

void TestScanHostile::listsWhatItMayNotRead()
{
    const ScanTree tree;
    tree.write("app.py", "print(1)\n");
    tree.write("package.json", "{}");
    tree.write("closed/app.py", "print(1)\n");
    ::chmod(tree.path("package.json").c_str(), 0);
    ::chmod(tree.path("closed").c_str(), 0);
    const bool isRoot = ::geteuid() == 0;
    if (isRoot)
        ::chmod(tree.root().c_str(), 0755);
    const Told told = scannedByAnother(tree, isRoot ? "--scan-as-nobody" : "--scan");
    ::chmod(tree.path("closed").c_str(), 0755);
    if (isRoot && !told.isFine)
        QSKIP("root may read everything here, and cannot become anybody else");
    QVERIFY(told.isFine);
    const std::string noAccess = ' ' + std::to_string(static_cast<int>(UnreadReason::noAccess));
    QCOMPARE(told.unreadPaths, Paths({"closed" + noAccess, "package.json" + noAccess}));
    QCOMPARE(told.unread, 2U);
}

void TestScanHostile::readsNamesOfAnyBytes()
{
    const ScanTree tree;
    makeSparse(tree, "caf\xE9\n.py", 2U << 20U);
    tree.write("\xFF/package.json", "{}");
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(pathsOf(*scan, UnreadReason::tooLarge), Paths({"caf\\xE9\\x0A.py"}));
    for (const ScanItem& item : scan->items)
        for (const Evidence& place : item.evidence)
            QVERIFY(QString::fromUtf8(place.path.c_str()).indexOf(QChar(0xFFFD)) < 0);
}

void TestScanHostile::readsUtf16_data()
{
    QTest::addColumn<bool>("isLittle");
    QTest::newRow("as PowerShell writes it") << true;
    QTest::newRow("the other way round") << false;
}

void TestScanHostile::readsUtf16()
{
    QFETCH(const bool, isLittle);
    const std::string text = "# what it needs\r\ndjango-dbbackup==4.0\r\nddtrace==2.0\r\n";
    std::string wide = isLittle ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text)
        wide += isLittle ? std::string{c, '\0'} : std::string{'\0', c};
    const ScanTree narrow;
    narrow.write("requirements.txt", text);
    const ScanTree tree;
    tree.write("requirements.txt", wide);
    const auto expected = scanFolder(narrow.root(), catalogue());
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan && expected);
    QVERIFY(std::ranges::any_of(scan->items, [](const ScanItem& item) { return !item.evidence.empty(); }));
    QVERIFY(scan->items == expected->items);
    QCOMPARE(scan->bytesRead, wide.size());
}

void TestScanHostile::aLineOfAGibibyte()
{
    const ScanTree tree;
    makeSparse(tree, "settings.py", std::uint64_t{1} << 30U);
    makeSparse(tree, "package-lock.json", std::uint64_t{1} << 40U);
    tree.write("app.js", "let a = '" + std::string((1U << 20U) - 20, 'x') + "';\n");
    tree.write("data.json", std::string(1U << 20U, '['));
    tree.write("data.yaml", std::string(1U << 20U, '['));
    const Told told = scannedByAnother(tree);
    QVERIFY(told.isFine);
    QCOMPARE(told.unread, 2U);
    if (measuresMemory())
        QVERIFY2(told.peakMegabytes < kMostMegabytes, std::to_string(told.peakMegabytes).c_str());
}

void TestScanHostile::manyFiles()
{
    constexpr int few = 10'000;
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("TRESTLE_SCAN_FILES", &isGiven); // 200000: the whole
    const int count = isGiven ? given : few;
    const ScanTree tree;
    for (int i = 0; i < count; ++i)
        tree.write(std::to_string(i / 500) + "/views_" + std::to_string(i) + ".py",
                   "import logging\nprint(password)\ncursor.execute('SELECT * FROM a WHERE b = ' + c)\n");
    const Told told = scannedByAnother(tree);
    QVERIFY(told.isFine);
    QCOMPARE(told.unread, 0U);
    if (measuresMemory())
        QVERIFY2(told.peakMegabytes < kMostMegabytes, std::to_string(told.peakMegabytes).c_str());
}

void TestScanHostile::deepFolders()
{
    constexpr int depth = 2000;
    const ScanTree tree;
    tree.write("app.py", "print(1)\n");
    int at = ::open(tree.root().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; i < depth; ++i) {
        QCOMPARE(::mkdirat(at, "d", 0755), 0);
        const int next = ::openat(at, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        QVERIFY(next >= 0);
        ::close(at);
        at = next;
    }
    const int file = ::openat(at, "settings.py", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    QVERIFY(file >= 0);
    ::close(file);
    ::close(at);
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(scan->unreadCount, 1U);
    QCOMPARE(scan->unread[0].reason, UnreadReason::tooDeep);
    std::filesystem::remove_all(tree.path("d"));
}

void TestScanHostile::damagedRepositories_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"a file of noise", "a file that leads nowhere", "an empty folder", "a link", "a pipe",
                            "no head", "the head a pipe", "the index a pipe", "the index a link",
                            "an index of a terabyte", "an index cut off", "no objects"})
        QTest::newRow(how) << how;
}

void TestScanHostile::damagedRepositories()
{
    QFETCH(QString, how);
    const ScanTree outside;
    outside.makeRepository("", {"app.py"});
    const ScanTree tree;
    tree.write("app.py", "print(1)\n");
    tree.write(".gitignore", "*.py\n");
    if (how == "a file of noise")
        tree.write(".git", std::string(5000, '\xFE'));
    else if (how == "a file that leads nowhere")
        tree.write(".git", "gitdir: /nowhere\n");
    else if (how == "an empty folder")
        tree.makeFolder(".git");
    else if (how == "a link")
        tree.link(".git", outside.path(".git"));
    else if (how == "a pipe")
        makePipe(tree, ".git");
    else
        tree.makeRepository("", {"app.py"});
    if (how == "no head")
        std::filesystem::remove(tree.path(".git/HEAD"));
    else if (how == "the head a pipe")
        makePipe(tree, ".git/HEAD");
    else if (how == "the index a pipe")
        makePipe(tree, ".git/index");
    else if (how == "the index a link") {
        std::filesystem::remove(tree.path(".git/index"));
        tree.link(".git/index", outside.path(".git/index"));
    } else if (how == "an index of a terabyte")
        makeSparse(tree, ".git/index", std::uint64_t{1} << 40U);
    else if (how == "an index cut off")
        std::filesystem::resize_file(tree.path(".git/index"), 50);
    else if (how == "no objects")
        std::filesystem::remove(tree.path(".git/objects"));
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QVERIFY(!scan->ignoreRulesRead);
}

void TestScanHostile::ignoreFiles_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"a pipe", "a link", "a folder", "a gibibyte", "stars without end", "many rules"})
        QTest::newRow(how) << how;
}

void TestScanHostile::ignoreFiles()
{
    QFETCH(QString, how);
    const ScanTree tree;
    tree.makeRepository("", {});
    tree.write(std::string(200, 'a') + ".py", "print(1)\n");
    if (how == "a pipe")
        makePipe(tree, ".gitignore");
    else if (how == "a link")
        tree.link(".gitignore", "/dev/zero");
    else if (how == "a folder")
        tree.makeFolder(".gitignore");
    else if (how == "a gibibyte")
        makeSparse(tree, ".gitignore", std::uint64_t{1} << 30U);
    else if (how == "stars without end")
        tree.write(".gitignore", QByteArray("*a").repeated(60).toStdString() + "b\n");
    else
        tree.write(".gitignore", QByteArray("*x\n").repeated(20'000).toStdString());
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QVERIFY(!scan->ignoreRulesRead);
}

void TestScanHostile::starsOverDeepFolders_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<bool>("read");
    QTest::newRow("two") << QByteArray("**/src/main/**/build/\n") << true;
    QTest::newRow("at the end") << QByteArray("**/build/**\n*.log\n*~\n") << true;
    QTest::newRow("five") << QByteArray("**/").repeated(5) + "x\n" << false;
    QTest::newRow("eight") << QByteArray("**/").repeated(8) + "x\n" << false;
    QTest::newRow("single ones") << QByteArray("*d").repeated(7) + "x/\n" << false;
    QTest::newRow("over a joined line") << QByteArray("*d\\\n").repeated(9) + "x/\n" << false;
    QByteArray many;
    for (int i = 0; i < 4900; ++i)
        many += "**/**/x" + QByteArray::number(i) + '\n';
    QTest::newRow("many lines") << many << false;
    QByteArray taken;
    for (int i = 0; i < 2400; ++i)
        taken += "*a*a" + QByteArray::number(i) + "\n!" + QByteArray(90, 'a') + '\n';
    QTest::newRow("lines that are taken back") << taken << false;
}

void TestScanHostile::starsOverDeepFolders()
{
    QFETCH(QByteArray, rules);
    QFETCH(bool, read);
    const ScanTree tree;
    tree.makeRepository("", {});
    tree.write(".gitignore", rules.toStdString());
    tree.write(QByteArray("d/").repeated(90).toStdString() + "app.py", "print(1)\n");
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(scan->ignoreRulesRead, read);
    QCOMPARE(scan->filesRead, 1U);
}

void TestScanHostile::starsInNamesOfFolders()
{
    const ScanTree tree;
    tree.makeRepository("", {});
    const std::string folder = QByteArray("*a").repeated(100).toStdString() + "b";
    tree.write(folder + "/.gitignore", "x*\n!" + std::string(200, 'a') + '\n');
    tree.write(folder + "/app.py", "print(1)\n");
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QVERIFY(!scan->ignoreRulesRead);
}

void TestScanHostile::starsOfAFolderAbove()
{
    const ScanTree tree;
    tree.makeRepository("", {});
    tree.write(".gitignore", QByteArray("**/").repeated(8).toStdString() + "x\n");
    const std::string folder = QByteArray("d/").repeated(90).toStdString();
    tree.write(folder + "app.py", "print(1)\n");
    const auto scan = scanFolder(tree.path(folder), catalogue());
    QVERIFY(scan.has_value());
    QVERIFY(!scan->ignoreRulesRead);
}

void TestScanHostile::isNotLedAwayByAFileCalledGit_data()
{
    QTest::addColumn<QString>("pointsBack"); // from the folder that it leads to
    QTest::addColumn<bool>("isOutside");
    QTest::addColumn<bool>("read");
    QTest::newRow("anywhere") << "" << true << false;
    QTest::newRow("a further working folder of another") << "elsewhere" << true << false;
    QTest::newRow("a further working folder") << "here" << true << true;
    QTest::newRow("a submodule") << "" << false << true;
}

void TestScanHostile::isNotLedAwayByAFileCalledGit()
{
    QFETCH(QString, pointsBack);
    QFETCH(bool, isOutside);
    QFETCH(bool, read);
    const ScanTree outside;
    const ScanTree tree;
    const ScanTree& owner = isOutside ? outside : tree;
    const std::string folder = isOutside ? "" : "owner";
    owner.makeRepository(folder, {});
    const std::string git = owner.path(folder.empty() ? ".git" : folder + "/.git");
    tree.write("app/.git", "gitdir: " + git + '\n');
    tree.write("app/.gitignore", "*.py\n");
    tree.write("app/app.py", "print(1)\n");
    outside.write("other/.git", "gitdir: " + git + '\n');
    if (!pointsBack.isEmpty())
        owner.write(".git/gitdir", (pointsBack == "here" ? tree.path("app/.git") : outside.path("other/.git")) + '\n');
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(scan->ignoreRulesRead, read);
    QCOMPARE(scan->filesRead, read ? 0U : 1U);
}

void TestScanHostile::findsTheRulesOfASubmodule()
{
    const ScanTree tree;
    tree.makeRepository("", {});
    tree.makeRepository("made", {});
    std::filesystem::create_directories(tree.path(".git/modules"));
    std::filesystem::rename(tree.path("made/.git"), tree.path(".git/modules/lib"));
    tree.write("lib/.git", "gitdir: ../.git/modules/lib\n");
    tree.write("lib/.gitignore", "*.py\n");
    tree.write("lib/src/app.py", "print(1)\n");
    for (const char* folder : {"", "lib", "lib/src"}) {
        const auto scan = scanFolder(tree.path(folder), catalogue());
        QVERIFY(scan.has_value());
        QVERIFY2(scan->ignoreRulesRead, folder);
        QCOMPARE(scan->filesRead, 0U);
    }
    // Those of a repository beside it are not its own.
    tree.makeRepository("beside", {});
    std::filesystem::create_directories(tree.path("beside/.git/modules"));
    std::filesystem::rename(tree.path(".git/modules/lib"), tree.path("beside/.git/modules/lib"));
    tree.write("lib/.git", "gitdir: ../beside/.git/modules/lib\n");
    const auto scan = scanFolder(tree.path("lib"), catalogue());
    QVERIFY(scan.has_value());
    QVERIFY(!scan->ignoreRulesRead);
}

void TestScanHostile::aFolderThatIsGoneMeanwhile()
{
    const ScanTree tree;
    tree.write("project/app.py", "print(1)\n");
    ScanOptions options;
    options.progress = [&](const ScanProgress& progress) {
        if (progress.filesFound > 0)
            std::filesystem::remove_all(tree.path("project"));
    };
    const auto scan = scanFolder(tree.path("project"), catalogue(), options);
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, ErrorCode::fileNotFound);
}

void TestScanHostile::reportsWhatIsThrown()
{
    const ScanTree tree;
    tree.write("app.py", "print(1)\n");
    ScanOptions options;
    options.progress = [](const ScanProgress&) { throw std::length_error("too long"); };
    const auto scan = scanFolder(tree.root(), catalogue(), options);
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, ErrorCode::internal);
}

void TestScanHostile::archivesStayClosed()
{
    const ScanTree tree;
    const std::string zip = "PK\x03\x04" + std::string(1000, '\0');
    tree.write("source.zip", zip);
    tree.write("source.tar.gz", "\x1F\x8B" + std::string(1000, '\0'));
    tree.write("app.py", zip); // whatever it is called
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QCOMPARE(scan->filesRead, 0U);
    QVERIFY(scan->filesSkipped >= 2);
}

void TestScanHostile::filesThatChangeMeanwhile()
{
    const ScanTree tree;
    const std::string path = tree.path("app.py");
    tree.write("app.py", std::string(100'000, 'a'));
    std::atomic<int> changes{0};
    const std::jthread writer([&](const std::stop_token& stop) {
        for (std::uint64_t size = 0; !stop.stop_requested(); size = (size * 7 + 4999) % 300'000, ++changes)
            std::filesystem::resize_file(path, size);
    });
    std::string text;
    while (changes < 500) {
        const scanner::OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        const auto outcome = scanner::readWhole(file, 200'000, text);
        QVERIFY(outcome == scanner::ReadOutcome::read || outcome == scanner::ReadOutcome::tooLarge);
        QVERIFY(text.size() <= 200'000);
    }
}

void TestScanHostile::filesThatVanishMeanwhile()
{
    const ScanTree tree;
    constexpr int files = 300;
    const auto name = [](int i) { return "d" + std::to_string(i % 7) + "/package" + std::to_string(i) + ".json"; };
    for (int i = 0; i < files; ++i)
        tree.write(name(i), "{}");
    std::atomic<int> removed{0};
    const std::jthread remover([&](const std::stop_token& stop) {
        for (int i = 0; !stop.stop_requested(); i = (i + 1) % files, ++removed) {
            std::filesystem::remove(tree.path(name(i)));
            tree.write(name((i + files / 2) % files), "{\"name\": \"a\"}");
        }
    });
    for (int i = 0; i < 3 || removed < files; ++i) {
        const auto scan = scanFolder(tree.root(), catalogue());
        QVERIFY(scan.has_value());
        QCOMPARE(scan->unreadCount, 0U);
    }
}

void TestScanHostile::foldersThatBecomeLinks()
{
    const ScanTree outside;
    outside.write("b/app.py", "print(1)\n");
    const ScanTree tree;
    tree.write("a/b/app.py", "print(1)\n");
    const scanner::OpenFile root(::open(tree.root().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    QVERIFY(scanner::openBelow(root.number(), "a/b/app.py").isOpen());
    std::filesystem::remove_all(tree.path("a"));
    tree.link("a", outside.root());
    QVERIFY(!scanner::openBelow(root.number(), "a/b/app.py").isOpen());
    QVERIFY(!scanner::openEntry(root.number(), "a", true).isOpen());
    // Also where a path is longer than the system takes, and goes part by part.
    std::string longWay = "a/b/";
    for (int i = 0; i < 3000; ++i)
        longWay += "./";
    QVERIFY(!scanner::openBelow(root.number(), longWay + "app.py").isOpen());
}

void TestScanHostile::isCancelledBefore()
{
    const ScanTree tree;
    tree.write("app.py", "print(1)\n");
    std::stop_source stop;
    stop.request_stop();
    ScanOptions options;
    options.stop = stop.get_token();
    const auto scan = scanFolder(tree.root(), catalogue(), options);
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, ErrorCode::cancelled);
}

void TestScanHostile::isCancelledMeanwhile()
{
    const ScanTree tree;
    constexpr int files = 2000;
    for (int i = 0; i < files; ++i)
        tree.write("views_" + std::to_string(i) + ".py", "print(1)\n");
    for (const bool whileReading : {false, true}) {
        std::stop_source stop;
        std::atomic<bool> isTelling{false};
        bool isAlone = true;
        std::size_t calls = 0;
        ScanOptions options;
        options.stop = stop.get_token();
        options.progress = [&](const ScanProgress& progress) {
            isAlone = isAlone && !isTelling.exchange(true);
            ++calls;
            if (!whileReading || progress.filesRead > 0)
                stop.request_stop();
            isTelling = false;
        };
        const auto scan = scanFolder(tree.root(), catalogue(), options);
        QVERIFY(isAlone);
        QVERIFY(calls > 0);
        // The last report comes when all is read, and nothing is left to cancel.
        if (!whileReading)
            QVERIFY(!scan.has_value());
        if (!scan)
            QCOMPARE(scan.error().code, ErrorCode::cancelled);
    }
}

void TestScanHostile::saysTheSameOnAnyThreads()
{
    const ScanTree tree;
    for (int i = 0; i < 400; ++i)
        tree.write("views_" + std::to_string(i) + ".py", "print(1)\npassword = 'hunter" + std::to_string(i) + "'\n");
    tree.write("package.json", R"({"dependencies": {"express": "4", "bcrypt": "5", "winston": "3"}})");
    makePipe(tree, "z.py");
    ScanOptions options;
    options.threads = 1;
    const auto one = scanFolder(tree.root(), catalogue(), options);
    QVERIFY(one.has_value());
    for (const unsigned threads : {2U, 7U}) {
        options.threads = threads;
        const auto many = scanFolder(tree.root(), catalogue(), options);
        QVERIFY(many.has_value());
        QVERIFY(many->items == one->items);
        QVERIFY(many->unread == one->unread);
        QCOMPARE(many->filesRead, one->filesRead);
        QCOMPARE(many->bytesRead, one->bytesRead);
    }
}

void TestScanHostile::leavesNoTrace()
{
    const ScanTree tree;
    tree.makeRepository("", {"app.py", ".env"});
    tree.write(".gitignore", "*.tmp\n.env\n");
    tree.write("app.py", "print(1)\n");
    tree.write(".env", "PASSWORD=hunter2\n");
    tree.write("package.json", "{}");
    tree.write("src/a.tmp");
    tree.link("here", ".");
    constexpr timespec longAgo{1'000'000'000, 0};
    const std::array<timespec, 2> times{longAgo, longAgo};
    for (const char* name : {"app.py", ".env", "package.json", "src"})
        QCOMPARE(::utimensat(AT_FDCWD, tree.path(name).c_str(), times.data(), 0), 0);
    const auto before = tree.listing();
    const auto scan = scanFolder(tree.root(), catalogue());
    QVERIFY(scan.has_value());
    QVERIFY(scan->ignoreRulesRead);
    QCOMPARE(tree.listing(), before);
    for (const char* name : {"app.py", ".env", "package.json"}) {
        struct stat status{};
        QCOMPARE(::stat(tree.path(name).c_str(), &status), 0);
        QCOMPARE(status.st_atim.tv_sec, longAgo.tv_sec);
    }
}

int main(int argc, char* argv[])
{
    const std::string how = argc == 3 ? argv[1] : "";
    if (how == "--scan" || how == "--scan-as-nobody")
        return scanAndTell(argv[2], how != "--scan");
    TestScanHostile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scan_hostile.moc"
