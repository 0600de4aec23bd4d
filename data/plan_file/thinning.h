#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

namespace trestle::planfile {

/// Drops old untagged revisions: the newest kKeptRevisions of them stay, and of those before the last of each day
/// (UTC). Tagged ones, the head and what undo leads to from it always stay. Children of a dropped revision are joined
/// to the nearest ancestor that stays and hashed anew; a child whose hash is wrong keeps its parent, so that damage is
/// never covered up. Returns how many were dropped. In the edit's transaction, after the head has moved.
std::size_t thinRevisions(SQLite::Database& db, std::int64_t head);

} // namespace trestle::planfile
