#pragma once

#include "data/file_io.h"
#include "data/project_json.h"

#include <QtGlobal>

namespace trestle::testing {

/// A plan four weeks into its work: status date Monday 1 February 2027, the database finished (4.5 person-weeks, likely
/// 3), two items of authentication finished, access-control under way, a baseline "Sent to investors".
inline ProjectDocument inProgressProject()
{
    const auto text = readTextFile(TRESTLE_FIXTURES "/in-progress.json");
    auto document = text ? parsePlanJson(*text, "in-progress.json") : std::unexpected(text.error());
    if (!document)
        qFatal("in-progress.json: %s at %s", document.error().what.c_str(), document.error().where.c_str());
    return std::move(*document);
}

} // namespace trestle::testing
