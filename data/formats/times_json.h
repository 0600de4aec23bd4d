#pragma once

#include "data/exchange/times/times_reader.h"
#include "models/progress/import_times.h"

#include <functional>
#include <string>

namespace trestle {

/// As `trestle times --json` prints it; `words`: why a row is left out, in the words of the command line.
std::string writeTimesJson(const TimesFile& file, const TimesMapping& mapping, const TimesTable& table,
                           const TimesImport& made, const std::function<std::string(const TimesNote&)>& words);

} // namespace trestle
