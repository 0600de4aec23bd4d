#include "tests/fuzz/plans.h"
#include "tests/fuzz/target.h"

using namespace trestle;
using namespace trestle::fuzz;

/// A plan as JSON: refused with a reason, or read, written and read again without a difference, and planned.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<ProjectDocument> document = parsePlanJson(asText(data, size), "fuzz");
    if (!document) {
        require(document.error().code != ErrorCode::internal, "an error of ours: " + document.error().what);
        ++tally().refused;
        return 0;
    }
    ++tally().exact;
    const std::string written = writePlanJson(*document);
    const Result<ProjectDocument> again = parsePlanJson(written, "again");
    require(again.has_value(), "what was written cannot be read");
    require(again->project == document->project, "read back as another plan");
    require(writePlanJson(*again) == written, "written differently the second time");
    makePlans(*document);
    return 0;
}
