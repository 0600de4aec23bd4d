#include "ui/history/version_comparer.h"

#include "ui/plan_document.h"
#include "ui/window_application.h"

#include <utility>

namespace trestle {

namespace {

/// The project of a side: read from the file, or given.
Result<Project> readSide(PlanFile& file, const std::optional<std::int64_t>& revision, const Project& now)
{
    if (!revision)
        return now;
    Result<ProjectDocument> document = file.documentAt(*revision);
    return document ? Result<Project>(std::move(document->project)) : std::unexpected(document.error());
}

} // namespace

VersionComparer::VersionComparer(PlanDocument& document, QObject* parent) : QObject(parent), m_document(document)
{
    setObjectName(QStringLiteral("versionComparer"));
}

VersionComparer::~VersionComparer() = default;

void VersionComparer::cancel()
{
    ++m_latest;
    m_worker.request_stop();
}

void VersionComparer::compare(const VersionPair& pair)
{
    cancel();
    const std::uint64_t number = m_latest;
    m_document.withFile(
        this, [this, number, pair, now = m_document.contents()](PlanFile& file) -> std::function<void()> {
            const Result<Project> before = readSide(file, pair.before, now);
            const Result<Project> after = readSide(file, pair.after, now);
            if (!before || !after)
                return [this, number, error = before ? after.error() : before.error()] {
                    if (number == m_latest)
                        Q_EMIT failed(error);
                };
            auto versions = std::make_shared<ComparedVersions>(ComparedVersions{pair, *before, *after, {}});
            return [this, number, versions] {
                if (number == m_latest)
                    compute(versions);
            };
        });
}

void VersionComparer::compute(std::shared_ptr<ComparedVersions> versions)
{
    const std::uint64_t number = m_latest;
    m_worker = std::jthread([this, number, versions = std::move(versions),
                             catalogue = m_document.project().catalogue.catalogue](const std::stop_token& stop) {
        runFor(this, [&] { answer(number, catalogue, versions, stop); });
    });
}

/// In the worker.
void VersionComparer::answer(std::uint64_t number, const std::shared_ptr<const Catalogue>& catalogue,
                             const std::shared_ptr<ComparedVersions>& versions, const std::stop_token& stop)
{
    SimulationOptions options;
    options.stop = stop;
    Result<VersionComparison> comparison = compareVersions(catalogue, versions->before, versions->after, options);
    if (stop.stop_requested())
        return;
    QMetaObject::invokeMethod(
        this,
        [this, number, versions, comparison = std::move(comparison)] {
            if (number != m_latest)
                return;
            if (!comparison) {
                Q_EMIT failed(comparison.error());
                return;
            }
            versions->comparison = *comparison;
            Q_EMIT compared(versions);
        },
        Qt::QueuedConnection);
}

} // namespace trestle
