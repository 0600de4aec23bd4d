#include "models/plan/next_item.h"
#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/base/settings.h"
#include "ui/base/wording.h"
#include "ui/base/wording_decisions.h"
#include "ui/checklist/checklist.h"
#include "ui/document/best_move_finder.h"
#include "ui/summary/next_card.h"
#include "ui/summary/next_item_button.h"
#include "ui/summary/summary_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/window/workspace.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace trestle;

namespace {

constexpr int kPatience = 60'000; // a loaded machine simulates slowly
const QSize kCardSize(324, 108);

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

/// Two items left, for a lead and a half-timer.
ProjectDocument nearlyDone(std::vector<std::string> left = {"metrics", "profiling"})
{
    ProjectDocument project = testing::emptyProject();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            if (std::ranges::find(left, item.id) == left.end())
                project.project.base.items[item.id].progress.state = ItemState::done;
    return project;
}

struct Shown {
    explicit Shown(const QWidget& root)
        : card(*root.findChild<NextCard*>(QStringLiteral("nextCard"))), item(*card.findChild<NextItemButton*>()),
          move(*card.findChild<QLabel*>(QStringLiteral("bestMove"))),
          tryIt(*card.findChild<QPushButton*>(QStringLiteral("tryMove")))
    {
    }
    /// Without its marks.
    [[nodiscard]] QString text() const
    {
        QString text = move.text();
        text.remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
        return plain(text);
    }
    [[nodiscard]] bool isDimmed() const
    {
        return move.palette().color(QPalette::WindowText) == roleColor(Role::TextMuted, move.palette());
    }
    NextCard& card;
    NextItemButton& item;
    QLabel& move;
    QPushButton& tryIt;
};

bool isReady(PlanDocument& document)
{
    return document.bestMove().state() == BestMoveFinder::State::Ready;
}

/// The card alone, as a window.
struct CardAlone {
    explicit CardAlone(PlanDocument& document)
    {
        auto* card = new NextCard(document, &window);
        card->setGeometry(QRect(QPoint(), kCardSize));
        window.setObjectName(QStringLiteral("window"));
        testing::showAt(window, kCardSize);
    }
    QWidget window;
};

} // namespace

class TestNextCard : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsNext();
    void theMoveIsTheModels();
    void nothingStaleStandsBesideNewFigures();
    void aTargetIsAnotherQuestion();
    void knownPlansAreRecalled();
    void tryItIsATrialThatComesTrue();
    void clickingTheItemSelectsIt();
    void nothingLeft_data();
    void nothingLeft();
    void noMoveIsWorthIt();
    void words();
    void longNamesFit_data();
    void longNamesFit();
};

void TestNextCard::saysWhatIsNext()
{
    testing::OpenPlan open;
    const CardAlone alone(open.document());
    const Shown shown(alone.window);
    const auto next = nextItem(open.plan());
    QVERIFY(next);
    QCOMPARE(shown.item.title(), wording::nodeTitle(open.plan(), next->id));
    const std::string& person = open.plan().people[next->people.front()].name;
    QVERIFY2(shown.item.who().startsWith(format::text(person)), qPrintable(shown.item.who()));
    QVERIFY2(shown.item.who().endsWith(format::shortDateRange(next->first, next->last)), qPrintable(shown.item.who()));
    QVERIFY(shown.item.accessibleName().contains(shown.item.title()));
    // What is ticked is no longer next.
    open.document().setItemState(format::text(next->id), ItemState::done);
    QVERIFY(shown.item.title() != wording::nodeTitle(open.plan(), next->id));
}

void TestNextCard::theMoveIsTheModels()
{
    testing::OpenPlan open(nearlyDone());
    const CardAlone alone(open.document());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    const auto found = bestMoves(open.plan()).value().best;
    QVERIFY(found && open.document().bestMove().best() == found);
    const Shown shown(alone.window);
    QCOMPARE(found->move.kind, MoveKind::fullTime); // else another plan is needed here
    QCOMPARE(shown.text(), plain(QStringLiteral("Best move: make %1 full-time: %2")
                                     .arg(format::text(found->move.subject), moveEffect(*found))));
    QVERIFY(shown.move.toolTip().startsWith(QStringLiteral("Make ")));
    QVERIFY(shown.tryIt.isVisible() && shown.tryIt.isEnabled());
    QVERIFY(!shown.isDimmed());
}

void TestNextCard::nothingStaleStandsBesideNewFigures()
{
    testing::OpenPlan open(nearlyDone({"caching", "profiling", "metrics"}));
    const CardAlone alone(open.document());
    const Shown shown(alone.window);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    const QString before = shown.text();
    bool stale = false;
    connect(&open.document(), &PlanDocument::planChanged, &shown.card,
            [&] { stale = open.document().bestMove().best() && !shown.isDimmed(); });
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QVERIFY(!stale);
    QVERIFY(!open.document().bestMove().best());
    QVERIFY(shown.isDimmed());
    QCOMPARE(shown.text(), before); // the eye keeps its place
    QVERIFY(!shown.tryIt.isEnabled());
    QSignalSpy tried(&shown.card, &NextCard::tryWanted);
    shown.tryIt.click();
    QCOMPARE(tried.size(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    QVERIFY(!shown.isDimmed());
    QVERIFY(shown.tryIt.isEnabled());
}

void TestNextCard::aTargetIsAnotherQuestion()
{
    testing::OpenPlan open(nearlyDone());
    const CardAlone alone(open.document());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    const auto risk = open.document().risk();
    open.document().edit(QStringLiteral("Target"), [&](Inputs& inputs) {
        inputs.targetDate = open.document().bestMove().best()->after.finishDate;
    });
    QCOMPARE(open.document().risk(), risk); // not simulated anew
    QVERIFY(!isReady(open.document()));
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    QVERIFY(open.document().bestMove().best()->meetsTarget);
    const Shown shown(alone.window);
    QVERIFY2(plain(shown.move.toolTip()).endsWith(QStringLiteral("which makes your target 80 % sure.")),
             qPrintable(shown.move.toolTip()));
}

void TestNextCard::knownPlansAreRecalled()
{
    testing::OpenPlan open(nearlyDone());
    const CardAlone alone(open.document());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    const auto before = open.document().bestMove().best();
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    open.document().undo();
    QVERIFY(isReady(open.document()));
    QCOMPARE(open.document().bestMove().best() == before, true);
}

void TestNextCard::tryItIsATrialThatComesTrue()
{
    testing::OpenPlan open(nearlyDone());
    Settings settings(open.folder() + QStringLiteral("/settings.ini"));
    Workspace workspace(open.document(), settings);
    testing::showAt(workspace, {1480, 880});
    PlanDocument& document = open.document();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(document), kPatience);
    const BestMove best = *document.bestMove().best();
    const Inputs before = document.inputs();
    const Shown shown(workspace);
    shown.tryIt.click();
    QCOMPARE(document.inputs() == applyMove(before, best.move), true);
    const auto* bar = workspace.findChild<Banner*>(QStringLiteral("trialBar"));
    QVERIFY(bar && bar->isVisible());
    QVERIFY(testing::awaitRisk(document));
    // The difference is the one that was said.
    const Headline now = headlineOf(document.plan(), *document.risk(), document.plan().inputs.confidence);
    QCOMPARE(now == best.after, true);
    QTRY_VERIFY_WITH_TIMEOUT(plain(bar->text()).contains(QStringLiteral("It saves ")), kPatience);
    workspace.findChild<QPushButton*>(QStringLiteral("trialTakeBack"))->click();
    QCOMPARE(document.inputs() == before, true);
    QVERIFY(!bar->isVisible());
}

void TestNextCard::clickingTheItemSelectsIt()
{
    testing::OpenPlan open;
    Settings settings(open.folder() + QStringLiteral("/settings.ini"));
    Workspace workspace(open.document(), settings);
    testing::showAt(workspace, {1480, 880});
    workspace.showPage(Workspace::RiskTab);
    const Shown shown(workspace);
    QTest::mouseClick(&shown.item, Qt::LeftButton);
    QCOMPARE(workspace.page(), Workspace::PlanTab);
    QCOMPARE(workspace.selection().node(), format::text(nextItem(open.plan())->id));
}

void TestNextCard::nothingLeft_data()
{
    QTest::addColumn<ItemState>("state");
    QTest::addColumn<QString>("title");
    QTest::newRow("all in place") << ItemState::done << QStringLiteral("Nothing left to build");
    QTest::newRow("nothing needed") << ItemState::excluded << QStringLiteral("Nothing in scope");
}

void TestNextCard::nothingLeft()
{
    QFETCH(const ItemState, state);
    QFETCH(const QString, title);
    ProjectDocument project = testing::emptyProject();
    for (const Phase& phase : project.catalogue.catalogue->phases)
        for (const Item& item : phase.items)
            project.project.base.items[item.id].progress.state = state;
    testing::OpenPlan open(project);
    const CardAlone alone(open.document());
    const Shown shown(alone.window);
    QCOMPARE(shown.item.title(), title);
    QVERIFY(!shown.item.isEnabled());
    QVERIFY(!shown.tryIt.isVisible() && !shown.move.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    QVERIFY(!shown.tryIt.isVisible() && !shown.move.isVisible());
    // And back.
    open.document().setItemState(QStringLiteral("profiling"), ItemState::missing);
    QVERIFY(shown.item.isEnabled() && shown.move.isVisible());
}

void TestNextCard::noMoveIsWorthIt()
{
    ProjectDocument project = nearlyDone({"cors-csrf"});
    project.project.base.team.resize(1);
    testing::OpenPlan open(project);
    const CardAlone alone(open.document());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    QVERIFY(!open.document().bestMove().best());
    const Shown shown(alone.window);
    QCOMPARE(shown.text(), QStringLiteral("No move saves two days or more"));
    QVERIFY(!shown.tryIt.isVisible());
}

void TestNextCard::words()
{
    ProjectDocument project = testing::emptyProject();
    Inputs& inputs = project.project.base;
    inputs.team = {{"Ana", 0.5, Money::dollars(5000), {}, {}, {}}, {"Ben", 0.5, Money{}, {}, {}, {}}};
    inputs.team.push_back({"Part-time engineer", 0.5, Money::dollars(5000), {}, {}, {}});
    inputs.team.back().isRole = true;
    inputs.team.push_back({"Cy", 0.5, Money::dollars(5000), {}, {}, {}});
    inputs.team.back().paidOut = false;
    RiskEvent event;
    event.id = "audit";
    event.title = "The audit fails";
    event.p = 0.3;
    event.phase = "security";
    event.delay = {1, 2, 3};
    event.response = RiskResponse{};
    event.response->title = "Ask early";
    addRisk(inputs.risks, event);
    testing::OpenPlan open(project);
    const auto said = [&](Move move) { return plain(wording::move(open.plan(), move)); };
    QCOMPARE(said({MoveKind::fullTime, "Ana", {}, {}}), QStringLiteral("make Ana full-time"));
    QCOMPARE(said({MoveKind::fullTime, "Ben", {}, {}}), QStringLiteral("make Ben full-time, if you can"));
    QCOMPARE(said({MoveKind::fullTime, "Cy", {}, {}}), QStringLiteral("make Cy full-time, if you can"));
    QCOMPARE(said({MoveKind::fullTime, "Part-time engineer", {}, {}}),
             QStringLiteral("make the part-time engineer full-time"));
    QCOMPARE(said({MoveKind::hire, "Engineer", {}, Money::dollars(5000)}),
             QStringLiteral("hire one more engineer at AUD 5,000 a week"));
    QCOMPARE(said({MoveKind::order, {}, {}, {}}), QStringLiteral("use a better order of the items"));
    QCOMPARE(said({MoveKind::defer, {}, {"caching"}, {}}), QStringLiteral("leave “Caching where it pays” for later"));
    QCOMPARE(said({MoveKind::defer, {}, {"caching", "profiling"}, {}}), QStringLiteral("leave 2 items for later"));
    QVERIFY(wording::moveInFull(open.plan(), {MoveKind::defer, {}, {"caching", "profiling"}, {}})
                .contains(wording::nodeTitle(open.plan(), "profiling")));
    QCOMPARE(said({MoveKind::respond, "audit", {}, {}}), QStringLiteral("“Ask early”, against “The audit fails”"));
    // Weeks and dollars both, and no false precision of the cost.
    const Headline before{20, *parseDate("2027-05-20"), Money::dollars(90'000)};
    BestMove best{{}, before, before, false};
    best.after.finishDate -= std::chrono::days(42);
    best.after.total += Money::dollars(400);
    QCOMPARE(plain(moveEffect(best)), QStringLiteral("6 weeks sooner, same cost"));
    best.after.total = Money::dollars(81'000);
    QCOMPARE(plain(moveEffect(best)), QStringLiteral("6 weeks sooner, AUD 9,000 less"));
}

void TestNextCard::longNamesFit_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("second");
    QTest::newRow("wide") << 324 << true;
    QTest::newRow("least") << 272 << true;
    QTest::newRow("one line less") << 272 << false;
}

void TestNextCard::longNamesFit()
{
    QFETCH(const int, width);
    QFETCH(const bool, second);
    ProjectDocument project = nearlyDone();
    project.project.base.team[1].name = "Bartholomew Featherstonehaugh-Cholmondeley of Wagga Wagga, part-time";
    testing::OpenPlan open(project);
    const CardAlone alone(open.document());
    const Shown shown(alone.window);
    shown.card.setSecondLine(second);
    shown.card.resize(width, 108);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(open.document()), kPatience);
    const QStringList problems = testing::widgetProblems(alone.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY(shown.move.heightForWidth(shown.move.width()) <= shown.move.height());
    QVERIFY2(shown.text().endsWith(plain(moveEffect(*open.document().bestMove().best()))), qPrintable(shown.text()));
    QVERIFY(shown.move.toolTip().contains(QStringLiteral("Cholmondeley")));
}

TRESTLE_UI_TEST(TestNextCard)
#include "tst_next_card.moc"
