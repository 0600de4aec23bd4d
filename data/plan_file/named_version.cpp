#include "data/plan_file/named_version.h"

#include <utility>

namespace trestle {

Result<NamedVersion> versionNamed(const PlanFile& file, const std::string& name)
{
    const auto history = file.history();
    if (!history)
        return std::unexpected(history.error());
    std::string names;
    for (const Revision& revision : *history) {
        if (revision.tag.empty())
            continue;
        if (revision.tag != name) {
            names += (names.empty() ? "'" : ", '") + revision.tag + "'";
            continue;
        }
        auto document = file.documentAt(revision.id);
        if (!document)
            return std::unexpected(document.error());
        return NamedVersion{revision, std::move(*document)};
    }
    return fail(ErrorCode::unknownVersion, name, {}, names);
}

} // namespace trestle
