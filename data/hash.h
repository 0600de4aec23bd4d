#pragma once

#include <string>
#include <string_view>

namespace trestle {

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::string_view bytes);
/// The same in base 64, as web pages name what may run in them.
std::string sha256Base64(std::string_view bytes);

} // namespace trestle
