#include "data/scanner/scan.h"

#include "data/file_io.h"
#include "data/scanner/excerpt.h"
#include "data/scanner/folder_walk.h"
#include "data/scanner/rules.h"
#include "data/scanner/safe_open.h"
#include "data/scanner/skip_rules.h"
#include "data/unicode.h"
#include "models/draws/parallel_for.h"

#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <tuple>
#include <utility>

namespace trestle {

namespace {

using namespace scanner;

/// Tells of the progress a few times a second, one thread at a time; nobody waits for another.
class ProgressTeller {
public:
    explicit ProgressTeller(const std::function<void(const ScanProgress&)>& tell) : m_tell(tell) {}

    void found(std::size_t files)
    {
        m_found = files;
        tellNowAndThen();
    }
    void read()
    {
        ++m_read;
        tellNowAndThen();
    }
    void tell()
    {
        if (m_tell)
            m_tell({m_found, m_read});
    }

private:
    using Clock = std::chrono::steady_clock;

    void tellNowAndThen()
    {
        constexpr auto pause = std::chrono::milliseconds(150);
        if (!m_tell || Clock::now() < m_next.load())
            return;
        const std::unique_lock lock(m_mutex, std::try_to_lock);
        if (!lock || Clock::now() < m_next.load())
            return;
        m_next = Clock::now() + pause;
        tell();
    }

    const std::function<void(const ScanProgress&)>& m_tell;
    std::atomic<std::size_t> m_found{0};
    std::atomic<std::size_t> m_read{0};
    std::atomic<Clock::time_point> m_next{Clock::now()};
    std::mutex m_mutex;
};

/// Of each signal, the places that come first by path and line; more of them would tell nothing new.
constexpr std::size_t kMostHitPlaces = 100;
/// Hits that a thread keeps for itself.
constexpr std::size_t kMostOwnHits = 5000;

bool comesFirst(const Hit& a, const Hit& b)
{
    return std::tie(a.signal, a.place.path, a.place.line, a.place.excerpt) <
           std::tie(b.signal, b.place.path, b.place.line, b.place.excerpt);
}

/// Sorts, and leaves out what is beyond kMostHitPlaces: the same whatever the order in which they were found.
void keepFirstPlaces(std::vector<Hit>& hits)
{
    std::ranges::sort(hits, comesFirst);
    std::size_t kept = 0;
    std::size_t ofSignal = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        ofSignal = i > 0 && hits[i].signal == hits[kept - 1].signal ? ofSignal + 1 : 1;
        if (ofSignal > kMostHitPlaces)
            continue;
        if (kept != i)
            hits[kept] = std::move(hits[i]);
        ++kept;
    }
    hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end());
}

/// What one thread found.
struct Share {
    std::vector<Hit> hits;
    std::size_t filesRead = 0;
    std::uint64_t bytesRead = 0;
    std::size_t skipped = 0;
    std::vector<std::pair<std::size_t, UnreadReason>> unread; ///< by index of the file
    std::string text;                                         ///< of the file in hand
};

class FolderScan {
public:
    FolderScan(OpenFile root, const std::vector<FoundFile>& files, const RuleMatcher& matcher,
               const ScanOptions& options, ProgressTeller& progress)
        : m_root(std::move(root)), m_files(files), m_matcher(matcher), m_options(options), m_progress(progress),
          m_shares(threadCount(files.size(), kBlock, options.threads))
    {
    }

    /// Reads all files, on all threads. False: it was cancelled.
    bool run();
    /// What was counted goes to the scan.
    std::vector<Hit> takeHits(Scan& scan);

private:
    static constexpr std::size_t kBlock = 16;

    void readFile(std::size_t index, Share& share) const;
    /// Hands the thread's hits on, so that there are never many more than will be kept, however many threads there are.
    void handOn(std::vector<Hit>& hits);
    /// False where the file is not to be read, or cannot be.
    bool readText(std::size_t index, Share& share) const;

    OpenFile m_root;
    const std::vector<FoundFile>& m_files;
    const RuleMatcher& m_matcher;
    const ScanOptions& m_options;
    ProgressTeller& m_progress;
    std::vector<Share> m_shares;
    std::mutex m_mutex; ///< of what follows
    std::vector<Hit> m_hits;
    std::size_t m_sortAt = 4 * kMostOwnHits; ///< hits at which those that nobody will see are left out
};

bool FolderScan::run()
{
    parallelFor(m_files.size(), kBlock, m_options.threads,
                [&](std::size_t thread, std::size_t first, std::size_t last) {
                    Share& share = m_shares[thread];
                    for (std::size_t i = first; i < last && !m_options.stop.stop_requested(); ++i) {
                        readFile(i, share);
                        m_progress.read();
                        if (share.hits.size() >= kMostOwnHits)
                            handOn(share.hits);
                    }
                });
    return !m_options.stop.stop_requested();
}

void FolderScan::handOn(std::vector<Hit>& hits)
{
    const std::lock_guard lock(m_mutex);
    m_hits.insert(m_hits.end(), std::move_iterator(hits.begin()), std::move_iterator(hits.end()));
    hits.clear();
    if (m_hits.size() < m_sortAt)
        return;
    keepFirstPlaces(m_hits);
    m_sortAt = std::max(m_sortAt, m_hits.size() + 4 * kMostOwnHits);
}

void FolderScan::readFile(std::size_t index, Share& share) const
{
    const FoundFile& file = m_files[index];
    const bool isText = file.size <= kLargestFile && m_matcher.readsText(file.path) && readText(index, share);
    const std::size_t size = share.text.size();
    if (isText && isUtf16(share.text)) // as PowerShell writes what it is told to write
        share.text = fromUtf16(share.text);
    if (isText && isGenerated(file.path, share.text)) {
        ++share.skipped;
        return;
    }
    if (isText && !isBinary(share.text)) {
        ++share.filesRead;
        share.bytesRead += size;
        m_matcher.match(file.path, share.text, share.hits);
        return;
    }
    share.skipped += isText ? 1 : 0;
    m_matcher.match(file.path, {}, share.hits);
}

bool FolderScan::readText(std::size_t index, Share& share) const
{
    const OpenFile file = openBelow(m_root.number(), m_files[index].path);
    if (!file.isOpen()) {
        if (const auto reason = unreadReason(errno))
            share.unread.emplace_back(index, *reason);
        return false;
    }
    switch (readWhole(file, kLargestFile, share.text)) {
    case ReadOutcome::read: return true;
    case ReadOutcome::tooLarge: share.unread.emplace_back(index, UnreadReason::tooLarge); break;
    case ReadOutcome::notAFile: share.unread.emplace_back(index, UnreadReason::notAFile); break;
    case ReadOutcome::failed: share.unread.emplace_back(index, UnreadReason::damaged); break;
    }
    return false;
}

std::vector<Hit> FolderScan::takeHits(Scan& scan)
{
    std::vector<std::pair<std::size_t, UnreadReason>> unread;
    for (Share& share : m_shares) {
        scan.filesRead += share.filesRead;
        scan.bytesRead += share.bytesRead;
        scan.filesSkipped += share.skipped;
        unread.insert(unread.end(), share.unread.begin(), share.unread.end());
        handOn(share.hits);
    }
    keepFirstPlaces(m_hits);

    std::ranges::sort(unread);
    scan.unreadCount += unread.size();
    for (const auto& [index, reason] : unread) {
        if (scan.unread.size() >= kMostUnread)
            break;
        scan.unread.push_back({shownPath(m_files[index].path), reason});
    }
    return std::move(m_hits);
}

Result<Scan> scanOpenFolder(const std::string& folder, const Catalogue& catalogue, const ScanOptions& options)
{
    ProgressTeller progress(options.progress);
    auto found = walkFolder(folder, options.stop, [&](std::size_t files) { progress.found(files); });
    if (!found)
        return std::unexpected(found.error());
    progress.found(found->files.size());

    Scan scan;
    scan.filesSkipped = found->skipped;
    scan.unread = std::move(found->unread);
    scan.unreadCount = found->unreadCount;
    scan.ignoreRulesRead = found->ignoreRulesRead;

    OpenFile root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root.isOpen()) // gone since it was walked
        return readError(folder, errno);
    const RuleMatcher matcher;
    FolderScan reading(std::move(root), found->files, matcher, options, progress);
    if (!reading.run())
        return fail(ErrorCode::cancelled);
    std::vector<Hit> hits = reading.takeHits(scan);
    matcher.matchFolder(found->files, hits);
    scan.items = verdicts(catalogue, hits);
    for (ScanItem& item : scan.items)
        for (Evidence& place : item.evidence) {
            place.path = shownPath(place.path);
            place.excerpt = shownExcerpt(place.excerpt, masksOf(place.rule));
        }
    progress.tell();
    return scan;
}

} // namespace

Result<Scan> scanFolder(const std::string& folder, const Catalogue& catalogue, const ScanOptions& options)
{
    try {
        return scanOpenFolder(folder, catalogue, options);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, folder);
    } catch (const std::exception& error) {
        return fail(ErrorCode::internal, error.what());
    }
}

} // namespace trestle
