#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace trestle {

/// Whom a file is for. What only the maker of the plan may see never reaches the other two: cost rates, margin, bill
/// rates behind a fixed price, and the private lines of notes.
enum class Audience : std::uint8_t {
    internal, ///< everything
    client,   ///< price, scope and dates; no cost, no margin, no chance
    investor, ///< use of funds, risk and what the figures rest on; no rate of a person, no margin
};

inline constexpr std::array kAudiences{Audience::internal, Audience::client, Audience::investor};

/// Its name on the command line: "internal", "client", "investor".
std::string_view keyOf(Audience audience);

/// The audiences that a format has something for.
struct Audiences {
    bool internal = true;
    bool client = true;
    bool investor = true;

    [[nodiscard]] constexpr bool include(Audience audience) const
    {
        return audience == Audience::client ? client : audience == Audience::investor ? investor : internal;
    }
};

/// Their names, joined with ", ".
std::string keysOf(const Audiences& audiences);

} // namespace trestle
