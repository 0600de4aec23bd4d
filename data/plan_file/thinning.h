#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

namespace trestle::planfile {

/// Drops old untagged revisions: the newest kKeptRevisions of them stay, and of those before the last of each day
/// (UTC). Tagged ones, the head and what undo leads to from it always stay. Children of a dropped revision are joined
/// to the nearest ancestor that stays and hashed anew; a child whose hash is wrong keeps its parent, so that damage is
/// never covered up. Returns how many were dropped. In the edit's transaction, after the head has moved.
std::size_t thinRevisions(SQLite::Database& db, std::int64_t head);

/// Drops the catalogues that no revision names and no other is based on: an edit of the catalogue that was merged or
/// thinned leaves its own behind.
void removeUnusedCatalogues(SQLite::Database& db);

} // namespace trestle::planfile
