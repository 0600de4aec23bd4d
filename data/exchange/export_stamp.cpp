#include "data/exchange/export_stamp.h"

#include "data/hash.h"
#include "data/project_json.h"
#include "models/date.h"

#include <array>
#include <cstdio>

namespace trestle {

std::string isoTime(std::chrono::sys_seconds time)
{
    const Date day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 32> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                      static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return isoDate(day).append(text.data(), static_cast<std::size_t>(length));
}

std::string planHash(const ProjectDocument& document)
{
    constexpr std::size_t kDigits = 8;
    return sha256Hex(writeProject(document.project, document.catalogue.sha256)).substr(0, kDigits);
}

} // namespace trestle
