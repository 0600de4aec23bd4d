#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trestle {

struct DecodedText {
    std::string text;         ///< UTF-8 without a byte order mark
    bool isUnicode = true;    ///< false: it was read as Windows-1252
    std::size_t replaced = 0; ///< characters that no text can hold
};

/// Nothing where the bytes are no text: some are 0.
std::optional<DecodedText> decodedText(std::string_view bytes);

} // namespace trestle
