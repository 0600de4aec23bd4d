#include "data/catalogue_json.h"
#include "models/decisions/best_move.h"
#include "models/plan/next_item.h"
#include "tests/models/support/random_plans.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

namespace {

constexpr std::uint32_t kRuns = 300;

QuestionOptions runs(std::uint32_t count)
{
    QuestionOptions options;
    options.runs = count;
    return options;
}

/// A plan as the window has it after a move, with its simulation: made the plain way.
struct Tried {
    Plan plan;
    Risk risk;

    Tried(const std::shared_ptr<const Catalogue>& catalogue, const Inputs& inputs)
        : plan(makePlan(catalogue, inputs).value()), risk(simulate(plan, optionsOf()).value())
    {
    }
    static SimulationOptions optionsOf()
    {
        SimulationOptions options;
        options.runs = kRuns;
        return options;
    }
    [[nodiscard]] Headline headline() const { return headlineOf(plan, risk, plan.inputs.confidence); }
    [[nodiscard]] double chanceOfTarget() const
    {
        const Inputs& inputs = plan.inputs;
        const Weeks by = inputs.targetDate ? latestFinishBy(plan.calendar, *inputs.targetDate) : Weeks{1e9};
        std::size_t met = 0;
        for (std::size_t run = 0; run < risk.finish.size(); ++run)
            met += risk.finish[run] <= by && (!inputs.budget || Money::rounded(risk.total[run]) <= *inputs.budget);
        return static_cast<double>(met) / kRuns;
    }
    [[nodiscard]] bool isSure() const { return chanceOfTarget() >= plan.inputs.confidence / 100.0; }
};

struct Choice {
    Headline after;
    bool meetsTarget = false;
};

/// Every candidate simulated in full, and the rule in so many words.
class Reference {
public:
    Reference(std::shared_ptr<const Catalogue> catalogue, const Inputs& inputs)
        : m_catalogue(std::move(catalogue)), m_today(m_catalogue, inputs)
    {
        m_isMissed = (inputs.targetDate || inputs.budget) && !m_today.isSure();
    }

    [[nodiscard]] std::optional<Choice> choose(bool onlyTeam)
    {
        const Inputs& inputs = m_today.plan.inputs;
        for (std::size_t i = 0; i < inputs.team.size(); ++i)
            if (inputs.team[i].allocation < 1)
                attempt([i](Inputs& other) { other.team[i].allocation = 1; });
        attempt([&](Inputs& other) {
            Person engineer;
            engineer.name = "someone quite new";
            engineer.weeklyRate = m_catalogue->personWeekRate.value;
            other.team.push_back(engineer);
        });
        if (onlyTeam)
            return m_isMissed && m_cheapest ? m_cheapest : m_soonest;
        attempt([](Inputs& other) { other.order = OrderKind::optimised; });
        for (std::size_t i = 0; i < inputs.risks.events.size(); ++i)
            if (inputs.risks.events[i].status == RiskStatus::open && inputs.risks.events[i].response)
                attempt([i](Inputs& other) { other.risks.events[i].status = RiskStatus::responded; });
        const auto deferrable = deferrableItems(m_today.plan, runs(kRuns)).value();
        bool isLeft = false;
        const std::size_t most = std::min<std::size_t>(12, deferrable.size());
        for (std::size_t count = m_isMissed ? 1 : most; count >= 1 && count <= most; ++count)
            attempt(
                [&](Inputs& other) {
                    for (std::size_t n = 0; n < count; ++n)
                        other.items[deferrable[n]].progress.state = ItemState::excluded;
                },
                &isLeft);
        return m_isMissed && m_cheapest ? m_cheapest : m_soonest;
    }

private:
    template <class Change>
    void attempt(Change change, bool* isLeft = nullptr)
    {
        Inputs other = m_today.plan.inputs;
        change(other);
        const Tried tried(m_catalogue, other);
        const Headline today = m_today.headline();
        const Choice choice{tried.headline(), m_isMissed && tried.isSure()};
        if (today.finish - choice.after.finish < Weeks{0.4})
            return;
        if (choice.meetsTarget && !(isLeft && *isLeft)) {
            if (isLeft)
                *isLeft = true;
            if (!m_cheapest || std::pair(choice.after.total, choice.after.finish) <
                                   std::pair(m_cheapest->after.total, m_cheapest->after.finish))
                m_cheapest = choice;
        }
        if ((choice.after.total - today.total).inDollars() <= 0.01 * today.total.inDollars() &&
            (!m_soonest || std::pair(choice.after.finish, choice.after.total) <
                               std::pair(m_soonest->after.finish, m_soonest->after.total)))
            m_soonest = choice;
    }

    std::shared_ptr<const Catalogue> m_catalogue;
    Tried m_today;
    bool m_isMissed = false;
    std::optional<Choice> m_cheapest;
    std::optional<Choice> m_soonest;
};

/// What random plans lack of what moves are made of.
void enrich(RandomPlan& random)
{
    random.catalogue.personWeekRate.value = Money::dollars(3000 + 500 * *rc::gen::inRange(0, 8));
    for (Phase& phase : random.catalogue.phases)
        for (Item& item : phase.items)
            item.deferrable.value = *rc::gen::inRange(0, 4) == 0;
    Inputs& inputs = random.inputs;
    inputs.order = OrderKind::catalogue;
    inputs.confidence = *rc::gen::element(50, 80, 90);
    inputs.outsideView = {"own", 0.1, 0.3};
    if (!random.catalogue.phases.empty() && *rc::gen::arbitrary<bool>()) {
        RiskEvent event;
        event.id = "event";
        event.title = "Event";
        event.p = 0.6;
        event.phase = random.catalogue.phases.front().id;
        event.delay = {1, 2, 4};
        event.money = {1'000, 3'000, 9'000};
        event.response = RiskResponse{Money::dollars(500 * *rc::gen::inRange(0, 6)), 0.05, {}, {}, {}, "Do it early"};
        addRisk(inputs.risks, event);
    }
}

/// Now and then a date, a budget or both that some of the runs miss.
void setTarget(const std::shared_ptr<const Catalogue>& catalogue, Inputs& inputs)
{
    const Tried today(catalogue, inputs);
    const double q = *rc::gen::inRange(10, 95) / 100.0;
    const int which = *rc::gen::inRange(0, 4);
    if (which & 1)
        inputs.targetDate = today.plan.calendar.lastDate(0, today.risk.finishAt(q));
    if (which & 2)
        inputs.budget = today.risk.totalAt(q);
}

} // namespace

class TestBestMove : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isThatOfEveryMoveSimulatedInFull();
    void halfTimerBecomesFullTime();
    void theDifferenceIsThatOfTheHeadlines();
    void hiresCostTheCataloguesRate();
    void anUnpaidFounderIsAskedIfTheyCan();
    void aMissedTargetTakesTheCheapest();
    void fewestItemsAreLeft();
    void nothingLeftHasNoMove();
    void anAnswerCanBeCancelled();
    void movesAreTakenBackAlone_data();
    void movesAreTakenBackAlone();
    void peopleAlikeAreOneMove();
    void nextItemStartsFirst();
    void nextItemSkipsWhatIsInPlace();
    void nextItemIsNotUnderWay();

private:
    [[nodiscard]] Plan planOf(const Inputs& inputs) const { return makePlan(m_catalogue, inputs).value(); }
    [[nodiscard]] std::optional<BestMove> best(const Inputs& inputs, std::uint32_t count = 400) const
    {
        return bestMoves(planOf(inputs), runs(count)).value().best;
    }
    [[nodiscard]] Inputs withTeam(std::vector<Person> team) const
    {
        Inputs inputs = m_inputs;
        inputs.team = std::move(team);
        return inputs;
    }
    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
};

void TestBestMove::initTestCase()
{
    m_catalogue = builtinCatalogue().value().catalogue;
    m_inputs = newInputs(*m_catalogue, "Moves", *parseDate("2027-01-04"));
}

void TestBestMove::isThatOfEveryMoveSimulatedInFull()
{
    PlanMix mix;
    mix.maxPhases = 4;
    mix.maxItems = 14;
    mix.maxPeople = 4;
    int chosen = 0;
    int meeting = 0;
    int none = 0;
    QVERIFY(holds("the best move", 120, [&] {
        RandomPlan random = *randomPlans(mix);
        enrich(random);
        const auto catalogue = std::make_shared<const Catalogue>(random.catalogue);
        RC_PRE(makePlan(catalogue, random.inputs).has_value());
        setTarget(catalogue, random.inputs);
        const auto found = bestMoves(makePlan(catalogue, random.inputs).value(), runs(kRuns));
        RC_ASSERT(found.has_value());
        for (const bool onlyTeam : {true, false}) {
            const auto& move = onlyTeam ? found->ofTeam : found->best;
            const auto plain = makePlan(catalogue, random.inputs)->nothingLeft()
                                   ? std::nullopt
                                   : Reference(catalogue, random.inputs).choose(onlyTeam);
            RC_ASSERT(move.has_value() == plain.has_value());
            none += !plain;
            if (!plain)
                continue;
            RC_ASSERT(move->after == plain->after);
            RC_ASSERT(move->meetsTarget == plain->meetsTarget);
            RC_ASSERT(Tried(catalogue, applyMove(random.inputs, move->move)).headline() == plain->after);
            ++chosen;
            meeting += plain->meetsTarget;
        }
    }));
    // What was compared is worth the comparison.
    QVERIFY2(chosen >= 80, qPrintable(QString::number(chosen)));
    QVERIFY2(meeting >= 16, qPrintable(QString::number(meeting)));
    QVERIFY2(none >= 4, qPrintable(QString::number(none)));
}

void TestBestMove::halfTimerBecomesFullTime()
{
    const auto found = best(m_inputs); // 1.5 people
    QVERIFY(found);
    QCOMPARE(found->move.kind, MoveKind::fullTime);
    QCOMPARE(found->move.subject, m_inputs.team[1].name);
    QVERIFY(found->saved().weeks > 4);
    QVERIFY(found->costsTheSame());
    QVERIFY(!found->meetsTarget);
}

void TestBestMove::theDifferenceIsThatOfTheHeadlines()
{
    QuestionOptions known = runs(400);
    const auto today = estimate(m_catalogue, m_inputs, known);
    known.known = std::make_shared<const Risk>(today->risk);
    const auto found = bestMoves(today->plan, known).value().best;
    const auto after = estimate(m_catalogue, applyMove(m_inputs, found->move), runs(400));
    QCOMPARE(found->before, today->headline());
    QCOMPARE(found->after, after->headline());
}

void TestBestMove::hiresCostTheCataloguesRate()
{
    Inputs inputs = withTeam({{"Founder", 1.0, Money::dollars(5000), {}, {}, {}}});
    for (const ItemPlan& item : planOf(inputs).items)
        if (findItem(*m_catalogue, item.id)->deferrable.value)
            inputs.items[item.id].progress.state = ItemState::done;
    const auto found = best(inputs);
    QVERIFY(found);
    QCOMPARE(found->move.kind, MoveKind::hire);
    QCOMPARE(found->move.rate, m_catalogue->personWeekRate.value);
    const Inputs moved = applyMove(inputs, found->move);
    QCOMPARE(moved.team.size(), std::size_t{2});
    QCOMPARE(moved.team.back().weeklyRate, m_catalogue->personWeekRate.value);
    QVERIFY(checkInputs(*m_catalogue, moved).has_value());
}

void TestBestMove::anUnpaidFounderIsAskedIfTheyCan()
{
    const Inputs inputs = withTeam({{"Founder", 0.5, Money{}, {}, {}, {}}});
    const auto found = best(inputs);
    QVERIFY(found);
    QCOMPARE(found->move.kind, MoveKind::fullTime);
    QVERIFY(isUnpaid(inputs, found->move));
    QVERIFY(!isUnpaid(m_inputs, {MoveKind::fullTime, m_inputs.team[1].name, {}, {}}));
}

void TestBestMove::aMissedTargetTakesTheCheapest()
{
    Inputs inputs = m_inputs;
    inputs.targetDate = *parseDate("2027-06-18");
    const auto found = best(inputs);
    QVERIFY(found && found->meetsTarget);
    // Every other move that makes it as sure costs as much or more.
    const auto deferrable = deferrableItems(planOf(inputs), runs(400)).value();
    bool isLeft = false;
    for (const Move& move : movesOf(planOf(inputs), deferrable)) {
        const auto other = estimate(m_catalogue, applyMove(inputs, move), runs(400));
        if (targetChance(other->plan, other->risk).ofTarget()->share < 0.8 || (move.kind == MoveKind::defer && isLeft))
            continue;
        isLeft = isLeft || move.kind == MoveKind::defer;
        QVERIFY(other->headline().total >= found->after.total);
    }
}

void TestBestMove::fewestItemsAreLeft()
{
    Inputs inputs = withTeam({{"Founder", 1.0, Money::dollars(5000), {}, {}, {}}});
    const Plan plan = planOf(inputs);
    const auto today = estimate(m_catalogue, inputs, runs(400));
    // A little less than the plan needs: one item left is enough, seven would be cheaper.
    inputs.budget = Money::dollars(static_cast<std::int64_t>(today->headline().total.inDollars()) - 2'000);
    const auto found = best(inputs);
    QVERIFY(found && found->meetsTarget);
    QCOMPARE(found->move.kind, MoveKind::defer);
    QCOMPARE(found->move.items.size(), std::size_t{1});
}

void TestBestMove::nothingLeftHasNoMove()
{
    Inputs inputs = m_inputs;
    for (const ItemPlan& item : planOf(inputs).items)
        inputs.items[item.id].progress.state = ItemState::done;
    QVERIFY(!best(inputs));
    QVERIFY(!nextItem(planOf(inputs)));
}

void TestBestMove::anAnswerCanBeCancelled()
{
    QuestionOptions options = runs(400);
    std::stop_source source;
    source.request_stop();
    options.stop = source.get_token();
    const auto found = bestMoves(planOf(m_inputs), options);
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::cancelled);
}

void TestBestMove::movesAreTakenBackAlone_data()
{
    QTest::addColumn<MoveKind>("kind");
    QTest::newRow("tick") << MoveKind::tick;
    QTest::newRow("full-time") << MoveKind::fullTime;
    QTest::newRow("hire") << MoveKind::hire;
    QTest::newRow("order") << MoveKind::order;
    QTest::newRow("defer") << MoveKind::defer;
    QTest::newRow("respond") << MoveKind::respond;
}

void TestBestMove::movesAreTakenBackAlone()
{
    QFETCH(const MoveKind, kind);
    Inputs before = m_inputs;
    before.items["query-monitoring"].progress.state = ItemState::partial;
    RiskEvent event;
    event.id = "event";
    event.title = "Event";
    event.p = 0.5;
    event.phase = "database";
    event.delay = {1, 2, 3};
    event.response = RiskResponse{};
    addRisk(before.risks, event);
    const std::vector<std::string> items{"query-monitoring", "schema-for-scale"};
    setState(before, items.front(), ItemState::underWay);
    before.items[items.front()].actual.left = {0.1, 0.2, 0.4};
    Move move{MoveKind::tick, {}, {items.front()}, {}};
    for (const Move& other : movesOf(planOf(before), items))
        if (other.kind == kind)
            move = other;
    QCOMPARE(move.kind, kind);
    Inputs now = applyMove(before, move);
    QVERIFY(now != before);
    QVERIFY(isMade(now, move));
    QVERIFY(!isMade(before, move));
    QCOMPARE(takeBackMove(now, move, before), before);

    // What was done since stays.
    const auto editSince = [](Inputs& inputs) {
        inputs.name = "Since";
        inputs.items["query-monitoring"].note = "a note";
        inputs.items["point-in-time-backups"].progress.state = ItemState::done;
        inputs.team.front().weeklyRate = Money::dollars(7000);
        inputs.risks.events.front().title = "Another";
    };
    Inputs expected = before;
    editSince(expected);
    editSince(now);
    QCOMPARE(takeBackMove(now, move, before), expected);
}

void TestBestMove::peopleAlikeAreOneMove()
{
    const Inputs inputs = withTeam({{"Ana", 0.5, Money::dollars(5000), {}, {}, {}},
                                    {"Ben", 0.5, Money::dollars(5000), {}, {}, {}},
                                    {"Cy", 0.5, Money::dollars(6000), {}, {}, {}},
                                    {"Di", 1.0, Money::dollars(5000), {}, {}, {}}});
    std::vector<std::string> names;
    for (const Move& move : movesOf(planOf(inputs), {}))
        if (move.kind == MoveKind::fullTime)
            names.push_back(move.subject);
    QCOMPARE(names, (std::vector<std::string>{"Ana", "Cy"}));
}

void TestBestMove::nextItemStartsFirst()
{
    const Plan plan = planOf(m_inputs);
    const auto next = nextItem(plan);
    QVERIFY(next);
    QCOMPARE(next->id, std::string("schema-for-scale"));
    QCOMPARE(next->first, *parseDate("2027-01-04"));
    QVERIFY(next->last > next->first);
    for (const ItemPlan& item : plan.items)
        if (item.hasWork && canStartNow(plan, item))
            QVERIFY(plan.calendar.startDate(item.when.likely.start) >= next->first);
    QCOMPARE(next->people, peopleOn(*plan.findItem(next->id)));
}

void TestBestMove::nextItemSkipsWhatIsInPlace()
{
    Inputs inputs = m_inputs;
    inputs.items["schema-for-scale"].progress.state = ItemState::done;
    const auto next = nextItem(planOf(inputs));
    QVERIFY(next && next->id != "schema-for-scale");
    QVERIFY(canStartNow(planOf(inputs), *planOf(inputs).findItem(next->id)));
}

void TestBestMove::nextItemIsNotUnderWay()
{
    Inputs inputs = m_inputs;
    setState(inputs, "schema-for-scale", ItemState::underWay);
    const Plan plan = planOf(inputs);
    QVERIFY(canStartNow(plan, *plan.findItem("schema-for-scale")));
    const auto next = nextItem(plan);
    QVERIFY(next && next->id != "schema-for-scale");
    // Where nothing else is left, it goes on with that.
    for (const ItemPlan& item : plan.items)
        if (item.id != "schema-for-scale")
            inputs.items[item.id].progress.state = ItemState::done;
    const auto last = nextItem(planOf(inputs));
    QVERIFY(last && last->id == "schema-for-scale");
}

QTEST_APPLESS_MAIN(TestBestMove)
#include "tst_best_move.moc"
