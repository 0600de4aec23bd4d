#include "data/figures_text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string_view>

namespace trestle {

namespace {

/// DEL and the C1 controls may stand in JSON as they are, but a terminal would obey them. They occur inside strings
/// only.
std::string withoutControls(std::string_view json)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        auto byte = static_cast<unsigned char>(json[i]);
        if (byte == 0xC2 && i + 1 < json.size() && static_cast<unsigned char>(json[i + 1]) < 0xA0)
            byte = static_cast<unsigned char>(json[++i]);
        else if (byte != 0x7F) {
            out += json[i];
            continue;
        }
        out.append("\\u00") += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
    return out;
}

} // namespace

double rounded(double value)
{
    constexpr double millionths = 1e6;
    return std::round(value * millionths) / millionths + 0.0; // + 0.0 takes the sign off −0
}

std::string figuresText(const nlohmann::ordered_json& json)
{
    return withoutControls(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) + '\n';
}

} // namespace trestle
