#include "data/plan_file/assistant_inbox.h"

#include "data/file_io.h"
#include "data/json.h"
#include "data/plan_file/failure.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace trestle {

using nlohmann::json;

namespace {

namespace fs = std::filesystem;

std::string inboxOf(const std::string& planPath)
{
    std::error_code code;
    const fs::path resolved = fs::canonical(planPath, code);
    const fs::path path = code ? fs::path(planPath) : resolved;
    return (path.parent_path() / ('.' + path.filename().string() + ".inbox")).string();
}

/// A file of ours: none of those that block when they are opened, and no way to another place.
int openInbox(const std::string& path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
    if (file < 0)
        return -1;
    struct stat status{};
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        return file;
    ::close(file);
    errno = EINVAL;
    return -1;
}

/// A proposal travels within a plan that says nothing else, so that it is read as carefully as one.
std::string lineOf(const InboxEntry& entry, const LoadedCatalogue& catalogue)
{
    json line = json::object();
    if (entry.call)
        line["call"] = {{"at", entry.call->at},
                        {"client", entry.call->client},
                        {"tool", entry.call->tool},
                        {"arguments", entry.call->arguments},
                        {"failed", entry.call->failed}};
    if (!entry.item.empty()) {
        Project carrier{newInputs(*catalogue.catalogue, "inbox", entry.proposal.on), {}};
        carrier.base.proposals[entry.item] = entry.proposal;
        line["plan"] = writeProject(carrier, catalogue.sha256);
    }
    return canonicalJson(line) + '\n';
}

std::optional<InboxEntry> entryOf(const json& line, const LoadedCatalogue& catalogue, const std::string& path)
{
    try {
        InboxEntry entry;
        if (const auto call = line.find("call"); call != line.end())
            entry.call = {call->at("at").get<std::int64_t>(), call->at("client").get<std::string>(),
                          call->at("tool").get<std::string>(), call->at("arguments").get<std::string>(),
                          call->at("failed").get<bool>()};
        const auto plan = line.find("plan");
        if (plan == line.end())
            return entry;
        const auto carrier = parseProject(plan->get_ref<const std::string&>(), *catalogue.catalogue, path);
        if (!carrier || carrier->base.proposals.size() != 1)
            return std::nullopt;
        std::tie(entry.item, entry.proposal) = *carrier->base.proposals.begin();
        return entry;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

/// All of the inbox, which is gone then. Who writes to it at this moment makes a new one, or is read to the end.
std::string emptied(const std::string& path)
{
    const std::string taken = path + "-taken";
    if (std::rename(path.c_str(), taken.c_str()) != 0)
        return {};
    std::string text;
    if (const int file = openInbox(taken, O_RDONLY); file >= 0) {
        ::close(file);
        text = readTextFile(taken, 2 * kLargestInbox).value_or("");
    }
    std::remove(taken.c_str());
    return text;
}

} // namespace

Result<void> leaveInInbox(const std::string& planPath, const InboxEntry& entry, const LoadedCatalogue& catalogue)
{
    using planfile::describeSystem;
    using planfile::Doing;
    const std::string path = inboxOf(planPath);
    const int file = openInbox(path, O_WRONLY | O_APPEND | O_CREAT);
    if (file < 0)
        return std::unexpected(describeSystem(errno, path, Doing::writing));
    const std::string line = lineOf(entry, catalogue);
    struct stat status{};
    const bool isFull = fstat(file, &status) != 0 || static_cast<std::size_t>(status.st_size) > kLargestInbox;
    // One call, so that the lines of several assistants do not mix.
    const ssize_t written = isFull ? 0 : ::write(file, line.data(), line.size());
    const int problem = written < 0 ? errno : ENOSPC;
    const bool isWhole = written == static_cast<ssize_t>(line.size());
    ::close(file);
    if (isFull)
        return fail(ErrorCode::fileTooLarge, path, {}, sizeDetail(kLargestInbox));
    if (!isWhole)
        return std::unexpected(describeSystem(problem, path, Doing::writing));
    return {};
}

bool hasInbox(const std::string& planPath)
{
    std::error_code code;
    return fs::exists(fs::symlink_status(inboxOf(planPath), code));
}

std::vector<InboxEntry> takeInbox(const std::string& planPath, const LoadedCatalogue& catalogue)
{
    const std::string path = inboxOf(planPath);
    const std::string text = emptied(path);
    std::vector<InboxEntry> entries;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto line = parseJson(std::string_view(text).substr(begin, end - begin), path);
        begin = end + 1;
        if (line && line->is_object())
            if (auto entry = entryOf(*line, catalogue, path))
                entries.push_back(std::move(*entry));
    }
    return entries;
}

} // namespace trestle
