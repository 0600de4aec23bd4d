#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A fuzz target: eats any bytes. What must never happen ends the process (`require`), so that whoever drives it,
/// libFuzzer or fuzz_replay, sees it as a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace trestle::fuzz {

/// What became of the inputs so far.
struct Tally {
    int exact = 0;    ///< taken as they are
    int repaired = 0; ///< damaged, and a sound copy was made
    int refused = 0;
};
Tally& tally();

/// Aborts with the message unless the condition holds.
void require(bool condition, std::string_view message);

inline std::string_view asText(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace trestle::fuzz
