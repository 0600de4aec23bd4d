#include "data/catalogue_json.h"
#include "models/plan/plan.h"
#include "tests/models/support/reference_scheduler.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <functional>
#include <memory>

using namespace trestle;
using namespace std::chrono_literals;

/// The model's golden figures that need no simulation. They come from an implementation of its own; the product and
/// the tests' reference scheduler are both held to them, on the catalogue that ships.
namespace {

using Change = std::function<void(Catalogue&, Inputs&)>;

constexpr Date kStart = std::chrono::sys_days{2027y / 1 / 4};
/// Half a unit of the last digit printed, and the tolerance the figures are given with.
constexpr double kWeeks = 1e-4;

struct Made {
    Catalogue catalogue;
    Inputs inputs;
};

Made make(const Change& change)
{
    const Result<LoadedCatalogue> loaded = builtinCatalogue();
    if (!loaded)
        qFatal("the built-in catalogue does not load: %s at %s", loaded.error().what.c_str(),
               loaded.error().where.c_str());
    Made made{*loaded->catalogue, newInputs(*loaded->catalogue, "Golden", kStart)};
    change(made.catalogue, made.inputs);
    return made;
}

Plan planOf(const Made& made)
{
    const Result<Plan> plan = makePlan(std::make_shared<Catalogue>(made.catalogue), made.inputs);
    if (!plan)
        qFatal("no plan: error %d, %s", static_cast<int>(plan.error().code), plan.error().what.c_str());
    return *plan;
}

void set(Inputs& inputs, ItemState state, std::initializer_list<const char*> items)
{
    for (const char* item : items)
        inputs.items[item].progress.state = state;
}

void finishTesting(Inputs& inputs)
{
    set(inputs, ItemState::done, {"unit-tests", "integration-tests", "end-to-end-tests", "load-tests"});
}

void useTeam(Inputs& inputs, const std::vector<double>& allocations)
{
    inputs.team.clear();
    for (const double allocation : allocations) {
        Person& person = inputs.team.emplace_back();
        person.name = "Person " + std::to_string(inputs.team.size());
        person.allocation = allocation;
        person.weeklyRate = Money::dollars(5000);
    }
}

void nothing(Catalogue&, Inputs&) {}

void someTicks(Catalogue&, Inputs& inputs)
{
    set(inputs, ItemState::done, {"password-hashing", "sessions", "indexes", "automated-deployment", "tls"});
    set(inputs, ItemState::partial, {"unit-tests", "environments"});
}

void separateSkills(Catalogue& catalogue, Inputs& inputs)
{
    useTeam(inputs, {1.0, 0.5});
    inputs.team[0].skills = {"engineering"};
    inputs.team[1].skills = {"security"};
    for (Phase& phase : catalogue.phases)
        for (Item& item : phase.items)
            item.skill = phase.id == "security" ? "security" : "engineering";
}

void overlapTesting(Catalogue& catalogue, Inputs& inputs)
{
    useTeam(inputs, {1, 1, 1});
    for (Link& link : catalogue.links)
        if (link.from == "authentication" && link.to == "testing") {
            link.type = LinkType::startToStart;
            link.lag = 1;
        }
}

void compareWeeks(double found, double expected, const char* what)
{
    QVERIFY2(std::abs(found - expected) <= kWeeks, qPrintable(QString("%1: %2 weeks, expected %3")
                                                                  .arg(QLatin1String(what))
                                                                  .arg(found, 0, 'f', 6)
                                                                  .arg(expected, 0, 'f', 4)));
}

const char* nameOf(Case which)
{
    return which == Case::low ? "low" : which == Case::likely ? "likely" : "high";
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void windowsAreTheArticles();
    void teamSizes_data();
    void teamSizes();
    void runningCosts();
    void finishDates_data();
    void finishDates();
    void thoseWhoLeaveAreNoHindrance();
};

void TestGolden::cases_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("readiness");
    QTest::addColumn<ThreePoint>("weeks");
    QTest::addColumn<ThreePoint>("labour");

    QTest::newRow("nothing ticked") << Change(nothing) << 20.0 << ThreePoint{17.3333, 24, 33.3333}
                                    << ThreePoint{130'000, 180'000, 250'000};
    QTest::newRow("some done, some partial")
        << Change(someTicks) << 29.8667 << ThreePoint{15.2067, 21.04, 29.4067} << ThreePoint{114'050, 157'800, 220'550};
    QTest::newRow("payments, enterprise, 100k") << Change([](Catalogue&, Inputs& inputs) {
        inputs.profile.conditions = {"payments", "enterprise"};
        inputs.profile.scale = "100k";
    }) << 20.0 << ThreePoint{20.1667, 28.1667, 39.8333}
                                                << ThreePoint{151'250, 211'250, 298'750};
    QTest::newRow("user content, 1m") << Change([](Catalogue&, Inputs& inputs) {
        inputs.profile.conditions = {"user-content"};
        inputs.profile.scale = "1m";
    }) << 20.0 << ThreePoint{21.6, 30.1333, 43.6}
                                      << ThreePoint{162'000, 226'000, 327'000};
    QTest::newRow("testing all done") << Change([](Catalogue&, Inputs& inputs) { finishTesting(inputs); }) << 30.0
                                      << ThreePoint{14.6667, 21, 29.3333} << ThreePoint{110'000, 157'500, 220'000};
    QTest::newRow("testing all done, three full-timers") << Change([](Catalogue&, Inputs& inputs) {
        finishTesting(inputs);
        useTeam(inputs, {1, 1, 1});
    }) << 30.0 << ThreePoint{7.9458, 11.3873, 15.8912} << ThreePoint{115'500, 165'375, 231'000};
    QTest::newRow("lead engineer away in weeks 5 and 6") << Change([](Catalogue&, Inputs& inputs) {
        inputs.team[0].leave = {{std::chrono::sys_days{2027y / 2 / 1}, std::chrono::sys_days{2027y / 2 / 12}}};
    }) << 20.0 << ThreePoint{18.6667, 25.3333, 34.6667} << ThreePoint{130'000, 180'000, 250'000};
    QTest::newRow("two full-timers, the second from week 5") << Change([](Catalogue&, Inputs& inputs) {
        useTeam(inputs, {1, 1});
        inputs.team[1].firstDay = std::chrono::sys_days{2027y / 2 / 1};
    }) << 20.0 << ThreePoint{15, 20, 27} << ThreePoint{130'000, 180'000, 250'000};
    QTest::newRow("one for security, one for all else")
        << Change(separateSkills) << 20.0 << ThreePoint{26, 36, 50} << ThreePoint{130'000, 180'000, 250'000};
    QTest::newRow("three full-timers, testing a week after authentication starts")
        << Change(overlapTesting) << 20.0 << ThreePoint{9.3459, 12.9623, 17.9914}
        << ThreePoint{136'500, 189'000, 262'500};
    QTest::newRow("three full-timers, the first and the third away in weeks 2 to 6") << Change([](Catalogue&,
                                                                                                  Inputs& inputs) {
        useTeam(inputs, {1, 1, 1});
        for (const std::size_t away : {0U, 2U})
            inputs.team[away].leave = {{std::chrono::sys_days{2027y / 1 / 11}, std::chrono::sys_days{2027y / 2 / 12}}};
    }) << 20.0 << ThreePoint{12.5835, 16.1997, 21.2327} << ThreePoint{135'250, 187'750, 261'250};
    QTest::newRow("two full-timers and a third from week 31") << Change([](Catalogue&, Inputs& inputs) {
        useTeam(inputs, {1, 1, 1});
        inputs.team[2].firstDay = std::chrono::sys_days{2027y / 8 / 2};
    }) << 20.0 << ThreePoint{13, 18, 25} << ThreePoint{130'000, 180'000, 250'000};
}

void TestGolden::cases()
{
    QFETCH(const Change, change);
    QFETCH(const double, readiness);
    QFETCH(const ThreePoint, weeks);
    QFETCH(const ThreePoint, labour);
    const Made made = make(change);
    const Plan plan = planOf(made);
    QVERIFY(std::abs(*plan.readiness.fraction * 100 - readiness) <= 0.00005);
    for (const Case which : kCases) {
        compareWeeks(plan.finish.at(which), weeks.at(which), nameOf(which));
        QCOMPARE(plan.labour.at(which).cents, Money::rounded(labour.at(which)).cents);
        const auto problem = reference::makeProblem(made.catalogue, made.inputs, which);
        compareWeeks(reference::schedule(problem).end, weeks.at(which), "reference");
    }
}

void TestGolden::windowsAreTheArticles()
{
    const Plan plan = planOf(make(nothing));
    const std::vector<std::pair<int, int>> windows{{1, 2},   {3, 4},   {5, 6},   {7, 9},
                                                   {10, 12}, {13, 16}, {17, 20}, {21, 24}};
    QCOMPARE(plan.phases.size(), windows.size());
    for (std::size_t p = 0; p < windows.size(); ++p) {
        const PhasePlan& phase = plan.phases[p];
        QCOMPARE(phase.reference, (ReferenceWindow{windows[p].first, windows[p].second}));
        QVERIFY2(std::abs(phase.when.likely.start - (windows[p].first - 1)) <= kEpsilon, phase.id.c_str());
        QVERIFY2(std::abs(phase.when.likely.finish - windows[p].second) <= kEpsilon, phase.id.c_str());
    }
}

void TestGolden::teamSizes_data()
{
    QTest::addColumn<std::vector<double>>("team");
    QTest::addColumn<double>("weeks");
    QTest::newRow("one") << std::vector<double>{1} << 36.0;
    QTest::newRow("two") << std::vector<double>{1, 1} << 18.0;
    QTest::newRow("two and a half") << std::vector<double>{1, 1, 0.5} << 15.8421;
    QTest::newRow("three") << std::vector<double>(3, 1.0) << 12.9623;
    QTest::newRow("four") << std::vector<double>(4, 1.0) << 11.0648;
    QTest::newRow("five") << std::vector<double>(5, 1.0) << 10.0543;
    QTest::newRow("six") << std::vector<double>(6, 1.0) << 9.6969;
    QTest::newRow("eight") << std::vector<double>(8, 1.0) << 10.5050;
}

void TestGolden::teamSizes()
{
    QFETCH(const std::vector<double>, team);
    QFETCH(const double, weeks);
    const Made made = make([&team](Catalogue&, Inputs& inputs) { useTeam(inputs, team); });
    compareWeeks(planOf(made).finish.likely, weeks, "likely");
    const auto problem = reference::makeProblem(made.catalogue, made.inputs, Case::likely);
    compareWeeks(reference::schedule(problem).end, weeks, "reference");
}

void TestGolden::runningCosts()
{
    const Plan plan = planOf(make(nothing));
    QCOMPARE(plan.running.size(), std::size_t{1});
    QCOMPARE(plan.phases[plan.running[0].phase].id, std::string("observability"));
    QCOMPARE(plan.running[0].days.likely, 138);
    QCOMPARE(plan.running[0].cost.likely.cents, 136'016);
    QCOMPARE(plan.runningTotal.likely.cents, 136'016);
    QCOMPARE(plan.total.likely.cents, 18'136'016);
}

void TestGolden::finishDates_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("date");
    QTest::newRow("nothing ticked") << Change(nothing) << "2027-06-18";
    QTest::newRow("some done, some partial") << Change(someTicks) << "2027-05-31";
    QTest::newRow("two of three away for five weeks, in which the third goes on") << Change([](Catalogue&,
                                                                                               Inputs& inputs) {
        useTeam(inputs, {1, 1, 0.5});
        inputs.start = std::chrono::sys_days{2026y / 12 / 14};
        for (const std::size_t away : {0U, 2U})
            inputs.team[away].leave = {{std::chrono::sys_days{2026y / 12 / 21}, std::chrono::sys_days{2027y / 1 / 22}}};
    }) << "2027-04-22";
}

void TestGolden::finishDates()
{
    QFETCH(const Change, change);
    QFETCH(const QString, date);
    QCOMPARE(QString::fromStdString(isoDate(planOf(make(change)).finishDate.likely)), date);
}

/// Two begin and are away for most of the year: the third, who goes on alone, is sooner done than alone from the start.
void TestGolden::thoseWhoLeaveAreNoHindrance()
{
    const auto finish = [](bool withOthers) {
        return planOf(make([withOthers](Catalogue&, Inputs& inputs) {
                   useTeam(inputs, {1, 1, 0.5});
                   for (const std::size_t away : {0U, 2U})
                       inputs.team[away].leave = {
                           {std::chrono::sys_days{2027y / 1 / 11}, std::chrono::sys_days{2027y / 7 / 30}}};
                   if (!withOthers)
                       inputs.team = {inputs.team[1]};
               }))
            .finish.likely;
    };
    compareWeeks(finish(false), 36, "alone");
    QVERIFY(finish(true) < 36);
}

QTEST_APPLESS_MAIN(TestGolden)
#include "tst_golden.moc"
