#include "data/project_json.h"

#include "data/catalogue_reader.h"
#include "data/json.h"
#include "data/project_reader.h"
#include "data/project_writer.h"
#include "data/schema_check.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace trestle {

using nlohmann::json;

namespace {

constexpr int kNewestFormat = 2;
constexpr DocumentKind kPlan{"plan", kNewestFormat, "schema/plan.json"};
constexpr DocumentKind kProject{"project", kNewestFormat, "schema/plan.json"};
constexpr std::array kReferenceKeys{"id", "version", "sha256"};

/// What programs that know format 1 alone would not understand.
bool needsFormat2(const Inputs& inputs)
{
    const auto hasHappened = [](const auto& entry) {
        return entry.second.progress.state == ItemState::underWay || entry.second.actual != ItemActual{};
    };
    return std::ranges::any_of(inputs.items, hasHappened) || !inputs.actualCosts.empty() || inputs.baseline ||
           !inputs.learn || inputs.outsideView.preset == OutsideView::record;
}

/// The least that says all of it: a plan stays readable by programs of before as long as it can.
int formatOf(const Project& project)
{
    const bool isOfNow = needsFormat2(project.base) || std::ranges::any_of(project.scenarios, [&](const Scenario& own) {
                             return needsFormat2(applyScenario(project.base, own));
                         });
    return isOfNow ? 2 : 1;
}

json documentOf(const DocumentKind& kind, const Project& project, json catalogue)
{
    json document = projectJson(project);
    document["kind"] = std::string(kind.name);
    document["format"] = formatOf(project);
    document["catalogue"] = std::move(catalogue);
    return document;
}

bool isSha256(std::string_view text)
{
    constexpr std::size_t digits = 64;
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The built-in catalogue, or what it was in an earlier version where the plan names that one.
Result<LoadedCatalogue> builtinOf(const json& reference)
{
    if (const auto version = reference.find("version"); version != reference.end() && version->is_number_integer())
        if (auto earlier = earlierCatalogue(version->get<int>()))
            return std::move(*earlier);
    return builtinCatalogue();
}

/// The built-in catalogue by id, version and, where given, hash: for samples and for plans written by hand.
Result<LoadedCatalogue> referredCatalogue(const json& reference, const std::string& at)
{
    auto builtin = builtinOf(reference);
    if (!builtin)
        return builtin;
    const json known{
        {"id", builtin->catalogue->id}, {"version", builtin->catalogue->version}, {"sha256", builtin->sha256}};
    for (const char* key : kReferenceKeys) {
        const auto found = reference.find(key);
        const bool optional = std::string_view(key) == "sha256";
        if (found == reference.end() && optional)
            continue;
        if (found == reference.end() || *found != known.at(key))
            return fail(ErrorCode::schemaViolation, found == reference.end() ? "" : describeJson(*found),
                        at + "/" + key, {DetailKind::valueOrWholeCatalogue, {describeJson(known.at(key))}});
    }
    return builtin;
}

Result<LoadedCatalogue> catalogueOf(const json& document, const std::string& at)
{
    if (!document.is_object())
        return fail(ErrorCode::schemaViolation, describeJson(document), at, DetailKind::wholeCatalogue);
    const bool isReference = std::ranges::all_of(document.items(), [](const auto& entry) {
        return std::ranges::find(kReferenceKeys, entry.key()) != kReferenceKeys.end();
    });
    return isReference ? referredCatalogue(document, at) : readCatalogue(document, at);
}

/// With the original that it was edited from, where the plan brings that along.
Result<LoadedCatalogue> wholeCatalogue(const json& document, const std::string& at)
{
    auto catalogue = catalogueOf(document.at("catalogue"), at + "/catalogue");
    if (!catalogue)
        return catalogue;
    findBuiltinOriginal(*catalogue);
    const auto found = document.find("originalCatalogue");
    if (found == document.end() || catalogue->original)
        return catalogue;
    const std::string place = at + "/originalCatalogue";
    auto original = readCatalogue(*found, place);
    if (!original)
        return original;
    if (original->sha256 != catalogue->basedOn || !original->basedOn.empty())
        return fail(ErrorCode::schemaViolation, original->sha256, place, catalogue->basedOn);
    catalogue->original = std::make_shared<const LoadedCatalogue>(std::move(*original));
    return catalogue;
}

Result<json> parseDocument(std::string_view text, const DocumentKind& kind, const std::string& where)
{
    auto document = parseJson(text, where);
    if (!document)
        return document;
    if (auto ok = checkDocument(*document, kind, where + "#"); !ok)
        return std::unexpected(ok.error());
    return document;
}

} // namespace

std::string writeProject(const Project& project, const std::string& catalogueSha256)
{
    return canonicalJson(documentOf(kProject, project, catalogueSha256));
}

Result<Project> parseProject(std::string_view text, const Catalogue& catalogue, const std::string& where)
{
    const auto document = parseDocument(text, kProject, where);
    if (!document)
        return std::unexpected(document.error());
    return readProject(*document, catalogue, where + "#");
}

Result<std::string> catalogueHashOf(std::string_view text, const std::string& where)
{
    const auto document = parseDocument(text, kProject, where);
    if (!document)
        return std::unexpected(document.error());
    const json& hash = document->at("catalogue");
    if (!hash.is_string() || !isSha256(hash.get_ref<const std::string&>()))
        return fail(ErrorCode::schemaViolation, describeJson(hash), where + "#/catalogue", DetailKind::sha256);
    return hash.get<std::string>();
}

std::string writePlanJson(const ProjectDocument& document)
{
    // Canonical text of ours; were it broken, reading the plan back would say so.
    const auto jsonOf = [](const LoadedCatalogue& of) {
        auto catalogue = parseJson(of.json, of.catalogue->id);
        return catalogue ? std::move(*catalogue) : json(of.json);
    };
    json plan = documentOf(kPlan, document.project, jsonOf(document.catalogue));
    if (const auto& original = document.catalogue.original; original && !isBuiltin(original->sha256))
        plan["originalCatalogue"] = jsonOf(*original);
    return prettyJson(plan);
}

Result<ProjectDocument> parsePlanJson(std::string_view text, const std::string& where)
{
    const auto document = parseDocument(text, kPlan, where);
    if (!document)
        return std::unexpected(document.error());
    auto catalogue = wholeCatalogue(*document, where + "#");
    if (!catalogue)
        return std::unexpected(catalogue.error());
    auto project = readProject(*document, *catalogue->catalogue, where + "#");
    if (!project)
        return std::unexpected(project.error());
    if (auto ok = checkNames(*project); !ok) {
        ok.error().where.insert(0, where + "#");
        return std::unexpected(ok.error());
    }
    return ProjectDocument{std::move(*project), std::move(*catalogue)};
}

} // namespace trestle
