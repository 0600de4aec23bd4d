#include "data/formats/import_plan.h"

namespace trestle {

Result<ImportedPlan> importPlan(const std::string& path, const std::string& where, Date today)
{
    const auto file = readImportFile(path, where);
    if (!file)
        return std::unexpected(file.error());
    const TaskTable* const table = file->table();
    return planOfImport(*file, table ? guessMapping(*table) : TableMapping{}, today);
}

} // namespace trestle
