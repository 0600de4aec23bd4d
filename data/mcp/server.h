#pragma once

#include "models/error.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The server's side of the Model Context Protocol, by which an assistant asks Trestle: JSON-RPC 2.0, one message on a
/// line, over any stream. Knows nothing of plans: tools are given to it.
/// Source: the protocol's specification, revisions 2024-11-05, 2025-03-26, 2025-06-18 and 2025-11-25.
namespace trestle::mcp {

/// A file that a tool hands out.
struct Attachment {
    std::string name;
    std::string mimeType;
    std::string bytes;
    bool isText = true;
};

/// What a tool says.
struct Answer {
    std::string text;               ///< for the assistant; JSON where `isJson`
    bool isJson = false;            ///< an object, told as structured content too
    bool isError = false;           ///< the text says what is wrong, so that the assistant can do otherwise
    std::optional<Attachment> file; ///< in place of the text
};

struct Tool {
    std::string name;
    std::string title;
    std::string description;
    std::string_view schema; ///< of the arguments, its place below resources/ as for embeddedJson
    bool isReadOnly = true;
    std::function<Answer(const nlohmann::json& arguments)> run;
};

/// A call that was made, for a log.
struct Call {
    std::string client; ///< as it calls itself
    std::string tool;
    nlohmann::json arguments;
    bool failed = false;
};

/// Messages longer than this are refused unread.
inline constexpr std::size_t kLongestMessage = std::size_t{4} << 20;

/// More messages in one line are refused.
inline constexpr std::size_t kMostTogether = 100;

class Server {
public:
    struct About {
        std::string name;
        std::string title;
        std::string version;
        std::string instructions; ///< for the assistant: what the tools are for
    };

    using Words = std::function<std::string(const Error&)>; ///< an error in words
    using Log = std::function<void(const Call&)>;           ///< told of each call that was made

    Server(About about, std::vector<Tool> tools, Words words, Log log = {});

    /// The answer to one line; nothing where none is due. Never throws, whatever the line.
    std::optional<std::string> answer(std::string_view line);
    /// The answer to a line over kLongestMessage, of which only the beginning was kept.
    [[nodiscard]] static std::string tooLong();

    /// What the client calls itself; empty before it has said so.
    [[nodiscard]] const std::string& client() const { return m_client; }

private:
    std::optional<nlohmann::json> answerTo(const nlohmann::json& message);
    nlohmann::json result(const std::string& method, const nlohmann::json& parameters);
    nlohmann::json initialized(const nlohmann::json& parameters);
    [[nodiscard]] nlohmann::json toolList() const;
    nlohmann::json called(const nlohmann::json& parameters);

    About m_about;
    std::vector<Tool> m_tools;
    Words m_words;
    Log m_log;
    std::string m_client;
};

} // namespace trestle::mcp
