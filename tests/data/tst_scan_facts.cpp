#include "data/scanner/fact_reader.h"
#include "tests/support/fact_paths.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace trestle::scanner;

/// Which files hold facts, and that a damaged or hostile one gives what was read before the damage, within bounds.
class TestScanFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void kinds();
    void mostFacts_data();
    void mostFacts();
    void longTexts();
    void tooDeep_data();
    void tooDeep();
    void hostile_data();
    void hostile();
    void cutAnywhere_data();
    void cutAnywhere();
};

namespace {

constexpr std::size_t kSize = 1U << 15U;

std::string repeated(std::string_view part, std::size_t size = kSize)
{
    std::string text;
    text.reserve(size);
    while (text.size() + part.size() <= size)
        text += part;
    return text;
}

void checkBounds(const FileFacts& facts, std::string_view text)
{
    const auto lines = std::ranges::count(text, '\n') + 1;
    QVERIFY(facts.keys.size() <= kMostFacts);
    QVERIFY(facts.dependencies.size() <= kMostFacts);
    QVERIFY(std::ranges::is_sorted(facts.keys, {}, &KeyFact::line));
    QVERIFY(std::ranges::is_sorted(facts.dependencies, {}, &Dependency::line));
    for (const KeyFact& fact : facts.keys)
        QVERIFY(fact.line >= 1 && fact.line <= lines && fact.key.size() <= 500 && fact.value.size() <= 500);
    for (const Dependency& one : facts.dependencies)
        QVERIFY(one.line >= 1 && one.line <= lines && !one.name.empty() && one.name.size() <= 300);
}

} // namespace

void TestScanFacts::files_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("mayHold");
    for (const char* path :
         {"package.json", "a/b/package.json", "requirements.txt", "requirements-dev.txt", "a/requirements/base.txt",
          "requirements/base.txt", "dev-requirements.txt", "pyproject.toml", "a/Pipfile", "src/Shop.csproj",
          "Directory.Build.props", "gradle/libs.versions.toml", "app/build.gradle.kts", ".github/workflows/ci.yml",
          "fly.toml", "tsconfig.json", "application.properties", "own.gemspec"})
        QTest::newRow(path) << path << true;
    for (const char* path : {"", "a", "main.py", "notes.txt", "base.txt", "a/requirements/b/base.txt", "package.json/a",
                             "yarn.lock.bak", "pipfile", "apackage.json.txt", "requirements", "Pipfile.md", "json"})
        QTest::newRow(path) << path << false;
}

void TestScanFacts::files()
{
    QFETCH(const QString, path);
    QTEST(mayHoldFacts(path.toStdString()), "mayHold");
}

/// Each kind of file, the first that fits: none is hidden by one before it.
void TestScanFacts::kinds()
{
    for (const FileKind& kind : fileKinds()) {
        std::string path(kind.pattern);
        std::ranges::replace(path, '*', 'a');
        QVERIFY2(heldFacts("folder/" + path) == kind.held, path.c_str());
    }
}

void TestScanFacts::mostFacts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("JSON") << "a.json" << QByteArray('[' + QByteArray("1,").repeated(30'000) + "1]");
    QTest::newRow("YAML") << "a.yaml" << QByteArray("- 1\n").repeated(30'000);
    QTest::newRow("TOML") << "a.toml" << QByteArray("a = [" + QByteArray("1,").repeated(30'000) + "1]");
    QTest::newRow("properties") << "a.properties" << QByteArray("a=1\n").repeated(30'000);
}

void TestScanFacts::mostFacts()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, text);
    QCOMPARE(factsOf(path.toStdString(), text.toStdString()).keys.size(), kMostFacts);
}

void TestScanFacts::longTexts()
{
    const std::string longer = repeated("é", 600);
    const FileFacts facts = factsOf("a.json", "{\"" + longer + "\": 1, \"b\": \"a" + longer + "\"}");
    QCOMPARE(facts.keys.size(), 2U);
    QCOMPARE(facts.keys[0].key, longer.substr(0, 200));
    QCOMPARE(facts.keys[1].value, "a" + longer.substr(0, 498)); // between characters
    // A path of many long names is left out, its neighbours are not.
    std::string deep = "1";
    for (int i = 0; i < 10; ++i)
        deep = "{\"" + longer + "\": " + deep + "}";
    const FileFacts kept = factsOf("a.json", "[" + deep + ", 2]");
    QCOMPARE(kept.keys.size(), 1U);
    QCOMPARE(kept.keys.front().value, std::string("2"));
    QCOMPARE(factsOf("go.mod", "require a" + longer + " v1").dependencies.front().name.size(), 299U);
}

void TestScanFacts::tooDeep_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::newRow("JSON") << "a.json" << QByteArray("[") << QByteArray("]");
    QTest::newRow("YAML") << "a.yaml" << QByteArray("[") << QByteArray("]");
}

void TestScanFacts::tooDeep()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, open);
    QFETCH(const QByteArray, close);
    const QByteArray text = "[1, " + open.repeated(100) + '2' + close.repeated(100) + ", 3]";
    const FileFacts facts = factsOf(path.toStdString(), text.toStdString());
    QCOMPARE(facts.keys.size(), 2U); // without what lies too deep
    QCOMPARE(facts.keys.back().value, std::string("3"));
}

void TestScanFacts::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    for (const char* part : {"[",
                             "{",
                             "{\"a\":",
                             "{a: ",
                             "[\n",
                             "- ",
                             "? ",
                             "a: ",
                             "\"",
                             "'",
                             "\"\"\"",
                             "'''",
                             "&a ",
                             "*a ",
                             "!",
                             "%a\n",
                             "---\n",
                             "...\n",
                             ",",
                             "|\n",
                             "#",
                             "\n",
                             "\r",
                             "\t",
                             "\\",
                             "\\\n",
                             "\xFF",
                             "\xE2\x82",
                             "a",
                             "a.",
                             "a b\n",
                             "a = 1\n",
                             "[[a]]\n",
                             "{{",
                             "{{ a }}",
                             "{% if %}",
                             "/*",
                             "//",
                             "<a>",
                             "<",
                             "<a b=\"",
                             "<!--",
                             "<dependency>",
                             "implementation ",
                             "api(",
                             "install_requires=[",
                             "install_requires=a\n",
                             "gem 'a'\n",
                             "require (\n",
                             "1e999,"})
        row(part, repeated(part));
    row("[ in the largest file", repeated("[", 1U << 20U));
    row("{ in the largest file", repeated("{\"a\": ", 1U << 20U));
    row("zeros", std::string(kSize, '\0'));
    row("UTF-16", "\xFF\xFE" + repeated(std::string_view("a\0", 2)));
    row("an open text", "{\"a\": 1, \"b\": \"" + repeated("a"));
    row("a block", "a: |\n" + repeated(" b\n"));
    row("a table in a table", '[' + repeated("a.") + "a]\n");
    row("many dots in each of many lists", [] {
        std::string text = "x = ";
        for (int i = 0; i < 250; ++i)
            text += "[\n{a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = ";
        return text;
    }());
    row("further and further in", [] {
        std::string text;
        for (std::size_t i = 0; i < 700; ++i)
            text += std::string(i, ' ') + "a:\n";
        return text;
    }());
    row("copies of copies", "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n" + repeated("- *c\n"));
}

void TestScanFacts::hostile()
{
    QFETCH(const QByteArray, text);
    const std::string_view bytes(text.constData(), static_cast<std::size_t>(text.size()));
    const std::vector<std::string> paths = trestle::test::factPaths();
    QVERIFY(paths.size() > 20);
    for (const std::string& path : paths) {
        QVERIFY(mayHoldFacts(path));
        if (bytes.size() > kSize && heldFacts(path) != HeldFacts::keys)
            continue; // it takes its time; what nests is keys
        checkBounds(factsOf(path, bytes), bytes);
    }
}

void TestScanFacts::cutAnywhere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("YAML") << "a.yml"
                          << QByteArray("on: [push]\njobs:\n  test:\n    env: {A: \"b\"}\n    steps:\n"
                                        "      - run: |\n          npm ci\n          npm test\n      - uses: x\n"
                                        "---\nkind: 'A'\nlist:\n  - - 1\n    - 2\n");
    QTest::newRow("JSON") << "package.json"
                          << QByteArray("{\n\"name\": \"a\",\n\"dependencies\": {\n\"b\": \"1\",\n\"c\": \"2\"\n},\n"
                                        "\"files\": [\n\"a\",\n1,\n2\n]\n}\n");
    QTest::newRow("TOML") << "pyproject.toml"
                          << QByteArray("[project]\nname = \"a\"\ndependencies = [\n\"b>=1\",\n\"c\",\n]\n"
                                        "[tool.poetry.dependencies]\nd = {version = \"1\"}\n[[x]]\ny = 1\n");
}

/// What is told of lines that are there whole is told of the whole file too.
void TestScanFacts::cutAnywhere()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, text);
    const FileFacts whole = factsOf(path.toStdString(), text.toStdString());
    QVERIFY(whole.keys.size() > 4);
    std::size_t most = 0;
    for (qsizetype size = 0; size < text.size(); ++size) {
        const std::string part = text.left(size).toStdString();
        const auto last = static_cast<int>(std::ranges::count(part, '\n')) + 1;
        const FileFacts facts = factsOf(path.toStdString(), part);
        for (const KeyFact& fact : facts.keys) {
            // The value may stand on the line behind its key, or all that a table holds.
            const bool mayBeCut = fact.line + 1 >= last || fact.value.empty() || fact.value == "{}";
            QVERIFY2(mayBeCut || std::ranges::find(whole.keys, fact) != whole.keys.end(), part.c_str());
        }
        for (const Dependency& one : facts.dependencies)
            QVERIFY2(one.line >= last || std::ranges::find(whole.dependencies, one) != whole.dependencies.end(),
                     part.c_str());
        most = std::max(most, facts.keys.size());
    }
    QVERIFY(most + 1 >= whole.keys.size());
}

QTEST_APPLESS_MAIN(TestScanFacts)
#include "tst_scan_facts.moc"
