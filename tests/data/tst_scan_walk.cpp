#include "data/scanner/folder_walk.h"
#include "data/scanner/skip_rules.h"
#include "data/scanner/tracked_files.h"
#include "tests/data/support/scan_tree.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace trestle;
using namespace trestle::scanner;
using trestle::test::indexOf;
using trestle::test::ScanTree;

namespace {

QStringList pathsOf(const std::vector<FoundFile>& files)
{
    QStringList paths;
    for (const FoundFile& file : files)
        paths += QString::fromStdString(file.path);
    return paths;
}

FoundFiles walked(const ScanTree& tree, const std::string& below = {})
{
    auto found = walkFolder(below.empty() ? tree.root() : tree.path(below), {});
    return found ? std::move(*found) : FoundFiles{};
}

} // namespace

/// Which files of a folder a scan looks at.
class TestScanWalk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsFilesInTheOrderOfTheirPaths();
    void tellsSizes();
    void skipsFolders_data();
    void skipsFolders();
    void skipsFiles_data();
    void skipsFiles();
    void tellsGeneratedFromWritten_data();
    void tellsGeneratedFromWritten();
    void readsIndexes_data();
    void readsIndexes();
    void refusesDamagedIndexes();
    void followsIgnoreRules();
    void seesTrackedFilesThatRulesName();
    void followsRulesOfAParent();
    void asksNothingOfARepositoryThatIgnoresTheWhole();
    void repositoriesInRepositories();
    void rulesWithoutARepositorySayNothing();
    void missesDamagedRepositories_data();
    void missesDamagedRepositories();
    void isNotLedAwayByConfiguration();
    void saysWhatIsNoFolder();
    void tellsHowManyWereFound();
    void showsPaths_data();
    void showsPaths();
};

void TestScanWalk::findsFilesInTheOrderOfTheirPaths()
{
    const ScanTree tree;
    const QStringList paths{"a", "a-b/c", "a.b", "b/c/d", "b/c.d", "b0", "z"};
    for (const QString& path : paths)
        tree.write(path.toStdString());
    const FoundFiles found = walked(tree);
    QStringList sorted = paths;
    std::ranges::sort(sorted, [](const QString& a, const QString& b) { return a.toUtf8() < b.toUtf8(); });
    QCOMPARE(pathsOf(found.files), sorted);
    QCOMPARE(found.skipped, 0U);
    QCOMPARE(found.unreadCount, 0U);
    QVERIFY(found.ignoreRulesRead);
}

void TestScanWalk::tellsSizes()
{
    const ScanTree tree;
    tree.write("large.txt", std::string(kLargestFile + 1, 'x'));
    tree.write("largest.txt", std::string(kLargestFile, 'x'));
    const FoundFiles found = walked(tree);
    QCOMPARE(pathsOf(found.files), QStringList({"large.txt", "largest.txt"}));
    QCOMPARE(found.files[1].size, kLargestFile);
    QCOMPARE(found.unread, std::vector<Unread>({{"large.txt", UnreadReason::tooLarge}}));
}

void TestScanWalk::skipsFolders_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char* name, const QStringList& files, const QStringList& found) {
        QTest::newRow(name) << files << found;
    };
    row("npm", {"node_modules/a/package.json", "package.json"}, {"package.json"});
    row("deeper", {"web/node_modules/a/index.js", "web/index.js"}, {"web/index.js"});
    row("lock files in them", {"third_party/x/package-lock.json", "a.js"}, {"a.js"});
    row("Composer", {"composer.json", "vendor/a/b.php"}, {"composer.json"});
    row("Go", {"go.mod", "vendor/modules.txt"}, {"go.mod"});
    row("vendors of a shop", {"app/vendor/models.py"}, {"app/vendor/models.py"});
    row("scripts of others", {"static/vendor/jquery.js", "a.js"}, {"a.js"});
    row("Maven", {"pom.xml", "target/classes/a.properties"}, {"pom.xml"});
    row("a target of something else", {"src/target/goal.py"}, {"src/target/goal.py"});
    row("built web", {"package.json", "dist/main.js", "build/main.js", "out/index.html"}, {"package.json"});
    row("a set-up called build", {"package.json", "build/webpack.config.js"},
        {"build/webpack.config.js", "package.json"});
    row("scripts called build", {"go.mod", "build/Dockerfile"}, {"build/Dockerfile", "go.mod"});
    row("dotnet", {"a.csproj", "bin/a.json", "obj/b.json"}, {"a.csproj"});
    row("scripts called bin", {"Gemfile", "bin/setup"}, {"Gemfile", "bin/setup"});
    row("Python", {"env/pyvenv.cfg", "venv/pyvenv.cfg", ".venv/a.py", "__pycache__/a.txt", "a.py"}, {"a.py"});
    row("settings called env", {"env/production.yaml"}, {"env/production.yaml"});
    row("reports", {"coverage/lcov.info", "htmlcov/index.html", "a.py"}, {"a.py"});
    row("a part called coverage", {"src/coverage/plan.ts"}, {"src/coverage/plan.ts"});
    row("Mix", {"mix.exs", "deps/a/mix.exs", "_build/a.txt"}, {"mix.exs"});
    row("Django's collected files", {"staticfiles/a.js", "static/admin/css/a.css", "static/admin/js/a.js", "b.py"},
        {"b.py"});
    row("assistants", {".claude/skills/a.md", ".cursor/rules/a.md", ".github/prompts/a.md", ".github/workflows/ci.yml"},
        {".github/workflows/ci.yml"});
}

void TestScanWalk::skipsFolders()
{
    QFETCH(QStringList, files);
    QFETCH(QStringList, found);
    const ScanTree tree;
    for (const QString& file : files)
        tree.write(file.toStdString());
    const FoundFiles walk = walked(tree);
    QCOMPARE(pathsOf(walk.files), found);
    QCOMPARE(walk.skipped > 0, files.size() > found.size());
}

void TestScanWalk::skipsFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("skipped");
    for (const char* name :
         {"app.min.js", "app.js.map", "user.pb.go", "user_pb2.py", "logo.PNG", "a.woff2", "b.jar", "CLAUDE.md",
          "AGENTS.md", ".cursorrules", "copilot-instructions.md", "python.instructions.md"})
        QTest::newRow(name) << name << true;
    for (const char* name : {"app.js", ".env", "id_rsa", "server.pem", "store.jks", "db.sqlite3", "package-lock.json",
                             "Dockerfile", "README.md", "user.go"})
        QTest::newRow(name) << name << false;
}

void TestScanWalk::skipsFiles()
{
    QFETCH(QString, name);
    QTEST(isSkippedFile(name.toStdString()), "skipped");
}

void TestScanWalk::tellsGeneratedFromWritten_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("generated");
    QTest::newRow("Go") << "a.go" << "// Code generated by sqlc. DO NOT EDIT.\npackage a" << true;
    QTest::newRow("mark") << "a.ts" << "/* @generated */\n" << true;
    QTest::newRow("an annotation") << "A.java" << "@Id\n@GeneratedValue(strategy = IDENTITY)\nprivate Long id;\n"
                                   << false;
    QTest::newRow("mark at the end") << "a.ts" << "// @generated" << true;
    QTest::newRow("C#") << "a.cs" << "// <auto-generated />\n" << true;
    QTest::newRow("in two lines") << "a.py" << "# This file is generated.\n# Do not edit it.\n" << true;
    QTest::newRow("a lock file") << "poetry.lock" << "# This file is automatically @generated by Poetry\n" << false;
    QTest::newRow("a schema of Rails") << "db/schema.rb"
                                       << "# This file is auto-generated from the current state of the database.\n"
                                       << false;
    QTest::newRow("words further down") << "a.go" << QString(1000, ' ') + "generated, do not edit" << false;
    QTest::newRow("written") << "a.go" << "package a // generates reports" << false;
    QTest::newRow("minified") << "a.js" << QString(9000, 'x') << true;
    QTest::newRow("short lines") << "a.js" << QString("let a = 1;\n").repeated(900) << false;
    QTest::newRow("long lines of text") << "a.md" << QString(9000, 'x') << false;
}

void TestScanWalk::tellsGeneratedFromWritten()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(isGenerated(path.toStdString(), text.toStdString()), "generated");
}

void TestScanWalk::readsIndexes_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("hashSize");
    QTest::newRow("version 2") << 2 << 20;
    QTest::newRow("version 3") << 3 << 20;
    QTest::newRow("version 4") << 4 << 20;
    QTest::newRow("version 2, SHA-256") << 2 << 32;
    QTest::newRow("version 4, SHA-256") << 4 << 32;
}

void TestScanWalk::readsIndexes()
{
    QFETCH(int, version);
    QFETCH(int, hashSize);
    const std::string deep(300, 'd');
    const auto files = TrackedFiles::fromIndex(
        indexOf({"a/b", "a/bc", "a.txt", "b/" + deep, "b/e", "z"}, version, static_cast<std::size_t>(hashSize)));
    QVERIFY(files.has_value());
    for (const std::string& path : {std::string("a/b"), std::string("a/bc"), std::string("a.txt"), "b/" + deep,
                                    std::string("b/e"), std::string("z")})
        QVERIFY2(files->has(path), path.c_str());
    for (const char* path : {"a", "a/", "a/b/c", "b/d", "zz", ""})
        QVERIFY2(!files->has(path), path);
    QVERIFY(files->hasBelow("a"));
    QVERIFY(files->hasBelow(""));
    QVERIFY(!files->hasBelow("a/b"));
    QVERIFY(!files->hasBelow("c"));
    QVERIFY(TrackedFiles::fromIndex(indexOf({}, version)).has_value());
}

void TestScanWalk::refusesDamagedIndexes()
{
    const std::string index = indexOf({"a/b", "a/c", "d"});
    for (std::size_t length = 0; length < index.size(); ++length)
        QVERIFY2(!TrackedFiles::fromIndex(index.substr(0, length)), std::to_string(length).c_str());
    QVERIFY(!TrackedFiles::fromIndex(indexOf({"a"}, 5)));
    std::string many = index;
    many[8] = '\x7F'; // how many there are
    QVERIFY(!TrackedFiles::fromIndex(many));
    std::string shared = index.substr(0, index.size() - 20) + "link" + std::string(4, '\0') + std::string(20, '\0');
    QVERIFY(!TrackedFiles::fromIndex(shared));
}

void TestScanWalk::followsIgnoreRules()
{
    const ScanTree tree;
    tree.makeRepository("", {"app.py"});
    tree.write(".gitignore", ".env\n/local/\n*.log\n!keep.log\n");
    tree.write("sub/.gitignore", "secret.txt\n");
    for (const char* path :
         {"app.py", ".env", "local/a.py", "sub/local/a.py", "a.log", "keep.log", "sub/secret.txt", "secret.txt"})
        tree.write(path);
    tree.write(".git/info/exclude", "mine.txt\n");
    tree.write("mine.txt");
    const FoundFiles found = walked(tree);
    QCOMPARE(pathsOf(found.files),
             QStringList({".gitignore", "app.py", "keep.log", "secret.txt", "sub/.gitignore", "sub/local/a.py"}));
    QVERIFY(found.ignoreRulesRead);
}

void TestScanWalk::seesTrackedFilesThatRulesName()
{
    const ScanTree tree;
    tree.makeRepository("", {".env", "keys/id_rsa"});
    tree.write(".gitignore", ".env\nkeys/\n");
    for (const char* path : {".env", "keys/id_rsa", "keys/other", "sub/.env"})
        tree.write(path);
    QCOMPARE(pathsOf(walked(tree).files), QStringList({".env", ".gitignore", "keys/id_rsa"}));
}

void TestScanWalk::followsRulesOfAParent()
{
    const ScanTree tree;
    tree.makeRepository("", {"apps/shop/.env"});
    tree.write(".gitignore", "*.tmp\n.env\n");
    tree.write("apps/.gitignore", "/shop/cache/\n");
    for (const char* path :
         {"apps/shop/a.py", "apps/shop/b.tmp", "apps/shop/.env", "apps/shop/cache/c", "apps/shop/api/.env"})
        tree.write(path);
    QCOMPARE(pathsOf(walked(tree, "apps/shop").files), QStringList({".env", "a.py"}));
}

void TestScanWalk::asksNothingOfARepositoryThatIgnoresTheWhole()
{
    const ScanTree tree;
    tree.makeRepository("", {"settings"});
    tree.write(".gitignore", "*\n");
    tree.write("project/a.py");
    QCOMPARE(pathsOf(walked(tree, "project").files), QStringList({"a.py"}));
}

void TestScanWalk::repositoriesInRepositories()
{
    const ScanTree tree;
    tree.makeRepository("", {"a.py"});
    tree.write(".gitignore", "*.tmp\n");
    tree.makeRepository("api", {"b.py"});
    tree.write("api/.gitignore", "*.out\n");
    for (const char* path : {"a.py", "a.tmp", "api/b.tmp", "api/b.out", "api/b.py", "api/deep/c.out", "z.out", "z.tmp"})
        tree.write(path);
    QCOMPARE(pathsOf(walked(tree).files),
             QStringList({".gitignore", "a.py", "api/.gitignore", "api/b.py", "api/b.tmp", "z.out"}));
}

void TestScanWalk::rulesWithoutARepositorySayNothing()
{
    const ScanTree tree;
    tree.write(".gitignore", ".env\n");
    tree.write(".env");
    const FoundFiles found = walked(tree);
    QCOMPARE(pathsOf(found.files), QStringList({".env", ".gitignore"}));
    QVERIFY(found.ignoreRulesRead);
}

void TestScanWalk::missesDamagedRepositories_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no head") << "HEAD" << QByteArray();
    QTest::newRow("another head") << "HEAD" << QByteArray("\x89PNG");
    QTest::newRow("index cut off") << "index" << QByteArray("DIRC");
    QTest::newRow("index of nothing") << "index" << QByteArray();
    QTest::newRow("noise for an index") << "index" << QByteArray(100'000, '\x7F');
}

void TestScanWalk::missesDamagedRepositories()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    const ScanTree tree;
    tree.makeRepository("", {"a.py"});
    tree.write(".gitignore", "*.tmp\n");
    tree.write("a.py");
    tree.write("a.tmp");
    tree.write(".git/" + name.toStdString(), text.toStdString());
    const FoundFiles found = walked(tree);
    QVERIFY(!found.ignoreRulesRead);
    QCOMPARE(pathsOf(found.files), QStringList({".gitignore", "a.py", "a.tmp"}));
}

void TestScanWalk::isNotLedAwayByConfiguration()
{
    const ScanTree elsewhere;
    elsewhere.write("ignore", "*.py\n");
    elsewhere.write("config", "[core]\n\texcludesFile = " + elsewhere.path("ignore") + "\n");
    const ScanTree tree;
    tree.makeRepository("", {});
    tree.write("a.py");
    tree.write(".git/config", "[include]\n\tpath = " + elsewhere.path("config") + "\n[core]\n\tworktree = " +
                                  elsewhere.root() + "\n\tfsmonitor = touch " + tree.path("ran") + "\n");
    const FoundFiles found = walked(tree);
    QVERIFY(found.ignoreRulesRead);
    QCOMPARE(pathsOf(found.files), QStringList({"a.py"}));
}

void TestScanWalk::saysWhatIsNoFolder()
{
    const ScanTree tree;
    tree.write("file");
    const auto missing = walkFolder(tree.path("nowhere"), {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::fileNotFound);
    const auto file = walkFolder(tree.path("file"), {});
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::fileUnreadable);
}

void TestScanWalk::tellsHowManyWereFound()
{
    const ScanTree tree;
    for (int i = 0; i < 10; ++i)
        tree.write(std::to_string(i) + "/a");
    for (int i = 0; i < 1100; ++i) // in one folder
        tree.write("many/" + std::to_string(i));
    std::vector<std::size_t> told;
    QVERIFY(walkFolder(tree.root(), {}, [&](std::size_t files) { told.push_back(files); }).has_value());
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.back(), 1110U);
    QCOMPARE(std::ranges::count(told, 1024U), 1);
}

void TestScanWalk::showsPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("shown");
    QTest::newRow("ASCII") << QByteArray("src/a b.py") << "src/a b.py";
    QTest::newRow("UTF-8") << QByteArray("caf\xC3\xA9/\xF0\x9F\x8F\x97")
                           << QString::fromUtf8("caf\xC3\xA9/\xF0\x9F\x8F\x97");
    QTest::newRow("Latin-1") << QByteArray("caf\xE9") << "caf\\xE9";
    QTest::newRow("cut off") << QByteArray("a\xE2\x82") << "a\\xE2\\x82";
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << "\\xED\\xA0\\x80";
    QTest::newRow("line break") << QByteArray("a\nb\x1B[2J") << "a\\x0Ab\\x1B[2J";
    QTest::newRow("direction") << QByteArray("a\xE2\x80\xAE"
                                             "b")
                               << "a\\xE2\\x80\\xAEb";
}

void TestScanWalk::showsPaths()
{
    QFETCH(QByteArray, path);
    QTEST(QString::fromStdString(shownPath(path.toStdString())), "shown");
}

QTEST_APPLESS_MAIN(TestScanWalk)
#include "tst_scan_walk.moc"
