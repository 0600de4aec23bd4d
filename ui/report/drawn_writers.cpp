#include "ui/report/drawn_writers.h"

#include "models/decisions/risk_worth.h"
#include "models/risk/version_comparison.h"
#include "ui/history/comparison_words.h"
#include "ui/report/drawing_application.h"
#include "ui/report/exports.h"
#include "ui/report/plan_pictures.h"

#include <array>

namespace trestle {

namespace {

Exported exportedBytes(const QByteArray& bytes)
{
    return {bytes.toStdString(), {}};
}

Result<Exported> writeReport(const ExportSource& source)
{
    const DrawingApplication application;
    QuestionOptions options;
    options.runs = source.risk->runs;
    options.seed = source.risk->seed;
    options.threads = source.simulation.threads;
    options.stop = source.simulation.stop;
    options.known = source.risk;
    const auto worth = registerWorth(*source.plan, options);
    if (!worth)
        return std::unexpected(worth.error());
    if (!source.changes)
        return exportedBytes(reportPdf(*source.plan, *source.risk, source.stamp, nullptr, &*worth));
    const ChangesSince& changes = *source.changes;
    const auto comparison = compareVersions(changes.before.catalogue.catalogue, changes.before.project,
                                            source.document.catalogue.catalogue, changes.now, source.simulation);
    if (!comparison)
        return std::unexpected(comparison.error());
    const ComparisonWords words = comparisonWords(*comparison, *source.plan->catalogue, changes.now.base,
                                                  versionName(changes.version), nameOfNow(changes.today));
    return exportedBytes(reportPdf(*source.plan, *source.risk, source.stamp, &words, &*worth));
}

ChartPicture pictureOf(const ExportSource& source)
{
    return planPicture(*source.plan, *source.risk, source.stamp, source.look.chart, source.audience);
}

Result<Exported> writePng(const ExportSource& source)
{
    const DrawingApplication application;
    return exportedBytes(pictureOf(source).png(source.look.scale));
}

Result<Exported> writeSvg(const ExportSource& source)
{
    const DrawingApplication application;
    return exportedBytes(pictureOf(source).svg());
}

constexpr std::array kDrawnWriters{
    ExportWriter{"pdf", writeReport},
    ExportWriter{"png", writePng},
    ExportWriter{"svg", writeSvg},
};

} // namespace

std::span<const ExportWriter> drawnWriters()
{
    return kDrawnWriters;
}

} // namespace trestle
