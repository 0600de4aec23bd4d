#include "tests/ui/support/harness.h"
#include "ui/summary/summary_bar.h"
#include "ui/summary/summary_card.h"
#include "ui/summary/summary_text.h"

#include <QSignalSpy>

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

} // namespace

class TestSummary : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void sampleReads();
    void targets_data();
    void targets();
    void finishedPlanSaysSo();
    void cardsFollowThePlanAndOpenPages();
};

void TestSummary::sampleReads()
{
    const Plan plan = planWith([](Inputs&) {});
    const SummaryText headline = headlineText(plan);
    QVERIFY2(plain(headline.value).startsWith(QStringLiteral("by 31 May 2027, for AUD 159,")),
             qPrintable(headline.value));
    QVERIFY2(plain(headline.detail).startsWith(QStringLiteral("21 weeks, as early as ")), qPrintable(headline.detail));
    QCOMPARE(headlineOf(plan), headline.value);
    const SummaryText range = rangeText(plan);
    QCOMPARE(plain(range.value), QStringLiteral("15.2 – 29.4 weeks"));
    QVERIFY(plain(range.detail).startsWith(QStringLiteral("AUD 114,")));
    const SummaryText readiness = readinessText(plan);
    QCOMPARE(plain(readiness.value), QStringLiteral("30 %"));
    QCOMPARE(readiness.detail, QStringLiteral("5 in place, 2 partly, 32 to build"));
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
    row("met", "2027-06-25", 200'000, "Target 25 June, AUD 200,000", "On time, in budget", "25 days early, AUD 40,",
        false);
    row("on the day", "2027-05-31", 0, "Target 31 May", "On time", "on the day", false);
    row("late", "2027-05-30", 0, "Target 30 May", "1 day late", "by the likely plan", true);
    row("late, in budget", "2027-05-21", 200'000, "Target 21 May, AUD 200,000", "10 days late, in budget", "AUD 40,",
        true);
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
                inputs.items[item.id].state = ItemState::done;
    });
    QCOMPARE(headlineText(plan).value, QStringLiteral("Ready for production"));
    QCOMPARE(plain(readinessText(plan).value), QStringLiteral("100 %"));
}

void TestSummary::cardsFollowThePlanAndOpenPages()
{
    testing::OpenPlan open;
    SummaryBar bar(open.document());
    testing::showAt(bar, QSize(1440, 76));
    auto* headline = bar.findChild<SummaryCard*>(QStringLiteral("summaryHeadline"));
    const QString before = headline->shown().value;
    QCOMPARE(before, headlineText(open.plan()).value);
    QVERIFY(headline->accessibleName().contains(before));
    open.document().setItemState(QStringLiteral("caching"), ItemState::done);
    QVERIFY(headline->shown().value != before);
    QCOMPARE(headline->shown().value, headlineText(open.plan()).value);

    QSignalSpy target(&bar, &SummaryBar::targetWanted);
    QTest::keyClick(bar.findChild<SummaryCard*>(QStringLiteral("summaryTarget")), Qt::Key_Return);
    QCOMPARE(target.count(), 1);
    QSignalSpy cost(&bar, &SummaryBar::costWanted);
    QTest::mouseClick(bar.findChild<SummaryCard*>(QStringLiteral("summaryRange")), Qt::LeftButton);
    QCOMPARE(cost.count(), 1);
}

TRESTLE_UI_TEST(TestSummary)
#include "tst_summary.moc"
