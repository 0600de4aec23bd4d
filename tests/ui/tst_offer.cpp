#include "data/exchange/proposal/change_order_content.h"
#include "data/exchange/proposal/proposal_content.h"
#include "data/formats/export_formats.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "tests/support/secret_plan.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/pdf.h"
#include "ui/report/drawn_writers.h"
#include "ui/report/offer/offer_document.h"

using namespace trestle;

/// A proposal and a change order on paper.
class TestOffer : public testing::UiTest {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheDocumentSays_data();
    void saysWhatTheDocumentSays();
    void everyPaperHoldsIt_data();
    void everyPaperHoldsIt();
    void manyItemsGoOverPages();
    void anyNameIsHeld();
};

namespace {

ExportSource offer()
{
    ExportSource source;
    source.document = testing::sampleProject();
    Inputs& inputs = source.document.project.base;
    inputs.client = "Saltbush Logistics";
    inputs.team.front().billRate = Money::dollars(7000);
    inputs.price.payments = {{20, PaymentWhen::signing, {}},
                             {30, PaymentWhen::phaseFinished, "testing"},
                             {30, PaymentWhen::phaseFinished, "security"},
                             {20, PaymentWhen::launch, {}}};
    inputs.scopes = {{"two-factor", ItemScope::option}, {"traces", ItemScope::phase2}};
    source.look.letterhead.company = "Ironbark Studio";
    return source;
}

/// Planned and simulated.
ExportSource worked(ExportSource source)
{
    using namespace std::chrono_literals;
    const Inputs& inputs = source.document.project.base;
    source.plan = std::make_shared<const Plan>(makePlan(source.document.catalogue.catalogue, inputs).value());
    source.stamp = {{}, std::chrono::sys_days{2026y / 11 / 28} + 10h, "7f3a9c21", {}};
    source.simulation.runs = 50;
    SimulationOptions options = source.simulation;
    options.price = true;
    source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
    ChangesSince& changes = source.changes.emplace();
    changes.version.tag = "Agreed";
    changes.version.at = 1'795'000'000'000;
    changes.before = source.document;
    changes.before.project.base.scopes["alerts"] = ItemScope::phase2;
    changes.now = source.document.project;
    return source;
}

ClientDocument contentOf(const ExportSource& source, bool isOrder)
{
    return (isOrder ? changeOrderOf(source) : proposalOf(source)).value();
}

QString textOf(const QByteArray& pdf)
{
    return testing::poppler("pdftotext", {}, pdf, {"-"}).simplified();
}

/// Every text of a document.
QStringList textsOf(const ClientDocument& document)
{
    QStringList all;
    const auto add = [&](const std::string& text) { all << QString::fromStdString(text).simplified(); };
    add(document.title);
    for (const DocumentFigure& figure : document.figures)
        for (const std::string* text : {&figure.caption, &figure.value, &figure.detail})
            add(*text);
    for (const DocumentSection& section : document.sections) {
        add(section.title);
        add(section.detail);
        if (const auto* items = std::get_if<DocumentItems>(&section.body))
            for (const DocumentGroup& group : items->groups) {
                add(group.title);
                for (const DocumentItem& item : group.items)
                    for (const std::string* text : {&item.title, &item.detail, &item.amount})
                        add(*text);
            }
        if (const auto* table = std::get_if<DocumentTable>(&section.body))
            for (const auto& cells : table->rows)
                for (const std::string& cell : cells)
                    add(cell);
        if (const auto* text = std::get_if<DocumentText>(&section.body))
            for (const std::string& paragraph : text->paragraphs)
                add(paragraph);
        if (const auto* bullets = std::get_if<DocumentBullets>(&section.body))
            for (const std::string& line : bullets->lines)
                add(line);
    }
    return all;
}

} // namespace

void TestOffer::saysWhatTheDocumentSays_data()
{
    QTest::addColumn<bool>("isOrder");
    QTest::newRow("proposal") << false;
    QTest::newRow("change order") << true;
}

void TestOffer::saysWhatTheDocumentSays()
{
    QFETCH(bool, isOrder);
    const ExportSource source = worked(offer());
    const ClientDocument content = contentOf(source, isOrder);
    const QString text = textOf(offerPdf(content, source));
    for (const QString& words : textsOf(content))
        QVERIFY2(text.contains(words.normalized(QString::NormalizationForm_KC)), qPrintable(words + u'\n' + text));
    for (const char* words : {"Ironbark Studio", "Saltbush Logistics", "Signature", "valid until 28 December 2026"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

void TestOffer::everyPaperHoldsIt_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<bool>("isOrder");
    for (const bool isOrder : {false, true}) {
        const char* kind = isOrder ? "change order" : "proposal";
        QTest::addRow("%s on A4", kind) << static_cast<int>(PaperSize::a4) << isOrder;
        QTest::addRow("%s on A3", kind) << static_cast<int>(PaperSize::a3) << isOrder;
        QTest::addRow("%s on letter", kind) << static_cast<int>(PaperSize::letter) << isOrder;
    }
}

void TestOffer::everyPaperHoldsIt()
{
    QFETCH(int, paper);
    QFETCH(bool, isOrder);
    ExportSource source = worked(offer());
    source.look.paper = static_cast<PaperSize>(paper);
    const QByteArray pdf = offerPdf(contentOf(source, isOrder), source);
    const QString fault = testing::pdfFault(pdf, 0);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    if (source.look.paper == PaperSize::a4)
        QVERIFY(testing::pdfPages(pdf).size() <= 3);
}

void TestOffer::manyItemsGoOverPages()
{
    ExportSource source = offer();
    auto catalogue = std::make_shared<Catalogue>(*source.document.catalogue.catalogue);
    Phase& phase = catalogue->phases.front();
    const Item first = phase.items.front();
    for (int i = 0; i < 200; ++i) {
        Item& item = phase.items.emplace_back(first);
        item.id = "more-" + std::to_string(i);
        item.title = "Item number " + std::to_string(i);
    }
    for (Item& item : phase.items)
        item.share.value = 1.0 / static_cast<double>(phase.items.size());
    source.document.catalogue.catalogue = std::move(catalogue);
    source = worked(std::move(source));
    const ClientDocument content = contentOf(source, false);
    const QByteArray pdf = offerPdf(content, source);
    QVERIFY(testing::pdfPages(pdf).size() > 4);
    const QString fault = testing::pdfFault(pdf, 0);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    const QString text = textOf(pdf);
    for (const QString& words : textsOf(content))
        QVERIFY2(text.contains(words.normalized(QString::NormalizationForm_KC)), qPrintable(words));
}

void TestOffer::anyNameIsHeld()
{
    ExportSource source = offer();
    Inputs& inputs = source.document.project.base;
    std::string longName;
    for (int i = 0; i < 75; ++i)
        longName += "W i ";
    inputs.name = inputs.client = inputs.team.front().name = longName + "end";
    source.look.letterhead = {longName, longName, longName, {}};
    source = worked(std::move(source));
    const QByteArray pdf = offerPdf(contentOf(source, false), source);
    const QString fault = testing::pdfFault(pdf, 0);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

TRESTLE_UI_TEST(TestOffer)
#include "tst_offer.moc"
