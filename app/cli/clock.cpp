#include "app/cli/clock.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace trestle {

using namespace std::chrono;

ProgramClock::ProgramClock(std::function<std::int64_t()> milliseconds, bool stopped)
    : m_milliseconds(std::move(milliseconds)), m_stopped(stopped)
{
}

Result<ProgramClock> ProgramClock::fromEnvironment()
{
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (!epoch)
        return ProgramClock(
            [] {
                return std::int64_t{
                    duration_cast<std::chrono::milliseconds>(system_clock::now().time_since_epoch()).count()};
            },
            false);
    constexpr std::int64_t kEndOfYear9999 = 253402300799;
    const std::string_view text = epoch;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > kEndOfYear9999)
        return fail(ErrorCode::invalidValue, std::string(text), "SOURCE_DATE_EPOCH", "seconds since 1970");
    return ProgramClock([seconds] { return seconds * 1000; }, true);
}

sys_seconds ProgramClock::now() const
{
    return floor<seconds>(sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{m_milliseconds()}});
}

Date ProgramClock::today() const
{
    return floor<days>(now() + offset());
}

std::chrono::minutes ProgramClock::offset() const
{
    if (m_stopped)
        return {};
    const std::time_t time = system_clock::to_time_t(now());
    std::tm local{};
    localtime_r(&time, &local);
    return duration_cast<minutes>(seconds{local.tm_gmtoff});
}

} // namespace trestle
