#pragma once

#include <string>

namespace CLI {
class App;
}

namespace trestle::cli {

/// What a shell completes `trestle` with, from the definitions that the parser works with: the script for "bash",
/// "zsh" or "fish".
std::string completions(const CLI::App& program, const std::string& shell);

} // namespace trestle::cli
