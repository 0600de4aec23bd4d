#include "data/catalogue_json.h"
#include "models/decisions/lengthening.h"
#include "models/decisions/order_offer.h"
#include "models/decisions/what_if.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

Q_DECLARE_METATYPE(trestle::Figure)
Q_DECLARE_METATYPE(trestle::ThreePoint)

namespace {

QuestionOptions quick()
{
    QuestionOptions options;
    options.runs = 400;
    return options;
}

std::vector<Person> people(std::initializer_list<double> allocations)
{
    std::vector<Person> team;
    for (const double allocation : allocations)
        team.push_back({"Person " + std::to_string(team.size() + 1), allocation, Money::dollars(5000), {}, {}, {}});
    return team;
}

ThreePoint only(double value)
{
    return {value, value, value};
}

} // namespace

/// Looks at a plan with other figures or another order, and plans that ticks lengthen.
class TestWhatIf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void figuresVary_data();
    void figuresVary();
    void figuresOfANode_data();
    void figuresOfANode();
    void everyFigureIsKnown();
    void effectIsTheDifferenceOfTwoEstimates();
    void certainEffortMovesTheHeadline();
    void rateMovesCostAlone();
    void planStaysAsItIs();
    void figureWithoutEffectSaysSo();
    void whatIfCanBeCancelled();
    void orderOfferMatchesEstimates();
    void orderOfferIsTheSameFromBothSides();
    void oneCrewInSeriesHasNoBetterOrder();
    void ticksThatLengthenAreFound();
    void otherChangesAreNoLengthening();
    void differenceIsOfHeadlines();

private:
    [[nodiscard]] Plan planOf(const Inputs& inputs) const { return *makePlan(m_catalogue, inputs); }
    [[nodiscard]] Plan variedPlan() const;

    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
};

void TestWhatIf::initTestCase()
{
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    m_catalogue = loaded->catalogue;
    m_inputs = newInputs(*m_catalogue, "A", *parseDate("2027-01-04"));
}

// Three people, payments, ten times the users, one item partly in place: every kind of figure matters.
Plan TestWhatIf::variedPlan() const
{
    Inputs inputs = m_inputs;
    inputs.team = people({1.0, 0.6, 0.3});
    inputs.profile.conditions = {"payments"};
    inputs.profile.scale = "100k";
    inputs.items["unit-tests"].progress.state = ItemState::partial;
    return planOf(inputs);
}

void TestWhatIf::figuresVary_data()
{
    using enum FigureKind;
    using enum Variation;
    QTest::addColumn<Figure>("figure");
    QTest::addColumn<int>("variation");
    QTest::addColumn<bool>("applies");
    QTest::addColumn<ThreePoint>("value");
    const auto row = [](const char* name, const Figure& figure, Variation variation, std::optional<ThreePoint> value) {
        QTest::newRow(name) << figure << static_cast<int>(variation) << value.has_value()
                            << value.value_or(ThreePoint{});
    };
    const Figure effort{phaseEffort, "database"};
    // As an own estimate would be entered: with the scale, which is 1.25.
    row("effort low", effort, low, only(3.75));
    row("effort high", effort, high, only(10));
    row("effort doubled", effort, doubled, ThreePoint{7.5, 7.5, 20});
    row("effort is not halved: it has a low end", effort, halved, std::nullopt);
    row("running cost low", {runningCost, "observability", 0}, low, only(100));
    row("running cost high", {runningCost, "observability", 0}, high, only(500));
    row("add-on high", {itemEffort, "payment-scope"}, high, only(2.5));
    row("share halved", {itemShare, "caching"}, halved, only(0.15));
    row("share doubled", {itemShare, "caching"}, doubled, only(0.6));
    row("share has no low end", {itemShare, "caching"}, low, std::nullopt);
    row("rate halved", {rate, "Person 1"}, halved, only(2500));
    row("rate doubled", {rate, "Person 1"}, doubled, only(10000));
    row("full time cannot be doubled", {allocation, "Person 1"}, doubled, std::nullopt);
    row("doubled to no more than full time", {allocation, "Person 2"}, doubled, only(1));
    row("allocation halved", {allocation, "Person 3"}, halved, only(0.15));
    row("correlation none", {correlation, ""}, low, only(0));
    row("correlation full", {correlation, ""}, high, only(1));
    row("correlation is not doubled", {correlation, ""}, doubled, std::nullopt);
    row("no coordination", {coordination, ""}, low, only(0));
    row("twice the coordination", {coordination, ""}, doubled, only(0.1));
    row("partly: less left", {partialFactor, ""}, halved, only(0.25));
    row("partly: all left", {partialFactor, ""}, doubled, only(1));
    row("one on an item", {itemCrewLimit, ""}, halved, only(1));
    row("one on a phase", {phaseCrewLimit, ""}, halved, only(1));
    row("six on a phase", {phaseCrewLimit, ""}, doubled, only(6));
    row("scale doubled", {scaleFactor, ""}, doubled, only(2.5));
    row("nobody of that name", {rate, "Nobody"}, doubled, std::nullopt);
    row("no such cost", {runningCost, "observability", 7}, low, std::nullopt);
    row("no such phase", {phaseEffort, "caching"}, low, std::nullopt);
}

void TestWhatIf::figuresVary()
{
    QFETCH(Figure, figure);
    QFETCH(int, variation);
    QFETCH(bool, applies);
    QFETCH(ThreePoint, value);
    const auto varied = variedValue(variedPlan(), figure, static_cast<Variation>(variation));
    QCOMPARE(varied.has_value(), applies);
    if (applies)
        for (const Case which : kCases)
            QVERIFY(std::abs(varied->at(which) - value.at(which)) < 1e-12);
}

void TestWhatIf::figuresOfANode_data()
{
    using enum FigureKind;
    QTest::addColumn<QString>("node");
    QTest::addColumn<Figure>("first");
    QTest::addColumn<Figure>("included");
    QTest::addColumn<Figure>("leftOut");
    QTest::newRow("phase") << "observability" << Figure{phaseEffort, "observability"}
                           << Figure{runningCost, "observability", 0} << Figure{partialFactor, ""};
    QTest::newRow("phase with a part in place")
        << "testing" << Figure{phaseEffort, "testing"} << Figure{partialFactor, ""} << Figure{scaleFactor, ""};
    QTest::newRow("item") << "caching" << Figure{itemShare, "caching"} << Figure{phaseEffort, "performance"}
                          << Figure{partialFactor, ""};
    QTest::newRow("add-on") << "payment-scope" << Figure{itemEffort, "payment-scope"} << Figure{rate, "Person 2"}
                            << Figure{phaseEffort, "security"};
    QTest::newRow("plan") << "" << Figure{rate, "Person 1"} << Figure{phaseCrewLimit, ""}
                          << Figure{itemShare, "caching"};
}

void TestWhatIf::figuresOfANode()
{
    QFETCH(QString, node);
    QFETCH(Figure, first);
    QFETCH(Figure, included);
    QFETCH(Figure, leftOut);
    const std::vector<Figure> figures = figuresBehind(variedPlan(), node.toStdString());
    QVERIFY(!figures.empty());
    QVERIFY(figures.front() == first);
    QVERIFY(std::ranges::find(figures, included) != figures.end());
    QVERIFY(std::ranges::find(figures, leftOut) == figures.end());
    QVERIFY(figures.back().kind == FigureKind::correlation);
    Inputs usual = m_inputs;
    usual.outsideView = {"usual", 0.05, 0.3};
    const auto varied = figuresBehind(planOf(usual), {});
    QVERIFY(std::ranges::find(varied, FigureKind::outsideView, &Figure::kind) != varied.end());
    QVERIFY(std::ranges::find(figures, FigureKind::outsideView, &Figure::kind) == figures.end());
}

void TestWhatIf::everyFigureIsKnown()
{
    const Plan plan = variedPlan();
    std::vector<std::string> nodes{""};
    for (const PhasePlan& phase : plan.phases)
        nodes.push_back(phase.id);
    for (const ItemPlan& item : plan.items)
        nodes.push_back(item.id);
    for (const std::string& node : nodes)
        for (const Figure& figure : figuresBehind(plan, node)) {
            const auto value = valueOf(plan, figure);
            QVERIFY2(value, node.c_str());
            // Replacing a figure by itself changes nothing of the plan.
            const PlanBasis same = withFigure(plan, figure, *value);
            const auto again = makePlan(same.catalogue, same.inputs);
            QVERIFY2(again, node.c_str());
            QCOMPARE(again->finish, plan.finish);
            QCOMPARE(again->total, plan.total);
        }
}

void TestWhatIf::effectIsTheDifferenceOfTwoEstimates()
{
    const Plan plan = variedPlan();
    const auto answers = whatIf(plan, {FigureKind::phaseEffort, "security"}, quick());
    QVERIFY(answers.has_value());
    QCOMPARE(answers->size(), std::size_t{3});
    QCOMPARE((*answers)[1].variation, Variation::high);

    Inputs high = plan.inputs;
    high.estimates["security"].effort = only(8);
    const Headline now = estimate(m_catalogue, plan.inputs, quick())->headline();
    const Headline then = estimate(m_catalogue, high, quick())->headline();
    QVERIFY((*answers)[1].headline == then);
    QCOMPARE((*answers)[1].effect.weeks, then.finish - now.finish);
    QCOMPARE((*answers)[1].effect.cost, then.total - now.total);
}

void TestWhatIf::certainEffortMovesTheHeadline()
{
    const auto answers = whatIf(planOf(m_inputs), {FigureKind::phaseEffort, "database"}, quick());
    QCOMPARE(answers->size(), std::size_t{3});
    QVERIFY((*answers)[0].effect.weeks < 0 && (*answers)[0].effect.cost < Money{});
    QVERIFY((*answers)[1].effect.weeks > 0 && (*answers)[1].effect.cost > Money{});
    QVERIFY((*answers)[2].effect.weeks > 0);
}

void TestWhatIf::rateMovesCostAlone()
{
    const auto answers = whatIf(planOf(m_inputs), {FigureKind::rate, "Lead engineer"}, quick());
    QCOMPARE(answers->size(), std::size_t{2});
    for (const WhatIf& answer : *answers)
        QCOMPARE(answer.effect.weeks, 0.0);
    QVERIFY((*answers)[0].effect.cost < Money{} && (*answers)[1].effect.cost > Money{});
}

void TestWhatIf::planStaysAsItIs()
{
    const Plan plan = variedPlan();
    const Catalogue before = *plan.catalogue;
    for (const Figure& figure : figuresBehind(plan, "")) {
        const auto value = variedValue(plan, figure, Variation::doubled);
        if (!value)
            continue;
        const PlanBasis basis = withFigure(plan, figure, *value);
        QVERIFY(basis.inputs != plan.inputs || *basis.catalogue != *plan.catalogue);
    }
    QVERIFY(*plan.catalogue == before);
}

void TestWhatIf::figureWithoutEffectSaysSo()
{
    Inputs inputs = m_inputs;
    for (const Item& item : m_catalogue->phases.front().items)
        inputs.items[item.id].progress.state = ItemState::done;
    const auto answers = whatIf(planOf(inputs), {FigureKind::phaseEffort, m_catalogue->phases.front().id}, quick());
    QCOMPARE(answers->size(), std::size_t{3});
    for (const WhatIf& answer : *answers)
        QVERIFY(answer.effect == Delta{});
}

void TestWhatIf::whatIfCanBeCancelled()
{
    std::stop_source source;
    QuestionOptions options = quick();
    options.stop = source.get_token();
    options.progress = [&](double) { source.request_stop(); };
    const auto answers = whatIf(planOf(m_inputs), {FigureKind::phaseEffort, "database"}, options);
    QVERIFY(!answers.has_value());
    QCOMPARE(answers.error().code, ErrorCode::cancelled);
}

void TestWhatIf::orderOfferMatchesEstimates()
{
    Inputs inputs = m_inputs;
    inputs.team = people({1, 1, 1, 1});
    const auto offer = orderOffer(planOf(inputs), quick());
    QVERIFY(offer.has_value());
    QVERIFY(!offer->inUse);
    inputs.order = OrderKind::optimised;
    const Headline better = estimate(m_catalogue, inputs, quick())->headline();
    inputs.order = OrderKind::catalogue;
    const Headline catalogue = estimate(m_catalogue, inputs, quick())->headline();
    QVERIFY(offer->better == better);
    QVERIFY(offer->catalogue == catalogue);
    QCOMPARE(offer->saving().weeks, catalogue.finish - better.finish);
    QVERIFY(offer->isBetter()); // four full-timers: 11.06 likely weeks against 10.2 or so
}

void TestWhatIf::orderOfferIsTheSameFromBothSides()
{
    Inputs inputs = m_inputs;
    inputs.team = people({1, 1, 1, 1});
    const auto before = orderOffer(planOf(inputs), quick());
    inputs.order = OrderKind::optimised;
    auto after = orderOffer(planOf(inputs), quick());
    QVERIFY(after->inUse);
    after->inUse = false;
    QVERIFY(*after == *before);
}

void TestWhatIf::oneCrewInSeriesHasNoBetterOrder()
{
    const auto offer = orderOffer(planOf(m_inputs), quick());
    QVERIFY(!offer->isBetter());
    QVERIFY(offer->saving() == Delta{});
}

void TestWhatIf::ticksThatLengthenAreFound()
{
    std::size_t found = 0;
    for (const auto& team : {people({0.5, 0.4, 0.8, 0.4, 0.8}), people({0.8, 0.8, 1, 1, 0.2})}) {
        Inputs inputs = m_inputs;
        inputs.team = team;
        const Plan before = planOf(inputs);
        for (const ItemPlan& item : before.items)
            for (const ItemState state : {ItemState::partial, ItemState::done, ItemState::excluded}) {
                Inputs ticked = inputs;
                ticked.items[item.id].progress.state = state;
                ticked.items[item.id].note = "in place since spring"; // a note on the way is no change of the plan
                const Plan after = planOf(ticked);
                const Weeks longer = after.finish.likely - before.finish.likely;
                const auto told = lengthening(before, after);
                QCOMPARE(told.has_value(), longer >= 0.1);
                if (!told)
                    continue;
                ++found;
                QCOMPARE(told->items, std::vector<std::string>{item.id});
                QCOMPARE(told->weeks, longer);
                QVERIFY(!lengthening(after, before)); // the way back shortens
            }
    }
    QVERIFY2(found > 0, "no tick lengthened any of these plans");
}

void TestWhatIf::otherChangesAreNoLengthening()
{
    const Plan before = planOf(m_inputs);
    Inputs more = m_inputs;
    more.profile.conditions = {"payments"};
    QVERIFY(planOf(more).finish.likely > before.finish.likely);
    QVERIFY(!lengthening(before, planOf(more)));
    more = m_inputs;
    more.team.pop_back();
    more.items["caching"].progress.state = ItemState::done;
    QVERIFY(planOf(more).finish.likely > before.finish.likely);
    QVERIFY(!lengthening(before, planOf(more)));
    Inputs done = m_inputs;
    done.items["caching"].progress.state = ItemState::done;
    QVERIFY(!lengthening(planOf(done), before)); // ticked back: more work is left
    QVERIFY(!lengthening(before, before));
}

void TestWhatIf::differenceIsOfHeadlines()
{
    Inputs done = m_inputs;
    done.items["caching"].progress.state = ItemState::done;
    done.confidence = 50; // each is read at the confidence of the plan
    const auto difference = deltaTo(planOf(m_inputs), done, quick());
    const Headline now = estimate(m_catalogue, m_inputs, quick())->headlineAt(80);
    const Headline then = estimate(m_catalogue, done, quick())->headlineAt(80);
    QCOMPARE(difference->weeks, then.finish - now.finish);
    QCOMPARE(difference->cost, then.total - now.total);
    QVERIFY(difference->weeks < 0);
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
