#include "data/reference_json.h"

#include "data/embedded.h"
#include "data/json.h"

#include <nlohmann/json.hpp>

namespace trestle {

namespace {

ReferenceSet readSet(const nlohmann::json& from)
{
    ReferenceSet set;
    from.at("id").get_to(set.id);
    from.at("title").get_to(set.title);
    from.at("source").get_to(set.source);
    from.at("note").get_to(set.note);
    from.at("effort").get_to(set.isEffort);
    from.at("projects").get_to(set.projects);
    from.at("quantiles").get_to(set.quantiles);
    return set;
}

} // namespace

Result<std::vector<ReferenceSet>> referenceSets()
{
    static constexpr std::string_view path = "reference/outside-view.json";
    const auto document = parseJson(embeddedJson(path).value_or(""), std::string(path));
    if (!document)
        return std::unexpected(document.error());
    try {
        std::vector<ReferenceSet> sets;
        for (const nlohmann::json& set : document->at("sets"))
            sets.push_back(readSet(set));
        return sets;
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, std::string(path), {}, error.what());
    }
}

} // namespace trestle
