#pragma once

#include "data/exchange/foreign/foreign_plan.h"
#include "data/exchange/tasks_table/table_mapping.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trestle {

enum class ImportKind : std::uint8_t { planJson, msProjectXml, ganttProject, workbook, csv };

/// What lies at a path, told by its first bytes: a text is CSV where its name ends so, or where a line names columns of
/// tasks. Nothing where it is none of these, or cannot be looked at; "-" is standard input, which is not looked at.
std::optional<ImportKind> importKindAt(const std::string& path);

/// A file that was read once and can become a plan in several ways.
struct ImportFile {
    ImportKind kind = ImportKind::planJson;
    std::string where; ///< what the file is called in errors
    std::variant<ProjectDocument, ForeignProject, TaskTable> content;

    [[nodiscard]] const TaskTable* table() const { return std::get_if<TaskTable>(&content); }
};

/// "-" is standard input. Errors: those of reading, of parsePlanJson() and of the readers of the formats; notAPlan.
Result<ImportFile> readImportFile(const std::string& path, const std::string& where);
/// The same of what was read from a file of that name.
Result<ImportFile> importFileOf(std::string_view bytes, const std::string& name, const std::string& where);

/// `mapping` is of the file's table, where it has one; `today` stands in for dates that it does not tell.
Result<ImportedPlan> planOfImport(const ImportFile& file, const TableMapping& mapping, Date today);

/// How much a plan holds.
struct ImportCounts {
    std::size_t phases = 0;
    std::size_t items = 0;
    std::size_t links = 0;
    std::size_t people = 0;
    friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};
ImportCounts countsOf(const ProjectDocument& document);

/// What a column of a table is called, what it means and how its cells read.
struct ImportColumn {
    std::string heading;
    ColumnUse use;
    std::vector<std::string> cells; ///< of the first rows, one each
};
/// A file before it becomes a plan: its columns, where it has some, what the plan will hold, and what is lost.
struct ImportPreview {
    std::vector<ImportColumn> columns;
    ImportCounts counts;
    std::vector<ImportLoss> losses;
};
inline constexpr std::size_t kPreviewRows = 8;
std::vector<ImportColumn> columnsOf(const TaskTable& table, const TableMapping& mapping);
Result<ImportPreview> previewOf(const ImportFile& file, const TableMapping& mapping, Date today);

/// Reads "Task name=name,Est (h)=work:hours" into a mapping: headings, or letters of columns, with meanings. Error:
/// invalidValue, with the entry.
Result<void> applyMapping(TableMapping& mapping, const TaskTable& table, const std::string& entries);

} // namespace trestle
