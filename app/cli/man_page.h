#pragma once

#include <string>

namespace CLI {
class App;
}

namespace trestle::cli {

/// The manual page trestle(1) as roff, from the definitions that the parser works with.
std::string manPage(const CLI::App& program, const std::string& version);

} // namespace trestle::cli
