#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/gan/gan_reader.h"
#include "tests/data/support/imported_plans.h"

#include <QTest>

#include <algorithm>

using namespace trestle;
using test::linkWords;
using test::Losses;
using test::lossesOf;
using test::outlineWords;
using test::planOf;

/// Projects of GanttProject as plans: what becomes of one with a bit of everything, links and calendars, and what is
/// refused.
class TestGan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kiosk();
    void whoDoesWhat();
    void links_data();
    void links();
    void sixDayWeek();
    void milestoneOfOldFiles();
    void refused_data();
    void refused();
    void deepButAllowed();
    void manyLinksBetweenSummaryTasks();
    void morePeopleThanAnyProjectHas();
    void holidaysToldAgain();
};

namespace {

ImportedPlan imported(const std::string& xml)
{
    const auto project = readGan(xml, "a.gan");
    if (!project)
        qFatal("not read: %s", project.error().what.c_str());
    auto plan = planOfForeign(*project, "a.gan");
    if (!plan)
        qFatal("no plan: %s", plan.error().where.c_str());
    return std::move(*plan);
}

std::string project(const std::string& tasks, const std::string& more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><project name=\"P\">" + more + "<tasks>" + tasks +
           "</tasks></project>";
}

std::string task(int id, int days, const std::string& inside = {}, const std::string& more = {})
{
    const std::string number = std::to_string(id);
    return "<task id=\"" + number + "\" name=\"T" + number + "\" start=\"2027-01-04\" duration=\"" +
           std::to_string(days) + "\" " + more + ">" + inside + "</task>";
}

std::string depend(int to, int type, int days)
{
    return "<depend id=\"" + std::to_string(to) + "\" type=\"" + std::to_string(type) + "\" difference=\"" +
           std::to_string(days) + "\" hardness=\"Strong\"/>";
}

} // namespace

void TestGan::kiosk()
{
    using enum ImportLossKind;
    const auto read = test::importPlan(TRESTLE_FIXTURES "/gan/kiosk.gan");
    QVERIFY(read);
    const Plan plan = planOf(*read);
    QCOMPARE(outlineWords(plan), "Design: Sketch & model 0, Drawings 0.8, Permit 0; "
                                 "Build: Floor 3, Walls 3, Paint 1");
    QCOMPARE(linkWords(plan), "sketch-model FS drawings 0; drawings SS permit 0.6; design FS build 0.2; "
                              "floor SS walls 1");
    QCOMPARE(test::teamWords(*read), "Ana 1 4000, Bo 1 5000");
    QCOMPARE(lossesOf(*read), (Losses{{levels, 1},
                                      {durations, 5},
                                      {begun, 1},
                                      {links, 1},
                                      {leads, 1},
                                      {dates, 1},
                                      {fixedCosts, 1},
                                      {summaryPeople, 1},
                                      {parts, 1},
                                      {calendars, 1},
                                      {fields, 2},
                                      {details, 2},
                                      {noRates, 1}}));
    const Inputs& inputs = read->document.project.base;
    QCOMPARE(inputs.name, "Kiosk");
    QCOMPARE(inputs.notes, "A kiosk on the wharf.\nOpen by winter.");
    QCOMPARE(isoDate(inputs.start), "2027-02-01");
    QVERIFY(stateOf(inputs, "sketch-model") == ItemState::done);
    QCOMPARE(findItem(*plan.catalogue, "sketch-model")->explanation, "On paper.\nhttp://example.com/sketch");
    QCOMPARE(inputs.items.at("drawings").owner, "Ana");
    QCOMPARE(inputs.items.at("floor").owner, "Bo");
    // Of this year, and of every year: Anzac Day on weekdays alone.
    QCOMPARE(isoDate(inputs.daysOff.at(0).date), "2027-02-10");
    QCOMPARE(isoDate(inputs.daysOff.at(1).date), "2028-04-25");
    QVERIFY(inputs.daysOff.size() > 10);
    const auto date = [](const char* text) { return parseDate(text).value(); };
    QCOMPARE(inputs.team[0].leave, (std::vector<DateRange>{{date("2027-03-01"), date("2027-03-05")}}));
    const std::string json = writePlanJson(read->document);
    const auto again = parsePlanJson(json, "plan.json");
    QVERIFY(again);
    QCOMPARE(writePlanJson(*again), json);
}

void TestGan::whoDoesWhat()
{
    const auto read = test::importPlan(TRESTLE_FIXTURES "/gan/kiosk.gan");
    QVERIFY(read);
    const Plan plan = planOf(*read);
    QCOMPARE(peopleOn(*plan.findItem("drawings")), std::vector<std::size_t>{0});
    QCOMPARE(peopleOn(*plan.findItem("floor")).size(), std::size_t{2});
    QVERIFY(canDo(read->document.project.base.team[0], "Architect"));
}

void TestGan::links_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("link");
    QTest::addColumn<int>("loss");
    const auto row = [](const char* name, int type, int days, const char* link, int loss = -1) {
        QTest::addRow("%s", name) << type << days << QString(link) << loss;
    };
    row("start to start", 1, 0, "t2 SS t3 0");
    row("finish to start", 2, 5, "t2 FS t3 1");
    row("finish to finish", 3, 1, "t2 FF t3 0.2");
    row("start to finish", 4, 10, "t2 SF t3 2");
    row("lead", 2, -1, "t2 SS t3 0.8", static_cast<int>(ImportLossKind::leads));
    row("lead before the start", 2, -9, "t2 SS t3 0", static_cast<int>(ImportLossKind::leadsLost));
    row("another type", 5, 0, "", static_cast<int>(ImportLossKind::links));
}

void TestGan::links()
{
    QFETCH(int, type);
    QFETCH(int, days);
    QFETCH(QString, link);
    QFETCH(int, loss);
    const ImportedPlan read = imported(project(task(1, 5, task(2, 5, depend(3, type, days)) + task(3, 5))));
    QCOMPARE(linkWords(planOf(read)), link);
    Losses losses = lossesOf(read);
    losses.erase(ImportLossKind::noPeople);
    losses.erase(ImportLossKind::durations);
    QCOMPARE(losses, loss < 0 ? Losses{} : (Losses{{static_cast<ImportLossKind>(loss), 1}}));
}

void TestGan::sixDayWeek()
{
    const std::string calendar = "<calendars><day-types><default-week sun=\"1\" mon=\"0\" tue=\"0\" wed=\"0\" "
                                 "thu=\"0\" fri=\"0\" sat=\"0\"/></day-types></calendars>";
    const ImportedPlan read = imported(project(task(1, 12, task(2, 12)), calendar));
    // Two weeks there are two weeks here.
    QCOMPARE(outlineWords(planOf(read)), "T1: T2 2");
    QCOMPARE(lossesOf(read)[ImportLossKind::calendars], std::size_t{1});
}

void TestGan::milestoneOfOldFiles()
{
    QCOMPARE(outlineWords(planOf(imported(project(task(1, 5, task(2, 1, {}, "meeting=\"true\"") + task(3, 1)))))),
             "T1: T2 0, T3 0.2");
}

void TestGan::refused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<DetailKind>("detail");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const std::string& xml, DetailKind detail, const char* where = "a.gan#",
                        ErrorCode code = ErrorCode::invalidTasks) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(xml) << code << detail << QString(where);
    };
    row("nothing", "", DetailKind::xmlFile, "a.gan:1");
    row("cut off", "<project>\n<tasks>", DetailKind::xmlFile, "a.gan:2");
    row("another kind", "<Project/>", DetailKind::ganFile);
    row("no tasks", project(""), DetailKind::ganFile);
    row("entities", "<!DOCTYPE project [<!ENTITY a \"aaaa\">]><project><tasks/></project>", DetailKind::noDefinitions);
    std::string many;
    for (std::size_t i = 0; i <= kMostForeignTasks; ++i)
        many += "<task/>";
    row("too many tasks", project(many), DetailKind::fewerTasks);
    std::string tags;
    tags.reserve(4 * kMostXmlTags);
    while (tags.size() < 4 * kMostXmlTags)
        tags += "<a/>";
    row("too many tags", project(tags), DetailKind::fewerTags);
    std::string deep;
    for (int i = 0; i <= kDeepestOutline; ++i)
        deep += "<task start=\"2027-01-04\">";
    std::string up;
    for (int i = 0; i <= kDeepestOutline; ++i)
        up += "</task>";
    row("too deep", project(deep + up), DetailKind::flatterTasks);
    row("too long", project(task(1, 2'000'000'000)), DetailKind::shorterTasks);
    row("long lag", project(task(1, 5, task(2, 1, depend(3, 2, 2'000'000'000)) + task(3, 1))),
        DetailKind::shorterTasks);
    row("no date", project("<task id=\"1\"/>"), DetailKind::isoDate, "a.gan#", ErrorCode::invalidDate);
    row("far away", project("<task id=\"1\" start=\"9999-01-01\"/>"), DetailKind::fromTo, "a.gan#",
        ErrorCode::invalidDate);
    row("in a circle", project(task(1, 5, depend(2, 2, 0)) + task(2, 5, depend(1, 2, 0))), DetailKind::none,
        "a.gan#/links", ErrorCode::cycle);
}

void TestGan::refused()
{
    QFETCH(QByteArray, xml);
    QFETCH(ErrorCode, code);
    QFETCH(DetailKind, detail);
    QFETCH(QString, where);
    const auto project = readGan(xml.toStdString(), "a.gan");
    const auto plan = project ? planOfForeign(*project, "a.gan") : std::unexpected(project.error());
    QVERIFY(!plan);
    QVERIFY(plan.error().code == code);
    QVERIFY(plan.error().fix.kind == detail);
    QCOMPARE(plan.error().where, where.toStdString());
}

void TestGan::deepButAllowed()
{
    std::string tasks = task(kDeepestOutline, 5);
    for (int i = kDeepestOutline - 1; i > 0; --i)
        tasks = task(i, 5, tasks + task(1000 + i, 5));
    const Plan plan = planOf(imported(project(tasks)));
    QCOMPARE(plan.items.size(), static_cast<std::size_t>(kDeepestOutline));
}

void TestGan::manyLinksBetweenSummaryTasks()
{
    // Two summary tasks within a phase, with many below each, linked again and again.
    constexpr int below = 1'000;
    std::string first;
    std::string second;
    for (int i = 0; i < below; ++i) {
        first += task(10 + i, 1);
        second += task(10 + below + i, 1);
    }
    std::string depends;
    for (int i = 0; i < 20'000; ++i)
        depends += depend(3, 2, 0);
    const ImportedPlan read =
        imported(project(task(1, 5, task(2, 5, first + depends) + task(3, 5, second)) + task(9000, 5, task(9001, 5))));
    QVERIFY(planOf(read).links.size() <= kMostLinks);
    QVERIFY(lossesOf(read)[ImportLossKind::links] >= std::size_t{20'000});
}

void TestGan::morePeopleThanAnyProjectHas()
{
    std::string people;
    for (std::size_t i = 0; i < kMostForeignPeople + 500; ++i)
        people += "<resource id=\"" + std::to_string(i) + "\" name=\"P\"/>";
    const auto read = readGan(project(task(1, 5), "<resources>" + people + "</resources>"), "a.gan");
    QVERIFY(read);
    QCOMPARE(read->people.size(), kMostForeignPeople);
    const ImportLoss rest{ImportLossKind::people, 500};
    QCOMPARE(std::ranges::count(read->losses.all(), rest), std::ptrdiff_t{1});
}

void TestGan::holidaysToldAgain()
{
    std::string days;
    for (int i = 0; i < 10'000; ++i)
        days += "<date year=\"\" month=\"4\" date=\"25\"/>";
    const auto read = readGan(project(task(1, 5), "<calendars>" + days + "</calendars>"), "a.gan");
    QVERIFY(read);
    QVERIFY(!read->daysOff.empty() && read->daysOff.size() <= std::size_t{21});
    QVERIFY(std::ranges::is_sorted(read->daysOff));
}

QTEST_GUILESS_MAIN(TestGan)
#include "tst_gan.moc"
