#include "data/plan_file/session.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"
#include "data/plan_file/migrations.h"
#include "data/plan_file/new_file.h"
#include "data/plan_file/open_checks.h"
#include "data/plan_file/plan_tables.h"
#include "data/plan_file/schema.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace trestle::planfile {

namespace {

// A crashed write is rolled back by a journal whose name is made of the plan's: under another name it would be missed,
// and the plan be lost. Hence a file with several names is not written to.
void requireSingleLink(const std::string& path, const std::string& resolved)
{
    sweepTemporaries(resolved);
    const std::optional<FileStamp> stamp = stampOf(resolved);
    if (stamp && stamp->names > 1)
        raise(ErrorCode::fileUnwritable, path, {}, {DetailKind::severalNames, {std::to_string(stamp->names)}});
}

std::shared_ptr<PlanLock> lockFor(const std::string& path, const std::string& resolved, OpenMode mode,
                                  const std::shared_ptr<PlanLock>& held = nullptr)
{
    if (mode == OpenMode::readOnly)
        return nullptr;
    std::shared_ptr<PlanLock> lock = held ? held : std::make_shared<PlanLock>(path, resolved);
    requireSingleLink(path, resolved);
    return lock;
}

Access accessFor(OpenMode mode)
{
    return mode == OpenMode::readOnly ? Access::read : Access::write;
}

HeadRow requireHead(SQLite::Database& db, const std::string& path)
{
    const std::optional<HeadRow> head = readHead(db);
    if (!head)
        raise(ErrorCode::damagedPlan, path, "head", DetailKind::missing);
    return *head;
}

} // namespace

Position readPosition(SQLite::Database& db, const std::string& path, const HeadRow& head, const LoadedCatalogue* known)
{
    const StoredRevision stored = requireRevision(db, path, head.id);
    if (stored.sha256 != head.sha256)
        raise(ErrorCode::damagedPlan, path, "head", DetailKind::hashDiffers);
    Position position{head,
                      {stored.id, stored.parent, stored.at, stored.label, tagOf(db, stored.id)},
                      readDocument(db, path, stored, known),
                      std::nullopt};
    if (const std::optional<std::int64_t> redo = redoTarget(db, head))
        position.redoLabel = labelOf(db, *redo);
    return position;
}

Session::Session(std::string path, OpenMode mode, const Session* before)
    : m_path(std::move(path)), m_resolved(resolvePath(m_path)), m_version(checkBeforeOpening(m_path, m_resolved)),
      m_mode(mode), m_lock(lockFor(m_path, m_resolved, mode, before == nullptr ? nullptr : before->lockOf(m_resolved))),
      m_stamp(stampOf(m_resolved)), m_connection(m_path, m_resolved, accessFor(mode))
{
    m_version = currentVersion();
    checkSchema();
    m_position = readPosition(db(), m_path, requireHead(db(), m_path));
    if (mode == OpenMode::readWrite && m_version < kFormatVersion)
        bringUpToDate();
}

// Once all is known to be sound: a damaged file is not written into.
void Session::bringUpToDate()
{
    m_version = migrate(m_connection, m_path, m_resolved, m_version, migrations());
    m_stamp = stampOf(m_resolved);
    checkSchema();
    m_position = readPosition(db(), m_path, requireHead(db(), m_path), &m_position.document.catalogue);
}

// The header that was looked at before opening may be that of a migration which a crash cut short, and which opening
// has rolled back.
int Session::currentVersion() const
{
    const int version = m_connection.version();
    if (version > kFormatVersion)
        raise(ErrorCode::newerPlan, m_path, {}, std::to_string(version));
    if (version < 1)
        raise(ErrorCode::damagedPlan, m_path, "header", {DetailKind::wrongVersion, {std::to_string(version)}});
    return version;
}

std::shared_ptr<PlanLock> Session::lockOf(const std::string& resolved) const
{
    return m_lock && resolved == m_resolved && m_lock->isHeld() ? m_lock : nullptr;
}

void Session::checkSchema()
{
    const SchemaReport schema = inspectSchema(db());
    if (!schema.damagedCore.empty())
        raise(ErrorCode::damagedPlan, m_path, schema.damagedCore, DetailKind::unexpectedDefinition);
    if (m_mode == OpenMode::readOnly)
        return;
    if (!schema.impostor.empty())
        raise(ErrorCode::damagedPlan, m_path, schema.impostor, DetailKind::unexpectedDefinition);
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

void Session::requireInPlace()
{
    if (!m_connection.hasMoved())
        return;
    if (!stampOf(m_resolved))
        raise(ErrorCode::fileNotFound, m_path);
    raise(ErrorCode::fileUnwritable, m_path, {}, DetailKind::replacedByOther);
}

void Session::prepareToWrite()
{
    if (m_mode == OpenMode::readOnly)
        raise(ErrorCode::fileUnwritable, m_path, {}, DetailKind::openedReadOnly);
    requireInPlace();
    // A tool that tidies up may have removed it, and another Trestle taken its place.
    if (!m_lock->isHeld())
        m_lock = lockFor(m_path, m_resolved, m_mode);
    if (stampOf(m_resolved) != m_stamp)
        connectAnew();
    m_connection.allow(kWriteTime);
    requireStructure();
}

void Session::requireStructure()
{
    if (!m_structureChecked)
        checkStructure();
}

// Someone has written into the file. SQLite takes its own memory of the pages and of the schema for right as long as
// some counters are, which two copies of one plan may well share: nothing that it knew is kept.
void Session::connectAnew()
{
    const std::optional<FileStamp> stamp = stampOf(m_resolved);
    checkBeforeOpening(m_path, m_resolved);
    m_structureChecked = false;
    m_mended = false;
    m_connection = Connection(m_path, m_resolved, accessFor(m_mode));
    if (currentVersion() != kFormatVersion)
        raise(ErrorCode::fileUnwritable, m_path, {}, DetailKind::changedByOther);
    checkSchema();
    m_stamp = stamp;
}

OutsideChange Session::outsideChange() const
{
    OutsideChange change;
    const std::optional<FileStamp> stamp = stampOf(m_path);
    if (!stamp) {
        change.kind = OutsideChange::Kind::gone;
        return change;
    }
    if (stamp == m_stamp)
        return change;
    const std::string resolved = resolvePath(m_path);
    checkBeforeOpening(m_path, resolved);
    Connection there(m_path, resolved, Access::read);
    const SchemaReport schema = inspectSchema(there.db());
    if (!schema.damagedCore.empty())
        raise(ErrorCode::damagedPlan, m_path, schema.damagedCore, DetailKind::unexpectedDefinition);
    const HeadRow head = requireHead(there.db(), m_path);
    const bool sameFile = m_stamp && stamp->isSameFile(*m_stamp);
    if (sameFile && head == m_position.head)
        return change;
    change.kind = sameFile ? OutsideChange::Kind::edited : OutsideChange::Kind::replaced;
    change.head = readPosition(there.db(), m_path, head, &m_position.document.catalogue).revision;
    // Thinning elsewhere may have joined it to another parent, which changes its hash.
    const std::optional<StoredRevision> ours = readRevision(there.db(), m_position.head.id);
    change.holdsOurs =
        ours && ours->verifies() && ours->at == m_position.revision.at && ours->label == m_position.revision.label &&
        ours->document == writeProject(m_position.document.project, m_position.document.catalogue.sha256);
    return change;
}

bool Session::isStillHeld()
{
    // SQLite may not notice a file that was written over in place.
    const std::optional<FileStamp> stamp = stampOf(m_resolved);
    const bool inPlace = stamp && m_stamp && stamp->isSameFile(*m_stamp);
    return (!inPlace || stamp == m_stamp) && readHead(db()) == m_position.head;
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
    const std::uint32_t before = m_connection.changeCount();
    try {
        transaction.commit();
    } catch (const SQLite::Exception&) {
        if (sqlite3_get_autocommit(m_connection.handle()) == 0)
            db().tryExec("ROLLBACK");
        // It may have been written all the same. The head alone does not show it: a named version leaves the head.
        // Reading it first rolls back what is half done.
        try {
            if (readHead(db()) == head && m_connection.changeCount() != before) {
                m_doubtful.reset();
                return;
            }
            m_doubtful.reset();
        } catch (const SQLite::Exception&) {
            m_doubtful = head;
        }
        throw;
    }
    m_doubtful.reset();
}

// Tables that are made anew are filled, whatever is written then: it may be a version's name alone.
void Session::mend()
{
    const SchemaReport report = inspectSchema(db());
    mendSchema(db(), report);
    if (report.staleComputed.empty())
        return;
    // A sound plan may lack people for its work; its tables then stay empty.
    if (const Result<std::vector<ScenarioPlan>> plans = computePlans(m_position.document))
        writePlanTables(db(), m_position.head.id, m_position.document.catalogue, *plans);
}

void Session::write(const std::function<Position(SQLite::Database&)>& change)
{
    prepareToWrite();
    settleDoubt();
    SQLite::Transaction transaction(db(), SQLite::TransactionBehavior::IMMEDIATE);
    if (requireHead(db(), m_path) != m_position.head)
        raise(ErrorCode::fileUnwritable, m_path, {}, DetailKind::changedByOther);
    if (!m_mended)
        mend();
    Position next = change(db());
    commit(transaction, next.head);
    if (m_connection.hasMoved()) {
        m_doubtful = next.head;
        requireInPlace();
    }
    m_stamp = stampOf(m_resolved);
    m_position = std::move(next);
    m_mended = true;
}

} // namespace trestle::planfile
