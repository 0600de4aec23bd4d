#include "data/exchange/audience_rules.h"
#include "data/formats/export_formats.h"
#include "tests/support/secret_plan.h"
#include "tests/ui/support/harness.h"
#include "ui/base/format.h"
#include "ui/checklist/item_note_dialog.h"
#include "ui/dialogs/plan_dialogs.h"
#include "ui/document/plan_document.h"
#include "ui/inspector/note_editor.h"
#include "ui/report/drawn_writers.h"

#include <QLabel>

#include <initializer_list>
#include <map>

using namespace trestle;

/// What an audience may not read is in no drawn file for it either.
class TestDrawnAudiences : public testing::UiTest {
    Q_OBJECT

private Q_SLOTS:
    void secretsStayIn_data();
    void secretsStayIn();
    void internalTellsThem_data();
    void internalTellsThem();
    void clientReadsThePrice();
    void fieldsForNotesSayHow();
};

namespace {

/// Those that only a program with Qt writes.
const std::vector<ExportFormat>& drawnFormats()
{
    static const std::vector<ExportFormat> all = [] {
        std::vector<ExportFormat> formats = exportFormats(drawnWriters());
        const std::vector<ExportFormat> without = exportFormats();
        std::erase_if(formats, [&](const ExportFormat& format) {
            return !format.write || formatOf(without, format.key)->write || format.key == "png"; // no text in it
        });
        return formats;
    }();
    return all;
}

ExportSource simulated(bool isAgency)
{
    static std::map<bool, ExportSource> made;
    const auto [at, isNew] = made.try_emplace(isAgency);
    if (isNew) {
        ExportSource source = secrets::source(isAgency);
        SimulationOptions options = source.simulation;
        options.price = isAgency;
        options.cash = true;
        options.layers = true;
        source.risk = std::make_shared<const Risk>(simulate(*source.plan, options).value());
        at->second = std::move(source);
    }
    return at->second;
}

QString written(const ExportFormat& format, ExportSource source, Audience audience, ChartKind chart = ChartKind::plan)
{
    source.audience = audience;
    source.look.chart = chart;
    const auto exported = exportAs(format, std::move(source));
    return exported ? secrets::textOf(exported->bytes) : QString::fromStdString("error: " + exported.error().what);
}

} // namespace

void TestDrawnAudiences::secretsStayIn_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("audience");
    QTest::addColumn<bool>("isAgency");
    QTest::addColumn<int>("chart");
    for (const ExportFormat& format : drawnFormats())
        for (const Audience audience : {Audience::client, Audience::investor})
            for (const bool isAgency : {true, false})
                for (const ChartRow& chart : kCharts) {
                    const bool isThere = format.takesChart
                                             ? hasChart(simulated(isAgency).plan->inputs, chart.kind, audience)
                                             : chart.kind == ChartKind::plan;
                    if (isThere && format.audiences.include(audience) && (isAgency || !format.needsOffer))
                        QTest::addRow("%s for %s of %s, %s", format.key.data(), keyOf(audience).data(),
                                      isAgency ? "an agency" : "a founder", chart.key.data())
                            << QString::fromUtf8(format.key) << static_cast<int>(audience) << isAgency
                            << static_cast<int>(chart.kind);
                }
}

void TestDrawnAudiences::secretsStayIn()
{
    QFETCH(QString, key);
    QFETCH(int, audience);
    QFETCH(bool, isAgency);
    QFETCH(int, chart);
    const auto whom = static_cast<Audience>(audience);
    const ExportSource source = simulated(isAgency);
    const QString text =
        written(*formatOf(drawnFormats(), key.toStdString()), source, whom, static_cast<ChartKind>(chart));
    QVERIFY2(text.contains(QStringLiteral("Ledgerly")), qPrintable(text.left(200)));
    const QString leaks = secrets::leaks(text, secrets::secretsOf(*source.plan, *source.risk), whom);
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
}

/// The same search finds them in files of the maker's own.
void TestDrawnAudiences::internalTellsThem_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("told");
    QTest::newRow("pdf")
        << "pdf"
        << QStringList{"total cost",         "chances",           "risk", "target date", "private note zebrafish",
                       "file of the source", "line of the source"};
    QTest::newRow("svg") << "svg" << QStringList{"chances"};
}

void TestDrawnAudiences::internalTellsThem()
{
    QFETCH(QString, key);
    QFETCH(QStringList, told);
    const ExportSource source = simulated(true);
    const QString text = written(*formatOf(drawnFormats(), key.toStdString()), source, Audience::internal);
    const QStringList found = secrets::toldBy(text, secrets::secretsOf(*source.plan, *source.risk));
    for (const QString& name : told)
        QVERIFY2(found.contains(name), qPrintable(name));
}

void TestDrawnAudiences::clientReadsThePrice()
{
    const ExportSource source = simulated(true);
    const QString text = written(*formatOf(drawnFormats(), "pdf"), source, Audience::client);
    QVERIFY(secrets::toldBy(text, secrets::secretsOf(*source.plan, *source.risk)).contains(QStringLiteral("price")));
}

void TestDrawnAudiences::fieldsForNotesSayHow()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const QString phase = format::text(document.catalogue().phases.front().id);
    DetailsDialog details(document, nullptr);
    ItemNoteDialog note(document, format::text(document.catalogue().phases.front().items.front().id), nullptr);
    NoteEditor editor(document);
    editor.setNode(phase);
    for (QWidget* place : std::initializer_list<QWidget*>{&details, &note, &editor}) {
        testing::showAt(*place, place->sizeHint());
        const auto* hint = place->findChild<QLabel*>(QStringLiteral("privateNoteHint"));
        QVERIFY2(hint, qPrintable(place->objectName()));
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(QStringLiteral("Private:")));
        QVERIFY(hint->height() >= hint->heightForWidth(hint->width()));
    }
}

TRESTLE_UI_TEST(TestDrawnAudiences)
#include "tst_drawn_audiences.moc"
