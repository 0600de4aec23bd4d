#include "data/mcp/server.h"

#include "data/embedded.h"
#include "data/json.h"
#include "data/schema_check.h"

#include <nettle/base64.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace trestle::mcp {

using nlohmann::json;

namespace {

/// The revisions of the protocol in which all that is said here means the same, newest first.
constexpr std::array<std::string_view, 4> kRevisions{"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"};

/// Of JSON-RPC.
enum Code : int {
    parseError = -32700,
    invalidRequest = -32600,
    methodNotFound = -32601,
    invalidParameters = -32602,
    internalError = -32603,
};

/// What is answered as an error of the protocol.
struct Refusal {
    Code code = invalidRequest;
};

/// As JSON-RPC calls it.
const char* nameOf(Code code)
{
    switch (code) {
    case parseError: return "Parse error";
    case invalidRequest: return "Invalid Request";
    case methodNotFound: return "Method not found";
    case invalidParameters: return "Invalid params";
    case internalError: break;
    }
    return "Internal error";
}

json errorAnswer(const json& id, Code code)
{
    return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", nameOf(code)}}}};
}

bool isId(const json& id)
{
    return id.is_string() || id.is_number_integer();
}

std::string base64(std::string_view bytes)
{
    std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return text;
}

json contentOf(const Answer& answer)
{
    if (!answer.file)
        return json::array({{{"type", "text"}, {"text", answer.text}}});
    json resource{{"uri", "trestle:///" + answer.file->name}, {"mimeType", answer.file->mimeType}};
    if (answer.file->isText)
        resource["text"] = answer.file->bytes;
    else
        resource["blob"] = base64(answer.file->bytes);
    return json::array({{{"type", "resource"}, {"resource", std::move(resource)}}});
}

json resultOf(const Answer& answer)
{
    json to{{"content", contentOf(answer)}, {"isError", answer.isError}};
    if (answer.isJson && !answer.isError)
        if (auto parsed = parseJson(answer.text, "answer"); parsed && parsed->is_object())
            to["structuredContent"] = std::move(*parsed);
    return to;
}

} // namespace

Server::Server(About about, std::vector<Tool> tools, Words words, Log log)
    : m_about(std::move(about)), m_tools(std::move(tools)), m_words(std::move(words)), m_log(std::move(log))
{
}

std::string Server::tooLong()
{
    return canonicalJson(errorAnswer(nullptr, invalidRequest));
}

std::optional<std::string> Server::answer(std::string_view line)
{
    const auto message = parseJson(line, "message");
    if (!message)
        return canonicalJson(errorAnswer(nullptr, parseError));
    if (!message->is_array()) {
        const auto to = answerTo(*message);
        return to ? std::optional(canonicalJson(*to)) : std::nullopt;
    }
    // Several at once, as the revision 2025-03-26 has it.
    if (message->empty() || message->size() > kMostTogether)
        return canonicalJson(errorAnswer(nullptr, invalidRequest));
    json answers = json::array();
    for (const json& part : *message)
        if (auto to = answerTo(part))
            answers.push_back(std::move(*to));
    return answers.empty() ? std::nullopt : std::optional(canonicalJson(answers));
}

std::optional<json> Server::answerTo(const json& message)
{
    if (!message.is_object() || message.value("jsonrpc", json()) != "2.0")
        return errorAnswer(nullptr, invalidRequest);
    const auto method = message.find("method");
    if (method == message.end() && (message.contains("result") || message.contains("error")))
        return std::nullopt; // an answer to what was never asked
    const auto found = message.find("id");
    const json id = found == message.end() ? json() : *found;
    if (method == message.end() || !method->is_string() || (found != message.end() && !isId(id)))
        return errorAnswer(isId(id) ? id : json(), invalidRequest);
    if (found == message.end())
        return std::nullopt; // a notification: none asks for anything
    const json parameters = message.value("params", json::object());
    if (!parameters.is_object())
        return errorAnswer(id, invalidParameters);
    try {
        return json{{"jsonrpc", "2.0"}, {"id", id}, {"result", result(method->get<std::string>(), parameters)}};
    } catch (const Refusal& refusal) {
        return errorAnswer(id, refusal.code);
    } catch (const std::exception&) {
        return errorAnswer(id, internalError);
    }
}

json Server::result(const std::string& method, const json& parameters)
{
    if (method == "initialize")
        return initialized(parameters);
    if (method == "ping")
        return json::object();
    if (method == "tools/list")
        return {{"tools", toolList()}};
    if (method == "tools/call")
        return called(parameters);
    throw Refusal{methodNotFound};
}

json Server::initialized(const json& parameters)
{
    const auto wanted = parameters.find("protocolVersion");
    if (wanted == parameters.end() || !wanted->is_string())
        throw Refusal{invalidParameters};
    if (const auto client = parameters.find("clientInfo"); client != parameters.end() && client->is_object())
        if (const auto name = client->find("name"); name != client->end() && name->is_string())
            m_client = name->get<std::string>();
    const bool isKnown = std::ranges::find(kRevisions, wanted->get_ref<const std::string&>()) != kRevisions.end();
    return {{"protocolVersion", isKnown ? *wanted : json(kRevisions.front())},
            {"capabilities", {{"tools", json::object()}}},
            {"serverInfo", {{"name", m_about.name}, {"title", m_about.title}, {"version", m_about.version}}},
            {"instructions", m_about.instructions}};
}

json Server::toolList() const
{
    json to = json::array();
    for (const Tool& tool : m_tools)
        to.push_back({{"name", tool.name},
                      {"title", tool.title},
                      {"description", tool.description},
                      {"inputSchema", json::parse(embeddedJson(tool.schema).value())},
                      {"annotations",
                       {{"title", tool.title},
                        {"readOnlyHint", tool.isReadOnly},
                        {"destructiveHint", false},
                        {"openWorldHint", false}}}});
    return to;
}

json Server::called(const json& parameters)
{
    const auto name = parameters.find("name");
    if (name == parameters.end() || !name->is_string())
        throw Refusal{invalidParameters};
    const auto tool = std::ranges::find(m_tools, name->get_ref<const std::string&>(), &Tool::name);
    if (tool == m_tools.end())
        throw Refusal{invalidParameters};
    const json arguments = parameters.value("arguments", json::object());
    // What is wrong with the arguments is told as an answer, so that the assistant can do otherwise.
    const auto ok = checkSchema(arguments, tool->schema, "arguments");
    const Answer answer = ok ? tool->run(arguments) : Answer{m_words(ok.error()), false, true, std::nullopt};
    if (m_log)
        m_log({m_client, tool->name, arguments, answer.isError});
    return resultOf(answer);
}

} // namespace trestle::mcp
