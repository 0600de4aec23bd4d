#include "models/decisions/budget_cover.h"
#include "models/decisions/comparison.h"
#include "models/decisions/goal_search.h"
#include "models/decisions/item_value.h"
#include "models/decisions/order_offer.h"
#include "models/risk/version_comparison.h"
#include "models/rounding.h"
#include "tests/support/compare_quantities.h"
#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/inspector/facts.h"
#include "ui/pages/cost_grid.h"
#include "ui/report/sheets/report_words.h"
#include "ui/risk/risk_words.h"
#include "ui/scenarios/way_words.h"
#include "ui/summary/summary_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace trestle;

/// One quantity, one figure: the promise, the likely plan and the chances of one plan are asked for wherever the
/// program tells of them, in the window, in a report, in a terminal and in JSON, and compared.
namespace {

using PlanChange = std::function<void(Project&)>;

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

struct OnePlan {
    explicit OnePlan(const PlanChange& change)
    {
        ProjectDocument project = testing::sampleProject();
        change(project.project);
        open = std::make_unique<testing::OpenPlan>(project);
        if (!testing::awaitRisk(open->document()))
            qFatal("not simulated");
        risk = open->document().risk();
        path = open->folder() + QStringLiteral("/plan.json");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        const std::string text = writePlanJson(project);
        file.write(text.data(), static_cast<qint64>(text.size()));
    }

    [[nodiscard]] const Plan& plan() const { return open->plan(); }
    [[nodiscard]] int confidence() const { return plan().inputs.confidence; }
    [[nodiscard]] Headline promise() const { return headlineOf(plan(), *risk, confidence()); }

    [[nodiscard]] QString run(QStringList arguments) const
    {
        arguments.insert(1, path);
        QProcess program;
        program.start(QStringLiteral(TRESTLE_PROGRAM), arguments);
        if (!program.waitForFinished(120'000) || program.exitCode() != 0)
            qFatal("%s", program.readAllStandardError().constData());
        return plain(QString::fromUtf8(program.readAllStandardOutput())).simplified();
    }

    [[nodiscard]] QJsonValue json(const QStringList& arguments) const
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{QStringLiteral("--json")}).toUtf8()).object();
    }

    std::unique_ptr<testing::OpenPlan> open;
    std::shared_ptr<const Risk> risk;
    QString path;
};

QString dateOf(Date date)
{
    return QString::fromStdString(isoDate(date));
}

Date someDay(const OnePlan& one)
{
    return one.plan().inputs.targetDate.value_or(*parseDate("2027-02-26"));
}

Money someBudget(const OnePlan& one)
{
    return one.plan().inputs.budget.value_or(Money::dollars(150'000));
}

} // namespace

Q_DECLARE_METATYPE(PlanChange)

class TestOneFigure : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void promiseIsTheSame_data() { plans(); }
    void promiseIsTheSame();
    void savingsStartFromIt_data() { plans(); }
    void savingsStartFromIt();
    void likelyPlanIsTheSame_data() { plans(); }
    void likelyPlanIsTheSame();
    void chancesAreTheSame_data() { plans(); }
    void chancesAreTheSame();
    void theSampleByTheDay();
    void contingencyJoinsThem_data() { plans(); }
    void contingencyJoinsThem();

private:
    static void plans();
};

void TestOneFigure::plans()
{
    QTest::addColumn<PlanChange>("change");
    QTest::newRow("the sample") << PlanChange([](Project&) {});
    QTest::newRow("several people, leave, months after launch") << PlanChange([](Project& project) {
        Inputs& inputs = project.base;
        inputs.team = {{"Ana", 1.0, Money::dollars(5'300), {}, {}, {}}, {"Ben", 0.8, Money{431'150}, {}, {}, {}}};
        inputs.team.push_back({"Cy", 0.5, Money::dollars(6'000), {}, {}, {}});
        inputs.team[1].leave.push_back({*parseDate("2027-02-01"), *parseDate("2027-02-05")});
        inputs.monthsAfterLaunch = 6;
        inputs.confidence = 90;
        inputs.costMode = CostMode::retained;
        inputs.targetDate = *parseDate("2027-04-17"); // a Saturday
        inputs.budget = Money::dollars(170'000);
        Scenario later;
        later.name = "Later";
        later.start = inputs.start + std::chrono::days{28};
        project.scenarios.push_back(later);
    });
    QTest::newRow("without a target") << PlanChange([](Project& project) {
        project.base.targetDate.reset();
        project.base.budget.reset();
        project.base.confidence = 50;
    });
}

void TestOneFigure::promiseIsTheSame()
{
    QFETCH(PlanChange, change);
    const OnePlan one(change);
    const Plan& plan = one.plan();
    const Headline promise = one.promise();
    const QString money = format::promise(promise.total);
    const QString date = format::date(promise.finishDate);

    // As people read it.
    QCOMPARE(sureText(plan, one.risk.get()).value, QStringLiteral("by %1, for %2").arg(date, money));
    QVERIFY(headlineInList(plan, one.risk.get()).endsWith(money));
    const RiskWords words = riskWords(plan, *one.risk);
    QVERIFY(words.finish.sentence.contains(date));
    QVERIFY(words.cost.sentence.contains(money));
    const ReportWords report = reportWords(plan, *one.risk, {});
    QVERIFY(report.headline.join(u' ').contains(date));
    QVERIFY(report.headline.join(u' ').contains(money));
    QVERIFY(sureLine(plan, *one.risk).contains(money));
    const QString figure = plain(format::promiseAmount(promise.total));
    const QString iso = dateOf(promise.finishDate);
    for (const char* command : {"risk", "advise"}) {
        const QString text = one.run({QString::fromLatin1(command)});
        QVERIFY2(text.contains(QStringLiteral("done by %1, for AUD %2 ex GST").arg(iso, figure)), qPrintable(text));
    }
    const QString compared = one.run({QStringLiteral("compare")});
    QVERIFY2(compared.contains(figure), qPrintable(compared));

    // Exact, in what answers questions about the plan.
    const Goal goal{someDay(one), someBudget(one), one.confidence(), plan.inputs.start};
    const auto answer = searchGoal(plan, goal);
    QVERIFY(answer);
    QCOMPARE(answer->today.headline, promise);
    QVERIFY(waywords::outcome(answer->today, goal).contains(money));
    const auto cover = budgetCover(plan, Money::dollars(20'000), one.confidence());
    QVERIFY(cover);
    QCOMPARE(cover->whole, promise);
    QVERIFY(waywords::cover(*cover, Money::dollars(20'000), one.confidence()).contains(money));
    const auto order = orderOffer(plan);
    QVERIFY(order);
    QCOMPARE(order->inUse ? order->better : order->catalogue, promise);
    const auto plans = comparePlans({plan});
    QVERIFY(plans);
    QCOMPARE(plans->front().sure, promise);
    const VersionFigures version = versionFigures(plan, *one.risk, one.confidence());
    QCOMPARE(version.sureTotal, promise.total);
    QCOMPARE(version.sureDate, promise.finishDate);

    const auto same = [&](const QJsonObject& headline) {
        return headline["date"].toString() == iso && headline["total"].toDouble() == promise.total.inDollars();
    };
    const QJsonValue risk = one.json({QStringLiteral("risk")});
    const QString quantile = QStringLiteral("p%1").arg(one.confidence());
    QCOMPARE(risk["cost"]["total"][quantile].toDouble(), promise.total.inDollars());
    QCOMPARE(risk["finish"]["dates"][quantile].toString(), iso);
    QVERIFY(same(one.json({QStringLiteral("advise")})["today"].toObject()));
    QVERIFY(same(one.json({QStringLiteral("compare")})["plans"][qsizetype{0}]["sure"].toObject()));
    QVERIFY(same(
        one.json({QStringLiteral("cover"), QStringLiteral("--within"), QStringLiteral("20000")})["whole"].toObject()));
    QVERIFY(
        same(one.json({QStringLiteral("goal"), QStringLiteral("--by"), dateOf(goal.by)})["today"]["sure"].toObject()));
}

void TestOneFigure::savingsStartFromIt()
{
    QFETCH(PlanChange, change);
    const OnePlan one(change);
    const Headline before = one.promise();
    const auto values = itemValues(one.plan());
    QVERIFY(values && !values->empty());
    const ItemValue& value = values->front();
    // The list, the trial's bar, and the headline before and after the tick.
    Inputs ticked = one.plan().inputs;
    ticked.items[value.id].progress.state = ItemState::done;
    const auto bar = deltaTo(*makePlan(one.plan().catalogue, ticked), one.plan().inputs);
    QVERIFY(bar);
    QCOMPARE(bar->cost, value.cost);
    QCOMPARE(bar->weeks, value.weeks);
    one.open->document().setItemState(QString::fromStdString(value.id), ItemState::done);
    QVERIFY(testing::awaitRisk(one.open->document()));
    const Headline after = headlineOf(one.plan(), *one.open->document().risk(), one.confidence());
    QCOMPARE(before.total - after.total, value.cost);
    QCOMPARE(before.finish - after.finish, value.weeks);
    const QJsonValue advice = one.json({QStringLiteral("advise")});
    QCOMPARE(advice["items"][qsizetype{0}]["id"].toString().toStdString(), value.id);
    QCOMPARE(advice["items"][qsizetype{0}]["total"].toDouble(), value.cost.inDollars());
}

void TestOneFigure::likelyPlanIsTheSame()
{
    QFETCH(PlanChange, change);
    const OnePlan one(change);
    const Plan& plan = one.plan();
    const LikelyChance chance = chanceOfLikely(plan, *one.risk);
    const QString money = format::money(plan.total.likely);
    const QString both = format::chance(chance.both);

    const SummaryText card = likelyText(plan, one.risk.get());
    QVERIFY(card.value.endsWith(money));
    QVERIFY(card.detail.contains(both));
    const ReportWords report = reportWords(plan, *one.risk, {});
    QVERIFY2(report.tiles[0].value.endsWith(format::amount(plan.total.likely)), qPrintable(report.tiles[0].value));
    QVERIFY(report.tiles[0].detail.contains(both));
    QCOMPARE(report.costs.back().likely, format::amount(plan.total.likely));
    const RiskWords words = riskWords(plan, *one.risk);
    QVERIFY(words.finish.sentence.contains(riskwords::aChance(chance.onTime)));
    QVERIFY(words.cost.sentence.contains(riskwords::aChance(chance.inBudget)));
    QVERIFY(words.cost.sentence.contains(format::amount(plan.total.likely)));
    const CostGrid grid = costGridByPhase(plan, GstBasis::purchases, one.risk.get());
    const auto total = std::ranges::find(grid.rows, QStringLiteral("Total ex GST"), &CostRow::title);
    QCOMPARE(format::amount(*total->amounts[1]), format::amount(plan.total.likely));

    const QString figure = plain(format::amount(plan.total.likely));
    QVERIFY(one.run({QStringLiteral("plan")}).contains(QStringLiteral("AUD %1 ex GST").arg(figure)));
    const QString text = one.run({QStringLiteral("risk")});
    QVERIFY2(text.contains(plain(
                 QStringLiteral("Chance of the likely plan: %1 to be in time, %2 to be within its cost, %3 for both")
                     .arg(format::chance(chance.onTime), format::chance(chance.inBudget), both))),
             qPrintable(text));
    QCOMPARE(one.json({QStringLiteral("compare")})["plans"][qsizetype{0}]["likely"]["total"].toDouble(),
             plan.total.likely.inDollars());
    // A target and a budget that are the likely plan's own have its chances.
    const Chance asTarget = chanceBy(plan, *one.risk, plan.finishDate.likely);
    QCOMPARE(asTarget, chance.onTime);
}

void TestOneFigure::chancesAreTheSame()
{
    QFETCH(PlanChange, change);
    const OnePlan one(change);
    const Plan& plan = one.plan();
    const TargetChance chance = targetChance(plan, *one.risk);
    QCOMPARE(versionFigures(plan, *one.risk, one.confidence()).targetChance, chance.ofTarget());
    QCOMPARE(comparePlans({plan})->front().chances, chance);
    if (!chance.both)
        return;
    const QString both = format::chance(*chance.both);
    QCOMPARE(chanceText(plan, one.risk.get()).value, both);
    QCOMPARE(reportWords(plan, *one.risk, {}).tiles[3].value, both);
    QVERIFY(
        riskWords(plan, *one.risk).joint.sentence.startsWith(format::capitalised(riskwords::aChance(*chance.both))));
    const Goal goal{*plan.inputs.targetDate, *plan.inputs.budget, one.confidence(), plan.inputs.start};
    const auto answer = searchGoal(plan, goal);
    QVERIFY(answer);
    QCOMPARE(answer->today.chance, *chance.both);
    QCOMPARE(answer->today.chanceByDate, *chance.onTime);
    QCOMPARE(answer->today.chanceUnderBudget, *chance.inBudget);
    QVERIFY(waywords::today(*answer, goal).contains(both));
    const QString text = one.run({QStringLiteral("risk")});
    QVERIFY2(text.contains(plain(QStringLiteral("Chance of meeting both date and budget: %1").arg(both))),
             qPrintable(text));
    const QJsonValue target = one.json({QStringLiteral("risk")})["target"];
    QVERIFY(std::abs(target["both"].toDouble() - chance.both->share) < 1e-6);
    QVERIFY(std::abs(target["byDate"].toDouble() - chance.onTime->share) < 1e-6);
    QVERIFY(std::abs(target["underBudget"].toDouble() - chance.inBudget->share) < 1e-6);
}

void TestOneFigure::theSampleByTheDay()
{
    const OnePlan one([](Project&) {});
    const LikelyChance likely = chanceOfLikely(one.plan(), *one.risk);
    QCOMPARE(told(likely.onTime).percent, 46); // by the end of 31 May, not by the hour that work ends
    QCOMPARE(told(likely.inBudget).percent, 43);
    QCOMPARE(told(chanceUnder(*one.risk, Money::dollars(160'000))).percent, 45);
}

void TestOneFigure::contingencyJoinsThem()
{
    QFETCH(PlanChange, change);
    const OnePlan one(change);
    const Contingency aside = contingency(one.plan(), *one.risk, one.confidence(), GstBasis::purchases);
    const QString text = one.run({QStringLiteral("risk")});
    if (!aside.isNeeded) {
        QVERIFY(text.contains(QStringLiteral("none is needed")));
        return;
    }
    QCOMPARE(wholeDollars(one.plan().total.likely) + aside.amount, promised(one.promise().total));
    QVERIFY2(text.contains(QStringLiteral("AUD %1 on top").arg(plain(format::amount(aside.amount)))), qPrintable(text));
}

TRESTLE_UI_TEST(TestOneFigure)
#include "tst_one_figure.moc"
