#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/base/format_time.h"
#include "ui/history/change_order_words.h"
#include "ui/history/comparison_pane.h"
#include "ui/history/history_model.h"
#include "ui/pages/history_page.h"
#include "ui/report/sheets/changes_part.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segments.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBrowser>

#include <algorithm>

using namespace trestle;

namespace {

const QString kOrderItem = QStringLiteral("caching");
const VersionName kSent{QStringLiteral("“Sent”, 3 Dec 2026"), QStringLiteral("“Sent”")};
const VersionName kNowName{QStringLiteral("Now, 7 Dec 2026"), QStringLiteral("now")};

Inputs agreed(PriceKind kind = PriceKind::fixed)
{
    Inputs inputs = testing::emptyProject().project.base;
    inputs.name = "Shop";
    inputs.client = "Saltbush";
    inputs.price.kind = kind;
    inputs.price.payments = {{30, PaymentWhen::signing, {}}, {70, PaymentWhen::launch, {}}};
    setState(inputs, "caching", ItemState::excluded);
    return inputs;
}

ChangeOrder orderBetween(const Inputs& before, const Inputs& after)
{
    const auto catalogue = testing::emptyProject().catalogue.catalogue;
    SimulationOptions options;
    options.runs = 500;
    return changeOrder(makePlan(catalogue, before).value(), makePlan(catalogue, after).value(), options).value();
}

ComparisonWords wordsOf(const ChangeOrder& order, const Inputs& newer)
{
    return changeOrderWords(order, *testing::emptyProject().catalogue.catalogue, newer, kSent, kNowName);
}

const ChangeSection* sectionOf(const ComparisonWords& words, const QString& title)
{
    const auto found = std::ranges::find(words.sections, title, &ChangeSection::title);
    return found == words.sections.end() ? nullptr : &*found;
}

/// A change of everything that a client hears of.
Inputs changed(Inputs inputs)
{
    setState(inputs, "caching", ItemState::missing);
    setScope(inputs, "indexes", ItemScope::phase2);
    inputs.items["audit-log"].progress.state = ItemState::partial;
    inputs.estimates["security"].effort = {4, 6, 9};
    inputs.start = *parseDate("2027-02-01");
    inputs.price.payments = {
        {30, PaymentWhen::signing, {}}, {30, PaymentWhen::phaseFinished, "testing"}, {40, PaymentWhen::launch, {}}};
    return inputs;
}

} // namespace

/// Two versions in words that a client can read.
class TestChangeOrderWords : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsAddedRemovedAndChanged();
    void figuresAreThoseOfTheModel();
    void invoicesPartByPart();
    void nothingDiffers();
    void noCostRateMarginOrChance_data();
    void noCostRateMarginOrChance();
    void titlesOfUsersAreSafe();
    void onTheHistoryPage();
    void followsEdits();
};

void TestChangeOrderWords::saysWhatIsAddedRemovedAndChanged()
{
    const Inputs after = changed(agreed());
    const ComparisonWords words = wordsOf(orderBetween(agreed(), after), after);
    QCOMPARE(words.title, QStringLiteral("Change order since “Sent”"));
    QCOMPARE(words.plan, QStringLiteral("Shop · Saltbush"));
    const ChangeSection* added = sectionOf(words, QStringLiteral("Added"));
    QVERIFY(added);
    QCOMPARE(added->changes.size(), std::size_t{1});
    QCOMPARE(added->changes.front().before, QStringLiteral("not needed"));
    QCOMPARE(added->changes.front().after, QStringLiteral("to build"));
    const ChangeSection* removed = sectionOf(words, QStringLiteral("Removed"));
    QVERIFY(removed);
    QCOMPARE(removed->changes.front().after, QStringLiteral("phase 2"));
    const ChangeSection* different = sectionOf(words, QStringLiteral("Changed"));
    QVERIFY(different);
    QCOMPARE(different->changes.front().before, QStringLiteral("to build"));
    const ChangeSection* work = sectionOf(words, QStringLiteral("Work of each phase as a whole"));
    QVERIFY(work);
    QCOMPARE(work->changes.front().after, format::personWeeks(4, 9));
}

void TestChangeOrderWords::figuresAreThoseOfTheModel()
{
    const Inputs after = changed(agreed());
    const ChangeOrder order = orderBetween(agreed(), after);
    const ComparisonWords words = wordsOf(order, after);
    const auto figure = [&](const char* caption) {
        const auto found = std::ranges::find(words.figures, QString::fromLatin1(caption), &ComparedFigure::caption);
        return found == words.figures.end() ? ComparedFigure{} : *found;
    };
    QCOMPARE(figure("Fixed price ex GST").before, format::shownMoney(order.before.price));
    QCOMPARE(figure("Fixed price inc GST").after, format::shownMoney(order.after.incGst()));
    QCOMPARE(figure("Start").difference, QStringLiteral("%1 later").arg(format::days(28)));
    QCOMPARE(figure("Launch").after, format::mediumDate(order.after.launch));
    QVERIFY(words.summary.contains(format::mediumDate(order.after.launch)));
    Inputs unregistered = after;
    unregistered.gstRegistered = false;
    Inputs before = agreed();
    before.gstRegistered = false;
    QCOMPARE(wordsOf(orderBetween(before, unregistered), unregistered).figures.size(), words.figures.size() - 2);
    const Inputs byTime = agreed(PriceKind::timeAndMaterials);
    const ComparisonWords likely = wordsOf(orderBetween(byTime, changed(byTime)), byTime);
    QCOMPARE(likely.figures.front().caption, QStringLiteral("Likely price ex GST"));
    QCOMPARE(likely.figures.at(1).caption, QStringLiteral("Between"));
}

void TestChangeOrderWords::invoicesPartByPart()
{
    const Inputs after = changed(agreed());
    const ChangeOrder order = orderBetween(agreed(), after);
    const ComparisonWords words = wordsOf(order, after);
    const ChangeSection* invoices = sectionOf(words, QStringLiteral("Invoices, ex GST"));
    QVERIFY(invoices);
    QCOMPARE(invoices->changes.size(), std::size_t{3});
    QCOMPARE(invoices->changes.at(0).what, QStringLiteral("At signing"));
    QVERIFY(invoices->changes.at(0).before.contains(format::shownMoney(order.payments.at(0).before->exGst)));
    QVERIFY(invoices->changes.at(0).after.contains(format::mediumDate(after.start)));
    QCOMPARE(invoices->changes.at(1).before, QStringLiteral("none"));
}

void TestChangeOrderWords::nothingDiffers()
{
    const ComparisonWords words = wordsOf(orderBetween(agreed(), agreed()), agreed());
    QVERIFY(words.summary.contains(QStringLiteral("the same in both")));
    QVERIFY(!sectionOf(words, QStringLiteral("Added")));
    for (const ComparedFigure& figure : words.figures)
        QCOMPARE(figure.difference, QStringLiteral("same"));
}

void TestChangeOrderWords::noCostRateMarginOrChance_data()
{
    QTest::addColumn<PriceKind>("kind");
    QTest::newRow("fixed") << PriceKind::fixed;
    QTest::newRow("capped") << PriceKind::capped;
    QTest::newRow("time") << PriceKind::timeAndMaterials;
}

void TestChangeOrderWords::noCostRateMarginOrChance()
{
    QFETCH(const PriceKind, kind);
    Inputs after = changed(agreed(kind));
    after.team.at(0).weeklyRate = Money::dollars(7777);
    after.team.at(0).billRate = Money::dollars(8888);
    const QString text = comparisonText(wordsOf(orderBetween(agreed(kind), after), after)).toLower();
    for (const char* word : {"cost", "rate", "margin", "loss", "sure", "chance", "%", "7,777", "8,888"})
        QVERIFY2(!text.contains(QString::fromLatin1(word)), qPrintable(text));
}

void TestChangeOrderWords::titlesOfUsersAreSafe()
{
    Inputs after = changed(agreed());
    after.name = "<b>Bold</b>";
    const ComparisonWords words = wordsOf(orderBetween(agreed(), after), after);
    QVERIFY(!comparisonHtml(words, lightPalette(), true).contains(QStringLiteral("<b>Bold")));
    const QByteArray pdf = comparisonPdf(words, {});
    QVERIFY(pdf.startsWith("%PDF") && pdf.trimmed().endsWith("%%EOF"));
}

namespace {

/// The History page with the version before the last edit compared with now.
struct ComparedPage {
    explicit ComparedPage(PlanDocument& document) : page(document)
    {
        QSignalSpy refreshed(&page.model(), &HistoryModel::refreshed);
        testing::showAt(page, QSize(900, 700));
        if (refreshed.isEmpty() && !refreshed.wait())
            qFatal("The history is not read");
        page.findChild<QTableView*>(QStringLiteral("historyTable"))->selectRow(1);
        page.compareSelected();
    }
    void choose(int view)
    {
        auto* views = page.findChild<Segments*>(QStringLiteral("comparisonViews"));
        const auto choices = views->findChildren<QAbstractButton*>();
        QTest::mouseClick(choices.at(view), Qt::LeftButton);
    }
    [[nodiscard]] QString title() const { return page.findChild<QLabel*>(QStringLiteral("comparisonTitle"))->text(); }

    HistoryPage page;
};

} // namespace

void TestChangeOrderWords::onTheHistoryPage()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base = agreed();
    testing::OpenPlan plan(project);
    plan.document().setItemState(kOrderItem, ItemState::missing);
    QVERIFY(plan.document().waitUntilSaved());
    ComparedPage shown(plan.document());
    QTRY_VERIFY(shown.page.comparison());
    QVERIFY(shown.title().startsWith(QStringLiteral("What changed since ")));
    shown.choose(1);
    QTRY_VERIFY(shown.page.comparison() && shown.title().startsWith(QStringLiteral("Change order since ")));
    const ComparisonWords words = *shown.page.comparison();
    QVERIFY(sectionOf(words, QStringLiteral("Added")));
    QVERIFY(shown.page.findChild<QTextBrowser*>(QStringLiteral("comparisonText"))
                ->toPlainText()
                .contains(QStringLiteral("Fixed price ex GST")));
    QTest::mouseClick(shown.page.findChild<QPushButton*>(QStringLiteral("comparisonCopy")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), comparisonText(words));
    const QStringList problems = testing::widgetProblems(shown.page);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    shown.choose(0);
    QTRY_VERIFY(shown.page.comparison() && shown.title().startsWith(QStringLiteral("What changed since ")));
    QVERIFY(!sectionOf(*shown.page.comparison(), QStringLiteral("Added")));
}

void TestChangeOrderWords::followsEdits()
{
    ProjectDocument project = testing::emptyProject();
    project.project.base = agreed();
    testing::OpenPlan plan(project);
    plan.document().setItemState(kOrderItem, ItemState::missing);
    QVERIFY(plan.document().waitUntilSaved());
    ComparedPage shown(plan.document());
    shown.choose(1);
    QTRY_VERIFY(shown.page.comparison() && sectionOf(*shown.page.comparison(), QStringLiteral("Added")));
    plan.document().setItemState(QStringLiteral("indexes"), ItemState::excluded);
    QTRY_VERIFY(shown.page.comparison() && sectionOf(*shown.page.comparison(), QStringLiteral("Removed")));
}

TRESTLE_UI_TEST(TestChangeOrderWords)
#include "tst_change_order.moc"
