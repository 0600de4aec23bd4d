#include "data/plan_file/failure.h"
#include "data/plan_file/fresh_plan.h"
#include "data/plan_file/kept_forecasts.h"
#include "data/plan_file/plan_tables.h"
#include "data/plan_file/salvage.h"
#include "data/plan_file/schema.h"

#include <set>

namespace trestle::planfile {

namespace {

class SalvagedFile {
public:
    SalvagedFile(Salvage& salvage, const std::string& path, std::int64_t head, int version)
        : m_salvage(salvage), m_path(path), m_headId(head), m_version(version)
    {
    }

    void write(SQLite::Database& to)
    {
        for (const std::int64_t id : m_salvage.ids())
            writeRevision(to, id);
        if (!m_head)
            raise(ErrorCode::damagedPlan, m_path, revisionName(m_headId), DetailKind::hashDiffers);
        writeTags(to);
        writeHead(to, {m_headId, m_head->sha256, tip()});
        if (m_version >= 2)
            writeForecasts(to, m_salvage.forecasts());
        // A sound plan may lack people for its work; its tables then stay empty.
        createComputedSchema(to);
        const ProjectDocument document = readDocument(to, m_path, *m_head);
        if (const Result<std::vector<ScenarioPlan>> plans = computePlans(document))
            writePlanTables(to, m_headId, document.catalogue, *plans);
    }

private:
    void writeRevision(SQLite::Database& to, std::int64_t id)
    {
        std::optional<StoredRevision> revision = m_salvage.revision(id);
        const LoadedCatalogue* catalogue = revision ? m_salvage.catalogue(*revision) : nullptr;
        if (catalogue == nullptr)
            return;
        const std::optional<std::int64_t> parent = revision->parent;
        while (revision->parent && !m_written.contains(*revision->parent))
            revision->parent = m_salvage.parentOfLost(*revision->parent);
        if (revision->parent != parent)
            revision->sha256 = revision->hash();
        storeCatalogue(to, *catalogue);
        insertRevision(to, *revision);
        m_written.insert(id);
        if (id == m_headId)
            m_head = std::move(revision);
    }

    // An older name of a version may turn up among what was carved: the first that fits is the one in force.
    void writeTags(SQLite::Database& to)
    {
        std::set<std::string> names;
        std::set<std::int64_t> tagged;
        for (const Tag& tag : m_salvage.tags())
            if (m_written.contains(tag.revision) && !names.contains(tag.name) && tagged.insert(tag.revision).second) {
                names.insert(tag.name);
                writeTag(to, tag);
            }
    }

    [[nodiscard]] std::int64_t tip() const
    {
        for (const HeadRow& head : m_salvage.heads())
            if (head.id == m_headId && m_written.contains(head.tip))
                return head.tip;
        return m_headId;
    }

    Salvage& m_salvage;
    const std::string& m_path;
    std::int64_t m_headId;
    int m_version;
    std::set<std::int64_t> m_written;
    std::optional<StoredRevision> m_head;
};

} // namespace

void writeSalvaged(Salvage& salvage, const std::string& path, std::int64_t head, const std::string& target, int version)
{
    makePlanFile(target, [&](SQLite::Database& to) { SalvagedFile(salvage, path, head, version).write(to); }, version);
}

} // namespace trestle::planfile
