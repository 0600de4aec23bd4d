#include "data/scanner/fact_reader.h"
#include "data/scanner/text_lines.h"

#include <algorithm>
#include <string>

namespace trestle::scanner {

namespace {

ScalarVisitor intoKeys(FileFacts& facts)
{
    return [&facts](KeyPath path, std::string_view value, int line) { return addKey(facts, path, value, line); };
}

/// Where a property's key ends: at the first separator that is not escaped.
std::size_t keyEnd(std::string_view line)
{
    std::size_t end = 0;
    while (end < line.size() && !std::string_view("=: \t").contains(line[end]))
        end += line[end] == '\\' ? 2U : 1U;
    return std::min(end, line.size());
}

std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        plain += text[i];
    }
    return plain;
}

bool goesOn(std::string_view line)
{
    const std::size_t last = line.find_last_not_of('\\');
    return (line.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

} // namespace

void readJsonKeys(std::string_view text, FileFacts& facts)
{
    walkJson(text, intoKeys(facts));
}

void readYamlKeys(std::string_view text, FileFacts& facts)
{
    walkYaml(text, intoKeys(facts));
}

void readTomlKeys(std::string_view text, FileFacts& facts)
{
    walkToml(text, intoKeys(facts));
}

void readProperties(std::string_view text, FileFacts& facts)
{
    for (TextLines lines(text); lines.next();) {
        std::string property(trimmed(lines.line()));
        if (property.empty() || property.starts_with('#') || property.starts_with('!'))
            continue;
        const int line = lines.number();
        while (goesOn(property) && lines.next()) {
            property.pop_back();
            property += trimmed(lines.line());
        }
        const std::size_t end = keyEnd(property);
        std::string_view value = trimmed(std::string_view(property).substr(end));
        if (value.starts_with('=') || value.starts_with(':'))
            value = trimmed(value.substr(1));
        const KeyStep key{unescaped(std::string_view(property).substr(0, end)), line, false};
        if (!addKey(facts, {&key, 1}, unescaped(value), line))
            return;
    }
}

} // namespace trestle::scanner
