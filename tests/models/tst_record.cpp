#include "data/catalogue_json.h"
#include "models/progress/forecast.h"
#include "models/progress/record.h"

#include <QTest>

#include <cmath>

using namespace trestle;

namespace {

RecordedProject projectOf(double y, double weight = 1)
{
    return {"prototype-to-production", *parseDate("2027-01-04"), y, weight, 1.05, 1.35, 1.55};
}

/// The binomial distribution by Pascal's triangle.
double atMost(int hits, int projects, double share)
{
    std::vector<double> chances{1};
    for (int n = 0; n < projects; ++n) {
        std::vector<double> next(chances.size() + 1);
        for (std::size_t k = 0; k < chances.size(); ++k) {
            next[k] += chances[k] * (1 - share);
            next[k + 1] += chances[k] * share;
        }
        chances = next;
    }
    double sum = 0;
    for (int k = 0; k <= hits; ++k)
        sum += chances[static_cast<std::size_t>(k)];
    return sum;
}

/// A plan whose database is finished, after a baseline that had all of it to build.
Inputs finishedDatabase(double times)
{
    const auto catalogue = builtinCatalogue()->catalogue;
    Inputs inputs = userInputs(*catalogue, "Secret", *parseDate("2027-01-04"));
    const auto before = makePlan(catalogue, inputs);
    Baseline baseline;
    baseline.taken = inputs.start;
    for (const ItemPlan& item : before->items)
        baseline.items[item.id] = {item.state, item.effort.likely, {}, {}};
    baseline.effortP50 = 1.1;
    baseline.effortP80 = 1.4;
    baseline.effortP90 = 1.6;
    inputs.baseline = baseline;
    inputs.asOf = parseDate("2027-03-01");
    for (const Item& item : findPhase(*catalogue, "database")->items) {
        setState(inputs, item.id, ItemState::done);
        inputs.items[item.id].actual.spent = times * before->findItem(item.id)->effort.likely;
    }
    return inputs;
}

std::optional<RecordedProject> recordedOf(const Inputs& inputs)
{
    return recordedProject(*makePlan(builtinCatalogue()->catalogue, inputs));
}

} // namespace

/// What past plans say of plans to come.
class TestRecord : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goldenFigures_data();
    void goldenFigures();
    void promisesAreRefutedExactly();
    void hitsAreOfEachProjectsOwnPromise();
    void planTellsItsFinishedPart();
    void planWithoutPromiseOrTimeTellsNothing();
    void whatWasUnderWayTellsNothing();
    void mergingLeavesNoDoubles();
    void rules_data();
    void rules();
    void plansKeepWhereTheirFiguresAreFrom_data();
    void plansKeepWhereTheirFiguresAreFrom();
};

void TestRecord::goldenFigures_data()
{
    QTest::addColumn<Record>("record");
    QTest::addColumn<double>("m");
    QTest::addColumn<double>("s");
    QTest::newRow("none") << Record{} << .05 << .30;
    QTest::newRow("one") << Record{projectOf(.3)} << .0917 << .2893;
    QTest::newRow("six") << Record{projectOf(.1), projectOf(.25), projectOf(-.05),
                                   projectOf(.4), projectOf(.2),  projectOf(.15, .5)}
                         << .1167 << .2402;
}

void TestRecord::goldenFigures()
{
    QFETCH(Record, record);
    QFETCH(double, m);
    QFETCH(double, s);
    const RecordFigures figures = figuresOf(record);
    QVERIFY(std::abs(figures.m - m) < 5e-5);
    QVERIFY(std::abs(figures.s - s) < 5e-5);
    QCOMPARE(figures.projects, static_cast<int>(record.size()));
    const RecordRange range = rangeOf(figures);
    QVERIFY(std::abs(std::log(range.usual) - m) < 5e-5);
    QVERIFY(std::abs(std::log(range.high / range.usual) - 1.28155 * s) < 1e-4);
    QVERIFY(std::abs(range.low * range.high - range.usual * range.usual) < 1e-9);
}

void TestRecord::promisesAreRefutedExactly()
{
    QCOMPARE(refutingHits(.8, 10), std::optional(5));
    QCOMPARE(refutingHits(.8, 20), std::optional(12));
    for (const double share : {.5, .8, .9})
        for (int projects = 0; projects <= 60; ++projects) {
            const std::optional<int> most = refutingHits(share, projects);
            if (most)
                QVERIFY(atMost(*most, projects, share) < .05);
            QVERIFY(atMost(most.value_or(-1) + 1, projects, share) >= .05);
        }
    QVERIFY(refutingHits(.9, 10'000) > 8'900); // far beyond what a double holds of .1^10,000
    QVERIFY(refutingHits(.9, 10'000) < 9'000);
}

void TestRecord::hitsAreOfEachProjectsOwnPromise()
{
    Record record;
    for (int i = 0; i < 10; ++i)
        record.push_back(projectOf(i < 5 ? .2 : .35)); // × 1.22 and × 1.42: over P50, under or over P80, under P90
    QVERIFY(figuresOf(record).hits[1].isRefuted());    // 5 of 10
    record.push_back(projectOf(std::log(1.05)));       // to the dot is a hit
    const RecordFigures figures = figuresOf(record);
    QCOMPARE(figures.hits[0].hits, 1);
    QCOMPARE(figures.hits[1].hits, 6);
    QCOMPARE(figures.hits[2].hits, 11);
    QVERIFY(figures.hits[0].isRefuted());
    QVERIFY(!figures.hits[1].isRefuted()); // 6 of 11 comes about in 5.04 % of times
    QVERIFY(!figures.hits[2].isRefuted());
    QCOMPARE(figures.hits[0].speaksFrom, 5);
    QCOMPARE(figures.hits[1].speaksFrom, 2);
    const RecordFigures none = figuresOf({});
    QVERIFY(!none.hits[1].refutedBy && !none.hits[1].isRefuted());
}

void TestRecord::planTellsItsFinishedPart()
{
    Inputs inputs = finishedDatabase(1.5);
    const auto told = recordedOf(inputs);
    QVERIFY(told);
    QVERIFY(std::abs(told->y - std::log(1.5)) < 1e-9);
    double database = 0;
    double all = 0;
    for (const auto& [id, item] : inputs.baseline->items) {
        all += item.effort;
        database += inputs.items.contains(id) ? item.effort : 0;
    }
    QVERIFY(std::abs(told->weight - database / all) < 1e-12);
    QCOMPARE(told->catalogue, "prototype-to-production");
    QCOMPARE(told->date, *parseDate("2027-03-01"));
    QCOMPARE(told->p80, 1.4);
    QVERIFY(checkRecord({*told}));
    // What was finished without a word of its time says nothing, and counts as not finished.
    inputs.items.begin()->second.actual.spent.reset();
    QVERIFY(recordedOf(inputs)->weight < told->weight);
    QVERIFY(std::abs(recordedOf(inputs)->y - told->y) < 1e-9);
}

void TestRecord::planWithoutPromiseOrTimeTellsNothing()
{
    Inputs inputs = finishedDatabase(1.5);
    Inputs unpromised = inputs;
    unpromised.baseline.reset();
    QVERIFY(!recordedOf(unpromised));
    for (auto& [id, item] : inputs.items)
        item.actual.spent.reset();
    QVERIFY(!recordedOf(inputs));
}

void TestRecord::whatWasUnderWayTellsNothing()
{
    Inputs inputs = finishedDatabase(1.5);
    const auto before = recordedOf(inputs);
    const std::string item = inputs.items.begin()->first;
    inputs.baseline->items[item].state = ItemState::underWay;
    inputs.baseline->items[item].effort /= 10; // most of it had been spent
    const auto after = recordedOf(inputs);
    QVERIFY(std::abs(after->y - before->y) < 1e-9);
    QVERIFY(after->weight < before->weight);
}

void TestRecord::mergingLeavesNoDoubles()
{
    Record record{projectOf(.1), projectOf(.25)};
    RecordedProject earlier = projectOf(.1);
    earlier.date = *parseDate("2026-01-04");
    RecordedProject otherPromise = projectOf(.1);
    otherPromise.p80 = 2;
    QCOMPARE(mergeInto(record, {projectOf(.25), earlier, otherPromise, projectOf(.1, .5), earlier}), 2U);
    QCOMPARE(record, (Record{earlier, projectOf(.1), projectOf(.25), projectOf(.1, .5)}));
    const Record before = record;
    QCOMPARE(mergeInto(record, before), 0U);
    QCOMPARE(record, before);
}

void TestRecord::rules_data()
{
    QTest::addColumn<RecordedProject>("project");
    QTest::addColumn<QString>("where"); // empty: it is sound
    const auto row = [](const char* name, auto change, const char* where) {
        RecordedProject project = projectOf(.1);
        change(project);
        QTest::newRow(name) << project << QString::fromLatin1(where);
    };
    row("sound", [](RecordedProject&) {}, "");
    row("no catalogue", [](RecordedProject& p) { p.catalogue.clear(); }, "/projects/1/catalogue");
    row("far date", [](RecordedProject& p) { p.date = *parseDate("2300-01-01"); }, "/projects/1/date");
    row("far off", [](RecordedProject& p) { p.y = 5.1; }, "/projects/1/y");
    row("no number", [](RecordedProject& p) { p.y = std::nan(""); }, "/projects/1/y");
    row("no weight", [](RecordedProject& p) { p.weight = 0; }, "/projects/1/weight");
    row("more than all", [](RecordedProject& p) { p.weight = 1.01; }, "/projects/1/weight");
    row("no promise", [](RecordedProject& p) { p.p50 = 0; }, "/projects/1/p50");
    row("falling promise", [](RecordedProject& p) { p.p80 = 1; }, "/projects/1/p80");
    row("falling promise at the end", [](RecordedProject& p) { p.p90 = 1.1; }, "/projects/1/p90");
}

void TestRecord::rules()
{
    QFETCH(RecordedProject, project);
    QFETCH(QString, where);
    const auto checked = checkRecord({projectOf(.3), project});
    QCOMPARE(checked ? QString() : QString::fromStdString(checked.error().where), where);
}

void TestRecord::plansKeepWhereTheirFiguresAreFrom_data()
{
    QTest::addColumn<OutsideView>("view");
    QTest::addColumn<QString>("where"); // empty: it is sound
    const std::string record{OutsideView::record};
    const std::string own{OutsideView::own};
    QTest::newRow("of a record") << recordView(figuresOf({projectOf(.3)})) << QString();
    QTest::newRow("far record") << recordView(figuresOf(Record(200, projectOf(4)))) << QString();
    QTest::newRow("of no project") << OutsideView{record, .1, .3, 0, 0} << QStringLiteral("/outsideView/projects");
    QTest::newRow("mean out of range") << OutsideView{record, .1, .3, 1, 6} << QStringLiteral("/outsideView/mean");
    QTest::newRow("own, of projects") << OutsideView{own, .1, .3, 2, 0} << QStringLiteral("/outsideView/projects");
    QTest::newRow("own, of a mean") << OutsideView{own, .1, .3, 0, .1} << QStringLiteral("/outsideView/mean");
}

void TestRecord::plansKeepWhereTheirFiguresAreFrom()
{
    QFETCH(OutsideView, view);
    QFETCH(QString, where);
    const auto catalogue = builtinCatalogue()->catalogue;
    Inputs inputs = userInputs(*catalogue, "A", *parseDate("2027-01-04"));
    inputs.outsideView = view;
    const auto checked = checkInputs(*catalogue, inputs);
    QCOMPARE(checked ? QString() : QString::fromStdString(checked.error().where), where);
}

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
