#include "app/cli/assistant_log.h"
#include "app/cli/assistant_tools.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/plan_command.h"
#include "app/cli/plan_source.h"
#include "app/cli/wording.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <utility>

namespace trestle::cli {

namespace {

struct McpOptions {
    std::string path;
    std::optional<std::string> folder;
    bool allowEdits = false;
};

constexpr const char* kUnnamed = "an assistant";
constexpr std::size_t kLongestName = 100;

/// The lines of standard input, without the line break. A line over the limit comes cut.
class Lines {
public:
    std::optional<std::string> next()
    {
        while (true) {
            if (const std::size_t end = m_read.find('\n', m_seen); end != std::string::npos) {
                std::string line = m_read.substr(0, end);
                m_read.erase(0, end + 1);
                m_seen = 0;
                m_isCut = std::exchange(m_cutting, false) || line.size() > mcp::kLongestMessage;
                return line;
            }
            m_seen = m_read.size();
            if (m_seen > mcp::kLongestMessage) { // the rest of such a line is read and dropped
                m_cutting = true;
                m_read.clear();
                m_seen = 0;
            }
            std::array<char, 1 << 16> part{};
            const ssize_t count = ::read(STDIN_FILENO, part.data(), part.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return std::nullopt;
            m_read.append(part.data(), static_cast<std::size_t>(count));
        }
    }
    /// That the line last given was too long.
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    std::string m_read;
    std::size_t m_seen = 0;
    bool m_cutting = false;
    bool m_isCut = false;
};

std::string nameOf(const std::string& client)
{
    const std::string name = printable(client.substr(0, kLongestName));
    return isBlank(name) ? kUnnamed : name;
}

mcp::Server::About about(const McpOptions& options)
{
    return {"trestle", "Trestle", TRESTLE_VERSION,
            std::string("Trestle plans the way from a working prototype to production: weeks, cost in AUD, and how "
                        "sure that is. To fill in what the prototype has: read the catalogue, look through the code, "
                        "and propose a state for each item with the places that show it. ") +
                (options.allowEdits ? "States that you propose are set at once."
                                    : "The user accepts what you propose in Trestle.")};
}

Result<void> runMcp(const McpOptions& options, const Environment& environment)
{
    // A plan that cannot be read is told now, to whoever set this up, not to the assistant at each call.
    if (const auto document = loadProject(options.path); !document)
        return std::unexpected(document.error());
    if (std::error_code code; options.folder && !std::filesystem::is_directory(*options.folder, code))
        return fail(ErrorCode::fileNotFound, *options.folder);
    Frontend frontend = environment.frontend;
    frontend.becomeDrawingProgram = [](const std::string& format) {
        return Error{ErrorCode::needsDisplaySupport, format, {}, {}};
    };
    const Environment within{environment.console, environment.clock, frontend};
    std::string client = kUnnamed;
    const AssistantScope scope{options.path, options.folder.value_or(""), options.allowEdits,
                               [&client] { return client; }};
    const auto log = [&](mcp::Call call) {
        call.client = nameOf(call.client);
        keepCall(options.path, call, environment);
    };
    mcp::Server server(
        about(options), assistantTools(scope, within), [](const Error& error) { return worded(error); }, log);
    Lines lines;
    while (const auto line = lines.next()) {
        if (line->find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const auto answer = lines.isCut() ? std::optional(mcp::Server::tooLong()) : server.answer(*line);
        client = nameOf(server.client());
        if (!answer)
            continue;
        if (auto ok = environment.console.print(*answer + '\n'); !ok)
            return ok;
    }
    return {};
}

} // namespace

void addMcp(CLI::App& program, Action& chosen)
{
    CLI::App* command = program.add_subcommand(
        "mcp",
        "Let an assistant read a plan and propose states: the Model Context Protocol on standard input and output");
    const auto options = std::make_shared<McpOptions>();
    command->add_option("PLAN", options->path, "A plan file, or a plan as JSON")->required();
    addText(*command, "--folder", options->folder, "DIR",
            "The prototype's folder, which the assistant may have scanned and in which its evidence must lie");
    command->add_flag("--allow-edits", options->allowEdits,
                      "What the assistant proposes becomes the state at once; without it, the user accepts it");
    onChosen(*command, options, chosen, runMcp);
}

} // namespace trestle::cli
