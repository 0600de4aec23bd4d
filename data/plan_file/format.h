#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The fixed numbers of the format. resources/docs/file-format.md explains them.
namespace trestle::planfile {

/// The first bytes of every SQLite database.
inline constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};
/// "Trst" in the database header, by which `file` and Trestle recognise a plan.
inline constexpr std::uint32_t kApplicationId = 0x54727374;
inline constexpr int kFormatVersion = 2;

/// Larger files are refused unread, and no edit makes a file grow beyond it.
inline constexpr std::int64_t kLargestFile = std::int64_t{1} << 30;
/// Bytes of one text or row.
inline constexpr int kLargestText = 64 << 20;
inline constexpr int kPageSize = 4096;
/// Up to this size (a new plan's is about half) the page structure is checked when a file is opened for writing, beyond
/// it before the first write at the latest, so that a long history does not slow down opening.
inline constexpr std::int64_t kCheckedAtOnce = std::int64_t{512} << 10;

/// Edits of one field that follow each other this closely are one revision.
inline constexpr std::int64_t kMergeMilliseconds = 1000;

/// Thinning keeps this many of the newest untagged revisions, and of those before them one a day.
inline constexpr std::size_t kKeptRevisions = 200;
/// Thinning runs with every revision whose id is a multiple of this.
inline constexpr std::int64_t kThinningInterval = 50;
/// It never drops more than this in one edit, and leaves longer histories than the other alone: an edit stays quick.
inline constexpr std::size_t kThinnedAtOnce = 1000;
inline constexpr std::size_t kLongestHistory = 100'000;

/// Ids beyond what a double holds exactly would read differently in other programs.
inline constexpr std::int64_t kLargestId = std::int64_t{1} << 53;

} // namespace trestle::planfile
