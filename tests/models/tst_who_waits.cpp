#include "models/plan/who_waits.h"
#include "tests/models/support/small_catalogue.h"

using namespace trestle;

namespace {

/// One person for three phases of a week: A, B and C, where C is linked to A.
Plan onePerson()
{
    small::Draft draft;
    draft.phase("A", 1);
    draft.phase("B", 1);
    draft.phase("C", 1);
    draft.link("A", "C");
    draft.person("Ana");
    return draft.plan();
}

} // namespace

class TestWhoWaits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPhaseStartsWithItsFirstItem();
    void itemsWaitForPeople();
    void itemsWaitForAPlace();
    void linksAndPeopleAreHeldUp();
};

void TestWhoWaits::aPhaseStartsWithItsFirstItem()
{
    small::Draft draft;
    Phase& phase = draft.phase("A", 2);
    for (const char* id : {"first", "second"}) {
        Item item = phase.items.front();
        item.id = item.title = id;
        phase.items.push_back(item);
    }
    phase.items[0].share.value = 0; // no work
    phase.items[1].share.value = phase.items[2].share.value = 0.5;
    draft.phase("done", 1);
    draft.set("done", ItemState::done);
    draft.person("Ana");
    const Plan plan = draft.plan();
    const ItemPlan* first = firstToStart(plan, plan.phases[0]);
    QVERIFY(first);
    QCOMPARE(first->id, std::string("first"));
    QCOMPARE(waitOf(plan, plan.phases[0]).kind, WaitKind::start);
    QVERIFY(!firstToStart(plan, plan.phases[1]));
    QVERIFY(waitOf(plan, plan.phases[1]).on.empty());
}

void TestWhoWaits::itemsWaitForPeople()
{
    const Plan plan = onePerson();
    QCOMPARE(itemWaitedFor(plan, "a-B"), std::string_view("a-A"));
    QCOMPARE(itemWaitedFor(plan, "B"), std::string_view("a-A")); // as the first of its items
    QVERIFY(itemWaitedFor(plan, "a-A").empty());
    QVERIFY(itemWaitedFor(plan, "no such node").empty());
    QCOMPARE(waitOf(plan, plan.phases[1]).kind, WaitKind::person);
}

void TestWhoWaits::itemsWaitForAPlace()
{
    small::Draft draft;
    draft.catalogue.itemCrewLimit.value = draft.catalogue.phaseCrewLimit.value = 1;
    Phase& phase = draft.phase("A", 2, "data");
    Item item = phase.items.front();
    item.id = item.title = "second";
    item.skill = "design";
    phase.items.push_back(item);
    phase.items[0].share.value = phase.items[1].share.value = 0.5;
    draft.person("Ana", 1, {"data"});
    draft.person("Ben", 1, {"design"});
    const Plan plan = draft.plan();
    QCOMPARE(plan.findItem("second")->waitsFor.kind, WaitKind::place);
    QCOMPARE(itemWaitedFor(plan, "second"), std::string_view("a-A"));
    QCOMPARE(heldUpBy(plan, *plan.findItem("a-A")), std::vector<std::string>{"second"});
}

/// Nodes that it links to first; whoever waits for its people, each once.
void TestWhoWaits::linksAndPeopleAreHeldUp()
{
    small::Draft draft;
    draft.phase("A", 1);
    draft.phase("B", 1);
    draft.phase("C", 1);
    draft.link("a-A", "C");
    draft.person("Ana");
    const Plan plan = draft.plan();
    QCOMPARE(heldUpBy(plan, *plan.findItem("a-A")), (std::vector<std::string>{"C", "a-B"}));
    QCOMPARE(heldUpBy(plan, *plan.findItem("a-C")), std::vector<std::string>());
}

QTEST_APPLESS_MAIN(TestWhoWaits)
#include "tst_who_waits.moc"
