#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/large_plan.h"
#include "tests/ui/support/small_plan.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/selection.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/gantt/gantt_view.h"
#include "ui/gantt/plan_tree_model.h"
#include "ui/gantt/plan_tree_view.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

using namespace trestle;
using namespace trestle::testing;

namespace {

/// A view on a plan, shown, with its parts at hand.
struct Shown {
    explicit Shown(const ProjectDocument& project = emptyProject(), QSize size = {900, 560}) : file(project)
    {
        view = std::make_unique<GanttView>(file.document(), selection);
        tree = view->findChild<PlanTreeView*>();
        chart = view->findChild<GanttChart*>();
        showAt(*view, size);
    }

    [[nodiscard]] PlanDocument& document() const { return file.document(); }
    [[nodiscard]] QModelIndex index(const char* node) const
    {
        return static_cast<PlanTreeModel*>(tree->model())->indexOf(QString::fromUtf8(node));
    }
    [[nodiscard]] std::size_t row(const char* node) const { return rowOfNode(*chart->plan(), chart->contents(), node); }
    [[nodiscard]] QString current() const { return tree->currentIndex().data(PlanTreeModel::NodeRole).toString(); }
    [[nodiscard]] ItemState state(const char* item) const { return document().plan().findItem(item)->state; }

    OpenPlan file;
    Selection selection;
    std::unique_ptr<GanttView> view;
    PlanTreeView* tree = nullptr;
    GanttChart* chart = nullptr;
};

/// Rows of the tree and of the chart stand at the same heights, all that are in sight.
void compareRows(const Shown& shown)
{
    const GanttLayout& layout = shown.chart->contents();
    const Plan& plan = *shown.chart->plan();
    int compared = 0;
    for (std::size_t r = 0; r < layout.rows.size(); ++r) {
        const QRectF row = shown.chart->rowRect(r);
        if (row.bottom() < shown.chart->body().top() || row.top() > shown.chart->body().bottom())
            continue;
        const QModelIndex index = shown.index(nodeOf(plan, layout.rows[r]).c_str());
        const QRect inTree = shown.tree->visualRect(index);
        const int top = shown.tree->viewport()->mapTo(shown.view.get(), inTree.topLeft()).y();
        QCOMPARE(top, qRound(row.top()) + shown.chart->mapTo(shown.view.get(), QPoint()).y());
        QCOMPARE(inTree.height(), qRound(row.height()));
        ++compared;
    }
    QVERIFY(compared > 3);
}

class Counter : public QObject {
public:
    Counter(QObject* watched, QEvent::Type type) : m_type(type) { watched->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        m_count += event->type() == m_type ? 1 : 0;
        return false;
    }

private:
    QEvent::Type m_type;
    int m_count = 0;
};

void turnWheel(QWidget* widget, QPointF at, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestGanttView : public UiTest {
    Q_OBJECT
private Q_SLOTS:
    void widgetsAreSound_data();
    void widgetsAreSound();
    void firstPhaseWithWorkIsOpen();
    void rowsLineUp();
    void rowsLineUpWhileScrolling();
    void barsFollowATick();
    void aTickIsOnePaint();
    void openPhasesStayOpen();
    void selectionGoesBothWays();
    void selectionInAClosedPhaseStandsAtThePhase();
    void clicksSelectAndOpen();
    void spaceCyclesStates();
    void xExcludes();
    void arrowsAndEndsMove();
    void keysZoom();
    void wheelZoomsAroundThePointer();
    void wheelScrolls();
    void fitFollowsTheWidth();
    void axisIsTold();
    void linkModes();
    void slackOnRequest();
    void extensionUntilRiskLands();
    void menuOffersStates();
    void everythingInPlace();
    void fontAndThemeAreFollowed();
    void narrowTreeKeepsTitles();
    void barsAreAccessible();
    void undoneWhileOpen();
};

void TestGanttView::widgetsAreSound_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1200, 600);
    QTest::newRow("as in the window") << QSize(815, 500);
    QTest::newRow("narrow") << QSize(480, 300);
}

void TestGanttView::widgetsAreSound()
{
    QFETCH(QSize, size);
    const Shown shown(sampleProject(), size);
    shown.view->zoomIn();
    QCoreApplication::processEvents();
    QCOMPARE(widgetProblems(*shown.view), QStringList());
    const GanttMetrics& metrics = shown.chart->contents().metrics;
    for (const QFont& font : {metrics.phaseFont, metrics.itemFont, metrics.headerFont, metrics.weekFont})
        QVERIFY(font.pixelSize() >= kSmallestText);
}

void TestGanttView::firstPhaseWithWorkIsOpen()
{
    ProjectDocument project = emptyProject();
    for (const Item& item : project.catalogue.catalogue->phases.front().items)
        project.project.base.items[item.id].progress.state = ItemState::done;
    QCOMPARE(Shown(emptyProject()).view->openPhases(), QStringList("database"));
    QCOMPARE(Shown(project).view->openPhases(), QStringList("authentication"));
}

void TestGanttView::rowsLineUp()
{
    const Shown shown;
    compareRows(shown);
    shown.view->setOpenPhases({"authentication", "testing", "operations"});
    QCoreApplication::processEvents();
    compareRows(shown);
    shown.view->zoomIn(); // brings the horizontal scroll bar
    QCoreApplication::processEvents();
    compareRows(shown);
}

void TestGanttView::rowsLineUpWhileScrolling()
{
    Shown shown(largeProject(3, 4));
    for (QAction* action : shown.view->viewActions())
        if (action->objectName() == u"ganttOpenAll")
            action->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(shown.chart->contents().rows.size(), std::size_t{3 * (8 + 4 * 39)});
    auto* bar = shown.view->findChild<QScrollBar*>("ganttVerticalScroll");
    QVERIFY(bar->isVisible());
    for (const double part : {0.0, 0.3, 0.77, 1.0}) {
        bar->setValue(qRound(bar->maximum() * part));
        QCOMPARE(shown.tree->verticalScrollBar()->value(), bar->value());
        compareRows(shown);
    }
    // The last row ends at the lower edge of the body.
    QCOMPARE(qRound(shown.chart->rowRect(shown.chart->contents().rows.size() - 1).bottom()),
             shown.chart->body().bottom() + 1);
    shown.tree->setCurrentIndex(shown.index("testing-0"));
    QTest::keyClick(shown.tree, Qt::Key_End);
    QVERIFY(bar->value() >= bar->maximum() - 1);
    compareRows(shown);
    QTest::keyClick(shown.tree, Qt::Key_Home);
    QCOMPARE(shown.selection.node(), QStringLiteral("database-0"));
    QCOMPARE(bar->value(), 0);
}

void TestGanttView::barsFollowATick()
{
    const Shown shown;
    const QRectF before = shown.chart->contents().rows[shown.row("database")].bar;
    shown.document().setItemState("schema-for-scale", ItemState::done);
    testing::beforeFrame();
    const QRectF after = shown.chart->contents().rows[shown.row("database")].bar;
    QVERIFY(after.width() < before.width());
    QVERIFY(shown.chart->contents().rows[shown.row("schema-for-scale")].bar.isEmpty());
    QCOMPARE(shown.index("schema-for-scale").siblingAtColumn(PlanTreeModel::Effort).data().toString(),
             QStringLiteral("in place"));
}

void TestGanttView::aTickIsOnePaint()
{
    const Shown shown;
    QVERIFY(testing::awaitRisk(shown.document()));
    QTest::qWait(50); // whatever showing it still has to paint
    const Counter frames(shown.view->window(), QEvent::UpdateRequest);
    const Counter chart(shown.chart, QEvent::Paint);
    const Counter tree(shown.tree->viewport(), QEvent::Paint);
    shown.document().setItemState("indexes", ItemState::done);
    // The simulation's answer is a paint of its own, which is counted apart.
    int before = -1;
    QObject::connect(&shown.document(), &PlanDocument::riskChanged, shown.view.get(), [&] {
        if (shown.document().risk() && before < 0)
            before = std::max({frames.count(), chart.count(), tree.count()});
    });
    QTRY_VERIFY(chart.count() > 0);
    QVERIFY(testing::awaitRisk(shown.document()));
    QTest::qWait(50);
    QVERIFY2(before == 0 || before == 1, qPrintable(QString::number(before)));
    QCOMPARE(frames.count(), before + 1);
    QCOMPARE(chart.count(), before + 1);
    QCOMPARE(tree.count(), 1); // nothing that it paints comes from the simulation
}

void TestGanttView::openPhasesStayOpen()
{
    const Shown shown;
    const QStringList open{"operations", "security"};
    shown.view->setOpenPhases(open);
    shown.document().setItemState("tls", ItemState::done);
    shown.document().edit("Answer", [](Inputs& inputs) { inputs.profile.conditions = {"payments", "compliance"}; });
    testing::beforeFrame();
    QCOMPARE(shown.view->openPhases(), open);
    for (const char* phase : {"security", "operations"})
        QVERIFY(shown.tree->isExpanded(shown.index(phase)));
    QVERIFY(!shown.tree->isExpanded(shown.index("database")));
    QVERIFY(shown.row("payment-scope") > shown.row("security")); // the add-on's own row
    compareRows(shown);
}

void TestGanttView::selectionGoesBothWays()
{
    Shown shown;
    shown.selection.select("testing");
    QSignalSpy changed(&shown.selection, &Selection::changed);
    shown.selection.select("indexes");
    QCOMPARE(shown.current(), QStringLiteral("indexes"));
    QCOMPARE(shown.chart->selectedRow(), shown.row("indexes"));
    shown.tree->setFocus();
    QTest::keyClick(shown.tree, Qt::Key_Down);
    QCOMPARE(shown.selection.node(), QStringLiteral("query-monitoring"));
    QCOMPARE(shown.chart->selectedRow(), shown.row("query-monitoring"));
    shown.selection.select({});
    QVERIFY(!shown.tree->currentIndex().isValid());
    QCOMPARE(shown.chart->selectedRow(), GanttLayout::kNoRow);
    QCOMPARE(changed.size(), 3); // and no echo
}

void TestGanttView::selectionInAClosedPhaseStandsAtThePhase()
{
    Shown shown;
    shown.selection.select("tls");
    QCOMPARE(shown.current(), QStringLiteral("security"));
    QCOMPARE(shown.selection.node(), QStringLiteral("tls"));
    QVERIFY(!shown.tree->isExpanded(shown.index("security")));
    shown.tree->expand(shown.index("security"));
    QCOMPARE(shown.current(), QStringLiteral("tls"));
    shown.tree->collapse(shown.index("security"));
    QCOMPARE(shown.current(), QStringLiteral("security"));
    QVERIFY(!shown.tree->isExpanded(shown.index("security")));
}

void TestGanttView::clicksSelectAndOpen()
{
    const Shown shown;
    const QPoint testing = shown.chart->rowRect(shown.row("testing")).center().toPoint();
    QTest::mouseClick(shown.chart, Qt::LeftButton, {}, testing);
    QCOMPARE(shown.selection.node(), QStringLiteral("testing"));
    QTest::mouseDClick(shown.chart, Qt::LeftButton, {}, testing);
    QVERIFY(shown.view->openPhases().contains("testing"));
    QVERIFY(shown.tree->isExpanded(shown.index("testing")));
}

void TestGanttView::spaceCyclesStates()
{
    Shown shown;
    shown.selection.select("indexes");
    for (const ItemState expected : {ItemState::done, ItemState::partial, ItemState::missing, ItemState::done}) {
        QTest::keyClick(shown.tree, Qt::Key_Space);
        QCOMPARE(shown.state("indexes"), expected);
        QCOMPARE(shown.current(), QStringLiteral("indexes"));
    }
    shown.selection.select("testing");
    QTest::keyClick(shown.tree, Qt::Key_Space); // a phase has no state: opens
    QVERIFY(shown.view->openPhases().contains("testing"));
}

void TestGanttView::xExcludes()
{
    Shown shown;
    shown.selection.select("indexes");
    QTest::keyClick(shown.tree, Qt::Key_X);
    QCOMPARE(shown.state("indexes"), ItemState::excluded);
    QTest::keyClick(shown.tree, Qt::Key_X);
    QCOMPARE(shown.state("indexes"), ItemState::missing);
    QTest::keyClick(shown.tree, Qt::Key_X);
    QTest::keyClick(shown.tree, Qt::Key_Space);
    QCOMPARE(shown.state("indexes"), ItemState::missing);
}

void TestGanttView::arrowsAndEndsMove()
{
    Shown shown;
    shown.selection.select("schema-for-scale");
    QTest::keyClick(shown.tree, Qt::Key_Left);
    QCOMPARE(shown.selection.node(), QStringLiteral("database"));
    QTest::keyClick(shown.tree, Qt::Key_Left);
    QVERIFY(shown.view->openPhases().isEmpty());
    QTest::keyClick(shown.tree, Qt::Key_Right);
    QCOMPARE(shown.view->openPhases(), QStringList("database"));
    QTest::keyClick(shown.tree, Qt::Key_End);
    QCOMPARE(shown.selection.node(), QStringLiteral("operations"));
    QTest::keyClick(shown.tree, Qt::Key_Home);
    QCOMPARE(shown.selection.node(), QStringLiteral("database"));
    QTest::keyClick(shown.tree, Qt::Key_PageDown);
    QVERIFY(shown.selection.node() != u"database");
}

void TestGanttView::keysZoom()
{
    Shown shown;
    const double fitted = shown.chart->contents().axis.pixelsPerWeek();
    shown.selection.select("testing");
    QTest::keyClick(shown.tree, Qt::Key_Plus);
    QTest::keyClick(shown.tree, Qt::Key_Plus);
    QVERIFY(shown.chart->contents().axis.pixelsPerWeek() > 1.5 * fitted);
    QVERIFY(shown.view->findChild<QScrollBar*>("ganttHorizontalScroll")->isVisible());
    QTest::keyClick(shown.tree, Qt::Key_Minus);
    QVERIFY(shown.chart->contents().axis.pixelsPerWeek() < 1.5 * fitted);
    QTest::keyClick(shown.tree, Qt::Key_0);
    QCOMPARE(shown.chart->contents().axis.pixelsPerWeek(), fitted);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(shown.tree, Qt::Key_Plus);
    QCOMPARE(shown.chart->contents().axis.pixelsPerWeek(), TimeAxis::kFinest);
    for (int i = 0; i < 120; ++i)
        QTest::keyClick(shown.tree, Qt::Key_Minus);
    QCOMPARE(shown.chart->contents().axis.pixelsPerWeek(), TimeAxis::kCoarsest);
}

void TestGanttView::wheelZoomsAroundThePointer()
{
    const Shown shown;
    const auto weekAt = [&](double x) { return shown.chart->contents().axis.weekAt(x + shown.chart->offset().x()); };
    const double x = shown.chart->width() * 0.6;
    const double before = weekAt(x);
    const double scale = shown.chart->contents().axis.pixelsPerWeek();
    for (int notch = 0; notch < 5; ++notch)
        turnWheel(shown.chart, {x, 100}, {0, 120}, Qt::ControlModifier);
    QVERIFY(shown.chart->contents().axis.pixelsPerWeek() > 2 * scale);
    // Scrolling is in whole pixels, half of one is lost at each notch.
    QVERIFY(std::abs(weekAt(x) - before) * shown.chart->contents().axis.pixelsPerWeek() < 5);
}

void TestGanttView::wheelScrolls()
{
    const Shown shown(emptyProject(), {900, 260});
    turnWheel(shown.chart, {50, 100}, {0, -120});
    QVERIFY(shown.tree->verticalScrollBar()->value() > 0);
    compareRows(shown);
    shown.view->zoomIn();
    shown.view->zoomIn();
    const double before = shown.chart->offset().x();
    turnWheel(shown.chart, {50, 100}, {0, -120}, Qt::ShiftModifier);
    QVERIFY(shown.chart->offset().x() > before);
}

void TestGanttView::fitFollowsTheWidth()
{
    const Shown shown;
    const auto overhang = [&] {
        return shown.chart->contents().axis.width() + 2 * GanttChart::kPadding - shown.chart->width();
    };
    QVERIFY(std::abs(overhang()) < 1);
    showAt(*shown.view, {1300, 560});
    QVERIFY(std::abs(overhang()) < 1);
    shown.view->zoomIn();
    showAt(*shown.view, {1000, 560});
    QVERIFY(overhang() > 10); // the user's own scale stays
    shown.view->fit();
    QVERIFY(std::abs(overhang()) < 1);
}

void TestGanttView::axisIsTold()
{
    const Shown shown;
    QSignalSpy told(shown.view.get(), &GanttView::axisChanged);
    const auto [first, last] = shown.view->chartTimes();
    QCOMPARE(first, 0.0);
    QVERIFY(std::abs(last - shown.chart->contents().axis.length()) < 0.1);
    QVERIFY(shown.view->rect().contains(shown.view->chartArea()));
    shown.view->zoomIn();
    QVERIFY(!told.isEmpty());
    told.clear();
    auto* bar = shown.view->findChild<QScrollBar*>("ganttHorizontalScroll");
    bar->setValue(bar->maximum());
    QCOMPARE(told.size(), 1);
    const auto [zoomedFirst, zoomedLast] = shown.view->chartTimes();
    QVERIFY(zoomedFirst > 0);
    const double pixels = (zoomedLast - zoomedFirst) * shown.chart->contents().axis.pixelsPerWeek();
    QVERIFY(std::abs(pixels - shown.view->chartArea().width()) < 1.5);
}

void TestGanttView::linkModes()
{
    Shown shown;
    shown.selection.select({});
    QVERIFY(shown.chart->contents().arrows.empty());
    shown.selection.select("database");
    QCOMPARE(shown.chart->contents().arrows.size(), std::size_t{3});
    shown.view->setLinkMode(LinkMode::All);
    QCOMPARE(shown.chart->contents().arrows.size(), shown.document().plan().links.size());
    shown.view->setLinkMode(LinkMode::None);
    QVERIFY(shown.chart->contents().arrows.empty());
    // With 1.5 engineers only the first successor waits for its link.
    shown.view->setLinkMode(LinkMode::Selected);
    int solid = 0;
    for (const GanttArrow& arrow : shown.chart->contents().arrows) {
        solid += arrow.byPeople ? 0 : 1;
        QCOMPARE(arrow.byPeople, arrow.to != shown.row("authentication"));
    }
    QCOMPARE(solid, 1);
}

void TestGanttView::slackOnRequest()
{
    const Shown shown;
    QVERIFY(!shown.view->slackShown());
    QSignalSpy toggled(shown.view->viewActions().at(1), &QAction::toggled);
    shown.view->setSlackShown(true);
    QVERIFY(shown.view->slackShown());
    QCOMPARE(toggled.size(), 1);
}

void TestGanttView::extensionUntilRiskLands()
{
    const Shown shown;
    const auto until = [&] { return shown.chart->contents().rows[shown.row("database")].until; };
    const auto sureAt = [&](double Percentiles::* percentile) {
        return shown.chart->contents().axis.x(shown.document().risk()->phases[0].finishWeek.*percentile);
    };
    QCOMPARE(shown.chart->contents().until->confidence, 80);
    QVERIFY(testing::awaitRisk(shown.document()));
    testing::beforeFrame();
    QCOMPARE(until().right(), sureAt(&Percentiles::p80));
    const TimeAxis axis = shown.chart->contents().axis;
    // Nothing is claimed of the new plan before it is simulated, and nothing else moves when it is.
    shown.document().setItemState("point-in-time-backups", ItemState::done);
    testing::beforeFrame();
    QVERIFY(until().isEmpty());
    QCOMPARE(shown.chart->contents().until->confidence, 80);
    QVERIFY(testing::awaitRisk(shown.document()));
    testing::beforeFrame();
    QCOMPARE(until().right(), sureAt(&Percentiles::p80));
    QVERIFY(shown.chart->contents().axis == axis);
    shown.document().edit("90", [](Inputs& inputs) { inputs.confidence = 90; });
    testing::beforeFrame();
    QCOMPARE(until().right(), sureAt(&Percentiles::p90));
}

void TestGanttView::menuOffersStates()
{
    Shown shown;
    shown.selection.select("indexes");
    bool met = false;
    QTimer::singleShot(0, shown.view.get(), [&] {
        auto* menu = shown.view->findChild<QMenu*>("ganttMenu");
        met = menu != nullptr;
        if (!met)
            return;
        QVERIFY(menu->actions().at(0)->isChecked()); // to build
        menu->actions().at(4)->trigger();            // not needed
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(shown.tree, &event);
    QVERIFY(met);
    QCOMPARE(shown.state("indexes"), ItemState::excluded);
}

void TestGanttView::everythingInPlace()
{
    ProjectDocument project = emptyProject();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            project.project.base.items[item.id].progress.state = ItemState::done;
    const Shown shown(project);
    QVERIFY(!shown.chart->contents().anyWork);
    compareRows(shown);
    const QImage empty = shown.chart->grab().toImage();
    shown.document().setItemState("tls", ItemState::missing);
    testing::beforeFrame();
    QVERIFY(shown.chart->contents().anyWork);
    QVERIFY(shown.chart->grab().toImage() != empty);
}

void TestGanttView::fontAndThemeAreFollowed()
{
    const Shown shown;
    const QImage light = shown.chart->grab().toImage();
    shown.view->setPalette(darkPalette());
    QCoreApplication::processEvents();
    const QImage dark = shown.chart->grab().toImage();
    QCOMPARE(dark.pixelColor(2, dark.height() - 2), roleColor(Role::Surface, darkPalette()));
    QVERIFY(light.pixelColor(2, light.height() - 2) != dark.pixelColor(2, dark.height() - 2));

    const double row = shown.chart->contents().metrics.phaseRow;
    QFont large = shown.view->font();
    large.setPixelSize(26);
    shown.view->setFont(large);
    QCoreApplication::processEvents();
    QVERIFY(shown.chart->contents().metrics.phaseRow > 1.5 * row);
    compareRows(shown);
    QCOMPARE(widgetProblems(*shown.view), QStringList());
}

void TestGanttView::narrowTreeKeepsTitles()
{
    const Shown shown(sampleProject(), {1200, 500});
    QVERIFY(!shown.tree->isColumnHidden(PlanTreeModel::Cost));
    shown.tree->resize(300, 400);
    QVERIFY(shown.tree->isColumnHidden(PlanTreeModel::Cost));
    QVERIFY(!shown.tree->isColumnHidden(PlanTreeModel::Effort));
    shown.tree->resize(190, 400);
    QVERIFY(shown.tree->isColumnHidden(PlanTreeModel::Effort));
    shown.tree->resize(500, 400);
    QVERIFY(!shown.tree->isColumnHidden(PlanTreeModel::Cost));
}

void TestGanttView::barsAreAccessible()
{
    Shown shown;
    shown.selection.select("database");
    QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(shown.chart);
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->childCount(), static_cast<int>(shown.chart->contents().rows.size()));
    QAccessibleInterface* bar = chart->child(0);
    QCOMPARE(bar->text(QAccessible::Name).replace(QChar(0x00a0), u' '),
             QStringLiteral("Database, phase, 4 – 15 Jan 2027, AUD 15,000 – 40,000, drives the finish"));
    QVERIFY(bar->state().selected);
    QCOMPARE(bar->parent()->object(), shown.chart);
    QCOMPARE(chart->indexOfChild(bar), 0);
    QCOMPARE(chart->child(0), bar);
    const QRect place = bar->rect();
    QCOMPARE(chart->childAt(place.center().x(), place.center().y()), bar);
    QVERIFY(!chart->child(chart->childCount()));

    QAccessibleInterface* last = chart->child(chart->childCount() - 1);
    shown.view->setOpenPhases({});
    QVERIFY(!last->isValid()); // its row is gone

    const QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(shown.tree);
    QVERIFY(tree->childCount() > 0);
    QCOMPARE(shown.index("database").data(Qt::AccessibleTextRole).toString(), bar->text(QAccessible::Name));
}

void TestGanttView::undoneWhileOpen()
{
    Shown shown;
    shown.selection.select("payment-scope");
    shown.document().edit("Answer", [](Inputs& inputs) { inputs.profile.conditions = {"payments"}; });
    testing::beforeFrame();
    QCOMPARE(shown.chart->selectedRow(), shown.row("security")); // its phase is closed
    shown.document().undo();
    testing::beforeFrame();
    QCOMPARE(shown.chart->selectedRow(), GanttLayout::kNoRow);
    compareRows(shown);
}

TRESTLE_UI_TEST(TestGanttView)
#include "tst_gantt_view.moc"
