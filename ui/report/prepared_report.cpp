#include "ui/report/prepared_report.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/told_changes.h"
#include "models/risk/layers.h"
#include "models/risk/version_comparison.h"
#include "ui/base/format.h"
#include "ui/paper/paper_document.h"

#include <utility>

namespace trestle {

namespace {

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

/// The simulation with the plan from its estimates alone beside it: a report says what that would promise.
Result<void> addLayers(ExportSource& source)
{
    if (!source.risk->layers.empty())
        return {};
    auto layers = riskLayers(*source.plan, sameRuns(source));
    if (!layers)
        return std::unexpected(layers.error());
    auto risk = std::make_shared<Risk>(*source.risk);
    risk->layers = std::move(*layers);
    source.risk = std::move(risk);
    return {};
}

} // namespace

Result<std::shared_ptr<const PreparedReport>> PreparedReport::of(const ExportSource& source)
{
    auto report = std::make_shared<PreparedReport>(Key{});
    report->m_source = source;
    if (showsChances(source.audience)) {
        if (auto ok = addLayers(report->m_source); !ok)
            return std::unexpected(ok.error());
        auto worth = worthOf(report->m_source);
        if (!worth)
            return std::unexpected(worth.error());
        report->m_worth = std::move(*worth);
        if (source.changes) {
            auto changes = changesOf(report->m_source);
            if (!changes)
                return std::unexpected(changes.error());
            report->m_changes = std::move(*changes);
        }
    }
    report->m_pages.emplace(report->m_source, report->m_changes ? &*report->m_changes : nullptr,
                            report->m_worth ? &*report->m_worth : nullptr);
    if (report->m_pages->count() == 0)
        return fail(ErrorCode::emptyReport);
    return report;
}

QString PreparedReport::title() const
{
    return format::raw(m_source.plan->inputs.name);
}

QByteArray PreparedReport::pdf() const
{
    return paperDocument(
        title(), m_source.stamp, m_pages->count(),
        [this](QPainter& painter, std::size_t page) { m_pages->paint(painter, page); }, paper());
}

} // namespace trestle
