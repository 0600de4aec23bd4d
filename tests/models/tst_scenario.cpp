#include "data/catalogue_json.h"
#include "models/scenario_overlay.h"
#include "models/scenarios.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

namespace {

Date day(const char* text)
{
    return *parseDate(text);
}

/// One of few values, so that equal ones and different ones are both frequent.
template <class T>
T oneOf(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

std::optional<Date> anyDate()
{
    return oneOf<std::optional<Date>>({std::nullopt, day("2027-03-01"), day("2027-04-01")});
}

std::vector<Person> anyTeam()
{
    const Person ana{"Ana", 1, Money::dollars(5000), {}, {}, {}};
    const Person ben{"Ben", 0.5, Money::dollars(4000), {"security"}, day("2027-02-01"), {}};
    return oneOf<std::vector<Person>>({{ana}, {ana, ben}, {ben}, {}});
}

Profile anyProfile()
{
    Profile profile;
    profile.conditions = oneOf<std::set<std::string>>({{}, {"payments"}, {"payments", "enterprise"}});
    profile.scale = oneOf<std::string>({"", "100k"});
    profile.validated = oneOf<std::optional<bool>>({std::nullopt, false});
    profile.maintainer = oneOf({Maintainer::unanswered, Maintainer::team});
    return profile;
}

ItemState anyState()
{
    return oneOf({ItemState::missing, ItemState::partial, ItemState::done, ItemState::excluded});
}

TickEvidence anyEvidence()
{
    return {anyState(),
            {{oneOf<std::string>({"a.py", "b.py"}), 3, {}, {}}},
            oneOf<std::string>({"", "An assistant"}),
            day("2027-03-01")};
}

std::map<std::string, ItemInput> anyItems()
{
    std::map<std::string, ItemInput> items;
    for (const char* id : {"tls", "secrets", "sessions"})
        if (*rc::gen::arbitrary<bool>())
            items[id] = {{anyState()},
                         {},
                         oneOf<std::string>({"", "", "half of it"}),
                         oneOf<std::string>({"", "", "Ana"}),
                         anyDate(),
                         *rc::gen::arbitrary<bool>() ? std::nullopt : std::optional(anyEvidence())};
    return items;
}

Inputs anyInputs()
{
    Inputs inputs;
    inputs.name = oneOf<std::string>({"A", "B"});
    inputs.client = oneOf<std::string>({"", "C"});
    inputs.notes = oneOf<std::string>({"", "N"});
    inputs.start = oneOf({day("2027-01-04"), day("2027-02-01")});
    inputs.asOf = anyDate();
    inputs.profile = anyProfile();
    inputs.items = anyItems();
    if (*rc::gen::arbitrary<bool>())
        inputs.estimates["testing"] = {{1, 2, oneOf({3.0, 4.0})}, {}, {}};
    if (*rc::gen::arbitrary<bool>())
        inputs.phaseNotes["testing"] = oneOf<std::string>({"x", "y"});
    inputs.team = anyTeam();
    inputs.daysOff = oneOf<std::vector<DayOff>>({{}, {{day("2027-01-26"), "Australia Day"}}});
    inputs.costMode = oneOf({CostMode::worked, CostMode::retained});
    inputs.monthsAfterLaunch = oneOf({0, 3});
    inputs.correlation = oneOf({0.5, 0.2});
    inputs.outsideView = oneOf<OutsideView>({{}, {"usual", 0.05, 0.3}});
    inputs.confidence = oneOf({80, 90});
    inputs.gst = oneOf({GstBasis::purchases, GstBasis::price});
    inputs.order = oneOf({OrderKind::catalogue, OrderKind::optimised});
    inputs.targetDate = anyDate();
    inputs.budget = oneOf<std::optional<Money>>({std::nullopt, Money::dollars(1), Money::dollars(2)});
    return inputs;
}

Scenario anyScenario()
{
    return overlayOf(anyInputs(), anyInputs(), "S").scenario;
}

/// The edit as a scenario can say it: what all share is the base's, and so are the days on which items changed.
Inputs asFarAsHeld(const Inputs& base, Inputs edited)
{
    edited = withShared(edited, base);
    if (!edited.targetDate)
        edited.targetDate = base.targetDate;
    if (!edited.budget)
        edited.budget = base.budget;
    return edited;
}

/// Equal, an item that is not listed being one that is missing, without a word.
bool same(Inputs a, Inputs b)
{
    for (Inputs* inputs : {&a, &b}) {
        for (auto& [id, item] : inputs->items)
            item.changed.reset();
        std::erase_if(inputs->items, [](const auto& entry) { return entry.second == ItemInput{}; });
    }
    return a == b;
}

} // namespace

class TestScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void differenceBringsTheEditBack();
    void differenceOfNothingIsEmpty();
    void tellsWhatTakesAway();
    void editLeavesTheRestOfAScenarioAlone();
    void editOfAScenarioShowsInItsInputs();
    void everyFieldIsHeldOrTold_data();
    void everyFieldIsHeldOrTold();
    void editsOfTheBaseFlowThrough();
    void ownValueOutlastsABaseThatCameToShareIt();
    void backToTheBaseIsNoDifference();
    void takingTheTargetAwayGivesTheBases();
    void unknownScenarioIsRefused();

private:
    Inputs m_base;
};

void TestScenario::initTestCase()
{
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    m_base = newInputs(*loaded->catalogue, "A", day("2027-01-04"));
    m_base.items["tls"] = {{ItemState::done}, {}, "by the host", "Ana", day("2027-01-02"), {}};
    m_base.targetDate = day("2027-06-25");
    m_base.budget = Money::dollars(180'000);
}

void TestScenario::differenceBringsTheEditBack()
{
    QVERIFY(holds("difference, applied", 2000, [] {
        const Inputs base = anyInputs();
        const Inputs edited = anyInputs();
        const EditOverlay difference = overlayOf(base, edited, "S");
        RC_ASSERT(difference.scenario.name == "S");
        const Inputs back = applyScenario(base, difference.scenario);
        RC_ASSERT(same(back, asFarAsHeld(base, edited)));
        RC_ASSERT(difference.unheld.empty() == same(back, edited));
    }));
}

void TestScenario::differenceOfNothingIsEmpty()
{
    QVERIFY(holds("no difference", 500, [] {
        const Inputs base = anyInputs();
        Scenario nothing;
        nothing.name = "S";
        RC_ASSERT(overlayOf(base, base, "S") == (EditOverlay{nothing, {}}));
        const Scenario before = anyScenario();
        RC_ASSERT(overlayOf(base, applyScenario(base, before), before).scenario == before);
    }));
}

void TestScenario::tellsWhatTakesAway()
{
    Inputs full;
    full.team = {{"Ana", 1, Money::dollars(5000), {}, {}, {}}, {"Ben", 0.5, Money::dollars(4000), {}, {}, {}}};
    full.team.front().leave.push_back({*parseDate("2027-02-01"), *parseDate("2027-02-12")});
    full.daysOff = {{*parseDate("2027-01-26"), "Australia Day"}};
    full.estimates["database"] = {};
    full.items["tls"] = {{ItemState::done}, {}, "note", "Ana", {}, {}};
    RiskEvent hole;
    hole.id = "hole";
    addRisk(full.risks, hole);
    QVERIFY(!takesAway(full, full));
    const auto takes = [&](auto change) {
        Inputs less = full;
        change(less);
        return takesAway(full, less) && !takesAway(less, full);
    };
    QVERIFY(takes([](Inputs& inputs) { inputs.team.pop_back(); }));
    QVERIFY(takes([](Inputs& inputs) { inputs.team.front().leave.clear(); }));
    QVERIFY(takes([](Inputs& inputs) { inputs.daysOff.clear(); }));
    QVERIFY(takes([](Inputs& inputs) { inputs.estimates.clear(); }));
    QVERIFY(takes([](Inputs& inputs) { inputs.risks.events.clear(); }));
    QVERIFY(takes([](Inputs& inputs) { inputs.risks.events.front().status = RiskStatus::happened; }));
    // A tick or a number is set back as easily as it was set.
    QVERIFY(!takes([](Inputs& inputs) { inputs.items.clear(); }));
    QVERIFY(!takes([](Inputs& inputs) { inputs.team.front().allocation = 0.5; }));
}

void TestScenario::editLeavesTheRestOfAScenarioAlone()
{
    QVERIFY(holds("an edit of one field", 1000, [] {
        const Inputs base = anyInputs();
        const Scenario before = anyScenario();
        Inputs edited = applyScenario(base, before);
        edited.team = anyTeam();
        Scenario after = overlayOf(base, edited, before).scenario;
        RC_ASSERT(applyScenario(base, after).team == edited.team);
        after.team = before.team;
        RC_ASSERT(after == before);
    }));
}

void TestScenario::editOfAScenarioShowsInItsInputs()
{
    QVERIFY(holds("edited scenarios", 1000, [] {
        Project project{anyInputs(), {anyScenario()}};
        const Inputs edited = anyInputs();
        const auto after = editScenario(project, "S", edited);
        RC_ASSERT(after.has_value());
        Inputs wanted = edited;
        if (!wanted.targetDate)
            wanted.targetDate = project.base.targetDate;
        if (!wanted.budget)
            wanted.budget = project.base.budget;
        RC_ASSERT(same(*inputsOf(*after, "S"), wanted));
        // The base takes nothing that a scenario holds.
        RC_ASSERT(same(after->base, withShared(project.base, edited)));
        RC_ASSERT(editScenario(project, "", edited)->base == edited);
    }));
}

void TestScenario::everyFieldIsHeldOrTold_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<std::optional<Unheld>>("unheld"); // absent: the scenario holds it
    int number = 0;
    for (const char* name :
         {"start", "team", "profile", "items", "days off", "target", "budget", "order", "cost mode", "outside view"})
        QTest::newRow(name) << number++ << std::optional<Unheld>();
    const auto row = [&](const char* name, Unheld unheld) { QTest::newRow(name) << number++ << std::optional(unheld); };
    row("name", {FieldId::name});
    row("client", {FieldId::client});
    row("notes", {FieldId::notes});
    row("as-of date", {FieldId::asOf});
    row("item owner", {FieldId::itemOwner});
    row("estimates", {FieldId::estimates});
    row("phase notes", {FieldId::phaseNotes});
    row("months after launch", {FieldId::monthsAfterLaunch});
    row("correlation", {FieldId::correlation});
    row("confidence", {FieldId::confidence});
    row("GST", {FieldId::gst});
    row("no target", {FieldId::targetDate, true});
    row("no budget", {FieldId::budget, true});
}

void TestScenario::everyFieldIsHeldOrTold()
{
    QFETCH(int, field);
    QFETCH(std::optional<Unheld>, unheld);
    Inputs edited = m_base;
    switch (field) {
    case 0: edited.start = day("2027-02-01"); break;
    case 1: edited.team.pop_back(); break;
    case 2: edited.profile.scale = "1m"; break;
    case 3: edited.items["secrets"].progress.state = ItemState::partial; break;
    case 4: edited.daysOff.push_back({day("2027-01-26"), "Australia Day"}); break;
    case 5: edited.targetDate = day("2027-07-01"); break;
    case 6: edited.budget = Money::dollars(1); break;
    case 7: edited.order = OrderKind::optimised; break;
    case 8: edited.costMode = CostMode::retained; break;
    case 9: edited.outsideView = {"usual", 0.05, 0.3}; break;
    case 10: edited.name = "B"; break;
    case 11: edited.client = "C"; break;
    case 12: edited.notes = "N"; break;
    case 13: edited.asOf = day("2027-02-01"); break;
    case 14: edited.items["tls"].owner = "Ben"; break;
    case 15: edited.estimates["testing"] = {{1, 2, 3}, {}, {}}; break;
    case 16: edited.phaseNotes["testing"] = "x"; break;
    case 17: edited.monthsAfterLaunch = 1; break;
    case 18: edited.correlation = 0.1; break;
    case 19: edited.confidence = 90; break;
    case 20: edited.gst = GstBasis::price; break;
    case 21: edited.targetDate.reset(); break;
    case 22: edited.budget.reset(); break;
    default: QFAIL("a field without an edit");
    }
    QVERIFY(edited != m_base);
    const EditOverlay difference = overlayOf(m_base, edited, "S");
    const Inputs back = applyScenario(m_base, difference.scenario);
    if (!unheld) {
        QVERIFY(difference.unheld.empty());
        QVERIFY(back == edited);
    } else {
        QVERIFY(difference.unheld == std::vector{*unheld});
        QVERIFY(back == m_base);
    }
}

void TestScenario::editsOfTheBaseFlowThrough()
{
    Inputs edited = m_base;
    edited.items["secrets"].progress.state = ItemState::excluded;
    edited.start = day("2027-03-01");
    Project project{m_base, {overlayOf(m_base, edited, "S").scenario}};
    project.base.items["tls"].progress.state = ItemState::partial;
    project.base.targetDate = day("2027-08-01");
    project.base.start = day("2027-02-01");
    const Inputs inputs = *inputsOf(project, "S");
    QVERIFY(stateOf(inputs, "tls") == ItemState::partial);
    QVERIFY(inputs.targetDate == day("2027-08-01"));
    QVERIFY(inputs.start == day("2027-03-01")); // its own
    QVERIFY(stateOf(inputs, "secrets") == ItemState::excluded);
}

void TestScenario::ownValueOutlastsABaseThatCameToShareIt()
{
    Scenario scenario;
    scenario.name = "S";
    scenario.items["secrets"] = {ItemState::done};
    Project project{m_base, {scenario}};
    project.base.items["secrets"].progress.state = ItemState::done;
    Inputs edited = *inputsOf(project, "S");
    edited.start = day("2027-03-01"); // of something else
    project = *editScenario(project, "S", edited);
    project.base.items["secrets"].progress.state = ItemState::missing;
    QVERIFY(stateOf(*inputsOf(project, "S"), "secrets") == ItemState::done);
}

void TestScenario::backToTheBaseIsNoDifference()
{
    Inputs edited = m_base;
    edited.items["tls"].progress.state = ItemState::missing;
    edited.team.pop_back();
    const Scenario scenario = overlayOf(m_base, edited, "S").scenario;
    QVERIFY(scenario.team && scenario.items.contains("tls"));
    const Scenario back = overlayOf(m_base, m_base, scenario).scenario;
    QVERIFY(!back.team && back.items.empty());
}

void TestScenario::takingTheTargetAwayGivesTheBases()
{
    Scenario scenario;
    scenario.name = "S";
    scenario.targetDate = day("2027-05-01");
    Inputs edited = applyScenario(m_base, scenario);
    edited.targetDate.reset();
    const Project project = *editScenario({m_base, {scenario}}, "S", edited);
    QVERIFY(!project.scenarios.front().targetDate);
    QVERIFY(project.base == m_base);
}

void TestScenario::unknownScenarioIsRefused()
{
    Scenario scenario;
    scenario.name = "Three people";
    const auto edited = editScenario({m_base, {scenario}}, "Two people", m_base);
    QVERIFY(!edited.has_value());
    QVERIFY(edited.error() == (Error{ErrorCode::unknownScenario, "Two people", "/scenarios", "Three people"}));
}

QTEST_APPLESS_MAIN(TestScenario)
#include "tst_scenario.moc"
