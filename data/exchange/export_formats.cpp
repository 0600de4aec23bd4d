#include "data/exchange/export_formats.h"

#include "data/exchange/csv.h"

#include <algorithm>

namespace trestle {

namespace {

Result<Exported> writeTable(const ExportSource& source)
{
    return writeCsv(*source.plan, source.stamp, source.separator);
}

Result<Exported> writeWholePlan(const ExportSource& source)
{
    return Exported{writePlanJson(source.document), {}};
}

} // namespace

std::vector<ExportFormat> exportFormats(std::span<const ExportWriter> drawn)
{
    using enum ExportContent;
    std::vector<ExportFormat> formats{
        {.ending = "pdf", .name = "PDF", .content = report, .needsSimulation = true, .takesChanges = true},
        {.ending = "png", .name = "PNG", .content = chart, .needsSimulation = true},
        {.ending = "svg", .name = "SVG", .content = chart, .needsSimulation = true},
        {.ending = "csv", .name = "CSV", .content = table, .takesSeparator = true, .write = writeTable},
        {.ending = "json", .name = "JSON", .content = plan, .write = writeWholePlan},
    };
    for (ExportFormat& format : formats) {
        const auto writer = std::ranges::find(drawn, format.ending, &ExportWriter::ending);
        if (writer != drawn.end())
            format.write = writer->write;
    }
    return formats;
}

const ExportFormat* formatOf(std::span<const ExportFormat> formats, std::string_view ending)
{
    const auto found = std::ranges::find(formats, ending, &ExportFormat::ending);
    return found == formats.end() ? nullptr : &*found;
}

} // namespace trestle
