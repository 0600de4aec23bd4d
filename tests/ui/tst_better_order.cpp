#include "tests/ui/support/harness.h"
#include "tests/ui/support/plan_edits.h"
#include "ui/questions/risk_service.h"

using namespace trestle;
using testing::rename;

namespace {

const QString kItem = QStringLiteral("schema-for-scale");

/// Three more people, with whom the order of the items matters.
void hireThree(PlanDocument& document)
{
    document.edit(QStringLiteral("A team of four"), [](Inputs& inputs) {
        inputs.order = OrderKind::optimised;
        for (const char* name : {"Sam", "Kim", "Lee"}) {
            inputs.team.push_back(inputs.team.front());
            inputs.team.back().name = name;
        }
    });
}

/// The plan of a project as the command line makes it.
Plan finalPlan(const PlanDocument& document)
{
    return makePlan(document.project().catalogue.catalogue, document.inputs()).value();
}

bool isSame(const Plan& a, const Plan& b)
{
    return a.order == b.order && a.finish == b.finish && a.total == b.total && a.inputs == b.inputs;
}

} // namespace

class TestBetterOrder : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void theBetterOrderFollowsOffTheThread();
    void ordersAreRememberedForUndo();
    void theFileGetsTheBetterOrderAlone();
};

void TestBetterOrder::theBetterOrderFollowsOffTheThread()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    hireThree(document);
    // At once: the plan of four people in the order of before, and no chances.
    QVERIFY(!document.isSettled());
    QVERIFY(document.simulation().isUnderWay() && !document.risk());
    QVERIFY(isSame(document.plan(), *makePlanInOrderOf({}, document.project().catalogue.catalogue, document.inputs())));
    // Whoever listens sees one plan with the chances of that plan or none, never those of another.
    int changes = 0;
    connect(&document, &PlanDocument::riskChanged, this, [&] {
        ++changes;
        if (document.risk())
            QVERIFY(isSame(document.plan(), finalPlan(document)));
    });
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(document.isSettled());
    QVERIFY(changes >= 2); // the order, then the chances
    QVERIFY(isSame(document.plan(), finalPlan(document)));
    QVERIFY(*document.risk() == *simulate(finalPlan(document), testing::windowsSimulation()));
    // Not an edit: one step leads back.
    document.undo();
    QCOMPARE(document.inputs().order, OrderKind::catalogue);
    QVERIFY(document.isSettled());
}

void TestBetterOrder::ordersAreRememberedForUndo()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    hireThree(document);
    QVERIFY(testing::awaitRisk(document));
    const Plan before = document.plan();
    document.setItemState(kItem, ItemState::excluded);
    QVERIFY(!document.isSettled());
    // Ticks before the order is there: only the last is looked for, in the end.
    document.setItemState(QStringLiteral("caching"), ItemState::excluded);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(isSame(document.plan(), finalPlan(document)));
    document.undo();
    document.undo();
    QVERIFY(document.isSettled() && document.risk());
    QVERIFY(isSame(document.plan(), before));
    // What no order depends on needs no search.
    rename(document, "Ledger");
    document.edit(QStringLiteral("target"), [](Inputs& inputs) { inputs.targetDate = parseDate("2027-09-01"); });
    QVERIFY(document.isSettled() && document.risk());
    QVERIFY(isSame(document.plan(), finalPlan(document)));
}

void TestBetterOrder::theFileGetsTheBetterOrderAlone()
{
    testing::OpenPlan open;
    hireThree(open.document());
    open.document().setItemState(kItem, ItemState::done);
    const Plan expected = finalPlan(open.document());
    open.close(); // before the order is there
    open.reopen();
    QVERIFY(!open.document().isSettled());
    QVERIFY(testing::awaitRisk(open.document()));
    QVERIFY(isSame(open.plan(), expected));
}

TRESTLE_UI_TEST(TestBetterOrder)
#include "tst_better_order.moc"
