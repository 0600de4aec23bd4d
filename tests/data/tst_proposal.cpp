#include "data/exchange/clean_text.h"
#include "data/exchange/english_text.h"
#include "data/exchange/proposal/change_order_content.h"
#include "data/exchange/proposal/proposal_content.h"
#include "data/exchange/redaction.h"
#include "data/formats/export_formats.h"
#include "models/money/item_price.h"
#include "models/money/offer_scope.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/risk/promises.h"
#include "tests/data/support/export_sources.h"
#include "tests/support/secret_plan.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace trestle;

/// What a client reads: a proposal and a change order, as content and as DOCX.
class TestProposal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pricesAreThePrices_data();
    void pricesAreThePrices();
    void paymentsMeetToTheCent_data();
    void paymentsMeetToTheCent();
    void everyItemHasItsPlace();
    void whatIsApartIsPricedWithGst();
    void paymentsStandOnTheTimeline();
    void axisNamesMonths_data();
    void axisNamesMonths();
    void everyAudienceReadsTheSame();
    void secretsStayIn_data();
    void secretsStayIn();
    void changeOrderTellsBothSides();
    void nothingChanged();
    void whatIsMissingIsSaid();
    void hostileNamesGiveWholeFiles_data();
    void hostileNamesGiveWholeFiles();
    void documentHasWhatItNeeds();
};

namespace {

using Change = std::function<void(Inputs&)>;

ExportSource simulated(ExportSource source)
{
    SimulationOptions options = source.simulation;
    options.price = true;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    return source;
}

Exported exported(const char* key, const ExportSource& source)
{
    const auto formats = exportFormats();
    auto written = exportAs(*formatOf(formats, key), source);
    if (!written)
        qFatal("not written: %s", written.error().what.c_str());
    return std::move(*written);
}

template <class Body>
const Body* bodyOf(const ClientDocument& document, const std::string& title)
{
    const auto found = std::ranges::find(document.sections, title, &DocumentSection::title);
    return found == document.sections.end() ? nullptr : std::get_if<Body>(&found->body);
}

/// Cents of a cell like "1,234.50".
std::int64_t centsOf(const std::string& cell)
{
    const QString plain = QString::fromStdString(cell).remove(u',').replace(u'\u2212', u'-');
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber ? std::llround(value * 100) : -1;
}

PriceFigures figuresOf(const ExportSource& source)
{
    return priceFigures(*source.plan, *source.risk, priceConfidence(source.plan->inputs));
}

Change ofKind(PriceKind kind, bool registered)
{
    return [=](Inputs& inputs) {
        inputs.price.kind = kind;
        inputs.gstRegistered = registered;
    };
}

/// The words of all parts of a DOCX, part by part; fails where one is not well formed.
QString wordsOf(const std::string& docx)
{
    return QString::fromStdString(
        test::fromPython("import sys, io, zipfile, xml.etree.ElementTree as E\n"
                         "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                         "for n in z.namelist():\n"
                         "    if not n.endswith(('.xml', '.rels')): continue\n"
                         "    root = E.fromstring(z.read(n))\n"
                         "    for p in root.iter():\n"
                         "        if p.tag.endswith('}p'): print(''.join(t.text or '' for t in p.iter() if "
                         "t.tag.endswith('}t')))\n"
                         "        elif p.tag.endswith(('}title', '}creator')): print(p.text)\n",
                         docx));
}

} // namespace

void TestProposal::pricesAreThePrices_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("registered");
    for (const bool registered : {true, false}) {
        const char* gst = registered ? "with GST" : "no GST";
        QTest::addRow("fixed, %s", gst) << static_cast<int>(PriceKind::fixed) << registered;
        QTest::addRow("capped, %s", gst) << static_cast<int>(PriceKind::capped) << registered;
        QTest::addRow("time, %s", gst) << static_cast<int>(PriceKind::timeAndMaterials) << registered;
    }
}

void TestProposal::pricesAreThePrices()
{
    QFETCH(int, kind);
    QFETCH(bool, registered);
    const auto wanted = static_cast<PriceKind>(kind);
    const ExportSource source = simulated(test::offerSource(ofKind(wanted, registered)));
    const PriceFigures figures = figuresOf(source);
    const Money price = figures.of(wanted).price;
    const Money whole = price + gstOn(source.plan->inputs, price);
    const auto document = proposalOf(source);
    QVERIFY(document);
    QCOMPARE(document->figures.size(), std::size_t{3});
    const DocumentFigure& told = document->figures[0];
    if (wanted == PriceKind::timeAndMaterials) {
        QVERIFY2(told.value.contains(" to "), told.value.c_str());
        QVERIFY2(told.detail.starts_with("likely AUD "), told.detail.c_str());
    } else {
        QCOMPARE(told.value, "AUD " + english::amountText(whole));
    }
    QCOMPARE(told.detail.contains("GST of AUD"), registered);
    const Date live = headlineOf(*source.plan, *source.risk, figures.confidence).finishDate;
    QCOMPARE(document->figures[1].value, english::longDay(live));
    QCOMPARE(document->figures[2].value, std::string("22 December 2026")); // thirty days
    QCOMPARE(document->head, std::string("Proposal for Saltbush Logistics · 22 November 2026"));
}

void TestProposal::paymentsMeetToTheCent_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("parts") << Change([](Inputs&) {});
    QTest::newRow("thirds") << Change([](Inputs& inputs) {
        inputs.price.payments = {{100.0 / 3, PaymentWhen::signing, {}},
                                 {100.0 / 3, PaymentWhen::launch, {}},
                                 {100.0 / 3, PaymentWhen::monthly, {}}};
        inputs.price.step = Money{1};
    });
    QTest::newRow("monthly") << Change([](Inputs& inputs) { inputs.price.payments.clear(); });
    QTest::newRow("time") << ofKind(PriceKind::timeAndMaterials, true);
    QTest::newRow("no GST") << ofKind(PriceKind::fixed, false);
}

void TestProposal::paymentsMeetToTheCent()
{
    QFETCH(Change, change);
    const ExportSource source = simulated(test::offerSource(change));
    const auto document = proposalOf(source);
    QVERIFY(document);
    const auto* table = bodyOf<DocumentTable>(*document, "Price and payments");
    QVERIFY(table && table->hasTotal);
    const bool gst = source.plan->inputs.gstRegistered;
    const std::size_t columns = table->columns.size();
    std::vector<std::int64_t> sums(columns, 0);
    for (std::size_t row = 0; row + 1 < table->rows.size(); ++row) {
        const auto& cells = table->rows[row];
        QCOMPARE(cells.size(), columns);
        QCOMPARE(cells[0], std::to_string(row + 1));
        for (std::size_t i = columns - (gst ? 3 : 1); i < columns; ++i) {
            QVERIFY2(centsOf(cells[i]) >= 0, cells[i].c_str());
            sums[i] += centsOf(cells[i]);
        }
        if (gst)
            QCOMPARE(centsOf(cells[columns - 3]) + centsOf(cells[columns - 2]), centsOf(cells[columns - 1]));
    }
    for (std::size_t i = columns - (gst ? 3 : 1); i < columns; ++i)
        QCOMPARE(centsOf(table->rows.back()[i]), sums[i]);
    const Money price = figuresOf(source).of(source.plan->inputs.price.kind).price;
    QCOMPARE(sums.back(), (price + gstOn(source.plan->inputs, price)).cents);
    QCOMPARE(table->rows.size() - 1, paymentSchedule(*source.plan, price).size());
}

void TestProposal::everyItemHasItsPlace()
{
    const ExportSource source = simulated(
        test::offerSource([](Inputs& inputs) { inputs.items["zero-downtime"].progress = {ItemState::excluded}; }));
    const Plan& plan = *source.plan;
    const OfferScope scope = offerScope(plan);
    const auto document = proposalOf(source);
    QVERIFY(document);
    const auto* built = bodyOf<DocumentItems>(*document, "What we build");
    QVERIFY(built);
    std::vector<std::string> titles;
    for (const DocumentGroup& group : built->groups)
        for (const DocumentItem& item : group.items) {
            titles.push_back(item.title);
            QVERIFY(!item.detail.empty()); // the words that make it done
        }
    QCOMPARE(titles.size(), scope.included.size());
    for (std::size_t i = 0; i < titles.size(); ++i)
        QVERIFY(titles[i].starts_with(plan.items[scope.included[i]].title));
    const auto* left = bodyOf<DocumentBullets>(*document, "Not included");
    QVERIFY(left);
    QVERIFY(std::ranges::find(left->lines, plan.findItem("zero-downtime")->title) != left->lines.end());
    const auto* basis = bodyOf<DocumentText>(*document, "What this rests on");
    QVERIFY(basis);
    for (const std::size_t item : scope.inPlace)
        QVERIFY(basis->paragraphs[1].contains(plan.items[item].title));
}

void TestProposal::whatIsApartIsPricedWithGst()
{
    const ExportSource source = simulated(test::offerSource());
    SimulationOptions options = source.simulation;
    options.price = true;
    const auto prices = itemPrices(*source.plan, *source.risk, options);
    const auto document = proposalOf(source);
    QVERIFY(prices && document);
    for (const auto& [title, scope] : {std::pair{"Options", &prices->options}, std::pair{"Phase 2", &prices->phase2}}) {
        const auto* items = bodyOf<DocumentItems>(*document, title);
        QVERIFY(items && items->groups.size() == 1 && items->groups[0].items.size() == 1);
        const Money price = scope->items.front().price;
        QVERIFY(price > Money{});
        QCOMPARE(items->groups[0].items[0].amount, english::amountText(price + gstOn(source.plan->inputs, price)));
        QCOMPARE(items->isToTick, scope == &prices->options);
    }
}

void TestProposal::paymentsStandOnTheTimeline()
{
    const ExportSource source = simulated(test::offerSource());
    const auto document = proposalOf(source);
    QVERIFY(document);
    const auto* timeline = bodyOf<DocumentTimeline>(*document, "Timeline");
    QVERIFY(timeline);
    QCOMPARE(timeline->marks.size(), std::size_t{4});
    QCOMPARE(timeline->bars[timeline->marks[1].row].title, source.plan->findPhase("testing")->title);
    QCOMPARE(timeline->marks[1].day, timeline->bars[timeline->marks[1].row].to);
    QCOMPARE(timeline->marks[3].day, source.plan->finishDate.likely);
    QVERIFY(timeline->hasOwnRow()); // signing is of no phase
    QVERIFY(timeline->first() <= timeline->marks[0].day && timeline->end() > timeline->promised);
}

void TestProposal::axisNamesMonths_data()
{
    QTest::addColumn<int>("months");
    QTest::addColumn<std::string>("second");
    QTest::addColumn<int>("count");
    QTest::newRow("half a year") << 6 << std::string("Dec") << 6;
    QTest::newRow("a year") << 12 << std::string("Dec") << 12;
    QTest::newRow("two years") << 24 << std::string("Feb 2028") << 8;
    QTest::newRow("ten years") << 120 << std::string("Nov 2028") << 10;
    QTest::newRow("fifty years") << 600 << std::string("Nov 2032") << 10;
}

void TestProposal::axisNamesMonths()
{
    using namespace std::chrono_literals;
    QFETCH(int, months);
    QFETCH(std::string, second);
    QFETCH(int, count);
    DocumentTimeline timeline;
    timeline.bars = {{"A", 2027y / 11 / 15, Date{(2027y / 11 + std::chrono::months{months - 1}) / 20}}};
    timeline.promised = timeline.bars.front().to;
    QVERIFY(timeline.first() == Date{2027y / 11 / 1});
    const auto ticks = timeline.ticks();
    QCOMPARE(ticks.front().title, std::string("Nov 2027"));
    QCOMPARE(ticks[1].title, second);
    QCOMPARE(ticks.size(), static_cast<std::size_t>(count));
    QVERIFY(ticks.back().day < timeline.end());
}

// What the maker of the plan may see more than a client is nowhere in it.
void TestProposal::everyAudienceReadsTheSame()
{
    ExportSource source = simulated(test::offerSource());
    test::addChanges(source);
    const auto proposal = proposalOf(source);
    const auto order = changeOrderOf(source);
    source.audience = Audience::client;
    const ExportSource redacted = forAudience(source);
    const auto redactedProposal = proposalOf(redacted);
    const auto redactedOrder = changeOrderOf(redacted);
    QVERIFY(proposal && order && redactedProposal && redactedOrder);
    QVERIFY(*proposal == *redactedProposal);
    QVERIFY(*order == *redactedOrder);
}

void TestProposal::secretsStayIn_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("proposal") << QStringLiteral("docx");
    QTest::newRow("change order") << QStringLiteral("changeorderdocx");
}

void TestProposal::secretsStayIn()
{
    QFETCH(QString, key);
    ExportSource source = simulated(secrets::source(true));
    const auto secrets = secrets::secretsOf(*source.plan, *source.risk);
    for (const Audience audience : {Audience::client, Audience::internal}) { // which reads the same
        source.audience = audience;
        const QString text = secrets::textOf(exported(key.toUtf8().constData(), source).bytes);
        QVERIFY(text.contains(QStringLiteral("Saltbush Logistics")));
        const QString leaks = secrets::leaks(text, secrets, Audience::client);
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
        for (const char* word : {"margin of", "bill rate", "weekly rate", "person-week", "chance"})
            QVERIFY2(!text.contains(QString::fromUtf8(word), Qt::CaseInsensitive), word);
    }
}

void TestProposal::changeOrderTellsBothSides()
{
    ExportSource source = simulated(test::offerSource());
    test::addChanges(source);
    const auto document = changeOrderOf(source);
    QVERIFY(document);
    const auto* added = bodyOf<DocumentItems>(*document, "Added");
    const auto* removed = bodyOf<DocumentItems>(*document, "Removed");
    QVERIFY(added && removed);
    QCOMPARE(added->groups[0].items[0].title, source.plan->findItem("alerts")->title);
    QVERIFY(!added->groups[0].items[0].detail.empty());
    QCOMPARE(removed->groups[0].items[0].title, source.plan->findItem("traces")->title);
    QCOMPARE(removed->groups[0].items[0].detail, std::string("was to build, is now phase 2"));
    const auto* figures = bodyOf<DocumentTable>(*document, "Price and dates");
    const auto* payments = bodyOf<DocumentTable>(*document, "Payments");
    QVERIFY(figures && payments);
    const Money price = figuresOf(source).fixed.price;
    QCOMPARE(centsOf(figures->rows[0][2]), price.cents);
    QCOMPARE(centsOf(figures->rows[2][2]), (price + gstOn(source.plan->inputs, price)).cents);
    for (const std::size_t column : {std::size_t{2}, std::size_t{4}, std::size_t{5}, std::size_t{6}}) {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row + 1 < payments->rows.size(); ++row)
            sum += std::max<std::int64_t>(0, centsOf(payments->rows[row][column]));
        QCOMPARE(centsOf(payments->rows.back()[column]), sum);
    }
    QCOMPARE(centsOf(payments->rows.back()[2]), centsOf(figures->rows[0][1]));
    QCOMPARE(centsOf(payments->rows.back()[4]), price.cents);
}

void TestProposal::nothingChanged()
{
    ExportSource source = simulated(test::offerSource());
    test::addChanges(source);
    source.changes->before = source.document;
    const auto document = changeOrderOf(source);
    QVERIFY(document);
    const auto* text = bodyOf<DocumentText>(*document, "What changes");
    QVERIFY(text);
    QCOMPARE(text->paragraphs[0], std::string("Work, price, dates and payments stay as they are."));
    QVERIFY(!bodyOf<DocumentTable>(*document, "Payments"));
}

void TestProposal::whatIsMissingIsSaid()
{
    const auto formats = exportFormats();
    const auto unpriced = test::sampleSource([](Inputs& inputs) { inputs.client.clear(); });
    for (const ExportFormat& format : formats) {
        if (!format.needsOffer || !format.write)
            continue;
        QVERIFY(exportAs(format, unpriced).error().code == ErrorCode::noOffer);
        if (format.needsChanges)
            QVERIFY(exportAs(format, test::offerSource()).error().code == ErrorCode::noChanges);
    }
    ExportSource never = simulated(test::offerSource());
    test::addChanges(never);
    Inputs& before = never.changes->before.project.base;
    before.client.clear();
    before.team.front().billRate.reset();
    const auto order = changeOrderOf(never);
    QVERIFY(!order && order.error().code == ErrorCode::noOffer);
    QCOMPARE(order.error().what, std::string("Agreed"));
}

void TestProposal::hostileNamesGiveWholeFiles_data()
{
    QTest::addColumn<std::string>("name");
    for (const test::HostileName& hostile : test::hostileNames())
        QTest::newRow(hostile.row) << hostile.name;
}

void TestProposal::hostileNamesGiveWholeFiles()
{
    QFETCH(std::string, name);
    ExportSource source = test::namedSource(name);
    source.document.project.base.client = name; // never empty
    source.look.letterhead = {name, name, name, {}};
    TextCleaner cleaner;
    const QString clean = QString::fromStdString(cleaner.clean(name)).simplified();
    test::addChanges(source);
    for (const char* key : {"docx", "changeorderdocx"}) {
        const Exported written = exported(key, source);
        QString words = wordsOf(written.bytes);
        QVERIFY2(words.simplified().contains(clean), qPrintable(words.left(500)));
        const bool isTold =
            std::ranges::any_of(written.losses, [](const Loss& loss) { return loss.kind == LossKind::characters; });
        QCOMPARE(isTold, cleaner.replaced() > 0);
    }
}

void TestProposal::documentHasWhatItNeeds()
{
    ExportSource source = test::offerSource();
    source.look.paper = PaperSize::letter;
    source.look.letterhead.logo = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x40\x08\x06", 26);
    const std::string all = test::unpacked(exported("docx", source).bytes);
    for (const char* part :
         {"<w:lang w:val=\"en-AU\"", "<w:tblHeader/>", "<w:keepNext/>", "w:instr=\"PAGE\"", "w:instr=\"NUMPAGES\"",
          "<w:pgSz w:w=\"12240\" w:h=\"15840\"/>", "r:embed=\"rId1\"", "<w:headerReference", "<w:footerReference",
          "Ironbark Studio", "<dc:title>Ledgerly</dc:title>", "<dc:creator>Ironbark Studio</dc:creator>"})
        QVERIFY2(all.contains(part), part);
    source.look.letterhead.logo.clear();
    QVERIFY(!test::unpacked(exported("docx", source).bytes).contains("w:drawing"));
}

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
