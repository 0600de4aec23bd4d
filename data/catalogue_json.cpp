#include "data/catalogue_json.h"

#include "data/catalogue_reader.h"
#include "data/catalogue_writer.h"
#include "data/embedded.h"
#include "data/file_io.h"
#include "data/json.h"
#include "models/catalogue_texts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

Result<LoadedCatalogue> parse(std::string_view text, const std::string& where, SchemaChecking checking)
{
    const auto document = parseJson(text, where);
    if (!document)
        return std::unexpected(document.error());
    return readCatalogue(*document, where + "#", checking);
}

/// The program takes what is built in without asking the schema: a test does, and doing it at each start of the
/// command line as well would double the time.
Result<LoadedCatalogue> parseEmbedded(std::string_view path)
{
    const auto text = embeddedJson(path);
    return text ? parse(*text, std::string(path), SchemaChecking::off) : fail(ErrorCode::internal, std::string(path));
}

struct EarlierVersion {
    int version;
    std::string_view path;
    std::string_view sha256;
};
constexpr std::array kEarlierVersions{
    EarlierVersion{1, "catalogue/earlier/prototype-to-production-1.json",
                   "dc079a197c6195b7c9f8ca854c0fc0df4aa82d8348b05802020bf11147febd48"},
};

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
    return parseEmbedded("catalogue/prototype-to-production.json");
}

std::optional<LoadedCatalogue> earlierCatalogue(int version)
{
    const auto found = std::ranges::find(kEarlierVersions, version, &EarlierVersion::version);
    if (found == kEarlierVersions.end())
        return {};
    auto earlier = parseEmbedded(found->path);
    return earlier ? std::optional(std::move(*earlier)) : std::nullopt;
}

bool isBuiltin(std::string_view sha256)
{
    if (std::ranges::find(kEarlierVersions, sha256, &EarlierVersion::sha256) != kEarlierVersions.end())
        return true;
    const auto builtin = builtinCatalogue();
    return builtin && builtin->sha256 == sha256;
}

void findBuiltinOriginal(LoadedCatalogue& catalogue)
{
    if (catalogue.basedOn.empty() || catalogue.original)
        return;
    const auto earlier = std::ranges::find(kEarlierVersions, catalogue.basedOn, &EarlierVersion::sha256);
    auto original = earlier == kEarlierVersions.end() ? builtinCatalogue() : parseEmbedded(earlier->path);
    if (original && original->sha256 == catalogue.basedOn)
        catalogue.original = std::make_shared<const LoadedCatalogue>(std::move(*original));
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

Result<CatalogueText> withNewestTexts(const LoadedCatalogue& catalogue)
{
    const LoadedCatalogue& original = originalOf(catalogue);
    const auto earlier = earlierCatalogue(original.catalogue->version);
    if (!earlier || original.catalogue->id != earlier->catalogue->id)
        return CatalogueText();
    const auto newest = builtinCatalogue();
    if (!newest)
        return std::unexpected(newest.error());
    if (newerTexts(*catalogue.catalogue, *earlier->catalogue, *newest->catalogue).empty())
        return CatalogueText();
    const auto renewed = [&](const LoadedCatalogue& of) {
        return withNewerTexts(*of.catalogue, *earlier->catalogue, *newest->catalogue);
    };
    // An earlier version may have had fewer figures: then it stays an original of its own.
    const Catalogue start = renewed(original);
    auto from = start == *newest->catalogue ? newest : readCatalogue(catalogueJson(start), "");
    if (!from)
        return std::unexpected(from.error());
    return editedCatalogue(*from, renewed(catalogue));
}

std::string catalogueFileText(const Catalogue& catalogue)
{
    return prettyJson(catalogueJson(catalogue));
}

} // namespace trestle
