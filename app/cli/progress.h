#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>

namespace trestle::cli {

class Console;

/// Shows on a terminal how far long work has got: a line on the error stream, from half a second on, which
/// is gone when the work is done. Elsewhere silent.
class Progress {
public:
    Progress(Console& console, std::string work);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// For the options of long work: takes the part that is done, 0 to 1, from any thread.
    [[nodiscard]] std::function<void(double)> reporter();

private:
    using Time = std::chrono::steady_clock::time_point;
    void report(double part);

    Console& m_console;
    std::string m_work;
    std::mutex m_mutex;
    Time m_next; // when to write again
    bool m_shown = false;
};

} // namespace trestle::cli
