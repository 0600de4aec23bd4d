#include "data/formats/import_file.h"
#include "tests/fuzz/plans.h"
#include "tests/fuzz/target.h"

using namespace trestle;
using namespace trestle::fuzz;

/// A file of tasks of whatever kind its bytes tell, a table where they tell none: refused with a reason, or made a plan
/// that is written and read again without a difference, and planned.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Date today = parseDate("2027-01-04").value();
    const Result<ImportFile> file = importFileOf(asText(data, size), "fuzz.csv", "fuzz");
    const TaskTable* table = file ? file->table() : nullptr;
    const Result<ImportedPlan> plan = file ? planOfImport(*file, table ? guessMapping(*table) : TableMapping{}, today)
                                           : Result<ImportedPlan>(std::unexpected(file.error()));
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
