#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the readers of typed text share. None of them depends on a locale.
namespace trestle::typed {

/// Text longer than this is no date and no figure.
inline constexpr std::size_t kLongest = 60;

/// Small letters, one plain space for each run of white space (no-break and thin spaces too), none at the ends, and a
/// plain hyphen for each dash; nothing where the text is too long or holds anything but printable ASCII then.
std::optional<std::string> plain(std::string_view text);

/// A decimal number without a sign: digits / 10^places.
struct Decimal {
    std::uint64_t digits = 0;
    int places = 0;
    [[nodiscard]] double value() const;
};

/// Takes a number from the front: "1,234.50", "90 000", "0.5", ".5". Commas and spaces stand between groups of three
/// digits alone. Nothing, and `text` as it was, where there is no such number. More than 15 digits are read as 10^18.
std::optional<Decimal> takeDecimal(std::string_view& text);

/// Takes letters from the front; empty where there are none.
std::string_view takeWord(std::string_view& text);
void skipSpace(std::string_view& text);
/// Whether `text` began with `prefix`, which is taken then.
bool take(std::string_view& text, std::string_view prefix);

} // namespace trestle::typed
