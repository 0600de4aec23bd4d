#include "data/reference_json.h"
#include "models/risk/outside_factors.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/format.h"
#include "ui/dialogs/how_sure_dialog.h"
#include "ui/dialogs/outside_view_dialog.h"
#include "ui/inspector/sources.h"
#include "ui/report/sheets/report_basis.h"
#include "ui/risk/layer_words.h"
#include "ui/risk/movers.h"
#include "ui/risk/risk_charts.h"
#include "ui/risk/risk_controls.h"
#include "ui/summary/summary_text.h"
#include "ui/widgets/banner.h"
#include "ui/window/outside_offer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>

#include <cmath>

using namespace trestle;

namespace {

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

ProjectDocument sampleWith(std::string_view preset)
{
    ProjectDocument project = testing::sampleProject();
    project.project.base.outsideView = *outsideViewOf(*project.catalogue.catalogue, preset);
    return project;
}

/// An offer over an open plan.
struct Offered {
    explicit Offered(const ProjectDocument& project)
        : open(project), banner(QStringLiteral("offer")), offer(open.document(), banner)
    {
        if (!testing::awaitRisk(open.document()))
            qFatal("no simulation");
    }
    bool isMade()
    {
        return QTest::qWaitFor([this] { return !banner.isHidden(); }, 20000);
    }
    void press(const char* button) { banner.findChild<QPushButton*>(QString::fromLatin1(button))->click(); }

    testing::OpenPlan open;
    Banner banner;
    OutsideOffer offer;
};

} // namespace

/// How far projects vary as a whole: chosen, offered to plans of before, and what is said of it.
class TestOutsideView : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void aPlanOfBeforeIsOfferedBothHeadlines();
    void theOfferIsAnsweredOnce();
    void aPlanThatCountsItHasNoOffer();
    void isChosenInPlace();
    void aRecordIsTold();
    void ownFactorsAreEntered();
    void theHeadlineSaysWhatTheEstimatesAloneSay();
    void theCurveOfTheEstimatesStandsBehind();
    void theProjectIsAMoverOfItsOwn();
    void howSureTellsTheRatesOfTheRecords();
};

void TestOutsideView::aPlanOfBeforeIsOfferedBothHeadlines()
{
    Offered offered(sampleWith("estimates"));
    QVERIFY(offered.isMade());
    const Plan& plan = offered.open.plan();
    const QString text = offered.banner.text();
    QVERIFY2(text.contains(promiseOf(plan, *offered.open.document().risk(), 80)), qPrintable(text));
    Inputs usual = plan.inputs;
    usual.outsideView = *outsideViewOf(*plan.catalogue, "usual");
    const auto other = estimate(plan.catalogue, usual);
    QVERIFY(other);
    QVERIFY2(text.contains(promiseText(other->headline())), qPrintable(text));
    offered.press("outsideSwitch");
    QCOMPARE(offered.open.document().inputs().outsideView, usual.outsideView);
    QVERIFY(offered.banner.isHidden());
    offered.open.document().undo();
    QCOMPARE(offered.open.document().inputs().outsideView, OutsideView{});
    QVERIFY(testing::awaitRisk(offered.open.document()));
    QTest::qWait(50);
    QVERIFY(offered.banner.isHidden()); // it was answered
}

void TestOutsideView::theOfferIsAnsweredOnce()
{
    QStringList answered;
    {
        Offered offered(sampleWith("estimates"));
        QVERIFY(offered.isMade());
        offered.press("outsideKeep");
        QVERIFY(offered.banner.isHidden());
        QCOMPARE(offered.open.document().inputs().outsideView, OutsideView{});
        answered = offered.offer.answered();
        QCOMPARE(answered.size(), 1);
        OutsideOffer again(offered.open.document(), offered.banner);
        again.setAnswered(answered);
        QTest::qWait(50);
        QVERIFY(offered.banner.isHidden());
    }
    Offered other(sampleWith("estimates")); // another file
    other.offer.setAnswered(answered);
    QVERIFY(other.isMade());
}

void TestOutsideView::aPlanThatCountsItHasNoOffer()
{
    Offered offered(sampleWith("overrunning"));
    QTest::qWait(50);
    QVERIFY(offered.banner.isHidden());
}

void TestOutsideView::isChosenInPlace()
{
    testing::OpenPlan open(sampleWith("usual"));
    RiskControls controls(open.document());
    testing::showAt(controls, {900, 120});
    auto* choice = controls.findChild<QComboBox*>(QStringLiteral("riskOutsideView"));
    const auto& presets = open.plan().catalogue->outsideViews;
    QCOMPARE(choice->count(), static_cast<int>(presets.size()) + 1);
    QCOMPARE(choice->currentText(), format::text(findOutsideView(*open.plan().catalogue, "usual")->title));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Up);
    QCOMPARE(open.document().inputs().outsideView.preset, presets[static_cast<std::size_t>(choice->currentIndex())].id);
    QVERIFY(open.document().inputs().outsideView.preset != "usual");
    open.document().undo();
    testing::beforeFrame();
    QCOMPARE(open.document().inputs().outsideView.preset, std::string("usual"));
}

void TestOutsideView::aRecordIsTold()
{
    ProjectDocument project = testing::sampleProject();
    OutsideView& view = project.project.base.outsideView;
    view = {std::string(OutsideView::record), .1167, .2402, 6, .1773};
    testing::OpenPlan open(project);
    RiskControls controls(open.document());
    testing::showAt(controls, {900, 120});
    auto* choice = controls.findChild<QComboBox*>(QStringLiteral("riskOutsideView"));
    QCOMPARE(choice->count(), static_cast<int>(open.plan().catalogue->outsideViews.size()) + 2);
    QVERIFY2(choice->currentText().contains(QStringLiteral("your record")), qPrintable(choice->currentText()));
    Q_EMIT choice->activated(choice->currentIndex()); // the same again
    QCOMPARE(open.document().inputs().outsideView, view);

    const QString words = QStringLiteral("6 past projects, 19 % longer than planned");
    const auto sources = sourcesOf(open.plan());
    QVERIFY(std::ranges::any_of(sources, [&](const SourceRow& row) { return plain(row.note).contains(words); }));
    const auto basis = reportBasis(open.plan());
    QVERIFY(std::ranges::any_of(basis, [&](const ReportBasis& row) { return plain(row.text).contains(words); }));
    const HowSureDialog dialog(open.plan());
    const auto labels = dialog.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text() == QStringLiteral("Like past projects"); }));
}

void TestOutsideView::ownFactorsAreEntered()
{
    OutsideViewDialog dialog({"usual", 0.05, 0.3});
    auto* usual = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("outsideUsual"));
    auto* eight = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("outsideEightOfTen"));
    QCOMPARE(usual->value(), 1.05);
    QCOMPARE(eight->value(), 1.35);
    usual->setValue(1.2);
    eight->setValue(1.1);
    dialog.accept();
    QVERIFY(dialog.result() != QDialog::Accepted); // eight of ten below what half exceed
    eight->setValue(1.6);
    dialog.accept();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(dialog.view(), ownOutsideView({1.2, 1.6}));
    QCOMPARE(dialog.view().preset, std::string(OutsideView::own));
}

void TestOutsideView::theHeadlineSaysWhatTheEstimatesAloneSay()
{
    testing::OpenPlan open(sampleWith("usual"));
    QVERIFY(testing::awaitRisk(open.document()));
    const auto risk = open.document().risk();
    QCOMPARE(risk->layers.size(), std::size_t{1});
    const auto alone = makePlan(open.plan().catalogue, [&] {
        Inputs inputs = open.plan().inputs;
        inputs.outsideView = {};
        return inputs;
    }());
    QVERIFY(alone);
    const auto aloneRisk = simulate(*alone);
    QVERIFY(aloneRisk);
    QCOMPARE(risk->layers[0].sortedFinish, aloneRisk->sortedFinish); // the same figure, by another way
    const QString day = format::dayMonth(alone->calendar.lastDate(0, aloneRisk->finishAt(0.8)));
    QVERIFY(sureText(open.plan(), risk.get()).detail.contains(day));
    QVERIFY(riskwords::outsideSentence(open.plan(), *risk).contains(day));

    testing::OpenPlan before(sampleWith("estimates"));
    QVERIFY(testing::awaitRisk(before.document()));
    QVERIFY(before.document().risk()->layers.empty());
    QVERIFY(sureText(before.plan(), before.document().risk().get()).detail.contains(QStringLiteral("estimates alone")));
}

void TestOutsideView::theCurveOfTheEstimatesStandsBehind()
{
    testing::OpenPlan open(sampleWith("usual"));
    QVERIFY(testing::awaitRisk(open.document()));
    const SureCurve curve = riskcharts::finishCurve(open.plan(), *open.document().risk());
    QCOMPARE(curve.behind.size(), std::size_t{1});
    QVERIFY(!curve.behind[0].dashed);
    QCOMPARE(curve.name, QStringLiteral("like other projects"));
    QVERIFY(curve.behind[0].mark->value < curve.marks[2].value); // 80 % comes later with the outside view
}

void TestOutsideView::theProjectIsAMoverOfItsOwn()
{
    testing::OpenPlan open(sampleWith("usual"));
    QVERIFY(testing::awaitRisk(open.document()));
    const std::vector<Mover> movers = moversOf(open.plan(), *open.document().risk());
    QVERIFY(movers.front().isProject);
    const PhaseBars bars = riskcharts::finishMovers(open.plan(), *open.document().risk());
    QCOMPARE(bars.rows.size(), movers.size());
    QCOMPARE(bars.rows.front().title, movers.front().title); // it moves the sample most
}

void TestOutsideView::howSureTellsTheRatesOfTheRecords()
{
    testing::OpenPlan open(sampleWith("usual"));
    HowSureDialog dialog(open.plan());
    testing::showAt(dialog, dialog.size());
    const auto sets = referenceSets();
    QVERIFY(sets);
    const auto text = [&](const QString& name) {
        const auto* label = dialog.findChild<QLabel*>(name);
        return label ? plain(label->text()) : QStringLiteral("no ") + name;
    };
    for (std::size_t i = 0; i < sets->size(); ++i) {
        const HitRates rates = hitRates((*sets)[i], open.plan().inputs.outsideView);
        const QString row = QStringLiteral("howSureRecordsCell%1_").arg(i + 1);
        QCOMPARE(text(row + u'1'), QString::number((*sets)[i].projects));
        QCOMPARE(text(row + u'3'), QString::number(std::lround(rates.atP80 * 100)));
        QCOMPARE(text(row + u'5'), QString::number(std::lround(rates.inBand * 100)));
    }
    QVERIFY(text(QStringLiteral("howSureMeaning")).contains(QStringLiteral("80 %")));
    QCOMPARE(testing::widgetProblems(dialog).join(u'\n'), QString());
}

TRESTLE_UI_TEST(TestOutsideView)
#include "tst_outside_view.moc"
