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

/// What is worked out of two versions.
struct Worked {
    VersionComparison comparison;
    std::optional<ChangeOrder> order;
};

Result<Worked> workOut(const ProjectDocument& before, const ProjectDocument& after, bool withOrder,
                       const SimulationOptions& options)
{
    auto comparison =
        compareVersions(before.catalogue.catalogue, before.project, after.catalogue.catalogue, after.project, options);
    if (!comparison)
        return std::unexpected(comparison.error());
    Worked worked{std::move(*comparison), {}};
    if (!withOrder)
        return worked;
    const auto was = makePlan(before.catalogue.catalogue, before.project.base);
    const auto is = makePlan(after.catalogue.catalogue, after.project.base);
    if (!was || !is)
        return std::unexpected(was ? is.error() : was.error());
    auto order = changeOrder(*was, *is, options);
    if (!order)
        return std::unexpected(order.error());
    worked.order = std::move(*order);
    return worked;
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

void VersionComparer::compare(const VersionPair& pair, bool withOrder)
{
    cancel();
    const std::uint64_t number = m_latest;
    m_document.withFile(
        this, [this, number, pair, withOrder, now = m_document.project()](PlanFile& file) -> std::function<void()> {
            const Result<ProjectDocument> before = readSide(file, pair.before, now);
            const Result<ProjectDocument> after = readSide(file, pair.after, now);
            if (!before || !after)
                return [this, number, error = before ? after.error() : before.error()] {
                    if (number == m_latest)
                        Q_EMIT failed(error);
                };
            auto versions = std::make_shared<ComparedVersions>(ComparedVersions{pair, *before, *after, {}, {}});
            return [this, number, versions, withOrder] {
                if (number == m_latest)
                    compute(versions, withOrder);
            };
        });
}

void VersionComparer::compute(std::shared_ptr<ComparedVersions> versions, bool withOrder)
{
    m_runner->ask(
        [versions, withOrder](const QuestionOptions& options) {
            return workOut(versions->before, versions->after, withOrder, simulationOf(options));
        },
        [this, versions](Result<Worked> worked) {
            if (!worked) {
                Q_EMIT failed(worked.error());
                return;
            }
            versions->comparison = std::move(worked->comparison);
            versions->order = std::move(worked->order);
            Q_EMIT compared(versions);
        });
}

} // namespace trestle
