#include "app/cli/wording_detail.h"
#include "data/catalogue_json.h"
#include "data/file_io.h"
#include "data/json.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace trestle;
using nlohmann::json;
using json_pointer = json::json_pointer;

/// What is wrong with a catalogue is said with its file, its place as a JSON pointer, and what was expected there.
namespace {

json small()
{
    const auto document = parseJson(readTextFile(TRESTLE_FIXTURES "/catalogues/small.json").value_or(""), "small.json");
    return document ? *document : json();
}

/// Puts a value at a pointer, or takes away what is there.
json changed(json document, const std::string& pointer, const std::optional<json>& value)
{
    if (value)
        document[json_pointer(pointer)] = *value;
    else
        document[json_pointer(pointer).parent_pointer()].erase(json_pointer(pointer).back());
    return document;
}

std::optional<Error> errorOf(const json& document)
{
    const auto loaded = parseCatalogue(document.dump(), "my.json");
    return loaded ? std::nullopt : std::optional(loaded.error());
}

json text(std::size_t length)
{
    return std::string(length, 'x');
}

} // namespace

Q_DECLARE_METATYPE(std::optional<nlohmann::json>)

class CatalogueErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsFromASoundCatalogue();
    void namesTheSchemaViolation_data();
    void namesTheSchemaViolation();
    void namesTheKindBeforeAnythingElse_data();
    void namesTheKindBeforeAnythingElse();
    void namesTheBrokenRule_data();
    void namesTheBrokenRule();
    void reportsTheFirstOfSeveral();
    void limitsTheItemsInAll();
    void refusesEveryTruncation();
    void survivesEveryReplacement();
};

void CatalogueErrorsTest::startsFromASoundCatalogue()
{
    const auto loaded = parseCatalogue(small().dump(), "my.json");
    QVERIFY2(loaded, loaded ? "" : loaded.error().where.c_str());
}

void CatalogueErrorsTest::namesTheSchemaViolation_data()
{
    QTest::addColumn<std::string>("change");
    QTest::addColumn<std::optional<json>>("value");
    QTest::addColumn<std::string>("where");
    QTest::addColumn<std::string>("found");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const std::string& change, const std::optional<json>& value,
                        const std::string& found, const std::string& expected, const std::string& where = {}) {
        QTest::newRow(name) << change << value << (where.empty() ? change : where) << found << expected;
    };
    row("a key is missing", "/phases/1/title", {}, "", "text");
    row("a list is missing", "/phases/1/items", {}, "", "a list");
    row("a figure is missing", "/phases/0/effort/low", {}, "", "an object");
    row("a source is missing", "/coordination/source", {}, "", "stated, derived, assumed or yours");
    row("a key is mistyped", "/phases/0/items/1/titel", "x", "titel",
        "one of deferrable, doesNotCount, explanation, id, inPlaceWhen, partlyWhen, share, skill, title");
    const std::string keys =
        "one of basedOn, conditions, coordination, correlation, format, id, itemCrewLimit, kind, links, "
        "outsideViews, partialFactor, personWeekRate, phaseCrewLimit, phases, prototypeShare, referenceTeam, "
        "scales, simplicityAdvice, source, suggestedRisks, team, timelineWeeks, title, validateFirst, version";
    row("an unknown key at the top", "/colour", 1, "colour", keys);
    row("an unknown key with / and ~", "/a~1b~0", 1, "a/b~", keys);
    row("text for a number", "/phases/0/effort/high/value", "2", "\"2\"", "a number");
    row("null for a number", "/correlation/value", nullptr, "null", "a number");
    row("a fraction for a whole number", "/timelineWeeks/value", 2.5, "2.5", "a whole number");
    row("a number for text", "/title", 5, "5", "text");
    row("a word for yes or no", "/phases/1/scaled", "yes", "\"yes\"", "true or false");
    row("an object for a list", "/links", json::object(), "{…}", "a list");
    row("a list for an object", "/phases/0", json::array(), "[…]", "an object");
    row("an unknown kind of source", "/phases/0/items/0/share/source", "guessed", "\"guessed\"",
        "stated, derived, assumed or yours");
    row("an unknown kind of link", "/links/1/type", "finish", "\"finish\"", "FS, SS, FF or SF");
    row("an empty note", "/scales",
        json::array({{{"id", "x"}, {"title", "X"}, {"factor", {{"value", 1}, {"source", "assumed"}, {"note", ""}}}}}),
        "\"\"", "text that is not empty", "/scales/0/factor/note");
    row("an empty title", "/phases/0/items/0/title", "", "\"\"", "text that is not empty");
    row("a title too long", "/phases/0/title", text(201), "\"" + std::string(60, 'x') + "…\"",
        "at most 200 characters");
    row("an explanation too long", "/phases/1/explanation", text(5001), "\"" + std::string(60, 'x') + "…\"",
        "at most 5000 characters");
    row("an id too long", "/id", text(101), "\"" + std::string(60, 'x') + "…\"", "at most 100 characters");
    row("no phases", "/phases", json::array(), "[…]", "a list that is not empty");
    row("too many people", "/team", json::array_t(65, small()["team"][0]), "[…]", "at most 64 entries");
    row("format 0", "/format", 0, "0", "a whole number, 1 or more");
    row("version 0", "/version", 0, "0", "a whole number, 1 or more");
    row("an absurd number", "/phases/0/effort/high/value", 1e10, "10000000000", "a number, 1000000000 or less");
    row("a negative rate", "/team/0/weeklyRate", -1, "-1", "a number, 0 or more");
    row("parts of a cent", "/team/0/weeklyRate", 10.005, "10.005", "dollars with at most two decimals");
    row("parts of a cent in the rate", "/personWeekRate/value", 1e-3, "0.001", "dollars with at most two decimals");
    row("a space in an id", "/phases/0/items/0/id", "an idea", "\"an idea\"", "letters, digits, - _ and .");
    row("a comma in a condition", "/conditions/0/id", "a,b", "\"a,b\"", "letters, digits, - _ and .");
    row("an accent in an id", "/id", "café", "\"café\"", "letters, digits, - _ and .");
}

void CatalogueErrorsTest::namesTheSchemaViolation()
{
    QFETCH(std::string, change);
    QFETCH(std::optional<json>, value);
    QFETCH(std::string, where);
    QFETCH(std::string, found);
    QFETCH(std::string, expected);
    const std::optional<Error> error = errorOf(changed(small(), change, value));
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::schemaViolation);
    QCOMPARE(error->where, "my.json#" + where);
    QCOMPARE(error->what, found);
    QCOMPARE(cli::worded(error->fix), expected);
}

void CatalogueErrorsTest::namesTheKindBeforeAnythingElse_data()
{
    QTest::addColumn<std::string>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<std::string>("where");
    QTest::addColumn<std::string>("fix");
    const auto row = [](const char* name, const char* document, ErrorCode code, const char* what, const char* where,
                        const char* fix) {
        QTest::newRow(name) << std::string(document) << code << std::string(what) << std::string(where)
                            << std::string(fix);
    };
    row("no object", "[1]", ErrorCode::schemaViolation, "[…]", "my.json#", "an object");
    row("no kind", "{}", ErrorCode::schemaViolation, "", "my.json#/kind", "catalogue");
    row("a kind that is no text", R"({"kind":1})", ErrorCode::schemaViolation, "1", "my.json#/kind", "catalogue");
    row("a plan", R"({"kind":"plan","format":9})", ErrorCode::wrongKind, "plan", "my.json#/kind", "catalogue");
    row("figures", R"({"kind":"figures"})", ErrorCode::wrongKind, "figures", "my.json#/kind", "catalogue");
    row("a later format", R"({"kind":"catalogue","format":2,"new":1})", ErrorCode::unsupportedVersion, "2",
        "my.json#/format", "1");
}

void CatalogueErrorsTest::namesTheKindBeforeAnythingElse()
{
    QFETCH(std::string, document);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, what);
    QFETCH(std::string, where);
    QFETCH(std::string, fix);
    const auto loaded = parseCatalogue(document, "my.json");
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, code);
    QCOMPARE(loaded.error().where, where);
    QCOMPARE(loaded.error().what, what);
    QCOMPARE(cli::worded(loaded.error().fix), fix);
}

void CatalogueErrorsTest::namesTheBrokenRule_data()
{
    QTest::addColumn<std::string>("change");
    QTest::addColumn<std::optional<json>>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char* name, const std::string& change, const std::optional<json>& value, ErrorCode code,
                        const std::string& what,
                        const std::string& where) { QTest::newRow(name) << change << value << code << what << where; };
    const json link{{"from", "do"}, {"to", "plan"}, {"type", "FS"}, {"source", "assumed"}, {"note", "made up"}};
    json own = link;
    own["to"] = "hurry";
    json unknown = link;
    unknown["to"] = "nowhere";
    row("shares sum to 0.9", "/phases/0/items/0/share/value", 0.4, ErrorCode::sharesDoNotSumToOne, "plan",
        "/phases/0/items");
    row("an id twice", "/phases/0/items/1/id", "plan.idea", ErrorCode::duplicateId, "plan.idea",
        "/phases/0/items/1/id");
    row("an item with a phase's id", "/phases/1/addOns/0/id", "plan", ErrorCode::duplicateId, "plan",
        "/phases/1/addOns/0/id");
    row("low above likely", "/phases/0/effort/low/value", 1.6, ErrorCode::invalidEstimate, "plan", "/phases/0/effort");
    row("a negative estimate", "/phases/1/addOns/0/effort/low/value", -1, ErrorCode::invalidEstimate, "hurry",
        "/phases/1/addOns/0/effort");
    row("an unknown condition", "/phases/1/addOns/0/condition", "calm", ErrorCode::unknownCondition, "calm",
        "/phases/1/addOns/0/condition");
    row("an unknown node", "/links/1", unknown, ErrorCode::unknownNode, "nowhere", "/links/1");
    row("a negative lag", "/links/0/lag", -1, ErrorCode::negativeLag, "plan -> do", "/links/0");
    row("a link to an own item", "/links/1", own, ErrorCode::linkToOwnItem, "do -> hurry", "/links/1");
    row("a cycle", "/links/1", link, ErrorCode::cycle, "", "/links");
    row("an allocation of 0", "/team/0/allocation", 0, ErrorCode::invalidAllocation, "Ana", "/team/0/allocation");
    row("a name twice", "/team", json::array_t(2, small()["team"][0]), ErrorCode::duplicateName, "Ana", "/team");
    row("a window backwards", "/phases/1/window/last", 1, ErrorCode::invalidValue, "1", "/phases/1/window");
}

void CatalogueErrorsTest::namesTheBrokenRule()
{
    QFETCH(std::string, change);
    QFETCH(std::optional<json>, value);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, what);
    QFETCH(std::string, where);
    const std::optional<Error> error = errorOf(changed(small(), change, value));
    QVERIFY(error);
    QCOMPARE(error->code, code);
    QVERIFY2(error->where.starts_with("my.json#" + where), error->where.c_str());
    if (code == ErrorCode::cycle)
        QVERIFY2(error->what.find("plan") != std::string::npos && error->what.find("do") != std::string::npos,
                 error->what.c_str());
    else
        QCOMPARE(error->what, what);
}

void CatalogueErrorsTest::reportsTheFirstOfSeveral()
{
    json document = small();
    document["phases"][0]["effort"]["low"]["value"] = "x";
    document["phases"][1]["effort"]["low"]["value"] = "y";
    document["phases"][1]["title"] = 1;
    QCOMPARE(errorOf(document).value_or(Error{}).where, std::string("my.json#/phases/0/effort/low/value"));
}

void CatalogueErrorsTest::limitsTheItemsInAll()
{
    json document = small();
    json& items = document["phases"][1]["items"];
    const auto add = [&](double share) {
        items.push_back({{"id", "item-" + std::to_string(items.size())},
                         {"title", "x"},
                         {"share", {{"value", share}, {"source", "assumed"}, {"note", "x"}}}});
    };
    add(1);
    while (items.size() < 20'000 - 3) // the small catalogue has three others
        add(0);
    const auto loaded = parseCatalogue(document.dump(), "my.json");
    QVERIFY2(loaded, loaded ? "" : loaded.error().where.c_str());
    add(0);
    const std::optional<Error> error = errorOf(document);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::schemaViolation);
    QCOMPARE(error->where, std::string("my.json#/phases/1"));
    QCOMPARE(error->what, std::string("20001"));
}

void CatalogueErrorsTest::refusesEveryTruncation()
{
    const std::string whole = small().dump();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto loaded = parseCatalogue(whole.substr(0, length), "my.json");
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::invalidJson);
    }
}

/// Every value in turn becomes something else: the catalogue is refused with its place, or still makes sense.
void CatalogueErrorsTest::survivesEveryReplacement()
{
    const json flat = small().flatten();
    const std::vector<json> replacements{nullptr, -1, 1e9, 0.3, "", "x", true, json::array(), json::object()};
    int refused = 0;
    for (const auto& [pointer, value] : flat.items())
        for (const json& replacement : replacements) {
            const std::optional<Error> error = errorOf(changed(small(), pointer, replacement));
            if (!error)
                continue;
            ++refused;
            QVERIFY2(error->code != ErrorCode::internal, pointer.c_str());
            QVERIFY2(error->where.starts_with("my.json#/"), (pointer + " -> " + error->where).c_str());
        }
    QVERIFY(refused > 500);
}

QTEST_GUILESS_MAIN(CatalogueErrorsTest)
#include "tst_catalogue_errors.moc"
