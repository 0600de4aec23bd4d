#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/risk/risk_words.h"

#include <functional>

using namespace trestle;

using Change = std::function<void(Catalogue&, Inputs&)>;
Q_DECLARE_METATYPE(Change)

namespace {

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

struct Simulated {
    Plan plan;
    Risk risk;
};

Simulated simulatedWith(const Change& change, std::uint32_t runs = 2000)
{
    const ProjectDocument project = testing::sampleProject();
    auto catalogue = std::make_shared<Catalogue>(*project.catalogue.catalogue);
    Inputs inputs = project.project.base;
    change(*catalogue, inputs);
    auto plan = makePlan(catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    SimulationOptions options;
    options.runs = runs;
    auto risk = simulate(*plan, options);
    if (!risk)
        qFatal("no risk");
    return {std::move(*plan), std::move(*risk)};
}

void tickAll(Catalogue& catalogue, Inputs& inputs)
{
    for (const Phase& phase : catalogue.phases)
        for (const Item& item : phase.items)
            inputs.items[item.id].progress.state = ItemState::done;
}

/// Estimates without a range; the log service has none either.
void takeRanges(Catalogue& catalogue, Inputs& inputs)
{
    for (Phase& phase : catalogue.phases) {
        phase.effort.value.low = phase.effort.value.high = phase.effort.value.likely;
        for (RunningCost& cost : phase.runningCosts)
            cost.monthly.value.low = cost.monthly.value.high = cost.monthly.value.likely;
    }
    inputs.estimates.clear();
}

/// People of different skills, so that not everything drives.
void twoTrades(Catalogue& catalogue, Inputs& inputs)
{
    for (Phase& phase : catalogue.phases)
        for (Item& item : phase.items)
            item.skill = phase.id == "security" ? "security" : "engineering";
    inputs.team = {{"Ana", 1.0, Money::dollars(5000), {"engineering"}, {}, {}},
                   {"Ben", 0.5, Money::dollars(5000), {"security"}, {}, {}}};
}

} // namespace

class TestRiskWords : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void plansAreCounted_data();
    void plansAreCounted();
    void chancesHaveAnArticle();
    void signsAreShown();
    void sentencesOfTheSample();
    void confidenceIsSaid_data();
    void confidenceIsSaid();
    void sentencesStandAlone_data();
    void sentencesStandAlone();
    void targetsAreSaid_data();
    void targetsAreSaid();
    void peopleOfTwoTradesAreDrawn();
    void tablesHoldAllFigures();
};

void TestRiskWords::plansAreCounted_data()
{
    QTest::addColumn<double>("chance");
    QTest::addColumn<bool>("certain");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("singular");
    QTest::newRow("never") << 0.0 << true << "no plan" << true;
    QTest::newRow("in no run") << 0.0 << false << "fewer than 1 plan of 100" << true;
    QTest::newRow("once in ten thousand") << 0.0001 << false << "fewer than 1 plan of 100" << true;
    QTest::newRow("one") << 0.012 << false << "1 plan of 100" << true;
    QTest::newRow("some") << 0.437 << false << "44 plans of 100" << false;
    QTest::newRow("not quite all") << 0.9999 << false << "more than 99 plans of 100" << false;
    QTest::newRow("in every run") << 1.0 << false << "more than 99 plans of 100" << false;
    QTest::newRow("always") << 1.0 << true << "all plans" << false;
}

void TestRiskWords::plansAreCounted()
{
    QFETCH(double, chance);
    QFETCH(bool, certain);
    QTEST(riskwords::plansOfHundred({chance, certain}), "text");
    QTEST(riskwords::isSingular({chance, certain}), "singular");
}

void TestRiskWords::chancesHaveAnArticle()
{
    const auto text = [](double share) { return plain(riskwords::aChance({share, share == 0 || share == 1})); };
    QCOMPARE(text(0.48), QStringLiteral("a 48 % chance"));
    QCOMPARE(text(0.08), QStringLiteral("an 8 % chance"));
    QCOMPARE(text(0.11), QStringLiteral("an 11 % chance"));
    QCOMPARE(text(0.18), QStringLiteral("an 18 % chance"));
    QCOMPARE(text(0.85), QStringLiteral("an 85 % chance"));
    QCOMPARE(text(1), QStringLiteral("a 100 % chance"));
    QCOMPARE(text(0.001), QStringLiteral("a chance of under 1 %"));
    QCOMPARE(text(0.9999), QStringLiteral("a chance of over 99 %"));
    QCOMPARE(text(0), QStringLiteral("no chance"));
}

void TestRiskWords::signsAreShown()
{
    QCOMPARE(plain(riskwords::signedMoney(-9'300)), QStringLiteral("−AUD 9,300"));
    QCOMPARE(riskwords::signedWeeks(1.44), QStringLiteral("+1.4"));
    QCOMPARE(riskwords::signedWeeks(-1.44), QStringLiteral("−1.4"));
    QCOMPARE(riskwords::signedWeeks(0.04), QStringLiteral("0.0"));
    QCOMPARE(riskwords::signedWeeks(-0.04), QStringLiteral("0.0"));
    QCOMPARE(riskwords::signedAmount(10'900.4), QStringLiteral("+10,900"));
    QCOMPARE(riskwords::signedAmount(-0.4), QStringLiteral("0"));
}

void TestRiskWords::sentencesOfTheSample()
{
    const Simulated made = simulatedWith([](Catalogue&, Inputs&) {}, 10'000);
    const RiskWords words = riskWords(made.plan, made.risk);
    const QString date = plain(format::date(made.plan.calendar.lastDate(0, made.risk.finishAt(0.8))));
    QVERIFY2(plain(words.finish.sentence).startsWith(QStringLiteral("80 % chance of finishing by %1.").arg(date)),
             qPrintable(words.finish.sentence));
    QVERIFY(words.finish.drawn && words.cost.drawn && words.joint.drawn && words.finishMovers.drawn);
    QVERIFY(
        plain(words.joint.sentence)
            .endsWith(QStringLiteral("chance of meeting both: done by 25 June 2027, for no more than AUD 180,000.")));
    QCOMPARE(plain(words.basis), QStringLiteral("10,000 simulated plans, seed 1"));
    // One crew in series: what drives and what moves the cost need no picture.
    QVERIFY(made.risk.oneCrewInSeries);
    QVERIFY(!words.drivers.drawn && !words.costMovers.drawn);
    QVERIFY(words.drivers.sentence.contains(QStringLiteral("a day lost anywhere delays the finish by a day")));
    QVERIFY(words.costMovers.sentence.contains(QStringLiteral("a late week is also a dearer one")));
}

void TestRiskWords::confidenceIsSaid_data()
{
    QTest::addColumn<int>("confidence");
    QTest::addColumn<QString>("start");
    QTest::newRow("50") << 50 << "50 % chance of finishing by";
    QTest::newRow("80") << 80 << "80 % chance of finishing by";
    QTest::newRow("90") << 90 << "90 % chance of finishing by";
}

void TestRiskWords::confidenceIsSaid()
{
    QFETCH(int, confidence);
    QFETCH(QString, start);
    const Simulated made = simulatedWith([=](Catalogue&, Inputs& inputs) { inputs.confidence = confidence; }, 500);
    const RiskWords words = riskWords(made.plan, made.risk);
    QVERIFY2(plain(words.finish.sentence).startsWith(start), qPrintable(words.finish.sentence));
    QVERIFY(plain(words.cost.sentence).contains(plain(format::promise(made.risk.totalAt(confidence / 100.0)))));
}

void TestRiskWords::sentencesStandAlone_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("finish");
    QTest::addColumn<bool>("costDrawn");
    QTest::newRow("nothing left") << Change(tickAll) << "Nothing is left to build" << false;
    QTest::newRow("no ranges") << Change(takeRanges) << "Every simulated plan is done by" << false;
    QTest::newRow("only running costs vary") << Change([](Catalogue& catalogue, Inputs&) {
        for (Phase& phase : catalogue.phases)
            phase.effort.value.low = phase.effort.value.high = phase.effort.value.likely;
    }) << "Every simulated plan is done by" << true;
}

void TestRiskWords::sentencesStandAlone()
{
    QFETCH(Change, change);
    QFETCH(QString, finish);
    QFETCH(bool, costDrawn);
    const Simulated made = simulatedWith(change, 300);
    const RiskWords words = riskWords(made.plan, made.risk);
    QVERIFY2(words.finish.sentence.startsWith(finish), qPrintable(words.finish.sentence));
    QVERIFY(!words.finish.drawn && !words.joint.drawn);
    QCOMPARE(words.cost.drawn, costDrawn);
    QVERIFY(words.finishMovers.sentence.isEmpty());
    QCOMPARE(words.joint.sentence.isEmpty(), made.plan.effort.high <= kEpsilon);
}

void TestRiskWords::targetsAreSaid_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("drawn");
    QTest::newRow("none") << Change([](Catalogue&, Inputs& inputs) {
        inputs.targetDate.reset();
        inputs.budget.reset();
    }) << "Set a target date and a budget above to see the chance of meeting both."
                          << false;
    QTest::newRow("date alone")
        << Change([](Catalogue&, Inputs& inputs) {
               inputs.targetDate = *parseDate("2030-01-01");
               inputs.budget.reset();
           })
        << "A chance of over 99 % of finishing by 1 January 2030. Set a budget as well to see the chance of meeting "
           "both."
        << false;
    QTest::newRow("budget alone")
        << Change([](Catalogue&, Inputs& inputs) {
               inputs.targetDate.reset();
               inputs.budget = Money::dollars(1000);
           })
        << "A chance of under 1 % of costing no more than AUD 1,000. Set a target date as well to see the chance of "
           "meeting both."
        << false;
    QTest::newRow("out of reach") << Change([](Catalogue&, Inputs& inputs) {
        inputs.targetDate = *parseDate("2026-11-02");
    }) << "No chance of meeting both: done by 2 November 2026, for no more than AUD 180,000."
                                  << true;
}

void TestRiskWords::targetsAreSaid()
{
    QFETCH(Change, change);
    QFETCH(bool, drawn);
    const Simulated made = simulatedWith(change, 300);
    const RiskPart joint = riskWords(made.plan, made.risk).joint;
    QTEST(plain(joint.sentence), "sentence");
    QCOMPARE(joint.drawn, drawn);
}

void TestRiskWords::peopleOfTwoTradesAreDrawn()
{
    const Simulated made = simulatedWith(twoTrades, 1000);
    QVERIFY(!made.risk.oneCrewInSeries);
    const RiskWords words = riskWords(made.plan, made.risk);
    QVERIFY(words.drivers.drawn && words.costMovers.drawn);
    QVERIFY(words.drivers.sentence.contains(QStringLiteral("the finish")));
    const Simulated together = simulatedWith(
        [](Catalogue& catalogue, Inputs& inputs) {
            twoTrades(catalogue, inputs);
            inputs.correlation = 1;
        },
        1000);
    const RiskWords joined = riskWords(together.plan, together.risk);
    QVERIFY(!joined.finishMovers.drawn && !joined.costMovers.drawn);
    QVERIFY(joined.finishMovers.sentence.startsWith(QStringLiteral("All phases run early or late together")));
}

void TestRiskWords::tablesHoldAllFigures()
{
    const Simulated made = simulatedWith([](Catalogue&, Inputs&) {}, 1000);
    const auto percentiles = riskwords::percentileTable(made.plan, made.risk);
    QCOMPARE(percentiles.size(), std::size_t{5});
    QCOMPARE(percentiles[3][3], format::promiseAmount(made.risk.totalAt(0.8)));
    const auto open = std::ranges::count_if(made.risk.phases, &PhaseRisk::hasWork);
    QCOMPARE(static_cast<std::ptrdiff_t>(riskwords::moverTable(made.plan, made.risk).size()) - 1, open);
    const QString tabbed = riskwords::asTabbedText(percentiles);
    QCOMPARE(tabbed.count(u'\n'), 4);
    QCOMPARE(tabbed.count(u'\t'), 15);
    QVERIFY(plain(riskwords::asSentences(percentiles)).contains(QStringLiteral("80 %, done by ")));
}

TRESTLE_UI_TEST(TestRiskWords)
#include "tst_risk_words.moc"
