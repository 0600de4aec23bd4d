#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/inspector/facts.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/sources.h"
#include "ui/inspector/work_field.h"
#include "ui/widgets/figure_fields.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>

using namespace trestle;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

QString fact(const NodeFacts& node, const char* label)
{
    const auto found = std::ranges::find(node.facts, QString::fromUtf8(label), &Fact::label);
    return found == node.facts.end() ? QStringLiteral("no such fact") : plain(found->value);
}

const SourceRow* source(const std::vector<SourceRow>& rows, const QString& figure)
{
    const auto found = std::ranges::find_if(rows, [&](const SourceRow& row) { return plain(row.figure) == figure; });
    return found == rows.end() ? nullptr : &*found;
}

template <class Widget>
Widget& part(const QWidget& root, const char* name)
{
    auto* found = root.findChild<Widget*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

QString shown(const QWidget& root, const char* name)
{
    return plain(part<QLabel>(root, name).text());
}

} // namespace

class TestInspector : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void phaseFacts();
    void itemFacts();
    void itemInPlaceHasNoDates();
    void planFacts();
    void slackInWords_data();
    void slackInWords();
    void everyFigureOfAPhaseHasASource();
    void sourcesOfATickedItem();
    void ratesOfTheTeamAreYours();
    void scaleAndRunningCostsAreSourced();
    void ticksAreNamed();
    void showsTheSelection();
    void saysWhatCountsAsInPlace();
    void detailsOpenOnRequest();
    void stateButtonsSetTheState();
    void whatHappenedIsEdited();
    void anItemIsOfferedToTheClient();
    void ownEstimate();
    void wrongEstimateIsRefusedInPlace();
    void typingANoteIsOneStep();
    void notesAreKeptInTheFile();
    void notesFollowTheSelection();
    void fits_data();
    void fits();
};

void TestInspector::phaseFacts()
{
    const testing::OpenPlan open;
    const NodeFacts node = factsOf(open.plan(), *open.plan().findPhase("database"));
    QCOMPARE(node.title, QStringLiteral("Database"));
    QCOMPARE(node.place, QStringLiteral("phase 1 of 8"));
    QCOMPARE(fact(node, "Work left"), QStringLiteral("2.8 – 7.4 person-weeks"));
    QCOMPARE(fact(node, "Likely"), QStringLiteral("4 – 15 Jan 2027"));
    QCOMPARE(fact(node, "80\u00a0% sure by"), QStringLiteral("…")); // not simulated yet
    const NodeFacts alone = factsOf(open.plan(), *open.plan().findPhase("database"), SureFacts{nullptr, true});
    QCOMPARE(fact(alone, "80\u00a0% sure by"), QStringLiteral("not known"));
    // 7.36 person-weeks at 1.5 full-time people are 4.91 weeks: the 25th working day.
    QVERIFY(std::ranges::any_of(
        alone.facts, [](const Fact& each) { return plain(each.hint).endsWith(QStringLiteral("until 5 Feb 2027.")); }));
    QCOMPARE(fact(node, "If it slips"), QStringLiteral("the finish slips with it"));
    QCOMPARE(fact(node, "Slack"), QStringLiteral("no such fact")); // for who asks for details
    QCOMPARE(node.details.size(), std::size_t{2});
    QCOMPARE(node.details[1].label, QStringLiteral("Slack with unlimited people"));
    QVERIFY(testing::awaitRisk(open.document()));
    const NodeFacts sure = factsOf(open.plan(), *open.plan().findPhase("database"), {open.document().risk(), false});
    const Weeks finish = open.document().risk()->phases[0].finishWeek.p80;
    QCOMPARE(fact(sure, "80\u00a0% sure by"), plain(format::mediumDate(open.plan().calendar.lastDate(0, finish))));
    QCOMPARE(sure.facts.size(), node.facts.size());
    QCOMPARE(fact(node, "Cost"), QStringLiteral("AUD 13,800 – 36,800"));
    QCOMPARE(fact(node, "Waits for"), QStringLiteral("nothing"));
    QCOMPARE(fact(node, "Holds up"), QStringLiteral("Authentication, Observability, Deployment and rollback"));
    QVERIFY(node.remark.contains(QStringLiteral("optimistic")));
}

void TestInspector::itemFacts()
{
    const testing::OpenPlan open;
    const ItemPlan& item = *open.plan().findItem("integration-tests");
    const NodeFacts node = factsOf(open.plan(), item);
    QCOMPARE(node.place, QStringLiteral("item of Testing"));
    QVERIFY(!node.explanation.isEmpty());
    QCOMPARE(fact(node, "Work left"), QStringLiteral("6 – 9 days"));
    QCOMPARE(fact(node, "People"), QStringLiteral("Lead engineer, Part-time engineer"));
    QCOMPARE(fact(node, "Start"), QStringLiteral("starts when Lead engineer finishes “Unit tests on critical logic”"));
    QCOMPARE(fact(node, "Holds up"), QStringLiteral("End-to-end tests of core flows"));
}

void TestInspector::itemInPlaceHasNoDates()
{
    const testing::OpenPlan open;
    const NodeFacts node = factsOf(open.plan(), *open.plan().findItem("indexes"));
    QCOMPARE(fact(node, "Work left"), QStringLiteral("none"));
    QCOMPARE(fact(node, "Likely"), QStringLiteral("no such fact"));
    QCOMPARE(fact(node, "If it slips"), QStringLiteral("no such fact"));
    QVERIFY(node.details.empty());
    QCOMPARE(fact(node, "Cost"), QStringLiteral("none"));
}

void TestInspector::planFacts()
{
    testing::OpenPlan open(testing::emptyProject());
    const NodeFacts empty = factsOf(open.plan());
    QCOMPARE(fact(empty, "Starts"), QStringLiteral("4 Jan 2027"));
    QCOMPARE(fact(empty, "Likely finish"), QStringLiteral("18 Jun 2027"));
    QCOMPARE(fact(empty, "Team"), QStringLiteral("Lead engineer, Part-time engineer (half-time)"));
    QCOMPARE(fact(empty, "Target"), QStringLiteral("none set"));
    QVERIFY(empty.remark.contains(QStringLiteral("tick")));
    open.document().setItemState(QStringLiteral("tls"), ItemState::done);
    QVERIFY(factsOf(open.plan()).remark != empty.remark);
}

void TestInspector::slackInWords_data()
{
    QTest::addColumn<double>("slack");
    QTest::addColumn<double>("byLinks");
    QTest::addColumn<QString>("text");
    QTest::newRow("critical by links too") << 0.0 << 0.0 << "none: it drives the finish";
    QTest::newRow("people alone") << 0.0 << 2.0 << "none: the next task starts straight away";
    QTest::newRow("rounding") << 9e-7 << 0.0 << "none: it drives the finish";
    QTest::newRow("some") << 2.4 << 5.0 << "2.4 weeks";
}

void TestInspector::slackInWords()
{
    QFETCH(double, slack);
    QFETCH(double, byLinks);
    QFETCH(QString, text);
    QCOMPARE(plain(slackText(slack, byLinks)), text);
}

void TestInspector::everyFigureOfAPhaseHasASource()
{
    const testing::OpenPlan open;
    const auto rows = sourcesOf(open.plan(), *open.plan().findPhase("database"));
    const SourceRow* range = source(rows, QStringLiteral("3 – 8 person-weeks"));
    QVERIFY(range);
    QCOMPARE(range->kind, ProvenanceKind::stated);
    QVERIFY(range->note.contains(QStringLiteral("Database Problem")));
    const SourceRow* cost = source(rows, QStringLiteral("AUD 15,000 – 40,000"));
    QVERIFY(cost);
    QCOMPARE(cost->kind, ProvenanceKind::stated);
    QCOMPARE(cost->note, QStringLiteral("same section"));
    QCOMPARE(source(rows, QStringLiteral("Likely 3"))->kind, ProvenanceKind::derived);
    const SourceRow* engineers = source(rows, QStringLiteral("1.5 engineers"));
    QCOMPARE(engineers->kind, ProvenanceKind::derived);
    QCOMPARE(engineers->note,
             QStringLiteral("1.5 is the only team size at which the article's weeks and efforts agree."));
    QVERIFY(engineers->sum.startsWith(QStringLiteral("Weeks × team"))); // for who asks
    QCOMPARE(source(rows, QStringLiteral("AUD 5,000 a week"))->kind, ProvenanceKind::derived);
    QCOMPARE(source(rows, QStringLiteral("Shares of the items"))->kind, ProvenanceKind::assumed);
    const SourceRow* ticks = source(rows, QStringLiteral("8 % already in place"));
    QVERIFY(ticks);
    QCOMPARE(ticks->kind, ProvenanceKind::yours);
    QCOMPARE(plain(ticks->note), QStringLiteral("“Indexes on the queried columns” ticked on 22 Nov 2026"));
    for (const PhasePlan& phase : open.plan().phases)
        for (const SourceRow& row : sourcesOf(open.plan(), phase)) {
            QVERIFY2(!row.figure.isEmpty(), qPrintable(QString::fromStdString(phase.id)));
            QVERIFY2(!row.note.isEmpty(), qPrintable(row.figure));
        }
}

void TestInspector::sourcesOfATickedItem()
{
    const testing::OpenPlan open;
    const auto rows = sourcesOf(open.plan(), *open.plan().findItem("unit-tests"));
    QCOMPARE(source(rows, QStringLiteral("Partly in place"))->kind, ProvenanceKind::yours);
    QCOMPARE(source(rows, QStringLiteral("50 % of it left"))->kind, ProvenanceKind::assumed);
    QCOMPARE(source(rows, QStringLiteral("30 % of Testing"))->kind, ProvenanceKind::assumed);
}

void TestInspector::ratesOfTheTeamAreYours()
{
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("rate"),
                         [](Inputs& inputs) { inputs.team[1].weeklyRate = Money::dollars(4200); });
    const auto rows = sourcesOf(open.plan(), *open.plan().findPhase("testing"));
    const SourceRow* rate = source(rows, QStringLiteral("AUD 4,200 – 5,000 a week"));
    QVERIFY(rate);
    QCOMPARE(rate->kind, ProvenanceKind::yours);
}

void TestInspector::scaleAndRunningCostsAreSourced()
{
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("scale"), [](Inputs& inputs) { inputs.profile.scale = "100k"; });
    const auto rows = sourcesOf(open.plan(), *open.plan().findPhase("observability"));
    QCOMPARE(source(rows, QStringLiteral("× 1.25 for 100,000 users"))->kind, ProvenanceKind::assumed);
    QCOMPARE(source(rows, QStringLiteral("Log service: AUD 100 – 500 a month"))->kind, ProvenanceKind::stated);
    QCOMPARE(source(rows, QStringLiteral("Likely AUD 300 a month"))->kind, ProvenanceKind::derived);
    QVERIFY(!source(sourcesOf(open.plan(), *open.plan().findPhase("testing")),
                    QStringLiteral("× 1.25 for 100,000 users"))); // testing does not grow with users
}

void TestInspector::ticksAreNamed()
{
    testing::OpenPlan open;
    for (const char* item : {"metrics", "traces", "alerts"})
        open.document().setItemState(QString::fromLatin1(item), ItemState::done);
    open.document().setItemState(QStringLiteral("dashboards"), ItemState::excluded);
    const auto rows = sourcesOf(open.plan(), *open.plan().findPhase("observability"));
    const auto ticks = std::ranges::find_if(
        rows, [](const SourceRow& row) { return row.figure.endsWith(QStringLiteral("already in place")); });
    QVERIFY(ticks != rows.end());
    QVERIFY2(plain(ticks->note).endsWith(QStringLiteral("and 1 more, last ticked on 23 Nov 2026")),
             qPrintable(ticks->note));
    QVERIFY(source(rows, QStringLiteral("1 item not needed")));
}

void TestInspector::showsTheSelection()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 780});
    QCOMPARE(shown(inspector, "nodeTitle"), QStringLiteral("Ledgerly"));
    QVERIFY(!part<QWidget>(inspector, "noteEditor").isVisible());
    selection.select(QStringLiteral("performance"));
    QCOMPARE(shown(inspector, "nodeTitle"), QStringLiteral("Performance"));
    QCOMPARE(shown(inspector, "nodePlace"), QStringLiteral("phase 7 of 8"));
    QVERIFY(!part<QWidget>(inspector, "stateButtons").isVisible());
    selection.select(QStringLiteral("caching"));
    QVERIFY(part<QWidget>(inspector, "stateButtons").isVisible());
    QVERIFY(!part<QWidget>(inspector, "estimateEditor").isVisible());
    // An add-on that leaves the plan takes its selection with it.
    open.document().edit(QStringLiteral("payments"), [](Inputs& inputs) { inputs.profile.conditions = {"payments"}; });
    selection.select(QStringLiteral("payment-scope"));
    QVERIFY(shown(inspector, "nodePlace").startsWith(QStringLiteral("item of")));
    open.document().undo();
    QCOMPARE(shown(inspector, "nodeTitle"), QStringLiteral("Ledgerly"));
}

void TestInspector::saysWhatCountsAsInPlace()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 760});
    auto& list = part<QWidget>(inspector, "criteria");
    QVERIFY(!list.isVisible()); // of the plan as a whole
    selection.select(QStringLiteral("sessions"));
    const StateCriteria& criteria = findItem(open.document().catalogue(), "sessions")->criteria;
    QVERIFY(list.isVisible());
    QCOMPARE(shown(inspector, "criterionLabel0"), QStringLiteral("In place when"));
    QCOMPARE(shown(inspector, "criterion0").toStdString(), criteria.inPlaceWhen);
    QCOMPARE(shown(inspector, "criterionLabel1"), QStringLiteral("Partly when"));
    QCOMPARE(shown(inspector, "criterion1").toStdString(), criteria.partlyWhen);
    QCOMPARE(shown(inspector, "criterionLabel2"), QStringLiteral("Does not count"));
    QCOMPARE(shown(inspector, "criterion2").toStdString(), criteria.doesNotCount);
    QVERIFY(part<QLabel>(inspector, "criterion2").accessibleName().startsWith(QStringLiteral("Does not count: ")));
    // Above the figures and where they come from.
    const auto top = [&](const char* name) { return part<QWidget>(inspector, name).mapTo(&inspector, QPoint()).y(); };
    testing::beforeFrame();
    QVERIFY(top("criteria") > top("stateButtons") && top("criteria") < top("facts"));
    QCOMPARE(testing::widgetProblems(inspector).join(u'\n'), QString());
    // One that says a part only, and one that says nothing.
    open.document().editCatalogue(QStringLiteral("Own"), [](Catalogue& catalogue) -> Result<void> {
        catalogue.phases[1].items[1].criteria = {{}, "Half of it.", {}};
        return {};
    });
    QTRY_COMPARE(shown(inspector, "criterion0"), QStringLiteral("Half of it."));
    QVERIFY(!part<QLabel>(inspector, "criterion1").isVisible());
    selection.select(QStringLiteral("database"));
    QVERIFY(!list.isVisible());
}

void TestInspector::detailsOpenOnRequest()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 900});
    auto& button = part<QPushButton>(inspector, "showDetails");
    auto& details = part<QWidget>(inspector, "details");
    QVERIFY(!button.isVisible()); // there are none of the whole plan
    selection.select(QStringLiteral("testing"));
    QVERIFY(button.isVisible());
    QVERIFY(!details.isVisible());
    button.setFocus();
    QTest::keyClick(&button, Qt::Key_Space);
    QVERIFY(details.isVisible());
    selection.select(QStringLiteral("performance")); // they stay open from one to the next
    QVERIFY(details.isVisible());
    // So does the sum behind a figure.
    const auto sums = inspector.findChildren<QPushButton*>(QRegularExpression(QStringLiteral("^showSum")));
    const auto shownSum = std::ranges::find_if(sums, [](const QPushButton* each) { return each->isVisible(); });
    QVERIFY(shownSum != sums.end());
    const QByteArray name = (*shownSum)->objectName().toUtf8().replace("showSum", "sum");
    QVERIFY(!part<QLabel>(inspector, name.constData()).isVisible());
    (*shownSum)->click();
    QVERIFY(part<QLabel>(inspector, name.constData()).isVisible());
    selection.select(QString());
    QVERIFY(!details.isVisible());
}

void TestInspector::stateButtonsSetTheState()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 780});
    selection.select(QStringLiteral("caching"));
    const std::array states{ItemState::missing, ItemState::partial, ItemState::done, ItemState::excluded};
    QVERIFY(part<QPushButton>(inspector, "state0").isChecked());
    for (const int at : {1, 2, 3, 0}) {
        const QByteArray name = "state" + QByteArray::number(at);
        part<QPushButton>(inspector, name.constData()).click();
        QCOMPARE(stateOf(open.document().inputs(), "caching"), states[static_cast<std::size_t>(at)]);
    }
    open.document().undo();
    QVERIFY(part<QPushButton>(inspector, "state3").isChecked());
    selection.select(QStringLiteral("unit-tests"));
    QVERIFY(part<QPushButton>(inspector, "state1").isChecked());
}

void TestInspector::whatHappenedIsEdited()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 780});
    selection.select(QStringLiteral("caching"));
    QVERIFY(!part<QWidget>(inspector, "workSection").isVisible()); // nothing has happened
    part<QPushButton>(inspector, "state4").click();
    QVERIFY(stateOf(open.document().inputs(), "caching") == ItemState::underWay);
    QVERIFY(part<QWidget>(inspector, "workSection").isVisible());
    QVERIFY(!part<QWidget>(inspector, "workFinished").isVisible());
    const auto enter = [&](const char* field, const QString& text) {
        auto& line = part<QLineEdit>(inspector, field);
        line.setFocus();
        line.selectAll();
        QTest::keyClick(&line, Qt::Key_Delete);
        QTest::keyClicks(&line, text);
        QTest::keyClick(&line, Qt::Key_Return);
    };
    const auto actual = [&] { return open.document().inputs().items.at("caching").actual; };
    enter("workSpent", QStringLiteral("2.5 days"));
    QCOMPARE(actual().spent.value_or(0), 0.5);
    enter("workLeft", QStringLiteral("1/2/3 days"));
    QVERIFY(actual().left.has_value());
    QCOMPARE(actual().left->low, 0.2);
    QCOMPARE(actual().left->high, 0.6);
    enter("workLeft", QStringLiteral("3/2/1 days"));
    QCOMPARE(actual().left->low, 0.2); // refused
    QVERIFY(!part<WorkField>(inspector, "workLeft").problem().isEmpty());
    part<WorkField>(inspector, "workLeft").restore();
    enter("workLeft", QString());
    QVERIFY(!actual().left);
    const Date start = open.document().inputs().start;
    enter("workStarted", format::mediumDate(start));
    QVERIFY(actual().started == start);
    part<QPushButton>(inspector, "state2").click();
    QVERIFY(part<QWidget>(inspector, "workFinished").isVisible());
    QVERIFY(!part<QWidget>(inspector, "workLeft").isVisible());
    const QStringList problems = testing::widgetProblems(inspector);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestInspector::anItemIsOfferedToTheClient()
{
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("Client"), [](Inputs& inputs) { inputs.client.clear(); });
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 780});
    selection.select(QStringLiteral("caching"));
    QVERIFY(!part<QWidget>(inspector, "scopeChoice").isVisible()); // nobody is charged
    open.document().edit(QStringLiteral("Client"), [](Inputs& inputs) { inputs.client = "Saltbush"; });
    auto& choice = part<QComboBox>(inspector, "itemScope");
    QVERIFY(choice.isVisible());
    QCOMPARE(choice.currentText(), QStringLiteral("In the plan and its price"));
    QTest::keyClick(&choice, Qt::Key_Down);
    QCOMPARE(scopeOf(open.document().inputs(), "caching"), std::optional(ItemScope::phase2));
    QVERIFY(!part<QPushButton>(inspector, "state0").isChecked());
    QVERIFY(!part<QPushButton>(inspector, "state3").isChecked()); // it is not that nobody needs it
    QVERIFY(source(sourcesOf(open.plan(), *open.plan().findItem("caching")), QStringLiteral("Phase 2")));
    part<QPushButton>(inspector, "state0").click();
    QVERIFY(!scopeOf(open.document().inputs(), "caching"));
    QCOMPARE(choice.currentText(), QStringLiteral("In the plan and its price"));
    open.document().undo();
    QCOMPARE(choice.currentText(), QStringLiteral("Phase 2, priced apart"));
}

void TestInspector::ownEstimate()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 900});
    selection.select(QStringLiteral("security"));
    QVERIFY(!part<QPushButton>(inspector, "resetEstimate").isVisible());
    part<QPushButton>(inspector, "ownEstimate").click();
    auto& low = part<EffortField>(inspector, "estimateLow");
    QCOMPARE(low.effort(), 4.0);
    QCOMPARE(low.text(), QStringLiteral("4"));
    low.setText(QStringLiteral("25 d"));
    part<EffortField>(inspector, "estimateLikely").setText(QStringLiteral("7.5 w"));
    part<EffortField>(inspector, "estimateHigh").setText(QStringLiteral("12 w"));
    part<QLineEdit>(inspector, "estimateNote").setText(QStringLiteral("penetration test quoted"));
    const auto before = open.plan().findPhase("security")->effort;
    part<QPushButton>(inspector, "applyEstimate").click();
    const OwnEstimate own = open.document().inputs().estimates.at("security");
    QCOMPARE(own.effort, (ThreePoint{5, 7.5, 12}));
    QCOMPARE(own.changed, std::optional(testing::today()));
    QVERIFY(open.plan().findPhase("security")->effort.likely > before.likely);
    const auto rows = sourcesOf(open.plan(), *open.plan().findPhase("security"));
    const SourceRow* row = source(rows, QStringLiteral("5 – 12 person-weeks, likely 7.5"));
    QVERIFY(row);
    QCOMPARE(row->kind, ProvenanceKind::yours);
    QCOMPARE(plain(row->note), QStringLiteral("penetration test quoted (23 Nov 2026); in place of 4 – 8"));
    part<QPushButton>(inspector, "resetEstimate").click();
    QCOMPARE(open.plan().findPhase("security")->effort, before);
    QVERIFY(!part<QPushButton>(inspector, "resetEstimate").isVisible());
}

void TestInspector::wrongEstimateIsRefusedInPlace()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 900});
    selection.select(QStringLiteral("security"));
    QSignalSpy refused(&open.document(), &PlanDocument::editRefused);
    part<QPushButton>(inspector, "ownEstimate").click();
    auto& apply = part<QPushButton>(inspector, "applyEstimate");
    QVERIFY(apply.isEnabled());
    part<EffortField>(inspector, "estimateLow").setText(QStringLiteral("9 w"));
    QVERIFY(!apply.isEnabled());
    QCOMPARE(shown(inspector, "estimateProblem"), QStringLiteral("Low is more than likely; lower it."));
    part<EffortField>(inspector, "estimateLikely").setText(QStringLiteral("9 w"));
    QVERIFY(shown(inspector, "estimateProblem").startsWith(QStringLiteral("Likely is more than high")));
    QTest::keyClick(&part<QLineEdit>(inspector, "estimateNote"), Qt::Key_Return);
    QVERIFY(open.document().inputs().estimates.empty());
    part<EffortField>(inspector, "estimateHigh").setText(QStringLiteral("9 w"));
    QVERIFY(apply.isEnabled());
    QCOMPARE(refused.count(), 0);
    // Another phase closes the editor and keeps nothing.
    selection.select(QStringLiteral("testing"));
    QVERIFY(!part<EffortField>(inspector, "estimateLow").isVisible());
    QVERIFY(open.document().inputs().estimates.empty());
}

void TestInspector::typingANoteIsOneStep()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 900});
    selection.select(QStringLiteral("database"));
    auto& note = part<QPlainTextEdit>(inspector, "noteField");
    note.setFocus();
    QTest::keyClicks(&note, QStringLiteral("ask Priya"));
    QCOMPARE(open.document().inputs().phaseNotes.at("database"), std::string("ask Priya"));
    QCOMPARE(note.textCursor().position(), 9);
    QCOMPARE(open.document().undoLabel(), QStringLiteral("Note on Database"));
    open.document().undo();
    QVERIFY(open.document().inputs().phaseNotes.empty());
    QVERIFY(note.toPlainText().isEmpty());
    QVERIFY(!open.document().canUndo());
}

void TestInspector::notesAreKeptInTheFile()
{
    testing::OpenPlan open;
    {
        Selection selection;
        Inspector inspector(open.document(), selection);
        testing::showAt(inspector, {296, 900});
        selection.select(QStringLiteral("operations"));
        part<QPlainTextEdit>(inspector, "noteField").setPlainText(QStringLiteral("two lines\n“quoted”"));
        selection.select(QStringLiteral("caching"));
        part<QPlainTextEdit>(inspector, "noteField").setPlainText(QStringLiteral("later"));
        QTest::keyClicks(&part<QLineEdit>(inspector, "ownerField"), QStringLiteral("Ana"));
        QVERIFY(open.document().waitUntilSaved());
    }
    open.reopen();
    QCOMPARE(open.document().inputs().phaseNotes.at("operations"), std::string("two lines\n“quoted”"));
    QCOMPARE(open.document().inputs().items.at("caching").note, std::string("later"));
    QCOMPARE(open.document().inputs().items.at("caching").owner, std::string("Ana"));
}

void TestInspector::notesFollowTheSelection()
{
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    testing::showAt(inspector, {296, 900});
    const Inputs before = open.document().inputs();
    auto& note = part<QPlainTextEdit>(inspector, "noteField");
    auto& owner = part<QLineEdit>(inspector, "ownerField");
    selection.select(QStringLiteral("unit-tests"));
    QVERIFY(note.toPlainText().startsWith(QStringLiteral("Tax and rounding")));
    QCOMPARE(owner.text(), QStringLiteral("Part-time engineer"));
    selection.select(QStringLiteral("database"));
    QVERIFY(note.toPlainText().isEmpty());
    QVERIFY(!owner.isVisible());
    selection.select(QStringLiteral("caching"));
    QVERIFY(owner.text().isEmpty());
    QCOMPARE(open.document().inputs(), before); // looking around changes nothing
    // An entry that is emptied again leaves no trace.
    note.setPlainText(QStringLiteral("x"));
    note.clear();
    QCOMPARE(open.document().inputs(), before);
}

void TestInspector::fits_data()
{
    QTest::addColumn<QString>("node");
    QTest::newRow("plan") << QString();
    QTest::newRow("phase") << QStringLiteral("observability");
    QTest::newRow("item") << QStringLiteral("unit-tests");
    QTest::newRow("done item") << QStringLiteral("tls");
}

void TestInspector::fits()
{
    QFETCH(QString, node);
    testing::OpenPlan open;
    Selection selection;
    Inspector inspector(open.document(), selection);
    selection.select(node);
    testing::showAt(inspector, {296, 700});
    QCOMPARE(testing::widgetProblems(inspector), QStringList());
}

TRESTLE_UI_TEST(TestInspector)
#include "tst_inspector.moc"
