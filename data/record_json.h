#pragma once

#include "models/progress/record.h"

#include <string>
#include <string_view>

namespace trestle {

/// Parses and checks a record of past plans: JSON, schema, then checkRecord. `where` names the file in errors, which
/// carry a JSON pointer behind '#'. The same project twice is there once.
Result<Record> parseRecordJson(std::string_view text, const std::string& where);

/// The text of a record's file, for people and for other records.
std::string recordFileText(const Record& record);
/// The same with what it says, for other programs: m, s, n and how many promises were kept.
std::string writeRecordJson(const Record& record);

} // namespace trestle
