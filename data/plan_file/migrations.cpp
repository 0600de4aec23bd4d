#include "data/plan_file/migrations.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"
#include "data/plan_file/fresh_plan.h"
#include "data/plan_file/schema.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace trestle::planfile {

namespace {

namespace fs = std::filesystem;

/// That a backup holds what the file holds: it was made, by a migration that did not get to its end, after the last
/// write.
bool isOfNow(const fs::path& backup, const fs::path& file)
{
    std::error_code code;
    const fs::file_time_type written = fs::last_write_time(file, code);
    if (code)
        return false;
    const fs::file_time_type made = fs::last_write_time(backup, code);
    return !code && made >= written;
}

/// PLAN.v1.bak, or where another plan's stands there, PLAN.v1.2.bak and so on.
void keepBackup(Connection& connection, const std::string& path, const std::string& resolved, int version)
{
    std::string backup;
    std::error_code code;
    for (int number = 1; number == 1 || fs::exists(backup, code); ++number) {
        backup = resolved + ".v" + std::to_string(version) + (number == 1 ? "" : '.' + std::to_string(number)) + ".bak";
        if (isOfNow(backup, resolved))
            return;
    }
    copyPlanFile(connection, path, resolved, backup);
}

/// Forecasts of status dates get a table. Documents stay as they are: those of version 1 are read as before.
void addForecastTable(SQLite::Database& db)
{
    for (const SchemaObject& object : coreSchema(2).subspan(coreSchema(1).size()))
        if (!makeOptional(db, object))
            raise(ErrorCode::damagedPlan, db.getFilename(), object.name, DetailKind::unexpectedDefinition);
}

constexpr std::array kMigrations{Migration{1, addForecastTable}};
static_assert(kMigrations.back().from + 1 == kFormatVersion);

} // namespace

std::span<const Migration> migrations()
{
    return kMigrations;
}

int migrate(Connection& connection, const std::string& path, const std::string& resolved, int version,
            std::span<const Migration> steps)
{
    if (steps.empty() || steps.back().from < version)
        return version;
    keepBackup(connection, path, resolved, version);
    connection.allow(kCheckTime);
    SQLite::Transaction transaction(connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const Migration& step : steps) {
        if (step.from < version)
            continue;
        step.run(connection.db());
        version = step.from + 1;
    }
    connection.db().exec("PRAGMA user_version=" + std::to_string(version));
    transaction.commit();
    return version;
}

} // namespace trestle::planfile
