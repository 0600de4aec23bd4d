#include "tests/data/support/scan_tree.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace trestle::test {

namespace {

std::string number(std::uint32_t value, int bytes)
{
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text += static_cast<char>(value >> static_cast<unsigned>(8 * i) & 0xFFU);
    return text;
}

/// How many bytes of the last path go, in an index of version 4.
std::string varied(std::size_t value)
{
    std::string text(1, static_cast<char>(value & 0x7FU));
    for (value >>= 7U; value > 0; value >>= 7U) {
        --value;
        text.insert(text.begin(), static_cast<char>(0x80U | (value & 0x7FU)));
    }
    return text;
}

} // namespace

ScanTree::ScanTree()
{
    if (!m_folder.isValid())
        qFatal("no temporary folder");
}

ScanTree::~ScanTree()
{
    std::error_code error;
    std::filesystem::remove_all(root(), error);
}

std::string ScanTree::root() const
{
    return m_folder.path().toStdString();
}

void ScanTree::write(const std::string& below, std::string_view text) const
{
    const std::filesystem::path whole = path(below);
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream file(whole, std::ios::binary);
    file << text;
    if (!file.flush())
        qFatal("%s", below.c_str());
}

void ScanTree::makeFolder(const std::string& below) const
{
    std::filesystem::create_directories(path(below));
}

void ScanTree::link(const std::string& below, const std::string& target) const
{
    std::filesystem::create_symlink(target, path(below));
}

void ScanTree::makeRepository(const std::string& folder, std::vector<std::string> tracked) const
{
    const std::string git = folder.empty() ? ".git/" : folder + "/.git/";
    makeFolder(git + "objects");
    makeFolder(git + "refs");
    write(git + "HEAD", "ref: refs/heads/main\n");
    write(git + "config", "[core]\n\trepositoryformatversion = 0\n");
    write(git + "index", indexOf(std::move(tracked)));
}

std::vector<std::string> ScanTree::listing() const
{
    std::vector<std::string> entries;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             root(), std::filesystem::directory_options::skip_permission_denied)) {
        struct stat status{};
        ::lstat(entry.path().c_str(), &status);
        entries.push_back(entry.path().string() + ' ' + std::to_string(status.st_mode) + ' ' +
                          std::to_string(status.st_size) + ' ' + std::to_string(status.st_mtim.tv_sec) + ' ' +
                          std::to_string(status.st_mtim.tv_nsec) + ' ' + std::to_string(status.st_ctim.tv_sec) + ' ' +
                          std::to_string(status.st_ctim.tv_nsec));
    }
    std::ranges::sort(entries);
    return entries;
}

std::string indexOf(std::vector<std::string> tracked, int version, std::size_t hashSize)
{
    std::ranges::sort(tracked);
    std::string index =
        "DIRC" + number(static_cast<std::uint32_t>(version), 4) + number(static_cast<std::uint32_t>(tracked.size()), 4);
    std::string last;
    for (const std::string& path : tracked) {
        constexpr std::size_t stat = 40;
        constexpr std::uint32_t extended = 0x4000;
        std::string entry(stat + hashSize, '\0');
        const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(path.size(), 0xFFF));
        entry += number(length | (version == 3 ? extended : 0U), 2);
        if (version == 3)
            entry += number(0, 2);
        if (version == 4) {
            const auto common = static_cast<std::size_t>(std::ranges::mismatch(last, path).in1 - last.begin());
            entry += varied(last.size() - common) + path.substr(common) + '\0';
        } else {
            entry += path;
            entry.append(8 - entry.size() % 8, '\0');
        }
        index += entry;
        last = path;
    }
    return index + std::string(hashSize, '\0');
}

} // namespace trestle::test
