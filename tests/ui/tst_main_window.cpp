#include "data/user_catalogues.h"
#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/checklist/checklist_view.h"
#include "ui/summary/summary_card.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace trestle;

namespace {

/// A window with settings and plans of its own, whose questions are answered by the test.
class Session {
public:
    Session() { m_settings = std::make_unique<Settings>(file("settings.ini")); }

    MainWindow& start(QSize size = QSize(1480, 940), const QString& opening = {})
    {
        WindowServices services;
        services.opening = opening;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = file("plans");
        services.ask.newPlan = [this](auto&&...) { return newPlan; };
        services.ask.fileToOpen = [this](auto&&...) { return fileToOpen; };
        services.ask.fileToWrite = [this](auto&&...) { return fileToWrite; };
        services.ask.unsaved = [this](QWidget*, const QString&) { return ++unsavedAsked, unsaved; };
        m_window = std::make_unique<MainWindow>(*m_settings, std::move(services));
        testing::showAt(*m_window, size);
        return *m_window;
    }
    void stop()
    {
        m_window->close();
        m_window.reset();
        m_settings = std::make_unique<Settings>(file("settings.ini"));
    }

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] Settings& settings() const { return *m_settings; }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }

    std::optional<NewPlan> newPlan;
    QString fileToOpen;
    QString fileToWrite;
    Ask::Unsaved unsaved = Ask::Unsaved::Cancel;
    int unsavedAsked = 0;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void drop(MainWindow& window, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

} // namespace

class TestMainWindow : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void startsWithoutAPlan();
    void sampleOpensAsACopyOfItsOwn();
    void samplesOpenOnThePlan();
    void sampleHintIsClosedForGood();
    void newPlanIsTheWholeTimeline();
    void newPlanTakesACatalogueOfYourOwn();
    void tickUndoReopenCompare();
    void whatIsNoPlanIsToldAndChangesNothing_data();
    void whatIsNoPlanIsToldAndChangesNothing();
    void exportedPlansAreImported();
    void filesCanBeDropped();
    void openingTheSameFileAgainChangesNothing();
    void recentPlansCarryTheirHeadline();
    void menusNameWhatIsUndone();
    void refusedEditsAreTold();
    void failedWritesAreToldAndRecover();
    void closingAsksWhenChangesAreNotOnDisk();
    void pagesSwitchByKeysAndCards();
    void detailsAreADrawerOnANarrowWindow();
    void sessionIsRestored();
    void menusAreMadeOnce();
    void jsonIsInTheExportMenu();
    void hiddenPartsAreMadeWhenFirstShown();
    void noStartPageBeforeTheFirstPlan();
    void everythingHasNameAndRoom_data();
    void everythingHasNameAndRoom();
};

void TestMainWindow::cleanup()
{
    applyTheme(*qApp, ThemeChoice::Light);
}

void TestMainWindow::startsWithoutAPlan()
{
    Session session;
    MainWindow& window = session.start();
    QVERIFY(!window.document());
    QCOMPARE(window.windowTitle(), QStringLiteral("Trestle"));
    QVERIFY(session.find<QWidget>("startPage")->isVisible());
    QVERIFY(!session.find<QWidget>("exportButton")->isVisible());
    for (const char* action : {"actionUndo", "actionSaveCopy", "actionClose", "actionTarget", "actionFind"})
        QVERIFY2(!session.find<QAction>(action)->isEnabled(), action);
    const QStringList problems = testing::widgetProblems(window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestMainWindow::sampleOpensAsACopyOfItsOwn()
{
    Session session;
    MainWindow& window = session.start();
    QVERIFY(window.openSample());
    QVERIFY(window.document());
    const QString first = window.document()->filePath();
    QCOMPARE(QFileInfo(first).fileName(), QStringLiteral("ledgerly.trestle"));
    QCOMPARE(window.windowTitle(), QStringLiteral("Ledgerly — Trestle"));
    QVERIFY(window.document()->inputs() == testing::shippedInputs());
    QVERIFY(window.openSample());
    QVERIFY(window.document()->filePath() != first);
    QVERIFY(QFileInfo::exists(first));
}

void TestMainWindow::samplesOpenOnThePlan()
{
    Session session;
    MainWindow& window = session.start();
    const QList<QAction*> offered = session.find<QMenu>("sampleMenu")->actions();
    QCOMPARE(offered.size(), 3);
    QCOMPARE(session.find<QMenu>("startSamples")->actions().size(), 3);
    for (QAction* action : offered) {
        if (window.workspace())
            window.workspace()->showPage(Workspace::RiskTab); // used last, and kept
        action->trigger();
        QVERIFY2(action->text().startsWith(QString::fromStdString(window.document()->inputs().name)),
                 qPrintable(action->text()));
        QCOMPARE(window.workspace()->page(), Workspace::PlanTab);
        QVERIFY(session.find<QWidget>("sampleHint")->isVisible());
    }
    // What each of them is there to show.
    window.openSample(QStringLiteral("founder"));
    QCOMPARE(window.document()->inputs().team.size(), std::size_t{1});
    QVERIFY(!window.document()->inputs().team.front().paidOut);
    window.openSample(QStringLiteral("start-up"));
    QCOMPARE(window.document()->inputs().team.size(), std::size_t{2});
    QVERIFY(window.document()->inputs().profile.conditions.contains("payments"));
    QVERIFY(window.document()->inputs().notes.contains("Outside view: "));
    QCOMPARE(window.document()->scenarios().size(), 2);
    QString named;
    window.document()->withFile(&window, [&named](PlanFile& file) -> std::function<void()> {
        const auto history = file.history();
        return [&named, history] {
            for (const Revision& revision : *history)
                named += QString::fromStdString(revision.tag);
        };
    });
    QTRY_COMPARE(named, QStringLiteral("Sent to investors"));
    window.openSample(QStringLiteral("agency"));
    const Inputs& agency = window.document()->inputs();
    QCOMPARE(agency.team.size(), std::size_t{4});
    QVERIFY(std::ranges::all_of(agency.team, [](const Person& who) { return who.isRole && who.billRate; }));
    QVERIFY(!agency.client.empty());
    QVERIFY(!window.openSample(QStringLiteral("no such sample")));
}

void TestMainWindow::sampleHintIsClosedForGood()
{
    Session session;
    session.start().openSample();
    auto* hint = session.find<QWidget>("sampleHint");
    QVERIFY(hint->isVisible());
    // A copy that is opened again is a plan like any other.
    const QString path = session.window().document()->filePath();
    QVERIFY(session.window().closePlan());
    QVERIFY(session.window().openPath(path));
    QVERIFY(!session.find<QWidget>("sampleHint")->isVisible());

    session.window().openSample();
    auto* sure = session.find<QPushButton>("sampleHintSure");
    sure->setFocus();
    QTest::keyClick(sure, Qt::Key_Space);
    QCOMPARE(session.window().workspace()->page(), Workspace::RiskTab);
    sure->setFocus();
    QTest::keyClick(sure, Qt::Key_Escape);
    QVERIFY(!session.find<QWidget>("sampleHint")->isVisible());
    session.window().openSample();
    QVERIFY(!session.find<QWidget>("sampleHint")->isVisible());
    session.stop();
    session.start().openSample();
    QVERIFY(!session.find<QWidget>("sampleHint")->isVisible());
}

void TestMainWindow::newPlanIsTheWholeTimeline()
{
    Session session;
    MainWindow& window = session.start();
    session.newPlan = NewPlan{testing::emptyProject().project.base, session.file("new/orchard.trestle")};
    session.newPlan->inputs.client = "Client";
    session.trigger("actionNew");
    QVERIFY(window.document());
    QCOMPARE(window.document()->plan().finish.likely, 24.0);
    QCOMPARE(window.document()->inputs().client, std::string("Client"));
    session.newPlan.reset();
    session.trigger("actionNew");
    QCOMPARE(window.document()->filePath(), session.file("new/orchard.trestle"));
}

void TestMainWindow::newPlanTakesACatalogueOfYourOwn()
{
    Session session;
    MainWindow& window = session.start();
    qputenv("TRESTLE_CATALOGUES", session.file("catalogues").toUtf8());
    auto* menu = session.find<QMenu>("catalogueMenu");
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(!menu->actions().front()->isEnabled());
    Catalogue own = builtinCatalogue()->catalogue ? *builtinCatalogue()->catalogue : Catalogue();
    own.title = "Our shop";
    QVERIFY(saveUserCatalogue(own).has_value());
    session.newPlan = NewPlan{testing::emptyProject().project.base, session.file("new/shop.trestle")};
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().front()->trigger();
    qunsetenv("TRESTLE_CATALOGUES");
    QVERIFY(window.document());
    QCOMPARE(window.document()->catalogue().title, std::string("Our shop"));
}

void TestMainWindow::tickUndoReopenCompare()
{
    Session session;
    session.start().openSample();
    const QString path = session.window().document()->filePath();
    const auto value = [&] {
        if (!testing::awaitRisk(*session.window().document()))
            return QStringLiteral("not simulated");
        return session.find<SummaryCard>("summaryHeadline")->shown().value;
    };
    const QString before = value();
    auto* list = session.find<ChecklistView>("checklistView");
    session.trigger("actionChecklist");
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    const QString ticked = value();
    QVERIFY(ticked != before);
    session.trigger("actionUndo");
    session.trigger("actionUndo");
    QCOMPARE(value(), before);
    session.trigger("actionRedo");
    session.trigger("actionRedo");
    QCOMPARE(value(), ticked);
    QVERIFY(session.window().document()->waitUntilSaved());
    QTRY_VERIFY(session.find<QLabel>("fileLabel")->text().contains(QStringLiteral("saved")));
    const Inputs edited = session.window().document()->inputs();

    session.stop();
    session.start().openPath(path);
    QVERIFY(session.window().document()->inputs() == edited);
    QCOMPARE(value(), ticked);
    session.trigger("actionUndo");
    session.trigger("actionUndo");
    QTRY_COMPARE(value(), before); // steps of the file: they come when it has been read
}

void TestMainWindow::whatIsNoPlanIsToldAndChangesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QStringLiteral("none.trestle") << QByteArray();
    QTest::newRow("text") << QStringLiteral("text.trestle") << QByteArray("not a plan at all");
    QTest::newRow("one byte") << QStringLiteral("byte.trestle") << QByteArray("S");
    QTest::newRow("broken JSON") << QStringLiteral("broken.json") << QByteArray("{\"kind\":");
    QTest::newRow("figures") << QStringLiteral("figures.json") << QByteArray("{\"kind\":\"figures\"}");
    QTest::newRow("deep JSON") << QStringLiteral("deep.json") << QByteArray(5000, '[');
}

void TestMainWindow::whatIsNoPlanIsToldAndChangesNothing()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    Session session;
    MainWindow& window = session.start();
    const QString path = session.file(qPrintable(name));
    if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QVERIFY(!window.openPath(path));
    QVERIFY(!window.document());
    const auto* news = session.find<QLabel>("startNewsText");
    QVERIFY(news->isVisible());
    QVERIFY(news->text().endsWith(u'.'));

    QVERIFY(window.openSample());
    const QString open = window.document()->filePath();
    QVERIFY(!window.openPath(path));
    QCOMPARE(window.document()->filePath(), open);
    QVERIFY(session.find<QLabel>("newsBannerText")->isVisible());
    if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }
}

void TestMainWindow::exportedPlansAreImported()
{
    Session session;
    const ProjectDocument sample = testing::sampleProject();
    QFile file(session.file("plan.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(writePlanJson(sample)));
    file.close();
    session.fileToOpen = file.fileName();
    MainWindow& window = session.start();
    session.trigger("actionOpen");
    QVERIFY(window.document());
    QVERIFY(window.document()->inputs() == sample.project.base);
    QVERIFY(window.document()->filePath().endsWith(QStringLiteral(".trestle")));
}

void TestMainWindow::filesCanBeDropped()
{
    testing::OpenPlan plan;
    const QString path = plan.path();
    QVERIFY(plan.document().waitUntilSaved());
    const QString copy = plan.folder() + QStringLiteral("/dropped.trestle");
    QVERIFY(QFile::copy(path, copy));
    Session session;
    MainWindow& window = session.start();
    drop(window, plan.folder() + QStringLiteral("/picture.png"));
    QVERIFY(!window.document());
    drop(window, copy);
    QVERIFY(window.document());
    QCOMPARE(window.document()->filePath(), copy);
    window.closePlan();
}

void TestMainWindow::openingTheSameFileAgainChangesNothing()
{
    Session session;
    MainWindow& window = session.start();
    window.openSample();
    const PlanDocument* document = window.document();
    QVERIFY(window.openPath(document->filePath()));
    QCOMPARE(window.document(), document);
}

void TestMainWindow::recentPlansCarryTheirHeadline()
{
    Session session;
    session.start().openSample();
    session.window().document()->setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(testing::awaitRisk(*session.window().document()));
    const QString headline =
        QStringLiteral("80\u00a0% sure ") + session.find<SummaryCard>("summaryHeadline")->shown().value;
    const QString path = session.window().document()->filePath();
    session.trigger("actionClose");
    QVERIFY(session.find<QWidget>("startPage")->isVisible());
    QCOMPARE(session.find<QLabel>("recentHeadline1")->text(), headline);
    QTest::mouseClick(session.find<QPushButton>("recent1"), Qt::LeftButton);
    QTRY_VERIFY(session.window().document());
    QCOMPARE(session.window().document()->filePath(), path);
    session.trigger("actionClose");
    QVERIFY(QFile::remove(path));
    QVERIFY(!session.window().openPath(path));
    QTRY_VERIFY(session.find<QPushButton>("recentRemove1")->isVisible());
    QTest::mouseClick(session.find<QPushButton>("recentRemove1"), Qt::LeftButton);
    QTRY_VERIFY2(session.settings().recentPlans().isEmpty(), "a plan that is gone can leave the list");
}

void TestMainWindow::menusNameWhatIsUndone()
{
    Session session;
    session.start().openSample();
    auto* undo = session.find<QAction>("actionUndo");
    const QString past = undo->text(); // of the sample's own past
    session.window().document()->edit(QStringLiteral("Fish & chips"),
                                      [](Inputs& inputs) { inputs.client = std::string("x"); });
    QCOMPARE(undo->text(), QStringLiteral("&Undo Fish && chips"));
    QVERIFY(session.find<QPushButton>("undoButton")->isEnabled());
    QTest::mouseClick(session.find<QPushButton>("undoButton"), Qt::LeftButton);
    QCOMPARE(session.find<QAction>("actionRedo")->text(), QStringLiteral("&Redo Fish && chips"));
    QCOMPARE(undo->text(), past);
}

void TestMainWindow::refusedEditsAreTold()
{
    Session session;
    session.start().openSample();
    PlanDocument& document = *session.window().document();
    document.edit(QStringLiteral("Nobody"), [](Inputs& inputs) { inputs.team.clear(); });
    const auto* news = session.find<QLabel>("newsBannerText");
    QVERIFY(news->isVisible());
    QVERIFY(news->text().contains(QStringLiteral("add a person")));
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(!news->isVisible());
}

void TestMainWindow::failedWritesAreToldAndRecover()
{
    Session session;
    session.start().openSample();
    PlanDocument& document = *session.window().document();
    QVERIFY(document.waitUntilSaved());
    const QString journal = document.filePath() + QStringLiteral("-journal");
    QFile::remove(journal);
    QVERIFY(QDir().mkpath(journal + QStringLiteral("/in the way")));
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    const auto* banner = session.find<QLabel>("saveBannerText");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(session.find<QLabel>("fileLabel")->text().contains(QStringLiteral("not saved")));
    session.fileToWrite = session.file("copy");
    QSignalSpy copied(&document, &PlanDocument::copySaved);
    QTest::mouseClick(session.find<QPushButton>("saveCopyInstead"), Qt::LeftButton);
    QVERIFY(copied.wait());
    QVERIFY(QFileInfo::exists(session.file("copy.trestle")));
    QVERIFY(QDir(journal).removeRecursively());
    QTest::mouseClick(session.find<QPushButton>("saveRetry"), Qt::LeftButton);
    QTRY_VERIFY(!banner->isVisible());
    QCOMPARE(document.saveState(), PlanDocument::SaveState::Saved);
}

void TestMainWindow::closingAsksWhenChangesAreNotOnDisk()
{
    Session session;
    session.start().openSample();
    PlanDocument& document = *session.window().document();
    QVERIFY(document.waitUntilSaved());
    const QString journal = document.filePath() + QStringLiteral("-journal");
    QFile::remove(journal);
    QVERIFY(QDir().mkpath(journal + QStringLiteral("/in the way")));
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    session.unsaved = Ask::Unsaved::Cancel;
    session.window().close();
    QCOMPARE(session.unsavedAsked, 1);
    QVERIFY(session.window().isVisible());
    session.unsaved = Ask::Unsaved::Discard;
    session.window().close();
    QCOMPARE(session.unsavedAsked, 2);
    QVERIFY(!session.window().isVisible());
}

void TestMainWindow::pagesSwitchByKeysAndCards()
{
    Session session;
    session.start().openSample();
    Workspace& workspace = *session.window().workspace();
    QCOMPARE(workspace.page(), Workspace::PlanTab);
    for (const auto& [key, page] :
         {std::pair(Qt::Key_2, Workspace::CostTab), std::pair(Qt::Key_3, Workspace::RiskTab),
          std::pair(Qt::Key_5, Workspace::ScenariosTab), std::pair(Qt::Key_6, Workspace::HistoryTab),
          std::pair(Qt::Key_7, Workspace::PriceTab), std::pair(Qt::Key_8, Workspace::CashTab),
          std::pair(Qt::Key_9, Workspace::ScanTab), std::pair(Qt::Key_0, Workspace::ProgressTab),
          std::pair(Qt::Key_4, Workspace::TeamTab)}) {
        QTest::keyClick(&session.window(), key, Qt::ControlModifier);
        QCOMPARE(workspace.page(), page);
    }
    QVERIFY(session.find<QWidget>("teamPage")->isVisible());
    QVERIFY(!session.find<QWidget>("ganttView")->isVisible());
    QTest::mouseClick(session.find<SummaryCard>("summaryHeadline"), Qt::LeftButton);
    QCOMPARE(workspace.page(), Workspace::RiskTab);
    QTest::mouseClick(session.find<SummaryCard>("summaryLikely"), Qt::LeftButton);
    QCOMPARE(workspace.page(), Workspace::PlanTab);
    QTest::mouseClick(session.find<SummaryCard>("summaryReadiness"), Qt::LeftButton);
    QVERIFY(session.find<ChecklistView>("checklistView")->hasFocus());
}

void TestMainWindow::detailsAreADrawerOnANarrowWindow()
{
    Session session;
    session.start(QSize(1480, 940)).openSample();
    MainWindow& window = session.window();
    const auto* inspector = session.find<QWidget>("inspectorCard");
    QVERIFY(inspector->isVisible());
    QVERIFY(!session.find<QWidget>("detailsButton")->isVisible());
    testing::showAt(window, QSize(1280, 720));
    QVERIFY(!inspector->isVisible());
    const int centre = session.find<QWidget>("centreCard")->width();
    QTest::keyClick(&window, Qt::Key_F4);
    QVERIFY(inspector->isVisible());
    QCOMPARE(session.find<QWidget>("centreCard")->width(), centre);
    QTest::keyClick(session.find<QWidget>("inspectorCard"), Qt::Key_Escape);
    QVERIFY(!inspector->isVisible());
    QTest::mouseClick(session.find<QPushButton>("detailsButton"), Qt::LeftButton);
    QVERIFY(inspector->isVisible());
    testing::showAt(window, QSize(1480, 940));
    QVERIFY(inspector->isVisible());
    QCOMPARE(inspector->parentWidget(), session.find<QWidget>("workspaceSplitter"));
}

void TestMainWindow::sessionIsRestored()
{
    Session session;
    session.start(QSize(1500, 900)).openSample();
    const QString path = session.window().document()->filePath();
    session.window().workspace()->showPage(Workspace::TeamTab);
    session.window().workspace()->setInspectorShown(false);
    session.stop();

    MainWindow& window = session.start(QSize());
    QCOMPARE(window.size(), QSize(1500, 900));
    window.openPath(path);
    QCOMPARE(window.workspace()->page(), Workspace::TeamTab);
    QVERIFY(!session.find<QWidget>("inspectorCard")->isVisible());
    QVERIFY(session.find<QWidget>("detailsButton")->isVisible());
}

void TestMainWindow::menusAreMadeOnce()
{
    Session session;
    MainWindow& window = session.start();
    for (int i = 0; i < 3; ++i) {
        window.openSample();
        window.closePlan();
    }
    QCOMPARE(window.findChildren<QMenu*>(QStringLiteral("themeMenu")).size(), qsizetype{1});
    // In the menu, and at work.
    QMenu* themes = session.find<QMenu>("themeMenu");
    QVERIFY(session.find<QMenu>("viewMenu")->actions().contains(themes->menuAction()));
    themes->actions().at(2)->trigger();
    QVERIFY(session.settings().theme() == ThemeChoice::Dark);
}

void TestMainWindow::jsonIsInTheExportMenu()
{
    Session session;
    MainWindow& window = session.start();
    window.openSample();
    PlanDocument& document = *window.document();
    Scenario later;
    later.name = "Later";
    document.addScenario(later);
    document.setItemState(QStringLiteral("tls"), ItemState::done);
    session.fileToWrite = session.file("out.json");
    QVERIFY(session.find<QMenu>("exportMenu")->actions().contains(session.find<QAction>("exportJson")));
    session.trigger("exportJson");
    QTRY_VERIFY(QFile::exists(session.fileToWrite));
    QFile file(session.fileToWrite);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<ProjectDocument> read = parsePlanJson(file.readAll().toStdString(), "out.json");
    QVERIFY(read);
    QVERIFY(read->project == document.contents());
}

void TestMainWindow::hiddenPartsAreMadeWhenFirstShown()
{
    Session session;
    MainWindow& window = session.start(QSize(1280, 720)); // where the details are a drawer that is shut
    window.openSample();
    constexpr std::array pages{"planPage", "progressPage", "costPage",      "pricePage",   "cashPage",
                               "riskPage", "teamPage",     "scenariosPage", "historyPage", "recordPage"};
    for (const char* page : pages)
        QCOMPARE(session.find<QWidget>(page) != nullptr, page == pages.front());
    QVERIFY(!session.find<QWidget>("inspector"));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        window.workspace()->showPage(static_cast<Workspace::Page>(i));
        QVERIFY2(session.find<QWidget>(pages[i]) && session.find<QWidget>(pages[i])->isVisible(), pages[i]);
    }
    window.workspace()->setInspectorShown(true);
    QVERIFY(session.find<QWidget>("inspector")->isVisible());
    QCOMPARE(session.find<QLabel>("nodeTitle")->text(), format::text(window.document()->plan().phases.front().title));
    QVERIFY(!session.find<QWidget>("insightsPage"));
    session.find<QTabBar>("inspectorTabs")->setCurrentIndex(1);
    QVERIFY(session.find<QWidget>("insightsPage")->isVisible());
    session.find<QTabBar>("inspectorTabs")->setCurrentIndex(0);
    QVERIFY(session.find<QLabel>("nodeTitle")->isVisible());
}

void TestMainWindow::noStartPageBeforeTheFirstPlan()
{
    Session session;
    MainWindow& window = session.start(QSize(1280, 720), QStringLiteral("paddock.trestle"));
    QVERIFY(session.find<QLabel>("openingPage")->isVisible());
    QVERIFY(session.find<QLabel>("openingPage")->text().contains(QStringLiteral("paddock.trestle")));
    QVERIFY(!session.find<QWidget>("startPage"));
    QVERIFY(!session.find<QAction>("actionSaveCopy")->isEnabled());
    QVERIFY(window.openSample());
    QVERIFY(!session.find<QWidget>("startPage"));
    QVERIFY(!session.find<QLabel>("openingPage"));
    // Where it can't be opened, the start page says why.
    session.start(QSize(1280, 720), QStringLiteral("nowhere.trestle"));
    QVERIFY(!session.window().openPath(session.file("nowhere.trestle")));
    QVERIFY(!session.find<QLabel>("openingPage"));
    QVERIFY(session.find<QWidget>("startPage")->isVisible());
}

void TestMainWindow::everythingHasNameAndRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("page");
    for (const QSize size : {QSize(1480, 940), QSize(1280, 720), QSize(1024, 640)})
        for (const bool dark : {false, true})
            for (const int page : {Workspace::PlanTab, Workspace::ProgressTab, Workspace::CostTab, Workspace::PriceTab,
                                   Workspace::CashTab, Workspace::RiskTab, Workspace::TeamTab, Workspace::ScenariosTab,
                                   Workspace::HistoryTab, Workspace::RecordTab, Workspace::ScanTab})
                QTest::addRow("%dx%d %s page %d", size.width(), size.height(), dark ? "dark" : "light", page)
                    << size << dark << page;
}

void TestMainWindow::everythingHasNameAndRoom()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(int, page);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    Session session;
    MainWindow& window = session.start(size);
    window.openSample();
    window.workspace()->showPage(static_cast<Workspace::Page>(page));
    testing::showAt(window, size);
    QVERIFY(testing::awaitRisk(*window.document()));
    QCOMPARE(window.size(), size);
    const QStringList problems = testing::widgetProblems(window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    if (size.width() < 1280)
        return; // narrower, a card shortens its detail; hovering tells the rest
    QVERIFY(session.find<SummaryCard>("summaryHeadline")->isVisible());
    for (const char* card : {"summaryHeadline", "summaryLikely", "summaryReadiness", "summaryTarget"})
        if (const auto* shown = session.find<SummaryCard>(card); shown->isVisible())
            QVERIFY2(shown->fits(), card);
}

TRESTLE_UI_TEST(TestMainWindow)
#include "tst_main_window.moc"
