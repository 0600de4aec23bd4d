#include "data/scanner/yaml_template.h"

#include "data/scanner/text_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace trestle::scanner {

namespace {

/// Where the next template begins; `${{ … }}` is text for whoever runs the file.
std::size_t nextTemplate(std::string_view line, std::size_t from)
{
    for (std::size_t at = line.find('{', from); at != std::string_view::npos; at = line.find('{', at + 1))
        if (at + 1 < line.size() && (line[at + 1] == '{' || line[at + 1] == '%') && (at == 0 || line[at - 1] != '$'))
            return at;
    return std::string_view::npos;
}

std::string_view closing(char second)
{
    return second == '%' ? "%}" : "}}";
}

/// Whether it decides what follows rather than standing for text.
bool isControl(std::string_view inner)
{
    constexpr std::array kWords = {"if", "else", "end", "with", "range", "define", "block", "/*"};
    inner = trimmed(inner.starts_with('-') ? inner.substr(1) : inner);
    return std::ranges::any_of(kWords,
                               [&](std::string_view word) {
                                   return inner.starts_with(word) &&
                                          inner.substr(word.size()).find_first_of(" -\t") == 0;
                               }) ||
           inner == "end" || inner == "else";
}

/// A word of YAML that tells what the template names.
std::string asWord(std::string_view inner)
{
    std::string word = "_";
    for (const char c : inner)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_')
            word += c;
        else if (!word.ends_with('_'))
            word += '_';
    return word;
}

} // namespace

bool isYamlTemplate(std::string_view text)
{
    for (TextLines lines(text); lines.next();) {
        const std::string_view line = lines.line();
        const std::size_t at = nextTemplate(line, 0);
        if (at == std::string_view::npos || trimmed(line).starts_with('#'))
            continue;
        const std::string_view before = line.substr(0, at);
        if (line[at + 1] == '%' || std::ranges::count_if(before, [](char c) { return c == '"' || c == '\''; }) % 2 == 0)
            return true;
    }
    return false;
}

std::string withoutTemplates(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    std::string_view open; // what closes the template that goes on from the line before
    for (TextLines lines(text); lines.next(); plain += '\n') {
        const std::string_view line = lines.line();
        std::string filled;
        bool isText = false;
        std::size_t at = 0;
        while (at < line.size()) {
            if (!open.empty()) {
                const std::size_t end = line.find(open, at);
                if (end == std::string_view::npos)
                    break;
                at = end + open.size();
                open = {};
            }
            const std::size_t begin = nextTemplate(line, at);
            const std::string_view before = line.substr(at, begin == std::string_view::npos ? begin : begin - at);
            filled += before;
            isText = isText || !trimmed(before).empty();
            if (begin == std::string_view::npos)
                break;
            const std::string_view close = closing(line[begin + 1]);
            const std::size_t end = line.find(close, begin + 2);
            at = begin + 2;
            if (end == std::string_view::npos) {
                open = close;
                break;
            }
            const std::string_view inner = line.substr(at, end - at);
            if (line[begin + 1] == '{' && !isControl(inner))
                filled += asWord(inner);
            at = end + close.size();
        }
        if (isText)
            plain += filled;
    }
    return plain;
}

} // namespace trestle::scanner
