#include "data/plan_file/revisions.h"

#include "data/hash.h"
#include "data/plan_file/failure.h"
#include "data/plan_file/format.h"

#include <algorithm>

namespace trestle::planfile {

namespace {

// Says whether the column held what a STRICT column of that type must hold.
bool take(const SQLite::Column& column, std::int64_t& value)
{
    value = column.getInt64();
    return column.isInteger();
}

bool take(const SQLite::Column& column, std::string& value)
{
    value = column.getString();
    return column.isText();
}

} // namespace

std::string hashOf(std::initializer_list<std::string_view> fields)
{
    std::string text;
    for (const std::string_view field : fields)
        text.append(std::to_string(field.size())).append(1, ':').append(field).append(1, ',');
    return sha256Hex(text);
}

std::string StoredRevision::hash() const
{
    return hashOf({"trestle-revision-1", std::to_string(id), parent ? std::to_string(*parent) : std::string(),
                   std::to_string(at), label, document});
}

bool StoredRevision::verifies() const
{
    return id > 0 && id <= kLargestId && (!parent || (*parent > 0 && *parent < id)) && sha256 == hash();
}

std::optional<StoredRevision> readRevision(SQLite::Database& db, std::int64_t id)
{
    SQLite::Statement row(db, "SELECT parent, at, label, document, sha256 FROM revision WHERE id = ?");
    row.bind(1, id);
    if (!row.executeStep())
        return std::nullopt;
    StoredRevision revision;
    revision.id = id;
    if (!row.getColumn(0).isNull() && !take(row.getColumn(0), revision.parent.emplace()))
        return std::nullopt;
    if (!take(row.getColumn(1), revision.at) || !take(row.getColumn(2), revision.label) ||
        !take(row.getColumn(3), revision.document) || !take(row.getColumn(4), revision.sha256))
        return std::nullopt;
    return revision;
}

void insertRevision(SQLite::Database& db, const StoredRevision& revision)
{
    SQLite::Statement row(db, "INSERT INTO revision(id, parent, at, label, document, sha256) VALUES(?,?,?,?,?,?)");
    row.bind(1, revision.id);
    if (revision.parent)
        row.bind(2, *revision.parent);
    row.bind(3, revision.at);
    row.bindNoCopy(4, revision.label);
    row.bindNoCopy(5, revision.document);
    row.bindNoCopy(6, revision.sha256);
    row.exec();
}

void removeRevision(SQLite::Database& db, std::int64_t id)
{
    SQLite::Statement row(db, "DELETE FROM revision WHERE id = ?");
    row.bind(1, id);
    row.exec();
}

std::int64_t nextId(SQLite::Database& db, const std::string& path)
{
    const std::int64_t newest = db.execAndGet("SELECT ifnull(max(id), 0) FROM revision").getInt64();
    if (newest < 0 || newest >= kLargestId)
        raise(ErrorCode::damagedPlan, path, revisionName(newest), DetailKind::idOutOfRange);
    return newest + 1;
}

std::optional<HeadRow> readHead(SQLite::Database& db)
{
    SQLite::Statement rows(db, "SELECT id, sha256, tip FROM head");
    HeadRow head;
    if (!rows.executeStep() || !take(rows.getColumn(0), head.id) || !take(rows.getColumn(1), head.sha256) ||
        !take(rows.getColumn(2), head.tip) || rows.executeStep())
        return std::nullopt;
    return head;
}

void writeHead(SQLite::Database& db, const HeadRow& head)
{
    SQLite::Statement row(db, "INSERT OR REPLACE INTO head(one, id, sha256, tip) VALUES(1,?,?,?)");
    row.bind(1, head.id);
    row.bindNoCopy(2, head.sha256);
    row.bind(3, head.tip);
    row.exec();
}

std::optional<std::int64_t> redoTarget(SQLite::Database& db, const HeadRow& head)
{
    SQLite::Statement parent(db, "SELECT parent FROM revision WHERE id = ?");
    std::int64_t at = head.tip;
    while (at > head.id) {
        parent.reset();
        parent.bind(1, at);
        if (!parent.executeStep() || !parent.getColumn(0).isInteger())
            return std::nullopt;
        const std::int64_t next = parent.getColumn(0).getInt64();
        if (next == head.id)
            return at;
        if (next >= at)
            return std::nullopt;
        at = next;
    }
    return std::nullopt;
}

std::optional<std::string> labelOf(SQLite::Database& db, std::int64_t id)
{
    SQLite::Statement row(db, "SELECT label FROM revision WHERE id = ?");
    row.bind(1, id);
    if (!row.executeStep())
        return std::nullopt;
    return row.getColumn(0).getString();
}

bool hasChildren(SQLite::Database& db, std::int64_t id)
{
    SQLite::Statement row(db, "SELECT 1 FROM revision WHERE parent = ? LIMIT 1");
    row.bind(1, id);
    return row.executeStep();
}

std::vector<Revision> listHistory(SQLite::Database& db)
{
    SQLite::Statement rows(db, "SELECT r.id, r.parent, r.at, r.label, ifnull(t.name, '') FROM revision r "
                               "LEFT JOIN tag t ON t.revision = r.id ORDER BY r.id DESC LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(kLongestHistory));
    std::vector<Revision> history;
    while (rows.executeStep()) {
        Revision revision{rows.getColumn(0).getInt64(), std::nullopt, rows.getColumn(2).getInt64(),
                          rows.getColumn(3).getString(), rows.getColumn(4).getString()};
        if (!rows.getColumn(1).isNull())
            revision.parent = rows.getColumn(1).getInt64();
        history.push_back(std::move(revision));
    }
    std::ranges::reverse(history);
    return history;
}

std::string Tag::hash() const
{
    return hashOf({"trestle-tag-1", std::to_string(revision), name, std::to_string(at)});
}

std::vector<Tag> readTags(SQLite::Database& db)
{
    SQLite::Statement rows(db, "SELECT revision, name, at, sha256 FROM tag ORDER BY revision LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(kLongestHistory));
    std::vector<Tag> tags;
    while (rows.executeStep()) {
        Tag tag;
        if (take(rows.getColumn(0), tag.revision) && take(rows.getColumn(1), tag.name) &&
            take(rows.getColumn(2), tag.at) && take(rows.getColumn(3), tag.sha256))
            tags.push_back(std::move(tag));
    }
    return tags;
}

std::string tagOf(SQLite::Database& db, std::int64_t revision)
{
    SQLite::Statement row(db, "SELECT name FROM tag WHERE revision = ?");
    row.bind(1, revision);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

void writeTag(SQLite::Database& db, Tag tag)
{
    tag.sha256 = tag.hash();
    SQLite::Statement row(db, "INSERT OR REPLACE INTO tag(revision, name, at, sha256) VALUES(?,?,?,?)");
    row.bind(1, tag.revision);
    row.bindNoCopy(2, tag.name);
    row.bind(3, tag.at);
    row.bindNoCopy(4, tag.sha256);
    row.exec();
}

void replaceTag(SQLite::Database& db, std::int64_t revision, const std::string& name, std::int64_t at)
{
    SQLite::Statement other(db, "SELECT 1 FROM tag WHERE name = ? AND revision <> ?");
    other.bind(1, name);
    other.bind(2, revision);
    if (!name.empty() && other.executeStep())
        raise(ErrorCode::duplicateName, name, "versions");
    if (!name.empty()) {
        writeTag(db, {revision, name, at, {}});
        return;
    }
    SQLite::Statement row(db, "DELETE FROM tag WHERE revision = ?");
    row.bind(1, revision);
    row.exec();
}

void storeCatalogue(SQLite::Database& db, const LoadedCatalogue& catalogue)
{
    if (catalogue.original)
        storeCatalogue(db, *catalogue.original);
    SQLite::Statement row(db, "INSERT OR IGNORE INTO blob(sha256, json) VALUES(?,?)");
    row.bindNoCopy(1, catalogue.sha256);
    row.bindNoCopy(2, catalogue.json);
    row.exec();
}

std::optional<std::string> readBlob(SQLite::Database& db, const std::string& sha256)
{
    SQLite::Statement row(db, "SELECT json FROM blob WHERE sha256 = ?");
    row.bind(1, sha256);
    return row.executeStep() ? std::optional(row.getColumn(0).getString()) : std::nullopt;
}

namespace {

LoadedCatalogue readOne(SQLite::Database& db, const std::string& path, const std::string& sha256)
{
    const std::optional<std::string> json = readBlob(db, sha256);
    if (!json)
        raise(ErrorCode::damagedPlan, path, "catalogue", DetailKind::missing);
    if (sha256Hex(*json) != sha256)
        raise(ErrorCode::damagedPlan, path, "catalogue", DetailKind::hashDiffers);
    LoadedCatalogue catalogue = orRaise(parseCatalogue(*json, path));
    if (catalogue.sha256 != sha256)
        raise(ErrorCode::damagedPlan, path, "catalogue", DetailKind::notCanonical);
    return catalogue;
}

/// The original of an edited catalogue. A file that lost it still has its plan.
std::shared_ptr<const LoadedCatalogue> readOriginal(SQLite::Database& db, const std::string& path,
                                                    const LoadedCatalogue& catalogue, const LoadedCatalogue* known)
{
    if (catalogue.basedOn.empty() || catalogue.original)
        return catalogue.original;
    if (known != nullptr && known->basedOn == catalogue.basedOn && known->original)
        return known->original;
    if (known != nullptr && known->sha256 == catalogue.basedOn)
        return std::make_shared<const LoadedCatalogue>(*known);
    const std::optional<std::string> json = readBlob(db, catalogue.basedOn);
    Result<LoadedCatalogue> original = json ? parseCatalogue(*json, path) : fail(ErrorCode::damagedPlan);
    return original && original->sha256 == catalogue.basedOn && original->basedOn.empty()
               ? std::make_shared<const LoadedCatalogue>(std::move(*original))
               : nullptr;
}

} // namespace

LoadedCatalogue readCatalogue(SQLite::Database& db, const std::string& path, const std::string& sha256,
                              const LoadedCatalogue* known)
{
    if (known != nullptr && known->sha256 == sha256)
        return *known;
    if (known != nullptr && known->original && known->original->sha256 == sha256)
        return *known->original;
    LoadedCatalogue catalogue = readOne(db, path, sha256);
    catalogue.original = readOriginal(db, path, catalogue, known);
    return catalogue;
}

ProjectDocument readDocument(SQLite::Database& db, const std::string& path, const StoredRevision& revision,
                             const LoadedCatalogue* known)
{
    const std::string where = path + ':' + revisionName(revision.id);
    const std::string sha256 = orRaise(catalogueHashOf(revision.document, where));
    LoadedCatalogue catalogue = readCatalogue(db, path, sha256, known);
    Project project = orRaise(parseProject(revision.document, *catalogue.catalogue, where));
    return {std::move(project), std::move(catalogue)};
}

StoredRevision requireRevision(SQLite::Database& db, const std::string& path, std::int64_t id)
{
    std::optional<StoredRevision> revision = readRevision(db, id);
    if (!revision)
        raise(ErrorCode::damagedPlan, path, revisionName(id), DetailKind::missing);
    if (!revision->verifies())
        raise(ErrorCode::damagedPlan, path, revisionName(id), DetailKind::hashDiffers);
    return std::move(*revision);
}

std::string revisionName(std::int64_t id)
{
    return "revision/" + std::to_string(id);
}

} // namespace trestle::planfile
