#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trestle::scanner {

/// A step from the top of a YAML, JSON or TOML file to a scalar: a key of a map, or an element of a list.
struct KeyStep {
    std::string name; ///< empty for an element
    int line = 0;
    bool isElement = false;
};
using KeyPath = std::span<const KeyStep>;

/// Whether the path begins with these names; "*" is any name, "[]" an element.
bool beginsWith(KeyPath path, std::initializer_list<std::string_view> names);
/// As KeyFact::key.
std::string joinedKey(KeyPath path);

/// Takes a scalar: its path, its text and its line, which for the value of a key is the key's. False: enough.
using ScalarVisitor = std::function<bool(KeyPath path, std::string_view value, int line)>;

/// Keeps the path while a reader goes through a file, and calls a visitor for each scalar; an empty map or list is
/// the scalar `{}` or `[]`, an alias `*`. Of what lies too deep there are none. Each function says whether to go on.
class KeyWalk {
public:
    explicit KeyWalk(const ScalarVisitor& visit) : m_visit(visit) {}

    bool openMap(int line) { return open(line, false); }
    bool openList(int line) { return open(line, true); }
    bool close();
    /// In a map, before its value.
    bool key(std::string_view name, int line);
    bool scalar(std::string_view value, int line);
    /// A line of a text of several, at a place of its own.
    bool textLine(std::string_view value, int line);

private:
    bool open(int line, bool isList);
    void place(int line);

    const ScalarVisitor& m_visit;
    std::vector<KeyStep> m_path;  ///< one for each open map or list
    std::vector<bool> m_hasValue; ///< beside m_path
    std::size_t m_tooDeep = 0;    ///< open maps and lists beyond m_path
    bool m_goesOn = true;
};

/// JSON, also with comments and commas at the end of lists.
void walkJson(std::string_view text, const ScalarVisitor& visit);
/// All documents of a stream; templates ({{ … }}) stand for text. A literal block (|) is a scalar for each of its
/// lines.
void walkYaml(std::string_view text, const ScalarVisitor& visit);
void walkToml(std::string_view text, const ScalarVisitor& visit);

} // namespace trestle::scanner
