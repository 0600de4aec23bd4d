#pragma once

#include "data/exchange/clean_text.h"
#include "models/team.h"

#include <cstddef>
#include <string>
#include <vector>

namespace trestle {

/// Texts as MS Project takes them, and what that costs.
class MspdiNames {
public:
    static constexpr std::size_t longest = 255; ///< characters of a name

    /// One line of at most so many characters.
    std::string name(std::string_view text);
    /// Text of any length, lines in it.
    std::string note(std::string_view text) { return m_notes.clean(text); }
    /// The team's, each once and without the signs that separate people in a list.
    std::vector<std::string> people(const std::vector<Person>& team);

    [[nodiscard]] std::size_t replaced() const { return m_names.replaced() + m_notes.replaced(); }
    [[nodiscard]] std::size_t shortened() const { return m_shortened; }
    [[nodiscard]] std::size_t renamed() const { return m_renamed; }

private:
    TextCleaner m_names{""};
    TextCleaner m_notes{"\t\n"};
    std::size_t m_shortened = 0;
    std::size_t m_renamed = 0;
};

} // namespace trestle
