#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/base/wording_imports.h"
#include "ui/document/plan_document.h"
#include "ui/imports/column_choices.h"
#include "ui/imports/import_dialog.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace trestle;

/// A project of another program, or a table of tasks, opened in the window, and the dialog that shows first what will
/// become of it.
class TestImportTasks : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void becomesAPlanOfItsOwn_data();
    void becomesAPlanOfItsOwn();
    void cancelledLeavesTheWindowAsItIs();
    void refusedFilesLeaveTheWindowAsItIs();
    void planJsonIsNotAskedAbout();
    void dialogShowsWhatAFileBecomes();
    void columnsAreChosen();
    void namesAreNoMarkup();
    void headingsAreChosen();
    void byKeyboard();
    void nothingIsCut_data();
    void nothingIsCut();
    void everyLossHasWords();
    void everyUseHasWords();

private:
    struct Opened {
        std::unique_ptr<MainWindow> window;
        QStringList asked; ///< files, in turn
        bool cancel = false;
    };
    void start(Opened& opened);
    QString written(const char* name, const QByteArray& bytes) const;
    ImportRequest request(const QString& path) const;

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath("settings.ini")};
};

namespace {

constexpr const char* kTable = "Our plan,,,,\n"
                               "Item,Part of,Est. (h),By,Colour\n"
                               "Sketch,Design,40,Ana,red\n"
                               "Draw,Design,20,\"Bo, Cy\",blue\n"
                               "Shop,Build,80,Bo,\n";

QPushButton* importButton(const ImportDialog& dialog)
{
    return dialog.findChild<QDialogButtonBox*>(QStringLiteral("importDialogButtons"))->button(QDialogButtonBox::Ok);
}

QString countsIn(const ImportDialog& dialog)
{
    return dialog.findChild<QLabel*>(QStringLiteral("importCounts"))->text();
}

QString lossesIn(const ImportDialog& dialog)
{
    return dialog.findChild<QPlainTextEdit*>(QStringLiteral("importLosses"))->toPlainText();
}

QComboBox* meaningOf(const ImportDialog& dialog, int column)
{
    return dialog.findChild<QComboBox*>(QStringLiteral("importMeaning%1").arg(column));
}

/// As a user does.
void choose(QComboBox* box, const QString& text)
{
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

} // namespace

void TestImportTasks::start(Opened& opened)
{
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder.filePath("plans");
    services.ask.importing = [&](QWidget*, const ImportRequest& request) -> std::optional<ImportedPlan> {
        opened.asked << request.file;
        const TaskTable* table = request.content->table();
        auto plan = planOfImport(*request.content, table ? guessMapping(*table) : TableMapping{}, request.today);
        return plan && !opened.cancel ? std::optional(std::move(*plan)) : std::nullopt;
    };
    opened.window = std::make_unique<MainWindow>(m_settings, std::move(services));
    testing::showAt(*opened.window, QSize(1280, 720));
}

QString TestImportTasks::written(const char* name, const QByteArray& bytes) const
{
    const QString path = m_folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written: %s", name);
    return path;
}

ImportRequest TestImportTasks::request(const QString& path) const
{
    auto read = readImportFile(format::utf8(path), format::utf8(path));
    if (!read)
        qFatal("not read: %s", read.error().where.c_str());
    return {QFileInfo(path).fileName(), std::make_shared<const ImportFile>(std::move(*read)), testing::today()};
}

void TestImportTasks::becomesAPlanOfItsOwn_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addRow("MS Project XML") << QStringLiteral(TRESTLE_FIXTURES "/mspdi/ms-project.xml")
                                    << QStringLiteral("Web shop");
    QTest::addRow("GanttProject") << QStringLiteral(TRESTLE_FIXTURES "/gan/kiosk.gan") << QStringLiteral("Kiosk");
    QTest::addRow("CSV") << written("Corner shop.csv", "Task,Phase,Work\nSketch,Design,5\n")
                         << QStringLiteral("Corner shop");
    QTest::addRow("tabs") << written("Kiosk.tab", "Task\tPhase\tWork\nSketch\tDesign\t5\n") << QStringLiteral("Kiosk");
}

void TestImportTasks::becomesAPlanOfItsOwn()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    Opened opened;
    start(opened);
    QVERIFY(opened.window->openPath(path));
    const PlanDocument* document = opened.window->document();
    QVERIFY(document);
    QCOMPARE(format::raw(document->plan().inputs.name), name);
    QCOMPARE(QFileInfo(document->filePath()).absolutePath(), m_folder.filePath("plans"));
    QVERIFY(document->filePath().endsWith(QStringLiteral(".trestle")));
    QCOMPARE(opened.asked, QStringList{QFileInfo(path).fileName()});
    opened.window->close();
}

void TestImportTasks::cancelledLeavesTheWindowAsItIs()
{
    Opened opened;
    start(opened);
    opened.cancel = true;
    QVERIFY(!opened.window->openPath(QStringLiteral(TRESTLE_FIXTURES "/gan/kiosk.gan")));
    QCOMPARE(opened.asked.size(), qsizetype{1});
    QVERIFY(!opened.window->document());
    opened.window->close();
}

void TestImportTasks::refusedFilesLeaveTheWindowAsItIs()
{
    Opened opened;
    start(opened);
    for (const QString& broken : {written("broken.xml", "<Project><Tasks>"), written("broken.xlsx", "PK\x03\x04"),
                                  written("broken.csv", "Task,Work\n\"Sketch,5\n")}) {
        QVERIFY(!opened.window->openPath(broken));
        QVERIFY(!opened.window->document());
    }
    QVERIFY(opened.asked.isEmpty());
    opened.window->close();
}

void TestImportTasks::planJsonIsNotAskedAbout()
{
    Opened opened;
    start(opened);
    QVERIFY(opened.window->openPath(QStringLiteral(TRESTLE_SOURCE "/resources/samples/ledgerly.json")));
    QVERIFY(opened.window->document());
    QVERIFY(opened.asked.isEmpty());
    opened.window->close();
}

void TestImportTasks::dialogShowsWhatAFileBecomes()
{
    ImportDialog dialog(request(QStringLiteral(TRESTLE_FIXTURES "/mspdi/ms-project.xml")));
    QVERIFY(!dialog.plan()); // it is worked out while the dialog shows
    testing::showAt(dialog, QSize(640, 480));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    QCOMPARE(countsIn(dialog), QStringLiteral("The plan will have 3 phases, 7 items, 7 links and 4 people."));
    QVERIFY(lossesIn(dialog).contains(QStringLiteral("Links (1) to what is not there")));
    QVERIFY(!dialog.findChild<ColumnChoices*>());
    importButton(dialog)->click();
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
    QVERIFY(dialog.plan());
    QCOMPARE(dialog.plan()->document.project.base.name, "Web shop");
}

void TestImportTasks::columnsAreChosen()
{
    ImportDialog dialog(request(written("shop.csv", kTable)));
    testing::showAt(dialog, QSize(900, 640));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("importHeadings"))->currentText(), QStringLiteral("Row 2"));
    QCOMPARE(meaningOf(dialog, 1)->currentText(), QStringLiteral("Task name"));
    QCOMPARE(meaningOf(dialog, 2)->currentText(), QStringLiteral("Left out"));
    QCOMPARE(meaningOf(dialog, 3)->currentText(), QStringLiteral("Work in hours"));
    QCOMPARE(meaningOf(dialog, 2)->accessibleName(), QStringLiteral("Meaning of Part of"));
    QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("importCells1"))->text(), QStringLiteral("Sketch\nDraw\nShop"));
    QCOMPARE(countsIn(dialog), QStringLiteral("The plan will have 1 phase, 3 items, 0 links and 1 person."));
    QVERIFY(lossesIn(dialog).contains(QStringLiteral("Columns that mean nothing to a plan (3)")));

    choose(meaningOf(dialog, 2), QStringLiteral("Phase"));
    QVERIFY(!importButton(dialog)->isEnabled()); // until it is worked out
    choose(meaningOf(dialog, 4), QStringLiteral("People"));
    QTRY_COMPARE(countsIn(dialog), QStringLiteral("The plan will have 2 phases, 3 items, 0 links and 3 people."));
    QVERIFY(lossesIn(dialog).contains(QStringLiteral("Columns that mean nothing to a plan (1)")));
    QVERIFY(importButton(dialog)->isEnabled());

    // Of names there is one column.
    choose(meaningOf(dialog, 5), QStringLiteral("Task name"));
    QCOMPARE(meaningOf(dialog, 1)->currentText(), QStringLiteral("Left out"));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    choose(meaningOf(dialog, 5), QStringLiteral("Left out"));
    const auto* problem = dialog.findChild<QLabel*>(QStringLiteral("importDialogProblem"));
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("names of the tasks")));
    QVERIFY(!importButton(dialog)->isEnabled());
    QVERIFY(!dialog.plan());
    choose(meaningOf(dialog, 1), QStringLiteral("Task name"));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    QVERIFY(!problem->isVisible());
}

void TestImportTasks::namesAreNoMarkup()
{
    const ImportDialog dialog(request(written("<b>shop.csv", kTable)));
    const auto* explanation = dialog.findChild<QLabel*>(QStringLiteral("importDialogExplanation"));
    QVERIFY(explanation->text().startsWith(QStringLiteral("<b>shop.csv becomes a new plan.")));
    QCOMPARE(explanation->textFormat(), Qt::PlainText);
    QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("importDialogProblem"))->textFormat(), Qt::PlainText);
}

void TestImportTasks::headingsAreChosen()
{
    ImportDialog dialog(request(written("shop.csv", kTable)));
    testing::showAt(dialog, QSize(900, 640));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    choose(dialog.findChild<QComboBox*>(QStringLiteral("importHeadings")), QStringLiteral("No row"));
    QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("importHeading1"))->text(), QStringLiteral("A"));
    QTRY_COMPARE(countsIn(dialog), QStringLiteral("The plan will have 1 phase, 5 items, 0 links and 1 person."));
}

void TestImportTasks::byKeyboard()
{
    ImportDialog dialog(request(written("shop.csv", kTable)));
    testing::showAt(dialog, QSize(900, 640));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    QCOMPARE(QApplication::focusWidget(), dialog.findChild<QWidget*>(QStringLiteral("importHeadings")));
    QStringList way;
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        way << QApplication::focusWidget()->objectName();
    }
    QVERIFY2(way.first(6) == QStringList({"importMeaning1", "importMeaning2", "importMeaning3", "importMeaning4",
                                          "importMeaning5", "importLosses"}),
             qPrintable(way.join(u' ')));
    meaningOf(dialog, 2)->setFocus();
    QTest::keyClick(meaningOf(dialog, 2), Qt::Key_P); // "Phase"
    QCOMPARE(meaningOf(dialog, 2)->currentText(), QStringLiteral("Phase"));
    QTRY_COMPARE(countsIn(dialog), QStringLiteral("The plan will have 2 phases, 3 items, 0 links and 1 person."));
}

void TestImportTasks::nothingIsCut_data()
{
    QTest::addColumn<QString>("path");
    QTest::addRow("MS Project XML") << QStringLiteral(TRESTLE_FIXTURES "/mspdi/ms-project.xml");
    QTest::addRow("table") << written("shop.csv", kTable);
    QByteArray wide("Task");
    for (int i = 0; i < 40; ++i)
        wide += ",A column with a name that goes on and on " + QByteArray::number(i);
    wide += "\nSketch" + QByteArray(",A cell with words that go on and on and on").repeated(40) + '\n';
    QTest::addRow("wide table") << written("wide.csv", wide);
}

void TestImportTasks::nothingIsCut()
{
    QFETCH(QString, path);
    ImportDialog dialog(request(path));
    testing::showAt(dialog, QSize(900, 640));
    QTRY_VERIFY(importButton(dialog)->isEnabled());
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestImportTasks::everyLossHasWords()
{
    using enum ImportLossKind;
    const auto hasNoCount = [](ImportLossKind kind) {
        return kind == noPeople || kind == currency || kind == noStart || kind == encoding;
    };
    QStringList all;
    for (int kind = 0; kind <= static_cast<int>(ImportLossKind::characters); ++kind) {
        const auto of = static_cast<ImportLossKind>(kind);
        const QString words = wording::importLoss({of, 4711});
        QVERIFY(words.endsWith(u'.'));
        QCOMPARE(words.contains(format::number(4711, 0)), !hasNoCount(of));
        QVERIFY2(!all.contains(words), qPrintable(words));
        all << words;
    }
    QVERIFY(wording::importLoss({noStart, 1}).contains(QStringLiteral("on the first weekday from today on")));
    QVERIFY(wording::importLoss({links, 1}).contains(QStringLiteral("told twice, or too many")));
}

void TestImportTasks::everyUseHasWords()
{
    QStringList all;
    for (const MeaningWord& meaning : kMeaningWords)
        for (std::size_t unit = 0; unit < (hasUnit(meaning.meaning) ? kUnitWords.size() : 1); ++unit) {
            const QString words = wording::columnUse({meaning.meaning, static_cast<TimeUnit>(unit)});
            QVERIFY(!words.isEmpty());
            QVERIFY2(!all.contains(words), qPrintable(words));
            all << words;
        }
}

TRESTLE_UI_TEST(TestImportTasks)
#include "tst_import_tasks.moc"
