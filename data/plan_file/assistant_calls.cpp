#include "data/plan_file/assistant_calls.h"

#include "data/plan_file/schema.h"

#include <algorithm>
#include <string>

namespace trestle::planfile {

namespace {

constexpr int kKeptCalls = 1000;

} // namespace

bool hasCalls(SQLite::Database& db)
{
    return isOptionalThere(db, kCallTable);
}

void addCalls(SQLite::Database& db, std::span<const AssistantCall> calls)
{
    if (calls.empty() || !makeOptional(db, kCallTable))
        return;
    SQLite::Statement insert(db,
                             "INSERT INTO assistant_call(at, client, tool, arguments, failed) VALUES(?, ?, ?, ?, ?)");
    for (const AssistantCall& call : calls) {
        insert.reset();
        insert.bind(1, call.at);
        insert.bind(2, call.client);
        insert.bind(3, call.tool);
        insert.bind(4, call.arguments);
        insert.bind(5, call.failed ? 1 : 0);
        insert.exec();
    }
    db.exec("DELETE FROM assistant_call WHERE id <= (SELECT max(id) FROM assistant_call) - " +
            std::to_string(kKeptCalls));
}

std::vector<AssistantCall> readCalls(SQLite::Database& db)
{
    std::vector<AssistantCall> calls;
    if (!hasCalls(db))
        return calls;
    SQLite::Statement rows(db,
                           "SELECT at, client, tool, arguments, failed FROM assistant_call ORDER BY id DESC LIMIT " +
                               std::to_string(kKeptCalls));
    while (rows.executeStep())
        calls.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                         rows.getColumn(3).getString(), rows.getColumn(4).getInt() != 0});
    std::ranges::reverse(calls);
    return calls;
}

} // namespace trestle::planfile
