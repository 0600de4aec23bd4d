#include "ui/document/sample_plans.h"

#include "data/embedded.h"
#include "data/project_json.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <algorithm>

namespace trestle {

namespace {

Result<ProjectDocument> shippedPlan(const char* name)
{
    const std::optional<std::string_view> text = embeddedJson(name);
    return text ? parsePlanJson(*text, name) : fail(ErrorCode::internal, name);
}

SamplePlan ledgerly()
{
    return {QStringLiteral("ledgerly"),
            QStringLiteral("Ledgerly"),
            tr("bookkeeping, one and a half engineers"),
            "samples/ledgerly.json",
            "samples/ledgerly-before.json",
            tr("Sent to the client"),
            tr("Two weeks of work, and two scenarios")};
}

} // namespace

QList<SamplePlan> samplePlans()
{
    return {{QStringLiteral("founder"), QStringLiteral("Tideline"), tr("a founder alone, on her own unpaid time"),
             "samples/founder.json", nullptr, QString(), QString()},
            {QStringLiteral("start-up"), QStringLiteral("Paddock"), tr("a start-up of two that takes payments"),
             "samples/start-up.json", "samples/start-up-before.json", tr("Sent to investors"),
             tr("Two weeks of work, two scenarios and another outside view")},
            {QStringLiteral("agency"), QStringLiteral("Member portal"), tr("an agency with four roles, for a client"),
             "samples/agency.json", nullptr, QString(), QString()}};
}

std::optional<SamplePlan> samplePlan(const QString& id)
{
    QList<SamplePlan> all = samplePlans();
    all += ledgerly();
    const auto found = std::ranges::find(all, id, &SamplePlan::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

Result<PlanFile> copySample(const SamplePlan& sample, const QString& path, const Clock& clock)
{
    const Result<ProjectDocument> now = shippedPlan(sample.resource);
    const Result<ProjectDocument> first = sample.before ? shippedPlan(sample.before) : now;
    for (const auto* project : {&first, &now})
        if (!*project)
            return std::unexpected(project->error());
    Result<PlanFile> file = PlanFile::create(format::utf8(path), *first, format::utf8(tr("Copy of the sample")), clock);
    if (!file || !sample.before)
        return file;
    Result<void> done = file->setTag(file->head().id, format::utf8(sample.beforeName));
    if (done)
        done = file->edit(now->project, format::utf8(sample.since));
    if (!done)
        return std::unexpected(done.error());
    return file;
}

} // namespace trestle
