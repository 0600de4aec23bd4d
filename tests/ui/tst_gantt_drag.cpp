#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/gantt/gantt_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

using namespace trestle;
using namespace std::chrono;

namespace {

struct Shown {
    Shown()
    {
        open.document().edit(QStringLiteral("Target"), [](Inputs& inputs) {
            inputs.targetDate = Date{year{2027} / 4 / 16}; // a Friday
        });
        testing::showAt(view, QSize(1000, 500));
        view.activateWindow();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the view was not activated");
        testing::beforeFrame();
    }
    [[nodiscard]] std::optional<Date> target() const { return open.document().inputs().targetDate; }
    [[nodiscard]] const GanttMark& mark() const
    {
        return *std::ranges::find(chart.contents().marks, GanttMark::Kind::Target, &GanttMark::kind);
    }
    /// Where a day of the axis ends, in the chart.
    [[nodiscard]] QPoint endOf(Date date) const
    {
        return {qRound(*chart.contents().axis.xOfDayEnd(date) - chart.offset().x()), chart.body().top() + 40};
    }
    [[nodiscard]] QPoint endOfBar(std::size_t row) const
    {
        const QRectF bar =
            chart.contents().rows[row].bar.translated(-chart.offset().x(), chart.body().top() - chart.offset().y());
        return {qRound(bar.right()) + 1, qRound(bar.center().y())};
    }

    testing::OpenPlan open;
    Selection selection;
    GanttView view{open.document(), selection};
    GanttChart& chart = *view.findChild<GanttChart*>();
    QTreeView& tree = *view.findChild<QTreeView*>();
};

const Date kBefore = year{2027} / 4 / 16;
const Date kLater = year{2027} / 5 / 7;

} // namespace

class TestGanttDrag : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void theTargetIsDragged();
    void escapeTakesADragBack();
    void theTargetIsMovedByKeys();
    void keysTakenBackChangeNothing();
    void aPlanWithoutATargetHasNoneToMove();
    void aLinkIsDrawnFromABarToAnother();
    void aClickOnABarsEndSelects();
    void theMenuOfABarHasAKeyboardWay();
};

void TestGanttDrag::theTargetIsDragged()
{
    const Shown shown;
    const int steps = shown.open.document().canUndo() ? 1 : 0;
    QTest::mousePress(&shown.chart, Qt::LeftButton, {}, shown.endOf(kBefore));
    QVERIFY(shown.chart.isMovingTarget());
    QTest::mouseMove(&shown.chart, shown.endOf(kLater));
    QVERIFY(shown.mark().date == kLater); // the label says where it would go
    QVERIFY(shown.target() == kBefore);   // and nothing is changed yet
    QTest::mouseRelease(&shown.chart, Qt::LeftButton, {}, shown.endOf(kLater));
    QVERIFY(shown.target() == kLater);
    QCOMPARE(steps, 1);
    shown.open.document().undo(); // one step
    QVERIFY(shown.target() == kBefore);
    testing::beforeFrame();
    QVERIFY(shown.mark().date == kBefore);
}

void TestGanttDrag::escapeTakesADragBack()
{
    const Shown shown;
    QTest::mousePress(&shown.chart, Qt::LeftButton, {}, shown.endOf(kBefore));
    QTest::mouseMove(&shown.chart, shown.endOf(kLater));
    QTest::keyClick(&shown.chart, Qt::Key_Escape);
    QVERIFY(!shown.chart.isMovingTarget());
    QVERIFY(shown.mark().date == kBefore);
    QTest::mouseRelease(&shown.chart, Qt::LeftButton, {}, shown.endOf(kLater));
    QVERIFY(shown.target() == kBefore);
}

void TestGanttDrag::theTargetIsMovedByKeys()
{
    Shown shown;
    shown.tree.setFocus();
    QVERIFY(shown.view.moveTarget());
    QVERIFY(shown.chart.hasFocus());
    QVERIFY(shown.chart.accessibleDescription().contains(format::date(kBefore)));
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    QVERIFY(shown.mark().date == kBefore + days(1));
    QTest::keyClick(&shown.chart, Qt::Key_PageDown);
    QTest::keyClick(&shown.chart, Qt::Key_PageDown);
    QTest::keyClick(&shown.chart, Qt::Key_PageUp);
    QTest::keyClick(&shown.chart, Qt::Key_Left);
    QTest::keyClick(&shown.chart, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(shown.mark().date == kBefore + days(14));
    QVERIFY(shown.chart.accessibleDescription().contains(format::date(kBefore + days(14))));
    QVERIFY(shown.target() == kBefore);
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    QVERIFY(shown.target() == kBefore + days(14));
    QVERIFY(shown.tree.hasFocus());
    QVERIFY(shown.chart.accessibleDescription().isEmpty());
}

void TestGanttDrag::keysTakenBackChangeNothing()
{
    Shown shown;
    QVERIFY(shown.view.moveTarget());
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    QTest::keyClick(&shown.chart, Qt::Key_Escape);
    QVERIFY(shown.target() == kBefore && shown.mark().date == kBefore);
    QVERIFY(shown.view.moveTarget());
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    shown.tree.setFocus(); // going elsewhere keeps nothing
    QVERIFY(!shown.chart.isMovingTarget());
    QVERIFY(shown.target() == kBefore && shown.mark().date == kBefore);
}

void TestGanttDrag::aPlanWithoutATargetHasNoneToMove()
{
    Shown shown;
    shown.open.document().edit(QStringLiteral("None"), [](Inputs& inputs) { inputs.targetDate.reset(); });
    QVERIFY(!shown.view.moveTarget());
    QVERIFY(!shown.chart.isMovingTarget());
}

void TestGanttDrag::aLinkIsDrawnFromABarToAnother()
{
    const Shown shown;
    QSignalSpy wanted(&shown.view, &GanttView::linkWanted);
    std::vector<std::size_t> phases;
    for (std::size_t row = 0; row < shown.chart.contents().rows.size(); ++row)
        if (shown.chart.contents().rows[row].isPhase() && shown.chart.contents().rows[row].hasWork &&
            std::abs(shown.endOfBar(row).x() - shown.endOf(kBefore).x()) > 12)
            phases.push_back(row);
    QVERIFY(phases.size() > 1);
    const QPoint from = shown.endOfBar(phases[0]);
    const QPoint to(from.x() + 30, shown.endOfBar(phases[1]).y());
    QTest::mousePress(&shown.chart, Qt::LeftButton, {}, from);
    QTest::mouseMove(&shown.chart, to);
    QTest::mouseRelease(&shown.chart, Qt::LeftButton, {}, to);
    QCOMPARE(wanted.size(), qsizetype{1});
    const Plan& plan = *shown.chart.plan();
    QCOMPARE(wanted[0][0].toString(), QString::fromStdString(nodeOf(plan, shown.chart.contents().rows[phases[0]])));
    QCOMPARE(wanted[0][1].toString(), QString::fromStdString(nodeOf(plan, shown.chart.contents().rows[phases[1]])));
}

void TestGanttDrag::aClickOnABarsEndSelects()
{
    const Shown shown;
    QSignalSpy wanted(&shown.view, &GanttView::linkWanted);
    const auto& rows = shown.chart.contents().rows;
    const auto row = static_cast<std::size_t>(
        std::ranges::find_if(rows, [](const GanttRow& r) { return r.isPhase() && r.hasWork; }) - rows.begin());
    QTest::mouseClick(&shown.chart, Qt::LeftButton, {}, shown.endOfBar(row));
    QCOMPARE(wanted.size(), qsizetype{0});
    QCOMPARE(shown.selection.node(), QString::fromStdString(nodeOf(*shown.chart.plan(), rows[row])));
}

void TestGanttDrag::theMenuOfABarHasAKeyboardWay()
{
    Shown shown;
    const auto& rows = shown.chart.contents().rows;
    const auto item = static_cast<std::size_t>(
        std::ranges::find_if(rows, [](const GanttRow& r) { return !r.isPhase(); }) - rows.begin());
    const QString node = QString::fromStdString(nodeOf(*shown.chart.plan(), rows[item]));
    shown.selection.select(node);
    QSignalSpy note(&shown.view, &GanttView::noteWanted);
    QSignalSpy link(&shown.view, &GanttView::linkWanted);
    const auto choose = [&shown](const char* name) {
        bool chosen = false;
        QTimer::singleShot(0, &shown.chart, [&chosen, name] {
            const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (QAction* action : menu->actions())
                if (action->objectName() == QLatin1StringView(name)) {
                    chosen = true;
                    action->trigger();
                }
            QApplication::activePopupWidget()->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), shown.tree.mapToGlobal(QPoint()));
        QApplication::sendEvent(&shown.tree, &event);
        return chosen;
    };
    QVERIFY(choose("ganttNote"));
    QCOMPARE(note.value(0).value(0).toString(), node);
    QVERIFY(choose("ganttAddLink"));
    QCOMPARE(link.value(0).value(0).toString(), node);
    QVERIFY(choose("chartCopyPicture"));
    QVERIFY(!QGuiApplication::clipboard()->pixmap().isNull());
    QVERIFY(choose("ganttMoveTarget"));
    QVERIFY(shown.chart.isMovingTarget());
    QTest::keyClick(&shown.chart, Qt::Key_Escape);
    shown.tree.setFocus();
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    QCOMPARE(note.size(), qsizetype{2});
}

TRESTLE_UI_TEST(TestGanttDrag)
#include "tst_gantt_drag.moc"
