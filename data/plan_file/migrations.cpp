#include "data/plan_file/migrations.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/fresh_plan.h"

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

} // namespace

std::span<const Migration> migrations()
{
    return {};
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
