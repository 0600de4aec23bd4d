#include "models/inputs.h"
#include "tests/fuzz/plans.h"
#include "tests/fuzz/target.h"

using namespace trestle;
using namespace trestle::fuzz;

/// A catalogue: refused with a reason, or read, read again from its canonical text without a difference, and planned
/// with nothing ticked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<LoadedCatalogue> catalogue = parseCatalogue(asText(data, size), "fuzz");
    if (!catalogue) {
        require(catalogue.error().code != ErrorCode::internal, "an error of ours: " + catalogue.error().what);
        ++tally().refused;
        return 0;
    }
    ++tally().exact;
    const Result<LoadedCatalogue> again = parseCatalogue(catalogue->json, "again");
    require(again.has_value(), "the canonical text cannot be read");
    require(again->json == catalogue->json && again->sha256 == catalogue->sha256, "another text the second time");
    Project project;
    project.base = newInputs(*catalogue->catalogue, "Fuzz", *parseDate("2027-01-04"));
    makePlans({project, *catalogue});
    return 0;
}
