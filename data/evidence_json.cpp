#include "data/evidence_json.h"

#include <nlohmann/json.hpp>

namespace trestle {

namespace {

using Json = nlohmann::ordered_json;

} // namespace

nlohmann::ordered_json evidenceJson(const std::vector<Evidence>& places)
{
    Json list = Json::array();
    for (const Evidence& place : places)
        list.push_back({{"path", place.path},
                        {"line", place.line > 0 ? Json(place.line) : Json()},
                        {"excerpt", place.excerpt},
                        {"rule", place.rule}});
    return list;
}

nlohmann::ordered_json evidenceJson(const TickEvidence& evidence)
{
    return {{"on", isoDate(evidence.on)},
            {"by", evidence.by.empty() ? Json() : Json(evidence.by)},
            {"places", evidenceJson(evidence.places)}};
}

} // namespace trestle
