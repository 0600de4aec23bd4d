#pragma once

#include "models/error.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// JSON from anywhere, read with suspicion, and written in one canonical way. Every JSON text that the program reads
/// goes through parseJson; no other call of a JSON parser is needed.
namespace trestle {

/// Nesting that no document of ours comes near; far deeper ones would overflow the stack when copied or destroyed.
inline constexpr std::size_t kDeepestJson = 64;
/// Bytes of one string and of one key. Longer than any text that a user writes, and than a shell's longest argument.
inline constexpr std::size_t kLongestJsonString = std::size_t{1} << 20;
inline constexpr std::size_t kLongestJsonKey = 1000;

/// Parses strictly, RFC 8259 and narrower. Refused: nesting beyond 64 (jsonTooDeep); a key twice in one object
/// (duplicateKey); and as invalidJson: NaN and infinities, integers beyond 64 bits with sign (a parser would turn them
/// into doubles), numbers too large or too small for a double, invalid UTF-8, NUL characters in strings, strings and
/// keys over the caps, anything after the value. A byte order mark in front is passed over.
/// A number without a fractional part ("4.0", "1e3") is an integer: one value has one form.
/// `where` names the file; errors add ":line:column" or "#/json/pointer".
Result<nlohmann::json> parseJson(std::string_view text, const std::string& where);

/// Keys sorted by their bytes, no white space, shortest numbers that read back the same: equal values, equal bytes.
/// Doubles must be finite. Invalid UTF-8 becomes U+FFFD.
std::string canonicalJson(const nlohmann::json& value);
/// The same with line breaks and an indent of two, ending in a line break: for files that people read.
std::string prettyJson(const nlohmann::json& value);

/// A double as JSON: an integer where it has no fractional part, so that it is written as parseJson would read it.
nlohmann::json jsonNumber(double value);

/// The file in a place such as "plan.json#/team".
std::string fileOf(const std::string& place);
/// "/" + key as a JSON pointer's step (RFC 6901), safe and short enough for a message on one line.
std::string pointerStep(std::string_view key);
std::string pointerStep(std::size_t index);
/// The value for a message: numbers and words as they stand, long text cut, of objects and lists only "{…}" and "[…]".
std::string describeJson(const nlohmann::json& value);
/// The same without quotation marks around text, for messages that set their own.
std::string plainJson(const nlohmann::json& value);

} // namespace trestle
