#pragma once

#include <string>

namespace trestle::test {

/// A file system of a few hundred KiB for this process and those it starts: a tmpfs in a mount namespace of its own, as
/// root or in a user namespace. Unmounted with the last of them. To be made before any thread is.
class SmallDisk {
public:
    explicit SmallDisk(int kibibytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    /// Why there is none, or empty.
    [[nodiscard]] const std::string& trouble() const { return m_trouble; }
    [[nodiscard]] std::string path(const std::string& name) const { return m_folder + '/' + name; }
    /// Writes a file that takes all the room that is left but for so many bytes.
    void fill(int leave = 0) const;
    void makeRoom() const; ///< removes it
    /// From now on nothing on it can be written, or can again. False where the system does not do that.
    [[nodiscard]] bool setReadOnly(bool readOnly) const;

private:
    std::string m_folder;
    std::string m_trouble;
};

} // namespace trestle::test
