#pragma once

#include <string>

namespace trestle::planfile {

/// A file that appears at its target whole or not at all, and never in place of another: it is written under a
/// temporary name in the same folder, synced, then renamed.
class NewFile {
public:
    /// Raises fileExists where the target, or a journal that would be taken for its own, exists. Sweeps temporary files
    /// that a crash left here for the same target.
    explicit NewFile(const std::string& target);
    ~NewFile(); ///< removes what was not published
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] const std::string& temporary() const { return m_temporary; } ///< an empty file, to be filled
    /// Nobody may have the temporary file open any more.
    void publish();

private:
    std::string m_target;    // as given, for errors
    std::string m_resolved;  // with the folder's symbolic links followed
    std::string m_temporary; // empty once published
};

/// Removes temporary files that crashes left beside a file: its own, those of its backups and their journals. Names
/// that the file itself got on its way go at once, others when they are an hour old.
void sweepTemporaries(const std::string& resolved);
/// The absolute path of a file that need not exist: its folder's links followed, its own name as it is.
std::string resolveTarget(const std::string& path);
/// Makes a rename in the folder of `path` last through a power failure.
void syncFolderOf(const std::string& path);
/// Renames unless something is at `to` already: false then.
bool renameWithoutReplacing(const std::string& from, const std::string& to);

} // namespace trestle::planfile
