#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <span>
#include <string>
#include <vector>

namespace trestle::planfile {

/// A table, index or view of the format with the one text that defines it.
struct SchemaObject {
    const char* type;
    const char* name;
    const char* sql;
};

/// The source of truth: its definitions are the format version, and never change within one. Each version has those of
/// the one before, and its own behind them.
std::span<const SchemaObject> coreSchema(int version);
/// What is computed from it for other programs (plan_tables_schema.cpp). Not part of the version: a file in which they
/// are missing or other than expected gets them anew with the next write.
std::span<const SchemaObject> computedSchema();

/// Kept beside the source of truth by programs that know it, made when there is first something to keep. Not part of
/// the version: others leave it alone, and a table of another form under its name is theirs.
extern const SchemaObject kCallTable;
bool isOptionalThere(SQLite::Database& db, const SchemaObject& object);
/// Makes it where it is missing. False: something else has its name.
bool makeOptional(SQLite::Database& db, const SchemaObject& object);

/// The format version that a file says it has.
int versionOf(SQLite::Database& db);
/// Application id, version and the version's core objects, in a database that is empty.
void createCoreSchema(SQLite::Database& db, int version);
/// To be called when the rows that count are there: they then stand at the front of the file, where damage that cuts
/// its end off costs least.
void createComputedSchema(SQLite::Database& db);

/// How the schema of a file differs from that of its version.
struct SchemaReport {
    std::string damagedCore;                ///< name of a core object that is missing or other than it should be
    std::vector<std::string> staleComputed; ///< computed objects to be made anew
    std::vector<std::string> indexesOnOurs; ///< other programs' indexes on our tables: their expressions would run
    bool hasStrangers = false;              ///< objects that are not of the format
    std::string impostor;                   ///< something under one of our names that must not even be dropped
};
SchemaReport inspectSchema(SQLite::Database& db);

/// Makes the computed objects what they should be and drops other programs' indexes on our tables. In a transaction,
/// and not with an impostor in the file.
void mendSchema(SQLite::Database& db, const SchemaReport& report);

/// The first fault of the page structure and of our tables' rows, or empty. Expressions of other programs' objects are
/// not evaluated: with such objects in the file only our own tables are looked at. `thorough` compares indexes too.
std::string structureFault(SQLite::Database& db, const SchemaReport& report, bool thorough);

} // namespace trestle::planfile
