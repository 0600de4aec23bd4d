#pragma once

#include <string>
#include <string_view>

namespace trestle {

/// The words that make a paragraph of a note private.
inline constexpr std::string_view kPrivateMark = "Private:";

/// A note without its private paragraphs: those whose first line begins with "Private:", whatever its case and whatever
/// signs or spaces stand before it. A paragraph goes on to the next empty line. A note without any is as it was.
///
///     withoutPrivate("Paid in two parts.\n\nPrivate: she would take 10 % less.\nAsk in May.\n\nDue in June.")
///         // "Paid in two parts.\n\nDue in June."
std::string withoutPrivate(std::string_view note);

} // namespace trestle
