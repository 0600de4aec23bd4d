#pragma once

#include "models/progress/record.h"

#include <string>

/// The user's record of past plans: one JSON file of the user's own, which holds no names. A file that is not there is
/// an empty record; one that cannot be read is never written over.
namespace trestle {

/// TRESTLE_RECORD where that is set, else trestle/record.json below XDG_DATA_HOME (~/.local/share). Empty: there is no
/// such place.
std::string userRecordPath();

/// A record in any file, also that of a colleague. Errors: those of files, and where it stands what is wrong.
Result<Record> readRecordFile(const std::string& path);

/// Errors: those of files; invalidRecord where it holds something else than a record.
Result<Record> userRecord();
/// Puts projects in that are not there yet, and tells how many those were. Several programs at once each put theirs in.
Result<std::size_t> addToUserRecord(const Record& projects);
/// Takes all projects out, and tells how many those were.
Result<std::size_t> emptyUserRecord();

} // namespace trestle
