#include "data/hash.h"
#include "data/plan_file/connection.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/open_checks.h"
#include "data/plan_file/plan_file.h"
#include "data/plan_file/revisions.h"
#include "data/plan_file/salvage.h"
#include "data/plan_file/schema.h"

#include <algorithm>

namespace trestle {

using namespace planfile;

namespace {

class Checker {
public:
    Checker(const std::string& path, const std::string& resolved)
        : m_path(path), m_connection(path, resolved, Access::salvage)
    {
        m_connection.allow(kCheckTime);
    }

    CheckReport run()
    {
        const SchemaReport schema = inspectSchema(m_connection.db());
        if (!schema.damagedCore.empty()) {
            note({ErrorCode::damagedPlan, m_path, schema.damagedCore, "unexpected definition"});
            return m_report;
        }
        attempt([&] { checkStructure(schema); });
        const RevisionIds revisions = findRevisions(m_connection.db());
        for (const std::int64_t id : revisions.ids)
            checkRevision(id);
        attempt([&] { checkHead(); });
        attempt([&] { checkCatalogues(); });
        attempt([&] { checkTags(); });
        if (m_report.problem)
            m_report.repairable = newestSound(m_connection.db(), m_path, revisions.ids);
        return m_report;
    }

private:
    void note(Error problem)
    {
        if (!m_report.problem)
            m_report.problem = std::move(problem);
    }

    template <class Body>
    void attempt(Body body)
    {
        const Result<void> done = guarded(m_path, Doing::reading, m_connection.handle(), body);
        if (!done)
            note(done.error());
    }

    void checkStructure(const SchemaReport& schema)
    {
        std::string fault = structureFault(m_connection.db(), schema, true);
        if (!fault.empty())
            raise(ErrorCode::damagedPlan, m_path, "pages", std::move(fault));
        for (const char* table : {"revision", "head", "tag"}) {
            SQLite::Statement broken(m_connection.db(), std::string("PRAGMA foreign_key_check(") + table + ')');
            if (broken.executeStep())
                raise(ErrorCode::damagedPlan, m_path, table, "names a revision that is missing");
        }
    }

    void checkRevision(std::int64_t id)
    {
        ++m_report.revisions;
        if (tryRevision(m_connection.db(), id))
            ++m_report.verified;
        else
            note({ErrorCode::damagedPlan, m_path, revisionName(id), "hash does not match"});
    }

    void checkHead()
    {
        const std::optional<HeadRow> head = readHead(m_connection.db());
        if (!head)
            raise(ErrorCode::damagedPlan, m_path, "head", "missing");
        const StoredRevision revision = requireRevision(m_connection.db(), m_path, head->id);
        if (revision.sha256 != head->sha256)
            raise(ErrorCode::damagedPlan, m_path, "head", "hash does not match");
        readDocument(m_connection.db(), m_path, revision);
    }

    void checkCatalogues()
    {
        SQLite::Statement rows(m_connection.db(), "SELECT sha256, json FROM blob");
        while (rows.executeStep())
            if (sha256Hex(rows.getColumn(1).getString()) != rows.getColumn(0).getString())
                raise(ErrorCode::damagedPlan, m_path, "catalogue", "hash does not match");
    }

    void checkTags()
    {
        for (const Tag& tag : readTags(m_connection.db()))
            if (tag.sha256 != tag.hash())
                raise(ErrorCode::damagedPlan, m_path, "version of " + revisionName(tag.revision),
                      "hash does not match");
    }

    const std::string& m_path;
    Connection m_connection;
    CheckReport m_report;
};

} // namespace

Result<CheckReport> checkPlanFile(const std::string& path)
{
    Result<CheckReport> report = guarded(path, Doing::reading, nullptr, [&] {
        const std::string resolved = resolvePath(path);
        checkBeforeOpening(path, resolved);
        return Checker(path, resolved).run();
    });
    if (!report && report.error().code == ErrorCode::damagedPlan)
        return CheckReport{0, 0, std::move(report.error()), std::nullopt};
    return report;
}

Result<void> repairPlanFile(const std::string& path, const std::string& target)
{
    return guarded(path, Doing::reading, nullptr, [&] {
        const std::string resolved = resolvePath(path);
        checkBeforeOpening(path, resolved);
        Connection connection(path, resolved, Access::salvage);
        connection.allow(kCheckTime);
        const SchemaReport schema = inspectSchema(connection.db());
        if (!schema.damagedCore.empty())
            raise(ErrorCode::damagedPlan, path, schema.damagedCore, "unexpected definition");
        const std::optional<std::int64_t> head = newestSound(connection.db(), path, findRevisions(connection.db()).ids);
        if (!head)
            raise(ErrorCode::damagedPlan, path, {}, "no revision verifies");
        copySound(connection.db(), path, *head, target);
    });
}

} // namespace trestle
