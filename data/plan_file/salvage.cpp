#include "data/plan_file/salvage.h"

#include "data/plan_file/failure.h"
#include "data/plan_file/fresh_plan.h"
#include "data/plan_file/plan_tables.h"

#include <algorithm>
#include <map>
#include <set>

namespace trestle::planfile {

namespace {

// False: a damaged page ended the scan.
bool scanIds(SQLite::Database& db, const char* sql, std::vector<std::int64_t>& ids)
{
    try {
        SQLite::Statement rows(db, sql);
        while (rows.executeStep())
            ids.push_back(rows.getColumn(0).getInt64());
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

std::optional<HeadRow> tryHead(SQLite::Database& db)
{
    try {
        return readHead(db);
    } catch (const SQLite::Exception&) {
        return std::nullopt;
    }
}

bool isSound(SQLite::Database& db, const std::string& path, std::int64_t id)
{
    const auto check = [&] { readDocument(db, path, requireRevision(db, path, id)); };
    return guarded(path, Doing::reading, db.getHandle(), check).has_value();
}

// Catalogues by hash. One that is lost can be had again if it is the built-in one.
class Catalogues {
public:
    Catalogues(SQLite::Database& db, const std::string& path) : m_db(db), m_path(path) {}

    const LoadedCatalogue* find(const StoredRevision& revision)
    {
        const Result<std::string> hash = catalogueHashOf(revision.document, m_path);
        if (!hash)
            return nullptr;
        const auto [it, isNew] = m_known.try_emplace(*hash);
        if (isNew)
            it->second = load(*hash);
        return it->second ? &*it->second : nullptr;
    }

private:
    std::optional<LoadedCatalogue> load(const std::string& hash)
    {
        const auto read = [&] { return readCatalogue(m_db, m_path, hash); };
        Result<LoadedCatalogue> catalogue = guarded(m_path, Doing::reading, m_db.getHandle(), read);
        if (!catalogue)
            catalogue = builtinCatalogue();
        if (!catalogue || catalogue->sha256 != hash)
            return std::nullopt;
        return std::move(*catalogue);
    }

    SQLite::Database& m_db;
    const std::string& m_path;
    std::map<std::string, std::optional<LoadedCatalogue>> m_known;
};

class SoundCopy {
public:
    SoundCopy(SQLite::Database& from, const std::string& path, std::int64_t head)
        : m_from(from), m_catalogues(from, path), m_path(path), m_headId(head)
    {
    }

    void write(SQLite::Database& to)
    {
        for (const std::int64_t id : findRevisions(m_from).ids)
            copyRevision(to, id);
        if (!m_head)
            raise(ErrorCode::damagedPlan, m_path, revisionName(m_headId), "hash does not match");
        copyTags(to);
        const std::optional<HeadRow> old = tryHead(m_from);
        const bool keepsTip = old && old->id == m_headId && m_copied.contains(old->tip);
        writeHead(to, {m_headId, m_head->sha256, keepsTip ? old->tip : m_headId});
        const ProjectDocument document = readDocument(to, m_path, *m_head);
        if (const Result<std::vector<ScenarioPlan>> plans = computePlans(document))
            writePlanTables(to, m_headId, document.catalogue, *plans);
    }

private:
    void copyRevision(SQLite::Database& to, std::int64_t id)
    {
        std::optional<StoredRevision> revision = tryRevision(m_from, id);
        const LoadedCatalogue* catalogue = revision ? m_catalogues.find(*revision) : nullptr;
        if (catalogue == nullptr)
            return;
        const std::optional<std::int64_t> parent = revision->parent;
        while (revision->parent && !m_copied.contains(*revision->parent))
            revision->parent = parentOfLost(*revision->parent);
        if (revision->parent != parent)
            revision->sha256 = revision->hash();
        storeCatalogue(to, *catalogue);
        insertRevision(to, *revision);
        m_copied.insert(id);
        if (id == m_headId)
            m_head = std::move(revision);
    }

    // A lost revision's own word for its parent has nothing to confirm it, but joins the chain where it is readable.
    std::optional<std::int64_t> parentOfLost(std::int64_t id)
    {
        try {
            SQLite::Statement row(m_from, "SELECT parent FROM revision WHERE id = ?");
            row.bind(1, id);
            if (row.executeStep() && row.getColumn(0).isInteger() && row.getColumn(0).getInt64() < id)
                return row.getColumn(0).getInt64();
        } catch (const SQLite::Exception&) {
            return std::nullopt;
        }
        return std::nullopt;
    }

    void copyTags(SQLite::Database& to)
    {
        const auto read = [&] { return readTags(m_from); };
        const Result<std::vector<Tag>> tags = guarded(m_path, Doing::reading, m_from.getHandle(), read);
        if (!tags)
            return;
        for (const Tag& tag : *tags)
            if (tag.sha256 == tag.hash() && m_copied.contains(tag.revision))
                writeTag(to, tag);
    }

    SQLite::Database& m_from;
    Catalogues m_catalogues;
    const std::string& m_path;
    std::int64_t m_headId;
    std::set<std::int64_t> m_copied;
    std::optional<StoredRevision> m_head;
};

} // namespace

RevisionIds findRevisions(SQLite::Database& db)
{
    RevisionIds found;
    found.complete = scanIds(db, "SELECT id FROM revision NOT INDEXED ORDER BY id", found.ids);
    if (!found.complete) {
        scanIds(db, "SELECT id FROM revision NOT INDEXED ORDER BY id DESC", found.ids);
        scanIds(db, "SELECT id FROM revision INDEXED BY revision_parent ORDER BY parent, at", found.ids);
        scanIds(db, "SELECT id FROM revision INDEXED BY revision_parent ORDER BY parent DESC, at DESC", found.ids);
    }
    std::ranges::sort(found.ids);
    found.ids.erase(std::ranges::unique(found.ids).begin(), found.ids.end());
    return found;
}

std::optional<StoredRevision> tryRevision(SQLite::Database& db, std::int64_t id)
{
    try {
        std::optional<StoredRevision> revision = readRevision(db, id);
        return revision && revision->verifies() ? std::move(revision) : std::nullopt;
    } catch (const SQLite::Exception&) {
        return std::nullopt;
    }
}

std::optional<std::int64_t> newestSound(SQLite::Database& db, const std::string& path,
                                        const std::vector<std::int64_t>& ids)
{
    const std::optional<HeadRow> head = tryHead(db);
    if (head && isSound(db, path, head->id))
        return head->id;
    const auto sound = std::find_if(ids.rbegin(), ids.rend(), [&](std::int64_t id) { return isSound(db, path, id); });
    return sound == ids.rend() ? std::nullopt : std::optional(*sound);
}

void copySound(SQLite::Database& db, const std::string& path, std::int64_t head, const std::string& target)
{
    makePlanFile(target, [&](SQLite::Database& to) { SoundCopy(db, path, head).write(to); });
}

} // namespace trestle::planfile
