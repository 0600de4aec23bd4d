#include "app/cli/progress.h"

#include "app/cli/console.h"

#include <algorithm>

namespace trestle::cli {

namespace {

using std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPatience{500};
constexpr std::chrono::milliseconds kPace{100};

} // namespace

Progress::Progress(Console& console, std::string work)
    : m_console(console), m_work(std::move(work)), m_next(steady_clock::now() + kPatience)
{
}

Progress::~Progress()
{
    if (m_shown)
        m_console.showStatus({});
}

std::function<void(double)> Progress::reporter()
{
    if (!m_console.errorsAreTerminal())
        return {};
    return [this](double part) { report(part); };
}

void Progress::report(double part)
{
    // Work that gets on is not held up by its report.
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    const Time now = steady_clock::now();
    if (!lock || now < m_next)
        return;
    m_next = now + kPace;
    m_shown = true;
    const int percent = static_cast<int>(std::clamp(part, 0.0, 1.0) * 100.0);
    m_console.showStatus(m_work + ": " + std::to_string(percent) + " %");
}

} // namespace trestle::cli
