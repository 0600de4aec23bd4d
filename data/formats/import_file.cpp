#include "data/formats/import_file.h"

#include "data/exchange/foreign/foreign_xml.h"
#include "data/exchange/gan/gan_reader.h"
#include "data/exchange/mspdi/mspdi_reader.h"
#include "data/exchange/tasks_table/csv_table_reader.h"
#include "data/exchange/tasks_table/tasks_table_reader.h"
#include "data/exchange/tasks_table/xlsx_table_reader.h"
#include "data/file_io.h"
#include "models/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>

namespace trestle {

namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOldWorkbook = "\xD0\xCF\x11\xE0";

/// In UTF-8, or in UTF-16 with a byte order mark.
std::optional<char> firstSign(std::string_view bytes)
{
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (bytes.starts_with(mark))
            bytes.remove_prefix(mark.size());
    const std::size_t first = bytes.find_first_not_of(std::string_view(" \t\r\n\0", 5));
    return first == std::string_view::npos ? std::nullopt : std::optional(bytes[first]);
}

bool endsLikeTable(std::string_view path)
{
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == ".csv" || ending == ".tsv" || ending == ".tab";
}

/// Without a line that is cut off: up to the last line end that is in no quotes, where there is one.
std::string_view wholeLines(std::string_view bytes)
{
    std::size_t end = std::string_view::npos;
    bool isQuoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '"')
            isQuoted = !isQuoted;
        else if (bytes[i] == '\n' && !isQuoted)
            end = i;
    return bytes.substr(0, end);
}

/// By the beginning of a file; which XML it is, the root of it says.
std::optional<ImportKind> kindByBytes(std::string_view bytes, std::string_view path)
{
    if (bytes.starts_with(kZip) || bytes.starts_with(kOldWorkbook))
        return ImportKind::workbook;
    const std::optional<char> first = firstSign(bytes);
    if (first == '<')
        return ImportKind::msProjectXml;
    if (endsLikeTable(path))
        return ImportKind::csv;
    if (first == '{' || first == '[')
        return ImportKind::planJson;
    constexpr std::size_t enough = 65'536;
    const auto table = readCsvTable(wholeLines(bytes.substr(0, enough)), {});
    return table && hasTaskHeadings(*table) ? std::optional(ImportKind::csv) : std::nullopt;
}

Result<ImportFile> readXml(std::string_view bytes, const std::string& where)
{
    const Result<ForeignXml> xml = parseForeignXml(bytes, where);
    if (!xml)
        return std::unexpected(xml.error());
    const bool isGan = std::string_view(xml->document.document_element().name()) == kGanRoot;
    auto project = isGan ? readGan(*xml, where) : readMspdi(*xml, where);
    if (!project)
        return std::unexpected(project.error());
    return ImportFile{isGan ? ImportKind::ganttProject : ImportKind::msProjectXml, where, std::move(*project)};
}

/// "Sheet1": what a spreadsheet calls a sheet by itself, which says less than the file's name.
bool isUsualSheet(std::string_view name)
{
    constexpr std::string_view usual = "Sheet";
    if (!name.starts_with(usual))
        return false;
    const std::size_t digit = name.find_first_not_of(' ', usual.size());
    return digit != std::string_view::npos && name.find_first_not_of("0123456789", digit) == std::string_view::npos;
}

Result<ImportFile> readTable(ImportKind kind, std::string_view bytes, const std::string& path, const std::string& where)
{
    auto table = kind == ImportKind::csv ? readCsvTable(bytes, where) : readXlsxTable(bytes, where);
    if (!table)
        return std::unexpected(table.error());
    if (path != "-" && (isBlank(table->name) || isUsualSheet(table->name)))
        table->name = std::filesystem::path(path).stem().string();
    return ImportFile{kind, where, std::move(*table)};
}

/// What may be said instead of a meaning that there is not: the units of it, where it is that which is wrong.
std::vector<std::string> meaningsLike(const std::string& said)
{
    const std::size_t colon = said.find(':');
    const auto use = columnUseFrom(said.substr(0, colon));
    std::vector<std::string> known;
    if (colon != std::string::npos && use && hasUnit(use->meaning))
        for (const std::string_view unit : kUnitWords)
            known.push_back(said.substr(0, colon + 1).append(unit));
    else
        for (const MeaningWord& meaning : kMeaningWords)
            known.emplace_back(meaning.word);
    return known;
}

} // namespace

std::optional<ImportKind> importKindAt(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::array<char, 8192> start{};
    file.read(start.data(), start.size());
    const std::string_view bytes(start.data(), static_cast<std::size_t>(file.gcount()));
    return bytes.empty() ? std::nullopt : kindByBytes(bytes, path);
}

Result<ImportFile> readImportFile(const std::string& path, const std::string& where)
{
    const auto bytes = readTextFile(path);
    return bytes ? importFileOf(*bytes, path, where) : std::unexpected(bytes.error());
}

Result<ImportFile> importFileOf(std::string_view bytes, const std::string& name, const std::string& where)
{
    const std::optional<ImportKind> kind = kindByBytes(bytes, name);
    if (kind == ImportKind::msProjectXml)
        return readXml(bytes, where);
    if (kind == ImportKind::csv || kind == ImportKind::workbook)
        return readTable(*kind, bytes, name, where);
    auto document = parsePlanJson(bytes, where);
    if (!document)
        return std::unexpected(document.error());
    return ImportFile{ImportKind::planJson, where, std::move(*document)};
}

Result<ImportedPlan> planOfImport(const ImportFile& file, const TableMapping& mapping, Date today)
{
    if (const auto* document = std::get_if<ProjectDocument>(&file.content))
        return ImportedPlan{*document, {}};
    if (const auto* project = std::get_if<ForeignProject>(&file.content))
        return planOfForeign(*project, file.where);
    const auto project = readTasksTable(std::get<TaskTable>(file.content), mapping, today, file.where);
    return project ? planOfForeign(*project, file.where) : std::unexpected(project.error());
}

ImportCounts countsOf(const ProjectDocument& document)
{
    const Catalogue& catalogue = *document.catalogue.catalogue;
    ImportCounts counts{catalogue.phases.size(), 0, catalogue.links.size(), document.project.base.team.size()};
    for (const Phase& phase : catalogue.phases)
        counts.items += phase.items.size();
    return counts;
}

std::vector<ImportColumn> columnsOf(const TaskTable& table, const TableMapping& mapping)
{
    const std::size_t first = mapping.headings ? *mapping.headings + 1 : 0;
    std::vector<ImportColumn> columns;
    for (std::size_t column = 0; column < table.columns; ++column) {
        ImportColumn& made =
            columns.emplace_back(ImportColumn{headingOf(table, mapping, column), mapping.columns[column], {}});
        for (std::size_t row = first; row < std::min(table.rows.size(), first + kPreviewRows); ++row)
            made.cells.push_back(table.cell(row, column).text);
    }
    return columns;
}

Result<ImportPreview> previewOf(const ImportFile& file, const TableMapping& mapping, Date today)
{
    const auto plan = planOfImport(file, mapping, today);
    if (!plan)
        return std::unexpected(plan.error());
    ImportPreview preview{{}, countsOf(plan->document), plan->losses};
    if (const TaskTable* table = file.table())
        preview.columns = columnsOf(*table, mapping);
    return preview;
}

Result<void> applyMapping(TableMapping& mapping, const TaskTable& table, const std::string& entries)
{
    const auto columnOf = [&](std::string_view called) -> std::optional<std::size_t> {
        for (std::size_t column = 0; column < table.columns; ++column)
            if (headingOf(table, mapping, column) == called)
                return column;
        for (std::size_t column = 0; column < table.columns; ++column)
            if (columnLetters(column) == called)
                return column;
        return {};
    };
    const auto refuse = [](std::string what, Detail expected) {
        return fail(ErrorCode::invalidValue, std::move(what), "--map", std::move(expected));
    };
    std::string entry; // a heading may have commas in it
    for (std::size_t from = 0; from <= entries.size();) {
        const std::size_t comma = std::min(entries.find(',', from), entries.size());
        entry += (entry.empty() ? "" : ",") + entries.substr(from, comma - from);
        from = comma + 1;
        const std::size_t sign = entry.rfind('=');
        if (sign == std::string::npos && from <= entries.size())
            continue;
        const std::string called = entry.substr(0, sign);
        const auto column = columnOf(called);
        if (!column) {
            std::set<std::string> known;
            for (std::size_t i = 0; i < table.columns; ++i)
                known.insert(headingOf(table, mapping, i));
            return refuse(called, {DetailKind::oneOf, {known.begin(), known.end()}});
        }
        const std::string said = sign == std::string::npos ? std::string() : entry.substr(sign + 1);
        const auto as = columnUseFrom(said);
        if (!as)
            return refuse(entry, {DetailKind::oneOf, meaningsLike(said)});
        use(mapping, *column, *as);
        entry.clear();
    }
    return {};
}

} // namespace trestle
