#pragma once

#include <cstdint>
#include <functional>

/// A disk that fails on demand: a SQLite VFS in front of the system's, and the system calls by which new files are made
/// and locks are taken (open, fsync, renameat2, unlink, wrapped by the linker; tests/CMakeLists.txt).
namespace trestle::test {

enum class Fault : std::uint8_t {
    ioError,    ///< any call fails with EIO
    diskFull,   ///< what needs room fails with ENOSPC
    shortWrite, ///< a write puts half of its bytes in place, then fails
    syncFails,  ///< fsync fails with EIO
    death,      ///< the process dies by SIGKILL
    tornDeath,  ///< the same, in the middle of a write
    call,       ///< nothing fails; `onFault` is called before the call goes on
};

struct FaultPlan {
    Fault fault = Fault::ioError;
    int at = 1;           ///< the how manieth call that the fault can hit, from 1
    bool lasting = false; ///< every one from then on
    std::function<void()> onFault = {};
};

/// From here to the end of its life calls are counted and made to fail. One at a time.
class FaultyDisk {
public:
    explicit FaultyDisk(FaultPlan plan);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    [[nodiscard]] static bool hasFired();
    [[nodiscard]] static int calls(); ///< that the fault could have hit, so far

    /// Puts the VFS in front, once, before SQLite is used.
    static void install();
};

} // namespace trestle::test
