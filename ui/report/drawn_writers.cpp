#include "ui/report/drawn_writers.h"

#include "models/decisions/risk_worth.h"
#include "models/risk/version_comparison.h"
#include "ui/history/comparison_words.h"
#include "ui/paper/glyph_watch.h"
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
    return exportedBytes(pictureOf(source).png(source.look.scale));
}

Result<Exported> writeSvg(const ExportSource& source)
{
    return exportedBytes(pictureOf(source).svg());
}

/// With the fonts that drawing needs, and a list of what they could not show.
template <ExportWrite write>
Result<Exported> drawn(const ExportSource& source)
{
    const DrawingApplication application;
    const GlyphWatch watch;
    Result<Exported> exported = write(source);
    if (const auto loss = watch.loss(); loss && exported)
        exported->losses.push_back(*loss);
    return exported;
}

constexpr std::array kDrawnWriters{
    ExportWriter{"pdf", drawn<writeReport>},
    ExportWriter{"png", drawn<writePng>},
    ExportWriter{"svg", drawn<writeSvg>},
};

} // namespace

std::span<const ExportWriter> drawnWriters()
{
    return kDrawnWriters;
}

} // namespace trestle
