#pragma once

#include <string>
#include <string_view>

namespace trestle::scanner {

/// A line of a file with each secret that it may hold as "•••": what is assigned to a password, token or key, passwords
/// in addresses, keys of services, and long runs of random letters. Masks too much rather than too little, but leaves
/// what names a secret and what computes it. `line` is valid UTF-8.
std::string masked(std::string_view line);

} // namespace trestle::scanner
