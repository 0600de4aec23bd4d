#include "ui/report/drawn_writers.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/told_changes.h"
#include "models/decisions/risk_worth.h"
#include "models/risk/layers.h"
#include "models/risk/version_comparison.h"
#include "ui/history/comparison_words.h"
#include "ui/paper/glyph_watch.h"
#include "ui/report/drawing_application.h"
#include "ui/report/exports.h"
#include "ui/report/plan_pictures.h"

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace trestle {

namespace {

Exported exportedBytes(const QByteArray& bytes)
{
    return {bytes.toStdString(), {}};
}

/// What a report tells beside the plan and its simulation, worked out for who reads it.
struct ReportWork {
    std::optional<RegisterWorth> worth;
    std::optional<ComparisonWords> changes;
};

SimulationOptions sameRuns(const ExportSource& source)
{
    SimulationOptions options = source.simulation;
    options.runs = source.risk->runs;
    options.seed = source.risk->seed;
    options.progress = {};
    return options;
}

Result<RegisterWorth> worthOf(const ExportSource& source)
{
    QuestionOptions options;
    options.runs = source.risk->runs;
    options.seed = source.risk->seed;
    options.threads = source.simulation.threads;
    options.stop = source.simulation.stop;
    options.known = source.risk;
    return registerWorth(*source.plan, options);
}

Result<ComparisonWords> changesOf(const ExportSource& source)
{
    const ChangesSince& changes = *source.changes;
    auto comparison = compareVersions(changes.before.catalogue.catalogue, changes.before.project,
                                      source.document.catalogue.catalogue, changes.now, source.simulation);
    if (!comparison)
        return std::unexpected(comparison.error());
    comparison->changes = toldChanges(std::move(comparison->changes), source.audience);
    return comparisonWords(*comparison, *source.plan->catalogue, changes.now.base, versionName(changes.version),
                           nameOfNow(changes.today));
}

/// Puts a result in its place; the error where there is none.
template <class T>
Result<void> keep(std::optional<T>& place, Result<T> result)
{
    if (!result)
        return std::unexpected(result.error());
    place = std::move(*result);
    return {};
}

Result<ReportWork> workFor(const ExportSource& source)
{
    ReportWork work;
    if (!showsCost(source.audience)) // nor chances: nothing of it is told
        return work;
    if (auto ok = keep(work.worth, worthOf(source)); !ok)
        return std::unexpected(ok.error());
    if (source.changes)
        if (auto ok = keep(work.changes, changesOf(source)); !ok)
            return std::unexpected(ok.error());
    return work;
}

/// The simulation with the plan from its estimates alone beside it, where a report says what that would promise.
Result<ExportSource> withLayers(const ExportSource& source)
{
    ExportSource layered = source;
    if (!showsChances(source.audience) || !source.risk->layers.empty())
        return layered;
    auto layers = riskLayers(*source.plan, sameRuns(source));
    if (!layers)
        return std::unexpected(layers.error());
    auto risk = std::make_shared<Risk>(*source.risk);
    risk->layers = std::move(*layers);
    layered.risk = std::move(risk);
    return layered;
}

Result<Exported> writeReport(const ExportSource& source)
{
    const DrawingApplication application;
    const auto layered = withLayers(source);
    if (!layered)
        return std::unexpected(layered.error());
    const auto work = workFor(*layered);
    if (!work)
        return std::unexpected(work.error());
    return exportedBytes(
        reportPdf(*layered, work->changes ? &*work->changes : nullptr, work->worth ? &*work->worth : nullptr));
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
