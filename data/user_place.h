#pragma once

#include <string>

namespace trestle {

/// Where files of the user's own are kept that belong to no plan: trestle below XDG_DATA_HOME (~/.local/share), or what
/// `variable` of the environment names, where it is set. Empty: there is no such place.
std::string userPlace(const char* variable, const std::string& below);

} // namespace trestle
