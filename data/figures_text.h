#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace trestle {

/// Weeks, efforts and per cent to a millionth: finer differences come from the order of additions, not from the plan.
double rounded(double value);

/// Figures as indented text with a line end, safe to print to a terminal.
std::string figuresText(const nlohmann::ordered_json& json);

} // namespace trestle
