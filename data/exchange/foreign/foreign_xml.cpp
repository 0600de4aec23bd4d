#include "data/exchange/foreign/foreign_xml.h"

#include "data/exchange/clean_text.h"
#include "data/exchange/foreign/import_limits.h"

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

std::string lineAt(std::string_view bytes, std::ptrdiff_t offset)
{
    const auto end = std::min(bytes.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
    return std::to_string(std::ranges::count(bytes.substr(0, end), '\n') + 1);
}

/// In UTF-16 and UTF-32 every other byte is 0, as in no UTF-8.
bool isWide(std::string_view bytes)
{
    return bytes.substr(0, 4).contains('\0') || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

} // namespace

Result<ForeignXml> parseForeignXml(std::string_view bytes, const std::string& where)
{
    TextCleaner cleaner;
    const std::string text = isWide(bytes) ? std::string(bytes) : cleaner.clean(bytes);
    // Each becomes many times as long in memory.
    if (std::cmp_greater(std::ranges::count(text, '<'), kMostXmlTags))
        return fail(ErrorCode::invalidTasks, {}, where + '#', {DetailKind::fewerTags, {std::to_string(kMostXmlTags)}});
    ForeignXml xml;
    constexpr unsigned how = pugi::parse_default | pugi::parse_doctype;
    const pugi::xml_parse_result parsed = xml.document.load_buffer(text.data(), text.size(), how);
    if (parsed.status == pugi::status_out_of_memory)
        return fail(ErrorCode::outOfMemory, where);
    if (!parsed)
        return fail(ErrorCode::invalidTasks, {}, where + ':' + lineAt(text, parsed.offset), DetailKind::xmlFile);
    for (const pugi::xml_node node : xml.document.children())
        if (node.type() == pugi::node_doctype)
            return fail(ErrorCode::invalidTasks, {}, where + '#', DetailKind::noDefinitions);
    xml.replaced = cleaner.replaced();
    return xml;
}

} // namespace trestle
