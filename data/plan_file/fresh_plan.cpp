#include "data/plan_file/fresh_plan.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"
#include "data/plan_file/new_file.h"
#include "data/plan_file/salvage.h"
#include "data/plan_file/schema.h"

#include <optional>
#include <utility>

namespace trestle::planfile {

namespace {

// The copy is read back before anyone relies on it.
void checkCopy(const std::string& target, const std::string& temporary, const HeadRow& head)
{
    Connection copy(target, temporary, Access::read);
    const SchemaReport schema = inspectSchema(copy.db());
    copy.allow(kCheckTime);
    const std::string fault = structureFault(copy.db(), schema, false);
    if (!schema.damagedCore.empty() || !fault.empty() || readHead(copy.db()) != head)
        raise(ErrorCode::fileUnwritable, target, {}, DetailKind::damagedCopy);
    requireRevision(copy.db(), target, head.id);
}

void vacuumInto(Connection& connection, const std::string& path, const std::string& target,
                const std::string& temporary)
{
    try {
        SQLite::Statement vacuum(connection.db(), "VACUUM INTO ?");
        vacuum.bindNoCopy(1, temporary);
        vacuum.exec();
    } catch (const SQLite::Exception& failure) {
        const Error error = describe(failure, connection.handle(), target, Doing::writing);
        throw Failure{error.code == ErrorCode::damagedPlan ? Error{error.code, path, error.where, error.fix} : error};
    }
}

} // namespace

void makePlanFile(const std::string& target, const std::function<void(SQLite::Database&)>& fill, int version)
{
    NewFile file(target);
    {
        Connection connection(target, file.temporary(), Access::build);
        connection.allow(kCheckTime);
        try {
            connection.db().exec("PRAGMA page_size=" + std::to_string(kPageSize));
            SQLite::Transaction transaction(connection.db());
            createCoreSchema(connection.db(), version);
            fill(connection.db());
            transaction.commit();
        } catch (const SQLite::Exception& failure) {
            throw Failure{describe(failure, connection.handle(), target, Doing::writing)};
        }
    }
    file.publish();
}

void copyPlanFile(Connection& connection, const std::string& path, const std::string& resolved,
                  const std::string& target)
{
    connection.allow(kCheckTime);
    const std::optional<HeadRow> head = readHead(connection.db());
    if (!head)
        raise(ErrorCode::damagedPlan, path, "head", DetailKind::missing);
    // A tangle of pages would be copied for ever. (A file that is read is not checked when it is opened.)
    const SchemaReport schema = inspectSchema(connection.db());
    std::string fault = structureFault(connection.db(), schema, false);
    if (!fault.empty())
        raise(ErrorCode::damagedPlan, path, "pages", std::move(fault));
    // VACUUM would rebuild other programs' indexes and generated columns, and so run their expressions.
    if (schema.hasStrangers) {
        Salvage salvage(&connection, path, resolved, false);
        writeSalvaged(salvage, path, head->id, target, connection.version());
        return;
    }
    NewFile file(target);
    vacuumInto(connection, path, target, file.temporary());
    const auto check = [&] { checkCopy(target, file.temporary(), *head); };
    orRaise(guarded(target, Doing::writing, nullptr, check));
    file.publish();
}

} // namespace trestle::planfile
