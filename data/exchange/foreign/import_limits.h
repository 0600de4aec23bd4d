#pragma once

#include <cstddef>

/// The most that is taken of a file of another program. Such files come from anywhere; what is beyond is refused.
namespace trestle {

inline constexpr std::size_t kMostForeignTasks = 20'000;
inline constexpr int kMostForeignWeeks = 10'000;                ///< of a task or a lag
inline constexpr std::size_t kMostLinks = 20'000;               ///< of a plan; further ones are left out, and counted
inline constexpr std::size_t kMostForeignPeople = 1'000;        ///< of a file; further ones are left out, and counted
inline constexpr std::size_t kMostReferences = 10 * kMostLinks; ///< to other rows or people, of a table
inline constexpr std::size_t kMostXmlTags = 8'000'000;          ///< 20,000 tasks have some 100 elements each
inline constexpr int kDeepestOutline = 200;                     ///< levels of tasks below each other
inline constexpr std::size_t kMostTableColumns = 256;
inline constexpr std::size_t kMostTableRows = 50'000;     ///< with something in them
inline constexpr std::size_t kMostTableCells = 2'000'000; ///< also empty ones before the last of a row
inline constexpr std::size_t kLongestCell = 100'000;      ///< bytes
inline constexpr std::size_t kMostSheets = 100;           ///< of a workbook; further ones are left out, and counted
inline constexpr std::size_t kMostZipMembers = 5'000;
inline constexpr std::size_t kLargestZipMember = std::size_t{48} << 20; ///< unpacked
inline constexpr std::size_t kLargestUnpacked = std::size_t{96} << 20;  ///< all that is read of an archive

} // namespace trestle
