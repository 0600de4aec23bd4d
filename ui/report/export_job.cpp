#include "ui/report/export_job.h"

#include "data/file_io.h"
#include "ui/base/wording_exports.h"

#include <utility>

namespace trestle {

namespace {

/// The same with the plan in the better order, where the window is still looking for that.
ExportSource inBetterOrder(ExportSource source)
{
    if (Result<Plan> best = makePlan(source.plan->catalogue, source.plan->inputs))
        source.plan = std::make_shared<const Plan>(std::move(*best));
    return source;
}

} // namespace

Result<QString> ExportJob::run() const
{
    const bool holdsFigures = format.content != ExportContent::plan;
    const auto exported = exportAs(format, holdsFigures && !isSettled ? inBetterOrder(source) : source);
    if (!exported)
        return std::unexpected(exported.error());
    if (auto ok = writeFileAtomically(path.toStdString(), exported->bytes); !ok)
        return std::unexpected(ok.error());
    return wording::losses(exported->losses);
}

} // namespace trestle
