#include "data/exchange/foreign/foreign_plan.h"
#include "data/exchange/mspdi/mspdi_reader.h"
#include "tests/fuzz/plans.h"
#include "tests/fuzz/target.h"

using namespace trestle;
using namespace trestle::fuzz;

/// A project of another program: refused with a reason, or made a plan that is written and read again without a
/// difference, and planned.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<ForeignProject> project = readMspdi(asText(data, size), "fuzz");
    const Result<ImportedPlan> plan =
        project ? planOfForeign(*project, "fuzz") : Result<ImportedPlan>(std::unexpected(project.error()));
    if (!plan) {
        require(plan.error().code != ErrorCode::internal, "an error of ours: " + plan.error().what);
        ++tally().refused;
        return 0;
    }
    ++tally().exact;
    const std::string written = writePlanJson(plan->document);
    const Result<ProjectDocument> again = parsePlanJson(written, "again");
    require(again.has_value(), "what was imported cannot be read");
    require(again->project == plan->document.project, "read back as another plan");
    makePlans(plan->document);
    return 0;
}
