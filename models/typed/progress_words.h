#pragma once

#include "models/typed/typed_progress.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What readTypedProgress() is made of: words, days and efforts, taken from the front.
namespace trestle::typed {

class ProgressWords {
public:
    /// Of plain text. `context` must outlive it.
    ProgressWords(std::string_view text, const ProgressContext& context);

    [[nodiscard]] bool isAtEnd() const { return m_at == m_words.size(); }
    [[nodiscard]] bool isWord(std::string_view word, std::size_t ahead = 0) const;
    [[nodiscard]] const std::string& word() const { return m_words[m_at]; }

    /// Takes a phrase of one or more words; "," parts clauses.
    bool takePhrase(std::string_view phrase);
    template <std::size_t Count>
    bool takeOneOf(const std::array<std::string_view, Count>& phrases)
    {
        return std::ranges::any_of(phrases, [this](std::string_view phrase) { return takePhrase(phrase); });
    }

    template <class T>
    using Read = std::optional<std::expected<T, ProgressProblem>>; ///< nothing: something else stands there

    /// A day up to today: "yesterday", "Monday", "2 days ago", "28 Jan".
    Read<Date> readDate();
    /// One effort, two of a range, or three cases, from low to high: "3 days", "20h", "1-3 days", "1/2/3 d", "half a
    /// day".
    Read<std::vector<PersonWeeks>> readEffort();

private:
    [[nodiscard]] std::string textOf(std::size_t count) const;
    [[nodiscard]] Date earliest() const;
    std::optional<Date> readWeekday();
    std::optional<Date> readAgo();
    [[nodiscard]] std::optional<double> countAt(std::size_t place) const;
    [[nodiscard]] bool isUnit(std::size_t place) const;
    [[nodiscard]] bool isEffortAt(std::size_t place) const;
    Read<std::vector<PersonWeeks>> readFigures();
    [[nodiscard]] std::expected<std::vector<PersonWeeks>, ProgressProblem>
    inWeeks(const std::vector<std::string>& texts) const;

    std::vector<std::string> m_words;
    const ProgressContext& m_context;
    std::size_t m_at = 0;
};

/// Halves and quarters as figures, so that all of the text is plain.
std::string withoutFractions(std::string_view text);

} // namespace trestle::typed
