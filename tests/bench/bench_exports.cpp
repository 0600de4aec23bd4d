#include "data/formats/export_formats.h"
#include "tests/bench/export_table.h"

/// What each format that needs no window takes to write, beside the plan's own JSON.
///
///     bench_exports
int main()
{
    trestle::bench::printExportTable(trestle::exportFormats());
    return 0;
}
