#include "data/catalogue_json.h"
#include "data/scanner/rule_set.h"
#include "data/scanner/rules.h"
#include "data/scanner/scan.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using namespace trestle::scanner;

/// From signals to a verdict, as resources/docs/evidence-rules.md says.
namespace {

/// Rules for one item, with signals whose ids say what they are.
RuleSet rulesOf(const std::string& item)
{
    const auto signal = [](const std::string& id, const std::string& more) {
        return R"({"id":"sessions.)" + id + R"(","sentence":"It is.",)" + more +
               R"(,"find":[{"kind":"file","files":["a"]}]})";
    };
    const auto rules = readRules(
        R"({"catalogue":"c","groups":{},"aside":{"tests":["t"],"docs":["d"],"examples":["e"]},)"
        R"("context":[{"id":"context.server","find":[{"kind":"file","files":["a"]}]}],)"
        R"("items":[{"id":"sessions","parts":["expiry","renewal"])" +
            item + R"(,"signals":[)" + signal("both", R"("weight":0.9)") + "," +
            signal("expiry", R"("weight":0.8,"parts":["expiry"])") + "," +
            signal("likely", R"("weight":0.5,"parts":["expiry"])") + "," +
            signal("likely-too", R"("weight":0.6,"parts":["expiry"])") + "," +
            signal("hint", R"("weight":0.2,"parts":["renewal"])") + "," +
            signal("renewal", R"("weight":0.8,"parts":["renewal"])") + "," +
            signal("against", R"("weight":0.9,"says":"against")") + "," +
            signal("weak-against", R"("weight":0.6,"says":"against","parts":["expiry"])") + "," +
            signal("outside", R"("weight":0.85,"says":"elsewhere")") + "," +
            signal("outside-likely", R"("weight":0.6,"says":"elsewhere")") + "," +
            signal("with", R"("weight":0.8,"parts":["renewal"],"needs":["sessions.expiry"])") + "," +
            signal("void", R"("weight":0.8,"parts":["renewal"],"unless":["sessions.expiry"])") + "," +
            signal("three", R"("weight":0.8,"parts":["renewal"],"places":3)") + "," +
            signal("two-files", R"("weight":0.8,"parts":["renewal"],"files":2)") + "," +
            R"({"id":"sessions.derived","sentence":"It is.","weight":0.8,"parts":["renewal"],"needs":["context.server"],)"
            R"("unless":["sessions.expiry"]})" +
            "]}]}",
        "r");
    return rules.value();
}

/// "path:line signal" of a list of places, each signal by its name alone.
std::vector<Hit> hitsOf(const RuleSet& rules, const QStringList& places)
{
    std::vector<Hit> hits;
    for (const QString& place : places) {
        const QStringList words = place.split(' ');
        const std::string id =
            words.front().contains('.') ? words.front().toStdString() : "sessions." + words.front().toStdString();
        const auto index = rules.signalById.at(id);
        const std::string path = words.size() > 1 ? words[1].toStdString() : "a.js";
        const int line = words.size() > 2 ? words[2].toInt() : 1;
        hits.push_back({index, {path, line, "text", id}});
    }
    return hits;
}

ScanItem verdict(const RuleSet& rules, const QStringList& places)
{
    const auto catalogue = builtinCatalogue();
    const std::vector<ScanItem> items = verdicts(rules, *catalogue->catalogue, hitsOf(rules, places));
    return items.size() == 1 ? items.front() : ScanItem{};
}

QString said(const ScanItem& item)
{
    static const QStringList states{"done", "partial", "none", "opposite", "elsewhere"};
    return states[static_cast<int>(item.state)] +
           (item.confidence == FoundConfidence::confident ? " confident" : " unsure");
}

} // namespace

class TestScanVerdicts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weighs_data()
    {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QStringList& found, const char* expected, const char* item = "") {
            QTest::newRow(name) << item << found << expected;
        };
        row("nothing", {}, "none confident");
        row("all parts by one signal", {"both"}, "done confident");
        row("all parts by two signals", {"expiry", "renewal"}, "done confident");
        row("a part", {"expiry"}, "partial confident");
        row("a likely part", {"likely"}, "partial unsure");
        row("two likely signs are enough to be sure", {"likely", "likely-too"}, "partial confident");
        row("a hint is nothing", {"hint"}, "none confident");
        row("a contradiction", {"against"}, "opposite confident");
        row("as much for as against", {"both", "against"}, "opposite confident");
        row("a contradiction of one part", {"both", "weak-against"}, "partial unsure");
        row("a likely contradiction", {"weak-against"}, "opposite unsure");
        row("settled elsewhere", {"outside"}, "elsewhere confident");
        row("likely settled elsewhere", {"outside-likely"}, "elsewhere unsure");
        row("what is seen counts more than elsewhere", {"expiry", "outside"}, "partial confident");
        row("what is against counts more than elsewhere", {"against", "outside"}, "opposite confident");
        row("needs what is found", {"with", "expiry"}, "done confident");
        row("needs what is not found", {"with"}, "none confident");
        row("void by what is found", {"void", "expiry"}, "partial confident");
        row("not void", {"void"}, "partial confident");
        row("too few places", {"three a 1", "three b 1"}, "none confident");
        row("enough places", {"three a 1", "three a 2", "three a 3"}, "partial confident");
        row("too few files", {"two-files a 1", "two-files a 2"}, "none confident");
        row("enough files", {"two-files a 1", "two-files b 1"}, "partial confident");
        row("without finds, by its needs", {"context.server"}, "partial confident");
        row("without finds, void", {"context.server", "expiry"}, "partial confident");
        row("at most partly", {"both"}, "partial confident", R"(,"atMost":"partial")");
        row("nothing says nothing", {}, "none unsure", R"(,"noneIsUnsure":true)");
        row("nothing without its context", {}, "none unsure", R"(,"noneNeeds":["context.server"])");
    }
    void weighs()
    {
        QFETCH(const QString, item);
        QFETCH(const QStringList, found);
        QFETCH(const QString, expected);
        QCOMPARE(said(verdict(rulesOf(item.toStdString()), found)), expected);
    }

    /// Nothing is left to weigh where no signal can be.
    void anItemWithoutSignalsIsElsewhere()
    {
        const auto rules = readRules(
            R"({"catalogue":"c","groups":{},"aside":{"tests":["t"],"docs":["d"],"examples":["e"]},"context":[],)"
            R"("items":[{"id":"sessions","elsewhere":"Nobody can tell from a folder.","signals":[]}]})",
            "r");
        QCOMPARE(said(verdict(rules.value(), {})), QString("elsewhere confident"));
    }

    /// The heaviest signals first, and each once before any other place of one.
    void evidenceIsInOrder()
    {
        const RuleSet rules = rulesOf("");
        const ScanItem item =
            verdict(rules, {"expiry b 2", "expiry a 7", "both z 1", "both a 9", "outside x 1", "hint h 1"});
        QStringList places;
        for (const Evidence& place : item.evidence)
            places.append(QString::fromStdString(place.rule + " " + place.path));
        QCOMPARE(places, (QStringList{"sessions.both a", "sessions.expiry a", "sessions.hint h", "sessions.both z",
                                      "sessions.expiry b"}));
    }

    void evidenceIsBounded()
    {
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many.append("expiry a " + QString::number(i + 1));
        QCOMPARE(verdict(rulesOf(""), many).evidence.size(), kMostEvidence);
    }

    /// The same hits in another order give the same verdict, evidence and all.
    void orderDoesNotCount()
    {
        const RuleSet rules = rulesOf("");
        QStringList places{"expiry b 2", "expiry a 7", "both z 1", "three c 1", "three c 2", "three d 1"};
        const ScanItem expected = verdict(rules, places);
        std::ranges::reverse(places);
        QVERIFY(verdict(rules, places) == expected);
    }

    void proposesEveryItem()
    {
        Scan scan;
        scan.items = {
            {"sessions", FoundState::partial, FoundConfidence::confident, {{"a.js", 3, "x", "sessions.expire"}}},
            {"indexes", FoundState::none, FoundConfidence::unsure, {}}};
        Inputs inputs;
        const Date today = Date{std::chrono::year{2026} / 11 / 29};
        proposeScan(scan, today, inputs);
        QCOMPARE(inputs.proposals.size(), std::size_t{2});
        const Proposal& proposal = inputs.proposals.at("sessions");
        QVERIFY(proposal.state == FoundState::partial && proposal.confidence == FoundConfidence::confident);
        QVERIFY(proposal.answer == ProposalAnswer::open && proposal.by.empty() && proposal.on == today);
        QVERIFY(proposal.evidence == scan.items.front().evidence);
        QVERIFY(inputs.items.empty());
    }
};

QTEST_APPLESS_MAIN(TestScanVerdicts)
#include "tst_scan_verdicts.moc"
