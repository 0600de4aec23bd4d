#include "data/scanner/folder_walk.h"

#include "data/file_io.h"
#include "data/scanner/ignore_rules.h"
#include "data/scanner/safe_open.h"
#include "data/scanner/skip_rules.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace trestle::scanner {

namespace {

/// What the entries of the folders that are being walked may take.
constexpr std::size_t kMostListedBytes = std::size_t{32} << 20U;

/// The ignore rules that hold in a folder; none where it is in no repository.
struct RulesHere {
    const IgnoreRules* rules = nullptr;
    std::string before;   ///< from the top of the repository to the folder that is scanned
    std::size_t from = 0; ///< where the path in the repository begins, in a path below the folder that is scanned
    RuleCost cost;

    [[nodiscard]] std::string pathOf(const std::string& path) const { return before + path.substr(from); }
};

FolderEntry::Kind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return FolderEntry::Kind::file;
    if (S_ISDIR(mode))
        return FolderEntry::Kind::folder;
    return S_ISLNK(mode) ? FolderEntry::Kind::link : FolderEntry::Kind::other;
}

/// Nothing where the entry is gone meanwhile.
std::optional<FolderEntry::Kind> kindOf(int folder, const dirent& entry)
{
    switch (entry.d_type) {
    case DT_REG: return FolderEntry::Kind::file;
    case DT_DIR: return FolderEntry::Kind::folder;
    case DT_LNK: return FolderEntry::Kind::link;
    case DT_UNKNOWN: // some file systems do not say
        break;
    default: return FolderEntry::Kind::other;
    }
    struct stat status{};
    if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return {};
    return kindOf(status.st_mode);
}

std::string_view lastPart(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

bool comesBefore(const FolderEntry& a, const FolderEntry& b)
{
    const std::size_t common = std::min(a.name.size(), b.name.size());
    if (const int order = a.name.compare(0, common, b.name, 0, common); order != 0)
        return order < 0;
    const auto next = [&](const FolderEntry& of) -> unsigned {
        if (of.name.size() > common)
            return static_cast<unsigned char>(of.name[common]);
        return of.kind == FolderEntry::Kind::folder ? '/' : 0;
    };
    return next(a) < next(b);
}

class FolderWalk {
public:
    FolderWalk(OpenFile root, std::string top, const std::stop_token& stop,
               const std::function<void(std::size_t)>& found)
        : m_root(std::move(root)), m_top(std::move(top)), m_stop(stop), m_found(found)
    {
    }

    /// False: it was cancelled.
    bool run();
    FoundFiles take() { return std::move(m_result); }

private:
    std::unique_ptr<IgnoreRules> rulesOfParents(RulesHere& here);
    bool allIgnoreFilesBearable(const IgnoreRules& rules, RuleCost& cost) const;
    bool isIgnored(const RulesHere& here, const std::string& path, bool isFolder);
    bool list(const OpenFile& folder, const std::string& path, Listing& listing);
    void walk(const OpenFile& folder, const std::string& path, const Listing& listing, int depth, RulesHere here);
    void lookAtFile(const OpenFile& folder, const std::string& name, const std::string& path, const RulesHere& here);
    void lookAtFolder(const OpenFile& folder, const std::string& name, const std::string& path, const Listing& beside,
                      int depth, const RulesHere& here);
    void addUnread(const std::string& path, UnreadReason reason);
    [[nodiscard]] bool isFull() const { return m_result.files.size() >= kMostFiles || m_pathBytes >= kMostPathBytes; }

    OpenFile m_root;
    std::string m_top; ///< the folder's absolute path, without links
    const std::stop_token& m_stop;
    const std::function<void(std::size_t)>& m_found;
    FoundFiles m_result;
    std::size_t m_pathBytes = 0;
    std::size_t m_listedBytes = 0; ///< of the entries of the folders that are being walked
};

bool FolderWalk::run()
{
    Listing listing;
    if (list(m_root, "", listing)) {
        RulesHere here;
        const bool hasOwn = std::ranges::count(listing, ".git", &FolderEntry::name) > 0;
        const std::unique_ptr<IgnoreRules> parents = hasOwn ? nullptr : rulesOfParents(here);
        walk(m_root, "", listing, 0, std::move(here));
    }
    return !m_stop.stop_requested();
}

/// The folder may be a part of a repository. One that ignores it whole, as some keep their settings in their home, has
/// nothing to say of it.
std::unique_ptr<IgnoreRules> FolderWalk::rulesOfParents(RulesHere& here)
{
    for (std::size_t end = m_top.rfind('/'); end != std::string::npos && !m_top.empty();
         end = end == 0 ? std::string::npos : m_top.rfind('/', end - 1)) {
        IgnoreRules::Found found{};
        std::unique_ptr<IgnoreRules> rules = IgnoreRules::ofRepository(m_top.substr(0, end), m_top, found);
        if (!rules)
            continue; // what only looks like one is none: Git looks further up as well
        const std::string inside = m_top.substr(end + 1);
        RuleCost cost = rules->privateCost();
        if (!allIgnoreFilesBearable(*rules, cost) || !cost.isBearable(inside)) {
            m_result.ignoreRulesRead = false;
            return nullptr;
        }
        if (rules->ignoresFolder(inside))
            return nullptr;
        here = {rules.get(), inside + '/', 0, cost};
        return rules;
    }
    return nullptr;
}

/// Of a folder whose path in the repository is `path`, with '/' at its end, or "".
bool isBearableIgnoreFile(const OpenFile& folder, std::string_view path, RuleCost& cost)
{
    const OpenFile file = openEntry(folder.number(), ".gitignore", false);
    if (!file.isOpen())
        return errno == ENOENT;
    std::string text;
    constexpr std::uint64_t limit = std::uint64_t{1} << 20U;
    return readWhole(file, limit, text) == ReadOutcome::read && cost.add(text, path);
}

/// Of the folders above the one that is scanned.
bool FolderWalk::allIgnoreFilesBearable(const IgnoreRules& rules, RuleCost& cost) const
{
    const std::size_t top = rules.top().size();
    for (std::size_t end = top; end < m_top.size(); end = m_top.find('/', end + 1)) {
        const OpenFile folder = openEntry(AT_FDCWD, end == 0 ? "/" : m_top.substr(0, end).c_str(), true);
        const std::string inside = end == top ? std::string() : m_top.substr(top + 1, end - top);
        if (folder.isOpen() && !isBearableIgnoreFile(folder, inside, cost))
            return false;
    }
    return true;
}

/// `path` without a '/' at its end. False where nothing of it could be read.
bool FolderWalk::list(const OpenFile& folder, const std::string& path, Listing& listing)
{
    OpenFile again = openEntry(folder.number(), ".", true);
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(again.isOpen() ? ::fdopendir(again.number()) : nullptr,
                                                      &::closedir);
    if (!entries) {
        addUnread(path, unreadReason(errno).value_or(UnreadReason::noAccess));
        return false;
    }
    again.release();
    while (!m_stop.stop_requested()) {
        errno = 0;
        const dirent* const entry = ::readdir(entries.get());
        if (!entry) {
            if (errno != 0)
                addUnread(path, UnreadReason::damaged);
            break;
        }
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..")
            continue;
        if (m_listedBytes > kMostListedBytes) {
            addUnread(path.empty() ? std::string(name) : path + '/' + std::string(name), UnreadReason::tooMany);
            continue;
        }
        if (const auto kind = kindOf(folder.number(), *entry)) {
            listing.push_back({std::string(name), *kind});
            m_listedBytes += sizeof(FolderEntry) + name.size();
        }
    }
    std::ranges::sort(listing, comesBefore);
    return true;
}

void FolderWalk::walk(const OpenFile& folder, const std::string& path, const Listing& listing, int depth,
                      RulesHere here)
{
    std::unique_ptr<IgnoreRules> own; // of a repository that begins here, also within another one
    if (std::ranges::count(listing, ".git", &FolderEntry::name) > 0) {
        IgnoreRules::Found found{};
        own = IgnoreRules::ofRepository(path.empty() ? m_top : m_top + '/' + path.substr(0, path.size() - 1), m_top,
                                        found);
        if (found == IgnoreRules::Found::damaged)
            m_result.ignoreRulesRead = false;
        here = {own.get(), "", path.size(), own ? own->privateCost() : RuleCost()};
    }
    if (here.rules && std::ranges::count(listing, ".gitignore", &FolderEntry::name) > 0 &&
        !isBearableIgnoreFile(folder, here.pathOf(path), here.cost)) {
        m_result.ignoreRulesRead = false;
        here.rules = nullptr;
    }
    for (const FolderEntry& entry : listing) {
        if (m_stop.stop_requested())
            return;
        const std::string entryPath = path + entry.name;
        switch (entry.kind) {
        case FolderEntry::Kind::file: lookAtFile(folder, entry.name, entryPath, here); break;
        case FolderEntry::Kind::folder: lookAtFolder(folder, entry.name, entryPath, listing, depth, here); break;
        case FolderEntry::Kind::link: // what it leads to is read where it is
            if (!leadsBelow(m_root.number(), entryPath))
                addUnread(entryPath, UnreadReason::linkOutside);
            break;
        case FolderEntry::Kind::other: addUnread(entryPath, UnreadReason::notAFile); break;
        }
    }
    if (m_found)
        m_found(m_result.files.size());
}

bool FolderWalk::isIgnored(const RulesHere& here, const std::string& path, bool isFolder)
{
    if (!here.rules)
        return false;
    const std::string inside = here.pathOf(path);
    if (!here.cost.isBearable(inside)) {
        m_result.ignoreRulesRead = false;
        return false;
    }
    return isFolder ? here.rules->ignoresFolder(inside) : here.rules->ignoresFile(inside);
}

void FolderWalk::lookAtFile(const OpenFile& folder, const std::string& name, const std::string& path,
                            const RulesHere& here)
{
    if (isSkippedFile(name) || isIgnored(here, path, false)) {
        ++m_result.skipped;
        return;
    }
    if (isFull()) {
        addUnread(path, UnreadReason::tooMany);
        return;
    }
    struct stat status{};
    if (::fstatat(folder.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (const auto reason = unreadReason(errno))
            addUnread(path, *reason);
        return;
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > kLargestFile)
        addUnread(path, UnreadReason::tooLarge);
    m_pathBytes += path.size();
    m_result.files.push_back({path, size});
    constexpr std::size_t nowAndThen = 1024; // within a folder of many files
    if (m_found && m_result.files.size() % nowAndThen == 0)
        m_found(m_result.files.size());
}

void FolderWalk::lookAtFolder(const OpenFile& folder, const std::string& name, const std::string& path,
                              const Listing& beside, int depth, const RulesHere& here)
{
    if (isIgnored(here, path, true)) {
        ++m_result.skipped;
        return;
    }
    if (isSkippedFolder(name)) {
        ++m_result.skipped;
        return;
    }
    if (depth + 1 >= kDeepestFolder || isFull()) {
        addUnread(path, isFull() ? UnreadReason::tooMany : UnreadReason::tooDeep);
        return;
    }
    const OpenFile inside = openEntry(folder.number(), name.c_str(), true);
    if (!inside.isOpen()) {
        if (const auto reason = unreadReason(errno))
            addUnread(path, *reason);
        return;
    }
    Listing listing;
    if (!list(inside, path, listing))
        return;
    const std::string_view above = std::string_view(path).substr(0, path.size() - name.size());
    const std::string_view parent = lastPart(above.substr(0, std::max<std::size_t>(above.size(), 1) - 1));
    if (isSkippedFolder(name, parent, beside, listing))
        ++m_result.skipped;
    else
        walk(inside, path + '/', listing, depth + 1, here);
    for (const FolderEntry& entry : listing)
        m_listedBytes -= sizeof(FolderEntry) + entry.name.size();
}

void FolderWalk::addUnread(const std::string& path, UnreadReason reason)
{
    if (m_result.unread.size() < kMostUnread)
        m_result.unread.push_back({shownPath(path), reason});
    ++m_result.unreadCount;
}

} // namespace

Result<FoundFiles> walkFolder(const std::string& folder, const std::stop_token& stop,
                              const std::function<void(std::size_t)>& found)
{
    OpenFile root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<char, void (*)(void*)> top(root.isOpen() ? ::realpath(folder.c_str(), nullptr) : nullptr,
                                                     &std::free);
    if (!top && errno == ENOTDIR)
        return fail(ErrorCode::fileUnreadable, folder, {}, std::generic_category().message(ENOTDIR));
    if (!top)
        return readError(folder, errno);
    FolderWalk walk(std::move(root), std::string_view(top.get()) == "/" ? "" : top.get(), stop, found);
    if (!walk.run())
        return fail(ErrorCode::cancelled);
    return walk.take();
}

} // namespace trestle::scanner
