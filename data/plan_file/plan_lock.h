#pragma once

#include <string>

namespace trestle::planfile {

/// The advisory lock of a plan's writer: an open-file-description lock on `.NAME.lock` beside it. The system
/// drops it with the process, so it cannot go stale; and it keeps out a second opener in the same process too. The
/// file's text says who holds it.
class PlanLock {
public:
    /// Raises lockedPlan, with the holder, or fileUnwritable. `path` is what errors name.
    PlanLock(const std::string& path, const std::string& resolved);
    ~PlanLock();
    PlanLock(PlanLock&& other) noexcept;
    PlanLock& operator=(PlanLock&& other) noexcept;

    /// False when the file that is locked was removed or replaced: then it locks nothing.
    [[nodiscard]] bool isHeld() const;

private:
    void release() noexcept;

    std::string m_lockPath;
    int m_file = -1;
};

/// Where the lock of a plan is.
std::string lockPathOf(const std::string& resolved);

} // namespace trestle::planfile
