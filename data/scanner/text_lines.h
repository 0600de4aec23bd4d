#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace trestle::scanner {

/// Goes through a text line by line: `for (TextLines lines(text); lines.next();)`.
class TextLines {
public:
    explicit TextLines(std::string_view text) : m_rest(text)
    {
        if (m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
    }
    bool next()
    {
        if (m_rest.empty())
            return false;
        const std::size_t end = m_rest.find('\n');
        m_line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view{} : m_rest.substr(end + 1);
        if (m_line.ends_with('\r'))
            m_line.remove_suffix(1);
        ++m_number;
        return true;
    }
    [[nodiscard]] std::string_view line() const { return m_line; }
    [[nodiscard]] int number() const { return m_number; } ///< from 1

private:
    std::string_view m_rest;
    std::string_view m_line;
    int m_number = 0;
};

inline std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\f\v";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// Without quotes around it, of either kind.
inline std::string_view unquoted(std::string_view text)
{
    const bool isQuoted =
        text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return isQuoted ? text.substr(1, text.size() - 2) : text;
}

inline std::size_t indentation(std::string_view line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

} // namespace trestle::scanner
