#pragma once

#include <QTemporaryDir>

#include <string>
#include <string_view>
#include <vector>

namespace trestle::test {

/// A folder for a scan, which goes with it.
class ScanTree {
public:
    ScanTree();
    ~ScanTree(); ///< also of names that Qt cannot say
    ScanTree(const ScanTree&) = delete;
    ScanTree& operator=(const ScanTree&) = delete;
    [[nodiscard]] std::string root() const;
    [[nodiscard]] std::string path(const std::string& below) const { return root() + '/' + below; }

    /// With the folders that it needs.
    void write(const std::string& below, std::string_view text = "x\n") const;
    void makeFolder(const std::string& below) const;
    void link(const std::string& below, const std::string& target) const;
    /// A repository of Git at a folder, "" for the root, that tracks these paths of it.
    void makeRepository(const std::string& folder, std::vector<std::string> tracked) const;

    /// Every entry with its kind, size and times of change, to compare: a scan changes nothing.
    [[nodiscard]] std::vector<std::string> listing() const;

private:
    QTemporaryDir m_folder;
};

/// An index of Git that names files, version 2, 3 or 4.
std::string indexOf(std::vector<std::string> tracked, int version = 2, std::size_t hashSize = 20);

} // namespace trestle::test
