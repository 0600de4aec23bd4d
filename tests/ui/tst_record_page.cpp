#include "data/file_io.h"
#include "data/record/record_file.h"
#include "models/progress/forecast.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/pages/record_page.h"
#include "ui/record/record_chart.h"
#include "ui/record/record_store.h"
#include "ui/record/record_words.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTimer>
#include <QTreeWidget>

#include <cmath>

using namespace trestle;

namespace {

RecordedProject projectOf(double y, double weight = 1, const char* date = "2026-03-02")
{
    return {"prototype-to-production", *parseDate(date), y, weight, 1.05, 1.35, 1.55};
}

Record goldenSix()
{
    return {projectOf(.1), projectOf(.25), projectOf(-.05), projectOf(.4), projectOf(.2), projectOf(.15, .5)};
}

/// The plan with a baseline, whose database was finished since and took so many times what was likely.
ProjectDocument finishedDatabase(double times)
{
    ProjectDocument project = testing::emptyProject();
    Inputs& inputs = project.project.base;
    const auto before = makePlan(project.catalogue.catalogue, inputs);
    Baseline baseline;
    baseline.name = "Sent to Saltbush";
    baseline.taken = inputs.start;
    baseline.finish = baseline.finishP50 = baseline.finishP80 = baseline.finishP90 = before->finishDate.likely;
    for (const ItemPlan& item : before->items)
        baseline.items[item.id] = {item.state, item.effort.likely, {}, {}};
    baseline.effortP50 = 1.1;
    baseline.effortP80 = 1.4;
    baseline.effortP90 = 1.6;
    inputs.baseline = baseline;
    inputs.asOf = parseDate("2027-03-01");
    for (const Item& item : findPhase(*project.catalogue.catalogue, "database")->items) {
        setState(inputs, item.id, ItemState::done);
        inputs.items[item.id].actual.spent = times * before->findItem(item.id)->effort.likely;
    }
    return project;
}

template <class Widget>
Widget& find(const QWidget& root, const char* name)
{
    auto* widget = root.findChild<Widget*>(QString::fromLatin1(name));
    if (!widget)
        qFatal("no %s", name);
    return *widget;
}

QString textOf(const QWidget& root, const char* name)
{
    return find<QLabel>(root, name).text().replace(QChar(0x00A0), u' ');
}

/// Answers the question that comes next, and keeps what it said.
void answer(const QString& button, QString* said)
{
    QTimer::singleShot(0, qApp, [button, said] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box)
            qFatal("nothing was asked");
        *said = box->text() + u'\n' + box->informativeText();
        for (QAbstractButton* one : box->buttons())
            if (one->text() == button)
                one->click();
    });
}

/// The page with its store, read.
struct Open {
    explicit Open(const ProjectDocument& project = testing::emptyProject())
        : plan(project), page(plan.document(), store)
    {
        testing::showAt(page, {760, 900});
        QVERIFY(QTest::qWaitFor([this] { return store.isRead() && !store.isBusy(); }));
    }
    void wait() const
    {
        QVERIFY(QTest::qWaitFor([this] { return !store.isBusy(); }));
    }

    testing::OpenPlan plan;
    RecordStore store;
    RecordPage page;
};

} // namespace

class TestRecordPage : public testing::UiTest {
    Q_OBJECT
public:
    TestRecordPage() { qputenv("TRESTLE_RECORD", m_folder.filePath(QStringLiteral("kept/record.json")).toUtf8()); }

private Q_SLOTS:
    void cleanup();
    void emptyRecordSaysWhatItIsFor();
    void tellsWhatProjectsTake();
    void verdicts_data();
    void verdicts();
    void dotsStandWhereTheyBelong();
    void chartIsReadByKeys();
    void listHasThemAll();
    void planTakesTheFigures();
    void planIsRecordedWhenAgreed();
    void cancelledRecordsNothing();
    void emptiedWhenAgreed();
    void mergesAndExports();
    void damagedRecordIsTold();
    void tabComesWithTheRecord();
    void fits_data();
    void fits();

private:
    QTemporaryDir m_folder;
};

void TestRecordPage::cleanup()
{
    QFile::remove(QString::fromStdString(userRecordPath()));
}

void TestRecordPage::emptyRecordSaysWhatItIsFor()
{
    const Open open;
    QCOMPARE(textOf(open.page, "recordHeadline"), QStringLiteral("No past projects yet"));
    QVERIFY(textOf(open.page, "recordBasis").contains(QStringLiteral("No names are kept")));
    QVERIFY(find<QWidget>(open.page, "recordShown").isHidden());
    for (const char* button : {"recordUse", "recordExport", "recordEmpty"})
        QVERIFY2(find<QPushButton>(open.page, button).isHidden(), button);
    QVERIFY(find<QPushButton>(open.page, "recordMerge").isEnabled());
    QVERIFY(!find<QPushButton>(open.page, "recordAdd").isEnabled());
    QVERIFY(textOf(open.page, "recordWhy").contains(QStringLiteral("baseline")));
    QVERIFY(!QFile::exists(QString::fromStdString(userRecordPath())));
}

void TestRecordPage::tellsWhatProjectsTake()
{
    QVERIFY(addToUserRecord(goldenSix()));
    const Open open;
    // m .1167, s .2402: exp(m) = 1.124, exp(m ± 1.2816 s) = 0.826 and 1.529
    QCOMPARE(textOf(open.page, "recordHeadline"),
             QStringLiteral("Your projects usually take 12 % longer than planned; 8 of 10 end between 17 % shorter and "
                            "53 % longer."));
    QVERIFY(
        textOf(open.page, "recordBasis").startsWith(QStringLiteral("From 6 past projects, which took 19 % longer")));
    QCOMPARE(textOf(open.page, "recordHits0"), QStringLiteral("1 of 6, 3 should"));
    QCOMPARE(textOf(open.page, "recordHits1"), QStringLiteral("5 of 6, 4.8 should"));
    QCOMPARE(textOf(open.page, "recordHits2"), QStringLiteral("6 of 6, 5.4 should"));
}

void TestRecordPage::verdicts_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("projects");
    QTest::addColumn<QString>("words");
    QTest::newRow("too few to tell") << .5 << 0 << 4 << "that takes 5 projects";
    QTest::newRow("refuted") << .8 << 5 << 10 << "too tight";
    QTest::newRow("can be chance") << .8 << 6 << 10 << "that would take 5 of 10, or fewer";
    QTest::newRow("only none would") << .5 << 1 << 6 << "would take 0 of 6";
    QTest::newRow("none did") << .5 << 0 << 6 << "too tight";
}

void TestRecordPage::verdicts()
{
    QFETCH(double, share);
    QFETCH(int, hits);
    QFETCH(int, projects);
    QFETCH(QString, words);
    Record record;
    for (int i = 0; i < projects; ++i)
        record.push_back(projectOf(i < hits ? 0 : 1));
    const RecordFigures figures = figuresOf(record);
    const auto rate = std::ranges::find(figures.hits, share, &HitRate::share);
    QCOMPARE(rate->hits, hits);
    const QString said = recordwords::verdict(*rate, projects);
    QVERIFY2(said.contains(words), qPrintable(said));
}

void TestRecordPage::dotsStandWhereTheyBelong()
{
    QVERIFY(addToUserRecord(goldenSix()));
    const Open open;
    const auto& chart = find<RecordChart>(open.page, "recordChart");
    RecordDots dots = chart.dots();
    QCOMPARE(dots.dots.size(), std::size_t{6});
    QVERIFY(std::ranges::is_sorted(dots.dots, {}, &RecordDots::Dot::y));
    QCOMPARE(std::ranges::count(dots.dots, false, &RecordDots::Dot::isKept), 1); // .4 is × 1.49, over 1.35
    QVERIFY(!dots.dots.back().isKept);
    dots.font = chart.font();
    const QRectF area(0, 0, 600, 160);
    for (std::size_t i = 0; i < dots.dots.size(); ++i) {
        QVERIFY(area.contains(dots.centre(area, i)));
        QVERIFY(std::abs(dots.centre(area, i).x() - dots.xOf(area, dots.dots[i].y)) <= 6.5);
        QCOMPARE(dots.dotAt(area, dots.centre(area, i)), std::optional(i));
    }
    QVERIFY(dots.xOf(area, dots.low) < dots.xOf(area, dots.usual));
    QVERIFY(!dots.dotAt(area, area.topLeft()));
    // Thousands that are alike stay inside.
    dots.dots.assign(3000, {0.1, true});
    QVERIFY(area.contains(dots.centre(area, 2999)));
}

void TestRecordPage::chartIsReadByKeys()
{
    QVERIFY(addToUserRecord(goldenSix()));
    const Open open;
    auto& chart = find<RecordChart>(open.page, "recordChart");
    chart.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(chart.hasFocus());
    QVERIFY2(chart.readout().contains(QStringLiteral("shorter than planned")), qPrintable(chart.readout()));
    QTest::keyClick(&chart, Qt::Key_End);
    QVERIFY2(chart.readout().contains(QStringLiteral("49")), qPrintable(chart.readout()));
    QVERIFY(chart.accessibleDescription().contains(chart.readout()));
}

void TestRecordPage::listHasThemAll()
{
    Record record = goldenSix();
    record.push_back(projectOf(-.2, .25, "2026-11-02"));
    QVERIFY(addToUserRecord(record));
    const Open open;
    const auto& list = find<QTreeWidget>(open.page, "recordList");
    QCOMPARE(list.topLevelItemCount(), 7);
    for (int column = 0; column + 1 < list.columnCount(); ++column)
        for (int row = 0; row < list.topLevelItemCount(); ++row) {
            const QString text = list.topLevelItem(row)->text(column);
            QVERIFY2(list.header()->sectionSize(column) > list.fontMetrics().horizontalAdvance(text), qPrintable(text));
        }
    const QTreeWidgetItem* newest = list.topLevelItem(0);
    QCOMPARE(newest->text(0), format::mediumDate(*parseDate("2026-11-02")));
    QCOMPARE(newest->text(1).replace(QChar(0x00A0), u' '), QStringLiteral("18 % shorter than planned"));
    QCOMPARE(newest->text(2).replace(QChar(0x00A0), u' '), QStringLiteral("25 %"));
    QVERIFY(newest->text(3).contains(QStringLiteral("90")));
}

void TestRecordPage::planTakesTheFigures()
{
    QVERIFY(addToUserRecord(goldenSix()));
    const Open open;
    auto& use = find<QPushButton>(open.page, "recordUse");
    QVERIFY(use.isEnabled());
    use.click();
    const OutsideView& view = open.plan.document().inputs().outsideView;
    QCOMPARE(view.preset, std::string(OutsideView::record));
    QCOMPARE(view.projects, 6);
    QVERIFY(std::abs(view.m - .1167) < 5e-5 && std::abs(view.s - .2402) < 5e-5);
    QVERIFY(!use.isEnabled()); // it is so already
    open.plan.document().undo();
    QVERIFY(use.isEnabled());
}

void TestRecordPage::planIsRecordedWhenAgreed()
{
    const Open open(finishedDatabase(1.5));
    auto& add = find<QPushButton>(open.page, "recordAdd");
    QVERIFY(add.isEnabled());
    QVERIFY(find<QLabel>(open.page, "recordWhy").isHidden());
    const QSignalSpy told(&open.store, &RecordStore::told);
    QString said;
    answer(QStringLiteral("Record"), &said);
    add.click();
    QVERIFY2(said.contains(QStringLiteral("No names")), qPrintable(said));
    QVERIFY2(said.replace(QChar(0x00A0), u' ').contains(QStringLiteral("50 % longer")), qPrintable(said));
    open.wait();
    QCOMPARE(told.size(), 1);
    const Record record = userRecord().value();
    QCOMPARE(record.size(), std::size_t{1});
    QVERIFY(std::abs(record.front().y - std::log(1.5)) < 1e-9);
    QVERIFY(!readTextFile(userRecordPath()).value().contains("Saltbush"));
    QVERIFY(find<QWidget>(open.page, "recordShown").isVisible());
    // A second time it is the same project.
    answer(QStringLiteral("Record"), &said);
    add.click();
    open.wait();
    QCOMPARE(userRecord().value().size(), std::size_t{1});
    QVERIFY(told.last().first().toString().contains(QStringLiteral("already")));
}

void TestRecordPage::cancelledRecordsNothing()
{
    const Open open(finishedDatabase(1.5));
    QString said;
    answer(QStringLiteral("Cancel"), &said);
    find<QPushButton>(open.page, "recordAdd").click();
    QVERIFY(!said.isEmpty());
    QVERIFY(!open.store.isBusy());
    QCOMPARE(userRecord().value().size(), std::size_t{0});
}

void TestRecordPage::emptiedWhenAgreed()
{
    QVERIFY(addToUserRecord(goldenSix()));
    const Open open;
    QString said;
    answer(QStringLiteral("Cancel"), &said);
    find<QPushButton>(open.page, "recordEmpty").click();
    QCOMPARE(userRecord().value().size(), std::size_t{6});
    answer(QStringLiteral("Empty"), &said);
    find<QPushButton>(open.page, "recordEmpty").click();
    open.wait();
    QCOMPARE(userRecord().value().size(), std::size_t{0});
    QVERIFY(find<QWidget>(open.page, "recordShown").isHidden());
}

void TestRecordPage::mergesAndExports()
{
    QVERIFY(addToUserRecord(goldenSix()));
    Open open;
    const QString file = m_folder.filePath(QStringLiteral("out.json"));
    open.store.exportTo(file);
    open.wait();
    QCOMPARE(readRecordFile(file.toStdString()).value(), userRecord().value());
    QVERIFY(emptyUserRecord());
    open.store.merge(file);
    open.wait();
    QCOMPARE(open.store.record().size(), std::size_t{6});
    const QSignalSpy refused(&open.store, &RecordStore::refused);
    QVERIFY(writeFileAtomically(file.toStdString(), "Dear diary"));
    open.store.merge(file);
    open.wait();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(open.store.record().size(), std::size_t{6});
}

void TestRecordPage::damagedRecordIsTold()
{
    QVERIFY(addToUserRecord(goldenSix()));
    QVERIFY(writeFileAtomically(userRecordPath(), "{"));
    const Open open;
    QVERIFY2(textOf(open.page, "recordHeadline").contains(QStringLiteral("is damaged")),
             qPrintable(textOf(open.page, "recordHeadline")));
    QVERIFY(!find<QPushButton>(open.page, "recordMerge").isEnabled());
    QCOMPARE(readTextFile(userRecordPath()).value(), std::string("{"));
}

void TestRecordPage::tabComesWithTheRecord()
{
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = folder.filePath(QStringLiteral("plans"));
    const QString file = folder.filePath(QStringLiteral("merged.json"));
    services.ask.fileToOpen = [file](auto&&...) { return file; };
    services.ask.fileToWrite = [file](auto&&...) { return file; };
    MainWindow window(settings, std::move(services));
    testing::showAt(window, {1280, 720});
    QVERIFY(window.openSample());
    const auto& tabs = find<QTabBar>(window, "pageTabs");
    const RecordStore& store = window.workspace()->records();
    QTRY_VERIFY(store.isRead());
    QVERIFY(!tabs.isTabVisible(Workspace::RecordTab));
    window.findChild<QAction*>(QStringLiteral("actionPageRecord"))->trigger();
    QVERIFY(tabs.isTabVisible(Workspace::RecordTab));
    QTRY_VERIFY(!store.isBusy());
    window.workspace()->showPage(Workspace::ProgressTab);
    QVERIFY(!tabs.isTabVisible(Workspace::RecordTab));
    find<QPushButton>(window, "progressRecord").click();
    QCOMPARE(window.workspace()->page(), Workspace::RecordTab);
    QTRY_VERIFY(!store.isBusy());
    // It stays with what a colleague sent.
    QVERIFY(addToUserRecord(goldenSix()));
    QVERIFY(writeFileAtomically(file.toStdString(), readTextFile(userRecordPath()).value()));
    QVERIFY(emptyUserRecord());
    find<QPushButton>(window, "recordMerge").click();
    QTRY_COMPARE(store.record().size(), std::size_t{6});
    window.workspace()->showPage(Workspace::PlanTab);
    QVERIFY(tabs.isTabVisible(Workspace::RecordTab));
    QVERIFY(QFile::remove(file));
    window.workspace()->showPage(Workspace::RecordTab);
    QTRY_VERIFY(!store.isBusy());
    find<QPushButton>(window, "recordExport").click();
    QTRY_VERIFY(!store.isBusy());
    QCOMPARE(readRecordFile(file.toStdString()).value().size(), std::size_t{6});
}

void TestRecordPage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("hasProjects");
    for (const QSize size : {QSize(480, 420), QSize(720, 560), QSize(1160, 820)})
        for (const bool hasProjects : {false, true})
            QTest::addRow("%d%s", size.width(), hasProjects ? "" : ", empty")
                << size << (size.width() == 720) << hasProjects;
}

void TestRecordPage::fits()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(bool, hasProjects);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    if (hasProjects)
        QVERIFY(addToUserRecord(goldenSix()));
    Open open;
    open.page.resize(size);
    testing::beforeFrame();
    const QStringList problems = testing::widgetProblems(open.page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    applyTheme(*qApp, ThemeChoice::Light);
}

TRESTLE_UI_TEST(TestRecordPage)
#include "tst_record_page.moc"
