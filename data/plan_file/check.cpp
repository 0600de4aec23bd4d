#include "data/hash.h"
#include "data/plan_file/connection.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/kept_forecasts.h"
#include "data/plan_file/open_checks.h"
#include "data/plan_file/plan_file.h"
#include "data/plan_file/revisions.h"
#include "data/plan_file/salvage.h"
#include "data/plan_file/schema.h"

namespace trestle {

using namespace planfile;

namespace {

/// A file that may be damaged: what is wrong with it, and what can be had from it.
class Examination {
public:
    /// Raises what says that it is no plan at all.
    explicit Examination(const std::string& path) : m_path(path), m_resolved(resolvePath(path))
    {
        attempt([&] { checkBeforeOpening(m_path, m_resolved); });
        if (m_problem && m_problem->code != ErrorCode::damagedPlan)
            throw Failure{*m_problem};
        attempt([&] { openConnection(); });
        m_salvage.emplace(m_connection ? &*m_connection : nullptr, m_path, m_resolved, m_problem.has_value());
    }

    CheckReport check()
    {
        CheckReport report;
        for (const std::int64_t id : m_salvage->ids())
            checkRevision(id, report);
        for (const auto part : {&Examination::checkHead, &Examination::checkCatalogues, &Examination::checkTags,
                                &Examination::checkForecasts})
            if (m_connection && !m_problem)
                attempt([&] { (this->*part)(); });
        if (m_problem)
            report.repairable = m_salvage->newestSound();
        if (report.repairable)
            if (const auto stored = m_salvage->revision(*report.repairable))
                report.repairedHead = Revision{stored->id, stored->parent, stored->at, stored->label, {}};
        report.problem = m_problem;
        return report;
    }

    void repair(const std::string& target)
    {
        const std::optional<std::int64_t> head = m_salvage->newestSound();
        if (!head)
            raise(ErrorCode::damagedPlan, m_path, m_problem ? m_problem->where : std::string(),
                  DetailKind::nothingVerifies);
        writeSalvaged(*m_salvage, m_path, *head, target);
    }

private:
    // The first problem is the one that is told.
    template <class Body>
    void attempt(Body body)
    {
        Result<void> done = guarded(m_path, Doing::reading, m_connection ? m_connection->handle() : nullptr, body);
        if (!done && !m_problem)
            m_problem = std::move(done.error());
    }

    void openConnection()
    {
        if (m_problem)
            return;
        Connection connection(m_path, m_resolved, Access::read);
        connection.allow(kCheckTime);
        const SchemaReport schema = inspectSchema(connection.db());
        if (!schema.damagedCore.empty())
            raise(ErrorCode::damagedPlan, m_path, schema.damagedCore, DetailKind::unexpectedDefinition);
        if (!schema.impostor.empty()) // opening for writing refuses it as well
            raise(ErrorCode::damagedPlan, m_path, schema.impostor, DetailKind::unexpectedDefinition);
        m_connection.emplace(std::move(connection));
        std::string fault = structureFault(m_connection->db(), schema, true);
        if (!fault.empty())
            raise(ErrorCode::damagedPlan, m_path, "pages", std::move(fault));
        for (const char* table : {"revision", "head", "tag"}) {
            SQLite::Statement broken(m_connection->db(), std::string("PRAGMA foreign_key_check(") + table + ')');
            if (broken.executeStep())
                raise(ErrorCode::damagedPlan, m_path, table, DetailKind::namesMissingRevision);
        }
    }

    void checkRevision(std::int64_t id, CheckReport& report)
    {
        ++report.revisions;
        if (m_salvage->revision(id))
            ++report.verified;
        if (m_connection && !m_problem)
            attempt([&] { requireRevision(m_connection->db(), m_path, id); });
    }

    void checkHead()
    {
        const std::optional<HeadRow> head = readHead(m_connection->db());
        if (!head)
            raise(ErrorCode::damagedPlan, m_path, "head", DetailKind::missing);
        const StoredRevision revision = requireRevision(m_connection->db(), m_path, head->id);
        if (revision.sha256 != head->sha256)
            raise(ErrorCode::damagedPlan, m_path, "head", DetailKind::hashDiffers);
        readDocument(m_connection->db(), m_path, revision);
    }

    void checkCatalogues()
    {
        SQLite::Statement rows(m_connection->db(), "SELECT sha256, json FROM blob");
        while (rows.executeStep())
            if (sha256Hex(rows.getColumn(1).getString()) != rows.getColumn(0).getString())
                raise(ErrorCode::damagedPlan, m_path, "catalogue", DetailKind::hashDiffers);
    }

    void checkTags()
    {
        for (const Tag& tag : readTags(m_connection->db()))
            if (tag.sha256 != tag.hash())
                raise(ErrorCode::damagedPlan, m_path, "tag/" + std::to_string(tag.revision), DetailKind::hashDiffers);
    }

    void checkForecasts()
    {
        if (m_connection->version() < 2)
            return;
        if (const std::string damaged = damagedForecast(m_connection->db()); !damaged.empty())
            raise(ErrorCode::damagedPlan, m_path, "forecast/" + damaged, DetailKind::hashDiffers);
    }

    const std::string& m_path;
    std::string m_resolved;
    std::optional<Error> m_problem;
    std::optional<Connection> m_connection; ///< absent where SQLite cannot read our tables
    std::optional<Salvage> m_salvage;
};

} // namespace

Result<CheckReport> checkPlanFile(const std::string& path)
{
    return guarded(path, Doing::reading, nullptr, [&] { return Examination(path).check(); });
}

Result<void> repairPlanFile(const std::string& path, const std::string& target)
{
    return guarded(path, Doing::reading, nullptr, [&] { Examination(path).repair(target); });
}

} // namespace trestle
