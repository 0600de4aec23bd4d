#pragma once

#include "data/plan_file/revisions.h"

#include <optional>
#include <string>
#include <vector>

namespace trestle::planfile {

/// Ids of all revisions that can still be reached, ascending, from both ends of the table and of its index, so that a
/// damaged page hides no more than itself.
struct RevisionIds {
    std::vector<std::int64_t> ids;
    bool complete = true; ///< no page was in the way
};
RevisionIds findRevisions(SQLite::Database& db);

/// The revision, if it can be read and verifies.
std::optional<StoredRevision> tryRevision(SQLite::Database& db, std::int64_t id);

/// The revision to go on from: the head, if it verifies and its document can be used, else the newest that does.
std::optional<std::int64_t> newestSound(SQLite::Database& db, const std::string& path,
                                        const std::vector<std::int64_t>& ids);

/// Writes a new plan file at `target` with every revision of `db` that verifies, the tags on them and the catalogues,
/// its head at `head`, which must be sound.
void copySound(SQLite::Database& db, const std::string& path, std::int64_t head, const std::string& target);

} // namespace trestle::planfile
