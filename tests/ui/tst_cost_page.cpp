#include "models/risk/promises.h"
#include "models/rounding.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/pages/cost_page.h"
#include "ui/pages/cost_table_model.h"
#include "ui/pages/cost_table_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

using namespace trestle;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

CostTableView& table(const CostPage& page, const char* name)
{
    auto* view = page.findChild<CostTableView*>(QString::fromLatin1(name));
    if (!view)
        qFatal("no table %s", name);
    return *view;
}

QString cell(const CostTableView& view, const QString& title, const QString& heading)
{
    const QAbstractItemModel& model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (plain(model.index(row, 0).data().toString()) == title)
            for (int column = 0; column < model.columnCount(); ++column)
                if (model.headerData(column, Qt::Horizontal).toString() == heading)
                    return plain(model.index(row, column).data().toString());
    return QStringLiteral("no such cell");
}

QStringList column(const CostTableView& view, int number)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        texts << plain(view.model()->index(row, number).data().toString());
    return texts;
}

} // namespace

class TestCostPage : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void modelsAreSound();
    void sampleByPhase();
    void sampleByMonth();
    void spentStandsAboveWhatIsToCome();
    void figuresThatAreShownAddUp_data();
    void figuresThatAreShownAddUp();
    void priceCarriesGst();
    void theChoiceOfGstIsThePlans();
    void contingencyReachesTheConfidence_data();
    void contingencyReachesTheConfidence();
    void sumsStayBelow_data();
    void sumsStayBelow();
    void headingSortsAndClears();
    void copiesTheSelection();
    void ticksChangeFiguresInPlace();
    void viewsSwitchByKeyboard();
    void fits_data();
    void fits();
    void monthsNeedNoSidewaysScrolling_data();
    void monthsNeedNoSidewaysScrolling();
};

void TestCostPage::modelsAreSound()
{
    testing::OpenPlan open;
    CostTableModel model;
    CostSortModel sorted;
    sorted.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester sortTester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGrid(costGridByPhase(open.plan(), GstBasis::purchases, nullptr));
    sorted.sort(2, Qt::DescendingOrder);
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    model.setGrid(costGridByPhase(open.plan(), GstBasis::price, nullptr));
    model.setGrid(costGridByMonth(open.plan(), GstBasis::price));
    model.setGrid({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCostPage::sampleByPhase()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    const CostTableView& view = table(page, "costPhaseTable");
    QCOMPARE(cell(view, QStringLiteral("Database"), QStringLiteral("Low")), QStringLiteral("13,800"));
    QCOMPARE(cell(view, QStringLiteral("Testing"), QStringLiteral("Likely")), QStringLiteral("19,125"));
    QCOMPARE(cell(view, QStringLiteral("Documentation, on-call"), QStringLiteral("High")), QStringLiteral("40,000"));
    QCOMPARE(cell(view, QStringLiteral("Labour"), QStringLiteral("Low")), QStringLiteral("114,050"));
    QCOMPARE(cell(view, QStringLiteral("Labour"), QStringLiteral("Likely")), QStringLiteral("157,800"));
    QCOMPARE(cell(view, QStringLiteral("Labour"), QStringLiteral("High")), QStringLiteral("220,550"));
    QCOMPARE(cell(view, QStringLiteral("Total ex GST"), QStringLiteral("Likely")),
             plain(format::amount(open.plan().total.likely)));
    for (const CostRow& row : costGridByPhase(open.plan(), GstBasis::purchases, nullptr).rows)
        if (row.title.contains(QStringLiteral("ontingency"))) // has its place, and its figures with the simulation
            QVERIFY(std::ranges::none_of(row.amounts, [](const auto& amount) { return amount.has_value(); }));
}

void TestCostPage::sampleByMonth()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    page.setView(CostPage::View::ByMonth);
    testing::showAt(page, {818, 740});
    const CostTableView& view = table(page, "costMonthTable");
    QCOMPARE(column(view, 0), QStringList({"Jan 2027", "Feb 2027", "Mar 2027", "Apr 2027", "May 2027", "Jun 2027",
                                           "Jul 2027", "Total"}));
    // 20 working days of 1.5 people at AUD 1,000 a day.
    QCOMPARE(cell(view, QStringLiteral("Jan 2027"), QStringLiteral("Labour")), QStringLiteral("30,000"));
    QCOMPARE(cell(view, QStringLiteral("Total"), QStringLiteral("Labour")), QStringLiteral("157,800"));
    QCOMPARE(cell(view, QStringLiteral("Jul 2027"), QStringLiteral("Labour")), QStringLiteral("–"));
}

void TestCostPage::spentStandsAboveWhatIsToCome()
{
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("begin"), [](Inputs& inputs) {
        inputs.asOf = inputs.start + std::chrono::days{56};
        inputs.actualCosts = {{monthOf(inputs.start), Money{3'125'040}, "Wages"},
                              {monthOf(inputs.start) + std::chrono::months{1}, Money{-20'000}, "Refund"}};
    });
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    const CostTableView& phases = table(page, "costPhaseTable");
    QCOMPARE(column(phases, 0).first(), QStringLiteral("Spent so far"));
    QCOMPARE(cell(phases, QStringLiteral("Spent so far"), QStringLiteral("Low")), QStringLiteral("31,050"));
    QCOMPARE(cell(phases, QStringLiteral("Spent so far"), QStringLiteral("High")), QStringLiteral("31,050"));
    QCOMPARE(cell(phases, QStringLiteral("Total ex GST"), QStringLiteral("Likely")),
             plain(format::shownAmount(open.plan().shown.total.likely)));
    QTest::mouseClick(phases.horizontalHeader()->viewport(), Qt::LeftButton, {},
                      QPoint(phases.horizontalHeader()->sectionViewportPosition(2) + 8, 8));
    QCOMPARE(column(phases, 0).first(), QStringLiteral("Spent so far")); // sorting leaves it there
    page.setView(CostPage::View::ByMonth);
    const CostTableView& months = table(page, "costMonthTable");
    QCOMPARE(column(months, 0).first(), QStringLiteral("Jan 2027"));
    QCOMPARE(cell(months, QStringLiteral("Jan 2027"), QStringLiteral("Spent so far")), QStringLiteral("31,250"));
    QCOMPARE(cell(months, QStringLiteral("Jan 2027"), QStringLiteral("Labour")), QStringLiteral("–"));
    QCOMPARE(cell(months, QStringLiteral("Total"), QStringLiteral("Spent so far")), QStringLiteral("31,050"));
    QCOMPARE(cell(months, QStringLiteral("Total"), QStringLiteral("Ex GST")),
             plain(format::shownAmount(open.plan().shown.total.likely)));
}

void TestCostPage::figuresThatAreShownAddUp_data()
{
    QTest::addColumn<int>("basis");
    QTest::addColumn<int>("mode");
    for (const auto basis : {GstBasis::purchases, GstBasis::price})
        for (const auto mode : {CostMode::worked, CostMode::retained})
            QTest::addRow("%s, %s", basis == GstBasis::price ? "price" : "purchases",
                          mode == CostMode::worked ? "worked" : "retained")
                << static_cast<int>(basis) << static_cast<int>(mode);
}

void TestCostPage::figuresThatAreShownAddUp()
{
    QFETCH(int, basis);
    QFETCH(int, mode);
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("odd rates"), [&](Inputs& inputs) {
        inputs.team[0].weeklyRate = Money{477'713};
        inputs.costMode = static_cast<CostMode>(mode);
    });
    const auto read = [](const QString& text) {
        return text == QStringLiteral("–") ? 0 : qRound64(QString(text).remove(u',').toDouble() * 100);
    };
    CostPage page(open.document());
    page.setGstBasis(static_cast<GstBasis>(basis));
    testing::showAt(page, {818, 740});
    const CostTableView& phases = table(page, "costPhaseTable");
    for (int c = 1; c <= 3; ++c) {
        const QStringList texts = column(phases, c);
        const auto rows = open.plan().phases.size();
        qint64 sum = 0;
        for (std::size_t i = 0; i < rows; ++i)
            sum += read(texts[static_cast<qsizetype>(i)]);
        const auto at = [&](int offset) { return read(texts[static_cast<qsizetype>(rows) + offset]); };
        QCOMPARE(sum, at(0));           // labour
        QCOMPARE(at(0) + at(1), at(2)); // and the log service: ex GST
        QCOMPARE(at(2) + at(3), at(4)); // and GST: inc GST
    }
    const CostTableView& months = table(page, "costMonthTable");
    for (int c = 1; c < months.model()->columnCount(); ++c) {
        QStringList texts = column(months, c);
        const qint64 total = read(texts.takeLast());
        qint64 sum = 0;
        for (const QString& text : texts)
            sum += read(text);
        QCOMPARE(sum, total);
    }
    for (int row = 0; row < months.model()->rowCount(); ++row) {
        const auto at = [&](int c) { return read(column(months, c)[row]); };
        QCOMPARE(at(1) + at(2), at(3));
        QCOMPARE(at(3) + at(4), at(5));
    }
}

void TestCostPage::priceCarriesGst()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    const CostTableView& view = table(page, "costPhaseTable");
    const Money running = open.plan().runningTotal.likely;
    QCOMPARE(cell(view, QStringLiteral("GST, 10 % of what is bought"), QStringLiteral("Likely")),
             plain(format::amount(gst(running))));
    QTest::mouseClick(page.findChild<QCheckBox*>(QStringLiteral("costAsPrice")), Qt::LeftButton, {}, QPoint(8, 12));
    QCOMPARE(page.gstBasis(), GstBasis::price);
    const Money total = open.plan().total.likely;
    QCOMPARE(cell(view, QStringLiteral("GST, 10 % of the price"), QStringLiteral("Likely")),
             plain(format::amount(gst(total))));
}

void TestCostPage::theChoiceOfGstIsThePlans()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    auto* box = page.findChild<QCheckBox*>(QStringLiteral("costAsPrice"));
    QVERIFY(box && !box->isChecked());
    const auto plan = open.document().inputs();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, 12));
    QCOMPARE(open.document().inputs().gst, GstBasis::price);
    QCOMPARE(open.document().undoLabel(), QStringLiteral("Show a price with GST"));
    QVERIFY(QTest::qWaitFor([&] { return open.document().saveState() == PlanDocument::SaveState::Saved; }));
    CostPage second(open.document());
    testing::showAt(second, {818, 740});
    QCOMPARE(second.gstBasis(), GstBasis::price);
    QVERIFY(second.findChild<QCheckBox*>(QStringLiteral("costAsPrice"))->isChecked());
    open.document().undo();
    QVERIFY(open.document().inputs() == plan);
    QVERIFY(!box->isChecked());
    QCOMPARE(cell(table(page, "costPhaseTable"), QStringLiteral("GST, 10 % of the price"), QStringLiteral("Likely")),
             QStringLiteral("no such cell"));
}

void TestCostPage::contingencyReachesTheConfidence_data()
{
    QTest::addColumn<int>("basis");
    QTest::addColumn<int>("confidence");
    for (const auto basis : {GstBasis::purchases, GstBasis::price})
        for (const int confidence : {50, 80, 90})
            QTest::addRow("%s at %d", basis == GstBasis::price ? "price" : "purchases", confidence)
                << static_cast<int>(basis) << confidence;
}

void TestCostPage::contingencyReachesTheConfidence()
{
    QFETCH(int, basis);
    QFETCH(int, confidence);
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("confidence"), [&](Inputs& inputs) { inputs.confidence = confidence; });
    CostPage page(open.document());
    page.setGstBasis(static_cast<GstBasis>(basis));
    testing::showAt(page, {818, 740});
    const CostTableView& view = table(page, "costPhaseTable");
    const QString name = QStringLiteral("Contingency to be %1 % sure").arg(confidence);
    const QString total = QStringLiteral("%1 % sure, inc GST").arg(confidence);
    if (!open.document().risk()) // while it is simulated there is nothing to put aside
        QCOMPARE(cell(view, name, QStringLiteral("Likely")), QString());
    QVERIFY(QTest::qWaitFor([&] { return open.document().risk() != nullptr; }, 60000));
    const auto read = [&](const QString& row) {
        QString text = cell(view, row, QStringLiteral("Likely")).remove(u',');
        return qRound64(text.replace(QChar(0x2212), u'-').toDouble() * 100);
    };
    const Money promise = promised(headlineOf(open.plan(), *open.document().risk(), confidence).total);
    const qint64 aside = (promise - wholeDollars(open.plan().total.likely)).cents;
    const bool price = static_cast<GstBasis>(basis) == GstBasis::price;
    QVERIFY(std::abs(static_cast<double>(read(name)) - static_cast<double>(aside) * (price ? 1.1 : 1.0)) <= 100);
    QCOMPARE(read(total), read(QStringLiteral("Total inc GST")) + read(name));
}

void TestCostPage::sumsStayBelow_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("order");
    for (int c = 0; c < 6; ++c)
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder})
            QTest::addRow("column %d %s", c, order == Qt::AscendingOrder ? "up" : "down") << c << int(order);
}

void TestCostPage::sumsStayBelow()
{
    QFETCH(int, column);
    QFETCH(int, order);
    testing::OpenPlan open;
    CostTableModel model;
    CostSortModel sorted;
    sorted.setSourceModel(&model);
    model.setGrid(costGridByPhase(open.plan(), GstBasis::purchases, nullptr));
    sorted.sort(column, static_cast<Qt::SortOrder>(order));
    QStringList tail;
    for (int row = 8; row < sorted.rowCount(); ++row)
        tail << plain(sorted.index(row, 0).data().toString());
    QCOMPARE(tail, QStringList({"Labour", "Log service", "Total ex GST", "GST, 10 % of what is bought", "Total inc GST",
                                "Contingency to be 80 % sure", "80 % sure, inc GST"}));
    for (int row = 1; row < 8; ++row) {
        const auto before = sorted.index(row - 1, column).data(CostTableModel::SortRole).toLongLong();
        const auto after = sorted.index(row, column).data(CostTableModel::SortRole).toLongLong();
        QVERIFY(order == Qt::AscendingOrder ? before <= after : before >= after);
    }
}

void TestCostPage::headingSortsAndClears()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    const CostTableView& view = table(page, "costPhaseTable");
    const QStringList natural = column(view, 0);
    QHeaderView& header = *view.horizontalHeader();
    const auto click = [&] {
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) / 2, header.height() / 2));
    };
    click();
    QCOMPARE(column(view, 0).first(), QStringLiteral("Authentication and permissions"));
    click();
    QVERIFY(column(view, 0) != natural);
    click();
    QCOMPARE(column(view, 0), natural);
}

void TestCostPage::copiesTheSelection()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    CostTableView& view = table(page, "costPhaseTable");
    view.setFocus();
    view.selectionModel()->select(QItemSelection(view.model()->index(0, 0), view.model()->index(1, 2)),
                                  QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Database\t13,800\t13,800\nAuthentication and permissions\t7,500\t11,250"));
    view.copySelection(true);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Phase\tLow\tLikely\nDatabase\t")));
    // Nothing selected leaves the clipboard alone.
    view.clearSelection();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
}

void TestCostPage::ticksChangeFiguresInPlace()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    CostTableView& view = table(page, "costPhaseTable");
    view.setCurrentIndex(view.model()->index(5, 2));
    const QString before = view.currentIndex().data().toString();
    open.document().setItemState(QStringLiteral("input-validation"), ItemState::done);
    QCOMPARE(view.currentIndex().row(), 5);
    QVERIFY(view.currentIndex().data().toString() != before);
    open.document().undo();
    QCOMPARE(view.currentIndex().data().toString(), before);
    page.hide();
    open.document().setItemState(QStringLiteral("input-validation"), ItemState::done);
    testing::showAt(page, {818, 740});
    QVERIFY(view.model()->index(5, 2).data().toString() != before);
}

void TestCostPage::viewsSwitchByKeyboard()
{
    testing::OpenPlan open;
    CostPage page(open.document());
    testing::showAt(page, {818, 740});
    auto* byMonth = page.findChild<QPushButton*>(QStringLiteral("costByMonth"));
    byMonth->setFocus();
    QTest::keyClick(byMonth, Qt::Key_Space);
    QCOMPARE(page.view(), CostPage::View::ByMonth);
    QVERIFY(
        page.findChild<QLabel*>(QStringLiteral("costNote"))->text().contains(QStringLiteral("low and the high plan")));
}

void TestCostPage::monthsNeedNoSidewaysScrolling_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<bool>("begun");
    QTest::newRow("of the sample") << 5000 << false;
    QTest::newRow("six digits a month") << 42'500 << false;
    QTest::newRow("begun") << 5000 << true;
    QTest::newRow("begun, six digits a month") << 42'500 << true;
}

/// In the window as it opens the first time: 818 pixels are left between the checklist and the details.
void TestCostPage::monthsNeedNoSidewaysScrolling()
{
    QFETCH(int, rate);
    QFETCH(bool, begun);
    ProjectDocument project = testing::sampleProject();
    if (Inputs& inputs = project.project.base; begun) {
        inputs.asOf = inputs.start + std::chrono::days{56};
        inputs.actualCosts = {{monthOf(inputs.start), Money::dollars(31 * rate), "Wages"}};
    }
    for (Person& person : project.project.base.team)
        person.weeklyRate = Money::dollars(rate);
    testing::OpenPlan open(project);
    CostPage page(open.document());
    page.setView(CostPage::View::ByMonth);
    testing::showAt(page, {818, 740});
    auto* table = page.findChild<CostTableView*>(QStringLiteral("costMonthTable"));
    QVERIFY(table);
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    table->sortByColumn(3, Qt::DescendingOrder);
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
}

void TestCostPage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("byMonth");
    QTest::newRow("wide, by phase") << QSize(818, 740) << false;
    QTest::newRow("wide, by month") << QSize(818, 740) << true;
    QTest::newRow("small, by phase") << QSize(640, 480) << false;
    QTest::newRow("small, by month") << QSize(640, 480) << true;
}

void TestCostPage::fits()
{
    QFETCH(QSize, size);
    QFETCH(bool, byMonth);
    testing::OpenPlan open;
    CostPage page(open.document());
    page.setView(byMonth ? CostPage::View::ByMonth : CostPage::View::ByPhase);
    testing::showAt(page, size);
    QCOMPARE(testing::widgetProblems(page), QStringList());
    const CostTableView& view = table(page, byMonth ? "costMonthTable" : "costPhaseTable");
    for (int c = 1; c <= 3; ++c) // figures are never elided; titles are
        QVERIFY(view.columnWidth(c) >= static_cast<const QAbstractItemView&>(view).sizeHintForColumn(c));
}

TRESTLE_UI_TEST(TestCostPage)
#include "tst_cost_page.moc"
