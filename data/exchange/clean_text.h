#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trestle {

/// Text as every format can hold it: control characters and bytes that are no UTF-8 are replaced by U+FFFD, one each,
/// and counted, so that the export can say so.
///
///     TextCleaner cleaner;
///     cleaner.clean("a\x01" "b"); // "a�b"
///     cleaner.replaced();         // 1
class TextCleaner {
public:
    /// `kept`: the control characters that the format has room for.
    explicit TextCleaner(std::string_view kept = "\t\r\n") : m_kept(kept) {}

    std::string clean(std::string_view text);
    [[nodiscard]] std::size_t replaced() const { return m_replaced; }

private:
    std::string_view m_kept;
    std::size_t m_replaced = 0;
};

/// What the first characters of a text are called in Unicode: "U+1F3D7, U+5E74, …".
std::string characterNames(std::string_view text, std::size_t most = 5);

} // namespace trestle
