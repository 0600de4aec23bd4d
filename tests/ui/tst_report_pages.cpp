#include "data/figures_json.h"
#include "data/file_io.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/risk/promises.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/large_plan.h"
#include "tests/ui/support/pdf.h"
#include "tests/ui/support/report_source.h"
#include "ui/base/format.h"
#include "ui/report/drawn_writers.h"
#include "ui/report/plan_exporter.h"
#include "ui/report/prepared_report.h"
#include "ui/report/print_preview.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

using namespace trestle;
using namespace std::chrono_literals;
using trestle::testing::poppler;

Q_DECLARE_METATYPE(std::function<trestle::ProjectDocument()>)
Q_DECLARE_METATYPE(trestle::Audience)
Q_DECLARE_METATYPE(trestle::PaperSize)

namespace {

using MakeProject = std::function<ProjectDocument()>;

const ExportStamp kStamp{{}, std::chrono::sys_days{2026y / 11 / 28} + 10h + 30min, "7f3a9c21"};
constexpr double kMargin = 35; // points, less than the page's

/// Words of a length that end in a token of their own, which shows that the end is there.
std::string wordy(std::size_t length, const std::string& token)
{
    std::string text = "Considerations";
    while (text.size() + 12 + token.size() < length)
        text += " of somebody";
    return text + ' ' + token;
}

ProjectDocument changed(ProjectDocument project, const std::function<void(Catalogue&, Inputs&)>& change)
{
    auto catalogue = std::make_shared<Catalogue>(*project.catalogue.catalogue);
    change(*catalogue, project.project.base);
    project.catalogue.catalogue = std::move(catalogue);
    return project;
}

ProjectDocument oneItem()
{
    return changed(testing::emptyProject(), [](Catalogue& catalogue, Inputs&) {
        catalogue.phases.resize(1);
        Phase& phase = catalogue.phases.front();
        phase.items.resize(1);
        phase.items.front().share.value = 1;
        phase.addOns.clear();
        catalogue.links.clear();
        catalogue.suggestedRisks.clear();
    });
}

ProjectDocument everythingInPlace()
{
    return changed(testing::emptyProject(), [](Catalogue& catalogue, Inputs& inputs) {
        for (const Phase& phase : catalogue.phases)
            for (const Item& item : phase.items)
                inputs.items[item.id].progress.state = ItemState::done;
    });
}

ProjectDocument longNames()
{
    return changed(testing::sampleProject(), [](Catalogue& catalogue, Inputs& inputs) {
        inputs.name = wordy(200, "endofplan");
        inputs.client = wordy(200, "endofclient");
        int number = 0;
        for (Person& person : inputs.team)
            person.name = wordy(200, "person" + std::to_string(++number));
        for (Phase& phase : catalogue.phases) {
            phase.title = phase.shortTitle = wordy(200, "phase" + std::to_string(++number));
            for (Item& item : phase.items)
                item.title = wordy(200, "item" + std::to_string(++number));
        }
    });
}

ProjectDocument dear()
{
    return changed(testing::emptyProject(), [](Catalogue&, Inputs& inputs) {
        for (Person& person : inputs.team)
            person.weeklyRate = Money::dollars(1'234'567);
        inputs.budget = Money::dollars(90'000'000);
        inputs.targetDate = parseDate("2027-06-25").value();
    });
}

ProjectDocument priced()
{
    return changed(testing::sampleProject(), [](Catalogue&, Inputs& inputs) {
        for (Person& person : inputs.team)
            person.billRate = Money::dollars(7'654);
        inputs.notes = "Weekly call on Monday.";
    });
}

ProjectDocument hundreds()
{
    return testing::largeProject(1, 13); // 507 items
}

ExportSource sourceOf(const ProjectDocument& project, Audience audience, PaperSize paper = PaperSize::a4)
{
    ExportSource source;
    source.document = project;
    Result<Plan> plan = makePlan(project.catalogue.catalogue, project.project.base);
    if (!plan)
        qFatal("no plan: %s", plan.error().what.c_str());
    source.plan = std::make_shared<const Plan>(std::move(*plan));
    source.stamp = kStamp;
    source.audience = audience;
    source.look.paper = paper;
    source.simulation.runs = 300;
    source.simulation.drivingRuns = 100;
    return source;
}

QByteArray written(const ExportSource& source)
{
    static const std::vector<ExportFormat> formats = exportFormats(drawnWriters());
    const Result<Exported> exported = exportAs(*formatOf(formats, "pdf"), source);
    if (!exported)
        qFatal("no report: %s", exported.error().what.c_str());
    return QByteArray::fromStdString(exported->bytes);
}

QString textOf(const QByteArray& pdf)
{
    return poppler("pdftotext", {"-layout"}, pdf, {"-"});
}

QString flat(const QByteArray& pdf)
{
    return poppler("pdftotext", {}, pdf, {"-"}).simplified();
}

QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

/// The simulation that the report was written from.
Risk riskOf(const ExportSource& source)
{
    SimulationOptions options = source.simulation;
    options.price = isPriced(source.plan->inputs);
    return simulate(*source.plan, options).value();
}

} // namespace

class TestReportPages : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsCut_data();
    void nothingIsCut();
    void firstPageSaysWhatThePlanSays_data();
    void firstPageSaysWhatThePlanSays();
    void everyItemHasItsDates_data();
    void everyItemHasItsDates();
    void longNamesAreWhole();
    void clientReadsOneDateAndOnePrice_data();
    void clientReadsOneDateAndOnePrice();
    void whoIsSaidOnceWhereItIsTheSame();
    void notesStandWithTheirItems();
    void partsAreChosen();
    void letterheadStandsOnThePages();
    void gstIsToldWhereItIsAskedFor();
    void samePlanGivesTheSameBytes();
    void pagesOfManyItemsAreFilled();
    void printHasThePagesOfThePdf();
    void windowsReportIsPrepared();
    void preparedInOneThreadPaintedInAnother();
};

void TestReportPages::nothingIsCut_data()
{
    QTest::addColumn<MakeProject>("make");
    QTest::addColumn<Audience>("audience");
    QTest::addColumn<PaperSize>("paper");
    const std::vector<std::pair<const char*, MakeProject>> plans{
        {"sample", MakeProject([] { return testing::sampleProject(); })},
        {"one item", oneItem},
        {"everything in place", everythingInPlace},
        {"long names", longNames},
        {"over a million", dear},
        {"priced", priced},
        {"hundreds", hundreds},
    };
    for (const auto& [name, make] : plans)
        for (const Audience audience : kAudiences)
            for (const PaperSize paper : kPaperSizes)
                // Hundreds of items on each paper would take minutes under sanitizers.
                if (std::string_view(name) != "hundreds" || paper == PaperSize::letter)
                    QTest::addRow("%s, %s, %s", name, std::string(keyOf(audience)).c_str(),
                                  std::string(keyOf(paper)).c_str())
                        << make << audience << paper;
}

void TestReportPages::nothingIsCut()
{
    QFETCH(MakeProject, make);
    QFETCH(Audience, audience);
    QFETCH(PaperSize, paper);
    const QByteArray pdf = written(sourceOf(make(), audience, paper));
    QCOMPARE(testing::pdfFault(pdf, kMargin), QString());
    // Type of 7 points at least: poppler tells whole pixels, at three times the size.
    const QRegularExpression size(QStringLiteral("<fontspec[^>]* size=\"(\\d+)\""));
    const QString xml = poppler("pdftohtml", {"-xml", "-i", "-stdout", "-zoom", "3"}, pdf);
    for (auto match = size.globalMatch(xml); match.hasNext();)
        QVERIFY(match.next().captured(1).toInt() >= 21);
    const std::size_t pages = testing::pdfPages(pdf).size();
    QVERIFY(textOf(pdf).remove(u' ').contains(QStringLiteral("%1/%1").arg(pages)));
}

void TestReportPages::firstPageSaysWhatThePlanSays_data()
{
    QTest::addColumn<MakeProject>("make");
    QTest::newRow("sample") << MakeProject([] { return testing::sampleProject(); });
    QTest::newRow("one item") << MakeProject(oneItem);
    QTest::newRow("over a million") << MakeProject(dear);
}

void TestReportPages::firstPageSaysWhatThePlanSays()
{
    QFETCH(MakeProject, make);
    for (const Audience audience : {Audience::internal, Audience::investor}) {
        const ExportSource source = sourceOf(make(), audience);
        const Plan& plan = *source.plan;
        const Headline promise = headlineOf(plan, riskOf(source), plan.inputs.confidence);
        const QByteArray pdf = written(source);
        const QString first = poppler("pdftotext", {"-l", "1"}, pdf, {"-"}).simplified();
        for (const QString& expected :
             {QStringLiteral("Ready for production by %1,").arg(format::date(promise.finishDate)),
              QStringLiteral("for %1").arg(format::promise(promise.total)),
              QStringLiteral("%1 of 20 projects like this are done by then")
                  .arg(countableOdds(riskOf(source), plan.inputs.confidence).kept),
              QStringLiteral("What is in place, and what is not"), QStringLiteral("plan 7f3a9c21"),
              audience == Audience::investor ? QStringLiteral("Investor pack") : QStringLiteral("Internal report")})
            QVERIFY2(first.contains(plain(expected).simplified()), qPrintable(expected + u'\n' + first));
        QVERIFY(first.contains(QStringLiteral("%1 to build").arg(plan.readiness.missing + plan.readiness.partial)));
    }
}

void TestReportPages::everyItemHasItsDates_data()
{
    QTest::addColumn<MakeProject>("make");
    QTest::addColumn<Audience>("audience");
    for (const Audience audience : kAudiences) {
        QTest::addRow("sample, %s", std::string(keyOf(audience)).c_str())
            << MakeProject([] { return testing::sampleProject(); }) << audience;
        QTest::addRow("hundreds, %s", std::string(keyOf(audience)).c_str()) << MakeProject(hundreds) << audience;
    }
}

void TestReportPages::everyItemHasItsDates()
{
    QFETCH(MakeProject, make);
    QFETCH(Audience, audience);
    ProjectDocument project = changed(make(), [](Catalogue& catalogue, Inputs&) {
        int number = 1000; // as short as they can be, so that each row is a line
        for (Phase& phase : catalogue.phases)
            for (Item& item : phase.items)
                item.title = "Nr" + std::to_string(++number);
    });
    ExportSource source = sourceOf(project, audience);
    source.look.parts = {ReportPart::plan};
    const QStringList lines = textOf(written(source)).split(u'\n');
    // As the figures of the plan have them.
    const QJsonObject figures =
        QJsonDocument::fromJson(QByteArray::fromStdString(writeFiguresJson(*source.plan, {}))).object();
    const auto day = [](const QJsonValue& moment) {
        return parseDate(moment[QStringLiteral("date")].toString().toStdString()).value();
    };
    const bool oneYear = std::chrono::year_month_day(source.plan->startDate).year() ==
                         std::chrono::year_month_day(source.plan->finishDate.likely).year();
    int items = 0;
    for (const QJsonValue& phase : figures[QStringLiteral("phases")].toArray())
        for (const QJsonValue& item : phase[QStringLiteral("items")].toArray()) {
            const QString title = item[QStringLiteral("title")].toString();
            const QStringList rows = lines.filter(QRegularExpression(QStringLiteral("\\b%1\\b").arg(title)));
            QVERIFY2(rows.size() == 1, qPrintable(title + u'\n' + rows.join(u'\n')));
            ++items;
            const QJsonValue start = item[QStringLiteral("start")];
            if (start[QStringLiteral("date")].isNull())
                continue;
            const Date first = day(start);
            const Date last = day(item[QStringLiteral("finish")][QStringLiteral("likely")]);
            const QString dates = oneYear ? format::shortDateRange(first, last) : format::dateRange(first, last);
            QVERIFY2(rows.front().simplified().contains(plain(dates).simplified()), qPrintable(rows.front()));
        }
    QCOMPARE(items, static_cast<int>(source.plan->items.size()));
}

void TestReportPages::longNamesAreWhole()
{
    const ProjectDocument project = longNames();
    for (const Audience audience : kAudiences) {
        const QString text = flat(written(sourceOf(project, audience)));
        const auto last = [](const std::string& words) {
            return QString::fromStdString(words.substr(words.rfind(' ') + 1));
        };
        QStringList tokens{last(project.project.base.name), last(project.project.base.client)};
        for (const Person& person : project.project.base.team)
            tokens << last(person.name);
        for (const Phase& phase : project.catalogue.catalogue->phases) {
            tokens << last(phase.title);
            for (const Item& item : phase.items)
                tokens << last(item.title);
        }
        for (const QString& token : tokens)
            QVERIFY2(text.contains(token), qPrintable(token));
    }
}

void TestReportPages::clientReadsOneDateAndOnePrice_data()
{
    QTest::addColumn<MakeProject>("make");
    QTest::newRow("sample") << MakeProject([] { return testing::sampleProject(); });
    QTest::newRow("priced") << MakeProject(priced);
    QTest::newRow("one item") << MakeProject(oneItem);
    QTest::newRow("everything in place") << MakeProject(everythingInPlace);
    QTest::newRow("hundreds") << MakeProject(hundreds);
}

void TestReportPages::clientReadsOneDateAndOnePrice()
{
    QFETCH(MakeProject, make);
    const ExportSource source = sourceOf(make(), Audience::client);
    const Plan& plan = *source.plan;
    const QString text = flat(written(source));
    static const QRegularExpression forbidden(
        QStringLiteral("\\b(likely|chance|sure|simulated|runs|seed|rate|rates|margin|cost|costs|budget|odds|"
                       "confidence|projects like this|a week|slack|drives)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    // Titles and explanations of the catalogue are what is bought; they may say what they like.
    QString own = text;
    for (const Phase& phase : source.document.catalogue.catalogue->phases) {
        own.remove(plain(format::text(phase.title)), Qt::CaseInsensitive);
        for (const Item& item : phase.items)
            own.remove(plain(format::text(item.title)), Qt::CaseInsensitive);
    }
    const auto found = forbidden.match(own);
    QVERIFY2(!found.hasMatch(), qPrintable(own.mid(std::max<qsizetype>(0, found.capturedStart() - 60), 140)));
    for (const Person& person : plan.inputs.team)
        QVERIFY(!text.contains(plain(format::amount(person.weeklyRate))) || person.weeklyRate == Money{});
    if (plan.nothingLeft())
        return;
    const Risk risk = riskOf(source);
    const int confidence = priceConfidence(plan.inputs);
    QVERIFY2(text.contains(plain(format::date(headlineOf(plan, risk, confidence).finishDate))), qPrintable(text));
    if (isPriced(plan.inputs)) {
        const Money price = priceFigures(plan, risk, confidence).of(plan.inputs.price.kind).price;
        QVERIFY2(text.contains(plain(format::shownMoney(price + gstOn(plan.inputs, price)))), qPrintable(text));
    }
}

void TestReportPages::whoIsSaidOnceWhereItIsTheSame()
{
    ExportSource together = sourceOf(testing::sampleProject(), Audience::investor);
    together.look.parts = {ReportPart::plan};
    const QString once = flat(written(together));
    QVERIFY(once.contains(QStringLiteral("work through it together")));
    QVERIFY(!once.contains(QStringLiteral(" Who ")));
    ExportSource apart = sourceOf(changed(testing::sampleProject(),
                                          [](Catalogue& catalogue, Inputs& inputs) {
                                              catalogue.itemCrewLimit.value = 1;
                                              inputs.team.resize(2);
                                              inputs.team[0].name = "Ana";
                                              inputs.team[1].name = "Ben";
                                          }),
                                  Audience::investor);
    apart.look.parts = {ReportPart::plan};
    const QString each = textOf(written(apart));
    QVERIFY(each.contains(QStringLiteral("Who")));
    QVERIFY(each.count(QStringLiteral("Ana")) > 3 && each.count(QStringLiteral("Ben")) > 3);
}

void TestReportPages::notesStandWithTheirItems()
{
    const ProjectDocument project = changed(testing::sampleProject(), [](Catalogue& catalogue, Inputs& inputs) {
        inputs.notes = "Ring the bank.\n\nPrivate: they are short of money.";
        inputs.phaseNotes[catalogue.phases[0].id] = "The vendor helps.";
        ItemInput& item = inputs.items[catalogue.phases[0].items[0].id];
        item.note = "Two tables first.\n\nPrivate: the last one was a mess.";
        item.owner = "Zoe";
    });
    for (const Audience audience : kAudiences) {
        const QString text = flat(written(sourceOf(project, audience)));
        for (const char* told : {"Ring the bank.", "The vendor helps.", "Two tables first.", "Owner: Zoe"})
            QCOMPARE(text.count(QLatin1String(told)), qsizetype{audience == Audience::investor ? 0 : 1});
        for (const char* kept : {"short of money", "was a mess"})
            QCOMPARE(text.contains(QLatin1String(kept)), audience == Audience::internal);
    }
}

void TestReportPages::partsAreChosen()
{
    ExportSource source = sourceOf(testing::sampleProject(), Audience::investor);
    source.look.parts = {ReportPart::plan};
    const QString plan = flat(written(source));
    QVERIFY(plan.contains(QStringLiteral("The plan, item by item")));
    QVERIFY(!plan.contains(QStringLiteral("What this rests on")));
    source.look.parts = {ReportPart::summary};
    const QString summary = flat(written(source));
    QVERIFY(!summary.contains(QStringLiteral("The plan, item by item")));
    QVERIFY(summary.contains(QStringLiteral("What this rests on")));
    // A plan without scenarios has no page of them.
    source.look.parts = {ReportPart::scenarios};
    const std::vector<ExportFormat> formats = exportFormats(drawnWriters());
    const auto none = exportAs(*formatOf(formats, "pdf"), source);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::emptyReport);
    // What a reader may not see does not come by asking for it.
    source = sourceOf(testing::sampleProject(), Audience::client);
    source.look.parts = {ReportPart::summary, ReportPart::risk, ReportPart::sources};
    const QByteArray asked = written(source);
    source.look.parts = {ReportPart::summary};
    QCOMPARE(flat(asked), flat(written(source)));
}

void TestReportPages::letterheadStandsOnThePages()
{
    QImage logo(120, 60, QImage::Format_RGB32);
    logo.fill(QColor(200, 30, 30));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    logo.save(&buffer, "PNG");
    ExportSource source = sourceOf(testing::sampleProject(), Audience::investor);
    source.look.letterhead = {"Saltbush Studio", "Mia Chen", "Thank you for the talk on Monday.", png.toStdString()};
    const QByteArray pdf = written(source);
    const std::size_t pages = testing::pdfPages(pdf).size();
    const QString text = flat(pdf);
    QCOMPARE(text.count(QStringLiteral("Saltbush Studio")), static_cast<qsizetype>(pages));
    QCOMPARE(text.count(QStringLiteral("prepared by Mia Chen")), static_cast<qsizetype>(pages));
    QCOMPARE(text.count(QStringLiteral("Thank you for the talk on Monday.")), qsizetype{1});
    QVERIFY(poppler("pdfimages", {"-list"}, pdf).contains(QStringLiteral("120    60")));
    source.look.letterhead.logo = "not a picture";
    QVERIFY(flat(written(source)).contains(QStringLiteral("Saltbush Studio")));
}

void TestReportPages::gstIsToldWhereItIsAskedFor()
{
    ExportSource source = sourceOf(testing::sampleProject(), Audience::investor);
    const Risk risk = riskOf(source);
    const int confidence = source.plan->inputs.confidence;
    const QString without = flat(written(source));
    QVERIFY(without.contains(QStringLiteral("Amounts are ex GST")));
    source.look.withGst = true;
    const QString with = flat(written(source));
    const Money price = promisedPrice(*source.plan, risk, confidence);
    QVERIFY2(with.contains(QStringLiteral("for %1 incl. GST").arg(plain(format::money(price)))), qPrintable(with));
    QVERIFY(!without.contains(plain(format::money(price))));
    QVERIFY(with.contains(QStringLiteral("Amounts are with GST of 10 %")));
}

void TestReportPages::samePlanGivesTheSameBytes()
{
    const ExportSource source = sourceOf(testing::sampleProject(), Audience::investor);
    QCOMPARE(written(source), written(source));
}

void TestReportPages::pagesOfManyItemsAreFilled()
{
    // Every page but the last of a part is filled: rows stand close, none is left over alone.
    ExportSource source = sourceOf(hundreds(), Audience::investor);
    source.look.parts = {ReportPart::plan};
    const std::vector<testing::PdfPage> pages = testing::pdfPages(written(source));
    QVERIFY(pages.size() > 3 && pages.size() < 16);
    for (std::size_t page = 0; page + 1 < pages.size(); ++page) {
        double lowest = 0;
        for (const testing::PdfWord& word : pages[page].words)
            if (word.box.bottom() < pages[page].size.height() - 60)
                lowest = std::max(lowest, word.box.bottom());
        QVERIFY(lowest > pages[page].size.height() * 0.85);
    }
}

void TestReportPages::printHasThePagesOfThePdf()
{
    ExportSource source = sourceOf(testing::sampleProject(), Audience::investor, PaperSize::letter);
    source.risk = std::make_shared<const Risk>(riskOf(source));
    const auto report = PreparedReport::of(source);
    QVERIFY(report.has_value());
    QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("printed.pdf")));
    printer.setFullPage(true);
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize::Letter), QPageLayout::Portrait, QMarginsF()));
    printReport(**report, printer);
    const Result<std::string> printed = readTextFile(printer.outputFileName().toStdString());
    QVERIFY(printed);
    const QByteArray pdf = QByteArray::fromStdString(*printed);
    QCOMPARE(flat(pdf), flat((*report)->pdf()));
    QCOMPARE(testing::pdfFault(pdf, kMargin), QString());
}

void TestReportPages::windowsReportIsPrepared()
{
    testing::OpenPlan open;
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    std::shared_ptr<const PreparedReport> prepared;
    const auto keep = [&](const std::shared_ptr<const PreparedReport>& report) { prepared = report; };
    QVERIFY(exporter.prepareReport(keep));
    QVERIFY(!exporter.prepareReport(keep)); // one at a time
    QTRY_VERIFY_WITH_TIMEOUT(prepared != nullptr, 60000);
    QVERIFY(prepared->pages().count() > 2);
    QVERIFY(flat(prepared->pdf()).contains(QStringLiteral("Internal report")));
    QVERIFY(exporter.prepareReport(keep)); // and again
    QTRY_VERIFY_WITH_TIMEOUT(prepared != nullptr, 60000);
}

// As printing does: what was laid out in a thread that has gone must not be painted with its fonts.
void TestReportPages::preparedInOneThreadPaintedInAnother()
{
    testing::OpenPlan open(changed(testing::sampleProject(), [](Catalogue&, Inputs& inputs) {
        inputs.name = "\u05e9\u05dc\u05d5\u05dd \U0001F680 \u0645\u0631\u062d\u0628\u0627";
    }));
    PlanExporter exporter({[&] { return &open.document(); }, {}, testing::tickingClock()}, nullptr);
    std::shared_ptr<const PreparedReport> prepared;
    QVERIFY(exporter.prepareReport([&](const std::shared_ptr<const PreparedReport>& report) { prepared = report; }));
    QTRY_VERIFY_WITH_TIMEOUT(prepared != nullptr, 60000);
    QVERIFY(flat(prepared->pdf()).contains(QStringLiteral("\u05e9\u05dc\u05d5\u05dd")));
    QImage page(1000, 1414, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    prepared->pages().paint(painter, 0);
}

TRESTLE_UI_TEST(TestReportPages)
#include "tst_report_pages.moc"
