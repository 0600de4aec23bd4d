// Edits that are not where the eye is are told of, with the way back; success is told calmly; a scenario is plain to
// see.
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/selection.h"
#include "ui/checklist/checklist_view.h"
#include "ui/team/team_page.h"
#include "ui/scenarios/scenario_button.h"
#include "ui/summary/summary_card.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

using namespace trestle;

namespace {

/// The sample in a window whose questions the test answers.
class Session {
public:
    explicit Session(QSize size = QSize(1480, 940)) : m_settings(file("settings.ini"))
    {
        WindowServices services;
        services.clock = testing::tickingClock();
        services.today = testing::today;
        services.plansFolder = file("plans");
        services.ask.fileToWrite = [this](auto&&...) { return fileToWrite; };
        services.ask.removeScenario = [this](QWidget*, const QString& name) {
            asked += name;
            return remove;
        };
        services.openOutside = [this](const QUrl& url) {
            opened += url.toLocalFile();
            return opens;
        };
        m_window = std::make_unique<MainWindow>(m_settings, std::move(services));
        testing::showAt(*m_window, size);
        m_window->openSample();
        m_window->activateWindow();
    }

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] PlanDocument& document() const { return *m_window->document(); }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] Toast& toast() const { return *find<Toast>("toast"); }
    void click(const char* button) const { QTest::mouseClick(find<QWidget>(button), Qt::LeftButton); }
    /// Opens a menu and clicks an entry of it, as a hand does.
    void choose(QMenu& menu, QAction* action) const
    {
        menu.popup(m_window->mapToGlobal(QPoint(20, 20)));
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
        menu.close();
    }

    QString fileToWrite;
    QStringList asked;
    bool remove = false;
    QStringList opened;
    bool opens = true;

private:
    QTemporaryDir m_folder;
    Settings m_settings;
    std::unique_ptr<MainWindow> m_window;
};

const QString kFullTime = QStringLiteral("Both full-time");
const QString kSmaller = QStringLiteral("Smaller first release");

} // namespace

class TestNoSurprises : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, ThemeChoice::Light); }
    void aMessageGoesByItself();
    void aMessageStaysWhileItIsLookedAt();
    void aMessageKeepsClearOfWhatIsEdited();
    void keysInAListAreToldOf();
    void theMouseInSightIsNot();
    void typingInAFieldIsNot();
    void menuBarAndDialogsAreToldOf();
    void whatGoesAwayIsToldOf();
    void undoAndRedoAreToldOf();
    void aLaterEditTakesTheMessageAway();
    void removingAScenarioAsks();
    void removeIsNotOnePressAway();
    void successIsNoWarning();
    void aCopyCanBeOpenedHere();
    void aScenarioIsPlainToSee_data();
    void aScenarioIsPlainToSee();
    void theHeaderNamesThePlan();
    void theSampleHasSomethingToCompare();
};

void TestNoSurprises::aMessageGoesByItself()
{
    QWidget host;
    const QLineEdit field(&host); // takes the focus that a window gives
    testing::showAt(host, QSize(800, 600));
    Toast toast(&host);
    QVERIFY(!toast.isVisible());
    toast.setShownFor(30);
    toast.tell(QStringLiteral("Done"));
    QVERIFY(toast.isVisible());
    QVERIFY(host.rect().contains(toast.geometry()));
    QTRY_VERIFY(!toast.isVisible());
    QVERIFY(toast.text().isEmpty());
}

void TestNoSurprises::aMessageStaysWhileItIsLookedAt()
{
    QWidget host;
    auto* field = new QLineEdit(&host);
    testing::showAt(host, QSize(800, 600));
    host.activateWindow();
    field->setFocus();
    Toast toast(&host);
    toast.setShownFor(60);
    int undone = 0;
    const auto tell = [&] {
        toast.tell(QStringLiteral("Done"), {{QStringLiteral("again"), QStringLiteral("Undo"), [&] { ++undone; }}});
    };
    tell();
    auto* button = toast.findChild<QPushButton*>(QStringLiteral("again"));
    button->setFocus();
    QTRY_VERIFY(button->hasFocus());
    QTest::qWait(200);
    QVERIFY(toast.isVisible());
    QTest::keyClick(button, Qt::Key_Escape);
    QVERIFY(!toast.isVisible());
    QVERIFY2(field->hasFocus(), "the focus goes back to where it was");
    QCOMPARE(undone, 0);

    tell();
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QApplication::sendEvent(&toast, &enter);
    QTest::qWait(200);
    QVERIFY(toast.isVisible());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&toast, &leave);
    QTRY_VERIFY(!toast.isVisible());

    tell();
    QTest::mouseClick(toast.findChild<QPushButton*>(QStringLiteral("again")), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!toast.isVisible());
    QVERIFY(field->hasFocus());
}

void TestNoSurprises::aMessageKeepsClearOfWhatIsEdited()
{
    QWidget host;
    auto* field = new QLineEdit(&host);
    testing::showAt(host, QSize(800, 600));
    host.activateWindow();
    QTRY_VERIFY(field->hasFocus());
    field->clearFocus();
    field->setGeometry(300, 560, 200, 30);
    Toast toast(&host);
    toast.tell(QStringLiteral("Done"));
    QVERIFY(toast.geometry().intersects(field->geometry()));
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    QVERIFY(!toast.geometry().intersects(field->geometry()));
    host.resize(700, 500);
    QVERIFY(host.rect().contains(toast.geometry()));
}

void TestNoSurprises::keysInAListAreToldOf()
{
    const Session session;
    auto* list = session.find<ChecklistView>("checklistView");
    session.window().workspace()->selection().select(QStringLiteral("metrics"));
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(stateOf(session.document().inputs(), "metrics"), ItemState::done);
    QVERIFY(session.toast().isVisible());
    QVERIFY(session.toast().text().endsWith(QStringLiteral("in place")));
    const QStringList problems = testing::widgetProblems(session.toast());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(session.toast().findChild<QWidget*>(QStringLiteral("toastUndo"))->isVisible());
    const auto* text = session.toast().findChild<QLabel*>(QStringLiteral("toastText"));
    QVERIFY2(text->width() >= text->fontMetrics().horizontalAdvance(text->text()), "one line where it has room");
    session.click("toastUndo");
    QCOMPARE(stateOf(session.document().inputs(), "metrics"), ItemState::missing);

    auto* chip = session.find<QPushButton>("condition_payments");
    QTest::keyClick(chip, Qt::Key_Space);
    QVERIFY(session.toast().text().contains(chip->text()));
}

void TestNoSurprises::theMouseInSightIsNot()
{
    const Session session;
    session.click("condition_payments");
    QVERIFY(session.document().inputs().profile.conditions.contains("payments"));
    QVERIFY(!session.toast().isVisible());
    QMenu& scales = *session.find<QPushButton>("profileScale")->menu();
    session.choose(scales, scales.actions().last());
    QVERIFY(session.document().inputs().profile.scale != "10k");
    QVERIFY(!session.toast().isVisible());
}

void TestNoSurprises::typingInAFieldIsNot()
{
    const Session session;
    session.window().workspace()->selection().select(QStringLiteral("metrics"));
    auto* note = session.find<QPlainTextEdit>("noteField");
    QVERIFY(note && note->isVisible());
    QTest::keyClicks(note, QStringLiteral("half of it"));
    QTRY_VERIFY(session.document().inputs().items.contains("metrics"));
    QVERIFY(!session.toast().isVisible());
}

void TestNoSurprises::menuBarAndDialogsAreToldOf()
{
    const Session session;
    session.choose(*session.find<QMenu>("planMenu"), session.find<QAction>("actionCostRetained"));
    QCOMPARE(session.document().inputs().costMode, CostMode::retained);
    QVERIFY(session.toast().isVisible());
    session.click("toastUndo");
    QCOMPARE(session.document().inputs().costMode, CostMode::worked);
}

void TestNoSurprises::whatGoesAwayIsToldOf()
{
    const Session session;
    session.window().workspace()->showPage(Workspace::TeamTab);
    auto* table = session.find<QAbstractItemView>("teamTable");
    table->setCurrentIndex(table->model()->index(1, 0));
    session.click("teamRemove");
    QCOMPARE(session.document().inputs().team.size(), 1U);
    QVERIFY(session.toast().isVisible());
    session.click("toastUndo");
    QCOMPARE(session.document().inputs().team.size(), 2U);
}

void TestNoSurprises::undoAndRedoAreToldOf()
{
    const Session session;
    session.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QVERIFY(!session.toast().isVisible());
    const QString label = session.document().undoLabel();
    session.find<QAction>("actionUndo")->trigger();
    QCOMPARE(session.toast().text(), QStringLiteral("Undone: %1").arg(label));
    session.click("toastRedo");
    QCOMPARE(stateOf(session.document().inputs(), "metrics"), ItemState::done);
    QCOMPARE(session.toast().text(), QStringLiteral("Redone: %1").arg(label));
    // What the file alone knows of is told of as well.
    session.document().undo();
    const QString older = session.document().undoLabel();
    session.document().undo();
    QTRY_COMPARE(session.toast().text(), QStringLiteral("Undone: %1").arg(older));
}

void TestNoSurprises::aLaterEditTakesTheMessageAway()
{
    const Session session;
    QTest::keyClick(session.find<QPushButton>("condition_payments"), Qt::Key_Space);
    QVERIFY(session.toast().isVisible());
    session.click("condition_compliance");
    QVERIFY2(!session.toast().isVisible(), "its Undo would take back another edit");
}

void TestNoSurprises::removingAScenarioAsks()
{
    Session session;
    session.document().setActiveScenario(kFullTime);
    const auto remove = [&] {
        QMenu& menu = *session.find<QMenu>("scenarioMenu");
        Q_EMIT menu.aboutToShow();
        menu.findChild<QAction*>(QStringLiteral("scenarioRemove"))->trigger();
    };
    remove();
    QCOMPARE(session.asked, QStringList(kFullTime));
    QVERIFY(session.document().scenarios().contains(kFullTime));
    session.remove = true;
    remove();
    QCOMPARE(session.document().scenarios(), QStringList(kSmaller));
    QVERIFY(session.toast().text().contains(kFullTime));
    session.click("toastUndo");
    QCOMPARE(session.document().scenarios(), QStringList({kFullTime, kSmaller}));
    // On the page as well.
    session.window().workspace()->showScenarios();
    session.remove = false;
    auto* button = session.find<QPushButton>("chosenRemove");
    QTRY_VERIFY(button->isVisible());
    button->click();
    QCOMPARE(session.asked.size(), 3);
    QCOMPARE(session.document().scenarios().size(), 2);
}

void TestNoSurprises::removeIsNotOnePressAway()
{
    Session session;
    session.remove = true;
    session.document().setActiveScenario(kFullTime);
    QMenu& menu = *session.find<QMenu>("scenarioMenu");
    menu.popup(session.window().mapToGlobal(QPoint(20, 20)));
    menu.setActiveAction(menu.actions().first());
    QTest::keyClick(&menu, Qt::Key_Up);
    QVERIFY(menu.activeAction() && menu.activeAction()->objectName() != u"scenarioRemove");
    QTest::keyClick(&menu, Qt::Key_Return);
    QVERIFY(session.asked.isEmpty());
    QCOMPARE(session.document().scenarios().size(), 2);
}

void TestNoSurprises::successIsNoWarning()
{
    Session session;
    session.fileToWrite = session.file("out.csv");
    session.find<QAction>("exportCsv")->trigger();
    QTRY_VERIFY(session.toast().isVisible());
    QVERIFY(session.toast().text().startsWith(QStringLiteral("Saved out.csv")));
    QVERIFY(!session.find<QWidget>("newsBanner")->isVisible());
    session.click("toastOpen");
    QCOMPARE(session.opened, QStringList(session.fileToWrite));
    session.fileToWrite = session.file("out.json");
    session.find<QAction>("exportJson")->trigger();
    QTRY_COMPARE(session.toast().text(), QStringLiteral("Saved out.json"));
    session.click("toastFolder");
    QCOMPARE(session.opened.last(), QFileInfo(session.fileToWrite).absolutePath());
    // Nothing opens it: that is said.
    session.opens = false;
    session.find<QAction>("exportJson")->trigger();
    QTRY_COMPARE(session.toast().text(), QStringLiteral("Saved out.json"));
    session.click("toastOpen");
    QVERIFY(session.find<QWidget>("newsBanner")->isVisible());
}

void TestNoSurprises::aCopyCanBeOpenedHere()
{
    Session session;
    session.fileToWrite = session.file("copy.trestle");
    session.find<QAction>("actionSaveCopy")->trigger();
    QTRY_VERIFY(session.toast().text().contains(QStringLiteral("copy.trestle")));
    QVERIFY(!session.find<QWidget>("newsBanner")->isVisible());
    session.click("toastOpen");
    QCOMPARE(session.document().filePath(), session.fileToWrite);
    QVERIFY(session.opened.isEmpty());
}

void TestNoSurprises::aScenarioIsPlainToSee_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const QSize size : {QSize(1480, 940), QSize(1280, 720), QSize(1024, 640)})
        for (const bool dark : {false, true})
            QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light") << size << dark;
}

void TestNoSurprises::aScenarioIsPlainToSee()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    const Session session(size);
    const auto* strip = session.find<QWidget>("scenarioStrip");
    Workspace& workspace = *session.window().workspace();
    const auto frame = [&] {
        return QColor(workspace.grab().toImage().pixel(1, workspace.height() / 2)) ==
               roleColor(Role::Accent, workspace.palette());
    };
    QVERIFY(!strip->isVisible());
    QVERIFY(!frame());
    session.document().setActiveScenario(kSmaller);
    QVERIFY(strip->isVisible());
    QVERIFY(frame());
    QVERIFY(session.find<QLabel>("scenarioStripName")->text().contains(kSmaller));
    QVERIFY(session.find<QPushButton>("scenarioChanges")->text().contains(QStringLiteral("5 changes")));
    QVERIFY(testing::awaitRisk(session.document()));
    testing::showAt(session.window(), size);
    const QStringList problems = testing::widgetProblems(session.window());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    session.click("scenarioChanges");
    QCOMPARE(workspace.page(), Workspace::ScenariosTab);
    session.click("scenarioBack");
    QCOMPARE(session.document().activeScenario(), QString());
    QVERIFY(!strip->isVisible());
    QVERIFY(!frame());
}

void TestNoSurprises::theHeaderNamesThePlan()
{
    const Session session;
    const auto* label = session.find<QLabel>("fileLabel");
    QTRY_COMPARE(label->text(), QStringLiteral("Ledgerly · saved"));
    QVERIFY(label->toolTip().contains(QStringLiteral("Brightwater Bookkeeping")));
    QVERIFY(label->toolTip().contains(session.document().filePath()));
    session.document().edit(QStringLiteral("Name"), [](Inputs& inputs) { inputs.name = std::string(200, 'n'); });
    QTRY_VERIFY(label->text().endsWith(QStringLiteral(" · saved"))); // the name gives way, the state does not
    QVERIFY(label->text().size() < 150);
}

void TestNoSurprises::theSampleHasSomethingToCompare()
{
    const Session session;
    QCOMPARE(session.window().workspace()->page(), Workspace::PlanTab);
    QCOMPARE(session.document().scenarios(), QStringList({kFullTime, kSmaller}));
    QVERIFY(session.document().inputs() == testing::shippedInputs());
    std::vector<Revision> history;
    bool read = false;
    session.document().withFile(&session.window(), [&](PlanFile& file) -> std::function<void()> {
        history = file.history().value_or(std::vector<Revision>());
        return [&read] { read = true; };
    });
    QTRY_VERIFY(read);
    QCOMPARE(history.size(), 2U);
    QVERIFY(!history.front().tag.empty());
    // Opened again it is the plan page too, whatever was looked at before.
    session.window().workspace()->showPage(Workspace::RiskTab);
    session.window().openSample();
    QCOMPARE(session.window().workspace()->page(), Workspace::PlanTab);
}

TRESTLE_UI_TEST(TestNoSurprises)
#include "tst_no_surprises.moc"
