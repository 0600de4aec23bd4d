#include "data/scanner/glob_set.h"
#include "data/scanner/line_patterns.h"
#include "data/scanner/rule_set.h"
#include "data/scanner/rules.h"
#include "data/scanner/text_search.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace trestle;
using namespace trestle::scanner;

/// What a rule asks for is found where it asks for it, and nowhere else.
namespace {

RuleSet rulesOf(const std::string& finds, const std::string& more = {})
{
    const auto rules = readRules(
        R"({"catalogue":"c","groups":{"js":["**/\u002a.{js,ts}"]},)"
        R"("aside":{"tests":["**/tests/\u002a*","**/\u002a.test.*"],"docs":["**/\u002a.md"],"examples":["examples/\u002a*"]},)"
        R"("context":[],"items":[{"id":"i","signals":[{"id":"i.a","weight":1,"sentence":"It is.",)" +
            more + R"("find":[)" + finds + "]}]}]}",
        "r");
    return rules.value();
}

/// "path:line" of what is found in a file of that name and text.
QStringList places(const RuleSet& rules, const std::string& path, const std::string& text)
{
    const RuleMatcher matcher(rules);
    std::vector<Hit> hits;
    matcher.match(path, matcher.readsText(path) ? text : std::string(), hits);
    QStringList all;
    for (const Hit& hit : hits)
        all.append(QString::fromStdString(hit.place.path + ":" + std::to_string(hit.place.line)));
    return all;
}

/// All places of pieces, found the slow way.
std::set<std::pair<std::uint32_t, std::size_t>> slowly(const std::vector<std::string>& pieces, const std::string& text)
{
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::set<std::pair<std::uint32_t, std::size_t>> found;
    for (std::uint32_t piece = 0; piece < pieces.size(); ++piece)
        for (std::size_t at = lower.find(pieces[piece]); at != std::string::npos;
             at = lower.find(pieces[piece], at + 1))
            found.emplace(piece, at + pieces[piece].size());
    return found;
}

} // namespace

class TestRuleMatcher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void globs_data()
    {
        QTest::addColumn<QString>("glob");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("fits");
        QTest::newRow("an ending, at the top") << "**/*.js" << "a.js" << true;
        QTest::newRow("an ending, below") << "**/*.js" << "a/b/c.js" << true;
        QTest::newRow("another ending") << "**/*.js" << "a/b/c.jsx" << false;
        QTest::newRow("an ending in a folder's name") << "**/*.js" << "chart.js/readme" << false;
        QTest::newRow("case does not count") << "**/*.js" << "A/B.JS" << true;
        QTest::newRow("either of two endings") << "**/*.{ts,tsx}" << "a/b.tsx" << true;
        QTest::newRow("neither of two endings") << "**/*.{ts,tsx}" << "a/b.ts.bak" << false;
        QTest::newRow("a star stays in its step") << "a/*.sql" << "a/b/c.sql" << false;
        QTest::newRow("a star within a step") << "a/*.sql" << "a/c.sql" << true;
        QTest::newRow("any steps") << "a/**/c.sql" << "a/x/y/c.sql" << true;
        QTest::newRow("no step") << "a/**/c.sql" << "a/c.sql" << true;
        QTest::newRow("all below") << "**/tests/**" << "x/tests/y/z" << true;
        QTest::newRow("nothing below") << "**/tests/**" << "x/tests" << false;
        QTest::newRow("a step that only begins so") << "**/tests/**" << "x/contests/y" << false;
        QTest::newRow("one character") << "a?.txt" << "ab.txt" << true;
        QTest::newRow("one character, not none") << "a?.txt" << "a.txt" << false;
        QTest::newRow("a point is a point") << "a.b" << "axb" << false;
        QTest::newRow("names in braces") << "**/{Makefile,justfile}" << "tools/justfile" << true;
        QTest::newRow("braces within braces") << "{a.yml,b/*.{yml,yaml}}" << "b/c.yaml" << true;
        QTest::newRow("beside braces within braces") << "{a.yml,b/*.{yml,yaml}}" << "a.yaml" << false;
        QTest::newRow("a hidden file") << ".github/workflows/*.{yml,yaml}" << ".github/workflows/ci.yml" << true;
        QTest::newRow("bytes that are not UTF-8") << "**/*.js" << "a\\\xff.js" << true;
    }
    void globs()
    {
        QFETCH(const QString, glob);
        QFETCH(const QString, path);
        QFETCH(const bool, fits);
        GlobSet set;
        set.add("other/**");
        const std::size_t id = set.add(glob.toStdString());
        QCOMPARE(set.add(glob.toStdString()), id);
        const std::vector<std::size_t> found = set.matching(path.toStdString());
        QCOMPARE(std::ranges::find(found, id) != found.end(), fits);
    }

    /// The automaton against a search for one piece after another.
    void piecesAreAllFound()
    {
        std::mt19937 random(20261129);
        std::uniform_int_distribution<int> letter('a', 'c');
        std::uniform_int_distribution<std::size_t> length(1, 5);
        for (int run = 0; run < 200; ++run) {
            std::set<std::string> distinct;
            while (distinct.size() < 8) {
                std::string piece(length(random), ' ');
                std::ranges::generate(piece, [&] { return static_cast<char>(letter(random)); });
                distinct.insert(piece);
            }
            const std::vector<std::string> pieces(distinct.begin(), distinct.end());
            std::string text(60, ' ');
            std::ranges::generate(text, [&] {
                const int c = letter(random);
                return static_cast<char>(random() % 4 == 0 ? std::toupper(c) : random() % 9 == 0 ? '\n' : c);
            });
            std::set<std::pair<std::uint32_t, std::size_t>> found;
            TextSearch(pieces).search(text, [&](std::uint32_t piece, std::size_t end) { found.emplace(piece, end); });
            QVERIFY2(found == slowly(pieces, text), text.c_str());
        }
    }

    void linesOfAFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("on its lines") << "a.js" << "x\nfetch(1)\n\nfetch(2)" << QStringList{"a.js:2", "a.js:4"};
        QTest::newRow("once in a line") << "a.js" << "fetch(1); fetch(2)" << QStringList{"a.js:1"};
        QTest::newRow("in the first line") << "a.js" << "fetch(1)\n" << QStringList{"a.js:1"};
        QTest::newRow("after CR LF") << "a.js" << "\r\nfetch(1)\r\n" << QStringList{"a.js:2"};
        QTest::newRow("a piece alone is no match") << "a.js" << "fetch\n" << QStringList();
        QTest::newRow("a line with what is excepted") << "a.js" << "fetch(mock)" << QStringList();
        QTest::newRow("a comment") << "a.js" << "  // fetch(1)" << QStringList();
        QTest::newRow("a comment behind code") << "a.js" << "go(); // fetch(1)" << QStringList();
        QTest::newRow("an address is no comment") << "a.js" << "fetch('http://a')" << QStringList{"a.js:1"};
        QTest::newRow("another kind of file") << "a.py" << "fetch(1)" << QStringList();
        QTest::newRow("a test") << "tests/a.js" << "fetch(1)" << QStringList();
        QTest::newRow("an example") << "examples/a.js" << "fetch(1)" << QStringList();
        QTest::newRow("bytes that are not UTF-8")
            << "a.js" << QString("fetch(1)").prepend(QChar(0xfc)) << QStringList{"a.js:1"};
    }
    void linesOfAFile()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QFETCH(const QStringList, expected);
        const RuleSet rules =
            rulesOf(R"({"kind":"line","files":["@js"],"patterns":["\\bfetch\\W", "never-there"],"not":"mock"})");
        QCOMPARE(places(rules, path.toStdString(), text.toLatin1().toStdString()), expected);
    }

    /// Few places are kept of a file, more where the rule counts them; lines made by machines are passed over.
    void placesAreBounded()
    {
        const std::string find = R"({"kind":"line","files":["@js"],"patterns":["fetch"]})";
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "fetch\n";
        QCOMPARE(places(rulesOf(find), "a.js", text).size(), 4);
        QCOMPARE(places(rulesOf(find, R"("places":20,)"), "a.js", text).size(), 20);
        QCOMPARE(places(rulesOf(find), "a.js", std::string(5000, 'x') + "fetch\nfetch\n"), QStringList{"a.js:2"});
    }

    void asideFilesCountWhereAsked()
    {
        const RuleSet rules = rulesOf(R"({"kind":"line","files":["@js"],"patterns":["fetch"],"also":["tests"]})");
        QCOMPARE(places(rules, "x/tests/a.js", "fetch").size(), 1);
        QCOMPARE(places(rules, "examples/a.js", "fetch").size(), 0);
        QCOMPARE(places(rules, "examples/tests/a.js", "fetch").size(), 0);
    }

    void filesByName()
    {
        const RuleSet rules = rulesOf(R"({"kind":"file","files":["**/migrations/\u002a.sql"]})");
        QCOMPARE(places(rules, "db/migrations/1.sql", "x"), QStringList{"db/migrations/1.sql:0"});
        QCOMPARE(places(rules, "db/seeds/1.sql", "x"), QStringList());
        QVERIFY(!RuleMatcher(rules).readsText("db/migrations/1.sql"));
    }

    void moreOfTheSameFile()
    {
        const RuleSet rules = rulesOf(
            R"({"kind":"file","files":["**/\u002a.yml"],"with":"^kind: Job$","without":"suspend"},)"
            R"({"kind":"line","files":["**/\u002a.yml"],"patterns":["image:"],"with":"^kind: Job$","without":"suspend"})");
        QVERIFY(RuleMatcher(rules).readsText("a.yml"));
        QCOMPARE(places(rules, "a.yml", "image: x\nkind: Job\n"), (QStringList{"a.yml:0", "a.yml:1"}));
        QCOMPARE(places(rules, "a.yml", "image: x\nkind: Jobs\n"), QStringList());
        QCOMPARE(places(rules, "a.yml", "image: x\nkind: Job\nsuspend: true\n"), QStringList());
    }

    void dependencies_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        const QString manifest = "{\n \"dependencies\": {\n  \"%1\": \"1.0.0\"\n }\n}\n";
        QTest::newRow("by name") << "package.json" << manifest.arg("pino") << 3;
        QTest::newRow("by the start of a name") << "package.json" << manifest.arg("@sentry/node") << 3;
        QTest::newRow("a name that goes on") << "package.json" << manifest.arg("pino-pretty") << 0;
        QTest::newRow("of another ecosystem") << "requirements.txt" << "pino==1\n" << 0;
        QTest::newRow("in an example") << "examples/package.json" << manifest.arg("pino") << 0;
        QTest::newRow("in Python's spelling") << "requirements.txt" << "flask\nPython_JSON.Logger==2\n" << 2;
    }
    void dependencies()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QFETCH(const int, line);
        const RuleSet rules = rulesOf(R"({"kind":"dependency","ecosystem":"npm","names":["pino","@sentry/\u002a"]},)"
                                      R"({"kind":"dependency","ecosystem":"python","names":["python_json_logger"]})");
        const QStringList expected = line ? QStringList{path + ":" + QString::number(line)} : QStringList();
        QCOMPARE(places(rules, path.toStdString(), text.toStdString()), expected);
    }

    /// What only a lock file names is there without anybody having asked for it.
    void lockFilesCountWhereAsked()
    {
        const std::string lock = R"({"lockfileVersion":3,"packages":{"node_modules/pino":{"version":"1.0.0"}}})";
        const std::string find = R"({"kind":"dependency","ecosystem":"npm","names":["pino"])";
        QCOMPARE(places(rulesOf(find + "}"), "package-lock.json", lock).size(), 0);
        QCOMPARE(places(rulesOf(find + R"(,"transitive":true})"), "package-lock.json", lock).size(), 1);
    }

    void keys_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("with such a value") << "services:\n  db:\n    image: postgres:16\n" << 3;
        QTest::newRow("with another value") << "services:\n  db:\n    image: redis\n" << 0;
        QTest::newRow("a step deeper") << "services:\n  db:\n    build:\n      image: postgres\n" << 0;
    }
    void keys()
    {
        QFETCH(const QString, text);
        QFETCH(const int, line);
        const RuleSet rules =
            rulesOf(R"({"kind":"key","files":["compose.yml"],"keys":["services.*.image"],"value":"^postgres"})");
        const QStringList expected = line ? QStringList{"compose.yml:" + QString::number(line)} : QStringList();
        QCOMPARE(places(rules, "compose.yml", text.toStdString()), expected);
    }

    void whatIsNowhere()
    {
        const RuleSet rules = rulesOf(R"({"kind":"absence","files":["**/\u002a.lock","**/package-lock.json"]})");
        const RuleMatcher matcher(rules);
        std::vector<Hit> hits;
        matcher.matchFolder(std::vector<FoundFile>{{"a/b.js", 1}, {"package.json", 1}}, hits);
        QCOMPARE(hits.size(), std::size_t{1});
        QCOMPARE(hits.front().place.path, std::string());
        hits.clear();
        matcher.matchFolder(std::vector<FoundFile>{{"a/yarn.lock", 1}, {"package.json", 1}}, hits);
        QVERIFY(hits.empty());
    }

    /// Files are read only where a rule may find something in their text.
    void readsWhatIsAskedFor()
    {
        const RuleMatcher matcher;
        for (const char* path : {"src/app.ts", "app/models.py", "package.json", "schema.prisma", "docs/runbook.md"})
            QVERIFY2(matcher.readsText(path), path);
        for (const char* path : {"logo.png", "fonts/a.woff2", "data.csv", "video.mp4"})
            QVERIFY2(!matcher.readsText(path), path);
    }
};

QTEST_APPLESS_MAIN(TestRuleMatcher)
#include "tst_rule_matcher.moc"
