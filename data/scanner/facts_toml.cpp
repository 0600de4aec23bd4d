#include "data/scanner/key_walk.h"
#include "data/scanner/text_lines.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>

namespace trestle::scanner {

namespace {

/// Each dot of a key is a table in a table, which the library takes apart by calling itself. It bounds nested values,
/// not dots.
bool isTooDeep(std::string_view text)
{
    constexpr std::ptrdiff_t manyDots = 16;
    constexpr std::ptrdiff_t mostDots = 2000;
    std::ptrdiff_t sum = 0;
    for (TextLines lines(text); lines.next();)
        if (const auto dots = std::ranges::count(lines.line(), '.'); dots > manyDots)
            sum += dots;
    return sum > mostDots;
}

int lineOf(const toml::source_region& source)
{
    return static_cast<int>(source.begin.line);
}

std::string textOf(const toml::node& node)
{
    if (const toml::value<std::string>* text = node.as_string())
        return text->get();
    std::ostringstream out;
    node.visit([&](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>)
            out << value;
    });
    return out.str();
}

bool walk(const toml::node& node, int line, KeyWalk& keys)
{
    if (const toml::table* table = node.as_table()) {
        bool goesOn = keys.openMap(line);
        for (auto entry = table->begin(); goesOn && entry != table->end(); ++entry) {
            const int at = lineOf(entry->first.source());
            goesOn = keys.key(entry->first.str(), at) && walk(entry->second, at, keys);
        }
        return goesOn && keys.close();
    }
    if (const toml::array* array = node.as_array()) {
        bool goesOn = keys.openList(line);
        for (auto element = array->begin(); goesOn && element != array->end(); ++element)
            goesOn = walk(*element, lineOf(element->source()), keys);
        return goesOn && keys.close();
    }
    return keys.scalar(textOf(node), line);
}

/// Up to the beginning of a line, from 1.
std::string_view before(std::string_view text, std::size_t line)
{
    std::size_t end = 0;
    for (; line > 1 && end < text.size(); --line)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return text.substr(0, end);
}

} // namespace

void walkToml(std::string_view text, const ScalarVisitor& visit)
{
    if (isTooDeep(text))
        return;
    // A damaged file up to the damage; what is open there, up to where its table begins.
    for (int attempt = 0; attempt < 3 && !text.empty(); ++attempt) {
        try {
            const toml::table table = toml::parse(text);
            KeyWalk keys(visit);
            walk(table, 1, keys);
            return;
        } catch (const toml::parse_error& error) {
            const std::string_view whole = before(text, error.source().begin.line);
            text = whole.size() < text.size() && attempt == 0 ? whole : text.substr(0, text.rfind("\n[") + 1);
        }
    }
}

} // namespace trestle::scanner
