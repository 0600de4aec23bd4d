#include "data/exchange/tasks_table/xlsx_styles.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace trestle::xlsx {

namespace {

std::string_view withoutPrefix(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

int numberIn(std::string_view text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The formats that have a number and no code.
NumberKind kindOfBuiltin(int format)
{
    const bool isDate = (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
                        (format >= 50 && format <= 58);
    if (isDate)
        return NumberKind::date;
    if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47))
        return NumberKind::time;
    return format == 9 || format == 10 ? NumberKind::percent : NumberKind::plain;
}

/// What is in brackets is a colour, a condition, a currency, or one of these.
bool isElapsed(std::string_view bracketed)
{
    return !bracketed.empty() && bracketed.find_first_not_of("hHmMsS") == std::string_view::npos;
}

} // namespace

bool isCalled(pugi::xml_node node, std::string_view name)
{
    return withoutPrefix(node.name()) == name;
}

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    for (const pugi::xml_node one : node.children())
        if (isCalled(one, name))
            return one;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (const pugi::xml_attribute one : node.attributes())
        if (withoutPrefix(one.name()) == name)
            return one.value();
    return {};
}

NumberKind kindOfFormat(std::string_view code)
{
    bool isQuoted = false;
    NumberKind kind = NumberKind::plain; // a date may have a time behind it or before
    for (std::size_t i = 0; i < code.size() && (isQuoted || code[i] != ';'); ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (isQuoted)
            continue;
        else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            kind = isElapsed(code.substr(i + 1, end - i - 1)) ? NumberKind::time : kind;
            i = end;
        } else if (std::string_view("dDyY").contains(c))
            return NumberKind::date;
        else if (c == '%')
            kind = NumberKind::percent;
        else if (std::string_view("hHsS").contains(c))
            kind = NumberKind::time;
    }
    return kind;
}

std::vector<NumberKind> numberKinds(pugi::xml_node styles)
{
    std::map<int, NumberKind> named;
    for (const pugi::xml_node format : child(styles, "numFmts").children())
        named[numberIn(attribute(format, "numFmtId"))] = kindOfFormat(attribute(format, "formatCode"));
    std::vector<NumberKind> kinds;
    for (const pugi::xml_node cell : child(styles, "cellXfs").children()) {
        const int format = numberIn(attribute(cell, "numFmtId"));
        const auto found = named.find(format);
        kinds.push_back(found != named.end() ? found->second : kindOfBuiltin(format));
    }
    return kinds;
}

} // namespace trestle::xlsx
