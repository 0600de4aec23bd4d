#include "data/plan_file/thinning.h"

#include "data/plan_file/format.h"
#include "data/plan_file/revisions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace trestle::planfile {

namespace {

struct Entry {
    std::int64_t id = 0;
    std::optional<std::int64_t> parent;
    std::int64_t at = 0;
};

// Newest first. The index holds all of it, so that no document is read.
std::vector<Entry> listRevisions(SQLite::Database& db)
{
    SQLite::Statement rows(db, "SELECT id, parent, at FROM revision INDEXED BY revision_parent LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(kLongestHistory) + 1);
    std::vector<Entry> entries;
    while (rows.executeStep()) {
        Entry& entry = entries.emplace_back();
        entry.id = rows.getColumn(0).getInt64();
        if (!rows.getColumn(1).isNull())
            entry.parent = rows.getColumn(1).getInt64();
        entry.at = rows.getColumn(2).getInt64();
    }
    std::ranges::sort(entries, std::ranges::greater{}, &Entry::id);
    return entries;
}

std::int64_t dayOf(std::int64_t at)
{
    constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
    return at >= 0 ? at / kMillisecondsPerDay : -1;
}

// Those that go, oldest first. `entries` are newest first.
std::set<std::int64_t> chooseDropped(SQLite::Database& db, const std::vector<Entry>& entries, std::int64_t head)
{
    std::set<std::int64_t> tagged;
    for (const Tag& tag : readTags(db))
        tagged.insert(tag.revision);
    const auto headEntry = std::ranges::find(entries, head, &Entry::id);
    const std::int64_t undone = headEntry == entries.end() ? 0 : headEntry->parent.value_or(0);
    std::set<std::int64_t> days;
    std::set<std::int64_t> dropped;
    std::size_t untagged = 0;
    for (const Entry& entry : entries) {
        if (tagged.contains(entry.id) || ++untagged <= kKeptRevisions)
            continue;
        const bool lastOfItsDay = days.insert(dayOf(entry.at)).second;
        if (!lastOfItsDay && entry.id != head && entry.id != undone)
            dropped.insert(entry.id);
    }
    while (dropped.size() > kThinnedAtOnce)
        dropped.erase(std::prev(dropped.end()));
    return dropped;
}

// Joins the children of dropped revisions to those that stay; newest first, so that a parent that has to stay after
// all is still to come.
void rejoinChildren(SQLite::Database& db, const std::vector<Entry>& entries, std::set<std::int64_t>& dropped)
{
    std::map<std::int64_t, std::optional<std::int64_t>> parents;
    for (const Entry& entry : entries)
        parents.emplace(entry.id, entry.parent);
    SQLite::Statement update(db, "UPDATE revision SET parent = ?, sha256 = ? WHERE id = ?");
    for (const Entry& entry : entries) {
        if (dropped.contains(entry.id) || !entry.parent || !dropped.contains(*entry.parent))
            continue;
        std::optional<StoredRevision> child = readRevision(db, entry.id);
        if (!child || !child->verifies()) {
            dropped.erase(*entry.parent);
            continue;
        }
        while (child->parent && dropped.contains(*child->parent)) {
            const std::optional<std::int64_t> above = parents.at(*child->parent);
            child->parent = above && *above < *child->parent ? above : std::nullopt;
        }
        update.reset();
        update.clearBindings();
        if (child->parent)
            update.bind(1, *child->parent);
        update.bind(2, child->hash());
        update.bind(3, child->id);
        update.exec();
    }
}

} // namespace

std::size_t thinRevisions(SQLite::Database& db, std::int64_t head)
{
    const std::vector<Entry> entries = listRevisions(db);
    if (entries.size() <= kKeptRevisions || entries.size() > kLongestHistory)
        return 0;
    std::set<std::int64_t> dropped = chooseDropped(db, entries, head);
    rejoinChildren(db, entries, dropped);
    SQLite::Statement remove(db, "DELETE FROM revision WHERE id = ?");
    // Children before parents, as the foreign key wants it.
    for (auto id = dropped.rbegin(); id != dropped.rend(); ++id) {
        remove.reset();
        remove.bind(1, *id);
        remove.exec();
    }
    return dropped.size();
}

void removeUnusedCatalogues(SQLite::Database& db)
{
    if (db.execAndGet("SELECT count(*) FROM blob").getInt64() <= 2) // a catalogue and its original
        return;
    db.exec("DELETE FROM blob WHERE sha256 NOT IN"
            " (SELECT json_extract(document, '$.catalogue') FROM revision WHERE json_valid(document)"
            "  AND json_extract(document, '$.catalogue') IS NOT NULL)"
            " AND sha256 NOT IN"
            " (SELECT json_extract(json, '$.basedOn') FROM blob WHERE json_valid(json)"
            "  AND json_extract(json, '$.basedOn') IS NOT NULL)");
}

} // namespace trestle::planfile
