#include "data/catalogue_json.h"
#include "data/embedded.h"
#include "data/json.h"
#include "data/scanner/scan_json.h"
#include "data/scanner/told_evidence.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace trestle;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr Date kToday = std::chrono::sys_days{2026y / 11 / 29};

const Catalogue& catalogue()
{
    static const LoadedCatalogue loaded = builtinCatalogue().value();
    return *loaded.catalogue;
}

/// Some rule of the scan with the sentence that its file has for it.
std::pair<std::string, std::string> someRule()
{
    const auto rules = parseJson(embeddedJson("catalogue/evidence.json").value(), "evidence.json");
    for (const json& item : rules->at("items"))
        for (const json& signal : item.value("signals", json::array()))
            return {signal.at("id"), signal.at("sentence")};
    return {};
}

Scan someScan()
{
    Scan scan;
    scan.items = {{"sessions",
                   FoundState::done,
                   FoundConfidence::confident,
                   {{"src/auth.ts", 12, "maxAge: \"1h\"", someRule().first}, {"src", 0, {}, "As it says there"}}},
                  {"unit-tests", FoundState::none, FoundConfidence::unsure, {}},
                  {"no-such-item", FoundState::done, FoundConfidence::confident, {}}};
    scan.filesRead = 214;
    scan.bytesRead = 1'300'000;
    scan.filesSkipped = 1930;
    scan.unread = {{"build/socket", UnreadReason::notAFile}, {"big.bin", UnreadReason::tooLarge}};
    scan.unreadCount = 5;
    return scan;
}

json written(const Scan& scan, const ScanFacts& facts)
{
    return parseJson(writeScanJson(scan, catalogue(), facts), "scan").value_or(json());
}

} // namespace

/// What a scan says to other programs.
class TestScanJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsInTheCataloguesOrder();
    void evidenceIsWhole();
    void filesAreCounted();
    void changesAreThereForAPlan();
    void hostileTextIsSafe();
    void everyReasonHasAWord();
};

void TestScanJson::itemsInTheCataloguesOrder()
{
    const json scan = written(someScan(), {"shop", kToday, {}, {}});
    QCOMPARE(scan["kind"].get<std::string>(), "scan");
    QCOMPARE(scan["folder"].get<std::string>(), "shop");
    QCOMPARE(scan["date"].get<std::string>(), "2026-11-29");
    QCOMPARE(scan["catalogue"]["id"].get<std::string>(), catalogue().id);
    QCOMPARE(scan["catalogue"]["version"].get<int>(), catalogue().version);
    QCOMPARE(scan["items"].size(), 2U); // what the catalogue does not have is nothing to tell
    QCOMPARE(scan["items"][0]["id"].get<std::string>(), "sessions");
    QCOMPARE(scan["items"][0]["phase"].get<std::string>(), "authentication");
    QCOMPARE(scan["items"][0]["state"].get<std::string>(), "done");
    QCOMPARE(scan["items"][0]["confidence"].get<std::string>(), "confident");
    QVERIFY(scan["items"][0]["why"].is_null());
    QCOMPARE(scan["items"][1]["id"].get<std::string>(), "unit-tests");
    QCOMPARE(scan["items"][1]["state"].get<std::string>(), "none");
    QCOMPARE(scan["items"][1]["evidence"].size(), 0U);
}

void TestScanJson::evidenceIsWhole()
{
    const json evidence = written(someScan(), {"shop", kToday, {}, {}})["items"][0]["evidence"];
    const auto [rule, sentence] = someRule();
    QVERIFY(!sentence.empty());
    QCOMPARE(evidence.size(), 2U);
    QVERIFY(evidence[0] == (json{{"path", "src/auth.ts"},
                                 {"line", 12},
                                 {"excerpt", "maxAge: \"1h\""},
                                 {"rule", rule},
                                 {"means", sentence}}));
    QVERIFY(evidence[1]["line"].is_null());
    QCOMPARE(evidence[1]["means"].get<std::string>(), "As it says there");
}

void TestScanJson::filesAreCounted()
{
    const json scan = written(someScan(), {"shop", kToday, {}, {}});
    QVERIFY(scan["files"] == (json{{"read", 214}, {"bytes", 1'300'000}, {"skipped", 1930}}));
    QCOMPARE(scan["notReadCount"].get<int>(), 5);
    QVERIFY(scan["notRead"] == (json::array({{{"path", "build/socket"}, {"reason", "notAFile"}},
                                             {{"path", "big.bin"}, {"reason", "tooLarge"}}})));
    QVERIFY(scan["ignoreRulesRead"].get<bool>());
    QVERIFY(!scan.contains("changes"));
}

void TestScanJson::changesAreThereForAPlan()
{
    const ScanFacts facts{"shop",
                          kToday,
                          std::vector<ProposalChange>{{"sessions", FoundState::none, FoundState::done},
                                                      {"unit-tests", std::nullopt, FoundState::none}},
                          {"sessions"}};
    const json scan = written(someScan(), facts);
    QVERIFY(scan["changes"] == (json::array({{{"id", "sessions"}, {"before", "none"}, {"after", "done"}},
                                             {{"id", "unit-tests"}, {"before", nullptr}, {"after", "none"}}})));
    QVERIFY(scan["accepted"] == json::array({"sessions"}));
}

void TestScanJson::hostileTextIsSafe()
{
    Scan scan = someScan();
    const std::string evil = "a\x1b[2J\x7f\u009b\"\n\xff";
    scan.items[0].evidence = {{evil, 1, evil, evil}};
    scan.unread = {{evil, UnreadReason::damaged}};
    const std::string text = writeScanJson(scan, catalogue(), {evil, kToday, {}, {}});
    QVERIFY(std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= 0x20 && c != 0x7f) || c < 0; }));
    const auto read = parseJson(text, "scan");
    QVERIFY(read);
    QVERIFY(read->at("folder").get<std::string>().starts_with("a\x1b[2J\x7f\u009b\"\n"));
}

void TestScanJson::everyReasonHasAWord()
{
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(UnreadReason::damaged); ++i)
        words.insert(wordOf(static_cast<UnreadReason>(i)));
    QCOMPARE(words.size(), static_cast<std::size_t>(UnreadReason::damaged) + 1);
    QVERIFY(!words.contains(""));
}

QTEST_APPLESS_MAIN(TestScanJson)
#include "tst_scan_json.moc"
