#include "data/plan_file/schema.h"

#include "data/plan_file/format.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace trestle::planfile {

namespace {

// The texts are compared with what a file holds: not a blank may change without a new format version.
constexpr std::array kCore{
    SchemaObject{"table", "revision",
                 R"(CREATE TABLE revision(
  id INTEGER PRIMARY KEY,
  parent INTEGER REFERENCES revision(id),
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT)"},
    SchemaObject{"index", "revision_parent", "CREATE INDEX revision_parent ON revision(parent, at)"},
    SchemaObject{"table", "blob",
                 R"(CREATE TABLE blob(
  sha256 TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL
) STRICT)"},
    SchemaObject{"table", "head",
                 R"(CREATE TABLE head(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  id INTEGER NOT NULL REFERENCES revision(id),
  sha256 TEXT NOT NULL,
  tip INTEGER NOT NULL REFERENCES revision(id)
) STRICT)"},
    SchemaObject{"table", "tag",
                 R"(CREATE TABLE tag(
  revision INTEGER PRIMARY KEY REFERENCES revision(id),
  name TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT)"},
    // Since version 2.
    SchemaObject{"table", "forecast",
                 R"(CREATE TABLE forecast(
  scenario TEXT NOT NULL,
  as_of_date TEXT NOT NULL,
  finish_p50_date TEXT NOT NULL,
  finish_p80_date TEXT NOT NULL,
  total_p50_cents INTEGER NOT NULL,
  total_p80_cents INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY(scenario, as_of_date)
) STRICT, WITHOUT ROWID)"},
};
constexpr std::size_t kInVersion1 = 5;

struct Found {
    std::string type;
    std::string table;
    std::optional<std::string> sql;
    bool isVirtual = false;
};

std::map<std::string, Found> readSchema(SQLite::Database& db)
{
    std::map<std::string, Found> found;
    SQLite::Statement rows(db, "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema");
    while (rows.executeStep()) {
        Found object{rows.getColumn(0).getString(), rows.getColumn(2).getString(), std::nullopt, false};
        if (!rows.getColumn(3).isNull())
            object.sql = rows.getColumn(3).getString();
        object.isVirtual = object.type == "table" && rows.getColumn(4).getInt64() == 0;
        found.emplace(rows.getColumn(1).getString(), std::move(object));
    }
    return found;
}

bool isAsDefined(const std::map<std::string, Found>& found, const SchemaObject& object)
{
    const auto it = found.find(object.name);
    return it != found.end() && it->second.type == object.type && it->second.sql == object.sql && !it->second.isVirtual;
}

std::set<std::string, std::less<>> ourNames(int version)
{
    std::set<std::string, std::less<>> names;
    for (const SchemaObject& object : coreSchema(version))
        names.insert(object.name);
    for (const SchemaObject& object : computedSchema())
        names.insert(object.name);
    return names;
}

bool isOurIndex(const std::string& name)
{
    return std::ranges::any_of(coreSchema(kFormatVersion), [&](const SchemaObject& object) {
        return object.name == name && object.type == std::string_view("index");
    });
}

// SQLite makes these for PRIMARY KEY and UNIQUE by itself.
bool isAutomaticIndex(std::string_view name, const Found& object)
{
    return object.type == "index" && name.starts_with("sqlite_autoindex_") && !object.sql;
}

bool isOptional(const std::string& name, const std::map<std::string, Found>& found)
{
    return name == kCallTable.name && isAsDefined(found, kCallTable);
}

std::string quoted(const std::string& name)
{
    std::string text = "\"";
    for (const char c : name) {
        text += c;
        if (c == '"')
            text += c;
    }
    return text + '"';
}

std::string firstFault(SQLite::Database& db, const std::string& pragma)
{
    SQLite::Statement rows(db, pragma);
    if (!rows.executeStep())
        return {};
    std::string text = rows.getColumn(0).getString();
    if (text.starts_with("*** in database")) // a heading
        text.erase(0, text.find('\n') + 1);
    return text == "ok" ? std::string() : text.substr(0, text.find('\n'));
}

} // namespace

std::span<const SchemaObject> coreSchema(int version)
{
    return std::span(kCore).first(version < 2 ? kInVersion1 : kCore.size());
}

const SchemaObject kCallTable{"table", "assistant_call",
                              R"(CREATE TABLE assistant_call(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  client TEXT NOT NULL,
  tool TEXT NOT NULL,
  arguments TEXT NOT NULL,
  failed INTEGER NOT NULL
) STRICT)"};

bool isOptionalThere(SQLite::Database& db, const SchemaObject& object)
{
    return isAsDefined(readSchema(db), object);
}

bool makeOptional(SQLite::Database& db, const SchemaObject& object)
{
    const std::map<std::string, Found> found = readSchema(db);
    if (!found.contains(object.name))
        db.exec(object.sql);
    else if (!isAsDefined(found, object))
        return false;
    return true;
}

int versionOf(SQLite::Database& db)
{
    return db.execAndGet("PRAGMA user_version").getInt();
}

void createCoreSchema(SQLite::Database& db, int version)
{
    db.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
    db.exec("PRAGMA user_version=" + std::to_string(version));
    for (const SchemaObject& object : coreSchema(version))
        db.exec(object.sql);
}

void createComputedSchema(SQLite::Database& db)
{
    for (const SchemaObject& object : computedSchema())
        db.exec(object.sql);
}

SchemaReport inspectSchema(SQLite::Database& db)
{
    const std::map<std::string, Found> found = readSchema(db);
    const int version = versionOf(db);
    const std::set<std::string, std::less<>> ours = ourNames(version);
    SchemaReport report;
    for (const SchemaObject& object : coreSchema(version))
        if (report.damagedCore.empty() && !isAsDefined(found, object))
            report.damagedCore = object.name;
    for (const SchemaObject& object : computedSchema())
        if (!isAsDefined(found, object))
            report.staleComputed.emplace_back(object.name);
    for (const auto& [name, object] : found) {
        const bool onOurs = ours.contains(object.table);
        if (ours.contains(name)) {
            if (object.isVirtual || (object.type != "view" && object.type != "table" && !isOurIndex(name)))
                report.impostor = name;
        } else if ((!isAutomaticIndex(name, object) || !onOurs) && !isOptional(name, found)) {
            report.hasStrangers = true;
            if (object.type == "index" && onOurs)
                report.indexesOnOurs.push_back(name);
        }
    }
    return report;
}

void mendSchema(SQLite::Database& db, const SchemaReport& report)
{
    for (const std::string& index : report.indexesOnOurs)
        db.exec("DROP INDEX " + quoted(index));
    const std::map<std::string, Found> found = readSchema(db);
    for (const SchemaObject& object : computedSchema()) {
        if (isAsDefined(found, object))
            continue;
        const auto it = found.find(object.name);
        if (it != found.end())
            db.exec("DROP " + it->second.type + ' ' + quoted(object.name));
        db.exec(object.sql);
    }
}

std::string structureFault(SQLite::Database& db, const SchemaReport& report, bool thorough)
{
    const std::string pragma = thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check";
    if (!report.hasStrangers && report.staleComputed.empty())
        return firstFault(db, pragma + "(1)");
    for (const std::span<const SchemaObject> objects : {coreSchema(versionOf(db)), computedSchema()})
        for (const SchemaObject& object : objects) {
            const bool stale = std::ranges::find(report.staleComputed, object.name) != report.staleComputed.end();
            if (object.type != std::string_view("table") || stale)
                continue;
            std::string fault = firstFault(db, pragma + '(' + object.name + ')');
            if (!fault.empty())
                return fault;
        }
    return {};
}

} // namespace trestle::planfile
