#include "data/catalogue_json.h"
#include "models/progress/forecast.h"
#include "models/progress/moved.h"
#include "tests/models/support/random_plans.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace trestle;

/// What moved since the baseline, and by what. The default team on the built-in catalogue, from Monday 4 January 2027
/// on, unless said.
namespace {

using Ids = std::vector<std::string>;

Date day(const char* iso)
{
    return parseDate(iso).value();
}

const std::shared_ptr<const Catalogue>& builtin()
{
    static const auto loaded = builtinCatalogue();
    return loaded.value().catalogue;
}

Plan planOf(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs)
{
    auto plan = makePlan(catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

Plan planOf(const Inputs& inputs)
{
    return planOf(builtin(), inputs);
}

Risk riskOf(const Plan& plan)
{
    SimulationOptions options;
    options.runs = 16;
    options.threads = 1;
    options.drivingRuns = 0;
    options.phases = false;
    auto risk = simulate(plan, options);
    if (!risk)
        qFatal("no risk");
    return std::move(*risk);
}

/// The inputs with what they promise now as the baseline.
Inputs promised(const std::shared_ptr<const Catalogue>& catalogue, Inputs inputs)
{
    const Plan plan = planOf(catalogue, inputs);
    inputs.baseline = baselineOf(plan, riskOf(plan), "Sent to investors");
    return inputs;
}

Inputs started()
{
    return promised(builtin(), userInputs(*builtin(), "A", day("2027-01-04")));
}

/// The database took 4.5 person-weeks and with them three weeks, where two were likely.
Inputs databaseTook()
{
    Inputs inputs = started();
    inputs.asOf = day("2027-01-25");
    for (const Item& item : findPhase(*builtin(), "database")->items) {
        setState(inputs, item.id, ItemState::done);
        inputs.items[item.id].actual.spent = 4.5 * item.share.value;
        inputs.items[item.id].actual.finished = day("2027-01-22");
    }
    return inputs;
}

Moved movedOf(const Inputs& inputs)
{
    return movedSinceBaseline(planOf(inputs)).value();
}

const MovedPart* partOf(const Moved& moved, MoveCause cause, const std::string& phase = {})
{
    const auto found = std::ranges::find_if(
        moved.parts, [&](const MovedPart& part) { return part.cause == cause && part.phase == phase; });
    return found == moved.parts.end() ? nullptr : &*found;
}

DaysMoved sumOf(const std::vector<MovedPart>& parts, auto moved)
{
    DaysMoved sum;
    for (const MovedPart& part : parts) {
        const DaysMoved& by = moved(part);
        sum.days += by.days;
        sum.workingDays += by.workingDays;
    }
    return sum;
}

/// Why the parts do not add up to the whole; empty where they do.
std::string notAddingUp(const Moved& moved)
{
    Money total;
    for (const MovedPart& part : moved.parts)
        total += part.total;
    if (total != moved.likely.total.moved())
        return "total";
    if (sumOf(moved.parts, [](const MovedPart& part) { return part.finish; }) != moved.likely.finish.moved)
        return "finish";
    for (std::size_t p = 0; p < moved.phases.size(); ++p) {
        const auto& finish = moved.phases[p].finish;
        if (sumOf(moved.parts, [p](const MovedPart& part) { return part.phases[p]; }) !=
            (finish ? finish->moved : DaysMoved{}))
            return moved.phases[p].id;
    }
    return {};
}

/// A project that has gone on for a while, in whatever way.
class Fate {
public:
    explicit Fate(std::uint32_t seed) : m_random(seed) {}

    void befall(const Catalogue& catalogue, Inputs& inputs)
    {
        inputs.asOf = inputs.start + std::chrono::days{1 + below(80)};
        for (const Phase& phase : catalogue.phases)
            for (const auto* items : {&phase.items, &phase.addOns})
                for (const Item& item : *items)
                    befall(inputs, item.id);
        if (chance(.3))
            inputs.team.front().weeklyRate += Money::dollars(1'000);
        if (chance(.2))
            inputs.daysOff.push_back({*inputs.asOf + std::chrono::days{3}, "off"});
        if (chance(.2))
            inputs.estimates[catalogue.phases.front().id].effort = {1, 3, 9};
        if (chance(.2))
            inputs.actualCosts = {{monthOf(*inputs.asOf), Money::dollars(12'345), "Wages"}};
        inputs.learn = chance(.8);
    }

private:
    void befall(Inputs& inputs, const std::string& item)
    {
        const double fate = std::uniform_real_distribution<double>(0, 1)(m_random);
        if (fate < .35)
            return;
        if (fate < .4) {
            setState(inputs, item, chance(.5) ? ItemState::missing : ItemState::partial);
            return;
        }
        const bool isBegun = fate > .9;
        setState(inputs, item, isBegun ? ItemState::underWay : fate < .45 ? ItemState::excluded : ItemState::done);
        ItemActual& actual = inputs.items[item].actual;
        if (chance(.8))
            actual.spent = std::uniform_real_distribution<double>(0, 2)(m_random);
        if (chance(.5))
            actual.started = inputs.start;
        if (!isBegun && chance(.5))
            actual.finished = *inputs.asOf - std::chrono::days{below(2)};
        if (isBegun && chance(.3))
            actual.left = ThreePoint{.1, .2, .5};
    }

    bool chance(double p) { return std::bernoulli_distribution(p)(m_random); }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }

    std::mt19937 m_random;
};

} // namespace

class TestMoved : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void needsABaseline();
    void nothingMoved();
    void aPhasesOwnPace();
    void whatIsLearnt();
    void aLateBegin();
    void whatWasAddedAndDropped();
    void conditionsThatHeldThen();
    void otherEstimates();
    void otherRates();
    void booksInPlaceOfWhatIsDerived();
    void promisesAreThoseOfTheForecast();
    void aBaselineOnTheWay();
    void aBaselineAfterAnOverrun();
    void partsAddUpOnRandomPlans();
};

void TestMoved::needsABaseline()
{
    QVERIFY(!movedSinceBaseline(planOf(userInputs(*builtin(), "A", day("2027-01-04")))));
}

void TestMoved::nothingMoved()
{
    const Moved moved = movedOf(started());
    QVERIFY(moved.parts.empty());
    QCOMPARE(moved.likely.finish.moved, DaysMoved{});
    QCOMPARE(moved.likely.finish.before, day("2027-06-18"));
    QCOMPARE(moved.baseline, std::string("Sent to investors"));
    QCOMPARE(moved.phases[0].before, 3.0);
    QCOMPARE(moved.phases[0].now, 3.0);
    QVERIFY(moved.added.empty() && moved.dropped.empty() && moved.changed.empty() && moved.lateBegins.empty());
}

void TestMoved::aPhasesOwnPace()
{
    Inputs inputs = databaseTook();
    inputs.learn = false;
    const Moved moved = movedOf(inputs);
    QCOMPARE(notAddingUp(moved), std::string());
    QCOMPARE(moved.likely.finish.now, day("2027-06-25"));
    const MovedPart* pace = partOf(moved, MoveCause::pace, "database");
    QVERIFY(pace);
    QCOMPARE(pace->finish, (DaysMoved{7, 5}));
    QVERIFY(std::abs(pace->effort - 1.5) < 1e-9);
    QCOMPARE(pace->total, Money::dollars(7'500));
    for (const MovedPart& part : moved.parts)
        QCOMPARE(part.finish, part.cause == MoveCause::pace ? pace->finish : DaysMoved{});
    // The phase behind it, which has not begun, is a week later by the same cause.
    QCOMPARE(moved.phases[1].finish->before, day("2027-01-29"));
    QCOMPARE(moved.phases[1].finish->moved, (DaysMoved{7, 5}));
    const auto causes = moved.movedBy(1);
    QCOMPARE(causes.size(), std::size_t{1});
    QCOMPARE(causes.front().part, pace);
    QCOMPARE(moved.phases[0].before, 3.0);
    QVERIFY(std::abs(moved.phases[0].now - 4.5) < 1e-9);
}

void TestMoved::whatIsLearnt()
{
    const Inputs inputs = databaseTook();
    const Moved moved = movedOf(inputs);
    QCOMPARE(notAddingUp(moved), std::string());
    QCOMPARE(partOf(moved, MoveCause::pace, "database")->finish, (DaysMoved{7, 5}));
    const MovedPart* learnt = partOf(moved, MoveCause::learnt);
    QVERIFY(learnt && learnt->finish.days > 0 && learnt->effort > 0);
    const Plan plan = planOf(inputs);
    double more = 0;
    for (std::size_t p = 1; p < plan.phases.size(); ++p)
        more += plan.phases[p].effort.likely * (1 - 1 / plan.learning.phases[p].factor);
    QVERIFY(std::abs(learnt->effort - more) < 1e-9);
}

void TestMoved::aLateBegin()
{
    Inputs inputs = started();
    inputs.asOf = day("2027-01-18"); // two weeks in which nobody has begun
    const Moved moved = movedOf(inputs);
    QCOMPARE(moved.parts.size(), std::size_t{1});
    QCOMPARE(moved.parts.front().cause, MoveCause::timePassed);
    QCOMPARE(moved.parts.front().finish, (DaysMoved{14, 10}));
    QCOMPARE(moved.lateBegins.front(), (LateBegin{"schema-for-scale", false, 10}));

    setState(inputs, "schema-for-scale", ItemState::underWay);
    inputs.items["schema-for-scale"].actual.started = day("2027-01-13");
    QCOMPARE(movedOf(inputs).lateBegins.front(), (LateBegin{"schema-for-scale", true, 7}));
}

void TestMoved::whatWasAddedAndDropped()
{
    Inputs inputs = userInputs(*builtin(), "A", day("2027-01-04"));
    setState(inputs, "tls", ItemState::done);
    setState(inputs, "caching", ItemState::partial);
    setState(inputs, "traces", ItemState::excluded);
    inputs = promised(builtin(), inputs);
    inputs.profile.conditions.insert("payments");
    setState(inputs, "tls", ItemState::missing);
    setState(inputs, "caching", ItemState::missing);
    setState(inputs, "traces", ItemState::partial);
    setState(inputs, "runbooks", ItemState::excluded);
    setScope(inputs, "secrets", ItemScope::phase2);
    const Moved moved = movedOf(inputs);
    QCOMPARE(notAddingUp(moved), std::string());
    QCOMPARE(moved.added, (Ids{"traces", "payment-tests", "payment-scope"}));
    QCOMPARE(moved.dropped, (Ids{"runbooks", "secrets"}));
    QCOMPARE(moved.changed, (Ids{"tls", "caching"}));
    QCOMPARE(moved.parts.size(), std::size_t{1});
    QCOMPARE(moved.parts.front().cause, MoveCause::scope);
    const double effort = .5 * .2 * 3 + 1 + 1.5 - .1 * 4.5 - .25 * 6 + .2 * 6 + .5 * .3 * 6;
    QVERIFY(std::abs(moved.parts.front().effort - effort) < 1e-9);
}

void TestMoved::conditionsThatHeldThen()
{
    Inputs inputs = userInputs(*builtin(), "A", day("2027-01-04"));
    inputs.profile.conditions = {"payments"};
    inputs = promised(builtin(), inputs);
    inputs.profile.conditions.clear();
    const Moved moved = movedOf(inputs);
    QCOMPARE(moved.dropped, (Ids{"payment-scope", "payment-tests"}));
    QCOMPARE(moved.parts.size(), std::size_t{1});
    QCOMPARE(moved.parts.front().cause, MoveCause::scope);
    QVERIFY(std::abs(moved.parts.front().effort + 2.5) < 1e-9);
    QCOMPARE(notAddingUp(moved), std::string());
}

void TestMoved::otherEstimates()
{
    Inputs inputs = started();
    inputs.estimates["security"].effort = {6, 9, 12};
    const Moved moved = movedOf(inputs);
    QCOMPARE(moved.parts.size(), std::size_t{1});
    QCOMPARE(moved.parts.front().cause, MoveCause::estimates);
    QCOMPARE(moved.parts.front().finish, (DaysMoved{14, 10}));
    QVERIFY(std::abs(moved.parts.front().effort - 3) < 1e-9);
}

void TestMoved::otherRates()
{
    Inputs inputs = databaseTook();
    inputs.learn = false;
    inputs.team.front().weeklyRate = Money::dollars(6'000);
    const Moved moved = movedOf(inputs);
    QCOMPARE(notAddingUp(moved), std::string());
    QCOMPARE(partOf(moved, MoveCause::settings)->total, Money::dollars(24'000));
    QCOMPARE(partOf(moved, MoveCause::settings)->finish, DaysMoved{});
}

void TestMoved::booksInPlaceOfWhatIsDerived()
{
    Inputs inputs = databaseTook();
    inputs.learn = false;
    const Moved derived = movedOf(inputs);
    inputs.actualCosts = {{monthOf(*inputs.asOf), Money::dollars(30'000), "Wages"}};
    const Moved told = movedOf(inputs);
    QCOMPARE(notAddingUp(told), std::string());
    const MovedPart* books = partOf(told, MoveCause::books);
    QVERIFY(books);
    QCOMPARE(books->total, told.likely.total.now - derived.likely.total.now);
    QCOMPARE(books->finish, DaysMoved{});
}

void TestMoved::promisesAreThoseOfTheForecast()
{
    const Inputs inputs = databaseTook();
    const Plan plan = planOf(inputs);
    const Forecast now = forecastOf(plan, riskOf(plan));
    const Moved moved = movedSinceBaseline(plan, now).value();
    QCOMPARE(moved.p80->finish.before, inputs.baseline->finishP80);
    QCOMPARE(moved.p80->finish.now, now.finishP80);
    QCOMPARE(moved.p80->finish.moved.days, static_cast<int>((now.finishP80 - inputs.baseline->finishP80).count()));
    QCOMPARE(moved.p50->total.moved(), now.totalP50 - inputs.baseline->totalP50);
    QVERIFY(!movedOf(inputs).p50);
}

void TestMoved::aBaselineOnTheWay()
{
    // The promise is renewed with an item under way: nothing has moved on that day.
    Inputs inputs = databaseTook();
    setState(inputs, "password-hashing", ItemState::underWay);
    inputs.items["password-hashing"].actual.spent = .1;
    inputs.baseline.reset();
    inputs = promised(builtin(), inputs);
    const Moved same = movedOf(inputs);
    for (const MovedPart& part : same.parts)
        qWarning("cause %d moves %d days, %g dollars, %g weeks", static_cast<int>(part.cause), part.finish.days,
                 part.total.inDollars(), part.effort);
    QVERIFY(same.parts.empty());

    setState(inputs, "password-hashing", ItemState::done);
    inputs.items["password-hashing"].actual.spent = .6;
    inputs.asOf = day("2027-01-27");
    const Moved later = movedOf(inputs);
    QCOMPARE(notAddingUp(later), std::string());
    QVERIFY(partOf(later, MoveCause::pace, "authentication")->effort > 0);
    QVERIFY(!partOf(later, MoveCause::pace, "database"));
}

void TestMoved::aBaselineAfterAnOverrun()
{
    // An item under way has taken far longer than was likely when the promise is renewed: that is in the new promise.
    Inputs inputs = databaseTook();
    setState(inputs, "password-hashing", ItemState::underWay);
    inputs.items["password-hashing"].actual.spent = 1.2;
    inputs.baseline.reset();
    inputs = promised(builtin(), inputs);
    QVERIFY(movedOf(inputs).parts.empty());

    // What is given as left now, on the same day, is more than was promised.
    inputs.items["password-hashing"].actual.left = ThreePoint{.5, .5, .5};
    const Moved more = movedOf(inputs);
    QCOMPARE(notAddingUp(more), std::string());
    QVERIFY(more.likely.total.moved() > Money{});
    QCOMPARE(partOf(more, MoveCause::pace, "authentication")->total, more.likely.total.moved());
}

void TestMoved::partsAddUpOnRandomPlans()
{
    PlanMix mix;
    mix.lastDays = false;
    QVERIFY(holds("parts of what moved add up", 200, [&] {
        const RandomPlan random = *randomPlans(mix);
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        const auto catalogue = std::make_shared<Catalogue>(random.catalogue);
        Inputs inputs = promised(catalogue, random.inputs);
        Fate(seed).befall(*catalogue, inputs);
        const auto plan = makePlan(catalogue, inputs);
        if (!plan)
            RC_FAIL("refused: " + plan.error().what);
        const std::string why = notAddingUp(movedSinceBaseline(*plan).value());
        if (!why.empty())
            RC_FAIL("does not add up: " + why);
    }));
}

QTEST_APPLESS_MAIN(TestMoved)
#include "tst_moved.moc"
