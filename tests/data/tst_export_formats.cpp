#include "data/embedded.h"
#include "data/file_io.h"
#include "data/formats/export_formats.h"
#include "tests/data/support/export_sources.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>
#include <utility>

using namespace trestle;
using namespace std::chrono_literals;

/// What every export format has in common, whoever writes it.
class TestExportFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreOneEach();
    void everyFormatOfDataWritesTheSample_data();
    void everyFormatOfDataWritesTheSample();
    void drawnFormatsGetTheirWriters();
    void simulatedWhereNeeded_data();
    void simulatedWhereNeeded();
    void stoppedIsCancelled();
    void refusesOtherAudiences();
    void scenariosWhereNeeded();
    void guidesNameEveryFormat_data();
    void guidesNameEveryFormat();
};

namespace {

ExportSource sampleSource()
{
    ExportSource source;
    source.document = parsePlanJson(embeddedJson("samples/ledgerly.json").value(), "sample").value();
    const Project& project = source.document.project;
    source.plan = std::make_shared<const Plan>(makePlan(source.document.catalogue.catalogue, project.base).value());
    source.stamp = {{}, std::chrono::sys_days{2026y / 11 / 22} + 10h, planHash(source.document)};
    source.simulation.runs = 50;
    source.simulation.drivingRuns = 10;
    return source;
}

Result<Exported> tellSimulated(const ExportSource& source)
{
    return Exported{source.risk ? std::to_string(source.risk->runs) : "not simulated", {}};
}

/// The part of a page from a text up to the next text after it.
QString part(const char* page, const QString& from, const QString& to)
{
    const auto text = readTextFile(std::string(TRESTLE_SOURCE "/resources/docs/") + page);
    const QString all = QString::fromStdString(text.value_or(""));
    const qsizetype start = all.indexOf(from);
    return start < 0 ? QString() : all.mid(start, all.indexOf(to, start) - start);
}

Result<Exported> tellScenarios(const ExportSource& source)
{
    Exported told;
    for (const ScenarioOutcome& scenario : source.scenarios)
        told.bytes += scenario.name + ":" + (scenario.risk ? std::to_string(scenario.risk->runs) : "none") + ";";
    return told;
}

} // namespace

void TestExportFormats::keysAreOneEach()
{
    std::set<std::string_view> keys;
    std::set<std::pair<ExportContent, std::string_view>> names; // what the menu and the help tell them apart by
    for (const ExportFormat& format : exportFormats()) {
        QVERIFY(keys.insert(format.key).second);
        QVERIFY(names.insert({format.content, format.name}).second);
        const QString ending = QString::fromUtf8(format.ending);
        QVERIFY2(QRegularExpression("^[a-z0-9]+$").match(ending).hasMatch(), qPrintable(ending));
        const QString key = QString::fromUtf8(format.key);
        QVERIFY2(QRegularExpression("^[a-z0-9]+$").match(key).hasMatch(), qPrintable(key));
        // A file's ending means a format of that name, where there is one.
        const auto all = exportFormats();
        const ExportFormat* own = formatOf(all, format.ending);
        QVERIFY(!own || own->key == formatOfFile(all, format.ending)->key);
    }
}

void TestExportFormats::everyFormatOfDataWritesTheSample_data()
{
    QTest::addColumn<QString>("key");
    for (const ExportFormat& format : exportFormats())
        if (format.write)
            QTest::addRow("%s", format.key.data()) << QString::fromUtf8(format.key);
}

void TestExportFormats::everyFormatOfDataWritesTheSample()
{
    QFETCH(QString, key);
    const auto formats = exportFormats();
    const ExportFormat* format = formatOf(formats, key.toStdString());
    QVERIFY(format);
    const auto written = exportAs(*format, test::sourceFor(*format));
    QVERIFY(written);
    QVERIFY(test::unpacked(written->bytes).contains("Ledgerly"));
    QCOMPARE(exportAs(*format, test::sourceFor(*format))->bytes, written->bytes);
    std::set<LossKind> kinds;
    for (const Loss& loss : written->losses) {
        QVERIFY(kinds.insert(loss.kind).second);
        QVERIFY(loss.count > 0);
    }
}

void TestExportFormats::drawnFormatsGetTheirWriters()
{
    const auto without = exportFormats();
    std::vector<ExportWriter> writers;
    for (const ExportFormat& format : without)
        if (!format.write)
            writers.push_back({format.key, tellSimulated});
    QVERIFY(!writers.empty());
    const auto with = exportFormats(writers);
    QCOMPARE(with.size(), without.size());
    for (std::size_t i = 0; i < with.size(); ++i) {
        QCOMPARE(with[i].key, without[i].key);
        QVERIFY(with[i].write == (without[i].write ? without[i].write : tellSimulated));
    }
}

void TestExportFormats::simulatedWhereNeeded_data()
{
    QTest::addColumn<bool>("needed");
    QTest::addColumn<bool>("there");
    QTest::addColumn<std::string>("told");
    QTest::newRow("not needed") << false << false << std::string("not simulated");
    QTest::newRow("needed") << true << false << std::string("50");
    QTest::newRow("there already") << true << true << std::string("7");
}

void TestExportFormats::simulatedWhereNeeded()
{
    QFETCH(bool, needed);
    QFETCH(bool, there);
    QFETCH(std::string, told);
    ExportSource source = sampleSource();
    if (there) {
        Risk risk;
        risk.runs = 7;
        source.risk = std::make_shared<const Risk>(std::move(risk));
    }
    const ExportFormat format{
        .key = "told", .ending = "told", .name = "TOLD", .needsSimulation = needed, .write = tellSimulated};
    QCOMPARE(exportAs(format, std::move(source))->bytes, told);
}

void TestExportFormats::stoppedIsCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    ExportSource source = sampleSource();
    source.simulation.stop = stop.get_token();
    for (const bool needed : {false, true}) {
        const ExportFormat format{
            .key = "told", .ending = "told", .name = "TOLD", .needsSimulation = needed, .write = tellSimulated};
        const auto written = exportAs(format, source);
        QVERIFY(!written);
        QVERIFY(written.error().code == ErrorCode::cancelled);
    }
}

void TestExportFormats::refusesOtherAudiences()
{
    const ExportFormat format{
        .key = "told", .ending = "told", .name = "TOLD", .audiences = {.client = false}, .write = tellSimulated};
    for (const Audience audience : kAudiences) {
        ExportSource source = sampleSource();
        source.audience = audience;
        const auto written = exportAs(format, std::move(source));
        QCOMPARE(written.has_value(), audience != Audience::client);
        if (!written) {
            QVERIFY(written.error().code == ErrorCode::noExportForAudience);
            QCOMPARE(written.error().fix, std::string("internal, investor"));
        }
    }
}

void TestExportFormats::scenariosWhereNeeded()
{
    ExportFormat format{.key = "told",
                        .ending = "told",
                        .name = "TOLD",
                        .needsSimulation = true,
                        .needsScenarios = true,
                        .write = tellScenarios};
    ExportSource source = sampleSource();
    source.document.project.scenarios.clear();
    QCOMPARE(exportAs(format, source)->bytes, std::string()); // nothing to stand beside the base
    for (const char* name : {"Two more", "Later"})
        source.document.project.scenarios.emplace_back().name = name;
    source.stamp.scenario = "Later";
    std::vector<double> parts;
    source.simulation.progress = [&parts](double part) { parts.push_back(part); };
    source.simulation.threads = 1;
    QCOMPARE(exportAs(format, source)->bytes, std::string(":50;Two more:50;Later:50;"));
    QVERIFY(std::ranges::is_sorted(parts));
    QVERIFY(!parts.empty() && parts.back() <= 1);
    format.needsScenarios = false;
    QCOMPARE(exportAs(format, source)->bytes, std::string());
}

void TestExportFormats::guidesNameEveryFormat_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("command line") << part("command-line.md", "`export` writes ", "\n\n");
    QTest::newRow("user guide") << part("guide/exports.md", "**Export ▾** writes ", "\n\n");
}

void TestExportFormats::guidesNameEveryFormat()
{
    QFETCH(QString, text);
    for (const ExportFormat& format : exportFormats()) {
        const QRegularExpression word("\\b" + QString::fromUtf8(format.name) + "\\b");
        QVERIFY2(word.match(text).hasMatch(), format.name.data());
        if (format.key != format.ending) // where the ending does not tell, the key has to be known
            QVERIFY2(text.contains('`' + QString::fromUtf8(format.key) + '`') || !text.contains("--format"),
                     format.key.data());
    }
}

QTEST_GUILESS_MAIN(TestExportFormats)
#include "tst_export_formats.moc"
