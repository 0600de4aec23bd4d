#include "data/formats/pack_json.h"

#include "data/figures_text.h"

#include <nlohmann/json.hpp>

namespace trestle {

std::string writePackJson(const Pack& pack, const std::string& folder, Audience audience)
{
    using Json = nlohmann::ordered_json;
    const auto keyOrNull = [](const ExportFormat& format) {
        return format.key.empty() ? Json(nullptr) : Json(std::string(format.key));
    };
    Json object{{"kind", "pack"}, {"folder", folder}, {"audience", std::string(keyOf(audience))}};
    Json& files = object["files"] = Json::array();
    for (const PackFile& file : pack.files)
        files.push_back(
            {{"name", file.name}, {"format", keyOrNull(file.format)}, {"bytes", file.exported.bytes.size()}});
    Json& missing = object["missing"] = Json::array();
    for (const ExportFormat& format : pack.missing)
        missing.push_back(std::string(format.key));
    return figuresText(object);
}

} // namespace trestle
