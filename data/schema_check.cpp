#include "data/schema_check.h"

#include "data/embedded.h"
#include "data/json.h"

#include <nlohmann/json.hpp>
// The only unit that compiles the validator: it is large.
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <vector>

namespace trestle {

using nlohmann::json;

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

std::string bare(const json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Says what is wrong with a value that the validator has refused. It knows the keywords that our schemas use.
class Explainer {
public:
    Explainer(const json& schema, std::string at) : m_root(schema), m_at(std::move(at)) {}

    /// `context`: the validator's path to the value, "<root>" and then keys and indices in brackets.
    Error explain(const json& document, const std::vector<std::string>& context, const std::string& description)
    {
        const json* value = &document;
        const json* schema = &resolved(m_root);
        std::string pointer;
        for (std::size_t i = 1; i < context.size(); ++i) {
            const std::string step = context[i].substr(1, context[i].size() - 2);
            if (value->is_array()) {
                const std::size_t index = std::stoul(step);
                value = &value->at(index);
                schema = &resolved(schema->at("items"));
                pointer += pointerStep(index);
            } else {
                value = &value->at(step);
                schema = &resolved(memberSchema(*schema, step));
                pointer += pointerStep(step);
            }
        }
        return violation(*value, *schema, pointer).value_or(error(describeJson(*value), pointer, description));
    }

private:
    [[nodiscard]] const json& resolved(const json& schema) const
    {
        const auto reference = schema.find("$ref");
        if (reference == schema.end())
            return schema;
        return resolved(m_root.at(json::json_pointer(reference->get<std::string>().substr(1))));
    }

    static const json& memberSchema(const json& schema, const std::string& key)
    {
        if (const auto properties = schema.find("properties"); properties != schema.end())
            if (const auto member = properties->find(key); member != properties->end())
                return *member;
        return schema.at("additionalProperties");
    }

    [[nodiscard]] Error error(std::string what, const std::string& pointer, Detail expected) const
    {
        return {ErrorCode::schemaViolation, std::move(what), m_at + pointer, std::move(expected)};
    }

    static std::vector<std::string> typesOf(const json& schema)
    {
        const auto type = schema.find("type");
        if (type == schema.end())
            return {};
        return type->is_string() ? std::vector{type->get<std::string>()} : type->get<std::vector<std::string>>();
    }

    static bool hasType(const json& value, const std::string& type)
    {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
               (type == "string" && value.is_string()) || (type == "integer" && value.is_number_integer()) ||
               (type == "number" && value.is_number()) || (type == "boolean" && value.is_boolean());
    }

    /// What may stand where a schema holds, in short.
    static Detail expectation(const json& schema)
    {
        if (const auto value = schema.find("const"); value != schema.end())
            return {DetailKind::oneOf, {bare(*value)}};
        if (const auto values = schema.find("enum"); values != schema.end()) {
            std::vector<std::string> allowed;
            std::ranges::transform(*values, std::back_inserter(allowed), bare);
            return {DetailKind::oneOf, std::move(allowed)};
        }
        return {DetailKind::jsonType, typesOf(schema)};
    }

    static Detail bounded(DetailKind kind, const json& bound, const json& schema)
    {
        std::vector<std::string> arguments = typesOf(schema);
        arguments.insert(arguments.begin(), bound.dump());
        return {kind, std::move(arguments)};
    }

    std::optional<Error> violation(const json& value, const json& schema, const std::string& pointer) const
    {
        const std::vector<std::string> types = typesOf(schema);
        const bool typed =
            types.empty() || std::ranges::any_of(types, [&](const std::string& type) { return hasType(value, type); });
        const auto words = schema.find("enum");
        const auto constant = schema.find("const");
        if (!typed || (words != schema.end() && std::ranges::find(*words, value) == words->end()) ||
            (constant != schema.end() && *constant != value))
            return error(describeJson(value), pointer, expectation(schema));
        if (value.is_object())
            return wrongMember(value, schema, pointer);
        if (value.is_number())
            return outOfRange(value, schema, pointer);
        if (value.is_string() || value.is_array())
            return wrongSize(value, schema, pointer);
        return std::nullopt;
    }

    std::optional<Error> wrongMember(const json& value, const json& schema, const std::string& pointer) const
    {
        const auto properties = schema.find("properties");
        if (properties == schema.end())
            return std::nullopt;
        std::vector<std::string> known;
        for (const auto& [key, member] : properties->items())
            known.push_back(key);
        // An unknown key goes before a missing one: it is most likely that one, mistyped.
        for (const auto& [key, member] : value.items())
            if (!properties->contains(key))
                return error(key.substr(0, 60), pointer + pointerStep(key), {DetailKind::jsonKey, std::move(known)});
        if (const auto required = schema.find("required"); required != schema.end())
            for (const json& key : *required)
                if (!value.contains(key.get_ref<const std::string&>())) {
                    const auto& name = key.get_ref<const std::string&>();
                    return error("", pointer + pointerStep(name), expectation(resolved(properties->at(name))));
                }
        return std::nullopt;
    }

    std::optional<Error> outOfRange(const json& value, const json& schema, const std::string& pointer) const
    {
        const auto least = schema.find("minimum");
        const auto most = schema.find("maximum");
        if (least != schema.end() && value < *least)
            return error(describeJson(value), pointer, bounded(DetailKind::jsonAtLeast, *least, schema));
        if (most != schema.end() && value > *most)
            return error(describeJson(value), pointer, bounded(DetailKind::jsonAtMost, *most, schema));
        return std::nullopt;
    }

    std::optional<Error> wrongSize(const json& value, const json& schema, const std::string& pointer) const
    {
        const bool text = value.is_string();
        const auto most = schema.find(text ? "maxLength" : "maxItems");
        const std::size_t size =
            text ? characters(value.get_ref<const std::string&>()) : value.get_ref<const json::array_t&>().size();
        if (most != schema.end() && size > most->get<std::size_t>())
            return error(describeJson(value), pointer,
                         {text ? DetailKind::mostCharacters : DetailKind::mostEntries, {most->dump()}});
        if (const auto least = schema.find(text ? "minLength" : "minItems");
            least != schema.end() && size < least->get<std::size_t>())
            return error(describeJson(value), pointer, text ? DetailKind::textNotEmpty : DetailKind::listNotEmpty);
        return std::nullopt;
    }

    static std::size_t characters(const std::string& text)
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }

    const json& m_root;
    std::string m_at;
};

struct CompiledSchema {
    json text;
    valijson::Schema rules;
};

/// Compiling a schema takes longer than checking a plan by it, so each is compiled once and then only read.
Result<const CompiledSchema*> compiled(std::string_view name)
{
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const CompiledSchema>, std::less<>> known;
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(name); found != known.end())
        return found->second.get();
    const auto text = embeddedJson(name);
    if (!text)
        return fail(ErrorCode::internal, std::string(name));
    auto parsed = parseJson(*text, std::string(name));
    if (!parsed)
        return fail(ErrorCode::internal, std::string(name), parsed.error().where);
    auto schema = std::make_unique<CompiledSchema>();
    schema->text = std::move(*parsed);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema->text), schema->rules);
    return known.emplace(name, std::move(schema)).first->second.get();
}

Result<void> validated(const json& document, const CompiledSchema& schema, const std::string& at)
{
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(schema.rules, Adapter(document), &results))
        return {};
    // A value is checked before what holds it, so the first in the queue is the deepest of its kin.
    valijson::ValidationResults::Error first;
    results.popError(first);
    return std::unexpected(Explainer(schema.text, at).explain(document, first.context, first.description));
}

} // namespace

Result<void> checkSchema(const json& document, std::string_view schema, const std::string& at)
{
    try {
        const auto known = compiled(schema);
        return known ? validated(document, **known, at) : std::unexpected(known.error());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, fileOf(at));
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, error.what(), at);
    }
}

Result<void> checkDocument(const json& document, const DocumentKind& kind, const std::string& at)
{
    if (!document.is_object())
        return fail(ErrorCode::schemaViolation, describeJson(document), at, {DetailKind::jsonType, {"object"}});
    const auto name = document.find("kind");
    if (name == document.end())
        return fail(ErrorCode::schemaViolation, "", at + "/kind", std::string(kind.name));
    if (name->is_string() && *name != kind.name)
        return fail(ErrorCode::wrongKind, name->get<std::string>().substr(0, 60), at + "/kind", std::string(kind.name));
    const auto format = document.find("format");
    if (format != document.end() && format->is_number_integer() && *format > kind.newestFormat)
        return fail(ErrorCode::unsupportedVersion, format->dump(), at + "/format", std::to_string(kind.newestFormat));
    return checkSchema(document, kind.schema, at);
}

} // namespace trestle
