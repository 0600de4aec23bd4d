#include "data/exchange/tasks_table/xlsx_table_reader.h"

#include "data/exchange/foreign/foreign_xml.h"
#include "data/exchange/foreign/import_limits.h"
#include "data/exchange/tasks_table/cell_text.h"
#include "data/exchange/tasks_table/table_builder.h"
#include "data/exchange/tasks_table/table_mapping.h"
#include "data/exchange/tasks_table/xlsx_styles.h"
#include "data/exchange/tasks_table/zip_reader.h"

#include <array>
#include <charconv>
#include <cmath>
#include <expected>
#include <map>
#include <set>
#include <utility>

namespace trestle {

namespace {

using namespace xlsx;
using pugi::xml_node;

constexpr std::string_view kOldXls = "\xD0\xCF\x11\xE0"; ///< .xls, or one with a password

/// With as many digits as a spreadsheet shows at most.
std::string shortNumber(double value)
{
    constexpr int digits = 15;
    std::array<char, 64> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits);
    return {text.data(), end};
}

std::optional<double> xlsxNumber(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

/// Of a text with runs of their own formats, without what tells how East Asian signs are read.
std::string xlsxText(xml_node item)
{
    std::string text;
    for (const xml_node part : item.children()) {
        if (isCalled(part, "t"))
            text += part.text().as_string();
        else if (isCalled(part, "r"))
            text += child(part, "t").text().as_string();
    }
    return text;
}

class XlsxTableReader {
public:
    XlsxTableReader(ZipReader zip, std::string where) : m_zip(std::move(zip)), m_where(std::move(where)) {}

    Result<TaskTable> read()
    {
        if (auto ok = readBook(); !ok)
            return std::unexpected(ok.error());
        TaskTable best;
        std::size_t most = 0;
        std::size_t filled = 0;
        std::optional<Error> problem;
        for (std::size_t i = 0; i < m_sheets.size(); ++i) {
            auto table = readSheet(m_sheets[i]);
            if (!table) // no matter where another one has the tasks
                problem = problem ? problem : table.error();
            if (m_bytes > kLargestUnpacked) { // none of the rest would be read
                m_leftOut += m_sheets.size() - i;
                break;
            }
            if (!table || table->rows.empty())
                continue;
            ++filled;
            const std::size_t headings = taskHeadings(*table);
            if (filled == 1 || headings > most) {
                most = headings;
                best = std::move(*table);
            }
        }
        if (problem && most == 0)
            return std::unexpected(*problem);
        best.source = "Excel";
        best.losses.add(ImportLossKind::sheets, m_leftOut + (filled > 0 ? filled - 1 : 0));
        best.losses.add(ImportLossKind::characters, m_replaced);
        return best;
    }

private:
    struct Sheet {
        std::string name;
        std::string part;
    };

    Result<pugi::xml_document> part(const std::string& name, bool isNeeded)
    {
        auto text = m_zip.member(name);
        if (!text)
            return std::unexpected(text.error());
        if (text->empty() && !isNeeded)
            return pugi::xml_document();
        auto xml = parseForeignXml(*text, m_where + '#' + name);
        if (!xml)
            return std::unexpected(text->empty()
                                       ? Error{ErrorCode::invalidTasks, {}, m_where + '#', DetailKind::workbookFile}
                                       : xml.error());
        m_replaced += xml->replaced;
        return std::move(xml->document);
    }

    Result<void> readBook()
    {
        const auto book = part("xl/workbook.xml", true);
        if (!book)
            return std::unexpected(book.error());
        const auto links = part("xl/_rels/workbook.xml.rels", true);
        if (!links)
            return std::unexpected(links.error());
        const xml_node root = book->document_element();
        const std::string_view since1904 = attribute(child(root, "workbookPr"), "date1904");
        m_since1904 = since1904 == "1" || since1904 == "true";
        addSheets(child(root, "sheets"), links->document_element());
        const auto styles = part(partOf(links->document_element(), "/styles", "xl/styles.xml"), false);
        if (!styles)
            return std::unexpected(styles.error());
        m_kinds = numberKinds(styles->document_element());
        const auto texts = part(partOf(links->document_element(), "/sharedStrings", "xl/sharedStrings.xml"), false);
        if (!texts)
            return std::unexpected(texts.error());
        for (const xml_node item : texts->document_element().children())
            m_texts.push_back(xlsxText(item));
        return {};
    }
    static std::string partOf(xml_node links, std::string_view type, const std::string& usual)
    {
        for (const xml_node link : links.children())
            if (attribute(link, "Type").ends_with(type))
                return partAt(attribute(link, "Target"));
        return usual;
    }
    void addSheets(xml_node sheets, xml_node links)
    {
        std::map<std::string_view, std::string> parts; // per id
        for (const xml_node link : links.children())
            if (attribute(link, "Type").ends_with("/worksheet"))
                parts.emplace(attribute(link, "Id"), partAt(attribute(link, "Target")));
        std::set<std::string> listed; // a part is read once, however many sheets it is said to be
        for (const xml_node sheet : sheets.children()) {
            const std::string_view state = attribute(sheet, "state");
            const auto part = parts.find(attribute(sheet, "id")); // "r:id" beside "sheetId"
            if (part == parts.end() || (!state.empty() && state != "visible"))
                continue;
            if (listed.size() == kMostSheets)
                ++m_leftOut;
            else if (listed.insert(inSmallLetters(part->second)).second) // as an archive finds its members
                m_sheets.push_back({std::string(attribute(sheet, "name")), part->second});
        }
    }
    static std::string partAt(std::string_view target)
    {
        return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
    }

    Result<TaskTable> readSheet(const Sheet& sheet)
    {
        const auto xml = part(sheet.part, true);
        if (!xml)
            return std::unexpected(xml.error());
        TaskTable table;
        table.name = sheet.name;
        TableBuilder builder(table, m_where + '#' + sheet.name + '!', m_bytes);
        std::size_t row = 0;
        for (const xml_node line : child(xml->document_element(), "sheetData").children()) {
            const auto number = xlsxNumber(attribute(line, "r"));
            constexpr double most = 1'048'576; // that a spreadsheet has
            row = number && *number >= 1 && *number <= most ? static_cast<std::size_t>(*number) : row + 1;
            std::size_t column = 0;
            for (const xml_node cell : line.children()) {
                column = columnOf(attribute(cell, "r")).value_or(column);
                auto read = cellOf(cell);
                if (!read)
                    return fail(ErrorCode::invalidTasks, {},
                                m_where + '#' + sheet.name + '!' + columnLetters(column) + std::to_string(row),
                                read.error());
                if (auto ok = builder.add(row, column, std::move(*read)); !ok)
                    return std::unexpected(ok.error());
                ++column;
            }
        }
        return table;
    }

    /// Of a reference as `AB12`.
    static std::optional<std::size_t> columnOf(std::string_view reference)
    {
        constexpr std::size_t longest = 4;
        std::size_t column = 0;
        for (std::size_t i = 0; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
            if (i == longest)
                return {};
            column = column * 26 + static_cast<std::size_t>(reference[i] - 'A' + 1);
        }
        return column > 0 ? std::optional(column - 1) : std::nullopt;
    }

    [[nodiscard]] std::expected<TableCell, DetailKind> cellOf(xml_node cell) const
    {
        const std::string_view type = attribute(cell, "t");
        const std::string value = child(cell, "v").text().as_string();
        if (type == "inlineStr")
            return TableCell{xlsxText(child(cell, "is"))};
        const auto number = xlsxNumber(value);
        if (type == "s") {
            if (value.empty())
                return TableCell{};
            if (!number || *number < 0 || *number >= static_cast<double>(m_texts.size()))
                return std::unexpected(DetailKind::workbookFile); // a text that is not there
            return TableCell{m_texts[static_cast<std::size_t>(*number)]};
        }
        if (type == "b")
            return TableCell{value == "1" ? "TRUE" : "FALSE"};
        if (type == "e") // an error of a formula
            return TableCell{};
        if (type == "d")
            return TableCell{value, {}, parseDate(std::string_view(value).substr(0, 10))};
        if (type == "str" || !number)
            return TableCell{value};
        return numberCell(*number, attribute(cell, "s"));
    }
    [[nodiscard]] TableCell numberCell(double number, std::string_view style) const
    {
        const double index = xlsxNumber(style).value_or(0);
        const NumberKind kind = index >= 0 && index < static_cast<double>(m_kinds.size())
                                    ? m_kinds[static_cast<std::size_t>(index)]
                                    : NumberKind::plain;
        constexpr double lastDay = 2'958'465; // 31 December 9999
        if (kind == NumberKind::date && number >= 1 && number <= lastDay) {
            using namespace std::chrono_literals;
            const Date from{m_since1904 ? 1904y / 1 / 1 : 1899y / 12 / 30};
            const Date day = from + std::chrono::days{static_cast<int>(number)};
            if (day >= Date{})
                return {isoDate(day), number, day, false};
        }
        if (kind == NumberKind::time)
            return {shortNumber(number * 24) + " h", {}, {}, false}; // whatever the unit of its column
        return {kind == NumberKind::percent ? shortNumber(number * 100) + '%' : shortNumber(number),
                number,
                {},
                kind == NumberKind::percent};
    }

    ZipReader m_zip;
    std::string m_where;
    std::vector<Sheet> m_sheets;
    std::vector<NumberKind> m_kinds;
    std::vector<std::string> m_texts;
    bool m_since1904 = false;
    std::size_t m_replaced = 0;
    std::size_t m_leftOut = 0; ///< sheets
    std::size_t m_bytes = 0;   ///< of the texts of all sheets
};

} // namespace

Result<TaskTable> readXlsxTable(std::string_view bytes, const std::string& where)
{
    if (bytes.starts_with(kOldXls))
        return fail(ErrorCode::invalidTasks, {}, where + '#', DetailKind::workbookFile);
    auto zip = ZipReader::open(bytes, where);
    if (!zip)
        return std::unexpected(zip.error());
    return XlsxTableReader(std::move(*zip), where).read();
}

} // namespace trestle
