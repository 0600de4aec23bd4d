#include "tests/ui/support/harness.h"
#include "tests/ui/support/small_plan.h"
#include "ui/gantt/plan_tree_model.h"
#include "ui/gantt/plan_tree_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace trestle;
using namespace trestle::testing;

namespace {

using Edit = std::function<void(Inputs&)>;

std::shared_ptr<const Plan> planOf(const ProjectDocument& project, const Edit& edit = {})
{
    Inputs inputs = project.project.base;
    if (edit)
        edit(inputs);
    Result<Plan> plan = makePlan(project.catalogue.catalogue, inputs);
    if (!plan)
        qFatal("No plan: %s", plan.error().what.c_str());
    return std::make_shared<const Plan>(std::move(*plan));
}

/// What the model shows must be what the plan holds, node by node.
void compareWithPlan(const PlanTreeModel& model)
{
    const Plan& plan = *model.plan();
    QCOMPARE(model.rowCount(), static_cast<int>(plan.phases.size()));
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
        const QModelIndex phase = model.index(static_cast<int>(p), 0);
        QCOMPARE(phase.data(PlanTreeModel::NodeRole).toString().toStdString(), plan.phases[p].id);
        QCOMPARE(model.rowCount(phase), static_cast<int>(plan.phases[p].itemCount));
        for (std::size_t i = 0; i < plan.phases[p].itemCount; ++i) {
            const QModelIndex item = model.index(static_cast<int>(i), 0, phase);
            const ItemPlan& expected = plan.items[plan.phases[p].firstItem + i];
            QCOMPARE(item.data(PlanTreeModel::NodeRole).toString().toStdString(), expected.id);
            QCOMPARE(model.itemAt(item), &expected);
            QCOMPARE(model.indexOf(QString::fromStdString(expected.id)), item);
        }
    }
}

} // namespace

class TestPlanTreeModel : public UiTest {
    Q_OBJECT
private Q_SLOTS:
    void followsAnyChange_data();
    void followsAnyChange();
    void keepsRowsThatStay();
    void anotherCatalogueResets();
    void emptyPlan();
    void figures_data();
    void figures();
    void accessibleNames_data();
    void accessibleNames();
    void tooltipsTellWhy();
    void headers();
    void aPlanThatChangesAsksForNoPlaces();
    void widthsAreMeasuredOnce();
};

void TestPlanTreeModel::followsAnyChange_data()
{
    QTest::addColumn<Edit>("before");
    QTest::addColumn<Edit>("after");
    QTest::addColumn<bool>("rowsMove");
    const auto conditions = [](std::set<std::string> ids) {
        return Edit([ids](Inputs& inputs) { inputs.profile.conditions = ids; });
    };
    QTest::newRow("a tick") << Edit()
                            << Edit([](Inputs& inputs) { inputs.items["indexes"].progress.state = ItemState::done; })
                            << false;
    QTest::newRow("add-ons join") << Edit() << conditions({"payments", "enterprise"}) << true;
    QTest::newRow("add-ons leave") << conditions({"payments", "compliance", "user-content"}) << Edit() << true;
    QTest::newRow("some join while others leave")
        << conditions({"payments", "enterprise"}) << conditions({"compliance", "user-content"}) << true;
    QTest::newRow("one between two that stay")
        << conditions({"payments", "user-content"}) << conditions({"payments", "compliance", "user-content"}) << true;
    QTest::newRow("nothing") << Edit() << Edit() << false;
}

void TestPlanTreeModel::followsAnyChange()
{
    QFETCH(Edit, before);
    QFETCH(Edit, after);
    QFETCH(bool, rowsMove);
    const ProjectDocument project = emptyProject();
    PlanTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(planOf(project, before));
    compareWithPlan(model);

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPlan(planOf(project, after));
    compareWithPlan(model);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size() + removed.size() > 0, rowsMove);
    QVERIFY(!changed.isEmpty());
}

void TestPlanTreeModel::keepsRowsThatStay()
{
    const ProjectDocument project = emptyProject();
    PlanTreeModel model;
    model.setPlan(planOf(project));
    const QPersistentModelIndex tls(model.indexOf(QStringLiteral("tls")));
    const QPersistentModelIndex testing(model.indexOf(QStringLiteral("testing")));
    model.setPlan(planOf(project, [](Inputs& inputs) { inputs.profile.conditions = {"payments", "enterprise"}; }));
    QVERIFY(tls.isValid());
    QCOMPARE(tls.data(PlanTreeModel::NodeRole).toString(), QStringLiteral("tls"));
    QCOMPARE(testing.data(PlanTreeModel::NodeRole).toString(), QStringLiteral("testing"));
}

void TestPlanTreeModel::anotherCatalogueResets()
{
    PlanTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(planOf(emptyProject()));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setPlan(std::make_shared<const Plan>(smallPlan()));
    QCOMPARE(reset.size(), 1);
    compareWithPlan(model);

    // Items that only change places, which no catalogue of ours does between two plans.
    Plan swapped = smallPlan();
    std::swap(swapped.items[0], swapped.items[1]);
    model.setPlan(std::make_shared<const Plan>(swapped));
    QCOMPARE(reset.size(), 2);
    compareWithPlan(model);
}

void TestPlanTreeModel::emptyPlan()
{
    PlanTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setPlan(std::make_shared<const Plan>());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.indexOf(QStringLiteral("database")).isValid());
    model.setPlan(std::make_shared<const Plan>(smallPlan()));
    compareWithPlan(model);
}

void TestPlanTreeModel::figures_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("effort");
    QTest::addColumn<QString>("cost");
    QTest::newRow("phase") << "database"
                           << "2.8 – 7.4 weeks"
                           << "13,800 – 36,800";
    QTest::newRow("item") << "schema-for-scale"
                          << "5 – 12 days"
                          << "4,500 – 12,000";
    QTest::newRow("partly in place") << "unit-tests"
                                     << "3 – 5 days"
                                     << "3,000 – 4,500";
    QTest::newRow("in place") << "indexes"
                              << "in place"
                              << "";
    QTest::newRow("not needed") << "caching"
                                << "not needed"
                                << "";
}

void TestPlanTreeModel::figures()
{
    QFETCH(QString, node);
    QFETCH(QString, effort);
    QFETCH(QString, cost);
    PlanTreeModel model;
    model.setPlan(planOf(emptyProject(), [](Inputs& inputs) {
        inputs.items["indexes"].progress.state = ItemState::done;
        inputs.items["unit-tests"].progress.state = ItemState::partial;
        inputs.items["caching"].progress.state = ItemState::excluded;
    }));
    const QModelIndex index = model.indexOf(node);
    const auto text = [&](int column) {
        return index.siblingAtColumn(column).data().toString().replace(QChar(0x00a0), u' ');
    };
    QCOMPARE(text(PlanTreeModel::Effort), effort);
    QCOMPARE(text(PlanTreeModel::Cost), cost);
    QCOMPARE(index.data(PlanTreeModel::HasWorkRole).toBool(), !cost.isEmpty());
}

void TestPlanTreeModel::accessibleNames_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("name");
    QTest::newRow("phase that drives") << "database"
                                       << "Database, phase, 4 – 15 Jan 2027, AUD 13,800 – 36,800, drives the finish";
    QTest::newRow("item that drives") << "schema-for-scale"
                                      << "Schema designed for scale, item of Database, to build, 4 – 6 Jan 2027, "
                                         "AUD 4,500 – 12,000, drives the finish";
    QTest::newRow("item in place") << "indexes"
                                   << "Indexes on the queried columns, item of Database, in place";
    QTest::newRow("phase in place") << "testing"
                                    << "Testing, phase, in place";
    QTest::newRow("phase not needed") << "performance"
                                      << "Performance, phase, not needed";
}

void TestPlanTreeModel::accessibleNames()
{
    QFETCH(QString, node);
    QFETCH(QString, name);
    const ProjectDocument project = emptyProject();
    PlanTreeModel model;
    model.setPlan(planOf(project, [&](Inputs& inputs) {
        inputs.items["indexes"].progress.state = ItemState::done;
        for (const Phase& phase : project.catalogue.catalogue->phases)
            for (const Item& item : phase.items)
                if (phase.id == "testing")
                    inputs.items[item.id].progress.state = ItemState::done;
                else if (phase.id == "performance")
                    inputs.items[item.id].progress.state = ItemState::excluded;
    }));
    QCOMPARE(model.indexOf(node).data(Qt::AccessibleTextRole).toString().replace(QChar(0x00a0), u' '), name);
}

void TestPlanTreeModel::tooltipsTellWhy()
{
    PlanTreeModel model;
    model.setPlan(std::make_shared<const Plan>(smallPlan()));
    const QString tip =
        model.indexOf(QStringLiteral("e")).data(Qt::ToolTipRole).toString().replace(QChar(0x00a0), u' ');
    for (const char* part : {"The e", "1 – 5 Feb 2027", "5 – 10 days", "AUD 1,000 – 2,000", "1.5 weeks",
                             "starts when Ana finishes “The d”"})
        QVERIFY2(tip.contains(QString::fromUtf8(part)), qPrintable(tip));
    QVERIFY(model.indexOf(QStringLiteral("c")).data(Qt::ToolTipRole).toString().contains(u"in place"));
}

void TestPlanTreeModel::headers()
{
    const PlanTreeModel model;
    QCOMPARE(model.columnCount(), 3);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

namespace {

/// A tree that counts how often it is asked where a row is.
class AskedTree : public PlanTreeView {
public:
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override
    {
        ++asked;
        return PlanTreeView::visualRect(index);
    }
    mutable int asked = 0;
};

/// A model that counts how often a text is asked for.
class AskedModel : public PlanTreeModel {
public:
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        asked += role == Qt::DisplayRole ? 1 : 0;
        return PlanTreeModel::data(index, role);
    }
    mutable int asked = 0;
};

} // namespace

// Where a row is takes a walk over all rows above: with thousands of rows a tick would take a second.
void TestPlanTreeModel::aPlanThatChangesAsksForNoPlaces()
{
    const ProjectDocument project = emptyProject();
    PlanTreeModel model;
    model.setPlan(planOf(project));
    AskedTree tree;
    tree.setPlanModel(&model);
    tree.expandAll();
    showAt(tree, QSize(400, 500));
    tree.asked = 0;
    model.setPlan(planOf(project, [](Inputs& inputs) { inputs.items["tls"].progress.state = ItemState::done; }));
    QCOMPARE(tree.asked, 0);
    // And yet what is seen is what the model says.
    const QImage after = tree.viewport()->grab().toImage();
    tree.reset();
    tree.expandAll();
    QCOMPARE(after, tree.viewport()->grab().toImage());
}

void TestPlanTreeModel::widthsAreMeasuredOnce()
{
    const ProjectDocument project = emptyProject();
    AskedModel model;
    model.setPlan(planOf(project));
    PlanTreeView tree;
    tree.setPlanModel(&model);
    tree.expandAll();
    const int width = tree.wholeWidth();
    model.asked = 0;
    QCOMPARE(tree.wholeWidth(), width);
    QCOMPARE(tree.sizeHint(), tree.sizeHint());
    QCOMPARE(model.asked, 0);
    // Longer figures, fewer rows and larger letters are measured anew.
    model.setPlan(planOf(project, [](Inputs& inputs) { inputs.team.front().weeklyRate = Money::dollars(9'000'000); }));
    QVERIFY(tree.wholeWidth() > width);
    const int wide = tree.wholeWidth();
    tree.collapseAll();
    QVERIFY(tree.wholeWidth() < wide);
    QFont large = tree.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    tree.setMetrics(GanttMetrics::of(large));
    QVERIFY(tree.wholeWidth() > wide);
}

TRESTLE_UI_TEST(TestPlanTreeModel)
#include "tst_plan_tree_model.moc"
