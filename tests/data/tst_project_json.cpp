#include "app/cli/wording_detail.h"
#include "data/embedded.h"
#include "data/file_io.h"
#include "data/json.h"
#include "data/project_json.h"
#include "data/words.h"
#include "models/plan/plan.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>

using namespace trestle;
using namespace std::chrono_literals;
using nlohmann::json;
using json_pointer = json::json_pointer;

namespace {

std::string text(const std::string& path)
{
    return readTextFile(path).value_or("");
}

const std::string& fullText()
{
    static const std::string full = text(TRESTLE_FIXTURES "/plans-json/full.json");
    return full;
}

json full()
{
    return parseJson(fullText(), "full.json").value_or(json());
}

ProjectDocument fullPlan()
{
    const auto plan = parsePlanJson(fullText(), "full.json");
    if (!plan)
        qFatal("full.json: %s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    return *plan;
}

Date day(std::chrono::year_month_day date)
{
    return std::chrono::sys_days{date};
}

RiskRegister fullRisks()
{
    RiskEvent hole;
    hole.id = "hole";
    hole.number = 1;
    hole.title = "The review finds a hole";
    hole.p = 0.3;
    hole.phase = "security";
    hole.skill = "security";
    hole.owner = "Ana";
    hole.effort = {1, 2, 4};
    hole.status = RiskStatus::responded;
    hole.response = RiskResponse{Money{350'050}, 0.1, ThreePoint{0.5, 1, 2}, {}, ThreePoint{}, "Outside test"};
    RiskEvent store;
    store.id = "store";
    store.number = 3;
    store.p = 0.1;
    store.phase = "deployment";
    store.delay = {2, 4, 8};
    store.money = {0, 500, 1000.5};
    return {4, {hole, store}};
}

/// Everything that full.json says.
Project fullProject()
{
    Inputs base;
    base.name = "Everything";
    base.client = "A client";
    base.notes = "Two\nlines";
    base.start = day(2027y / 1 / 4);
    base.asOf = day(2027y / 2 / 1);
    base.profile = {{"enterprise", "payments"}, "100k", false, Maintainer::onePerson};
    base.items = {{"tls", {{ItemState::done}, {}, "n", "o", day(2027y / 1 / 20), {}}},
                  {"secrets", {{ItemState::excluded}, {}, "", "", {}, {}}},
                  {"sessions", {{ItemState::missing}, {}, "not before May", "", {}, {}}},
                  {"rollback", {{ItemState::partial}, {}, "", "", {}, {}}}};
    base.items["tls"].evidence =
        TickEvidence{ItemState::done,
                     {{"deploy/nginx.conf", 12, "listen 443 ssl;", "tls-nginx"}, {"certs", 0, {}, {}}},
                     "Helper",
                     day(2027y / 1 / 20)};
    base.proposals = {{"caching", {FoundState::none, FoundConfidence::unsure, {}, {}, day(2027y / 1 / 21)}},
                      {"secrets",
                       {FoundState::opposite,
                        FoundConfidence::confident,
                        {{"app/.env", 3, "TOKEN=***", "env-file"}},
                        {},
                        day(2027y / 1 / 21),
                        ProposalAnswer::declined}},
                      {"tls",
                       {FoundState::done,
                        FoundConfidence::confident,
                        {{"certs", 0, {}, {}}},
                        "Helper",
                        day(2027y / 1 / 20),
                        ProposalAnswer::accepted}}};
    base.estimates = {{"testing", {{1, 2.5, 4}, day(2027y / 1 / 21), "ours"}}};
    base.phaseNotes = {{"database", "Moves to the new cluster first."}};
    base.team = {{"Ana",
                  0.8,
                  Money{432'105},
                  {"security", "engineering"},
                  day(2027y / 1 / 11),
                  {{day(2027y / 3 / 1), day(2027y / 3 / 5)}},
                  day(2027y / 11 / 26),
                  false,
                  true,
                  Money{700'050},
                  RateBasis{RateKind::employee, Money::dollars(180'000), 11.5, Money::dollars(18'400), 46, 4,
                            day(2026y / 11 / 29)}},
                 {"Ben", 1, Money{}, {}, {}, {}, {}, true, false}};
    base.daysOff = {{day(2027y / 1 / 26), "Australia Day"}, {day(2027y / 12 / 24), ""}};
    base.closures = {{std::chrono::December / 24, std::chrono::January / 2, "Closed over Christmas"}};
    base.region = "nsw";
    base.workedHolidays = {day(2027y / 4 / 25), day(2027y / 4 / 26)};
    base.hoursPerWeek = 37.5;
    base.costMode = CostMode::retained;
    base.monthsAfterLaunch = 6;
    base.correlation = 0.25;
    base.outsideView = {"own", -0.1, 0.45};
    base.risks = fullRisks();
    base.confidence = 90;
    base.gst = GstBasis::price;
    base.order = OrderKind::optimised;
    base.targetDate = day(2027y / 9 / 30);
    base.budget = Money{25'000'050};
    base.gstRegistered = false;
    base.scopes = {{"caching", ItemScope::option}, {"indexes", ItemScope::phase2}, {"tls", ItemScope::taken}};
    base.price = {PriceKind::capped,
                  50,
                  Money{10'050},
                  20.5,
                  10,
                  30,
                  14,
                  {{40, PaymentWhen::signing, ""}, {60, PaymentWhen::phaseFinished, "testing"}}};
    base.cash = {Money{15'000'005},
                 {{"Rent", Money::dollars(-6000), day(2027y / 1 / 4), day(2027y / 12 / 31), "lease"},
                  {"Sales", Money::dollars(2000), day(2027y / 4 / 1), {}, ""}},
                 {{"Grant", Money::dollars(40'000), day(2027y / 5 / 14), "promised"},
                  {"Laptop", Money::dollars(-3000), day(2027y / 2 / 1), ""}},
                 6,
                 "of the account"};

    Scenario other;
    other.name = "Other";
    other.start = day(2027y / 2 / 1);
    other.team.emplace();
    other.profile.emplace();
    other.items = {{"tls", {ItemState::missing}}, {"indexes", {ItemState::done}}};
    other.daysOff.emplace();
    other.closures.emplace();
    other.targetDate = day(2027y / 10 / 1);
    other.budget = Money{};
    other.order = OrderKind::catalogue;
    other.costMode = CostMode::worked;
    other.outsideView = {"usual", 0.05, 0.3};
    other.risks.emplace();
    other.scopes.emplace();
    other.price.emplace();
    other.cash.emplace();

    Scenario asItIs;
    asItIs.name = "As it is";
    return {base, {asItIs, other}};
}

} // namespace

Q_DECLARE_METATYPE(std::optional<nlohmann::json>)
Q_DECLARE_METATYPE(trestle::Project)

class ProjectJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void writesEveryFieldBack();
    void keepsTheDocumentOfARevision();
    void keepsWhatHappened();
    void promisesAreNotBelowNothing();
    void saysFormat2OnlyWhereItMust_data();
    void saysFormat2OnlyWhereItMust();
    void takesTheRestFromTheCatalogue();
    void leavesOutWhatIsNotSaid();
    void embedsTheWholeCatalogue();
    void readsItsOwnExportWithAnotherCatalogue();
    void refersToTheBuiltInCatalogue_data();
    void refersToTheBuiltInCatalogue();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void namesWhatIsWrongInTheCatalogue();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void refusesADocumentWithoutHash_data();
    void refusesADocumentWithoutHash();
    void refusesEveryTruncation();
    void survivesEveryReplacement();
    void hasAWordForEachKind();
    void shipsTheSample();
};

void ProjectJsonTest::readsEveryField()
{
    const ProjectDocument plan = fullPlan();
    const Project expected = fullProject();
    QVERIFY(plan.project.base == expected.base);
    QVERIFY(plan.project.scenarios == expected.scenarios);
    QCOMPARE(plan.catalogue.sha256, builtinCatalogue()->sha256);
}

void ProjectJsonTest::writesEveryFieldBack()
{
    // But for the catalogue the export says the same as the file it came from.
    const auto written = parseJson(writePlanJson(fullPlan()), "export");
    QVERIFY(written);
    json expected = full();
    expected["catalogue"] = written->at("catalogue");
    QCOMPARE(canonicalJson(*written), canonicalJson(expected));
}

void ProjectJsonTest::keepsTheDocumentOfARevision()
{
    const ProjectDocument plan = fullPlan();
    const std::string document = writeProject(plan.project, plan.catalogue.sha256);
    const auto again = parseProject(document, *plan.catalogue.catalogue, "revision");
    QVERIFY(again);
    QVERIFY(*again == plan.project);
    QCOMPARE(writeProject(*again, plan.catalogue.sha256), document);
    QCOMPARE(catalogueHashOf(document, "revision").value_or(""), plan.catalogue.sha256);
}

/// Everything that may be said of work that has begun.
static Project begunProject()
{
    Project project = fullProject();
    Inputs& base = project.base;
    base.items["tls"].actual = {day(2027y / 1 / 11), day(2027y / 1 / 20), 0.75, {}, true};
    setState(base, "sessions", ItemState::underWay);
    base.items["sessions"].actual = {day(2027y / 1 / 25), {}, 0.4, ThreePoint{0.3, 0.5, 1}, false};
    base.items["secrets"].actual.spent = 0.1;
    base.actualCosts = {{2027y / 1, Money{3'125'050}, "Wages"}, {2027y / 1, Money{-1'250}, ""}};
    base.learn = false;
    Baseline baseline;
    baseline.name = "Sent to investors";
    baseline.taken = day(2027y / 1 / 4);
    baseline.items = {{"tls", {ItemState::partial, 0.375, day(2027y / 1 / 11), day(2027y / 1 / 15)}},
                      {"secrets", {ItemState::excluded, 0, {}, {}}}};
    baseline.finish = day(2027y / 6 / 25);
    baseline.finishP50 = day(2027y / 7 / 2);
    baseline.finishP80 = day(2027y / 8 / 6);
    baseline.finishP90 = day(2027y / 9 / 3);
    baseline.total = Money{18'136'016};
    baseline.totalP50 = Money{19'000'001};
    baseline.totalP80 = Money{23'000'002};
    baseline.totalP90 = Money{26'000'003};
    baseline.effortP50 = 1.05;
    baseline.effortP80 = 1.3;
    baseline.effortP90 = 1.5;
    baseline.spend = {{day(2027y / 1 / 8), Money{500'000}}, {day(2027y / 6 / 25), Money{18'136'016}}};
    base.baseline = baseline;
    baseline.name = "Of the scenario";
    project.scenarios.front().baseline = baseline;
    return project;
}

void ProjectJsonTest::keepsWhatHappened()
{
    const ProjectDocument plan{begunProject(), fullPlan().catalogue};
    const std::string document = writeProject(plan.project, plan.catalogue.sha256);
    const auto again = parseProject(document, *plan.catalogue.catalogue, "revision");
    QVERIFY2(again, again ? "" : again.error().where.c_str());
    QVERIFY(*again == plan.project);
    QCOMPARE(writeProject(*again, plan.catalogue.sha256), document);
    const auto exported = parsePlanJson(writePlanJson(plan), "plan.json");
    QVERIFY(exported);
    QVERIFY(exported->project == plan.project);
}

void ProjectJsonTest::promisesAreNotBelowNothing()
{
    ProjectDocument plan{begunProject(), fullPlan().catalogue};
    plan.project.base.baseline->items["tls"].effort = -1;
    const auto read = parsePlanJson(writePlanJson(plan), "my.json");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::invalidEstimate);
    QCOMPARE(read.error().where, "my.json#/baseline/items/tls/effort");
}

void ProjectJsonTest::saysFormat2OnlyWhereItMust_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<Project>("project");
    const auto row = [](const char* name, int format, const std::function<void(Project&)>& change) {
        Project project = fullProject();
        change(project);
        QTest::newRow(name) << format << project;
    };
    row("everything of before", 1, [](Project&) {});
    row("under way", 2, [](Project& p) { p.base.items["sessions"].progress.state = ItemState::underWay; });
    row("under way in a scenario", 2,
        [](Project& p) { p.scenarios.front().items["sessions"] = {ItemState::underWay}; });
    row("time spent", 2, [](Project& p) { p.base.items["tls"].actual.spent = 1; });
    row("a day of finish", 2, [](Project& p) { p.base.items["tls"].actual.finished = p.base.start; });
    row("partly in place before", 2, [](Project& p) { p.base.items["tls"].actual.partlyBefore = true; });
    row("books", 2, [](Project& p) { p.base.actualCosts = {{2027y / 1, Money{1}, ""}}; });
    row("a baseline", 2, [](Project& p) { p.base.baseline = begunProject().base.baseline; });
    row("a scenario's baseline", 2, [](Project& p) { p.scenarios.back().baseline = begunProject().base.baseline; });
    row("no learning", 2, [](Project& p) { p.base.learn = false; });
    row("a record of past plans", 2, [](Project& p) { p.base.outsideView = {"record", 0.1, 0.3, 6, 0.12}; });
    row("a status date alone", 1, [](Project& p) { p.base.asOf = p.base.start; });
}

// Programs of before know format 1, and its keys and words alone.
void ProjectJsonTest::saysFormat2OnlyWhereItMust()
{
    QFETCH(int, format);
    QFETCH(Project, project);
    const std::string written = writeProject(project, fullPlan().catalogue.sha256);
    QCOMPARE(parseJson(written, "written")->at("format").get<int>(), format);
    const auto again = parseProject(written, *fullPlan().catalogue.catalogue, "written");
    QVERIFY2(again, again ? "" : again.error().where.c_str());
    QVERIFY(*again == project);
}

void ProjectJsonTest::takesTheRestFromTheCatalogue()
{
    const auto plan = parsePlanJson(text(TRESTLE_FIXTURES "/plans-json/least.json"), "least.json");
    QVERIFY2(plan, plan ? "" : plan.error().where.c_str());
    Inputs expected = newInputs(*plan->catalogue.catalogue, "Least", day(2027y / 1 / 4));
    expected.team = {{"Ana", 1, Money::dollars(5000), {}, {}, {}}};
    QVERIFY(plan->project == (Project{expected, {}}));
    QCOMPARE(expected.correlation, 0.5);
}

void ProjectJsonTest::leavesOutWhatIsNotSaid()
{
    Project project;
    project.base = newInputs(*builtinCatalogue()->catalogue, "New", day(2027y / 1 / 4));
    project.base.team.clear();
    QCOMPARE(writeProject(project, std::string(64, 'a')),
             R"({"catalogue":")" + std::string(64, 'a') +
                 R"(","confidence":80,"correlation":0.5,"costMode":"worked","format":1,"kind":"project",)"
                 R"("monthsAfterLaunch":0,"name":"New","order":"catalogue","start":"2027-01-04","team":[]})");
}

void ProjectJsonTest::embedsTheWholeCatalogue()
{
    const ProjectDocument plan = fullPlan();
    const std::string exported = writePlanJson(plan);
    QVERIFY(exported.ends_with("}\n"));
    const auto again = parsePlanJson(exported, "export.json");
    QVERIFY2(again, again ? "" : again.error().where.c_str());
    QVERIFY(*again->catalogue.catalogue == *plan.catalogue.catalogue);
    QCOMPARE(again->catalogue.sha256, plan.catalogue.sha256);
    QVERIFY(again->project == plan.project);
    QCOMPARE(writePlanJson(*again), exported);
}

void ProjectJsonTest::readsItsOwnExportWithAnotherCatalogue()
{
    const auto small = loadCatalogueFile(TRESTLE_FIXTURES "/catalogues/small.json");
    QVERIFY(small);
    const Project project{newInputs(*small->catalogue, "Small", day(2027y / 1 / 4)), {}};
    const std::string exported = writePlanJson({project, *small});
    const auto again = parsePlanJson(exported, "export.json");
    QVERIFY2(again, again ? "" : again.error().where.c_str());
    QVERIFY(again->project == project);
    QCOMPARE(again->catalogue.sha256, small->sha256);
    QCOMPARE(writePlanJson(*again), exported);
}

void ProjectJsonTest::refersToTheBuiltInCatalogue_data()
{
    QTest::addColumn<std::string>("reference");
    QTest::addColumn<std::string>("where"); // empty: accepted
    const std::string hash = builtinCatalogue()->sha256;
    const auto row = [](const char* name, const std::string& reference, const char* where) {
        QTest::newRow(name) << reference << std::string(where);
    };
    const std::string id = R"({"id":"prototype-to-production")";
    row("id and version", id + R"(,"version":2})", "");
    row("with the hash", id + R"(,"version":2,"sha256":")" + hash + "\"}", "");
    row("an earlier version", id + R"(,"version":1})", "");
    row("an earlier version with its hash", id + R"(,"version":1,"sha256":")" + earlierCatalogue(1)->sha256 + "\"}",
        "");
    row("an earlier version with the hash of now", id + R"(,"version":1,"sha256":")" + hash + "\"}",
        "/catalogue/sha256");
    row("another id", R"({"id":"my-own","version":1})", "/catalogue/id");
    row("another version", id + R"(,"version":3})", "/catalogue/version");
    row("another hash", id + R"(,"version":2,"sha256":")" + std::string(64, '0') + "\"}", "/catalogue/sha256");
    row("no version", id + "}", "/catalogue/version");
    row("nothing", "{}", "/catalogue/id");
    row("a key more: meant as a whole one", id + R"(,"version":2,"title":"x"})", "/catalogue/kind");
    row("a hash alone, as in a plan file", "\"" + hash + "\"", "/catalogue");
}

void ProjectJsonTest::refersToTheBuiltInCatalogue()
{
    QFETCH(std::string, reference);
    QFETCH(std::string, where);
    json document = full();
    document["catalogue"] = *parseJson(reference, "reference");
    const auto plan = parsePlanJson(document.dump(), "my.json");
    QCOMPARE(plan ? std::string() : plan.error().where, where.empty() ? where : "my.json#" + where);
    if (!plan)
        QCOMPARE(plan.error().code, ErrorCode::schemaViolation);
}

void ProjectJsonTest::namesWhatIsWrong_data()
{
    QTest::addColumn<std::string>("change");
    QTest::addColumn<std::optional<json>>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<std::string>("where");
    QTest::addColumn<std::string>("fix");
    const auto row = [](const char* name, const std::string& change, const std::optional<json>& value, ErrorCode code,
                        const std::string& what, const std::string& fix, const std::string& where = {}) {
        QTest::newRow(name) << change << value << code << what << (where.empty() ? change : where) << fix;
    };
    const ErrorCode schema = ErrorCode::schemaViolation;
    row("no name", "/name", {}, schema, "", "text");
    row("no team", "/team", {}, schema, "", "a list");
    row("a mistyped key", "/budgett", 1, schema, "budgett",
        "one of actualCosts, asOf, baseline, budget, cash, catalogue, client, closures, confidence, correlation, "
        "costMode, daysOff, "
        "estimates, "
        "format, "
        "gst, gstRegistered, hoursPerWeek, items, kind, learn, monthsAfterLaunch, name, notes, order, "
        "originalCatalogue, "
        "outsideView, "
        "phaseNotes, price, profile, proposals, "
        "region, risks, scenarios, scope, start, targetDate, team, workedHolidays");
    row("an unknown state", "/items/tls/state", "finished", schema, "\"finished\"",
        "missing, partial, done, excluded or underway");
    row("an unknown state in a scenario", "/scenarios/1/items/tls", "finished", schema, "\"finished\"",
        "missing, partial, done, excluded or underway");
    row("a state without its object", "/items/tls", "done", schema, "\"done\"", "an object");
    row("a mistyped key of a person", "/team/1/rate", 5, schema, "rate",
        "one of allocation, billRate, firstDay, isRole, lastDay, leave, name, paidOut, rateBasis, skills, weeklyRate");
    row("an unknown order", "/order", "best", schema, "\"best\"", "catalogue or optimised");
    row("an unknown word on GST", "/gst", "incl", schema, "\"incl\"", "ex or inc");
    row("an unknown cost mode", "/scenarios/1/costMode", "", schema, "\"\"", "worked or retained");
    row("an unknown maintainer", "/profile/maintainer", "two", schema, "\"two\"", "one, team or unanswered");
    row("an outside view without a figure", "/outsideView", json{{"preset", "usual"}, {"s", 0.3}}, schema, "",
        "a number", "/outsideView/m");
    row("an unknown outside view", "/outsideView", json{{"preset", "often"}, {"m", 0.1}, {"s", 0.1}},
        ErrorCode::invalidValue, "often", "estimates, usual, overrunning, own or record", "/outsideView/preset");
    row("a risk without a chance", "/risks/events/0", json{{"id", "a"}, {"number", 1}, {"phase", "security"}}, schema,
        "", "a number", "/risks/events/0/p");
    row("a risk in an unknown phase", "/risks/events/0/phase", "marketing", ErrorCode::unknownPhase, "marketing", "");
    row("a risk with an unknown state", "/risks/events/0/status", "maybe", schema, "\"maybe\"",
        "open, responded, happened or not");
    row("a chance over 1", "/risks/events/0/p", 1.5, ErrorCode::invalidValue, "1.5", "0 to 1");
    row("a number beyond those given", "/risks/events/1/number", 5, ErrorCode::invalidValue, "5", "1 to 4");
    row("a text too long", "/notes", std::string(200'001, 'x'), schema, "\"" + std::string(60, 'x') + "…\"",
        "at most 200000 characters");
    row("a date that is none", "/start", "2027-02-29", ErrorCode::invalidDate, "2027-02-29",
        "a date such as 2027-01-04");
    row("a date in another form", "/team/0/leave/0/last", "5/3/2027", ErrorCode::invalidDate, "5/3/2027",
        "a date such as 2027-01-04");
    row("a date in a scenario", "/scenarios/1/start", "soon", ErrorCode::invalidDate, "soon",
        "a date such as 2027-01-04");
    row("parts of a cent", "/budget", 1.005, ErrorCode::invalidValue, "1.005", "dollars with at most two decimals");
    row("an unknown item", "/items/tsl", json{{"state", "done"}}, ErrorCode::unknownItem, "tsl", "tls", "/items");
    row("an unknown item in a scenario", "/scenarios/1/items/tsl", "done", ErrorCode::unknownItem, "tsl", "tls",
        "/scenarios/1/items");
    const std::string place = "/proposals/secrets/evidence/0";
    row("a proposal for an unknown item", "/proposals/tsl", full().at(json_pointer("/proposals/tls")),
        ErrorCode::unknownItem, "tsl", "tls", "/proposals");
    row("a proposal of no day", "/proposals/tls/on", {}, schema, "", "text");
    row("a proposal of an unknown state", "/proposals/tls/state", "maybe", schema, "\"maybe\"",
        "done, partial, none, opposite or elsewhere");
    row("a hundred places", "/proposals/secrets/evidence", json::array_t(100, json{{"path", "a"}}), schema, "[…]",
        "at most 8 entries");
    row("a hundred places of a tick", "/items/tls/evidence/places", json::array_t(100, json{{"path", "a"}}), schema,
        "[…]", "at most 8 entries");
    row("an excerpt of a file", place + "/excerpt", std::string(100'000, 'x'), ErrorCode::invalidValue,
        std::string(40, 'x'), "at most 200 characters");
    row("an excerpt of 1 MB", place + "/excerpt", std::string(1'000'000, 'x'), schema,
        "\"" + std::string(60, 'x') + "…\"", "at most 200000 characters");
    row("a long rule", place + "/rule", std::string(1'001, 'x'), ErrorCode::invalidValue, std::string(40, 'x'),
        "at most 1000 characters");
    row("a place outside the folder", place + "/path", "/etc/passwd", ErrorCode::invalidValue, "/etc/passwd", "");
    row("a place above the folder", place + "/path", "app/../../key", ErrorCode::invalidValue, "app/../../key", "");
    row("a place above the folder of a tick", "/items/tls/evidence/places/1/path", "..", ErrorCode::invalidValue, "..",
        "");
    row("a line before the first", place + "/line", -1, ErrorCode::invalidValue, "-1", "0 or more");
    row("an unknown phase", "/estimates/test", json{{"low", 1}, {"likely", 1}, {"high", 1}}, ErrorCode::unknownPhase,
        "test", "", "/estimates");
    row("a note on an unknown phase", "/phaseNotes/test", "x", ErrorCode::unknownPhase, "test", "", "/phaseNotes");
    row("an estimate out of order", "/estimates/testing/low", 3, ErrorCode::invalidEstimate, "testing", "",
        "/estimates/testing");
    row("an allocation of 0", "/team/1/allocation", 0, ErrorCode::invalidAllocation, "Ben", "0");
    row("a negative rate", "/team/1/weeklyRate", -0.01, ErrorCode::invalidRate, "Ben", "");
    row("a name twice", "/team/1/name", "Ana", ErrorCode::duplicateName, "Ana", "", "/team");
    row("a scenario's name twice", "/scenarios/1/name", "As it is", ErrorCode::duplicateName, "As it is", "",
        "/scenarios");
    row("an unknown condition", "/profile/conditions/0", "gold", ErrorCode::unknownCondition, "gold",
        "payments, compliance, user-content, enterprise", "/profile/conditions");
    row("an unknown scale", "/profile/scale", "5k", ErrorCode::unknownScale, "5k", "10k, 100k, 1m");
    row("leave backwards", "/team/0/leave/0/last", "2027-02-01", ErrorCode::invalidDate, "2027-03-01..2027-02-01",
        "the first day before the last", "/team/0/leave");
    row("a confidence of 85", "/confidence", 85, ErrorCode::invalidValue, "85", "50, 80 or 90");
    row("too many people", "/team", json::array_t(65, json{{"name", "A"}, {"allocation", 1}, {"weeklyRate", 1}}),
        ErrorCode::tooManyPeople, "65", "64");
}

void ProjectJsonTest::namesWhatIsWrong()
{
    QFETCH(std::string, change);
    QFETCH(std::optional<json>, value);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, what);
    QFETCH(std::string, where);
    QFETCH(std::string, fix);
    json document = full();
    const json_pointer pointer(change);
    if (value)
        document[pointer] = *value;
    else
        document[pointer.parent_pointer()].erase(pointer.back());
    const auto plan = parsePlanJson(document.dump(), "my.json");
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
    QCOMPARE(plan.error().what, what);
    QCOMPARE(plan.error().where, "my.json#" + where);
    QCOMPARE(cli::worded(plan.error().fix), fix);
}

void ProjectJsonTest::namesWhatIsWrongInTheCatalogue()
{
    auto document = parseJson(writePlanJson(fullPlan()), "export");
    QVERIFY(document);
    document->at(json_pointer("/catalogue/phases/2/items/0/share/value")) = 0.3;
    const auto plan = parsePlanJson(document->dump(), "my.json");
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::sharesDoNotSumToOne);
    QCOMPARE(plan.error().where, std::string("my.json#/catalogue/phases/2/items"));
}

void ProjectJsonTest::refusesOtherDocuments_data()
{
    QTest::addColumn<std::string>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<std::string>("what");
    QTest::addColumn<std::string>("where");
    QTest::addColumn<std::string>("fix");
    const auto row = [](const char* name, const std::string& document, ErrorCode code, const char* what,
                        const char* where, const char* fix) {
        QTest::newRow(name) << document << code << std::string(what) << "my.json" + std::string(where)
                            << std::string(fix);
    };
    row("figures", R"({"kind":"figures","name":"A"})", ErrorCode::wrongKind, "figures", "#/kind", "plan");
    row("a catalogue", text(TRESTLE_FIXTURES "/catalogues/small.json"), ErrorCode::wrongKind, "catalogue", "#/kind",
        "plan");
    row("a plan file's document", writeProject(fullProject(), std::string(64, 'a')), ErrorCode::wrongKind, "project",
        "#/kind", "plan");
    row("a later format", R"({"kind":"plan","format":3,"news":[]})", ErrorCode::unsupportedVersion, "3", "#/format",
        "2");
    row("something else", R"({"name":"A"})", ErrorCode::schemaViolation, "", "#/kind", "plan");
    row("a list", "[]", ErrorCode::schemaViolation, "[…]", "#", "an object");
    row("no JSON", "<plan/>", ErrorCode::invalidJson, "", ":1:1", "invalid literal");
    row("a deep one", R"({"kind":"plan","format":1,"items":)" + std::string(100'000, '['), ErrorCode::jsonTooDeep, "64",
        "#", "");
    row("a key twice", R"({"kind":"plan","kind":"plan"})", ErrorCode::duplicateKey, "kind", "#/kind", "");
}

void ProjectJsonTest::refusesOtherDocuments()
{
    QFETCH(std::string, document);
    QFETCH(ErrorCode, code);
    QFETCH(std::string, what);
    QFETCH(std::string, where);
    QFETCH(std::string, fix);
    const auto plan = parsePlanJson(document, "my.json");
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
    QCOMPARE(plan.error().what, what);
    QCOMPARE(plan.error().where, where);
    QCOMPARE(cli::worded(plan.error().fix), fix);
}

void ProjectJsonTest::refusesADocumentWithoutHash_data()
{
    QTest::addColumn<std::string>("hash");
    QTest::newRow("short") << std::string(63, 'a');
    QTest::newRow("capitals") << std::string(64, 'A');
    QTest::newRow("empty") << std::string();
}

void ProjectJsonTest::refusesADocumentWithoutHash()
{
    QFETCH(std::string, hash);
    const auto found = catalogueHashOf(writeProject(fullProject(), hash), "revision");
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::schemaViolation);
    QCOMPARE(found.error().where, std::string("revision#/catalogue"));
}

void ProjectJsonTest::refusesEveryTruncation()
{
    const ProjectDocument plan = fullPlan();
    const std::string whole = writeProject(plan.project, plan.catalogue.sha256);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto project = parseProject(whole.substr(0, length), *plan.catalogue.catalogue, "revision");
        QVERIFY(!project);
        QCOMPARE(project.error().code, ErrorCode::invalidJson);
    }
}

/// Every value in turn becomes something else: refused with a place in the file, or read as a plan that can be written
/// and read again.
void ProjectJsonTest::survivesEveryReplacement()
{
    const ProjectDocument plan = fullPlan();
    const Catalogue& catalogue = *plan.catalogue.catalogue;
    const json whole = *parseJson(writeProject(plan.project, plan.catalogue.sha256), "revision");
    const std::vector<json> replacements{nullptr, -1,   1e9,          0.3,           "",
                                         "tls",   true, "2027-01-04", json::array(), json::object()};
    int refused = 0;
    int taken = 0;
    const json flat = whole.flatten();
    for (const auto& [pointer, value] : flat.items())
        for (const json& replacement : replacements) {
            json document = whole;
            document[json_pointer(pointer)] = replacement;
            const auto project = parseProject(document.dump(), catalogue, "revision");
            if (project) {
                ++taken;
                const auto again = parseProject(writeProject(*project, "x"), catalogue, "again");
                QVERIFY2(again && *again == *project, pointer.c_str());
                continue;
            }
            ++refused;
            QVERIFY2(project.error().code != ErrorCode::internal, pointer.c_str());
            QVERIFY2(project.error().where.starts_with("revision#/"), project.error().where.c_str());
        }
    QVERIFY(refused > 200);
    QVERIFY(taken > 50);
}

void ProjectJsonTest::hasAWordForEachKind()
{
    for (const ItemState state : {ItemState::missing, ItemState::partial, ItemState::done, ItemState::excluded})
        QCOMPARE(parseWord<ItemState>(wordOf(state)), std::optional(state));
    for (const Maintainer maintainer : {Maintainer::unanswered, Maintainer::onePerson, Maintainer::team})
        QCOMPARE(parseWord<Maintainer>(wordOf(maintainer)), std::optional(maintainer));
    QCOMPARE(wordOf(ItemState::done), std::string_view("done"));
    QCOMPARE(wordOf(Maintainer::onePerson), std::string_view("one"));
    QCOMPARE(wordOf(CostMode::retained), std::string_view("retained"));
    QCOMPARE(wordOf(OrderKind::optimised), std::string_view("optimised"));
    QCOMPARE(wordOf(LinkType::startToFinish), std::string_view("SF"));
    QCOMPARE(wordOf(ProvenanceKind::yours), std::string_view("yours"));
    QCOMPARE(parseWord<ItemState>("Done"), std::optional<ItemState>());
    QCOMPARE(parseWord<CostMode>(""), std::optional<CostMode>());
}

/// The second golden case of the model: readiness 29.8667 %, 21.04 weeks, AUD 157,800.
void ProjectJsonTest::shipsTheSample()
{
    const auto sample = embeddedJson("samples/ledgerly.json");
    QVERIFY(sample);
    const auto document = parsePlanJson(*sample, "ledgerly.json");
    QVERIFY2(document, document ? "" : (document.error().what + " at " + document.error().where).c_str());
    const Inputs& inputs = document->project.base;
    QCOMPARE(inputs.name, std::string("Ledgerly"));
    QVERIFY(!inputs.client.empty());
    QVERIFY(inputs.targetDate == day(2027y / 6 / 25));
    QVERIFY(inputs.budget == Money::dollars(180'000));
    QVERIFY(inputs.outsideView == outsideViewOf(*document->catalogue.catalogue, "usual"));
    for (const auto& [id, item] : inputs.items)
        QVERIFY2(item.changed == day(2026y / 11 / 22), id.c_str());

    const auto plan = makePlan(document->catalogue.catalogue, inputs);
    QVERIFY(plan);
    QVERIFY(std::abs(*plan->readiness.fraction - 0.298667) < 1e-6);
    QVERIFY(std::abs(plan->finish.likely - 21.04) < 1e-4);
    QCOMPARE(plan->labour.likely.cents, std::int64_t{15'780'000});
    QCOMPARE(isoDate(plan->finishDate.likely), std::string("2027-05-31"));

    // Something to compare: scenarios that each change the finish, and a plan as it was before.
    QCOMPARE(document->project.scenarios.size(), 2U);
    for (const Scenario& scenario : document->project.scenarios) {
        const auto other = makePlan(document->catalogue.catalogue, applyScenario(inputs, scenario));
        QVERIFY2(other && other->finish.likely < plan->finish.likely - 0.5, scenario.name.c_str());
    }
    const auto past = parsePlanJson(embeddedJson("samples/ledgerly-before.json").value(), "ledgerly-before.json");
    QVERIFY2(past, past ? "" : (past.error().what + " at " + past.error().where).c_str());
    QCOMPARE(past->project.base.name, inputs.name);
    const auto older = makePlan(past->catalogue.catalogue, past->project.base);
    QVERIFY(older && older->readiness.fraction < plan->readiness.fraction);
}

QTEST_GUILESS_MAIN(ProjectJsonTest)
#include "tst_project_json.moc"
