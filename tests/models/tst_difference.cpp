#include "data/catalogue_json.h"
#include "models/proposals.h"
#include "models/risk/version_comparison.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <functional>

using namespace trestle;

namespace {

using Edit = std::function<void(Inputs&)>;

Date day(const char* iso)
{
    return parseDate(iso).value();
}

/// Inputs with something in every field, so that each can be changed and taken away.
Inputs fullInputs()
{
    Inputs inputs;
    inputs.name = "Ledgerly";
    inputs.client = "Acme";
    inputs.notes = "first";
    inputs.start = day("2027-01-04");
    inputs.asOf = day("2027-02-01");
    inputs.targetDate = day("2027-06-25");
    inputs.budget = Money::dollars(180'000);
    inputs.profile.conditions = {"payments"};
    inputs.profile.scale = "10k";
    inputs.profile.validated = true;
    inputs.items["sessions"] = {{ItemState::done}, {}, "by hand", "Ana", day("2027-01-05"), {}};
    inputs.items["sessions"].evidence = TickEvidence{ItemState::done, {{"auth.ts", 4, {}, {}}}, {}, day("2027-01-05")};
    inputs.proposals = {{"sessions", {FoundState::done, FoundConfidence::confident, {}, {}, day("2027-01-05")}},
                        {"index", {FoundState::none, FoundConfidence::confident, {}, {}, day("2027-01-05")}}};
    inputs.estimates["auth"] = {{1, 2, 3}, day("2027-01-05"), "asked"};
    inputs.phaseNotes["auth"] = "careful";
    inputs.team = {{"Ana", 1.0, Money::dollars(5000), {"backend"}, day("2027-01-11"), {}},
                   {"Ben", 0.5, Money::dollars(4000), {}, {}, {{day("2027-03-01"), day("2027-03-05")}}}};
    inputs.daysOff = {{day("2027-01-26"), "Australia Day"}};
    return inputs;
}

} // namespace

class TestDifference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachFieldIsOneChange_data();
    void eachFieldIsOneChange();
    void nothingDiffersFromItself();
    void daysOfChangeAreNoChange();
    void peopleJoinLeaveAndAreRenamed();
    void absentAndEmptyNotesAreTheSame();
    void scenariosTellWhatIsTheirsAlone();
    void figuresComeFromPlanAndSimulation();
};

void TestDifference::eachFieldIsOneChange_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<Change>("expected");
    const auto row = [](const char* name, Edit edit, Change expected) {
        QTest::newRow(name) << std::move(edit) << std::move(expected);
    };
    using K = FieldId;
    using S = std::string;
    row("name", [](Inputs& i) { i.name = "L"; }, {K::name, {}, S("Ledgerly"), S("L"), {}});
    row("client gone", [](Inputs& i) { i.client.clear(); }, {K::client, {}, S("Acme"), {}, {}});
    row("notes", [](Inputs& i) { i.notes = "second"; }, {K::notes, {}, S("first"), S("second"), {}});
    row("start", [](Inputs& i) { i.start = day("2027-01-11"); },
        {K::start, {}, day("2027-01-04"), day("2027-01-11"), {}});
    row("as of gone", [](Inputs& i) { i.asOf.reset(); }, {K::asOf, {}, day("2027-02-01"), {}, {}});
    row("target", [](Inputs& i) { i.targetDate = day("2027-07-02"); },
        {K::targetDate, {}, day("2027-06-25"), day("2027-07-02"), {}});
    row("budget", [](Inputs& i) { i.budget = Money::dollars(1); },
        {K::budget, {}, Money::dollars(180'000), Money::dollars(1), {}});
    row("item state", [](Inputs& i) { i.items["sessions"].progress.state = ItemState::partial; },
        {K::itemState, "sessions", ItemState::done, ItemState::partial, {}});
    row("item never touched before", [](Inputs& i) { i.items["index"].progress.state = ItemState::done; },
        {K::itemState, "index", ItemState::missing, ItemState::done, {}});
    row("owner", [](Inputs& i) { i.items["sessions"].owner = "Ben"; },
        {K::itemOwner, "sessions", S("Ana"), S("Ben"), {}});
    row("item note", [](Inputs& i) { i.items["sessions"].note.clear(); },
        {K::itemNote, "sessions", S("by hand"), {}, {}});
    row("evidence gone", [](Inputs& i) { i.items["sessions"].evidence.reset(); },
        {K::itemEvidence, "sessions", day("2027-01-05"), {}, {}});
    const auto proposal = [](FoundState state, ProposalAnswer answer) {
        return Proposal{state, FoundConfidence::confident, {}, {}, day("2027-01-05"), answer};
    };
    const Proposal none = proposal(FoundState::none, ProposalAnswer::open);
    row("a proposal is declined", [](Inputs& i) { declineProposal(i, "index"); },
        {K::proposals, "index", none, proposal(FoundState::none, ProposalAnswer::declined), {}});
    row("a proposal of what the item is, accepted", [](Inputs& i) { acceptProposal(i, "index", day("2027-01-05")); },
        {K::proposals, "index", none, proposal(FoundState::none, ProposalAnswer::accepted), {}});
    row("an accepted proposal is told by the state",
        [=](Inputs& i) {
            i.proposals["index"] = proposal(FoundState::partial, ProposalAnswer::open);
            acceptProposal(i, "index", day("2027-01-05"));
        },
        {K::itemState, "index", ItemState::missing, ItemState::partial, {}});
    row("a proposal says otherwise", [=](Inputs& i) { i.proposals["index"].state = FoundState::opposite; },
        {K::proposals, "index", none, proposal(FoundState::opposite, ProposalAnswer::open), {}});
    row("a proposal more", [=](Inputs& i) { i.proposals["tls"] = none; }, {K::proposals, "tls", {}, none, {}});
    row("proposals gone", [](Inputs& i) { i.proposals.clear(); }, {K::proposals, {}, 2, {}, {}});
    row("other evidence for the same", [](Inputs& i) { i.proposals["index"].evidence = {{"db.sql", 1, {}, {}}}; },
        {K::proposals, {}, 2, 2, {}});
    row("estimate", [](Inputs& i) { i.estimates["auth"].effort.high = 5; },
        {K::estimateEffort, "auth", ThreePoint{1, 2, 3}, ThreePoint{1, 2, 5}, {}});
    row("new estimate", [](Inputs& i) { i.estimates["db"].effort = {1, 1, 1}; },
        {K::estimateEffort, "db", {}, ThreePoint{1, 1, 1}, {}});
    row("reason", [](Inputs& i) { i.estimates["auth"].note = "measured"; },
        {K::estimateNote, "auth", S("asked"), S("measured"), {}});
    row("phase note", [](Inputs& i) { i.phaseNotes.clear(); }, {K::phaseNotes, "auth", S("careful"), {}, {}});
    row("condition", [](Inputs& i) { i.profile.conditions.clear(); }, {K::conditions, "payments", true, false, {}});
    row("scale", [](Inputs& i) { i.profile.scale = "1m"; }, {K::scale, {}, S("10k"), S("1m"), {}});
    row("validated", [](Inputs& i) { i.profile.validated.reset(); }, {K::validated, {}, true, {}, {}});
    row("maintainer", [](Inputs& i) { i.profile.maintainer = Maintainer::team; },
        {K::maintainer, {}, Maintainer::unanswered, Maintainer::team, {}});
    row("allocation", [](Inputs& i) { i.team[0].allocation = 0.8; }, {K::allocation, "Ana", 1.0, 0.8, {}});
    row("rate", [](Inputs& i) { i.team[0].weeklyRate = Money::dollars(6000); },
        {K::weeklyRate, "Ana", Money::dollars(5000), Money::dollars(6000), {}});
    row("skills", [](Inputs& i) { i.team[0].skills.clear(); },
        {K::skills, "Ana", std::vector<S>{"backend"}, std::vector<S>{}, {}});
    row("first day", [](Inputs& i) { i.team[0].firstDay.reset(); }, {K::firstDay, "Ana", day("2027-01-11"), {}, {}});
    row("leave", [](Inputs& i) { i.team[1].leave.clear(); },
        {K::leave,
         "Ben",
         std::vector<DateRange>{{day("2027-03-01"), day("2027-03-05")}},
         std::vector<DateRange>{},
         {}});
    row("team order", [](Inputs& i) { std::swap(i.team[0], i.team[1]); },
        {K::team, {}, std::vector<S>{"Ana", "Ben"}, std::vector<S>{"Ben", "Ana"}, {}});
    row("day off added", [](Inputs& i) { i.daysOff.push_back({day("2027-04-02"), ""}); },
        {K::daysOff, "2027-04-02", {}, S(), {}});
    row("day off renamed", [](Inputs& i) { i.daysOff[0].label = "Holiday"; },
        {K::daysOff, "2027-01-26", S("Australia Day"), S("Holiday"), {}});
    row("cost mode", [](Inputs& i) { i.costMode = CostMode::retained; },
        {K::costMode, {}, CostMode::worked, CostMode::retained, {}});
    row("order", [](Inputs& i) { i.order = OrderKind::optimised; },
        {K::order, {}, OrderKind::catalogue, OrderKind::optimised, {}});
    row("months after launch", [](Inputs& i) { i.monthsAfterLaunch = 3; }, {K::monthsAfterLaunch, {}, 0, 3, {}});
    row("outside view", [](Inputs& i) { i.outsideView = {"usual", 0.05, 0.3}; },
        {K::outsideView, {}, OutsideView(), OutsideView{"usual", 0.05, 0.3}, {}});
    RiskEvent risk;
    risk.id = "hole";
    risk.p = 0.3;
    row("a risk added", [=](Inputs& i) { addRisk(i.risks, risk); },
        {K::risks,
         "hole",
         {},
         [=] {
             RiskEvent numbered = risk;
             numbered.number = 1;
             return numbered;
         }(),
         {}});
    row("correlation", [](Inputs& i) { i.correlation = 0.7; }, {K::correlation, {}, 0.5, 0.7, {}});
    row("confidence", [](Inputs& i) { i.confidence = 90; }, {K::confidence, {}, 80, 90, {}});
    row("GST", [](Inputs& i) { i.gst = GstBasis::price; }, {K::gst, {}, GstBasis::purchases, GstBasis::price, {}});
}

void TestDifference::eachFieldIsOneChange()
{
    QFETCH(Edit, edit);
    QFETCH(Change, expected);
    const Inputs before = fullInputs();
    Inputs after = before;
    edit(after);
    const std::vector<Change> changes = differences(before, after);
    QCOMPARE(changes.size(), 1U);
    QVERIFY(changes.front() == expected);
    // Seen from the other side, the same change the other way round.
    const std::vector<Change> back = differences(after, before);
    QCOMPARE(back.size(), 1U);
    QVERIFY(back.front().field == expected.field && back.front().before == expected.after &&
            back.front().after == expected.before);
}

void TestDifference::nothingDiffersFromItself()
{
    QVERIFY(differences(fullInputs(), fullInputs()).empty());
    QVERIFY(differences(Inputs(), Inputs()).empty());
}

void TestDifference::daysOfChangeAreNoChange()
{
    Inputs after = fullInputs();
    after.items["sessions"].changed = day("2027-09-09");
    after.estimates["auth"].changed.reset();
    QVERIFY(differences(fullInputs(), after).empty());
}

void TestDifference::peopleJoinLeaveAndAreRenamed()
{
    Inputs after = fullInputs();
    after.team[0].name = "Anna";
    const std::vector<Change> renamed = differences(fullInputs(), after);
    QCOMPARE(renamed.size(), 1U);
    QVERIFY(renamed.front() == (Change{FieldId::personName, "Ana", std::string("Ana"), std::string("Anna"), {}}));

    // Someone else altogether: one leaves, another joins.
    after.team[0].allocation = 0.2;
    const Person ana = fullInputs().team[0];
    const std::vector<Change> replaced = differences(fullInputs(), after);
    QCOMPARE(replaced.size(), 2U);
    QVERIFY(replaced[0] == (Change{FieldId::team, "Ana", ana, {}, {}}));
    QVERIFY(replaced[1] == (Change{FieldId::team, "Anna", {}, after.team[0], {}}));
}

void TestDifference::absentAndEmptyNotesAreTheSame()
{
    Inputs after = fullInputs();
    after.items["index"];
    after.phaseNotes["db"];
    QVERIFY(differences(fullInputs(), after).empty());
}

void TestDifference::scenariosTellWhatIsTheirsAlone()
{
    Project before{fullInputs(), {}};
    for (const char* name : {"Two people", "Gone"})
        before.scenarios.emplace_back().name = name;
    Project after = before;
    after.base.start = day("2027-01-11");
    after.scenarios[0].budget = Money::dollars(1000);
    after.scenarios[1].name = "New";
    const std::vector<Change> changes = differences(before, after);
    QCOMPARE(changes.size(), 4U);
    QVERIFY(changes[0].field == FieldId::start && changes[0].scenario.empty());
    QVERIFY(changes[1] == (Change{FieldId::scenarios, "Gone", true, {}, {}}));
    QVERIFY(changes[2] == (Change{FieldId::budget, {}, Money::dollars(180'000), Money::dollars(1000), "Two people"}));
    QVERIFY(changes[3] == (Change{FieldId::scenarios, "New", {}, true, {}}));

    // Says the same as the base so far, but would no longer follow it.
    after = before;
    after.scenarios[0].start = before.base.start;
    const std::vector<Change> pinned = differences(before, after);
    QCOMPARE(pinned.size(), 1U);
    QVERIFY(pinned[0] == (Change{FieldId::scenarios, "Two people", true, true, {}}));
}

void TestDifference::figuresComeFromPlanAndSimulation()
{
    const auto catalogue = builtinCatalogue()->catalogue;
    Project before{newInputs(*catalogue, "Plan", day("2027-01-04")), {}};
    Project after = before;
    after.base.items["schema-for-scale"].progress.state = ItemState::done;
    after.base.confidence = 90;
    after.base.budget = Money::dollars(200'000);
    SimulationOptions options;
    options.runs = 500;
    const Result<VersionComparison> comparison = compareVersions(catalogue, before, after, options);
    QVERIFY(comparison);
    QCOMPARE(comparison->confidence, 90);
    QCOMPARE(comparison->changes.size(), 3U);
    for (const auto& [project, figures] : {std::pair(before, comparison->before), {after, comparison->after}}) {
        const Plan plan = *makePlan(catalogue, project.base);
        const Risk risk = *simulate(plan, options);
        QCOMPARE(figures.finish.likely, plan.finish.likely);
        QCOMPARE(figures.sureFinish, risk.finishAt(0.9));
        QVERIFY(figures.sureTotal == risk.totalAt(0.9));
        QVERIFY(figures.total == plan.total);
        QCOMPARE(figures.targetChance.has_value(), project.base.budget.has_value());
    }
    QCOMPARE(comparison->before.finish.likely, 24.0);
    QVERIFY(comparison->after.finish.likely < 24.0);

    std::stop_source stopped;
    stopped.request_stop();
    options.stop = stopped.get_token();
    const auto cancelled = compareVersions(catalogue, before, after, options);
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::cancelled);

    before.base.team.clear();
    QCOMPARE(compareVersions(catalogue, before, after).error().code, ErrorCode::noPeople);
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
