#include "data/formats/import_plan.h"

#include "data/exchange/foreign/foreign_xml.h"
#include "data/exchange/gan/gan_reader.h"
#include "data/exchange/mspdi/mspdi_reader.h"
#include "data/file_io.h"

#include <array>
#include <fstream>
#include <string_view>

namespace trestle {

namespace {

/// In UTF-8, or in UTF-16 with a byte order mark.
bool beginsLikeXml(std::string_view bytes)
{
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (bytes.starts_with(mark))
            bytes.remove_prefix(mark.size());
    const std::size_t first = bytes.find_first_not_of(std::string_view(" \t\r\n\0", 5));
    return first != std::string_view::npos && bytes[first] == '<';
}

/// GanttProject's own or MS Project's, told by the root element.
Result<ForeignProject> readProjectXml(std::string_view bytes, const std::string& where)
{
    const Result<ForeignXml> xml = parseForeignXml(bytes, where);
    if (!xml)
        return std::unexpected(xml.error());
    const bool isGan = std::string_view(xml->document.document_element().name()) == kGanRoot;
    return isGan ? readGan(*xml, where) : readMspdi(*xml, where);
}

} // namespace

bool looksLikeXml(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::array<char, 64> start{};
    file.read(start.data(), start.size());
    return beginsLikeXml({start.data(), static_cast<std::size_t>(file.gcount())});
}

Result<ImportedPlan> importPlan(const std::string& path, const std::string& where)
{
    const auto text = readTextFile(path);
    if (!text)
        return std::unexpected(text.error());
    if (beginsLikeXml(*text)) {
        const auto project = readProjectXml(*text, where);
        return project ? planOfForeign(*project, where) : std::unexpected(project.error());
    }
    auto document = parsePlanJson(*text, where);
    if (!document)
        return std::unexpected(document.error());
    return ImportedPlan{std::move(*document), {}};
}

} // namespace trestle
