#include "data/catalogue_json.h"
#include "data/exchange/times/times_reader.h"
#include "models/progress/import_times.h"
#include "tests/fuzz/target.h"

using namespace trestle;
using namespace trestle::fuzz;

/// A table of times: refused with a reason, or taken into a plan that keeps all rules; read twice it changes nothing
/// more.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Result<LoadedCatalogue> loaded = builtinCatalogue();
    require(loaded.has_value(), "the built-in catalogue cannot be read");
    const Catalogue& catalogue = *loaded->catalogue;
    const Date start = parseDate("2027-01-04").value();
    Inputs inputs = userInputs(catalogue, "Fuzz", start);
    inputs.asOf = parseDate("2027-02-01");
    const Result<TimesFile> file = timesFileOf(asText(data, size), "fuzz");
    const Result<TimesTable> table = file ? readTimes(*file, guessTimes(file->table), inputs.hoursPerWeek)
                                          : Result<TimesTable>(std::unexpected(file.error()));
    if (!table) {
        require(table.error().code == ErrorCode::invalidTimes, "an error of another kind");
        ++tally().refused;
        return 0;
    }
    ++tally().exact;
    const TimesImport once = importTimes(catalogue, inputs, *table, {}, start);
    require(checkInputs(catalogue, once.inputs).has_value(), "the plan breaks a rule");
    const TimesImport twice = importTimes(catalogue, once.inputs, *table, {}, start);
    require(twice.inputs == once.inputs, "read twice it is another plan");
    return 0;
}
