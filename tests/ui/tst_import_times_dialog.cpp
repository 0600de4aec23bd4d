#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/base/wording_times.h"
#include "ui/times/names_pane.h"
#include "ui/times/times_dialog.h"
#include "ui/times/times_models.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QUrl>

using namespace trestle;

/// The dialog that takes times that were kept elsewhere into the plan, and how the window opens it.
class TestImportTimesDialog : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatChanges();
    void importIsOneStep();
    void namesAreMatched();
    void theSuggestionIsTaken();
    void statusDateMoves();
    void addsOnWish();
    void columnsAreChosen();
    void followsThePlan();
    void refusedEditsAreTold();
    void fromAScenario();
    void byKeyboard();
    void namesAreNoMarkup();
    void nothingIsCut_data();
    void nothingIsCut();
    void modelsAreSound();
    void everyProblemHasWords();
    void everyUseHasWords();
    void aCommandOfTheWindow();
    void droppedOnTheOpenPlan();

private:
    QString written(const char* name, const QByteArray& bytes) const;

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath("settings.ini")};
};

namespace {

constexpr const char* kSheet = "Date,Person,Task,Hours\n"
                               "2027-01-12,Ana,Sessions that expire and renew,19\n"
                               "13/1/2027,Bo,indexes,3.8\n"
                               "5/1/2027,Bo,Password hashing,7.6\n"
                               "2027-01-14,Bo,Board <b>meeting</b>,1\n"
                               "2027-01-14,Bo,sessions,-1\n";

/// The plan of nothing, four weeks on.
ProjectDocument begunProject()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base.asOf = parseDate("2027-02-01");
    return project;
}

TimesRequest requestOf(const std::string& csv, const QString& name = QStringLiteral("sheet.csv"))
{
    auto file = timesFileOf(csv, "sheet.csv");
    if (!file)
        qFatal("no table: %s", file.error().where.c_str());
    return {name, std::make_shared<const TimesFile>(std::move(*file))};
}

void open(TimesDialog& dialog, QSize size = QSize(940, 640))
{
    testing::showAt(dialog, size);
    QTRY_VERIFY(!dialog.isBusy());
}

QPushButton* importButton(const TimesDialog& dialog)
{
    return dialog.findChild<QDialogButtonBox*>(QStringLiteral("timesDialogButtons"))->button(QDialogButtonBox::Ok);
}

QString labelIn(const TimesDialog& dialog, const char* name)
{
    return dialog.findChild<QLabel*>(QString::fromLatin1(name))->text();
}

QTableView* tableIn(const TimesDialog& dialog, const char* name)
{
    return dialog.findChild<QTableView*>(QString::fromLatin1(name));
}

/// With spaces for those that do not break.
QString plain(QString text)
{
    return text.replace(QChar::Nbsp, u' ');
}

QString cell(const TimesDialog& dialog, const char* table, int row, int column)
{
    const QAbstractItemModel* model = tableIn(dialog, table)->model();
    return plain(model->index(row, column).data().toString());
}

void choose(const TimesDialog& dialog, const char* name, const QString& text)
{
    auto* box = dialog.findChild<QComboBox*>(QString::fromLatin1(name));
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    QTRY_VERIFY(!dialog.isBusy());
}

const ItemInput& recorded(const PlanDocument& document, const char* item)
{
    static const ItemInput none;
    const auto& items = document.contents().base.items;
    const auto found = items.find(item);
    return found == items.end() ? none : found->second;
}

} // namespace

QString TestImportTimesDialog::written(const char* name, const QByteArray& bytes) const
{
    const QString path = m_folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written: %s", name);
    return path;
}

void TestImportTimesDialog::showsWhatChanges()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf(kSheet));
    QVERIFY(!importButton(dialog)->isEnabled()); // it is worked out while the dialog shows
    open(dialog);
    QVERIFY(importButton(dialog)->isEnabled());
    QCOMPARE(labelIn(dialog, "timesShape"),
             QStringLiteral("A time sheet: the hours of each item are added up, 38 to a "
                            "week. Dates such as 3/4/2027 are read with the day first."));
    using Column = ImportedItemsModel::Column;
    QCOMPARE(tableIn(dialog, "timesItems")->model()->rowCount(), 2);
    QCOMPARE(cell(dialog, "timesItems", 1, Column::Title), QStringLiteral("Sessions that expire and renew"));
    QCOMPARE(cell(dialog, "timesItems", 1, Column::State), QStringLiteral("to build → under way"));
    QCOMPARE(cell(dialog, "timesItems", 1, Column::Spent), QStringLiteral("2.5 days"));
    QCOMPARE(cell(dialog, "timesItems", 1, Column::Started), QStringLiteral("12 Jan 2027"));
    QCOMPARE(cell(dialog, "timesItems", 1, Column::Finished), QStringLiteral("–"));
    const auto* tabs = dialog.findChild<QTabBar*>(QStringLiteral("timesTabs"));
    QCOMPARE(tabs->tabText(0), QStringLiteral("Items (2)"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("No match (2)"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Left out (1)"));
    QCOMPARE(labelIn(dialog, "timesSummary"),
             QStringLiteral("2 items change. 2 names match no item and are left out (8.6 hours). 1 row is left out."));
    QCOMPARE(dialog.findChild<QPlainTextEdit*>(QStringLiteral("timesNotes"))->toPlainText(),
             QStringLiteral("Row 6: “-1” is below nothing."));
}

void TestImportTimesDialog::importIsOneStep()
{
    const testing::OpenPlan plan(begunProject());
    const Project before = plan.document().contents();
    TimesDialog dialog(plan.document(), requestOf(kSheet));
    open(dialog);
    importButton(dialog)->click();
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
    QCOMPARE(recorded(plan.document(), "sessions").progress.state, ItemState::underWay);
    QCOMPARE(recorded(plan.document(), "sessions").actual.spent, std::optional(0.5));
    QCOMPARE(plan.document().undoLabel(), QStringLiteral("Times of sheet.csv: 2 items"));
    plan.document().undo();
    QCOMPARE(plan.document().contents(), before);
    QVERIFY(!plan.document().canUndo());

    // Again: nothing is left to do.
    plan.document().redo();
    TimesDialog again(plan.document(), requestOf(kSheet));
    open(again);
    QVERIFY(!importButton(again)->isEnabled());
    QVERIFY(labelIn(again, "timesSummary").startsWith(QStringLiteral("0 items change.")));
}

void TestImportTimesDialog::namesAreMatched()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf(kSheet));
    open(dialog);
    using Column = UnmatchedNamesModel::Column;
    QTableView* names = tableIn(dialog, "timesNames");
    QCOMPARE(cell(dialog, "timesNames", 1, Column::Name), QStringLiteral("Board <b>meeting</b>"));
    QCOMPARE(cell(dialog, "timesNames", 1, Column::Meaning), QStringLiteral("Left out"));
    names->setCurrentIndex(names->model()->index(1, 0));
    choose(dialog, "timesItem", QStringLiteral("Dashboards"));
    QCOMPARE(cell(dialog, "timesNames", 1, Column::Meaning), QStringLiteral("Dashboards"));
    QCOMPARE(names->currentIndex().row(), 1); // the list stays where it was
    QCOMPARE(tableIn(dialog, "timesItems")->model()->rowCount(), 3);
    choose(dialog, "timesItem", QStringLiteral("None: leave it out"));
    QCOMPARE(tableIn(dialog, "timesItems")->model()->rowCount(), 2);
}

void TestImportTimesDialog::theSuggestionIsTaken()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf(kSheet));
    open(dialog);
    dialog.findChild<QTabBar*>(QStringLiteral("timesTabs"))->setCurrentIndex(1);
    auto* suggestion = dialog.findChild<QPushButton*>(QStringLiteral("timesSuggestion"));
    QCOMPARE(cell(dialog, "timesNames", 0, UnmatchedNamesModel::Meaning),
             QStringLiteral("Left out. Is it “Passwords hashed and salted”?"));
    QVERIFY(suggestion->isEnabled());
    suggestion->click();
    QTRY_VERIFY(!dialog.isBusy());
    QVERIFY(!suggestion->isEnabled());
    QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("timesItem"))->currentText(),
             QStringLiteral("Passwords hashed and salted"));
    tableIn(dialog, "timesNames")->setCurrentIndex(tableIn(dialog, "timesNames")->model()->index(1, 0));
    QVERIFY(!suggestion->isEnabled()); // nothing is near
    importButton(dialog)->click();
    QCOMPARE(recorded(plan.document(), "password-hashing").actual.spent, std::optional(0.2));
}

void TestImportTimesDialog::statusDateMoves()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf("Date,Task,Hours\n2027-01-12,sessions,19\n2027-02-03,sessions,19\n"));
    open(dialog);
    auto* box = dialog.findChild<QCheckBox*>(QStringLiteral("timesStatusDate"));
    QVERIFY(box->isVisible());
    QCOMPARE(plain(box->text()),
             QStringLiteral("&Move the status date from 1 Feb 2027 to 3 Feb 2027, the last day in the file"));
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("2.5 days"));
    box->click();
    QTRY_VERIFY(!dialog.isBusy());
    QVERIFY(box->isVisible()); // to be taken back
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("1 person-week"));
    importButton(dialog)->click();
    QCOMPARE(plan.document().contents().base.asOf, parseDate("2027-02-03"));

    TimesDialog early(plan.document(), requestOf("Date,Task,Hours\n2027-01-12,indexes,19\n"));
    open(early);
    QVERIFY(!early.findChild<QCheckBox*>(QStringLiteral("timesStatusDate"))->isVisible());
}

void TestImportTimesDialog::addsOnWish()
{
    const testing::OpenPlan plan(begunProject());
    {
        TimesDialog first(plan.document(), requestOf("Date,Task,Hours\n2027-01-12,sessions,19\n"));
        open(first);
        importButton(first)->click();
    }
    TimesDialog dialog(plan.document(), requestOf("Date,Task,Hours\n2027-01-19,sessions,7.6\n"));
    open(dialog);
    QVERIFY(labelIn(dialog, "timesSummary").contains(QStringLiteral("1 item has less time than in the plan")));
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("2.5 days → 1 day"));
    choose(dialog, "timesAdd", QStringLiteral("Adds to what the plan has"));
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("2.5 days → 3.5 days"));
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Started), QStringLiteral("12 Jan 2027"));
    QVERIFY(!labelIn(dialog, "timesSummary").contains(QStringLiteral("less time")));
}

void TestImportTimesDialog::columnsAreChosen()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf("What,When,How long\nsessions,2027-01-12,19\n"));
    open(dialog);
    const auto* problem = dialog.findChild<QLabel*>(QStringLiteral("timesDialogProblem"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("a column of items")));
    QCOMPARE(dialog.findChild<QTabBar*>(QStringLiteral("timesTabs"))->currentIndex(), 3); // where it can be mended
    QTableView* columns = tableIn(dialog, "timesColumns");
    QCOMPARE(cell(dialog, "timesColumns", 2, TimesColumnsModel::Cells), QStringLiteral("19"));
    for (const auto& [row, use] :
         {std::pair{0, "Item"}, std::pair{1, "Day of an entry"}, std::pair{2, "Spent, in hours"}}) {
        columns->setCurrentIndex(columns->model()->index(row, 0));
        choose(dialog, "timesUse", QString::fromLatin1(use));
    }
    QVERIFY(!problem->isVisible());
    QVERIFY(importButton(dialog)->isEnabled());
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("2.5 days"));
    QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("timesColumn"))->currentText(), QStringLiteral("What"));
}

void TestImportTimesDialog::followsThePlan()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf("Date,Task,Hours\n2027-01-12,sessions,20\n"));
    open(dialog);
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("2.63 days"));
    plan.document().edit(QStringLiteral("Hours"), [](Inputs& inputs) { inputs.hoursPerWeek = 40; });
    QTRY_VERIFY(!dialog.isBusy());
    QCOMPARE(cell(dialog, "timesItems", 0, ImportedItemsModel::Spent), QStringLiteral("2.5 days"));
    importButton(dialog)->click();
    QCOMPARE(plan.document().contents().base.hoursPerWeek, 40.0); // what was edited meanwhile stays
}

void TestImportTimesDialog::refusedEditsAreTold()
{
    // All is done and nobody is left: work that comes back finds no one.
    ProjectDocument project = begunProject();
    project.project.base.team.clear();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            setState(project.project.base, item.id, ItemState::done);
    const testing::OpenPlan plan(project);
    TimesDialog dialog(plan.document(), requestOf("Item,Started,Spent,Left\nsessions,2027-01-12,1,1\n"));
    open(dialog);
    const Project before = plan.document().contents();
    importButton(dialog)->click();
    QVERIFY(dialog.isVisible());
    const auto* problem = dialog.findChild<QLabel*>(QStringLiteral("timesDialogProblem"));
    QVERIFY(problem->isVisible());
    QCOMPARE(plan.document().contents(), before);
}

void TestImportTimesDialog::fromAScenario()
{
    ProjectDocument project = begunProject();
    Scenario scenario;
    scenario.name = "Lean";
    scenario.items["sessions"] = {ItemState::excluded};
    project.project.scenarios.push_back(scenario);
    const testing::OpenPlan plan(project);
    QVERIFY(plan.document().setActiveScenario(QStringLiteral("Lean")));
    TimesDialog dialog(plan.document(), requestOf(kSheet));
    open(dialog);
    importButton(dialog)->click();
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
    QCOMPARE(recorded(plan.document(), "sessions").actual.spent, std::optional(0.5)); // of the plan
    QCOMPARE(plan.document().activeScenario(), QStringLiteral("Lean"));
    QCOMPARE(stateOf(plan.document().inputs(), "sessions"), ItemState::excluded); // dropped there as before
}

void TestImportTimesDialog::byKeyboard()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf(kSheet));
    open(dialog);
    QStringList order;
    for (int i = 0; i < 12; ++i) {
        QVERIFY(dialog.focusWidget());
        order += dialog.focusWidget()->objectName();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    }
    for (const char* name : {"timesColumn", "timesAdd", "timesTabs", "timesItems"})
        QVERIFY2(order.contains(QString::fromLatin1(name)), qPrintable(order.join(u' ')));
    auto* tabs = dialog.findChild<QTabBar*>(QStringLiteral("timesTabs"));
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    QVERIFY(tableIn(dialog, "timesNames")->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
    QCOMPARE(recorded(plan.document(), "sessions").actual.spent, std::optional(0.5));
}

void TestImportTimesDialog::namesAreNoMarkup()
{
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf(kSheet, QStringLiteral("<b>sheet.csv")));
    open(dialog);
    QVERIFY(labelIn(dialog, "timesDialogExplanation").startsWith(QStringLiteral("<b>sheet.csv says what happened.")));
    for (const char* name : {"timesDialogExplanation", "timesDialogProblem", "timesShape"})
        QCOMPARE(dialog.findChild<QLabel*>(QString::fromLatin1(name))->textFormat(), Qt::PlainText);
}

void TestImportTimesDialog::nothingIsCut_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("items") << 0 << QByteArray(kSheet);
    QTest::newRow("names") << 1 << QByteArray(kSheet);
    QTest::newRow("rows") << 2 << QByteArray(kSheet);
    QTest::newRow("columns") << 3 << QByteArray(kSheet);
    QTest::newRow("a status date to move") << 0 << QByteArray("Date,Task,Hours\n2027-02-03,sessions,19\n");
    QTest::newRow("nothing understood") << 3 << QByteArray("What,When\nsessions,2027-01-12\n");
}

void TestImportTimesDialog::nothingIsCut()
{
    QFETCH(int, page);
    QFETCH(QByteArray, csv);
    const testing::OpenPlan plan(begunProject());
    TimesDialog dialog(plan.document(), requestOf(csv.toStdString()));
    open(dialog, QSize(760, 560));
    dialog.findChild<QTabBar*>(QStringLiteral("timesTabs"))->setCurrentIndex(page);
    QCoreApplication::processEvents();
    QCOMPARE(testing::widgetProblems(dialog), QStringList());
}

void TestImportTimesDialog::modelsAreSound()
{
    const ProjectDocument project = begunProject();
    const auto catalogue = project.catalogue.catalogue;
    const auto file = requestOf(kSheet).content;
    const auto table = readTimes(*file, guessTimes(file->table), 38);
    QVERIFY(table.has_value());
    const TimesImport made = importTimes(*catalogue, project.project.base, *table, {}, testing::today());
    ImportedItemsModel items(catalogue, nullptr);
    UnmatchedNamesModel names(catalogue, nullptr);
    TimesColumnsModel columns(file, guessTimes(file->table), nullptr);
    for (QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(&items), static_cast<QAbstractItemModel*>(&names),
          static_cast<QAbstractItemModel*>(&columns)})
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
    items.setItems(made.items);
    names.setNames(made.unmatched);
    names.setNames(made.unmatched);
    names.setNames({});
    columns.use(0, {TimesMeaning::started, TimeUnit::weeks});
    QCOMPARE(items.rowCount(), 2);
}

void TestImportTimesDialog::everyProblemHasWords()
{
    QStringList all;
    for (int i = 0; i <= static_cast<int>(TimesProblem::longDay); ++i) {
        const QString words = wording::timesNote({7, static_cast<TimesProblem>(i), {"2027-01-05", "2027-01-06"}});
        QVERIFY(words.startsWith(QStringLiteral("Row 7: ")));
        QVERIFY(words.endsWith(u'.'));
        QVERIFY(!all.contains(words));
        all += words;
    }
}

void TestImportTimesDialog::everyUseHasWords()
{
    QStringList all;
    for (const TimesWord& word : kTimesWords)
        for (const TimeUnit unit :
             {TimeUnit::seconds, TimeUnit::minutes, TimeUnit::hours, TimeUnit::days, TimeUnit::weeks}) {
            const QString words = wording::timesUse({word.meaning, unit});
            QVERIFY(!words.isEmpty());
            QCOMPARE(all.contains(words), !hasUnit(word.meaning) && unit != TimeUnit::seconds);
            all += words;
        }
}

void TestImportTimesDialog::aCommandOfTheWindow()
{
    const testing::OpenPlan plan(begunProject());
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder.filePath("plans");
    QString wanted = written("sheet.csv", kSheet);
    services.ask.fileToOpen = [&](QWidget*, const QString&, const QString&, const QString&) { return wanted; };
    MainWindow window(m_settings, std::move(services));
    testing::showAt(window, QSize(1280, 720));
    auto* action = window.findChild<QAction*>(QStringLiteral("importTimes"));
    QVERIFY(action);
    QVERIFY(!action->isEnabled()); // no plan is open
    QVERIFY(window.newPlan({begunProject().project.base, m_folder.filePath("plans/a.trestle")}));
    QVERIFY(action->isEnabled());
    const auto answer = [&window](const std::function<void(TimesDialog&)>& with) {
        auto* timer = new QTimer(&window);
        connect(timer, &QTimer::timeout, &window, [&window, timer, with] {
            auto* dialog = window.findChild<TimesDialog*>();
            if (!dialog || !dialog->isVisible() || dialog->isBusy())
                return;
            timer->deleteLater();
            with(*dialog);
        });
        timer->start(10);
    };
    answer([](TimesDialog& dialog) { dialog.reject(); });
    action->trigger();
    QVERIFY(!recorded(*window.document(), "sessions").actual.any());
    answer([](TimesDialog& dialog) { importButton(dialog)->click(); });
    action->trigger();
    QCOMPARE(recorded(*window.document(), "sessions").actual.spent, std::optional(0.5));

    // What can't be read is told, without a dialog.
    wanted = written("broken.csv", "Task,Hours\n\"sessions,1\n");
    action->trigger();
    QVERIFY(!window.findChild<TimesDialog*>());
    window.close();
}

void TestImportTimesDialog::droppedOnTheOpenPlan()
{
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder.filePath("dropped");
    int asked = 0;
    services.ask.importing = [&](QWidget*, const ImportRequest&) -> std::optional<ImportedPlan> {
        ++asked;
        return {};
    };
    MainWindow window(m_settings, std::move(services));
    testing::showAt(window, QSize(1280, 720));
    QVERIFY(window.newPlan({begunProject().project.base, m_folder.filePath("dropped/a.trestle")}));
    const auto drop = [&window](const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    };
    int shown = 0;
    auto* timer = new QTimer(&window);
    connect(timer, &QTimer::timeout, &window, [&] {
        if (auto* dialog = window.findChild<TimesDialog*>(); dialog && dialog->isVisible() && !dialog->isBusy()) {
            ++shown;
            dialog->reject();
        }
    });
    timer->start(10);
    drop(written("times.csv", kSheet));
    QCOMPARE(shown, 1);
    QCOMPARE(asked, 0);
    drop(written("tasks.csv", "Task,Phase,Work\nSketch,Design,5\n")); // tasks become a plan of their own
    QCOMPARE(shown, 1);
    QCOMPARE(asked, 1);
    window.close();
}

TRESTLE_UI_TEST(TestImportTimesDialog)
#include "tst_import_times_dialog.moc"
