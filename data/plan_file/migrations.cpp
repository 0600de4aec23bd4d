#include "data/plan_file/migrations.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/fresh_plan.h"

#include <filesystem>
#include <system_error>

namespace trestle::planfile {

std::span<const Migration> migrations()
{
    return {};
}

int migrate(Connection& connection, const std::string& path, const std::string& resolved, int version,
            std::span<const Migration> steps)
{
    if (steps.empty() || steps.back().from < version)
        return version;
    const std::string backup = resolved + ".v" + std::to_string(version) + ".bak";
    std::error_code code;
    // A backup that is there already is of a migration that did not get to its end.
    if (!std::filesystem::exists(backup, code))
        copyPlanFile(connection, path, resolved, backup);
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
