#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <set>
#include <string>

namespace trestle::scanner {

namespace {

using Names = std::set<std::string_view>;

const Names& arguments()
{
    static const Names names{"install_requires", "extras_require", "tests_require", "setup_requires"};
    return names;
}

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Goes through Python's text by its tokens: words, strings and signs, without blanks and comments.
class PythonTokens {
public:
    explicit PythonTokens(std::string_view text) : m_text(text) {}

    bool next()
    {
        skipBlanks();
        if (m_at >= m_text.size())
            return false;
        m_isString = false;
        m_begin = m_at;
        m_tokenLine = m_line;
        const char c = m_text[m_at];
        if (c == '"' || c == '\'') {
            string();
        } else if (isWord(c)) {
            while (m_at < m_text.size() && isWord(m_text[m_at]))
                ++m_at;
            m_token = m_text.substr(m_begin, m_at - m_begin);
        } else {
            m_token = m_text.substr(m_at++, 1);
        }
        return true;
    }
    [[nodiscard]] std::string_view token() const { return m_token; } ///< of a string, what is between its quotes
    [[nodiscard]] bool isString() const { return m_isString; }
    [[nodiscard]] int line() const { return m_tokenLine; }

private:
    void skipBlanks()
    {
        for (bool isComment = false; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n') {
                ++m_line;
                isComment = false;
            } else if (c == '#') {
                isComment = true;
            } else if (!isComment && !std::isspace(static_cast<unsigned char>(c)) && c != '\\') {
                return;
            }
        }
    }
    void string()
    {
        const std::string_view rest = m_text.substr(m_at);
        const bool isLong = rest.size() > 2 && rest[1] == rest[0] && rest[2] == rest[0];
        const std::string_view quotes = rest.substr(0, isLong ? 3 : 1);
        std::size_t end = quotes.size();
        while (end < rest.size() && !rest.substr(end).starts_with(quotes) && (isLong || rest[end] != '\n'))
            end += rest[end] == '\\' ? 2U : 1U;
        end = std::min(end, rest.size());
        m_isString = true;
        m_token = rest.substr(quotes.size(), end - quotes.size());
        m_line += static_cast<int>(std::ranges::count(m_token, '\n'));
        m_at += std::min(end + quotes.size(), rest.size());
        if (end < rest.size() && rest[end] == '\n') // it is not closed
            m_at = m_begin + end;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_begin = 0;
    int m_line = 1;
    std::string_view m_token;
    int m_tokenLine = 1;
    bool m_isString = false;
};

/// Reads `NAME = [ … ]` or `NAME = { … }` for each of the names; returns the names of lists that stand for one.
Names readLists(std::string_view text, const Names& names, FileFacts& facts)
{
    Names others;
    PythonTokens tokens(text);
    std::string_view word; // the one before the sign
    while (tokens.next()) {
        if (tokens.isString() || tokens.token() != "=") {
            word = tokens.isString() ? std::string_view{} : tokens.token();
            continue;
        }
        if (!names.contains(word) || !tokens.next())
            continue;
        if (!tokens.isString() && isWord(tokens.token().front())) {
            word = tokens.token();
            others.insert(word);
            continue;
        }
        int depth = 0;
        Dependency last{Ecosystem::python, {}, 0, true};
        do {
            const std::string_view sign = tokens.isString() ? std::string_view{} : tokens.token();
            if (sign != ":") // what a colon follows is a group of extras
                addDependency(facts, Ecosystem::python, last.name, last.line);
            last.name = tokens.isString() ? requirementName(tokens.token()) : std::string_view{};
            last.line = tokens.line();
            if (sign == "[" || sign == "{" || sign == "(")
                ++depth;
            else if (sign == "]" || sign == "}" || sign == ")")
                --depth;
        } while (depth > 0 && tokens.next());
    }
    return others;
}

} // namespace

void readSetupPy(std::string_view text, FileFacts& facts)
{
    if (const Names others = readLists(text, arguments(), facts); !others.empty())
        readLists(text, others, facts);
}

void readSetupCfg(std::string_view text, FileFacts& facts)
{
    std::string section;
    bool isList = false;
    for (TextLines lines(text); lines.next();) {
        std::string_view line = lines.line();
        const std::string_view plain = trimmed(line);
        if (plain.empty() || plain.front() == '#' || plain.front() == ';')
            continue;
        if (line.front() == '[') {
            section = plain;
            isList = false;
            continue;
        }
        if (line.front() != ' ' && line.front() != '\t') {
            const std::size_t equals = plain.find('=');
            const std::string_view key = trimmed(plain.substr(0, equals));
            isList = section == "[options.extras_require]" || (section == "[options]" && arguments().contains(key));
            line = equals == std::string_view::npos ? std::string_view{} : plain.substr(equals + 1);
        }
        if (isList)
            addDependency(facts, Ecosystem::python, requirementName(line), lines.number());
    }
}

} // namespace trestle::scanner
