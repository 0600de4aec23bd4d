#include "models/decisions/estimate.h"
#include "models/plan/cost_table.h"
#include "models/plan/shown_costs.h"
#include "models/rounding.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/questions/risk_service.h"
#include "ui/summary/caption_button.h"
#include "ui/summary/cash_text.h"
#include "ui/summary/next_item_button.h"
#include "ui/summary/summary_bar.h"
#include "ui/summary/summary_card.h"
#include "ui/summary/summary_text.h"
#include "ui/summary/target_popup.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTimer>

using namespace trestle;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

Plan planWith(const std::function<void(Inputs&)>& change)
{
    ProjectDocument project = testing::sampleProject();
    change(project.project.base);
    Result<Plan> plan = makePlan(project.catalogue.catalogue, project.project.base);
    if (!plan)
        qFatal("no plan");
    return std::move(*plan);
}

Risk riskOf(const Plan& plan)
{
    SimulationOptions options;
    options.runs = 1000;
    Result<Risk> risk = simulate(plan, options);
    if (!risk)
        qFatal("no simulation");
    return std::move(*risk);
}

bool inputsHaveTarget(const Plan& plan)
{
    return plan.inputs.targetDate || plan.inputs.budget;
}

} // namespace

class TestSummary : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void sampleReads();
    void targets_data();
    void targets();
    void chances_data();
    void chances();
    void saysHowSure();
    void leavesOpenWhatIsNotSimulated();
    void finishedPlanSaysSo();
    void nothingInScopeIsNotReady();
    void confidenceIsChosenOnTheCard();
    void targetIsSetOnTheCard();
    void cashStandsInTheTargetsPlace();
    void cardsFollowThePlanAndOpenPages();
    void movesReadAsPeopleSayThem();
    void aMoveIsThatOfTheFiguresThatAreRead();
    void theHeadlineSaysByHowMuchItMoved();
    void noFigureIsCut_data();
    void noFigureIsCut();
    void smallCostsReadAsInTheTable();
    void narrowRowsFoldInTurn();
    void aFoldedTargetIsInTheMenu();
    void anotherQuestionIsNoMove();
    void theOldHeadlineIsDimmed();
    void aScenarioIsComparedWithTheBase();
};

void TestSummary::sampleReads()
{
    const Plan plan = planWith([](Inputs&) {});
    const SummaryText headline = headlineText(plan);
    QVERIFY2(plain(headline.value).startsWith(QStringLiteral("by 31 May 2027, for AUD 159,")),
             qPrintable(headline.value));
    QVERIFY2(plain(headline.detail).startsWith(QStringLiteral("21 weeks, as early as ")), qPrintable(headline.detail));
    QCOMPARE(likelyLine(plan), headline.value);
    const SummaryText range = rangeText(plan);
    QCOMPARE(plain(range.value), QStringLiteral("15.2 – 29.4 weeks"));
    QVERIFY(plain(range.detail).startsWith(QStringLiteral("AUD 114,")));
    const SummaryText readiness = readinessText(plan);
    QCOMPARE(plain(readiness.value), QStringLiteral("30 %"));
    QCOMPARE(readiness.line, QStringLiteral("5 in place, 2 partly"));
    QCOMPARE(readiness.detail, QStringLiteral("32 to build"));
    for (const SummaryText& text : {headline, range, readiness, targetText(plan)})
        QVERIFY2(text.hint.endsWith(u'.'), qPrintable(text.hint));
}

void TestSummary::targets_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<qint64>("budget");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("alarm");
    const auto row = [](const char* name, const char* date, qint64 budget, const char* caption, const char* value,
                        const char* detail, bool alarm) {
        QTest::newRow(name) << QString::fromLatin1(date) << budget << QString::fromUtf8(caption)
                            << QString::fromUtf8(value) << QString::fromUtf8(detail) << alarm;
    };
    row("none", "", 0, "Target", "None set", "set a date or a budget", false);
    row("met", "2027-06-25", 200'000, "Target 25 Jun 2027, 200,000", "On time, in budget",
        "19 working days early, AUD 40,", false);
    row("on the day", "2027-05-31", 0, "Target 31 May 2027", "On time", "just in time", false);
    row("on a Sunday", "2027-05-30", 0, "Target 30 May 2027", "1 working day late", "by the likely plan", true);
    row("before the start", "2026-12-01", 0, "Target 1 Dec 2026", "129 working days late", "by the likely plan", true);
    row("late, in budget", "2027-05-21", 200'000, "Target 21 May 2027, 200,000", "6 working days late, in budget",
        "AUD 40,", true);
    row("over budget", "", 150'000, "Target AUD 150,000", "AUD 9,", "by the likely plan", true);
}

void TestSummary::targets()
{
    QFETCH(QString, date);
    QFETCH(qint64, budget);
    QFETCH(QString, caption);
    QFETCH(QString, value);
    QFETCH(QString, detail);
    QFETCH(bool, alarm);
    const Plan plan = planWith([&](Inputs& inputs) {
        inputs.targetDate = date.isEmpty() ? std::nullopt : parseDate(date.toStdString());
        inputs.budget.reset();
        if (budget > 0)
            inputs.budget = Money::dollars(budget);
    });
    const SummaryText text = targetText(plan);
    QCOMPARE(plain(text.caption), caption);
    QVERIFY2(plain(text.value).startsWith(value), qPrintable(text.value));
    QVERIFY2(plain(text.detail).startsWith(detail), qPrintable(text.detail));
    QCOMPARE(text.alarm, alarm);
}

void TestSummary::finishedPlanSaysSo()
{
    const Plan plan = planWith([](Inputs& inputs) {
        const ProjectDocument sample = testing::sampleProject(); // a range-for does not keep a temporary alive
        for (const Phase& phase : sample.catalogue.catalogue->phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::done;
    });
    QCOMPARE(headlineText(plan).value, QStringLiteral("Ready for production"));
    const Risk risk = riskOf(plan);
    for (const Risk* known : {static_cast<const Risk*>(nullptr), &risk}) {
        QCOMPARE(sureText(plan, known).value, QStringLiteral("Ready for production"));
        QCOMPARE(likelyText(plan, known).value, QStringLiteral("No work left"));
    }
    QCOMPARE(plain(chanceText(plan, &risk).value), QStringLiteral("100 %"));
    QCOMPARE(headlineInList(plan, nullptr), QStringLiteral("Ready for production"));
    QCOMPARE(plain(readinessText(plan).value), QStringLiteral("100 %"));
}

void TestSummary::nothingInScopeIsNotReady()
{
    const Plan plan = planWith([](Inputs& inputs) {
        const ProjectDocument sample = testing::sampleProject();
        for (const Phase& phase : sample.catalogue.catalogue->phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::excluded;
    });
    const Risk risk = riskOf(plan);
    for (const QString& text : {headlineText(plan).value, sureText(plan, &risk).value, headlineInList(plan, nullptr)})
        QCOMPARE(text, QStringLiteral("Nothing in scope"));
    QCOMPARE(readinessText(plan).value, QStringLiteral("–"));
    QCOMPARE(chanceText(plan, &risk).value, QStringLiteral("–"));
    QVERIFY(!readinessText(plan).detail.contains(u"in place"));
}

void TestSummary::cardsFollowThePlanAndOpenPages()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    const PlanDocument& document = open.document();
    auto* headline = bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"));
    QVERIFY(testing::awaitRisk(document));
    const QString before = headline->shown().value;
    QCOMPARE(before, promiseOf(open.plan(), *document.risk(), 80));
    QVERIFY(headline->accessibleName().contains(before));
    open.document().setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(headline->shown().isAwaited);
    QVERIFY(headline->shown().value.isEmpty());
    QCOMPARE(bar.findChild<SummaryCard*>(QStringLiteral("summaryLikely"))->shown(), likelyText(open.plan(), nullptr));
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->shown().value != before);
    QCOMPARE(headline->shown().value, promiseOf(open.plan(), *document.risk(), 80));

    QSignalSpy risk(&bar, &SummaryBar::riskWanted);
    QTest::keyClick(bar.findChild<SummaryCard*>(QStringLiteral("summaryTarget")), Qt::Key_Return);
    QTest::mouseClick(headline, Qt::LeftButton, {}, QPoint(40, headline->height() - 6));
    QCOMPARE(risk.count(), 2);
    QSignalSpy plan(&bar, &SummaryBar::planWanted);
    QTest::mouseClick(bar.findChild<SummaryCard*>(QStringLiteral("summaryLikely")), Qt::LeftButton);
    QCOMPARE(plan.count(), 1);
}

void TestSummary::movesReadAsPeopleSayThem()
{
    using Kind = HeadlineDelta::Kind;
    const auto move = [](int days, int dollars) {
        const Headline before{20, *parseDate("2027-05-20"), Money::dollars(90'000)};
        Headline now = before;
        now.finishDate += std::chrono::days(days);
        now.total += Money::dollars(dollars);
        return deltaOf(before, now);
    };
    QCOMPARE(plain(movedText(move(-13, -14'900))), QStringLiteral("13 days sooner, AUD 14,900 less"));
    QVERIFY(move(-13, -14'900).kind() == Kind::better);
    QCOMPARE(plain(movedText(move(70, 7'000))), QStringLiteral("10 weeks later, AUD 7,000 more"));
    QVERIFY(move(70, 7'000).kind() == Kind::worse);
    QCOMPARE(plain(movedText(move(-1, 0))), QStringLiteral("1 day sooner"));
    QVERIFY(move(-1, 0).kind() == Kind::better);
    QCOMPARE(plain(movedText(move(0, 500))), QStringLiteral("AUD 500 more"));
    QVERIFY(move(0, 500).kind() == Kind::worse);
    QVERIFY(move(-3, 500).kind() == Kind::mixed);
    QVERIFY(move(3, -500).kind() == Kind::mixed);
    QVERIFY(movedText(move(0, 0)).isEmpty());
    QVERIFY(move(0, 0).kind() == Kind::none);
}

void TestSummary::aMoveIsThatOfTheFiguresThatAreRead()
{
    const auto move = [](int from, int to) {
        const Date day = *parseDate("2027-05-20");
        return deltaOf({20, day, Money::dollars(from)}, {20, day, Money::dollars(to)});
    };
    // "AUD 175,000" becomes "AUD 163,000", and "AUD 2,900,000" the first "AUD 2,910,000".
    QCOMPARE(plain(movedText(move(174'600, 162'100))), QStringLiteral("AUD 12,000 less"));
    QCOMPARE(plain(movedText(move(2'899'900, 2'900'100))), QStringLiteral("AUD 10,000 more"));
    QVERIFY2(move(174'600, 174'100).kind() == HeadlineDelta::Kind::none, "the same is read as before");
    for (const int from : {74, 8'137, 431'999, 1'234'567})
        for (const int to : {61, 7'004, 398'211, 2'345'678}) {
            const Money shown = promised(Money::dollars(to)) - promised(Money::dollars(from));
            QCOMPARE(move(from, to).total, shown);
        }
}

void TestSummary::noFigureIsCut_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("budget");
    QTest::newRow("hundreds of thousands") << 5000 << QStringLiteral("2027-06-25") << 180'000;
    QTest::newRow("millions") << 88'450 << QStringLiteral("2027-09-29") << 2'876'500;
    QTest::newRow("tens of millions") << 884'500 << QStringLiteral("2027-09-30") << 28'765'000;
    QTest::newRow("budget alone") << 88'450 << QString() << 2'876'500;
}

/// In the narrowest window, at any scale: cards are measured in logical pixels.
void TestSummary::noFigureIsCut()
{
    QFETCH(int, rate);
    QFETCH(QString, target);
    QFETCH(int, budget);
    ProjectDocument project = testing::sampleProject();
    for (Person& person : project.project.base.team)
        person.weeklyRate = Money::dollars(rate);
    project.project.base.targetDate = target.isEmpty() ? std::nullopt : parseDate(target.toStdString());
    project.project.base.budget = Money::dollars(budget);
    testing::OpenPlan open(project);
    SummaryBar bar(open.document());
    QVERIFY(testing::awaitRisk(open.document()));
    for (const int width : {972, 1100, 1252, 1452}) {
        testing::showAt(bar, QSize(width, bar.sizeHint().height()));
        QCOMPARE(bar.width(), width);
        for (const auto* card : bar.findChildren<SummaryCard*>()) {
            if (card->isHidden())
                continue;
            QVERIFY2(
                card->fits(),
                qPrintable(
                    QStringLiteral("%1 at %2: %3").arg(card->objectName()).arg(width).arg(card->accessibleName())));
        }
        const QStringList problems = testing::widgetProblems(bar);
        QVERIFY2(problems.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(width).arg(problems.join(u'\n'))));
    }
}

void TestSummary::narrowRowsFoldInTurn()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    QVERIFY(testing::awaitRisk(open.document()));
    const auto shown = [&](const char* name) {
        return !bar.findChild<QWidget*>(QString::fromLatin1(name))->isHidden();
    };
    QSignalSpy folded(&bar, &SummaryBar::readinessFolded);
    const auto* next = bar.findChild<NextItemButton*>();
    int tall = 0;
    for (const int width : {1452, 1252, 996}) {
        testing::showAt(bar, QSize(width, bar.sizeHint().height()));
        QCOMPARE(shown("summaryReadiness"), width == 1452);
        QCOMPARE(bar.isReadinessFolded(), width != 1452);
        QCOMPARE(shown("summaryTarget"), width >= 1252);
        QVERIFY(shown("summaryHeadline") && shown("summaryLikely") && shown("nextCard"));
        if (width == 1452)
            tall = next->height();
        else
            QCOMPARE(next->height() < tall, width == 996);
        QCOMPARE(bar.height(), SummaryCard::kHeight);
        const QRect last = bar.findChild<QWidget*>(QStringLiteral("nextCard"))->geometry();
        QCOMPARE(last.right(), bar.width() - 1);
    }
    QVERIFY(!folded.isEmpty() && folded.last().first().toBool());
}

void TestSummary::aFoldedTargetIsInTheMenu()
{
    testing::OpenPlan open;
    open.document().edit(QStringLiteral("Target"), [](Inputs& inputs) { inputs.targetDate = parseDate("2027-06-25"); });
    SummaryBar bar(open.document());
    QVERIFY(testing::awaitRisk(open.document()));
    QStringList texts;
    const auto lookIntoMenu = [&] {
        texts.clear();
        QTimer::singleShot(0, &bar, [&] {
            auto* menu = bar.findChild<QMenu*>(QStringLiteral("confidenceMenu"));
            for (const QAction* action : menu->actions())
                texts += plain(action->text());
            if (auto* target = menu->findChild<QAction*>(QStringLiteral("actionTarget")))
                target->trigger();
            menu->close();
        });
        bar.editConfidence();
    };
    testing::showAt(bar, QSize(1452, bar.sizeHint().height()));
    lookIntoMenu();
    QVERIFY(texts.filter(QStringLiteral("25 Jun")).isEmpty());
    testing::showAt(bar, QSize(996, bar.sizeHint().height()));
    lookIntoMenu();
    const QString chance = chanceText(open.plan(), open.document().risk().get()).value;
    const QStringList found = texts.filter(QStringLiteral("25 Jun"));
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(plain(chance)), qPrintable(found.first()));
    const auto* popup = bar.findChild<TargetPopup*>(QStringLiteral("targetPopup"));
    QVERIFY(popup && popup->isVisible());
}

void TestSummary::smallCostsReadAsInTheTable()
{
    const Plan plan = planWith([](Inputs& inputs) {
        for (Person& person : inputs.team)
            person.weeklyRate = Money{185};
        const ProjectDocument sample = testing::sampleProject();
        for (const Phase& phase : sample.catalogue.catalogue->phases)
            for (const Item& item : phase.items)
                if (!phase.runningCosts.empty()) // a service by the month would be more than all the work
                    inputs.items[item.id].progress.state = ItemState::excluded;
    });
    QVERIFY(showsCents(plan));
    QVERIFY(plan.total.likely.cents % 100 != 0);
    const Money inTable = shownCostTable(plan, GstBasis::purchases).total.amount.likely;
    const QString amount = format::shownMoney(inTable);
    QVERIFY2(amount.contains(u'.'), qPrintable(amount));
    QVERIFY(likelyLine(plan).endsWith(amount));
    QVERIFY(likelyText(plan, nullptr).value.endsWith(amount));
}

void TestSummary::theHeadlineSaysByHowMuchItMoved()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    PlanDocument& document = open.document();
    auto* headline = bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"));
    QVERIFY(testing::awaitRisk(document));
    QVERIFY2(headline->moved().isEmpty(), "opening a plan moves nothing");
    const Headline before = headlineOf(document.plan(), *document.risk(), 80);
    const QImage still = headline->grab().toImage();
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(headline->moved().isEmpty());
    QVERIFY(testing::awaitRisk(document));
    const Headline now = headlineOf(document.plan(), *document.risk(), 80);
    QVERIFY(now.finishDate < before.finishDate && now.total < before.total);
    QCOMPARE(headline->moved(), movedText(deltaOf(before, now)));
    QVERIFY(headline->accessibleName().contains(headline->moved()));
    QVERIFY(headline->grab().toImage() != still);
    QVERIFY(headline->toolTip().endsWith(QStringLiteral("Since you opened the plan: %1.").arg(headline->moved())));
    document.undo();
    QVERIFY(testing::awaitRisk(document));
    QCOMPARE(headline->moved(), movedText(deltaOf(now, before)));
    QVERIFY(headline->moved().contains(QStringLiteral("later")));
    QVERIFY(!headline->toolTip().contains(QStringLiteral("Since you opened"))); // back where it was
}

void TestSummary::anotherQuestionIsNoMove()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    PlanDocument& document = open.document();
    auto* headline = bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"));
    QVERIFY(testing::awaitRisk(document));
    document.edit(QStringLiteral("Surer"), [](Inputs& inputs) { inputs.confidence = 90; });
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->moved().isEmpty());
    Scenario larger;
    larger.name = "Larger";
    larger.team = document.inputs().team;
    larger.team->push_back({"Third", 1, Money::dollars(5000), {}, {}, {}});
    document.addScenario(larger);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->moved().isEmpty());
    document.setActiveScenario({});
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->moved().isEmpty());
}

void TestSummary::theOldHeadlineIsDimmed()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    PlanDocument& document = open.document();
    auto* headline = bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"));
    const auto* target = bar.findChild<SummaryCard*>(QStringLiteral("summaryTarget"));
    QVERIFY(testing::awaitRisk(document));
    const QString before = headline->shown().value;
    const QString chance = target->shown().value;
    QVERIFY(headline->dimmed().isEmpty());
    const QColor ink = roleColor(Role::Text, headline->palette());
    const auto inked = [&] {
        const QImage image = headline->grab(QRect(0, 30, 300, 50)).toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == ink)
                    return true;
        return false;
    };
    QVERIFY(inked());
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    QCOMPARE(headline->dimmed(), before);
    QCOMPARE(target->dimmed(), chance);
    QVERIFY2(!inked(), "an old figure never looks like one of now");
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->dimmed().isEmpty());
    QVERIFY(inked());
    // At another confidence the old figure would be another one's.
    document.edit(QStringLiteral("More runs"), [](Inputs& inputs) {
        inputs.confidence = 50;
        inputs.correlation = 0.25;
    });
    QVERIFY(headline->shown().isAwaited);
    QVERIFY(headline->dimmed().isEmpty());
}

void TestSummary::aScenarioIsComparedWithTheBase()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    PlanDocument& document = open.document();
    auto* headline = bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"));
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->comparison().isEmpty());
    const auto now = [&] { return headlineOf(document.plan(), *document.risk(), 80); };
    Headline base = now();
    Scenario larger;
    larger.name = "Larger";
    larger.team = document.inputs().team;
    larger.team->push_back({"Third", 1, Money::dollars(5000), {}, {}, {}});
    document.addScenario(larger);
    QVERIFY(headline->comparison().isEmpty());
    QVERIFY(testing::awaitRisk(document));
    const auto told = [&] { return QStringLiteral("%1 than the base").arg(movedText(deltaOf(base, now()))); };
    QTRY_COMPARE_WITH_TIMEOUT(headline->comparison(), told(), 60'000);
    QVERIFY(headline->accessibleName().contains(headline->comparison()));
    // A tick shows in both, and no comparison of before beside figures of now.
    bool stale = false;
    connect(&document, &PlanDocument::riskChanged, &bar,
            [&] { stale = stale || (!document.risk() && !headline->comparison().isEmpty()); });
    document.setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(!stale);
    document.setActiveScenario({});
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(headline->comparison().isEmpty());
}

void TestSummary::chances_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<qint64>("budget");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("alarm");
    QTest::newRow("none") << QString() << qint64{0} << QStringLiteral("None set")
                          << QStringLiteral("set a date or a budget") << false;
    QTest::newRow("never met") << QStringLiteral("2027-02-01") << qint64{200'000} << QStringLiteral("under 1 %")
                               << QStringLiteral("no simulated plan meets it") << true;
    QTest::newRow("always met") << QStringLiteral("2028-02-01") << qint64{0} << QStringLiteral("over 99 %")
                                << QStringLiteral("chance of being in time") << false;
    QTest::newRow("budget alone") << QString() << qint64{1'000'000} << QStringLiteral("over 99 %")
                                  << QStringLiteral("chance of being in budget") << false;
}

void TestSummary::chances()
{
    QFETCH(QString, date);
    QFETCH(qint64, budget);
    const Plan plan = planWith([&](Inputs& inputs) {
        inputs.targetDate = date.isEmpty() ? std::nullopt : parseDate(date.toStdString());
        inputs.budget.reset();
        if (budget > 0)
            inputs.budget = Money::dollars(budget);
    });
    const Risk risk = riskOf(plan);
    const SummaryText text = chanceText(plan, &risk);
    QTEST(plain(text.value), "value");
    QTEST(text.line.isEmpty() ? text.detail : text.line, "detail");
    QTEST(text.alarm, "alarm");
    const SummaryText open = chanceText(plan, nullptr);
    QCOMPARE(open.isAwaited, inputsHaveTarget(plan));
    QCOMPARE(open.caption, text.caption);
}

void TestSummary::saysHowSure()
{
    for (const int confidence : {50, 80, 90}) {
        const Plan plan = planWith([&](Inputs& inputs) { inputs.confidence = confidence; });
        const Risk risk = riskOf(plan);
        const SummaryText text = sureText(plan, &risk);
        QCOMPARE(plain(text.caption), QStringLiteral("%1 % sure").arg(confidence));
        const Headline headline = headlineOf(plan, risk, confidence);
        QCOMPARE(
            text.value,
            QStringLiteral("by %1, for %2").arg(format::date(headline.finishDate), format::promise(headline.total)));
        QVERIFY(!text.isAwaited);
        QCOMPARE(headlineInList(plan, &risk), text.caption + u' ' + text.value);
    }
}

void TestSummary::leavesOpenWhatIsNotSimulated()
{
    const Plan plan = planWith([](Inputs&) {});
    QVERIFY(sureText(plan, nullptr).isAwaited);
    QVERIFY(sureText(plan, nullptr).value.isEmpty());
    QVERIFY(plain(likelyText(plan, nullptr).detail).endsWith(QStringLiteral(" weeks, … chance")));
    QVERIFY(chanceText(plan, nullptr).isAwaited);
    QVERIFY(headlineInList(plan, nullptr).startsWith(QStringLiteral("Likely by ")));
    const Risk risk = riskOf(plan);
    QCOMPARE(likelyText(plan, nullptr).value, likelyText(plan, &risk).value);
    QVERIFY2(plain(likelyText(plan, &risk).detail).endsWith(QStringLiteral(" % chance")),
             qPrintable(likelyText(plan, &risk).detail));
    // Promise and likely plan in the same form.
    QCOMPARE(likelyText(plan, &risk).value,
             QStringLiteral("by %1, for %2")
                 .arg(format::mediumDate(plan.finishDate.likely), format::money(plan.total.likely)));
    QCOMPARE(sureText(plan, &risk).aside, format::weeks(headlineOf(plan, risk, plan.inputs.confidence).finish));
}

void TestSummary::confidenceIsChosenOnTheCard()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    QVERIFY(testing::awaitRisk(open.document()));
    const std::shared_ptr<const Risk> risk = open.document().risk();
    auto* button = bar.findChild<CaptionButton*>(QStringLiteral("confidenceButton"));
    QVERIFY(button->accessibleName().startsWith(QStringLiteral("80")));
    QStringList offered;
    QTimer::singleShot(0, &bar, [&] {
        auto* menu = bar.findChild<QMenu*>(QStringLiteral("confidenceMenu"));
        if (!menu)
            return;
        for (const QAction* action : menu->actions())
            if (action->isCheckable())
                offered += action->text();
        QTest::keyClick(menu, Qt::Key_Down); // from 80 to 90
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(offered.size(), 3);
    QVERIFY(offered[0].contains(promiseOf(open.plan(), *risk, 50)));
    QCOMPARE(open.document().inputs().confidence, 90);
    // Read anew, not simulated anew.
    QCOMPARE(open.document().risk(), risk);
    QCOMPARE(bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"))->shown().value,
             promiseOf(open.plan(), *risk, 90));
}

void TestSummary::cashStandsInTheTargetsPlace()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    document.edit(QStringLiteral("no target"), [](Inputs& inputs) {
        inputs.targetDate.reset();
        inputs.budget.reset();
    });
    SummaryBar bar(document);
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    auto* target = bar.findChild<SummaryCard*>(QStringLiteral("summaryTarget"));
    QSignalSpy wanted(&bar, &SummaryBar::cashWanted);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(!cashText(open.plan(), document.risk().get(), nullptr));
    document.edit(QStringLiteral("cash"), [](Inputs& inputs) { inputs.cash.opening = Money::dollars(50'000); });
    QVERIFY(target->shown().isAwaited);
    QVERIFY(testing::awaitRisk(document));
    const auto cash = document.simulation().cash();
    QVERIFY(cash);
    QCOMPARE(target->shown(), *cashText(open.plan(), document.risk().get(), cash.get()));
    QCOMPARE(target->shown().value, format::chance(Chance{cash->lastsToLaunch, false}));
    QVERIFY(target->shown().alarm); // the team costs more than that
    QTest::mouseClick(target, Qt::LeftButton, {}, QPoint(target->width() / 2, target->height() - 20));
    QCOMPARE(wanted.count(), 1);

    // A budget that no plan keeps is less likely still, so the card tells of that; what lasts gives way as well.
    document.edit(QStringLiteral("budget"), [](Inputs& inputs) {
        inputs.budget = Money::dollars(1000);
        inputs.cash.opening = Money::dollars(5'000'000);
    });
    QVERIFY(testing::awaitRisk(document));
    QCOMPARE(target->shown(), chanceText(open.plan(), document.risk().get()));
    document.edit(QStringLiteral("budget"), [](Inputs& inputs) {
        inputs.budget = Money::dollars(5'000'000);
        inputs.cash.opening = Money::dollars(50'000);
    });
    QVERIFY(testing::awaitRisk(document));
    QCOMPARE(target->shown().line, QStringLiteral("chance that cash lasts"));
}

void TestSummary::targetIsSetOnTheCard()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, SummaryCard::kHeight));
    QVERIFY(testing::awaitRisk(open.document()));
    QTest::mouseClick(bar.findChild<CaptionButton*>(QStringLiteral("targetButton")), Qt::LeftButton);
    const QPointer<TargetPopup> popup = bar.findChild<TargetPopup*>(QStringLiteral("targetPopup"));
    QVERIFY(popup && popup->isVisible());
    auto* target = bar.findChild<SummaryCard*>(QStringLiteral("summaryTarget"));
    auto* budget = popup->findChild<AmountField*>(QStringLiteral("targetBudget"));
    budget->setText(QStringLiteral("150k"));
    budget->settle();
    auto* date = popup->findChild<DateField*>(QStringLiteral("targetDate"));
    date->setText(QStringLiteral("30/6/27"));
    date->settle();
    QCOMPARE(open.document().inputs().budget, std::optional(Money::dollars(150'000)));
    QCOMPARE(open.document().inputs().targetDate, parseDate("2027-06-30"));
    QCOMPARE(target->shown(), chanceText(open.plan(), open.document().risk().get()));
    QVERIFY(popup->findChild<QLabel*>(QStringLiteral("targetPopupChance"))->text().startsWith(target->shown().value));
    popup->findChild<QCheckBox*>(QStringLiteral("targetUseBudget"))->setChecked(false);
    QVERIFY(!open.document().inputs().budget);
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup || !popup->isVisible());
}

TRESTLE_UI_TEST(TestSummary)
#include "tst_summary.moc"
