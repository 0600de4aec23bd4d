#include "data/formats/import_json.h"

#include "data/figures_text.h"

#include <nlohmann/json.hpp>

namespace trestle {

std::string writeImportPreviewJson(const ImportPreview& preview,
                                   const std::function<std::string(const ImportLoss&)>& words)
{
    using Json = nlohmann::ordered_json;
    Json columns = Json::array();
    for (const ImportColumn& column : preview.columns)
        columns.push_back({{"heading", column.heading}, {"means", wordsOf(column.use)}, {"cells", column.cells}});
    Json losses = Json::array();
    for (const ImportLoss& loss : preview.losses)
        losses.push_back({{"what", words(loss)}, {"count", loss.count}});
    const ImportCounts& counts = preview.counts;
    return figuresText({{"kind", "import-preview"},
                        {"columns", std::move(columns)},
                        {"phases", counts.phases},
                        {"items", counts.items},
                        {"links", counts.links},
                        {"people", counts.people},
                        {"losses", std::move(losses)}});
}

} // namespace trestle
