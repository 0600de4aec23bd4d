#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trestle::test {

/// An element of XML as Qt's reader has it, which no export is written with.
struct XmlNode {
    std::string name;
    std::string text; ///< its own, without that of elements in it
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;

    /// The first of that name; an empty one where there is none.
    [[nodiscard]] const XmlNode& child(std::string_view wanted) const;
    /// All of that name.
    [[nodiscard]] std::vector<const XmlNode*> all(std::string_view wanted) const;
    [[nodiscard]] const std::string& operator[](std::string_view wanted) const { return child(wanted).text; }
    [[nodiscard]] std::string attribute(std::string_view wanted) const;
    [[nodiscard]] bool has(std::string_view wanted) const { return &child(wanted) != &none(); }

private:
    static const XmlNode& none();
};

/// The root; the test ends where the text is not well-formed.
XmlNode readXml(const std::string& text);

/// What a program prints when it is given a text; the test ends where it fails.
std::string printedBy(const std::string& program, const std::vector<std::string>& arguments, const std::string& input);

} // namespace trestle::test
