#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "ui/charts/plot_library.h"
#include "ui/charts/spend_chart.h"
#include "ui/gantt/gantt_chart.h"
#include "ui/gantt/gantt_view.h"
#include "ui/questions/risk_service.h"
#include "ui/summary/summary_card.h"
#include "ui/summary/summary_text.h"
#include "ui/window/workspace.h"

#include <QEvent>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <array>
#include <cmath>
#include <optional>
#include <vector>

using namespace trestle;

namespace {

/// What the window shows of a plan at a moment, with what the plan was then.
struct Shown {
    std::shared_ptr<const Plan> plan;
    bool isSettled = true;
    SummaryText headline;
    SummaryText likely;
    SummaryText target;
    UntilFinish until;
    double least = 0; ///< right end of the spend band
    double most = 0;
    friend bool operator==(const Shown&, const Shown&) = default;
};

/// Writes down what all parts show whenever one of them is painted.
class Witness : public QObject {
public:
    explicit Witness(PlanDocument& document, Workspace& workspace) : m_document(document), m_workspace(workspace)
    {
        for (SummaryCard* card : workspace.findChildren<SummaryCard*>())
            card->installEventFilter(this);
        gantt().installEventFilter(this);
        spend().installEventFilter(this);
    }

    [[nodiscard]] const std::vector<Shown>& seen() const { return m_seen; }
    [[nodiscard]] Shown look() const
    {
        QCustomPlot& plot = spend().plot();
        const auto edge = [&](int graph) { return plot.graph(graph)->data()->constEnd()[-1].value; };
        return {m_document.sharedPlan(), m_document.isSettled(), card("summaryHeadline"), card("summaryLikely"),
                card("summaryTarget"),
                // Of the chart itself: the view would bring it up to date for who asks.
                m_workspace.findChild<GanttChart*>()->contents().until.value_or(UntilFinish{}), edge(0), edge(1)};
    }

private:
    [[nodiscard]] SummaryText card(const char* name) const
    {
        return m_workspace.findChild<SummaryCard*>(QString::fromLatin1(name))->shown();
    }
    [[nodiscard]] GanttView& gantt() const { return *m_workspace.findChild<GanttView*>(); }
    [[nodiscard]] SpendChart& spend() const { return *m_workspace.findChild<SpendChart*>(); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            Shown now = look();
            if (m_seen.empty() || !(m_seen.back() == now))
                m_seen.push_back(std::move(now));
        }
        return QObject::eventFilter(watched, event);
    }

    PlanDocument& m_document;
    Workspace& m_workspace;
    std::vector<Shown> m_seen;
};

/// One of the edits that people make, small ones mostly.
void editAtRandom(PlanDocument& document, QRandomGenerator& random)
{
    const std::vector<ItemPlan>& items = document.plan().items;
    const int kind = random.bounded(20);
    if (kind < 12) {
        const auto item = static_cast<std::size_t>(random.bounded(static_cast<int>(items.size())));
        document.setItemState(QString::fromStdString(items[item].id), static_cast<ItemState>(random.bounded(4)));
    } else if (kind < 14) {
        document.undo();
    } else if (kind < 15) {
        document.redo();
    } else {
        document.edit(QStringLiteral("random"), [&](Inputs& inputs) {
            switch (kind) {
            case 15: inputs.team.back().allocation = 0.1 * random.bounded(2, 10); break;
            case 16: inputs.confidence = std::array{50, 80, 90}.at(static_cast<std::size_t>(random.bounded(3))); break;
            case 17: inputs.targetDate = *parseDate("2027-05-01") + std::chrono::days(random.bounded(90)); break;
            case 18: inputs.budget = Money::dollars(random.bounded(120, 200) * 1000); break;
            default: inputs.correlation = 0.1 * random.bounded(11); break;
            }
        });
    }
}

/// What the window asks of the runs: with the price.
Result<Risk> asked(const Plan& plan)
{
    SimulationOptions options;
    options.price = true;
    return simulate(plan, options);
}

} // namespace

class TestRiskService : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void isOfTheDocumentsPlan();
    void isGoneBeforeThePlanChanges();
    void staysWhereNoRunLooks();
    void isRememberedForUndo();
    void onlyTheLatestPlanIsTold();
    void reachesTheFile();
    void behavesAtTheEdges_data();
    void behavesAtTheEdges();
    void neverAFigureOfOneBesideAChanceOfAnother_data();
    void neverAFigureOfOneBesideAChanceOfAnother();
};

void TestRiskService::isOfTheDocumentsPlan()
{
    testing::OpenPlan open;
    QVERIFY(!open.document().risk());
    QVERIFY(open.document().simulation().isUnderWay());
    QVERIFY(testing::awaitRisk(open.document()));
    const Result<Risk> expected = asked(open.plan());
    QVERIFY(expected);
    QVERIFY(*open.document().risk() == *expected);
    QCOMPARE(open.document().simulation().spend()->front().p90, 0.0);
}

void TestRiskService::isGoneBeforeThePlanChanges()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    QStringList heard;
    connect(&document, &PlanDocument::planChanged, this,
            [&] { heard += document.risk() ? QStringLiteral("plan, risk") : QStringLiteral("plan"); });
    connect(&document, &PlanDocument::riskChanged, this,
            [&] { heard += document.risk() ? QStringLiteral("risk") : QStringLiteral("none"); });
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    QCOMPARE(heard, (QStringList{QStringLiteral("plan"), QStringLiteral("none")}));
    QVERIFY(testing::awaitRisk(document));
    QCOMPARE(heard.last(), QStringLiteral("risk"));
    QCOMPARE(heard.size(), 3);
}

void TestRiskService::staysWhereNoRunLooks()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    const std::shared_ptr<const Risk> risk = document.risk();
    document.edit(QStringLiteral("all that no run looks at"), [](Inputs& inputs) {
        inputs.name = "Another";
        inputs.client = "Client";
        inputs.notes = "Notes";
        inputs.profile.validated = true;
        inputs.items["caching"].note = "Note";
        inputs.items["tls"].owner = "Ana";
        inputs.phaseNotes["database"] = "Note";
        inputs.confidence = 90;
        inputs.targetDate = parseDate("2027-07-01");
        inputs.budget.reset();
    });
    QCOMPARE(document.risk(), risk);
    QVERIFY(*asked(document.plan()) == *risk);
    document.edit(QStringLiteral("correlation"), [](Inputs& inputs) { inputs.correlation = 0.25; });
    QVERIFY(!document.risk());
}

void TestRiskService::isRememberedForUndo()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    const std::shared_ptr<const Risk> before = document.risk();
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(testing::awaitRisk(document));
    const std::shared_ptr<const Risk> after = document.risk();
    document.undo();
    QCOMPARE(document.risk(), before);
    document.redo();
    QCOMPARE(document.risk(), after);
}

void TestRiskService::onlyTheLatestPlanIsTold()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QSignalSpy told(&document.simulation(), &RiskService::changed);
    for (const char* item : {"caching", "tls", "rollback", "traces", "secrets", "alerting"})
        document.setItemState(QString::fromLatin1(item), ItemState::excluded);
    QVERIFY(testing::awaitRisk(document));
    QCOMPARE(told.count(), 1);
    QVERIFY(*document.risk() == *asked(document.plan()));
}

void TestRiskService::reachesTheFile()
{
    testing::OpenPlan open;
    QVERIFY(testing::awaitRisk(open.document()));
    open.document().setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(testing::awaitRisk(open.document()));
    // Another target: another revision, of which the same simulation is kept.
    open.document().edit(QStringLiteral("budget"), [](Inputs& inputs) { inputs.budget = Money::dollars(1); });
    const Plan plan = open.plan();
    const std::shared_ptr<const Risk> risk = open.document().risk();
    const QString path = open.path();
    open.close();
    Result<PlanFile> file = PlanFile::open(path.toStdString());
    QVERIFY(file);
    const Result<bool> written = file->keepRisk({{}, std::make_shared<const Plan>(plan), risk});
    QVERIFY(written);
    QVERIFY2(!*written, "the window had left it there");
}

void TestRiskService::behavesAtTheEdges_data()
{
    QTest::addColumn<QString>("what");
    for (const char* row : {"rho 0", "rho 1", "no spread", "one person", "nothing left", "nobody needed"})
        QTest::newRow(row) << QString::fromLatin1(row);
}

void TestRiskService::behavesAtTheEdges()
{
    QFETCH(QString, what);
    testing::OpenPlan open(testing::emptyProject());
    PlanDocument& document = open.document();
    Settings settings(open.folder() + QStringLiteral("/settings.ini"));
    Workspace workspace(document, settings);
    document.edit(what, [&](Inputs& inputs) {
        inputs.targetDate = parseDate("2027-06-18");
        inputs.budget = Money::dollars(200'000);
        if (what.startsWith(QStringLiteral("rho")))
            inputs.correlation = what.endsWith(u'1') ? 1.0 : 0.0;
        if (what == u"one person")
            inputs.team.resize(1);
        for (const Phase& phase : document.catalogue().phases) {
            if (what == u"no spread")
                inputs.estimates[phase.id] = {{2, 2, 2}, {}, {}};
            for (const Item& item : phase.items)
                if (what.startsWith(QStringLiteral("no")) && what != u"no spread")
                    inputs.items[item.id].progress.state =
                        what == u"nothing left" ? ItemState::done : ItemState::excluded;
        }
    });
    testing::showAt(workspace, {1480, 880});
    QVERIFY(testing::awaitRisk(document));
    testing::showAt(workspace, {1480, 880}); // painted
    const Witness witness(document, workspace);
    const Shown shown = witness.look();
    QVERIFY(!shown.headline.isAwaited);
    QVERIFY(!shown.headline.value.isEmpty());
    QVERIFY(!shown.target.isAwaited);
    QVERIFY(shown.least <= shown.most + 1e-6);
    const bool hasWork = document.plan().effort.high > kEpsilon;
    QCOMPARE(shown.headline.value == u"Ready for production" || shown.headline.value == u"Nothing in scope", !hasWork);
    QVERIFY2(!shown.headline.value.contains(QStringLiteral("nan")), qPrintable(shown.headline.value));
    if (what == u"one person") {
        QVERIFY(document.risk()->oneCrewInSeries);
        QVERIFY(shown.headline.hint.contains(QStringLiteral("one thing after another")));
    }
    if (what == u"no spread") {
        // Only the running costs vary: the day is certain, and what the likely plan takes.
        QCOMPARE(document.risk()->finishAt(0.1), document.risk()->finishAt(0.9));
        QVERIFY(std::abs(document.risk()->finishAt(0.8) - document.plan().finish.likely) < 1e-6);
    }
}

void TestRiskService::neverAFigureOfOneBesideAChanceOfAnother_data()
{
    QTest::addColumn<bool>("betterOrder"); // which is there a moment after the edit, by itself
    QTest::newRow("catalogue order") << false;
    QTest::newRow("better order") << true;
}

void TestRiskService::neverAFigureOfOneBesideAChanceOfAnother()
{
    QFETCH(bool, betterOrder);
    const int kEdits = betterOrder ? 80 : 200;
    const int kSettled = betterOrder ? 10 : 25; // of them are given the time to be simulated
    // With all of the work before it the better order takes long enough for the plan to be painted without. Not by an
    // edit, which would be undone.
    ProjectDocument project = betterOrder ? testing::emptyProject() : testing::sampleProject();
    if (betterOrder) {
        Inputs& inputs = project.project.base;
        inputs.order = OrderKind::optimised;
        inputs.team.resize(1);
        for (const char* name : {"Sam", "Kim", "Lee"}) {
            inputs.team.push_back(inputs.team.front());
            inputs.team.back().name = name;
        }
    }
    testing::OpenPlan open(project);
    PlanDocument& document = open.document();
    Settings settings(open.folder() + QStringLiteral("/settings.ini"));
    Workspace workspace(document, settings);
    testing::showAt(workspace, {1480, 880});
    const Witness witness(document, workspace);
    QRandomGenerator random(20261124);
    for (int i = 0; i < kEdits; ++i) {
        editAtRandom(document, random);
        if (i % (kEdits / kSettled) == 0)
            QVERIFY(testing::awaitRisk(document));
        // Fast ticking: some edits follow in the same turn of the event loop, some after a moment.
        for (int turns = random.bounded(4); turns > 0; --turns)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    QVERIFY(testing::awaitRisk(document));
    QCoreApplication::processEvents();

    // Each state again from the inputs alone, by the estimator itself.
    struct Known {
        Plan plan;
        Risk risk;
    };
    std::optional<Known> known;
    int simulated = 0;
    int awaited = 0;
    int unsettled = 0;
    for (const Shown& shown : witness.seen()) {
        // All that is painted is of one plan: the final one, or one in the order of before, and that without chances.
        Plan plan =
            shown.isSettled ? *makePlan(document.project().catalogue.catalogue, shown.plan->inputs) : *shown.plan;
        QVERIFY(plan.order == shown.plan->order && plan.finish == shown.plan->finish);
        unsettled += shown.isSettled ? 0 : 1;
        QVERIFY(shown.isSettled || shown.headline.isAwaited || shown.headline == likelyMeanwhileText(plan));
        if (shown.headline.isAwaited || shown.headline == likelyMeanwhileText(plan)) {
            ++awaited;
            QCOMPARE(shown.likely, likelyText(plan, nullptr));
            QCOMPARE(shown.target, chanceText(plan, nullptr));
            QVERIFY(shown.until.phases.empty());
            QCOMPARE(shown.least, shown.most);
            continue;
        }
        if (!known || !(known->plan.inputs == shown.plan->inputs)) {
            ++simulated;
            Risk risk = *simulate(plan);
            known = Known{std::move(plan), std::move(risk)};
        }
        QCOMPARE(shown.headline, sureText(known->plan, &known->risk));
        QCOMPARE(shown.likely, likelyText(known->plan, &known->risk));
        QCOMPARE(shown.target, chanceText(known->plan, &known->risk));
        QCOMPARE(shown.until.confidence, shown.plan->inputs.confidence);
        for (std::size_t p = 0; p < known->risk.phases.size(); ++p)
            QCOMPARE(shown.until.phases[p], shown.plan->inputs.confidence == 50 ? known->risk.phases[p].finishWeek.p50
                                            : shown.plan->inputs.confidence == 80
                                                ? known->risk.phases[p].finishWeek.p80
                                                : known->risk.phases[p].finishWeek.p90);
        QVERIFY(shown.least <= shown.most);
    }
    QVERIFY2(simulated >= kSettled, qPrintable(QString::number(simulated)));
    QVERIFY2(awaited >= kSettled, qPrintable(QString::number(awaited)));
    QCOMPARE(unsettled > 0, betterOrder);
}

TRESTLE_UI_TEST(TestRiskService)
#include "tst_risk_service.moc"
