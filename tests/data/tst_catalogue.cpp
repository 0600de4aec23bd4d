#include "data/catalogue_json.h"
#include "data/embedded.h"
#include "data/file_io.h"
#include "data/hash.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

using namespace trestle;

/// The facts of the model, sections 1 and 2, written down a second time: a slip in the catalogue is found here.
namespace {

struct PhaseFact {
    const char* id;
    ReferenceWindow window;
    ThreePoint effort;
    bool rangeIsStated;
    std::vector<std::pair<std::string, double>> shares;
};

const std::vector<PhaseFact>& phaseFacts()
{
    static const std::vector<PhaseFact> facts{
        {"database",
         {1, 2},
         {3, 3, 8},
         true,
         {{"schema-for-scale", .30},
          {"live-migrations", .20},
          {"point-in-time-backups", .15},
          {"replication-failover", .15},
          {"indexes", .08},
          {"query-monitoring", .07},
          {"capacity-alerts", .05}}},
        {"authentication",
         {3, 4},
         {2, 3, 4},
         true,
         {{"password-hashing", .10},
          {"sessions", .15},
          {"access-control", .25},
          {"audit-log", .15},
          {"login-rate-limit", .10},
          {"cors-csrf", .10},
          {"two-factor", .15}}},
        {"observability",
         {5, 6},
         {2, 3, 3},
         true,
         {{"structured-logs", .25}, {"metrics", .25}, {"traces", .20}, {"dashboards", .15}, {"alerts", .15}}},
        {"testing",
         {7, 9},
         {4, 4.5, 6},
         true,
         {{"unit-tests", .30}, {"integration-tests", .30}, {"end-to-end-tests", .25}, {"load-tests", .15}}},
        {"deployment",
         {10, 12},
         {3, 4.5, 5},
         true,
         {{"automated-deployment", .25},
          {"environments", .20},
          {"infrastructure-as-code", .15},
          {"rollback", .15},
          {"zero-downtime", .15},
          {"runbooks", .10}}},
        {"security",
         {13, 16},
         {4, 6, 8},
         false,
         {{"tls", .20}, {"api-rate-limits", .25}, {"input-validation", .30}, {"secrets", .25}}},
        {"performance",
         {17, 20},
         {4, 6, 8},
         false,
         {{"profiling", .40}, {"caching", .30}, {"query-optimisation", .30}}},
        {"operations",
         {21, 24},
         {4, 6, 8},
         false,
         {{"documentation", .40}, {"monitoring-dashboards", .25}, {"on-call-runbooks", .35}}},
    };
    return facts;
}

struct AddOnFact {
    std::string id;
    std::string phase;
    std::string condition;
    ThreePoint effort;
    friend bool operator==(const AddOnFact&, const AddOnFact&) = default;
};

/// What a node's provenance must say besides its kind.
void collect(const SourcedRange& range, std::vector<Provenance>& into)
{
    for (const Case c : kCases)
        into.push_back(range.from.at(c));
}

std::vector<Provenance> everyProvenance(const Catalogue& c)
{
    std::vector<Provenance> all{c.timelineWeeks.from,  c.personWeekRate.from, c.referenceTeam.from,
                                c.prototypeShare.from, c.partialFactor.from,  c.itemCrewLimit.from,
                                c.phaseCrewLimit.from, c.coordination.from,   c.correlation.from};
    for (const ScaleStep& scale : c.scales)
        all.push_back(scale.factor.from);
    for (const Link& link : c.links)
        all.push_back(link.source);
    for (const Phase& phase : c.phases) {
        all.push_back(phase.window.from);
        collect(phase.effort, all);
        for (const RunningCost& cost : phase.runningCosts)
            collect(cost.monthly, all);
        for (const Item& item : phase.items) {
            all.push_back(item.share.from);
            all.push_back(item.deferrable.from);
        }
        for (const Item& item : phase.addOns) {
            collect(*item.effort, all);
            all.push_back(item.deferrable.from);
        }
    }
    return all;
}

bool isSentence(const std::string& text)
{
    return text.size() > 20 && text.ends_with('.') && text.size() < 300;
}

/// Short enough to be taken in at a glance, on one line.
bool isCriterion(const std::string& text)
{
    return isSentence(text) && text.size() <= 160 && text.find('\n') == std::string::npos &&
           std::isupper(static_cast<unsigned char>(text.front())) != 0;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matchesItsSchema();
    void loadsTheSameFromItsFile();
    void isNamedByItsHash();
    void hasTheSingleFigures();
    void hasThePhases_data();
    void hasThePhases();
    void derivesLikelyFromTheTimeline();
    void findsTheOnlyTeamThatFits();
    void derivesTheRangesThatAreNotStated();
    void derivesTheRate();
    void countsItems();
    void hasTheAddOns();
    void scalesForManyUsers();
    void defersNothingThatProtects();
    void linksThePhases();
    void asksTheProfileQuestions();
    void startsWithTheReferenceTeam();
    void estimatesTheLogService();
    void explainsEverything();
    void tellsTheStatesApart();
    void keepsItsEarlierVersions();
    void changedNoFigure();
    void sourcesEveryFigure();
    void namesInShort();
    void readsACatalogueOfSomeoneElse();
    void passesOnWhyAFileCannotBeRead();

private:
    [[nodiscard]] const Catalogue& catalogue() const { return *m_loaded.catalogue; }
    LoadedCatalogue m_loaded;
};

void CatalogueTest::initTestCase()
{
    auto loaded = builtinCatalogue();
    QVERIFY2(loaded, loaded ? "" : (loaded.error().what + " at " + loaded.error().where).c_str());
    m_loaded = std::move(*loaded);
}

void CatalogueTest::matchesItsSchema()
{
    // The program takes the built-in one without asking the schema; this is where the schema is asked.
    const auto text = embeddedJson("catalogue/prototype-to-production.json");
    QVERIFY(text);
    const auto checked = parseCatalogue(*text, "built-in");
    QVERIFY2(checked, checked ? "" : (checked.error().what + " at " + checked.error().where).c_str());
    QVERIFY(*checked->catalogue == catalogue());
}

void CatalogueTest::loadsTheSameFromItsFile()
{
    const auto loaded = loadCatalogueFile(TRESTLE_SOURCE "/resources/catalogue/prototype-to-production.json");
    QVERIFY(loaded);
    QVERIFY(*loaded->catalogue == catalogue());
    QCOMPARE(loaded->sha256, m_loaded.sha256);
}

void CatalogueTest::isNamedByItsHash()
{
    QCOMPARE(m_loaded.sha256, sha256Hex(m_loaded.json));
    const auto again = parseCatalogue(m_loaded.json, "again");
    QVERIFY(again);
    QCOMPARE(again->json, m_loaded.json);
    QVERIFY(*again->catalogue == catalogue());
}

void CatalogueTest::hasTheSingleFigures()
{
    QCOMPARE(catalogue().id, std::string("prototype-to-production"));
    QCOMPARE(catalogue().version, 2);
    QCOMPARE(catalogue().timelineWeeks.value, 24);
    QCOMPARE(catalogue().timelineWeeks.from.kind, ProvenanceKind::stated);
    QCOMPARE(catalogue().personWeekRate.value.cents, std::int64_t{500'000});
    QCOMPARE(catalogue().personWeekRate.from.kind, ProvenanceKind::derived);
    QCOMPARE(catalogue().referenceTeam.value, 1.5);
    QCOMPARE(catalogue().referenceTeam.from.kind, ProvenanceKind::derived);
    QCOMPARE(catalogue().prototypeShare.value, 0.2);
    QCOMPARE(catalogue().prototypeShare.from.kind, ProvenanceKind::stated);
    QCOMPARE(catalogue().partialFactor.value, 0.5);
    QCOMPARE(catalogue().itemCrewLimit.value, 2);
    QCOMPARE(catalogue().phaseCrewLimit.value, 3);
    QCOMPARE(catalogue().coordination.value, 0.05);
    QCOMPARE(catalogue().correlation.value, 0.5);
    for (const Provenance& from :
         {catalogue().partialFactor.from, catalogue().itemCrewLimit.from, catalogue().phaseCrewLimit.from,
          catalogue().coordination.from, catalogue().correlation.from})
        QCOMPARE(from.kind, ProvenanceKind::assumed);
}

void CatalogueTest::hasThePhases_data()
{
    QTest::addColumn<std::size_t>("index");
    QCOMPARE(catalogue().phases.size(), phaseFacts().size());
    for (std::size_t i = 0; i < phaseFacts().size(); ++i)
        QTest::newRow(phaseFacts()[i].id) << i;
}

void CatalogueTest::hasThePhases()
{
    QFETCH(std::size_t, index);
    const PhaseFact& fact = phaseFacts()[index];
    const Phase& phase = catalogue().phases[index];
    QCOMPARE(phase.id, std::string(fact.id));
    QVERIFY(phase.window.value == fact.window);
    QCOMPARE(phase.window.from.kind, ProvenanceKind::stated);
    QVERIFY(phase.effort.value == fact.effort);
    const ProvenanceKind ends = fact.rangeIsStated ? ProvenanceKind::stated : ProvenanceKind::derived;
    QCOMPARE(phase.effort.from.low.kind, ends);
    QCOMPARE(phase.effort.from.likely.kind, ProvenanceKind::derived);
    QCOMPARE(phase.effort.from.high.kind, ends);

    QCOMPARE(phase.items.size(), fact.shares.size());
    double sum = 0;
    for (std::size_t i = 0; i < fact.shares.size(); ++i) {
        QCOMPARE(phase.items[i].id, fact.shares[i].first);
        QCOMPARE(phase.items[i].share.value, fact.shares[i].second);
        QCOMPARE(phase.items[i].share.from.kind, ProvenanceKind::assumed);
        sum += phase.items[i].share.value;
    }
    QVERIFY(std::abs(sum - 1) <= 1e-9);
    const bool scaled = phase.id == "database" || phase.id == "observability" || phase.id == "performance";
    QCOMPARE(phase.scaled, scaled);
}

void CatalogueTest::derivesLikelyFromTheTimeline()
{
    int next = 1;
    for (const Phase& phase : catalogue().phases) {
        QCOMPARE(phase.window.value.first, next);
        next = phase.window.value.last + 1;
        const int weeks = next - phase.window.value.first;
        QCOMPARE(phase.effort.value.likely, weeks * catalogue().referenceTeam.value);
    }
    QCOMPARE(next - 1, catalogue().timelineWeeks.value);
}

void CatalogueTest::findsTheOnlyTeamThatFits()
{
    // Each stated range bounds the team: low <= weeks × team <= high.
    double least = 0;
    double most = 1000;
    for (const Phase& phase : catalogue().phases) {
        if (phase.effort.from.low.kind != ProvenanceKind::stated)
            continue;
        const double weeks = phase.window.value.last - phase.window.value.first + 1;
        least = std::max(least, phase.effort.value.low / weeks);
        most = std::min(most, phase.effort.value.high / weeks);
    }
    QCOMPARE(least, catalogue().referenceTeam.value);
    QCOMPARE(most, catalogue().referenceTeam.value);
}

void CatalogueTest::derivesTheRangesThatAreNotStated()
{
    std::vector<double> lows;
    std::vector<double> highs;
    for (const Phase& phase : catalogue().phases)
        if (phase.effort.from.low.kind == ProvenanceKind::stated) {
            lows.push_back(phase.effort.value.low / phase.effort.value.likely);
            highs.push_back(phase.effort.value.high / phase.effort.value.likely);
        }
    QCOMPARE(lows.size(), std::size_t{5});
    std::ranges::sort(lows);
    std::ranges::sort(highs);
    for (const Phase& phase : catalogue().phases)
        if (phase.effort.from.low.kind == ProvenanceKind::derived) {
            QCOMPARE(phase.effort.value.low, phase.effort.value.likely * lows[2]);
            QCOMPARE(phase.effort.value.high, phase.effort.value.likely * highs[2]);
        }
}

void CatalogueTest::derivesTheRate()
{
    const Phase& database = catalogue().phases.front();
    QVERIFY(database.statedCost);
    QVERIFY((database.statedCost->value == ThreePoint{15'000, 0, 40'000}));
    QCOMPARE(database.statedCost->from.low.kind, ProvenanceKind::stated);
    QCOMPARE(database.statedCost->from.high.kind, ProvenanceKind::stated);
    const double rate = catalogue().personWeekRate.value.inDollars();
    QCOMPARE(database.statedCost->value.low / database.effort.value.low, rate);
    QCOMPARE(database.statedCost->value.high / database.effort.value.high, rate);
    for (const Phase& phase : catalogue().phases)
        QCOMPARE(phase.statedCost.has_value(), &phase == &database);
}

void CatalogueTest::countsItems()
{
    std::size_t items = 0;
    std::size_t addOns = 0;
    for (const Phase& phase : catalogue().phases) {
        items += phase.items.size();
        addOns += phase.addOns.size();
    }
    QCOMPARE(items, std::size_t{39});
    QCOMPARE(addOns, std::size_t{7});
}

void CatalogueTest::hasTheAddOns()
{
    // By phase in catalogue order; within security the order of the model's table.
    const std::vector<AddOnFact> expected{
        {"content-storage", "database", "user-content", {.5, 1, 2}},
        {"single-sign-on", "authentication", "enterprise", {.5, .75, 1}},
        {"payment-tests", "testing", "payments", {.5, 1, 1.5}},
        {"payment-scope", "security", "payments", {1, 1.5, 2.5}},
        {"compliance-controls", "security", "compliance", {1.5, 2.5, 4}},
        {"content-abuse", "security", "user-content", {.5, 1, 2}},
        {"compliance-evidence", "operations", "compliance", {.5, 1, 1.5}},
    };
    std::vector<AddOnFact> found;
    for (const Phase& phase : catalogue().phases)
        for (const Item& item : phase.addOns) {
            QVERIFY(item.isAddOn());
            found.push_back({item.id, phase.id, item.condition, item.effort->value});
            for (const Case c : kCases)
                QCOMPARE(item.effort->from.at(c).kind, ProvenanceKind::assumed);
        }
    QVERIFY(found == expected);
}

void CatalogueTest::scalesForManyUsers()
{
    std::vector<std::pair<std::string, double>> found;
    for (const ScaleStep& scale : catalogue().scales) {
        found.emplace_back(scale.id, scale.factor.value);
        QCOMPARE(scale.factor.from.kind, ProvenanceKind::assumed);
        QCOMPARE(isSentence(scale.warning), scale.id == "1m");
    }
    const std::vector<std::pair<std::string, double>> expected{{"10k", 1}, {"100k", 1.25}, {"1m", 1.6}};
    QVERIFY(found == expected);
}

void CatalogueTest::defersNothingThatProtects()
{
    std::set<std::string> found;
    for (const Phase& phase : catalogue().phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list)
                if (item.deferrable.value)
                    found.insert(item.id);
    const std::set<std::string> expected{"replication-failover",   "traces",  "dashboards",        "zero-downtime",
                                         "infrastructure-as-code", "caching", "query-optimisation"};
    QVERIFY(found == expected);
}

void CatalogueTest::linksThePhases()
{
    std::multiset<std::string> found;
    for (const Link& link : catalogue().links) {
        found.insert(link.from + (link.type == LinkType::finishToStart ? " FS " : " FF ") + link.to);
        QVERIFY(link.type == LinkType::finishToStart || link.type == LinkType::finishToFinish);
        QCOMPARE(link.lag, 0.0);
        QCOMPARE(link.source.kind, ProvenanceKind::assumed);
        QVERIFY2(isSentence(link.reason), link.reason.c_str());
    }
    const std::multiset<std::string> expected{
        "database FS authentication", "database FS observability",    "database FS deployment",
        "authentication FS testing",  "authentication FS security",   "testing FF deployment",
        "testing FS performance",     "deployment FS security",       "deployment FS performance",
        "deployment FS operations",   "observability FS performance", "observability FS operations",
        "security FS operations",     "performance FF operations",
    };
    QVERIFY(found == expected);
}

void CatalogueTest::asksTheProfileQuestions()
{
    std::vector<std::string> found;
    for (const Condition& condition : catalogue().conditions) {
        found.push_back(condition.id + ": " + condition.title);
        QVERIFY(isSentence(condition.explanation));
    }
    const std::vector<std::string> expected{"payments: Payments", "compliance: Compliance",
                                            "user-content: User content", "enterprise: Enterprise customers"};
    QVERIFY(found == expected);
    QVERIFY(isSentence(catalogue().validateFirst));
    QVERIFY(isSentence(catalogue().simplicityAdvice));
}

void CatalogueTest::startsWithTheReferenceTeam()
{
    const std::vector<DefaultPerson> expected{{"Lead engineer", 1.0, Money::dollars(5000)},
                                              {"Part-time engineer", 0.5, Money::dollars(5000)}};
    QVERIFY(catalogue().team == expected);
}

void CatalogueTest::estimatesTheLogService()
{
    for (const Phase& phase : catalogue().phases) {
        if (phase.id != "observability") {
            QVERIFY(phase.runningCosts.empty());
            continue;
        }
        QCOMPARE(phase.runningCosts.size(), std::size_t{1});
        const SourcedRange& monthly = phase.runningCosts.front().monthly;
        QVERIFY((monthly.value == ThreePoint{100, 300, 500}));
        QCOMPARE(monthly.from.low.kind, ProvenanceKind::stated);
        QCOMPARE(monthly.from.likely.kind, ProvenanceKind::derived);
        QCOMPARE(monthly.from.high.kind, ProvenanceKind::stated);
    }
}

void CatalogueTest::explainsEverything()
{
    std::set<std::string> explanations;
    std::size_t nodes = 0;
    for (const Phase& phase : catalogue().phases) {
        QVERIFY2(isSentence(phase.explanation), phase.id.c_str());
        QVERIFY2(isSentence(phase.note), phase.id.c_str());
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list) {
                QVERIFY2(isSentence(item.explanation), item.id.c_str());
                explanations.insert(item.explanation);
                ++nodes;
            }
    }
    QCOMPARE(explanations.size(), nodes); // none copied from another
}

void CatalogueTest::tellsTheStatesApart()
{
    std::set<std::string> lines;
    std::size_t items = 0;
    for (const Phase& phase : catalogue().phases)
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list) {
                ++items;
                for (const std::string& line :
                     {item.criteria.inPlaceWhen, item.criteria.partlyWhen, item.criteria.doesNotCount}) {
                    QVERIFY2(isCriterion(line), (item.id + ": " + line).c_str());
                    lines.insert(line);
                }
            }
    QCOMPARE(lines.size(), 3 * items); // none copied from another
}

void CatalogueTest::keepsItsEarlierVersions()
{
    for (int version = 1; version < catalogue().version; ++version) {
        const auto earlier = earlierCatalogue(version);
        QVERIFY(earlier);
        QCOMPARE(earlier->catalogue->id, catalogue().id);
        QCOMPARE(earlier->catalogue->version, version);
        QVERIFY(isBuiltin(earlier->sha256));               // which takes the hash as it is written down
        QVERIFY(parseCatalogue(earlier->json, "earlier")); // the schema is asked here too
    }
    QVERIFY(!earlierCatalogue(0));
    QVERIFY(!earlierCatalogue(catalogue().version));
    QVERIFY(isBuiltin(m_loaded.sha256));
    QVERIFY(!isBuiltin(std::string(64, '0')));
}

void CatalogueTest::changedNoFigure()
{
    // But for texts, version 2 says what version 1 says, bit for bit and with the same sources.
    Catalogue now = catalogue();
    const Catalogue before = *earlierCatalogue(1)->catalogue;
    now.version = before.version;
    for (std::size_t i = 0; i < now.phases.size(); ++i)
        for (auto list : {&Phase::items, &Phase::addOns})
            for (std::size_t j = 0; j < (now.phases[i].*list).size(); ++j) {
                Item& item = (now.phases[i].*list)[j];
                QVERIFY2(item.criteria != StateCriteria{}, item.id.c_str());
                item.criteria = {};
                item.explanation = (before.phases.at(i).*list).at(j).explanation;
            }
    QVERIFY(now == before);
}

void CatalogueTest::sourcesEveryFigure()
{
    const std::vector<Provenance> all = everyProvenance(catalogue());
    std::map<ProvenanceKind, int> kinds;
    for (const Provenance& from : all) {
        QVERIFY(!from.note.empty());
        ++kinds[from.kind];
        // A section is named in quotes; only the introduction has no title. A formula has figures in it.
        if (from.kind == ProvenanceKind::stated)
            QVERIFY2(from.note.starts_with("Article, \"") || from.note.starts_with("Article, introduction"),
                     from.note.c_str());
        if (from.kind == ProvenanceKind::derived)
            QVERIFY2(from.note.find_first_of("0123456789") != std::string::npos, from.note.c_str());
    }
    QCOMPARE(kinds[ProvenanceKind::yours], 0);
    // 8 windows, 5 stated ranges, log service low and high, timeline, prototype share.
    QCOMPARE(kinds[ProvenanceKind::stated], 8 + 2 * 5 + 2 + 1 + 1);
}

void CatalogueTest::namesInShort()
{
    std::set<std::string> titles;
    std::size_t nodes = 0;
    for (const Phase& phase : catalogue().phases) {
        QVERIFY(!phase.shortTitle.empty() && phase.shortTitle.size() <= phase.title.size());
        ++nodes;
        titles.insert(phase.title);
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list) {
                QVERIFY2(item.title.size() <= 40, item.title.c_str());
                titles.insert(item.title);
                ++nodes;
            }
    }
    QCOMPARE(titles.size(), nodes);
}

void CatalogueTest::readsACatalogueOfSomeoneElse()
{
    const auto loaded = loadCatalogueFile(TRESTLE_FIXTURES "/catalogues/small.json");
    QVERIFY2(loaded, loaded ? "" : (loaded.error().what + " at " + loaded.error().where).c_str());
    const Catalogue& small = *loaded->catalogue;
    QCOMPARE(small.version, 3);
    QCOMPARE(small.personWeekRate.value.cents, std::int64_t{432'150});
    QVERIFY((small.partialFactor ==
             Sourced<double>{0.4, {ProvenanceKind::yours, "2026-11-22: measured on our last product"}}));
    QCOMPARE(small.phases[0].shortTitle, small.phases[0].title);
    QCOMPARE(small.phases[0].items[0].skill, std::string("thinking"));
    QVERIFY(!small.phases[0].scaled && small.phases[1].scaled);
    QCOMPARE(small.phases[1].shortTitle, std::string("Doing"));
    QCOMPARE(small.phases[1].runningCosts[0].monthly.value.low, 10.5);
    QVERIFY(small.phases[1].addOns[0].deferrable.value);
    QVERIFY((small.links[0] ==
             Link{"plan", "do", LinkType::startToStart, 0.5, "An early start.", {ProvenanceKind::assumed, "made up"}}));
    QVERIFY((small.links[1] ==
             Link{"plan.idea", "plan_list", LinkType::finishToFinish, 0, "", {ProvenanceKind::assumed, "made up"}}));
    QVERIFY((small.team == std::vector<DefaultPerson>{{"Ana", 0.8, Money{}}}));
    QVERIFY(small.scales.empty());
}

void CatalogueTest::passesOnWhyAFileCannotBeRead()
{
    const std::string path = TRESTLE_FIXTURES "/catalogues/missing.json";
    const auto loaded = loadCatalogueFile(path);
    QVERIFY(!loaded);
    QVERIFY((loaded.error() == Error{ErrorCode::fileNotFound, path, "", ""}));
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
