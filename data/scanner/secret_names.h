#pragma once

#include <cstdint>
#include <string_view>

namespace trestle::scanner {

/// How likely what is assigned to a name is a secret.
enum class NameKind : std::uint8_t {
    plain,
    key, ///< some key: of a service, or of a table
    secret,
};

/// By the words in the name: `DB_PASSWORD` is secret, `passwordEncoder` and `TOKEN_EXPIRY_DAYS` are plain.
NameKind nameKind(std::string_view name);

/// Whether a value without quotes computes or names a secret instead of being one: a call, a field of a request, a
/// variable of the shell, a type. `value` is the rest of the line.
bool isComputed(std::string_view value, bool isPhp);
/// The same of a value in a file of variables, where only the shell computes.
bool isOfShell(std::string_view value);
/// The same of a value in quotes.
bool isPlaceholder(std::string_view value);

} // namespace trestle::scanner
