#pragma once

#include <string>
#include <string_view>

/// Text of cells, apart from what is around it.
namespace trestle {

std::string_view withoutSpaces(std::string_view text);
/// In small letters, where they are ASCII.
std::string inSmallLetters(std::string_view text);

} // namespace trestle
