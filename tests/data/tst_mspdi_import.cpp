#include "app/cli/wording_imports.h"
#include "data/exchange/clean_text.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/mspdi/mspdi_reader.h"
#include "data/exchange/mspdi/mspdi_writer.h"
#include "tests/data/support/export_sources.h"
#include "tests/data/support/imported_plans.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace trestle;
using test::linkWords;
using test::Losses;
using test::lossesOf;
using test::outlineWords;
using test::planOf;

/// MS Project XML of other programs as a plan: files in the shape of four of them, what they lose, what is refused, and
/// the plan's own export read again.
class TestMspdiImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfOtherPrograms_data();
    void filesOfOtherPrograms();
    void msProject();
    void lags_data();
    void lags();
    void durations_data();
    void durations();
    void ownExportComesBack_data();
    void ownExportComesBack();
    void whatHappenedComesBack();
    void whatOthersTellOfThePast_data();
    void whatOthersTellOfThePast();
    void hostileNamesComeBack_data();
    void hostileNamesComeBack();
    void outlines_data();
    void outlines();
    void refused_data();
    void refused();
    void otherBytes();
    void fiveThousandTasks();
    void morePeopleThanAnyProjectHas();
    void lossesHaveWords();
};

namespace {

ImportedPlan imported(const std::string& xml)
{
    const auto project = readMspdi(xml, "a.xml");
    if (!project)
        qFatal("not read: %s", project.error().what.c_str());
    auto plan = planOfForeign(*project, "a.xml");
    if (!plan)
        qFatal("no plan: %s", plan.error().where.c_str());
    return std::move(*plan);
}

bool hasNoCount(ImportLossKind kind)
{
    using enum ImportLossKind;
    return kind == noPeople || kind == currency || kind == noStart || kind == encoding;
}

std::string project(const std::string& tasks, const std::string& more = {})
{
    return "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Title>P</Title>"
           "<StartDate>2027-01-04T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay>"
           "<MinutesPerWeek>2400</MinutesPerWeek><Tasks>" +
           tasks + "</Tasks>" + more + "</Project>";
}

std::string task(int uid, int level, const std::string& more = {})
{
    const std::string number = std::to_string(uid);
    return "<Task><UID>" + number + "</UID><Name>T" + number + "</Name><OutlineLevel>" + std::to_string(level) +
           "</OutlineLevel>" + more + "</Task>";
}

std::string link(int from, int type, int lag, int format)
{
    return "<PredecessorLink><PredecessorUID>" + std::to_string(from) + "</PredecessorUID><Type>" +
           std::to_string(type) + "</Type><LinkLag>" + std::to_string(lag) + "</LinkLag><LagFormat>" +
           std::to_string(format) + "</LagFormat></PredecessorLink>";
}

const std::string kWeek = "<Duration>PT40H0M0S</Duration><Work>PT40H0M0S</Work>";

} // namespace

void TestMspdiImport::filesOfOtherPrograms_data()
{
    QTest::addColumn<QString>("outline");
    QTest::addColumn<QString>("links");
    QTest::addColumn<QString>("people");
    QTest::addColumn<int>("daysOff");
    QTest::addRow("ms-project")
        << "Design: Look & feel 0, Pages 0.75; Build: Database 2, Orders 1, Payments 1, Newsletter 0; "
           "Web shop: Launch 0"
        << "look-feel FS pages 0; design FS build 0.2; database SS orders 0.6; "
           "database FS payments 0; orders FS payments 0; orders SS payments 0.1; "
           "build FS launch 0"
        << "Ana 1 4000, Engineer 1 3600, Engineer 2 1 3600, Engineer 3 0.5 3600" << 1;
    QTest::addRow("projectlibre") << "Pack: Books 0.4, Glass 0.2; Drive: There 0.2"
                                  << "books FS glass 1; pack FS drive 0; glass FS there 0.1"
                                  << "Bo 1 1600" << 2;
    QTest::addRow("ganttproject") << "Garden: Dig 2, Plant 1, Water 0"
                                  << "dig FS plant 0; plant FS water 0"
                                  << "Person 1 5000" << 0;
    QTest::addRow("planner") << "Write: Outline 0.6, Slides 1; Talk: Rehearse 0.2"
                             << "outline SS slides 0.1; slides FF rehearse 0"
                             << "Cy 1 0" << 0;
}

void TestMspdiImport::filesOfOtherPrograms()
{
    QFETCH(QString, outline);
    QFETCH(QString, links);
    QFETCH(QString, people);
    QFETCH(int, daysOff);
    const std::string path = std::string(TRESTLE_FIXTURES "/mspdi/") + QTest::currentDataTag() + ".xml";
    QVERIFY(importKindAt(path) == ImportKind::msProjectXml);
    const auto read = test::importPlan(path);
    QVERIFY(read);
    const Plan plan = planOf(*read);
    QCOMPARE(outlineWords(plan), outline);
    QCOMPARE(linkWords(plan), links);
    QCOMPARE(test::teamWords(*read), people);
    QCOMPARE(read->document.project.base.daysOff.size(), static_cast<std::size_t>(daysOff));
    // What is imported is a plan like any other: written and read again it is the same.
    const std::string json = writePlanJson(read->document);
    const auto again = parsePlanJson(json, "plan.json");
    QVERIFY(again);
    QCOMPARE(writePlanJson(*again), json);
}

void TestMspdiImport::msProject()
{
    using enum ImportLossKind;
    const auto read = test::importPlan(TRESTLE_FIXTURES "/mspdi/ms-project.xml");
    QVERIFY(read);
    QCOMPARE(lossesOf(*read), (Losses{{levels, 1},
                                      {looseTasks, 1},
                                      {durations, 1},
                                      {begun, 1},
                                      {links, 1},
                                      {summaryLinks, 1},
                                      {leads, 1},
                                      {dates, 1},
                                      {fixedCosts, 1},
                                      {material, 1},
                                      {crews, 1},
                                      {parts, 1},
                                      {rates, 1},
                                      {calendars, 1}}));
    const Inputs& inputs = read->document.project.base;
    QCOMPARE(inputs.name, "Web shop");
    QCOMPARE(inputs.client, "");
    QCOMPARE(isoDate(inputs.start), "2027-02-01");
    QCOMPARE(isoDate(inputs.daysOff.front().date), "2027-03-08");
    QCOMPARE(inputs.hoursPerWeek, 40.0);
    QCOMPARE(inputs.team[0].leave, (std::vector<DateRange>{{Date{std::chrono::year{2027} / 2 / 10},
                                                            Date{std::chrono::year{2027} / 2 / 12}}}));
    QVERIFY(inputs.team[1].isRole);
    QVERIFY(stateOf(inputs, "look-feel") == ItemState::done);
    QVERIFY(stateOf(inputs, "newsletter") == ItemState::excluded);
    QVERIFY(stateOf(inputs, "pages") == ItemState::missing);
    // Who is assigned does it, and nobody else.
    const Plan plan = planOf(*read);
    for (const auto& [item, people] : std::map<std::string, std::vector<std::size_t>>{
             {"pages", {0}}, {"database", {1, 2}}, {"orders", {1}}, {"payments", {0}}}) {
        std::vector<std::size_t> on = peopleOn(*plan.findItem(item));
        std::ranges::sort(on);
        QCOMPARE(on, people);
    }
}

void TestMspdiImport::lags_data()
{
    using enum ImportLossKind;
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("read");
    QTest::addColumn<int>("loss");
    const auto row = [](const char* name, const std::string& written, const char* read, int loss = -1) {
        QTest::addRow("%s", name)
            << QByteArray::fromStdString(written)
            << QString("t2 %1 t3 %2").arg(QString(read).section(' ', 0, 0), QString(read).section(' ', 1)) << loss;
    };
    row("none", link(2, 1, 0, 7), "FS 0");
    row("hours", link(2, 1, 4800, 5), "FS 0.2");
    row("days", link(2, 1, 4800, 7), "FS 0.2");
    row("weeks", link(2, 1, 24000, 9), "FS 1");
    row("elapsed days", link(2, 1, 100800, 8), "FS 1");
    row("per cent", link(2, 1, 50, 19), "FS 0.5");
    row("start to start", link(2, 3, 4800, 7), "SS 0.2");
    row("finish to finish", link(2, 0, 4800, 7), "FF 0.2");
    row("start to finish", link(2, 2, 24000, 7), "SF 1");
    row("no type", "<PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink>", "FS 0");
    row("a lead", link(2, 1, -4800, 7), "SS 0.8", static_cast<int>(leads));
    row("a lead to a finish", link(2, 0, -4800, 7), "SF 0.8", static_cast<int>(leads));
    row("a lead in per cent", link(2, 1, -25, 19), "SS 0.75", static_cast<int>(leads));
    row("a lead before the start", link(2, 1, -48000, 7), "SS 0", static_cast<int>(leadsLost));
    row("a start before a start", link(2, 3, -4800, 7), "SS 0", static_cast<int>(leadsLost));
}

void TestMspdiImport::lags()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, read);
    QFETCH(int, loss);
    const ImportedPlan plan =
        imported(project(task(1, 1) + task(2, 2, kWeek) + task(3, 2, kWeek + written.toStdString())));
    QCOMPARE(linkWords(planOf(plan)), read);
    Losses losses = lossesOf(plan);
    losses.erase(ImportLossKind::noPeople);
    QCOMPARE(losses, loss < 0 ? Losses{} : (Losses{{static_cast<ImportLossKind>(loss), 1}}));
}

void TestMspdiImport::durations_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<double>("weeks");
    const auto row = [](const char* name, const char* written, double weeks) {
        QTest::addRow("%s", name) << QByteArray(written) << weeks;
    };
    row("work", "<Duration>PT40H0M0S</Duration><Work>PT20H0M0S</Work>", 0.5);
    row("no work", "<Duration>PT40H0M0S</Duration>", 1);
    row("work of none", "<Duration>PT40H0M0S</Duration><Work>PT0H0M0S</Work>", 1);
    row("elapsed", "<Duration>PT168H0M0S</Duration><DurationFormat>10</DurationFormat>", 1);
    row("days", "<Duration>P5D</Duration>", 1);
    row("minutes", "<Work>PT1H30M0S</Work>", 0.0375);
    row("parts of a second", "<Work>PT0H0M36.0S</Work>", 0.00025);
    row("begun", "<Work>PT40H0M0S</Work><PercentComplete>25</PercentComplete>", 0.75);
    row("nothing", "", 0);
    row("no duration", "<Work>forty</Work>", 0);
    row("not a number", "<Work>PTnanH0M0S</Work><PercentComplete>inf</PercentComplete>", 0);
    row("negative", "<Work>PT-40H0M0S</Work>", 0);
}

void TestMspdiImport::durations()
{
    QFETCH(QByteArray, written);
    QFETCH(double, weeks);
    const Plan plan = planOf(imported(project(task(1, 1) + task(2, 2, written.toStdString()))));
    QCOMPARE(plan.items.front().effort.likely, weeks);
}

void TestMspdiImport::ownExportComesBack_data()
{
    QTest::addColumn<int>("variant");
    int variant = 0;
    for (const char* name : {"as it is", "days off and leave", "40 hours", "one person", "many people", "later people"})
        QTest::addRow("%s", name) << variant++;
}

void TestMspdiImport::ownExportComesBack()
{
    QFETCH(int, variant);
    const auto date = [](const char* text) { return parseDate(text).value(); };
    const std::vector<std::function<void(Inputs&)>> changes{
        {},
        [&](Inputs& inputs) {
            inputs.region = "nsw";
            inputs.team[0].leave = {{date("2027-02-15"), date("2027-03-05")}};
        },
        [](Inputs& inputs) { inputs.hoursPerWeek = 40; },
        [](Inputs& inputs) { inputs.team.resize(1); },
        [](Inputs& inputs) {
            for (int i = 0; i < 3; ++i)
                inputs.team.push_back({"Person " + std::to_string(i), 1, Money::dollars(4321), {}, {}, {}});
        },
        [&](Inputs& inputs) {
            inputs.team.push_back({"Late", 0.75, Money::dollars(6000), {}, date("2027-02-10"), {}});
        }};
    const ExportSource source = test::sampleSource(changes.at(static_cast<std::size_t>(variant)));
    const Plan& before = *source.plan;
    const ImportedPlan read = imported(writeMspdi(source)->bytes);
    const Plan after = planOf(read);

    QCOMPARE(after.phases.size(), before.phases.size());
    for (std::size_t p = 0; p < before.phases.size(); ++p)
        QCOMPARE(after.phases[p].title, before.phases[p].title);
    QCOMPARE(after.items.size(), before.items.size());
    for (std::size_t i = 0; i < before.items.size(); ++i) {
        QCOMPARE(after.items[i].title, before.items[i].title);
        QCOMPARE(after.items[i].phase, before.items[i].phase);
        QCOMPARE(after.items[i].hasWork, before.items[i].hasWork);
        QCOMPARE(after.items[i].state == ItemState::done, before.items[i].state == ItemState::done);
    }
    // A link to a phase's finish comes back on its last item or not at all: of those there are two.
    const auto starts = [](const Plan& plan) {
        QStringList links;
        const auto title = [&](const std::string& id) {
            return QString::fromStdString(plan.findPhase(id) ? plan.findPhase(id)->title : plan.findItem(id)->title);
        };
        for (const LinkPlan& link : plan.links)
            if (link.type == LinkType::finishToStart || link.type == LinkType::startToStart)
                links += title(link.from) + " > " + title(link.to) + ' ' + QString::number(link.lag);
        links.sort();
        return links;
    };
    QVERIFY(!starts(before).isEmpty());
    QCOMPARE(starts(after), starts(before));
    QCOMPARE(after.people.size(), before.people.size());
    for (std::size_t i = 0; i < before.people.size(); ++i) {
        QCOMPARE(after.people[i].name, before.people[i].name);
        QCOMPARE(after.people[i].allocation, before.people[i].allocation);
        QCOMPARE(after.people[i].weeklyRate, before.people[i].weeklyRate);
        QCOMPARE(read.document.project.base.team[i].leave, before.inputs.team[i].leave);
        QCOMPARE(read.document.project.base.team[i].firstDay, before.inputs.team[i].firstDay);
    }
    QCOMPARE(isoDate(after.startDate), isoDate(before.startDate));
    // How many people a phase takes at once is a rule of the catalogue, which the format has no place for.
    if (before.people.size() <= static_cast<std::size_t>(before.catalogue->phaseCrewLimit.value)) {
        QCOMPARE(isoDate(after.finishDate.likely), isoDate(before.finishDate.likely));
        // Work is written in whole minutes.
        QVERIFY(std::abs(after.labour.likely.inDollars() - before.labour.likely.inDollars()) < 100);
    }
    QCOMPARE(read.document.project.base.client, before.inputs.client);
    QCOMPARE(read.document.project.base.notes, before.inputs.notes);
}

void TestMspdiImport::whatHappenedComesBack()
{
    const ExportSource source = test::inProgressSource();
    const ImportedPlan read = imported(writeMspdi(source)->bytes);
    const Inputs& inputs = read.document.project.base;
    QCOMPARE(isoDate(inputs.start), "2027-01-04");
    QCOMPARE(isoDate(inputs.asOf.value()), "2027-02-01");
    const Plan plan = planOf(read);
    std::size_t compared = 0;
    for (const ItemPlan& item : source.plan->items) {
        if (!item.actual.any())
            continue;
        const auto found = std::ranges::find(plan.items, item.title, &ItemPlan::title);
        QVERIFY(found != plan.items.end());
        QCOMPARE(found->state, item.state);
        QCOMPARE(found->actual.started, item.actual.started);
        QCOMPARE(found->actual.finished, item.actual.finished);
        QVERIFY(std::abs(found->actual.spent.value() - item.actual.spent.value()) < 1e-3); // whole minutes
        QVERIFY(std::abs(found->effort.likely - item.effort.likely) < 1e-2);
        ++compared;
    }
    QCOMPARE(compared, std::size_t{10});
    QCOMPARE(plan.finishDate.likely, source.plan->finishDate.likely);
}

void TestMspdiImport::whatOthersTellOfThePast_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("read"); ///< state, dates, spent, left
    const auto row = [](const char* name, const char* written, const char* read) {
        QTest::addRow("%s", name) << QByteArray(written) << QString(read);
    };
    row("finished",
        "<PercentComplete>100</PercentComplete><ActualStart>2027-02-02T08:00:00</ActualStart>"
        "<ActualFinish>2027-02-05T17:00:00</ActualFinish><ActualWork>PT40H0M0S</ActualWork>",
        "done 2027-02-02 2027-02-05 - 0"); // nothing to compare what was spent with
    row("finished, promised",
        "<PercentComplete>100</PercentComplete><ActualStart>2027-02-02T08:00:00</ActualStart>"
        "<ActualFinish>2027-02-05T17:00:00</ActualFinish><ActualWork>PT40H0M0S</ActualWork>"
        "<Baseline><Number>0</Number><Work>PT20H0M0S</Work></Baseline>",
        "done 2027-02-02 2027-02-05 1 0");
    row("under way",
        "<PercentComplete>25</PercentComplete><ActualStart>2027-02-02T08:00:00</ActualStart>"
        "<ActualWork>PT10H0M0S</ActualWork>",
        "underway 2027-02-02 - 0.25 0.75");
    row("under way by per cent", "<PercentComplete>25</PercentComplete><ActualStart>2027-02-02T08:00:00</ActualStart>",
        "underway 2027-02-02 - - 0.75");
    row("begun, no day", "<PercentComplete>25</PercentComplete>", "missing - - - 0.75");
    row("not begun", "<PercentComplete>0</PercentComplete><ActualStart>2027-02-02T08:00:00</ActualStart>",
        "missing - - - 1");
    row("ends before it begins",
        "<PercentComplete>100</PercentComplete><ActualStart>2027-02-05T08:00:00</ActualStart>"
        "<ActualFinish>2027-02-02T17:00:00</ActualFinish>",
        "done 2027-02-05 - - 0");
    row("out of reach", "<PercentComplete>100</PercentComplete><ActualStart>1969-02-05T08:00:00</ActualStart>",
        "done - - - 0");
}

void TestMspdiImport::whatOthersTellOfThePast()
{
    QFETCH(QByteArray, written);
    const Plan plan =
        planOf(imported(project(task(1, 1) + task(2, 2, kWeek + written.toStdString()) + task(3, 2, kWeek))));
    const ItemPlan& item = plan.items.front();
    const auto day = [](const std::optional<Date>& date) {
        return date ? QString::fromStdString(isoDate(*date)) : "-";
    };
    const QString state = item.state == ItemState::done       ? "done"
                          : item.state == ItemState::underWay ? "underway"
                                                              : "missing";
    QTEST(QStringLiteral("%1 %2 %3 %4 %5")
              .arg(state, day(item.actual.started), day(item.actual.finished),
                   item.actual.spent ? QString::number(*item.actual.spent) : "-", QString::number(item.effort.likely)),
          "read");
}

void TestMspdiImport::hostileNamesComeBack_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const test::HostileName& name : test::hostileNames())
        QTest::addRow("%s", name.row) << QByteArray::fromStdString(name.name);
}

void TestMspdiImport::hostileNamesComeBack()
{
    QFETCH(QByteArray, name);
    const ExportSource source = test::namedSource(name.toStdString());
    const ImportedPlan read = imported(writeMspdi(source)->bytes);
    TextCleaner cleaner("");
    const QString shown = QString::fromStdString(cleaner.clean(name.toStdString()));
    const std::string title = planOf(read).phases.front().title;
    const bool isCut = shown.toUcs4().size() > 200;
    QVERIFY(isCut ? shown.startsWith(QString::fromStdString(title)) : shown.toStdString() == title);
    QCOMPARE(lossesOf(read).contains(ImportLossKind::shortened), isCut);
}

void TestMspdiImport::outlines_data()
{
    QTest::addColumn<QByteArray>("tasks");
    QTest::addColumn<QString>("outline");
    const auto row = [](const char* name, const std::string& tasks, const char* outline) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(tasks) << QString(outline);
    };
    row("one task", task(1, 1, kWeek), "P: T1 1");
    row("flat", task(1, 1, kWeek) + task(2, 1, kWeek), "P: T1 1, T2 1");
    row("two levels", task(1, 1) + task(2, 2, kWeek), "T1: T2 1");
    row("one above all", task(1, 1) + task(2, 2) + task(3, 3, kWeek) + task(4, 2) + task(5, 3, kWeek),
        "T2: T3 1; T4: T5 1");
    row("four levels", task(1, 1) + task(2, 2) + task(3, 3) + task(4, 4, kWeek) + task(5, 1) + task(6, 2, kWeek),
        "T1: T4 1; T5: T6 1");
    row("a level left out", task(1, 1) + task(2, 5, kWeek) + task(3, 3, kWeek), "T1: T2 1, T3 1");
    row("begins deep", task(1, 4) + task(2, 5, kWeek) + task(3, 1) + task(4, 2, kWeek), "T1: T2 1; T3: T4 1");
    row("levels of any size", task(1, -2000000000) + task(2, 2000000000, kWeek), "T1: T2 1");
    row("the project's own", task(0, 0) + task(1, 1) + task(2, 2, kWeek), "T1: T2 1");
    row("a blank row", task(1, 1) + "<Task><UID>7</UID><IsNull>1</IsNull></Task>" + task(2, 2, kWeek), "T1: T2 1");
    row("another project's", task(1, 1) + task(9, 2, kWeek + "<ExternalTask>1</ExternalTask>") + task(2, 2, kWeek),
        "T1: T2 1");
    row("no name", "<Task><UID>5</UID><OutlineLevel>1</OutlineLevel></Task>" + task(2, 2, kWeek), "#5: T2 1");
    row("one number twice", task(1, 1) + task(2, 2, kWeek) + task(2, 2, kWeek), "T1: T2 1, T2 1");
}

void TestMspdiImport::outlines()
{
    QFETCH(QByteArray, tasks);
    QFETCH(QString, outline);
    QCOMPARE(outlineWords(planOf(imported(project(tasks.toStdString())))), outline);
}

void TestMspdiImport::refused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<DetailKind>("detail");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const std::string& xml, DetailKind detail, const char* where = "a.xml#",
                        ErrorCode code = ErrorCode::invalidTasks) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(xml) << code << detail << QString(where);
    };
    row("nothing", "", DetailKind::xmlFile, "a.xml:1");
    row("cut off", "<Project>\n<Tasks>\n<Task>", DetailKind::xmlFile, "a.xml:3");
    row("crosswise", "<Project>\n<Tasks></Project></Tasks>", DetailKind::xmlFile, "a.xml:2");
    row("another kind", "<html><body/></html>", DetailKind::tasksFile);
    row("no tasks", "<Project xmlns=\"http://schemas.microsoft.com/project\"/>", DetailKind::tasksFile);
    row("only the project's own", project(task(0, 0)), DetailKind::tasksFile);
    row("entities",
        "<!DOCTYPE Project [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + project(task(1, 1)).substr(21),
        DetailKind::noDefinitions);
    std::string deep = "<Project>";
    for (int i = 0; i < 200'000; ++i)
        deep += "<a>";
    row("deep and cut off", deep, DetailKind::xmlFile, "a.xml:1");
    std::string many;
    for (std::size_t i = 0; i <= kMostForeignTasks; ++i)
        many += "<Task><Name>T</Name></Task>";
    row("too many tasks", project(many), DetailKind::fewerTasks);
    row("long work", project(task(1, 1, "<Work>PT99999999999H0M0S</Work>")), DetailKind::shorterTasks);
    row("long lag", project(task(1, 1, kWeek) + task(2, 1, link(1, 1, 2000000000, 7))), DetailKind::shorterTasks);
    row("no date", "<Project><Tasks>" + task(1, 1) + "</Tasks></Project>", DetailKind::isoDate, "a.xml#",
        ErrorCode::invalidDate);
    row("no such date",
        "<Project><StartDate>2027-02-30T08:00:00</StartDate><Tasks>" + task(1, 1) + "</Tasks></Project>",
        DetailKind::isoDate, "a.xml#", ErrorCode::invalidDate);
    row("far away", "<Project><StartDate>9999-01-01T08:00:00</StartDate><Tasks>" + task(1, 1) + "</Tasks></Project>",
        DetailKind::fromTo, "a.xml#", ErrorCode::invalidDate);
    row("in a circle", project(task(1, 1, kWeek + link(2, 1, 0, 7)) + task(2, 1, kWeek + link(1, 1, 0, 7))),
        DetailKind::none, "a.xml#/links", ErrorCode::cycle);
}

void TestMspdiImport::refused()
{
    QFETCH(QByteArray, xml);
    QFETCH(ErrorCode, code);
    QFETCH(DetailKind, detail);
    QFETCH(QString, where);
    const auto project = readMspdi(xml.toStdString(), "a.xml");
    const auto plan = project ? planOfForeign(*project, "a.xml") : std::unexpected(project.error());
    QVERIFY(!plan);
    QVERIFY(plan.error().code == code);
    QVERIFY(plan.error().fix.kind == detail);
    QCOMPARE(plan.error().where, where.toStdString());
}

void TestMspdiImport::otherBytes()
{
    const std::string xml = project(task(1, 1) + task(2, 2, kWeek));
    const std::string body = xml.substr(xml.find("?>") + 2);
    // UTF-16, as some programs write it.
    const QString text =
        QString::fromStdString("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + body).replace("T2", "\u8a08");
    const std::string wide("\xFF\xFE" + std::string(reinterpret_cast<const char*>(text.utf16()),
                                                    static_cast<std::size_t>(text.size()) * 2));
    QCOMPARE(planOf(imported(wide)).items.front().title, "\u8a08");
    QCOMPARE(planOf(imported("\xEF\xBB\xBF" + xml)).items.front().title, "T2");
    std::string bad = xml;
    bad.replace(bad.find("T2"), 2, "\xFF\x01");
    const ImportedPlan read = imported(bad);
    QCOMPARE(planOf(read).items.front().title, "\uFFFD\uFFFD");
    QCOMPARE(lossesOf(read)[ImportLossKind::characters], std::size_t{2});
}

void TestMspdiImport::fiveThousandTasks()
{
    std::string tasks;
    std::string assignments;
    for (int i = 1; i <= 5'000; ++i) {
        tasks += task(i, i % 50 == 1 ? 1 : 2, i % 50 > 2 ? kWeek + link(i - 1, 1, 0, 7) : kWeek);
        assignments += "<Assignment><TaskUID>" + std::to_string(i) + "</TaskUID><ResourceUID>" +
                       std::to_string(i % 20 + 1) + "</ResourceUID></Assignment>";
    }
    std::string resources;
    for (int i = 1; i <= 20; ++i)
        resources += "<Resource><UID>" + std::to_string(i) + "</UID><Name>R" + std::to_string(i) + "</Name></Resource>";
    const ImportedPlan read = imported(
        project(tasks, "<Resources>" + resources + "</Resources><Assignments>" + assignments + "</Assignments>"));
    const Plan plan = planOf(read);
    QCOMPARE(plan.phases.size(), std::size_t{100});
    QCOMPARE(plan.items.size(), std::size_t{4'900});
    QCOMPARE(plan.links.size(), std::size_t{4'700});
    QVERIFY(std::abs(plan.effort.likely - 4'900) < 1e-6);
    QVERIFY(std::ranges::all_of(plan.items, [](const ItemPlan& item) { return peopleOn(item).size() == 1; }));
}

void TestMspdiImport::morePeopleThanAnyProjectHas()
{
    std::string people;
    for (std::size_t i = 1; i <= kMostForeignPeople + 500; ++i)
        people += "<Resource><UID>" + std::to_string(i) + "</UID><Name>P</Name></Resource>";
    const auto read = readMspdi(project(task(1, 1), "<Resources>" + people + "</Resources>"), "a.xml");
    QVERIFY(read);
    QCOMPARE(read->people.size(), kMostForeignPeople);
    const ImportLoss rest{ImportLossKind::people, 500};
    QCOMPARE(std::ranges::count(read->losses.all(), rest), std::ptrdiff_t{1});
}

void TestMspdiImport::lossesHaveWords()
{
    for (auto kind = 0; kind <= static_cast<int>(ImportLossKind::characters); ++kind) {
        const auto of = static_cast<ImportLossKind>(kind);
        const QString words = QString::fromStdString(cli::worded(ImportLoss{of, 4711}));
        QVERIFY(!words.isEmpty());
        QCOMPARE(words.contains("4711"), !hasNoCount(of));
    }
    QCOMPARE(cli::worded({ImportLossKind::noStart, 1}),
             "the file has no start dates: the plan starts on the first weekday from today on");
    QCOMPARE(cli::worded({ImportLossKind::links, 3}),
             "links (3) to what is not there, between a task and its own, told "
             "twice, or too many, are left out");
}

QTEST_GUILESS_MAIN(TestMspdiImport)
#include "tst_mspdi_import.moc"
