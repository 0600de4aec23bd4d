#include "data/formats/export_formats.h"
#include "tests/bench/export_table.h"
#include "ui/report/drawing_application.h"
#include "ui/report/drawn_writers.h"

/// What every format takes to write, those that are drawn among them, beside the plan's own JSON.
///
///     bench_ui_exports
int main()
{
    const trestle::DrawingApplication application;
    trestle::bench::printExportTable(trestle::exportFormats(trestle::drawnWriters()));
    return 0;
}
