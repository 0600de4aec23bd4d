#include "data/scanner/key_walk.h"

#include <algorithm>

namespace trestle::scanner {

namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLongestName = 200;

} // namespace

bool beginsWith(KeyPath path, std::initializer_list<std::string_view> names)
{
    return path.size() >= names.size() &&
           std::ranges::equal(names, path.first(names.size()), [](auto name, auto& step) {
               return step.isElement ? name == "[]" : name == "*" || name == step.name;
           });
}

std::string joinedKey(KeyPath path)
{
    std::string joined;
    for (const KeyStep& step : path) {
        if (&step != &path.front() && !step.isElement)
            joined += '.';
        joined += step.isElement ? "[]" : step.name;
    }
    return joined;
}

/// A value begins at the current place.
void KeyWalk::place(int line)
{
    if (m_path.empty())
        return;
    m_hasValue.back() = true;
    if (m_path.back().isElement)
        m_path.back().line = line;
}

bool KeyWalk::open(int line, bool isList)
{
    if (m_tooDeep == 0)
        place(line);
    if (m_tooDeep > 0 || m_path.size() == kDeepest) {
        ++m_tooDeep;
        return m_goesOn;
    }
    m_path.push_back({{}, line, isList});
    m_hasValue.push_back(false);
    return m_goesOn;
}

bool KeyWalk::close()
{
    if (m_tooDeep > 0) {
        --m_tooDeep;
        return m_goesOn;
    }
    const KeyStep last = m_path.back();
    const bool isEmpty = !m_hasValue.back();
    m_path.pop_back();
    m_hasValue.pop_back();
    return isEmpty ? scalar(last.isElement ? "[]" : "{}", last.line) : m_goesOn;
}

bool KeyWalk::key(std::string_view name, int line)
{
    if (m_tooDeep == 0) {
        m_path.back().name = name.substr(0, kLongestName);
        m_path.back().line = line;
    }
    return m_goesOn;
}

bool KeyWalk::scalar(std::string_view value, int line)
{
    return textLine(value, m_tooDeep > 0 || m_path.empty() || m_path.back().isElement ? line : m_path.back().line);
}

bool KeyWalk::textLine(std::string_view value, int line)
{
    if (m_tooDeep > 0 || m_path.empty()) // a file of one scalar has no key
        return m_goesOn;
    place(line);
    m_goesOn = m_goesOn && m_visit(m_path, value, line);
    return m_goesOn;
}

} // namespace trestle::scanner
