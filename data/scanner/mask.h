#pragma once

#include <string>
#include <string_view>

namespace trestle::scanner {

/// A line of a file with each secret that it may hold as "•••": what is assigned to a password, token or key, passwords
/// in addresses, keys of services, and long runs of random letters. Masks too much rather than too little, but leaves
/// what names a secret and what computes it. `line` is valid UTF-8.
std::string masked(std::string_view line);

/// For a line that was found because it may hold a secret: each quoted text and all behind the first `=` or `:` as
/// "•••", but names of variables and what does nothing but read one.
std::string maskedStrictly(std::string_view line);

} // namespace trestle::scanner
