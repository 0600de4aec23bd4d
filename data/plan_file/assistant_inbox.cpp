#include "data/plan_file/assistant_inbox.h"

#include "data/file_io.h"
#include "data/json.h"
#include "data/plan_file/failure.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>
#include <tuple>
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

/// The inbox, open and locked against all others, so that nothing is written to a file that is taken away meanwhile.
/// Waits for moments only: who would hold it for long means no good.
class LockedInbox {
public:
    LockedInbox(const std::string& path, int flags)
    {
        constexpr int attempts = 100;
        constexpr auto pause = std::chrono::milliseconds(5);
        for (int attempt = 0; attempt < attempts; ++attempt) {
            m_file = openInbox(path, flags);
            if (m_file < 0)
                return;
            if (::flock(m_file, LOCK_EX | LOCK_NB) == 0 && isStillAt(path))
                return;
            close();
            std::this_thread::sleep_for(pause);
        }
        errno = EBUSY;
    }
    ~LockedInbox() { close(); }
    LockedInbox(const LockedInbox&) = delete;
    LockedInbox& operator=(const LockedInbox&) = delete;

    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] int file() const { return m_file; }
    [[nodiscard]] std::size_t size() const
    {
        struct stat status{};
        return fstat(m_file, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
    }
    /// At most `limit` bytes from `from` on.
    [[nodiscard]] std::string text(std::size_t from, std::size_t limit) const
    {
        std::string text(std::min(limit, size() - std::min(size(), from)), '\0');
        std::size_t read = 0;
        while (read < text.size()) {
            const ssize_t count =
                pread(m_file, text.data() + read, text.size() - read, static_cast<off_t>(from + read));
            if (count <= 0)
                break;
            read += static_cast<std::size_t>(count);
        }
        text.resize(read);
        return text;
    }

private:
    [[nodiscard]] bool isStillAt(const std::string& path) const
    {
        struct stat ours{};
        struct stat there{};
        return fstat(m_file, &ours) == 0 && lstat(path.c_str(), &there) == 0 && ours.st_dev == there.st_dev &&
               ours.st_ino == there.st_ino;
    }
    void close()
    {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }

    int m_file = -1;
};

bool writeAll(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<void> leaveInInbox(const std::string& planPath, const InboxEntry& entry, const LoadedCatalogue& catalogue)
{
    using planfile::describeSystem;
    using planfile::Doing;
    const std::string path = inboxOf(planPath);
    const LockedInbox inbox(path, O_WRONLY | O_APPEND | O_CREAT);
    if (!inbox.isOpen())
        return std::unexpected(describeSystem(errno, path, Doing::writing));
    if (inbox.size() > kLargestInbox)
        return fail(ErrorCode::fileTooLarge, path, {}, sizeDetail(kLargestInbox));
    if (!writeAll(inbox.file(), lineOf(entry, catalogue)))
        return std::unexpected(describeSystem(errno == 0 ? ENOSPC : errno, path, Doing::writing));
    return {};
}

bool hasInbox(const std::string& planPath)
{
    std::error_code code;
    return fs::exists(fs::symlink_status(inboxOf(planPath), code));
}

Inbox readInbox(const std::string& planPath, const LoadedCatalogue& catalogue)
{
    const std::string path = inboxOf(planPath);
    Inbox inbox;
    std::string text;
    {
        const LockedInbox file(path, O_RDONLY);
        if (!file.isOpen())
            return inbox;
        text = file.text(0, 2 * kLargestInbox);
    }
    inbox.bytes = text.size();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto line = parseJson(std::string_view(text).substr(begin, end - begin), path);
        begin = end + 1;
        if (line && line->is_object())
            if (auto entry = entryOf(*line, catalogue, path))
                inbox.entries.push_back(std::move(*entry));
    }
    return inbox;
}

void dropFromInbox(const std::string& planPath, std::size_t bytes)
{
    const std::string path = inboxOf(planPath);
    const LockedInbox file(path, O_RDWR);
    if (!file.isOpen()) { // a link or a pipe in its place is none of ours, and is not to be met again and again
        std::error_code code;
        const fs::file_status status = fs::symlink_status(path, code);
        if (fs::exists(status) && !fs::is_regular_file(status))
            fs::remove(path, code);
        return; // where there is none, one that is made at this moment stays
    }
    if (file.size() <= bytes) {
        std::remove(path.c_str());
        return;
    }
    const std::string rest = file.text(bytes, file.size());
    if (ftruncate(file.file(), 0) == 0)
        (void)writeAll(file.file(), rest);
}

std::vector<InboxEntry> takeInbox(const std::string& planPath, const LoadedCatalogue& catalogue)
{
    Inbox inbox = readInbox(planPath, catalogue);
    dropFromInbox(planPath, inbox.bytes);
    return std::move(inbox.entries);
}

} // namespace trestle
