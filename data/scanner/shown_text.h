#pragma once

#include <string>
#include <string_view>

namespace trestle::scanner {

/// Text of a file for people: valid UTF-8 in one line. Other bytes are \xNN, and so are control characters where
/// `escapesControls`; else they are spaces.
std::string shownText(std::string_view text, bool escapesControls);

} // namespace trestle::scanner
