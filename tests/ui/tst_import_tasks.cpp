#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/base/settings.h"
#include "ui/base/wording_imports.h"
#include "ui/document/plan_document.h"
#include "ui/window/main_window.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTimer>

using namespace trestle;

/// A project of another program opened in the window.
class TestImportTasks : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void becomesAPlanOfItsOwn();
    void nothingToTell();
    void refusedFilesLeaveTheWindowAsItIs();
    void boxListsWhatIsOtherwise();
    void everyLossHasWords();

private:
    struct Opened {
        std::unique_ptr<MainWindow> window;
        QStringList told; ///< file and losses, each time it was told
    };
    void start(Opened& opened);

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath("settings.ini")};
};

void TestImportTasks::start(Opened& opened)
{
    WindowServices services;
    services.clock = testing::tickingClock();
    services.today = testing::today;
    services.plansFolder = m_folder.filePath("plans");
    services.ask.imported = [&](QWidget*, const QString& file, const QString& losses) {
        opened.told << file << losses;
    };
    opened.window = std::make_unique<MainWindow>(m_settings, std::move(services));
    testing::showAt(*opened.window, QSize(1280, 720));
}

void TestImportTasks::becomesAPlanOfItsOwn()
{
    Opened opened;
    start(opened);
    const QString file = QStringLiteral(TRESTLE_FIXTURES "/mspdi/ms-project.xml");
    QVERIFY(opened.window->openPath(file));
    const PlanDocument* document = opened.window->document();
    QVERIFY(document);
    QCOMPARE(format::raw(document->plan().inputs.name), QStringLiteral("Web shop"));
    QCOMPARE(QFileInfo(document->filePath()).absolutePath(), m_folder.filePath("plans"));
    QVERIFY(document->filePath().endsWith(QStringLiteral(".trestle")));
    QCOMPARE(opened.told.size(), qsizetype{2});
    QCOMPARE(opened.told[0], QStringLiteral("ms-project.xml"));
    QVERIFY(opened.told[1].contains(QStringLiteral("Links (1) to what is not there")));
    QCOMPARE(opened.told[1].count(u'\n'), qsizetype{13}); // of 14 kinds
    opened.window->close();
}

void TestImportTasks::nothingToTell()
{
    Opened opened;
    start(opened);
    const QString plain = m_folder.filePath("plain.xml");
    QFile file(plain);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "<Project><Title>Plain</Title><StartDate>2027-01-04T08:00:00</StartDate><Tasks><Task><UID>1</UID><Name>A</Name>"
        "<OutlineLevel>1</OutlineLevel></Task><Task><UID>2</UID><Name>B</Name><OutlineLevel>2</OutlineLevel>"
        "<Work>PT40H0M0S</Work></Task></Tasks><Resources><Resource><UID>1</UID><Name>Ana</Name></Resource></Resources>"
        "</Project>");
    file.close();
    QVERIFY(opened.window->openPath(plain));
    QCOMPARE(format::raw(opened.window->document()->plan().inputs.name), QStringLiteral("Plain"));
    QVERIFY(opened.told.isEmpty());
    opened.window->close();
}

void TestImportTasks::refusedFilesLeaveTheWindowAsItIs()
{
    Opened opened;
    start(opened);
    const QString broken = m_folder.filePath("broken.xml");
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<Project><Tasks>");
    file.close();
    QVERIFY(!opened.window->openPath(broken));
    QVERIFY(!opened.window->document());
    QVERIFY(opened.told.isEmpty());
    opened.window->close();
}

void TestImportTasks::boxListsWhatIsOtherwise()
{
    QWidget window;
    testing::showAt(window, QSize(1280, 720));
    QString shown;
    QTimer::singleShot(0, &window, [&] {
        auto* box = window.findChild<QMessageBox*>(QStringLiteral("importedBox"));
        if (!box)
            return;
        shown = box->text() + u'|' + box->informativeText();
        box->accept();
    });
    const std::vector<ImportLoss> losses{{ImportLossKind::levels, 3}, {ImportLossKind::links, 12}};
    Ask::user().imported(&window, QStringLiteral("a & <b>.xml"), wording::importLosses(losses));
    QCOMPARE(shown, QStringLiteral("a & <b>.xml is a plan now. This is otherwise than in the file:|"
                                   "Summary tasks within a phase (3) are gone: their tasks are items of the phase.\n"
                                   "Links (12) to what is not there, or between a task and its own, are left out."));
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
        QCOMPARE(words.contains(format::number(4711, 0)),
                 !hasNoCount(of));
        QVERIFY2(!all.contains(words), qPrintable(words));
        all << words;
    }
}

TRESTLE_UI_TEST(TestImportTasks)
#include "tst_import_tasks.moc"
