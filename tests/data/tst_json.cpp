#include "app/cli/wording_detail.h"
#include "data/json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <limits>

using namespace trestle;
using namespace std::string_literals;

namespace {

std::string levels(const std::string& open, std::size_t count, const std::string& close = {})
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += open;
    for (std::size_t i = 0; i < count; ++i)
        text += close;
    return text;
}

} // namespace

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesCanonically_data();
    void readsAndWritesCanonically();
    void refuses_data();
    void refuses();
    void refusesHostileSizes_data();
    void refusesHostileSizes();
    void takesWhatIsJustAllowed_data();
    void takesWhatIsJustAllowed();
    void refusesEveryTruncation();
    void keepsEveryDouble_data();
    void keepsEveryDouble();
    void replacesInvalidUtf8WhenWriting();
    void pointsAndDescribesOnOneLine();
};

void JsonTest::readsAndWritesCanonically_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("canonical");
    QTest::newRow("keys are sorted") << R"({"b":1,"a":{"d":2,"c":3}})"s
                                     << R"({"a":{"c":3,"d":2},"b":1})"s;
    QTest::newRow("white space goes") << " [ 1 ,\n\t2 ] \r\n"s
                                      << "[1,2]"s;
    QTest::newRow("a byte order mark goes") << "\xEF\xBB\xBF{}"s
                                            << "{}"s;
    QTest::newRow("a whole double is an integer") << "[4.0,1e3,-2.50e1,-0.0,0e5]"s
                                                  << "[4,1000,-25,0,0]"s;
    QTest::newRow("doubles are shortest") << "[0.10000000000000001,15e-1]"s
                                          << "[0.1,1.5]"s;
    QTest::newRow("a large double stays one") << "1e300"s
                                              << "1e+300"s;
    QTest::newRow("the largest integers") << "[9223372036854775807,-9223372036854775808]"s
                                          << "[9223372036854775807,-9223372036854775808]"s;
    QTest::newRow("escapes become characters") << R"("\u00e9\ud83d\ude00\/")"s
                                               << "\"é😀/\""s;
    QTest::newRow("controls stay escaped") << R"("\n\u0001\"\\")"s
                                           << R"("\n\u0001\"\\")"s;
    QTest::newRow("equal keys in other objects") << R"([{"a":1},{"a":{"a":2}}])"s
                                                 << R"([{"a":1},{"a":{"a":2}}])"s;
    QTest::newRow("words") << "[true,false,null]"s
                           << "[true,false,null]"s;
}

void JsonTest::readsAndWritesCanonically()
{
    QFETCH(std::string, text);
    QFETCH(std::string, canonical);
    const auto value = parseJson(text, "f.json");
    QVERIFY2(value, value ? "" : value.error().what.c_str());
    QCOMPARE(canonicalJson(*value), canonical);
    const auto again = parseJson(prettyJson(*value), "f.json");
    QVERIFY(again);
    QCOMPARE(canonicalJson(*again), canonical);
}

void JsonTest::refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char* name, const std::string& text, ErrorCode code, const std::string& what,
                        const std::string& where) { QTest::newRow(name) << text << code << what << "f.json" + where; };
    const ErrorCode bad = ErrorCode::invalidJson;
    row("nothing", "", bad, "unexpected end of input; expected '[', '{', or a literal", ":1:1");
    row("white space", "\n\n ", bad, "unexpected end of input; expected '[', '{', or a literal", ":3:2");
    row("not closed", "[1,2", bad, "unexpected end of input; expected ']'", ":1:5");
    row("a comma at the end", "[1,]", bad, "unexpected ']'; expected '[', '{', or a literal", ":1:4");
    row("a second value", "{} {}", bad, "unexpected '{'; expected end of input", ":1:4");
    row("a comment", "// no\n1", bad, "invalid literal", ":1:1");
    row("single quotes", "{'a':1}", bad, "invalid literal; expected string literal", ":1:2");
    row("columns count characters", "{\n \"é€😀\": tru }", bad, "invalid literal", ":2:12");
    row("NaN", "[NaN]", bad, "invalid literal", ":1:2");
    row("infinity", "[-Infinity]", bad, "invalid number; expected digit after '-'", ":1:3");
    row("too large", "[1e400]", bad, "number out of range: 1e400", ":1:6");
    row("too small", "[0,1e-400]", bad, "number out of range: 1e-400", "#/1");
    row("one above 64 bits", R"({"n":9223372036854775808})", bad, "integer out of range: 9223372036854775808", "#/n");
    row("one below 64 bits", "-9223372036854775809", bad, "integer out of range: -9223372036854775809", "#");
    row("an integer beyond doubles", "[[12345678901234567890123]]", bad,
        "integer out of range: 12345678901234567890123", "#/0/0");
    row("leading zero", "01", bad, "unexpected number literal; expected end of input", ":1:2");
    row("hexadecimal", "0x10", bad, "invalid literal; expected end of input", ":1:2");
    row("invalid UTF-8", "[\"a\xFF\"]", bad, "invalid string: ill-formed UTF-8 byte", ":1:4");
    row("overlong UTF-8", "\"\xC0\xAF\"", bad, "invalid string: ill-formed UTF-8 byte", ":1:2");
    row("half a character", R"("\ud800")", bad,
        "invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF", ":1:8");
    row("a line break in a text", "[\"a\n\"]", bad,
        "invalid string: control character U+000A (LF) must be escaped to \\u000A or \\n", ":1:4");
    row("a NUL in a text", R"({"a":["x","\u0000"]})", bad, "NUL character in a text", "#/a/1");
    row("a NUL in a key", R"({"a\u0000":1})", bad, "NUL character in a key", "#");
    row("UTF-16", "\xFF\xFE{\0}\0"s, bad, "invalid literal", ":1:1");
    row("a key twice", R"({"a":[{},{"b":1,"c":2,"b":3}]})", ErrorCode::duplicateKey, "b", "#/a/1/b");
    row("a key twice, escaped", R"({"a":1,"\u0061":2})", ErrorCode::duplicateKey, "a", "#/a");
    row("a key twice, with a break", R"({"x\n/~":1,"x\n/~":2})", ErrorCode::duplicateKey, "x\\n/~", "#/x\\n~1~0");
}

void JsonTest::refuses()
{
    QFETCH(std::string, text);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, what);
    QFETCH(std::string, where);
    const auto value = parseJson(text, "f.json");
    QVERIFY(!value);
    QCOMPARE(value.error().code, code);
    QCOMPARE(code == ErrorCode::invalidJson ? cli::worded(value.error().fix) : value.error().what, what);
    QCOMPARE(value.error().where, where);
}

void JsonTest::refusesHostileSizes_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ErrorCode>("code");
    const std::size_t many = 100'000;
    const std::size_t big = std::size_t{50} << 20;
    QTest::newRow("lists, not closed") << levels("[", many) << ErrorCode::jsonTooDeep;
    QTest::newRow("lists, closed") << levels("[", many, "]") << ErrorCode::jsonTooDeep;
    QTest::newRow("objects") << levels("{\"a\":", many) << ErrorCode::jsonTooDeep;
    QTest::newRow("both in turn") << levels("[{\"a\":", many) << ErrorCode::jsonTooDeep;
    QTest::newRow("one level too deep") << levels("[", kDeepestJson + 1, "]") << ErrorCode::jsonTooDeep;
    QTest::newRow("a text of 50 MB") << '"' + std::string(big, 'x') + '"' << ErrorCode::invalidJson;
    QTest::newRow("a text of 50 MB, not closed") << '"' + std::string(big, 'x') << ErrorCode::invalidJson;
    QTest::newRow("a key of 50 MB") << "{\"" + std::string(big, 'x') + "\":1}" << ErrorCode::invalidJson;
    QTest::newRow("a number of 50 MB") << "[" + std::string(big, '9') + "]" << ErrorCode::invalidJson;
    QTest::newRow("a text over the cap") << '"' + std::string(kLongestJsonString + 1, 'x') + '"'
                                         << ErrorCode::invalidJson;
    QTest::newRow("a key over the cap") << "{\"" + std::string(kLongestJsonKey + 1, 'x') + "\":1}"
                                        << ErrorCode::invalidJson;
}

void JsonTest::refusesHostileSizes()
{
    QFETCH(std::string, text);
    QFETCH(ErrorCode, code);
    const auto value = parseJson(text, "f.json");
    QVERIFY(!value);
    QCOMPARE(value.error().code, code);
    // One line, however large the input.
    QVERIFY(value.error().what.size() + value.error().where.size() + cli::worded(value.error().fix).size() < 500);
}

void JsonTest::takesWhatIsJustAllowed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("deepest") << levels("[", kDeepestJson, "]");
    QTest::newRow("longest text") << '"' + std::string(kLongestJsonString, 'x') + '"';
    QTest::newRow("longest key") << "{\"" + std::string(kLongestJsonKey, 'x') + "\":1}";
}

void JsonTest::takesWhatIsJustAllowed()
{
    QFETCH(std::string, text);
    const auto value = parseJson(text, "f.json");
    QVERIFY(value);
    QVERIFY(canonicalJson(*value) == text);
}

void JsonTest::refusesEveryTruncation()
{
    const std::string text = R"({"a":[1,-2.5e3,"x\u00e9y",true,null,{"b":{}}],"c":"😀"})";
    QVERIFY(parseJson(text, "f.json"));
    for (std::size_t length = 0; length < text.size(); ++length) {
        const auto value = parseJson(text.substr(0, length), "f.json");
        QVERIFY2(!value, text.substr(0, length).c_str());
        QCOMPARE(value.error().code, ErrorCode::invalidJson);
    }
}

void JsonTest::keepsEveryDouble_data()
{
    QTest::addColumn<double>("value");
    for (const double value :
         {0.1, 1.0 / 3, 4.5, 1e-300, std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max(),
          9007199254740992.0, 9007199254740994.0, 1e15 + 0.3, -123456789.123456789})
        QTest::addRow("%.17g", value) << value;
}

void JsonTest::keepsEveryDouble()
{
    QFETCH(double, value);
    const auto read = parseJson(canonicalJson(jsonNumber(value)), "f.json");
    QVERIFY(read);
    QVERIFY(read->get<double>() == value);
    QCOMPARE(canonicalJson(*read), canonicalJson(jsonNumber(value)));
}

void JsonTest::replacesInvalidUtf8WhenWriting()
{
    QCOMPARE(canonicalJson("a\xFF"), "\"a\xEF\xBF\xBD\""s);
}

void JsonTest::pointsAndDescribesOnOneLine()
{
    QCOMPARE(pointerStep("a/b~c"), "/a~1b~0c"s);
    QCOMPARE(pointerStep(12), "/12"s);
    QCOMPARE(pointerStep("a\nb"), "/a\\nb"s);
    QCOMPARE(describeJson("a\nb"), "\"a\\nb\""s);
    QCOMPARE(describeJson(12.5), "12.5"s);
    QCOMPARE(describeJson(nullptr), "null"s);
    QCOMPARE(describeJson(nlohmann::json::object()), "{…}"s);
    QCOMPARE(describeJson(nlohmann::json::array()), "[…]"s);
    // Cut where a character ends: "é" is two bytes, and the 60th byte is in the middle of one.
    std::string longText = "x";
    for (int i = 0; i < 100; ++i)
        longText += "é";
    const std::string shown = describeJson(longText);
    QVERIFY(parseJson(shown, "shown"));
    QVERIFY(shown.size() < 70);
}

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
