#include "ui/report/export_job.h"

#include "data/exchange/redaction.h"
#include "data/file_io.h"
#include "ui/base/wording_exports.h"
#include "ui/report/prepared_report.h"

#include <utility>

namespace trestle {

namespace {

std::unexpected<PackFailure> nothingWritten(Error error)
{
    return std::unexpected(PackFailure{std::move(error), {}});
}

} // namespace

/// The source with its plan, in the better order also where the window is still looking for that.
Result<ExportSource> ExportJob::settled() const
{
    ExportSource whole = source;
    const bool holdsFigures =
        !pack.empty() || format.content != ExportContent::plan || source.audience != Audience::internal;
    if (whole.plan && (isSettled || !holdsFigures))
        return whole;
    const Result<Inputs> inputs =
        whole.plan ? whole.plan->inputs : inputsOf(whole.document.project, whole.stamp.scenario);
    if (!inputs)
        return std::unexpected(inputs.error());
    Result<Plan> best = makePlan(whole.document.catalogue.catalogue, *inputs);
    if (!best)
        return std::unexpected(best.error());
    whole.plan = std::make_shared<const Plan>(std::move(*best));
    return whole;
}

std::expected<ExportJob::Written, PackFailure> ExportJob::run() const
{
    auto whole = settled();
    if (!whole)
        return nothingWritten(whole.error());
    if (!pack.empty()) {
        const auto made = makePack(pack, std::move(*whole));
        if (!made)
            return nothingWritten(made.error());
        if (auto ok = writePack(*made, path.toStdString()); !ok)
            return std::unexpected(ok.error());
        return Written{made->files.size(), wording::losses(*made)};
    }
    const auto exported = exportAs(format, std::move(*whole));
    if (!exported)
        return nothingWritten(exported.error());
    if (auto ok = writeFileAtomically(path.toStdString(), exported->bytes); !ok)
        return nothingWritten(ok.error());
    return Written{1, wording::losses(exported->losses)};
}

Result<std::shared_ptr<const PreparedReport>> ExportJob::prepare() const
{
    auto whole = settled();
    if (!whole)
        return std::unexpected(whole.error());
    if (auto ok = simulateFor({&format, 1}, *whole); !ok)
        return std::unexpected(ok.error());
    return PreparedReport::of(forAudience(std::move(*whole)));
}

} // namespace trestle
