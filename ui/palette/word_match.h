#pragma once

#include <QString>

#include <optional>

namespace trestle {

/// How far what was typed is from a text: 0 where the text begins with it, more where a later word does, still more
/// inside words, and most where the letters only come in their order ("mtt" for "Move the target"). Each word typed
/// has to be found, in any order; large and small letters and accents are the same. Absent: not found.
std::optional<int> wordDistance(const QString& typed, const QString& text);

} // namespace trestle
