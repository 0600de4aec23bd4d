#include "data/file_io.h"
#include "models/decisions/estimate.h"
#include "models/decisions/risk_worth.h"
#include "models/risk/promises.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "tests/ui/support/report_source.h"
#include "ui/base/format.h"
#include "ui/pages/cost_grid.h"
#include "ui/report/changes_menu.h"
#include "ui/report/plan_exporter.h"
#include "ui/report/plan_pictures.h"
#include "ui/report/sheets/report_words.h"

#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <algorithm>

using namespace trestle;
using namespace std::chrono_literals;
using trestle::testing::poppler;
using trestle::testing::reportPdf;

Q_DECLARE_METATYPE(std::function<trestle::Plan()>)

namespace {

using MakePlan = std::function<Plan()>;

const ExportStamp kStamp{{}, std::chrono::sys_days{2026y / 11 / 22} + 10h + 30min, "7f3a9c21"};

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

Plan planOf(const ProjectDocument& project, const std::function<void(Catalogue&, Inputs&)>& change)
{
    auto catalogue = std::make_shared<Catalogue>(*project.catalogue.catalogue);
    Inputs inputs = project.project.base;
    change(*catalogue, inputs);
    Result<Plan> plan = makePlan(catalogue, inputs);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    return std::move(*plan);
}

Risk riskOf(const Plan& plan, std::uint32_t runs = 500)
{
    SimulationOptions options;
    options.runs = runs;
    options.drivingRuns = 100;
    Result<Risk> risk = simulate(plan, options);
    if (!risk)
        qFatal("no simulation: %s", risk.error().what.c_str());
    return std::move(*risk);
}

Plan samplePlan()
{
    return planOf(testing::sampleProject(), [](Catalogue&, Inputs&) {});
}

/// A plan with as many phases as wanted, each a copy of one that exists; no links.
Plan planWithPhases(std::size_t count)
{
    return planOf(testing::emptyProject(), [count](Catalogue& catalogue, Inputs&) {
        std::vector<Phase> phases;
        for (std::size_t p = 0; p < count; ++p) {
            Phase phase = catalogue.phases[p % catalogue.phases.size()];
            const std::string number = std::to_string(p + 1);
            phase.id = "phase-" + number;
            phase.title = phase.shortTitle = "Phase number " + number;
            phase.addOns.clear();
            for (Item& item : phase.items)
                item.id += "-" + number;
            phases.push_back(std::move(phase));
        }
        catalogue.phases = std::move(phases);
        catalogue.links.clear();
    });
}

Plan finishedPlan()
{
    return planOf(testing::emptyProject(), [](Catalogue& catalogue, Inputs& inputs) {
        for (const Phase& phase : catalogue.phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::done;
    });
}

Plan longNames()
{
    return planOf(testing::sampleProject(), [](Catalogue& catalogue, Inputs& inputs) {
        const std::string name = "An unusually long name that somebody in a large organisation has decided on, with "
                                 "every department that has a say in it";
        inputs.name = inputs.client = name;
        for (Phase& phase : catalogue.phases)
            phase.title = phase.shortTitle = phase.title + " " + name;
        inputs.profile.validated = false;
        inputs.profile.scale = "1m";
    });
}

Plan twoYears()
{
    return planOf(testing::emptyProject(),
                  [](Catalogue&, Inputs& inputs) { inputs.team = {{"Ana", 0.3, Money::dollars(1234), {}, {}, {}}}; });
}

/// Poppler tells narrow gaps, as in "1 / 6", or not.
QString unspaced(QString text)
{
    return text.remove(u' ');
}

QString pdfText(const QByteArray& pdf)
{
    return poppler("pdftotext", {"-layout"}, pdf, {"-"});
}

int pageCount(const QByteArray& pdf)
{
    const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    return pages.match(poppler("pdfinfo", {}, pdf)).captured(1).toInt();
}

/// All text of an SVG, one piece a line.
QString svgText(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
            text += plain(reader.readElementText()).trimmed() + u'\n';
    return reader.hasError() ? QString() : text;
}

const ExportFormat& formatCalled(std::string_view ending)
{
    static const std::vector<ExportFormat> formats = exportFormats(drawnWriters());
    return *formatOf(formats, ending);
}

int colours(const QImage& image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            seen << image.pixel(x, y);
    return static_cast<int>(seen.size());
}

} // namespace

class TestReport : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void wordsOfTheSample();
    void tilesFollowTheTarget_data();
    void tilesFollowTheTarget();
    void costLinesAddUp();
    void aPriceIsTheCostPages_data();
    void aPriceIsTheCostPages();
    void summaryOfTheSampleFitsOnePage();
    void ownFiguresAreTold();
    void oddsAreTold();
    void risksAreListed();
    void pdfSaysWhatThePlanSays();
    void pdfEmbedsItsFonts();
    void pdfTypeIsLegible();
    void oddPlansGiveWholeReports_data();
    void oddPlansGiveWholeReports();
    void signsAreFoundInThePdf_data();
    void signsAreFoundInThePdf();
    void svgIsSoundAndComplete();
    void svgHoldsAnyName();
    void pngIsTwiceTheSize();
    void exporterWritesOffTheThread_data();
    void exporterWritesOffTheThread();
    void aReportTellsWhatChangedSinceAVersion();
    void aVersionThatIsGoneIsTold();
    void aPlanThatClosesFreesTheExporter();
    void namedVersionsAreOffered();
    void exporterGivesUpWhenAsked();
    void exporterTellsWhatWentWrong();
    void menuAsksForAPath();
};

void TestReport::wordsOfTheSample()
{
    const Plan plan = samplePlan();
    const Risk risk = riskOf(plan, 10'000);
    const ReportWords words = reportWords(plan, risk, kStamp);
    const Headline promise = headlineOf(plan, risk, 80);
    QCOMPARE(plain(words.headline.join(u' ')),
             plain(QStringLiteral("Ready for production by %1, for %2")
                       .arg(format::date(promise.finishDate), format::promise(promise.total))));
    QCOMPARE(plain(words.qualifier), QStringLiteral("80 % sure"));
    // The golden case of the design: week 23.05 ± 0.25 is 14 June at its middle.
    QVERIFY(promise.finishDate >= parseDate("2027-06-11").value() &&
            promise.finishDate <= parseDate("2027-06-16").value());
    const QString chance = QString::number(std::lround(chanceOfLikely(plan, risk).both.share * 100));
    QVERIFY(plain(words.summary)
                .startsWith(QStringLiteral("Ledgerly works as a prototype and has 30 % of what production needs;")));
    QVERIFY(plain(words.summary)
                .endsWith(QStringLiteral("Amounts are ex GST, for labour and running costs until the finish.")));
    QVERIFY(plain(words.summary)
                .contains(QStringLiteral("a team of 2 (1.5 full-time equivalents) starts on 4 January 2027")));
    QCOMPARE(words.tiles.size(), std::size_t{4});
    QCOMPARE(plain(words.tiles[0].caption), QStringLiteral("Likely"));
    QCOMPARE(plain(words.tiles[0].detail), QStringLiteral("%1 % chance").arg(chance));
    QCOMPARE(plain(words.tiles[1].caption), QStringLiteral("90 % sure"));
    QCOMPARE(plain(words.tiles[1].detail), QStringLiteral("18 of 20 are done by then"));
    QCOMPARE(words.tiles[3].caption, QStringLiteral("On time and in budget"));
    QCOMPARE(plain(words.tiles[3].detail), QStringLiteral("by 25 Jun, AUD 180,000"));
    QCOMPARE(plain(words.footer),
             QStringLiteral("Base plan · catalogue prototype-to-production 2 · seed 1 · 10,000 runs · plan 7f3a9c21 · "
                            "made 22 November 2026, 10:30 UTC"));
    QCOMPARE(words.basis.size(), std::size_t{4});
    QVERIFY(words.basis[0].text.startsWith(QStringLiteral("effort ranges of 5 phases; the timeline of 24 weeks")));
    QVERIFY(words.basis[2].text.startsWith(QStringLiteral("that phases run late together (often)")));
    const Plan done = finishedPlan();
    QCOMPARE(reportWords(done, riskOf(done), kStamp).headline.first(), QStringLiteral("Ready for production"));
}

void TestReport::tilesFollowTheTarget_data()
{
    QTest::addColumn<bool>("date");
    QTest::addColumn<bool>("budget");
    QTest::addColumn<int>("confidence");
    QTest::addColumn<QString>("caption");
    QTest::newRow("both") << true << true << 80 << "On time and in budget";
    QTest::newRow("date alone") << true << false << 90 << "On time";
    QTest::newRow("budget alone") << false << true << 50 << "In budget";
    QTest::newRow("neither") << false << false << 80 << "Readiness";
}

void TestReport::tilesFollowTheTarget()
{
    QFETCH(bool, date);
    QFETCH(bool, budget);
    QFETCH(int, confidence);
    const Plan plan = planOf(testing::sampleProject(), [&](Catalogue&, Inputs& inputs) {
        inputs.confidence = confidence;
        if (!date)
            inputs.targetDate.reset();
        if (!budget)
            inputs.budget.reset();
    });
    const ReportWords words = reportWords(plan, riskOf(plan), kStamp);
    QTEST(words.tiles[3].caption, "caption");
    QCOMPARE(plain(words.tiles[1].caption), QStringLiteral("%1 % sure").arg(confidence == 90 ? 80 : 90));
    QCOMPARE(plain(words.qualifier), QStringLiteral("%1 % sure").arg(confidence));
}

void TestReport::costLinesAddUp()
{
    Plan plan = planOf(testing::sampleProject(), [](Catalogue&, Inputs& inputs) {
        inputs.team[0].weeklyRate = Money{477'713};
        inputs.monthsAfterLaunch = 3;
    });
    const ReportWords words = reportWords(plan, riskOf(plan), kStamp);
    const auto read = [](const QString& text) { return QString(text).remove(u',').toLongLong(); };
    qint64 sum = 0;
    qint64 sums = 0;
    int share = 0;
    for (const ReportCostLine& line : words.costs)
        if (!line.sum) {
            sum += read(line.likely);
            share += QString(line.share).chopped(2).toInt();
        } else if (sums == 0) {
            sums = read(line.likely);
            QCOMPARE(sums, sum); // engineering: the phases above it
        }
    QCOMPARE(sum, read(words.costs.back().likely));
    QCOMPARE(share, 100);
    QVERIFY(std::abs(static_cast<double>(sum) - plan.total.likely.inDollars()) <= 1.0);
}

void TestReport::aPriceIsTheCostPages_data()
{
    QTest::addColumn<qint64>("rate"); // cents
    QTest::addColumn<int>("confidence");
    // Likely totals whose GST ends in all kinds of cents, half a dollar among them.
    for (const qint64 rate : {477'713, 500'000, 512'345, 633'300, 5'000})
        for (const int confidence : {50, 80, 90})
            QTest::addRow("%lld at %d", static_cast<long long>(rate), confidence) << rate << confidence;
}

void TestReport::aPriceIsTheCostPages()
{
    QFETCH(qint64, rate);
    QFETCH(int, confidence);
    const auto planWith = [&](GstBasis gst) {
        return planOf(testing::sampleProject(), [&](Catalogue&, Inputs& inputs) {
            inputs.team[0].weeklyRate = Money{rate};
            inputs.confidence = confidence;
            inputs.monthsAfterLaunch = 2;
            inputs.gst = gst;
        });
    };
    const Plan plan = planWith(GstBasis::price);
    const Risk risk = riskOf(plan);
    const ReportWords words = reportWords(plan, risk, kStamp);
    const CostGrid page = costGridByPhase(plan, GstBasis::price, &risk);
    const auto onPage = [&](const QString& title) {
        const auto row = std::ranges::find(page.rows, title, [](const CostRow& of) { return plain(of.title); });
        return row == page.rows.end() || !row->amounts[1] ? QStringLiteral("not there")
                                                          : plain(format::amount(*row->amounts[1]));
    };
    const QString likely = onPage(QStringLiteral("Total inc GST"));
    const QString sure = onPage(QStringLiteral("%1 % sure, inc GST").arg(confidence));
    QCOMPARE(plain(words.headline[1]), QStringLiteral("for AUD %1 incl. GST").arg(sure));
    QVERIFY(plain(words.tiles[0].value).endsWith(likely));
    QVERIFY2(plain(words.summary).contains(QStringLiteral("Amounts are with GST of 10 %")), qPrintable(words.summary));
    QCOMPARE(plain(words.costs.back().title), QStringLiteral("Total, AUD incl. GST"));
    QCOMPARE(plain(words.costs.back().likely), likely);
    QVERIFY(plain(words.costNote).endsWith(QStringLiteral("GST of 10 % is in it.")));
    const auto read = [](const QString& text) { return QString(text).remove(u',').toLongLong(); };
    qint64 sum = 0;
    for (const ReportCostLine& line : words.costs)
        sum += line.sum ? 0 : read(line.likely);
    QCOMPARE(sum, read(likely));
    const QString paper = pdfText(reportPdf(plan, risk, kStamp));
    QVERIFY(paper.contains(QStringLiteral("incl. GST")));
    QVERIFY2(paper.contains(QStringLiteral("AUD %1 at %2 % sure").arg(sure).arg(confidence)), qPrintable(paper));

    const Plan own = planWith(GstBasis::purchases);
    const ReportWords ex = reportWords(own, risk, kStamp);
    QCOMPARE(plain(ex.headline[1]),
             plain(QStringLiteral("for %1").arg(format::promise(headlineOf(own, risk, confidence).total))));
    QCOMPARE(plain(ex.costs.back().title), QStringLiteral("Total, AUD ex GST"));
    QVERIFY(plain(ex.costNote).endsWith(QStringLiteral("GST is not in it.")));
}

void TestReport::summaryOfTheSampleFitsOnePage()
{
    const Plan plan = samplePlan();
    const QByteArray pdf = reportPdf(plan, riskOf(plan), kStamp);
    const QString first = poppler("pdftotext", {"-layout", "-l", "1"}, pdf, {"-"});
    QVERIFY(first.contains(QStringLiteral("What this rests on")));
    const QString rest = poppler("pdftotext", {"-layout", "-f", "2"}, pdf, {"-"});
    QVERIFY(rest.contains(QStringLiteral("The plan, item by item")));
    for (const ItemPlan& item : plan.items)
        QVERIFY2(rest.contains(format::text(item.title).left(20)), item.title.c_str());
    for (const char* title :
         {"Money and risk", "What moves the finish", "On time and in budget", "Where every figure comes from"})
        QVERIFY2(rest.contains(QLatin1String(title)), title);
}

void TestReport::ownFiguresAreTold()
{
    const Plan plan = planOf(testing::sampleProject(), [](Catalogue&, Inputs& inputs) { inputs.correlation = 0.8; });
    const QString text = pdfText(reportPdf(plan, riskOf(plan), kStamp));
    static const QRegularExpression own(QStringLiteral("that phases run late together \\W*0\\.8"));
    QVERIFY(text.contains(own));
    QVERIFY(text.contains(QStringLiteral("in place of the catalogue's “often”")));
}

void TestReport::oddsAreTold()
{
    const Plan plan = samplePlan();
    const Risk risk = riskOf(plan);
    const ReportWords words = reportWords(plan, risk, kStamp);
    const std::size_t kept = countableOdds(risk, plan.inputs.confidence).kept;
    QCOMPARE(words.oddsTitle, QStringLiteral("%1 of 20 projects like this are done by then").arg(kept));
    QVERIFY(words.odds.startsWith(QStringLiteral("Each dot is one of 20 ways it can go, out of 500 simulated plans")));
    const QString first = poppler("pdftotext", {"-l", "1"}, reportPdf(plan, risk, kStamp), {"-"});
    QVERIFY(first.contains(QStringLiteral("Each dot is one of 20 ways")));
}

void TestReport::risksAreListed()
{
    const Plan without = samplePlan();
    QVERIFY(!pdfText(reportPdf(without, riskOf(without), kStamp)).contains(QStringLiteral("What may happen")));
    const Plan plan = planOf(testing::sampleProject(), [](Catalogue& /*catalogue*/, Inputs& inputs) {
        RiskEvent event;
        event.id = "hole";
        event.title = "A hole is found";
        event.p = 0.35;
        event.phase = "security";
        event.effort = {1, 2, 5};
        event.owner = "Mia Chen";
        addRisk(inputs.risks, event);
    });
    QuestionOptions options;
    options.runs = 500;
    const auto worth = registerWorth(plan, options);
    QVERIFY(worth.has_value());
    const QByteArray pdf = reportPdf(plan, riskOf(plan), kStamp, nullptr, &*worth);
    const QString text = plain(poppler("pdftotext", {}, pdf, {"-"})).simplified();
    for (const char* expected : {"What may happen", "It moves 80 % sure by", "A hole is found", "35 %", "1 to 5 weeks",
                                 "none yet", "Mia Chen", "open", "Adds at"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
}

void TestReport::pdfSaysWhatThePlanSays()
{
    const Plan plan = samplePlan();
    const QString text = pdfText(reportPdf(plan, riskOf(plan), kStamp));
    for (const char* expected : {"Ledgerly",
                                 "Brightwater Bookkeeping",
                                 "22 November 2026",
                                 "Ready for production by",
                                 "80 % sure",
                                 "On time and in budget",
                                 "until 80 % sure",
                                 "Use of funds by month",
                                 "When it is done",
                                 "weeks earlier or later than on average",
                                 "500 simulated plans, seed 1",
                                 "Where every figure comes from",
                                 "plan 7f3a9c21",
                                 "What it costs",
                                 "What this rests on",
                                 "157,800",
                                 "114,050",
                                 "220,550",
                                 "stated",
                                 "derived",
                                 "assumed",
                                 "yours",
                                 "catalogue prototype-to-production 2",
                                 "2.8 – 7.4 weeks",
                                 "weeks × 1.5 engineers",
                                 "AUD 100 – 500 a month",
                                 "10:30 UTC"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    for (const PhasePlan& phase : plan.phases)
        QVERIFY2(text.contains(format::text(phase.title)), phase.title.c_str());
}

void TestReport::pdfEmbedsItsFonts()
{
    const QStringList lines =
        poppler("pdffonts", {}, reportPdf(samplePlan(), riskOf(samplePlan()), kStamp)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    for (const QString& line : lines.mid(2)) {
        // … emb sub uni object ID
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        QVERIFY2(words.size() >= 5 && words[words.size() - 5] == u"yes", qPrintable(line));
    }
}

void TestReport::pdfTypeIsLegible()
{
    // Poppler tells sizes in whole pixels; at three times the size, its largest, 7 points are 21.
    const QString xml = poppler("pdftohtml", {"-xml", "-i", "-stdout", "-zoom", "3"},
                                reportPdf(longNames(), riskOf(longNames()), kStamp));
    const QRegularExpression size(QStringLiteral("<fontspec[^>]* size=\"(\\d+)\""));
    int found = 0;
    for (auto match = size.globalMatch(xml); match.hasNext(); ++found)
        QVERIFY(match.next().captured(1).toInt() >= 21);
    QVERIFY(found > 0);
}

void TestReport::oddPlansGiveWholeReports_data()
{
    QTest::addColumn<MakePlan>("make");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("one phase") << MakePlan([] { return planWithPhases(1); })
                               << QStringList{"Phase number 1", "Total, AUD ex GST"};
    QStringList sixty{"The plan, item by item, continued", "Total, AUD ex GST"};
    for (int i = 1; i <= 60; ++i)
        sixty << QStringLiteral("Phase number %1 ").arg(i);
    QTest::newRow("sixty phases") << MakePlan([] { return planWithPhases(60); }) << sixty;
    QTest::newRow("nothing left") << MakePlan(finishedPlan) << QStringList{"Ready for production"};
    QTest::newRow("long names") << MakePlan(longNames) << QStringList{"An unusually long name", "Total, AUD ex GST"};
    QTest::newRow("two years") << MakePlan(twoYears) << QStringList{"2029", "Total, AUD ex GST"};
}

void TestReport::oddPlansGiveWholeReports()
{
    QFETCH(MakePlan, make);
    QFETCH(QStringList, texts);
    const Plan plan = make();
    const QByteArray pdf = reportPdf(plan, riskOf(plan), kStamp);
    const QString text = pdfText(pdf);
    for (const QString& expected : texts)
        QVERIFY2(text.contains(expected), qPrintable(expected));
    QVERIFY(unspaced(text).contains(QStringLiteral("%1/%1").arg(pageCount(pdf))));
    const Risk risk = riskOf(plan, 100);
    QVERIFY(QSvgRenderer(planPicture(plan, risk, kStamp).svg()).isValid());
    QVERIFY(!QImage::fromData(planPicture(plan, risk, kStamp).png(2)).isNull());
}

// Fonts draw signs beside capitals and digits in raised forms, which a reader could not search or copy.
void TestReport::signsAreFoundInThePdf_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"ALPHA–BETA", "ALPHA—BETA", "ALPHA - BETA", "A+B=C", "A<B>C", "OPS@NIGHT", "A•B", "A:B",
                             "PLAN (2) [X] {Y}", "N~1 | N·2"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestReport::signsAreFoundInThePdf()
{
    QFETCH(QString, name);
    const Plan plan =
        planOf(testing::sampleProject(), [&](Catalogue&, Inputs& inputs) { inputs.name = name.toStdString(); });
    const QString text = pdfText(reportPdf(plan, riskOf(plan), kStamp));
    QVERIFY2(text.contains(name), qPrintable(text.left(400)));
}

void TestReport::svgHoldsAnyName()
{
    const Plan plan = planOf(testing::sampleProject(), [](Catalogue&, Inputs& inputs) {
        inputs.name = "A & B <script> \"C\" 'D' \x01\xE2\x80\x94";
        inputs.client = "]]> & Co";
    });
    const QByteArray svg = planPicture(plan, riskOf(plan), kStamp).svg();
    QXmlStreamReader reader(svg);
    QString title;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("title"))
            title = reader.readElementText();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY2(title.startsWith(QStringLiteral("A & B <script> \"C\" 'D' ")), qPrintable(title));
    QVERIFY(QSvgRenderer(svg).isValid());
}

void TestReport::svgIsSoundAndComplete()
{
    const Plan plan = samplePlan();
    const QByteArray svg = planPicture(plan, riskOf(plan), kStamp).svg();
    QVERIFY(QSvgRenderer(svg).isValid());
    const QString text = svgText(svg);
    for (const char* expected :
         {"Ledgerly", "80 % sure; likely by 31 May 2027", "until 80 % sure", "Database", "Documentation, on-call",
          "13,800 – 36,800", "Mar", "target 25 Jun", "made 22 November 2026, 10:30 UTC"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    QVERIFY(svg.contains("<title>Ledgerly</title>"));
    QVERIFY(svg.contains("sans-serif"));
    QCOMPARE(QSvgRenderer(svg).defaultSize().width(), 1200);
}

void TestReport::pngIsTwiceTheSize()
{
    const Plan plan = samplePlan();
    const QImage image = QImage::fromData(planPicture(plan, riskOf(plan), kStamp).png(2), "PNG");
    QCOMPARE(image.size(), QSvgRenderer(planPicture(plan, riskOf(plan), kStamp).svg()).defaultSize() * 2);
    QVERIFY(colours(image) > 20);
    QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Ledgerly"));
    QVERIFY(image.text(QStringLiteral("Description")).contains(QStringLiteral("Database")));
}

void TestReport::exporterWritesOffTheThread_data()
{
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("pdf") << QByteArray("%PDF-");
    QTest::newRow("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QByteArray("<?xml");
    QTest::newRow("csv") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("json") << QByteArray("{");
}

void TestReport::exporterWritesOffTheThread()
{
    QFETCH(QByteArray, begins);
    const ExportFormat& format = formatCalled(QTest::currentDataTag());
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    QSignalSpy failed(&exporter, &PlanExporter::failed);
    const QString path = open.folder() + QStringLiteral("/out");
    QVERIFY(exporter.write(format, path));
    QVERIFY(!exporter.write(format, path));                                   // one at a time
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done); // editing goes on
    QVERIFY(finished.wait(60000));
    QCOMPARE(failed.count(), 0);
    QCOMPARE(finished.first().first().toString(), path);
    const Result<std::string> bytes = readTextFile(path.toStdString());
    QVERIFY(bytes);
    QVERIFY(QByteArray::fromStdString(*bytes).startsWith(begins));
    QVERIFY(exporter.write(format, path)); // the old file is replaced
    QVERIFY(finished.wait(60000));
}

void TestReport::aReportTellsWhatChangedSinceAVersion()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    std::optional<Revision> sent;
    document.withFile(&document, [&](PlanFile& file) -> std::function<void()> {
        const auto named = file.setTag(file.head().id, "Sent to investors");
        return [&, named, head = file.head()] { sent = named ? std::optional(head) : std::nullopt; };
    });
    QTRY_VERIFY(sent.has_value());
    document.setItemState(QStringLiteral("metrics"), ItemState::done);
    document.edit(QStringLiteral("Person"), [](Inputs& inputs) { inputs.team.front().allocation = 0.5; });

    PlanExporter exporter({[&] { return &document; }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    const QString path = open.folder() + QStringLiteral("/changes.pdf");
    QVERIFY(exporter.writeReportSince(*sent, path));
    document.setItemState(QStringLiteral("metrics"), ItemState::missing); // the report is of before
    QVERIFY(finished.wait(60000));
    const Result<std::string> bytes = readTextFile(path.toStdString());
    QVERIFY(bytes);
    const QByteArray pdf = QByteArray::fromStdString(*bytes);
    const QString text = pdfText(pdf);
    for (const char* expected : {"What changed since “Sent to investors”", "Where every figure comes from",
                                 "When it is done", "in place", "half-time"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    QVERIFY(unspaced(text).contains(QStringLiteral("%1/%1").arg(pageCount(pdf))));
    const Plan& plan = document.plan();
    QVERIFY(!pdfText(reportPdf(plan, riskOf(plan), kStamp)).contains(QStringLiteral("What changed since")));
}

void TestReport::aVersionThatIsGoneIsTold()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy failed(&exporter, &PlanExporter::failed);
    QVERIFY(exporter.writeReportSince(Revision{77, {}, 0, "x", "gone"}, open.folder() + QStringLiteral("/a.pdf")));
    QVERIFY(failed.wait(60000));
    QVERIFY(exporter.write(formatCalled("svg"), open.folder() + QStringLiteral("/a.svg"))); // and it goes on from there
}

void TestReport::aPlanThatClosesFreesTheExporter()
{
    auto open = std::make_unique<testing::OpenPlan>();
    testing::OpenPlan next;
    PlanDocument* document = &open->document();
    PlanExporter exporter({[&] { return document; }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy failed(&exporter, &PlanExporter::failed);
    QVERIFY(exporter.writeReportSince(Revision{1, {}, 0, "x", "first"}, next.folder() + QStringLiteral("/a.pdf")));
    document = &next.document();
    open.reset(); // what its file thread had to say is never heard
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(exporter.write(formatCalled("svg"), next.folder() + QStringLiteral("/a.svg")));
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    QVERIFY(finished.wait(60000));
}

void TestReport::namedVersionsAreOffered()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QMenu above;
    ChangesMenu menu([&] { return &document; }, &above);
    QCOMPARE(menu.actions().size(), qsizetype{1});
    QVERIFY(!menu.actions().front()->isEnabled());
    document.setItemState(QStringLiteral("metrics"), ItemState::done);
    document.withFile(&document, [](PlanFile& file) -> std::function<void()> {
        static_cast<void>(file.setTag(1, "First & best"));
        static_cast<void>(file.setTag(2, "Second"));
        return {};
    });
    Q_EMIT above.aboutToShow();
    QTRY_COMPARE(menu.actions().size(), qsizetype{2});
    QVERIFY(menu.actions().at(0)->text().contains(QStringLiteral("Second")));
    QVERIFY(menu.actions().at(1)->text().contains(QStringLiteral("First && best")));
    QSignalSpy chosen(&menu, &ChangesMenu::chosen);
    menu.actions().at(1)->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<Revision>().id, 1);
}

void TestReport::exporterGivesUpWhenAsked()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy failed(&exporter, &PlanExporter::failed);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    const QString path = open.folder() + QStringLiteral("/plan.pdf");
    // A plan that is not simulated yet: the work begins with that.
    open.document().setItemState(QStringLiteral("metrics"), ItemState::done);
    QVERIFY(!open.document().risk());
    QVERIFY(exporter.write(formatCalled("pdf"), path));
    exporter.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count() + finished.count(), 1, 60000);
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().value<Error>().code == ErrorCode::cancelled);
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY(exporter.write(formatCalled("svg"), path)); // and it goes on from there
    QVERIFY(finished.wait(60000));
}

void TestReport::exporterTellsWhatWentWrong()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    QSignalSpy failed(&exporter, &PlanExporter::failed);
    const QString path = open.folder() + QStringLiteral("/no such folder/plan.pdf");
    QVERIFY(exporter.write(formatCalled("pdf"), path));
    QVERIFY(failed.wait(60000));
    const Error error = failed.first().first().value<Error>();
    QVERIFY(error.code == ErrorCode::fileUnwritable || error.code == ErrorCode::fileNotFound);
    QVERIFY(QString::fromStdString(error.what).contains(QStringLiteral("no such folder")));
    QVERIFY(!QFileInfo::exists(path));
}

void TestReport::menuAsksForAPath()
{
    testing::OpenPlan open;
    QString suggested;
    QString answer;
    const auto ask = [&](QWidget*, const QString&, const QString& path, const QString&) {
        suggested = path;
        return answer;
    };
    PlanExporter exporter({[&] { return &open.document(); }, ask, testing::tickingClock()}, nullptr);
    QMenu menu;
    exporter.fill(menu);
    auto* pdf = menu.findChild<QAction*>(QStringLiteral("exportPdf"));
    auto* svg = menu.findChild<QAction*>(QStringLiteral("exportSvg"));
    QVERIFY(pdf && svg);
    QSignalSpy finished(&exporter, &PlanExporter::finished);
    svg->trigger(); // cancelled
    QCOMPARE(suggested, open.folder() + QStringLiteral("/ledgerly.svg"));
    QVERIFY(svg->isEnabled());
    answer = open.folder() + QStringLiteral("/chart");
    svg->trigger();
    QVERIFY(!pdf->isEnabled());
    QVERIFY(finished.wait(60000));
    QVERIFY(pdf->isEnabled());
    QVERIFY(QFileInfo::exists(answer + QStringLiteral(".svg")));
}

TRESTLE_UI_TEST(TestReport)
#include "tst_report.moc"
