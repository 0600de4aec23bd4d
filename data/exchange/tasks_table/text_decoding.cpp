#include "data/exchange/tasks_table/text_decoding.h"

#include "data/exchange/clean_text.h"
#include "data/unicode.h"

#include <array>
#include <cstdint>

namespace trestle {

namespace {

constexpr char32_t kUnknown = 0xFFFD;

/// What Windows-1252 has from 0x80 to 0x9F; above, it is Latin-1.
constexpr std::array<char32_t, 32> kWindows1252{0x20AC,   kUnknown, 0x201A, 0x0192, 0x201E, 0x2026,   0x2020, 0x2021,
                                                0x02C6,   0x2030,   0x0160, 0x2039, 0x0152, kUnknown, 0x017D, kUnknown,
                                                kUnknown, 0x2018,   0x2019, 0x201C, 0x201D, 0x2022,   0x2013, 0x2014,
                                                0x02DC,   0x2122,   0x0161, 0x203A, 0x0153, kUnknown, 0x017E, 0x0178};

std::string fromWindows1252(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendUtf8(text, byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80U) : byte);
    }
    return text;
}

bool isAllUtf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

} // namespace

std::optional<DecodedText> decodedText(std::string_view bytes)
{
    DecodedText decoded;
    if (isUtf16(bytes))
        decoded.text = fromUtf16(bytes);
    else if (bytes.contains('\0'))
        return {};
    else {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        const bool isMarked = bytes.starts_with(mark);
        bytes.remove_prefix(isMarked ? mark.size() : 0);
        decoded.isUnicode = isMarked || isAllUtf8(bytes);
        decoded.text = decoded.isUnicode ? std::string(bytes) : fromWindows1252(bytes);
    }
    TextCleaner cleaner;
    decoded.text = cleaner.clean(decoded.text);
    decoded.replaced = cleaner.replaced();
    return decoded;
}

} // namespace trestle
