#include "data/catalogue_json.h"
#include "models/plan/plan.h"
#include "models/risk/simulation.h"
#include "tests/support/compare_quantities.h"

#include <QTest>

#include <algorithm>

using namespace trestle;

/// What a plan says of itself as a whole: whether anything is in scope, whether the team is one crew, and whether
/// skills matter.
class TestTeamAndScope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void peopleAreFoundByName();
    void everythingExcludedIsNotReady();
    void oneItemInPlaceIsReady();
    void largeTeamIsNoCrew_data();
    void largeTeamIsNoCrew();
    void skillThatOneLacksSplitsTheCrew();
    void skillsNobodyAsksForChangeNothing();
    void skillsAskedForStillCount();

private:
    [[nodiscard]] static std::vector<Person> people(std::size_t count)
    {
        std::vector<Person> team;
        for (std::size_t i = 0; i < count; ++i)
            team.push_back({"Person " + std::to_string(i),
                            i % 3 == 1 ? 0.5 : 1.0,
                            Money::dollars(4000 + 500 * static_cast<std::int64_t>(i)),
                            {},
                            {},
                            {}});
        return team;
    }
    static void setAll(const Catalogue& catalogue, Inputs& inputs, ItemState state)
    {
        for (const Phase& phase : catalogue.phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = state;
    }
    /// The catalogue with one item that asks for a skill.
    [[nodiscard]] std::shared_ptr<const Catalogue> asking(const std::string& skill) const
    {
        auto changed = std::make_shared<Catalogue>(*m_catalogue);
        changed->phases[1].items[0].skill = skill;
        return changed;
    }

    std::shared_ptr<const Catalogue> m_catalogue;
    Inputs m_inputs;
};

void TestTeamAndScope::initTestCase()
{
    const auto loaded = builtinCatalogue();
    QVERIFY(loaded.has_value());
    m_catalogue = loaded->catalogue;
    m_inputs = newInputs(*m_catalogue, "Team", *parseDate("2027-01-04"));
}

void TestTeamAndScope::peopleAreFoundByName()
{
    std::vector<Person> team{{"Ana", 1, {}, {}, {}, {}}, {"Ben", 0.5, {}, {}, {}, {}}};
    QCOMPARE(findPerson(team, "Ben"), &team[1]);
    QCOMPARE(findPerson(std::as_const(team), "Ana"), &team[0]);
    QVERIFY(!findPerson(team, "Be"));
    QVERIFY(!findPerson(std::vector<Person>{}, ""));
}

void TestTeamAndScope::everythingExcludedIsNotReady()
{
    Inputs inputs = m_inputs;
    setAll(*m_catalogue, inputs, ItemState::excluded);
    const Plan plan = *makePlan(m_catalogue, inputs);
    QVERIFY(plan.nothingLeft());
    QVERIFY(plan.nothingInScope());
    QVERIFY(!plan.readiness.fraction);
    for (const PhasePlan& phase : plan.phases)
        QCOMPARE(phase.progress, 0.0);
}

void TestTeamAndScope::oneItemInPlaceIsReady()
{
    Inputs inputs = m_inputs;
    setAll(*m_catalogue, inputs, ItemState::excluded);
    inputs.items["tls"].progress.state = ItemState::done;
    const Plan plan = *makePlan(m_catalogue, inputs);
    QVERIFY(plan.nothingLeft());
    QVERIFY(!plan.nothingInScope());
    QCOMPARE(plan.readiness.fraction, std::optional(1.0));
    const auto full = std::ranges::count(plan.phases, 1.0, &PhasePlan::progress);
    QCOMPARE(full, std::ptrdiff_t{1});
}

void TestTeamAndScope::largeTeamIsNoCrew_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("oneCrew");
    for (int size = 1; size <= 8; ++size)
        QTest::newRow(qPrintable(QString::number(size))) << size << (size <= 2);
}

/// Two people fit on an item. What is said of the runs has to be seen in them: no two items at once.
void TestTeamAndScope::largeTeamIsNoCrew()
{
    QFETCH(const int, size);
    QFETCH(const bool, oneCrew);
    Inputs inputs = m_inputs;
    inputs.team = people(static_cast<std::size_t>(size));
    const Plan plan = *makePlan(m_catalogue, inputs);
    QCOMPARE(plan.isOneCrew(), oneCrew);
    const bool sideBySide = std::ranges::any_of(plan.items, [&](const ItemPlan& a) {
        return std::ranges::any_of(plan.items, [&](const ItemPlan& b) {
            return a.id < b.id && a.hasWork && b.hasWork && a.when.likely.start < b.when.likely.workDone - 1e-6 &&
                   b.when.likely.start < a.when.likely.workDone - 1e-6;
        });
    });
    QCOMPARE(sideBySide, !oneCrew);
    SimulationOptions options;
    options.runs = 400;
    QCOMPARE(simulate(plan, options)->oneCrewInSeries, oneCrew);
}

void TestTeamAndScope::skillThatOneLacksSplitsTheCrew()
{
    Inputs inputs = m_inputs;
    inputs.team = people(2);
    inputs.team[1].skills = {"design"};
    QVERIFY(makePlan(m_catalogue, inputs)->isOneCrew());
    const Plan plan = *makePlan(asking("databases"), inputs);
    QVERIFY(!plan.isOneCrew());
    const std::string held = plan.catalogue->phases[1].items[0].id;
    inputs.items[held].progress.state = ItemState::done;
    QVERIFY2(makePlan(asking("databases"), inputs)->isOneCrew(), "what nobody has left to do asks for nothing");
}

void TestTeamAndScope::skillsNobodyAsksForChangeNothing()
{
    Inputs inputs = m_inputs;
    inputs.team = people(3);
    const Plan before = *makePlan(m_catalogue, inputs);
    inputs.team[2].skills = {"testing"};
    inputs.team[1].skills = {"testing", "writing"};
    const Plan after = *makePlan(m_catalogue, inputs);
    QCOMPARE(after.finish.likely, before.finish.likely);
    QCOMPARE(after.total.likely, before.total.likely);
    for (std::size_t i = 0; i < before.items.size(); ++i)
        QVERIFY(after.items[i].crew.likely == before.items[i].crew.likely);
    // Beside a skill that is asked for, one more that is not makes nobody less of a specialist.
    inputs.team[2].skills = {"databases"};
    const Plan plain = *makePlan(asking("databases"), inputs);
    inputs.team[2].skills = {"databases", "testing"};
    const Plan more = *makePlan(asking("databases"), inputs);
    for (std::size_t i = 0; i < plain.items.size(); ++i)
        QVERIFY(more.items[i].crew.likely == plain.items[i].crew.likely);
}

void TestTeamAndScope::skillsAskedForStillCount()
{
    QVERIFY(skillsAskedFor(*m_catalogue).empty());
    QCOMPARE(skillsAskedFor(*asking("databases")).size(), std::size_t{1});
    Inputs inputs = m_inputs;
    inputs.team = people(4);
    inputs.team[3].skills = {"databases"};
    const Plan plan = *makePlan(asking("databases"), inputs);
    const auto first = std::ranges::find_if(plan.items, &ItemPlan::hasWork);
    QVERIFY2(first->crew.likely.front().person == 3, "the specialist is taken first");
}

QTEST_APPLESS_MAIN(TestTeamAndScope)
#include "tst_team_and_scope.moc"
