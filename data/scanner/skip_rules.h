#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What of a folder nobody wrote for this prototype: vendored, generated and built files, and the instructions for
/// programs that write code. They prove nothing.
namespace trestle::scanner {

struct FolderEntry {
    std::string name;
    enum class Kind : std::uint8_t { file, folder, link, other } kind = Kind::file;
};

/// The entries of a folder, sorted as paths below it are: a folder as if its name ended in '/'.
using Listing = std::vector<FolderEntry>;

/// Whether a folder is skipped whatever it holds.
bool isSkippedFolder(std::string_view name);
/// Whether it is skipped by its name, its parent's name, what stands beside it, and what it holds.
bool isSkippedFolder(std::string_view name, std::string_view parent, const Listing& beside, const Listing& held);
/// Whether a file is skipped by its name: generated, an image or another binary file that no rule asks for, or an
/// assistant's instructions.
bool isSkippedFile(std::string_view name);
/// Whether what it holds shows that a program wrote it: a head that says so, or code in a few endless lines. Lock files
/// and configuration are written by programs and are read all the same.
bool isGenerated(std::string_view path, std::string_view text);
/// A NUL near the beginning.
bool isBinary(std::string_view text);

} // namespace trestle::scanner
