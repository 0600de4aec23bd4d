#pragma once

#include "data/plan_file/plan_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rows that are the plan: revisions, the head that points at one, catalogues, tags.
namespace trestle::planfile {

/// SHA-256 of the fields, each as a netstring, "LENGTH:BYTES,": no two lists of fields give the same text.
std::string hashOf(std::initializer_list<std::string_view> fields);

/// A row of `revision`. Ids grow: a parent's is always less than its child's, so that no chain can run in a circle.
struct StoredRevision {
    std::int64_t id = 0;
    std::optional<std::int64_t> parent;
    std::int64_t at = 0;
    std::string label;
    std::string document;
    std::string sha256;

    [[nodiscard]] std::string hash() const; ///< of the five fields before it
    /// The hash is right, the id is one that we would give, the parent's is less.
    [[nodiscard]] bool verifies() const;
};

/// The row of `head`.
struct HeadRow {
    std::int64_t id = 0;
    std::string sha256;   ///< of the revision
    std::int64_t tip = 0; ///< where redo leads to: the head itself, or a descendant
    friend bool operator==(const HeadRow&, const HeadRow&) = default;
};

std::optional<StoredRevision> readRevision(SQLite::Database& db, std::int64_t id);
void insertRevision(SQLite::Database& db, const StoredRevision& revision);
void removeRevision(SQLite::Database& db, std::int64_t id);
/// One more than any id given so far.
std::int64_t nextId(SQLite::Database& db, const std::string& path);

/// Absent: not exactly one row of the right shape.
std::optional<HeadRow> readHead(SQLite::Database& db);
void writeHead(SQLite::Database& db, const HeadRow& head);
/// The child of the head on the way to the tip; absent where there is nothing to redo.
std::optional<std::int64_t> redoTarget(SQLite::Database& db, const HeadRow& head);
std::optional<std::string> labelOf(SQLite::Database& db, std::int64_t id);
bool hasChildren(SQLite::Database& db, std::int64_t id);
std::vector<Revision> listHistory(SQLite::Database& db); ///< oldest first

struct Tag {
    std::int64_t revision = 0;
    std::string name;
    std::int64_t at = 0; ///< when it was given, milliseconds since 1970, UTC
    std::string sha256;

    [[nodiscard]] std::string hash() const;
};
std::vector<Tag> readTags(SQLite::Database& db);
std::string tagOf(SQLite::Database& db, std::int64_t revision);
void writeTag(SQLite::Database& db, Tag tag);
/// Gives a revision the name, or with an empty one takes its name off. Raises duplicateName.
void replaceTag(SQLite::Database& db, std::int64_t revision, const std::string& name, std::int64_t at);

void storeCatalogue(SQLite::Database& db, const LoadedCatalogue& catalogue);
std::optional<std::string> readBlob(SQLite::Database& db, const std::string& sha256);
/// `known`, where its hash is the one asked for, saves reading it again. Raises damagedPlan.
LoadedCatalogue readCatalogue(SQLite::Database& db, const std::string& path, const std::string& sha256,
                              const LoadedCatalogue* known = nullptr);
/// The project and catalogue of a revision that verifies, all rules checked. Raises damagedPlan naming the revision.
ProjectDocument readDocument(SQLite::Database& db, const std::string& path, const StoredRevision& revision,
                             const LoadedCatalogue* known = nullptr);
/// The revision, verified. Raises damagedPlan.
StoredRevision requireRevision(SQLite::Database& db, const std::string& path, std::int64_t id);

std::string revisionName(std::int64_t id); ///< for `where`

} // namespace trestle::planfile
