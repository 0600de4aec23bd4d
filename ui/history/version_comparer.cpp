#include "ui/history/version_comparer.h"

#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"

#include <utility>

namespace trestle {

namespace {

/// What a side holds: read from the file, or given.
Result<ProjectDocument> readSide(PlanFile& file, const std::optional<std::int64_t>& revision,
                                 const ProjectDocument& now)
{
    return revision ? file.documentAt(*revision) : now;
}

} // namespace

VersionComparer::VersionComparer(PlanDocument& document, QObject* parent)
    : QObject(parent), m_document(document), m_runner(new QuestionRunner(this))
{
    setObjectName(QStringLiteral("versionComparer"));
}

VersionComparer::~VersionComparer() = default;

void VersionComparer::cancel()
{
    ++m_latest;
    m_runner->cancel();
}

void VersionComparer::compare(const VersionPair& pair)
{
    cancel();
    const std::uint64_t number = m_latest;
    m_document.withFile(
        this, [this, number, pair, now = m_document.project()](PlanFile& file) -> std::function<void()> {
            const Result<ProjectDocument> before = readSide(file, pair.before, now);
            const Result<ProjectDocument> after = readSide(file, pair.after, now);
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
    m_runner->ask(
        [versions](const QuestionOptions& options) {
            const ProjectDocument& before = versions->before;
            const ProjectDocument& after = versions->after;
            return compareVersions(before.catalogue.catalogue, before.project, after.catalogue.catalogue, after.project,
                                   simulationOf(options));
        },
        [this, versions](Result<VersionComparison> comparison) {
            if (!comparison) {
                Q_EMIT failed(comparison.error());
                return;
            }
            versions->comparison = std::move(*comparison);
            Q_EMIT compared(versions);
        });
}

} // namespace trestle
