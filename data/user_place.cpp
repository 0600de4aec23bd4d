#include "data/user_place.h"

#include <cstdlib>

namespace trestle {

namespace {

std::string environmentValue(const char* variable)
{
    const char* value = std::getenv(variable);
    return value == nullptr ? std::string() : value;
}

} // namespace

std::string userPlace(const char* variable, const std::string& below)
{
    if (std::string own = environmentValue(variable); !own.empty())
        return own;
    const std::string given = environmentValue("XDG_DATA_HOME");
    const std::string home = environmentValue("HOME");
    const std::string base = !given.empty() || home.empty() ? given : home + "/.local/share";
    return base.empty() ? base : base + "/trestle/" + below;
}

} // namespace trestle
