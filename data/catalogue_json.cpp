#include "data/catalogue_json.h"

#include "data/catalogue_reader.h"
#include "data/catalogue_writer.h"
#include "data/embedded.h"
#include "data/file_io.h"
#include "data/json.h"

#include <nlohmann/json.hpp>

namespace trestle {

namespace {

Result<LoadedCatalogue> parse(std::string_view text, const std::string& where, SchemaChecking checking)
{
    const auto document = parseJson(text, where);
    if (!document)
        return std::unexpected(document.error());
    return readCatalogue(*document, where + "#", checking);
}

} // namespace

Result<LoadedCatalogue> parseCatalogue(std::string_view json, const std::string& where)
{
    auto catalogue = parse(json, where, SchemaChecking::on);
    if (catalogue)
        findBuiltinOriginal(*catalogue);
    return catalogue;
}

Result<LoadedCatalogue> loadCatalogueFile(const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return std::unexpected(text.error());
    return parseCatalogue(*text, path);
}

Result<LoadedCatalogue> builtinCatalogue()
{
    static constexpr std::string_view path = "catalogue/prototype-to-production.json";
    const auto text = embeddedJson(path);
    if (!text)
        return fail(ErrorCode::internal, std::string(path));
    // Every start of the command line comes through here. The text cannot change after the build, and a test holds it
    // to the schema; doing it here as well would double the time.
    return parse(*text, std::string(path), SchemaChecking::off);
}

void findBuiltinOriginal(LoadedCatalogue& catalogue)
{
    if (catalogue.basedOn.empty() || catalogue.original)
        return;
    if (auto builtin = builtinCatalogue(); builtin && builtin->sha256 == catalogue.basedOn)
        catalogue.original = std::make_shared<const LoadedCatalogue>(std::move(*builtin));
}

Result<CatalogueText> editedCatalogue(const LoadedCatalogue& before, const Catalogue& edited)
{
    if (edited == *before.catalogue)
        return std::make_shared<const LoadedCatalogue>(before);
    const auto original = before.original ? before.original : std::make_shared<const LoadedCatalogue>(before);
    if (edited == *original->catalogue)
        return original;
    nlohmann::json document = catalogueJson(edited);
    document["basedOn"] = original->sha256;
    auto loaded = readCatalogue(document, "");
    if (!loaded)
        return std::unexpected(loaded.error());
    loaded->original = original;
    return std::make_shared<const LoadedCatalogue>(std::move(*loaded));
}

std::string catalogueFileText(const Catalogue& catalogue)
{
    return prettyJson(catalogueJson(catalogue));
}

} // namespace trestle
