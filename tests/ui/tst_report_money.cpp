#include "models/decisions/comparison.h"
#include "models/decisions/risk_worth.h"
#include "models/money/price.h"
#include "models/money/use_of_funds.h"
#include "models/risk/layers.h"
#include "models/risk/promises.h"
#include "models/rounding.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/large_plan.h"
#include "tests/ui/support/pdf.h"
#include "ui/base/format.h"
#include "ui/report/exports.h"
#include "ui/report/sheets/source_words.h"
#include "ui/report/sheets/text_pieces.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace trestle;
using namespace std::chrono_literals;
using trestle::testing::PdfPage;
using trestle::testing::poppler;

namespace {

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

/// A simulated plan for a reader, with the parts that are asked for.
ExportSource sourceOf(ProjectDocument document, Audience audience, std::vector<ReportPart> parts,
                      const std::function<void(Inputs&)>& change = {}, std::uint32_t runs = 2000)
{
    if (change)
        change(document.project.base);
    auto plan = makePlan(document.catalogue.catalogue, document.project.base);
    if (!plan)
        qFatal("no plan: %s at %s", plan.error().what.c_str(), plan.error().where.c_str());
    SimulationOptions options;
    options.runs = runs;
    options.price = true;
    options.layers = true;
    auto risk = simulate(*plan, options);
    if (!risk)
        qFatal("no simulation: %s", risk.error().what.c_str());
    ExportSource source;
    source.document = std::move(document);
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    source.risk = std::make_shared<const Risk>(std::move(*risk));
    source.stamp = {{}, std::chrono::sys_days{2026y / 11 / 22} + 10h + 30min, "7f3a9c21"};
    source.audience = audience;
    source.look.parts = std::move(parts);
    return source;
}

/// Beside the base a scenario that starts later and one with another team.
ExportSource withScenarios(Audience audience)
{
    ProjectDocument document = testing::sampleProject();
    Scenario later;
    later.name = "Start in February";
    later.start = parseDate("2027-02-01");
    Scenario full;
    full.name = "Both engineers full-time";
    full.team = document.project.base.team;
    full.team->back().allocation = 1;
    document.project.scenarios = {later, full};
    ExportSource source = sourceOf(document, audience, {ReportPart::scenarios});
    source.scenarios.push_back({{}, source.plan, source.risk});
    for (const Scenario& scenario : document.project.scenarios) {
        const Plan plan =
            makePlan(document.catalogue.catalogue, applyScenario(document.project.base, scenario)).value();
        SimulationOptions options;
        options.runs = 2000;
        source.scenarios.push_back({scenario.name, std::make_shared<const Plan>(plan),
                                    std::make_shared<const Risk>(simulate(plan, options).value())});
    }
    return source;
}

QString textOf(const QByteArray& pdf)
{
    return poppler("pdftotext", {"-layout"}, pdf, {"-"});
}

int pagesOf(const QByteArray& pdf)
{
    return static_cast<int>(testing::pdfPages(pdf).size());
}

/// Words of a page from one place to another across it, line by line; words of a line stand within a few points.
std::vector<QStringList> linesOf(const PdfPage& page, double from, double to)
{
    QMap<int, QStringList> lines; // by where they stand
    for (const testing::PdfWord& word : page.words)
        if (word.box.left() >= from * page.size.width() && word.box.right() <= to * page.size.width() + 1) {
            const int y = qRound(word.box.center().y());
            const QList<int> known = lines.keys();
            const auto near = std::ranges::find_if(known, [&](int line) { return std::abs(line - y) <= 2; });
            lines[near == known.end() ? y : *near] << plain(word.text);
        }
    return {lines.cbegin(), lines.cend()};
}

qint64 amountOf(const QString& text)
{
    bool isAmount = false;
    const qint64 amount = QString(text).remove(u',').toLongLong(&isAmount);
    return isAmount ? amount : -1;
}

} // namespace

/// The report's pages on money, risk, scenarios and sources.
class TestReportMoney : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void monthsAndMilestonesMeetTheHeadline_data();
    void monthsAndMilestonesMeetTheHeadline();
    void tranchesMeetTheHeadline();
    void onlyTheMakerSeesLowAndHigh();
    void aPlanOfManyPhasesShowsEveryOne();
    void whatIsSpentIsToldWithGst();
    void riskTellsTheEstimatesAlone();
    void riskTellsEventsAndResponses();
    void scenariosAreThoseOfTheComparison();
    void withoutScenariosNothingIsCompared();
    void sourcesOfManyItemsStayCompact();
    void aPhaseOfManyItemsGoesOverPages();
    void sourcesSayEachFactOnce();
    void itemsOfferedApartAreNotLeftOut();
    void anInvestorReadsNoRate();
    void aClientReadsPriceAndPaymentsAlone();
    void partsShareTheirPages();
    void nothingIsCut();
};

void TestReportMoney::monthsAndMilestonesMeetTheHeadline_data()
{
    QTest::addColumn<Audience>("audience");
    QTest::addColumn<int>("confidence");
    for (const int confidence : {50, 80, 90}) {
        QTest::addRow("investor, %d", confidence) << Audience::investor << confidence;
        QTest::addRow("internal, %d", confidence) << Audience::internal << confidence;
    }
}

void TestReportMoney::monthsAndMilestonesMeetTheHeadline()
{
    QFETCH(Audience, audience);
    QFETCH(int, confidence);
    const ExportSource source = sourceOf(testing::sampleProject(), audience, {ReportPart::money},
                                         [&](Inputs& inputs) { inputs.confidence = confidence; });
    const qint64 promise = promised(headlineOf(*source.plan, *source.risk, confidence).total).cents / 100;
    const PdfPage page = testing::pdfPages(reportPdf(source)).front();

    // The table at the right: title, date, likely, sure; the sum last.
    qint64 likely = 0;
    qint64 sure = 0;
    bool isSummed = false;
    for (const QStringList& line : linesOf(page, 0.5, 1)) {
        const qint64 last = line.size() < 2 ? -1 : amountOf(line.last());
        const qint64 before = line.size() < 2 ? -1 : amountOf(line[line.size() - 2]);
        if (last < 0 || before < 0 || line.first() == QStringLiteral("0"))
            continue;
        if (line.first() == QStringLiteral("AUD")) {
            QCOMPARE(before, likely);
            QCOMPARE(last, sure);
            isSummed = true;
            break;
        }
        likely += before;
        sure += last;
    }
    QVERIFY(isSummed);
    QCOMPARE(sure, promise);
    QCOMPARE(likely, source.plan->shown.total.likely.cents / 100);

    // The bars at the left have their figures above them: "30.1 k".
    double months = 0;
    bool isThousand = false;
    static const QRegularExpression figure(QStringLiteral("^\\d+\\.?\\d*$"));
    for (const QStringList& line : linesOf(page, 0, 0.52)) {
        if (line.size() < 2 || !line.contains(QStringLiteral("k")))
            continue;
        for (qsizetype i = 0; i + 1 < line.size(); ++i)
            if (line[i + 1] == u"k" && figure.match(line[i]).hasMatch() && line[i].contains(u'.'))
                months += line[i].toDouble() * 1000;
        isThousand = true;
    }
    QVERIFY(isThousand);
    // A figure of whole thousands reads like one of the axis, and a small one has no unit.
    const UseOfFunds funds = useOfFunds(*source.plan, *source.risk, confidence, source.plan->inputs.gst, {}).value();
    Money shown;
    for (const FundsMonth& month : funds.months)
        if (month.shown.cents % 100'000 != 0 && month.shown > Money::dollars(1000))
            shown += month.shown;
    QCOMPARE(std::llround(months), shown.cents / 100);
    QVERIFY(
        textOf(reportPdf(source))
            .contains(plain(format::shownMoney(promised(headlineOf(*source.plan, *source.risk, confidence).total)))));
}

void TestReportMoney::tranchesMeetTheHeadline()
{
    const ExportSource source =
        sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::money}, [](Inputs& inputs) {
            inputs.cash.opening = Money::dollars(60'000);
            inputs.cash.once = {{"Seed, second part", Money::dollars(90'000), parseDate("2027-03-12").value()},
                                {"Grant", Money::dollars(40'000), parseDate("2027-05-14").value()}};
        });
    const QString text = textOf(reportPdf(source));
    QVERIFY(text.contains(QStringLiteral("By tranche")));
    const Money promise = promised(headlineOf(*source.plan, *source.risk, 80).total);
    static const QRegularExpression row(
        QStringLiteral("(In the bank at the start|Seed, second part|Grant|AUD ex GST) .* ([\\d,]+) +([\\d,]+)\\n"));
    qint64 in = 0;
    qint64 spent = 0;
    int rows = 0;
    for (auto match = row.globalMatch(text.mid(text.indexOf(QStringLiteral("By tranche")))); match.hasNext(); ++rows) {
        const auto found = match.next();
        if (found.captured(1) == u"AUD ex GST") {
            QCOMPARE(amountOf(found.captured(2)), in);
            QCOMPARE(amountOf(found.captured(3)), spent);
            break;
        }
        in += amountOf(found.captured(2));
        spent += amountOf(found.captured(3));
    }
    QCOMPARE(rows, 3);
    QCOMPARE(in, 190'000);
    QCOMPARE(spent, promise.cents / 100);
}

void TestReportMoney::onlyTheMakerSeesLowAndHigh()
{
    const auto text = [](Audience audience) {
        return textOf(reportPdf(sourceOf(testing::sampleProject(), audience, {ReportPart::money})));
    };
    const QString own = text(Audience::internal);
    for (const char* expected : {"What it costs", "157,800", "114,050", "220,550", "AUD 100 – 500 a month"})
        QVERIFY2(own.contains(QString::fromUtf8(expected)), expected);
    QVERIFY(!text(Audience::investor).contains(QStringLiteral("What it costs")));
}

void TestReportMoney::aPlanOfManyPhasesShowsEveryOne()
{
    const ExportSource source = sourceOf(testing::largeProject(5, 1), Audience::investor, {ReportPart::money});
    const QByteArray pdf = reportPdf(source);
    QVERIFY(pagesOf(pdf) <= 2);
    const QString text = textOf(pdf);
    const auto sums = text.count(QStringLiteral("AUD ex GST"));
    QCOMPARE(sums, qsizetype{1});
    qint64 sure = 0;
    qint64 sum = 0;
    static const QRegularExpression row(QStringLiteral("^.* ([\\d,]+) +([\\d,]+)$"));
    for (const QString& line : text.split(u'\n'))
        if (const auto match = row.match(line.trimmed()); match.hasMatch() && line.contains(u',')) {
            if (line.contains(QStringLiteral("AUD ex GST")))
                sum = amountOf(match.captured(2));
            else
                sure += amountOf(match.captured(2));
        }
    QCOMPARE(sum, promised(headlineOf(*source.plan, *source.risk, 80).total).cents / 100);
    QCOMPARE(sure, sum);
}

void TestReportMoney::whatIsSpentIsToldWithGst()
{
    ExportSource source = sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::money});
    source.look.withGst = true;
    const QString text = textOf(reportPdf(source)).simplified();
    QVERIFY(text.contains(QStringLiteral("AUD incl. GST")));
    QVERIFY(text.contains(plain(format::shownMoney(promisedPrice(*source.plan, *source.risk, 80)))));
    QVERIFY(text.contains(QStringLiteral("GST of 10 % is in it.")));
}

void TestReportMoney::riskTellsTheEstimatesAlone()
{
    const ExportSource source = sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::risk},
                                         [](Inputs& inputs) { inputs.outsideView = {"usual", 0.05, 0.3}; });
    const QString text = textOf(reportPdf(source)).simplified();
    for (const char* expected : {"When it is done", "What moves the finish", "What it costs", "On time and in budget",
                                 "estimates alone", "like other projects", "2,000 simulated plans, seed 1"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    const Date alone = source.plan->calendar.lastDate(0, source.risk->layers.front().finishAt(0.8));
    QVERIFY(text.contains(plain(format::dayMonth(alone))));
    QVERIFY(text.contains(plain(format::mediumDate(headlineOf(*source.plan, *source.risk, 80).finishDate))));
    QVERIFY(!text.contains(QStringLiteral("Set a ")));
}

void TestReportMoney::riskTellsEventsAndResponses()
{
    const auto change = [](Inputs& inputs) {
        RiskEvent event;
        event.id = "hole";
        event.title = "A hole is found";
        event.p = 0.35;
        event.phase = "security";
        event.effort = {1, 2, 5};
        event.owner = "Mia Chen";
        event.status = RiskStatus::responded;
        event.response = RiskResponse{Money::dollars(3000), 0.1, {}, {}, {}, "An early review"};
        addRisk(inputs.risks, event);
    };
    const ExportSource source = sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::risk}, change);
    QuestionOptions options;
    options.runs = 500;
    const RegisterWorth worth = registerWorth(*source.plan, options).value();
    const QString text = textOf(reportPdf(source, nullptr, &worth)).simplified();
    for (const char* expected :
         {"What may happen", "A hole is found", "35 %", "1 to 5 weeks", "An early review", "Mia Chen", "Adds at"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    const QString without =
        textOf(reportPdf(sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::risk})));
    QVERIFY(!without.contains(QStringLiteral("What may happen")));
}

void TestReportMoney::scenariosAreThoseOfTheComparison()
{
    const ExportSource source = withScenarios(Audience::investor);
    std::vector<Plan> plans;
    for (const ScenarioOutcome& outcome : source.scenarios)
        plans.push_back(*outcome.plan);
    QuestionOptions options;
    options.runs = 2000;
    const std::vector<ComparedPlan> compared = comparePlans(plans, options).value();
    const QString text = textOf(reportPdf(source));
    const QStringList names{QStringLiteral("Base plan"), QStringLiteral("Start in February"),
                            QStringLiteral("Both engineers full-time")};
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const ComparedPlan& of = compared[i];
        const QString row =
            QStringLiteral("%1 +%2 +%3 +%4 +%5 +%6")
                .arg(names[static_cast<qsizetype>(i)], format::mediumDate(of.sure.finishDate),
                     format::promiseAmount(of.sure.total), format::mediumDate(of.likely.finishDate),
                     format::shownAmount(of.plan.shown.total.likely), format::chance(*of.chances.ofTarget()));
        QVERIFY2(text.contains(QRegularExpression(plain(row))), qPrintable(plain(row) + u'\n' + text));
    }
    QVERIFY(text.contains(QStringLiteral("weeks later")));
    QVERIFY(text.contains(QStringLiteral("weeks sooner")));
    QVERIFY(!text.contains(QStringLiteral("instead of")));
    QVERIFY(textOf(reportPdf(withScenarios(Audience::internal))).contains(QStringLiteral("instead of")));
}

void TestReportMoney::withoutScenariosNothingIsCompared()
{
    const QByteArray pdf =
        reportPdf(sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::scenarios, ReportPart::sources}));
    QVERIFY(!textOf(pdf).contains(QStringLiteral("Side by side")));
    QVERIFY(textOf(pdf).contains(QStringLiteral("Sources")));
}

void TestReportMoney::sourcesOfManyItemsStayCompact()
{
    const ExportSource source = sourceOf(testing::largeProject(2, 7), Audience::investor, {ReportPart::sources});
    QVERIFY(source.plan->items.size() > 500);
    const QByteArray pdf = reportPdf(source);
    QVERIFY2(pagesOf(pdf) <= 5, qPrintable(QString::number(pagesOf(pdf))));
    qsizetype items = 0;
    for (const PdfPage& page : testing::pdfPages(pdf))
        items += std::ranges::count(page.words, QStringLiteral("Rate"), &testing::PdfWord::text);
    QCOMPARE(items, qsizetype{14}); // "Rate limits on the API", in seven parts, twice
}

void TestReportMoney::aPhaseOfManyItemsGoesOverPages()
{
    QVERIFY(inPieces({}, QStringLiteral("; ")).isEmpty());
    QCOMPARE(inPieces({"abc", "de", "fghijkl", "m"}, QStringLiteral("; "), 7),
             (QStringList{"abc; de", "fghijkl", "m"}));
    ProjectDocument document = testing::largeProject(1, 60);
    const ExportSource source = sourceOf(
        document, Audience::internal, {ReportPart::sources},
        [&](Inputs& inputs) {
            const Phase& phase = document.catalogue.catalogue->phases.front();
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::excluded;
        },
        100);
    const std::vector<PdfPage> pages = testing::pdfPages(reportPdf(source));
    qsizetype words = 0;
    for (const PdfPage& page : pages)
        for (const testing::PdfWord& word : page.words) {
            QVERIFY2(word.box.bottom() <= page.size.height() - 15, qPrintable(word.text));
            words += word.text == QStringLiteral("Rate") ? 1 : 0; // "Rate limits on the API"
        }
    QCOMPARE(words, qsizetype{60});
}

void TestReportMoney::sourcesSayEachFactOnce()
{
    const ExportSource source =
        sourceOf(testing::sampleProject(), Audience::internal, {ReportPart::sources},
                 [](Inputs& inputs) { inputs.estimates["database"] = {{2, 4, 9}, {}, "our own count"}; });
    const QString text = textOf(reportPdf(source)).simplified();
    for (const char* once : {"engineers", "a person-week", "Security review 4 – 8", "people on an item", "a month",
                             "run late|runs late", "how projects vary as a whole", "a prototype is 20",
                             "a timeline of|A timeline of", "what waits for what|What waits for what"}) {
        const auto found = text.count(QRegularExpression(QString::fromUtf8(once)));
        QVERIFY2(found == 1,
                 qPrintable(QStringLiteral("%1: %2 times\n%3").arg(QLatin1String(once)).arg(found).arg(text)));
    }
    for (const char* expected : {"stated", "derived", "assumed", "yours", "Database 2 – 9, likely 4 (our own count)",
                                 "In place", "To build", "Source of what is stated"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), qPrintable(QLatin1String(expected) + u'\n' + text));
    QVERIFY(!text.contains(QStringLiteral("in the catalogue")));
}

void TestReportMoney::itemsOfferedApartAreNotLeftOut()
{
    const ExportSource source =
        sourceOf(testing::sampleProject(), Audience::internal, {ReportPart::sources}, [](Inputs& inputs) {
            inputs.scopes["traces"] = ItemScope::phase2;
            inputs.scopes["alerts"] = ItemScope::option;
            inputs.items["dashboards"].progress.state = ItemState::excluded;
        });
    const ItemShares shares = itemShares(*source.plan);
    const auto title = [&](const char* id) {
        const ItemPlan* item = source.plan->findItem(id);
        return item ? format::text(item->title) : QStringLiteral("no such item");
    };
    QCOMPARE(shares.phase2, QStringList{title("traces")});
    QCOMPARE(shares.options, QStringList{title("alerts")});
    QCOMPARE(shares.notNeeded, QStringList{title("dashboards")});
    const QString text = textOf(reportPdf(source)).simplified();
    for (const char* expected : {"1 item not needed", "2 items offered apart, in no total",
                                 "Phase 2, in no total:", "Options, in no total:", "Not needed:"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
}

void TestReportMoney::anInvestorReadsNoRate()
{
    const auto change = [](Inputs& inputs) { inputs.team.front().weeklyRate = Money{543'217}; };
    const auto text = [&](Audience audience) {
        const ExportSource source =
            sourceOf(testing::sampleProject(), audience,
                     {ReportPart::money, ReportPart::risk, ReportPart::scenarios, ReportPart::sources}, change);
        return textOf(reportPdf(source)).simplified();
    };
    QVERIFY(text(Audience::internal).contains(QStringLiteral("a week, the team's rates")));
    const QString told = text(Audience::investor);
    for (const char* hidden : {"5,432", "a week", "rates", "margin"})
        QVERIFY2(!told.contains(QString::fromUtf8(hidden)), hidden);
}

void TestReportMoney::aClientReadsPriceAndPaymentsAlone()
{
    const ExportSource source =
        sourceOf(testing::sampleProject(), Audience::client,
                 {ReportPart::money, ReportPart::risk, ReportPart::scenarios, ReportPart::changes, ReportPart::sources},
                 [](Inputs& inputs) {
                     for (Person& person : inputs.team)
                         person.billRate = Money::dollars(7000);
                     inputs.price.payments = {{30, PaymentWhen::signing, {}},
                                              {30, PaymentWhen::phaseFinished, "testing"},
                                              {40, PaymentWhen::launch, {}}};
                 });
    const QByteArray pdf = reportPdf(source);
    QCOMPARE(pagesOf(pdf), 1);
    const QString text = textOf(pdf);
    const PriceFigures figures = priceFigures(*source.plan, *source.risk, 80);
    const Money price = figures.fixed.price;
    QVERIFY(text.contains(plain(format::exactAmount(price + gst(price)))));
    static const QRegularExpression row(
        QStringLiteral(" (\\d[\\d,]*\\.\\d\\d) +([\\d,]+\\.\\d\\d) +([\\d,]+\\.\\d\\d)\\n"));
    double exGst = 0;
    double incGst = 0;
    int rows = 0;
    for (auto match = row.globalMatch(text); match.hasNext(); ++rows) {
        const auto found = match.next();
        const auto read = [&](int i) { return found.captured(i).remove(u',').toDouble(); };
        if (rows == 3) {
            QVERIFY(std::abs(read(1) - exGst) < 0.001 && std::abs(read(3) - incGst) < 0.001);
            QCOMPARE(Money::rounded(read(1)), price);
        }
        exGst += read(1);
        incGst += read(3);
    }
    QCOMPARE(rows, 4);
    for (const char* hidden : {"cost", "margin", "likely", "sure", "chance", "simulated", "risk", "seed", "tranche",
                               "contingency", "7,000", "stated", "assumed"})
        QVERIFY2(!text.contains(QString::fromUtf8(hidden), Qt::CaseInsensitive), hidden);
}

void TestReportMoney::partsShareTheirPages()
{
    const auto pages = [](std::vector<ReportPart> parts) {
        return pagesOf(reportPdf(sourceOf(testing::sampleProject(), Audience::investor, std::move(parts))));
    };
    const QByteArray both =
        reportPdf(sourceOf(testing::sampleProject(), Audience::investor, {ReportPart::money, ReportPart::risk}));
    QVERIFY(textOf(both).contains(QStringLiteral("Money and risk")));
    QVERIFY(pagesOf(both) <= 2);
    QVERIFY(pages({ReportPart::scenarios, ReportPart::sources}) <= 1);
}

void TestReportMoney::nothingIsCut()
{
    const QString name = QStringLiteral("An unusually long name that somebody in a large organisation has decided on, "
                                        "with every department that has a say in it");
    ProjectDocument document = testing::sampleProject();
    auto catalogue = std::make_shared<Catalogue>(*document.catalogue.catalogue);
    for (Phase& phase : catalogue->phases)
        phase.title = phase.shortTitle = phase.shortTitle + " " + name.toStdString();
    document.catalogue.catalogue = catalogue;
    ExportSource source = sourceOf(
        document, Audience::internal, {ReportPart::money, ReportPart::risk, ReportPart::scenarios, ReportPart::sources},
        [&](Inputs& inputs) {
            inputs.cash.opening = Money::dollars(60'000);
            inputs.cash.once = {{name.toStdString(), Money::dollars(90'000), parseDate("2027-03-12").value()}};
            RiskEvent event;
            event.id = "hole";
            event.title = event.owner = name.toStdString();
            event.p = 0.35;
            event.phase = "security";
            event.effort = {1, 2, 5};
            addRisk(inputs.risks, event);
        });
    for (const PaperSize paper : {PaperSize::a4, PaperSize::a3, PaperSize::letter}) {
        source.look.paper = paper;
        const QByteArray pdf = reportPdf(source);
        QCOMPARE(testing::pdfFault(pdf, 35), QString()); // a point less than the margin, for rounding
        qsizetype begun = 0;
        qsizetype ended = 0;
        for (const PdfPage& page : testing::pdfPages(pdf))
            for (const testing::PdfWord& word : page.words) {
                begun += word.text == QStringLiteral("unusually") ? 1 : 0;
                ended += word.text.startsWith(QStringLiteral("department")) ? 1 : 0;
            }
        // By milestone, what moves it, in the register twice, the tranche, the sources.
        QVERIFY2(begun >= 20, qPrintable(QString::number(begun)));
        QCOMPARE(ended, begun);
    }
}

TRESTLE_UI_TEST(TestReportMoney)
#include "tst_report_money.moc"
