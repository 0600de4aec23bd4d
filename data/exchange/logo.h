#pragma once

#include "models/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trestle {

/// The most pixels along a side of one.
inline constexpr std::uint32_t kMostLogoPixels = 4000;

/// The bytes of a logo for Letterhead::logo: a PNG picture of a size that any reader of the document can show. Errors:
/// those of readTextFile; notAPicture.
Result<std::string> readLogo(const std::string& path);

/// Whether these are the bytes of one.
bool isLogo(std::string_view bytes);

} // namespace trestle
