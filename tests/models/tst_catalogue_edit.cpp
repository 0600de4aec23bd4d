#include "models/catalogue_difference.h"
#include "models/catalogue_follow.h"
#include "models/scenario.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace trestle;

namespace {

const Provenance kStated{ProvenanceKind::stated, "section 1"};

SourcedRange range(double low, double likely, double high)
{
    return {{low, likely, high}, {kStated, kStated, kStated}};
}

Item itemOf(const std::string& id, double share)
{
    Item item;
    item.id = id;
    item.title = "Item " + id;
    item.share = {share, kStated};
    return item;
}

/// Two phases of three and two items, an add-on, and one of everything else.
Catalogue smallOne()
{
    Catalogue catalogue;
    catalogue.id = "small";
    catalogue.title = "Small";
    catalogue.itemCrewLimit = {2, kStated};
    catalogue.phaseCrewLimit = {3, kStated};
    catalogue.partialFactor = {0.5, kStated};
    catalogue.conditions = {{"pay", "Payments", ""}};
    catalogue.scales = {{"few", "Few", {1, kStated}, ""}, {"many", "Many", {2, kStated}, ""}};
    Phase a;
    a.id = "a";
    a.title = a.shortTitle = "A";
    a.effort = range(2, 3, 5);
    a.window = {{1, 2}, kStated};
    a.items = {itemOf("a1", 0.5), itemOf("a2", 0.3), itemOf("a3", 0.2)};
    Item addOn = itemOf("pay-in", 0);
    addOn.share = {};
    addOn.condition = "pay";
    addOn.effort = range(1, 1, 2);
    a.addOns = {addOn};
    a.runningCosts = {{"Hosting", range(10, 20, 30)}};
    Phase b = a;
    b.id = "b";
    b.title = b.shortTitle = "B";
    b.items = {itemOf("b1", 0.6), itemOf("b2", 0.4)};
    b.addOns.clear();
    b.runningCosts.clear();
    catalogue.phases = {a, b};
    catalogue.links = {{"a", "b", LinkType::finishToStart, 0, "first things first", kStated},
                       {"a1", "a2", LinkType::startToStart, 1, "", kStated}};
    SuggestedRisk risk;
    risk.id = "slip";
    risk.title = "Slip";
    risk.phase = "b";
    risk.p = {0.2, kStated};
    risk.effort = range(1, 2, 3);
    catalogue.suggestedRisks = {risk};
    return catalogue;
}

double shareOf(const Catalogue& catalogue, const char* item)
{
    return findItem(catalogue, item)->share.value;
}

/// A catalogue under edit, with its original.
struct Edited {
    Catalogue original = smallOne();
    Catalogue now = original;
    CatalogueEditor edit{now, original, "measured"};
};

std::vector<std::string> nodesOf(const Catalogue& catalogue)
{
    std::vector<std::string> ids;
    for (const Phase& phase : catalogue.phases) {
        ids.push_back(phase.id);
        for (const auto* list : {&phase.items, &phase.addOns})
            for (const Item& item : *list)
                ids.push_back(item.id);
    }
    return ids;
}

/// One of the edits there are, at a random place; most suit, some don't.
Result<void> randomEdit(CatalogueEditor& edit, const Catalogue& now)
{
    const auto pick = [](const auto& list) -> const auto& {
        return list[*rc::gen::inRange<std::size_t>(0, list.size())];
    };
    const auto dropped = [](const Result<std::string>& added) {
        return added ? Result<void>() : std::unexpected(added.error());
    };
    const std::vector<std::string> nodes = nodesOf(now);
    const std::string node = pick(nodes);
    const std::string phase = pick(now.phases).id;
    const double number = *rc::gen::inRange(-1, 12) / 10.0;
    switch (*rc::gen::inRange(0, 18)) {
    case 0: return edit.setShare(node, number);
    case 1: return edit.shareEvenly(phase);
    case 2: return dropped(edit.addPhase("New phase", "Item a1"));
    case 3: return dropped(edit.addItem(phase, "Item a1"));
    case 4: return dropped(edit.addAddOn(phase, "More", now.conditions.empty() ? "none" : now.conditions[0].id));
    case 5: return dropped(edit.addCondition("Payments"));
    case 6: return dropped(edit.addScale("Few"));
    case 7: return dropped(edit.addRisk(phase, "Slip"));
    case 8: return edit.addRunningCost(phase, "Hosting");
    case 9: return edit.addLink({node, pick(nodes), LinkType::finishToStart, number, "", {}});
    case 10: return edit.removeNode(node);
    case 11: return edit.removeCondition(now.conditions.empty() ? "none" : pick(now.conditions).id);
    case 12: return edit.removeLink(now.links.empty() ? "none" : pick(linkNames(now.links)));
    case 13: return edit.moveNode(node, *rc::gen::inRange(-3, 4));
    case 14: return edit.removeRisk(now.suggestedRisks.empty() ? "none" : pick(now.suggestedRisks).id);
    case 15:
        return edit.change([&](Catalogue& changed) {
            Phase& of = changed.phases[*rc::gen::inRange<std::size_t>(0, changed.phases.size())];
            of.effort.value.likely = number * 10;
            of.title = number < 0 ? " " : "Title";
        });
    case 16: return edit.removeScale(now.scales.empty() ? "none" : pick(now.scales).id);
    default:
        return edit.change([&](Catalogue& changed) {
            changed.itemCrewLimit.value = static_cast<int>(number * 10);
            if (!changed.links.empty())
                changed.links.back().lag = number;
        });
    }
}

} // namespace

class TestCatalogueEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChangedFigureIsYours();
    void backToTheOriginalHasItsSource();
    void sharesGoInProportion();
    void itemsComeAndGo();
    void aPhaseTakesItsOwnAlong();
    void aQuestionTakesItsAddOnsAlong();
    void refusedEditsSayWhyAndChangeNothing();
    void aCycleNamesItsWay();
    void nodesMove();
    void differencesAreListed();
    void eachCanBeTakenBack();
    void randomEditsLeaveSoundCatalogues();
    void takingAllBackGivesTheOriginal();
    void whatVanishesIsCounted();
};

void TestCatalogueEdit::aChangedFigureIsYours()
{
    Edited e;
    QVERIFY(e.edit.change([](Catalogue& now) {
        now.phases[0].effort.value.likely = 4;
        now.itemCrewLimit.value = 1;
        now.links[0].lag = 2;
        now.phases[0].items[0].deferrable.value = true;
    }));
    const Provenance yours{ProvenanceKind::yours, "measured"};
    QVERIFY(e.now.phases[0].effort.from.likely == yours);
    QVERIFY(e.now.phases[0].effort.from.low == kStated);
    QVERIFY(e.now.itemCrewLimit.from == yours);
    QVERIFY(e.now.phaseCrewLimit.from == kStated);
    QVERIFY(e.now.links[0].source == yours);
    QVERIFY(e.now.links[1].source == kStated);
    QVERIFY(e.now.phases[0].items[0].deferrable.from == yours);
    // A note of one's own alone makes the figure one's own.
    QVERIFY(e.edit.change([](Catalogue& now) { now.phases[1].effort.from.low.note = "we saw so, too"; }));
    QVERIFY(e.now.phases[1].effort.from.low.kind == ProvenanceKind::yours);
}

void TestCatalogueEdit::backToTheOriginalHasItsSource()
{
    Edited e;
    QVERIFY(e.edit.change([](Catalogue& now) { now.phases[0].effort.value = {1, 4, 9}; }));
    QVERIFY(e.edit.change([](Catalogue& now) { now.phases[0].effort.value = {2, 3, 5}; }));
    QVERIFY(e.now == e.original);
    QVERIFY(e.edit.setShare("a1", 0.8));
    QVERIFY(e.now != e.original);
    QVERIFY(e.edit.setShare("a1", 0.5));
    QVERIFY(e.now == e.original);
}

void TestCatalogueEdit::sharesGoInProportion()
{
    Edited e;
    QVERIFY(e.edit.setShare("a1", 0.75));
    QVERIFY(std::abs(shareOf(e.now, "a2") - 0.15) < 1e-12);
    QVERIFY(std::abs(shareOf(e.now, "a3") - 0.10) < 1e-12);
    QVERIFY(findItem(e.now, "a3")->share.from.kind == ProvenanceKind::yours);
    QVERIFY(e.edit.setShare("a1", 1)); // nothing is left for the others …
    QVERIFY(e.edit.setShare("a1", 0.5));
    QVERIFY(std::abs(shareOf(e.now, "a2") - 0.25) < 1e-12); // … so that they come back alike
    QVERIFY(e.edit.setShare("a1", 0.1));
    QVERIFY(e.edit.shareEvenly("a"));
    for (const char* item : {"a1", "a2", "a3"})
        QVERIFY(std::abs(shareOf(e.now, item) - 1.0 / 3) < 1e-12);
}

void TestCatalogueEdit::itemsComeAndGo()
{
    Edited e;
    const Result<std::string> added = e.edit.addItem("b", "Third thing");
    QVERIFY(added);
    QCOMPARE(*added, std::string("third-thing"));
    QVERIFY(std::abs(shareOf(e.now, "third-thing") - 1.0 / 3) < 1e-12);
    QVERIFY(std::abs(shareOf(e.now, "b1") - 0.4) < 1e-12);
    QVERIFY(e.edit.removeNode(*added));
    QVERIFY(e.now == e.original);
    // An id that the original has is not given again.
    QVERIFY(e.edit.removeNode("a1"));
    QCOMPARE(e.now.links.size(), std::size_t{1});
    QCOMPARE(*e.edit.addItem("b", "a1"), std::string("a1-2"));
}

void TestCatalogueEdit::aPhaseTakesItsOwnAlong()
{
    Edited e;
    QVERIFY(e.edit.removeNode("b"));
    QCOMPARE(e.now.phases.size(), std::size_t{1});
    QCOMPARE(e.now.links.size(), std::size_t{1});
    QVERIFY(e.now.suggestedRisks.empty());
    QCOMPARE(e.edit.removeNode("a").error().where, std::string("/phases")); // the only one
    QVERIFY(e.edit.putBackNode("b"));
    QVERIFY(e.now == e.original);
}

void TestCatalogueEdit::aQuestionTakesItsAddOnsAlong()
{
    Edited e;
    QVERIFY(e.edit.removeCondition("pay"));
    QVERIFY(!findItem(e.now, "pay-in"));
    const auto differences = catalogueDifferences(e.original, e.now);
    QCOMPARE(differences.size(), std::size_t{2});
    QCOMPARE(takeBack(e.edit, e.original, differences[1]).error().code, ErrorCode::unknownCondition);
    QVERIFY(takeBack(e.edit, e.original, differences[0]));
    QVERIFY(takeBack(e.edit, e.original, differences[1]));
    QVERIFY(e.now == e.original);
}

void TestCatalogueEdit::refusedEditsSayWhyAndChangeNothing()
{
    Edited e;
    const auto code = [](const auto& refused) { return refused ? ErrorCode::internal : refused.error().code; };
    QCOMPARE(code(e.edit.setShare("a1", 1.5)), ErrorCode::invalidValue);
    QCOMPARE(code(e.edit.setShare("nothing", 0.5)), ErrorCode::unknownItem);
    QCOMPARE(code(e.edit.addItem("nowhere", "Title")), ErrorCode::unknownPhase);
    QCOMPARE(code(e.edit.addItem("a", "  ")), ErrorCode::invalidValue);
    QCOMPARE(code(e.edit.addAddOn("a", "Title", "nothing")), ErrorCode::unknownCondition);
    QCOMPARE(code(e.edit.addLink({"a", "a1", LinkType::finishToStart, 0, "", {}})), ErrorCode::linkToOwnItem);
    QCOMPARE(code(e.edit.addLink({"a", "b", LinkType::finishToStart, 0, "", {}})), ErrorCode::duplicateId);
    QCOMPARE(code(e.edit.addLink({"b2", "a3", LinkType::startToStart, -1, "", {}})), ErrorCode::negativeLag);
    QCOMPARE(code(e.edit.change([](Catalogue& now) { now.phases[0].effort.value.low = 4; })),
             ErrorCode::invalidEstimate);
    QCOMPARE(code(e.edit.change([](Catalogue& now) { now.itemCrewLimit.value = 0; })), ErrorCode::invalidValue);
    CatalogueEditor silent(e.now, e.original, " ");
    QCOMPARE(silent.shareEvenly("a").error().where, std::string("/note"));
    QVERIFY(e.now == e.original);
}

void TestCatalogueEdit::aCycleNamesItsWay()
{
    Edited e;
    const Result<void> refused = e.edit.addLink({"b", "a", LinkType::finishToStart, 0, "", {}});
    QCOMPARE(refused.error().code, ErrorCode::cycle);
    QVERIFY(refused.error().what.find("a") != std::string::npos && refused.error().what.find("b") != std::string::npos);
    QVERIFY(refused.error().what.find(" -> ") != std::string::npos);
}

void TestCatalogueEdit::nodesMove()
{
    Edited e;
    QVERIFY(e.edit.moveNode("a3", -1));
    QCOMPARE(e.now.phases[0].items[1].id, std::string("a3"));
    QVERIFY(e.edit.moveNode("a3", -9));
    QCOMPARE(e.now.phases[0].items[0].id, std::string("a3"));
    QVERIFY(e.edit.moveNode("a3", 9));
    QVERIFY(e.now == e.original);
    QVERIFY(e.edit.moveNode("b", -1));
    QCOMPARE(e.now.phases[0].id, std::string("b"));
    const auto differences = catalogueDifferences(e.original, e.now);
    QCOMPARE(differences.size(), std::size_t{1});
    QVERIFY(differences[0].field == CatalogueField::phaseOrder);
    QVERIFY(takeBack(e.edit, e.original, differences[0]));
    QVERIFY(e.now == e.original);
}

void TestCatalogueEdit::differencesAreListed()
{
    Edited e;
    QVERIFY(catalogueDifferences(e.original, e.now).empty());
    QVERIFY(e.edit.change([](Catalogue& now) {
        now.phases[1].effort.value.likely = 4;
        now.phases[0].items[0].title = "Renamed";
    }));
    QVERIFY(e.edit.setShare("a1", 0.75));
    QVERIFY(e.edit.removeLink("a1 -> a2"));
    QVERIFY(e.edit.addItem("b", "Third thing"));
    const auto differences = catalogueDifferences(e.original, e.now);
    const auto find = [&](CatalogueField field, const std::string& subject) {
        const auto found = std::ranges::find_if(differences, [&](const CatalogueDifference& difference) {
            return difference.field == field && difference.subject == subject;
        });
        return found == differences.end() ? nullptr : &*found;
    };
    QCOMPARE(differences.size(), std::size_t{5});
    const CatalogueDifference* effort = find(CatalogueField::phaseEffort, "b");
    QVERIFY(effort && effort->before == CatalogueValue(ThreePoint{2, 3, 5}) &&
            effort->after == CatalogueValue(ThreePoint{2, 4, 5}) && effort->note == "measured");
    const CatalogueDifference* title = find(CatalogueField::itemTitle, "a1");
    QVERIFY(title && title->before == CatalogueValue("Item a1") && title->after == CatalogueValue("Renamed"));
    QVERIFY(find(CatalogueField::shares, "a"));
    QVERIFY(!find(CatalogueField::shares, "b")); // in the same proportions: the added item says it
    const CatalogueDifference* link = find(CatalogueField::link, "a1 -> a2");
    QVERIFY(link && link->after == CatalogueValue());
    const CatalogueDifference* added = find(CatalogueField::item, "third-thing");
    QVERIFY(added && added->before == CatalogueValue() && added->after == CatalogueValue("Third thing"));
}

void TestCatalogueEdit::eachCanBeTakenBack()
{
    Edited e;
    QVERIFY(e.edit.change([](Catalogue& now) {
        now.phases[1].effort.value.likely = 4;
        now.scales[1].factor.value = 3;
        now.phases[0].runningCosts.clear();
    }));
    auto differences = catalogueDifferences(e.original, e.now);
    QCOMPARE(differences.size(), std::size_t{3});
    for (std::size_t left = 3; left > 0; --left) {
        QVERIFY(takeBack(e.edit, e.original, differences[0]));
        differences = catalogueDifferences(e.original, e.now);
        QCOMPARE(differences.size(), left - 1);
    }
    QVERIFY(e.now == e.original);
}

void TestCatalogueEdit::randomEditsLeaveSoundCatalogues()
{
    QVERIFY(holds("edits leave a sound catalogue or none", 300, [] {
        Edited e;
        RC_ASSERT(checkCatalogue(e.original));
        const int edits = *rc::gen::inRange(1, 25);
        for (int i = 0; i < edits; ++i) {
            const Catalogue before = e.now;
            const Result<void> done = randomEdit(e.edit, before);
            RC_ASSERT(checkCatalogue(e.now));
            if (done)
                continue;
            RC_ASSERT(e.now == before);
            RC_ASSERT(done.error().code != ErrorCode::internal);
            RC_ASSERT(!done.error().what.empty() || !done.error().where.empty());
        }
    }));
}

void TestCatalogueEdit::takingAllBackGivesTheOriginal()
{
    QVERIFY(holds("taking all back gives the original", 300, [] {
        Edited e;
        const int edits = *rc::gen::inRange(1, 15);
        for (int i = 0; i < edits; ++i)
            static_cast<void>(randomEdit(e.edit, Catalogue(e.now)));
        const int first = *rc::gen::inRange(0, 50);
        // In any order; what needs another first is refused and tried again.
        for (int round = 0; round < 200; ++round) {
            const auto differences = catalogueDifferences(e.original, e.now);
            if (differences.empty())
                break;
            static_cast<void>(takeBack(e.edit, e.original,
                                       differences[static_cast<std::size_t>(first + round) % differences.size()]));
        }
        RC_ASSERT(catalogueDifferences(e.original, e.now).empty());
        RC_ASSERT(e.now == e.original);
    }));
}

void TestCatalogueEdit::whatVanishesIsCounted()
{
    Edited e;
    Project project;
    project.base.items["b1"].progress.state = ItemState::done;
    project.base.items["a1"].note = "kept";
    for (const char* item : {"a1", "b1"})
        project.base.proposals[item].state = FoundState::done;
    project.base.estimates["b"].effort = {1, 2, 3};
    project.base.phaseNotes["b"] = "mine";
    project.base.profile.conditions = {"pay"};
    project.base.profile.scale = "many";
    RiskEvent event;
    event.id = "slip";
    event.phase = "b";
    addRisk(project.base.risks, event);
    project.base.items[riskItemId(event)].note = "of the event";
    Scenario scenario;
    scenario.name = "Other";
    scenario.items["b2"].state = ItemState::done;
    project.base.scopes["b1"] = ItemScope::option;
    scenario.scopes = ItemScopes{{"a1", ItemScope::phase2}, {"b2", ItemScope::phase2}};
    project.scenarios.push_back(scenario);

    Vanished gone;
    QVERIFY(withoutVanished(project, e.now, &gone) == project);
    QVERIFY(gone.empty());
    QVERIFY(e.edit.removeNode("b"));
    QVERIFY(e.edit.removeCondition("pay"));
    QVERIFY(e.edit.removeScale("many"));
    const Project after = withoutVanished(project, e.now, &gone);
    QVERIFY(gone.items == (std::set<std::string>{"b1", "b2"}));
    QCOMPARE(gone.estimates, std::size_t{1});
    QCOMPARE(gone.phaseNotes, std::size_t{1});
    QCOMPARE(gone.answers, std::size_t{2});
    QVERIFY(gone.risks == std::set<std::string>{"slip"});
    QCOMPARE(after.base.items.size(), std::size_t{1});
    QCOMPARE(after.base.proposals.size(), std::size_t{1});
    QVERIFY(after.base.scopes.empty());
    QCOMPARE(after.scenarios[0].scopes->size(), std::size_t{1});
    QVERIFY(after.base.risks.events.empty() && after.scenarios[0].items.empty());
    QVERIFY(!hasSameFrame(e.original, e.now));
}

QTEST_APPLESS_MAIN(TestCatalogueEdit)
#include "tst_catalogue_edit.moc"
