#include "data/formats/export_formats.h"

#include "data/exchange/backlog_csv.h"
#include "data/exchange/cash_flow_csv.h"
#include "data/exchange/csv.h"
#include "data/exchange/github_script.h"
#include "data/exchange/html/html_page.h"
#include "data/exchange/icalendar.h"
#include "data/exchange/mermaid.h"
#include "data/exchange/mspdi/mspdi_writer.h"
#include "data/exchange/people_csv.h"
#include "data/exchange/proposal/docx_writer.h"
#include "data/exchange/slides/pptx.h"
#include "data/exchange/told_figures.h"
#include "data/exchange/xlsx/xlsx.h"

#include <algorithm>

namespace trestle {

namespace {

CsvForm formOf(const ExportSource& source)
{
    return {.separator = source.separator, .decimalSign = source.decimalComma ? ',' : '.'};
}

Result<Exported> writeTable(const ExportSource& source)
{
    return writeCsv(source, formOf(source));
}

Result<Exported> writeCashFlow(const ExportSource& source)
{
    return writeCashFlowCsv(source, formOf(source));
}

Result<Exported> writePeople(const ExportSource& source)
{
    return writePeopleCsv(source, formOf(source));
}

Result<Exported> writeWholePlan(const ExportSource& source)
{
    // The plan itself has every rate and every note in it: others get what comes of it.
    if (source.audience != Audience::internal)
        return writeToldFigures(source);
    return Exported{writePlanJson(source.document), {}};
}

} // namespace

std::vector<ExportFormat> exportFormats(std::span<const ExportWriter> drawn)
{
    using enum ExportContent;
    std::vector<ExportFormat> formats{
        {.key = "pdf",
         .ending = "pdf",
         .name = "PDF",
         .content = report,
         .needsSimulation = true,
         .needsPrice = true,
         .needsScenarios = true,
         .takesChanges = true,
         .takesPaper = true,
         .takesParts = true,
         .takesLetterhead = true,
         .takesGst = true},
        {.key = "proposal",
         .ending = "pdf",
         .name = "PDF",
         .content = proposal,
         .needsSimulation = true,
         .needsPrice = true,
         .needsOffer = true,
         .takesPaper = true,
         .takesLetterhead = true,
         .audiences = {.investor = false}},
        {.key = "docx",
         .ending = "docx",
         .name = "Word",
         .content = proposal,
         .needsSimulation = true,
         .needsPrice = true,
         .needsOffer = true,
         .takesPaper = true,
         .takesLetterhead = true,
         .audiences = {.investor = false},
         .write = writeProposalDocx},
        {.key = "changeorder",
         .ending = "pdf",
         .name = "PDF",
         .content = changeOrder,
         .needsOffer = true,
         .needsChanges = true,
         .takesChanges = true,
         .takesPaper = true,
         .takesLetterhead = true,
         .audiences = {.investor = false}},
        {.key = "changeorderdocx",
         .ending = "docx",
         .name = "Word",
         .content = changeOrder,
         .needsOffer = true,
         .needsChanges = true,
         .takesChanges = true,
         .takesPaper = true,
         .takesLetterhead = true,
         .audiences = {.investor = false},
         .write = writeChangeOrderDocx},
        {.key = "html",
         .ending = "html",
         .name = "HTML",
         .content = page,
         .needsSimulation = true,
         .needsPrice = true,
         .takesVersions = true,
         .write = writeHtml},
        {.key = "pptx",
         .ending = "pptx",
         .name = "PowerPoint",
         .content = slides,
         .needsSimulation = true,
         .needsPrice = true,
         .needsLayers = true,
         .takesLetterhead = true,
         .write = writePptx},
        {.key = "png",
         .ending = "png",
         .name = "PNG",
         .content = chart,
         .needsSimulation = true,
         .takesScale = true,
         .takesChart = true},
        {.key = "svg", .ending = "svg", .name = "SVG", .content = chart, .needsSimulation = true, .takesChart = true},
        {.key = "mermaid",
         .ending = "mmd",
         .name = "Mermaid",
         .content = chart,
         .needsSimulation = true,
         .write = writeMermaid},
        {.key = "xlsx",
         .ending = "xlsx",
         .name = "Excel",
         .content = workbook,
         .needsSimulation = true,
         .needsPrice = true,
         .write = writeXlsx},
        {.key = "csv", .ending = "csv", .name = "CSV", .content = table, .takesSeparator = true, .write = writeTable},
        {.key = "cashflow",
         .ending = "csv",
         .name = "CSV",
         .content = cashFlow,
         .needsSimulation = true,
         .needsCash = true,
         .takesSeparator = true,
         .audiences = {.client = false},
         .write = writeCashFlow},
        {.key = "people",
         .ending = "csv",
         .name = "CSV",
         .content = people,
         .takesSeparator = true,
         .audiences = {.client = false},
         .write = writePeople},
        {.key = "ics",
         .ending = "ics",
         .name = "iCalendar",
         .content = dates,
         .needsSimulation = true,
         .needsPrice = true,
         .write = writeICalendar},
        {.key = "msproject", .ending = "xml", .name = "MS Project XML", .content = tasks, .write = writeMspdi},
        {.key = "github", .ending = "sh", .name = "GitHub", .content = tickets, .write = writeGithubScript},
        {.key = "jira", .ending = "csv", .name = "Jira", .content = tickets, .write = writeJiraCsv},
        {.key = "linear", .ending = "csv", .name = "Linear", .content = tickets, .write = writeLinearCsv},
        {.key = "notion", .ending = "csv", .name = "Notion", .content = tickets, .write = writeNotionCsv},
        {.key = "trello", .ending = "csv", .name = "Trello", .content = tickets, .write = writeTrelloCsv},
        {.key = "json", .ending = "json", .name = "JSON", .content = plan, .write = writeWholePlan},
    };
    for (ExportFormat& format : formats) {
        const auto writer = std::ranges::find(drawn, format.key, &ExportWriter::format);
        if (writer != drawn.end())
            format.write = writer->write;
    }
    return formats;
}

const ExportFormat* formatOf(std::span<const ExportFormat> formats, std::string_view key)
{
    const auto found = std::ranges::find(formats, key, &ExportFormat::key);
    return found == formats.end() ? nullptr : &*found;
}

const ExportFormat* formatOfFile(std::span<const ExportFormat> formats, std::string_view ending)
{
    const auto found = std::ranges::find(formats, ending, &ExportFormat::ending);
    return found == formats.end() ? nullptr : &*found;
}

} // namespace trestle
