#include "data/plan_file/salvage.h"

#include "data/hash.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/kept_forecasts.h"

#include <algorithm>

namespace trestle::planfile {

namespace {

constexpr std::int64_t kShortestRevision = 64; // bytes: it has a hash

} // namespace

// What SQLite gives, or an empty value where a damaged page is in the way.
template <class Read>
auto Salvage::bySql(Read read) -> decltype(read(std::declval<SQLite::Database&>()))
{
    if (m_connection == nullptr)
        return {};
    try {
        return read(m_connection->db());
    } catch (const SQLite::Exception&) {
        return {};
    }
}

Salvage::Salvage(Connection* connection, const std::string& path, const std::string& resolved, bool carves)
    : m_connection(connection), m_path(path)
{
    const bool complete = listIds();
    if (!complete || carves) {
        m_carver.emplace(resolved);
        const std::vector<std::int64_t> carved = m_carver->revisions();
        m_ids.insert(m_ids.end(), carved.begin(), carved.end());
        std::ranges::sort(m_ids);
        m_ids.erase(std::ranges::unique(m_ids).begin(), m_ids.end());
    }
    listHeads();
}

// False: SQLite could not list them all.
bool Salvage::listIds()
{
    return bySql([&](SQLite::Database& db) {
        // Pages that lead to each other in a tangle list the same rows for ever.
        const std::int64_t most =
            db.execAndGet("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").getInt64() /
            kShortestRevision;
        SQLite::Statement rows(db, "SELECT id FROM revision NOT INDEXED ORDER BY id LIMIT ?");
        rows.bind(1, most + 1);
        while (rows.executeStep())
            m_ids.push_back(rows.getColumn(0).getInt64());
        return static_cast<std::int64_t>(m_ids.size()) <= most;
    });
}

void Salvage::listHeads()
{
    if (const auto head = bySql([](SQLite::Database& db) { return readHead(db); }))
        m_heads.push_back(*head);
    if (m_carver)
        m_heads.insert(m_heads.end(), m_carver->heads().begin(), m_carver->heads().end());
}

std::optional<StoredRevision> Salvage::revision(std::int64_t id)
{
    std::optional<StoredRevision> revision = bySql([&](SQLite::Database& db) { return readRevision(db, id); });
    if (revision && revision->verifies())
        return revision;
    return m_carver ? m_carver->revision(id) : std::nullopt;
}

const LoadedCatalogue* Salvage::catalogue(const StoredRevision& revision)
{
    const Result<std::string> sha256 = catalogueHashOf(revision.document, m_path);
    if (!sha256)
        return nullptr;
    const auto [it, isNew] = m_catalogues.try_emplace(*sha256);
    if (isNew)
        it->second = loadCatalogue(*sha256);
    return it->second ? &*it->second : nullptr;
}

std::optional<LoadedCatalogue> Salvage::loadCatalogue(const std::string& sha256)
{
    std::optional<LoadedCatalogue> catalogue = loadOne(sha256);
    if (catalogue && !catalogue->original && !catalogue->basedOn.empty())
        if (auto original = loadOne(catalogue->basedOn); original && original->basedOn.empty())
            catalogue->original = std::make_shared<const LoadedCatalogue>(std::move(*original));
    return catalogue;
}

std::optional<LoadedCatalogue> Salvage::loadOne(const std::string& sha256)
{
    std::optional<std::string> json = bySql([&](SQLite::Database& db) { return readBlob(db, sha256); });
    if ((!json || sha256Hex(*json) != sha256) && m_carver)
        json = m_carver->catalogue(sha256);
    Result<LoadedCatalogue> catalogue = json ? parseCatalogue(*json, m_path) : builtinCatalogue();
    if (!catalogue || catalogue->sha256 != sha256)
        return std::nullopt;
    return std::move(*catalogue);
}

std::vector<Tag> Salvage::tags()
{
    std::vector<Tag> tags = bySql([](SQLite::Database& db) { return readTags(db); });
    if (m_carver)
        tags.insert(tags.end(), m_carver->tags().begin(), m_carver->tags().end());
    std::erase_if(tags, [](const Tag& tag) { return tag.sha256 != tag.hash(); });
    return tags;
}

std::vector<KeptForecast> Salvage::forecasts()
{
    return bySql([](SQLite::Database& db) { return readForecasts(db); });
}

bool Salvage::isSound(std::int64_t id)
{
    const std::optional<StoredRevision> stored = revision(id);
    const LoadedCatalogue* known = stored ? catalogue(*stored) : nullptr;
    return known != nullptr && parseProject(stored->document, *known->catalogue, m_path).has_value();
}

std::optional<std::int64_t> Salvage::newestSound()
{
    std::vector<std::int64_t> candidates;
    for (const HeadRow& head : m_heads) {
        // The head says twice which revision it means. Its hash is the better witness: no other revision has it.
        for (const std::int64_t id : m_ids)
            if (const auto stored = revision(id); stored && stored->sha256 == head.sha256)
                candidates.push_back(id);
        candidates.push_back(head.id);
    }
    candidates.insert(candidates.end(), m_ids.rbegin(), m_ids.rend());
    const auto sound = std::ranges::find_if(candidates, [&](std::int64_t id) { return isSound(id); });
    return sound == candidates.end() ? std::nullopt : std::optional(*sound);
}

std::optional<std::int64_t> Salvage::parentOfLost(std::int64_t id)
{
    return bySql([&](SQLite::Database& db) -> std::optional<std::int64_t> {
        SQLite::Statement row(db, "SELECT parent FROM revision WHERE id = ?");
        row.bind(1, id);
        if (row.executeStep() && row.getColumn(0).isInteger() && row.getColumn(0).getInt64() < id)
            return row.getColumn(0).getInt64();
        return std::nullopt;
    });
}

} // namespace trestle::planfile
