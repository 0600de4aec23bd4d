#include "data/plan_file/session.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"
#include "data/plan_file/migrations.h"
#include "data/plan_file/open_checks.h"
#include "data/plan_file/schema.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

namespace trestle::planfile {

namespace {

std::optional<PlanLock> lockFor(const std::string& path, const std::string& resolved, OpenMode mode)
{
    if (mode == OpenMode::readOnly)
        return std::nullopt;
    return PlanLock(path, resolved);
}

HeadRow requireHead(SQLite::Database& db, const std::string& path)
{
    const std::optional<HeadRow> head = readHead(db);
    if (!head)
        raise(ErrorCode::damagedPlan, path, "head", "missing");
    return *head;
}

} // namespace

Position readPosition(SQLite::Database& db, const std::string& path, const HeadRow& head, const LoadedCatalogue* known)
{
    const StoredRevision stored = requireRevision(db, path, head.id);
    if (stored.sha256 != head.sha256)
        raise(ErrorCode::damagedPlan, path, "head", "hash does not match");
    Position position{head,
                      {stored.id, stored.parent, stored.at, stored.label, tagOf(db, stored.id)},
                      readDocument(db, path, stored, known),
                      std::nullopt};
    if (const std::optional<std::int64_t> redo = redoTarget(db, head))
        position.redoLabel = labelOf(db, *redo);
    return position;
}

Session::Session(std::string path, OpenMode mode)
    : m_path(std::move(path)), m_resolved(resolvePath(m_path)), m_version(checkBeforeOpening(m_path, m_resolved)),
      m_mode(mode), m_lock(lockFor(m_path, m_resolved, mode)),
      m_connection(m_path, m_resolved, mode == OpenMode::readOnly ? Access::read : Access::write)
{
    if (mode == OpenMode::readWrite)
        m_version = migrate(m_connection, m_path, m_resolved, m_version, migrations());
    if (m_version != kFormatVersion)
        raise(ErrorCode::unsupportedVersion, std::to_string(m_version), m_path, std::to_string(kFormatVersion));
    checkSchema();
    m_position = readPosition(db(), m_path, requireHead(db(), m_path));
}

void Session::checkSchema()
{
    const SchemaReport schema = inspectSchema(db());
    if (!schema.damagedCore.empty())
        raise(ErrorCode::damagedPlan, m_path, schema.damagedCore, "unexpected definition");
    if (m_mode == OpenMode::readOnly)
        return;
    if (!schema.impostor.empty())
        raise(ErrorCode::damagedPlan, m_path, schema.impostor, "unexpected definition");
    // Other programs' tables may hang foreign keys on ours, whose actions would run.
    db().exec(schema.hasStrangers ? "PRAGMA foreign_keys=OFF" : "PRAGMA foreign_keys=ON");
    std::error_code code;
    if (static_cast<std::int64_t>(std::filesystem::file_size(m_resolved, code)) <= kCheckedAtOnce)
        checkStructure();
}

void Session::checkStructure()
{
    const std::string fault = structureFault(db(), inspectSchema(db()), false);
    if (!fault.empty())
        raise(ErrorCode::damagedPlan, m_path, "pages", fault);
    m_structureChecked = true;
}

void Session::prepareToWrite()
{
    if (m_mode == OpenMode::readOnly)
        raise(ErrorCode::fileUnwritable, m_path, {}, "opened read-only");
    if (m_connection.hasMoved()) {
        std::error_code code;
        if (!std::filesystem::exists(m_resolved, code))
            raise(ErrorCode::fileNotFound, m_path);
        raise(ErrorCode::fileUnwritable, m_path, {}, "replaced by another program");
    }
    m_connection.allow(kWriteTime);
    if (!m_structureChecked)
        checkStructure();
}

void Session::settleDoubt()
{
    if (!m_doubtful)
        return;
    const HeadRow onDisk = requireHead(db(), m_path);
    if (onDisk == m_doubtful)
        m_position = readPosition(db(), m_path, onDisk, &m_position.document.catalogue);
    m_doubtful.reset();
}

void Session::commit(SQLite::Transaction& transaction, const HeadRow& head)
{
    try {
        transaction.commit();
    } catch (const SQLite::Exception&) {
        if (sqlite3_get_autocommit(m_connection.handle()) == 0)
            db().tryExec("ROLLBACK");
        try {
            if (readHead(db()) == head)
                return;
            m_doubtful.reset();
        } catch (const SQLite::Exception&) {
            m_doubtful = head;
        }
        throw;
    }
    m_doubtful.reset();
}

void Session::write(const std::function<Position(SQLite::Database&)>& change)
{
    prepareToWrite();
    settleDoubt();
    SQLite::Transaction transaction(db(), SQLite::TransactionBehavior::IMMEDIATE);
    if (requireHead(db(), m_path) != m_position.head)
        raise(ErrorCode::fileUnwritable, m_path, {}, "changed by another program");
    if (!m_mended)
        mendSchema(db(), inspectSchema(db()));
    Position next = change(db());
    commit(transaction, next.head);
    m_position = std::move(next);
    m_mended = true;
}

} // namespace trestle::planfile
