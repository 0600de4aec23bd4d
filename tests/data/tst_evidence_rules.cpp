#include "data/catalogue_json.h"
#include "data/embedded.h"
#include "data/json.h"
#include "data/scanner/line_patterns.h"
#include "data/scanner/rule_set.h"
#include "data/scanner/scan.h"
#include "data/schema_check.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cctype>
#include <set>

using namespace trestle;
using namespace trestle::scanner;

/// The rules that are built into the program: whole, well formed, and said in sentences.
namespace {

constexpr std::string_view kPath = "catalogue/evidence.json";

QString text(std::string_view from)
{
    return QString::fromUtf8(from.data(), static_cast<qsizetype>(from.size()));
}

bool isSentence(std::string_view sentence)
{
    return sentence.size() > 10 && (std::isupper(static_cast<unsigned char>(sentence.front())) != 0) &&
           sentence.ends_with('.') && sentence.find("  ") == std::string_view::npos;
}

/// A set of rules with one item, of the keys given.
std::string rulesWith(const std::string& context, const std::string& item)
{
    return R"({"kind":"evidence","format":1,"catalogue":"c","groups":{"js":["**/\u002a.js"]},)"
           R"("aside":{"tests":["tests/\u002a*"],"docs":["docs/\u002a*"],"examples":["examples/\u002a*"]},)"
           R"("context":[)" +
           context + R"(],"items":[)" + item + "]}";
}

} // namespace

class TestEvidenceRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passesItsSchema()
    {
        const auto document = parseJson(*embeddedJson(kPath), std::string(kPath));
        QVERIFY(document);
        const auto checked = checkDocument(*document, {"evidence", 1, "catalogue/evidence-schema.json"}, "#");
        QVERIFY2(checked, checked ? "" : (checked.error().where + " " + checked.error().what).c_str());
    }

    void readsWhole()
    {
        const auto rules = readRules(*embeddedJson(kPath), std::string(kPath));
        QVERIFY2(rules, rules ? "" : (rules.error().where + " " + rules.error().what).c_str());
        QCOMPARE(builtInRules().allSignals.size(), rules->allSignals.size());
    }

    /// In the catalogue's order, add-ons as well, and none that it lacks.
    void speaksOfEveryItem()
    {
        const auto loaded = builtinCatalogue();
        QVERIFY(loaded);
        const Catalogue& catalogue = *loaded->catalogue;
        QCOMPARE(text(builtInRules().catalogue), text(catalogue.id));
        std::vector<std::string> expected;
        for (const Phase& phase : catalogue.phases)
            for (const auto* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items)
                    expected.push_back(item.id);
        std::vector<std::string> found;
        for (const RuledItem& item : builtInRules().items)
            found.push_back(item.id);
        QCOMPARE(found, expected);
    }

    void idsNameTheirItem()
    {
        std::set<std::size_t> ofItems;
        for (const RuledItem& item : builtInRules().items)
            for (const std::size_t index : item.signalIndices) {
                const std::string& id = builtInRules().allSignals[index].id;
                QVERIFY2(id.starts_with(item.id + "."), id.c_str());
                ofItems.insert(index);
            }
        for (std::size_t i = 0; i < builtInRules().allSignals.size(); ++i)
            if (!ofItems.contains(i))
                QVERIFY2(builtInRules().allSignals[i].id.starts_with("context."),
                         builtInRules().allSignals[i].id.c_str());
    }

    /// Every part can be seen, so that an item can be in place.
    void everyPartHasASignal()
    {
        for (const RuledItem& item : builtInRules().items) {
            std::set<std::size_t> parts;
            for (const std::size_t index : item.signalIndices)
                if (const Signal& signal = builtInRules().allSignals[index]; signal.says == Says::forIt)
                    parts.insert(signal.parts.begin(), signal.parts.end());
            if (!parts.empty())
                QVERIFY2(parts.size() == item.parts.size(), item.id.c_str());
        }
    }

    /// A pattern that does not compile, or holds no plain text to find its lines by, would be passed over.
    void everyPatternCompiles()
    {
        LinePatterns patterns;
        for (const Signal& signal : builtInRules().allSignals)
            for (const Find& find : signal.finds) {
                for (const std::string& pattern : find.patterns) {
                    QVERIFY2(patterns.add(pattern, find.notPattern, find.comments),
                             (signal.id + " " + pattern).c_str());
                    QVERIFY2(std::ranges::all_of(pattern, [](unsigned char c) { return c < 128; }), pattern.c_str());
                }
                for (const std::string& other : {find.with, find.without, find.value})
                    QVERIFY2(isTextPattern(other), (signal.id + " " + other).c_str());
            }
    }

    void everySentenceIsOne()
    {
        for (const RuledItem& item : builtInRules().items) {
            QVERIFY2(item.elsewhere.empty() || isSentence(item.elsewhere), item.elsewhere.c_str());
            for (const std::size_t index : item.signalIndices)
                QVERIFY2(isSentence(builtInRules().allSignals[index].sentence),
                         builtInRules().allSignals[index].id.c_str());
        }
    }

    void wordsAreFoundById()
    {
        QCOMPARE(text(ruleSentence("password-hashing.bcrypt")), QString("Passwords are hashed with bcrypt."));
        QCOMPARE(text(ruleSentence("password-hashing.unknown")), QString());
        QCOMPARE(text(whyElsewhere("password-hashing")), QString());
        QCOMPARE(text(whyElsewhere("unknown")), QString());
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("what");
        const QString find = R"("find":[{"kind":"file","files":["a"]}])";
        const QString rest = R"("weight":1,"sentence":"It is there.",)" + find;
        QTest::newRow("an item without signals and reason")
            << "" << R"({"id":"i","signals":[]})" << "r#i" << "elsewhere";
        QTest::newRow("an id twice") << ""
                                     << R"({"id":"i","signals":[{"id":"i.a",)" + rest + R"(},{"id":"i.a",)" + rest +
                                            "}]}"
                                     << "r#i.a" << "id";
        QTest::newRow("an unknown part") << ""
                                         << R"({"id":"i","parts":["p"],"signals":[{"id":"i.a","parts":["q"],)" + rest +
                                                "}]}"
                                         << "r#i.a" << "parts";
        QTest::newRow("an unknown need") << "" << R"({"id":"i","signals":[{"id":"i.a","needs":["i.b"],)" + rest + "}]}"
                                         << "r#i.a" << "i.b";
        QTest::newRow("an unknown group")
            << ""
            << R"({"id":"i","signals":[{"id":"i.a","weight":1,"sentence":"S.","find":[{"kind":"file","files":["@go"]}]}]})"
            << "r#i.a" << "@go";
        QTest::newRow("neither a find nor needs")
            << "" << R"({"id":"i","signals":[{"id":"i.a","weight":1,"sentence":"S."}]})"
            << "r#i.a" << "find";
        QTest::newRow("a key that its kind lacks")
            << ""
            << R"({"id":"i","signals":[{"id":"i.a","weight":1,"sentence":"S.","find":[{"kind":"file","files":["a"],"patterns":["b"]}]}]})"
            << "r#i.a" << "patterns";
        QTest::newRow("a kind without what it needs")
            << ""
            << R"({"id":"i","signals":[{"id":"i.a","weight":1,"sentence":"S.","find":[{"kind":"line","files":["a"]}]}]})"
            << "r#i.a" << "patterns";
        QTest::newRow("a circle") << R"({"id":"context.a","needs":["i.a"]})"
                                  << R"({"id":"i","signals":[{"id":"i.a","unless":["context.a"],)" + rest + "}]}"
                                  << "r#context.a" << "needs";
    }
    void refusesWhatCannotBe()
    {
        QFETCH(const QString, context);
        QFETCH(const QString, item);
        QFETCH(const QString, where);
        QFETCH(const QString, what);
        const auto read = readRules(rulesWith(context.toStdString(), item.toStdString()), "r");
        QVERIFY(!read);
        QCOMPARE(text(read.error().where), where);
        QCOMPARE(text(read.error().what), what);
    }
};

QTEST_APPLESS_MAIN(TestEvidenceRules)
#include "tst_evidence_rules.moc"
